"""Tables: rows and cells, of a table that a reader marked or of lines whose cells tabs, bars or wide gaps part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

import regex
from msgspec import Struct

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.rows import MOST_COLUMNS, Cell, align, cut_at_gaps, lines_of, split_line
from danvan_cli.segment.spans import Span
from danvan_cli.text.fold import fold_key

_RULE = regex.compile(r"[\s|:+=-]*+")
_FIGURE = regex.compile(r"[(+\u2212-]?\s?\d[\d.,]*+\s?%?\)?(?:\s\p{L}[\p{L}\d²³/]*+){0,2}")
_WORD = regex.compile(r"\p{L}{2}")
_ORDINAL = regex.compile(r"[-+*•]|\(?(?:\d{1,3}|\p{L}|[IVXLC]+)(?:\.\d+)*+[.)]?")
_LEADERS = "...."
# Lines that make a table: those with gaps only need one more, for prose has wide gaps too.
_LEAST, _LEAST_WITH_GAPS = 2, 3
HEAD_LINES = 12
"""How many lines may stand above a letterhead."""

Rows = tuple[tuple[Cell, ...], ...]


class Table(Struct, frozen=True):
    """A table at `start:end`; every row has as many cells as the widest, but for layouts.

    `kind` is `data` (rows of labels and figures), `roster` (names and offices) or `layout`: cells side by side for
    their looks, as in the letterhead of an official document.
    """

    start: int
    end: int
    kind: str
    rows: Rows

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells that are not empty, in text order."""
        return (cell for row in self.rows for cell in row if cell.start < cell.end)


def marked_table(raw: str, start: int, end: int, lexicon: Lexicon) -> Table:
    """Read the table that a reader marked: a row a line, its cells apart by tabs."""
    rows = [split_line(raw, *line, "\t") for line in lines_of(raw, start, end)]
    return _table(raw, start, end, rows, lexicon)


def find_tables(raw: str, lexicon: Lexicon) -> list[Table]:
    """Find the tables in a plain text, in text order; what may be prose with wide gaps is none.

    Linear in the length of the text.
    """
    if "\t" not in raw and "|" not in raw and "  " not in raw:
        return []
    found: list[Table] = []
    lines = enumerate(lines_of(raw, 0, len(raw)))
    for separator, group in groupby(lines, lambda line: _separator(raw[slice(*line[1])])):
        if separator:
            block = list(group)
            found += _block_table(raw, [line for _, line in block], separator, block[0][0], lexicon)
    return found


def _separator(line: str) -> str:
    """Give what parts the cells of a line: a tab, a bar or a gap; nothing if it has one cell."""
    line = line.strip(" \n")
    if "\t" in line.strip():
        return "\t"
    if "|" in line or (line.startswith("+-") and _RULE.fullmatch(line)):
        return "|"
    return "  " if "  " in line else ""


def _block_table(
    raw: str, lines: Sequence[Span], separator: str, number: int, lexicon: Lexicon,
) -> Iterator[Table]:
    """Read consecutive lines with the same separator as a table if they are one; `number` is that of the first line."""
    if len(lines) < _LEAST:
        return
    start, end = lines[0][0], lines[-1][1]
    if separator == "  ":
        rows = [cut_at_gaps(raw, *line) for line in lines]
    else:
        rows = [split_line(raw, *line, separator) for line in lines if not _RULE.fullmatch(raw, *line)]
    if not rows or max(map(len, rows)) > MOST_COLUMNS:
        return
    rows = align(raw, rows) if separator == "  " else rows
    widths = Counter(len(row) for row in rows)
    width, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if width < 2 or often < len(rows) / 2:
        return
    table = _table(raw, start, end, rows, lexicon)
    if table.kind == "layout":
        if separator == "  " and number < HEAD_LINES and width == 2 and _is_letterhead(raw, table):
            yield table
    elif separator != "  " or (len(rows) >= _LEAST_WITH_GAPS and not _is_contents(raw, table)):
        yield table


def _table(raw: str, start: int, end: int, rows: Sequence[Sequence[Cell]], lexicon: Lexicon) -> Table:
    width = max((len(row) for row in rows), default=0)
    if width > MOST_COLUMNS:
        return Table(start, end, "layout", tuple(map(tuple, rows)))
    # What a short row lacks, it lacks at the end.
    filled = tuple((*row, *[Cell(end, end)] * (width - len(row))) for row in rows if row)
    return Table(start, end, _kind(raw, filled, lexicon), filled)


def _kind(raw: str, rows: Rows, lexicon: Lexicon) -> str:
    if any({"name", "office"} <= _heading_roles(raw, row, lexicon) for row in rows[:2]):
        return "roster"
    columns = list(zip(*rows, strict=True))
    figures = [sum(bool(_FIGURE.fullmatch(raw, *cell)) for cell in column) for column in columns]
    numbered = bool(columns) and all(
        cell.start == cell.end or _ORDINAL.fullmatch(raw, *cell) for cell in columns[0][1:])
    labels = [sum(_WORD.search(raw, *cell) is not None
                  and not _FIGURE.fullmatch(raw, *cell) for cell in column) for column in columns]
    first = next((at for at, count in enumerate(labels) if count >= len(rows) / 2), None)
    if first is None or first > 1 or (first == 1 and not numbered):
        return "layout"
    return "data" if any(count >= min(2, len(rows) - 1) for count in figures[first + 1:]) else "layout"


def _heading_roles(raw: str, row: Sequence[Cell], lexicon: Lexicon) -> set[str]:
    roles = heading_roles(lexicon)
    return {role for cell in row for role in roles.get(fold_key(raw[cell.start:cell.end]), ())}


@cache
def heading_roles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Give the roles of `table_words.tsv` by their wording, folded and in lower case."""
    roles: dict[str, set[str]] = {}
    for entry in lexicon.entries("table_words"):
        roles.setdefault(fold_key(entry.form), set()).add(entry.get("role"))
    return {wording: frozenset(played) for wording, played in roles.items()}


def _is_contents(raw: str, table: Table) -> bool:
    """Whether a table is one of contents: leaders, or one column of rising numbers and no heading."""
    if _LEADERS in raw[table.start:table.end]:
        return True
    if len(table.rows[0]) > 2 or not _FIGURE.fullmatch(raw, *table.rows[0][-1]):
        return False
    pages = [raw[cell.start:cell.end] for row in table.rows for cell in row[-1:]]
    return all(page.isdecimal() for page in pages) and all(int(one[:9]) <= int(two[:9]) for one, two in pairwise(pages))


def _is_letterhead(raw: str, table: Table) -> bool:
    """Whether two cells side by side are the body and the motto at the head of an official document."""
    first = [raw[cell.start:cell.end] for cell in table.rows[0]]
    return len(first) == 2 and all(cell.isupper() for cell in first)
