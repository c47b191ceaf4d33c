"""The program of a worker: a process that reads one document after the other and dies with its parent.

It takes frames on its standard input (`Settings`, then any number of `Input`) and answers on its standard
output (`Started`, then an `Outcome` for each input, in their order). What goes wrong with a document becomes the
error of its outcome; what goes wrong with the process (a crash, a hang, no memory left) is the parent's to see.

The engine is imported when the settings have come, so that the parent gets this module for nothing.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, BinaryIO

from danvan_cli.batch.frames import receive, send
from danvan_cli.batch.job import Input, Outcome, Settings
from danvan_cli.batch.remote import is_address, open_anywhere
from danvan_cli.garbage import look_seldom

if TYPE_CHECKING:
    from danvan_cli.document import Text
    from danvan_cli.lexicon import Lexicon

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
            reader = Reader(settings)
        except MemoryError:
            send(answers, Started(f"{settings.memory} MiB of memory are too few to start a worker"))
            return
        except Exception as error:  # whatever it is, the next worker would meet it too
            send(answers, Started(_described(error)))
            return
        send(answers, Started())
        while (job := inbox.get()) is not None:
            send(answers, reader.read(job))
        send(answers, reader.starved())


class Reader:
    """Reads inputs as the settings say; making one loads the engine and its words.

    Raises LexiconError for words that cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        _limit_memory(settings.memory)
        from danvan_cli.pipeline import default_lexicon
        from danvan_cli.write import Options, open_writer

        self._settings = settings
        self._words = _user_words(settings.lexicon) if settings.lexicon else default_lexicon()
        self._writer = open_writer(
            "jsonl", Options(kinds=settings.kinds, explain=settings.explain, with_text=settings.with_text))

    def read(self, job: Input) -> Outcome:
        """Read one document; whatever is wrong with it is told in the outcome."""
        from danvan_cli.pipeline import extract
        from danvan_cli.read import ReadError

        try:
            document = extract(_text(job, self._settings.encoding), lexicon=self._words)
            line = self._writer.document(document).removesuffix("\n")
        except ReadError as error:
            return Outcome(None, error.reason)
        except MemoryError:
            return self.starved()
        except Exception as error:  # the cause is ours, not the text's, and the next text may be read
            if os.environ.get("DANVAN_DEBUG"):
                sys.excepthook(type(error), error, error.__traceback__)
            return Outcome(
                None, f"internal error: {_described(error)}; please report it (DANVAN_DEBUG=1 shows where)")
        return Outcome(
            line, None, len(document.officials), len(document.organisations), len(document.indicators))

    def starved(self) -> Outcome:
        """Give the outcome of a document for which the memory is too small."""
        limit = self._settings.memory
        return Outcome(None, f"takes more memory than {f'the {limit} MiB allowed' if limit else 'there is'}")


def _text(job: Input, encoding: str | None) -> Text:
    """Give the text of an input, under the name that the input has in the results."""
    from danvan_cli.document import Text
    from danvan_cli.read import read_bytes, read_path

    if isinstance(job.content, str):
        return Text(job.content, job.source)
    if job.content is not None:
        return read_bytes(job.content, job.source, encoding)
    if job.path is None:
        raise ValueError("an input without a path and without content")
    if is_address(job.path):
        return _text_at(job.path, job.source, encoding)
    return replace(read_path(job.path, encoding), source=job.source)


def _text_at(address: str, source: str, encoding: str | None) -> Text:
    from danvan_cli.read import read_stream
    from danvan_cli.read.errors import unreadable

    try:
        with open_anywhere(address) as stream:
            return read_stream(stream, source, encoding)
    except OSError as error:
        raise unreadable(source, error) from error


def _user_words(path: str) -> Lexicon:
    from danvan_cli.lexicon import Lexicon
    from danvan_cli.lexicon.user import load_user_lexicon

    return Lexicon(load_user_lexicon(path))


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


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
