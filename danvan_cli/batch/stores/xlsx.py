"""`.xlsx`: a workbook of one sheet a table, typed cells under a frozen header.

Text is never run as a formula nor turned into a link; numbers and dates are numbers and dates. XlsxWriter in its
constant-memory mode keeps the rows on the disk, so that a workbook may be larger than memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from danvan_cli.batch.stores.draft import Draft
from danvan_cli.batch.stores.errors import StoreError
from danvan_cli.batch.stores.record import Record
from danvan_cli.batch.stores.tables import Table, tables
from danvan_cli.document import SCHEMA_VERSION, Document
from danvan_cli.write import Options
from danvan_cli.write.cells import exact, plain_number
from danvan_cli.write.rows import Cell, column_type, columns, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# What Excel can hold: "Excel specifications and limits", https://support.microsoft.com.
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_MOST_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a 29 February 1900 that never was."""

_OWN = "danvan"  # the name of a property of each workbook, with the schema version as its value
_BLOCK = 65536
_CUT = " […]"
_WIDTHS = {"integer": 9, "number": 18, "boolean": 9, "date": 12, "text": 22}
_WIDE = frozenset(("source", "title", "name", "text", "position", "organisation", "measure", "aliases", "warnings"))
_WIDTH_OF_WIDE = 40
_ROOM_FOR_ARROW = 4  # the filter's, beside a column's name


def write(draft: Draft, records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write the workbook."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxFileError

    book = Workbook(str(draft.path), {
        "constant_memory": True, "tmpdir": str(draft.folder), "strings_to_formulas": False,
        "strings_to_urls": False, "strings_to_numbers": False})
    book.use_zip64()
    book.set_properties({"created": datetime(2000, 1, 1)})  # the same in every run
    book.set_custom_property(_OWN, SCHEMA_VERSION)
    cells = _Cells(book)
    sheets = [_Sheets(book, table, cells, explain=options.explain) for table in tables(options.kinds)]
    try:
        for record in records:
            for sheet in sheets:
                sheet.add(record.document)
        for sheet in sheets:
            sheet.close()
        book.close()
    except XlsxFileError as error:
        raise StoreError(f"{draft.name}: cannot be written: {error}") from error
    finally:
        for worksheet in book.worksheets():
            with suppress(AttributeError, OSError):  # there is none once the workbook is closed
                worksheet.row_data_fh.close()
    return cells.remarks()


def is_own(path: Path) -> bool:
    """Tell whether a file is a workbook that `write` made, by the property that it gives them. Raises OSError."""
    try:
        with ZipFile(path) as book, book.open("docProps/custom.xml") as part:
            return f'name="{_OWN}"'.encode() in part.read(_BLOCK)
    except (BadZipFile, KeyError, EOFError, zlib.error, NotImplementedError, RuntimeError):  # so zipfile tells ruins
        return False


class _Sheets:
    """The rows of a table: a worksheet, and a further one ("indicators 2") wherever one is full."""

    def __init__(self, book: Workbook, table: Table, cells: _Cells, *, explain: bool) -> None:
        self._book = book
        self._table = table
        self._cells = cells
        self._explain = explain
        self._names = columns(table.kind, explain=explain)
        self._types = [column_type(name) for name in self._names]
        self._count = 0
        self._open()

    def add(self, document: Document) -> None:
        """Write the rows of a document."""
        for row in rows(self._table.kind, document, explain=self._explain):
            if self._row == _MOST_ROWS:
                self.close()
                self._open()
            for column, (kind, cell) in enumerate(zip(self._types, row, strict=True)):
                if cell is not None:
                    self._cells.write(self._sheet, self._row, column, kind, cell)
            self._row += 1

    def close(self) -> None:
        """Set the filter over all rows of the sheet."""
        self._sheet.autofilter(0, 0, self._row - 1, len(self._names) - 1)

    def _open(self) -> None:
        self._count += 1
        name = self._table.name if self._count == 1 else f"{self._table.name} {self._count}"
        self._sheet: Worksheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for column, (heading, kind) in enumerate(zip(self._names, self._types, strict=True)):
            width = _WIDTH_OF_WIDE if heading in _WIDE else _WIDTHS[kind]
            self._sheet.set_column(column, column, max(width, len(heading) + _ROOM_FOR_ARROW))
            self._sheet.write_string(0, column, heading, self._cells.heading)
        self._row = 1


class _Cells:
    """How a cell of each type is written, and how many had to be changed for it."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.heading = book.add_format({"bold": True, "bottom": 1})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._numbers: dict[int, Any] = {}
        self._cut = 0
        self._as_text = 0

    def write(self, sheet: Worksheet, row: int, column: int, kind: str, cell: Cell) -> None:
        """Write a cell that is not None."""
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, str):
            day = _day(cell) if kind == "date" else None
            if day:
                sheet.write_datetime(row, column, day, self._date)
            else:
                sheet.write_string(row, column, self._text(cell))
        elif cell is not None:
            self._write_number(sheet, row, column, kind, cell)

    def remarks(self) -> tuple[str, ...]:
        """Tell what does not stand in the workbook as it stands in the documents."""
        said = []
        if self._cut:
            said.append(f"{self._cut} cells end in \"{_CUT.strip()}\": a cell of a workbook holds {_MOST_CHARACTERS:,} "
                        "characters; the other stores hold them whole")
        if self._as_text:
            said.append(f"{self._as_text} numbers are text: those of a workbook have {_MOST_DIGITS} digits")
        return tuple(said)

    def _write_number(self, sheet: Worksheet, row: int, column: int, kind: str, number: int | Decimal) -> None:
        digits = plain_number(number)
        if len(digits.lstrip("-").replace(".", "").strip("0")) > _MOST_DIGITS or len(digits) > _MOST_CHARACTERS:
            self._as_text += 1
            sheet.write_string(row, column, digits)
        elif kind == "number":
            sheet.write_number(row, column, number, self._number_format(len(digits.partition(".")[2])))
        else:
            sheet.write_number(row, column, number)

    def _number_format(self, decimals: int) -> Any:
        # As many decimals as were written: in "General" a narrow column turns 241800000000 into 2.4E+11.
        shown = min(decimals, 30)  # the most that Excel takes
        if shown not in self._numbers:
            self._numbers[shown] = self._book.add_format({"num_format": f"#,##0{'.' if shown else ''}{'0' * shown}"})
        return self._numbers[shown]

    def _text(self, text: str) -> str:
        text = exact(text)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")  # XML knows no other line end
        if 2 * len(text) > _MOST_CHARACTERS < len(text.encode("utf-16-le")) // 2:
            self._cut += 1
            text = _cut(text)
        if text.startswith("<r>") and text.endswith("</r>"):
            text += " "  # XlsxWriter would take it for its own markup and write it unescaped
        return text


def _cut(text: str) -> str:
    """Give what a cell can hold of a longer text, whose length Excel counts in units of UTF-16."""
    room = _MOST_CHARACTERS - len(_CUT)
    return text.encode("utf-16-le")[:2 * room].decode("utf-16-le", "ignore") + _CUT


def _day(text: str) -> date | None:
    """Give the day that Excel can count, None for another text."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None
