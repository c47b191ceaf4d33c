"""Forms of one office: which wordings mean the same office, and which of them is the fullest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex
from msgspec import Struct, field

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import OfficeMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.resolve.unit_offices import UnitOffices, unit_offices
from danvan_cli.segment import Page

_WORD = regex.compile(r"[\p{L}\p{M}\d/&']+")


def office_forms(page: Page, findings: Sequence[Findings], bodies: Bodies, lexicon: Lexicon) -> OfficeForms:
    """Give the comparison of a document's offices."""
    return OfficeForms(page, bodies, unit_offices(page, findings, bodies.homes, lexicon), *_boards(lexicon))


@cache
def _boards(lexicon: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the boards and the committees of the titles."""
    entries = lexicon.entries("titles")
    boards = frozenset(str(entry.get("body")) for entry in entries if entry.get("joins"))
    return boards, tuple(sorted({str(entry.get("body")) for entry in entries if entry.get("committee")}))


class OfficeForm(NamedTuple):
    """What tells offices apart: the title, the canonical name of the body, the words of body and place."""

    head: str
    organisation: str | None
    words: frozenset[str]

    def is_same(self, other: OfficeForm) -> bool:
        """Whether two wordings are forms of one office: one title, and one body or a part of it."""
        if self.head != other.head:
            return False
        if self.organisation is not None and self.organisation == other.organisation:
            return True
        return self.words <= other.words or other.words <= self.words

    def abbreviates(self, full: OfficeForm) -> bool:
        """Whether a wording is the whole of another office, or leaves out some of its words."""
        return self.is_same(full) and (self.words <= full.words or bool(
            self.organisation and self.organisation == full.organisation))


class OfficeForms(Struct, frozen=True):
    """Compares the offices of a document by their wording and their bodies.

    `units` tells the bodies of offices that name only a unit, `boards` are bodies that are always those of a
    committee, `committees` the Party committees. Each office is read once.
    """

    page: Page
    bodies: Bodies
    units: UnitOffices
    boards: frozenset[str]
    committees: tuple[str, ...]
    _forms: dict[tuple[int, int], OfficeForm] = field(default_factory=dict)

    def form(self, office: OfficeMention) -> OfficeForm:
        """Give the form of an office."""
        span = office.start, office.end
        if span not in self._forms:
            self._forms[span] = OfficeForm(office.head, self.organisation(office), self._words(office))
        return self._forms[span]

    def distinct(self, offices: Iterable[OfficeMention]) -> list[OfficeMention]:
        """Give each office once, in its fullest form, in the order in which the offices first appear."""
        formed = [(office, self.form(office)) for office in offices]
        # The fullest first, so that a bare title joins the office it abbreviates, wherever that stands.
        formed.sort(key=_least_full)
        distinct: dict[OfficeForm, OfficeMention] = {}
        for office, form in formed:
            if form not in distinct and not any(map(form.is_same, distinct)):
                distinct[form] = office
        return sorted(distinct.values(), key=lambda office: office.start)

    def board(self, organisation: str | None, others: Iterable[OfficeMention]) -> str | None:
        """Give a board with the committee that its member's other offices tell: "Ban Thường vụ | Tỉnh ủy"."""
        if organisation not in self.boards:
            return organisation
        for other in others:
            name = self.organisation(other) or ""
            for committee in self.committees:
                if committee in name:
                    return f"{organisation} {name[name.index(committee):]}"
        return organisation

    def organisation(self, office: OfficeMention) -> str | None:
        """Give the canonical name of the body that an office is held in, None where nothing tells it."""
        if office.body:
            return self.bodies.names.get((office.body.start, office.body.end), office.body.name)
        return office.implied or self.units.body(office)

    def place(self, office: OfficeMention, organisation: str | None, others: Iterable[OfficeMention]) -> str | None:
        """Give the unit that an office names, else the place of its body; for a board, that of its committee."""
        if unit := self.units.unit(office):
            return unit.full_name
        if organisation is None or organisation in self.bodies.places:
            return self.bodies.places.get(organisation or "")
        for name in map(self.organisation, others):
            if name and name.split()[-2:] == organisation.split()[-2:]:
                return self.bodies.places.get(name)
        return None

    def _words(self, office: OfficeMention) -> frozenset[str]:
        """Give the words of an office's body and place; "Chủ tịch tổ chức này" has none of its own."""
        if office.bare:
            return frozenset()
        text = self.page.folded.lower[office.start:office.end]
        # Most offices are letters and spaces only.
        words = text.split() if text.replace(" ", "").isalpha() else _WORD.findall(text)
        return frozenset(words[_length(office.title):])


@lru_cache(maxsize=1024)  # titles are few
def _length(title: str) -> int:
    return len(_WORD.findall(title.lower()))


def _least_full(formed: tuple[OfficeMention, OfficeForm]) -> tuple[int, int]:
    office, form = formed
    return -len(form.words) * 2 - (office.body is not None), office.start
