"""A folder, with all below it: sorted by name in each folder, every folder once however links lead to it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from danvan_cli.batch.sources.choice import Failure

OWN = ("", ".errors.jsonl", ".journal", ".journal-wal", ".journal-shm", ".journal-journal", ".parts")
"""What the names of a run's own files add to that of the output."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, by its path and what the system says of it."""

    path: str
    status: os.stat_result


def walk(folder: str, patterns: Sequence[str], output: str | None = None) -> Iterator[Found | Failure]:
    """Find the files below `folder` whose names match one of the patterns; hidden ones and the run's own are left out.

    Links are followed. A folder that was reached before, by whatever name, is not entered again: no loop of links
    is without end, and no document is listed twice.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [("", [""])]  # folders that are being read, each with the names in it that are still to come
    while waiting:
        parent, names = waiting[-1]
        if not names:
            waiting.pop()
            continue
        below = os.path.join(parent, names.pop())  # noqa: PTH118  (names stay as they were given: ./a.txt)
        path = os.path.join(folder, below) if below else folder  # noqa: PTH118
        wanted = not below or matches(below, patterns)
        try:
            status = os.stat(path)  # noqa: PTH116
            if not stat.S_ISDIR(status.st_mode):
                if wanted:
                    yield Found(path, status)
            elif (identity := (status.st_dev, status.st_ino)) not in entered:
                entered.add(identity)
                shown = (name for name in os.listdir(path)  # noqa: PTH208
                         if not is_hidden(name) and not is_own(path, name, output))
                waiting.append((below, sorted(shown, reverse=True)))
        except OSError as error:
            if wanted or isinstance(error, PermissionError):
                yield Failure.of(path, error)


def is_own(folder: str, name: str, output: str | None) -> bool:
    """Tell whether an entry of a folder is the output, or what a run keeps beside it."""
    if output is None or not name.startswith(own := PurePath(output).name) or name.removeprefix(own) not in OWN:
        return False
    return Path(folder).resolve() == Path(output).parent.resolve()


def matches(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether a path below the source, or its last parts, match one of the patterns, in capitals or not.

    `**` stands for any number of folders, also none.

    >>> [matches("2024/BAO-CAO.TXT", [pattern]) for pattern in ("*.txt", "2024/*", "2025/*", "**/2024/**/*.txt")]
    [True, True, False, True]
    """
    parts = PurePath(path.lower()).parts
    return any(_ends_with(parts, PurePath(pattern.lower()).parts) for pattern in patterns)


def _ends_with(path: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return True
    *before, last = pattern
    if last == "**":
        return any(_ends_with(path[:end], before) for end in range(len(path) + 1))
    return bool(path) and fnmatchcase(path[-1], last) and _ends_with(path[:-1], before)


def is_hidden(path: str) -> bool:
    """Tell whether a path lies in something whose name begins with a dot, as systems keep their own notes."""
    return any(part.startswith(".") and part not in (".", "..") for part in path.split("/"))
