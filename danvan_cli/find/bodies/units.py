"""The place at the end of a name: "tỉnh", "huyện Củ Chi", "Hà Nội", "Trung ương", a country."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from danvan_cli.find.bodies.grammar import Grammar, Level
from danvan_cli.find.bodies.unit_names import (
    capital_run,
    in_capitals,
    is_person,
    is_unit,
    known_name,
    name_end,
    starts_person,
)
from danvan_cli.find.bodies.wordings import spelled
from danvan_cli.text.tokens import Token

_UNIT_ENDINGS = frozenset({"ủy", "đoàn", "đội", "hội"})  # "huyện ủy", "tỉnh đoàn", "xã hội"
_CENTRAL = frozenset({"tw", "tư"})


class UnitReading(Struct, frozen=True):
    """A place read at tokens up to `end`.

    `word` is the level word ("tỉnh"), None in a bare name; `name` the proper name, None where the level word
    stands alone; `level` is central, province, district, commune, or None where the name alone cannot tell.
    `many` is true of "xã, phường": one of several levels, no particular unit.
    """

    end: int
    word: str | None
    name: str | None
    level: str | None
    many: bool = False


def read_unit(tokens: Sequence[Token], index: int, grammar: Grammar) -> UnitReading | None:
    """Read a place at token `index`: central, a level word with or without a name, or a known bare name."""
    if index >= len(tokens) or tokens[index].kind == "mark":
        return None
    token = tokens[index]
    if token.lower in _CENTRAL and token.is_capital:
        return UnitReading(index + 1, None, "Trung ương", "central")
    if token.lower == "trung" and index + 1 < len(tokens) and tokens[index + 1].lower == "ương":
        return UnitReading(index + 2, None, "Trung ương", "central")
    levelled = _glued(token, index, grammar) or _with_level(tokens, index, grammar)
    if levelled:
        return levelled
    country, bare = read_country(tokens, index, grammar), read_bare(tokens, index, grammar)
    if country and bare and bare.end > country.end:
        return bare  # "Lào Cai", "Đức Thọ", "Nga Sơn"
    return country or bare


def read_country(tokens: Sequence[Token], index: int, grammar: Grammar) -> UnitReading | None:
    """Read the name of a country at token `index`."""
    if index < len(tokens) and tokens[index].kind == "word":
        found = grammar.countries.match(tokens, index)
        if found and (tokens[index].is_capital or tokens[found[0] - 1].is_capital):
            end, name = found
            both = _second_country(tokens, end, grammar)
            return UnitReading(both or end, None, spelled(tokens, index, both) if both else name, "central")
    return None


def _second_country(tokens: Sequence[Token], index: int, grammar: Grammar) -> int | None:
    """Give the end of "- Lào" at token `index`, after another country: "Hội Hữu nghị Việt Nam - Lào"."""
    at = index + 1
    if at >= len(tokens) or tokens[index].text != "-" or not tokens[at].is_capital:
        return None
    found = grammar.countries.match(tokens, at)
    return found[0] if found else at + 1 if tokens[at].lower in grammar.home else None


def read_bare(tokens: Sequence[Token], index: int, grammar: Grammar) -> UnitReading | None:
    """Read the name of a known province or district at token `index`, unless a person's name goes on from it."""
    if index >= len(tokens) or not tokens[index].is_capital:
        return None
    end = known_name(tokens, index)
    if end is None or is_person(tokens, index, end, grammar):
        return None
    return UnitReading(end, None, spelled(tokens, index, end), None)


def read_own(tokens: Sequence[Token], index: int, word: str, grammar: Grammar) -> UnitReading | None:
    """Read the name of a unit after a head that tells its type, `word`: "Đoàn xã Tân Hòa", "Huyện ủy Bến Hải".

    The gazetteer has not all the districts of before: two unknown words are one that begin no person's or office's.
    """
    known, end = known_name(tokens, index, word), index + 2
    if known and not is_person(tokens, index, known, grammar):
        return UnitReading(known, None, spelled(tokens, index, known), None)
    if min(capital_run(tokens, index), end) < end or in_capitals(tokens, index + 1):
        return None
    first = tokens[index].lower
    if first in grammar.any_surnames or first in grammar.offices or len(tokens[index].text) == 1:
        return None
    if capital_run(tokens, index) > end and not starts_person(tokens, end, grammar):
        return None
    return UnitReading(end, None, spelled(tokens, index, end), None)


def read_hamlet(tokens: Sequence[Token], index: int, grammar: Grammar) -> UnitReading | None:
    """Read a hamlet's word that elsewhere must have a name after it: "Ban Công tác Mặt trận bản"; but no "bản đồ"."""
    found = grammar.levels.match(tokens, index)
    if not found or found[1].alone or grammar.classes.length_at(tokens, index) > found[0] - index:
        return None
    return UnitReading(found[0], found[1].form, None, found[1].level)


def branch_end(tokens: Sequence[Token], index: int, grammar: Grammar) -> int | None:
    """Give the end of "- Chi nhánh Nghệ An" at token `index`."""
    start = index + 1 if index < len(tokens) and tokens[index].text == "-" else index
    if start + 2 < len(tokens) and tokens[start].lower == "chi" and tokens[start + 1].lower == "nhánh":
        unit = read_unit(tokens, start + 2, grammar) or (  # "Chi nhánh Tây Nghệ An"
            read_bare(tokens, start + 3, grammar) if tokens[start + 2].is_capital else None)
        return unit.end if unit else None
    return None


def is_numbered(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a level word with a number begins at token `index`: "khu vực 2", "vùng II"."""
    found = grammar.levels.match(tokens, index)
    if not found or found[0] >= len(tokens):
        return False
    return found[1].numbered and (tokens[found[0]].kind == "number" or not tokens[found[0]].text.strip("IVX"))


def _with_level(tokens: Sequence[Token], index: int, grammar: Grammar) -> UnitReading | None:
    found = grammar.levels.match(tokens, index)
    if not found:
        return None
    end, level = found
    if end < len(tokens) and tokens[end].lower in _UNIT_ENDINGS and not (
            tokens[end].is_capital and end + 1 < len(tokens) and tokens[end + 1].is_capital):  # "thôn Đoàn Kết"
        return None
    start = end
    if start < len(tokens) and tokens[start].text == "." and tokens[index].is_capital:
        start += 1
    last = name_end(tokens, start, level, grammar)
    if last is None:
        if not level.alone or len(tokens[index].text) == 1:  # "P", "Q", "X" say nothing without a name
            return None
        return UnitReading(end, level.form, None, level.level, _is_one_of_many(tokens, index, end, grammar))
    if level.form == "khu vực" and last + 1 < len(tokens) and tokens[last].text == "-":
        last = known_name(tokens, last + 1) or last  # "TAND khu vực 3 - Đắk Lắk"
    return UnitReading(last, level.form, spelled(tokens, start, last), level.level)


def _glued(token: Token, index: int, grammar: Grammar) -> UnitReading | None:
    """Read a place written as one token: "TP.HCM", "TPHCM", "Q1"."""
    if not token.text[0].isupper() or not (token.text.isupper() or token.text[-1].isdigit()):
        return None
    for size in (2, 1):
        level = _level_word(token.lower[:size], grammar)
        rest = token.text[size:].lstrip(".")
        if level and rest and (rest.isdigit() or (rest.isupper() and len(rest) > 1 and is_unit(rest, level.form))):
            return UnitReading(index + 1, level.form, rest, level.level)
    return None


def _level_word(word: str, grammar: Grammar) -> Level | None:
    found = grammar.levels.match((Token(word, word, 0, len(word), "word"),), 0)
    return found[1] if found else None


def _is_one_of_many(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether a further bare level follows the one at tokens `start:end`: "xã, phường", "huyện và xã"."""
    at = end + 1
    if at >= len(tokens) or tokens[end].lower not in (",", "và", "-", "/", "hoặc"):
        return False
    found = grammar.levels.match(tokens, at)
    if not found or (tokens[at].is_capital and not tokens[start].is_capital):  # "UBND xã, Tổ công nghệ số"
        return False
    after = found[0]
    if grammar.heads.match(tokens, at) or grammar.classes.length_at(tokens, at) > after - at:
        return False  # "UBND tỉnh, tổ công tác", "UBND tỉnh, tổ chức"
    return after >= len(tokens) or not (
        tokens[after].is_capital or tokens[after].kind == "number" or tokens[after].lower in ("ủy", "đoàn", "hội"))
