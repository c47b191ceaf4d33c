"""Words inside names: how long a common word is, and how tokens are spelled."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.bodies.grammar import Grammar
from danvan_cli.text.tokens import Token, lowered


def common_length(tokens: Sequence[Token], index: int, grammar: Grammar) -> int:
    """Give how many tokens from `index` on are one common word, at least 1."""
    return grammar.classes.length_at(tokens, index)


def is_common(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a common word of two syllables or a word of names stands at token `index`."""
    return common_length(tokens, index, grammar) > 1 or grammar.words.match(tokens, index) is not None


def is_noun(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether the tokens `start:end` are a word that is mostly a noun."""
    return grammar.classes.classes(lowered(tokens, start, end))[:1] == ("N",)


def is_adjective(token: Token, grammar: Grammar) -> bool:
    """Whether the token is a word that is mostly an adjective."""
    return grammar.classes.classes(token.lower)[:1] == ("A",)


def is_verb(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether the tokens `start:end` are a word that is mostly a verb."""
    return grammar.classes.classes(lowered(tokens, start, end))[:1] == ("V",)


def is_abbreviation(token: Token) -> bool:
    """Whether the token is written in two or more capitals only."""
    return len(token.text) > 1 and token.text.isupper()


def spelled(tokens: Sequence[Token], start: int, end: int) -> str:
    """Give the wording of tokens `start:end`, one space where the text has white space."""
    pieces = []
    for index in range(start, end):
        if index > start and tokens[index].start > tokens[index - 1].end:
            pieces.append(" ")
        pieces.append(tokens[index].text)
    return "".join(pieces)
