"""The program of a worker: a process that reads one document after the other and dies with its parent.

It takes frames on its standard input (`Settings`, then any number of `Input`) and answers on its standard
output (`Started`, then an `Outcome` for each input, in their order). What goes wrong with a document becomes the
error of its outcome; what goes wrong with the process (a crash, a hang, no memory left) is the parent's to see.

The engine is imported when the settings have come: within the memory that they allow, and never by the parent, which
needs `Started` alone.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, BinaryIO

from danvan_cli.batch.frames import receive, send
from danvan_cli.fault import described
from danvan_cli.garbage import look_seldom

_MIB = 1024 * 1024
_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


@dataclass(frozen=True, slots=True)
class Started:
    """The first answer of a worker: it is ready or, with an `error`, no worker with these settings ever will be."""

    error: str | None = None


def main() -> None:
    """Serve the process at the other end of the standard streams until it closes them or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's matter
    look_seldom()
    orders, answers = _take_streams()
    inbox: SimpleQueue[Any] = SimpleQueue()
    try:
        threading.Thread(target=_listen, args=(orders, inbox), daemon=True).start()
    except RuntimeError:  # there is no room for a thread, which the parent may find in a later worker
        sys.exit(1)
    settings = inbox.get()
    with suppress(BrokenPipeError):  # the parent is gone, and _listen about to see it
        try:
            _limit_memory(settings.memory)
            from danvan_cli.batch.reader import Reader

            reader = Reader(settings)
        except MemoryError:
            send(answers, Started(f"{settings.memory} MiB of memory are too few to start a worker"))
            return
        except Exception as error:  # whatever it is, the next worker would meet it too
            send(answers, Started(described(error)))
            return
        send(answers, Started())
        while (job := inbox.get()) is not None:
            send(answers, reader.read(job))
        send(answers, reader.starved())


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take the standard input and output for the parent alone; what others print goes to standard error."""
    orders, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.dup2(2, 1)
    os.close(nowhere)
    return os.fdopen(orders, "rb"), os.fdopen(answers, "wb")


def _listen(orders: BinaryIO, inbox: SimpleQueue[Any]) -> None:
    """Take what the parent sends, also while a document is read, and end the process when the parent ends.

    What finds no room in memory is None in the inbox, and nothing comes after it.
    """
    try:
        _die_with_parent()
        while True:
            inbox.put(receive(orders))
    except MemoryError:
        inbox.put(None)
    except BaseException:  # whatever it is, nobody is to be served any more
        os._exit(0)


def _die_with_parent() -> None:
    """Let Linux kill this process with its parent, also while some C code holds the interpreter's lock.

    Elsewhere only `_listen` sees the end of the parent, when it next gets that lock.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(mebibytes: int | None) -> None:
    """Bound the memory of this process, where the system can: what is beyond raises MemoryError."""
    if mebibytes is None:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = mebibytes * _MIB
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
