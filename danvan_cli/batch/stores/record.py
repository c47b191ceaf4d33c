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

    `document` and `kinds` are read on first need; they raise LineError for a line that is no document.
    """

    __slots__ = ("_document", "_kinds", "line", "place")

    def __init__(self, line: str, place: str = "results") -> None:
        self.line = line.rstrip("\r\n")
        self.place = place
        self._document: Document | None = None
        self._kinds: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The document, with exact numbers."""
        return self._document or self._read()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the line holds: all but those that `--only` left out."""
        self._document or self._read()
        return self._kinds

    def line_of(self, kinds: tuple[str, ...]) -> str:
        """Give the line with no other kinds than these; the line itself for none."""
        if not kinds:
            return self.line
        from danvan_cli.write.json_text import encode

        left_out = set(KINDS).difference(kinds)
        value = _parsed(self.line, self.place, exact=False)
        return encode({key: part for key, part in value.items() if key not in left_out})

    def _read(self) -> Document:
        value = _parsed(self.line, self.place, exact=True)
        try:
            document = Document.from_dict(value)
        except ShapeError as error:
            raise LineError(f"{self.place}: no document of danvan's: {error}") from error
        self._document, self._kinds = document, tuple(kind for kind in KINDS if kind in value)
        return document


def _parsed(line: str, place: str, *, exact: bool) -> Any:
    try:
        line.encode()
        value = json.loads(line, parse_float=Decimal if exact else float, parse_constant=_refuse)
        if _ESCAPED_SURROGATE.search(line):  # half a pair is no character, and no store takes it
            json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        reason = "bytes or escapes that are no characters in UTF-8"
    except json.JSONDecodeError as error:
        reason = f"{error.msg} at character {error.pos + 1}"
    except RecursionError:
        reason = "nested too deeply"
    except ValueError as error:  # NaN, or an integer with more digits than Python reads
        reason = str(error)
    else:
        return value
    raise LineError(f"{place}: no line of JSON: {reason}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
