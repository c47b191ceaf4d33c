"""Measures: the phrase that says what a figure counts or measures.

A count measures the noun after it. A share, a sum or a size measures the quantity before it ("tỷ lệ hộ nghèo
còn 3,12%"), the noun after it ("500 tấn xi măng"), or the verb that governs it ("huy động 3.370 tỷ đồng").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.phrases import (
    Word,
    closing_quote,
    ends_phrase,
    is_predicate,
    noun_phrase,
    predicate_end,
    word_at,
)
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.lexicon import Match
from danvan_cli.text.tokens import Token


class Phrase(NamedTuple):
    """Tokens `start:end` that name a measure; `rule` tells how they were found."""

    start: int
    end: int
    rule: str


_SUM = 1_000_000
# How many tokens before a figure its measure is looked for.
REACH = 60
_BREAKS = {",", ";", ":", ".", "(", ")", "?", "!", "...", "…", "|", "+", "*"}


def is_share(figure: Figure) -> bool:
    """Whether a figure is a part of something: a percentage or a fraction."""
    return (figure.unit is not None and figure.unit.kind == "share") or figure.kind in {
        "fraction",
        "share",
        "half",
    }


def right_measure(tokens: Sequence[Token], figure: Figure, start: int, words: Vocabulary) -> Phrase | None:
    """Give the noun phrase at token `start`, the one after a figure and its unit.

    A share of a noun of which something is said measures noun and predicate: "98% ý kiến được giải quyết".
    """
    share = is_share(figure)
    if (
        share
        and start + 1 < len(tokens)
        and (
            words.plays(tokens[start].lower, "of")
            or (words.plays(tokens[start].lower, "within") and words.quantities.match(tokens, start + 1))
        )
    ):
        start += 1
    end = noun_phrase(tokens, start, words)
    if figure.scale >= _SUM and start < len(tokens) and tokens[start].text == '"':
        return None  # a sum: 12 tỷ "chạy" dự án
    if end == start or (figure.unit is not None and figure.unit.kind == "money" and not _is_sum(tokens, start, words)):
        return None
    if share and end < len(tokens) and tokens[end].kind == "word" and is_predicate(word_at(tokens, end, words), words):
        end = predicate_end(tokens, end, words)
    return Phrase(start, end, "right")


def _is_sum(tokens: Sequence[Token], start: int, words: Vocabulary) -> bool:
    """Whether what follows a sum of money is what the money is ("vốn đăng ký"), not what it is spent on."""
    if words.quantities.match(tokens, start) is not None:
        return True
    match = words.classifiers.match(tokens, start)
    plain_noun = word_at(tokens, start, words).main == "N" and bool(word_at(tokens, start, words).classes)
    return plain_noun and match is None and not tokens[start].is_capital


def left_measure(tokens: Sequence[Token], context: Context, floor: int, words: Vocabulary) -> Phrase | None:
    """Give the quantity, subject or verb before a figure in its clause.

    `floor` is the token after the figure before it, which the phrase does not reach across.
    """
    end = context.clause
    start = _segment_start(tokens, end, floor)
    found = _across_comma(tokens, start, end, floor, words) or _quantity(tokens, start, end, context.predicated, words)
    if found is None and context.linked and start == floor and floor:
        found = _quantity(tokens, _segment_start(tokens, end, 0), end, True, words)
    if found:
        return found
    if start and tokens[start - 1].text == "(" and (start == end or words.plays(tokens[start].lower, "time word")):
        # "(năm 2016 đạt 50%)" goes on with the quantity before the bracket.
        return _quantity(tokens, _segment_start(tokens, start - 1, floor), start - 1, True, words)
    numbers = [index for index in range(start, end) if tokens[index].kind == "number"]
    start = _skip_leads(tokens, max(start, numbers[-1] + 1 if numbers else start), end, words)
    return _subject_or_verb(tokens, start, end, floor, context, words) if start < end else None


def _segment_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Give the token where the comma segment that ends at `end` begins; a bracket right before it is skipped."""
    index = end
    floor = max(floor, end - REACH)
    if index and tokens[index - 1].text == ")":
        opening = next((i for i in range(index - 2, max(floor, index - 12) - 1, -1) if tokens[i].text == "("), None)
        index = opening if opening is not None else index
    quotes = []
    while index > floor and tokens[index - 1].text not in _BREAKS and not (index == 1 and tokens[0].text == "-"):
        index -= 1
        if tokens[index].text == '"':
            quotes.append(index)
    # A quotation that opens here and closes later holds the figure: the segment begins inside it.
    return quotes[0] + 1 if len(quotes) % 2 else index


def _across_comma(tokens: Sequence[Token], start: int, end: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give a quantity that a comma divides: "Tỷ lệ điều tra, khám phá án", "sản lượng xoài, nhãn"."""
    if start - 1 <= floor or start >= end or tokens[start - 1].text != "," or words.quantities.match(tokens, start):
        return None
    if ends_phrase(tokens, word_at(tokens, start, words), words) or _skip_leads(tokens, start, end, words) > start:
        return None
    earlier = _segment_start(tokens, start - 1, floor)
    first = _skip_leads(tokens, earlier, start - 1, words)
    if (
        first >= start - 1
        or not quantity_at(tokens, first, words)
        or any(token.lower in words.changes or words.plays(token.lower, "value") for token in tokens[first:start])
    ):
        return None
    last = _trim(tokens, first, end, words)
    return Phrase(first, last, "left") if last >= start else None


def _quantity(tokens: Sequence[Token], start: int, end: int, predicated: bool, words: Vocabulary) -> Phrase | None:
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
    last = _trim(tokens, first, end, words)
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


def _trim(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
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


def _skip_leads(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Skip what opens a clause and belongs to none of its phrases."""
    index = start
    if [token.lower for token in tokens[start : start + 2]] == ["so", "với"]:
        while index < end and not words.plays(tokens[index].lower, "pair"):
            index += 1
    while index < end:
        for length in (4, 3, 2, 1):
            if index + length <= end and words.plays(" ".join(t.lower for t in tokens[index : index + length]), "lead"):
                index += length
                break
        else:
            return index
    return index


def _subject_or_verb(
    tokens: Sequence[Token], start: int, end: int, floor: int, context: Context, words: Vocabulary
) -> Phrase | None:
    pieces = _words(tokens, start, end, words)
    last = pieces[-1]
    if words.plays(last.text, "dimension"):
        return _sized(pieces[:-1], words)
    passive = len(pieces) > 1 and words.plays(pieces[-2].text, "adverb")
    if pieces[0].text == "mỗi" and not (passive and _is_verb(last, words)):
        stop = next(
            (
                p.start
                for p in pieces[1:]
                if _is_verb(p, words) or words.plays(p.text, "end") or words.plays(p.text, "dimension")
            ),
            end,
        )
        return Phrase(start, stop, "each") if stop > start + 1 else None
    if passive and last.classes:
        return Phrase(last.start, last.end, "verb")
    verbs = [piece for piece in pieces if _is_verb(piece, words)]
    if verbs and context.predicated and (len(pieces) > 1 or not verbs):
        return Phrase(start, _trim(tokens, start, end, words), "subject")
    if verbs and verbs[-1] is last:
        return _verb(tokens, pieces, floor, words)
    first = verbs[-1].end if verbs else start
    phrase = _noun_run(tokens, first, end, words, after_verb=bool(verbs))
    if phrase is None:  # nothing but adjectives: "nhỏ nhất 9 cm" goes on with the quantity before
        return Phrase(verbs[-1].start, verbs[-1].end, "verb") if verbs else None
    if verbs and phrase[1] - phrase[0] == 1 and first == phrase[0] and words.plays(verbs[-1].text, "light"):
        return Phrase(verbs[-1].start, phrase[1], "verb")
    proper = tokens[phrase[0]].is_capital and not verbs and phrase[0] > 0 and not context.linked
    return Phrase(*phrase, "proper" if proper else "object" if verbs and not context.linked else "subject")


def _verb(tokens: Sequence[Token], pieces: Sequence[Word], floor: int, words: Vocabulary) -> Phrase:
    """Give the verb that governs a figure, with the verb it is made with ("cho vay") or listed with."""
    last = pieces[-1]
    start = last.start
    if (
        len(pieces) > 1
        and last.end - last.start == 1
        and (
            words.plays(pieces[-2].text, "verb head")
            or (_is_verb(pieces[-2], words) and pieces[-2].end - pieces[-2].start == 1)
        )
    ):
        start = pieces[-2].start
    if start == pieces[0].start and start > floor + 1 and tokens[start - 1].text == ",":
        earlier = _segment_start(tokens, start - 1, floor)
        before = _words(tokens, earlier, start - 1, words) if earlier < start - 1 else []
        if before and all(_is_verb(word, words) for word in before):
            start = before[0].start
    return Phrase(start, last.end, "verb")


def _sized(pieces: Sequence[Word], words: Vocabulary) -> Phrase | None:
    """Give the noun phrase that a dimension is said of: "con đường bê tông | dài"."""
    stop = len(pieces)
    first = stop
    while first and not (_is_verb(pieces[first - 1], words) or words.plays(pieces[first - 1].text, "end")):
        first -= 1
    return Phrase(pieces[first].start, pieces[stop - 1].end, "sized") if first < stop else None


def _noun_run(
    tokens: Sequence[Token], start: int, end: int, words: Vocabulary, *, after_verb: bool
) -> tuple[int, int] | None:
    while start < end:
        word = word_at(tokens, start, words)
        skipped = (
            after_verb
            and (words.plays(word.text, "link") or (word.main in {"A", "R", "E", "P", "L", "M"} and word.end < end))
            and not tokens[start].is_capital
        )
        if tokens[start].text == '"' or not (words.plays(word.text, "end") or tokens[start].kind != "word" or skipped):
            break
        start = word.end
    for piece in _words(tokens, start, end, words):
        if words.roles.get(piece.text) == "digit" and piece.end < end and not tokens[piece.start].is_capital:
            start = piece.end  # "giao cho ông một lô đất 85 m2"
    last = _trim(tokens, start, end, words) if start < end else start
    if not any(
        (word.main[0] == "N" or "N" in word.classes) and not words.plays(word.text, "pair")
        for word in _words(tokens, start, last, words)
    ):
        return None
    return start, last


def _words(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> list[Word]:
    pieces: list[Word] = []
    index = start
    while index < end:
        close = closing_quote(tokens, index) if tokens[index].text == '"' else None
        if close is not None and close <= end:
            pieces.append(Word('"', index, close, ("N",)))
        else:
            word = word_at(tokens, index, words)
            name = tokens[index].is_capital and index > 0 and tokens[index - 1].kind == "word"
            pieces.append(Word(word.text, index, min(word.end, end), ("N",) if name else word.classes))
        index = pieces[-1].end
    return pieces


def _is_verb(word: Word, words: Vocabulary) -> bool:
    return word.main == "V" and bool(word.classes) and not words.plays(word.text, "link")
