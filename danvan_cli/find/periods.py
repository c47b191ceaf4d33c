"""Periods: the spans of time that a sentence names ("trong 6 tháng đầu năm 2024", "nhiệm kỳ 2020-2025").

The wordings are templates in `lexicon/periods.toml`, matched token by token. Which days a wording means is told by
`resolve/calendar.py`, which knows the year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from danvan_cli.find.mentions import PeriodMention
from danvan_cli.lexicon import Entry, Lexicon
from danvan_cli.segment import Sentence
from danvan_cli.text.fold import fold_string, lower
from danvan_cli.text.tokens import Token

NUMBER = "0"
"""What stands for any number among the words that a template may begin with."""

_PIECE = regex.compile(r"\[(?P<optional>[^\]]+)\]|\{(?P<slot>[a-z])\d?\}|(?P<mark>[()/-])|(?P<word>[^\s\[\]{}()/-]+)")

_SHORT_SLOTS = "nmqy"
"""The slots that a number in digits fills with one token; a day has several."""


class Piece(NamedTuple):
    """A piece of a template: a word or mark, a slot, or pieces that may be left out."""

    kind: str
    text: str
    inner: tuple[Piece, ...] = ()


class Template(NamedTuple):
    """A wording of `periods.toml` as pieces.

    `needs` are the words without which it cannot match, `second` the one that must stand second, if any must; where
    it is `slotted`, only behind a number in digits, since others may be of several words.
    """

    entry: Entry
    pieces: tuple[Piece, ...]
    needs: frozenset[str]
    second: str | None
    slotted: bool


Values = tuple[tuple[str, str], ...]


def find_periods(sentence: Sentence, at: Sequence[int], lexicon: Lexicon) -> tuple[PeriodMention, ...]:
    """Find the periods that begin at some tokens of a sentence, in text order, the longest wording at each place."""
    grammar, tokens = period_grammar(lexicon), sentence.tokens
    found: list[PeriodMention] = []
    present = {token.lower for token in tokens}
    for index in at:
        token = tokens[index]
        templates = grammar.get(NUMBER if token.kind == "number" else token.lower, ())
        if not (found and token.start < found[-1].end):
            second = tokens[index + 1].lower if index + 1 < len(tokens) else ""
            readings = [(end, values, template.entry) for template in templates
                        if (template.second in (None, second) or (template.slotted and token.kind != "number"))
                        and template.needs <= present
                        for end, values in _ends(template.pieces, tokens, index, lexicon)]
            if readings:
                end, values, entry = max(readings, key=lambda reading: reading[0])
                found.append(_mention(token.start, tokens[end - 1].end, values, entry))
    return tuple(found)


def _mention(start: int, end: int, values: Values, entry: Entry) -> PeriodMention:
    return PeriodMention(
        start, end, entry.get("reading"), tuple(sorted(values)), entry.get("scope", "document"),
        entry.get("attributive", False), f"period.{entry.get('reading').replace('_', '-')}")


def _ends(
    pieces: Sequence[Piece], tokens: Sequence[Token], index: int, lexicon: Lexicon, values: Values = (),
) -> Iterator[tuple[int, Values]]:
    """Give where the pieces may end that start at a token, with the wordings of their slots.

    Templates have few pieces, so that the ways to leave some out are few.
    """
    if not pieces:
        yield index, values
        return
    piece, rest = pieces[0], pieces[1:]
    if piece.kind == "optional":
        for end, more in _ends(piece.inner, tokens, index, lexicon, values):
            yield from _ends(rest, tokens, end, lexicon, more)
        yield from _ends(rest, tokens, index, lexicon, values)
    elif piece.kind == "slot":
        stop = _slot_end(piece.text[0], tokens, index, lexicon)
        if stop:
            wording = " ".join(token.lower for token in tokens[index:stop])
            yield from _ends(rest, tokens, stop, lexicon, (*values, (piece.text, wording)))
    elif index < len(tokens) and tokens[index].lower == piece.text:
        yield from _ends(rest, tokens, index + 1, lexicon, values)


def _slot_end(slot: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int | None:
    """Give the end of a value: {n} number, {m} month, {q} quarter, {y} year, {d} day; None if there is none."""
    if index >= len(tokens):
        return None
    text = tokens[index].text
    if slot == "d":
        return _day_end(tokens, index)
    if tokens[index].kind == "number":
        fits = text.isdigit() and {
            "y": len(text) == 4 and text[:2] in ("19", "20"), "m": 1 <= int(text) <= 12 and len(text) <= 2,
            "q": text in ("1", "2", "3", "4"), "n": len(text) <= 2}[slot]
        return index + 1 if fits else None
    match = None if slot == "y" else lexicon.gazetteer("period_numbers").match(tokens, index)
    return match.end if match else None


def _day_end(tokens: Sequence[Token], index: int) -> int | None:
    """Read "9/7", "09-07-2024" or "9 tháng 7 năm 2024" at a token."""
    words = [token.lower for token in tokens[index:index + 5]]
    if len(words) < 3 or not _is_small(words[0]) or not _is_small(words[2]):
        return None
    if words[1] in ("/", "-"):
        return index + (5 if len(words) == 5 and words[3] == words[1] and _is_year(words[4]) else 3)
    if words[1] == "tháng":
        return index + (5 if len(words) == 5 and words[3] == "năm" and _is_year(words[4]) else 3)
    return None


def _is_small(word: str) -> bool:
    return word.isdigit() and len(word) <= 2


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


@cache
def period_grammar(lexicon: Lexicon) -> dict[str, list[Template]]:
    """Read the templates of `periods.toml`, keyed by the words (or NUMBER) that they can begin with."""
    numbers = lexicon.gazetteer("period_numbers").first_words
    grammar: dict[str, list[Template]] = {}
    for entry in lexicon.entries("periods"):
        pieces = _pieces(lower(fold_string(entry.form)))
        kinds = [piece.kind for piece in pieces[:2]]
        slotted = kinds == ["slot", "word"] and pieces[0].text[0] in _SHORT_SLOTS
        second = pieces[1].text if slotted or kinds == ["word", "word"] else None
        needs = frozenset(piece.text for piece in pieces if piece.kind == "word")
        template = Template(entry, pieces, needs, second, slotted)
        for word in _first_words(pieces, numbers):
            grammar.setdefault(word, []).append(template)
    return grammar


def _pieces(form: str) -> tuple[Piece, ...]:
    pieces = []
    for piece in _PIECE.finditer(form):
        if piece["optional"]:
            pieces.append(Piece("optional", "", _pieces(piece["optional"])))
        elif piece["slot"]:
            pieces.append(Piece("slot", piece.group()[1:-1]))
        else:
            pieces.append(Piece("word", piece.group()))
    return tuple(pieces)


def _first_words(pieces: Sequence[Piece], numbers: frozenset[str]) -> set[str]:
    first: set[str] = set()
    for piece in pieces:
        if piece.kind == "optional":
            first |= _first_words(piece.inner, numbers)
            continue
        return first | ({NUMBER, *numbers} if piece.kind == "slot" else {piece.text})
    return first
