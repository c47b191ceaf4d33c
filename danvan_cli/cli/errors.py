"""How the command line tells what went wrong: one line on standard error, harmless to print."""

from __future__ import annotations

import sys


class Terminated(BaseException):
    """The process was asked to end (SIGTERM). No Exception: nothing but cleaning up comes before the end."""


class OutputError(Exception):
    """The output cannot be written; the message names it, the reason and what to do."""


def complain(message: str) -> None:
    """Print `danvan: message` as one line on standard error; a closed standard error is nobody's loss."""
    from danvan_cli.write.cells import shown  # here, since most runs have nothing to complain of

    try:
        sys.stderr.write(f"danvan: {shown(message)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


def described(error: BaseException) -> str:
    """Give an unexpected error in one line."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
