"""What the command line takes from its surroundings: the locale, the terminal, the environment."""

from __future__ import annotations

import os
import shutil
import sys

WIDTH_WITHOUT_TERMINAL = 100
"""Columns of a table that no terminal bounds."""


def language() -> str:
    """Give the language of headings by the locale: `vi` for a Vietnamese one, else `en`."""
    names = (os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    return "vi" if locale.lower().replace("-", "_").split("_")[0].split(".")[0] == "vi" else "en"


def at_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    try:
        return sys.stdout.isatty()
    except ValueError:  # closed
        return False


def color(choice: str, *, terminal: bool) -> bool:
    """Tell whether to write in colour: `always`, `never`, or `auto` by the terminal and the environment.

    `auto` follows NO_COLOR (https://no-color.org), TERM=dumb and FORCE_COLOR, in this order.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return terminal or bool(os.environ.get("FORCE_COLOR"))


def width(*, terminal: bool) -> int:
    """Give the columns to write in: COLUMNS, else those of the terminal, else WIDTH_WITHOUT_TERMINAL."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    if not terminal:
        return WIDTH_WITHOUT_TERMINAL
    return shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns
