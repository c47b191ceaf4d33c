"""Tables, whatever the format they come from: rows of cells as lines, and the tables that are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

MAX_SPAN = 64
"""The most columns that one cell spans: Word has 63, and a million would be made to fill the memory."""

LONGEST_CELL = 400
"""Characters: a cell with more holds a part of the page, not of a table of data."""

_CELL_SPACE = regex.compile(r"[\t\n]+")
_FIGURE = regex.compile(r"\s*+[-+(]?\d")
_LAYOUT_ROWS = 4
_LAYOUT_COLUMNS = 2


def table_lines(rows: Iterable[Iterable[str]]) -> str:
    r"""Give a table as text: a row a line, the cells of a row apart by tabs, rows without text left out.

    >>> table_lines([["Chỉ tiêu", "Quý I"], ["Hộ nghèo\n(hộ)", "812"]])
    'Chỉ tiêu\tQuý I\nHộ nghèo (hộ)\t812'
    """
    lines = ("\t".join(_CELL_SPACE.sub(" ", cell).strip() for cell in row) for row in rows)
    return "\n".join(line for line in lines if line.strip())


def is_layout(texts: Sequence[Sequence[str]]) -> bool:
    """Whether a table of these cells only sets text side by side, as letterheads of official documents do.

    It is small, has two columns at most, and no cell of it begins with a figure.
    """
    return (len(texts) <= _LAYOUT_ROWS and all(len(row) <= _LAYOUT_COLUMNS for row in texts)
            and not any(_FIGURE.match(text) for row in texts for text in row))
