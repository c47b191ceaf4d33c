"""The formats that danvan reads besides plain text, and how a file's first bytes tell them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from pkgutil import resolve_name

from danvan_cli.document import Text
from danvan_cli.extras import needs
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
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_PDF_REACH = 1024  # readers of PDF allow as much before it; a text that tells of PDF files does not begin with it


def sniff(data: bytes, source: str) -> str | None:
    """Give the format of a file by its bytes (its beginning is enough), None for text and for what is unknown.

    The name decides only whether text with tags is a web page: `.html` without `<html>` is one.

    >>> sniff(b"<!DOCTYPE html><title>Tin", "tin.txt"), sniff(b"<1> Tin", "tin.html")
    ('html', None)
    """
    if data.startswith(_ZIP):
        return "docx"
    ending = PurePath(source).suffix.lower()
    head = data[:_HEAD]
    if head.lstrip().startswith(_PDF) or (ending == ".pdf" and _PDF in data[:_PDF_REACH]):
        return "pdf"
    if b"<" not in head:
        return None
    from danvan_cli.read.markup import is_page  # patterns that plain text does not need

    text = head.decode(guess_wide(head) or "latin-1", "ignore")
    return "html" if is_page(text, named=ending in _PAGE_ENDINGS) else None


def read_format(name: str, data: bytes, source: str, encoding: str | None) -> Text:
    """Read a file of the format `name` that `sniff` gave. Raises ReadError."""
    try:
        text: Text = resolve_name(_READERS[name])(data, source, encoding)
    except ImportError as error:
        if (error.name or "").startswith(__package__):
            raise
        raise MissingLibraryError(source, f"is {name}, which {needs(name)}") from error
    return text
