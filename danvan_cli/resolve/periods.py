"""Which period governs a figure: that of its sentence, else of its paragraph, else of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_cli.document import Period
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import IndicatorMention, PeriodMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve import calendar
from danvan_cli.resolve.context import Context
from danvan_cli.segment import Page

HEAD_TOKENS = 4
"""A period that starts within so many tokens of its sentence is what the following sentences speak of."""


def date_indicators(
    page: Page, findings: Sequence[Findings], context: Context, lexicon: Lexicon,
) -> Iterator[tuple[Findings, IndicatorMention, Period | None]]:
    """Give every figure of a document with its sentence's findings and its period, in text order.

    The nearest period before the figure in its sentence governs it, else the first one after it, else the last
    one at the head of an earlier sentence of the paragraph, else of the document. A wording without a year
    takes the last year named before it, at first that of the document's date.
    """
    year = context.year
    paragraph_start = -1
    in_paragraph: PeriodMention | None = None
    in_document: PeriodMention | None = None
    for found in findings:
        if found.paragraph.start != paragraph_start:
            paragraph_start, in_paragraph = found.paragraph.start, None
        here = _own_periods(found, lexicon)
        for mention in found.indicators:
            governing = _nearest(here, mention) or in_paragraph or in_document
            yield found, mention, governing and _period(page, governing, year, lexicon)
        for period in here:
            year = calendar.year_of(period) or year
            if period.scope != "sentence" and _leads(found, period, context):
                in_paragraph = period
                in_document = period if period.scope == "document" else in_document


def _period(page: Page, mention: PeriodMention, year: int | None, lexicon: Lexicon) -> Period:
    first, last = calendar.days(mention, calendar.year_of(mention) or year, lexicon)
    return Period(page.quote(mention.start, mention.end).text, first, last)


def _nearest(periods: Sequence[PeriodMention], mention: IndicatorMention) -> PeriodMention | None:
    before = [period for period in periods if period.end <= mention.figure.start]
    after = [period for period in periods if period.start >= mention.figure.end]
    return before[-1] if before else after[0] if after else None


def _own_periods(found: Findings, lexicon: Lexicon) -> list[PeriodMention]:
    """Give the periods of a sentence but those that figures are compared with ("so với cùng kỳ năm 2023")."""
    baselines = [mention.baseline for mention in found.indicators if mention.baseline]
    return [period for period in found.periods
            if not any(start <= period.start < end for start, end in baselines)
            and not _compared(found, period, lexicon)]


def _compared(found: Findings, period: PeriodMention, lexicon: Lexicon) -> bool:
    before = [token.lower for token in found.sentence.tokens if token.end <= period.start]
    return any(before[-len(words):] == words or before[-len(words) - 1:-1] == words
               for words in map(str.split, lexicon.words("comparison_words")))


def _leads(found: Findings, period: PeriodMention, context: Context) -> bool:
    """Whether a period stands at the head of its sentence, or in a title or heading, and so dates what follows."""
    tokens = found.sentence.tokens
    title = context.title_span
    heading = len(found.paragraph.sentences) == 1 and tokens[-1].kind != "mark" and not found.indicators
    return (heading or bool(title and title[0] <= period.start < title[1])
            or period.start <= tokens[min(HEAD_TOKENS, len(tokens)) - 1].start)
