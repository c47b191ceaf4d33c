"""The page: a folded text cut into paragraphs and sentences of tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from danvan_cli.document import Mark, Quote
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.breaks import join_broken_words, wording
from danvan_cli.segment.kinds import tell_kinds
from danvan_cli.segment.marked import Kinded, cut_at_marks, fold_marks, folded_of
from danvan_cli.segment.paragraphs import cut_paragraphs
from danvan_cli.segment.rows import Cell
from danvan_cli.segment.sentences import cut_sentences
from danvan_cli.segment.tables import Table, find_tables, marked_table
from danvan_cli.text.fold import Folded, compose, fold
from danvan_cli.text.tokens import Token, tokenise

SENTENCES_KEPT = 1 << 13
"""How many sentences of a text have their tokens ready at a time: all of a book, some of the yearly file of a paper."""

PROSE_WORDS, SENTENCE_WORDS = 24, 8
"""From so many words on a cell of a table is prose, with figures of its own; fewer are enough before a stop."""


class Sentence(Struct, frozen=True):
    """A sentence at `start:end` of the folded text, into which the offsets of its tokens are too."""

    start: int
    end: int
    words: TokenStore

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence, at least one."""
        return self.words.kept.get(self.start) or self.words.cut(self.start, self.end)


class TokenStore:
    """Cuts the sentences of a folded text into tokens when they are asked for.

    The tokens of a text take thirty times its space: those of a long one are not all held at once. `kept` are those
    of the sentences asked for last, by where they start.
    """

    __slots__ = ("_text", "kept")

    def __init__(self, text: str) -> None:
        self._text = text
        self.kept: dict[int, tuple[Token, ...]] = {}

    def cut(self, start: int, end: int) -> tuple[Token, ...]:
        """Cut the sentence at `start:end` into tokens, and keep them."""
        if len(self.kept) == SENTENCES_KEPT:
            self.kept.clear()
        tokens = self.kept[start] = tokenise(self._text, start, end)
        return tokens


class Paragraph(Struct, frozen=True):
    """A paragraph: one or more lines that belong together, with its sentences.

    `kind` is `title`, `heading` or `body`; `caption` of a picture and `credit`, who made it; `byline`, who wrote the
    text, and `source`, where it was taken from; `furniture`, what the page prints around an article: menus, share
    buttons, counters, links to other articles; `cell`, one of a table of figures or names.
    """

    start: int
    end: int
    kind: str
    sentences: tuple[Sentence, ...]


class Page(Struct, frozen=True):
    """A text as read (`raw`), folded, its paragraphs and its tables, in text order.

    Cells of tables that have words in them are paragraphs too.
    """

    raw: str
    folded: Folded
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()

    def text(self, start: int, end: int) -> str:
        """Give the folded text of the folded span `start:end`."""
        return self.folded.text[start:end]

    def quote(self, start: int, end: int) -> Quote:
        """Give the raw text of the folded span `start:end` with its raw offsets."""
        return Quote(*self.span(start, end))

    def span(self, start: int, end: int) -> tuple[str, int, int]:
        """Give the raw text of the folded span `start:end`, and its raw offsets."""
        first, last = self.folded.raw(start, end) if self.folded.edits else (start, end)
        return self.raw[first:last], first, last

    def wording(self, start: int, end: int) -> str:
        """Give the raw text of the folded span `start:end` on one line, composed, otherwise as it is written."""
        raw = self.span(start, end)[0]
        return wording(raw if self.folded.composed else compose(raw))


def segment(content: str, lexicon: Lexicon, marks: Sequence[Mark] = ()) -> Page:
    """Cut a text into paragraphs and sentences; `marks` tell what a reader knows of its parts.

    Linear in the length of the text; any string at all is accepted.
    """
    folded = join_broken_words(fold(content))
    told = fold_marks(folded, marks)
    tables = [_folded(folded, table) for table in _tables(content, marks, lexicon)]
    told = sorted([*(mark for mark in told if mark[2] != "table"),
                   *((table.start, table.end, "table") for table in tables)])
    pieces = cut_at_marks(folded.text, cut_paragraphs(folded.text, lexicon), told)
    if tables:
        pieces = _with_cells(folded, pieces, tables)
    paragraphs = []
    words = TokenStore(folded.text)
    for start, end, kind in tell_kinds(folded, pieces, lexicon):
        sentences = tuple(
            [Sentence(first, last, words) for first, last in cut_sentences(folded.text, start, end, lexicon)])
        if sentences:
            paragraphs.append(Paragraph(start, end, kind, sentences))
    return Page(content, folded, tuple(paragraphs), tuple(tables))


def _tables(content: str, marks: Sequence[Mark], lexicon: Lexicon) -> list[Table]:
    """Give the tables that a reader marked; where it marked none, those that the lines beside its marks look like."""
    marked = [marked_table(content, mark.start, mark.end, lexicon) for mark in marks if mark.kind == "table"]
    return marked or [table for table in find_tables(content, lexicon) if not _is_marked(table, marks)]


def _is_marked(table: Table, marks: Sequence[Mark]) -> bool:
    """Whether a mark covers a part of a table."""
    at = bisect_right(marks, table.start, key=attrgetter("end"))
    return at < len(marks) and marks[at].start < table.end


def _folded(folded: Folded, table: Table) -> Table:
    """Give a table over the raw text as one over the folded text."""
    if not folded.edits:
        return table
    start, end = folded_of(folded, table.start), folded_of(folded, table.end)
    return Table(start, end, table.kind, tuple(
        tuple(Cell(folded_of(folded, cell.start), folded_of(folded, cell.end)) for cell in row) for row in table.rows))


def _with_cells(folded: Folded, pieces: Sequence[Kinded], tables: Sequence[Table]) -> list[Kinded]:
    """Put the cells of the tables in the place of their lines; cells that are there for their looks are lines."""
    cells = [(cell.start, cell.end, "" if table.kind == "layout" or _is_prose(folded, cell) else "cell")
             for table in tables for cell in table.cells
             if table.kind == "layout" or _has_letters(folded, cell)]
    return sorted([*(piece for piece in pieces if piece[2] != "table"), *cells])


def _has_letters(folded: Folded, cell: Cell) -> bool:
    return any(map(str.isalpha, folded.text[cell.start:cell.end]))


def _is_prose(folded: Folded, cell: Cell) -> bool:
    words = folded.text.count(" ", cell.start, cell.end) + 1
    return words >= (SENTENCE_WORDS if folded.text.endswith((".", ";"), cell.start, cell.end) else PROSE_WORDS)
