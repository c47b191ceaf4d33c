"""Running heads and page numbers: what stands in the same place of most pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from danvan_cli.read.pdf.lines import Row

_EDGE = 2  # lines at the top and at the bottom of a page that may be one
_MOST = 0.6
_SAME_PLACE = 6  # points
_NUMBER = regex.compile(r"\d++")
_APART = 2.5  # in shares of the letters' size
_LETTERS = regex.compile(r"\p{L}")
_PAGE_NUMBER_LETTERS = 8  # "Trang 2/15", "Page 2 of 15": what has no more letters below a page is its number


def without_heads(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Give the lines of each page without those that head or foot most pages, whatever number is in them."""
    edges = [_edges(rows) for rows in pages]
    found = Counter(key for keys in edges for key in set(keys.values()))
    heads = {key for key, times in found.items() if times > 1 and times >= _MOST * len(pages)}
    return [[row for at, row in enumerate(rows)
             if edge.get(at) not in heads and not (at in edge and _is_number(row, rows, number))]
            for number, (rows, edge) in enumerate(zip(pages, edges, strict=True), start=1)]


def _is_number(row: Row, rows: Sequence[Row], number: int) -> bool:
    """Whether a line at the edge of a page is its number, with a few words only where it stands apart at the foot."""
    text = _text(row)
    if text.strip("- ") == str(number):
        return True
    if _NUMBER.findall(text)[:1] != [str(number)] or len(_LETTERS.findall(text)) > _PAGE_NUMBER_LETTERS:
        return False
    above = min((other[0].base - row[0].base for other in rows if other is not row), default=0.0)
    return above > _APART * row[0].size


def _edges(rows: Sequence[Row]) -> dict[int, tuple[str, int]]:
    """Give the text, numbers apart, and the place of the outermost lines, by their position among the lines."""
    order = sorted(range(len(rows)), key=lambda at: -rows[at][0].base)
    return {at: (_NUMBER.sub("#", _text(rows[at])), round(rows[at][0].base / _SAME_PLACE))
            for at in (*order[:_EDGE], *order[-_EDGE:])}


def _text(row: Row) -> str:
    return " ".join(cell.text for cell in row)
