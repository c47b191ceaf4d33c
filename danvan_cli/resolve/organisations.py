"""Organisations of a document: every mention under one canonical name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from danvan_cli.document import Organisation, OrganisationMention
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.context import Context
from danvan_cli.segment import Page


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations of a document and, for every mention, bodies inside bodies too, its canonical name.

    `names` is keyed by the folded span of the mention; `places` gives a canonical name's place.
    """

    organisations: tuple[Organisation, ...]
    names: Mapping[tuple[int, int], str]
    places: Mapping[str, str | None]


def resolve_organisations(page: Page, findings: Sequence[Findings], context: Context, lexicon: Lexicon) -> Bodies:
    """Group the mentions of organisations by body, in the order in which the bodies first appear."""
    groups: dict[str, list[BodyMention]] = {}
    names: dict[tuple[int, int], str] = {}
    for found in findings:
        for body in found.bodies:
            groups.setdefault(body.name, []).append(body)
            inner: BodyMention | None = body
            while inner:
                names[inner.start, inner.end] = inner.name
                inner = inner.inner
    organisations = []
    for name, mentions in groups.items():
        quotes = [page.quote(body.start, body.end) for body in mentions]
        first = mentions[0]
        organisations.append(Organisation(
            name, first.kind, first.level, first.place, tuple(dict.fromkeys(quote.text for quote in quotes)),
            tuple(OrganisationMention(quote.text, quote.start, quote.end, body.rule)
                  for quote, body in zip(quotes, mentions, strict=True))))
    return Bodies(tuple(organisations), names, {name: mentions[0].place for name, mentions in groups.items()})
