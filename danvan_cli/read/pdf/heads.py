"""Running heads and page numbers: what stands in the same place of most pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import regex

from danvan_cli.read.page_numbers import may_be_page_number
from danvan_cli.read.pdf.lines import Page, Row

_EDGE = 2  # lines at the top and at the bottom of a page that may be one
_MOST = 0.6
_SAME_PLACE = 6  # points
_NUMBER = regex.compile(r"\d++")
_APART = 2.5  # in shares of the letters' size
_MARGIN = 51  # points from the edge of the page, 1.8 cm; office programs set text 2 cm from it
_LARGER = 1.1
_LEAST_LINES = 3


def without_heads(pages: Sequence[Page]) -> list[list[Row]]:
    """Give the lines of each page without those that head or foot most pages, whatever number is in them.

    What stands alone in the margin of one page is marked as its head.
    """
    edges = [_edges(page.rows) for page in pages]
    found = Counter(key for keys in edges for key in set(keys.values()))
    heads = {key for key, times in found.items() if times > 1 and times >= _MOST * len(pages)}
    left = [[row for at, row in enumerate(page.rows)
             if edge.get(at) not in heads and not (at in edge and _is_number(row, page.rows, number))]
            for number, (page, edge) in enumerate(zip(pages, edges, strict=True), start=1)]
    return [_with_heads(rows, page.height) for rows, page in zip(left, pages, strict=True)]


def _with_heads(rows: Sequence[Row], height: float) -> list[Row]:
    """Mark the first and the last line of a page where they stand in its margin, apart from others and no larger."""
    order = sorted((row for row in rows if row[0].square is None), key=lambda row: -row[0].base)
    if len(order) < _LEAST_LINES:
        return list(rows)
    usual = median(row[0].size for row in order)
    heads = [row for row, after, margin in ((order[0], order[1], height - order[0][0].base),
                                            (order[-1], order[-2], order[-1][0].base))
             if margin < _MARGIN and abs(row[0].base - after[0].base) > _APART * row[0].size
             and row[0].size < _LARGER * usual]
    return [tuple(replace(cell, is_head=True) for cell in row) if row in heads else row for row in rows]


def _is_number(row: Row, rows: Sequence[Row], number: int) -> bool:
    """Whether a line at the edge of a page is its number, with a few words only where it stands apart at the foot."""
    text = _text(row)
    if text.strip("- ") == str(number):
        return True
    if _NUMBER.findall(text)[:1] != [str(number)] or not may_be_page_number(text):
        return False
    above = min((other[0].base - row[0].base for other in rows if other is not row), default=0.0)
    return above > _APART * row[0].size


def _edges(rows: Sequence[Row]) -> dict[int, tuple[str, int]]:
    """Give the text, numbers apart, and the place of the outermost lines, by their position among the lines.

    What stands in a ruled table is none of them.
    """
    free = (at for at, row in enumerate(rows) if row[0].square is None)
    order = sorted(free, key=lambda at: -rows[at][0].base)
    return {at: (_NUMBER.sub("#", _text(rows[at])), round(rows[at][0].base / _SAME_PLACE))
            for at in (*order[:_EDGE], *order[-_EDGE:])}


def _text(row: Row) -> str:
    return " ".join(cell.text for cell in row)
