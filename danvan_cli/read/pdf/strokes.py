"""The straight lines that are drawn on a page: those that rule tables, and what looks like them."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float, c_int
from itertools import pairwise
from typing import NamedTuple

from pypdfium2 import PdfObject, PdfPage, raw

MOST_STROKES = 5000
"""On a page of more strokes there are charts or maps; none of them is read."""

_THIN = 2.5  # points: a rectangle that is no wider is a line
_STRAIGHT = 0.5  # points by which the ends of a straight line may differ
_MOST_POINTS = 4096


class Stroke(NamedTuple):
    """A line at the height or the distance `at`, from `first` to `last`, in points from the lower left corner."""

    at: float
    first: float
    last: float


class Strokes(NamedTuple):
    """The lines of a page that lie and those that stand; none where there are more than MOST_STROKES."""

    lying: list[Stroke]
    standing: list[Stroke]


def read_strokes(page: PdfPage) -> Strokes:
    """Read the lines drawn on a page, borders of frames and thin rectangles too."""
    found = Strokes([], [])
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        for (left, bottom), (right, top) in _edges(path):
            if abs(top - bottom) <= _STRAIGHT < abs(right - left):
                found.lying.append(Stroke((top + bottom) / 2, min(left, right), max(left, right)))
            elif abs(right - left) <= _STRAIGHT < abs(top - bottom):
                found.standing.append(Stroke((left + right) / 2, min(bottom, top), max(bottom, top)))
        if len(found.lying) + len(found.standing) > MOST_STROKES:
            return Strokes([], [])
    return found


_Point = tuple[float, float]


def _edges(path: PdfObject) -> Iterator[tuple[_Point, _Point]]:
    """Give the straight edges of a path that is drawn; of one that is only filled, those of a thin one."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    left, bottom, right, top = path.get_bounds()
    if not stroke.value:
        if fill.value and right - left <= _THIN:
            yield ((left + right) / 2, bottom), ((left + right) / 2, top)
        elif fill.value and top - bottom <= _THIN:
            yield (left, (bottom + top) / 2), (right, (bottom + top) / 2)
        return
    for line in _lines(path):
        yield from pairwise(line)


def _lines(path: PdfObject) -> Iterator[list[_Point]]:
    """Give the runs of points that a path joins by straight lines."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    line: list[_Point] = []
    for number in range(min(raw.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        if raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO:
            yield line
            line = []
        line.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield [*line, line[0]]
            line = []
    yield line
