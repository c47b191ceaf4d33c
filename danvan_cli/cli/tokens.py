"""`danvan tokens`: the sentences and words of a text as danvan sees them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from danvan_cli.cli.completion import encodings
from danvan_cli.cli.encoding import check_encoding
from danvan_cli.cli.errors import complain
from danvan_cli.cli.inputs import check_inputs, tell_waiting
from danvan_cli.read import ReadError, read_path
from danvan_cli.write.cells import shown
from danvan_cli.write.json_text import encode

if TYPE_CHECKING:
    from danvan_cli.segment import Page
    from danvan_cli.segment.words import WordSegmenter

_EXAMPLES = """
\b
Examples:
  danvan tokens bai-viet.txt
  danvan tokens --syllables bai-viet.txt
  cat bai-viet.txt | danvan tokens -f jsonl | jq -r '.words[][0]'
"""


@click.command(epilog=_EXAMPLES)
@click.argument("files", metavar="[FILE…|-]", nargs=-1, type=click.Path(readable=False))
@click.option("-f", "--format", "form", type=click.Choice(("text", "jsonl")), default="text",
              help="text for people: sentences with offsets, words between bars; jsonl: a sentence a line, "
                   "{start, end, text, words: [[word, start, end], …]}. Example: -f jsonl")
@click.option("--syllables", "--no-words", is_flag=True,
              help="Show the syllables, numbers and marks that danvan's rules match, without underthesea.")
@click.option("--encoding", metavar="NAME", shell_complete=encodings,
              help="Encoding of the input, as danvan extract takes it. Example: --encoding tcvn3")
@click.pass_context
def tokens(
        ctx: click.Context, /, files: tuple[str, ...], form: str, syllables: bool, encoding: str | None,
) -> None:
    """Show the paragraphs, sentences and words of Vietnamese texts, with offsets.

    Offsets count the code points of the text as it is read: the word at [start, end) of the text is the word
    shown, in the spelling that danvan matches on ("hòa" for "hoà").
    """
    from danvan_cli.lexicon import Lexicon
    from danvan_cli.segment import segment
    from danvan_cli.segment.underthesea import SegmenterError
    from danvan_cli.segment.words import WordSegmenter

    inputs = files or ("-",)
    check_inputs(inputs)
    check_encoding(encoding)
    segmenter = WordSegmenter(None) if syllables else WordSegmenter()
    lexicon = Lexicon()
    failed = False
    for name in inputs:
        tell_waiting(name)
        try:
            text = read_path(name, encoding)
            page = segment(text.content, lexicon)
            lines = _records(page, segmenter) if form == "jsonl" else _lines(page, segmenter)
            for line in lines:
                sys.stdout.write(line + "\n")
        except (ReadError, SegmenterError) as error:
            complain(str(error))
            failed = True
            continue
        for warning in text.warnings:
            complain(f"{text.source}: {warning}")
    ctx.exit(1 if failed else 0)


def _records(page: Page, segmenter: WordSegmenter) -> Iterator[str]:
    for paragraph in page.paragraphs:
        for sentence in paragraph.sentences:
            quote = page.quote(sentence.start, sentence.end)
            words = [[word.text, quote.start + word.start, quote.start + word.end]
                     for word in segmenter.words(quote.text)]
            yield encode({"start": quote.start, "end": quote.end, "text": quote.text, "words": words})


def _lines(page: Page, segmenter: WordSegmenter) -> Iterator[str]:
    for number, paragraph in enumerate(page.paragraphs):
        if number:
            yield ""
        for sentence in paragraph.sentences:
            quote = page.quote(sentence.start, sentence.end)
            words = " | ".join(shown(word.text) for word in segmenter.words(quote.text))
            yield f"{quote.start}-{quote.end}  {words}"
