"""Figures of tables: every cell with a number, what it measures by its row and its column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

import regex
from msgspec import Struct

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import PeriodMention, TableFigure
from danvan_cli.find.tables.columns import FIGURE, Column, heading_height, in_year_of, is_index, read_columns
from danvan_cli.find.tables.labels import UNIT_BRACKET, Label, read_labels
from danvan_cli.find.tables.units import TableUnit, read_table_unit, read_value
from danvan_cli.find.tables.vocabulary import TableWords, table_words
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Paragraph
from danvan_cli.segment.rows import Cell
from danvan_cli.segment.tables import Table

ABOVE = 3
"""In how many paragraphs above a table its unit and its title are looked for."""
LONGEST_TITLE = 160

_START = attrgetter("start")
_TITLES = frozenset({"body", "heading", "title"})
_NUMBER = regex.compile(r"\p{L}{2,5}(?:\s\p{L}{2,5})?\s\d{1,2}[.:]\s++")
_PERCENT = TableUnit("%", "share", 1, None)


class _Sheet(Struct, frozen=True):
    """A table being read: what holds for all of it. `of_places` tells that its rows are places or bodies."""

    page: Page
    words: TableWords
    unit: TableUnit | None
    period: PeriodMention | None
    title: tuple[int, int] | None
    of_places: bool


def find_table_figures(page: Page, findings: Sequence[Findings], lexicon: Lexicon) -> tuple[TableFigure, ...]:
    """Find the figures in the tables of a page, in text order."""
    tables = [table for table in page.tables if table.kind == "data"]
    if not tables:
        return ()
    by_start = {found.sentence.start: found for found in findings}
    words = table_words(lexicon)
    return tuple(figure for table in tables for figure in _of_table(page, table, by_start, words))


def _of_table(
    page: Page, table: Table, findings: Mapping[int, Findings], words: TableWords,
) -> list[TableFigure]:
    height = heading_height(page, table.rows, words)
    columns = read_columns(page, table.rows, height, findings, words)
    roles = [column.role for column in columns]
    if "label" not in roles or "figure" not in roles:
        return []
    at, number = roles.index("label"), roles.index("ordinal") if "ordinal" in roles else None
    rows = [row for row in table.rows[height:] if not is_index(page, row)]
    heading = " ".join(page.folded.lower[cell.start:cell.end] for cell in columns[at].heading)
    numbered = [(None if number is None else row[number], row[at]) for row in rows]
    labels = read_labels(page, numbered, findings, heading, words)
    sheet = _sheet(page, table, labels, findings, words)
    figures = []
    for row, label in zip(rows, labels, strict=True):
        unit = _row_unit(page, row, columns, words)
        for cell, column in zip(row, columns, strict=True):
            if label and column.role == "figure" and (figure := _figure(sheet, cell, column, label, unit)):
                figures.append(figure)
    return figures


def _sheet(
    page: Page, table: Table, labels: Sequence[Label | None], findings: Mapping[int, Findings], words: TableWords,
) -> _Sheet:
    """Read what stands above a table: its title with its period, the unit of all its figures."""
    at = bisect_left(page.paragraphs, table.start, key=_START)
    above = [paragraph for paragraph in page.paragraphs[max(0, at - ABOVE):at]
             if paragraph.kind in _TITLES and paragraph.end - paragraph.start <= LONGEST_TITLE]
    unit = period = title = None
    for paragraph in above:
        known = (findings.get(sentence.start) for sentence in paragraph.sentences)
        # A day alone is that of the letterhead.
        periods = [one for found in known if found for one in found.periods if one.reading != "day"]
        period = periods[-1] if periods else period
        if not words.above.search(page.folded.lower, paragraph.start, paragraph.end):
            title = _title(page, paragraph, period)
    for start, end in [*((paragraph.start, paragraph.end) for paragraph in above),
                       *(cell for row in table.rows[:2] for cell in row)]:
        found = words.above.search(page.folded.lower, start, min(end, start + LONGEST_TITLE))
        if found:
            unit = read_table_unit(found["unit"], words.figures) or unit
    named = [label for label in labels if label and not label.is_total]
    places = sum(label.place is not None or label.body is not None for label in named)
    return _Sheet(page, words, unit, period, title, bool(named) and 2 * places >= len(named))


def _title(page: Page, paragraph: Paragraph, period: PeriodMention | None) -> tuple[int, int]:
    """Give the span of a title without its number and the period at its end: "Bảng 1. | Thu ngân sách | quý I/2024"."""
    number = _NUMBER.match(page.folded.text, paragraph.start, paragraph.end)
    start, end = number.end() if number else paragraph.start, paragraph.end
    if period and start < period.start and period.end == end:
        end = start + len(page.text(start, period.start).rstrip(" ,("))
    return start, end


def _row_unit(page: Page, row: Sequence[Cell], columns: Sequence[Column], words: TableWords) -> TableUnit | None:
    for cell, column in zip(row, columns, strict=True):
        if column.role == "unit":
            return read_table_unit(page.folded.lower[cell.start:cell.end], words.figures)
    return None


def _figure(
    sheet: _Sheet, cell: Cell, column: Column, label: Label, row_unit: TableUnit | None,
) -> TableFigure | None:
    """Read a cell as a figure; the unit in the cell goes before that of the column, the row, and the whole table."""
    page = sheet.page
    found = FIGURE.fullmatch(page.folded.text, *cell)
    if not found:
        return None
    noun = read_table_unit(found["noun"].lower(), sheet.words.figures) if found["noun"] else None
    unit = _PERCENT if found["percent"] else noun or column.unit or label.unit or row_unit or sheet.unit
    value = read_value(found["digits"], unit)
    if value is None:
        return None
    fallen = (found["sign"] or "").strip() == "-" or found["open"] is not None
    change = column.change
    if change in {"signed", "up", "down"} or (column.baseline and found["sign"]):
        change = "down" if fallen or change == "down" else "up"
    elif fallen:
        value = -value
    return TableFigure(
        cell.start, cell.end, found.span("digits"), value,
        unit.symbol if unit else "count", unit.per if unit else None,
        _measure(sheet, column, label), change, column.baseline,
        in_year_of(column.period, sheet.period) if column.period else None if column.plan else sheet.period,
        _span(column.heading) if column.plan else None,
        label.body, label.place, "indicator.table")


def _measure(sheet: _Sheet, column: Column, label: Label) -> tuple[tuple[int, int], ...]:
    """Give what a figure measures: the row's label, with the heading where that says more than when and how much.

    Where the rows are places or bodies it is the heading; one like "Tỷ lệ" or "6 tháng" needs the table's title.
    """
    heading = [_without_unit(sheet, cell) for cell in column.heading]
    if not sheet.of_places or not (label.place or label.body or label.is_total):
        return (*label.spans, *(heading[-1:] if column.names else ()))
    if column.names or sheet.title is None:
        return tuple(heading) or label.spans
    return (sheet.title, *(heading if column.unit and column.unit.kind == "share" and not column.baseline else ()))


def _without_unit(sheet: _Sheet, cell: Cell) -> tuple[int, int]:
    found = UNIT_BRACKET.search(sheet.page.folded.lower, *cell)
    real = found and found.start() > cell.start and read_table_unit(found["inner"], sheet.words.figures)
    return (cell.start, found.start()) if found and real else (cell.start, cell.end)


def _span(cells: Sequence[Cell]) -> tuple[int, int]:
    return cells[-1].start, cells[-1].end
