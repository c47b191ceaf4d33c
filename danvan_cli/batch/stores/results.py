"""Results read back: the lines of one or more files, each with its place."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from danvan_cli.batch.stores.errors import ResultsError
from danvan_cli.batch.stores.record import Record

_GZIP = b"\x1f\x8b"
_OTHERS = (b"SQLite format 3\0", b"PK\x03\x04", b"PAR1")
"""How the stores begin that hold no lines."""


def check_results(names: Iterable[str]) -> None:
    """See that all files of results are there, before the first is read. Raises ResultsError."""
    for name in names:
        if name == "-":
            continue
        with _reading(name):
            if Path(name).is_dir():
                raise ResultsError(f"{name}: is a folder; name the files in it: {Path(name) / '*.jsonl'}")
            if not Path(name).exists():
                raise ResultsError(f"{name}: there is no such file")
            if not os.access(name, os.R_OK):
                raise ResultsError(f"{name}: cannot be read: no permission")


def read_results(names: Iterable[str]) -> Iterator[Record]:
    """Give the records of the files in their order; `-` is standard input, gzip is told by its first bytes.

    Empty lines are passed over. Raises ResultsError where a file cannot be read, also in the middle.
    """
    for name in names:
        label = "<stdin>" if name == "-" else name
        with _reading(label), _opened(name) as stream:
            for number, line in enumerate(stream, 1):
                if not line.isspace():
                    # What is no UTF-8 is told by the record, like all else that is wrong with a line.
                    yield Record(line.decode("utf-8-sig", "surrogateescape"), f"{label}:{number}")


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
        head = cast(BufferedReader, stream).peek(len(_OTHERS[0]))
        if head.startswith(_OTHERS):
            raise ResultsError(f"{name}: holds no lines of JSON; name the .jsonl that danvan batch or extract wrote")
        if head.startswith(_GZIP):
            with gzip.open(stream) as unpacked:
                yield cast(BinaryIO, unpacked)
        else:
            yield stream


@contextmanager
def _reading(label: str) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error) as error:
        raise ResultsError(f"{label}: its compression is broken or cut short; write it anew") from error
    except OSError as error:
        raise ResultsError(f"{label}: cannot be read: {error.strerror or error}") from error
