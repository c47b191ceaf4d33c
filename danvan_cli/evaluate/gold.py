"""Annotated documents: NAME.txt with NAME.json beside it.

The JSON quotes the text: `officials` (name, and for each office the list of accepted wordings), `ignore_people`,
`organisations` and `optional_organisations` (every mention, in text order), `indicators` (quote, number, value,
bound, unit, measure, change, baseline; in text order) and `optional_indicators` (quotes). What is optional is
neither wanted nor wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from danvan_cli.document import Text

Span = tuple[int, int]
_KEYS = ("officials", "ignore_people", "organisations", "optional_organisations", "indicators", "optional_indicators")


class GoldError(ValueError):
    """An annotation that cannot be used; the message names the file, the place and the reason."""


@dataclass(frozen=True, slots=True)
class GoldIndicator:
    """An annotated figure; `value` is a number, a pair for a range, or None (not scored)."""

    quote: str
    number: Span
    value: float | tuple[float, float] | None
    bound: str
    unit: str
    measure: str | None
    change: str | None


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

    Raises GoldError for a folder without any, and for an annotation that does not fit its text.
    """
    paths = sorted(path for path in folder.glob("*.json") if path.with_suffix(".txt").exists())
    if not paths:
        raise GoldError(f"{folder}: no NAME.txt with NAME.json beside it")
    return map(_load, paths)


def _load(path: Path) -> Gold:
    content = path.with_suffix(".txt").read_bytes().decode("utf-8")
    try:
        notes = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{path}: not valid JSON: {error}") from error
    missing = [key for key in _KEYS if not isinstance(notes, dict) or not isinstance(notes.get(key), list)]
    if missing:
        raise GoldError(f"{path}: no list `{missing[0]}`")
    try:
        return _gold(content, notes, path)
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: an entry is not as the format says: {error!r}") from error


def _gold(content: str, notes: Mapping[str, Any], path: Path) -> Gold:
    quotes = [entry["quote"] for entry in notes["indicators"]]
    indicators = []
    for entry, (start, _) in zip(notes["indicators"], _align(content, quotes, path, overlap=True), strict=True):
        offset = entry["quote"].find(entry["number"])
        if offset < 0:
            raise GoldError(f"{path}: number {entry['number']!r} is not in {entry['quote']!r}")
        first = start + offset
        value = tuple(entry["value"]) if isinstance(entry["value"], list) else entry["value"]
        indicators.append(GoldIndicator(
            entry["quote"], (first, first + len(entry["number"])), value, entry["bound"], entry["unit"],
            entry["measure"], entry["change"]))
    return Gold(
        text=Text(content, str(path.with_suffix(".txt")), "utf-8"),
        officials={entry["name"]: tuple(map(tuple, entry["positions"])) for entry in notes["officials"]},
        ignored=frozenset(notes["ignore_people"]),
        organisations=_align(content, notes["organisations"], path),
        optional_organisations=_align(content, notes["optional_organisations"], path),
        indicators=tuple(indicators),
        optional_indicators=_align(content, notes["optional_indicators"], path))


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
