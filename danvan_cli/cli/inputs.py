"""The names of inputs on a command line: which make no sense together, and which a user is waited for to type in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from danvan_cli.cli.errors import complain


def check_inputs(names: Sequence[str], output: str | None = None) -> None:
    """Raise click.UsageError where standard input (`-`) is named twice, or the `output` is an input too.

    Devices are no matter: a terminal is read and written.
    """
    if names.count("-") > 1:
        raise click.UsageError("standard input (-) can be read only once")
    if output is None or output == "-":
        return
    target = Path(output)
    for name in names:
        with suppress(OSError, ValueError):  # there is no such file, or no file may have such a name
            if name != "-" and target.samefile(name) and (target.is_file() or target.is_dir()):
                raise click.UsageError(f"{output}: is an input too; write to another file")


def tell_waiting(name: str | None) -> None:
    """Say that an input is waited for, if it is standard input (`-`) and that is a terminal: nothing else shows it."""
    if name == "-" and sys.stdin.isatty():
        complain("reading from the terminal; end the text with Ctrl-D on a line of its own")
