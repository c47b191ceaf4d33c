"""Documents and movements that a text names."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Citation, Movement, Quote
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import CitationMention
from danvan_cli.resolve import calendar
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page
from danvan_cli.text.fold import fold_key


def resolve_citations(page: Page, findings: Sequence[Findings], bodies: Bodies) -> tuple[Citation, ...]:
    """Tell the legal and Party documents, in text order."""
    return tuple(_citation(page, mention, bodies) for found in findings for mention in found.citations)


def _citation(page: Page, mention: CitationMention, bodies: Bodies) -> Citation:
    quote = page.quote(mention.start, mention.end)
    day = calendar.day(mention.day, None) if mention.day else None
    issuer = mention.issuer
    return Citation(
        quote.text, quote.start, quote.end, mention.type, mention.number,
        bodies.names.get((issuer.start, issuer.end), issuer.name) if issuer else None,
        day.isoformat() if day else None, mention.rule)


def resolve_movements(page: Page, findings: Sequence[Findings]) -> tuple[Movement, ...]:
    """Tell the named campaigns, in the order in which they first appear."""
    mentions: dict[str, list[Quote]] = {}
    names: dict[str, str] = {}
    for found in findings:
        for mention in found.movements:
            key = fold_key(mention.name)
            names.setdefault(key, mention.name)
            mentions.setdefault(key, []).append(page.quote(mention.start, mention.end))
    return tuple(Movement(names[key], tuple(quotes)) for key, quotes in mentions.items())
