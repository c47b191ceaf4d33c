"""Measure danvan and print a table in Markdown; `--readme` puts it into README.md.

    python -m tests.benchmarks [--texts DIR] [--rounds N] [--readme]

Read the ratios, not the times: both sides of each are measured in one run, in turn, on one machine. DIR is searched
for `.txt` files; without it, those of samples/ are read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import click

from tests.benchmarks import growth, peer, stages, start

ROOT = Path(__file__).resolve().parents[2]
README, BEGIN, END = ROOT / "README.md", "<!-- speed -->\n", "<!-- /speed -->\n"

Row = tuple[str, str]


def main() -> None:
    """Measure, print and, where asked, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=ROOT / "samples")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args()
    paths = sorted(options.texts.rglob("*.txt"))
    if not paths:
        parser.error(f"{options.texts}: no .txt file in it")
    lines = ["| measured | result |", "|---|---|"]
    click.echo("\n".join(lines))
    for name, result in _rows(paths, options.rounds):
        lines.append(f"| {name} | {result} |")
        click.echo(lines[-1])
    if options.readme:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(before + BEGIN + "\n".join(lines) + "\n" + END + after, encoding="utf-8")


def _rows(paths: list[Path], rounds: int) -> Iterator[Row]:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    yield "texts", f"{len(texts)} of {sum(map(len, texts)) // len(texts):,} characters on average"
    yield from peer.rows(texts, rounds)
    yield from stages.rows(texts, rounds)
    yield from start.rows(paths[0], rounds)
    yield from growth.rows(rounds)


if __name__ == "__main__":
    main()
