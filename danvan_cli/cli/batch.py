"""`danvan batch`: from any number of inputs to one result store, restartable."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from danvan_cli.cli.completion import encodings
from danvan_cli.cli.encoding import check_encoding
from danvan_cli.cli.engines import Machines, open_engine
from danvan_cli.cli.errors import OutputError, Terminated, complain
from danvan_cli.cli.inputs import check_inputs, tell_waiting
from danvan_cli.cli.kinds import in_order
from danvan_cli.cli.progress import watching
from danvan_cli.cli.words import load_words
from danvan_cli.write.options import KINDS, Options

if TYPE_CHECKING:
    from danvan_cli.batch.job import Input, Settings
    from danvan_cli.batch.run import Plan
    from danvan_cli.batch.sources import Choice, Failure, Shard

_TIMEOUT = 3600.0  # on a busy machine, 100 MB of text take a quarter of it
_ENDLESS = 1e7  # a limit of months is none, and the clocks of some systems hold no more than years
_PARTITION = 100

_HELP = {
    "output": "Where the results go, by the ending: .jsonl, .jsonl.gz, .sqlite, .xlsx, .csv (a folder of one file a "
              "kind), .parquet (a folder). It appears whole, when all inputs are read. Example: -o ket-qua.sqlite",
    "jobs": "Processes that read side by side. Default: one for each core. Example: --jobs 4",
    "patterns": "Files of this name in folders and archives; may be repeated. Hidden files are left out. Default: "
                "*.txt, *.md, *.html, *.htm, *.docx, *.pdf, and *.doc, *.odt, *.rtf, which are told as failures. "
                "Example: --glob '2024/*.txt'",
    "text_field": "The field or column of a corpus that holds the text. Example: --text-field content",
    "id_field": "The field or column that names a row in the results. Default: id where there is one, else the "
                "number of the row. Example: --id-field url",
    "files_from": "Read more SOURCEs from a list, one a line or each ended by NUL; - is standard input. "
                  "Example: find . -name '*.txt' -print0 | danvan batch --files-from - -o ket-qua.jsonl",
    "shard": "Read only the share I of N, told by the name of an input: for N machines, each with an output of its "
             "own that danvan export joins. Example: --shard 2/10",
    "engine": "local reads with processes of this machine, dask with the workers of a Dask cluster, all of whose "
              "machines must reach the inputs and OUT: in a shared folder, at s3://… or hdfs://…",
    "scheduler": "The Dask scheduler of the cluster. Example: --engine dask --scheduler tcp://10.0.0.1:8786",
    "partition": "Documents that a worker of a cluster reads and writes at a time, about. Example: --partition 1000",
    "timeout": "Seconds after which a document is given up; 0 is never. Example: --timeout 60",
    "memory": "MiB of memory that one process may take; a document that needs more is given up. "
              "Example: --memory 1000",
    "fail_fast": "Stop at the first input that fails. Example: --fail-fast",
    "restart": "Read everything anew, also what earlier runs have read. Example: --restart",
    "kinds": "Write only this kind; may be repeated. Example: --only officials --only organisations",
    "explain": "Tell for every extraction which rule made it. Example: --explain",
    "text": "Add to .jsonl the plain text that was read, in which the offsets count. Example: --with-text",
    "bom": "Start .csv with a byte order mark, which Excel needs. Example: -o ket-qua.csv --bom",
    "raw": "Leave text in .csv as it is, also what a spreadsheet would run as a formula. Example: --raw-csv",
    "encoding": "Encoding of the texts, where danvan does not see it by itself: tcvn3, vni, viscii or a Python "
                "codec; NAME:replace puts U+FFFD for bad bytes. Example: --encoding tcvn3",
    "lexicon": "Know the words of this file too; see danvan lexicon check. Example: --lexicon co-quan.toml",
    "quiet": "Tell nothing but what went wrong. Example: --quiet",
    "verbose": "Tell each failure as it happens. Example: -v",
}

_EXAMPLES = """
\b
Examples:
  danvan batch bao-cao/ -o ket-qua.jsonl
  danvan batch bao-cao/ phu-luc.zip tin.jsonl.gz --text-field content -o ket-qua.sqlite
  find . -name '*.txt' -print0 | danvan batch --files-from - -o so-lieu.xlsx
"""


def _share(ctx: click.Context, param: click.Parameter, value: str | None) -> Shard | None:  # noqa: ARG001
    """Read `I/N`, the share I, from 1 to N, of N."""
    if value is None:
        return None
    from danvan_cli.batch.sources import Shard

    index, _, count = value.partition("/")
    if not (index.isdecimal() and count.isdecimal() and 1 <= int(index) <= int(count)):
        raise click.BadParameter(f"{value!r} is no share: the first of ten is 1/10, the last 10/10")
    return Shard(int(index), int(count))


@click.command(epilog=_EXAMPLES)
@click.argument("sources", metavar="SOURCE…", nargs=-1, type=click.Path(readable=False))
@click.option("-o", "--output", required=True, type=click.Path(readable=False), metavar="OUT", help=_HELP["output"])
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help=_HELP["jobs"])
@click.option("--glob", "patterns", multiple=True, metavar="PATTERN", help=_HELP["patterns"])
@click.option("--text-field", default="text", metavar="NAME", help=_HELP["text_field"])
@click.option("--id-field", metavar="NAME", help=_HELP["id_field"])
@click.option("--files-from", metavar="FILE|-", type=click.Path(exists=True, dir_okay=False, allow_dash=True),
              help=_HELP["files_from"])
@click.option("--shard", callback=_share, metavar="I/N", help=_HELP["shard"])
@click.option("--engine", type=click.Choice(("local", "dask")), default="local", show_default=True,
              help=_HELP["engine"])
@click.option("--scheduler", metavar="ADDRESS", help=_HELP["scheduler"])
@click.option("--partition", type=click.IntRange(min=1), default=_PARTITION, show_default=True, metavar="N",
              help=_HELP["partition"])
@click.option("--timeout", type=click.FloatRange(min=0), default=_TIMEOUT, show_default=True, metavar="SECONDS",
              help=_HELP["timeout"])
@click.option("--memory", type=click.IntRange(min=1), metavar="MIB", help=_HELP["memory"])
@click.option("--fail-fast", is_flag=True, help=_HELP["fail_fast"])
@click.option("--restart", is_flag=True, help=_HELP["restart"])
@click.option("--only", "kinds", multiple=True, type=click.Choice(KINDS), callback=in_order, help=_HELP["kinds"])
@click.option("--explain", is_flag=True, help=_HELP["explain"])
@click.option("--with-text", is_flag=True, help=_HELP["text"])
@click.option("--bom", is_flag=True, help=_HELP["bom"])
@click.option("--raw-csv", "raw", is_flag=True, help=_HELP["raw"])
@click.option("--encoding", metavar="NAME", shell_complete=encodings, help=_HELP["encoding"])
@click.option("--lexicon", metavar="FILE.toml", type=click.Path(readable=False), help=_HELP["lexicon"])
@click.option("-q", "--quiet", is_flag=True, help=_HELP["quiet"])
@click.option("-v", "--verbose", is_flag=True, help=_HELP["verbose"])
@click.pass_context
def batch(
        ctx: click.Context, /, sources: tuple[str, ...], files_from: str | None, output: str, patterns: tuple[str, ...],
        text_field: str, id_field: str | None, shard: Shard | None, engine: str, jobs: int | None,
        scheduler: str | None, partition: int, timeout: float, restart: bool, fail_fast: bool, bom: bool, raw: bool,
        quiet: bool, verbose: bool, **reading: Any,
) -> None:
    """Read many texts into one result store.

    A SOURCE is a folder (with all below it), a file as danvan extract reads it, a corpus of one text a row (.jsonl,
    .csv, .tsv, .parquet; also .gz), or an archive (.zip, .tar, .tar.gz). The results are in the order of the inputs.

    What is read is kept in OUT.journal, with --engine dask in OUT.parts: after Ctrl-C, a crash or a full disk the
    same command goes on from there, and after a whole run it reads only what is new or changed. It may be deleted. An
    input that fails is listed in OUT.errors.jsonl, the others are done, and the exit status is 1.
    """
    if not sources and files_from is None:
        raise click.UsageError("name what to read: a folder, files, a corpus, an archive, or --files-from LIST")
    if "-" in sources:
        raise click.UsageError("a text on standard input is for danvan extract; a list of paths: --files-from -")
    output = output.rstrip("/")  # a shell completes the name of an older folder with it
    check_inputs(sources, output)
    with _telling():
        settings = _settings(**reading)
        machines = Machines(engine, jobs, scheduler, partition, timeout if 0 < timeout < _ENDLESS else None)
        with open_engine(machines, settings, output) as run:
            from danvan_cli.batch.run import Plan
            from danvan_cli.batch.sources import Choice

            options = Options(
                kinds=settings.kinds, explain=settings.explain, with_text=settings.with_text, bom=bom, raw=raw)
            plan = Plan(output, partial(_write, options), _recipe(settings, shard), restart, fail_fast)
            _check_outputs(plan)
            choice = Choice(patterns or Choice().patterns, text_field, id_field, shard, output)
            listing = partial(_listing, sources, files_from, choice)
            tell_waiting(files_from)
            with watching(None if files_from == "-" else listing, quiet=quiet, verbose=verbose) as progress:
                totals = run(plan, listing(), watch=progress)
    progress.tell_failures(plan.errors)
    if not (totals.documents or totals.failed):
        complain("nothing was read: no file is there that --glob asks for, or no line in the list")
    if not quiet:
        progress.tell_summary(output, totals)
    ctx.exit(1 if totals.failed else 0)


def _settings(*, encoding: str | None, lexicon: str | None, **others: Any) -> Settings:
    """Check what every document will be read with, before a worker meets it."""
    from danvan_cli.batch.job import Settings

    check_encoding(encoding)
    load_words(lexicon)
    return Settings(encoding, lexicon, **others)


def _check_outputs(plan: Plan) -> None:
    """Check where the results and the list of failures go, before hours are spent on them."""
    from danvan_cli.batch.remote import is_address
    from danvan_cli.batch.stores import check_store, store_of_path

    if not is_address(plan.output):
        check_store(plan.output)
        with suppress(OSError):  # its name is too long, as that of the journal is, which tells it
            if Path(plan.errors).is_dir():
                raise click.UsageError(f"{plan.errors}: is a folder, and failures go there; name another output")
    elif store_of_path(plan.output) is None:
        raise click.UsageError(f"{plan.output}: the ending stands for no store; see --output")


def _write(options: Options, path: str, lines: Iterable[str]) -> None:
    from danvan_cli.batch.stores import write_store

    for remark in write_store(path, lines, options):
        complain(remark)


def _recipe(settings: Settings, shard: Shard | None) -> dict[str, str]:
    from danvan_cli.batch.recipe import recipe_of

    recipe = recipe_of(settings)
    if shard is not None:  # another share would take the place of this one
        recipe["--shard"] = f"{shard.index}/{shard.count}"
    return recipe


def _listing(sources: Sequence[str], files_from: str | None, choice: Choice) -> Iterator[Input | Failure]:
    """List all inputs: first the sources, then those of the list."""
    from danvan_cli.batch.sources import list_inputs, listed_paths

    yield from list_inputs(sources, choice)
    if files_from is not None:
        with nullcontext(sys.stdin.buffer) if files_from == "-" else Path(files_from).open("rb") as stream:
            yield from list_inputs(listed_paths(stream), choice)


@contextmanager
def _telling() -> Iterator[None]:
    """Turn whatever ends a run into its exit status and its one line."""
    from danvan_cli.batch.errors import BatchError, CommandError

    try:
        yield
    except CommandError as error:
        raise click.UsageError(str(error)) from error
    except BatchError as error:
        raise OutputError(str(error)) from error
    except (KeyboardInterrupt, Terminated):
        complain("stopped; what is finished is kept, and the same command goes on from there")
        raise
