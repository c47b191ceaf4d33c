"""Forms of one office: which wordings mean the same office, and which of them is the fullest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from danvan_cli.find.mentions import OfficeMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page

_WORD = regex.compile(r"[\p{L}\p{M}\d/&']+")


def office_forms(page: Page, bodies: Bodies, lexicon: Lexicon) -> OfficeForms:
    """Give the comparison of a document's offices."""
    entries = lexicon.entries("titles")
    boards = frozenset(str(entry.get("body")) for entry in entries if entry.get("joins"))
    committees = tuple(sorted({str(entry.get("body")) for entry in entries if entry.get("committee")}))
    return OfficeForms(page, bodies, boards, committees)


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """Compares the offices of a document by their wording and their bodies.

    `boards` are bodies that are always those of a committee, `committees` the Party committees.
    """

    page: Page
    bodies: Bodies
    boards: frozenset[str]
    committees: tuple[str, ...]

    def distinct(self, offices: Iterable[OfficeMention]) -> list[OfficeMention]:
        """Give each office once, in its fullest form, in the order in which the offices first appear."""
        distinct: list[OfficeMention] = []
        # The fullest first, so that a bare title joins the office it abbreviates, wherever that stands.
        for office in sorted(offices, key=lambda office: (-self._fullness(office), office.start)):
            if not any(self.same(office, other) for other in distinct):
                distinct.append(office)
        return sorted(distinct, key=lambda office: office.start)

    def same(self, one: OfficeMention, other: OfficeMention) -> bool:
        """Whether two wordings are forms of one office: one title, and one body or a part of it."""
        if one.head != other.head:
            return False
        first, second = self.organisation(one), self.organisation(other)
        if first is not None and first == second:
            return True
        shorter, longer = sorted((self._words(one), self._words(other)), key=len)
        return shorter <= longer

    def abbreviates(self, office: OfficeMention, full: OfficeMention) -> bool:
        """Whether a wording is the whole of another office, or leaves out some of its words."""
        return self.same(office, full) and (self._words(office) <= self._words(full) or bool(
            (name := self.organisation(office)) and name == self.organisation(full)))

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
        return office.implied

    def place(self, organisation: str | None, others: Iterable[OfficeMention]) -> str | None:
        """Give the place of a body; for a board that no mention names, that of its committee."""
        if organisation is None or organisation in self.bodies.places:
            return self.bodies.places.get(organisation or "")
        for name in map(self.organisation, others):
            if name and name.split()[-2:] == organisation.split()[-2:]:
                return self.bodies.places.get(name)
        return None

    def _words(self, office: OfficeMention) -> frozenset[str]:
        """Give the words of an office's body and place."""
        words = _WORD.findall(self.page.folded.lower, office.start, office.end)
        title = _WORD.findall(office.title.lower())
        return frozenset(words[len(title):])

    def _fullness(self, office: OfficeMention) -> int:
        return len(self._words(office)) * 2 + (office.body is not None)
