"""The entry point of `danvan`: however a run ends, it ends with an exit status and at most one line.

Exit statuses: 0 done, also with nothing found and also when the reader of our output goes away; 1 some input
failed or the output could not be written; 2 the command line was wrong; 130 Ctrl-C; 143 SIGTERM. An error
that nobody foresaw is one line too, and a traceback where the environment variable DANVAN_DEBUG is set.

Nothing is imported here that takes time: an interrupt while the rest is loading is handled like any other.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from danvan_cli.cli.errors import OutputError, Terminated, complain
from danvan_cli.fault import internal_error
from danvan_cli.garbage import look_seldom

DONE, FAILED, USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143


def run() -> NoReturn:
    """Run the command line of this process and exit."""
    look_seldom()
    status = status_of(sys.argv[1:])
    gc.freeze()  # what is left goes with the process
    sys.exit(status)


def status_of(arguments: Sequence[str]) -> int:
    """Run `danvan ARGUMENTS` and give its exit status; handles signals and the standard streams."""
    try:
        signal.signal(signal.SIGTERM, _terminate)
        _open_streams()
        status = _command(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Terminated:
        status = TERMINATED
    except BrokenPipeError:
        status = DONE
    except OutputError as error:
        complain(str(error))
        status = FAILED
    except OSError as error:  # of a print to standard output, which has no name; other outputs have errors of their own
        complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
        status = FAILED
    except Exception as error:
        if os.environ.get("DANVAN_DEBUG"):
            raise
        complain(internal_error(error))
        status = FAILED
    else:
        return status
    _abandon_output()
    return status


def _command(arguments: Sequence[str]) -> int:
    # click's own `main` exits 1 on Ctrl-C and broken pipes and prints usage errors in four lines; what it
    # does besides is shell completion, which it is left to do.
    import click

    from danvan_cli.cli.group import danvan

    if "_DANVAN_COMPLETE" in os.environ:
        danvan.main(prog_name="danvan")
    try:
        with danvan.make_context("danvan", list(arguments) or ["--help"]) as context:
            danvan.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        where = getattr(error, "ctx", None)
        path = where.command_path if where else "danvan"
        complain(f"{error.format_message().rstrip('.')}; see {path} --help")
        return USAGE
    return DONE


def _terminate(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001  (as signal calls it)
    raise Terminated


def _open_streams() -> None:
    """Make the standard streams safe: open, in UTF-8, line ends as written, whatever the locale says."""
    descriptor = os.open(os.devnull, os.O_RDWR)
    while descriptor <= 2:  # a closed one would be given to the next file that is opened
        descriptor = os.open(os.devnull, os.O_RDWR)
    os.close(descriptor)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _abandon_output() -> None:
    """Send what is buffered for standard output nowhere, so that the interpreter's last flush is silent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    except OSError:
        pass
