"""The Vietnamese character sets that Python has no codec for: TCVN3, TCVN 5712, VNI and VISCII."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from danvan_cli.lexicon.entry import load_entries

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


@dataclass(frozen=True, slots=True)
class Charset:
    """A legacy character set: `letters` maps the codes of its letters, as Latin-1 characters, to Unicode.

    Letters of VNI have codes of two characters; `codes` finds all codes, the longer first.
    """

    name: str
    letters: dict[str, str]
    codes: regex.Pattern[str]

    def decode(self, data: bytes) -> str:
        """Decode bytes; one that stands for no character is kept as the control character of its number."""
        return self.convert(data.decode("latin-1")).translate(_windows_punctuation())

    def convert(self, text: str) -> str:
        """Read a text that was decoded as Windows-1252 or Latin-1 by mistake as what it is."""
        converted: str = self.codes.sub(lambda match: self.letters[match.group()], text)
        return converted


def find_charset(name: str) -> Charset | None:
    r"""Give the character set of a name, whatever its case and hyphens; None if it is none of these four.

    >>> find_charset("TCVN-3").decode(b"Ch\xddnh ph\xf1")
    'Chính phủ'
    """
    known = _NAMES.get("".join(char for char in name.lower() if char.isalnum()))
    return None if known is None else _load(known)


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
    codes = sorted(letters, key=lambda code: (-len(code), code))
    return Charset(name, letters, regex.compile("|".join(map(regex.escape, codes))))


@cache
def _windows_punctuation() -> dict[int, str]:
    """Give the characters of Windows-1252 where Latin-1 has control characters; five bytes have none."""
    return {byte: char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode(_WINDOWS, "ignore"))}
