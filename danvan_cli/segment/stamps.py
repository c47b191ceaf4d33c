"""Stamps: the lines that tell when a page was published, and no more ("Thứ Ba, 12/3/2024 | 08:15")."""

from __future__ import annotations

from typing import NamedTuple

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.text.fold import lower
from danvan_cli.text.pattern import lazy_pattern

LONGEST = 120
"""Code points of the longest line that is or holds a stamp."""

STAMP_DAY = regex.compile(
    r"(?<!\d)\d{1,2}(?:\s?[/.-]\s?|\s(?i:tháng)\s)\d{1,2}(?:\s?[/.-]\s?|\s(?i:năm)\s)(?:19|20)\d\d(?!\d)")
STAMP_TIME = regex.compile(r"\d{1,2}\s?[:hg]\s?\d{2}")

_WORD = regex.compile(r"[\p{L}\p{M}]{2,}")
_BETWEEN = lazy_pattern(r"\s?[|•]\s?|\s-\s|\s{2,}")


class Signed(NamedTuple):
    """A line that a name or an organ shares with a stamp: their spans, each without what parts them."""

    who: tuple[int, int]
    stamp: tuple[int, int]


def is_stamp(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the line `start:end` of a folded text holds a day, perhaps a time, and but the words of such lines."""
    return (end - start <= LONGEST and STAMP_DAY.search(text, start, end) is not None
            and _are_stamp_words(text[start:end], lexicon))


def read_signed(text: str, start: int, end: int, lexicon: Lexicon) -> Signed | None:
    """Read a line of a stamp with something before or after it: "Hoài Nam - 12/3/2024 08:15"."""
    if end - start > LONGEST or not STAMP_DAY.search(text, start, end):
        return None
    for cut in _BETWEEN.finditer(text, start, end):
        before, after = (start, cut.start()), (cut.end(), end)
        for who, stamp in ((before, after), (after, before)):
            if is_stamp(text, *stamp, lexicon) and not _are_stamp_words(text[slice(*who)], lexicon):
                return Signed(who, stamp)
    return None


def _are_stamp_words(line: str, lexicon: Lexicon) -> bool:
    words = lexicon.words("stamp_words")
    return all(lower(word) in words for word in _WORD.findall(line))
