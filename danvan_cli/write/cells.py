r"""Cells that are safe to show: no document may drive a terminal, a browser or a spreadsheet.

Three sorts of characters are told apart. Controls (C0, C1, the bidirectional overrides, line and paragraph
separators, lone surrogates) can move the cursor, set a terminal's title or turn a line round: they are
never written as they are. Invisible format characters (zero-width space, soft hyphen) do no harm but hide:
tables show them, data keeps them. Everything else is text.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_CONTROL = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_INVISIBLE = "\u00ad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"

_CONTROLS = re.compile(f"[{_CONTROL}]")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
HIDDEN = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
"""Every character that could drive a terminal or that hides."""

_SPACES = re.compile(r"[ \t\n\v\f\r\x85\xa0\u2028\u2029]+")

# What makes a spreadsheet read a cell as a formula: OWASP, "CSV Injection", with the full-width forms.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def shown(text: str) -> str:
    r"""Give a text as people may see it: on one line, composed, all that is hidden as an escape.

    >>> shown("Sở\nNội vụ\x1b[2J\u202e")
    'Sở Nội vụ\\x1b[2J\\u202e'
    """
    return HIDDEN.sub(_escape, unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip())


def exact(text: str) -> str:
    r"""Give a text as data: only controls are written as escapes; tab and line breaks stay.

    >>> exact("Sở\nNội vụ\x1b[2J")
    'Sở\nNội vụ\\x1b[2J'
    """
    return _CONTROLS.sub(lambda match: match[0] if match[0] in "\t\n\r" else _escape(match), text)


def storable(text: str) -> str:
    r"""Give a text as it is but for what no csv holds: NUL, which its readers refuse, and what UTF-8 does not encode.

    >>> storable("Sở\0\x1b[2J\ud800")
    'Sở\\x00\x1b[2J\\ud800'
    """
    return _UNSTORABLE.sub(_escape, text)


def one_line(text: str) -> str:
    r"""Give a text with every tab and line break as one space, so that a record stays a line.

    >>> one_line("Sở\r\nNội vụ")
    'Sở Nội vụ'
    """
    return re.sub(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text)


def inert(text: str) -> str:
    """Give a text that no spreadsheet runs as a formula: a leading quote before what would start one.

    >>> inert("=1+1"), inert("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def plain_number(value: int | Decimal | None) -> str:
    """Give a number in plain digits with a decimal point and no exponent, empty for None.

    >>> plain_number(Decimal("1E+3")), plain_number(Decimal("7.60")), plain_number(12)
    ('1000', '7.6', '12')
    """
    if value is None:
        return ""
    digits = format(Decimal(value), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
