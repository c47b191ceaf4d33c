"""Officials of a document: short and title-only mentions joined to the full name, offices to their bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from danvan_cli.document import Official, PersonMention, Position
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import NameMention, OfficeMention, PersonFound
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.office_forms import distinct_offices, same_office
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.resolve.roster import Person, Roster
from danvan_cli.resolve.signatures import join_signatures
from danvan_cli.segment import Page


def resolve_people(page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context, lexicon: Lexicon) -> tuple[Official, ...]:
    """Tell the officials of a document, in the order in which they first appear."""
    found = join_signatures(page, findings, lexicon)
    roster = Roster(found)
    officials = [person for person in roster.people if person.public]
    _add_title_mentions(officials, found)
    return tuple(_official(person, page, bodies) for person in sorted(officials, key=lambda p: p.names[0].start))


def _add_title_mentions(officials: Sequence[Person], found: Iterable[PersonFound]) -> None:
    """Give each office that stands alone to the one person who was last named with it."""
    by_head: dict[str, list[Person]] = {}
    for person in officials:
        for head in {office.head for office in person.offices}:
            by_head.setdefault(head, []).append(person)
    for item in found:
        if item.name is None:
            office = item.offices[0]
            holders = [person for person in by_head.get(office.head, ())
                       if any(same_office(office, own) for own in person.offices if not own.former)]
            if len(holders) == 1 and (office.body or office.end - office.start > len(office.title)):
                holders[0].titles.append(office)


def _official(person: Person, page: Page, bodies: Bodies) -> Official:
    mentions = sorted(
        [*(_name_mention(name, page) for name in person.names),
         *(PersonMention(*_span(page, office.start, office.end), "title", office.rule) for office in person.titles)],
        key=lambda mention: mention.start)
    first = next((name for name in person.names if name.honorific), None)
    return Official(
        name=person.name,
        honorific=page.quote(first.whole_start, first.start).text.split(",")[0].strip() if False else _spoken(first),
        rank=next((name.rank for name in person.names if name.rank), None),
        gender=next((name.gender for name in person.names if name.gender), None),
        positions=tuple(_position(office, page, bodies) for office in distinct_offices(person.offices)),
        mentions=tuple(mentions))


def _spoken(name: NameMention | None) -> str | None:
    return name.honorific if name else None


def _name_mention(name: NameMention, page: Page) -> PersonMention:
    kind = "name" if name.rule == "name.full" else "short"
    return PersonMention(*_span(page, name.whole_start, name.end), kind, name.rule)


def _position(office: OfficeMention, page: Page, bodies: Bodies) -> Position:
    organisation = office.implied
    if office.body:
        organisation = bodies.names.get((office.body.start, office.body.end), office.body.name)
    place = bodies.places.get(organisation) if organisation else None
    return Position(*_span(page, office.start, office.end), office.title, organisation, place, office.former, office.rule)


def _span(page: Page, start: int, end: int) -> tuple[str, int, int]:
    quote = page.quote(start, end)
    return quote.text, quote.start, quote.end
