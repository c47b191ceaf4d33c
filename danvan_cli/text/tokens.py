"""Tokens: the syllables, abbreviations, numbers and punctuation marks of a folded text."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec import Struct

from danvan_cli.text.fold import lower

# An abbreviation keeps the marks inside it (LĐ-TB&XH, TP.HCM, PGS.TS); a word is one written syllable, with
# the apostrophe of ethnic names (H'Yim) and the digits of units and names (m2, U23).
_TOKEN = regex.compile(
    r"(?P<number>\d++(?:[.,]\d++)*+)"
    r"|(?P<abbreviation>\p{Lu}++(?:[.&-]\p{Lu}++(?![\p{Ll}\p{M}]))++)"
    r"|(?P<word>[\p{L}\p{M}]++(?:'[\p{L}\p{M}]++)*+\d*+)"
    r"|(?P<mark>\.\.\.|\S)")

DISTINCT_CHUNKS, LONGEST_KEPT = 1 << 14, 32
"""How many of the stretches between spaces are remembered, and the code points of one that is too long for it."""


class Token(Struct, frozen=True, gc=False):
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


def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut the part `start:end` of a folded text into tokens.

    >>> [token.text for token in tokenise("Sở LĐ-TB&XH: hơn 2.657 m2")]
    ['Sở', 'LĐ-TB&XH', ':', 'hơn', '2.657', 'm2']
    """
    tokens: list[Token] = []
    for chunk in text[start:end].split(" "):
        for word, low, first, last, kind, is_capital in _PIECES[chunk]:
            tokens.append(Token(word, low, start + first, start + last, kind, is_capital))
        start += len(chunk) + 1
    return tuple(tokens)


Piece = tuple[str, str, int, int, str, bool]
"""The fields of a token, its offsets counted from the start of its chunk."""


def _cut(chunk: str) -> tuple[Piece, ...]:
    """Cut what stands between two spaces."""
    low = lower(chunk)
    if chunk.isalpha():  # most are one word of letters only
        return ((chunk, low, 0, len(chunk), "word", chunk[0].isupper()),)
    return tuple(_piece(match, low) for match in _TOKEN.finditer(chunk))


class _Pieces(dict[str, tuple[Piece, ...]]):
    """The pieces of chunks, each cut when it is first asked for."""

    def __missing__(self, chunk: str) -> tuple[Piece, ...]:
        pieces = _cut(chunk)
        if len(chunk) < LONGEST_KEPT:
            if len(self) == DISTINCT_CHUNKS:
                self.clear()
            self[chunk] = pieces
        return pieces


# A text repeats its words: each is cut once, and the same word is one string wherever it stands.
_PIECES = _Pieces()


def _piece(match: regex.Match[str], low: str) -> Piece:
    text, (start, end) = match.group(), match.span()
    kind = match.lastgroup if match.lastgroup in ("number", "mark") else "word"
    return text, low[start:end], start, end, kind, kind == "word" and text[0].isupper()


def lowered(tokens: Sequence[Token], start: int, end: int) -> str:
    """Give the tokens `start:end` in lower case, parted by spaces: how word lists spell what stands there."""
    return " ".join([token.lower for token in tokens[start:end]])


def words_of(wording: str) -> tuple[str, ...]:
    """Give the tokens of a folded wording, in lower case and without offsets, at the least cost: word lists are long.

    >>> words_of("Sở LĐ-TB&XH"), words_of("Ban Dân vận")
    (('sở', 'lđ-tb&xh'), ('ban', 'dân', 'vận'))
    """
    low = lower(wording)
    if wording.replace(" ", "").isalpha():
        return tuple(low.split())
    return tuple(token.lower for token in tokenise(wording))
