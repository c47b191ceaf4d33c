"""The formats that danvan reads besides plain text, and how a file's first bytes tell them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath

import regex

from danvan_cli.document import Text
from danvan_cli.read.errors import MissingLibraryError
from danvan_cli.read.wide import guess_wide

_READERS: Mapping[str, str] = {
    "html": "danvan_cli.read.html.page:read_html",
    "docx": "danvan_cli.read.docx.document:read_docx",
    "pdf": "danvan_cli.read.pdf.document:read_pdf",
}
"""Each format with its reader, loaded when the first file of it comes: a function from bytes, the name of the
source and the encoding that the user told (or None) to a Text."""

_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = b"%PDF-"
_PDF_REACH = 1024  # readers of PDF allow as much before it; a text that tells of PDF files does not begin with it
# What a web page begins with: only these stand for themselves, for a text may begin with any other "<".
_PAGE = regex.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*+>)*+<(?:!doctype\s++html|html|head|body|title|meta|script|style|article)[\s>/]",
    regex.IGNORECASE | regex.DOTALL)
# What a file that is called a web page must hold at least.
_TAG = regex.compile(r"</?(?:!doctype|[a-z][a-z1-6]*+)(?:\s[^<>]*+)?/?>", regex.IGNORECASE)
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")


def sniff(data: bytes, source: str) -> str | None:
    """Give the format of a file by its bytes (its beginning is enough), None for text and for what is unknown.

    The name decides only whether text with tags is a web page: `.html` without `<html>` is one.

    >>> sniff(b"<!DOCTYPE html><title>Tin", "tin.txt"), sniff(b"<1> Tin", "tin.html")
    ('html', None)
    """
    if data.startswith(_ZIP):
        return "docx"
    ending = PurePath(source).suffix.lower()
    if data.lstrip().startswith(_PDF) or (ending == ".pdf" and _PDF in data[:_PDF_REACH]):
        return "pdf"
    head = data[:_HEAD]
    text = head.decode(guess_wide(head) or "latin-1", "ignore").removeprefix("\xef\xbb\xbf").removeprefix("\ufeff")
    if _PAGE.match(text) or (ending in _PAGE_ENDINGS and _TAG.search(text)):
        return "html"
    return None


def read_format(name: str, data: bytes, source: str, encoding: str | None) -> Text:
    """Read a file of the format `name` that `sniff` gave. Raises ReadError."""
    module, _, attribute = _READERS[name].partition(":")
    try:
        reader = getattr(import_module(module), attribute)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__package__):
            raise
        raise MissingLibraryError(
            source, f"is {name}, which needs danvan[{name}]: pip install 'danvan[{name}]'") from error
    text: Text = reader(data, source, encoding)
    return text
