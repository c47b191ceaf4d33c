"""How a run over many inputs is told on standard error: a bar at a terminal, failures, a summary."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from danvan_cli.cli.errors import complain

if TYPE_CHECKING:
    from danvan_cli.batch.journal import Totals
    from danvan_cli.cli.bar import Bar


class Progress:
    """Watches a run: counts, and tells each failure as it happens if that is wanted (`verbose`)."""

    def __init__(self, bar: Bar | None, *, verbose: bool) -> None:
        self._bar = bar
        self._verbose = verbose
        self._began = time.monotonic()
        self._skipped = 0
        self._failures = 0
        self._first = ""

    def unchanged(self) -> None:
        """Count a document that an earlier run has read."""
        self._skipped += 1
        self._advance()

    def read(self) -> None:
        """Count a document that was read."""
        self._advance()

    def failed(self, source: str, reason: str) -> None:
        """Count a failure."""
        self._failures += 1
        self._first = self._first or f"{source}: {reason}"
        if self._verbose:
            complain(f"{source}: {reason}")
        self._advance()

    def tell_failures(self, where: str) -> None:
        """Say how many failures there were and where they are listed, with the first if it was not told."""
        if self._failures:
            first = "" if self._verbose else f"; the first: {self._first}"
            complain(f"{_counted(self._failures, 'input')} failed, listed in {where}{first}")

    def tell_summary(self, output: str, totals: Totals) -> None:
        """Say in one line what the run came to."""
        seconds = time.monotonic() - self._began
        found = (_counted(totals.people, "person", "people"), _counted(totals.bodies, "body", "bodies"),
                 _counted(totals.figures, "figure"), _counted(totals.failed, "failure"))
        skipped = f" ({self._skipped:,} read by earlier runs)" if self._skipped else ""
        complain(f"{output}: {_counted(totals.documents, 'document')}{skipped}, {', '.join(found)}, {seconds:.1f} s")

    def _advance(self) -> None:
        if self._bar is not None:
            self._bar.advance(self._failures)


def _counted(count: int, one: str, more: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


@contextmanager
def watching(listing: Callable[[], Iterable[object]] | None, *, quiet: bool, verbose: bool) -> Iterator[Progress]:
    """Watch a run, with a bar at a terminal; `listing` gives the inputs once more, to count them."""
    if quiet or not sys.stderr.isatty():
        yield Progress(None, verbose=verbose)
        return
    from danvan_cli.cli.bar import Bar

    with closing(Bar(listing)) as bar:
        bar.draw()
        yield Progress(bar, verbose=verbose)
