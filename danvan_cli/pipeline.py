"""The recipe: segment, find, resolve. From a text to the document that is written."""

from __future__ import annotations

from functools import cache
from operator import attrgetter

from danvan_cli.document import SCHEMA_VERSION, Document, Text
from danvan_cli.find.findings import find_all
from danvan_cli.find.tables.figures import find_table_figures
from danvan_cli.find.tables.roster import join_rosters
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.citations import resolve_citations, resolve_movements
from danvan_cli.resolve.context import resolve_context
from danvan_cli.resolve.imprint import resolve_imprint
from danvan_cli.resolve.indicators import resolve_indicators
from danvan_cli.resolve.organisations import resolve_organisations
from danvan_cli.resolve.people import resolve_people
from danvan_cli.resolve.tables import resolve_table_figures
from danvan_cli.segment import segment


def extract(text: str | Text, *, lexicon: Lexicon | None = None) -> Document:
    """Read the officials, organisations and indicators of a Vietnamese text.

    `text` is a string, or a `Text` that carries its source; `lexicon` the words to know (default: those
    shipped). Offsets of the result count the code points of the text. Any text at all is read; the same text
    gives the same document. Raises TypeError for what is neither.

    >>> document = extract("Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Hà Nam, chủ trì 12 cuộc đối thoại.")
    >>> [official.name for official in document.officials]
    ['Nguyễn Văn An']
    >>> [(figure.value, figure.measure) for figure in document.indicators]
    [(12, 'cuộc đối thoại')]
    """
    if isinstance(text, str):
        text = Text(text)
    elif not isinstance(text, Text):
        raise TypeError(f"danvan.extract reads a str or a Text, not {type(text).__name__}; decode bytes first")
    words = lexicon or default_lexicon()
    page = segment(text.content, words, text.marks)
    findings = [found for paragraph in page.paragraphs for found in find_all(page, paragraph, words)]
    findings = join_rosters(page, findings, words)
    figures = find_table_figures(page, findings, words)
    context = resolve_context(page, findings, words)
    imprint = resolve_imprint(page, words)
    bodies = resolve_organisations(page, findings, context, words)
    return Document(
        schema=SCHEMA_VERSION,
        source=text.source,
        format=text.format,
        encoding=text.encoding,
        title=text.title or context.title,
        date=text.date or context.date,
        place=context.place,
        author=text.author or imprint.author,
        publisher=text.publisher or imprint.publisher,
        officials=resolve_people(page, findings, bodies, context, words),
        organisations=bodies.organisations,
        indicators=tuple(sorted([
            *resolve_indicators(page, findings, bodies, context, words),
            *resolve_table_figures(page, figures, bodies, context, words)], key=attrgetter("start"))),
        documents=resolve_citations(page, findings, bodies),
        movements=resolve_movements(page, findings),
        warnings=text.warnings,
        text=text.content,
    )


@cache
def default_lexicon() -> Lexicon:
    """Give the shipped lexicon, loaded once."""
    return Lexicon()
