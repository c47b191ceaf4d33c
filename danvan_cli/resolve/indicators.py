"""Indicators of a document: the period, actor and place of each figure."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Indicator, Period
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.actors import Subjects
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.measure_key import measure_key
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.resolve.periods import date_indicators
from danvan_cli.segment import Page


def resolve_indicators(
    page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context, lexicon: Lexicon,
) -> tuple[Indicator, ...]:
    """Tell the indicators of a document, in text order."""
    home = context.place.name if context.place else None
    indicators: list[Indicator] = []
    for found, dated in date_indicators(page, findings, context, lexicon):
        subjects = Subjects(found, bodies.homes, lexicon)
        indicators += [_indicator(page, subjects, mention, period, bodies, home, lexicon) for mention, period in dated]
    return tuple(indicators)


def _indicator(
    page: Page, subjects: Subjects, mention: IndicatorMention, period: Period | None,
    bodies: Bodies, home: str | None, lexicon: Lexicon,
) -> Indicator:
    figure = mention.figure
    text, start, end = page.span(mention.start, mention.end)
    measure = page.wording(*mention.measure) if mention.measure else None
    actor = subjects.actor(mention)
    actor_name = bodies.names.get((actor.start, actor.end), actor.name) if actor else None
    place = subjects.place(mention) or home
    return Indicator(
        text=text, start=start, end=end, number=page.quote(figure.start, figure.end),
        value=figure.value, value_max=figure.value_max, magnitude=figure.magnitude,
        bound=mention.bound, unit=mention.unit, per=mention.per,
        measure=measure, measure_key=measure_key(measure, lexicon) if measure else None,
        change=mention.change, baseline=page.wording(*mention.baseline) if mention.baseline else None,
        total=mention.total, actor=actor_name,
        place=bodies.places.get(actor_name or "") or place,
        period=period, rule=mention.rule)
