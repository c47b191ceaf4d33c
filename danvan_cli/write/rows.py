"""Flat rows of a document, one kind at a time: what csv, tsv and the stores of many documents hold.

The columns of a kind are always the same, in the same order. Every row tells its source and where in it the
quoted text stands (code points, `text[start:end]`). A cell is text, a number or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from danvan_cli.document import Document, Movement, Official, Organisation

Cell = str | int | Decimal | bool | None
Row = tuple[Cell, ...]

ColumnType = Literal["text", "integer", "number", "boolean", "date"]
"""What the cells of a column are besides None: str, int, an exact int or Decimal, bool, an ISO 8601 date as str."""

TEXTS = "texts"
"""Beside the kinds: one row for each document, with what is told of its text as a whole."""

_DOCUMENT_COLUMNS = ("source", "document_date", "document_place")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The flat form of a kind: the names of its columns, and the rows that a document has.

    The last cell of a row is its rule; `ruled` tells whether the kind has any to tell.
    """

    columns: tuple[str, ...]
    rows: Callable[[Document], Iterator[Row]]
    ruled: bool = True


def columns(kind: str, *, explain: bool) -> tuple[str, ...]:
    """Give the column names of a kind; with `explain` the last is `rule`."""
    return (*_DOCUMENT_COLUMNS, *_SHEETS[kind].columns, *(("rule",) if explain and _SHEETS[kind].ruled else ()))


def rows(kind: str, document: Document, *, explain: bool) -> Iterator[Row]:
    """Give the rows of a kind in a document, with the cells that `columns` names."""
    start = (document.source, document.date, document.place.name if document.place else None)
    ruled = explain and _SHEETS[kind].ruled
    for row in own_rows(kind, document):
        yield (*start, *(row if ruled else row[:-1]))


def own_rows(kind: str, document: Document) -> Iterator[Row]:
    """Give the rows of a kind without the columns that tell the document; the rule is the last cell of each."""
    return _SHEETS[kind].rows(document)


def column_type(name: str) -> ColumnType:
    """Give the type of a column; one name has one type in every kind.

    >>> column_type("value"), column_type("measure")
    ('number', 'text')
    """
    return _TYPES.get(name, "text")


def _texts(document: Document) -> Iterator[Row]:
    place = document.place
    yield (document.title, place.level if place else None, place.now if place else None, document.author,
           document.publisher, document.format, document.encoding, " | ".join(document.warnings) or None, None)


def _officials(document: Document) -> Iterator[Row]:
    # A row for each office, so that an office is a cell; one row for an official without any.
    for official in document.officials:
        person = _person(official)
        for held in official.positions:
            yield (*person, held.text, held.title, held.organisation, held.place, held.former,
                   held.start, held.end, held.rule)
        if not official.positions:
            yield (*person, None, None, None, None, None, None, None, _rules(official))


def _person(official: Official) -> Row:
    return (official.name, official.honorific, official.rank, official.gender, *_mentions(official))


def _organisations(document: Document) -> Iterator[Row]:
    for body in document.organisations:
        yield (body.name, body.kind, body.level, body.place, " | ".join(body.aliases) or None, *_mentions(body),
               _rules(body))


def _indicators(document: Document) -> Iterator[Row]:
    for figure in document.indicators:
        number, period = figure.number, figure.period
        yield (figure.text, figure.start, figure.end, number.text, number.start, number.end,
               figure.value, figure.value_max, figure.magnitude, figure.bound, figure.unit, figure.per,
               figure.measure, figure.measure_key, figure.change, figure.baseline, figure.total,
               figure.actor, figure.place,
               *((period.text, period.start, period.end) if period else (None, None, None)), figure.rule)


def _documents(document: Document) -> Iterator[Row]:
    for cited in document.documents:
        yield (cited.text, cited.start, cited.end, cited.type, cited.number, cited.issuer, cited.date,
               cited.rule)


def _movements(document: Document) -> Iterator[Row]:
    for movement in document.movements:
        yield (movement.name, *_mentions(movement), None)


def _mentions(thing: Official | Organisation | Movement) -> Row:
    first = thing.mentions[0] if thing.mentions else None
    return (len(thing.mentions), *((first.text, first.start, first.end) if first else (None, None, None)))


def _rules(thing: Official | Organisation) -> str:
    return " ".join(dict.fromkeys(mention.rule for mention in thing.mentions if mention.rule))


_MENTION_COLUMNS = ("mentions", "mention", "mention_start", "mention_end")

_TYPES: dict[str, ColumnType] = {
    **dict.fromkeys(("document_date", "period_start", "period_end", "date"), "date"),
    **dict.fromkeys(
        ("start", "end", "number_start", "number_end", "mentions", "mention_start", "mention_end"), "integer"),
    **dict.fromkeys(("value", "value_max", "magnitude", "total"), "number"),
    "former": "boolean",
}

_SHEETS = {
    TEXTS: Sheet(
        ("title", "place_level", "place_now", "author", "publisher", "format", "encoding", "warnings"), _texts,
        ruled=False),
    "officials": Sheet(
        ("name", "honorific", "rank", "gender", *_MENTION_COLUMNS,
         "position", "title", "organisation", "place", "former", "start", "end"), _officials),
    "organisations": Sheet(("name", "kind", "level", "place", "aliases", *_MENTION_COLUMNS), _organisations),
    "indicators": Sheet(
        ("text", "start", "end", "number", "number_start", "number_end", "value", "value_max", "magnitude",
         "bound", "unit", "per", "measure", "measure_key", "change", "baseline", "total", "actor", "place",
         "period", "period_start", "period_end"), _indicators),
    "documents": Sheet(("text", "start", "end", "type", "number", "issuer", "date"), _documents),
    "movements": Sheet(("name", *_MENTION_COLUMNS), _movements),
}
