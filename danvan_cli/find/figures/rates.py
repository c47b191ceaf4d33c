"""Rates: what a figure is so much of, behind its noun ("20.000 xe/năm") or before it ("mỗi suất 500 nghìn đồng")."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.units import read_per
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token


def rate(
    tokens: Sequence[Token], figure: Figure, right: Phrase | None, left: Phrase | None, words: Vocabulary
) -> tuple[str | None, int]:
    """Give what a figure is a rate of, and the token after it where it stands behind: "400 triệu lít sữa | /năm"."""
    if figure.unit and figure.unit.per:
        return figure.unit.per, figure.end
    beside = right is not None and right.start == figure.end
    per, end = _frequency(tokens, right.end if right and beside else figure.end, words)
    return (per, end) if per else (_each(tokens, left, words) if left else None, figure.end)


def _frequency(tokens: Sequence[Token], index: int, words: Vocabulary) -> tuple[str | None, int]:
    """Read the time that a counted noun is a rate of at token `index`: "20.000 xe | /năm", "750 tấn sữa | mỗi ngày".

    No other denominator is read there: what follows may be a list ("12 xã/phường") or a new clause ("50 suất quà
    mỗi suất 300.000 đồng").
    """
    timed = words.time_units.match(tokens, index + 1) if index + 1 < len(tokens) else None
    return read_per(tokens, index, words) if timed else (None, index)


def _each(tokens: Sequence[Token], left: Phrase, words: Vocabulary) -> str | None:
    """Give what a figure is said of one by one: "mỗi | suất | trị giá 500 nghìn đồng"."""
    first = left.start + (left.rule == "each")
    if left.rule not in {"each", "sized"} or not first or not words.plays(tokens[first - 1].lower, "per"):
        return None
    return " ".join([token.text for token in tokens[first : left.end]])
