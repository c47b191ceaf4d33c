"""Columns of a table: what its heading says of the figures below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import regex
from msgspec import Struct
from msgspec.structs import replace

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import PeriodMention
from danvan_cli.find.tables.units import TableUnit, read_table_unit
from danvan_cli.find.tables.vocabulary import TableWords
from danvan_cli.segment import Page
from danvan_cli.segment.rows import Cell
from danvan_cli.segment.tables import Rows

FIGURE = regex.compile(
    r"(?P<sign>[+-]\s?)?(?P<open>\()?(?P<digits>\d[\d.,]*+)\s?(?P<percent>%)?\)?(?P<noun>(?:\s\p{L}[\p{L}\d²³/]*+){0,3})")
"""A cell that holds a figure: "1.234", "-5,2%", "(12)", "12 hộ", "1.200 m2"."""
_EMPTY = regex.compile(r"[-.…/*xX]*+")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_LAST_YEAR = regex.compile(r"(?<![\d.,/])(?:19|20)\d\d$")
_ORDINAL = regex.compile(r"[-+*•]|\(?(?:\d{1,3}|\p{L}|[IVXLC]+)(?:\.\d+)*+[.)]?")
_BRACKET = regex.compile(r"\(([^()]*+)\)")
_OF = regex.compile(r"[^/()]+/\s?(?P<base>\p{L}[^/()]*[^/()\s]|\d{4})")
_INDEX = regex.compile(r"\(?[\p{L}\d]{1,2}(?:\s?=[^\p{L}]*)?\)?")
_SORTS = ("plain", "share", "plan", "difference", "up", "down")
LONGEST_HEADING = 200
MOST_HEADINGS = 4
"""Rows of the tallest heading."""


class Column(Struct, frozen=True):
    """A column by the spans of its heading; `role` is ordinal, unit, label, figure or none.

    `unit` is that of its figures where the heading tells it; `period` what it dates them with, `plan` whether they are
    of a plan; `baseline` is what they are compared with, `change` up, down or signed where they are amounts of change;
    `names` tells that the heading says what is counted.
    """

    role: str
    heading: tuple[Cell, ...]
    unit: TableUnit | None = None
    period: PeriodMention | None = None
    plan: bool = False
    baseline: tuple[int, int] | None = None
    change: str | None = None
    names: bool = False


def heading_height(page: Page, rows: Rows, words: TableWords) -> int:
    """Give how many rows at the top are headings: without figures, but for years, and with more than one cell filled.

    A row of one cell above them is the title of the table.
    """
    height = 0
    for row in rows[:MOST_HEADINGS]:
        filled = [page.text(*cell) for cell in row if cell.start < cell.end]
        is_title = len(filled) == 1 and height == 0
        is_below = height and row[0].start == row[0].end  # "6 tháng" below "Năm 2024" is no figure
        figures = [text for text in filled if FIGURE.fullmatch(text) and not _YEAR.fullmatch(text)
                   and not (is_below and words.months.fullmatch(text.lower()))]
        if not is_title and ((figures and not is_index(page, row)) or len(filled) < 2):
            break
        height += 1
    return height if height < len(rows) else 0


def is_index(page: Page, row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: "A  1  2  3=2/1"."""
    filled = [page.text(*cell) for cell in row if cell.start < cell.end]
    return len(filled) >= 2 and all(_INDEX.fullmatch(text) for text in filled)


def read_columns(
    page: Page, rows: Rows, height: int, findings: Mapping[int, Findings], words: TableWords,
) -> list[Column]:
    """Tell what each column of a table holds; `findings` are those of its cells by their start."""
    columns: list[Column] = []
    headings = _headings(page, [row for row in rows[:height] if not is_index(page, row)], len(rows[0]))
    roles: set[str] = set()
    for at, heading in enumerate(headings):
        cells = [text for row in rows[height:] if not _EMPTY.fullmatch(text := page.text(*row[at]))]
        columns.append(_column(page, heading, cells, roles, findings, words))
        roles.add(columns[-1].role)
    return [_dated(column, columns[:at]) for at, column in enumerate(columns)]


def _dated(column: Column, before: Sequence[Column]) -> Column:
    """Give a column of comparisons the period of the last column of figures before it, which they are of."""
    if column.baseline is None and column.change is None:
        return column
    compared = next((one for one in reversed(before) if one.period and not one.plan), None)
    return replace(column, period=column.period or (compared.period if compared else None))


def _headings(page: Page, rows: Sequence[Sequence[Cell]], width: int) -> list[tuple[Cell, ...]]:
    """Give the heading of every column, from the top: a cell above several columns is of each of them."""
    headings: list[list[Cell]] = [[] for _ in range(width)]
    for number, row in enumerate(rows):
        above: Cell | None = None
        for at, cell in enumerate(row):
            if cell.start < cell.end:
                above = cell
            # An empty cell is the rest of the one before it where the next row parts that one.
            elif not (above and number + 1 < len(rows) and rows[number + 1][at].start < rows[number + 1][at].end
                      and rows[number + 1][at - 1].start < rows[number + 1][at - 1].end):
                above = None
            told = {page.text(*one) for one in headings[at]}
            if above and page.text(*above) not in told:
                headings[at].append(above)
    return [tuple(heading) for heading in headings]


def _column(
    page: Page, heading: tuple[Cell, ...], cells: Sequence[str], before: set[str], findings: Mapping[int, Findings],
    words: TableWords,
) -> Column:
    wording = " ".join(page.folded.lower[cell.start:cell.end] for cell in heading)
    figures = sum(bool(FIGURE.fullmatch(cell)) for cell in cells)
    if words.plays(wording, "ordinal"):
        return Column("ordinal", heading)
    if not before and figures < len(cells) and all(_ORDINAL.fullmatch(cell) for cell in cells):
        return Column("ordinal", heading)
    if words.plays(wording, "unit") and 2 * sum(_is_unit(cell, words) for cell in cells) >= len(cells):
        return Column("unit", heading)
    if words.plays(wording, "none"):
        return Column("none", heading)
    if not cells or 2 * figures < len(cells):
        return Column("none" if "label" in before or not cells else "label", heading)
    if "label" not in before:
        return Column("ordinal" if not before else "none", heading)
    if len(wording) > LONGEST_HEADING:
        return Column("none", heading)
    return _figure_column(page, heading, wording, findings, words)


def _figure_column(
    page: Page, heading: tuple[Cell, ...], wording: str, findings: Mapping[int, Findings], words: TableWords,
) -> Column:
    periods = [_period(page, cell, findings, words) for cell in heading]
    known = [period for period in reversed(periods) if period]
    period = in_year_of(known[0], known[-1]) if known else None
    unit = next((unit for inner in _BRACKET.findall(wording) if (unit := _real_unit(inner, words))), None)
    if unit is None and ("%" in wording or words.begins(wording, "share")):
        unit = TableUnit("%", "share", 1, None)
    change = next((role for role in ("difference", "up", "down") if words.change[role].search(wording)), None)
    baseline = _baseline(page, heading, unit if change is None else None, words)
    plan = baseline is None and any(_is_of_plan(page.folded.lower[cell.start:cell.end], words) for cell in heading)
    names = any(_says_what(page, cell, period, words) for cell, period in zip(heading, periods, strict=True))
    return Column("figure", heading, unit, None if baseline else period, plan, baseline,
                  "signed" if change == "difference" else change, names and not (plan or baseline or change))


def _says_what(page: Page, cell: Cell, period: PeriodMention | None, words: TableWords) -> bool:
    """Whether a heading says more than when figures are of and what sort of figures they are."""
    bare = _BRACKET.sub("", page.folded.lower[cell.start:cell.end]).strip(" %")
    dated = page.folded.lower[period.start:period.end] if period else ""
    rest = bare.replace(dated, "").strip(" ,")
    return len(bare.split()) > len(dated.split()) + (2 if period else 0) and not any(
        words.plays(rest, role) for role in _SORTS)


def in_year_of(period: PeriodMention, other: PeriodMention | None) -> PeriodMention:
    """Give a period that names no year in the one that another names."""
    year = dict(other.values).get("y") if other else None
    if year is None or any(slot[0] in "yd" for slot, _ in period.values):
        return period
    return replace(period, values=tuple(sorted([*period.values, ("y", year)])))


def _is_of_plan(wording: str, words: TableWords) -> bool:
    """Whether figures are planned, not what was done or is estimated to be ("Ước thực hiện")."""
    return words.begins(wording, "plan") and not words.begins(wording, "plain")


def _period(page: Page, cell: Cell, findings: Mapping[int, Findings], words: TableWords) -> PeriodMention | None:
    """Give the period that a heading names; "Thực hiện 2023", "6T/2024" and "Kế hoạch năm" are ones in tables only."""
    found = findings.get(cell.start)
    if found and found.periods and found.periods[-1].scope != "none":
        return found.periods[-1]
    short = words.months.search(page.folded.lower, *cell)
    if short:  # "6T/2024", "6 tháng"
        values = tuple(sorted((slot, value) for slot, value in short.groupdict().items() if value))
        return PeriodMention(*short.span(), "first_months", values, "sentence", False, "period.first-months")
    year = _LAST_YEAR.search(page.folded.text, *cell)
    if year:
        return PeriodMention(*year.span(), "year", (("y", year.group()),), "sentence", False, "period.year")
    if words.plays(page.folded.lower[cell.start:cell.end], "year"):  # that of the table
        return PeriodMention(*cell, "year", (), "sentence", False, "period.year")
    return None


def _baseline(
    page: Page, heading: tuple[Cell, ...], unit: TableUnit | None, words: TableWords,
) -> tuple[int, int] | None:
    for cell in reversed(heading):
        found = words.compare.search(page.folded.lower, *cell)
        if not found and unit and unit.kind == "share":
            found = _OF.match(page.folded.text, *cell)  # "TH/KH (%)"
        if found:
            return found.span("base")
    for above, cell in pairwise(heading):  # "So sánh (%)" above "Cùng kỳ"
        if words.plays(page.folded.lower[above.start:above.end].lstrip("% "), "compare"):
            return cell.start, cell.start + len(page.text(*cell).partition("(")[0].rstrip(" %"))
    return None


def _is_unit(cell: str, words: TableWords) -> bool:
    """Whether a cell below "Đơn vị" holds a unit ("Triệu đồng", "cuộc"), not a name ("Sở Y tế")."""
    return read_table_unit(cell.lower(), words.figures) is not None and cell[1:] == cell[1:].lower()


def _real_unit(wording: str, words: TableWords) -> TableUnit | None:
    """Read what stands in brackets as a unit that is more than a noun."""
    unit = read_table_unit(wording, words.figures)
    return unit if unit and (unit.kind != "count" or unit.scale != 1) else None
