"""A row of a corpus: its text, and the name that the results give it."""

from __future__ import annotations

from collections.abc import Mapping

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.content import content_input
from danvan_cli.read.errors import printable_name

_DEFAULT_ID = "id"


def row_input(corpus: str, number: int, row: Mapping[str, object], choice: Choice) -> Input | Failure:
    """Give the input of a row, the `number`th of the corpus that is printed as `corpus`."""
    source = f"{corpus}#{number}"
    identity = row.get(choice.id_field or _DEFAULT_ID)
    if isinstance(identity, (str, int)) and not isinstance(identity, bool) and identity != "":
        source = f"{corpus}#{printable_name(str(identity))}"
    elif choice.id_field is not None:
        return Failure(source, f"the row has no “{choice.id_field}”, which --id-field names")
    text = row.get(choice.text_field)
    if isinstance(text, (str, bytes)):
        return content_input(source, text)
    if choice.text_field in row:
        return Failure(source, f"“{choice.text_field}” is no text")
    return Failure(source, f"the row has no “{choice.text_field}”; name the field of the text with --text-field")
