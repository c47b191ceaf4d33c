"""The program that PDFium runs in: a process of its own, for a file may be made to crash, fill or hold up its reader.

It takes the file on its standard input and answers with JSON on its standard output: the `layer` of its text, or the
reason why there is none. Its time and memory are limited where the system can.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, raw

from danvan_cli.read.pdf.grids import find_grids
from danvan_cli.read.pdf.layer import read_rows
from danvan_cli.read.pdf.strokes import read_strokes

MAX_PAGES = 5000
"""The most pages that are read at once."""

MAX_CHARS = 32 * 1024 * 1024
"""The most characters of all pages together."""

_MEMORY = 1024 * 1024 * 1024


def main(seconds: int) -> None:
    """Read the file on standard input in so many seconds of the processor."""
    _limit(seconds)
    answer = read_layer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def read_layer(data: bytes) -> dict[str, Any]:
    """Give {"pages": [[rows, height, whether it holds pictures] …], "title", "author"}, or {"refused": reason}."""
    try:
        with PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                return {"refused": "pages"}
            told = document.get_metadata_dict()
            return {"pages": list(_pages(document)), "title": told.get("Title"), "author": told.get("Author")}
    except _TooLongError:
        return {"refused": "characters"}
    except PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        return {"refused": "password" if is_locked else "damaged"}


class _TooLongError(Exception):
    """The pages hold more characters than MAX_CHARS."""


def _pages(document: PdfDocument) -> Iterator[tuple[list[list[tuple[Any, ...]]], float, bool]]:
    length = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        length += text.count_chars()
        if length > MAX_CHARS:
            raise _TooLongError
        grids = find_grids(read_strokes(page))
        rows = [[astuple(line) for line in row] for row in read_rows(text, number, grids)]
        yield rows, page.get_height(), any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        text.close()
        page.close()


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, wanted in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_DATA, _MEMORY)):
        with suppress(ValueError, OSError):  # less is allowed already
            resource.setrlimit(kind, (wanted, wanted))
