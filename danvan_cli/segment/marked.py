"""Marks of a reader over the paragraphs: what the file itself tells goes before what the lines look like."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from danvan_cli.document import Mark
from danvan_cli.segment.spans import Span, strip
from danvan_cli.text.fold import Folded

Kinded = tuple[int, int, str]
"""A span of the folded text and its kind, "" where it is not told."""


def fold_marks(folded: Folded, marks: Sequence[Mark]) -> list[Kinded]:
    """Give marks over the raw text as spans of the folded text with their kinds, empty ones left out."""
    return [(start, end, mark.kind) for mark in marks
            if (start := folded_of(folded, mark.start)) < (end := folded_of(folded, mark.end))]


def folded_of(folded: Folded, offset: int) -> int:
    """Give the first folded character that stands at or after a raw offset."""
    at = bisect_right(folded.edits, offset, key=_RAW_START) - 1
    if at < 0:
        return offset
    edit = folded.edits[at]
    if offset < edit.raw_end:
        return edit.start if offset == edit.raw_start else edit.end
    return offset - edit.raw_end + edit.end


_RAW_START = attrgetter("raw_start")


def cut_at_marks(text: str, spans: Sequence[Span], marks: Sequence[Kinded]) -> list[Kinded]:
    """Cut paragraphs where marks begin and end; what no mark covers has no kind yet ("")."""
    if not marks:
        return [(start, end, "") for start, end in spans]
    pieces: list[Kinded] = []
    at = 0
    for start, end in spans:
        while at < len(marks) and marks[at][1] <= start:
            at += 1
        number, done = at, start
        while number < len(marks) and marks[number][0] < end:
            first, last, kind = marks[number]
            pieces += [(done, min(first, end), ""), (max(first, done), min(last, end), kind)]
            done = max(done, min(last, end))
            number += 1
        pieces.append((done, end, ""))
    stripped = ((*strip(text, start, end), kind) for start, end, kind in pieces if start < end)
    return [piece for piece in stripped if piece[0] < piece[1]]
