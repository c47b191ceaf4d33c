"""Which period governs a figure: that of its sentence, else of its paragraph, else of the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from danvan_cli.document import Period
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import IndicatorMention, PeriodMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve import calendar
from danvan_cli.resolve.context import Context
from danvan_cli.segment import Page
from danvan_cli.text.tokens import Token

_START, _END = attrgetter("start"), attrgetter("end")
HEAD_TOKENS = 4
"""A period that starts within so many tokens of its sentence is what the following sentences speak of."""


def date_indicators(
    page: Page, findings: Sequence[Findings], context: Context, lexicon: Lexicon,
) -> Iterator[tuple[Findings, IndicatorMention, Period | None]]:
    """Give every figure of a document with its sentence's findings and its period, in text order.

    The period right behind a figure governs it, else the nearest one before it in its sentence, else the first
    one after it in its clause, else the last one at the head of an earlier sentence of the paragraph, else the
    last one in the title, in a heading or at the head of an earlier paragraph. A wording without a year takes
    that of the document's date, else the last year named before it; "trong quý" is the quarter last named at the
    head of something.
    """
    year = context.year
    quarter: PeriodMention | None = None
    paragraph_start = -1
    in_paragraph: PeriodMention | None = None
    in_document: PeriodMention | None = None
    for found in findings:
        if found.paragraph.kind == "cell":  # dates its own column only
            continue
        if found.paragraph.start != paragraph_start:
            paragraph_start, in_paragraph = found.paragraph.start, None
        here = _own_periods(found, lexicon) if found.periods else []
        if found.indicators:
            marks = [token.start for token in found.sentence.tokens if token.kind == "mark"] if here else []
            told: dict[int, Period] = {}  # by where they stand
            for mention in found.indicators:
                governing = _nearest(here, mention, marks) or in_paragraph or in_document
                if governing and governing.start not in told:
                    told[governing.start] = _period(page, governing, quarter, year, lexicon)
                yield found, mention, told[governing.start] if governing else None
        year = context.year or max(filter(None, map(calendar.year_of, here)), default=year)
        leading = next((period for period in here if _leads(found, period, context)), None)
        quarter = leading if leading and leading.reading == "quarter" else quarter
        if leading and leading.scope != "sentence":
            in_paragraph = leading
            if leading.scope == "document" and found.sentence.start == found.paragraph.sentences[0].start:
                in_document = leading


def _period(
    page: Page, mention: PeriodMention, quarter: PeriodMention | None, year: int | None, lexicon: Lexicon,
) -> Period:
    dated = quarter if quarter and mention.reading == "this_quarter" else mention
    first, last = calendar.days(dated, calendar.year_of(dated) or year, lexicon)
    return Period(page.wording(mention.start, mention.end), first, last)


def _nearest(
    periods: Sequence[PeriodMention], mention: IndicatorMention, marks: Sequence[int],
) -> PeriodMention | None:
    """Give the period of a sentence that governs a figure; `marks` are where its punctuation marks stand."""
    before = bisect_right(periods, mention.figure.start, key=_END)
    following = bisect_left(periods, mention.figure.end, key=_START)
    after = periods[following] if following < len(periods) else None
    if before and not (after and after.start <= mention.end + 1):  # "5.000 căn trong năm 2024"
        return periods[before - 1]
    clause_end = bisect_left(marks, mention.end)
    return after if after and (clause_end == len(marks) or after.start < marks[clause_end]) else None


def _own_periods(found: Findings, lexicon: Lexicon) -> list[PeriodMention]:
    """Give the periods of a sentence that can govern figures.

    Those that figures are compared with ("so với cùng kỳ năm 2023") cannot, nor a term that only tells which
    body or election is meant ("HĐND xã nhiệm kỳ 2021-2026").
    """
    baselines = [mention.baseline for mention in found.indicators if mention.baseline]
    return [period for period in found.periods
            if not any(start <= period.start < end for start, end in baselines)
            and not _compared(found, period, lexicon)
            and (not period.attributive or _opens_clause(found, period))]


def _compared(found: Findings, period: PeriodMention, lexicon: Lexicon) -> bool:
    wordings, longest = _comparisons(lexicon)
    before = [token.lower for token in _before(found, period, longest + 1)]
    return any(before[-len(words):] == words or before[-len(words) - 1:-1] == words for words in wordings)


@cache
def _comparisons(lexicon: Lexicon) -> tuple[list[list[str]], int]:
    """Give the words after which a period is what figures are compared with, and the length of the longest."""
    wordings = [wording.split() for wording in lexicon.words("comparison_words")]
    return wordings, max(map(len, wordings), default=0)


def _opens_clause(found: Findings, period: PeriodMention) -> bool:
    before = _before(found, period, 1)
    return not before or before[-1].text in ".;:("


def _before(found: Findings, period: PeriodMention, count: int) -> Sequence[Token]:
    """Give the last `count` tokens that end before a period."""
    tokens = found.sentence.tokens
    end = bisect_right(tokens, period.start, key=_END)
    return tokens[max(0, end - count):end]


def _leads(found: Findings, period: PeriodMention, context: Context) -> bool:
    """Whether a period stands at the head of its sentence, or in a title or heading, and so dates what follows."""
    tokens = found.sentence.tokens
    title = context.title_span
    heading = len(found.paragraph.sentences) == 1 and tokens[-1].kind != "mark" and not found.indicators
    return (heading or bool(title and title[0] <= period.start < title[1])
            or period.start <= tokens[min(HEAD_TOKENS, len(tokens)) - 1].start)
