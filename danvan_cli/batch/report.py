"""The list of what failed: `OUT.errors.jsonl`, one object a line, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from danvan_cli.batch.errors import BatchError
from danvan_cli.write.json_text import encode


def write_failures(path: str, failures: Iterable[tuple[str, str]]) -> None:
    """Write the failures, each with its `source` and its `reason`; without any there is no file.

    Raises BatchError.
    """
    target = Path(path)
    draft = target.with_name(f".{target.name}.tmp")
    try:
        count = 0
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            for source, reason in failures:
                stream.write(encode({"source": source, "reason": reason}) + "\n")
                count += 1
        if count:
            draft.replace(target)
        else:
            draft.unlink()
            target.unlink(missing_ok=True)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise BatchError(f"{path}: cannot be written: {error.strerror or error}") from error
