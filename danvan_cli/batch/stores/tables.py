"""The tables of a store: one for the documents that were read and one for each kind of thing found in them."""

from __future__ import annotations

from dataclasses import dataclass

from danvan_cli.document import KINDS
from danvan_cli.write.rows import TEXTS


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its `name`, with the `kind` of rows that it holds (see `danvan_cli.write.rows`)."""

    name: str
    kind: str


# In JSON `documents` are the legal documents that a text names; beside the documents read they need another name.
_NAMES = {"documents": "citations"}

TABLES = (Table("documents", TEXTS), *(Table(_NAMES.get(kind, kind), kind) for kind in KINDS))
"""All tables, in the order of a workbook's sheets."""


def tables(kinds: tuple[str, ...]) -> tuple[Table, ...]:
    """Give the tables for the chosen kinds, all for none; the documents that were read are always told."""
    return tuple(table for table in TABLES if not kinds or table.kind in kinds or table.kind == TEXTS)
