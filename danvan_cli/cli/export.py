"""`danvan export`: results that were written as jsonl, in the store that a user works in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from danvan_cli.cli.errors import OutputError, complain
from danvan_cli.cli.inputs import check_inputs, tell_waiting
from danvan_cli.cli.kinds import in_order
from danvan_cli.write.options import KINDS, Options

if TYPE_CHECKING:
    from danvan_cli.batch.stores.join import Join

_HELP = {
    "output": "Where the results go, by the ending: .jsonl, .jsonl.gz, .sqlite or .db, .xlsx, .csv (a folder of one "
              "file a kind), .parquet (likewise). It appears whole or not at all. Example: -o ket-qua.xlsx",
    "kinds": "Write only this kind; may be repeated. Example: --only officials --only organisations",
    "explain": "Write the rule that made each extraction, where the results tell it (they do when danvan batch or "
               "extract was asked to --explain). Example: --explain",
    "skip_bad": "Leave out, and tell, the lines that are no documents of danvan's. Without this nothing is written "
                "where there is one. Example: --skip-bad",
    "bom": "Start csv with a byte order mark, which Excel needs. Example: -o ket-qua.csv --bom",
    "raw": "Leave text in csv exactly as it is. Without this, text that a spreadsheet would run as a formula gets a "
           "leading quote. Example: -o ket-qua.csv --raw-csv",
    "quiet": "Tell nothing but what went wrong. Example: --quiet",
}

_EXAMPLES = """
\b
Examples:
  danvan export ket-qua.jsonl -o ket-qua.xlsx
  danvan export phan-*.jsonl.gz -o ket-qua.sqlite
  danvan extract *.txt | danvan export - -o ket-qua.csv
"""


@click.command(epilog=_EXAMPLES)
@click.argument("results", metavar="RESULTS.jsonl…|-", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("-o", "--output", required=True, type=click.Path(readable=False), metavar="OUT", help=_HELP["output"])
@click.option("--only", "kinds", multiple=True, type=click.Choice(KINDS), callback=in_order, help=_HELP["kinds"])
@click.option("--explain", is_flag=True, help=_HELP["explain"])
@click.option("--skip-bad", is_flag=True, help=_HELP["skip_bad"])
@click.option("--bom", is_flag=True, help=_HELP["bom"])
@click.option("--raw-csv", "raw", is_flag=True, help=_HELP["raw"])
@click.option("-q", "--quiet", is_flag=True, help=_HELP["quiet"])
@click.pass_context
def export(
        ctx: click.Context, /, results: tuple[str, ...], output: str, kinds: tuple[str, ...], explain: bool,
        skip_bad: bool, bom: bool, raw: bool, quiet: bool,
) -> None:
    """Turn results into a database, a workbook, tables; join the results of several runs.

    RESULTS are what danvan batch or danvan extract wrote as jsonl (also .gz), in the order given; - is standard
    input. In OUT the table `documents` holds the documents that were read, `citations` the legal documents that they
    name.
    """
    from danvan_cli.batch.stores import LineError, StoreError, UnfitTargetError, check_store, write_records
    from danvan_cli.batch.stores.errors import ResultsError
    from danvan_cli.batch.stores.join import Join
    from danvan_cli.batch.stores.results import check_results, read_results

    check_inputs(results, output)
    options = Options(kinds, explain=explain, bom=bom, raw=raw)
    join = Join(read_results(results), options.kinds, skip_bad=skip_bad, tell=complain)
    try:
        check_store(output)
        check_results(results)
        tell_waiting("-" if "-" in results else None)
        records = iter(join)
        first = list(itertools.islice(records, 1))  # it tells which kinds there are
        options = replace(options, kinds=() if join.kinds == KINDS else join.kinds)
        remarks = write_records(output, itertools.chain(first, records), options)
    except UnfitTargetError as error:
        raise click.UsageError(str(error)) from error
    except LineError as error:
        raise OutputError(f"{error}; {output} is not written (--skip-bad leaves such lines out)") from error
    except (ResultsError, StoreError) as error:
        raise OutputError(str(error)) from error
    for remark in remarks:
        complain(f"{output}: {remark}")
    if options.explain and not join.explained:
        complain("the results tell no rules: danvan batch and extract write them with --explain")
    if not quiet:
        _tell(output, join, results)
    ctx.exit(1 if join.bad else 0)


def _tell(output: str, join: Join, results: Sequence[str]) -> None:
    files = f" from {len(results):,} files" if len(results) > 1 else ""
    folder = f" (a folder of one file a kind: {Path(output) / '*'})" if Path(output).is_dir() else ""
    complain(f"{output}: {join.documents:,} documents{files}{folder}")
