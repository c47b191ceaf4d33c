"""A text that its container has given already: a row of a corpus, a member of an archive."""

from __future__ import annotations

from hashlib import blake2b

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources.choice import Failure

MAX_CONTENT = 64 * 1024 * 1024
"""The most bytes of a row or member, for some of them are held and handed on at a time; a file may be larger."""

_HASH_BYTES = 16


def content_input(source: str, content: str | bytes) -> Input | Failure:
    """Give the input of a text; what it holds is its fingerprint."""
    data = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    if len(data) > MAX_CONTENT:
        return Failure(source, too_large())
    return Input(source, blake2b(data, digest_size=_HASH_BYTES).hexdigest(), content=content)


def too_large() -> str:
    """Say why a row or member was not read."""
    return f"larger than {MAX_CONTENT // 1024 ** 2} MiB; save it as a file of its own"
