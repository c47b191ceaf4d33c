"""Grids: the tables of a page by the lines that rule them, and in which cell of which a place is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from danvan_cli.read.pdf.strokes import Stroke, Strokes

_TOUCH = 3  # points by which lines may miss each other, or be drawn twice
_MOST_LINES, _MOST_SQUARES = 300, 5000


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the borders of its columns from the left and of its rows from the bottom, in points.

    `owners` tells for each square, by row from the top and column, the square at the upper left of the cell that it is
    a part of: a cell may reach over several rows and columns.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    owners: dict[tuple[int, int], tuple[int, int]]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Give row and column of the cell at a place, None outside of the table."""
        column, row = bisect_left(self.columns, x) - 1, len(self.rows) - 1 - bisect_left(self.rows, y)
        return self.owners.get((row, column))


def find_grids(strokes: Strokes) -> list[Grid]:
    """Find the tables of at least two columns among the lines of a page; frames and single lines are none."""
    lying, standing = _joined(strokes.lying), _joined(strokes.standing)
    if len(lying) > _MOST_LINES or len(standing) > _MOST_LINES:
        return []
    return [grid for group in _groups(lying, standing) if (grid := _grid(*group))]


def _joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Put together the pieces of one line, and lines that are drawn twice."""
    joined: list[Stroke] = []
    by_line: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if by_line and stroke.at - by_line[-1][-1].at <= _TOUCH / 2:
            by_line[-1].append(stroke)
        else:
            by_line.append([stroke])
    for line in by_line:
        at = line[0].at
        for _, first, last in sorted(line, key=lambda stroke: stroke.first):
            if joined and joined[-1].at == at and first <= joined[-1].last + _TOUCH:
                joined[-1] = Stroke(at, joined[-1].first, max(last, joined[-1].last))
            else:
                joined.append(Stroke(at, first, last))
    return joined


def _groups(lying: list[Stroke], standing: list[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Give the lines that touch each other, table by table."""
    while lying and standing:
        new, lying = lying[:1], lying[1:]
        rows: list[Stroke] = []
        columns: list[Stroke] = []
        while new:
            rows += new
            met, standing = _parted(standing, new)
            columns += met
            new, lying = _parted(lying, met)
        yield rows, columns


def _parted(lines: Sequence[Stroke], crossing: Sequence[Stroke]) -> tuple[list[Stroke], list[Stroke]]:
    """Part lines in those that meet one of the crossing ones, and the rest."""
    met = {line for line in lines if any(_meet(line, other) for other in crossing)}
    return [line for line in lines if line in met], [line for line in lines if line not in met]


def _meet(line: Stroke, other: Stroke) -> bool:
    return (line.first - _TOUCH <= other.at <= line.last + _TOUCH
            and other.first - _TOUCH <= line.at <= other.last + _TOUCH)


def _grid(lying: Sequence[Stroke], standing: Sequence[Stroke]) -> Grid | None:
    """Make a table of lines that touch; one without a line at a side ends where its other lines end."""
    if not standing:
        return None
    columns = _distinct(standing, lying)
    rows = _distinct(lying, standing)
    if (len(columns) - 1) * (len(rows) - 1) > _MOST_SQUARES:
        return None
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (bottom, top) in enumerate([*pairwise(rows)][::-1]):
        for column, (left, right) in enumerate(pairwise(columns)):
            if column and not _is_ruled(standing, left, (bottom + top) / 2):
                owners[row, column] = owners[row, column - 1]
            elif row and not _is_ruled(lying, top, (left + right) / 2):
                owners[row, column] = owners[row - 1, column]
            else:
                owners[row, column] = row, column
    parted = any(column for _, column in owners.values())
    return Grid(columns, rows, owners) if parted else None


def _distinct(lines: Sequence[Stroke], crossing: Sequence[Stroke]) -> tuple[float, ...]:
    """Give where lines are, and where the ones that cross them begin and end."""
    places: list[float] = []
    ends = (min(line.first for line in crossing), max(line.last for line in crossing))
    for place in sorted([*(line.at for line in lines), *ends]):
        if not places or place - places[-1] > _TOUCH:
            places.append(place)
    return tuple(places)


def _is_ruled(lines: Sequence[Stroke], at: float, place: float) -> bool:
    """Whether one of the lines at `at` passes a place."""
    return any(abs(line.at - at) <= _TOUCH and line.first <= place <= line.last for line in lines)
