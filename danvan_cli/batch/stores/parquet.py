"""`.parquet`: a folder of one file a table, typed columns, for DuckDB, pandas, Polars, Spark.

Figures are decimals, so that sums are exact; dates are dates. The file of the documents has their texts too, where the
run was asked to write them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from decimal import Context, Decimal
from typing import Any

import pyarrow as pa
from pyarrow import parquet as pq

from danvan_cli.batch.stores.draft import Draft
from danvan_cli.batch.stores.record import Record
from danvan_cli.batch.stores.tables import Table, tables
from danvan_cli.document import Document
from danvan_cli.write import Options
from danvan_cli.write.rows import TEXTS, Cell, ColumnType, column_type, columns, rows

_DIGITS, _PLACES = 38, 10
"""Of the decimals: 28 digits before the point, more than any sum of money has, and 10 behind it."""

_TYPES = {"text": pa.string(), "integer": pa.int64(), "number": pa.decimal128(_DIGITS, _PLACES),
          "boolean": pa.bool_(), "date": pa.date32()}

# How much is gathered before it is written: rows as Python objects (fewer where they hold whole texts), then their
# columns as one row group.
_BATCH_ROWS = 1024
_BATCH_CHARACTERS = 1 << 20
_GROUP_BYTES = 16 << 20


def write(draft: Draft, records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write a file a table."""
    draft.path.mkdir()
    cells = _Cells()
    with ExitStack() as stack:
        files = [stack.enter_context(_File(draft, table, cells, explain=options.explain))
                 for table in tables(options.kinds)]
        for record in records:
            for file in files:
                file.add(record.document)
        for file in files:
            file.finish()
    return cells.remarks()


class _File:
    """The file of a table while it is filled; leaving it closes it, finished or not."""

    def __init__(self, draft: Draft, table: Table, cells: _Cells, *, explain: bool) -> None:
        self._table = table
        self._cells = cells
        self._explain = explain
        names = columns(table.kind, explain=explain)
        self._has_text = table.kind == TEXTS
        if self._has_text:
            names = (*names, "text")
        self._kinds = [column_type(name) for name in names]
        self._schema = pa.schema([(name, _TYPES[kind]) for name, kind in zip(names, self._kinds, strict=True)])
        self._path = draft.path / f"{table.name}.parquet"
        self._rows: list[tuple[Any, ...]] = []
        self._characters = 0
        self._batches: list[Any] = []

    def __enter__(self) -> _File:
        self._file = pq.ParquetWriter(self._path, self._schema, compression="zstd")
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def add(self, document: Document) -> None:
        """Add the rows of a document."""
        for row in rows(self._table.kind, document, explain=self._explain):
            self._rows.append((*row, document.text) if self._has_text else row)
        if self._has_text:
            self._characters += len(document.text or "")
        if len(self._rows) >= _BATCH_ROWS or self._characters >= _BATCH_CHARACTERS:
            self._pack()
            if sum(batch.nbytes for batch in self._batches) >= _GROUP_BYTES:
                self._write_group()

    def finish(self) -> None:
        """Write what is gathered."""
        self._pack()
        self._write_group()

    def _pack(self) -> None:
        if self._rows:
            arrays = [pa.array([self._cells.fitted(kind, cell) for cell in column], type=_TYPES[kind])
                      for kind, column in zip(self._kinds, zip(*self._rows, strict=True), strict=True)]
            self._batches.append(pa.record_batch(arrays, schema=self._schema))
            self._rows, self._characters = [], 0

    def _write_group(self) -> None:
        if self._batches:
            self._file.write_table(pa.Table.from_batches(self._batches), row_group_size=sys.maxsize)
            self._batches = []


class _Cells:
    """What a cell is in its column, and how many had to be changed for it."""

    def __init__(self) -> None:
        self._rounded = 0
        self._no_day = 0

    def fitted(self, kind: ColumnType, cell: Cell) -> Cell | date:
        """Give the cell as a column of its type takes it; None where it cannot."""
        if kind == "number" and isinstance(cell, (int, Decimal)):
            return self._decimal(Decimal(cell))
        if kind == "date" and isinstance(cell, str):
            try:
                return date.fromisoformat(cell)
            except ValueError:
                self._no_day += 1
                return None
        return cell

    def remarks(self) -> tuple[str, ...]:
        """Tell what does not stand in the files as it stands in the documents."""
        said = []
        if self._rounded:
            said.append(f"{self._rounded} numbers are rounded to {_PLACES} places, or null where they have more than "
                        f"{_DIGITS - _PLACES} digits before the point; the column number has them as they were written")
        if self._no_day:
            said.append(f"{self._no_day} dates are null, since they name no day")
        return tuple(said)

    def _decimal(self, number: Decimal) -> Decimal | None:
        if number.adjusted() >= _DIGITS - _PLACES:
            self._rounded += 1
            return None
        if int(number.as_tuple().exponent) >= -_PLACES:
            return number
        self._rounded += 1
        return number.quantize(Decimal(1).scaleb(-_PLACES), context=Context(prec=_DIGITS))
