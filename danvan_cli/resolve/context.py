"""The context of a document: its title, date and place, which fill in what its sentences leave out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from danvan_cli.document import Place, Text
from danvan_cli.find.findings import Findings
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole document is about: `date` is ISO 8601, `place` the unit whose bodies it speaks of."""

    title: str | None
    date: str | None
    place: Place | None


def resolve_context(text: Text, page: Page, findings: Sequence[Findings], lexicon: Lexicon) -> Context:
    """Tell title, date and place of a document."""
    return Context(None, None, None)
