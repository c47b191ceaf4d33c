"""The list of what failed: `OUT.errors.jsonl`, one object a line, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from danvan_cli.batch.stores.draft import drafting
from danvan_cli.write.json_text import encode


def write_failures(path: str, failures: Iterable[tuple[str, str]]) -> None:
    """Write the failures, each with its `source` and its `reason`; without any there is no file.

    Raises StoreError.
    """
    with drafting(Path(path)) as draft:
        with draft.path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(encode({"source": source, "reason": reason}) + "\n" for source, reason in failures)
        if draft.path.stat().st_size:
            draft.publish()
        else:
            Path(path).unlink(missing_ok=True)
