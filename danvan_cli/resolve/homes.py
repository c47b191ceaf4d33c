"""Homes: the unit that a body belongs to where its mention leaves the unit's name out ("UBND tỉnh")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon.places import Places, Unit
from danvan_cli.resolve.context import Context, highest_unit


class Home(Struct, frozen=True):
    """A unit: its bare name, type word, and level (None where unknown)."""

    name: str
    type: str
    level: str | None

    @property
    def full_name(self) -> str:
        """The name with its type word: "tỉnh Hậu Giang"."""
        return f"{self.type} {self.name}"


class Homes:
    """The units of a document, asked for the one that a body at some place in the text belongs to."""

    def __init__(self, findings: Sequence[Findings], context: Context) -> None:
        self._starts: list[int] = []
        self._named: list[Home] = []
        for found in findings:
            for mention in found.places:
                unit = highest_unit(mention)
                home = _home_of(unit) if unit else Home(mention.name, mention.type, None) if mention.type else None
                if home:
                    self._starts.append(mention.start)
                    self._named.append(home)
        self._by_lack: dict[str, tuple[list[int], list[Home], Home | None]] = {}
        self._around = [_home_of(unit) for unit in _with_parents(context.unit)]

    def at(self, start: int) -> Home | None:
        """Give the unit that is named at folded offset `start`, None where none is."""
        index = bisect_left(self._starts, start)
        return self._named[index] if self._starts[index:index + 1] == [start] else None

    def find(self, lacks: str, position: int, paragraph: int) -> Home | None:
        """Give the unit of type or level `lacks` that is meant at folded offset `position`.

        In this order: the only such unit of the document; the one last named in the paragraph (which begins at
        offset `paragraph`); the place of the document or a unit around it; the one last named. None where no
        such unit is named before.
        """
        starts, fitting, only = self._fitting(lacks)
        if only:
            return only
        last = bisect_left(starts, position) - 1
        if last >= 0 and starts[last] >= paragraph:
            return fitting[last]
        around = next((home for home in self._around if _fits(home, lacks)), None)
        return around or (fitting[last] if last >= 0 else None)

    def speaks_of(self, lacks: str, position: int, paragraph: int) -> Home | None:
        """Give the unit that its type word alone names at `position` ("huyện thu 325 tỷ đồng"), None if unclear.

        In this order: the place of the document or a unit around it; the only such unit of the document; the one
        last named in the paragraph.
        """
        starts, fitting, only = self._fitting(lacks)
        around = next((home for home in self._around if _fits(home, lacks)), only)
        last = bisect_left(starts, position) - 1
        return around or (fitting[last] if last >= 0 and starts[last] >= paragraph else None)

    def beside(self, lacks: str, body: BodyMention | None) -> Home | None:
        """Give the unit of type or level `lacks` that a body names itself, None where it names another or none."""
        unit = Places().resolve(body.place) if body and body.place else None
        home = _home_of(unit) if unit else None
        return home if home and _fits(home, lacks) else None

    def _fitting(self, lacks: str) -> tuple[list[int], list[Home], Home | None]:
        """Give the starts of the units of type or level `lacks`, the units, and the unit if it is only one."""
        if lacks not in self._by_lack:
            named = [(start, home) for start, home in zip(self._starts, self._named, strict=True)
                     if _fits(home, lacks)]
            homes = [home for _, home in named]
            only = homes[0] if len(set(homes)) == 1 else None
            self._by_lack[lacks] = [start for start, _ in named], homes, only
        return self._by_lack[lacks]


def _fits(home: Home, lacks: str) -> bool:
    return lacks in (home.type, home.level)


def _home_of(unit: Unit) -> Home:
    return Home(unit.name, unit.type, unit.level)


def _with_parents(unit: Unit | None) -> list[Unit]:
    """Give a unit and the units around it, nearest first."""
    if unit is None:
        return []
    around = [Places().resolve(parent) for parent in unit.parents]
    return [unit, *(parent for parent in around if parent)]
