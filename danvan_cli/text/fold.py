"""Unicode folding that keeps offsets: one spelling to match on, and the way back to the text as read.

Vietnamese text comes composed or decomposed (NFC, NFD, or half of each from legacy code pages), with tones on
either vowel ("hoà", "hòa"), with no-break spaces and invisible marks. Every rule of danvan matches on the
folded text; every span goes back through `Folded.raw` before anybody sees it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

import regex
from msgspec import Struct

from danvan_cli.text.pattern import lazy_pattern

# One code point for another: the folded text keeps its length. Spaces of all sorts, apostrophes of ethnic
# names (H’Linh, K‘Brêu), dashes, line ends.
_SPELT_WITH = {
    " ": "\t\v\f\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
         "\u2009\u200a\u202f\u205f\u3000",
    "'": "\u2018\u2019\u02bc\u00b4\u02b9\u2032`",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb",
    "\n": "\r\x85\u2028\u2029",
}
_SAME_LENGTH = {char: plain for plain, chars in _SPELT_WITH.items() for char in chars}
_FOREIGN = re.compile("[" + re.escape("".join(_SAME_LENGTH)) + "]")
# Letters that look alike. Source: confusables.txt of Unicode (UTS #39); Cyrillic and Greek ones stand for Latin
# where a text or a word has no others of their script. Icelandic Ð is what keyboards and old fonts give for Đ, the
# letter OI what PDF writers make of Ư.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναιυρ",
    "ABESIJKMHOPCTYXaeopcyxsijhdqwABEZHIKMNOPTYXovaiup")
_ALIKE_ANYWHERE = str.maketrans("\u00d0\u0189\u00f0\u01a2\u01a3", "ĐĐđƯư")
# What may be one of these, or a fullwidth or mathematical character, which has a plain one in NFKC.
_UNUSUALS = "\u00d0\u00f0\u0189\u01a2\u01a3\u0370-\u052f\uff01-\uff5e\U0001d400-\U0001d7ff"
_UNUSUAL = re.compile(f"[{_UNUSUALS}]")
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
_WORD = lazy_pattern(r"[\p{L}\p{M}]++")
_LATIN = lazy_pattern(r"\p{Latin}")
# Letters that show a text to be in part Greek or Cyrillic.
_OTHER_SCRIPT = lazy_pattern(r"(?=\p{L})[\u0370-\u052f--" + "".join(map(chr, _LOOKALIKES)) + "]", regex.VERSION1)
# A soft hyphen that shows, at the end of a line, breaks a word.
_SOFT_BREAK = lazy_pattern(r"(?<=\p{L})\u00ad[ \t]*+\r?\n[ \t]*+(?=\p{Ll})")
# What no reader sees: control characters, soft hyphen, zero-width characters, direction marks, byte order mark.
_CONTROLS = "".join(map(chr, (*range(9), *range(0x0e, 0x1c), *range(0x7f, 0x85), *range(0x86, 0xa0))))
_INVISIBLES = _CONTROLS + ("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
               "\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff")
_INVISIBLE = re.compile(f"[{_INVISIBLES}]+")
# What may be any of these, or a mark that composes with the letter before it.
_IN_NEED = re.compile(f"[{_INVISIBLES}{_UNUSUALS}\u0300-\u036f]")
# Marks of Markdown that its readers do not see: of strong words, headings and links. Source: CommonMark.
_MARKUP = regex.compile(r"\*\*|^#{1,6}+(?=\s)|!?\[(?=[^\[\]\n]{1,300}+\]\()|\]\([^()\s]{1,500}+\)", regex.MULTILINE)
_EMPHASIS = regex.compile(
    r"(?<![\w*])\*(?=[\p{L}\d\"“‘(])(?P<inner>[^*\n]{1,300}+)(?<=[\p{L}\p{M}\d.,;:!?%)\"”’])\*(?![\w*])")
# More marks on one letter than any text has are not read: to order them takes time by their square. Source: the
# stream-safe text format of Unicode (UAX #15).
_HEAP_OF_MARKS = regex.compile(r"\p{M}{30}\K\p{M}++")
# What composes with the character before it, invisible marks between them or not: combining marks, and the
# vowels and final consonants of Hangul.
_FOLLOWERS = lazy_pattern(rf"[\p{{M}}{_INVISIBLES}\u1161-\u1175\u11a8-\u11c2]++")

_OPEN_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_CLOSED_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = {case(new): case(old)
          for new, old in zip(_OPEN_TONES, _CLOSED_TONES, strict=True)
          for case in (str, str.upper, str.capitalize)}
_FIRSTS, _SECONDS = ("".join(sorted({vowels[at] for vowels in _TONES})) for at in (0, 1))
_OPEN_SYLLABLE = regex.compile(rf"[{_FIRSTS}][{_SECONDS}](?![\p{{L}}\p{{M}}])(?<![qQ]..)")


class Edit(NamedTuple):
    """A place where folding changed the length: folded `start:end` stands for raw `raw_start:raw_end`."""

    start: int
    end: int
    raw_start: int
    raw_end: int


class Folded(Struct, frozen=True):
    """A folded text with the way back.

    `text` is NFC, with tones on the first vowel of open syllables ("hòa", "thủy"), plain spaces, quotes,
    apostrophes and hyphens, and without invisible characters and marks of Markdown; `lower` is its lower case, of
    equal length.
    `edits` are the places where it is shorter or longer than the raw text, in order; between them one
    character stands for one. `composed` tells that `compose` changes nothing in any part of the raw text.
    """

    text: str
    lower: str
    edits: tuple[Edit, ...] = ()
    composed: bool = False

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw span that the folded span `start:end` stands for."""
        if not self.edits:
            return start, end
        first = self._raw_of(start)[0]
        return (first, self._raw_of(end - 1)[1]) if start < end else (first, first)

    def _raw_of(self, index: int) -> tuple[int, int]:
        """Give the raw span of one folded character."""
        found = bisect_right(self.edits, index, key=_EDIT_START) - 1
        if found < 0:
            return index, index + 1
        edit = self.edits[found]
        if index < edit.end:
            return edit.raw_start, edit.raw_end
        offset = index - edit.end + edit.raw_end
        return offset, offset + 1


_EDIT_START = attrgetter("start")


def fold(raw: str) -> Folded:
    """Fold a text for matching.

    >>> folded = fold("Uỷ ban nhân dân tỉnh Hoà Bình")
    >>> folded.text
    'Ủy ban nhân dân tỉnh Hòa Bình'
    """
    edits: tuple[Edit, ...] = ()
    plain, composed = raw, _is_clean(raw)
    if not composed:
        plain = _plain_letters(raw)
        if _is_composed(plain):
            composed = plain == raw and not _UNUSUAL.search(raw)
        else:
            plain, edits = _compose(plain)
    # The end of a Windows line is one line end, not two.
    text = _fold_tones(_FOREIGN.sub(lambda match: _SAME_LENGTH[match.group()], plain.replace("\r\n", " \n")))
    return Folded(text, lower(text), edits, composed)


def compose(raw: str) -> str:
    r"""Give a text in NFC, without invisible characters and look-alikes, otherwise as it is written.

    >>> compose("Ho\u0300a\u200b, Hoà")
    'Hòa, Hoà'
    """
    plain = _plain_letters(raw)
    return plain if _is_composed(plain) else _compose(plain)[0]


def _is_clean(raw: str) -> bool:
    """Whether a text needs no change but of spaces, quotes and tones, as most do: one look at each character."""
    return (unicodedata.is_normalized("NFC", raw) and not _IN_NEED.search(raw) and not _has_markup(raw)
            and not _HEAP_OF_MARKS.search(raw))


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not _INVISIBLE.search(text)


def _plain_letters(raw: str) -> str:
    """Give a text, of equal length, with Latin letters for those that look like them and no marks of Markdown."""
    if _has_markup(raw):
        raw = _EMPHASIS.sub("\u200b\\g<inner>\u200b", _MARKUP.sub(lambda match: "\u200b" * len(match.group()), raw))
    if raw.isascii():
        return raw
    raw = _HEAP_OF_MARKS.sub(lambda match: "\u200b" * len(match.group()), raw)
    if "\u00ad" in raw:
        raw = _SOFT_BREAK.sub(lambda match: "\u00ad" * len(match.group()), raw)
    if not _UNUSUAL.search(raw):
        return raw
    raw = _STYLED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), raw).translate(_ALIKE_ANYWHERE)
    if not _OTHER_SCRIPT.search(raw):
        return raw.translate(_LOOKALIKES)
    return _WORD.sub(lambda match: _latin_word(match.group()), raw)


def _has_markup(raw: str) -> bool:
    return "*" in raw or "#" in raw or "](" in raw


def _latin_word(word: str) -> str:
    return word.translate(_LOOKALIKES) if _LATIN.search(word) else word


def _compose(raw: str) -> tuple[str, tuple[Edit, ...]]:
    """Give the text in NFC without invisible characters, and where its length changed."""
    pieces: list[str] = []
    edits: list[Edit] = []
    length = 0
    for start, end in _units(raw):
        piece = unicodedata.normalize("NFC", _INVISIBLE.sub("", raw[start:end]))
        if len(piece) != end - start:
            edits.append(Edit(length, length + len(piece), start, end))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(edits)


def _units(raw: str) -> Iterator[tuple[int, int]]:
    """Cut a text where nothing composes: plain stretches, characters with their marks, invisible runs."""
    done = 0
    for match in _FOLLOWERS.finditer(raw):
        start, end = match.span()
        visible_end = start + len(match.group().rstrip(_INVISIBLES))
        if visible_end > start:
            start = max(start - 1, done)  # the character they follow
        if done < start:
            yield from _plain_units(raw, done, start)
        yield start, visible_end
        if visible_end < end:
            yield visible_end, end
        done = end
    yield from _plain_units(raw, done, len(raw))


def _plain_units(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch without marks only if a character of it has a longer form in NFC."""
    if unicodedata.is_normalized("NFC", plain := raw[start:end]) or (
            len(unicodedata.normalize("NFC", plain)) == end - start):
        yield start, end
    else:
        yield from ((index, index + 1) for index in range(start, end))


@lru_cache(maxsize=4096)  # a text names few people and measures many times
def fold_string(string: str) -> str:
    r"""Give only the folded spelling of a string, runs of white space as one space.

    >>> fold_string("Ủy  ban\nMTTQ") == fold_string("Uỷ ban MTTQ")
    True
    """
    return " ".join(fold(string).text.split())


def fold_key(string: str) -> str:
    """Give the folded spelling of a string in lower case, by which names and words are compared.

    >>> fold_key("Uỷ ban  Nhân dân")
    'ủy ban nhân dân'
    """
    return lower(fold_string(string))


def fold_strings(strings: Sequence[str]) -> list[str]:
    """Give the folded spelling of many strings, as `fold_string` would, in one pass: word lists are long.

    >>> fold_strings(["Uỷ ban", "Hoà  Bình"])
    ['Ủy ban', 'Hòa Bình']
    """
    lines = fold("\n".join(strings)).text.split("\n")
    if len(lines) != len(strings):  # a string has line ends in it
        return [fold_string(string) for string in strings]
    return [" ".join(line.split()) for line in lines]


def lower(text: str) -> str:
    """Give the lower case of a text, code point by code point, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _fold_tones(text: str) -> str:
    toned: str = _OPEN_SYLLABLE.sub(lambda match: _TONES.get(match.group(), match.group()), text)
    return toned
