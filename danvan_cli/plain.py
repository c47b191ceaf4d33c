"""Plain JSON values of frozen dataclasses, there and back.

The dataclass is the contract: its fields are the keys, their annotations the types. Reading is strict, since what
is read comes from files that anybody may have written.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Reader = Callable[[Any], Any]

_MOST_DIGITS = 300
"""Decimal places, before or after the point, of a number that is read; those of a float end at 308."""

_SCALARS = frozenset({str, int, bool, type(None)})

_NAMES = {Decimal: "number", int: "whole number", str: "text", bool: "boolean"}
"""What a value of the wrong type is told to be none of: the first that is among the types of its field."""


class ShapeError(ValueError):
    """Plain values that are not those of the dataclass; the message is "place: reason" ("officials[3].name: …")."""


def to_plain(value: Any, without: tuple[str, ...] = ()) -> Any:
    """Give a dataclass as dicts, lists and scalars, without the fields of the names `without`."""
    if value.__class__ in _SCALARS:
        return value
    if isinstance(value, tuple):
        return [to_plain(item, without) for item in value]
    if isinstance(value, Decimal):
        return _json_number(value)
    # Most fields are scalars, which need no call.
    return {name: part if (part := getattr(value, name)).__class__ in _SCALARS else to_plain(part, without)
            for name in _keys(value.__class__, without)}


@cache
def _keys(kind: type, without: Collection[str]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.name not in without)


def _json_number(value: Decimal) -> int | float:
    # The shortest float that reads back as this decimal: exact to 15 digits, which no figure in prose exceeds.
    return int(value) if value == value.to_integral_value() else float(value)


def from_plain(kind: type[_T], value: object) -> _T:
    """Give the instance of a dataclass that `to_plain` gave these values of.

    A field may be absent where it has a default. Raises ShapeError for a missing or unknown key and for a value of
    another type.
    """
    read: _T = _object(kind, value)
    return read


def _object(kind: Any, value: object) -> Any:
    if not isinstance(value, Mapping):
        raise ShapeError("is no object")
    readers = _readers(kind)
    for key in value:
        if key not in readers:
            raise ShapeError(f"unknown key {str(key)[:40]!r}")
    read = {}
    for name, (reader, default) in readers.items():
        if name in value:
            try:
                read[name] = reader(value[name])
            except ShapeError as error:
                raise ShapeError(_placed(name, str(error))) from None
        elif default is MISSING:
            raise ShapeError(f"the key {name!r} is missing")
        else:
            read[name] = default
    return kind(**read)


def _placed(place: str, message: str) -> str:
    """Put a place before the place that a message begins with, if any.

    >>> _placed("officials", _placed("[3]", _placed("name", "is no text")))
    'officials[3].name: is no text'
    """
    inner, colon, reason = message.partition(": ")
    if not colon or " " in inner:
        return f"{place}: {message}"
    return f"{place}{'' if inner.startswith('[') else '.'}{inner}: {reason}"


@cache
def _readers(kind: type) -> dict[str, tuple[_Reader, Any]]:
    hints = get_type_hints(kind)
    return {f.name: (_reader(hints[f.name]), f.default) for f in fields(kind)}


def _reader(hint: Any) -> _Reader:
    if get_origin(hint) is tuple:
        return partial(_list, _reader(get_args(hint)[0]))
    if is_dataclass(hint):
        return partial(_object, hint)
    parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    for part in parts:
        if is_dataclass(part):  # or None: the data model has no other union of dataclasses
            return partial(_optional, partial(_object, part))
    return partial(_number if Decimal in parts else _scalar, frozenset(parts))


def _list(member: _Reader, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise ShapeError("is no list")
    read = []
    for number, item in enumerate(value):
        try:
            read.append(member(item))
        except ShapeError as error:  # noqa: PERF203  (the message tells which item it was)
            raise ShapeError(_placed(f"[{number}]", str(error))) from None
    return tuple(read)


def _optional(reader: _Reader, value: Any) -> Any:
    return None if value is None else reader(value)


def _scalar(kinds: frozenset[type], value: Any) -> Any:
    if type(value) not in kinds:  # the very type: to Python True is an int, to the contract it is none
        raise ShapeError(f"is no {next(name for kind, name in _NAMES.items() if kind in kinds)}")
    if type(value) is int and not -2**63 <= value < 2**63:
        raise ShapeError("is too large a number")
    return value


def _number(kinds: frozenset[type], value: Any) -> Any:
    if type(value) is float:
        value = Decimal(repr(value))  # the digits that were written, not those of the nearest binary number
    if type(value) is Decimal:
        if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
            raise ShapeError("is too large or too small a number")
        return int(value) if value == value.to_integral_value() else value
    if type(value) is int and abs(value) < 10**_MOST_DIGITS:
        return value
    return _scalar(kinds, value)
