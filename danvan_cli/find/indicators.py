"""Indicators: the figures of a paragraph, what they measure and how they changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from danvan_cli.find.figures.baselines import baseline_after, share_baselines, share_changes
from danvan_cli.find.figures.choice import Memory, Span, choose, span
from danvan_cli.find.figures.context import SUM, Context, as_multiple, change_before, read_context
from danvan_cli.find.figures.exclusions import exclusion
from danvan_cli.find.figures.figure import Figure, are_levels, read_figures
from danvan_cli.find.figures.measures import left_measure, right_measure
from danvan_cli.find.figures.predicates import with_predicate
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.rates import rate
from danvan_cli.find.figures.vocabulary import Vocabulary, vocabulary
from danvan_cli.find.figures.words import ends_phrase, word_at
from danvan_cli.find.mentions import BodyMention, FigureMention, IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Paragraph
from danvan_cli.text.tokens import Token, lowered

_START, _END = attrgetter("start"), attrgetter("end")

_RATE = 1_000
_ROUND = 10

# Why a number is none: it belongs to a name ("tuyến số 1 | dài 20 km").
_NAMED = {"label", "place"}

# The longest predicate, in tokens, that a share goes on with.
_SAID = 4


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
    context = read_context(tokens, figure, words)
    figure = as_multiple(tokens, figure, context, words)
    points = _counts_points(tokens, figure, words)
    right = right_measure(tokens, figure, figure.past if points else figure.end, context.clause, words)
    left = left_measure(tokens, context, floor, words, names)
    unit, kind = _unit(tokens, figure, right, left, words)
    if right is None and kind == "count" and following and _is_listed(tokens, figure, following, left, words):
        right = right_measure(tokens, following, following.end, context.clause, words)
    if right is None and kind == "count" and left and left.rule != "left" and _is_age(tokens, left, words):
        return None
    bare = kind == "count" and right is None
    listed = before.bare and figure.first - floor == 1
    if bare and not listed and not _stands_alone(tokens, figure, context, left, words):
        return None
    before.bare = bare
    baseline = baseline_after(tokens, figure, context, right, words)
    behind = baseline is not None and context.than is None
    goes_on = words.playing["joint"].issuperset([token.lower for token in tokens[floor : context.start]])
    measure, rule = choose(tokens, kind, right, behind, left, goes_on, before, words)
    change = context.change or _change(tokens, context, left if rule == "left" else None, kind, words)
    before.said = _said(tokens, figure, right, words) if kind == "count" and right else None
    if kind == "count" and left and left.rule == "verb":
        before.governor = span(tokens, left)
    elif not goes_on:
        before.governor = None
    if rule not in {"carried", "bare"} and not _in_brackets(tokens, figure.first):
        counted = kind == "count" and left and right and rule == "right" and _is_counted(tokens, left, right)
        before.measure, before.kind = span(tokens, left) if left and counted else measure, kind
        if measure:
            before.by_kind[kind] = measure
    beside = right is not None and rule == "right" and right.start <= figure.end + 1
    end = max(figure.end, right.end) if right and beside else figure.end
    per, rate_end = rate(tokens, figure, right, left, words)
    end = max(end, rate_end)
    number = FigureMention(
        tokens[figure.first].start,
        tokens[figure.last - 1].end,
        figure.value,
        figure.value_max,
        figure.magnitude,
        f"figure.{figure.kind}",
    )
    mention = IndicatorMention(
        tokens[context.start].start,
        tokens[end - 1].end,
        number,
        context.bound,
        unit,
        per,
        measure,
        change,
        span(tokens, baseline) if baseline else None,
        figure.total,
        f"indicator.{kind}-{rule}",
    )
    if baseline:
        end = max(end, baseline.end)  # no measure of the next figure: "bằng 120% dự toán được giao và | tăng 5%"
    return mention, min(end, following.first) if following else end


def _change(
    tokens: Sequence[Token], context: Context, left: Phrase | None, kind: str, words: Vocabulary
) -> str | None:
    """Give the change of a quantity whose amount stands right behind it: "giảm | lãi suất | 2%"."""
    amount = kind in {"share", "money"} and not context.linked
    return change_before(tokens, left.start, words) if left and amount else None


def _said(tokens: Sequence[Token], figure: Figure, noun: Phrase, words: Vocabulary) -> Span | None:
    """Give the noun of a part with the short predicate said of it: "24/25 đại biểu tán thành, đạt 96%"."""
    end = with_predicate(tokens, noun.end, words) if figure.kind == "part" else noun.end
    return span(tokens, Phrase(noun.start, end, "said")) if 0 < end - noun.end <= _SAID else None


def _is_counted(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether a count is that of the phrase before it: "đàn heo có | 40 con", "đơn vị cấp xã còn | 104 đơn vị"."""
    again = left.rule == "subject" and right.end - right.start < left.end - left.start
    return left.rule == "left" or (
        again and tokens[left.start].lower == tokens[right.start].lower and tokens[left.start].kind == "word")


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


def _stands_alone(
    tokens: Sequence[Token], figure: Figure, context: Context, left: Phrase | None, words: Vocabulary
) -> bool:
    """Whether a bare number is one by its left side: "doanh nghiệp mới là 276", "tố cáo 03"."""
    if figure.end < len(tokens) and words.plays(tokens[figure.end].lower, "no noun"):
        return False
    if context.linked or context.start < figure.first or figure.magnitude:
        return True
    if left is None or any(token.is_capital for token in tokens[left.start : left.end] if token is not tokens[0]):
        return False
    padded = tokens[figure.first].text.startswith("0")
    return left.rule == "left" or padded


def _is_age(tokens: Sequence[Token], left: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase is the age of someone: "độ tuổi áp dụng là | 55"."""
    return any(words.plays(token.lower, "age") for token in tokens[left.start : left.start + 2])


def _in_brackets(tokens: Sequence[Token], index: int) -> bool:
    for token in reversed(tokens[max(0, index - 30) : index]):
        if token.text == ")":
            return False
        if token.text == "(":
            return True
    return False
