"""The names of inputs on a command line: those that make no sense together are told before any work is done."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click


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
