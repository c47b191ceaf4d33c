"""Organisations of a document: every mention under one canonical name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from danvan_cli.document import Organisation
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
    return Bodies((), {}, {})
