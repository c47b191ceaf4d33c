"""`danvan evaluate`: how good the readings are on one's own annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from danvan_cli.cli.errors import complain
from danvan_cli.cli.words import load_words
from danvan_cli.write.cells import shown
from danvan_cli.write.json_text import encode

if TYPE_CHECKING:
    from danvan_cli.evaluate.scores import Scores

# In the epilog, as click's mark for lines that stay (a backspace) makes no good docstring.
_FORMAT = """
NAME.json quotes the text exactly and holds six lists, each of which may be empty:

\b
officials               {"name", "positions": [[accepted wording, …], …]}
ignore_people           names that are neither wanted nor wrong
organisations           every mention, in text order
optional_organisations  mentions that are neither wanted nor wrong
indicators              {"quote", "number", "value", "bound", "unit",
                         "measure", "change"}, in text order
optional_indicators     quotes that are neither wanted nor wrong

\b
{"officials": [{"name": "Trần Thị Mơ",
                "positions": [["Giám đốc Sở Nội vụ", "Giám đốc"]]}],
 "ignore_people": [], "organisations": ["Sở Nội vụ"],
 "optional_organisations": [], "optional_indicators": [],
 "indicators": [{"quote": "hơn 5 nghìn đơn thư", "number": "5 nghìn",
                 "value": 5000, "bound": "over", "unit": "count",
                 "measure": "đơn thư", "change": null}]}

`value` is a number, a pair for a range, null where it is not to be scored; `bound` and `change` are those
of danvan schema.
"""

_EXAMPLES = """
\b
Examples:
  danvan evaluate samples
  danvan evaluate samples --errors | grep positions
  danvan evaluate ban-cua-toi -f json
"""


@click.command(epilog=_FORMAT + _EXAMPLES)
@click.argument("folders", metavar="DIR…", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("--errors", is_flag=True, help="List every difference in its context. Example: --errors")
@click.option("-f", "--format", "form", type=click.Choice(("table", "json")), default="table",
              help="What to write. Example: -f json")
@click.option("--lexicon", metavar="FILE.toml", type=click.Path(readable=False),
              help="Know the words of this file too. Example: --lexicon co-quan.toml")
@click.pass_context
def evaluate(ctx: click.Context, /, folders: tuple[str, ...], errors: bool, form: str, lexicon: str | None) -> None:
    """Score danvan on annotated documents: NAME.txt with NAME.json beside it, in each DIR.

    Prints precision, recall and F1 of each kind; `full` is an indicator whose value, bound, unit, change and
    measure are all right.
    """
    from danvan_cli.evaluate.gold import GoldError, load_gold
    from danvan_cli.evaluate.scores import Scores
    from danvan_cli.pipeline import extract

    words = load_words(lexicon)
    scores, count = Scores(), 0
    try:
        for folder in folders:
            for gold in load_gold(Path(folder)):
                scores.add(gold, extract(gold.text, lexicon=words))
                count += 1
    except GoldError as error:
        complain(str(error))
        ctx.exit(1)
    if form == "json":
        _print_json(scores, count)
        return
    if errors:
        for difference in scores.differences:
            click.echo("\t".join(map(shown, (
                difference.source, f"{difference.kind} {difference.what}", difference.quote))))
    _print_table(scores, count)


def _print_json(scores: Scores, count: int) -> None:
    click.echo(encode({"documents": count, **{
        kind: {"precision": round(tally.precision, 4), "recall": round(tally.recall, 4), "f1": round(tally.f1, 4),
               "right": tally.right, "wrong": tally.wrong, "missed": tally.missed}
        for kind, tally in scores.tallies.items()}}))


def _print_table(scores: Scores, count: int) -> None:
    click.echo(f"{count} document" if count == 1 else f"{count} documents")
    click.echo(f"{'':14} {'precision':>9} {'recall':>7} {'F1':>7} {'right':>6} {'wrong':>6} {'missed':>6}")
    for kind, tally in scores.tallies.items():
        click.echo(f"{kind:14} {tally.precision:9.3f} {tally.recall:7.3f} {tally.f1:7.3f} "
                   f"{tally.right:6} {tally.wrong:6} {tally.missed:6}")
