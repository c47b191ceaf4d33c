"""Which inputs are taken, and what a source says of one that is none."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from danvan_cli.read.errors import printable_name, unreadable

_HASH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that should have been an input and is none: a broken row, a folder that may not be read."""

    source: str
    reason: str

    @classmethod
    def of(cls, path: str, error: OSError | ValueError) -> Failure:
        """Give what the system says of a file or folder, in the words of `danvan extract`."""
        told = unreadable(printable_name(path), error)
        return cls(told.source, told.reason)


@dataclass(frozen=True, slots=True)
class Shard:
    """The share `index` (from 1) of `count`, told by the name of a source alone: new inputs move no others.

    >>> [Shard(index, 3).covers("bai-viet.txt") for index in (1, 2, 3)]
    [False, False, True]
    """

    index: int
    count: int

    def covers(self, source: str) -> bool:
        """Tell whether an input belongs to this share."""
        digest = blake2b(source.encode(errors="surrogatepass"), digest_size=_HASH_BYTES).digest()
        return int.from_bytes(digest, "big") % self.count == self.index - 1


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants of the sources.

    `patterns` are those of which the names of files in folders and archives must match one. `text_field` holds
    the text of a corpus's row and `id_field` its name; None is the field `id` where a row has one, else the number of
    the row. What `output` names, and what is kept beside it, is no input.
    """

    patterns: tuple[str, ...] = (
        "*.txt", "*.md", "*.html", "*.htm", "*.docx", "*.pdf",
        "*.doc", "*.odt", "*.rtf")  # these fail, with the remedy: a report must not be left out in silence
    text_field: str = "text"
    id_field: str | None = None
    shard: Shard | None = None
    output: str | None = None
