"""Tokens: the syllables, abbreviations, numbers and punctuation marks of a folded text."""

from __future__ import annotations

from typing import NamedTuple

import regex

from danvan_cli.text.fold import lower

# An abbreviation keeps the marks inside it (LĐ-TB&XH, TP.HCM, PGS.TS); a word is one written syllable, with
# the apostrophe of ethnic names (H'Yim) and the digits of units and names (m2, U23).
_TOKEN = regex.compile(
    r"(?P<number>\d++(?:[.,]\d++)*+)"
    r"|(?P<abbreviation>\p{Lu}++(?:[.&-]\p{Lu}++(?![\p{Ll}\p{M}]))++)"
    r"|(?P<word>[\p{L}\p{M}]++(?:'[\p{L}\p{M}]++)*+\d*+)"
    r"|(?P<mark>\.\.\.|\S)")


class Token(NamedTuple):
    """A token of a folded text.

    `text` is its folded spelling, `lower` the same in lower case; `start` and `end` are offsets into the
    folded text; `kind` is `word`, `number` or `mark` (punctuation).
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str

    @property
    def is_capital(self) -> bool:
        """Whether the token is a word that starts with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()


def tokenise(text: str, lowered: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut the part `start:end` of a folded text into tokens.

    >>> from danvan_cli.text.fold import lower
    >>> text = "Sở LĐ-TB&XH: hơn 2.657 m2"
    >>> [token.text for token in tokenise(text, lower(text))]
    ['Sở', 'LĐ-TB&XH', ':', 'hơn', '2.657', 'm2']
    """
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        kind = match.lastgroup or "mark"
        tokens.append(Token(match.group(), lowered[first:last], first, last,
                            "word" if kind == "abbreviation" else kind))
    return tuple(tokens)


def words_of(wording: str) -> tuple[str, ...]:
    """Give the tokens of a folded wording, in lower case and without offsets, at the least cost: word lists are long.

    >>> words_of("Sở LĐ-TB&XH"), words_of("Ban Dân vận")
    (('sở', 'lđ-tb&xh'), ('ban', 'dân', 'vận'))
    """
    lowered = lower(wording)
    if wording.replace(" ", "").isalpha():
        return tuple(lowered.split())
    return tuple(token.lower for token in tokenise(wording, lowered))
