"""Worker processes that read documents side by side, and what becomes of a document that kills, hangs or starves one.

A worker that dies is replaced. The document it was on is read again, by a new worker that has no other document;
if that dies too, and the next, the document is convicted. Those that waited behind it go on to other workers without
blame.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Final

from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Input, Outcome, Settings
from danvan_cli.batch.process import Ended, Message, Task, WorkerProcess

_AHEAD: Final = 2
"""Documents that a worker is handed at once, so that it never waits for the next."""

_SMALL: Final = 4096
"""Characters or bytes of an input that may be sent ahead: they fit into the pipe, so that a busy worker, which does not
read it, does not hold up the pool."""

_DEATHS: Final = 3
"""Workers that a document must kill before it is blamed: two in a row may have been killed from outside."""

_FALSE_STARTS: Final = 3
"""Workers in a row, for each of the pool, that end before they are ready, after which no further one is tried until
one that works has ended and made room."""


class PoolError(BatchError):
    """No worker can be started; the message tells why."""


class Pool:
    """At most `jobs` worker processes for the settings of a run.

    `timeout` is the most seconds that a document may take. A context manager: on leaving it, also by Ctrl-C, no
    process is left. It belongs to the thread that runs it, for Linux ends the workers with that thread.
    """

    def __init__(self, jobs: int, settings: Settings, timeout: float | None = None) -> None:
        self._jobs = jobs
        self._settings = settings
        self._timeout = timeout
        self._messages: SimpleQueue[tuple[WorkerProcess, Message]] = SimpleQueue()
        self._workers: list[WorkerProcess] = []
        self._waiting: deque[Task] = deque()
        self._suspects: deque[Task] = deque()
        self._false_starts: list[str] = []

    def __enter__(self) -> Pool:
        self._hire()  # the first starts while the caller still looks for inputs
        return self

    def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill and reap every worker, and forget what it was to read; a later `run` starts new ones.

        Called by another thread during a run, it ends what is under way: no outcome of that is given any more.
        """
        self._waiting.clear()
        self._suspects.clear()
        self._dismiss()

    def run(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Read the inputs, each once, and give the outcomes as they come: not in the order of the inputs.

        `inputs` is drawn on as workers need it: twice `jobs` documents at most are under way, however many there
        are. One run at a time. Raises PoolError where no worker can be started; what `inputs` raises is passed
        on. A run that is abandoned or fails leaves no process.
        """
        source, more = iter(inputs), True
        try:
            while more or self._under_way():
                full = self._under_way() >= _AHEAD * self._jobs
                if more and not full:
                    more = self._draw(source)
                self._hand_out()
                self._stop_overdue()
                yield from self._hear(wait=self._under_way() > 0 and (full or not more))
        except BaseException:  # also where the caller leaves the loop over the outcomes
            self.close()
            raise

    def _draw(self, source: Iterator[Input]) -> bool:
        """Take the next input, if there is one."""
        for job in source:
            self._waiting.append(Task(job))
            return True
        return False

    def _under_way(self) -> int:
        return len(self._waiting) + len(self._suspects) + sum(len(worker.tasks) for worker in self._workers)

    def _hire(self) -> bool:
        """Start a worker; tell whether it is of use to try on, for the system may have no room for a further one."""
        try:
            self._see_whether_workers_start()
            self._workers.append(WorkerProcess(self._settings, self._messages))
        except OSError as error:
            if any(worker.tasks or not worker.ready for worker in self._workers):
                return False  # until that one is heard of
            if not self._workers:
                raise PoolError(f"no worker can be started: {error}") from error
            self._dismiss()  # all are idle, and what waits is none for them: they make room
        return True

    def _see_whether_workers_start(self) -> None:
        """Raise OSError where they end before they are ready, one after the other."""
        if len(self._false_starts) >= _FALSE_STARTS * self._jobs:
            raise OSError(f"{len(self._false_starts)} in a row ended at once, the last {self._false_starts[-1]}")

    def _dismiss(self) -> None:
        """Kill and reap every worker."""
        workers, self._workers = self._workers, []
        self._false_starts.clear()
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.bury()

    def _short_of_workers(self) -> bool:
        """Tell whether a further worker would have something to read; a suspect waits for one that is fresh."""
        if len(self._workers) >= self._jobs:
            return False
        waits_for_fresh = bool(self._suspects) and not any(worker.fresh for worker in self._workers)
        return waits_for_fresh or len(self._workers) < self._under_way()

    def _hand_out(self) -> None:
        """Hand documents to the workers that can take one; start more workers where documents wait for one."""
        for burden in range(_AHEAD):
            for worker in self._workers:
                if worker.ready and len(worker.tasks) == burden:
                    task = self._task_for(worker)
                    if task is not None:
                        worker.give(task)
        while self._short_of_workers() and self._hire():
            pass

    def _task_for(self, worker: WorkerProcess) -> Task | None:
        if worker.fresh and self._suspects:
            return self._suspects.popleft()
        if not self._waiting:
            return None
        if worker.tasks and (worker.tasks[0].deaths or _size(self._waiting[0].job) > _SMALL):
            return None
        return self._waiting.popleft()

    def _hear(self, *, wait: bool) -> Iterator[tuple[Input, Outcome]]:
        """Deal with the next message of a worker, if one comes before the time of a document is over."""
        try:
            worker, message = self._messages.get(wait, self._time_left())
        except Empty:
            return
        if worker not in self._workers:  # dismissed meanwhile
            return
        if isinstance(message, Outcome):
            yield worker.finish().job, message
        elif isinstance(message, Ended):
            yield from self._replace(worker)
        elif message.error is not None:
            raise PoolError(message.error)
        else:
            worker.ready = True
            self._false_starts.clear()

    def _replace(self, worker: WorkerProcess) -> Iterator[tuple[Input, Outcome]]:
        """Let go of a worker that has ended; the next documents that wait will start another."""
        self._workers.remove(worker)
        fate = worker.bury()
        if worker.ready:
            self._false_starts.clear()
        else:
            self._false_starts.append(fate)
        task = worker.blamed()
        self._waiting.extendleft(reversed(worker.tasks))
        if task is None:
            return
        task.deaths += 1
        if worker.overdue:
            yield task.job, Outcome(None, f"took longer than {self._timeout:g} s")
        elif task.deaths == _DEATHS:
            yield task.job, Outcome(None, f"the worker that read it {fate}, {_DEATHS} times")
        else:
            self._suspects.append(task)

    def _time_left(self) -> float | None:
        """Give the seconds until the next document may be overdue; None where nothing has a limit."""
        if self._timeout is None:
            return None
        busy = [worker.since for worker in self._workers if worker.tasks and not worker.overdue]
        return max(0.0, min(busy) + self._timeout - time.monotonic()) if busy else None

    def _stop_overdue(self) -> None:
        """Kill the workers whose documents take too long.

        Their end is heard of like any other. If what a worker says before is the document after all (this process was
        held up, and did not hear it), it counts.
        """
        if self._timeout is None:
            return
        now = time.monotonic()
        for worker in self._workers:
            if worker.tasks and not worker.overdue and now - worker.since >= self._timeout:
                worker.overdue = worker.tasks[0]
                worker.kill()


def _size(job: Input) -> int:
    return len(job.source) + len(job.content or "")
