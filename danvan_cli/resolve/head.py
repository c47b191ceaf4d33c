"""The head of a page: its first paragraphs, among which its title and its stamps stand."""

from __future__ import annotations

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Paragraph

HEAD = 14
"""How many paragraphs may stand before and in the heading of a document."""
LINES = 100
"""Within how many paragraphs of the page, menus and all, the head is."""


def is_today(page: Page, paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a line says that its day is the visitor's: "Hôm nay, 12/7/2024"."""
    today = [entry.form for entry in lexicon.entries("stamp_words") if entry.get("role") == "today"]
    return any(line_of(page, paragraph).startswith(wording) for wording in today)


def head_of(page: Page) -> list[Paragraph]:
    """Give the paragraphs at the head of a page, its furniture left out."""
    return [paragraph for paragraph in page.paragraphs[:LINES] if paragraph.kind != "furniture"][:HEAD]


def text_of(page: Page, paragraph: Paragraph) -> str:
    """Give the folded text of a paragraph."""
    return page.text(paragraph.start, paragraph.end)


def line_of(page: Page, paragraph: Paragraph) -> str:
    """Give the folded text of a paragraph in lower case."""
    return page.folded.lower[paragraph.start:paragraph.end].strip()
