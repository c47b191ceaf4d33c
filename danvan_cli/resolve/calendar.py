"""The calendar: which days a wording of time means, given the year that the document speaks of."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

import regex

from danvan_cli.find.mentions import PeriodMention
from danvan_cli.lexicon import Lexicon

Days = tuple[str | None, str | None]
"""First and last day as ISO 8601 dates, None where unknown or open."""

_NUMBERS = regex.compile(r"\d+")


def days(period: PeriodMention, year: int | None, lexicon: Lexicon) -> Days:
    """Give first and last day of a period; `year` is used where its wording names none.

    A wording that no calendar settles ("đến nay", "30/2/2024") gives (None, None).
    """
    values = {slot: _value(wording, lexicon) for slot, wording in period.values if not slot.startswith("d")}
    days_named = {slot: wording for slot, wording in period.values if slot.startswith("d")}
    try:
        if days_named:
            return _of_days(period.reading, days_named, year)
        named = values.get("y", year)
        return _READINGS[period.reading](values, named) if named else (None, None)
    except (KeyError, ValueError):
        return None, None


def day(wording: str, year: int | None) -> date | None:
    """Give the day that "9/7/2024", "9-7" or "9 tháng 7 năm 2024" names, None if there is no such day."""
    numbers = [int(number) for number in _NUMBERS.findall(wording)]
    try:
        return date(numbers[2] if len(numbers) > 2 else year or 0, numbers[1], numbers[0])
    except (IndexError, ValueError):
        return None


def year_of(period: PeriodMention) -> int | None:
    """Give the (last) year that a period names in so many digits."""
    years = [int(wording) for slot, wording in period.values if slot in ("y", "y2")]
    years += [int(number) for slot, wording in period.values if slot.startswith("d")
              for number in _NUMBERS.findall(wording) if len(number) == 4]
    return max(years, default=None)


def _of_days(reading: str, wordings: Mapping[str, str], year: int | None) -> Days:
    last = day(wordings.get("d2", wordings["d"]), year)
    # "từ 1/1 đến 30/6/2024": the first day takes the year of the last.
    first = day(wordings["d"], last.year if last and "d2" in wordings else year)
    if not first or not last:
        return None, None
    if reading == "until_day":
        return None, last.isoformat()
    return first.isoformat(), None if reading == "since_day" else last.isoformat()


def _value(wording: str, lexicon: Lexicon) -> int:
    return int(wording) if wording.isdigit() else _number_words(lexicon)[" ".join(wording.split())]


@cache
def _number_words(lexicon: Lexicon) -> dict[str, int]:
    return {entry.form: int(entry.get("value")) for entry in lexicon.entries("period_numbers")}


def _months(year: int, first: int, last: int, last_year: int | None = None) -> Days:
    end = last_year or year
    return (date(year, first, 1).isoformat(),
            date(end, last, calendar.monthrange(end, last)[1]).isoformat())


_Reading = Callable[[Mapping[str, int], int], Days]
# Each takes the values of a template and the year. A reading that is not here ("undated") tells no days.
_READINGS: dict[str, _Reading] = {
    "year": lambda _, y: _months(y, 1, 12),
    "this_year": lambda _, y: _months(y, 1, 12),
    "last_year": lambda _, y: _months(y - 1, 1, 12),
    "years": lambda v, _: _months(v["y"], 1, 12, v["y2"]),
    "school_year": lambda v, _: _months(v["y"], 9, 8, v["y2"]),
    "since_year": lambda _, y: (date(y, 1, 1).isoformat(), None),
    "this_year_so_far": lambda _, y: (date(y, 1, 1).isoformat(), None),
    "first_months": lambda v, y: _months(y, 1, v["n"]),
    "last_months": lambda v, y: _months(y, 13 - v["n"], 12),
    "first_half": lambda _, y: _months(y, 1, 6),
    "second_half": lambda _, y: _months(y, 7, 12),
    "quarter": lambda v, y: _months(y, 3 * v["q"] - 2, 3 * v["q"]),
    "month": lambda v, y: _months(y, v["m"], v["m"]),
    "months": lambda v, y: _months(y, v["m"], v["m2"], v.get("y2")),
    "since_month": lambda v, y: (date(y, v["m"], 1).isoformat(), None),
    "until_month": lambda v, y: (None, _months(y, v["m"], v["m"])[1]),
    "until_year": lambda _, y: (None, date(y, 12, 31).isoformat()),
}
