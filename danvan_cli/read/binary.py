"""Binary files: told by their first bytes, or by NUL bytes that no text encoding explains."""

from __future__ import annotations

from danvan_cli.read.errors import BinaryFileError
from danvan_cli.read.wide import guess_wide

_SAMPLE = 64 * 1024

TO_DOCX = "save it as docx, for example with: soffice --headless --convert-to docx FILE"
"""What to do with a document of another office format."""

# First bytes -> what the file is and what to do. Source: the specifications of the formats, as collected in
# the database of file(1).
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file; convert it to text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (docx, xlsx, odt); save it as plain text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an old or encrypted Office document (doc, xls); {TO_DOCX}"),
    (b"{\\rtf", f"an RTF document; {TO_DOCX}"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first: gzip -dc FILE | danvan extract -"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it first"),
    (b"(\xb5/\xfd", "compressed with zstd; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)


def refuse_binary(data: bytes, source: str) -> None:
    """Raise BinaryFileError where `data`, the beginning of the input `source`, is no text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryFileError(source, f"binary file, skipped: {what}")
    sample = data[:_SAMPLE]
    nul = sample.find(b"\x00")
    if nul >= 0 and guess_wide(sample) is None:
        raise BinaryFileError(
            source, f"binary file, skipped: NUL byte at offset {nul}; if it is text, use --encoding NAME")
