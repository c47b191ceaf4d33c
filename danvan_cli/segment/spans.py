"""Spans: parts of a text by their offsets."""

from __future__ import annotations

Span = tuple[int, int]
"""Where a part of a text begins, and the offset behind its end."""


def strip(text: str, start: int, end: int, spaces: str | None = None) -> Span:
    """Give the part `start:end` without the white space around it, or without `spaces`; nothing is left at its end.

    >>> strip("  Điều 5. ", 0, 10), strip("a    b", 1, 5)
    ((2, 9), (5, 5))
    """
    piece = text[start:end]
    first = end - len(piece.lstrip(spaces))
    return first, max(first, start + len(piece.rstrip(spaces)))
