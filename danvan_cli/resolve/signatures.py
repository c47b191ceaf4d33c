"""Signatures: a title on its own line, and the name of its holder lines below."""

from __future__ import annotations

from collections.abc import Sequence

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
    for finding in findings:
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
    return [item for item in found if item.name or item.offices]


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
