"""The Vietnamese character sets that Python has no codec for: TCVN3, TCVN 5712, VNI and VISCII."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex
from msgspec import Struct

from danvan_cli.lexicon.entry import load_entries
from danvan_cli.text.pattern import lazy_pattern

# Python's own name of Windows-1252, whose punctuation fills what VNI and TCVN3 leave of the 256 bytes.
_WINDOWS = "cp1252"
_NAMES = {
    "tcvn3": "tcvn3", "abc": "tcvn3", "vntime": "tcvn3", "vn3": "tcvn3",
    "tcvn": "tcvn-5712", "tcvn5712": "tcvn-5712", "tcvn57121": "tcvn-5712", "vn1": "tcvn-5712",
    "vni": "vni", "vniwin": "vni", "vniwindows": "vni", "vnitimes": "vni",
    "viscii": "viscii", "visciii": "viscii",
}
CHARSET_NAMES = ("tcvn3", "vni", "viscii", "tcvn-5712")
"""The names that `find_charset` gives, the likeliest in old files first."""

BEYOND_WINDOWS = lazy_pattern(r"[\p{L}\p{M}--\x00-\xffŒœŠšŸŽžƒˆ˜]", regex.V1)
"""A letter that Windows-1252 has not: who wrote it wrote Unicode."""


class Charset(Struct, frozen=True):
    """A legacy character set: `letters` maps the codes of its letters, as Latin-1 characters, to Unicode.

    Letters of VNI have codes of two characters; `codes` finds them before those of one.
    """

    name: str
    letters: dict[str, str]
    codes: regex.Pattern[str]

    def convert(self, text: str) -> str:
        """Read a text that was decoded as Latin-1 or Windows-1252 by mistake as what it is.

        What stands for no letter is punctuation of Windows-1252, or a control character of its number.
        """
        letters = self.codes.sub(lambda match: self.letters[match.group()], as_latin(text))
        return letters.translate(windows_punctuation())


def find_charset(name: str) -> Charset | None:
    """Give the character set of a name, whatever its case and hyphens; None if it is none of these four.

    >>> find_charset("TCVN-3").convert("ChÝnh phñ")
    'Chính phủ'
    """
    known = _NAMES.get("".join(char for char in name.lower() if char.isalnum()))
    return None if known is None else _load(known)


@cache
def windows_punctuation() -> dict[int, str]:
    """Give the characters of Windows-1252 where Latin-1 has control characters; five bytes have none."""
    return {byte: char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode(_WINDOWS, "ignore"))}


def as_latin(text: str) -> str:
    """Give the characters of Windows-1252 as the Latin-1 characters of the same bytes; others stay."""
    return text.translate(_windows_bytes())


@cache
def _windows_bytes() -> dict[int, str]:
    return {ord(char): chr(byte) for byte, char in windows_punctuation().items()}


@cache
def _load(name: str) -> Charset:
    file = "charset_" + ("tcvn" if name.startswith("tcvn") else name)
    letters: dict[str, str] = {}
    for entry in load_entries(file):
        if name == "tcvn3" and entry.get("only") == "vn1":
            continue
        code = bytes.fromhex(entry.get("code")).decode("latin-1")
        letters[code] = entry.form
        if len(code) > 1:  # a capital may bear the mark of the small letter
            letters[code[:-1] + code[-1].lower()] = entry.form
    return Charset(name, letters, regex.compile(_codes(letters)))


def _codes(letters: Iterable[str]) -> str:
    """Give the pattern of codes of two characters, then of one: an alternative for each letter would be slow."""
    seconds: dict[str, str] = {}
    for code in sorted(letters):
        seconds[code[:-1]] = seconds.get(code[:-1], "") + regex.escape(code[-1])
    return "|".join(f"{regex.escape(first)}[{last}]" for first, last in sorted(seconds.items(), reverse=True))
