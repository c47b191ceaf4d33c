"""The stores: for each the endings that stand for it and the module that writes it, loaded when it is asked for."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

from danvan_cli.batch.stores.draft import Draft, drafting
from danvan_cli.batch.stores.errors import StoreError, UnfitTargetError, telling
from danvan_cli.batch.stores.record import Record
from danvan_cli.batch.stores.tables import TABLES
from danvan_cli.extras import needs
from danvan_cli.write import Options

Write = Callable[[Draft, Iterable[Record], Options], tuple[str, ...]]
"""What writes a store: all records, in their order, to `draft.path`. It gives remarks on what the store could not hold
as it is (a text longer than a cell), a line each."""


@dataclass(frozen=True, slots=True)
class Store:
    """A store of results.

    `writer` is the home of its function ("module:function"), `endings` the name endings that stand for it. `mark`
    is what a file of the kind has at the offset `at`, by which an older result is told from somebody else's file
    (for what is `packed`, of the file without gzip), and `own` the function that looks closer where others' files have
    that too; a `folder` is told by its files, which have the ending of the store. `needs` is a package to import, which
    the extra of the same name as the store installs.
    """

    writer: str
    endings: tuple[str, ...]
    mark: bytes = b""
    at: int = 0
    own: str | None = None
    packed: bool = False
    folder: bool = False
    needs: str | None = None


_FIRST_KEY = b'{"schema": '

STORES = {
    "jsonl": Store("danvan_cli.batch.stores.jsonl:write", (".jsonl", ".ndjson"), mark=_FIRST_KEY),
    "jsonl.gz": Store(
        "danvan_cli.batch.stores.jsonl:write_compressed", (".jsonl.gz", ".ndjson.gz"), mark=_FIRST_KEY, packed=True),
    "sqlite": Store("danvan_cli.batch.stores.sqlite:write", (".sqlite", ".sqlite3", ".db"), mark=b"dnvn", at=68),
    "xlsx": Store(
        "danvan_cli.batch.stores.xlsx:write", (".xlsx",), mark=b"PK", own="danvan_cli.batch.stores.xlsx:is_own"),
    "csv": Store("danvan_cli.batch.stores.csv_folder:write", (".csv",), folder=True),
    "parquet": Store("danvan_cli.batch.stores.parquet:write", (".parquet",), folder=True, needs="pyarrow"),
}
"""Every store by its name."""


def store_of_path(path: str | os.PathLike[str]) -> str | None:
    """Give the store that a name's ending stands for, or None.

    >>> store_of_path("ket-qua.JSONL.gz"), store_of_path("ket-qua.db"), store_of_path("ket-qua.txt")
    ('jsonl.gz', 'sqlite', None)
    """
    name = os.fspath(path).rstrip("/").lower()
    return next((key for key, store in STORES.items() if name.endswith(store.endings)), None)


def check_store(path: str | os.PathLike[str]) -> str:
    """Give the store of a name after a look at whether it can be written, before hours are spent on what goes in.

    Raises UnfitTargetError where the name makes no sense (no known ending, no such folder, something else than an
    older result has the name), StoreError where a library or a permission is missing.
    """
    with telling(path):
        return _checked(path)


def _checked(path: str | os.PathLike[str]) -> str:
    name = store_of_path(path)
    if name is None:
        endings = ", ".join(ending for store in STORES.values() for ending in store.endings)
        raise UnfitTargetError(f"{path}: the ending stands for no store: end the name in one of {endings}")
    store = STORES[name]
    target = Path(path)
    if not target.parent.is_dir():
        raise UnfitTargetError(f"{path}: there is no folder {target.parent}; make it first")
    if target.exists():
        _check_older(target, store)
    elif target.is_symlink():
        raise UnfitTargetError(f"{path}: is a link to nothing; remove it or name another file")
    if not os.access(target.resolve().parent, os.W_OK):
        raise StoreError(f"{path}: cannot be written: no permission in {target.resolve().parent}")
    if store.needs and find_spec(store.needs) is None:
        raise StoreError(f"{path}: {store.endings[0]} {needs(name)}")
    return name


def write_store(path: str | os.PathLike[str], lines: Iterable[str], options: Options) -> tuple[str, ...]:
    """Write lines of JSON, a document each, as the store that the ending of `path` names.

    The store appears whole, once all is written, in the place of an older one, or not at all. Documents and rows are
    in the order of the lines; the same lines give the same bytes. Of `options` the stores heed `kinds`, `explain`,
    `bom` and `raw`. Gives remarks for the user, a line each. Raises what `check_store` raises, LineError for a line
    that is no document, StoreError where writing fails; whatever `lines` raises comes through, but an OSError of
    theirs would be taken for one of the store.
    """
    return write_records(path, map(Record, lines), options)


def write_records(path: str | os.PathLike[str], records: Iterable[Record], options: Options) -> tuple[str, ...]:
    """Write records as `write_store` writes lines."""
    store = STORES[check_store(path)]
    write: Write = resolve_name(store.writer)
    with drafting(Path(path)) as draft:
        remarks = write(draft, records, options)
        draft.publish()
    return remarks


def _check_older(target: Path, store: Store) -> None:
    if store.folder:
        _check_folder(target, store)
        return
    if not target.is_file():
        raise UnfitTargetError(f"{target}: is no file; remove it or name another file")
    if not os.access(target, os.W_OK):
        raise StoreError(f"{target}: cannot be written: no permission")
    try:
        with gzip.open(target) if store.packed else target.open("rb") as stream:
            content = stream.read(store.at + len(store.mark))
        own = content[store.at:] == store.mark and (store.own is None or resolve_name(store.own)(target))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        content, own = b"no result", False
    except OSError as error:
        raise StoreError(f"{target}: cannot be read: {error.strerror or error}") from error
    if content and not own:
        raise UnfitTargetError(f"{target}: is no older result of danvan's; remove it or name another file")


def _check_folder(target: Path, store: Store) -> None:
    ending = store.endings[0]
    if not target.is_dir():
        raise UnfitTargetError(
            f"{target}: is a file, where a folder of {ending} files is to be made; remove it or name another folder")
    known = {f"{table.name}{ending}" for table in TABLES}
    for part in sorted(target.iterdir()):
        if part.name not in known or not part.is_file():
            raise UnfitTargetError(f"{target}: holds {part.name}, which is not danvan's; name another folder")
