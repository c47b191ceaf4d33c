"""The entry point of `danvan`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from danvan_cli.document import Text
from danvan_cli.pipeline import extract


def run() -> None:
    """Run the command line (development stand-in until the commands are built)."""
    for name in sys.argv[1:]:
        if name.endswith(".txt"):
            print(json.dumps(extract(Text(Path(name).read_text("utf-8"), name)).to_dict(), ensure_ascii=False))  # noqa: T201
