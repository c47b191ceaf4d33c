"""The output of a run at an address: written here first, by the library of its format, and sent when it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.remote import file_system, is_address


@contextmanager
def delivering(output: str) -> Iterator[str]:
    """Give a path to write `output` to: itself or, where it is an address, a path whose content is sent there.

    It takes the place of an older one at the end; where nothing was written, the older one is removed. Raises
    BatchError where it cannot be sent.
    """
    if not is_address(output):
        yield output
        return
    system, target = file_system(output)
    with TemporaryDirectory(prefix="danvan-") as folder:
        *above, name = target.rsplit("/", 1)
        written = Path(folder, name)
        yield str(written)
        try:
            draft = "/".join((*above, f".{name}.{uuid4().hex}.tmp"))
            if written.exists():
                system.put(str(written), draft, recursive=written.is_dir())
            if system.exists(target):
                system.rm(target, recursive=True)
            if written.exists():
                system.mv(draft, target, recursive=written.is_dir())
        except OSError as error:
            raise BatchError(f"{output}: cannot be written: {error.strerror or error}") from error
