"""Officials of a document: short and title-only mentions joined to the full name, offices to their bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from danvan_cli.document import Official, PersonMention, Position
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import NameMention, OfficeMention, PersonFound
from danvan_cli.find.offices import is_private_company, state_enterprises
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.careers import join_careers
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.office_forms import OfficeForm, OfficeForms, office_forms
from danvan_cli.resolve.organisations import Bodies
from danvan_cli.resolve.roster import Person, Roster
from danvan_cli.resolve.signatures import join_signatures
from danvan_cli.segment import Page


def resolve_people(
    page: Page, findings: Sequence[Findings], bodies: Bodies, context: Context, lexicon: Lexicon,  # noqa: ARG001
) -> tuple[Official, ...]:
    """Tell the officials of a document, in the order in which they first appear."""
    found = join_signatures(page, join_careers(findings, lexicon), lexicon)
    forms = office_forms(page, findings, bodies, lexicon)
    company = _companies(findings, lexicon)
    officials = sorted((person for person in Roster(found).people if _is_official(person, company)),
                       key=lambda person: person.names[0].start)
    _add_title_mentions(officials, found, forms)
    return tuple(_official(person, page, forms) for person in officials)


def _companies(findings: Sequence[Findings], lexicon: Lexicon) -> list[tuple[int, bool]]:
    """Give for every body, in text order, where it starts and whether it is a private company."""
    enterprises = state_enterprises(lexicon)
    return [(body.start, is_private_company(body, enterprises)) for finding in findings for body in finding.bodies]


def _is_official(person: Person, companies: Sequence[tuple[int, bool]]) -> bool:
    """Whether the document gives a person a public office, or calls them "đồng chí".

    A title without a body ("Chủ tịch", "giám đốc") is that of the body named last before it.
    """
    if person.comrade or any(not office.private and not office.bare for office in person.offices):
        return True
    if any(office.private and not office.bare for office in person.offices):
        return False
    for office in person.offices:
        at = bisect_left(companies, (office.start, False))
        if at and not companies[at - 1][1]:
            return True
        if not at and not office.private:
            return True
    return False


def _add_title_mentions(
    officials: Sequence[Person], found: Iterable[PersonFound], forms: OfficeForms,
) -> None:
    """Give each office that stands alone to the one person whom the document names with it."""
    by_head: dict[str, list[tuple[Person, set[OfficeForm]]]] = {}
    for person in officials:
        held = {forms.form(office) for office in person.offices if not office.former}
        for head in {form.head for form in held}:
            by_head.setdefault(head, []).append((person, held))
    holders: dict[OfficeForm, list[Person]] = {}  # a text repeats its titles
    for item in found:
        if item.name is None and not item.offices[0].former:
            form = forms.form(item.offices[0])
            if form not in holders:
                holders[form] = [person for person, held in by_head.get(form.head, ())
                                 if any(map(form.abbreviates, held))]
            if len(holders[form]) == 1:
                holders[form][0].titles.append(item)


def _official(person: Person, page: Page, forms: OfficeForms) -> Official:
    mentions = sorted(
        [*(_name_mention(name, page) for name in person.names),
         *(_title_mention(item, page) for item in person.titles)],
        key=lambda mention: mention.start)
    return Official(
        name=_spelling(person, page),
        honorific=next((name.honorific for name in person.names if name.honorific), None),
        rank=next((name.rank for name in person.names if name.rank), None),
        gender=next((name.gender for name in person.names if name.gender), None),
        positions=tuple(_position(office, person, page, forms) for office in forms.distinct(person.offices)),
        mentions=tuple(mentions))


def _spelling(person: Person, page: Page) -> str:
    """Give the name as the text writes it, the first time it is not written all in capitals."""
    for name in person.names:
        if name.rule == "name.full":
            text = page.wording(name.start, name.end)
            if not text.isupper():
                return text
    return person.name


def _name_mention(name: NameMention, page: Page) -> PersonMention:
    kind = "name" if name.rule == "name.full" else "short"
    return PersonMention(*page.span(name.whole_start, name.end), kind, name.rule)


def _title_mention(item: PersonFound, page: Page) -> PersonMention:
    return PersonMention(*page.span(item.start, item.offices[0].end), "title", item.rule)


def _position(office: OfficeMention, person: Person, page: Page, forms: OfficeForms) -> Position:
    organisation = forms.board(forms.organisation(office), person.offices)
    place = forms.place(office, organisation, person.offices)
    span = page.span(office.start, office.end)
    return Position(*span, office.title, organisation, place, office.former, office.rule)
