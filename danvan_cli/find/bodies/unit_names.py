"""Proper names of administrative units: where one ends, and whether a person's begins there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from danvan_cli.find.bodies.grammar import Grammar, Level
from danvan_cli.find.bodies.wordings import spelled
from danvan_cli.lexicon.places import Places, fold
from danvan_cli.text.tokens import Token

LONGEST_NAME = 5
LONGEST_UNKNOWN = 3
LONGEST_RUN = 12
_MIDDLE_NAMES = frozenset({"thị", "văn"})
_LISTED = frozenset({"province", "district"})  # levels all of whose units the gazetteer has
_COMMUNE_WORDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})


def known_name(tokens: Sequence[Token], index: int, word: str | None = None) -> int | None:
    """Give the end of the longest known name of a unit at token `index`; of type `word` where it is given."""
    if index >= len(tokens) or not (word or _begins_name(tokens[index].lower)):
        return None
    last = index
    while last < len(tokens) and last - index < LONGEST_NAME and (
            tokens[last].is_capital or (tokens[last].text == "-" and last > index) or tokens[last].kind == "number"):
        last += 1
    for end in range(last, index, -1):
        if tokens[end - 1].kind != "mark" and is_unit(spelled(tokens, index, end), word):
            return end
    return None


@lru_cache(maxsize=65536)
def is_unit(name: str, word: str | None) -> bool:
    """Whether a unit has the name; one of type `word` where it is given."""
    key = fold(name)
    if word is None:
        return key in Places().names()
    return bool(Places().lookup(name, type=word)) or key.replace(" ", "") in _joined_names()


def is_local(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the name of a unit at tokens `start:end` is a district's or a town's, not a province's."""
    return not Places().is_province(spelled(tokens, start, end))


def name_end(tokens: Sequence[Token], start: int, level: Level, grammar: Grammar) -> int | None:
    """Give the end of the proper name or number of a unit of some level at token `start`; None where there is none."""
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
    if end and not is_person(tokens, start, end, grammar):
        return end
    # Names begin with words of levels too ("Sóc Trăng"), but only known ones; in capitals ("HĐND TỈNH KHÓA X")
    # nothing tells where an unknown name ends.
    if grammar.levels.match(tokens, start) or in_capitals(tokens, start):
        return None
    return _unknown_name(tokens, start, level, grammar)


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


def is_person(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether the known name `start:end` is rather the beginning of a person's: "Lâm Hà" in "Lâm Hà Thu"."""
    if end >= len(tokens) or not tokens[end].is_capital or tokens[start].lower not in grammar.surnames:
        return False
    return not starts_person(tokens, end, grammar) and tokens[end].lower not in grammar.starts


def in_capitals(tokens: Sequence[Token], start: int) -> bool:
    """Whether a line in capitals goes through token `start`."""
    return start > 0 and all(len(token.text) > 1 and token.text.isupper() for token in tokens[start - 1:start + 1])


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


def _looks_personal(tokens: Sequence[Token], start: int, end: int, grammar: Grammar) -> bool:
    """Whether the unknown capitalised words `start:end` are a person's name: the gazetteer has all real units."""
    if end - start < 2:
        return False
    return tokens[start].lower in grammar.any_surnames or tokens[start + 1].lower in _MIDDLE_NAMES


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
