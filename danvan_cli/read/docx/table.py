"""Tables of a Word document: the cells of each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from danvan_cli.read.docx.xml import Element
from danvan_cli.read.tables import MAX_SPAN


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its element, how many columns it spans, and whether it continues the one above."""

    node: Element
    span: int
    continues: bool


def rows_of(table: Element) -> list[list[Cell]]:
    """Give the cells of a `w:tbl` row by row; those that a revision deleted are left out."""
    return [[_cell(node) for node in _inner(row, "tc")]
            for row in _inner(table, "tr") if row.find("trPr/del") is None]


def _cell(node: Element) -> Cell:
    span = node.find("tcPr/gridSpan")
    width = "" if span is None else span.get("val", "")
    merge = node.find("tcPr/vMerge")
    return Cell(node, span=min(int(width), MAX_SPAN) if width.isdecimal() and int(width) else 1,
                continues=merge is not None and merge.get("val") != "restart")


def _inner(node: Element, tag: str) -> Iterator[Element]:
    """Give the elements `tag` right below, also within content controls and insertions."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inner(child, tag)
