"""Rows: lines cut into cells at tabs, bars or wide gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from danvan_cli.segment.spans import Span, strip

MOST_COLUMNS = 64
"""Cells of the longest row that can be a table's."""

_EMPHASIS = "* \t\r\u00a0"
_GAP = regex.compile(r"\S++(?: \S++)*+")


class Cell(NamedTuple):
    """A cell: `start:end` without the white space around it, equal where it is empty."""

    start: int
    end: int


def lines_of(raw: str, start: int, end: int) -> Iterator[Span]:
    """Give the spans of the lines between two offsets, line ends left out."""
    while start <= end:
        stop = raw.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def split_line(raw: str, start: int, end: int, separator: str) -> list[Cell]:
    """Cut a line at tabs or bars; in Markdown, bars around a row part nothing, and stars around a cell are no text."""
    first, last = strip(raw, start, end, " \r\n") if separator == "\t" else strip(raw, start, end)
    if separator == "|":
        first += raw.startswith("|", first)
        last -= last > first and raw[last - 1] == "|"
    cells, at = [], first
    while at <= last:
        stop = raw.find(separator, at, last)
        stop = last if stop < 0 else stop
        cells.append(Cell(*strip(raw, at, stop, _EMPHASIS if separator == "|" else None)))
        at = stop + 1
    return cells


def cut_at_gaps(raw: str, start: int, end: int) -> list[Cell]:
    """Cut a line where two spaces or more stand together."""
    return [Cell(*match.span()) for match in _GAP.finditer(raw, start, end)]


def align(raw: str, rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Put the cells of rows that lack some below the columns of the widest row, by where they stand in their lines."""
    widest = max(rows, key=len)
    line = raw.rfind("\n", 0, widest[0].start) + 1
    columns = [(cell.start - line, cell.end - line) for cell in widest]
    aligned = []
    for row in rows:
        if len(row) == len(widest) or not row:
            aligned.append(list(row))
            continue
        line = raw.rfind("\n", 0, row[0].start) + 1
        slots = [Cell(row[-1].end, row[-1].end)] * len(columns)
        at = 0
        for number, cell in enumerate(row):
            # Later cells need room too.
            room = range(at, len(columns) - (len(row) - number) + 1)
            at = min(room, key=_distance(cell, line, columns))
            slots[at] = cell
            at += 1
        aligned.append(slots)
    return aligned


def _distance(cell: Cell, line: int, columns: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    def distance(at: int) -> int:
        start, end = columns[at]
        return max(start - (cell.end - line), cell.start - line - end, -1)

    return distance
