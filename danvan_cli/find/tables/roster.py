"""Rosters: tables of people, each in the row of the offices that they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention, OfficeMention, PersonFound
from danvan_cli.find.tables.columns import heading_height
from danvan_cli.find.tables.vocabulary import TableWords, table_words
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page
from danvan_cli.segment.rows import Cell
from danvan_cli.segment.tables import Table

_Cells = Mapping[int, list[int]]


def join_rosters(page: Page, findings: Sequence[Findings], lexicon: Lexicon) -> list[Findings]:
    """Give the findings with the offices of each row of a roster joined to the name in it."""
    joined = list(findings)
    rosters = [table for table in page.tables if table.kind == "roster"]
    if rosters:
        words = table_words(lexicon)
        at: dict[int, list[int]] = {}
        for index, found in enumerate(findings):
            at.setdefault(found.paragraph.start, []).append(index)
        for table in rosters:
            _join_rows(page, table, at, joined, words)
    return joined


def _join_rows(page: Page, table: Table, at: _Cells, joined: list[Findings], words: TableWords) -> None:
    height = max(heading_height(page, table.rows, words), 1)
    roles = _roles(page, table, height, words)
    if "name" not in roles:
        return
    for row in table.rows[height:]:
        name = row[roles.index("name")]
        offices = [cell for cell, role in zip(row, roles, strict=True) if role == "office"]
        bodies = [cell for cell, role in zip(row, roles, strict=True) if role == "body"]
        _join_row(name, offices, bodies, at, joined)


def _roles(page: Page, table: Table, height: int, words: TableWords) -> list[str]:
    """Tell which columns hold the names, the offices and the bodies that they are held in; "" for others."""
    roles = []
    for column in zip(*table.rows[:height], strict=True):
        wording = " ".join(page.folded.lower[cell.start:cell.end] for cell in column if cell.start < cell.end)
        roles.append(next((role for role in ("name", "office", "body") if words.plays(wording, role)), ""))
    return roles


def _join_row(
    name: Cell, offices: Sequence[Cell], bodies: Sequence[Cell], at: _Cells, joined: list[Findings],
) -> None:
    named = [(index, person) for index in at.get(name.start, ()) for person in joined[index].people if person.name]
    if len(named) != 1:
        return
    index, person = named[0]
    body = next((body for cell in bodies for place in at.get(cell.start, ()) for body in joined[place].bodies), None)
    held: list[OfficeMention] = []
    for cell in offices:
        for place in at.get(cell.start, ()):
            found = joined[place]
            held += [_held_in(office, body) for one in found.people if one.name is None for office in one.offices]
            joined[place] = replace(found, people=tuple(one for one in found.people if one.name))
    people = tuple(_with(one, held) if one is person else one for one in joined[index].people)
    joined[index] = replace(joined[index], people=people)


def _with(person: PersonFound, offices: Sequence[OfficeMention]) -> PersonFound:
    return replace(person, offices=(*person.offices, *offices), rule="person.roster")


def _held_in(office: OfficeMention, body: BodyMention | None) -> OfficeMention:
    """Give an office that names no body with the one that stands in its row."""
    if office.body is not None or body is None:
        return office
    return replace(office, body=body, bare=False, private=False)
