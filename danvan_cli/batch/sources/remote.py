"""A folder or file at an address: what is below it, sorted by name in each folder as on a disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from danvan_cli.batch.remote import file_system
from danvan_cli.batch.sources.choice import Failure
from danvan_cli.batch.sources.folder import OWN, is_hidden, matches
from danvan_cli.read.errors import printable_name

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class Remote:
    """A file, by its address; its `fingerprint` is of all that its storage says of it (size, time, version)."""

    address: str
    fingerprint: str


def walk_address(address: str, patterns: Sequence[str], output: str | None = None) -> Iterator[Remote | Failure]:
    """Find the files at and below an address, those in folders by their patterns as in a folder on a disk.

    What a run with this `output` wrote is left out.

    Raises BatchError where no library for such addresses is installed.
    """
    system, root = file_system(address)
    own = _own(output)
    try:
        about = system.info(root)
        if about["type"] != "directory":
            if _address(system, about) not in own:
                yield _remote(system, about)
            return
        for about in _below(system, root, own):
            below = about["name"].removeprefix(root).lstrip("/")
            if matches(below, patterns) and not is_hidden(below):
                yield _remote(system, about)
    except OSError as error:
        yield Failure.of(address, error)
    except Exception as error:  # each library of a storage has errors of its own
        yield Failure(printable_name(address), f"cannot be reached: {error}")


def _own(output: str | None) -> frozenset[str]:
    """Give the addresses of the output and of what a run keeps beside it."""
    if output is None:
        return frozenset()
    system, name = file_system(output)
    return frozenset(system.unstrip_protocol(name) + ending for ending in OWN)


def _below(system: AbstractFileSystem, folder: str, own: Set[str]) -> Iterator[dict[str, Any]]:
    for about in sorted(system.ls(folder, detail=True), key=lambda about: str(about["name"])):
        if _address(system, about) in own:
            continue
        if about["type"] != "directory":
            yield about
        elif about["name"].rstrip("/") != folder.rstrip("/"):  # some storages list a folder in itself
            yield from _below(system, about["name"], own)


def _address(system: AbstractFileSystem, about: Mapping[str, Any]) -> str:
    address: str = system.unstrip_protocol(about["name"].rstrip("/"))
    return address


def _remote(system: AbstractFileSystem, about: dict[str, Any]) -> Remote:
    state = repr(sorted((key, str(value)) for key, value in about.items()))
    return Remote(system.unstrip_protocol(about["name"]), blake2b(state.encode(), digest_size=_HASH_BYTES).hexdigest())
