"""The context of a document: its title, date and place, which fill in what its sentences leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from danvan_cli.document import Place
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import PlaceMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.lexicon.places import Places, Unit
from danvan_cli.resolve.dates import find_date
from danvan_cli.resolve.title import find_title
from danvan_cli.segment import Page

LEADING, LEADING_COMMUNE = 5, 16
"""The least weight of the place of a document, and that of a commune, which most articles only pass through."""

NATIONAL = 4
"""How many central bodies in the opening make a document national."""


class Context(Struct, frozen=True):
    """What the whole document is about.

    `title` is as written; `date` ISO 8601: the day of publication or issue, else that of the reported event;
    `unit` the place whose bodies the document speaks of, None where it is national or unclear; `title_span` is where
    the title stands in the folded text.
    """

    title: str | None
    date: str | None
    unit: Unit | None
    title_span: tuple[int, int] | None

    @property
    def place(self) -> Place | None:
        """The place as it is written down."""
        if not self.unit:
            return None
        now = self.unit.now if self.unit.now != self.unit.full_name else None
        return Place(self.unit.full_name, self.unit.level, now)

    @property
    def year(self) -> int | None:
        """The year that the document speaks in."""
        return int(self.date[:4]) if self.date else None


def resolve_context(page: Page, findings: Sequence[Findings], lexicon: Lexicon) -> Context:
    """Tell title, date and place of a document."""
    title = find_title(page, lexicon)
    near = _start_of(page, 3)
    opening = [found for found in findings if found.paragraph.start <= near]
    return Context(
        page.wording(*title) if title else None,
        find_date(page, title, opening, lexicon),
        _unit(page, title, findings),
        title)


def _unit(page: Page, title: tuple[int, int] | None, findings: Sequence[Findings]) -> Unit | None:
    """Give the unit that the document is about: the one that weighs most, named early and in its bodies.

    A unit named in the title weighs most; then one that names a body ("Tỉnh ủy Hậu Giang"), then any in the
    first paragraphs. Each mention of a unit also lends a little weight to the province that it lies in. What is
    named only further on is not the place, nor is a unit without the title's word where central bodies act.
    """
    weights: Counter[Unit] = Counter()
    named: set[Unit] = set()
    opening = _start_of(page, 4)
    national = _is_national([found for found in findings if found.paragraph.start <= opening])
    for found in findings:
        near = 3 if found.paragraph.start <= opening else 1
        for mention in found.places:
            unit = highest_unit(mention)
            if unit is None:
                continue
            in_title = title and title[0] <= mention.start < title[1]
            in_body = any(body.start <= mention.start < body.end for body in found.bodies)
            weights[unit] += (8 if in_title else near) + (2 * near if in_body else 0)
            if in_title or (near > 1 and not national):
                named.add(unit)
    place = _heaviest(weights)
    return place if place in named else None


def _is_national(findings: Sequence[Findings]) -> bool:
    """Whether the bodies of the opening are mostly central ones, and several."""
    levels = Counter(body.level for found in findings for body in found.bodies)
    return levels["central"] >= NATIONAL and levels["central"] > levels.total() / 2


def highest_unit(mention: PlaceMention) -> Unit | None:
    """Give the unit that a mention names: the one of the highest level, None where several are equals.

    A district and the ward that took its name in 2025 are told apart so; many communes share one name.
    """
    units = Places().lookup(mention.name, type=mention.type, communes=mention.type is not None)
    # The highest come first.
    return units[0] if units and (len(units) == 1 or units[1].level != units[0].level) else None


def _heaviest(weights: Counter[Unit]) -> Unit | None:
    """Give the unit of the largest weight if it clearly leads; a province is led by its own districts' weight too."""
    totals = Counter(weights)
    named: dict[str, list[Unit]] = {}
    for unit in weights:
        named.setdefault(unit.full_name, []).append(unit)
    for unit, weight in weights.items():
        for parent in dict.fromkeys(unit.parents):
            for other in named.get(parent, ()):
                totals[other] += weight // 3
    ranked = [item for item in totals.most_common() if item[0].level != "commune" or item[1] >= LEADING_COMMUNE][:2]
    if not ranked or ranked[0][1] < LEADING:
        return None
    (first, weight), second = ranked[0], ranked[1:]
    if second and weight < 1.5 * second[0][1] and not _related(first, second[0][0]):
        return None
    return first


def _related(unit: Unit, other: Unit) -> bool:
    return unit.full_name in other.parents or other.full_name in unit.parents


def _start_of(page: Page, number: int) -> int:
    """Give where paragraph `number` starts, furniture not counted, or the last one if there are fewer."""
    starts = [paragraph.start for paragraph in page.paragraphs if paragraph.kind == "body"]
    return starts[min(number, len(starts) - 1)] if starts else 0
