"""Offices of a unit, told by the unit alone, and the bodies that they lead.

"Chủ tịch huyện Củ Chi" is held in its People's Committee, "Bí thư Hà Nội" in its Party committee.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import OfficeMention, PlaceMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.homes import Home, Homes
from danvan_cli.segment import Page


class UnitOffices(Struct, frozen=True):
    """Tells the units that stand in the place of a body right after a title.

    `named` are the units that the document names, by where they start, `types` the type words of units. `leading`
    gives the body that a title of a unit leads, by its canonical form, and for the types of units where it has a name
    of its own ("Huyện ủy") that name.
    """

    page: Page
    homes: Homes
    named: Mapping[int, PlaceMention]
    types: frozenset[str]
    leading: Mapping[str, tuple[str, Mapping[str, str]]]

    def unit(self, office: OfficeMention) -> Home | None:
        """Give the unit that an office without a body names after its title, by its type word alone too."""
        if office.body or office.implied or office.bare:
            return None
        complement = self._complement(office)
        if complement is None:
            return None
        if place := self.named.get(complement):
            return self.homes.at(complement) if self._ends(place, office) else None
        word = self.page.text(complement, office.end).lower()
        return self.homes.find(word, office.start, office.start) if word in self.types else None

    def body(self, office: OfficeMention) -> str | None:
        """Give the canonical name of the body of a unit that an office leads, None for other offices."""
        if office.head not in self.leading or (unit := self.unit(office)) is None:
            return None
        body, own_names = self.leading[office.head]
        return f"{own_names[unit.type]} {unit.name}" if unit.type in own_names else f"{body} {unit.full_name}"

    def _complement(self, office: OfficeMention) -> int | None:
        """Give the offset at which the words after the title begin, None where nothing follows it as it is written."""
        text = self.page.text(office.start, office.end)
        end = len(office.title) if text.startswith(office.title) else text.find(" ")  # "CT huyện"
        return office.start + end + 1 if 0 < end < len(text) and text[end] == " " else None

    def _ends(self, place: PlaceMention, office: OfficeMention) -> bool:
        """Whether nothing follows a unit in the words of an office but the units around it."""
        return place.end == office.end or self.page.text(place.end, office.end).startswith(",")


def unit_offices(page: Page, findings: Sequence[Findings], homes: Homes, lexicon: Lexicon) -> UnitOffices:
    """Give the teller of a document's offices."""
    named = {place.start: place for found in findings for place in found.places}
    return UnitOffices(page, homes, named, lexicon.words("place_types"), _leading(lexicon))


@cache
def _leading(lexicon: Lexicon) -> dict[str, tuple[str, dict[str, str]]]:
    kinds = {entry.form: entry.get("kind") for entry in lexicon.entries("organisation_heads")}
    leading = {}
    for title in lexicon.entries("titles"):
        if body := title.get("leads"):
            own_names = {entry.get("unit"): entry.form for entry in lexicon.entries("organisation_heads")
                         if entry.get("unit") and entry.get("kind") == kinds[body]}
            for head in (title.form.lower(), f"phó {title.form.lower()}"):
                leading[head] = body, own_names
    return leading
