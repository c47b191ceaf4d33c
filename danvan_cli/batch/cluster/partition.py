"""Inputs in portions that one worker of a cluster reads and writes at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources import Failure

_NAME_BYTES = 16
_STRETCH = 4
_MOST_CONTENT = 8 * 1024 * 1024
"""Characters or bytes of content in one partition, which travels to its worker over the network."""

Entry = Input | Failure


@dataclass(frozen=True, slots=True)
class Partition:
    """Inputs in their order. The `name` tells what they are and how they are read: it changes when either does."""

    name: str
    entries: tuple[Entry, ...]

    def singles(self, recipe: Mapping[str, str]) -> Iterator[Partition]:
        """Give each input as a partition of its own."""
        for entry in self.entries:
            yield _named((entry,), recipe)


def partitions(listing: Iterable[Entry], recipe: Mapping[str, str], size: int) -> Iterator[Partition]:
    """Cut a listing into partitions of about `size` inputs, those with much content into smaller ones.

    A partition ends where the name of an input says so, not after a count: a new input changes the partition it comes
    into and no other, so that a run over a corpus that has grown reads the new parts only.
    """
    entries: list[Entry] = []
    content = 0
    for entry in listing:
        entries.append(entry)
        content += len(entry.content or "") if isinstance(entry, Input) else 0
        if _ends(entry, size) or len(entries) >= _STRETCH * size or content >= _MOST_CONTENT:
            yield _named(tuple(entries), recipe)
            entries, content = [], 0
    if entries:
        yield _named(tuple(entries), recipe)


def _ends(entry: Entry, size: int) -> bool:
    digest = blake2b(entry.source.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % size == 0


def _named(entries: tuple[Entry, ...], recipe: Mapping[str, str]) -> Partition:
    name = blake2b(repr(sorted(recipe.items())).encode(), digest_size=_NAME_BYTES)
    for entry in entries:
        state = entry.fingerprint if isinstance(entry, Input) else entry.reason
        name.update(repr((type(entry).__name__, entry.source, state)).encode(errors="surrogatepass"))
    return Partition(name.hexdigest(), entries)
