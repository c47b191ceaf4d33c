"""The date of a document: its day of issue or publication, else that of the event it reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from danvan_cli.find.findings import Findings
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve import calendar
from danvan_cli.resolve.head import head_of, is_today, text_of
from danvan_cli.segment import Page
from danvan_cli.segment.stamps import STAMP_DAY, STAMP_TIME, is_stamp

SHORT_DELAY, LONGEST_DELAY = 14, 366
"""Days between an event and its report: as most reports have, and as none has."""

_ISSUED = regex.compile(r"\p{Lu}[^,]{1,40},\s*+(?:ngày\s++(?P<day>\d{1,2}\s++tháng\s++\d{1,2}\s++năm\s++\d{4})"
                        r"|(?:ngày\s++)?(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))")
# Readings whose year lies ahead or far back, and so does not tell the year of an event beside it.
_PLANS = frozenset({"years", "until_year", "since_year"})


def find_date(
    page: Page, title: tuple[int, int] | None, opening: Sequence[Findings], lexicon: Lexicon,
) -> str | None:
    """Give the day of publication or issue, else of the event that the `opening` reports.

    A page prints the day of the visit above the title. Without a time, a day there is that of the article only where
    the text reports something of shortly before (or, below the first line, no day at all); with one, unless the text
    reports something of long before.
    """
    timed = running = None
    silent_is_enough = False
    head = head_of(page)
    for paragraph in head:
        text = text_of(page, paragraph)
        is_one = is_stamp(page.folded.text, paragraph.start, paragraph.end, lexicon)
        found = STAMP_DAY.search(text) if is_one else None
        if found:
            stamp = _iso(found.group().replace(".", "/"))
            above = title is not None and paragraph.end <= title[0]
            today = is_today(page, paragraph, lexicon)
            if today or (above and not STAMP_TIME.search(text)):
                silent_is_enough = silent_is_enough if running else not (today or paragraph is head[0])
                running = running or stamp
            elif above:
                timed = timed or stamp
            else:
                return stamp
        elif issued := _ISSUED.fullmatch(text.strip()):
            return _iso(issued["day"].replace(".", "/"))
    event = _event_date(opening)
    if timed and not (event and _delay(event, timed) > LONGEST_DELAY):
        return timed
    if running:
        reported = _event_date(opening, int(running[:4]))
        if (0 <= _delay(reported, running) <= SHORT_DELAY) if reported else silent_is_enough:
            return running
    return event


def _delay(event: str, stamp: str) -> int:
    return (date.fromisoformat(stamp) - date.fromisoformat(event)).days


def _event_date(findings: Sequence[Findings], year: int | None = None) -> str | None:
    """Give the first day that the findings name; `year` is used where they name none."""
    for found in findings:
        for period in found.periods:
            if period.reading == "day":
                years = [named for other in findings if other.paragraph is found.paragraph
                         for mention in other.periods
                         if mention.reading not in _PLANS and (named := calendar.year_of(mention))]
                own = calendar.year_of(period)
                return _iso(dict(period.values)["d"], own or max(years, default=year))
    return None


def _iso(wording: str, year: int | None = None) -> str | None:
    found = calendar.day(wording, year)
    return found.isoformat() if found else None
