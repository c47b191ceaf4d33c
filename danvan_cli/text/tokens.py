"""Tokens: the syllables, abbreviations, numbers and punctuation marks of a folded text."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from danvan_cli.text.fold import lower

# An abbreviation keeps the marks inside it (LĐ-TB&XH, TP.HCM, PGS.TS); a word is one written syllable, with
# the apostrophe of ethnic names (H'Yim) and the digits of units and names (m2, U23).
_TOKEN = regex.compile(
    r"(?P<number>\d++(?:[.,]\d++)*+)"
    r"|(?P<abbreviation>\p{Lu}++(?:[.&-]\p{Lu}++(?![\p{Ll}\p{M}]))++)"
    r"|(?P<word>[\p{L}\p{M}]++(?:'[\p{L}\p{M}]++)*+\d*+)"
    r"|(?P<mark>\.\.\.|\S)")


@dataclass(slots=True)  # not frozen, which would double the time that making one takes: texts have many
class Token:
    """A token of a folded text, never changed.

    `text` is its folded spelling, `lower` the same in lower case; `start` and `end` are offsets into the
    folded text; `kind` is `word`, `number` or `mark` (punctuation); `is_capital` tells whether it is a word
    that starts with a capital letter.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str
    is_capital: bool = False


def tokenise(text: str, lowered: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut the part `start:end` of a folded text into tokens.

    >>> from danvan_cli.text.fold import lower
    >>> text = "Sở LĐ-TB&XH: hơn 2.657 m2"
    >>> [token.text for token in tokenise(text, lower(text))]
    ['Sở', 'LĐ-TB&XH', ':', 'hơn', '2.657', 'm2']
    """
    tokens: list[Token] = []
    last = start
    for chunk in text[start:end].split():
        first = text.index(chunk, last)
        last = first + len(chunk)
        # Most chunks are one word of letters only, or one and a mark: the pattern is for the others.
        if chunk.isalpha():
            tokens.append(Token(chunk, lowered[first:last], first, last, "word", chunk[0].isupper()))
        elif chunk[-1] in ",.;:" and (word := chunk[:-1]).isalpha():
            tokens.append(Token(word, lowered[first:last - 1], first, last - 1, "word", word[0].isupper()))
            tokens.append(Token(chunk[-1], chunk[-1], last - 1, last, "mark"))
        else:
            tokens += [_token(match, lowered) for match in _TOKEN.finditer(text, first, last)]
    return tuple(tokens)


def _token(match: regex.Match[str], lowered: str) -> Token:
    word, (start, end) = match.group(), match.span()
    if match.lastgroup in ("number", "mark"):
        return Token(word, lowered[start:end], start, end, match.lastgroup)
    return Token(word, lowered[start:end], start, end, "word", word[0].isupper())


def words_of(wording: str) -> tuple[str, ...]:
    """Give the tokens of a folded wording, in lower case and without offsets, at the least cost: word lists are long.

    >>> words_of("Sở LĐ-TB&XH"), words_of("Ban Dân vận")
    (('sở', 'lđ-tb&xh'), ('ban', 'dân', 'vận'))
    """
    lowered = lower(wording)
    if wording.replace(" ", "").isalpha():
        return tuple(lowered.split())
    return tuple(token.lower for token in tokenise(wording, lowered))
