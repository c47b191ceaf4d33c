"""`danvan lexicon`: the words that danvan knows, and whether a file of one's own words is good."""

from __future__ import annotations

import click

from danvan_cli.cli.completion import lexicon_files
from danvan_cli.cli.errors import complain
from danvan_cli.lexicon.check import problems
from danvan_cli.lexicon.entry import LexiconError, load_entries
from danvan_cli.lexicon.user import lexicon_names, load_placed_entries
from danvan_cli.write.cells import shown


@click.group()
def lexicon() -> None:
    """List and check the words that danvan knows."""


@lexicon.command("list", epilog="Examples: danvan lexicon list; danvan lexicon list titles")
@click.argument("name", required=False, shell_complete=lexicon_files)
def list_(name: str | None) -> None:
    """List the lexicon files with their number of entries, or the words of the file NAME.

    An entry is a line: its form, then its variants, tab-separated.
    """
    if name is None:
        for known in lexicon_names():
            click.echo(f"{known}\t{len(load_entries(known))}")
        return
    if name not in lexicon_names():
        raise click.UsageError(f"there is no lexicon file {name!r}; danvan lexicon list names them")
    for entry in load_entries(name):
        click.echo("\t".join(shown(form) for form in entry.forms))


@lexicon.command(epilog="Examples: danvan lexicon check; danvan lexicon check co-quan.toml")
@click.argument("files", metavar="[FILE.toml…]", nargs=-1, type=click.Path(readable=False))
@click.pass_context
def check(ctx: click.Context, /, files: tuple[str, ...]) -> None:
    """Check FILE.toml, or without one the lexicon that danvan comes with.

    An entry is good if it fits the schema, is composed Unicode (NFC), stands only once, is found in each of
    its `examples` and in none of its `not`. A problem is one line on standard error, with the line of the entry
    in FILE.toml, and the exit status is 1.
    """
    good = [_check(name, user=bool(files)) for name in files or lexicon_names()]
    ctx.exit(0 if all(good) else 1)


def _check(name: str, *, user: bool) -> bool:
    try:
        placed = load_placed_entries(name) if user else tuple(("", entry) for entry in load_entries(name))
    except LexiconError as error:
        complain(str(error))
        return False
    found = list(problems((entry for _, entry in placed), rejects=user))
    for number, problem in found:
        place = placed[number][0]
        complain(f"{name}: {place}: {problem}" if place else f"{name}: {problem}")
    if not found:
        click.echo(f"{shown(name)}: {len(placed)} {'entry, good' if len(placed) == 1 else 'entries, all good'}")
    return not found
