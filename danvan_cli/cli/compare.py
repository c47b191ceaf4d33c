"""`danvan compare`: what a change of words or of version gained and lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from danvan_cli.write.cells import shown

_EXAMPLES = """
\b
Examples:
  danvan extract *.txt -o truoc.jsonl
  danvan extract *.txt --lexicon co-quan.toml -o sau.jsonl
  danvan compare truoc.jsonl sau.jsonl
"""


@click.command(epilog=_EXAMPLES)
@click.argument("before", type=click.Path(exists=True, dir_okay=False))
@click.argument("after", type=click.Path(exists=True, dir_okay=False))
@click.option("--summary", is_flag=True, help="Print only the counts. Example: --summary")
def compare(before: str, after: str, summary: bool) -> None:
    """List what the run AFTER gained (+) and lost (-) against BEFORE, both written by danvan extract -f jsonl.

    The texts need no annotation: run both over a folder of one's own, and read what changed.
    """
    from danvan_cli.evaluate.compare import RunError, compare_runs

    counts: Counter[tuple[str, str]] = Counter()
    try:
        with Path(before).open(encoding="utf-8") as old, Path(after).open(encoding="utf-8") as new:
            for change in compare_runs(old, new):
                counts[change.kind, change.sign] += 1
                if not summary:
                    click.echo("\t".join(map(shown, (change.sign, change.source, change.kind, change.reading))))
    except (RunError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{before} or {after}: {error}") from error
    for kind in ("official", "position", "organisation", "indicator"):
        click.echo(f"{kind}: {counts[kind, '+']} gained, {counts[kind, '-']} lost", err=not summary)
