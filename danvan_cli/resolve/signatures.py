"""Signatures: a title on its own line, and the name of its holder lines below."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import PersonFound
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page
from danvan_cli.text.fold import lower

LONGEST_GAP = 3
"""How many lines may stand between the title and the name: a stamp, "(đã ký)"."""


def join_signatures(page: Page, findings: Sequence[Findings], lexicon: Lexicon) -> list[PersonFound]:
    """Give all people found, in text order, with the offices of signatures joined to the names below them."""
    found: list[PersonFound] = []
    waiting: list[int] = []  # where in `found` the title lines are that wait for a name
    since = 0
    last: _Column | None = None
    for column, finding in _by_columns(page, findings):
        if column != last:
            waiting, last = [], column
        text = page.text(finding.sentence.start, finding.sentence.end)
        if _opens_on_behalf(finding, lexicon):
            waiting = []
            found.extend(finding.people)
            continue
        if _is_title_line(finding, text):
            waiting, since = [len(found)], 0
            found.extend(finding.people)
            continue
        if waiting and _is_name_line(finding, text):
            title = found[waiting[0]]
            person = finding.people[0]
            found[waiting[0]] = replace(title, offices=())
            found.append(replace(person, offices=(*title.offices, *person.offices), rule="person.signature"))
            waiting = []
            continue
        since += 1
        if waiting and (since > LONGEST_GAP or not _is_signed_mark(text, lexicon)):
            waiting = []
        found.extend(finding.people)
    return sorted([item for item in found if item.name or item.offices], key=attrgetter("start"))


_Column = tuple[int, int]
"""Where a layout starts, and the number of one of its columns."""


def _by_columns(page: Page, findings: Sequence[Findings]) -> list[tuple[_Column | None, Findings]]:
    """Give the findings in the order in which signatures are read: those side by side one column after the other."""
    columns = {cell.start: (table.start, number)
               for table in page.tables if table.kind == "layout" and len(set(map(len, table.rows))) == 1
               for row in table.rows for number, cell in enumerate(row) if cell.start < cell.end}
    if not columns:
        return [(None, finding) for finding in findings]
    placed = [(columns.get(finding.paragraph.start), finding) for finding in findings]
    return sorted(placed, key=lambda pair: pair[0] or (pair[1].sentence.start, 0))


def _is_title_line(finding: Findings, text: str) -> bool:
    """Whether a line is nothing but an office."""
    people = finding.people
    return (len(people) == 1 and people[0].name is None
            and people[0].offices[0].start == finding.sentence.start
            and people[0].offices[-1].end >= finding.sentence.start + len(text.rstrip(" ,.")))


def _is_name_line(finding: Findings, text: str) -> bool:
    """Whether a line is nothing but a name, with its rank or degree."""
    people = finding.people
    return (len(people) == 1 and people[0].name is not None and not people[0].offices
            and len(finding.sentence.tokens) <= 8
            and people[0].name.end >= finding.sentence.start + len(text.rstrip(" ./")))


def _is_signed_mark(text: str, lexicon: Lexicon) -> bool:
    return lower(text).strip(" ().") in lexicon.words("signature_marks")


def _opens_on_behalf(finding: Findings, lexicon: Lexicon) -> bool:
    """Whether a line names the body or person for whom another signs ("KT. CHỦ TỊCH")."""
    tokens = finding.sentence.tokens
    match = lexicon.gazetteer("signature_marks").match(tokens, 0) if tokens[0].text.isupper() else None
    return match is not None and match.entry.get("role") == "behalf"
