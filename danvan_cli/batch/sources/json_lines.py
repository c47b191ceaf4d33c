"""A corpus of one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.content import MAX_CONTENT, too_large
from danvan_cli.batch.sources.lines import lines_of
from danvan_cli.batch.sources.rows import row_input
from danvan_cli.read.errors import printable_name


def json_lines(path: str, choice: Choice) -> Iterator[Input | Failure]:
    """Give the rows of a `.jsonl` file; empty lines are counted and left out. Raises OSError."""
    corpus = printable_name(path)
    for number, line in enumerate(lines_of(path), 1):
        if line.isspace():
            continue
        try:
            row = json.loads(line) if len(line) <= MAX_CONTENT else too_large()
        except json.JSONDecodeError as error:
            yield Failure(f"{corpus}#{number}", f"is no JSON: {error.msg} at character {error.pos + 1}")
            continue
        except (ValueError, RecursionError) as error:
            yield Failure(f"{corpus}#{number}", f"is no JSON: {error}")
            continue
        if isinstance(row, dict):
            yield row_input(corpus, number, row, choice)
        else:
            yield Failure(f"{corpus}#{number}", row if len(line) > MAX_CONTENT else "is no JSON object")
