"""Amounts: one number with its scale words, in digits or in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from danvan_cli.document import Number
from danvan_cli.find.figures.digits import parse_digits, plain
from danvan_cli.find.figures.units import read_unit
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token

# "trăm nghìn tỷ": no number has more scale words in a row; nor more words in all than "chín trăm chín mươi chín
# nghìn tỷ chín trăm chín mươi chín triệu …".
SCALES = 3
NUMBER_WORDS = 24


class Amount(Struct, frozen=True):
    """A number that ends before token `end`, scale applied; `scale` is 1 where no scale word stands.

    `kind` is digits, words, vague (then `value` is None and `magnitude` its order) or fraction.
    """

    value: Number | None
    magnitude: Number | None
    scale: int
    end: int
    kind: str


def read_amount(tokens: Sequence[Token], index: int, words: Vocabulary) -> Amount | None:
    """Read the number that begins at token `index`, or None."""
    if tokens[index].kind == "number":
        return _read_digits(tokens, index, words)
    role = words.roles.get(tokens[index].lower)
    scale = words.scales.get(tokens[index].lower)
    if scale and index + 1 < len(tokens) and words.roles.get(tokens[index + 1].lower) == "half":
        value: int = scale.get("value")
        return Amount(value + value // 2, None, value, index + 2, "digits")  # "trăm rưỡi"
    if role == "vague":
        return _read_vague(tokens, index, words)
    return _read_fraction(tokens, index, words) or (
        _read_words(tokens, index, words) if role in {"digit", "ten"} else None
    )


def read_scales(tokens: Sequence[Token], index: int, words: Vocabulary) -> tuple[int, int]:
    """Read scale words from token `index` on; give their product and the token after them."""
    product, end = 1, index
    while end < min(len(tokens), index + SCALES) and (scale := _scale(tokens, end, words)):
        product, end = product * scale, end + 1
    return product, end


def _scale(tokens: Sequence[Token], index: int, words: Vocabulary) -> int | None:
    token = tokens[index]
    if index and tokens[index - 1].kind == "number" and tokens[index - 1].end == token.start:
        glued = words.glued_scales.get(token.lower)
        if glued:
            return glued
    if token.text != token.lower and not token.text.isupper():
        return None
    entry = words.scales.get(token.lower)
    if entry is None or (index + 1 < len(tokens) and tokens[index + 1].lower in entry.get("not_before", ())):
        return None
    value: int = entry.get("value")
    return value


def _read_digits(tokens: Sequence[Token], index: int, words: Vocabulary) -> Amount | None:
    scale, end = read_scales(tokens, index + 1, words)
    text = tokens[index].text
    whole = scale == 1 and ("," not in text or (unit := read_unit(tokens, end, words)) is None or unit.kind == "money")
    value = parse_digits(text, whole=whole)
    if value is None:
        return None
    if scale == 1 and isinstance(value, int):
        return Amount(value, None, 1, end, "digits")  # most
    total = Decimal(value) * scale
    if scale > 1 and end < len(tokens):
        rest, end = _read_rest(tokens, end, scale, words)
        total += rest
    return Amount(plain(total), None, scale, end, "digits")


def _read_rest(tokens: Sequence[Token], index: int, scale: int, words: Vocabulary) -> tuple[Decimal, int]:
    """Read what follows a scale word and still belongs to the number: "2 triệu rưỡi", "1 tỷ 250 triệu"."""
    if words.roles.get(tokens[index].lower) == "half":
        return Decimal(scale) / 2, index + 1
    if tokens[index].kind == "number":
        smaller, end = read_scales(tokens, index + 1, words)
        value = parse_digits(tokens[index].text, whole=False)
        if 1 < smaller < scale and value is not None and value * smaller < scale:
            return Decimal(value) * smaller, end
    return Decimal(0), index


def _read_vague(tokens: Sequence[Token], index: int, words: Vocabulary) -> Amount | None:
    scale, end = read_scales(tokens, index + 1, words)
    return Amount(None, scale, scale, end, "vague") if end > index + 1 else None


def _read_fraction(tokens: Sequence[Token], index: int, words: Vocabulary) -> Amount | None:
    """Read "một nửa", "nửa tỷ", "hai phần ba"."""
    lowered = [token.lower for token in tokens[index : index + 3]]
    if len(lowered) > 1 and words.roles.get(" ".join(lowered[:2])) == "fraction":
        return Amount(Decimal("0.5"), None, 1, index + 2, "fraction")
    if words.roles.get(lowered[0]) == "fraction":
        scale, end = read_scales(tokens, index + 1, words)
        return (
            Amount(plain(Decimal(scale) / 2), None, scale, end, "digits")
            if scale > 1
            else (Amount(Decimal("0.5"), None, 1, index + 1, "half"))
        )
    if (
        len(lowered) == 3
        and words.roles.get(lowered[1]) == "parts"
        and lowered[0] in words.digits
        and lowered[2] in words.digits
    ):
        return Amount(ratio(words.digits[lowered[0]], words.digits[lowered[2]]), None, 1, index + 3, "fraction")
    return None


def ratio(part: Number, whole: Number) -> Number:
    """Give a share as a decimal of four places."""
    return plain(round(Decimal(part) / Decimal(whole), 4))


def _read_words(tokens: Sequence[Token], index: int, words: Vocabulary) -> Amount | None:
    """Read a number written out, of at least two words ("mười hai", "hai mươi lăm nghìn", "ba trăm")."""
    total, section, unit, end = 0, 0, None, index
    biggest = 1
    while end < min(len(tokens), index + NUMBER_WORDS):
        word = tokens[end].lower
        role, scale = words.roles.get(word), _scale(tokens, end, words)
        if tokens[end].text != word and end > index:
            break
        if role == "digit" and unit is None and not _is_years(tokens, index, end, words):
            unit = words.digits[word]
        elif role == "ten" and unit is None and section % 100 == 0:
            section += 10
        elif role == "tens" and unit is not None and unit > 1:
            section, unit = section + unit * 10, None
        elif role == "joint" and section and end + 1 < len(tokens) and tokens[end + 1].lower in words.digits:
            pass
        elif scale == 100 and unit is not None:
            section, unit = section + unit * 100, None
        elif scale and end > index:
            section += unit or 0
            total, section, unit = (total + section * scale, 0, None) if section else (total * scale, 0, None)
            biggest = max(biggest, scale)
        elif role == "half" and biggest > 1 and not section and unit is None:
            total += biggest // 2
        else:
            break
        end += 1
    total += section + (unit or 0)
    if end - index < 2 or not total:
        return None
    return Amount(total, None, biggest, end, "words")


def _is_years(tokens: Sequence[Token], first: int, index: int, words: Vocabulary) -> bool:
    """Whether a word that is also a noun is one in a number that begins at `first`: "mười | năm", "năm | hai".

    As a digit it stands before "mươi" or a scale, or after the word for an empty place ("hai trăm linh năm").
    """
    if tokens[index].lower not in words.number_nouns:
        return False
    if index > first and words.roles.get(tokens[index - 1].lower) == "joint":
        return False
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return after not in words.scales and words.roles.get(after) != "tens"
