"""Forms of one office: which wordings mean the same office, and which of them is the fullest."""

from __future__ import annotations

from collections.abc import Iterable

from danvan_cli.find.mentions import OfficeMention


def distinct_offices(offices: Iterable[OfficeMention]) -> list[OfficeMention]:
    """Give each office once, in its fullest form, in the order in which the offices first appear."""
    distinct: list[OfficeMention] = []
    for office in offices:
        for at, other in enumerate(distinct):
            if same_office(office, other):
                if _fullness(office) > _fullness(other):
                    distinct[at] = office
                break
        else:
            distinct.append(office)
    return distinct


def same_office(one: OfficeMention, other: OfficeMention) -> bool:
    """Whether two wordings are forms of one office: the same title, and the body of one inside that of the other."""
    if one.head != other.head:
        return False
    first, second = _complement(one), _complement(other)
    return not first or not second or first <= second or second <= first


def _complement(office: OfficeMention) -> frozenset[str]:
    """Give the words of an office's body and place."""
    return frozenset()


def _fullness(office: OfficeMention) -> tuple[bool, int]:
    return office.body is not None, office.end - office.start
