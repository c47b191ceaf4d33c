"""How the command line tells what went wrong: one line on standard error, harmless to print."""

from __future__ import annotations

import sys


class Terminated(BaseException):
    """The process was asked to end (SIGTERM). No Exception: nothing but cleaning up comes before the end."""


class OutputError(Exception):
    """There is no output, or no more of it; the message names what cannot be written or read, and what to do."""


def complain(message: str) -> None:
    """Print `danvan: message` as one line on standard error; a closed standard error is nobody's loss."""
    from danvan_cli.write.cells import shown  # here, since most runs have nothing to complain of

    try:
        sys.stderr.write(f"danvan: {shown(message)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass
