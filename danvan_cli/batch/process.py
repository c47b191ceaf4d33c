"""A worker as the pool sees it: a process, the documents it was handed, and what it answers."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO

from danvan_cli.batch.frames import receive, send
from danvan_cli.batch.job import Input, Outcome, Settings
from danvan_cli.batch.worker import Started

_PATIENCE = 10  # seconds for a process whose pipe has ended to end too


@dataclass(slots=True)
class Task:
    """An input on its way through the pool; `deaths` counts the workers that died while they read it."""

    job: Input
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """The last that is heard of a worker: its process is gone."""


Message = Started | Outcome | Ended


class WorkerProcess:
    """One worker process; making one raises OSError where the system has no room for it.

    `tasks` are the documents it was handed and has not answered, the first the one it is on, since the time
    `since` (monotonic seconds). `ready` tells whether it has started, `fresh` whether it never had a document,
    `overdue` for which document, if any, it was killed. All that it says is put into `messages`, together with
    itself, by a thread that ends with the process.
    """

    def __init__(self, settings: Settings, messages: SimpleQueue[tuple[WorkerProcess, Message]]) -> None:
        self._begin()
        # A session of its own keeps the terminal's Ctrl-C away. The same path makes it the same danvan, and keeps out
        # the modules of the working folder that -m would let in.
        program = f"import sys; sys.path[:] = {sys.path!r}; from danvan_cli.batch.worker import main; main()"
        self._process = subprocess.Popen(  # noqa: S603  (this interpreter, our own program)
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        orders, answers = self._process.stdin, self._process.stdout
        assert orders is not None  # noqa: S101  (both are pipes)
        assert answers is not None  # noqa: S101
        self._orders = orders
        self._listener = threading.Thread(target=self._listen, args=(answers, messages), daemon=True)
        try:
            self._listener.start()
        except RuntimeError as error:  # threads count as processes do
            with self._process:
                self._process.kill()
            raise OSError(str(error)) from error
        self._say(settings)

    def _begin(self) -> None:
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.fresh = True
        self.since = 0.0
        self.overdue: Task | None = None

    def give(self, task: Task) -> None:
        """Hand it a document to read after those it has."""
        if not self.tasks:
            self.since = time.monotonic()
        self.fresh = False
        self.tasks.append(task)
        self._say(task.job)

    def finish(self) -> Task:
        """Take off the document that it has answered."""
        self.since = time.monotonic()
        return self.tasks.popleft()

    def blamed(self) -> Task | None:
        """Take off the document that it ended with, if any, unless it was killed for another, answered after all."""
        if self.tasks and (self.overdue is None or self.overdue is self.tasks[0]):
            return self.tasks.popleft()
        return None

    def kill(self) -> None:
        """Let it end at once."""
        self._process.kill()

    def bury(self) -> str:
        """Wait for its end and release what it held; give how it ended ("was killed by signal 9")."""
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:  # it closed its pipe and lives on
            self._process.kill()
        status = self._process.wait()
        self._listener.join(_PATIENCE)
        with suppress(OSError):  # what it did not take is of no use to the dead
            self._orders.close()
        if status >= 0:
            return f"ended with exit status {status}"
        return f"was killed by signal {-status} ({signal.strsignal(-status) or 'unknown'})"

    def _say(self, value: object) -> None:
        with suppress(OSError):  # it is dead, which _listen tells
            send(self._orders, value)

    def _listen(self, answers: IO[bytes], messages: SimpleQueue[tuple[WorkerProcess, Message]]) -> None:
        try:
            with answers, suppress(EOFError, OSError):
                while True:
                    messages.put((self, receive(answers)))
        finally:  # whatever it was, for nothing more will be heard
            messages.put((self, Ended()))
