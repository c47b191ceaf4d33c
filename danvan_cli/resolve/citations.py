"""Documents and movements that a text names."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Citation, Movement
from danvan_cli.find.findings import Findings
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page


def resolve_citations(page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context) -> tuple[Citation, ...]:
    """Tell the legal and Party documents, in text order."""
    return ()


def resolve_movements(page: Page, findings: Sequence[Findings]) -> tuple[Movement, ...]:
    """Tell the named campaigns, in the order in which they first appear."""
    return ()
