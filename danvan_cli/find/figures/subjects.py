"""Subjects: where what is said of several things begins, and what the clause before speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.quantities import Phrase, quantity_phrase, trim
from danvan_cli.find.figures.segments import segment_start, skip_leads
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import is_nominal, is_verb, role_start, word_at, words_between
from danvan_cli.text.tokens import Token


def first_conjunct(tokens: Sequence[Token], start: int, end: int, floor: int, words: Vocabulary) -> int:
    """Give the token where a subject begins whose last conjunct is `start:end`: "đồng bào Cor, Ca Dong | chiếm"."""
    first = start
    while first - 1 > floor and tokens[first - 1].text == "," and _is_name(tokens, first, end, words):
        segment = segment_start(tokens, first - 1, floor)
        if segment >= first - 1 or not _is_name(tokens, segment, first - 1, words):
            break
        first, end = segment, first - 1
    return first


def before_harm(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Give the token before which what befell someone stands that ends the tokens `start:end`: "người | bị thương"."""
    return role_start(tokens, end, "harmed", words, min(3, end - start - 1))


def _is_name(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> bool:
    """Whether the tokens `start:end` are a noun phrase that nothing is said of."""
    pieces = words_between(tokens, start, end, words)
    if not is_nominal(tokens, pieces[0], words) or skip_leads(tokens, start, end, words) > start:
        return False
    if len(pieces) == 1 and "N" in pieces[0].classes:
        return True  # "xây dựng" is a verb too
    return all(
        tokens[piece.start].kind == "word"
        and (tokens[piece.start].is_capital or piece.main[0] in "NA" or words.plays(piece.text, "pair"))
        and not (words.plays(piece.text, "cut") or words.plays(piece.text, "time word"))
        for piece in pieces
    )


def quantity_before_comma(tokens: Sequence[Token], end: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give the quantity of the clause before the comma, whose value follows: "mức phụ cấp rất thấp, | chỉ 2 triệu"."""
    comma = end - 1
    if comma <= floor or tokens[comma].text != ",":
        return None
    start = skip_leads(tokens, segment_start(tokens, comma, floor), comma, words)
    found = quantity_phrase(tokens, start, comma, True, words) if start < comma else None
    return Phrase(found.start, found.end, "before") if found else None


def subject_before_comma(tokens: Sequence[Token], end: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give the subject of the clause before the comma, whose predicate goes on: "giá tiêu lao dốc, | giảm 5%"."""
    comma = end - 1
    if comma <= floor or tokens[comma].text != ",":
        return None
    start = segment_start(tokens, comma, floor)
    if start and (start == floor or tokens[start - 1].kind != "mark"):
        return None  # what is left of the phrase after the figure before
    start = skip_leads(tokens, start, comma, words)
    if start >= comma or not is_nominal(tokens, word_at(tokens, start, words), words):
        return None
    stop = next(
        (p.start for p in words_between(tokens, start, comma, words) if p.text in words.changes or is_verb(p, words)),
        comma,
    )
    quantity = quantity_phrase(tokens, start, stop, True, words)
    if quantity or stop == comma:
        return quantity
    return Phrase(start, trim(tokens, start, stop, words), "subject") if stop > start else None
