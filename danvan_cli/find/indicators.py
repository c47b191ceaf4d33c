"""Indicators: the figures of a paragraph, what they measure and how they changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from danvan_cli.find.figures.baselines import baseline_after, share_baselines, share_changes
from danvan_cli.find.figures.choice import choose
from danvan_cli.find.figures.context import change_before
from danvan_cli.find.figures.exclusions import exclusion
from danvan_cli.find.figures.figure import Figure, read_figures
from danvan_cli.find.figures.memory import Memory, remember, span
from danvan_cli.find.figures.rates import rate
from danvan_cli.find.figures.reading import Reading, read_around
from danvan_cli.find.figures.vocabulary import Vocabulary, vocabulary
from danvan_cli.find.mentions import BodyMention, FigureMention, IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Paragraph
from danvan_cli.text.tokens import Token

_START, _END = attrgetter("start"), attrgetter("end")

# Why a number is none: it belongs to a name ("tuyến số 1 | dài 20 km").
_NAMED = {"label", "place"}

# What parts the items of a list, how many syllables the name of a place has, and the least number of two digits.
_ITEMS = {",", ";", ":"}
_PLACE = 2
_SEVERAL = 10


def find_indicators(
    paragraph: Paragraph, at: Sequence[Sequence[int]], bodies: Sequence[BodyMention], lexicon: Lexicon
) -> tuple[IndicatorMention, ...]:
    """Find the indicators of a paragraph, in text order.

    `at` are, for each sentence, the tokens at which a figure may begin.
    """
    if paragraph.kind in {"furniture", "cell"} or not any(at):
        return ()
    words = vocabulary(lexicon)
    before = Memory(bodies={body.start: body.end for body in bodies}, starts=sorted([body.start for body in bodies]))
    found: list[IndicatorMention] = []
    for sentence, first in zip(paragraph.sentences, at, strict=True):
        if first:
            found.extend(_in_sentence(sentence.tokens, first, before, words))
    return tuple(found)


def _in_sentence(
    tokens: Sequence[Token], at: Sequence[int], before: Memory, words: Vocabulary
) -> list[IndicatorMention]:
    found: list[IndicatorMention] = []
    before.by_kind.clear()
    before.governor = before.said = None
    floor = last = 0
    excluded = False
    figures = read_figures(tokens, at, words)
    if not figures:
        return found
    names = _names(tokens, before)
    for number, figure in enumerate(figures):
        following = figures[number + 1] if number + 1 < len(figures) else None
        reason = exclusion(tokens, figure, figure.first - last if excluded else None, words)
        if reason in _NAMED:
            names[figure.first] = figure.end
        reading = None if reason else _indicator(tokens, figure, following, floor, before, words, names)
        excluded, last = reason is not None, figure.end
        if reading:
            mention, floor = reading
            found.append(mention)
    return share_baselines(tokens, share_changes(tokens, found, words), words)


def _names(tokens: Sequence[Token], before: Memory) -> dict[int, int]:
    """Give the token after each name of a body by its first token; the numbers of other names are added later."""
    ends: dict[int, int] = {}
    inside = slice(bisect_left(before.starts, tokens[0].start), bisect_left(before.starts, tokens[-1].end))
    for start in before.starts[inside]:
        end = before.bodies[start]
        first, last = bisect_left(tokens, start, key=_START), bisect_left(tokens, end, key=_END)
        if last < len(tokens) and tokens[last].end == end and tokens[first].start == start:
            ends[first] = last + 1
    return ends


def _indicator(
    tokens: Sequence[Token],
    figure: Figure,
    following: Figure | None,
    floor: int,
    before: Memory,
    words: Vocabulary,
    names: Mapping[int, int],
) -> tuple[IndicatorMention, int] | None:
    """Read a figure as an indicator, with the token after all that belongs to it; None where it is none."""
    reading = read_around(tokens, figure, following, floor, words, names)
    listed = before.bare and figure.first - floor == 1
    itemised = reading.bare and _is_itemised(tokens, reading, before, words)
    if reading.bare and (_is_age(tokens, reading, words) or not (
            listed or itemised or _stands_alone(tokens, reading, words))):
        return None
    figure, context, right, left, unit, kind = reading
    baseline = baseline_after(tokens, figure, context, right, words)
    behind = baseline is not None and context.than is None
    goes_on = words.playing["joint"].issuperset([token.lower for token in tokens[floor : context.start]])
    carried = (before.by_kind["count"], "carried") if itemised else None
    measure, rule = carried or choose(tokens, reading, behind, goes_on, before, words)
    change = context.change or (_change(tokens, reading, words) if rule == "left" else None)
    remember(before, tokens, reading, measure, rule, goes_on, words)
    per, end = rate(tokens, figure, right, left, words)
    beside = right is not None and rule == "right" and right.start <= figure.end + 1
    end = max(end, figure.end, right.end if right and beside else 0)
    mention = IndicatorMention(
        tokens[context.start].start, tokens[end - 1].end, _number(tokens, figure), context.bound, unit, per, measure,
        change, span(tokens, baseline) if baseline else None, figure.total, f"indicator.{kind}-{rule}")
    if baseline:
        end = max(end, baseline.end)  # no measure of the next figure: "bằng 120% dự toán được giao và | tăng 5%"
    return mention, min(end, following.first) if following else end


def _number(tokens: Sequence[Token], figure: Figure) -> FigureMention:
    return FigureMention(
        tokens[figure.first].start, tokens[figure.last - 1].end, figure.value, figure.value_max, figure.magnitude,
        f"figure.{figure.kind}")


def _change(tokens: Sequence[Token], reading: Reading, words: Vocabulary) -> str | None:
    """Give the change of a quantity whose amount stands right behind it: "giảm | lãi suất | 2%"."""
    amount = reading.kind in {"share", "money"} and not reading.context.linked
    return change_before(tokens, reading.left.start, words) if reading.left and amount else None


def _stands_alone(tokens: Sequence[Token], reading: Reading, words: Vocabulary) -> bool:
    """Whether a bare number is one by its left side: "doanh nghiệp mới là 276", "tố cáo 03"."""
    figure, context, left = reading.figure, reading.context, reading.left
    if figure.end < len(tokens) and words.plays(tokens[figure.end].lower, "no noun"):
        return False
    if context.linked or context.start < figure.first or figure.magnitude:
        return True
    if left is None or any(token.is_capital for token in tokens[left.start : left.end] if token is not tokens[0]):
        return False
    padded = tokens[figure.first].text.startswith("0")
    return left.rule == "left" or padded


def _is_itemised(tokens: Sequence[Token], reading: Reading, before: Memory, words: Vocabulary) -> bool:
    """Whether a bare number is the count of one more place or body: "Nhật Bản nhận 40.500 người; | Đài Loan 27.900".

    A number of one digit is rather part of the name of a place ("Sóng Thần 2").
    """
    figure, left = reading.figure, reading.left
    if left is None or left.end != figure.first or "count" not in before.by_kind or not left.start:
        return False
    opening, after = tokens[left.start - 1], tokens[figure.end] if figure.end < len(tokens) else None
    if opening.text not in _ITEMS and not words.plays(opening.lower, "pair"):
        return False
    if after and after.text not in _ITEMS and after.text != "." and not words.plays(after.lower, "pair"):
        return False
    if tokens[left.start].start in before.bodies:
        return True
    first = left.start + words.plays(tokens[left.start].lower, "administrative")
    name = tokens[first : left.end]
    person = len(name) > _PLACE and name[0].lower in words.surnames
    several = isinstance(figure.value, int) and figure.value >= _SEVERAL
    return several and len(name) >= _PLACE and not person and all(token.is_capital for token in name)


def _is_age(tokens: Sequence[Token], reading: Reading, words: Vocabulary) -> bool:
    """Whether what stands before a figure makes it the age of someone: "độ tuổi áp dụng là | 55"."""
    left = reading.left
    return left is not None and left.rule != "left" and any(
        words.plays(token.lower, "age") for token in tokens[left.start : left.start + 2])
