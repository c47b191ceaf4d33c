"""Fields of work and numbers, which follow the head of a name."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec import Struct

from danvan_cli.find.bodies.grammar import Grammar, Head
from danvan_cli.text.tokens import Token

LONGEST_ABBREVIATION = 7
LONGEST_NUMBER = 4
_NUMERAL = regex.compile(r"[IVX]++")
_CODE = regex.compile(r"\p{Lu}{1,3}\d{1,3}")


class FieldReading(Struct, frozen=True):
    """A field of work read up to token `end`; `form` is its official wording, `kind` that of its bodies if it tells."""

    end: int
    form: str
    kind: str | None


def read_field(tokens: Sequence[Token], index: int, head: Head, grammar: Grammar) -> FieldReading | None:
    """Read a listed field of work that fits the head, in full or abbreviated."""
    if index >= len(tokens):
        return None
    found = _abbreviated(tokens, index, head, grammar) if tokens[index].text.isupper() else None
    for end, domains in grammar.domains.matches(tokens, index):
        for domain in domains:
            if domain.fits(head) and not (found and found.end >= end):
                return FieldReading(end, domain.form, domain.kind)
    return found


def _abbreviated(tokens: Sequence[Token], index: int, head: Head, grammar: Grammar) -> FieldReading | None:
    """Read a field by the letters of its abbreviation: "TN&MT", "NN & PTNT"."""
    for end in range(_abbreviation_end(tokens, index), index, -2):  # over a mark and the letters after it
        letters = "".join(char for token in tokens[index:end] for char in token.text if char.isalnum())
        for domain in grammar.abbreviations.get(letters.upper(), ()):
            if domain.fits(head):
                return FieldReading(end, domain.form, domain.kind)
    return None


def read_number(tokens: Sequence[Token], index: int, grammar: Grammar, *, plain: bool) -> int | None:
    """Read a number that names: "số 1", "III", "PC45", and, with `plain`, "316"; give its end.

    A number before a scale word or a unit counts something: "Công ty Bình Minh 500 triệu đồng".
    """
    if index < len(tokens) and tokens[index].lower == "số":
        index, plain = index + 1, True
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "number":
        letter = tokens[index + 1] if index + 1 < len(tokens) else None
        if not plain or _counts(tokens, index, grammar) or not token.text.isdigit() or len(token.text) > LONGEST_NUMBER:
            return None
        glued = letter and letter.start == token.end and letter.text.isupper() and len(letter.text) < 3  # "925T"
        return index + 2 if glued else index + 1
    return index + 1 if _NUMERAL.fullmatch(token.text) or _CODE.fullmatch(token.text) else None


def _counts(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether the number at token `index` stands before what it counts: a scale word or a unit."""
    word, after = (tokens[i].lower if i < len(tokens) else "" for i in (index + 1, index + 2))
    return word in grammar.measures and after not in grammar.measures[word]


def _abbreviation_end(tokens: Sequence[Token], index: int) -> int:
    """Give the end of an abbreviation that spaces may break: "NN & PTNT", "LĐ-TB và XH"."""
    end = index + 1
    while (end + 1 < len(tokens) and end - index < LONGEST_ABBREVIATION
           and tokens[end].text in ("&", "-", "và", ",") and tokens[end + 1].text.isupper()):
        end += 2
    return end
