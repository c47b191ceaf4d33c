"""`.csv`: a folder of one file a table, each as `danvan extract -f csv` writes it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace

from danvan_cli.batch.stores.draft import Draft
from danvan_cli.batch.stores.record import Record
from danvan_cli.batch.stores.tables import tables
from danvan_cli.write import Options
from danvan_cli.write.delimited import CsvWriter


def write(draft: Draft, records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write a file a table."""
    draft.path.mkdir()
    with ExitStack() as stack:
        files = []
        for table in tables(options.kinds):
            path = draft.path / f"{table.name}.csv"
            stream = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writer = CsvWriter(replace(options, kinds=(table.kind,)))
            stream.write(writer.head())
            files.append((stream, writer))
        for record in records:
            for stream, writer in files:
                stream.write(writer.document(record.document))
    return ()
