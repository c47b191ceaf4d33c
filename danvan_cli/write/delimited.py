"""csv and tsv: the rows of exactly one kind under one line of column names.

csv is RFC 4180 (comma, CRLF, quotes where needed) and opens in a spreadsheet, with a byte order mark on
request because Excel takes UTF-8 for a legacy encoding without one. tsv keeps a record on a line: tabs and
line breaks within a text become one space, lines end with LF. Text that a spreadsheet would run as a formula
gets a leading quote, numbers never do; `raw` leaves all text as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from danvan_cli.document import Document
from danvan_cli.write.cells import exact, inert, one_line, plain_number, storable
from danvan_cli.write.options import Options
from danvan_cli.write.rows import Cell, columns, rows
from danvan_cli.write.writer import Writer


class _DelimitedWriter(Writer):
    """What csv and tsv share; they differ in the dialect and in what they do to a text."""

    delimiter: str
    terminator: str

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        (self._kind,) = options.kinds

    def head(self) -> str:
        """Give the line of column names."""
        return self._lines([columns(self._kind, explain=self._options.explain)])

    def document(self, document: Document) -> str:
        """Give the rows of a document."""
        return self._lines(
            [self._cell(cell) for cell in row]
            for row in rows(self._kind, document, explain=self._options.explain))

    def _lines(self, lines: Iterable[Iterable[str]]) -> str:
        buffer = io.StringIO(newline="")
        csv.writer(buffer, delimiter=self.delimiter, lineterminator=self.terminator).writerows(lines)
        return buffer.getvalue()

    def _cell(self, cell: Cell) -> str:
        if isinstance(cell, bool):
            return "true" if cell else "false"
        if isinstance(cell, str):
            text = self._fitted(cell)
            return storable(text) if self._options.raw else inert(exact(text))
        return plain_number(cell)

    def _fitted(self, text: str) -> str:
        return text


class CsvWriter(_DelimitedWriter):
    """Comma-separated values."""

    delimiter = ","
    terminator = "\r\n"

    def head(self) -> str:
        """Give the line of column names, after the byte order mark where one is asked for."""
        return ("\ufeff" if self._options.bom else "") + super().head()


class TsvWriter(_DelimitedWriter):
    """Tab-separated values, one record a line."""

    delimiter = "\t"
    terminator = "\n"

    def _fitted(self, text: str) -> str:
        return one_line(text)
