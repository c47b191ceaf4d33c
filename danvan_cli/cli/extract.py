"""`danvan extract`: from files or standard input to tables or data."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from danvan_cli.cli import settings
from danvan_cli.cli.completion import encodings
from danvan_cli.cli.encoding import check_encoding
from danvan_cli.cli.errors import complain
from danvan_cli.cli.inputs import check_inputs, tell_waiting
from danvan_cli.cli.kinds import in_order
from danvan_cli.cli.output import open_output
from danvan_cli.cli.words import load_words
from danvan_cli.fault import internal_error
from danvan_cli.read import ReadError, read_path
from danvan_cli.write import FORMATS, KINDS, Options, Writer, format_of_path, open_writer
from danvan_cli.write.options import LANGUAGES

if TYPE_CHECKING:
    from danvan_cli.lexicon import Lexicon

_HELP = {
    "form": "What to write: table for people, jsonl one document a line, json an array of documents, csv and "
            "tsv the rows of one kind, md Markdown. Default: by the ending of --output, which must tell "
            "one; without --output, table at a terminal and jsonl in a pipe. Example: -f json",
    "kinds": "Write only this kind; may be repeated. csv and tsv need exactly one. "
             "Example: --only officials --only organisations",
    "output": "Write to FILE, which appears whole at the end or not at all. Example: -o so-lieu.csv",
    "lang": "Language of the headings of table and md. Default: by the locale. Example: --lang vi",
    "explain": "Tell for every extraction which rule made it. Example: --explain -f table",
    "encoding": "Encoding of the input, where danvan does not see it by itself: tcvn3, vni, viscii or a "
                "Python codec; NAME:replace puts U+FFFD for bad bytes. Example: --encoding tcvn3",
    "lexicon": "Know the words of this file too; see danvan lexicon check. Example: --lexicon co-quan.toml",
    "width": "Columns of a table. Default: COLUMNS, else the terminal's, else 100. Example: --width 120",
    "color": "Colours in tables; auto obeys NO_COLOR, TERM=dumb, FORCE_COLOR. Example: --color never",
    "bom": "Start csv with a byte order mark, which Excel needs. Example: -f csv --only officials --bom",
    "text": "Add to json and jsonl the plain text that was read, in which the offsets count: of a web page, docx or "
            "pdf it is in no file. Example: danvan extract bao-cao.docx --with-text -f json",
    "raw": "Leave text in csv and tsv exactly as it is. Without this, text that a spreadsheet would run as a "
           "formula gets a leading quote. Example: -f csv --only indicators --raw-csv",
}

_EXAMPLES = """
\b
Examples:
  danvan extract bai-viet.txt bao-cao.docx
  cat bai-viet.txt | danvan extract | jq '.officials[].name'
  danvan extract *.txt --only indicators -o so-lieu.csv
"""


@click.command(epilog=_EXAMPLES)
@click.argument("files", metavar="[FILE…|-]", nargs=-1, type=click.Path(readable=False))
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help=_HELP["form"])
@click.option("--only", "kinds", multiple=True, type=click.Choice(KINDS), callback=in_order, help=_HELP["kinds"])
@click.option("-o", "--output", type=click.Path(readable=False), metavar="FILE", help=_HELP["output"])
@click.option("--lang", type=click.Choice(LANGUAGES), help=_HELP["lang"])
@click.option("--explain", is_flag=True, help=_HELP["explain"])
@click.option("--with-text", is_flag=True, help=_HELP["text"])
@click.option("--encoding", metavar="NAME", shell_complete=encodings, help=_HELP["encoding"])
@click.option("--lexicon", metavar="FILE.toml", type=click.Path(readable=False), help=_HELP["lexicon"])
@click.option("--width", type=click.IntRange(min=10), metavar="N", help=_HELP["width"])
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help=_HELP["color"])
@click.option("--bom", is_flag=True, help=_HELP["bom"])
@click.option("--raw-csv", "raw", is_flag=True, help=_HELP["raw"])
@click.pass_context
def extract(
        ctx: click.Context, /, files: tuple[str, ...], form: str | None, output: str | None,
        encoding: str | None, lexicon: str | None, **style: Any,
) -> None:
    """Read officials, organisations and figures from Vietnamese texts.

    Reads each FILE in turn, or standard input where no FILE or - is given: text in any encoding, docx, html (with
    danvan[html]), pdf (with danvan[pdf]). A FILE that cannot be read is told on standard error, the others are done,
    and the exit status is 1. For folders, archives and databases see danvan batch.
    """
    inputs = files or ("-",)
    check_inputs(inputs, output)
    terminal = settings.at_terminal() and output in (None, "-")
    form = form or _format_of(output) or ("table" if terminal else "jsonl")
    options = _options(terminal=terminal, **style)
    if FORMATS[form].one_kind and len(options.kinds) != 1:
        raise click.UsageError(
            f"{form} holds the rows of exactly one kind: choose it with --only {'|'.join(KINDS)}")
    check_encoding(encoding)
    words = load_words(lexicon)
    writer = open_writer(form, options)
    failed = False
    with open_output(output) as out:
        out.write(writer.head())
        for name in inputs:
            piece = _piece(name, encoding, words, writer)
            if piece is None:
                failed = True
            else:
                out.write(piece)
                out.keep()
        out.write(writer.tail())
    ctx.exit(1 if failed else 0)


def _piece(name: str, encoding: str | None, words: Lexicon | None, writer: Writer) -> str | None:
    """Give what the output says of one input; None where it failed, which is told on standard error."""
    from danvan_cli.pipeline import extract as read_document  # the engine, after all usage errors

    tell_waiting(name)
    try:
        text = read_path(name, encoding)
        document = read_document(text, lexicon=words)
        piece = writer.document(document)
    except ReadError as error:
        complain(str(error))
        return None
    except Exception as error:  # no text may end a run over many: the cause is ours, not the text's
        if os.environ.get("DANVAN_DEBUG"):
            raise
        complain(f"{name}: {internal_error(error)}")
        return None
    if not writer.keeps_warnings:
        for warning in document.warnings:
            complain(f"{document.source}: {warning}")
    return piece


def _format_of(output: str | None) -> str | None:
    """Give the format that the ending of an output file tells; None for what is no regular file and has none."""
    if output in (None, "-"):
        return None
    form = format_of_path(output)
    path = Path(output)
    if form or output.startswith("/dev/") or (path.exists() and not path.is_file()):
        return form
    endings = ", ".join(ending for known in FORMATS.values() for ending in known.endings)
    said = f"the ending {path.suffix} stands for no format" if path.suffix else "there is no ending to tell the format"
    from danvan_cli.batch.stores import store_of_path  # what another command writes

    other = "; danvan batch writes it" if store_of_path(output) else ""
    raise click.UsageError(
        f"{output}: {said}: name the format with -f, or end the name in one of {endings}{other}")


def _options(
        *, terminal: bool, lang: str | None, width: int | None, color: str, **others: Any,
) -> Options:
    return Options(
        lang=lang or settings.language(),
        width=width or settings.width(terminal=terminal),
        color=settings.color(color, terminal=terminal),
        **others)
