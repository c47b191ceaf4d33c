"""A PDF file: its text layer page by page, running heads dropped, lines joined into paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import PdfDocument, PdfiumError, raw

from danvan_cli.document import Text
from danvan_cli.read.blocks import MAX_CHARS, compose
from danvan_cli.read.errors import DamagedFileError, EncryptedFileError, NoTextError, TooLargeError
from danvan_cli.read.pdf.heads import without_heads
from danvan_cli.read.pdf.lines import Row, read_rows
from danvan_cli.read.pdf.regions import read_blocks
from danvan_cli.read.properties import with_properties

MAX_PAGES = 5000
"""The most pages that are read at once."""

_TELL = 5  # pages without text that are told by their numbers


def read_pdf(data: bytes, source: str, encoding: str | None = None) -> Text:
    """Read the bytes of a PDF file; `encoding` tells the set of old fonts where danvan does not see it.

    Raises ReadError: NoTextError for a scan, EncryptedFileError, DamagedFileError, TooLargeError.
    """
    try:
        with PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                raise TooLargeError(source, f"has more than {MAX_PAGES} pages; split it")
            pages = list(_pages(document, source))
            told = document.get_metadata_dict()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise EncryptedFileError(source, "is encrypted; save it without a password") from error
        raise DamagedFileError(source, f"is a damaged PDF file ({error}); save it anew") from error
    if not any(page.rows for page in pages):
        raise NoTextError(source, "is a scan without a text layer; recognise its text first, for example with: "
                                  "ocrmypdf -l vie FILE NEW.pdf")
    scans = [str(number) for number, page in enumerate(pages, start=1) if page.is_scan]
    remark = f"pages that are scans without text: {', '.join(scans[:_TELL])}{', …' if len(scans) > _TELL else ''}"
    text = Text("", source, format="pdf", warnings=(remark,) if scans else ())
    text = compose(read_blocks(without_heads([page.rows for page in pages])), text, encoding)
    return with_properties(text, told.get("Title"), told.get("Author"))


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: its rows, and whether it is a picture of text only."""

    rows: list[Row]
    is_scan: bool


def _pages(document: PdfDocument, source: str) -> Iterator[_Page]:
    length = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        length += text.count_chars()
        if length > MAX_CHARS:
            raise TooLargeError(source, f"holds more than {MAX_CHARS // 1024 ** 2} million characters of text")
        rows = list(read_rows(text, number))
        yield _Page(rows, not rows and any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])))
        text.close()
        page.close()
