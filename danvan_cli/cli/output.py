"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import click

from danvan_cli.cli.errors import OutputError

# Where the shell sent it (`-o /dev/stdout >> FILE`), standard output may be a file that others write to as well: it is
# not one to be replaced.
_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1")


class Output:
    """An open output. `keep` says that the results are worth keeping: without it no file is made."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.kept = False

    def write(self, text: str) -> None:
        """Write at once. Raises OutputError, or BrokenPipeError where the reader went away."""
        with telling(self._name):
            self._stream.write(text)
            self._stream.flush()

    def keep(self) -> None:
        """Say that there is a result."""
        self.kept = True


@contextmanager
def open_output(path: str | None) -> Iterator[Output]:
    """Open the output: `path`, or standard output for None, `-` and its names in the system.

    A regular file is written beside its place and renamed into it at the end, so that no reader ever sees
    half of it and an interrupted or failed run leaves what was there before. Devices and pipes are written
    directly. Raises OutputError where it cannot be written, click.UsageError where it makes no sense.
    """
    if path is None or path in _STANDARD_OUTPUT:
        yield Output(sys.stdout, "standard output")
        return
    with telling(path):
        _check(path)
        regular = Path(path).is_file() or not Path(path).exists()
    if not regular:
        with telling(path), Path(path).open("w", encoding="utf-8", newline="\n") as stream:
            yield Output(stream, path)
        return
    with telling(path):
        draft = _Draft(Path(os.path.realpath(path)))
    try:
        output = Output(draft.stream, path)
        yield output
        if output.kept:
            with telling(path):
                draft.publish()
    finally:
        draft.discard()


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Turn an OSError of the output `name` into an OutputError; a broken pipe stays one."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{name}: cannot be written: {error.strerror or error}") from error


class _Draft:
    """A file in the making, in the folder of its target.

    Where the system knows files without a name (Linux), not even a killed process leaves anything behind;
    elsewhere the draft has a name that starts with a dot and is removed when it is discarded.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._prefix = f".{target.name[:50]}."  # a name may have 255 bytes, a character four of them
        self._name: Path | None = None
        folder = target.parent
        try:
            descriptor = os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666)
        except (AttributeError, OSError):
            descriptor, name = tempfile.mkstemp(prefix=self._prefix, suffix=".tmp", dir=folder)
            self._name = Path(name)
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, 0o666 & ~_umask())
        if hasattr(os, "fchmod") and target.exists():
            os.fchmod(descriptor, stat.S_IMODE(target.stat().st_mode))
        self.stream = os.fdopen(descriptor, "w", encoding="utf-8", newline="\n")

    def publish(self) -> None:
        """Put the draft in the place of its target, for good."""
        self.stream.flush()
        descriptor = self.stream.fileno()
        os.fsync(descriptor)
        if self._name is None:
            self._name = self._target.with_name(f"{self._prefix}{os.getpid()}.tmp")
            # A source folder makes Python call linkat with AT_SYMLINK_FOLLOW, which gives the file its name.
            with _open_folder(Path("/")) as root:
                os.link(f"/proc/self/fd/{descriptor}", self._name, src_dir_fd=root)
        self.stream.close()
        self._name.replace(self._target)
        self._name = None
        with suppress(OSError), _open_folder(self._target.parent) as folder:
            os.fsync(folder)

    def discard(self) -> None:
        """Close the draft and leave nothing of it; after `publish`, nothing is left to do."""
        with suppress(OSError):
            self.stream.close()
        if self._name is not None:
            self._name.unlink(missing_ok=True)


@contextmanager
def _open_folder(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _check(path: str) -> None:
    target = Path(path)
    if target.is_dir():
        raise click.UsageError(f"{path}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise click.UsageError(f"{path}: there is no folder {target.parent}; make it first")
    if target.is_file() and not os.access(target, os.W_OK):
        raise OutputError(f"{path}: cannot be written: no permission")
