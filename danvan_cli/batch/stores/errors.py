"""What can go wrong with a store and with the lines that go into it; every message is one line that names the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from danvan_cli.batch.errors import BatchError, CommandError


class StoreError(BatchError):
    """A store cannot be written; the message names it, the reason and what to do."""


class UnfitTargetError(StoreError, CommandError):
    """A store cannot be asked for by this name: a mistake of the command line, told before any work is done."""


class LineError(BatchError):
    """A line is no document of this schema version; the message tells where it stands and what is wrong with it."""


class ResultsError(BatchError):
    """A file of results cannot be read; the message names it and the reason."""


@contextmanager
def telling(path: object) -> Iterator[None]:
    """Turn an OSError of the output at `path` into a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
