"""The bar of a run over many inputs: documents, rate, time left, failures. On standard error, gone at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event, Thread

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Bar:
    """A bar, drawn from `draw` to `close`.

    `listing` gives the inputs once more, to know how many there are: they are counted in a thread of its own, while
    the first are read already. None where they can be listed only once: then the bar tells no time left.
    """

    def __init__(self, listing: Callable[[], Iterable[object]] | None) -> None:
        self._listing = listing
        self._closed = Event()
        self._progress = Progress(
            BarColumn(), MofNCompleteColumn(), TextColumn("documents"), _Rate(), TimeRemainingColumn(),
            TextColumn("{task.fields[failures]} failed"), console=Console(file=sys.stderr), transient=True)
        self._task = self._progress.add_task("", total=None, failures=0)

    def draw(self) -> None:
        """Begin to draw, and to count."""
        self._progress.start()
        if self._listing is not None:
            Thread(target=self._find_total, daemon=True).start()

    def advance(self, failures: int) -> None:
        """Move on by one document; `failures` have failed so far."""
        self._progress.update(self._task, advance=1, failures=failures)

    def close(self) -> None:
        """Leave the terminal as it was, however far `draw` came."""
        self._closed.set()
        self._progress.stop()

    def _find_total(self) -> None:
        total = 0
        with suppress(Exception):  # the run itself meets the same, and tells it
            for _ in self._listing() if self._listing else ():
                if self._closed.is_set():
                    return
                total += 1
            self._progress.update(self._task, total=total)


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")
