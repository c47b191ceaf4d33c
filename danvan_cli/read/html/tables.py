"""Tables of a web page: those of data, not those that only lay out the page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from danvan_cli.read.tables import LONGEST_CELL, MAX_SPAN, is_layout, table_lines

_CELLS = frozenset(("td", "th"))
_BREAKS = frozenset(("br", "p", "div", "li", "tr"))
# Columns of a row from which on its cells span no others: rows are no longer, but may be made to fill the memory.
_MANY_COLUMNS = 64
_UNSEEN = frozenset(("script", "style", "template", "noscript"))


def find_tables(root: etree._Element) -> frozenset[etree._Element]:
    """Give the tables of data: no table in them, no long text, and figures or more than a letterhead's cells."""
    tables = list(root.iter("table"))
    outer = {next(table.iterancestors("table"), None) for table in tables}
    return frozenset(table for table in tables if table not in outer and _holds_data(table))


def read_table(table: etree._Element) -> str:
    """Give the text of a table: a row a line, cells apart by tabs, spanned places empty."""
    return table_lines(_rows(table))


def spanned(node: etree._Element) -> int:
    """Give how many places of a table an element takes: one, but for cells that span several."""
    return _span(node, "colspan") * _span(node, "rowspan") if node.tag in _CELLS else 1


def _holds_data(table: etree._Element) -> bool:
    texts = [[_cell_text(cell) for cell in _cells(row)] for row in table.iter("tr")]
    return (any(len(row) > 1 for row in texts) and not is_layout(texts)
            and max(len(text) for row in texts for text in row) <= LONGEST_CELL)


def _rows(table: etree._Element) -> Iterator[list[str]]:
    below: dict[int, int] = {}  # column -> how many more rows a cell above reaches into
    for row in table.iter("tr"):
        line: list[str] = []
        for cell in _cells(row):
            while below.get(len(line)):
                below[len(line)] -= 1
                line.append("")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan") - 1
            if len(line) >= _MANY_COLUMNS:
                across, down = 1, 0
            for text in (_cell_text(cell), *[""] * (across - 1)):
                if down:
                    below[len(line)] = down
                line.append(text)
        while below.get(len(line)):
            below[len(line)] -= 1
            line.append("")
        yield line


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in _CELLS]


def _cell_text(cell: etree._Element) -> str:
    parts: list[str] = []
    for event, node in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            parts += (" " if node.tag in _BREAKS else "", "" if node.tag in _UNSEEN else node.text or "")
        elif node is not cell:
            parts.append(node.tail or "")
    return " ".join("".join(parts).split())


def _span(cell: etree._Element, name: str) -> int:
    number = cell.get(name, "1").strip()
    return max(1, min(int(number), MAX_SPAN)) if number.isascii() and number.isdecimal() and len(number) < 9 else 1
