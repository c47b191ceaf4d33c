"""JSON: `json`, one indented array of documents, and `jsonl`, one document a line.

`json` is an array however many documents there are, so that no reader has to look before it reads. Characters
that could drive a terminal or that hide are written as JSON escapes, which read back as themselves; a lone
surrogate, which is no character and which strict readers refuse, as U+FFFD.
"""

from __future__ import annotations

import json
import re
from typing import Any

from danvan_cli.document import Document
from danvan_cli.write.cells import HIDDEN
from danvan_cli.write.options import KINDS, Options
from danvan_cli.write.writer import Writer


class JsonLinesWriter(Writer):
    """One document a line."""

    keeps_warnings = True

    def document(self, document: Document) -> str:
        """Give the line of a document."""
        return encode(chosen(document, self._options)) + "\n"


class JsonWriter(Writer):
    """One array of documents, indented."""

    keeps_warnings = True

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._before = "["

    def document(self, document: Document) -> str:
        """Give a member of the array, with the bracket or comma before it."""
        text = encode(chosen(document, self._options), indent=2)
        before, self._before = self._before, ","
        return before + "\n  " + text.replace("\n", "\n  ")

    def tail(self) -> str:
        """Close the array."""
        return "[]\n" if self._before == "[" else "\n]\n"


def chosen(document: Document, options: Options) -> dict[str, Any]:
    """Give the document as plain values, without the kinds that were not chosen."""
    value = document.to_dict(explain=options.explain, with_text=options.with_text)
    if not options.kinds:
        return value
    return {key: part for key, part in value.items() if key not in KINDS or key in options.kinds}


def encode(value: object, *, indent: int | None = None) -> str:
    r"""Give a value as JSON that any reader takes and no terminal obeys.

    >>> encode({"text": "Sở\u202e \ud800"})
    '{"text": "Sở\\u202e �"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    # Most texts hold nothing to escape, which a test of all their characters at once tells soonest.
    return text if text.isprintable() else HIDDEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    if match[0] == "\n":  # of the indentation: those of the text are escaped already
        return match[0]
    if "\ud800" <= match[0] <= "\udfff":
        return "\ufffd"
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
