"""Whether words are spelt as Vietnamese: the measure by which an encoding is guessed and mojibake is seen."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from danvan_cli.lexicon.entry import load_entries

_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = regex.compile(r"[\p{L}\p{M}]{2,}+")
_INITIALS = regex.compile(r"[B-DĐF-HJ-NP-TV-XZ]++")  # HĐND, QĐ

READS_WELL = 0.8
"""Text in a right reading has this share of Vietnamese syllables: articles with foreign names have 0.97 and more, a
wrong table gives 0.3 and less."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How many of the words beyond ASCII are Vietnamese syllables, of how many."""

    vietnamese: int
    words: int

    @property
    def share(self) -> float:
        """The share of Vietnamese syllables, 0 where there is no word beyond ASCII."""
        return self.vietnamese / self.words if self.words else 0.0


def spelling(text: str) -> Spelling:
    """Count the words of a text that have a letter beyond ASCII, and those that are Vietnamese syllables.

    Single letters, which may be signs of another set, and initials, which are no syllables, do not count.

    >>> spelling("HĐND và Chính phủ thăm Müller")
    Spelling(vietnamese=4, words=5)
    """
    words = [word for word in _WORD.findall(text) if not word.isascii() and not _INITIALS.fullmatch(word)]
    return Spelling(sum(map(is_syllable, words)), len(words))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt as one Vietnamese syllable, in any normal form, with one tone at most.

    No capital stands after a small letter.

    >>> [is_syllable(word) for word in ("thuỷ", "Đường", "ChÝnh", "Coäng")]
    [True, True, False, False]
    """
    if not word.isupper() and word[1:] != word[1:].lower():
        return False
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and unicodedata.normalize("NFC", bare) in _syllables()


@cache
def _syllables() -> frozenset[str]:
    parts = load_entries("syllable_parts")
    rhymes = [entry.form for entry in parts if entry.get("part") == "rhyme"]
    onsets = ["", *(entry.form for entry in parts if entry.get("part") == "onset")]
    return frozenset(onset + rhyme for onset in onsets for rhyme in rhymes)
