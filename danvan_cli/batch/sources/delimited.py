"""A corpus as a table: a header, then one row a document, as `csv` writes them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import count

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.content import MAX_CONTENT
from danvan_cli.batch.sources.lines import lines_of
from danvan_cli.batch.sources.rows import row_input
from danvan_cli.read.errors import printable_name

_DELIMITERS = (",", ";", "\t", "|")
# Bytes as characters, one for one: every encoding that danvan reads but UTF-16 writes delimiters, quotes and line
# ends as ASCII does, so that each text can be decoded later by itself, like a file.
_BYTES = "latin-1"


def delimited(path: str, choice: Choice) -> Iterator[Input | Failure]:
    """Give the rows of a `.csv` or `.tsv` file; the delimiter is what parts its header. Raises OSError."""
    corpus = printable_name(path)
    lines = (line.decode(_BYTES) for line in lines_of(path))
    header = next(lines, "")
    text_field = choice.text_field.encode().decode(_BYTES)
    tables = ((delimiter, next(csv.reader([header], delimiter=delimiter), [])) for delimiter in _DELIMITERS)
    delimiter, names = next((table for table in tables if text_field in table[1]), (None, []))
    if delimiter is None:
        yield Failure(corpus, f"its first line names no column “{choice.text_field}”; name the column that "
                              "holds the text with --text-field")
        return
    csv.field_size_limit(MAX_CONTENT)
    fields = [name.encode(_BYTES).decode(errors="replace") for name in names]
    rows = csv.reader(lines, delimiter=delimiter)
    for number in count(1):
        try:
            values = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(f"{corpus}#{number}", f"is no row: {error}")
            continue
        if values:
            yield row_input(corpus, number, _row(fields, values, choice), choice)


def _row(fields: list[str], values: list[str], choice: Choice) -> dict[str, object]:
    """Give the values by their names: the text as the bytes it is, the rest decoded."""
    return {name: value.encode(_BYTES) if name == choice.text_field else value.encode(_BYTES).decode(errors="replace")
            for name, value in zip(fields, values, strict=False)}
