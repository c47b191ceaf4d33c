"""The place at the end of a name: "tỉnh", "huyện Củ Chi", "Hà Nội", "Trung ương", a country."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from danvan_cli.find.bodies.grammar import Grammar, Level
from danvan_cli.find.bodies.wordings import spelled
from danvan_cli.lexicon.places import Places, fold
from danvan_cli.text.tokens import Token

LONGEST_NAME = 5
LONGEST_UNKNOWN = 3
LONGEST_RUN = 12
_MIDDLE_NAMES = frozenset({"thị", "văn"})
_UNIT_ENDINGS = frozenset({"ủy", "đoàn", "đội", "hội"})  # "huyện ủy", "tỉnh đoàn", "xã hội"
_CENTRAL = frozenset({"tw", "tư"})
_LISTED = frozenset({"province", "district"})  # levels all of whose units the gazetteer has
_COMMUNE_WORDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})


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
    if end is None or _is_person(tokens, index, end, grammar):
        return None
    return UnitReading(end, None, spelled(tokens, index, end), None)


def read_own(tokens: Sequence[Token], index: int, word: str, grammar: Grammar) -> UnitReading | None:
    """Read the name of a unit after a head that tells its type, `word`: "Đoàn xã Tân Hòa", "Huyện ủy Bến Hải".

    The gazetteer has not all the districts of before: two unknown words are one that begin no person's or office's.
    """
    known, end = known_name(tokens, index, word), index + 2
    if known and not _is_person(tokens, index, known, grammar):
        return UnitReading(known, None, spelled(tokens, index, known), None)
    if min(capital_run(tokens, index), end) < end or _in_capitals(tokens, index + 1):
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


def known_name(tokens: Sequence[Token], index: int, word: str | None = None) -> int | None:
    """Give the end of the longest known name of a unit at token `index`; of type `word` where it is given."""
    if index >= len(tokens) or not (word or _begins_name(tokens[index].lower)):
        return None
    last = index
    while last < len(tokens) and last - index < LONGEST_NAME and (
            tokens[last].is_capital or (tokens[last].text == "-" and last > index) or tokens[last].kind == "number"):
        last += 1
    for end in range(last, index, -1):
        if tokens[end - 1].kind != "mark" and _is_unit(spelled(tokens, index, end), word):
            return end
    return None


def is_numbered(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a level word with a number begins at token `index`: "khu vực 2", "vùng II"."""
    found = grammar.levels.match(tokens, index)
    if not found or found[0] >= len(tokens):
        return False
    return found[1].numbered and (tokens[found[0]].kind == "number" or not tokens[found[0]].text.strip("IVX"))


def is_local(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the name of a unit at tokens `start:end` is a district's or a town's, not a province's."""
    return not Places().is_province(spelled(tokens, start, end))


def capital_run(tokens: Sequence[Token], index: int) -> int:
    """Give the end of the run of capitalised words at token `index`, of which no more than `LONGEST_RUN` count."""
    end = index
    while end < len(tokens) and end - index < LONGEST_RUN and tokens[end].is_capital:
        end += 1
    return end


def starts_person(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a personal name of two syllables or more may start at token `index`."""
    if index >= len(tokens) or tokens[index].lower not in grammar.surnames or not tokens[index].is_capital:
        return False
    run = capital_run(tokens, index)
    return run - index > 1 and known_name(tokens, index) != run


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
    last = _name_end(tokens, start, level, grammar)
    if last is None:
        if not level.alone or len(tokens[index].text) == 1:  # "P", "Q", "X" say nothing without a name
            return None
        return UnitReading(end, level.form, None, level.level, _is_one_of_many(tokens, index, end, grammar))
    if level.form == "khu vực" and last + 1 < len(tokens) and tokens[last].text == "-":
        last = known_name(tokens, last + 1) or last  # "TAND khu vực 3 - Đắk Lắk"
    return UnitReading(last, level.form, spelled(tokens, start, last), level.level)


def _name_end(tokens: Sequence[Token], start: int, level: Level, grammar: Grammar) -> int | None:
    if level.numbered and start < len(tokens) and tokens[start].lower == "số":
        start += 1
    if start >= len(tokens):
        return None
    if tokens[start].kind == "number":
        return start + 1 if level.numbered and tokens[start].text.isdigit() and len(tokens[start].text) < 3 else None
    if not tokens[start].is_capital:
        return None
    if level.numbered and tokens[start].text.strip("IVX") == "":
        return start + 1  # "Kiểm toán nhà nước khu vực X"
    word = level.form if level.level != "commune" or level.form in _COMMUNE_WORDS else None
    end = known_name(tokens, start, word) or known_name(tokens, start)
    if end and not _is_person(tokens, start, end, grammar):
        return end
    # Names begin with words of levels too ("Sóc Trăng"), but only known ones; in capitals ("HĐND TỈNH KHÓA X")
    # nothing tells where an unknown name ends.
    if grammar.levels.match(tokens, start) or _in_capitals(tokens, start):
        return None
    return _unknown_name(tokens, start, level, grammar)


def _unknown_name(tokens: Sequence[Token], start: int, level: Level, grammar: Grammar) -> int | None:
    """Give the end of a unit's name at token `start` that the gazetteer lacks; None where a person's begins there."""
    run = capital_run(tokens, start)
    number = tokens[run] if run < len(tokens) and tokens[run].kind == "number" else None
    if number and len(number.text) < 3 and run - start <= LONGEST_UNKNOWN:
        return run + 1  # "thôn Vân Dương 2"
    if run - start > 2 and (tokens[start + 1].lower in _MIDDLE_NAMES or (
            level.level in _LISTED and starts_person(tokens, start, grammar))):
        return None  # "UBND tỉnh | Lữ Thị Kim Thoa"
    for cut in range(start + 1, run):
        if starts_person(tokens, cut, grammar):
            return cut if cut - start > 1 or not starts_person(tokens, start, grammar) else None
    if run - start == 2:  # "thôn Đoàn Kết", "UBND huyện Lộc Hà"; but every province is known ("UBND tỉnh | Ksor Nhan")
        people = grammar.any_surnames if level.level == "province" else grammar.common_surnames
        return None if tokens[start].lower in people else run
    if _looks_personal(tokens, start, run, grammar):
        return None
    return min(run, start + LONGEST_UNKNOWN)


def _in_capitals(tokens: Sequence[Token], start: int) -> bool:
    """Whether a line in capitals goes through token `start`."""
    return start > 0 and all(len(token.text) > 1 and token.text.isupper() for token in tokens[start - 1:start + 1])


def _looks_personal(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether the unknown capitalised words `start:end` are a person's name: the gazetteer has all real units."""
    if end - start < 2:
        return False
    return tokens[start].lower in grammar.any_surnames or tokens[start + 1].lower in _MIDDLE_NAMES


def _glued(token: Token, index: int, grammar: Grammar) -> UnitReading | None:
    """Read a place written as one token: "TP.HCM", "TPHCM", "Q1"."""
    if not token.text[0].isupper() or not (token.text.isupper() or token.text[-1].isdigit()):
        return None
    for size in (2, 1):
        level = _level_word(token.lower[:size], grammar)
        rest = token.text[size:].lstrip(".")
        if level and rest and (rest.isdigit() or (rest.isupper() and _is_unit(rest, level.form))):
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


def _is_person(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether the known name `start:end` is rather the beginning of a person's: "Lâm Hà" in "Lâm Hà Thu"."""
    if end >= len(tokens) or not tokens[end].is_capital or tokens[start].lower not in grammar.surnames:
        return False
    return not starts_person(tokens, end, grammar) and tokens[end].lower not in grammar.starts


@lru_cache(maxsize=65536)
def _is_unit(name: str, word: str | None) -> bool:
    key = fold(name)
    if word is None:
        return key in Places().names()
    return bool(Places().lookup(name, type=word)) or key.replace(" ", "") in _joined_names()


@lru_cache(maxsize=65536)
def _begins_name(lowered: str) -> bool:
    return fold(lowered).split(" ", 1)[0] in _first_syllables()


@cache
def _first_syllables() -> frozenset[str]:
    """Give the first syllables of the names of provinces and districts."""
    return frozenset(name.split(" ", 1)[0] for name in Places().names())


@cache
def _joined_names() -> frozenset[str]:
    """Give the names of provinces and districts without spaces: "Krông Ana" is also written "Krông A Na"."""
    return frozenset(name.replace(" ", "") for name in Places().names() if name.count(" ") > 1)
