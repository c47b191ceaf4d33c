"""Annotated documents: NAME.txt with NAME.json beside it, which quotes the text.

The fields of `Notes` and of what it holds are the keys of the JSON; what is optional is neither wanted nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import DecodeError, Meta, Struct, json

from danvan_cli.document import Text

Span = tuple[int, int]


class NotedOfficial(Struct):
    """A person, and for each office the wordings that are accepted."""

    name: str
    positions: tuple[Annotated[tuple[str, ...], Meta(min_length=1)], ...]


class NotedIndicator(Struct):
    """A figure: its `number` stands in its `quote`; `value` is a number, a pair for a range, None (not scored)."""

    quote: str
    number: str
    value: int | float | tuple[int | float, int | float] | None
    bound: str
    unit: str
    measure: str | None
    change: str | None


class Notes(Struct):
    """An annotation as it is written; organisations are quoted mention by mention, all quotes are in text order."""

    officials: list[NotedOfficial]
    ignore_people: list[str]
    organisations: list[str]
    optional_organisations: list[str]
    indicators: list[NotedIndicator]
    optional_indicators: list[str]


class GoldError(ValueError):
    """An annotation that cannot be used; the message names the file, the place and the reason."""


@dataclass(frozen=True, slots=True)
class GoldIndicator:
    """An annotated figure: what is noted of it, and where its number stands."""

    noted: NotedIndicator
    number: Span


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated document; spans are offsets of code points into `text.content`."""

    text: Text
    officials: Mapping[str, tuple[tuple[str, ...], ...]]
    ignored: frozenset[str]
    organisations: tuple[Span, ...]
    optional_organisations: tuple[Span, ...]
    indicators: tuple[GoldIndicator, ...]
    optional_indicators: tuple[Span, ...]


def load_gold(folder: Path) -> Iterator[Gold]:
    """Load the annotated documents of a folder, by name.

    Raises GoldError for a folder without any, for a file that cannot be read and for an annotation that does not fit
    its text.
    """
    paths = sorted(path for path in folder.glob("*.json") if path.with_suffix(".txt").exists())
    if not paths:
        raise GoldError(f"{folder}: no NAME.txt with NAME.json beside it")
    return map(_load, paths)


def _load(path: Path) -> Gold:
    content = _read(path.with_suffix(".txt"))
    try:
        notes = json.decode(_read(path), type=Notes)
    except (DecodeError, RecursionError) as error:
        raise GoldError(f"{path}: no annotation: {error}") from error
    return Gold(
        text=Text(content, str(path.with_suffix(".txt")), "utf-8"),
        officials={entry.name: entry.positions for entry in notes.officials},
        ignored=frozenset(notes.ignore_people),
        organisations=_align(content, notes.organisations, path),
        optional_organisations=_align(content, notes.optional_organisations, path),
        indicators=tuple(_indicators(content, notes.indicators, path)),
        optional_indicators=_align(content, notes.optional_indicators, path))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8") from error
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror or error}") from error


def _indicators(content: str, noted: Sequence[NotedIndicator], path: Path) -> Iterator[GoldIndicator]:
    spans = _align(content, [entry.quote for entry in noted], path, overlap=True)
    for entry, (start, _) in zip(noted, spans, strict=True):
        offset = entry.quote.find(entry.number)
        if offset < 0:
            raise GoldError(f"{path}: number {entry.number!r} is not in {entry.quote!r}")
        yield GoldIndicator(entry, (start + offset, start + offset + len(entry.number)))


def _align(content: str, quotes: Sequence[str], path: Path, *, overlap: bool = False) -> tuple[Span, ...]:
    """Find each quote going forward from the one before; with `overlap` it may begin inside it."""
    cursor, spans = 0, []
    for quote in quotes:
        start = content.find(quote, cursor)
        if start < 0:
            raise GoldError(f"{path}: {quote!r} is not in the text after the entry before it")
        spans.append((start, start + len(quote)))
        cursor = start + 1 if overlap else start + len(quote)
    return tuple(spans)
