"""Indicators: the figures of a paragraph, what they measure and how they changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from danvan_cli.find.figures.context import Context, read_context
from danvan_cli.find.figures.exclusions import exclusion
from danvan_cli.find.figures.figure import Figure, read_figures
from danvan_cli.find.figures.measures import Phrase, left_measure, right_measure
from danvan_cli.find.figures.vocabulary import Vocabulary, vocabulary
from danvan_cli.find.mentions import BodyMention, FigureMention, IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Paragraph
from danvan_cli.text.tokens import Token

Span = tuple[int, int]
_SCALE_OF_MONEY = 1_000_000


@dataclass(slots=True)
class _Before:
    """What the figure before told: the measure that a figure without one goes on with."""

    measure: Span | None = None
    kind: str = ""


def find_indicators(paragraph: Paragraph, bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[IndicatorMention, ...]:
    """Find the indicators of a paragraph, in text order."""
    if paragraph.kind in {"furniture", "byline"}:
        return ()
    words = vocabulary(lexicon)
    before = _Before()
    found: list[IndicatorMention] = []
    for sentence in paragraph.sentences:
        found.extend(_in_sentence(sentence.tokens, bodies, before, words))
    return tuple(found)


def _in_sentence(tokens: Sequence[Token], bodies: Sequence[BodyMention], before: _Before, words: Vocabulary) -> list[IndicatorMention]:
    figures = read_figures(tokens, words)
    found: list[IndicatorMention] = []
    floor, excluded = 0, False
    for number, figure in enumerate(figures):
        joined = excluded and figure.first - floor <= 1
        reason = exclusion(tokens, figure, joined, words)
        excluded = reason is not None
        if not excluded:
            mention = _indicator(tokens, figure, floor, bodies, before, words)
            if mention:
                found.append(mention)
        floor = max(floor, figure.end)
    return found


def _indicator(tokens: Sequence[Token], figure: Figure, floor: int, bodies: Sequence[BodyMention], before: _Before,
               words: Vocabulary) -> IndicatorMention | None:
    context = read_context(tokens, figure, words)
    baseline = _baseline(tokens, figure, words)
    right = right_measure(tokens, figure, words)
    unit, kind = _unit(tokens, figure, right)
    left = None
    if kind != "count" or right is None:
        left = left_measure(tokens, figure, context, floor, words)
    measure, rule = _choose(tokens, figure, kind, right, left, baseline, before)
    if measure is None and kind == "count" and not (context.linked or left):
        return None
    if kind == "count" and right is None and not context.linked and (left is None or left.rule not in {"left", "subject"}):
        return None
    before.measure, before.kind = measure, kind
    subject = left_measure(tokens, figure, context, floor, words) if kind == "count" and right else None
    if subject and subject.rule == "left":
        before.measure = (tokens[subject.start].start, tokens[subject.end - 1].end)
    end = figure.end
    if measure and right and measure[0] == tokens[right.start].start:
        end = max(end, right.end)
    number = FigureMention(tokens[figure.first].start, tokens[figure.last - 1].end, figure.value, figure.value_max,
                           figure.magnitude, f"figure.{figure.kind}")
    change = context.change
    bound = context.bound
    return IndicatorMention(
        tokens[context.start].start, tokens[end - 1].end, number, bound, unit,
        figure.unit.per if figure.unit else None, measure, change, baseline, figure.total, f"indicator.{kind}-{rule}")


def _unit(tokens: Sequence[Token], figure: Figure, right: Phrase | None) -> tuple[str, str]:
    if figure.kind in {"fraction", "share", "half"}:
        return "ratio", "share"
    if figure.unit:
        if figure.unit.symbol == "điểm" and isinstance(figure.value, int) and right and right.start == figure.end:
            return "count", "count"
        return figure.unit.symbol, figure.unit.kind
    slash = figure.end < len(tokens) and tokens[figure.end].text == "/"
    if right is None and (figure.scale >= _SCALE_OF_MONEY or (figure.scale >= 1000 and slash)):
        return "VND", "money"
    return "count", "count"


def _baseline(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> Span | None:
    if figure.unit is None or figure.end >= len(tokens):
        return None
    match = words.baselines.match(tokens, figure.end)
    if match:
        return tokens[match.start].start, tokens[match.end - 1].end
    return None


def _choose(tokens: Sequence[Token], figure: Figure, kind: str, right: Phrase | None, left: Phrase | None,
            baseline: Span | None, before: _Before) -> tuple[Span | None, str]:
    def span(phrase: Phrase) -> Span:
        return tokens[phrase.start].start, tokens[phrase.end - 1].end

    if right and baseline is None:
        return span(right), "right"
    if left:
        return span(left), left.rule
    if before.measure:
        return before.measure, "carried"
    return None, "bare"
