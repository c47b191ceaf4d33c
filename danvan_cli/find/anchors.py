"""Anchors: the tokens of a sentence at which something may begin, told by one look at each token.

Most words of a text begin nothing. What a word may begin is asked of the lexicon once a word, not once a token, and
each finder then goes only to the tokens that concern it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct, field

from danvan_cli.find.bodies.grammar import grammar_of
from danvan_cli.find.names import may_begin_name
from danvan_cli.find.periods import NUMBER, period_grammar
from danvan_cli.find.places import may_begin_place
from danvan_cli.find.titles import title_grammar
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence
from danvan_cli.text.fold import lower

DISTINCT_WORDS = 1 << 15
"""How many spellings are remembered with what they may begin."""


class Anchors(Struct, frozen=True):
    """The tokens of a sentence, by index and in text order, at which a mention of each kind may begin."""

    bodies: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    periods: list[int] = field(default_factory=list)
    citations: list[int] = field(default_factory=list)
    movements: list[int] = field(default_factory=list)


def anchors(sentence: Sentence, lexicon: Lexicon) -> Anchors:
    """Look at every token of a sentence once."""
    found = Anchors()
    lists = (found.bodies, found.titles, found.names, found.places, found.periods, found.citations, found.movements)
    kinds_of = _kinds(lexicon)
    for index, token in enumerate(sentence.tokens):
        for kind in kinds_of(token.text, token.kind):
            lists[kind].append(index)
    return found


@cache
def _kinds(lexicon: Lexicon) -> Callable[[str, str], tuple[int, ...]]:
    """Give what tells of the text and kind of a token which lists of `Anchors`, by number, it belongs to."""
    bodies, titles = grammar_of(lexicon).starts, title_grammar(lexicon).first_words
    periods, citations = period_grammar(lexicon), lexicon.gazetteer("document_types").first_words
    movements = lexicon.gazetteer("movements").first_words | lexicon.gazetteer("movement_heads").first_words

    @lru_cache(maxsize=DISTINCT_WORDS)
    def kinds(text: str, kind: str) -> tuple[int, ...]:
        word = lower(text)
        capital = kind == "word" and text[0].isupper()
        fits = (
            word in bodies,
            word in titles,
            may_begin_name(text, capital, lexicon),
            may_begin_place(text, capital, lexicon),
            (NUMBER if kind == "number" else word) in periods,
            word in citations,
            word in movements,
        )
        return tuple(number for number, fit in enumerate(fits) if fit)

    return kinds
