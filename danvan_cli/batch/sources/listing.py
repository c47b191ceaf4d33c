"""From what the user names to inputs, one after the other, always in the same order."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pkgutil import resolve_name
from typing import IO

from danvan_cli.batch.job import Input
from danvan_cli.batch.remote import is_address
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.folder import Found, is_own, walk
from danvan_cli.batch.sources.remote import Remote, walk_address
from danvan_cli.read.errors import printable_name

Container = Callable[[str, Choice], Iterator[Input | Failure]]
"""Gives the inputs that one file holds. Raises OSError."""

CONTAINERS = {
    (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"): "danvan_cli.batch.sources.json_lines:json_lines",
    (".csv", ".csv.gz", ".tsv", ".tsv.gz"): "danvan_cli.batch.sources.delimited:delimited",
    (".parquet",): "danvan_cli.batch.sources.parquet:parquet",
    (".zip",): "danvan_cli.batch.sources.zipped:zipped",
    (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"): "danvan_cli.batch.sources.tarred:tarred",
}
"""Files that hold many inputs, by the endings of their names. Every other file is one document."""

_BLOCK = 65536


def list_inputs(paths: Iterable[str], choice: Choice) -> Iterator[Input | Failure]:
    """List the inputs of files and folders, in the order given; what is none is a Failure in its place."""
    for path in paths:
        for listed in _inputs_of(path, choice):
            if choice.shard is None or choice.shard.covers(listed.source):
                yield listed


def listed_paths(stream: IO[bytes]) -> Iterator[str]:
    """Read a list of paths, one a line, or each ended by a NUL character as `find -print0` writes them."""
    block = stream.read(_BLOCK)
    end = b"\0" if b"\0" in block else b"\n"
    rest = b""
    while block:
        *whole, rest = (rest + block).split(end)
        yield from _paths(whole, end)
        # Fewer bytes than asked for are the last; at a terminal another read would wait for a second Ctrl-D.
        block = stream.read(_BLOCK) if len(block) == _BLOCK else b""
    yield from _paths([rest], end)


def _paths(entries: Iterable[bytes], end: bytes) -> Iterator[str]:
    for entry in entries:
        path = entry.rstrip(b"\r") if end == b"\n" else entry
        if path:
            yield os.fsdecode(path)


def _inputs_of(path: str, choice: Choice) -> Iterator[Input | Failure]:
    for found in _files(path, choice):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, Remote):
            yield from _inputs_in(found.address, found.fingerprint, choice)
        elif stat.S_ISREG(found.status.st_mode):
            yield from _inputs_in(found.path, f"{found.status.st_size} {found.status.st_mtime_ns}", choice)
        else:
            yield Failure(printable_name(found.path), "is no regular file")


def _files(path: str, choice: Choice) -> Iterator[Found | Remote | Failure]:
    if is_address(path):
        yield from walk_address(path, choice.patterns, choice.output)
        return
    try:
        status = os.stat(path)  # noqa: PTH116  (a Path would change names such as ./a.txt)
    except (OSError, ValueError) as error:
        yield Failure.of(path, error)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from walk(path, choice.patterns, choice.output)
    elif not is_own(*os.path.split(path), choice.output):  # a list may name what an earlier run wrote
        yield Found(path, status)


def _inputs_in(path: str, fingerprint: str, choice: Choice) -> Iterator[Input | Failure]:
    name = printable_name(path)
    container = _container(path)
    if container is None:
        yield Input(name, fingerprint, path=path)
        return
    try:
        yield from container(path, choice)
    except OSError as error:
        yield Failure.of(path, error)


def _container(path: str) -> Container | None:
    lower = path.lower()
    for endings, home in CONTAINERS.items():
        if lower.endswith(endings):
            container: Container = resolve_name(home)
            return container
    return None
