"""The lines of a printed page: what they say and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen that only breaks a word at the end of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a cell of one: its text and place, in points from the lower left corner of the page `page`.

    `base` is what most of its letters stand on and `size` their size; `wraps` tells that a space ends it, as
    typesetters leave one where they break a paragraph.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    wraps: bool = False


Row = tuple[Line, ...]
"""The cells of one line from left to right: one, unless wide gaps cut it."""
