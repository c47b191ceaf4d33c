"""The regions of the pages: running text, columns of it, and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from statistics import median

from danvan_cli.read.blocks import Block
from danvan_cli.read.pdf.lines import Line, Row
from danvan_cli.read.pdf.paragraphs import join_lines, joined
from danvan_cli.read.tables import LONGEST_CELL, is_layout, table_lines

# Rows of cells are columns of prose if there are so many, and their cells so long.
_PROSE_ROWS = 6
_PROSE_CHARS = 20
_LEAST_COLUMNS = 3
_TOUCH = 3  # in shares of the letters' size


def read_blocks(pages: Sequence[Sequence[Row]]) -> Iterator[Block]:
    """Give the blocks of a document from the rows of its pages."""
    for (is_head, columns), group in groupby(chain.from_iterable(pages), _part):
        rows = list(group)
        if is_head:
            yield from (Block(" ".join(cell.text for cell in row), "furniture") for row in rows)
        elif columns:
            yield from _ruled_blocks([row[0] for row in rows], columns)
        else:
            yield from _free_blocks(rows)


def _part(row: Row) -> tuple[bool, int]:
    """Tell whether a row is a head of its page, and how many columns the ruled table has that it is in, 0 if none."""
    return row[0].is_head, row[0].square.columns if row[0].square else 0


def _ruled_blocks(lines: Iterable[Line], columns: int) -> Iterator[Block]:
    """Give a ruled table from its lines, also one that goes on over the page; what is only framed is lines."""
    rows: dict[tuple[int, int, int], dict[int, list[Line]]] = {}
    for line in lines:
        if line.square:
            row = rows.setdefault((line.page, line.square.grid, line.square.row), {})
            row.setdefault(line.square.column, []).append(line)
    texts = [[joined(line.text for line in row.get(column, ())) for column in range(columns)] for row in rows.values()]
    if is_layout(texts) or max(len(text) for row in texts for text in row) > LONGEST_CELL:
        for row in rows.values():
            for cell in row.values():
                yield from join_lines(cell)
    else:
        yield Block(table_lines(texts), "table")


def _free_blocks(rows: Iterable[Row]) -> Iterator[Block]:
    """Give the blocks of rows outside of ruled tables: paragraphs, columns of them, and tables by their gaps."""
    lines: list[Line] = []
    for region in _regions(rows):
        texts = [[cell.text for cell in row] for row in region]
        if _is_prose(texts):
            lines += (cell for column in zip(*region, strict=True) for cell in column if cell.text)
        elif is_layout(texts) or len(region[0]) == 1:
            lines += (cell for row in region for cell in row if cell.text)
        else:
            yield from join_lines(lines)
            lines = []
            yield Block(table_lines(texts), "table")
    yield from join_lines(lines)


def _regions(rows: Iterable[Row]) -> list[list[Row]]:
    """Give the rows in runs of as many cells; short ones that touch a table have empty cells where they lack some."""
    regions: list[list[Row]] = []
    for _, group in groupby(rows, len):
        region = list(group)
        above = regions[-1] if regions else None
        if above and (filled := _filled(region, above)):
            above += filled
        elif above and (filled := _filled(above, region)):
            regions[-1] = [*filled, *region]
        else:
            regions.append(region)
    return regions


def _filled(rows: Sequence[Row], table: Sequence[Row]) -> list[Row]:
    """Give short rows as rows of the table above or below, nothing where their cells do not stand in its columns."""
    if len(table[0]) < _LEAST_COLUMNS or not 1 < len(rows[0]) <= len(table[0]) or not _touch(rows, table):
        return []
    columns = [(min(cell.left for cell in column), max(cell.right for cell in column))
               for column in zip(*table, strict=True)]
    filled = [_in_columns(row, columns) for row in rows]
    return filled if all(filled) else []


def _in_columns(row: Row, columns: Sequence[tuple[float, float]]) -> Row:
    cells = list(row)
    placed: list[Line] = []
    for left, right in columns:
        if cells and cells[0].left < right and cells[0].right > left:
            placed.append(cells.pop(0))
        else:
            placed.append(replace(row[0], text="", left=left, right=left))
    return () if cells else tuple(placed)


def _touch(rows: Sequence[Row], table: Sequence[Row]) -> bool:
    """Whether there is no line's space between two runs of rows on one page."""
    return any(one[0].page == other[0].page and 0 < one[0].base - other[0].base < _TOUCH * one[0].size
               for one, other in ((rows[-1], table[0]), (table[-1], rows[0])))


def _is_prose(texts: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells are columns of a newspaper, set line by line across the page."""
    return (len(texts) >= _PROSE_ROWS
            and min(median(map(len, column)) for column in zip(*texts, strict=True)) >= _PROSE_CHARS)
