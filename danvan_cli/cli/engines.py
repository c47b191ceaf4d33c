"""The `--engine` option: what reads the documents of a batch, processes of this machine or the workers of a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danvan_cli.batch.job import Settings
    from danvan_cli.batch.journal import Totals

Run = Callable[..., "Totals"]
"""Runs a plan over a listing: `run(plan, listing, watch=watch)`."""


@dataclass(frozen=True, slots=True)
class Machines:
    """What the user says of where to read; `size` is about how many documents a worker of a cluster takes at a time."""

    engine: str
    jobs: int | None
    scheduler: str | None
    size: int
    timeout: float | None


def open_engine(machines: Machines, settings: Settings, output: str) -> AbstractContextManager[Run]:
    """Give what will run; it is ready within the context. Raises click.UsageError for what does not go together."""
    from danvan_cli.batch.remote import is_address

    if machines.engine == "local" and machines.scheduler is not None:
        raise click.UsageError("--scheduler is for --engine dask")
    if machines.engine == "local" and is_address(output):
        raise click.UsageError(f"{output}: only --engine dask writes to an address; name a file here")
    if machines.engine == "dask" and machines.jobs is not None:
        raise click.UsageError("--jobs is for --engine local; in a cluster each thread of a Dask worker reads")
    if machines.engine == "local":
        return _here(machines.jobs or _cores(), settings, machines.timeout)
    if machines.scheduler is None:
        raise click.UsageError("--engine dask needs the address of a Dask scheduler: --scheduler tcp://HOST:8786")
    return _on_cluster(machines.scheduler, settings, machines)


@contextmanager
def _here(jobs: int, settings: Settings, timeout: float | None) -> Iterator[Run]:
    """Give the run with processes of this machine; the first starts while the rest is imported."""
    from danvan_cli.batch.pool import Pool

    with Pool(jobs, settings, timeout) as pool:
        from danvan_cli.batch.run import run

        yield partial(run, engine=pool)


@contextmanager
def _on_cluster(scheduler: str, settings: Settings, machines: Machines) -> Iterator[Run]:
    """Give the run with the workers of a cluster."""
    from danvan_cli.batch.cluster.run import Cluster, run_on_cluster

    yield partial(run_on_cluster, cluster=Cluster(scheduler, settings, machines.timeout, machines.size))


def _cores() -> int:
    """Give the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
