"""The command group: every command by name, imported only when it is run or its help is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click

from danvan_cli import __version__

COMMANDS: Mapping[str, str] = {
    "batch": "Read folders, corpora and archives into one result, restartable.",
    "compare": "List what one run gained and lost against another.",
    "evaluate": "Score danvan on annotated documents.",
    "export": "Turn results into a database, a workbook, tables; join runs.",
    "extract": "Read officials, organisations and figures from texts.",
    "lexicon": "List and check the words that danvan knows.",
    "schema": "Print the JSON Schema of a document.",
    "tokens": "Show the sentences and words of a text as danvan sees them.",
}
"""Each command with its line in `danvan --help`; its module in this package has the same name, and so has the
click command in it."""


class LazyGroup(click.Group):
    """A group whose commands are modules, so that `danvan --help` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (as click calls it)
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"danvan_cli.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
            self, ctx: click.Context, args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments start with; a wrong name gets a suggestion."""
        name = args[0]
        if name not in self.list_commands(ctx) and not name.startswith("-"):
            raise click.UsageError(f"there is no command {name!r}{_suggestion(name)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


def _suggestion(name: str) -> str:
    with suppress(OSError, ValueError):  # no file may have such a name: it is a text, perhaps
        if Path(name).exists():
            return f": did you mean 'danvan extract {name}'?"
    from difflib import get_close_matches

    close = get_close_matches(name, COMMANDS, 1)
    return f": did you mean '{close[0]}'?" if close else ""


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if not value or ctx.resilient_parsing:
        return
    import platform
    from importlib.metadata import PackageNotFoundError, version

    try:
        underthesea = version("underthesea")
    except PackageNotFoundError:
        underthesea = "not installed"
    click.echo(f"danvan {__version__} (Python {platform.python_version()}, underthesea {underthesea})")
    ctx.exit()


_EXAMPLES = """
\b
Examples:
  danvan extract bai-viet.txt             three tables at a terminal
  danvan extract *.txt > ket-qua.jsonl    in a pipe, one JSON document a line
  danvan extract --help                   all that extract can do
"""


@click.group(cls=LazyGroup, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version,
              help="Print the versions of danvan, Python and underthesea.")
def danvan() -> None:
    """Officials, organisations and figures from Vietnamese public-affairs text.

    Exit status: 0 done (also with nothing found), 1 some input failed, 2 wrong usage, 130 interrupted.
    """
