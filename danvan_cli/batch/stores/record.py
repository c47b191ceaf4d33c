"""One line of results: the document that it holds, read when a store first asks for it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any, NoReturn

from danvan_cli.batch.stores.errors import LineError
from danvan_cli.document import KINDS, Document
from danvan_cli.plain import ShapeError

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Record:
    """A line of results (JSON, without the line end), and where it stands, for messages.

    `document` and `text` are read on first need; they raise LineError for a line that is no document.
    """

    __slots__ = ("_document", "_text", "line", "place")

    def __init__(self, line: str, place: str = "results") -> None:
        self.line = line.rstrip("\r\n")
        self.place = place
        self._document: Document | None = None
        self._text: str | None = None

    @property
    def document(self) -> Document:
        """The document, with exact numbers."""
        if self._document is None:
            self._read()
        assert self._document is not None  # noqa: S101  (_read gives it or raises)
        return self._document

    @property
    def text(self) -> str | None:
        """The text that the offsets count in, None where it was not written (see `--with-text`)."""
        if self._document is None:
            self._read()
        return self._text

    def line_of(self, kinds: tuple[str, ...]) -> str:
        """Give the line with no other kinds than these; the line itself for none."""
        if not kinds:
            return self.line
        from danvan_cli.write.json_text import encode

        left_out = set(KINDS).difference(kinds)
        value = _parsed(self.line, self.place, exact=False)
        return encode({key: part for key, part in value.items() if key not in left_out})

    def _read(self) -> None:
        value = _parsed(self.line, self.place, exact=True)
        text = value.pop("text", None) if isinstance(value, dict) else None
        if not isinstance(text, str | None):
            raise LineError(f"{self.place}: text: is no text")
        try:
            self._document = Document.from_dict(value)
        except ShapeError as error:
            raise LineError(f"{self.place}: no document of danvan's: {error}") from error
        self._text = text


def _parsed(line: str, place: str, *, exact: bool) -> Any:
    try:
        value = json.loads(line, parse_float=Decimal if exact else float, parse_constant=_refuse)
        if _ESCAPED_SURROGATE.search(line):  # half a pair is no character, and no store takes it
            json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        reason = "holds half of a surrogate pair"
    except RecursionError:
        reason = "nested too deeply"
    except ValueError as error:  # of JSON, or of an integer with more digits than Python reads
        reason = str(error)
    else:
        return value
    raise LineError(f"{place}: no JSON: {reason}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
