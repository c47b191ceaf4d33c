"""The user's own words: a TOML file whose entries are added to those of danvan's lexicon files."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomli

from danvan_cli.lexicon.entry import Entry, LexiconError, load_entries, make_entry

if sys.version_info >= (3, 11):
    from importlib.resources.abc import Traversable
else:
    from importlib.abc import Traversable

_ENTRY = re.compile(r"[ \t]*\[\[[ \t]*entry[ \t]*\]\]")
_OWN_KEYS = ("case", "examples", "form", "not", "source", "type", "valid_from", "valid_to", "variants")
_VALUES_TOLD = 12
"""How many values of an attribute a message lists."""
_CLOSED = frozenset({"bound", "change", "gender", "kind", "level", "match", "part", "role", "takes", "use"})
"""Attributes whose values danvan knows one by one: another value would be read as none, or written to the results."""

_SHAPES = {str: "a string", int: "a whole number", bool: "true or false", tuple: "a list of strings"}


def load_user_lexicon(path: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """Load the `[[entry]]` tables of a user's TOML file.

    `type` of an entry (or of `[defaults]`) names the lexicon file that it is added to, as `lexicon_names`
    lists them, and an entry must bring the attributes that every entry of that file has. Raises LexiconError,
    whose message names the file, the line, the entry, the reason and the remedy.
    """
    return tuple(entry for _, entry in load_placed_entries(path))


def load_placed_entries(path: str | os.PathLike[str]) -> tuple[tuple[str, Entry], ...]:
    """Load the entries as `load_user_lexicon` does, each with where it stands: `line 7`, else `entry 2`."""
    name = os.fspath(path)
    content = _content(name)
    tables = _tables(name, content)
    unknown = sorted(set(tables) - {"source", "defaults", "entry"})
    if unknown:
        raise LexiconError(f"{name}: unknown table or key `{unknown[0]}`; entries are written as [[entry]]")
    rows, defaults = tables.get("entry", []), tables.get("defaults", {})
    if not (isinstance(defaults, dict) and isinstance(rows, list) and all(isinstance(r, dict) for r in rows)):
        raise LexiconError(f"{name}: entries are written as [[entry]], what they share as [defaults]")
    shared = {"source": tables.get("source", name), **defaults}
    return tuple((place, _entry({**shared, **row}, f"{name}: {place}"))
                 for place, row in zip(_places(content, len(rows)), rows, strict=True))


@cache
def lexicon_names() -> tuple[str, ...]:
    """Give the names of danvan's lexicon files, without ending, sorted; tables without entries left out."""
    found = (file for file in files("danvan_cli.lexicon").iterdir() if _holds_entries(file))
    return tuple(sorted(file.name.rpartition(".")[0] for file in found))


def _holds_entries(file: Traversable) -> bool:
    if not file.name.endswith(".tsv"):
        return file.name.endswith(".toml")
    with file.open(encoding="utf-8") as lines:
        header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return "form" in header.rstrip("\n").split("\t")


def _content(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise LexiconError(f"{name}: cannot be read: {reason}") from error


def _tables(name: str, content: str) -> dict[str, Any]:
    try:
        return tomli.loads(content)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise LexiconError(f"{name}: not valid TOML: {error}") from error


def _places(content: str, count: int) -> list[str]:
    """Tell where each entry begins: its line, its number where [[entry]] also stands elsewhere or not at all."""
    lines = [number for number, line in enumerate(content.split("\n"), 1) if _ENTRY.match(line)]
    if len(lines) == count:
        return [f"line {line}" for line in lines]
    return [f"entry {number}" for number in range(1, count + 1)]


def _entry(row: dict[str, Any], where: str) -> Entry:
    kind = row.get("type")
    if kind not in lexicon_names():
        names = lexicon_names()
        said = "needs a `type`" if kind is None else f"there is no lexicon file `{kind}`{_suggestion(str(kind), names)}"
        raise LexiconError(f"{where} ({row.get('form', '?')}): {said}; danvan lexicon list names the types")
    entry = make_entry(row, where)
    for key, value in entry.attributes.items():
        problem = _problem(entry.type, key, value)
        if problem:
            raise LexiconError(f"{where} ({entry.form}): {problem}")
    for key, values in _needed(entry.type).items():
        if key not in entry.attributes:
            raise LexiconError(
                f"{where} ({entry.form}): an entry of {entry.type} needs `{key}`; others have {', '.join(values)}")
    return entry


def _problem(kind: str, key: str, value: Any) -> str | None:
    """Tell what is wrong with an attribute, by those of the shipped entries of a file; None where nothing is."""
    shipped = _shipped(kind)
    given = [entry.attributes[key] for entry in shipped if key in entry.attributes]
    if not given:
        known = sorted({*_OWN_KEYS, *(name for entry in shipped for name in entry.attributes)})
        return f"an entry of {kind} has no `{key}`{_suggestion(key, known)}"
    shape = int if all(str(one).isdecimal() for one in given) else type(given[0])
    if not _fits(value, shape, from_tsv=isinstance(given[0], str)):
        example = f': {key} = ["{value}"]' if shape is tuple and isinstance(value, str) else ""
        return f"`{key}` must be {_SHAPES[shape]}{example}"
    if key in _CLOSED:
        values = {item for one in given for item in (one if isinstance(one, tuple) else (one,))}
        for item in value if isinstance(value, tuple) else (value,):
            if item not in values:
                return f"`{key}` of {kind} is never `{item}`, it is one of {', '.join(sorted(map(str, values)))}"
    return None


def _fits(value: Any, shape: type, *, from_tsv: bool) -> bool:
    """Whether a value has the shape of the shipped ones; those of TSV files, flags and numbers too, are strings."""
    if shape is tuple:
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    if from_tsv and shape is int:
        return str(value).isdecimal()
    return type(value) is shape or (from_tsv and value is True)


def _suggestion(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name.lower(), list(known), 3, 0.5)
    return f" (did you mean {' or '.join(f'`{one}`' for one in close)}?)" if close else ""


@cache
def _shipped(kind: str) -> tuple[Entry, ...]:
    return load_entries(kind)


@cache
def _needed(kind: str) -> dict[str, list[str]]:
    """Give the attributes that every shipped entry of a file has: whoever reads it may count on them.

    Each comes with the values that it has there, the commonest first, no more than a message can list.
    """
    shipped = _shipped(kind)
    if not shipped:
        return {}
    keys = sorted(set(shipped[0].attributes).intersection(*(entry.attributes for entry in shipped)))
    return {key: _values(entry.attributes[key] for entry in shipped) for key in keys}


def _values(values: Iterable[Any]) -> list[str]:
    """Give the commonest values, those of lists one by one; a last `…` stands for the rest."""
    counts = Counter(str(item) for value in values for item in (value if isinstance(value, tuple) else (value,)))
    told = [value for value, _ in counts.most_common(_VALUES_TOLD)]
    return [*told, "…"] if len(counts) > len(told) else told
