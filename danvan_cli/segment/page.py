"""The page: a folded text cut into paragraphs and sentences of tokens."""

from __future__ import annotations

from dataclasses import dataclass

from danvan_cli.document import Quote
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.furniture import is_furniture
from danvan_cli.segment.paragraphs import cut_paragraphs
from danvan_cli.segment.sentences import cut_sentences
from danvan_cli.text.fold import Folded, fold
from danvan_cli.text.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: folded offsets `start:end` and its tokens (whose offsets are into the folded text too)."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: one or more lines that belong together, with its sentences.

    `kind` is `body` or `furniture` (what the page prints around an article: menus, share buttons, counters).
    """

    start: int
    end: int
    kind: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A text as read (`raw`), folded, and its paragraphs, in text order."""

    raw: str
    folded: Folded
    paragraphs: tuple[Paragraph, ...]

    def text(self, start: int, end: int) -> str:
        """Give the folded text of the folded span `start:end`."""
        return self.folded.text[start:end]

    def quote(self, start: int, end: int) -> Quote:
        """Give the raw text of the folded span `start:end` with its raw offsets."""
        first, last = self.folded.raw(start, end)
        return Quote(self.raw[first:last], first, last)


def segment(content: str, lexicon: Lexicon) -> Page:
    """Cut a text into paragraphs and sentences.

    Linear in the length of the text; any string at all is accepted.
    """
    folded = fold(content)
    paragraphs = []
    for start, end in cut_paragraphs(folded.text):
        sentences = tuple(
            Sentence(first, last, tokens)
            for first, last in cut_sentences(folded.text, start, end, lexicon)
            if (tokens := tokenise(folded.text, folded.lower, first, last)))
        if sentences:
            kind = "furniture" if is_furniture(folded.lower[start:end], lexicon) else "body"
            paragraphs.append(Paragraph(start, end, kind, sentences))
    return Page(content, folded, tuple(paragraphs))
