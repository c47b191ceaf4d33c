"""What a change gained and lost: the readings of two runs over the same texts, side by side."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """A reading that one run has and the other has not; `sign` is `+` for gained, `-` for lost."""

    sign: str
    source: str
    kind: str
    reading: str


class RunError(ValueError):
    """A line that is no document of danvan; the message names the line and the reason."""


def compare_runs(before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    """Give what the run `after` gained and lost against `before`, both as lines of JSON, document by document.

    Raises RunError for a line that is no document.
    """
    old, new = _readings(before), _readings(after)
    for source in dict.fromkeys([*old, *new]):
        was, now = old.get(source, Counter()), new.get(source, Counter())
        yield from (Change("-", source, *reading) for reading in sorted((was - now).elements()))
        yield from (Change("+", source, *reading) for reading in sorted((now - was).elements()))


def _readings(lines: Iterable[str]) -> dict[str, Counter[tuple[str, str]]]:
    return dict(_reading(line, number) for number, line in enumerate(lines, 1))


def _reading(line: str, number: int) -> tuple[str, Counter[tuple[str, str]]]:
    try:
        document = json.loads(line)
        return document["source"], Counter(_flat(document))
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"line {number} is no document of `danvan extract -f jsonl`: {error!r}") from error


def _flat(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each reading of a document as its kind and one line of text, with its offsets where it has some."""
    for official in document["officials"]:
        yield "official", official["name"]
        for position in official["positions"]:
            yield "position", f"{official['name']}: {position['text']} → {position['organisation']}"
    for body in document["organisations"]:
        for mention in body["mentions"]:
            yield "organisation", f"{mention['start']}: {mention['text']} → {body['name']}"
    for figure in document["indicators"]:
        fields = (figure[key] for key in ("value", "value_max", "bound", "unit", "measure", "change", "baseline"))
        yield "indicator", f"{figure['number']['start']}: {figure['text']} → " + " · ".join(map(str, fields))
