"""Indicators of a document: the period, actor and place of each figure."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Indicator
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.resolve.measure_key import measure_key
from danvan_cli.segment import Page


def resolve_indicators(page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context, lexicon: Lexicon) -> tuple[Indicator, ...]:
    """Tell the indicators of a document, in text order."""
    return tuple(_indicator(page, mention) for found in findings for mention in found.indicators)


def _indicator(page: Page, mention: IndicatorMention) -> Indicator:
    figure = mention.figure
    whole = page.quote(mention.start, mention.end)
    measure = page.quote(*mention.measure).text if mention.measure else None
    return Indicator(
        text=whole.text, start=whole.start, end=whole.end, number=page.quote(figure.start, figure.end),
        value=figure.value, value_max=figure.value_max, magnitude=figure.magnitude,
        bound=mention.bound, unit=mention.unit, per=mention.per,
        measure=measure, measure_key=measure_key(measure) if measure else None,
        change=mention.change, baseline=page.quote(*mention.baseline).text if mention.baseline else None,
        total=mention.total, actor=None, place=None, period=None, rule=mention.rule)
