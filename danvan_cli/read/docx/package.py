"""The ZIP archive of an Office file: opened with limits, its parts found by their relations."""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from danvan_cli.read.binary import TO_DOCX
from danvan_cli.read.docx.xml import Element, HostileXmlError, ParseError, children
from danvan_cli.read.errors import BinaryFileError, DamagedFileError, EncryptedFileError, TooLargeError

MAX_UNPACKED = 64 * 1024 * 1024
"""The most that all parts which are read may hold unpacked, in bytes; the text of a thousand pages has 10 MiB."""

MAX_DIRECTORY = 4 * 1024 * 1024
"""The longest directory of an archive in bytes: some 40,000 parts."""

_CHUNK = 64 * 1024
_DIRECTORY_END = b"PK\x05\x06"
_ENCRYPTED = 1  # the bit of a part's flags
_PACKINGS = (ZIP_STORED, ZIP_DEFLATED)  # those that Office Open XML allows (ECMA-376, part 2)

# What else has the form of a ZIP archive, by a part that it has -> what it is and what to do.
_TO_TEXT = "save its sheets or slides as text first"
_ARCHIVE = "a ZIP archive; unpack it, or read what is in it with danvan batch FILE.zip"
_KINDS = (
    ("xl/workbook.xml", f"an Excel workbook (xlsx); {_TO_TEXT}"),
    ("xl/workbook.bin", f"an Excel workbook (xlsb); {_TO_TEXT}"),
    ("ppt/presentation.xml", f"a PowerPoint presentation (pptx); {_TO_TEXT}"),
)
_MIMETYPES = (
    ("application/vnd.oasis.opendocument.text", f"an OpenDocument text (odt); {TO_DOCX}"),
    ("application/vnd.oasis.opendocument", f"an OpenDocument file; {_TO_TEXT}"),
    ("application/epub+zip", "an e-book (epub); save it as plain text first"),
)


class Package:
    """An Office file at hand: its parts by name, as XML.

    What is unpacked is counted, and all of it together is limited.
    """

    def __init__(self, archive: ZipFile, source: str) -> None:
        self._archive = archive
        self._source = source
        self._names = frozenset(archive.namelist())
        self._left = MAX_UNPACKED

    def parts(self, owner: str = "") -> list[tuple[str, str, str]]:
        """Give (id, type, name) of the parts that the part `owner` relates to, types without their address."""
        folder, base = posixpath.split(owner)
        related = posixpath.join(folder, "_rels", base + ".rels")
        found = []
        for node in self.read(related, "r_Relationships"):
            if node.get("TargetMode") == "External":
                continue  # never fetched
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
            found.append((node.get("Id", ""), node.get("Type", "").rpartition("/")[2], target))
        return found

    def read(self, name: str, container: str) -> Iterator[Element]:
        """Give the children of the elements `container` of a part, none where there is no such part."""
        if name in self._names:
            yield from children(self._chunks(name), container)

    def _chunks(self, name: str) -> Iterator[bytes]:
        with self._archive.open(name) as stream:
            while chunk := stream.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise TooLargeError(
                        self._source, f"holds more than {MAX_UNPACKED // 1024 ** 2} MiB when unpacked; not read")
                yield chunk


@contextmanager
def open_package(data: bytes, source: str) -> Iterator[Package]:
    """Open the archive of a Word document.

    Raises BinaryFileError where it is another kind of file; and, also while it is read, DamagedFileError or
    TooLargeError.
    """
    if _directory_length(data) > MAX_DIRECTORY:
        raise TooLargeError(source, "is an archive of too many parts for a document; not read")
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_others(archive, source)
            yield Package(archive, source)
    except (HostileXmlError, RecursionError) as error:  # notes of notes of notes …
        raise DamagedFileError(source, f"is no document that Word would write: {error}; not read") from error
    except (BadZipFile, zlib.error, ParseError, EOFError, struct.error, NotImplementedError, ValueError) as error:
        raise DamagedFileError(source, f"is a damaged or incomplete Office file ({error}); "
                                       "repair it in Word and save it anew") from error


def _directory_length(data: bytes) -> int:
    """Give the length in bytes that the end of an archive tells of its directory; 0 where it is cut off."""
    end = data.rfind(_DIRECTORY_END)
    return 0 if end < 0 else int.from_bytes(data[end + 12:end + 16], "little")


def _refuse_others(archive: ZipFile, source: str) -> None:
    names = frozenset(archive.namelist())
    if any(part.flag_bits & _ENCRYPTED for part in archive.infolist()):
        raise EncryptedFileError(source, "is encrypted; save it without a password")
    if any(part.compress_type not in _PACKINGS for part in archive.infolist()):
        what: str | None = _ARCHIVE
    elif "[Content_Types].xml" in names and "_rels/.rels" in names:
        what = next((what for name, what in _KINDS if name in names), None)
    elif "mimetype" in names:
        with archive.open("mimetype") as stream:
            kind = stream.read(100).decode("latin-1")
        what = next((what for name, what in _MIMETYPES if kind.startswith(name)), _ARCHIVE)
    else:
        what = _ARCHIVE
    if what:
        raise BinaryFileError(source, f"binary file, skipped: {what}")
