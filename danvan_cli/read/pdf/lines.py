"""The lines of a printed page: what they say and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen that only breaks a word at the end of a line."""


class Square(NamedTuple):
    """Row and column of a cell of the ruled table `grid` of a page, which has so many columns."""

    grid: int
    row: int
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a cell of one: its text and place, in points from the lower left corner of the page `page`.

    `base` is what most of its letters stand on and `size` their size; `wraps` tells that a space ends it, as
    typesetters leave one where they break a paragraph. `square` is the cell of a ruled table in which it stands;
    `is_head` tells that it heads or foots the page.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    wraps: bool = False
    square: Square | None = None
    is_head: bool = False


Row = tuple[Line, ...]
"""The cells of one line from left to right: one, unless wide gaps cut it; a line of a ruled table is alone."""


class Page(NamedTuple):
    """The lines of a page, and its height in points."""

    rows: list[Row]
    height: float
