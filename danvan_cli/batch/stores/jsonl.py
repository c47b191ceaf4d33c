"""`.jsonl` and `.jsonl.gz`: the lines as they are, without the kinds that were not chosen."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from typing import IO

from danvan_cli.batch.stores.draft import Draft
from danvan_cli.batch.stores.record import Record
from danvan_cli.write import Options


def write(draft: Draft, records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write a line a document."""
    with draft.path.open("wb") as stream:
        _write_lines(stream, records, options)
    return ()


def write_compressed(draft: Draft, records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write a line a document, compressed; the file tells neither its name nor the time, so that bytes repeat."""
    with draft.path.open("wb") as stream, gzip.GzipFile("", "wb", 6, stream, mtime=0) as packed:
        _write_lines(packed, records, options)
    return ()


def _write_lines(stream: IO[bytes] | gzip.GzipFile, records: Iterable[Record], options: Options) -> None:
    for record in records:
        stream.write(record.line_of(options.kinds).encode() + b"\n")
