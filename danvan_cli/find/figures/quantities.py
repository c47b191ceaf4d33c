"""Quantities: the named measure before a figure, "tỷ lệ hộ nghèo | còn 3,12%"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan_cli.find.figures.segments import segment_start, skip_leads
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import closing_quote, ends_phrase, word_at
from danvan_cli.lexicon import Match
from danvan_cli.text.tokens import Token

class Phrase(NamedTuple):
    """Tokens `start:end` that name a measure; `rule` tells how they were found."""

    start: int
    end: int
    rule: str


def quantity_across_comma(
    tokens: Sequence[Token], start: int, end: int, floor: int, words: Vocabulary
) -> Phrase | None:
    """Give a quantity that a comma divides: "Tỷ lệ điều tra, khám phá án", "sản lượng xoài, nhãn"."""
    if start - 1 <= floor or start >= end or tokens[start - 1].text != "," or words.quantities.match(tokens, start):
        return None
    if ends_phrase(tokens, word_at(tokens, start, words), words) or skip_leads(tokens, start, end, words) > start:
        return None
    earlier = segment_start(tokens, start - 1, floor)
    first = skip_leads(tokens, earlier, start - 1, words)
    if (
        first >= start - 1
        or not quantity_at(tokens, first, words)
        or any(token.lower in words.changes or words.plays(token.lower, "value") for token in tokens[first:start])
    ):
        return None
    last = trim(tokens, first, end, words)
    return Phrase(first, last, "left") if last >= start else None


def quantity_phrase(
    tokens: Sequence[Token], start: int, end: int, predicated: bool, words: Vocabulary
) -> Phrase | None:
    """Give the phrase that begins with a quantity noun and reaches to the links before the figure.

    Of two quantities the first holds the second ("tỷ lệ thu ngân sách"), unless a word that divides clauses
    stands between them ("nhà thu nhập thấp có giá").
    """
    first: int | None = None
    divided = True
    index = start
    while index < end:
        if tokens[index].text == '"':
            index = closing_quote(tokens, index) or index + 1
            continue
        match = quantity_at(tokens, index, words)
        if match and match.end <= end and (match.end == end or predicated or match.entry.get("kind") != "noun"):
            first = index if divided else first
            divided = False
            index = match.end
            continue
        if words.plays(tokens[index].lower, "boundary"):
            divided = True
            index += 1
            continue
        index = max(index + 1, min(word_at(tokens, index, words).end, end))
    if first is None:
        return None
    last = trim(tokens, first, end, words)
    if (
        last - first == 1
        and first > start
        and words.plays(tokens[first].lower, "verb object")
        and (words.is_verb(tokens[first - 1].lower))
    ):
        first -= 1  # "vay vốn", "trả nợ"
    return Phrase(first, last, "left")


def quantity_at(tokens: Sequence[Token], index: int, words: Vocabulary) -> Match | None:
    """Give the quantity noun at token `index`, unless it begins a longer word or a title ("Tổng Giám đốc")."""
    match = words.quantities.match(tokens, index)
    if match is None or word_at(tokens, index, words).end > match.end:
        return None
    if match.form == "cách" and match.end < len(tokens) and word_at(tokens, match.end, words).main == "V":
        return None  # a way of doing, not a distance
    title = match.end < len(tokens) and tokens[match.end].is_capital and match.end - index == 1 and match.form == "tổng"
    return None if title else match


def trim(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Cut a quantity before its owner ("của …"), a bracket, a time or a clause."""
    index = start
    while index < end:
        token = tokens[index]
        if token.text == '"':
            index = closing_quote(tokens, index) or end
            continue
        word = word_at(tokens, index, words)
        timed = (words.plays(word.text, "time word") and not words.plays(word.text, "manner")) or (
            token.kind == "number" and tokens[index - 1].lower != "trên"
        )
        if token.text in {"(", ";", ":", ")"} or (
            index > start and (timed or words.plays(token.lower, "cut") or words.plays(word.text, "cut"))
        ):
            return index
        index = min(word.end, end)
    return min(index, end)
