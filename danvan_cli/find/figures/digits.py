"""Digits: what a number written in digits is worth, with Vietnamese separators or careless ones."""

from __future__ import annotations

from decimal import Decimal

from danvan_cli.document import Number

# More digits than any figure has; what is longer is a code, and costly to compute with.
LONGEST = 24


def parse_digits(digits: str, *, whole: bool) -> Number | None:
    """Give the exact value of digits with separators, None where they make no number (a date, a phone).

    Vietnamese writes the full stop for thousands and the comma for decimals. Where the press does the reverse,
    the grouping tells; `whole` says that what is counted can only be a whole number, which settles "12,200".

    >>> parse_digits("29.232,75", whole=False)
    Decimal('29232.75')
    >>> parse_digits("12,200", whole=True), parse_digits("12,200", whole=False)
    (12200, Decimal('12.200'))
    """
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return int(digits)
    stops, commas = digits.split("."), digits.split(",")
    if len(commas) == 1:
        return _plain(stops, whole=True)
    if len(stops) == 1:
        return _plain(commas, whole=whole or len(commas) > 2)
    if len(commas) == 2 and digits.rindex(",") > digits.rindex("."):
        return _with_decimals(commas[0].split("."), commas[1])
    if len(stops) == 2:
        return _with_decimals(stops[0].split(","), stops[1])
    return None


def _plain(groups: list[str], *, whole: bool) -> Number | None:
    """Read digits with one kind of separator, as thousands where they can be and `whole` allows it."""
    if whole and _are_thousands(groups):
        return int("".join(groups))
    return Decimal(".".join(groups)) if len(groups) == 2 else None


def _with_decimals(groups: list[str], decimals: str) -> Number | None:
    return Decimal(f"{''.join(groups)}.{decimals}") if _are_thousands(groups) else None


def _are_thousands(groups: list[str]) -> bool:
    return len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])


def plain(value: Decimal) -> Number:
    """Give a decimal as an `int` where it is whole, without trailing zeros where it is not."""
    whole = int(value)
    return whole if whole == value else value.normalize()
