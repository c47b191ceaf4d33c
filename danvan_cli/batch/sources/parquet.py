"""A corpus in Parquet, read in small batches of the two columns that are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Input
from danvan_cli.batch.remote import open_anywhere
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.rows import row_input
from danvan_cli.extras import needs
from danvan_cli.read.errors import printable_name

_BATCH = 256


def parquet(path: str, choice: Choice) -> Iterator[Input | Failure]:
    """Give the rows of a Parquet file. Raises OSError, BatchError where pyarrow is not installed."""
    corpus = printable_name(path)
    try:
        from pyarrow.lib import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise BatchError(f"{corpus}: .parquet {needs('parquet')}") from error
    try:
        with open_anywhere(path) as stream, ParquetFile(stream) as file:
            wanted = {choice.text_field, choice.id_field or "id"}
            columns = [name for name in file.schema_arrow.names if name in wanted]
            if choice.text_field not in columns:
                yield Failure(corpus, f"has no column “{choice.text_field}”; name the column that holds the text "
                                      "with --text-field")
                return
            number = 0
            for batch in file.iter_batches(_BATCH, columns=columns, use_threads=False):
                for number, row in enumerate(batch.to_pylist(), number + 1):  # noqa: B020  (goes on counting)
                    yield row_input(corpus, number, row, choice)
    except ArrowException as error:
        raise OSError(" ".join(str(error).split())) from error
