"""Records of several runs on their way into one store: each is checked, and what comes twice is noticed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from danvan_cli.batch.stores.errors import LineError
from danvan_cli.batch.stores.record import Record

_TOLD = 10
"""Of one sort of remarks so many are told one by one; the rest is counted."""


class Join:
    """Iterate over it for the records that are documents, all those of `records` if nothing is wrong.

    `kinds` are those that every line must hold; none stands for those of the first. A line that is no document or
    holds other kinds raises LineError; with `skip_bad` it is told and left out. Documents of the same source are
    told and kept. `tell` takes a line for the user.
    """

    def __init__(
            self, records: Iterable[Record], kinds: tuple[str, ...], *, skip_bad: bool, tell: Callable[[str], None],
    ) -> None:
        self._records = records
        self._chosen = bool(kinds)
        self._skip_bad = skip_bad
        self._tell = tell
        self.kinds = kinds
        self.documents = 0
        self.bad = 0
        self.repeated = 0
        self.explained = False

    def __iter__(self) -> Iterator[Record]:
        with closing(_Seen()) as seen:
            for record in self._records:
                try:
                    self._check(record)
                except LineError as error:
                    if not self._skip_bad:
                        raise
                    self.bad = self._told(self.bad, str(error))
                    continue
                source = record.document.source
                before = seen.place(source, record.place)
                if before:
                    self.repeated = self._told(
                        self.repeated, f"{record.place}: {source} is at {before} too; both are kept")
                self.explained = self.explained or '"rule": ' in record.line
                self.documents += 1
                yield record
        self._count("lines are no documents and left out", self.bad)
        self._count("documents have the source of an earlier one", self.repeated)

    def _check(self, record: Record) -> None:
        held = record.kinds
        if not self.kinds:
            self.kinds = held
        missing = [kind for kind in self.kinds if kind not in held]
        if missing:
            raise LineError(f"{record.place}: holds no {missing[0]}: it was written with --only; choose what all lines "
                            f"hold with --only {' --only '.join(held) or '…'}")
        more = [kind for kind in held if kind not in self.kinds]
        if more and not self._chosen:
            raise LineError(f"{record.place}: holds {more[0]}, which the lines before do not; choose what all lines "
                            f"hold with --only {' --only '.join(self.kinds)}")

    def _told(self, count: int, message: str) -> int:
        if count < _TOLD:
            self._tell(message)
        return count + 1

    def _count(self, what: str, count: int) -> None:
        if count > _TOLD:
            self._tell(f"in all {count} {what}")


class _Seen:
    """Where each source stands first, in a database that SQLite moves from memory to the disk when it grows."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("CREATE TABLE seen (source TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID")
        self._connection.execute("BEGIN")

    def place(self, source: str, place: str) -> str | None:
        """Give the place where a source was seen before; remember this one where it was not."""
        row = self._connection.execute("SELECT place FROM seen WHERE source = ?", (source,)).fetchone()
        if row is None:
            self._connection.execute("INSERT INTO seen VALUES (?, ?)", (source, place))
            return None
        return str(row[0])

    def close(self) -> None:
        """Throw the database away."""
        self._connection.close()
