"""Tables for a terminal: a heading line, then a table for each kind, as wide as the terminal.

Wide cells wrap and nothing is cut. Where the terminal is too narrow for the columns, each thing is printed as
a short list of `heading: cell` lines. Every cell is a plain `rich.text.Text` of harmless characters: a
document can neither write markup nor drive the terminal.
"""

from __future__ import annotations

import io

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from danvan_cli.document import Document
from danvan_cli.write.options import Options
from danvan_cli.write.views import View, heading, views
from danvan_cli.write.words import word
from danvan_cli.write.writer import Writer

_LEAST_COLUMN = 7
"""The narrowest column in which Vietnamese words (at most seven letters a syllable) are not broken."""

_LEAST_HEADING = 10
"""As much of a heading as a column must have room for; a longer one is folded."""


class TableWriter(Writer):
    """Rich tables, with escape sequences only where the options allow colour."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._before = ""

    def document(self, document: Document) -> str:
        """Give the document's heading line and tables."""
        buffer = io.StringIO()
        console = Console(
            file=buffer, width=self._options.width, force_terminal=self._options.color,
            color_system="standard" if self._options.color else None, legacy_windows=False,
            highlight=False, markup=False, emoji=False, _environ={})
        title, *rest = heading(document, self._options.lang)
        line = Text(title, style="bold")
        for part in rest:
            line.append(f" · {part}", style="not bold")
        console.print(line, overflow="fold")
        for view in views(document, self._options):
            console.print()
            self._view(console, view)
        before, self._before = self._before, "\n"
        return before + _trimmed(buffer.getvalue())

    def _view(self, console: Console, view: View) -> None:
        if not view.things:
            console.print(Text(f"{view.title}: {word('none', self._options.lang)}"), overflow="fold")
            return
        console.print(Text(f"{view.title} ({len(view.things)})", style="bold cyan"), overflow="fold")
        if _least_width(view) <= self._options.width:
            console.print(_table(view))
        else:
            _list(console, view)


def _least_width(view: View) -> int:
    widths = (min(max(_LEAST_COLUMN, cell_len(title)), _LEAST_HEADING) for title in view.headings)
    return sum(widths) + 3 * len(view.headings) + 1  # a border and two spaces for each column, and the last border


def _table(view: View) -> Table:
    table = Table(box=box.ROUNDED, header_style="bold", pad_edge=True)
    for number, title in enumerate(view.headings):
        table.add_column(Text(title), justify="right" if number in view.numeric else "left", overflow="fold",
                         min_width=min(_LEAST_COLUMN, max(_widest_word(view, number), cell_len(title))))
    lines = any(len(rows) > 1 for rows in view.things)  # where a thing has rows, lines tell things apart
    for rows in view.things:
        for number, row in enumerate(rows, 1):
            table.add_row(*(Text(cell) for cell in row), end_section=lines and number == len(rows))
    return table


def _widest_word(view: View, column: int) -> int:
    cells = (row[column] for rows in view.things for row in rows)
    return max((cell_len(part) for cell in cells for part in cell.split()), default=0)


def _list(console: Console, view: View) -> None:
    for number, rows in enumerate(view.things):
        if number:
            console.print()
        for row in rows:
            for title, cell in zip(view.headings, row, strict=True):
                if cell:
                    console.print(Text.assemble((f"{title}: ", "bold"), cell), overflow="fold")


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n")) + "\n"
