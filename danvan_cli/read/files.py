"""Files and streams: opening them, with a limit on how much is read."""

from __future__ import annotations

import os
import stat
import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from danvan_cli.document import Text
from danvan_cli.read.binary import refuse_binary
from danvan_cli.read.decode import decode
from danvan_cli.read.errors import (
    FolderError,
    TooLargeError,
    UnreadableFileError,
    printable_name,
    unreadable,
)
from danvan_cli.read.formats import read_format, sniff

MAX_BYTES = 512 * 1024 * 1024
"""The largest input read at once: some 350 million characters, the yearly file of a newspaper. It bounds memory, and it
ends inputs that have no end (`/dev/urandom`, `yes |`) within seconds."""

_CHUNK = 1024 * 1024


def read_path(path: str | os.PathLike[str], encoding: str | None = None) -> Text:
    """Read a file, a text or a file of one of the formats that `sniff` knows; `-` is standard input.

    `encoding` forces an encoding as `decode` takes it. Pipes and devices are read like files, up to
    `MAX_BYTES`. Raises ReadError.
    """
    if os.fspath(path) == "-":
        if sys.stdin is None:
            raise UnreadableFileError("<stdin>", "standard input is closed")
        # Unbuffered where it can be: a buffer asks a terminal for a second Ctrl-D.
        return read_stream(getattr(sys.stdin.buffer, "raw", sys.stdin.buffer), "<stdin>", encoding)
    name = printable_name(path)
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise FolderError(name, "is a folder; name its files, or read it all with danvan batch")
        if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
            raise _too_large(name)
        with Path(path).open("rb", buffering=0) as stream:
            data = _read_all(stream, name, encoding)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error
    return read_bytes(data, name, encoding)


def read_stream(stream: BinaryIO, name: str, encoding: str | None = None) -> Text:
    """Read a binary stream to its end, `MAX_BYTES` at most; `name` is the source of the text.

    Raises ReadError; what the stream itself raises is passed on as UnreadableFileError.
    """
    try:
        data = _read_all(stream, name, encoding)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(name, f"cannot be read: {error}") from error
    return read_bytes(data, name, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Text:
    """Read what a file of this name holds, whatever its format. Raises ReadError."""
    name = printable_name(name)
    form = sniff(data, name)
    return decode(data, name, encoding) if form is None else read_format(form, data, name, encoding)


def _read_all(stream: BinaryIO, name: str, encoding: str | None) -> bytes:
    whole = BytesIO()
    while chunk := stream.read(_CHUNK):
        if encoding is None and whole.tell() == 0 and sniff(chunk, name) is None:
            refuse_binary(chunk, name)  # before the whole of a film is read
        whole.write(chunk)
        if whole.tell() > MAX_BYTES:
            raise _too_large(name)
    return whole.getvalue()


def _too_large(name: str) -> TooLargeError:
    return TooLargeError(name, f"larger than {MAX_BYTES // 1024 ** 2} MiB; split it into smaller files")
