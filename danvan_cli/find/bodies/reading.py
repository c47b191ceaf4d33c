"""What is read at a head: the parts of a name of an organisation."""

from __future__ import annotations

from msgspec import Struct

from danvan_cli.find.bodies.grammar import Head
from danvan_cli.find.bodies.units import UnitReading
from danvan_cli.lexicon import Entry

Span = tuple[int, int]
"""Tokens from the first number up to the second."""


class Reading(Struct, frozen=True):
    """A name of an organisation at tokens `start:end`: a head with its complements, or a listed name.

    `nation` is a country before the place ("Hội Nhà báo Việt Nam tỉnh Hà Nam"); `proper` tells whether the
    topic has a name of its own in it, `field_kind` the kind that the field of work tells ("Cục Cảnh sát hình sự").
    """

    start: int
    end: int
    head: Head | None
    entry: Entry | None
    domain: str | None = None
    topic: Span | None = None
    number: Span | None = None
    inner: Reading | None = None
    nation: str | None = None
    unit: UnitReading | None = None
    seat: Span | None = None
    branch: Span | None = None
    proper: bool = False
    field_kind: str | None = None

    @property
    def kind(self) -> str:
        """The kind of the field of work, of the head or of the listed name."""
        return self.field_kind or self.head.kind if self.head else str(self.entry.get("kind")) if self.entry else ""

    @property
    def is_bare(self) -> bool:
        """Whether it is a head alone."""
        return not (self.entry or self.domain or self.topic or self.number or self.inner or self.unit)

    @property
    def is_particular(self) -> bool:
        """Whether it has a name of its own or a named place, so that there is only one such body."""
        if self.entry or self.proper:
            return True
        if self.unit:
            return self.unit.name is not None and self.unit.level != "central"
        return self.inner is not None and self.inner.is_particular

    @property
    def rule(self) -> str:
        """The id of the rule that the reading follows."""
        if self.entry:
            return "organisation.name"
        slots = (("domain", self.domain), ("topic", self.topic), ("number", self.number), ("body", self.inner),
                 ("place", self.unit))
        return "organisation.head-" + ("-".join([slot for slot, value in slots if value]) or "alone")
