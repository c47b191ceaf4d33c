"""The partitions that are finished: a file each, in a folder beside the output that all machines can reach.

A part has its name only when it is whole: it is written under another and renamed. Two workers may write the same part,
where one was thought dead; both write the same. Its lines are `[source, line, error, people, bodies, figures]` in
the order of the inputs, packed with gzip.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from uuid import uuid4

from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Outcome
from danvan_cli.batch.recipe import refuse_other
from danvan_cli.batch.remote import file_system

_WHOLE, _GAPS = ".whole.gz", ".gaps.gz"
_RECIPE = "recipe.json"
_LEVEL = 1  # as in the journal

Row = tuple[str, Outcome]


class Parts:
    """The folder of parts at an address or path. Every method raises BatchError where the storage fails."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._system, self._folder = file_system(address)

    def claim(self, recipe: Mapping[str, str], *, restart: bool) -> None:
        """Make the folder for results of a recipe. Raises ChangedOptionsError where it holds those of another."""
        with _telling(self.address):
            self._system.invalidate_cache()
            path = self._path(_RECIPE)
            if restart and self._system.exists(self._folder):
                self._system.rm(self._folder, recursive=True)
            elif self._system.exists(path):
                refuse_other(self.address, json.loads(self._system.cat_file(path)), recipe)
            self._system.makedirs(self._folder, exist_ok=True)
            self._put(_RECIPE, json.dumps(dict(recipe)).encode())

    def finished(self) -> set[str]:
        """Give the names of the parts in which every input has its document; those with errors may be tried again."""
        with _telling(self.address):
            self._system.invalidate_cache()
            names = (path.rsplit("/", 1)[-1] for path in self._system.ls(self._folder, detail=False))
            return {name.removesuffix(_WHOLE) for name in names if name.endswith(_WHOLE)}

    def write(self, name: str, rows: Iterable[Row]) -> None:
        """Write a part, for good."""
        lines, whole = [], True
        for source, outcome in rows:
            whole = whole and outcome.error is None
            lines.append(json.dumps([
                source, outcome.line, outcome.error, outcome.people, outcome.bodies, outcome.figures]))
        with _telling(self.address):
            self._put(name + (_WHOLE if whole else _GAPS), gzip.compress("\n".join(lines).encode(), _LEVEL, mtime=0))

    def rows(self, name: str) -> Iterator[Row]:
        """Read a part again, the one with all documents where there are two."""
        with _telling(self.address):
            try:
                data = self._system.cat_file(self._path(name + _WHOLE))
            except FileNotFoundError:
                data = self._system.cat_file(self._path(name + _GAPS))
            lines = gzip.decompress(data).splitlines()
        for line in lines:
            source, *outcome = json.loads(line)
            yield source, Outcome(*outcome)

    def keep(self, names: Collection[str]) -> None:
        """Remove what is no part of these names: parts of inputs that have changed or are gone, abandoned drafts."""
        kept = {name + ending for name in names for ending in (_WHOLE, _GAPS)} | {_RECIPE}
        with _telling(self.address):
            for path in self._system.ls(self._folder, detail=False):
                if path.rsplit("/", 1)[-1] not in kept:
                    self._system.rm_file(path)

    def _put(self, name: str, data: bytes) -> None:
        draft = self._path(f".{name}.{uuid4().hex}.tmp")
        self._system.pipe_file(draft, data)
        self._system.mv(draft, self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}"


@contextmanager
def _telling(address: str) -> Iterator[None]:
    """Turn what the storage says into the one line that a user needs."""
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError) as error:  # ValueError: no JSON
        raise BatchError(f"{address}: holds a damaged part ({error}); begin anew with --restart") from error
    except OSError as error:
        raise BatchError(
            f"{address}: cannot be read or written: {error.strerror or error}; what is finished is kept, and the same "
            "command goes on from there") from error
