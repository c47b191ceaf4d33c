"""What a change gained and lost: the readings of two runs over the same texts, side by side."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

Run = Mapping[str, Counter[tuple[str, str]]]
"""How often each reading (its kind, and one line of text) stands in each document, by its source."""


@dataclass(frozen=True, slots=True)
class Change:
    """A reading that one run has and the other has not; `sign` is `+` for gained, `-` for lost."""

    sign: str
    source: str
    kind: str
    reading: str


class RunError(ValueError):
    """What is no output of danvan; the message names the line, or the document of an array, and the reason."""


def read_run(lines: Iterable[str]) -> Run:
    """Read the lines of what `danvan extract` wrote as jsonl, or as json; empty lines do not count.

    Documents of one source, such as two texts from standard input, are taken for one. Raises RunError for a document
    that is none.
    """
    run: dict[str, Counter[tuple[str, str]]] = {}
    for where, value in _values(lines):
        source, readings = _reading(value, where)
        run.setdefault(source, Counter()).update(readings)
    return run


def compare_runs(before: Run, after: Run) -> Iterator[Change]:
    """Give what the run `after` gained and lost against `before`, document by document."""
    for source in dict.fromkeys([*before, *after]):
        was, now = before.get(source, Counter()), after.get(source, Counter())
        yield from (Change("-", source, *reading) for reading in sorted((was - now).elements()))
        yield from (Change("+", source, *reading) for reading in sorted((now - was).elements()))


def _values(lines: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Give each value with what says where it stands. An array is read whole: its lines are no values."""
    written = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    for number, line in written:
        if line.lstrip().startswith("["):
            array = _parsed("".join(chain([line], (rest for _, rest in written))), "the array")
            yield from ((f"document {place} of the array", value) for place, value in enumerate(array, 1))
        else:
            yield f"line {number}", _parsed(line, f"line {number}")


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RunError(f"{where} is not JSON as danvan extract writes it") from error


def _reading(document: Any, where: str) -> tuple[str, Counter[tuple[str, str]]]:
    try:
        if isinstance(document["source"], str):
            return document["source"], Counter(_flat(document))
    except (KeyError, TypeError, AttributeError) as error:
        raise RunError(f"{where} is no document as danvan extract writes it") from error
    raise RunError(f"{where} is no document as danvan extract writes it")


def _flat(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each reading of a document as its kind and one line of text, with its offsets where it has some."""
    # With --only, kinds are left out.
    for official in document.get("officials", ()):
        yield "official", f"{official['name']}"
        for position in official["positions"]:
            yield "position", f"{official['name']}: {position['text']} → {position['organisation']}"
    for body in document.get("organisations", ()):
        for mention in body["mentions"]:
            yield "organisation", f"{mention['start']}: {mention['text']} → {body['name']}"
    for figure in document.get("indicators", ()):
        fields = (figure[key] for key in ("value", "value_max", "bound", "unit", "measure", "change", "baseline"))
        yield "indicator", f"{figure['number']['start']}: {figure['text']} → " + " · ".join(map(str, fields))
