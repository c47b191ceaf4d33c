"""The page: a folded text cut into paragraphs and sentences of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from danvan_cli.document import Mark, Quote
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.kinds import tell_kinds
from danvan_cli.segment.marked import cut_at_marks, fold_marks
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

    `kind` is `title`, `heading` or `body`; `caption` of a picture and `credit`, who made it; `byline`, who wrote the
    text, and `source`, where it was taken from; `furniture`, what the page prints around an article: menus, share
    buttons, counters, links to other articles.
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


def segment(content: str, lexicon: Lexicon, marks: Sequence[Mark] = ()) -> Page:
    """Cut a text into paragraphs and sentences; `marks` tell what a reader knows of its parts.

    Linear in the length of the text; any string at all is accepted.
    """
    folded = fold(content)
    pieces = cut_at_marks(folded.text, cut_paragraphs(folded.text), fold_marks(folded, marks))
    paragraphs = []
    for start, end, kind in tell_kinds(folded, pieces, lexicon):
        sentences = tuple(
            Sentence(first, last, tokens)
            for first, last in cut_sentences(folded.text, start, end, lexicon)
            if (tokens := tokenise(folded.text, first, last)))
        if sentences:
            paragraphs.append(Paragraph(start, end, kind, sentences))
    return Page(content, folded, tuple(paragraphs))
