"""`danvan compare`: what a change of words or of version gained and lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from danvan_cli.cli.errors import complain
from danvan_cli.write.cells import shown

if TYPE_CHECKING:
    from danvan_cli.evaluate.compare import Run

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
@click.pass_context
def compare(ctx: click.Context, /, before: str, after: str, summary: bool) -> None:
    """List what the run AFTER gained (+) and lost (-) against BEFORE.

    Both are what danvan extract wrote as jsonl or json. The texts need no annotation: run both over a folder of
    one's own, and read what changed.
    """
    from danvan_cli.evaluate.compare import compare_runs

    old, new = _read(before), _read(after)
    if old is None or new is None:
        ctx.exit(1)
    counts: Counter[tuple[str, str]] = Counter()
    for change in compare_runs(old, new):
        counts[change.kind, change.sign] += 1
        if not summary:
            click.echo("\t".join(map(shown, (change.sign, change.source, change.kind, change.reading))))
    for kind in ("official", "position", "organisation", "indicator"):
        click.echo(f"{kind}: {counts[kind, '+']} gained, {counts[kind, '-']} lost", err=not summary)


def _read(path: str) -> Run | None:
    """Read what a run wrote; None where it cannot be read, which is told on standard error."""
    from danvan_cli.evaluate.compare import RunError, read_run

    try:
        with Path(path).open(encoding="utf-8-sig") as lines:
            return read_run(lines)
    except RunError as error:
        complain(f"{path}: {error}")
    except UnicodeDecodeError:
        complain(f"{path}: not UTF-8, in which danvan writes")
    except OSError as error:
        complain(f"{path}: cannot be read: {error.strerror or error}")
    return None
