"""The user's own words: a TOML file whose entries are added to those of danvan's lexicon files."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from danvan_cli.lexicon.entry import Entry, LexiconError, load_entries, make_entry

if sys.version_info >= (3, 11):
    from importlib.resources.abc import Traversable

    import tomllib
else:
    from importlib.abc import Traversable

    import tomli as tomllib


def load_user_lexicon(path: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """Load the `[[entry]]` tables of a user's TOML file.

    `type` of an entry (or of `[defaults]`) names the lexicon file that it is added to, as `lexicon_names`
    lists them, and an entry must bring the attributes that every entry of that file has. Raises LexiconError,
    whose message names the file, the entry, the reason and the remedy.
    """
    name = os.fspath(path)
    tables = _tables(name)
    unknown = sorted(set(tables) - {"source", "defaults", "entry"})
    if unknown:
        raise LexiconError(f"{name}: unknown table or key `{unknown[0]}`; entries are written as [[entry]]")
    rows, defaults = tables.get("entry", []), tables.get("defaults", {})
    if not (isinstance(defaults, dict) and isinstance(rows, list) and all(isinstance(r, dict) for r in rows)):
        raise LexiconError(f"{name}: entries are written as [[entry]], what they share as [defaults]")
    return tuple(_entry({"source": tables.get("source", name), **defaults, **row}, f"{name}: entry {number}")
                 for number, row in enumerate(rows, 1))


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


def _tables(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(Path(name).read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise LexiconError(f"{name}: cannot be read: {reason}") from error


def _entry(row: dict[str, Any], where: str) -> Entry:
    kind = row.get("type")
    if kind not in lexicon_names():
        close = ", ".join(lexicon_names())
        said = "needs a `type`" if kind is None else f"there is no lexicon file `{kind}`"
        raise LexiconError(f"{where} ({row.get('form', '?')}): {said}; `type` is one of {close}")
    entry = make_entry(row, where)
    for key in _needed(entry.type):
        if key not in entry.attributes:
            raise LexiconError(f"{where} ({entry.form}): an entry of {entry.type} needs `{key}`")
    return entry


def _needed(kind: str) -> list[str]:
    """Give the attributes that every shipped entry of a file has: whoever reads it may count on them."""
    shipped = load_entries(kind)
    if not shipped:
        return []
    return sorted(set(shipped[0].attributes).intersection(*(entry.attributes for entry in shipped)))
