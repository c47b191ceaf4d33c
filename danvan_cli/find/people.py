"""People: the names in a sentence with the offices the sentence gives them.

Names and offices of a sentence are read from left to right as one row of elements; what stands between two
neighbours (find/joints.py) decides whether an office belongs to the name before it, to the name after it, or
to nobody named here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from danvan_cli.find.anchors import Anchors
from danvan_cli.find.joiner import Holder, Joiner
from danvan_cli.find.joints import LONGEST_ABSENCE, JointReader, joint_reader
from danvan_cli.find.line import BodySpan
from danvan_cli.find.mentions import BodyMention, PersonFound
from danvan_cli.find.names import Name, find_names, honorific_before
from danvan_cli.find.offices import Office, find_offices
from danvan_cli.find.row import Row
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence
from danvan_cli.text.tokens import Token


def find_people(
    sentence: Sentence, anchors: Anchors, bodies: Sequence[BodyMention], lexicon: Lexicon,
) -> tuple[PersonFound, ...]:
    """Find people and offices in a sentence whose organisations are known, in text order."""
    if not (anchors.names or anchors.titles):
        return ()
    tokens = sentence.tokens
    spans = _body_spans(tokens, bodies)
    offices = find_offices(tokens, anchors.titles, spans, lexicon)
    names = find_names(tokens, anchors.names, _taken(tokens, spans, offices), lexicon)
    joints = joint_reader(lexicon)
    row: list[Name | Office] = [*names, *_standing(offices, names, tokens, joints)]
    if not row:
        return ()
    row.sort(key=_start)
    people = Joiner(Row(tokens, row, joints)).people()
    found = [_found(person, tokens, lexicon) for person in people if not _is_nobody(person)]
    return tuple(sorted(found, key=_OFFSET))


def _is_nobody(person: Holder) -> bool:
    """Whether a name is no person's after all."""
    name = person.name
    return name is not None and (name.skip or (name.weak and all(office.mention.bare for office in person.offices)))


def _standing(
    offices: Sequence[Office], names: Sequence[Name], tokens: Sequence[Token], joints: JointReader,
) -> list[Office]:
    """Leave out the titles that are offices only beside a name, and what an office before them is called today.

    "đại biểu Nguyễn Văn A", not "các đại biểu"; not the second of "Chủ tịch Hội đồng Bộ trưởng (nay là Thủ tướng)".
    """
    begins = [name.whole_start for name in names]
    ends = [0, *(office.end for office in offices)]
    return [office for office, before in zip(offices, ends, strict=False)
            if (office.title.entry.get("needs") != "name" or _is_named(office, begins, tokens, joints))
            and not (before and joints.renames(tokens[before:office.start]))]


def _is_named(office: Office, begins: Sequence[int], tokens: Sequence[Token], joints: JointReader) -> bool:
    """Whether a name stands after an office; `begins` are the tokens at which names begin."""
    at = bisect_left(begins, office.end)
    if at == len(begins) or begins[at] - office.end > LONGEST_ABSENCE + 1:
        return False
    gap = tokens[office.end:begins[at]]
    return not gap or (office.title.plural and joints.names_several(gap))


def _found(person: Holder, tokens: Sequence[Token], lexicon: Lexicon) -> PersonFound:
    offices = tuple(office.mention for office in person.offices)
    if person.name:
        name = person.name.mention
        return PersonFound(name, offices, person.comrade, name.whole_start, person.rule)
    if person.pronoun:
        return PersonFound(person.pronoun, offices, False, person.pronoun.start, person.rule)
    at = honorific_before(tokens, person.offices[0].start, lexicon)
    return PersonFound(None, offices, False, tokens[at].start, person.rule)


_OFFSET = attrgetter("start")
"""Where a token, or a person found, begins in the text."""


def _start(element: Name | Office) -> int:
    return element.start


def _body_spans(tokens: Sequence[Token], bodies: Sequence[BodyMention]) -> dict[int, BodySpan]:
    """Give the bodies by the token they start with."""
    spans = {}
    for body in bodies:
        first = bisect_left(tokens, body.start, key=_OFFSET)
        if first < len(tokens) and tokens[first].start == body.start:
            end = first + 1
            while end < len(tokens) and tokens[end].start < body.end:
                end += 1
            spans[first] = BodySpan(first, end, body)
    return spans


def _taken(tokens: Sequence[Token], bodies: dict[int, BodySpan], offices: Sequence[Office]) -> list[int]:
    """Give for each token the end of the body or office that covers it, 0 where none does."""
    taken = [0] * len(tokens)
    covers = [(element.end, element.start) for elements in (bodies.values(), offices) for element in elements]
    for end, start in sorted(covers):  # what ends last covers all
        taken[start:end] = [end] * (end - start)
    return taken
