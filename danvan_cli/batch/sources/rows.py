"""A row of a corpus: its text, and the name that the results give it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.read.errors import printable_name
from danvan_cli.read.files import MAX_BYTES

_HASH_BYTES = 16
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


def content_input(source: str, content: str | bytes) -> Input | Failure:
    """Give the input of a text that its container has given already; what it holds is its fingerprint."""
    data = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    if len(data) > MAX_BYTES:
        return Failure(source, too_large())
    return Input(source, blake2b(data, digest_size=_HASH_BYTES).hexdigest(), content=content)


def too_large() -> str:
    """Say why a text was not read that is larger than danvan reads at once."""
    return f"larger than {MAX_BYTES // 1024 ** 2} MiB"
