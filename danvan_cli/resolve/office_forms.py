"""Forms of one office: which wordings mean the same office, and which of them is the fullest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from danvan_cli.find.mentions import OfficeMention
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.segment import Page

_WORD = regex.compile(r"[\p{L}\p{M}\d/&']+")


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """Compares the offices of a document by their wording and their bodies."""

    page: Page
    bodies: Bodies

    def distinct(self, offices: Iterable[OfficeMention]) -> list[OfficeMention]:
        """Give each office once, in its fullest form, in the order in which the offices first appear."""
        distinct: list[OfficeMention] = []
        # The fullest first, so that a bare title joins the office it abbreviates, wherever that stands.
        for office in sorted(offices, key=lambda office: (-self._fullness(office), office.start)):
            if not any(self.same(office, other) for other in distinct):
                distinct.append(office)
        return sorted(distinct, key=lambda office: office.start)

    def same(self, one: OfficeMention, other: OfficeMention) -> bool:
        """Whether two wordings are forms of one office: one title, and one body or the words of one in the other."""
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

    def organisation(self, office: OfficeMention) -> str | None:
        """Give the canonical name of the body that an office is held in, None where nothing tells it."""
        if office.body:
            return self.bodies.names.get((office.body.start, office.body.end), office.body.name)
        return office.implied

    def _words(self, office: OfficeMention) -> frozenset[str]:
        """Give the words of an office's body and place."""
        words = _WORD.findall(self.page.folded.lower, office.start, office.end)
        title = _WORD.findall(office.title.lower())
        return frozenset(words[len(title):])

    def _fullness(self, office: OfficeMention) -> int:
        return len(self._words(office)) * 2 + (office.body is not None)
