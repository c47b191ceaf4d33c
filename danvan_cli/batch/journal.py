"""What a run has finished, kept so that no end of the process, however sudden, loses any of it.

An SQLite database: an outcome is written in a transaction of its own as soon as it comes, so that a killed run
leaves whole outcomes or nothing of them. Their order is kept apart (`place`), and made anew by each run, which
lists its inputs from the beginning: an outcome is found again by the name and the fingerprint of its input.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Input, Outcome
from danvan_cli.batch.recipe import refuse_other

_FORMAT = 1
_APPLICATION = 0x64764A31  # "dvJ1", by which the journal knows its own files (PRAGMA application_id)
_KEY_BYTES = 16
_LEVEL = 1  # the line is a fifth as long for a hundredth of the time that it took to make
_PLACES_AT_ONCE = 10_000

_TABLES = """
CREATE TABLE IF NOT EXISTS recipe (option TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outcome (
    key BLOB PRIMARY KEY, source TEXT NOT NULL, line BLOB, error TEXT,
    people INTEGER NOT NULL, bodies INTEGER NOT NULL, figures INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS place (number INTEGER PRIMARY KEY, key BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Totals:
    """What all inputs of a run came to."""

    documents: int
    people: int
    bodies: int
    figures: int
    failed: int


@contextmanager
def open_journal(path: str, recipe: Mapping[str, str], *, restart: bool = False) -> Iterator[Journal]:
    """Open the journal of a run for it alone, and make it if there is none.

    `recipe` are the options that decide what an outcome is; `restart` forgets what is there. Raises
    ChangedOptionsError where the outcomes that it holds were made by another recipe, BatchError where it is in use
    or cannot be written.
    """
    with _telling(path):
        # The way of locking comes first: then SQLite needs no memory shared between processes, which not every
        # file system has, and no second process gets in until this one ends.
        database = sqlite3.connect(path, timeout=1)
        try:
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.execute("BEGIN EXCLUSIVE")
            database.commit()
            _claim(database, path)
            journal = Journal(database, path)
            journal.begin(recipe, restart=restart)
        except BaseException:
            database.close()
            raise
    try:
        yield journal
    finally:
        with _telling(path):
            database.close()


class Journal:
    """An open journal; `open_journal` gives it. Every method raises BatchError where the disk fails."""

    def __init__(self, database: sqlite3.Connection, path: str) -> None:
        self._database = database
        self._path = path

    def begin(self, recipe: Mapping[str, str], *, restart: bool) -> None:
        """Forget the order of the last run and, with `restart`, its outcomes.

        Raises ChangedOptionsError where outcomes of another recipe are there.
        """
        database = self._database
        if restart:
            database.execute("DELETE FROM outcome")
            database.execute("DELETE FROM recipe")
        known = dict(database.execute("SELECT option, value FROM recipe"))
        if known and database.execute("SELECT 1 FROM outcome LIMIT 1").fetchone():
            refuse_other(self._path, known, recipe)
        database.execute("DELETE FROM place")
        database.execute("DELETE FROM recipe")
        database.executemany("INSERT INTO recipe VALUES (?, ?)", recipe.items())
        database.commit()

    def place(self, number: int, given: Input) -> bool:
        """Note that an input is the `number`th of this run; tell whether its document is there already."""
        with _telling(self._path):
            key = _key(given)
            self._database.execute("INSERT INTO place VALUES (?, ?)", (number, key))
            if number % _PLACES_AT_ONCE == 0:
                self._database.commit()
            found = self._database.execute("SELECT 1 FROM outcome WHERE key = ? AND error IS NULL", (key,))
            return found.fetchone() is not None

    def keep(self, given: Input, outcome: Outcome) -> None:
        """Write down what became of an input, for good."""
        line = None if outcome.line is None else zlib.compress(outcome.line.encode(), _LEVEL)
        with _telling(self._path):
            self._database.execute(
                "INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?)",
                (_key(given), given.source, line, outcome.error, outcome.people, outcome.bodies, outcome.figures))
            self._database.commit()

    def lines(self) -> Generator[str, None, None]:
        """Give the documents of this run in the order of its inputs, each as a line of JSON without its end."""
        for (line,) in self._ordered("line", "line IS NOT NULL"):
            yield zlib.decompress(line).decode()

    def failures(self) -> Generator[tuple[str, str], None, None]:
        """Give the source and the reason of each input of this run that failed, in the order of the inputs."""
        return self._ordered("source, error", "error IS NOT NULL")

    def totals(self) -> Totals:
        """Count what this run came to."""
        with _telling(self._path):
            return Totals(*self._database.execute(
                "SELECT count(line), coalesce(sum(people), 0), coalesce(sum(bodies), 0), coalesce(sum(figures), 0), "
                "count(error) FROM place JOIN outcome USING (key)").fetchone())

    def forget_others(self) -> None:
        """Drop the outcomes of what is no input any more: earlier states of files, files that are gone."""
        with _telling(self._path):
            self._database.execute("DELETE FROM outcome WHERE key NOT IN (SELECT key FROM place)")
            self._database.commit()

    def _ordered(self, columns: str, condition: str) -> Generator[tuple[Any, ...], None, None]:
        with _telling(self._path):
            yield from self._database.execute(
                f"SELECT {columns} FROM place CROSS JOIN outcome USING (key) "  # noqa: S608  (our own words)
                f"WHERE {condition} ORDER BY number")


def _claim(database: sqlite3.Connection, path: str) -> None:
    """Take the file for this process, and make it a journal if it is empty."""
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    tables = database.execute("SELECT 1 FROM sqlite_master").fetchone()
    if tables and (application, version) != (_APPLICATION, _FORMAT):
        raise BatchError(f"{path}: is no journal of this version of danvan; delete it, or name another output")
    database.execute("PRAGMA journal_mode = WAL")
    # A killed process loses nothing; a machine that loses power may lose the last outcomes, never a part of one.
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {_FORMAT}")
    database.executescript(_TABLES)


def _key(given: Input) -> bytes:
    identity = f"{given.source}\0{given.fingerprint}".encode(errors="surrogatepass")
    return blake2b(identity, digest_size=_KEY_BYTES).digest()


@contextmanager
def _telling(path: str) -> Iterator[None]:
    """Turn what SQLite says into the one line that a user needs."""
    try:
        yield
    except sqlite3.Error as error:
        reason = str(error)
        if "locked" in reason:
            raise BatchError(f"{path}: is in use: another danvan batch is writing the same output") from error
        if "not a database" in reason or "malformed" in reason:
            raise BatchError(f"{path}: is no journal, or a damaged one; delete it, or name another output") from error
        if "unable to open" in reason:  # its name is too long, its folder is no place for files
            raise BatchError(f"{path}: cannot be made; name another output") from error
        raise BatchError(
            f"{path}: cannot be written: {reason}; what it holds is kept, and the same command goes on from there"
        ) from error
