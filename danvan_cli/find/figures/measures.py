"""Measures: the phrase that says what a figure counts or measures.

A count measures the noun after it. A share, a sum or a size measures the quantity before it ("tỷ lệ hộ nghèo
còn 3,12%"), the noun after it ("500 tấn xi măng"), or the verb that governs it ("huy động 3.370 tỷ đồng").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.phrases import Word, closing_quote, noun_phrase, predicate_end, word_at
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token


class Phrase(NamedTuple):
    """Tokens `start:end` that name a measure; `rule` tells how they were found."""

    start: int
    end: int
    rule: str


_BREAKS = {",", ";", ":", ".", "(", ")", "?", "!", "...", "…", "-", "|", "+", "*"}


def right_measure(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> Phrase | None:
    """Give the noun phrase right after a figure and its unit."""
    start = figure.end
    if start < len(tokens) and tokens[start].lower in {"về", "số", "tổng"} and tokens[start].lower == "về":
        start += 1
    if start >= len(tokens):
        return None
    share = figure.unit is not None and figure.unit.kind == "share" or figure.kind in {"fraction", "share", "half"}
    if share and tokens[start].lower == "là":
        start += 1
    end = noun_phrase(tokens, start, words)
    if end == start:
        return None
    if figure.unit is not None and figure.unit.kind == "money" and not _is_sum(tokens, start, words):
        return None
    if share and end < len(tokens) and tokens[end].kind == "word":
        word = word_at(tokens, end, words)
        if _is_predicate(word, words):
            end = predicate_end(tokens, end, words)
    return Phrase(start, end, "right")


def _is_sum(tokens: Sequence[Token], start: int, words: Vocabulary) -> bool:
    """Whether what follows a sum of money is what the money is ("vốn đăng ký"), not what it is spent on."""
    return words.quantities.match(tokens, start) is not None or word_at(tokens, start, words).text in {"tiền", "vốn", "thuế"}


def _is_predicate(word: Word, words: Vocabulary) -> bool:
    if word.text in {"được", "bị", "đã", "đang", "sẽ", "phải", "chưa", "không", "có", "đạt", "tham gia", "thuộc"}:
        return True
    return bool(word.classes) and word.classes[0] in {"V", "A"} and word.text not in words.changes


def left_measure(tokens: Sequence[Token], figure: Figure, context: Context, floor: int, words: Vocabulary) -> Phrase | None:
    """Give the quantity, subject or verb before a figure in its clause.

    `floor` is the token after the figure before it, which the phrase does not reach across.
    """
    end = context.clause
    start = _segment_start(tokens, end, floor)
    found = _quantity(tokens, start, end, words)
    if found is None:
        earlier = _wider_start(tokens, start, floor, words)
        if earlier is not None:
            found = _quantity(tokens, earlier, end, words, across=True)
    if found:
        return found
    start = _skip_leads(tokens, start, end, words)
    if start >= end:
        return None
    return _subject_or_verb(tokens, start, end, context, words)


def _segment_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Give the token where the comma segment that ends at `end` begins; brackets right before are skipped."""
    index = end
    if index and tokens[index - 1].text == ")":
        opening = next((i for i in range(index - 2, max(floor, index - 12) - 1, -1) if tokens[i].text == "("), None)
        index = opening if opening is not None else index
    while index > floor and tokens[index - 1].text not in _BREAKS:
        index -= 1
    return index


def _wider_start(tokens: Sequence[Token], start: int, floor: int, words: Vocabulary) -> int | None:
    """Give the start of the comma segment before, if it begins with a quantity ("Tỷ lệ điều tra, khám phá án")."""
    if start - 1 <= floor or tokens[start - 1].text != ",":
        return None
    return _segment_start(tokens, start - 1, floor)


def _quantity(tokens: Sequence[Token], start: int, end: int, words: Vocabulary, *, across: bool = False) -> Phrase | None:
    """Give the phrase that begins with a quantity noun and reaches to the links before the figure."""
    index = start
    while index < end:
        if tokens[index].text == '"':
            index = closing_quote(tokens, index) or index + 1
            continue
        match = words.quantities.match(tokens, index)
        if match and match.end <= end and not (across and index > start + 2):
            last = _trim(tokens, index, end, words)
            if last > index:
                return Phrase(index, last, "left")
        index = max(index + 1, min(word_at(tokens, index, words).end, end)) if tokens[index].kind == "word" else index + 1
    return None


def _trim(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Cut a quantity before its owner ("của …"), a bracket, a time or a clause."""
    index = start
    while index < end:
        token = tokens[index]
        if token.text == '"':
            index = closing_quote(tokens, index) or end
            continue
        if token.text in {"(", ";", ":", ")"} or token.lower == "của":
            return index
        word = word_at(tokens, index, words)
        if index > start and (word.text in words.time_words and word.text not in {"bình quân", "trung bình"}
                              or word.text in {"mỗi", "hiện", "đã", "đạt", "chiếm", "là", "lên", "tại", "ở"}):
            return index
        index = min(word.end, end)
    return min(index, end)


def _skip_leads(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Skip what opens a clause and belongs to none of its phrases."""
    index = start
    while index < end:
        for length in (4, 3, 2, 1):
            if index + length <= end and " ".join(t.lower for t in tokens[index:index + length]) in words.leads:
                index += length
                break
        else:
            return index
    return index


def _subject_or_verb(tokens: Sequence[Token], start: int, end: int, context: Context, words: Vocabulary) -> Phrase | None:
    pieces = _words(tokens, start, end, words)
    if pieces[0].text == "mỗi" and not (context.linked and _is_verb(pieces[-1], words)):
        last = next((p.start for p in pieces[1:] if _is_verb(p, words) or p.text in words.ends or p.text in words.dimensions), end)
        return Phrase(start, last, "each") if last > start + 1 else None
    if pieces[-1].text in words.dimensions:
        return _sized(pieces[:-1], words)
    verbs = [p for p in pieces if _is_verb(p, words)]
    if verbs and verbs[-1] is pieces[-1]:
        return Phrase(verbs[-1].start, verbs[-1].end, "verb")
    first = verbs[-1].end if verbs else start
    phrase = _noun_run(tokens, first, end, words)
    if phrase and (context.linked or not verbs):
        return Phrase(*phrase, "subject")
    if phrase and verbs:
        return Phrase(*phrase, "object")
    return Phrase(verbs[-1].start, verbs[-1].end, "verb") if verbs else None


def _sized(pieces: Sequence[Word], words: Vocabulary) -> Phrase | None:
    """Give the noun phrase that a dimension is said of: "con đường bê tông | dài"."""
    stop = len(pieces)
    first = stop
    while first and not (_is_verb(pieces[first - 1], words) or pieces[first - 1].text in words.ends):
        first -= 1
    return Phrase(pieces[first].start, pieces[stop - 1].end, "sized") if first < stop else None


def _noun_run(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> tuple[int, int] | None:
    while start < end and (word_at(tokens, start, words).text in words.ends or tokens[start].kind != "word" and tokens[start].text != '"'):
        start = word_at(tokens, start, words).end
    last = _trim(tokens, start, end, words)
    return (start, last) if last > start else None


def _words(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> list[Word]:
    pieces = []
    index = start
    while index < end:
        if tokens[index].text == '"' and (close := closing_quote(tokens, index)) and close <= end:
            pieces.append(Word('"', index, close, ("N",)))
        else:
            word = word_at(tokens, index, words)
            pieces.append(Word(word.text, index, min(word.end, end), word.classes))
        index = pieces[-1].end
    return pieces


def _is_verb(word: Word, words: Vocabulary) -> bool:
    return bool(word.classes) and word.classes[0] == "V" and word.text not in words.links
