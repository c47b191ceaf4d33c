"""Units: what stands right after a number and says what it is a number of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token


class Unit(Struct, frozen=True, gc=False):
    """A unit that ends before token `end`; `kind` is share, money, physical or score; `per` its denominator."""

    symbol: str
    kind: str
    end: int
    per: str | None


# Powers that a careless page sets apart from their unit: "480 m ³", "20 m²".
_POWERS = {"²": "2", "³": "3", "2": "2", "3": "3"}


def read_unit(tokens: Sequence[Token], index: int, words: Vocabulary) -> Unit | None:
    """Read the unit that begins at token `index`, or None."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    match = words.units.match(tokens, index) if token.lower in words.units.first_words else None
    if match:
        entry, end = match.entry, match.end
    else:
        glued = words.glued_units.get(token.lower)
        if glued is None or not index or tokens[index - 1].end != token.start:
            return None
        entry, end = glued, index + 1
    if len(token.text) == 1 and token.text.isupper():
        return None
    attributes = entry.attributes
    if "not_before" in attributes and end < len(tokens) and tokens[end].lower in attributes["not_before"]:
        return None
    symbol, kind = entry.get("symbol"), entry.get("kind")
    if (
        symbol in {"m", "km"}
        and end < len(tokens)
        and tokens[end].text in _POWERS
        and tokens[end - 1].end == tokens[end].start
    ):
        symbol += _POWERS[tokens[end].text]
        end += 1
    per, end = read_per(tokens, end, words)
    return Unit(symbol, kind, end, per)


def read_per(tokens: Sequence[Token], index: int, words: Vocabulary) -> tuple[str | None, int]:
    """Read the denominator of a rate at token `index`: "/người/năm", "mỗi năm"."""
    parts = []
    end = index
    while end + 1 < len(tokens) and tokens[end].text == "/" and tokens[end + 1].kind != "mark":
        start = end + 1
        end = start + 1
        numbered = tokens[start].kind == "number" and end < len(tokens) and tokens[end].kind == "word"
        if numbered or (end < len(tokens) and words.classes.is_pair(tokens[start], tokens[end])):
            end += 1
        parts.append(" ".join(token.text for token in tokens[start:end]))
    if parts:
        return "/".join(parts), end
    if (
        index + 1 < len(tokens)
        and words.plays(tokens[index].lower, "each")
        and tokens[index + 1].kind == "word"
        and (words.plays(tokens[index].lower, "per") or words.time_units.match(tokens, index + 1))
    ):
        length = words.classes.longest([t.lower for t in tokens[index + 1 : index + 3]], 0)
        return " ".join(token.text for token in tokens[index + 1 : index + 1 + length]), index + 1 + length
    return None, index
