"""The text layer of a page, by PDFium: its lines, cut into cells where wide gaps are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import hypot
from operator import itemgetter
from statistics import median

import regex
from pypdfium2 import PdfTextPage, raw

from danvan_cli.read.pdf.grids import Grid
from danvan_cli.read.pdf.lines import Line, Row, Square

# A gap between two words of this share of the letters' size sets them apart: justified words stand closer.
_WIDE = 1.5
# Gaps that differ by less than this share are as wide as each other; a line that is spread has at least so many.
_EVEN, _LEAST_GAPS = 0.3, 3
_SAME_LINE = 0.5  # of the letters' size
_MIDDLE = 0.3  # of the letters' size, above what they stand on
_LETTER = regex.compile(r"\p{L}")
_WORDS = regex.compile(r"\S++")
_SPACE = regex.compile(r"[^\S\n]+")
# Ligatures of print, and characters of symbol fonts: those that mark items are bullets, others what they are in ASCII.
_LETTERS = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
            **{0xF000 + code: chr(code) if code < 0x7F else "•" for code in range(0x20, 0x100)}}
_CONTROL = regex.compile(r"[\p{Cc}\ufffd\uffff]")


def read_rows(page: PdfTextPage, number: int, grids: Sequence[Grid] = ()) -> list[Row]:
    """Give the lines of a page in the order in which they were set, which is the one in which they are read.

    Those of a ruled table stand where the first of them was set, cell by cell.
    """
    found: list[tuple[tuple[int, int, int], Row]] = []
    first: dict[int, int] = {}
    text = page.get_text_range()
    start = 0
    for line in text.split("\n"):
        words = [_word(page, start, *match.span()) for match in _WORDS.finditer(line)]
        for square, part in _runs(words, grids):
            if square is None:
                parts, place = _cut_at_gaps(line, part), (len(found), 0, 0)
            else:
                parts, place = [part], (first.setdefault(square.grid, len(found)), square.row, square.column)
            row = tuple(cell for words in parts if (cell := _cell(number, line, words, square)).text)
            if row:
                found.append((place, row))
        start += len(line) + 1
    return [row for _, row in sorted(found, key=itemgetter(0))]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line: its place in the line, how far it reaches, what it stands on and the size of its font."""

    start: int
    end: int
    left: float
    right: float
    base: float
    size: float


def _runs(words: Sequence[_Word], grids: Sequence[Grid]) -> Iterator[tuple[Square | None, list[_Word]]]:
    """Cut a line of PDFium's, which joins short ones: where the next begins, and where cells of ruled tables do."""
    cuts = [0, *(at for at, (word, after) in enumerate(pairwise(words), start=1)
                 if after.left < word.left and abs(after.base - word.base) > _SAME_LINE * word.size), len(words)]
    for first, behind in pairwise(cuts):
        for square, part in groupby(words[first:behind], key=lambda word: _square(word, grids)):
            yield square, list(part)


def _square(word: _Word, grids: Sequence[Grid]) -> Square | None:
    """Give the cell of a ruled table that the middle of a word is in."""
    for number, grid in enumerate(grids):
        place = grid.cell_at((word.left + word.right) / 2, word.base + _MIDDLE * word.size)
        if place:
            return Square(number, *place, len(grid.columns) - 1)
    return None


def _cut_at_gaps(line: str, words: list[_Word]) -> list[list[_Word]]:
    wide = _WIDE * median(word.size for word in words)
    gaps = [after.left - word.right for word, after in pairwise(words)]
    spread = _is_spread(gaps, line, words)
    cuts = [0, *(at for at, gap in enumerate(gaps, start=1) if gap > wide and not spread), len(words)]
    return [words[first:behind] for first, behind in pairwise(cuts)]


def _cell(number: int, line: str, words: Sequence[_Word], square: Square | None) -> Line:
    ends = line[words[-1].end:].rstrip("\r")
    return Line(_readable(line[words[0].start:words[-1].end]), number, words[0].left, words[-1].right,
                median(word.base for word in words), max(1.0, median(word.size for word in words)),
                bool(ends) and ends.isspace(), square)


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
