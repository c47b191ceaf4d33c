"""The imprint: who wrote a document and which organ published it, as its credits and its dateline say."""

from __future__ import annotations

from msgspec import Struct

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Paragraph
from danvan_cli.segment.credits import read_credit
from danvan_cli.segment.datelines import read_dateline

OPENING = 4
"""In how many paragraphs of the text the dateline is looked for."""
_PROSE = 120


class Imprint(Struct, frozen=True):
    """Author and publisher as written, None where the page names none."""

    author: str | None
    publisher: str | None


def resolve_imprint(page: Page, lexicon: Lexicon) -> Imprint:
    """Tell the author of a by-line, and the organ of the source line or of the dateline."""
    bylines = [paragraph for paragraph in page.paragraphs if paragraph.kind == "byline"]
    return Imprint(_who(page, bylines[0], lexicon) if bylines else None,
                   _source(page, lexicon) or _dateline(page, lexicon))


def _who(page: Page, paragraph: Paragraph, lexicon: Lexicon) -> str:
    """Give whom a credit names, without the words around the name."""
    credit = read_credit(page.folded.text, paragraph.start, paragraph.end, lexicon)
    span = (credit.who_start, credit.who_end) if credit else (paragraph.start, paragraph.end)
    return page.wording(*span)


def _source(page: Page, lexicon: Lexicon) -> str | None:
    """Give the organ of the last source line, unless the text goes on after it, as after a picture's."""
    for paragraph in reversed(page.paragraphs):
        if paragraph.kind == "source":
            return _who(page, paragraph, lexicon)
        if paragraph.kind == "body" and paragraph.end - paragraph.start > _PROSE:
            return None
    return None


def _dateline(page: Page, lexicon: Lexicon) -> str | None:
    """Give the organ of the dateline that the text begins with."""
    opening = [paragraph for paragraph in page.paragraphs if paragraph.kind == "body"][:OPENING]
    for paragraph in opening:
        dateline = read_dateline(page.folded.text, paragraph.start, paragraph.end, lexicon)
        if dateline:
            return page.wording(dateline.start, dateline.end)
    return None
