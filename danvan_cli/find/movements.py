"""Movements: the named campaigns of a sentence ("Dân vận khéo")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan_cli.find.mentions import MovementMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Sentence
from danvan_cli.text.tokens import Token

LONGEST = 40
"""Tokens of the longest name between quotes that is still read as a name."""


def find_movements(
    page: Page, sentence: Sentence, at: Iterable[int], lexicon: Lexicon,
) -> tuple[MovementMention, ...]:
    """Find the named campaigns of a sentence, in text order: known ones, and names in quotes after "phong trào".

    `at` are the tokens at which one may begin.
    """
    tokens = sentence.tokens
    known, heads = lexicon.gazetteer("movements"), lexicon.gazetteer("movement_heads")
    found: list[MovementMention] = []
    done = 0
    for index in at:
        if index < done:
            continue
        head = heads.match(tokens, index) if tokens[index].lower in heads.first_words else None
        opened = index > 0 and tokens[index - 1].text == '"'
        if head and not opened and head.end < len(tokens) and tokens[head.end].text == '"':
            close = _closing_quote(tokens, head.end + 1)
            if close > head.end + 1:
                start, end = tokens[head.end + 1].start, tokens[close - 1].end
                found.append(MovementMention(start, end, page.text(start, end), "movement.head-quoted"))
                done = close + 1
                continue
        match = known.match(tokens, index)
        if not match:
            continue
        # A longer name between quotes is a movement of its own: "Dân vận khéo trong xây dựng nông thôn mới".
        stop = max(match.end, _closing_quote(tokens, index) if opened else 0)
        start, end = tokens[index].start, tokens[stop - 1].end
        name = match.entry.form if stop == match.end else page.text(start, end)
        found.append(MovementMention(start, end, name, "movement.known"))
        done = stop
    return tuple(found)


def _closing_quote(tokens: Sequence[Token], index: int) -> int:
    """Give the index of the next quotation mark, 0 if there is none near."""
    return next((i for i in range(index, min(len(tokens), index + LONGEST)) if tokens[i].text == '"'), 0)
