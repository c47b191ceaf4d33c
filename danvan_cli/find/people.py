"""People: the names in a sentence with the offices the sentence gives them.

Names and offices of a sentence are read from left to right as one row of elements; what stands between two
neighbours (find/joints.py) decides whether an office belongs to the name before it, to the name after it, or
to nobody named here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from danvan_cli.find.joints import LONGEST_CLAUSE, LONGEST_PHRASE, Joint, JointReader, joint_reader
from danvan_cli.find.line import BodySpan
from danvan_cli.find.mentions import BodyMention, NameMention, PersonFound
from danvan_cli.find.names import Name, find_names, honorific_before
from danvan_cli.find.offices import Office, find_offices
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence
from danvan_cli.text.tokens import Token


@dataclass(slots=True)
class _Person:
    """A person in the making: a name, a pronoun, or offices without one."""

    name: Name | None
    pronoun: NameMention | None = None
    offices: list[Office] = field(default_factory=list)
    comrade: bool = False
    rule: str = "person.name"


def find_people(
    sentence: Sentence, bodies: Sequence[BodyMention], lexicon: Lexicon,
) -> tuple[PersonFound, ...]:
    """Find people and offices in a sentence whose organisations are known, in text order."""
    tokens = sentence.tokens
    spans = _body_spans(tokens, bodies)
    offices = find_offices(tokens, spans, lexicon)
    names = find_names(tokens, _taken(tokens, spans, offices), lexicon)
    joints = joint_reader(lexicon)
    row: list[Name | Office] = [*names, *_standing(offices, names, tokens, joints)]
    if not row:
        return ()
    row.sort(key=_start)
    people = _Joiner(tokens, row, joints).people()
    found = [_found(person, tokens, lexicon) for person in people if not _is_nobody(person)]
    return tuple(sorted(found, key=_position))


def _is_nobody(person: _Person) -> bool:
    """Whether a name is no person's after all."""
    name = person.name
    return name is not None and (name.skip or (name.weak and all(office.mention.bare for office in person.offices)))


def _standing(
    offices: Sequence[Office], names: Sequence[Name], tokens: Sequence[Token], joints: JointReader,
) -> list[Office]:
    """Leave out the titles that are offices only beside a name: "đại biểu Nguyễn Văn A", not "các đại biểu"."""
    begins = [name.whole_start for name in names]
    return [office for office in offices
            if office.title.entry.get("needs") != "name" or _is_named(office, begins, tokens, joints)]


def _is_named(office: Office, begins: Sequence[int], tokens: Sequence[Token], joints: JointReader) -> bool:
    """Whether a name stands after an office; `begins` are the tokens at which names begin."""
    at = bisect_left(begins, office.end)
    if at == len(begins):
        return False
    gap = tokens[office.end:begins[at]]
    return not gap or (office.title.plural and joints.names_several(gap))


def _found(person: _Person, tokens: Sequence[Token], lexicon: Lexicon) -> PersonFound:
    offices = tuple(office.mention for office in person.offices)
    if person.name:
        name = person.name.mention
        return PersonFound(name, offices, person.comrade, name.whole_start, person.rule)
    if person.pronoun:
        return PersonFound(person.pronoun, offices, False, person.pronoun.start, person.rule)
    at = honorific_before(tokens, person.offices[0].start, lexicon)
    return PersonFound(None, offices, False, tokens[at].start, person.rule)


def _start(element: Name | Office) -> int:
    return element.start


def _position(found: PersonFound) -> int:
    return found.start


def _body_spans(tokens: Sequence[Token], bodies: Sequence[BodyMention]) -> dict[int, BodySpan]:
    """Give the bodies by the token they start with."""
    starts = {token.start: index for index, token in enumerate(tokens)}
    spans = {}
    for body in bodies:
        first = starts.get(body.start)
        if first is not None:
            end = first + 1
            while end < len(tokens) and tokens[end].start < body.end:
                end += 1
            spans[first] = BodySpan(first, end, body)
    return spans


def _taken(tokens: Sequence[Token], bodies: dict[int, BodySpan], offices: Sequence[Office]) -> list[int]:
    """Give for each token the end of the body or office that covers it, 0 where none does."""
    taken = [0] * len(tokens)
    for start, end in (*((body.start, body.end) for body in bodies.values()),
                       *((office.start, office.end) for office in offices)):
        for index in range(start, end):
            taken[index] = max(taken[index], end)
    return taken


class _Joiner:
    """Joins the names and offices of one sentence."""

    def __init__(self, tokens: Sequence[Token], row: Sequence[Name | Office], joints: JointReader) -> None:
        self._tokens = tokens
        self._row = row
        self._joints = joints
        self._people: list[_Person] = []
        self._current: _Person | None = None  # whom a following office in apposition describes
        self._replaced: _Person | None = None  # "A thay B làm …": A
        self._pending: list[Office] = []  # offices that wait for a name
        self._shared: list[Office] = []  # offices of every name in the list that follows
        self._comrades = False  # inside a list of "các đồng chí"

    def people(self) -> list[_Person]:
        """Give the people of the sentence."""
        for index, element in enumerate(self._row):
            before = self._row[index - 1] if index else None
            gap = self._tokens[before.end if before else 0:self._begin(element)]
            if isinstance(element, Name):
                self._name(element, before, gap, index)
            else:
                self._office(element, before, gap, index)
        self._drop_pending()
        return self._people

    def _begin(self, element: Name | Office) -> int:
        return element.whole_start if isinstance(element, Name) else element.start

    # ------------------------------------------------------------------ names

    def _name(self, name: Name, before: Name | Office | None, gap: Sequence[Token], index: int) -> None:
        person = _Person(name, comrade=name.comrade)
        joint = self._joints.read(gap)
        if isinstance(before, Office) and self._pending:
            self._title_before(person, joint, gap, index)
        elif isinstance(before, Office) and before.title.plural and self._joints.names_several(gap):
            self._shared = [before]
            self._take_back(before)
        elif isinstance(before, Name) and not self._joints.is_list(gap):
            self._shared, self._comrades = [], False
        if self._shared and not name.skip:
            person.offices.extend(self._shared)
            person.rule = "person.title-list"
        if name.opens_list and name.comrade:
            self._comrades = True
        elif self._comrades and not self._joints.is_list(gap):
            self._comrades = False
        person.comrade = person.comrade or self._comrades
        if isinstance(before, Name) and self._joints.ends_with(gap, "replacing"):
            self._replaced = self._current
        elif joint is not Joint.NONE:
            self._replaced = None
        self._people.append(person)
        self._current = person

    def _title_before(self, person: _Person, joint: Joint, gap: Sequence[Token], index: int) -> None:
        """Give the waiting offices to the name after them where the joint allows it."""
        plural = self._pending[-1].title.plural
        if plural and (joint in _TITLE_BEFORE or self._joints.names_several(gap)):
            self._shared, self._pending = self._pending[-1:], self._pending[:-1]
            self._drop_pending()
            return
        if joint in _TITLE_BEFORE or self._is_apposed(person, joint, index) or self._is_given(index):
            person.offices, self._pending = self._pending, []
            person.rule = "person.title-name"
        else:
            self._drop_pending()

    def _is_apposed(self, person: _Person, joint: Joint, index: int) -> bool:
        """Whether a name with an honorific holds the offices before it: "Theo Trưởng ban X, ông A, …"."""
        if person.name is None or person.name.whole_start == person.name.start:
            return False
        bound = joint in (Joint.COMMA, Joint.COLON, Joint.IS)
        if bound and self._is_presented() and not self._has_office_after(index):
            return True
        return self._opens_sentence(index)

    def _is_given(self, index: int) -> bool:
        """Whether the name at `index` takes or loses the waiting offices: "miễn nhiệm chức vụ … đối với ông A"."""
        first, last = self._pending[0], self._pending[-1]
        before = self._tokens[max(0, first.start - LONGEST_PHRASE):first.start]
        return self._joints.gives(before, self._tokens[last.end:self._begin(self._row[index])])

    def _is_presented(self) -> bool:
        """Whether the holder of the waiting offices can follow in apposition: not "của Thủ tướng, bà …"."""
        first = self._pending[0]
        before = self._tokens[max(0, first.start - 5):first.start]
        return not before or before[-1].kind == "mark" or self._joints.ends_with(before, "presenting")

    def _opens_sentence(self, index: int) -> bool:
        """Whether the sentence opens with the waiting offices: "Từng là Bí thư … nhiều năm, ông …"."""
        first, name = self._pending[0], self._row[index]
        return (self._tokens[self._begin(name) - 1].text == "," and first.start <= 5
                and self._joints.is_opening(self._tokens[:first.start])
                and self._begin(name) - self._pending[-1].end <= LONGEST_CLAUSE)

    def _has_office_after(self, index: int) -> bool:
        """Whether an office in apposition follows the name at `index` of the row."""
        if index + 1 >= len(self._row) or not isinstance(after := self._row[index + 1], Office):
            return False
        gap = self._tokens[self._row[index].end:after.start]
        apposed = self._joints.read(gap) in (Joint.COMMA, Joint.DASH, Joint.OPEN)
        return apposed and not self._is_followed(index + 1)

    def _take_back(self, office: Office) -> None:
        for person in self._people:
            if person.name is None and office in person.offices:
                person.offices.remove(office)
        self._people = [person for person in self._people if person.name or person.offices]

    # ---------------------------------------------------------------- offices

    def _office(self, office: Office, before: Name | Office | None, gap: Sequence[Token], index: int) -> None:
        joint = self._joints.read(gap)
        holder = self._meant(office, gap, index) or self._holder(office, before, joint, index)
        if holder:
            holder.offices.append(office)
            if self._replaced and joint is Joint.BECOMING:
                self._replaced.offices.append(office)
            if holder.rule == "person.name":
                holder.rule = "person.name-title"
            return
        if not (isinstance(before, Office) and self._pending and joint in _CHAIN):
            self._drop_pending()
        self._pending.append(office)

    def _meant(self, office: Office, gap: Sequence[Token], index: int) -> _Person | None:
        """Give the person of whom a pronoun in the gap tells the office; a new one where nobody is named here."""
        if office.title.plural or self._is_followed(index) or (found := self._joints.pronoun(gap)) is None:
            return None
        gender = found.entry.get("gender")
        person = self._current
        if person and person.name and person.name.mention.gender in (gender, None):
            return person
        self._drop_pending()
        token = gap[found.start]
        pronoun = NameMention(token.start, gap[found.end - 1].end, token.start, "", None, None, gender, "name.pronoun")
        self._current = _Person(None, pronoun, rule="person.pronoun")
        self._people.append(self._current)
        return self._current

    def _holder(
        self, office: Office, before: Name | Office | None, joint: Joint, index: int,
    ) -> _Person | None:
        """Give the person named before whom an office describes, None if it is another's."""
        person = self._current
        if person is None or not (person.name or person.pronoun) or before is None or office.title.plural:
            return None
        if joint is Joint.BECOMING:
            return None if self._is_followed(index) else person
        allowed = _APPOSED if isinstance(before, Name) else _CHAIN
        if isinstance(before, Office) and (self._pending or before not in person.offices):
            return None
        if joint not in allowed or self._is_followed(index):
            return None
        return person

    def _is_followed(self, index: int) -> bool:
        """Whether a name stands right after the office at `index`, whose title it then is."""
        if index + 1 >= len(self._row) or not isinstance(after := self._row[index + 1], Name):
            return False
        gap = self._tokens[self._row[index].end:after.whole_start]
        if len(gap) == 1 and gap[0].text == "(":  # "Giám đốc Sở Tài chính (ông A)"
            return after.end < len(self._tokens) and self._tokens[after.end].text == ")"
        return not gap

    def _drop_pending(self) -> None:
        """Keep waiting offices as mentions of nobody named."""
        if self._pending:
            self._people.extend(_Person(None, None, [office], rule="person.title") for office in self._pending
                                if not office.title.plural)
            self._pending = []


_APPOSED = frozenset({Joint.COMMA, Joint.DASH, Joint.OPEN, Joint.COLON, Joint.IS, Joint.ADJACENT})
_CHAIN = frozenset({
    Joint.COMMA, Joint.DASH, Joint.AND, Joint.SLASH, Joint.IS, Joint.ADJACENT, Joint.SEMICOLON})
_TITLE_BEFORE = frozenset({Joint.ADJACENT, Joint.DASH, Joint.OPEN})
