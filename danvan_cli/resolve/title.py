"""The title of a document: as its file marks it, a heading of an official document, or the first line of an article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise, zip_longest

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.head import head_of, line_of, text_of
from danvan_cli.segment import Page, Paragraph
from danvan_cli.segment.credits import read_credit
from danvan_cli.segment.stamps import is_stamp
from danvan_cli.text.fold import fold_key, lower

LONGEST_TITLE = 300
"""Code points of a line that may still be a title."""

_BESIDE = frozenset({"furniture", "byline", "source", "credit", "caption", "cell"})
"""Kinds of paragraphs that are no title."""
_STOPPED = regex.compile(r"[.;:,]\W*$")
_WORD = regex.compile(r"\p{L}{2}")


def find_title(page: Page, lexicon: Lexicon) -> tuple[int, int] | None:
    """Give the folded span of the title: a heading of an official document, or the first line of an article."""
    told = next((paragraph for paragraph in page.paragraphs if paragraph.kind == "title"), None)
    if told:
        return told.start, told.end
    head = head_of(page)
    heading = _heading(page, head, lexicon)
    if heading:
        return heading
    for number, paragraph in enumerate(head):
        if paragraph.kind in _BESIDE or _is_label(page, paragraph, lexicon) or is_stamp(
                page.folded.text, paragraph.start, paragraph.end, lexicon):
            continue
        start, end = paragraph.start, _end(page, head[number:], lexicon)
        alone = end == page.paragraphs[-1].end
        if alone or _STOPPED.search(page.text(start, end)[-4:]) or end - start > LONGEST_TITLE:
            return None
        return start, end
    return None


def _end(page: Page, lines: Sequence[Paragraph], lexicon: Lexicon) -> int:
    """Give the end of a title that begins with the first of some lines, and goes on in those right below.

    It does after a colon or comma, and where it is in capitals.
    """
    for line, following in pairwise(lines):
        text, below = text_of(page, line), text_of(page, following)
        is_open = text.endswith((":", ",")) or (text.isupper() and below.isupper())
        is_below = page.text(line.end, following.start).count("\n") == 1
        span = page.folded.text, following.start, following.end
        if (not (is_open and is_below) or following.kind in _BESIDE
                or is_stamp(*span, lexicon) or read_credit(*span, lexicon)):
            return line.end
    return lines[-1].end


def _heading(page: Page, head: Sequence[Paragraph], lexicon: Lexicon) -> tuple[int, int] | None:
    """Give the type of an official document in capitals with the line below it ("BÁO CÁO / kết quả công tác …")."""
    for paragraph, following in zip_longest(head, head[1:]):
        text = text_of(page, paragraph)
        first = text.split("\n", 1)[0].strip(" *:")
        if first.isupper() and lower(first) in _headings(lexicon):
            end = paragraph.end if "\n" in text or not following else following.end
            return paragraph.start, end if end - paragraph.start <= LONGEST_TITLE else paragraph.end
        if len(text) > LONGEST_TITLE:
            return None
    return None


@cache
def _headings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(fold_key(form) for entry in lexicon.entries("document_types")
                     if entry.get("heading") for form in entry.forms)


def _is_label(page: Page, paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a line is a section label or has no words at all ("*", "-----", "A A")."""
    line = line_of(page, paragraph)
    return line.strip(" .:*-|") in lexicon.words("section_labels") or not _WORD.search(line)
