"""What can go wrong from a file to its text: each message is one line that names the file and the remedy."""

from __future__ import annotations

import os

import regex

_UNPRINTABLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class ReadError(Exception):
    """A text that cannot be read. `source` is its printable name, `reason` what is wrong and what to do."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        # Worker processes send errors home pickled.
        return type(self), (self.source, self.reason)


class MissingFileError(ReadError):
    """There is no such file."""


class FolderError(ReadError):
    """The path is a folder."""


class ForbiddenFileError(ReadError):
    """The file may not be read by this user."""


class UnreadableFileError(ReadError):
    """The system refuses to open or read the file for another reason."""


class TooLargeError(ReadError):
    """The input is larger than danvan reads at once."""


class BinaryFileError(ReadError):
    """The input is no text."""


class DamagedFileError(ReadError):
    """The input is of a format that danvan reads, but cut off, broken, or made to do harm."""


class EncryptedFileError(ReadError):
    """The input can only be read with a password."""


class NoTextError(ReadError):
    """The input holds pictures of pages only."""


class MissingLibraryError(ReadError):
    """The format of the input needs a library that is not installed."""


class UndecodableError(ReadError):
    """The bytes are no text in the encoding given, or in any that danvan knows."""


class UnknownEncodingError(ReadError):
    """There is no encoding of the name given."""


def unreadable(source: str, error: OSError | ValueError) -> ReadError:
    """Give what the system says of a file as the error that a user is told; a ValueError is a NUL in the path."""
    if isinstance(error, FileNotFoundError):
        return MissingFileError(source, "no such file")
    if isinstance(error, PermissionError):
        return ForbiddenFileError(source, "no permission to read it")
    reason = (error.strerror if isinstance(error, OSError) else None) or error
    return UnreadableFileError(source, f"cannot be read: {reason}")


def printable_name(path: str | os.PathLike[str]) -> str:
    r"""Give a file name that prints anywhere: bytes that are no UTF-8 and control characters escaped.

    >>> printable_name("b\udce1o c\x1bo.txt")
    'b\\xe1o c\\x1bo.txt'
    """
    try:
        name = os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        name = os.fspath(path)
    safe: str = _UNPRINTABLE.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), name)
    return safe
