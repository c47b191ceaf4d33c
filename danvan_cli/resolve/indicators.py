"""Indicators of a document: the period, actor and place of each figure."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Indicator
from danvan_cli.find.findings import Findings
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page


def resolve_indicators(page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context, lexicon: Lexicon) -> tuple[Indicator, ...]:
    """Tell the indicators of a document, in text order."""
    return ()
