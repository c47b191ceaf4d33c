"""Periods: the spans of time that a sentence names ("trong 6 tháng đầu năm 2024", "nhiệm kỳ 2020-2025").

The wordings are templates in `lexicon/periods.toml`, matched token by token. Which days a wording means is told by
`resolve/calendar.py`, which knows the year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from danvan_cli.find.mentions import PeriodMention
from danvan_cli.lexicon import Entry, Gazetteer, Lexicon
from danvan_cli.segment import Sentence
from danvan_cli.text.fold import fold_key
from danvan_cli.text.tokens import Token, lowered

NUMBER = "0"
"""What stands for any number among the words that a template may begin with."""

_PIECE = regex.compile(r"\[(?P<optional>[^\]]+)\]|\{(?P<slot>[a-z])\d?\}|(?P<mark>[()/-])|(?P<word>[^\s\[\]{}()/-]+)")

_SPELT_SLOTS = "nmq"
"""The slots that a number in words may fill."""

_FITS: dict[str, Callable[[str], bool]] = {
    "y": lambda digits: is_year(digits),
    "m": lambda digits: len(digits) <= 2 and 1 <= int(digits) <= 12,
    "q": lambda digits: digits in ("1", "2", "3", "4"),
    "n": lambda digits: len(digits) <= 2,
}
"""Which digits fill a slot."""

_IN_A_DAY = ("/", "-", "tháng")
"""What stands between day and month."""


def is_year(text: str) -> bool:
    """Whether a number is written as a year: four digits, of this century or the last."""
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")


class Piece(NamedTuple):
    """A piece of a wording: a word or mark, or the name of a slot."""

    text: str
    is_slot: bool


Wording = tuple[Piece, ...]
Values = tuple[tuple[str, str], ...]


class Template(NamedTuple):
    """One of the wordings of an entry of `periods.toml`."""

    entry: Entry
    pieces: Wording


class Templates(NamedTuple):
    """The templates that begin with a word, by the word (or NUMBER) that must stand second; `others` are of one word.

    Those by the second word have the others among them, in the order of the lexicon.
    """

    by_second: dict[str, list[Template]]
    others: list[Template]

    @property
    def seconds(self) -> frozenset[str]:
        """The words that may stand second, and "" where any may."""
        return frozenset({*self.by_second, ""} if self.others or NUMBER in self.by_second else self.by_second)


def find_periods(sentence: Sentence, at: Sequence[int], lexicon: Lexicon) -> tuple[PeriodMention, ...]:
    """Find the periods that begin at some tokens of a sentence, in text order, the longest wording at each place."""
    grammar, tokens = period_grammar(lexicon), sentence.tokens
    found: list[PeriodMention] = []
    for index in at:
        token = tokens[index]
        templates = grammar.get(_key(tokens, index))
        if templates is None or (found and token.start < found[-1].end) or _is_name(tokens, index):
            continue
        longest, reading = index, None
        for template in templates.by_second.get(_key(tokens, index + 1), templates.others):
            read = _read(template.pieces, tokens, index, lexicon)
            if read and read[0] > longest:
                longest, reading = read[0], (read[1], template.entry)
        if reading:
            found.append(_mention(token.start, tokens[longest - 1].end, *reading))
    return tuple(found)


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words around token `index` are parts of a name: "Hoa | Tháng Năm", "Cách Mạng | Tháng Tám"."""
    around = tokens[index - 1:index + 2]
    return index > 0 and len(around) == 3 and all(each.is_capital and not each.text.isupper() for each in around)


def _key(tokens: Sequence[Token], index: int) -> str:
    """Give by what templates are looked up at a token, "" behind the last."""
    if index >= len(tokens):
        return ""
    return NUMBER if tokens[index].kind == "number" else tokens[index].lower


def _mention(start: int, end: int, values: Values, entry: Entry) -> PeriodMention:
    return PeriodMention(
        start, end, entry.get("reading"), tuple(sorted(values)), entry.get("scope", "document"),
        entry.get("attributive", False), f"period.{entry.get('reading').replace('_', '-')}")


def _read(pieces: Wording, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, Values] | None:
    """Give where a wording ends that starts at a token, with those of its slots; None where it does not stand there."""
    values: list[tuple[str, str]] = []
    for text, is_slot in pieces:
        if not is_slot:
            if index == len(tokens) or tokens[index].lower != text:
                return None
            index += 1
            continue
        stop = _slot_end(text[0], tokens, index, lexicon)
        if stop is None:
            return None
        values.append((text, lowered(tokens, index, stop)))
        index = stop
    return index, tuple(values)


def _slot_end(slot: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int | None:
    """Give the end of a value: {n} number, {m} month, {q} quarter, {y} year, {d} day; None if there is none."""
    if index >= len(tokens):
        return None
    text = tokens[index].text
    if slot == "d":
        return _day_end(tokens, index)
    if tokens[index].kind == "number":
        return index + 1 if text.isdigit() and _FITS[slot](text) else None
    match = None if slot == "y" else lexicon.gazetteer("period_numbers").match(tokens, index)
    return match.end if match else None


def _day_end(tokens: Sequence[Token], index: int) -> int | None:
    """Read "9/7", "09-07-2024" or "9 tháng 7 năm 2024" at a token."""
    words = [token.lower for token in tokens[index:index + 5]]
    if len(words) < 3 or not _is_small(words[0]) or not _is_small(words[2]):
        return None
    if words[1] not in _IN_A_DAY:
        return None
    if words[1] != "tháng":
        return index + (5 if len(words) == 5 and words[3] == words[1] and _is_year(words[4]) else 3)
    return index + (5 if len(words) == 5 and words[3] == "năm" and _is_year(words[4]) else 3)


def _is_small(word: str) -> bool:
    return word.isdigit() and len(word) <= 2


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


@cache
def period_grammar(lexicon: Lexicon) -> dict[str, Templates]:
    """Read the templates of `periods.toml`, keyed by the words (or NUMBER) that they can begin with."""
    numbers = lexicon.gazetteer("period_numbers")
    grammar: dict[str, Templates] = {}
    for entry in lexicon.entries("periods"):
        for pieces in _wordings(fold_key(entry.form)):
            template = Template(entry, pieces)
            for word, seconds in _beginnings(pieces, numbers):
                by_second, others = grammar.setdefault(word, Templates({}, []))
                for second in seconds:
                    by_second.setdefault(second, list(others)).append(template)
                if not seconds:
                    for templates in (others, *by_second.values()):
                        templates.append(template)
    return grammar


def _wordings(form: str) -> list[Wording]:
    """Give the wordings of a form, with and without each of what may be left out, the longer first."""
    wordings: list[Wording] = [()]
    for piece in _PIECE.finditer(form):
        if piece["optional"]:
            more = [*_wordings(piece["optional"]), ()]
        else:
            more = [(Piece(piece.group()[1:-1], True) if piece["slot"] else Piece(piece.group(), False),)]
        wordings = [(*before, *after) for before in wordings for after in more]
    return wordings


def _beginnings(pieces: Wording, numbers: Gazetteer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the words with which a wording can begin, each with those that may stand second; none if it is one word."""
    first, *rest = pieces
    seconds = _openers(rest[0], numbers) if rest else ()
    for word in _openers(first, numbers):
        if not first.is_slot:
            yield word, seconds
        elif word == NUMBER:
            yield word, _IN_A_DAY if first.text[0] == "d" else seconds
        else:
            longer = numbers.second_words(word) - {""}  # "mười | hai"
            yield word, tuple({*seconds, *longer}) if seconds else ()


def _openers(piece: Piece, numbers: Gazetteer) -> tuple[str, ...]:
    """Give the words, or NUMBER, with which what a piece stands for can begin."""
    if not piece.is_slot:
        return (piece.text,)
    return (NUMBER, *numbers.first_words) if piece.text[0] in _SPELT_SLOTS else (NUMBER,)
