"""Where a place name stands: provinces, districts and communes of Viet Nam, before and since 1 July 2025.

`places.tsv` (provinces and districts), `places_communes.tsv` and `places_historical.tsv` beside this module
tell in their first lines where they come from. They are read when a lookup first needs them, the communes
only when a name could be a commune's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TypeVar

from msgspec import Struct

from danvan_cli.lexicon.entry import read_file

T = TypeVar("T")

_TYPES = {
    "t": "tỉnh", "tp": "thành phố", "q": "quận", "h": "huyện", "tx": "thị xã", "x": "xã", "p": "phường",
    "tt": "thị trấn", "đk": "đặc khu",
}
# What districts were raised to, of which the table has only the last type: `huyện Phú Quốc` was a thành phố from 2021.
_RAISED_TO = {
    "huyện": ("thị xã", "quận", "thành phố"), "thị xã": ("quận", "thành phố"), "quận": ("thành phố",)}
_COMMUNE_TYPES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
_TYPED = re.compile(rf"({'|'.join([*_TYPES.values(), 't p', 't x', 't t', *_TYPES])}) (.+)|([qp])([0-9]+)")

_MARKS = "-\u2010-\u2015\u2212.,_/"  # hyphens, dashes, full stops
_GAPS = re.compile(f" [{_MARKS} ]+|[{_MARKS}][{_MARKS} ]*")  # any run of marks and spaces but a single space
_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019\u2032]")
# A final y that is the whole vowel, as in `Mỹ`, `Quy`, `Ý` (not in `Tây`, `Thủy`) -> i.
_LONE_Y = re.compile(r"[yỳýỷỹỵ](?!\w)(?:(?<=[bcdghklmnprstvxđ].)|(?<=\b.)|(?<=\bqu.))")
_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
# An open syllable's tone on its second vowel -> on its first: hoà, hòa.
_LATE_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_EARLY_TONE = dict(zip(re.findall("..", "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ"),
                       re.findall("..", "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy"), strict=True))
_ZEROS = re.compile(r"0(?<=\b0)0*(?=[0-9])")


class Unit(Struct, frozen=True):
    """A unit as it was under the containing units `parents` (full names, nearest first).

    `level` is province, district or commune. `valid_from` is None where the unit was there before the reform,
    `valid_to` where it still stands; else ISO dates (`2025-06-30`; a bare year in some historical provinces).
    `now` is the full name of what has its area today: the unit itself if it still stands; for a district,
    its province of today; where several have it, all of them joined by "; " for a historical province, but
    None for a commune.
    """

    name: str
    type: str
    level: str
    parents: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    now: str | None

    @property
    def full_name(self) -> str:
        """The name with its type word: `tỉnh Hậu Giang`."""
        return f"{self.type} {self.name}"


@lru_cache(maxsize=8192)  # a text names few places many times
def fold(name: str) -> str:
    """Fold a name to the key it is looked up by.

    Case, tone placement (`hoà`), a lone `y` (`Mỹ`), hyphens, full stops, apostrophes, spaces and leading
    zeros make no difference.

    >>> fold("Thuỷ  Nguyên"), fold("Mỹ Tho"), fold("BÀ RỊA – VŨNG TÀU"), fold("Ea H’leo"), fold("P.01")
    ('thủy nguyên', 'mĩ tho', 'bà rịa vũng tàu', 'ea hleo', 'p 1')
    """
    return _fold_clean(" ".join(unicodedata.normalize("NFC", name).split())).strip()


def _fold_clean(text: str) -> str:
    """Fold NFC text whose white space is spaces, or line breaks between names, which stay."""
    text = _APOSTROPHES.sub("", _GAPS.sub(" ", text.lower()))
    text = _LONE_Y.sub(lambda match: _I[match[0]], text)
    text = _LATE_TONE.sub(lambda match: _EARLY_TONE[match[0]], text)
    return _ZEROS.sub("", text)


def _lines(file: str) -> list[str]:
    """Read the rows of a file beside this module, without the comments and the line of column names."""
    lines = read_file(file).splitlines()
    return lines[next(number for number, line in enumerate(lines, 1) if not line.startswith("#")):]


def _unit(
    name: str, kind: str, level: str, parent: str, valid_to: str, valid_from: str, now: str, _: str = "",
) -> Unit:
    """Make a unit of the values of a row; its aliases, which come last, are not part of it."""
    parents = tuple(parent.split(" > ")) if parent else ()
    today = now if valid_to else f"{kind} {name}"
    return Unit(name, kind, level, parents, valid_from or None, valid_to or None, today or None)


def _index(names: Iterable[str], values: Iterable[T]) -> dict[str, list[T]]:
    """Give the values by folded name. For speed all names are folded at once."""
    index: dict[str, list[T]] = {}
    for key, value in zip(_fold_clean("\n".join(names)).split("\n"), values, strict=True):
        index.setdefault(key, []).append(value)
    return index


@cache
def _main() -> dict[str, list[list[str]]]:
    """Give the rows of the provinces and districts by folded name and alias, provinces first."""
    rows = [line.split("\t") for line in (*_lines("places_historical.tsv"), *_lines("places.tsv"))]
    index = _index((row[0] for row in rows), rows)
    for row in rows:
        for alias in dict.fromkeys(map(fold, filter(None, row[7].split("|")))):
            if row not in index.setdefault(alias, []):
                index[alias].append(row)
    return index


@cache
def _communes() -> tuple[list[str], dict[str, list[int]]]:
    """Give the lines of the communes, and the numbers of lines by folded name; no line is cut into values yet."""
    lines = _lines("places_communes.tsv")
    return lines, _index((line.partition("\t")[0] for line in lines), range(len(lines)))


def _commune_rows(key: str) -> Iterator[list[str]]:
    """Give the rows of the communes with a folded name, with level and parent, which the file leaves out."""
    lines, numbers = _communes()
    for number in numbers.get(key, ()):
        name, kind, parent, *rest = lines[number].split("\t")
        above = number
        while not parent:
            above -= 1
            parent = lines[above].split("\t", 3)[2]
        yield [name, kind, "commune", parent, *rest]


def _type_of(word: str) -> str:
    """Give the type that a word or abbreviation stands for; an unknown word is its own, matching nothing."""
    key = fold(word)
    return _TYPES.get(key.replace(" ", ""), key)


def _readings(name: str, kind: str | None) -> Iterator[tuple[str, str | None]]:
    """Read a name as (folded bare name, type), the likelier first: `Q.1` as quận 1, then as a name `q 1`."""
    key = fold(name)
    typed = _TYPED.fullmatch(key)
    if typed and key not in _main():
        own = _type_of(typed[1] or typed[3])
        if kind in (None, own):
            yield typed[2] or typed[4], own
    yield key, kind


class Places:
    """The gazetteer. It has no state of its own: all instances share what has been read.

    >>> Places().resolve("tỉnh Hậu Giang").now
    'thành phố Cần Thơ'
    """

    __slots__ = ()

    def lookup(
        self, name: str, *, type: str | None = None, within: str | None = None, communes: bool = True,  # noqa: A002
    ) -> tuple[Unit, ...]:
        """Give every unit of this name or alias: provinces, then districts, then communes.

        `name` may begin with a type word (`huyện Củ Chi`, `Q.1`). `type` is a type word or its abbreviation
        (`TP`, `TX`, `TT`, `P.`, `Q.`, `H.`, `X.`); `within` the full or bare name or an alias of a containing
        unit. Without `communes`, only provinces and districts are looked at, and the large table is not read. A
        district is found by the types it had before the last, too: `huyện Phú Quốc`.
        """
        return _lookup(name, type, within, communes=communes)

    def resolve(self, name: str, *, type: str | None = None, within: str | None = None) -> Unit | None:  # noqa: A002
        """Give the one unit that `lookup` finds; None where there is none, or more than one.

        Where the name is a province's, what it finds at the highest level stands before the rest.
        """
        units = _lookup(name, type, within, communes=False)
        if not (units and units[0].level == "province"):
            units = self.lookup(name, type=type, within=within)
        if units and self.is_province(name):
            units = tuple(unit for unit in units if unit.level == units[0].level)
        return units[0] if len(units) == 1 else None

    def is_province(self, name: str) -> bool:
        """Tell whether a name or alias, with or without its type word, is that of a province, now or once."""
        return any(unit.level == "province" for unit in _lookup(name, None, None, communes=False))

    def names(self) -> frozenset[str]:
        """Give the folded names and aliases of provinces and districts; numbered districts as `quận 1`."""
        return _names()


@lru_cache(maxsize=8192)
def _lookup(name: str, kind: str | None, within: str | None, *, communes: bool) -> tuple[Unit, ...]:
    containers = None if within is None else {
        unit.full_name for unit in _lookup(within, None, None, communes=False)}
    for key, wanted in _readings(name, _type_of(kind) if kind else None):
        found = [unit for unit in _find(key, wanted, communes=communes)
                 if containers is None or not containers.isdisjoint(unit.parents)]
        if found:
            return tuple(found)
    return ()


def _find(key: str, kind: str | None, *, communes: bool) -> Iterator[Unit]:
    """Give the units with a folded name, of one type or of any."""
    rows: list[list[str]] = []
    if kind not in _COMMUNE_TYPES:
        rows = [row for row in _main().get(key, ()) if kind in (None, row[1])]
        if kind and not rows:  # `tỉnh` + `Thừa Thiên Huế`: an alias with the type word of another unit
            rows = _main().get(f"{kind} {key}", [])
        if kind in _RAISED_TO and not rows and not key.isdecimal():
            rows = [[row[0], kind, *row[2:]] for row in _main().get(key, ())
                    if row[2] == "district" and row[1] in _RAISED_TO[kind]]
    if communes and (kind is None or kind in _COMMUNE_TYPES):
        rows = [*rows, *(row for row in _commune_rows(key) if kind in (None, row[1]))]
    return (_unit(*row) for row in rows)


@cache
def _names() -> frozenset[str]:
    return frozenset(f"quận {key}" if key.isdecimal() else key for key in _main())
