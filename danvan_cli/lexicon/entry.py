"""Lexicon entries and the one loader of their files.

A file is TOML: a `source` (where its words are from), optional `[defaults]`, then `[[entry]]` tables; or TSV,
for long plain lists: comment lines (`# …`), a header line, one entry a line, `|` between the values of a
list. Both give the same `Entry`. The keys of the schema are `form`, `variants`, `type`, `case`, `source`,
`valid_from`, `valid_to`, `examples`, `not`; every other key is an attribute that the reader of that file
knows (`kind` of an organisation head, `value` of a number word).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import tomli  # as `tomllib`, but compiled: it reads the lists in a third of the time
from msgspec import Struct, field

CASES = ("any", "capital", "exact")
_LISTS = frozenset({"variants", "examples", "not"})
_STRINGS = frozenset({"form", "type", "case", "source", "valid_from", "valid_to"})


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file, the place and the reason."""


class Entry(Struct, frozen=True):
    """A word or name that danvan knows.

    `form` is the canonical wording, `variants` the others that mean the same. `case` tells how a match must
    be written: `any`, `capital` (first letter capital in the text) or `exact`. `valid_from` and `valid_to`
    are ISO dates between which the body or unit exists. `examples` are strings in which the entry must be
    found, `rejects` (key `not` in the files) those in which it must not be. `attributes` holds what only the
    reader of this type needs.
    """

    form: str
    type: str
    variants: tuple[str, ...] = ()
    case: str = "any"
    source: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every wording, the canonical one first."""
        return (self.form, *self.variants)

    def get(self, key: str, default: Any = None) -> Any:
        """Give an attribute, or `default` where the entry has none."""
        return self.attributes.get(key, default)


def load_entries(name: str) -> tuple[Entry, ...]:
    """Load `danvan_cli/lexicon/NAME.toml` or `NAME.tsv`.

    Raises LexiconError where the file is missing or an entry does not fit the schema.
    """
    for ending, parse in ((".toml", parse_toml), (".tsv", parse_tsv)):
        with suppress(FileNotFoundError):
            return tuple(parse(read_file(name + ending), name + ending))
    raise LexiconError(f"{name}: no such lexicon file")


def read_file(name: str) -> str:
    """Give the content of a file beside this module.

    Raises FileNotFoundError. `pkgutil` costs a tenth of what importing `importlib.resources` does.
    """
    return (pkgutil.get_data("danvan_cli.lexicon", name) or b"").decode("utf-8")


def parse_toml(content: str, file: str) -> Iterator[Entry]:
    """Read the entries of a TOML lexicon; `file` names it in messages."""
    try:
        tables = tomli.loads(content)
    except tomli.TOMLDecodeError as error:
        raise LexiconError(f"{file}: not valid TOML: {error}") from error
    defaults = {"source": tables.get("source", ""), "type": file.rpartition(".")[0], **tables.get("defaults", {})}
    for number, row in enumerate(tables.get("entry", []), 1):
        yield make_entry({**defaults, **row}, f"{file}: entry {number}")


def parse_tsv(content: str, file: str) -> Iterator[Entry]:
    """Read the entries of a TSV lexicon; `file` names it in messages."""
    header: list[str] | None = None
    stem = file.rpartition(".")[0]
    for number, line in enumerate(content.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{file}: line {number}: {len(cells)} cells under {len(header)} headings")
        row: dict[str, Any] = {"type": stem}
        for key, cell in zip(header, cells, strict=False):
            if cell:
                row[key] = cell.split("|") if key in _LISTS else cell
        yield make_entry(row, f"{file}: line {number}")


def make_entry(row: Mapping[str, Any], where: str) -> Entry:
    """Make an entry of a row of a file, which `where` names in the message of a LexiconError."""
    form = row.get("form")
    if not isinstance(form, str) or not form.strip():
        raise LexiconError(f"{where}: `form` must be a non-empty string")
    fields: dict[str, Any] = {}
    attributes: dict[str, Any] = {}
    for key, value in row.items():
        if key in _STRINGS:
            if not isinstance(value, str):
                raise LexiconError(f"{where} ({form}): `{key}` must be a string")
            fields[key] = value
        elif key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
                raise LexiconError(f"{where} ({form}): `{key}` must be a list of strings")
            fields["rejects" if key == "not" else key] = tuple(value)
        else:
            attributes[key] = tuple(value) if isinstance(value, list) else value
    if fields.get("case", "any") not in CASES:
        raise LexiconError(f"{where} ({form}): `case` must be one of {', '.join(CASES)}")
    return Entry(**fields, attributes=attributes)
