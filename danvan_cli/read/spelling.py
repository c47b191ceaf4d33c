"""Whether words are spelt as Vietnamese: the measure by which an encoding is guessed and mojibake is seen."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from msgspec import Struct

from danvan_cli.lexicon.entry import load_entries
from danvan_cli.text.fold import fold_string
from danvan_cli.text.pattern import lazy_pattern

_TONES = lazy_pattern("[\u0300\u0301\u0303\u0309\u0323]")
# A word with the signs that its letters become in mojibake ("®· ký", "Nguyá»…n"), but for punctuation around it.
_SIGNS = r"\x80-\x9f¡-¿×÷‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›€"
_WORD = lazy_pattern(rf"[\p{{L}}\p{{M}}{_SIGNS}]++")
_EDGE = "«°·»‘’“”„…•–—©®™"
_INITIALS = lazy_pattern(r"[B-DĐF-HJ-NP-TV-XZ]++")  # HĐND, QĐ

READS_WELL = 0.8
"""Text in a right reading has this share of Vietnamese syllables: articles with foreign names have 0.97 and more, a
wrong table gives 0.3 and less."""


class Spelling(Struct, frozen=True):
    """How many of the words beyond ASCII are Vietnamese syllables, and how many of these common ones, of how many."""

    vietnamese: int
    common: int
    words: int

    @property
    def share(self) -> float:
        """The share of Vietnamese syllables, 0 where there is no word beyond ASCII."""
        return self.vietnamese / self.words if self.words else 0.0

    @property
    def score(self) -> int:
        """What readings of one text are compared by: two points for a common syllable, one for another."""
        return self.vietnamese + self.common


def spelling(text: str) -> Spelling:
    """Count the words of a text that have a letter beyond ASCII, and those that are Vietnamese syllables.

    Single letters, which may be signs of another set, and initials, which are no syllables, do not count.

    >>> spelling("HĐND và Chính phủ thăm bà Müller")
    Spelling(vietnamese=5, common=5, words=6)
    """
    words = [word for found in _WORD.findall(text) if not found.isascii()
             if len(word := found.strip(_EDGE)) > 1 and not word.isascii() and not _INITIALS.fullmatch(word)]
    syllables = [word for word in words if is_syllable(word)]
    return Spelling(len(syllables), sum(map(_is_common, syllables)), len(words))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt as one Vietnamese syllable, in any normal form, with one tone at most.

    No capital stands after a small letter. The Icelandic letter that looks like đ is taken for it.

    >>> [is_syllable(word) for word in ("thuỷ", "Đường", "ChÝnh", "Coäng")]
    [True, True, False, False]
    """
    if not word.isupper() and word[1:] != word[1:].lower():
        return False
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower().replace("ð", "đ")))
    return tones <= 1 and unicodedata.normalize("NFC", bare) in _syllables()


@lru_cache(maxsize=8192)
def _is_common(syllable: str) -> bool:
    return fold_string(syllable).lower() in _common_syllables()


@cache
def _common_syllables() -> frozenset[str]:
    """Give the syllables of the words of the language: most others that can be spelt mean nothing."""
    return frozenset(syllable for entry in load_entries("word_classes") for syllable in entry.form.split())


@cache
def _syllables() -> frozenset[str]:
    parts = load_entries("syllable_parts")
    rhymes = [entry.form for entry in parts if entry.get("part") == "rhyme"]
    onsets = ["", *(entry.form for entry in parts if entry.get("part") == "onset")]
    return frozenset(onset + rhyme for onset in onsets for rhyme in rhymes)
