"""`.sqlite`: one database with the tables of `schema.sql`, for any SQLite browser.

The rows come from the data model itself, not from the flat rows of csv: what belongs together is joined by keys. The
views of the schema give the flat rows again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from decimal import Decimal
from importlib.resources import files

from danvan_cli.batch.stores.draft import Draft
from danvan_cli.batch.stores.errors import StoreError
from danvan_cli.batch.stores.record import Record
from danvan_cli.document import (
    KINDS,
    SCHEMA_VERSION,
    Document,
    Official,
    Organisation,
    OrganisationMention,
    PersonMention,
    Position,
    Quote,
)
from danvan_cli.write import Options
from danvan_cli.write.rows import Cell, own_rows

APPLICATION = int.from_bytes(b"dnvn", "big")
"""What a database of danvan's has in its header, by which `file` and danvan itself know it."""


def write(draft: Draft, records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write the database in one transaction."""
    try:
        with closing(sqlite3.connect(draft.path, isolation_level=None)) as connection:
            # A draft that failed is thrown away, and a finished one is synced before it is published: a journal
            # would protect nothing.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -32768")  # KiB
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("BEGIN")
            _run(connection, "schema.sql")
            database = _Database(connection, options)
            for record in records:
                database.add(record.document)
            _run(connection, "indices.sql")
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise StoreError(f"{draft.name}: cannot be written: {error}") from error
    return ()


def _run(connection: sqlite3.Connection, script: str) -> None:
    # Not executescript, which would commit: every statement of these files ends with a semicolon at a line's end.
    text = files(__package__).joinpath(script).read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        connection.execute(statement)


class _Database:
    """The tables while they are filled: rows get their keys in the order in which they come."""

    def __init__(self, connection: sqlite3.Connection, options: Options) -> None:
        self._connection = connection
        self._kinds = options.kinds or KINDS
        self._explain = options.explain

    def add(self, document: Document) -> None:
        place = document.place
        key = self._insert(
            "documents", document.source, document.format, document.encoding, document.title, document.date,
            place.name if place else None, place.level if place else None, place.now if place else None,
            document.author, document.publisher, " | ".join(document.warnings) or None, document.text)
        bodies = {}
        if "organisations" in self._kinds:
            bodies = {body.name: self._add_organisation(key, body) for body in document.organisations}
        if "officials" in self._kinds:
            for official in document.officials:
                self._add_official(key, official, bodies)
        if "movements" in self._kinds:
            for movement in document.movements:
                movement_key = self._insert("movements", key, movement.name)
                for mention in movement.mentions:
                    self._insert("mentions", key, None, None, movement_key, *_quote(mention), None, None)
        for kind, table in (("indicators", "indicators"), ("documents", "citations")):
            if kind in self._kinds:
                for *cells, rule in own_rows(kind, document):
                    self._insert(table, key, *cells, self._rule(rule))

    def _add_organisation(self, document: int, body: Organisation) -> int:
        key = self._insert("organisations", document, body.name, body.kind, body.level, body.place)
        for alias in body.aliases:
            self._insert("aliases", key, alias)
        for mention in body.mentions:
            self._insert("mentions", document, None, key, None, *_quote(mention), None, self._rule(mention.rule))
        return key

    def _add_official(self, document: int, official: Official, bodies: Mapping[str, int]) -> None:
        key = self._insert(
            "officials", document, official.name, official.honorific, official.rank, official.gender)
        for held in official.positions:
            self._insert(
                "positions", key, *_quote(held), held.title, held.organisation,
                bodies.get(held.organisation or ""), held.place, held.former, self._rule(held.rule))
        for mention in official.mentions:
            self._insert("mentions", document, key, None, None, *_quote(mention), mention.kind,
                         self._rule(mention.rule))

    def _rule(self, rule: Cell) -> Cell:
        return rule if self._explain and rule else None

    def _insert(self, table: str, *cells: Cell) -> int:
        places = ", ?" * len(cells)
        cursor = self._connection.execute(
            f"INSERT INTO {table} VALUES (NULL{places})",  # noqa: S608  (names of this module, never of a document)
            [_stored(cell) for cell in cells])
        assert cursor.lastrowid is not None  # noqa: S101  (an INSERT has one)
        return cursor.lastrowid


def _quote(quote: Quote | Position | PersonMention | OrganisationMention) -> tuple[str, int, int]:
    return quote.text, quote.start, quote.end


def _stored(cell: Cell) -> Cell | float:
    # SQLite's integers have 64 bits. What is longer is rounded to a REAL, as SQLite itself would do it.
    if isinstance(cell, Decimal) or (isinstance(cell, int) and not -2**63 <= cell < 2**63):
        return float(cell)
    return cell
