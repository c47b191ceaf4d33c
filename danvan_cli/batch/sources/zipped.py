"""A zip archive of texts."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from danvan_cli.batch.job import Input
from danvan_cli.batch.remote import open_anywhere
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.content import MAX_CONTENT, content_input, too_large
from danvan_cli.batch.sources.folder import is_hidden, matches
from danvan_cli.read.errors import printable_name

_UTF8_FLAG = 0x800
_MAX_RATIO = 200
"""No text packs so well; a bomb does (deflate reaches 1,032)."""
_SMALL = 1024 * 1024
"""What a member may unpack to at any ratio."""


def zipped(path: str, choice: Choice) -> Iterator[Input | Failure]:
    """Give the members whose names match, in the order of the archive. Raises OSError."""
    archive = printable_name(path)
    try:
        with open_anywhere(path) as stream, ZipFile(stream) as file:
            for member in file.infolist():
                name = _name(member)
                if not member.is_dir() and not is_hidden(name) and matches(name, choice.patterns):
                    yield _member(file, member, f"{archive}/{printable_name(name)}")
    except BadZipFile as error:
        raise OSError(f"the archive is damaged: {error}") from error


def _member(file: ZipFile, member: ZipInfo, source: str) -> Input | Failure:
    if member.file_size > MAX_CONTENT:
        return Failure(source, too_large())
    if member.file_size > max(_SMALL, member.compress_size * _MAX_RATIO):
        return Failure(source, f"packed more than {_MAX_RATIO} times, as no text is: refused as a zip bomb")
    try:
        with file.open(member) as stream:
            return content_input(source, stream.read(MAX_CONTENT + 1))
    except (BadZipFile, zlib.error, EOFError, OSError) as error:
        return Failure(source, f"cannot be unpacked: {error}")
    except (RuntimeError, NotImplementedError) as error:  # encrypted; packed in a way that Python does not know
        return Failure(source, f"cannot be unpacked: {error}")


def _name(member: ZipInfo) -> str:
    """Give the name of a member: UTF-8, which many programs write without saying so."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    try:
        return member.filename.encode("cp437").decode()
    except UnicodeError:
        return member.filename
