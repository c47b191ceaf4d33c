"""A reading: a figure with the phrases around it, and the unit it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from danvan_cli.find.figures.context import SUM, Context, as_multiple, read_context
from danvan_cli.find.figures.figure import Figure, are_levels
from danvan_cli.find.figures.measures import left_measure, right_measure
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import ends_phrase, word_at
from danvan_cli.text.tokens import Token, lowered

_RATE = 1_000
_ROUND = 10


class Reading(NamedTuple):
    """A figure with the phrases after it and before it; `kind` is count, share, money, physical, score or times."""

    figure: Figure
    context: Context
    right: Phrase | None
    left: Phrase | None
    unit: str
    kind: str

    @property
    def bare(self) -> bool:
        """Whether it counts something that is not named behind it."""
        return self.kind == "count" and self.right is None


def read_around(
    tokens: Sequence[Token],
    figure: Figure,
    following: Figure | None,
    floor: int,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Reading:
    """Read what stands around a figure; the noun of a count may stand behind the next one of its list.

    `floor` is the token after the figure before it, `names` gives the token after each name by its first one.
    """
    context = read_context(tokens, figure, words)
    figure = as_multiple(tokens, figure, context, words)
    points = _counts_points(tokens, figure, words)
    right = right_measure(tokens, figure, figure.past if points else figure.end, context.clause, words)
    left = left_measure(tokens, context, floor, words, names)
    unit, kind = _unit(tokens, figure, right, left, words)
    if right is None and kind == "count" and following and _is_listed(tokens, figure, following, left, words):
        right = right_measure(tokens, following, following.end, context.clause, words)
    return Reading(figure, context, right, left, unit, kind)


def _unit(
    tokens: Sequence[Token], figure: Figure, right: Phrase | None, left: Phrase | None, words: Vocabulary
) -> tuple[str, str]:
    """Give the unit of a figure and its kind: count, share, money, physical or score."""
    if figure.unit is None and figure.is_share:
        return "ratio", "share"
    if figure.unit:
        counted = _counts_points(tokens, figure, words)
        return ("count", "count") if counted else (figure.unit.symbol, figure.unit.kind)
    divided = figure.end < len(tokens) and tokens[figure.end].text == "/"
    counted = left is not None and words.plays(lowered(tokens, left.start, left.start + 2), "counted")
    if right is not None and figure.scale >= SUM and words.money.match(tokens, right.start):
        return "VND", "money"  # "300 tỷ | vốn kích cầu"
    if right is None and not counted and (figure.scale >= SUM or (figure.scale >= _RATE and divided)):
        return "VND", "money"
    return "count", "count"


def _is_listed(
    tokens: Sequence[Token], figure: Figure, following: Figure, left: Phrase | None, words: Vocabulary
) -> bool:
    """Whether the next figure goes on with the same thing: "hàng chục, thậm chí hàng trăm hộ", "từ 19 xuống 14 hộ"."""
    between = [token.lower for token in tokens[figure.end : following.first]]
    if following.unit or not between:
        return False
    if are_levels(tokens, figure, between, words):
        return left is None or left.rule != "left"  # but "số lượng dân | từ 15 nghìn lên 32 nghìn"
    return words.plays(between[0], "joint") and (len(between) == 1 or words.plays(" ".join(between[1:]), "even"))


def _counts_points(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> bool:
    """Whether points are places ("124 điểm cầu"), not a score: a whole number of them, and a word goes on.

    They stand after "ở". A score has a round total ("42/80 điểm"), places have any ("14/19 điểm sạt lở").
    """
    if figure.unit is None or figure.unit.kind != "score" or not isinstance(figure.value, int):
        return False
    if figure.total is not None and figure.total % _ROUND == 0:
        return False
    if figure.first and words.plays(tokens[figure.first - 1].lower, "place"):
        return True  # "niêm yết ở 14 điểm"
    return (
        figure.end < len(tokens)
        and tokens[figure.end].kind == "word"
        and not (ends_phrase(tokens, word_at(tokens, figure.end, words), words))
    )
