"""The formats: for each, the module that writes it, loaded when it is first asked for."""

from __future__ import annotations

from pathlib import PurePath
from pkgutil import resolve_name

from msgspec import Struct

from danvan_cli.write.options import Options
from danvan_cli.write.writer import Writer


class Format(Struct, frozen=True):
    """A format of output.

    `writer` is the home of its class ("module:Class"); `endings` the file name endings that stand for it;
    `one_kind` whether it holds the rows of exactly one kind.
    """

    writer: str
    endings: tuple[str, ...]
    one_kind: bool = False


FORMATS = {
    "table": Format("danvan_cli.write.table:TableWriter", (".txt",)),
    "json": Format("danvan_cli.write.json_text:JsonWriter", (".json",)),
    "jsonl": Format("danvan_cli.write.json_text:JsonLinesWriter", (".jsonl", ".ndjson")),
    "csv": Format("danvan_cli.write.delimited:CsvWriter", (".csv",), one_kind=True),
    "tsv": Format("danvan_cli.write.delimited:TsvWriter", (".tsv", ".tab"), one_kind=True),
    "md": Format("danvan_cli.write.markdown:MarkdownWriter", (".md", ".markdown")),
}
"""Every format by the name that `--format` takes."""


def open_writer(name: str, options: Options) -> Writer:
    """Give a writer of the format `name`, a key of FORMATS."""
    writer: Writer = resolve_name(FORMATS[name].writer)(options)
    return writer


def format_of_path(path: str) -> str | None:
    """Give the format that a file name's ending stands for, or None.

    >>> format_of_path("bao-cao.CSV")
    'csv'
    """
    ending = PurePath(path).suffix.lower()
    return next((name for name, form in FORMATS.items() if ending in form.endings), None)
