"""Markdown: a heading for the document, and each kind as a GitHub table."""

from __future__ import annotations

import re

from danvan_cli.document import Document
from danvan_cli.write.options import Options
from danvan_cli.write.views import View, heading, views
from danvan_cli.write.words import word
from danvan_cli.write.writer import Writer

# What would be read as markup inside a table cell or a heading line.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]")
_REFERENCE = re.compile(r"&(?=#?\w+;)")  # any other & stands for itself


class MarkdownWriter(Writer):
    """GitHub-flavoured Markdown, the text of the document never read as markup."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._before = ""

    def document(self, document: Document) -> str:
        """Give the document's heading and tables, after an empty line if another stands before."""
        title, *rest = (escape(part) for part in heading(document, self._options.lang))
        parts = [f"# {title}\n", *([" · ".join(rest) + "\n"] if rest else [])]
        parts.extend(self._table(view) for view in views(document, self._options))
        before, self._before = self._before, "\n"
        return before + "\n".join(parts)

    def _table(self, view: View) -> str:
        if not view.things:
            return f"## {view.title}\n\n{word('none', self._options.lang)}\n"
        rule = ["---:" if number in view.numeric else "---" for number in range(len(view.headings))]
        rows = ([escape(cell) for cell in row] for thing in view.things for row in thing)
        lines = [f"| {' | '.join(cells)} |\n" for cells in (view.headings, rule, *rows)]
        return f"## {view.title} ({len(view.things)})\n\n" + "".join(lines)


def escape(text: str) -> str:
    r"""Give a text that Markdown shows as it is.

    >>> escape("A|B <b> *c*"), escape("LĐ-TB&XH"), escape("&lt;")
    ('A\\|B \\<b\\> \\*c\\*', 'LĐ-TB&XH', '&amp;lt;')
    """
    return _MARKUP.sub(r"\\\g<0>", _REFERENCE.sub("&amp;", text))
