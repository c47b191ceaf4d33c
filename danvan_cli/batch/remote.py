"""Files that are named by address (`s3://…`, `hdfs://…`), reached through fsspec and the library of each kind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from danvan_cli.batch.errors import BatchError
from danvan_cli.extras import needs

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.:-]+://")  # two letters at least: C:\ is a path; fsspec joins kinds by ::


def is_address(path: str) -> bool:
    r"""Tell whether a file is named by its address.

    >>> [is_address(name) for name in ("s3://kho/bai.txt", "filecache::s3://kho/bai.txt")]
    [True, True]
    >>> [is_address(name) for name in ("C:\\bai.txt", "./s3://bai.txt", "bai::2.txt")]
    [False, False, False]
    """
    return _ADDRESS.match(path) is not None


def file_system(address: str) -> tuple[AbstractFileSystem, str]:
    """Give the file system of an address or path, and the name of the file there.

    Raises BatchError where there is no such kind of address, or the library for it is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise BatchError(f"{address}: an address {needs('cluster')}") from error
    try:
        system, name = url_to_fs(address)
    except (ImportError, ValueError) as error:  # fsspec says which library to install, or that it knows no such kind
        raise BatchError(f"{address}: cannot be reached: {error}") from error
    return system, name


def open_anywhere(path: str) -> BinaryIO:
    """Open a file to read bytes, by path or address; it can be sought in.

    Raises OSError, and BatchError as `file_system` does.
    """
    if not is_address(path):
        return Path(path).open("rb")
    system, name = file_system(path)
    try:
        stream: BinaryIO = system.open(name, "rb")
    except OSError:
        raise
    except Exception as error:  # each library of a storage has errors of its own
        raise OSError(str(error)) from error
    return stream
