"""Old Vietnamese fonts: text set in them is kept as Latin letters, and the font's name tells what they stand for."""

from __future__ import annotations

import regex

from danvan_cli.read.charsets import BEYOND_WINDOWS
from danvan_cli.read.mojibake import read_layers

# Beginnings of the names of font families -> the character set that they draw. Source: the font packages of
# ABC (.VnTime, .VnArial, ...; .VnTimeH draws capitals) and of VNI (VNI-Times, VNI-Helve, ...).
_FAMILIES = ((".vn", "tcvn3"), ("vni-", "vni"), ("vni ", "vni"))
_CAPITALS = regex.compile(r"\.vn.*h", regex.IGNORECASE)
# Fonts marked as symbols have their characters in the private use area, at F000 and above.
_SYMBOLS = {0xF000 + code: code for code in range(0x20, 0x100)}


def font_charset(font: str | None) -> str | None:
    """Give the character set that a font draws, None for a font of Unicode.

    >>> [font_charset(name) for name in (".VnTimeH", "VNI-Times", "Times New Roman")]
    ['tcvn3', 'vni', None]
    """
    name = (font or "").lower()
    return next((charset for beginning, charset in _FAMILIES if name.startswith(beginning)), None)


def read_in_font(text: str, font: str | None) -> str:
    """Give the Unicode text that a font shows for a text; as it is for a font of Unicode or a text in it.

    Who types letters of Unicode types Unicode, whatever the font is called.

    >>> read_in_font("ChÝnh phñ", ".VnTimeH")
    'CHÍNH PHỦ'
    """
    charset = font_charset(font)
    plain = text.translate(_SYMBOLS)
    if charset is None or font is None or BEYOND_WINDOWS.search(plain):
        return text
    read = read_layers(plain, (charset,))
    return read.upper() if _CAPITALS.fullmatch(font) else read
