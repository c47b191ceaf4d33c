"""What a Dask worker does: it reads a partition with processes of its own and writes it.

The documents are read in a `Pool`, as in a local run, so that none of them can kill the Dask worker itself: Dask would
blame, and try again elsewhere, whatever else that worker was at.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from distributed import Worker, WorkerPlugin, get_worker

from danvan_cli.batch.cluster.partition import Partition
from danvan_cli.batch.cluster.parts import Parts, Row
from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Input, Outcome, Settings
from danvan_cli.batch.pool import Pool
from danvan_cli.batch.recipe import recipe_of
from danvan_cli.batch.sources import Failure

_OVER = "the run has ended"


@dataclass(frozen=True, slots=True)
class Result:
    """What the reading of a partition came to; its documents themselves are in its part."""

    documents: int
    failures: tuple[Failure, ...]


def read_partition(partition: Partition, folder: str, readers: str) -> Result:
    """Read a partition and write it as a part in `folder`; runs on a Dask worker that has the plugin `readers`.

    Raises BatchError where the worker cannot read at all or the part cannot be written.
    """
    plugin = cast("Readers", get_worker().plugins[readers])
    inputs = [entry for entry in partition.entries if isinstance(entry, Input)]
    with plugin.pool() as pool:
        outcomes = dict(pool.run(plugin.while_wanted(inputs)))
    if not all(job in outcomes for job in inputs):
        raise BatchError(_OVER)
    rows = [_row(entry, outcomes) for entry in partition.entries]
    Parts(folder).write(partition.name, rows)
    failures = tuple(Failure(source, outcome.error) for source, outcome in rows if outcome.error is not None)
    return Result(len(rows) - len(failures), failures)


class Readers(WorkerPlugin):  # type: ignore[misc]  # mypy does not follow distributed, half of which has types
    """The pools of a Dask worker, one process for each of its threads that reads.

    They outlive the partitions, as starting one takes as long as reading dozens of documents, but not the run.
    `recipe` is that of the run, which the danvan and the files of this machine must agree with.
    """

    def __init__(self, name: str, settings: Settings, timeout: float | None, recipe: Mapping[str, str]) -> None:
        self.name = name
        self._settings = settings
        self._timeout = timeout
        self._recipe = dict(recipe)

    def setup(self, worker: Worker) -> None:  # noqa: ARG002  (as Dask calls it)
        """Begin, on the machine of a worker."""
        self._lock = threading.Lock()
        self._idle: list[Pool] = []
        self._busy: list[Pool] = []
        self._wanted = True

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002
        """End the processes, also those that are reading."""
        with self._lock:
            self._wanted = False
            pools = self._idle + self._busy
        for pool in pools:
            pool.close()

    @contextmanager
    def pool(self) -> Iterator[Pool]:
        """Lend a pool of one process to a thread. Raises BatchError where this machine would read otherwise."""
        with self._lock:
            pool = self._idle.pop() if self._idle else None
            if pool is None:
                self._check()
                pool = Pool(1, self._settings, self._timeout)
            self._busy.append(pool)
        try:
            yield pool
        finally:
            with self._lock:
                self._busy.remove(pool)
                self._idle.append(pool)
                wanted = self._wanted
            if not wanted:
                pool.close()

    def while_wanted(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Give the inputs; raises BatchError when the run has ended meanwhile."""
        for job in inputs:
            if not self._wanted:
                raise BatchError(_OVER)
            yield job

    def _check(self) -> None:
        try:
            here = recipe_of(self._settings)
        except OSError as error:
            raise BatchError(f"{error.filename}: cannot be read by the workers: {error.strerror or error}") from error
        if here != self._recipe:
            raise BatchError("the workers have another version of danvan, or another file of words, than this machine")


def _row(entry: Input | Failure, outcomes: Mapping[Input, Outcome]) -> Row:
    outcome = Outcome(None, entry.reason) if isinstance(entry, Failure) else outcomes[entry]
    return entry.source, outcome
