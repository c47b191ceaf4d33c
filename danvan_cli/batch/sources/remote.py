"""A folder or file at an address: what is below it, sorted by name in each folder as on a disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from danvan_cli.batch.remote import file_system
from danvan_cli.batch.sources.choice import Failure
from danvan_cli.batch.sources.folder import is_hidden, matches
from danvan_cli.read.errors import printable_name

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class Remote:
    """A file, by its address; its `fingerprint` is of all that its storage says of it (size, time, version)."""

    address: str
    fingerprint: str


def walk_address(address: str, patterns: Sequence[str]) -> Iterator[Remote | Failure]:
    """Find the files at and below an address, those in folders by their patterns as in a folder on a disk.

    Raises BatchError where no library for such addresses is installed.
    """
    system, root = file_system(address)
    try:
        about = system.info(root)
        if about["type"] != "directory":
            yield _remote(system, about)
            return
        for about in _below(system, root):
            below = about["name"].removeprefix(root).lstrip("/")
            if matches(below, patterns) and not is_hidden(below):
                yield _remote(system, about)
    except OSError as error:
        yield Failure.of(address, error)
    except Exception as error:  # each library of a storage has errors of its own
        yield Failure(printable_name(address), f"cannot be reached: {error}")


def _below(system: AbstractFileSystem, folder: str) -> Iterator[dict[str, Any]]:
    for about in sorted(system.ls(folder, detail=True), key=lambda about: str(about["name"])):
        if about["type"] != "directory":
            yield about
        elif about["name"].rstrip("/") != folder.rstrip("/"):  # some storages list a folder in itself
            yield from _below(system, about["name"])


def _remote(system: AbstractFileSystem, about: dict[str, Any]) -> Remote:
    state = repr(sorted((key, str(value)) for key, value in about.items()))
    return Remote(system.unstrip_protocol(about["name"]), blake2b(state.encode(), digest_size=_HASH_BYTES).hexdigest())
