"""From lines to paragraphs, by where the lines stand and how they begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from danvan_cli.read.blocks import Block
from danvan_cli.read.pdf.horns import with_horns
from danvan_cli.read.pdf.lines import HYPHEN, Line

_ENDS_OPEN = regex.compile(r"[\p{L}\p{M}\d,]$")
_STOPPED = regex.compile(r"[.!?…:;][\"'”’)\]]*+$")
_GOES_ON = regex.compile(r"\p{Ll}")
_ITEM = regex.compile(r"[-–+*•]\s|\(?(?:\d{1,2}|\p{L})[.)]\s|[IVX]+\.\s")
_WORD_BREAK = regex.compile(r"\p{L}-$")

# In shares of the letters' size: how much the size of the next line may differ, how far a first line is set in, how
# much farther than usual a paragraph stands from the one before, how far from the margin a full line may end.
_OTHER_SIZE = 0.15
_INDENT = 0.8
_APART = 0.35
_SLACK = 0.5
# A line that goes on in small letters is full if it fills this share of the width.
_NEARLY_FULL = 0.75
# In points: between the bases of the cells of one line, and between the beginnings of columns, that are the same.
_SAME_LINE = 1
_SAME_LEFT = 12


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line in its column, which is full from `left` to `margin`.

    `extra` is how much farther it stands from the line above than lines usually do, None at the top of a column.
    """

    line: Line
    left: float
    margin: float
    extra: float | None

    @property
    def is_apart(self) -> bool:
        """Whether there is a gap above."""
        return self.extra is not None and self.extra > _APART * self.line.size


def join_lines(lines: Sequence[Line]) -> Iterator[Block]:
    """Give the paragraphs of lines; those right below one another are tight, as in a plain text."""
    paragraph: list[str] = []
    tight, before = False, None
    for placed in _place(lines):
        if before is None or not _goes_on(before, placed):
            yield Block(joined(paragraph), tight=tight)
            paragraph = []
            tight = placed.extra is not None and not placed.is_apart
        paragraph.append(placed.line.text)
        before = placed
    yield Block(joined(paragraph), tight=tight)


def _place(lines: Sequence[Line]) -> Iterator[_Placed]:
    columns = list(_columns(lines))
    lefts = [min(line.left for line in column) for column in columns]
    # A page of a few short lines does not tell where lines are full: all columns that begin at one place do.
    margins: dict[int, float] = {}
    for left, column in zip(lefts, columns, strict=True):
        key = round(left / _SAME_LEFT)
        margins[key] = max(margins.get(key, left), *(line.right for line in column), left)
    for left, column in zip(lefts, columns, strict=True):
        steps = [None, *(above.base - line.base for above, line in pairwise(column))]
        usual = _usual(step for step in steps if step)
        for line, step in zip(column, steps, strict=True):
            yield _Placed(line, left, margins[round(left / _SAME_LEFT)], None if step is None else step - usual)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines in runs that stand below one another: a page, or a column of it."""
    column: list[Line] = []
    right = 0.0
    for line in lines:
        if column and (line.page != column[-1].page or line.base > column[-1].base or line.left >= right):
            yield column
            column, right = [], 0.0
        column.append(line)
        right = max(right, line.right)
    if column:
        yield column


def _usual(steps: Iterator[float]) -> float:
    """Give the distance of lines within paragraphs: the lower quartile of all."""
    known = sorted(steps)
    return known[len(known) // 4] if known else 0.0


def _goes_on(before: _Placed, placed: _Placed) -> bool:
    """Whether a line continues the paragraph of the one before."""
    above, line = before.line, placed.line
    if above.text.endswith(HYPHEN):
        return True
    on_one_line = above.page == line.page and abs(above.base - line.base) < _SAME_LINE
    if on_one_line or placed.is_apart or abs(above.size - line.size) > _OTHER_SIZE * above.size:
        return False
    is_item = _ITEM.match(line.text)
    if _STOPPED.search(above.text):
        set_in = line.left > placed.left + _INDENT * line.size
        return _is_full(before, line) and not (is_item or set_in or placed.extra is None)
    return _is_full(before, line) and not (is_item and not _ENDS_OPEN.search(above.text))


def _is_full(before: _Placed, line: Line) -> bool:
    """Whether a line has no room for the first word of the next."""
    above = before.line
    first = (line.right - line.left) / len(line.text) * (len(line.text.split(" ", 1)[0]) + 1)
    if above.wraps or above.right + first > before.margin - _SLACK * above.size:
        return True
    return (bool(_ENDS_OPEN.search(above.text) and _GOES_ON.match(line.text))
            and above.right - before.left > _NEARLY_FULL * (before.margin - before.left))


def joined(lines: Iterable[str]) -> str:
    """Give the lines of one paragraph as its text."""
    text = ""
    for line in lines:
        if text.endswith(HYPHEN):
            text = text.removesuffix(HYPHEN) + line
        elif _WORD_BREAK.search(text, max(0, len(text) - 2)) and _GOES_ON.match(line):
            # Whoever reads the text decides whether the hyphen is one of its own.
            text += "\n" + line
        else:
            text += " " + line if text else line
    return with_horns(text.replace(HYPHEN, "-"))
