"""How cost grows with the text: time on texts of all sorts, hostile ones too, and memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.peer import seconds

SMALL, LARGE = 30_000, 300_000
"""Code points of the texts whose times are compared."""
BIG, BASE = 10_000_000, 200 << 20
"""Bytes of the text whose reading is weighed, and of memory that any reading may take."""

PROSE_BEFORE = "Theo báo cáo. "
"""What tells a line of repeated words from page furniture, which is not read."""

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPEATED = {
    "digits only": "1234567890",
    "numbers only": "1.234 ",
    "capitals only": "ỦY BAN NHÂN DÂN TỈNH ",
    "one repeated name": "Nguyễn Văn An ",
    "one repeated head": "Hội ",
    "one repeated title": "Phó Chủ tịch ",
    "one repeated unfinished pattern": "từ năm ",
    "opening brackets and quotes": '(" ',
}

_WEIGHED = """
import resource, sys
from danvan_cli import extract
text = open(sys.argv[1], encoding="utf-8").read()
text = (text * (int(sys.argv[2]) // len(text.encode()) + 1))
extract(text)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024), len(text.encode()))
"""


def rows(rounds: int) -> Iterator[tuple[str, str]]:
    """Compare the time of a text with that of one ten times as long, and weigh the reading of a big one."""
    from danvan_cli import extract

    prose = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    endless = " ".join(prose.replace(".", ",").split())
    for name, unit in {"prose": prose, "one endless line": endless, **REPEATED}.items():
        small, large = ((PROSE_BEFORE + unit * (size // len(unit) + 1))[:size] + "." for size in (SMALL, LARGE))
        took = [min(seconds(extract, [text]) for _ in range(min(rounds, 3))) for text in (small, large)]
        speed = f"{LARGE / took[1] / 1000:,.0f} thousand characters a second"
        yield f"ten times the text: {name}", f"{took[1] / took[0]:.1f} times the time ({speed})"
    weighed = subprocess.run(
        [sys.executable, "-c", _WEIGHED, str(next(SAMPLES.glob("*.txt"))), str(BIG)],
        check=True, capture_output=True, text=True).stdout.split()
    memory, size = map(int, weighed)
    yield f"memory above {BASE >> 20} MiB, on {size >> 20} MiB of text", f"{max(0, memory - BASE) / size:.1f} times the text"
