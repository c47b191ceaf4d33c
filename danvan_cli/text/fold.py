"""Unicode folding that keeps offsets: one spelling to match on, and the way back to the text as read.

Vietnamese text comes composed or decomposed (NFC, NFD, or half of each from legacy code pages), with tones on
either vowel ("hoà", "hòa"), with no-break spaces and invisible marks. Every rule of danvan matches on the
folded text; every span goes back through `Folded.raw` before anybody sees it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

# One code point for another: the folded text keeps its length. Spaces of all sorts, apostrophes of ethnic
# names (H’Linh, K‘Brêu), dashes, and the look-alikes of Đ that keyboards and old fonts produce.
_SAME_LENGTH = str.maketrans({
    **dict.fromkeys("\t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u02b9\u2032\uff07`", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'),
    "\u00d0": "\u0110", "\u0189": "\u0110", "\u00f0": "\u0111", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
})
# Marks that no reader sees: soft hyphen, zero-width characters, direction marks, byte order mark.
_INVISIBLE = regex.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_CLUSTER = regex.compile(r"\P{M}\p{M}*+|\p{M}")

_OPEN_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_CLOSED_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = {case(new): case(old)
          for new, old in zip(_OPEN_TONES, _CLOSED_TONES, strict=True)
          for case in (str, str.upper, str.capitalize)}
_OPEN_SYLLABLE = regex.compile(
    r"(?<![qQ])(?:" + "|".join(map(regex.escape, _TONES)) + r")(?![\p{L}\p{M}])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back.

    `text` is NFC, with tones on the first vowel of open syllables ("hòa", "thủy"), plain spaces, quotes,
    apostrophes and hyphens, and without invisible characters; `lower` is its lower case, of equal length.
    `starts` and `ends` give for each code point of `text` where the characters it stands for begin and end in
    the raw text; None where the two texts have equal length.
    """

    text: str
    lower: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw span that the folded span `start:end` stands for."""
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(raw: str) -> Folded:
    """Fold a text for matching.

    >>> folded = fold("Uỷ ban nhân dân tỉnh Hoà Bình")
    >>> folded.text
    'Ủy ban nhân dân tỉnh Hòa Bình'
    """
    if unicodedata.is_normalized("NFC", raw) and not _INVISIBLE.search(raw):
        text = _fold_tones(raw.translate(_SAME_LENGTH))
        return Folded(text, lower(text))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(raw):
        piece = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster.group()))
        pieces.append(piece)
        starts.extend([cluster.start()] * len(piece))
        ends.extend([cluster.end()] * len(piece))
    text = _fold_tones("".join(pieces).translate(_SAME_LENGTH))
    return Folded(text, lower(text), tuple(starts), tuple(ends))


def fold_string(string: str) -> str:
    """Give only the folded spelling of a string, runs of white space as one space.

    >>> fold_string("Ủy  ban\\nMTTQ") == fold_string("Uỷ ban MTTQ")
    True
    """
    return " ".join(fold(string).text.split())


def lower(text: str) -> str:
    """Give the lower case of a text, code point by code point, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _fold_tones(text: str) -> str:
    return _OPEN_SYLLABLE.sub(lambda match: _TONES[match.group()], text)
