"""The text layer of a page, by PDFium: its lines, cut into cells where wide gaps are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from statistics import median

import regex
from pypdfium2 import PdfTextPage, raw

from danvan_cli.read.pdf.lines import Line, Row

# A gap between two words of this share of the letters' size sets them apart: justified words stand closer.
_WIDE = 1.5
# Gaps that differ by less than this share are as wide as each other; a line that is spread has at least so many.
_EVEN, _LEAST_GAPS = 0.3, 3
_LETTER = regex.compile(r"\p{L}")
_WORDS = regex.compile(r"\S++")
_SPACE = regex.compile(r"[^\S\n]+")
# Ligatures of print, and characters of symbol fonts: those that mark items are bullets, others what they are in ASCII.
_LETTERS = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
            **{0xF000 + code: chr(code) if code < 0x7F else "•" for code in range(0x20, 0x100)}}
_CONTROL = regex.compile(r"[\p{Cc}\ufffd\uffff]")


def read_rows(page: PdfTextPage, number: int) -> Iterator[Row]:
    """Give the lines of a page in the order in which they were set, which is the one in which they are read."""
    text = page.get_text_range()
    start = 0
    for line in text.split("\n"):
        cells = _cells(page, number, line, start)
        if cells:
            yield cells
        start += len(line) + 1


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line: its place in the line, how far it reaches, what it stands on and the size of its font."""

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float


def _cells(page: PdfTextPage, number: int, line: str, start: int) -> Row:
    words = [_word(page, start, *match.span()) for match in _WORDS.finditer(line)]
    if not words:
        return ()
    wide = _WIDE * median(word.size for word in words)
    gaps = [after.left - word.right for word, after in pairwise(words)]
    spread = _is_spread(gaps, line, words)
    cuts = [0, *(at for at, gap in enumerate(gaps, start=1) if gap > wide and not spread), len(words)]
    cells = []
    for part in (words[first:behind] for first, behind in pairwise(cuts)):
        text = _readable(line[part[0].start:part[-1].end])
        if text:
            wraps = part[-1] is words[-1] and line.rstrip("\r").endswith(" ")
            cells.append(Line(text, number, part[0].left, part[-1].right, median(word.base for word in part),
                              max(1.0, median(word.size for word in part)), wraps))
    return tuple(cells)


def _is_spread(gaps: Sequence[float], line: str, words: Sequence[_Word]) -> bool:
    """Whether a line of words is spread over a narrow column: all its gaps are as wide, as those of figures may be."""
    lettered = sum(_LETTER.search(line, word.start, word.end) is not None for word in words)
    return (len(gaps) >= _LEAST_GAPS and max(gaps) - min(gaps) < _EVEN * words[0].size
            and 2 * lettered >= len(words))


def _word(page: PdfTextPage, offset: int, start: int, end: int) -> _Word:
    # The text lacks characters that are not printed: the page counts them.
    first, last = (max(raw.FPDFText_GetCharIndexFromTextIndex(page, offset + at), 0) for at in (start, end - 1))
    x, base, matrix = c_double(), c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(page, first, x, base)
    raw.FPDFText_GetMatrix(page, first, matrix)
    size = raw.FPDFText_GetFontSize(page, first) * hypot(matrix.c, matrix.d)
    return _Word(start, end, page.get_charbox(first)[0], page.get_charbox(last)[2], base.value, size)


def _readable(text: str) -> str:
    return _SPACE.sub(" ", _CONTROL.sub("", text.translate(_LETTERS))).strip()
