"""The data model: what danvan says of a text, and how it is written down as JSON.

Plain frozen dataclasses. The order of the fields is the order of the JSON keys, which never depends on the
input. Offsets are counted in Unicode code points of the text exactly as it was decoded: `content[start:end]`
is the quoted string, always. What is absent is `None`, never a guess and never a missing key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from danvan_cli.plain import ShapeError, from_plain, to_plain

SCHEMA_VERSION = 1

KINDS = ("officials", "organisations", "indicators", "documents", "movements")
"""The kinds of things that a document holds, in the order of the JSON keys."""

Number = int | Decimal
"""An exact number: `int` where it is whole, `Decimal` where it is not."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text whose part on the page is known before it is read: `start:end` in code points.

    `kind` is one of title, heading, caption, byline, source, table, furniture. The lines of a `table` are its
    rows, their cells apart by tabs.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text, where it came from, and what the file itself tells of it.

    `content` is the text exactly as decoded or, where the file is no plain text, as extracted from it; all
    offsets of a `Document` count its code points. `encoding` is the name of the codec that was used, None for
    a string that was never bytes and for formats that are no text; `format` one of text, html, docx, pdf.
    `title`, `date` (ISO 8601), `author` and `publisher` are what the file says outside its text (a page's
    metadata), None where it is silent. `marks` are in text order and do not overlap. `warnings` are one-line
    remarks of the reader that travel into the document.
    """

    content: str
    source: str = "<string>"
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    format: str = "text"
    title: str | None = None
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit. `now` is its successor since 1 July 2025, None if unknown or unchanged."""

    name: str
    level: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """An office that the text gives a person; `text` is title, organisation and place as written."""

    text: str
    start: int
    end: int
    title: str
    organisation: str | None
    place: str | None
    former: bool
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One mention of a person; `kind` is `name` (full), `short` ("ông Hồi") or `title` (office alone)."""

    text: str
    start: int
    end: int
    kind: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Official:
    """A named person who holds or held an office, with every mention in text order.

    `name` is the fullest form of the name without honorific, rank or academic title.
    """

    name: str
    honorific: str | None
    rank: str | None
    gender: str | None
    positions: tuple[Position, ...]
    mentions: tuple[PersonMention, ...]


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """One mention of a body."""

    text: str
    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body under its canonical name, with the wordings (`aliases`) and every mention in text order.

    `kind` is one of party, state, council, front, mass_organisation, military_police, justice,
    public_service, press, company, international, other; `level` one of central, province, district, commune.
    """

    name: str
    kind: str
    level: str | None
    place: str | None
    aliases: tuple[str, ...]
    mentions: tuple[OrganisationMention, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of the text: `text` stands at `start:end`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time as written, with its first and last day (ISO 8601 dates) where they are known."""

    text: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: its value in plain base units, bound, unit, what it measures, and how it changed.

    `bound` is one of eq, over, nearly, about, at_least, at_most, range (then `value_max` is the upper end).
    `unit` is `%`, an ISO currency code, a symbol (ha, km, m2, tấn …), `ratio` for fractions, else `count`;
    `per` is the denominator of a rate ("tháng", "hộ"). `magnitude` is the order of magnitude of a vague sum
    whose `value` is None ("hàng chục nghìn": 10000). `change` is up or down when the number is itself an
    amount of change. `measure_key` is `measure` folded so that the same indicator of two reports is equal.
    """

    text: str
    start: int
    end: int
    number: Quote
    value: Number | None
    value_max: Number | None
    magnitude: Number | None
    bound: str
    unit: str
    per: str | None
    measure: str | None
    measure_key: str | None
    change: str | None
    baseline: str | None
    total: Number | None
    actor: str | None
    place: str | None
    period: Period | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal or Party document that the text names ("Công văn số 1926-CV/TU")."""

    text: str
    start: int
    end: int
    type: str
    number: str | None
    issuer: str | None
    date: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """A named campaign or emulation movement ("Dân vận khéo") with its mentions."""

    name: str
    mentions: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that danvan reads in one text: the JSON contract, schema version 1.

    `text` is the text itself, which only `--with-text` prints; documents that differ in it alone are equal.
    """

    schema: int
    source: str
    format: str
    encoding: str | None
    title: str | None
    date: str | None
    place: Place | None
    author: str | None
    publisher: str | None
    officials: tuple[Official, ...]
    organisations: tuple[Organisation, ...]
    indicators: tuple[Indicator, ...]
    documents: tuple[Citation, ...]
    movements: tuple[Movement, ...]
    warnings: tuple[str, ...]
    text: str | None = field(default=None, compare=False, repr=False)

    def to_dict(self, *, explain: bool = False, with_text: bool = False) -> dict[str, Any]:
        """Give the document as plain JSON values.

        With `explain`, each extraction carries its `rule`; `with_text` adds the `text` that the offsets count in.
        """
        value: dict[str, Any] = to_plain(self, () if explain else ("rule",))
        if not with_text:
            del value["text"]
        return value

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Document:
        """Read back what `to_dict` gave: `Document.from_dict(document.to_dict(explain=True)) == document`.

        Numbers may be int, float or Decimal (json.loads with parse_float=Decimal keeps every digit). Kinds that
        `--only` left out are read as empty, rules that nobody asked for as "". Raises ShapeError for anything
        that is no document of this schema version.
        """
        if isinstance(value, Mapping):
            value = {**dict.fromkeys(KINDS, ()), **value}
        document = from_plain(cls, value)
        if document.schema != SCHEMA_VERSION:
            raise ShapeError(f"schema: {document.schema} is not {SCHEMA_VERSION}, the version that is read here")
        return document
