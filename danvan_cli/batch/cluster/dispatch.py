"""Partitions on their way through a Dask cluster, and what becomes of one whose workers are killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from uuid import uuid4

from distributed import Client, Future, KilledWorker, as_completed

from danvan_cli.batch.cluster.partition import Partition
from danvan_cli.batch.cluster.parts import Parts
from danvan_cli.batch.cluster.task import Readers, Result, read_partition
from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Outcome
from danvan_cli.batch.sources import Failure

_AHEAD = 3
"""Partitions under way for each thread of the cluster, so that none waits for this process."""


class Dispatch:
    """Partitions that are being read, about as many as the cluster has room for.

    `told` is called with what came of each. Dask gives a partition up when worker after worker was killed while it
    had it, which may have been a neighbour's doing. So its inputs are read again when all else is done, one by one,
    with the cluster to itself: the one that kills workers even then is convicted, and no other.
    """

    def __init__(self, client: Client, parts: Parts, readers: Readers, recipe: Mapping[str, str],
                 told: Callable[[Result], None]) -> None:
        self._client = client
        self._parts = parts
        self._readers = readers
        self._recipe = recipe
        self._told = told
        # Keys of its own: what is left of an earlier run, whose end the scheduler has not noticed, is none of ours.
        self._prefix = f"danvan-{uuid4().hex}-"
        self._room = 0
        self._under_way: dict[str, Partition] = {}
        self._futures = as_completed(loop=client.loop)
        self._suspects: list[Partition] = []
        self._singles: dict[str, list[str]] = {}

    def read(self, partition: Partition) -> None:
        """Have a partition read; waits while many are under way. Raises BatchError where the run cannot go on."""
        while len(self._under_way) >= self._room:
            with lost_cluster_told():
                self._room = max(1, _AHEAD * sum(self._client.nthreads().values()))
            if len(self._under_way) >= self._room:
                self._settle()
        if partition.name not in self._under_way:  # the same inputs may have been named twice
            self._under_way[partition.name] = partition
            self._futures.add(self._submit(partition, self._prefix))

    def finish(self) -> None:
        """Wait until all that are under way are read, and try the suspects."""
        while self._under_way:
            self._settle()
        for partition in self._suspects:
            singles = list(partition.singles(self._recipe))
            self._singles[partition.name] = [single.name for single in singles]
            for single in singles:
                self._try_alone(single)

    def parts_of(self, name: str) -> list[str]:
        """Give the names of the parts that hold a partition: its own or, where it was read singly, those."""
        return self._singles.get(name, [name])

    def _submit(self, partition: Partition, prefix: str) -> Future[Result]:
        with lost_cluster_told():
            return self._client.submit(
                read_partition, partition, self._parts.address, self._readers.name, key=prefix + partition.name)

    def _settle(self) -> None:
        """Wait for the next partition that has come to an end."""
        future = next(self._futures)
        partition = self._under_way.pop(future.key.removeprefix(self._prefix))
        result = _result(future)
        if isinstance(result, KilledWorker):
            self._suspects.append(partition)
        else:
            self._told(result)

    def _try_alone(self, partition: Partition) -> None:
        future = self._submit(partition, f"{self._prefix}alone-")
        result = _result(future)
        if isinstance(result, KilledWorker):
            (entry,) = partition.entries
            reason = f"the Dask workers that read it were killed, {result.allowed_failures + 1} times"
            self._parts.write(partition.name, [(entry.source, Outcome(None, reason))])
            result = Result(0, (Failure(entry.source, reason),))
        self._told(result)


def _result(future: Future[Result]) -> Result | KilledWorker:
    """Wait for the end of a task and give what came of it.

    Raises BatchError where what happened is no matter of the partition's.
    """
    try:
        result: Result = future.result()
    except KilledWorker as error:
        return error
    except BatchError:
        raise
    except ImportError as error:
        raise BatchError(f"the workers lack a library: {error}; install danvan[cluster] there") from error
    except Exception as error:  # the scheduler is lost, or what else a cluster may meet
        raise _lost(error) from error
    return result


@contextmanager
def lost_cluster_told() -> Iterator[None]:
    """Turn what a client says when it has lost its cluster into the one line that a user needs."""
    try:
        yield
    except Exception as error:
        raise _lost(error) from error


def _lost(error: Exception) -> BatchError:
    return BatchError(
        f"the cluster is lost: {error}; what is finished is kept, and the same command goes on from there")
