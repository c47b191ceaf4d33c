"""Cold starts: whole processes beside importing underthesea and a bare interpreter."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path


def rows(path: Path, rounds: int) -> Iterator[tuple[str, str]]:
    """Start each process in turn, round by round."""
    commands = {
        "extract": [sys.executable, "-m", "danvan_cli", "extract", str(path), "--format", "json"],
        "peer": [sys.executable, "-c", "import underthesea"],
        "help": [sys.executable, "-m", "danvan_cli", "--help"],
        "bare": [sys.executable, "-c", "pass"],
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            took[name].append(_seconds(command))
    median = {name: statistics.median(times[1:]) for name, times in took.items()}
    yield "`danvan extract FILE`, from a cold start", f"{median['extract']:.2f} s"
    yield "&nbsp;&nbsp;over `import underthesea`", f"{median['extract'] / median['peer']:.2f} of its time"
    yield "`danvan --help` over bare Python", f"{median['help'] / median['bare']:.1f} times its time"


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
