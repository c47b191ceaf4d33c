"""A PDF file: its text layer page by page, running heads dropped, lines joined into paragraphs."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from danvan_cli.document import Text
from danvan_cli.read.blocks import compose
from danvan_cli.read.errors import DamagedFileError, EncryptedFileError, NoTextError, ReadError, TooLargeError
from danvan_cli.read.pdf.heads import without_heads
from danvan_cli.read.pdf.lines import Line, Page, Square
from danvan_cli.read.pdf.regions import read_blocks
from danvan_cli.read.properties import with_properties

_LIBRARY = "pypdfium2"

# Seconds of the processor that a file may take: a page takes a hundredth.
_SECONDS = 10
_SECONDS_A_MIB = 10
# Where the processor's time is not limited, or is shared with many.
_PATIENCE = 10

_REFUSED: dict[str, tuple[type[ReadError], str]] = {
    "password": (EncryptedFileError, "is encrypted; save it without a password"),
    "damaged": (DamagedFileError, "is a damaged or incomplete PDF file; print it to PDF anew"),
    "pages": (TooLargeError, "has more than 5000 pages; split it"),
    "characters": (TooLargeError, "holds more than 32 million characters of text; split it"),
    "time": (DamagedFileError, "takes more time or memory than any document; not read"),
    "scan": (NoTextError, "is a scan without a text layer; recognise its text first: ocrmypdf -l vie FILE NEW.pdf"),
}
_TELL = 5  # pages without text that are told by their numbers


def read_pdf(data: bytes, source: str, encoding: str | None = None) -> Text:
    """Read the bytes of a PDF file; `encoding` tells the set of old fonts where danvan does not see it.

    Raises ReadError: NoTextError for a scan, EncryptedFileError, DamagedFileError, TooLargeError.
    """
    if find_spec(_LIBRARY) is None:
        raise ModuleNotFoundError(f"no {_LIBRARY}", name=_LIBRARY)
    layer = _read_layer(data)
    refused = layer.get("refused")
    if refused is None and not any(rows for rows, *_ in layer["pages"]):
        refused = "scan"
    if refused is not None:
        kind, reason = _REFUSED[refused]
        raise kind(source, reason)
    pages = [Page([tuple(map(_line, row)) for row in rows], height) for rows, height, _ in layer["pages"]]
    scans = [str(number) for number, (rows, _, pictured) in enumerate(layer["pages"], start=1) if pictured and not rows]
    remark = f"pages that are scans without text: {', '.join(scans[:_TELL])}{', …' if len(scans) > _TELL else ''}"
    text = Text("", source, format="pdf", warnings=(remark,) if scans else ())
    text = compose(read_blocks(without_heads(pages)), text, encoding)
    return with_properties(text, layer["title"], layer["author"])


def _line(told: list[Any]) -> Line:
    line = Line(*told)
    return replace(line, square=Square(*line.square)) if line.square else line


def _read_layer(data: bytes) -> dict[str, Any]:
    """Let a process of its own read the file (see `worker`)."""
    seconds = _SECONDS + _SECONDS_A_MIB * (len(data) // 1024 ** 2)
    # The same path makes it the same danvan, and keeps out the modules of the working folder.
    program = f"import sys; sys.path[:] = {sys.path!r}; from danvan_cli.read.pdf.worker import main; main({seconds})"
    try:
        done = subprocess.run(  # noqa: S603  (this interpreter, our own program)
            [sys.executable, "-c", program], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=_PATIENCE * seconds, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return {"refused": "time"}
    layer: dict[str, Any] = json.loads(done.stdout)
    return layer
