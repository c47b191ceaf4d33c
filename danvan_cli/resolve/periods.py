"""Which period governs a figure: that of its sentence, else the one carried on from an earlier sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from operator import attrgetter

from danvan_cli.document import Period
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import IndicatorMention, PeriodMention
from danvan_cli.find.periods import is_year
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve import calendar
from danvan_cli.resolve.context import Context
from danvan_cli.segment import Page
from danvan_cli.text.tokens import Token

_START, _END = attrgetter("start"), attrgetter("end")
HEAD_TOKENS = 4
"""A period that starts within so many tokens of its sentence is what the following sentences speak of."""
REACH = 3
"""How many paragraphs further the period of a report is carried at most."""
UNKNOWN: calendar.Days = (None, None)
"""The days of a wording that no calendar settles."""


def date_indicators(
    page: Page, findings: Sequence[Findings], context: Context, lexicon: Lexicon,
) -> Iterator[tuple[Findings, list[tuple[IndicatorMention, Period | None]]]]:
    """Give the figures of each sentence that has any, every one with its period, in text order.

    The period right behind a figure governs it, else the nearest one before it in its sentence, else the first
    one after it in its clause. A figure in a sentence that speaks of no time has that which is carried on, see
    `_Carried`. A wording without a year takes that of the document's date, else the last year named before it;
    "trong quý" is the quarter last named at the head of something.
    """
    year = context.year
    quarter: PeriodMention | None = None
    carried = _Carried(context)
    for found in findings:
        if found.paragraph.kind == "cell":  # dates its own column only
            continue
        carried.enter(found)
        own = _own_periods(found, lexicon) if found.periods else []
        here = [period for period in own if period.scope != "none"]
        dates = partial(_days, quarter=quarter, year=year, lexicon=lexicon)
        is_elsewhen = carried.period is not None and (
            not all(dates(period) == dates(carried.period) != UNKNOWN for period in own)
            or _names_another_year(found, calendar.year_of(carried.period) or year))
        if found.indicators:
            governed = _governed(found, here, None if is_elsewhen else carried.period)
            told = {period: Period(page.wording(period.start, period.end), *dates(period))
                    for period in {period for _, period in governed if period}}
            yield found, [(mention, told[period] if period else None) for mention, period in governed]
        year = context.year or max(filter(None, map(calendar.year_of, here)), default=year)
        leading = next((period for period in here if _leads(found, period, context)), None)
        quarter = leading if leading and leading.reading == "quarter" else quarter
        if is_elsewhen or leading:
            carried.take(found, leading)


class _Carried:
    """The period that governs sentences which name none.

    That is the last one at the head of an earlier sentence of the paragraph; else, for the paragraphs behind one
    that begins with it, the period of a report ("Trong quý"); else that of the title or of the last heading.
    A sentence of another time ends what the text carries, and for its paragraph what the title does: a false
    period is worse than none.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._title: PeriodMention | None = None
        self._report: PeriodMention | None = None
        self._paragraph = -1
        self._left = 0
        self.period: PeriodMention | None = None

    def enter(self, found: Findings) -> None:
        """Go on to a sentence."""
        if found.paragraph.start == self._paragraph:
            return
        self._paragraph = found.paragraph.start
        self._left -= 1
        if self._left < 0:
            self._report = None
        self.period = self._report or self._title

    def take(self, found: Findings, leading: PeriodMention | None) -> None:
        """Carry the period that leads a sentence; without one the time of the sentence only ends what is carried."""
        self.period = self._report = None
        if leading is None or leading.scope == "sentence":
            return
        self.period = leading
        if _is_heading(found, leading, self._context):
            self._title = leading if leading.scope in ("document", "report") else self._title
        elif leading.scope == "report" and found.sentence.start == found.paragraph.sentences[0].start:
            self._report, self._left = leading, REACH


def _names_another_year(found: Findings, year: int | None) -> bool:
    """Whether a bare year in a sentence is another than the one carried on ("World Cup 2018").

    That in a document's number, a figure, a comparison or a period is none.
    """
    others = [token.start for token in found.sentence.tokens
              if token.kind == "number" and is_year(token.text) and int(token.text) != year]
    if not others:
        return False
    spans = [(span.start, span.end) for kind in (found.citations, found.indicators, found.periods) for span in kind]
    spans += [figure.baseline for figure in found.indicators if figure.baseline]
    return not all(any(start <= other < end for start, end in spans) for other in others)


def _days(
    mention: PeriodMention, quarter: PeriodMention | None, year: int | None, lexicon: Lexicon,
) -> calendar.Days:
    dated = quarter if quarter and mention.reading == "this_quarter" else mention
    return calendar.days(dated, calendar.year_of(dated) or year, lexicon)


def _governed(
    found: Findings, here: Sequence[PeriodMention], carried: PeriodMention | None,
) -> list[tuple[IndicatorMention, PeriodMention | None]]:
    """Give each figure of a sentence with the period of the sentence that governs it, else the one carried on."""
    marks = [token.start for token in found.sentence.tokens if token.kind == "mark"] if here else []
    return [(mention, _nearest(here, mention, marks) or carried) for mention in found.indicators]


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
    wordings, last_words, longest = _comparisons(lexicon)
    before = [token.lower for token in _before(found, period, longest + 1)]
    return not last_words.isdisjoint(before[-2:]) and any(
        before[-len(words):] == words or before[-len(words) - 1:-1] == words for words in wordings)


@cache
def _comparisons(lexicon: Lexicon) -> tuple[list[list[str]], frozenset[str], int]:
    """Give the wordings before what figures are compared with, their last words, and the length of the longest."""
    wordings = [wording.split() for wording in lexicon.words("comparison_words")]
    return wordings, frozenset(words[-1] for words in wordings), max(map(len, wordings), default=0)


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
    return (_is_heading(found, period, context)
            or period.start <= tokens[min(HEAD_TOKENS, len(tokens)) - 1].start)


def _is_heading(found: Findings, period: PeriodMention, context: Context) -> bool:
    title = context.title_span
    return (bool(title and title[0] <= period.start < title[1])
            or (len(found.paragraph.sentences) == 1 and found.sentence.tokens[-1].kind != "mark"
                and not found.indicators))
