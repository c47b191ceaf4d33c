"""A tar archive of texts, read from its beginning to its end, whatever it is compressed with."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from posixpath import normpath

from danvan_cli.batch.job import Input
from danvan_cli.batch.remote import open_anywhere
from danvan_cli.batch.sources.choice import Choice, Failure
from danvan_cli.batch.sources.content import MAX_CONTENT, content_input, too_large
from danvan_cli.batch.sources.folder import is_hidden, matches
from danvan_cli.read.errors import printable_name


def tarred(path: str, choice: Choice) -> Iterator[Input | Failure]:
    """Give the members whose names match, in the order of the archive. Raises OSError."""
    archive = printable_name(path)
    try:
        with open_anywhere(path) as stream, tarfile.open(fileobj=stream, mode="r|*") as file:
            while (member := file.next()) is not None:
                file.members.clear()  # type: ignore[attr-defined]  # no typeshed has it; it would hold every member seen
                name = normpath(member.name)
                if not member.isdir() and not is_hidden(name) and matches(name, choice.patterns):
                    yield _member(file, member, f"{archive}/{printable_name(name)}")
    except (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise OSError(f"the archive is damaged: {error}") from error


def _member(file: tarfile.TarFile, member: tarfile.TarInfo, source: str) -> Input | Failure:
    if not member.isreg():
        return Failure(source, "is no regular file in the archive")
    if member.size > MAX_CONTENT:
        return Failure(source, too_large())
    stream = file.extractfile(member)
    return content_input(source, stream.read(MAX_CONTENT + 1) if stream else b"")
