"""Indicators of tables: a figure of a cell with the wordings of its row and column."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.document import Indicator, Period
from danvan_cli.find.mentions import PlaceMention, TableFigure
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve import calendar
from danvan_cli.resolve.context import Context, highest_unit
from danvan_cli.resolve.measure_key import measure_key
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page
from danvan_cli.text.fold import compose

JOINT = ": "
"""Between the parts of a measure: "Tổng thu ngân sách: Thu nội địa"."""


def resolve_table_figures(
    page: Page, figures: Sequence[TableFigure], bodies: Bodies, context: Context, lexicon: Lexicon,
) -> tuple[Indicator, ...]:
    """Tell the indicators that the figures of tables are, in text order."""
    return tuple(_indicator(page, figure, bodies, context, lexicon) for figure in figures)


def _indicator(page: Page, figure: TableFigure, bodies: Bodies, context: Context, lexicon: Lexicon) -> Indicator:
    cell = page.quote(figure.start, figure.end)
    measure = JOINT.join(_wording(page, span) for span in figure.measure)
    body = figure.body
    actor = bodies.names.get((body.start, body.end), body.name) if body else None
    place = _place(figure.place) if figure.place else None
    return Indicator(
        text=cell.text, start=cell.start, end=cell.end, number=page.quote(*figure.number),
        value=figure.value, value_max=None, magnitude=None, bound="eq", unit=figure.unit, per=figure.per,
        measure=measure, measure_key=measure_key(measure, lexicon), change=figure.change,
        baseline=_wording(page, figure.baseline) if figure.baseline else None, total=None, actor=actor,
        place=place or bodies.places.get(actor or "") or (context.place.name if context.place else None),
        period=_period(page, figure, context, lexicon), rule=figure.rule)


def _period(page: Page, figure: TableFigure, context: Context, lexicon: Lexicon) -> Period | None:
    """Give the period of a figure; that of a plan is quoted as its heading tells it ("Kế hoạch năm 2024")."""
    mention = figure.period
    first = last = None
    if mention:
        first, last = calendar.days(mention, calendar.year_of(mention) or context.year, lexicon)
    if figure.planned:
        return Period(_wording(page, figure.planned), first, last)
    return Period(page.quote(mention.start, mention.end).text, first, last) if mention else None


def _place(mention: PlaceMention) -> str:
    """Give the full name of the unit that a label names, as written where it is not known."""
    unit = highest_unit(mention)
    return unit.full_name if unit else f"{mention.type or ''} {mention.name}".strip()


def _wording(page: Page, span: tuple[int, int]) -> str:
    return " ".join(compose(page.quote(*span).text).split())
