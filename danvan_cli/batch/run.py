"""The recipe of a run: list the inputs, read those that are new, keep each outcome, write all in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from danvan_cli.batch.errors import FirstFailureError
from danvan_cli.batch.job import Input, Outcome
from danvan_cli.batch.journal import Journal, Totals, open_journal
from danvan_cli.batch.report import write_failures
from danvan_cli.batch.sources import Failure


class Engine(Protocol):
    """What reads documents: processes of this machine, or of many."""

    def run(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Read the inputs, drawn on as there is room for them; give each with its outcome, in any order."""


class Watch(Protocol):
    """Who is told how a run goes."""

    def unchanged(self) -> None:
        """Take note of a document that an earlier run has read."""

    def read(self) -> None:
        """Take note of a document that was read."""

    def failed(self, source: str, reason: str) -> None:
        """Take note of an input that failed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A run: its `output` and the way to write it, and what makes its documents what they are (`recipe`).

    `write` is given the path of the output and the lines, and writes all or nothing. `restart` forgets what earlier
    runs have read, `fail_fast` ends the run at the first input that fails.
    """

    output: str
    write: Callable[[str, Iterable[str]], None]
    recipe: Mapping[str, str]
    restart: bool = False
    fail_fast: bool = False

    @property
    def journal(self) -> str:
        """The path of the journal."""
        return f"{self.output}.journal"

    @property
    def parts(self) -> str:
        """The folder of the finished partitions of a run on a cluster."""
        return f"{self.output}.parts"

    @property
    def errors(self) -> str:
        """The path of the list of what failed, which is there only if something did."""
        return f"{self.output}.errors.jsonl"


def run(plan: Plan, listing: Iterable[Input | Failure], engine: Engine, watch: Watch) -> Totals:
    """Read what is listed and write the output; give what it came to.

    The bytes of the output depend on the inputs alone: not on the number of workers, and not on how often a run
    was broken off and begun again. Raises BatchError where the run cannot go on; what is finished is kept.
    """
    with open_journal(plan.journal, plan.recipe, restart=plan.restart) as journal:
        try:
            for given, outcome in engine.run(_unread(listing, journal, plan, watch)):
                journal.keep(given, outcome)
                if outcome.error is None:
                    watch.read()
                else:
                    _tell(Failure(given.source, outcome.error), plan, watch)
        except FirstFailureError:
            _write_failures(plan, journal)
            raise
        _write_failures(plan, journal)
        with closing(journal.lines()) as lines:  # also by Ctrl-C, before the journal is
            plan.write(plan.output, lines)
        totals = journal.totals()
        if totals.documents and not totals.failed:  # a folder that is away for a day costs no reading
            journal.forget_others()
        return totals


def _write_failures(plan: Plan, journal: Journal) -> None:
    with closing(journal.failures()) as failures:
        write_failures(plan.errors, failures)


def _unread(listing: Iterable[Input | Failure], journal: Journal, plan: Plan, watch: Watch) -> Iterator[Input]:
    """Give the inputs that no earlier run has read, and note the order of all."""
    for number, listed in enumerate(listing):
        if isinstance(listed, Failure):
            given = Input(listed.source, fingerprint=listed.reason)
            journal.place(number, given)
            journal.keep(given, Outcome(None, listed.reason))
            _tell(listed, plan, watch)
        elif journal.place(number, listed):
            watch.unchanged()
        else:
            yield listed


def _tell(failure: Failure, plan: Plan, watch: Watch) -> None:
    watch.failed(failure.source, failure.reason)
    if plan.fail_fast:
        raise FirstFailureError(f"{failure.source}: {failure.reason}")
