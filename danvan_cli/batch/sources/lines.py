"""The lines of a corpus file, compressed or not, none longer than danvan reads."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

from danvan_cli.batch.remote import open_anywhere
from danvan_cli.batch.sources.content import MAX_CONTENT


def lines_of(path: str) -> Iterator[bytes]:
    """Give the lines of a file with their ends; of one longer than MAX_CONTENT, the first MAX_CONTENT + 1 bytes.

    A byte order mark is left out. Raises OSError, also where compressed data is damaged or breaks off.
    """
    with open_anywhere(path) as file:
        stream = gzip.GzipFile(fileobj=file) if path.lower().endswith(".gz") else file
        try:
            first = True
            while line := stream.readline(MAX_CONTENT + 1):
                yield line.removeprefix(b"\xef\xbb\xbf") if first else line
                first = False
                while len(line) > MAX_CONTENT and not line.endswith(b"\n"):
                    line = stream.readline(MAX_CONTENT + 1)
        except (EOFError, zlib.error) as error:
            raise OSError(f"the compressed data is damaged: {error}") from error
