"""Officials of a document: short and title-only mentions joined to the full name, offices to their bodies."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Official
from danvan_cli.find.findings import Findings
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page


def resolve_people(page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context, lexicon: Lexicon) -> tuple[Official, ...]:
    """Tell the officials of a document, in the order in which they first appear."""
    return ()
