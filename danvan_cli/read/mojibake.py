"""Mojibake: text that was decoded by the wrong table before it came here, and then saved as Unicode.

Bytes of TCVN3, VNI, VISCII, Windows-1258 or UTF-8 that a program took for Windows-1252 or Latin-1 come as letters
like "ChÝnh phñ", "Coäng hoøa" or "Nguyá»…n". Each such mistake is a layer. The layers of a text are found by what makes
its lines Vietnamese, and only the lines are touched that are not Vietnamese as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import ne

import regex
from msgspec import Struct

from danvan_cli.read.capitals import restore_beginnings, restore_capitals
from danvan_cli.read.charsets import BEYOND_WINDOWS, CHARSET_NAMES, as_latin, find_charset, windows_punctuation
from danvan_cli.read.spelling import READS_WELL, spelling
from danvan_cli.text.pattern import lazy_pattern

_UTF8 = "utf-8"
_CODEC = "cp1258"
_CAPITALS_LOST = "tcvn3"
LAYER_NAMES = (_UTF8, *CHARSET_NAMES, _CODEC)
"""The encodings that a layer may be of."""

# UTF-8 is taken for another set over and over, the legacy sets only once: nobody can read what comes of it.
_DEPTH = 3

# What Vietnamese is never written with, and the letters of each layer look like as Windows-1252.
# The rare letter is looked for, then what stands before it: that is one look at each letter of the text.
_ODD = r"\x80-\x9f¡-¬®-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŸŽžƒˆ˜†‡‰€™"
_STRANGE = regex.compile(
    rf"[{_ODD}ìòÌÒ](?<=[{_ODD}]|[aeoyâêôãõý][ìò]|[iu]ò|\p{{Ll}}[ÌÒ])")  # tones of Windows-1258 look like letters
_SAMPLE = 8 * 1024
# A text is mended where its spelling gains so many points: two words that were none, or three that were odd; one word
# by UTF-8, whose bytes follow each other by rules that chance does not keep.
_GAINED = 3
_GAINED_BY_RULE = 2

# A character of UTF-8, byte for byte. A program may have made a plain space of the no-break space that ends à and Ơ.
_SEQUENCE = lazy_pattern(
    "[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    "|(?:[\xc3\xc6]|\xe1[\xba\xbb]) ")


class Mended(Struct, frozen=True):
    """A text without its mojibake: the encodings of its `layers`, outermost first, and how many `lines` had them."""

    content: str
    layers: tuple[str, ...]
    lines: int


def mend(content: str) -> Mended | None:
    r"""Convert the lines of a text that are mojibake; None where there are none.

    >>> mend("ChÝnh phñ n\xadíc Céng hoµ").content
    'Chính phủ nước Cộng hoà'
    """
    if not _STRANGE.search(content):
        return None
    lines = content.split("\n")
    layers = _find_layers(lines)
    if layers is None:
        return None
    readings = [_read(line, layers) for line in lines]
    verdicts = _settle([_verdict(*pair) for pair in zip(lines, readings, strict=True)])
    mended: list[str] = []
    for is_mojibake, group in groupby(zip(verdicts, lines, readings, strict=True), lambda line: line[0] is True):
        stretch = [reading if is_mojibake else line for _, line, reading in group]
        mended += _finish("\n".join(stretch), layers).split("\n") if is_mojibake else stretch
    return Mended("\n".join(mended), layers, sum(map(ne, lines, mended)))


def read_layers(text: str, layers: Sequence[str]) -> str:
    """Read a text as what it is below `layers`, each one of LAYER_NAMES.

    >>> read_layers("Nguyá»…n", ["utf-8"])
    'Nguyễn'
    """
    return _finish(_read(text, layers), layers)


def _read(text: str, layers: Sequence[str]) -> str:
    """Read a text, or a part of one."""
    for layer in layers:
        text = _read_layer(text, layer)
    return text


def _read_layer(text: str, layer: str) -> str:
    charset = find_charset(layer)
    if charset is not None:
        converted = charset.convert(text)
        return restore_capitals(converted) if layer == _CAPITALS_LOST else converted
    if layer == _UTF8:
        characters: str = _SEQUENCE.sub(_character, as_latin(text))
        return characters.translate(windows_punctuation())
    return as_latin(text).translate(_codec_letters())


def _finish(text: str, layers: Sequence[str]) -> str:
    """Do what needs the sentences around a line."""
    return restore_beginnings(text) if layers[-1] == _CAPITALS_LOST else text


def _character(match: regex.Match[str]) -> str:
    data = match.group().encode("latin-1")
    # What UTF-8 forbids (surrogates, numbers too large) stays as it is.
    return data.replace(b" ", b"\xa0").decode(_UTF8, "ignore") or match.group()


def _find_layers(lines: list[str]) -> tuple[str, ...] | None:
    """Give the layers that make most words of suspicious lines Vietnamese, None where none makes enough."""
    suspects = list(_suspects(lines))
    best, most = None, 0
    outer: tuple[str, ...] = ()
    inner = suspects
    while inner and len(outer) < _DEPTH:
        for name in LAYER_NAMES:
            readings = [_read_layer(line, name) for line in inner]
            gained = sum(map(_gain, suspects, readings))
            if gained > most and gained >= (_GAINED_BY_RULE if name == _UTF8 else _GAINED):
                best, most = (*outer, name), gained
        outer, above = (*outer, _UTF8), inner
        inner = [_read_layer(line, _UTF8) for line in inner]
        if inner == above:
            break
    return best


def _suspects(lines: list[str]) -> Iterator[str]:
    """Give a sample of the lines that may be mojibake and are not Vietnamese as they stand; of long ones a part."""
    size = 0
    for line in lines:
        strange = _STRANGE.search(line)
        if strange is None or BEYOND_WINDOWS.search(line) or spelling(line).share >= READS_WELL:
            continue
        start = max(0, strange.start() - _SAMPLE // 2)
        yield line[start:start + _SAMPLE]
        size += len(line) + 1
        if size > _SAMPLE:
            return


def _gain(line: str, reading: str) -> int:
    """Give how much more Vietnamese a line is when it is read by layers; 0 where it still is not."""
    after = spelling(reading)
    return after.score - spelling(line).score if after.share >= READS_WELL else 0


def _verdict(line: str, reading: str) -> bool | None:
    """Tell whether a line is mojibake (True) or good as it stands (False); None where it does not tell."""
    if BEYOND_WINDOWS.search(line):
        return False
    gain = _gain(line, reading) if line != reading else 0
    return gain > 0 if gain else None


def _settle(verdicts: list[bool | None]) -> list[bool | None]:
    """Let lines that do not tell go with the next ones on both sides where these are mojibake."""
    before = _last_told(verdicts)
    behind = reversed(_last_told(verdicts[::-1]))
    return [verdict if verdict is not None else (left is not False and right is not False) or None
            for verdict, left, right in zip(verdicts, before, behind, strict=True)]


def _last_told(verdicts: list[bool | None]) -> list[bool | None]:
    told: list[bool | None] = []
    last = None
    for verdict in verdicts:
        last = last if verdict is None else verdict
        told.append(last)
    return told


@cache
def _codec_letters() -> dict[int, str]:
    return {byte: bytes([byte]).decode(_CODEC, "ignore") or chr(byte) for byte in range(0x80, 0x100)}
