"""Homes: the unit that a body belongs to where its mention leaves the unit's name out ("UBND tỉnh")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from danvan_cli.find.findings import Findings
from danvan_cli.lexicon.places import Places, Unit
from danvan_cli.resolve.context import Context, highest_unit


@dataclass(frozen=True, slots=True)
class Home:
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
        self._around = [_home_of(unit) for unit in _with_parents(context.unit)]

    def find(self, lacks: str, position: int, paragraph: int) -> Home | None:
        """Give the unit of type or level `lacks` that is meant at folded offset `position`.

        In this order: the only such unit of the document; the one last named in the paragraph (which begins at
        offset `paragraph`); the place of the document or a unit around it; the one last named. None where no
        such unit is named before.
        """
        fitting = {home for home in self._named if _fits(home, lacks)}
        if len(fitting) == 1:
            return fitting.pop()
        before = [(self._starts[index], self._named[index]) for index in range(bisect_left(self._starts, position))
                  if self._named[index] in fitting]
        if before and before[-1][0] >= paragraph:
            return before[-1][1]
        around = next((home for home in self._around if _fits(home, lacks)), None)
        return around or (before[-1][1] if before else None)


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
