"""The recipe of a run on a cluster: cut the listing into partitions, have them read, join their parts in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_cli.batch.cluster.deliver import delivering
from danvan_cli.batch.cluster.partition import Entry, partitions
from danvan_cli.batch.cluster.parts import Parts
from danvan_cli.batch.errors import BatchError, FirstFailureError
from danvan_cli.batch.job import Input, Settings
from danvan_cli.batch.journal import Totals
from danvan_cli.batch.remote import is_address
from danvan_cli.batch.report import write_failures
from danvan_cli.batch.run import Plan, Watch
from danvan_cli.extras import needs

if TYPE_CHECKING:
    from distributed import Client

    from danvan_cli.batch.cluster.task import Readers, Result

_CONNECTING = 10
_FIRST_WORKER = 60
"""Seconds to wait for a scheduler to answer, and for it to have a worker."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where and how to read.

    `address` is that of a Dask scheduler ("tcp://10.0.0.1:8786"), `settings` those of every document, `timeout` the
    most seconds that one may take, `partition` about how many of them are read and written at a time.
    """

    address: str
    settings: Settings
    timeout: float | None
    partition: int


def run_on_cluster(plan: Plan, listing: Iterable[Entry], cluster: Cluster, watch: Watch) -> Totals:
    """Read what is listed on the workers of a cluster and write the output; give what it came to.

    The output is that of `danvan_cli.batch.run.run`, byte for byte. What is finished is kept in the folder OUT.parts,
    from which the same run goes on. Output and inputs are paths that all machines can reach, or addresses that
    fsspec opens. Raises BatchError where the run cannot go on.
    """
    parts = Parts(_everywhere(plan.parts))
    with _silence(), _connected(cluster.address) as client, _reading(client, plan, cluster) as readers:
        parts.claim(plan.recipe, restart=plan.restart)
        names = _read(plan, (_reachable(entry) for entry in listing), cluster.partition, client, parts, readers, watch)
    with delivering(plan.output) as output, delivering(plan.errors) as errors:
        write_failures(errors, _failures(parts, names))
        tally = _Tally()
        plan.write(output, tally.lines(parts, names))
    parts.keep(set(names))
    return tally.totals()


def _read(plan: Plan, listing: Iterable[Entry], size: int, client: Client, parts: Parts, readers: Readers,
          watch: Watch) -> list[str]:
    """Have all partitions read that are not finished; give the names of the parts of all, in their order."""
    from danvan_cli.batch.cluster.dispatch import Dispatch

    def tell(result: Result) -> None:
        for _ in range(result.documents):
            watch.read()
        for failure in result.failures:
            watch.failed(failure.source, failure.reason)
        if plan.fail_fast and result.failures:
            with delivering(plan.errors) as errors:
                write_failures(errors, ((failure.source, failure.reason) for failure in result.failures))
            first = result.failures[0]
            raise FirstFailureError(f"{first.source}: {first.reason}")

    dispatch = Dispatch(client, parts, readers, plan.recipe, tell)
    finished = parts.finished()
    names = []
    for partition in partitions(listing, plan.recipe, size):
        names.append(partition.name)
        if partition.name in finished:
            for _ in partition.entries:
                watch.unchanged()
        else:
            dispatch.read(partition)
    dispatch.finish()
    return [part for name in names for part in dispatch.parts_of(name)]


def _failures(parts: Parts, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    whole = parts.finished()
    for name in names:
        if name not in whole:
            for source, outcome in parts.rows(name):
                if outcome.error is not None:
                    yield source, outcome.error


class _Tally:
    """Counts documents as they pass."""

    def __init__(self) -> None:
        self._documents = self._people = self._bodies = self._figures = self._failed = 0

    def lines(self, parts: Parts, names: Iterable[str]) -> Iterator[str]:
        """Give the documents of the parts in their order, each as a line of JSON without its end."""
        for name in names:
            for _, outcome in parts.rows(name):
                if outcome.line is None:
                    self._failed += 1
                    continue
                self._documents += 1
                self._people += outcome.people
                self._bodies += outcome.bodies
                self._figures += outcome.figures
                yield outcome.line

    def totals(self) -> Totals:
        """Give what has passed."""
        return Totals(self._documents, self._people, self._bodies, self._figures, self._failed)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """Connect to a scheduler that has workers."""
    try:
        from distributed import Client
        from distributed.comm import get_address_host_port
    except ImportError as error:
        raise BatchError(f"--engine dask {needs('cluster')}") from error
    try:
        get_address_host_port(address)  # a client that fails to understand it lives on for a while
        client = Client(address, timeout=_CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BatchError(f"{address}: no Dask scheduler answers there: {error}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_FIRST_WORKER)
        except (TimeoutError, asyncio.TimeoutError) as error:  # one and the same since Python 3.11
            raise BatchError(f"{address}: the scheduler has no workers; start some: dask worker {address}") from error
        yield client


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the log of Dask from standard error: what matters of it is told in our own words."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@contextmanager
def _reading(client: Client, plan: Plan, cluster: Cluster) -> Iterator[Readers]:
    """Have every worker, also one that comes later, ready to read as the settings say, until the run ends."""
    from danvan_cli.batch.cluster.dispatch import lost_cluster_told
    from danvan_cli.batch.cluster.task import Readers

    settings = cluster.settings
    if settings.lexicon is not None:
        settings = replace(settings, lexicon=_everywhere(settings.lexicon))
    # One name for one output: a run that goes on after the death of this process takes the place of what it left.
    name = f"danvan-{blake2b(_everywhere(plan.output).encode(), digest_size=8).hexdigest()}"
    readers = Readers(name, settings, cluster.timeout, plan.recipe)
    with lost_cluster_told():
        client.register_plugin(readers, name)
    try:
        yield readers
    finally:
        with suppress(OSError):  # the cluster is lost, which was told
            client.unregister_worker_plugin(name)


def _reachable(entry: Entry) -> Entry:
    """Give an input by a path that is the same on every machine."""
    if isinstance(entry, Input) and entry.path is not None:
        return replace(entry, path=_everywhere(entry.path))
    return entry


def _everywhere(path: str) -> str:
    return path if is_address(path) else str(Path(path).absolute())
