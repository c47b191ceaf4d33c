"""The memory of a sentence: what a figure goes on with that has no measure of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.predicates import with_predicate
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.reading import Reading
from danvan_cli.find.figures.segments import open_bracket
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token

Span = tuple[int, int]
"""Offsets into the folded text."""

_SAID = 4
"""The longest predicate, in tokens, that a share goes on with."""
_BRACKET = 30
"""How many tokens before a figure the bracket is looked for that it stands in."""


class Memory(Struct):
    """What a figure goes on with that has no measure of its own, and what the paragraph tells of bodies.

    `by_kind` are the last measures of the sentence by the kind of their unit, `bare` tells that the last figure
    had no noun, `governor` is the verb of the list of counts that the last figure ended ("thu giữ 3 xe, 5 triệu
    đồng"), `said` the noun of a part with what is said of it ("24/25 đại biểu tán thành"), `bodies` are the offsets
    at which the names of bodies end, by those at which they begin, `starts` the latter in order.
    """

    measure: Span | None = None
    kind: str = ""
    bare: bool = False
    governor: Span | None = None
    said: Span | None = None
    by_kind: dict[str, Span] = field(default_factory=dict)
    bodies: Mapping[int, int] = field(default_factory=dict)
    starts: Sequence[int] = ()


def remember(
    before: Memory,
    tokens: Sequence[Token],
    reading: Reading,
    measure: Span | None,
    rule: str,
    goes_on: bool,
    words: Vocabulary,
) -> None:
    """Keep in `before` what the next figures may go on with, once a figure has its measure, given by `rule`."""
    figure, _, right, left, _, kind = reading
    before.bare = reading.bare
    before.said = _said(tokens, figure, right, words) if kind == "count" and right else None
    if kind == "count" and left and left.rule == "verb":
        before.governor = span(tokens, left)
    elif not goes_on:
        before.governor = None
    if rule not in {"carried", "bare"} and open_bracket(tokens, figure.first, _BRACKET) is None:
        counted = kind == "count" and left and right and rule == "right" and _is_counted(tokens, left, right)
        before.measure, before.kind = span(tokens, left) if left and counted else measure, kind
        if measure:
            before.by_kind[kind] = measure


def span(tokens: Sequence[Token], phrase: Phrase) -> Span:
    """Give the offsets of a phrase."""
    return tokens[phrase.start].start, tokens[phrase.end - 1].end


def _said(tokens: Sequence[Token], figure: Figure, noun: Phrase, words: Vocabulary) -> Span | None:
    """Give the noun of a part with the short predicate said of it: "24/25 đại biểu tán thành, đạt 96%"."""
    end = with_predicate(tokens, noun.end, words) if figure.kind == "part" else noun.end
    return span(tokens, Phrase(noun.start, end, "said")) if 0 < end - noun.end <= _SAID else None


def _is_counted(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether a count is that of the phrase before it: "đàn heo có | 40 con", "đơn vị cấp xã còn | 104 đơn vị"."""
    again = left.rule == "subject" and right.end - right.start < left.end - left.start
    return left.rule == "left" or (
        again and tokens[left.start].lower == tokens[right.start].lower and tokens[left.start].kind == "word")
