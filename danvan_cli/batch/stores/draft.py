"""A file or folder in the making, beside its place, so that it appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from danvan_cli.batch.stores.errors import telling

_ENDING = ".draft"
_OLD = "old"


class Draft:
    """A file or folder that is to be made at `path`, in a hidden folder beside its target.

    `folder` is that hidden folder, where a store may keep its temporary files: on the same disk as the result.
    `name` is the target as the user named it.
    """

    def __init__(self, name: str, target: Path, folder: Path) -> None:
        self.name = name
        self._target = target
        self.folder = folder
        self.path = folder / f"new{target.suffix}"

    def publish(self) -> None:
        """Put the draft in the place of its target, for good."""
        for part in (self.path, *self.path.rglob("*")) if self.path.is_dir() else (self.path,):
            _sync(part)
        if self._target.is_file():
            self.path.chmod(stat.S_IMODE(self._target.stat().st_mode))
        try:
            if self._target.is_dir():  # no system call that Python has replaces a folder that is not empty
                self._target.replace(self.folder / _OLD)
            self.path.replace(self._target)
        except BaseException:
            _restore(self.folder, self._target)
            raise
        _sync(self._target.parent)


@contextmanager
def drafting(path: Path) -> Iterator[Draft]:
    """Give a draft of `path`; what was not published at the end is removed.

    A killed run leaves its hidden folder behind; the next run with the same target clears it up. Raises StoreError
    where the folder of `path` cannot be written.
    """
    target = Path(os.path.realpath(path))
    with telling(path):
        _sweep(target)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(target), suffix=_ENDING, dir=target.parent))
    try:
        with _held(folder), telling(path):
            yield Draft(str(path), target, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name[:50]}."  # a name may have 255 bytes, a character four of them


def _sweep(target: Path) -> None:
    if sys.platform == "win32":
        return  # no lock tells whether a draft is in use
    for left in target.parent.iterdir():
        if left.name.startswith(_prefix(target)) and left.name.endswith(_ENDING):
            with suppress(OSError), _held(left):
                _restore(left, target)
                shutil.rmtree(left, ignore_errors=True)


def _restore(folder: Path, target: Path) -> None:
    """Put back the older result where the run of this draft ended before the new one was in its place."""
    if (folder / _OLD).exists() and not target.exists():
        (folder / _OLD).replace(target)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the lock of a draft's folder, which ends with the process. Raises OSError where another has it."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def _sync(path: Path) -> None:
    """Ask the system to put a file or folder on the disk; folders cannot be asked everywhere."""
    with suppress(OSError) if path.is_dir() else telling(path):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
