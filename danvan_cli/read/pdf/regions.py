"""The regions of the pages: running text, columns of it, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from statistics import median

from danvan_cli.read.blocks import Block
from danvan_cli.read.pdf.lines import Line, Row
from danvan_cli.read.pdf.paragraphs import join_lines
from danvan_cli.read.tables import is_layout, table_lines

# Rows of cells are columns of prose if there are so many, and their cells so long.
_PROSE_ROWS = 6
_PROSE_CHARS = 20


def read_blocks(pages: Sequence[Sequence[Row]]) -> Iterator[Block]:
    """Give the blocks of a document from the rows of its pages."""
    lines: list[Line] = []
    for _, group in groupby(chain.from_iterable(pages), len):
        rows = list(group)
        texts = [[cell.text for cell in row] for row in rows]
        if _is_prose(texts):
            lines += chain.from_iterable(zip(*rows, strict=True))
        elif is_layout(texts) or len(rows[0]) == 1:
            lines += chain.from_iterable(rows)
        else:
            yield from join_lines(lines)
            lines = []
            yield Block(table_lines(texts), "table")
    yield from join_lines(lines)


def _is_prose(texts: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells are columns of a newspaper, set line by line across the page."""
    return (len(texts) >= _PROSE_ROWS
            and min(median(map(len, column)) for column in zip(*texts, strict=True)) >= _PROSE_CHARS)
