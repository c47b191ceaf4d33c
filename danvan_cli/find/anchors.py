"""Anchors: the tokens of a sentence at which something may begin, told by one look at each token.

Most words of a text begin nothing. What a word may begin, and before which others, is asked of the lexicon once a
word, not once a token, and each finder then goes only to the tokens that concern it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress

from msgspec import Struct, field

from danvan_cli.find.bodies.grammar import grammar_of
from danvan_cli.find.figures.vocabulary import vocabulary
from danvan_cli.find.names import name_seconds
from danvan_cli.find.periods import NUMBER, period_grammar
from danvan_cli.find.places import place_seconds
from danvan_cli.find.titles import title_grammar
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence
from danvan_cli.text.tokens import Token

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
    figures: list[int] = field(default_factory=list)


def anchors(sentence: Sentence, lexicon: Lexicon) -> Anchors:
    """Look at every token of a sentence once."""
    found = Anchors()
    lists = (found.bodies, found.titles, found.names, found.places, found.periods, found.citations, found.movements,
             found.figures)
    tokens = sentence.tokens
    begun = _beginnings(lexicon).of(tokens)
    for index in compress(range(len(tokens)), begun):
        for kind, seconds in begun[index]:
            if seconds is None or (index + 1 < len(tokens) and tokens[index + 1].lower in seconds):
                lists[kind].append(index)
    return found


_Begun = tuple[tuple[int, frozenset[str] | None], ...]
"""The lists of `Anchors`, by number, that a spelling belongs to, each with the words one of which must follow it."""


class _Beginnings:
    """What spellings may begin, as far as it has been asked; its spelling tells the kind of a token."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known: dict[str, _Begun] = {}
        self._lexicon = lexicon
        self._bodies, self._titles = grammar_of(lexicon).starts, title_grammar(lexicon).starts
        self._periods, self._figures = period_grammar(lexicon), vocabulary(lexicon).starts
        self._citations, self._movements, self._campaigns = (
            lexicon.gazetteer(name) for name in ("document_types", "movements", "movement_heads"))

    def of(self, tokens: Sequence[Token]) -> list[_Begun]:
        """Tell for every token what it may begin."""
        texts = [token.text for token in tokens]
        try:
            return list(map(self._known.__getitem__, texts))
        except KeyError:
            return [begun if (begun := self._known.get(token.text)) is not None else self._learn(token)
                    for token in tokens]

    def _learn(self, token: Token) -> _Begun:
        """Ask the lexicon what a token may begin."""
        word = token.lower
        periods = self._periods.get(NUMBER if token.kind == "number" else word)
        seconds = (
            self._bodies.get(word, frozenset()),
            self._titles.get(word, frozenset()),
            name_seconds(token, self._lexicon),
            place_seconds(token, self._lexicon),
            periods.seconds if periods else frozenset(),
            self._citations.second_words(word),
            self._movements.second_words(word) | self._campaigns.second_words(word),
            frozenset({""}) if token.kind == "number" else self._figures.get(word, frozenset()),
        )
        if len(self._known) == DISTINCT_WORDS:
            self._known.clear()
        self._known[token.text] = begun = tuple(
            (number, None if "" in words else words) for number, words in enumerate(seconds) if words)
        return begun


_beginnings = cache(_Beginnings)
