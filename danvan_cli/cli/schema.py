"""`danvan schema`: the contract of the JSON output."""

from __future__ import annotations

import click

from danvan_cli.write.json_text import encode
from danvan_cli.write.schema import document_schema


@click.command(epilog="Example: danvan schema > danvan.schema.json")
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of one document as json and jsonl write it.

    With --only, extract leaves out the kinds that were not chosen; all else is always there.
    """
    click.echo(encode(document_schema(), indent=2))
