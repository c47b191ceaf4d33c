"""The joiner: reads the names and offices of a sentence from left to right and tells whose each office is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from danvan_cli.find.joints import Joint
from danvan_cli.find.mentions import NameMention
from danvan_cli.find.names import Name
from danvan_cli.find.offices import Office
from danvan_cli.find.row import Row
from danvan_cli.text.tokens import Token


class Holder(Struct):
    """A person in the making: a name, a pronoun, or offices without one; `rule` tells what gave the offices."""

    name: Name | None
    pronoun: NameMention | None = None
    offices: list[Office] = field(default_factory=list)
    comrade: bool = False
    rule: str = "person.name"


class Joiner:
    """Joins the names and offices of one sentence."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._joints = row.joints
        self._people: list[Holder] = []
        self._current: Holder | None = None  # whom a following office in apposition describes
        self._replaced: Holder | None = None  # "A thay B làm …": A
        self._taken: Office | None = None  # the office that a verb gave last
        self._pending: list[Office] = []  # offices that wait for a name
        self._shared: list[Office] = []  # offices of every name in the list that follows
        self._listed: list[Holder] = []  # the people of the list that ends here
        self._together = False  # whether "và" stands before the last of them
        self._comrades = False  # inside a list of "các đồng chí"

    def people(self) -> list[Holder]:
        """Give the people of the sentence."""
        for index, element in enumerate(self._row.elements):
            before = self._row.elements[index - 1] if index else None
            gap = self._row.gap(index)
            if isinstance(element, Name):
                self._name(element, before, gap, index)
            else:
                self._office(element, before, gap, index)
        self._drop_pending()
        return self._people

    # ------------------------------------------------------------------ names

    def _name(self, name: Name, before: Name | Office | None, gap: Sequence[Token], index: int) -> None:
        person = Holder(name, comrade=name.comrade)
        joint = self._joints.read(gap)
        listed = isinstance(before, Name) and self._joints.is_list(gap)
        goes_on = (listed or self._is_held(before)) and self._joints.is_row(gap)
        self._listed = [*(self._listed if goes_on else ()), person]
        self._together = goes_on and self._joints.ends_with(gap, "and")
        if isinstance(before, Office) and self._pending:
            self._title_before(person, joint, gap, index)
        elif isinstance(before, Office) and before.title.plural and self._joints.names_several(gap):
            self._shared = [before]
            self._take_back(before)
        elif isinstance(before, Name) and not listed:
            self._shared, self._comrades = [], False
        if self._shared and not name.skip:
            person.offices.extend(self._shared)
            person.rule = "person.title-list"
        if name.opens_list and name.comrade:
            self._comrades = True
        elif self._comrades and not self._joints.is_list(gap):
            self._comrades = False
        person.comrade = person.comrade or self._comrades
        if isinstance(before, Office) and before is self._taken and self._joints.replaces(gap):
            person.offices.append(_left(before))
            person.rule = "person.predecessor"
        if isinstance(before, Name) and self._joints.ends_with(gap, "replacing"):
            self._replaced = self._current
        elif joint is not Joint.NONE:
            self._replaced = None
        self._people.append(person)
        self._current = person

    def _title_before(self, person: Holder, joint: Joint, gap: Sequence[Token], index: int) -> None:
        """Give the waiting offices to the name after them where the joint allows it."""
        title = self._pending[-1].title
        if title.plural and (joint in _TITLE_BEFORE or self._joints.names_several(gap)):
            self._shared, self._pending = self._pending[-1:], self._pending[:-1]
            self._drop_pending()
            return
        if title.mourns and joint is Joint.ADJACENT:
            self._drop_pending()
        elif (joint in _TITLE_BEFORE or self._is_apposed(person, joint, index) or self._is_given(index)
                or self._row.labels(index - 1)):
            person.offices, self._pending = self._pending, []
            person.rule = "person.title-name"
        else:
            self._drop_pending()

    def _is_apposed(self, person: Holder, joint: Joint, index: int) -> bool:
        """Whether a name holds the offices before it: "Theo Trưởng ban X, ông A, …"; a bare one, only after a comma."""
        if person.name is None:
            return False
        bare = person.name.whole_start == person.name.start
        bound = joint is Joint.COMMA or (not bare and joint in (Joint.COLON, Joint.IS))
        presented = bound and (person.name.mention.rank is not None or self._row.is_presented(self._pending[0]))
        if presented and (joint is Joint.IS or not self._row.has_office_after(index)):
            return True
        return self._row.is_opened(self._pending[0], index)

    def _is_given(self, index: int) -> bool:
        """Whether the name at `index` takes or loses the waiting offices: "miễn nhiệm chức vụ … đối với ông A"."""
        return self._joints.gives(self._row.before(self._pending[0]), self._row.gap(index), "upon", "by")

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
            self._taken = office if joint is Joint.BECOMING else None
            if self._replaced and joint is Joint.BECOMING:
                self._replaced.offices.append(office)
            if holder.rule == "person.name":
                holder.rule = "person.name-title"
            if len(self._listed) > 1 and holder is self._listed[-1]:
                self._share(office, index, joint, gap)
            return
        if isinstance(before, Office) and before.title.plural and self._joints.names_several(gap):
            self._shared = [before]  # "các đồng chí Ủy viên Bộ Chính trị: Thủ tướng …"
        elif self._shared and not self._joints.is_list(gap):
            self._shared = []
        if not (isinstance(before, Office) and self._pending and joint in _CHAIN) or (
                before.title.mourns and joint is Joint.ADJACENT):
            self._drop_pending()
        self._pending.append(office)

    def _share(self, office: Office, index: int, joint: Joint, gap: Sequence[Token]) -> None:
        """Give an office to the people listed before its holder too: "bầu ông A, bà B giữ chức Phó Chủ tịch".

        One that several people hold is theirs also where they have others ("A (Bí thư) và B (Chủ tịch) làm Ủy viên"),
        or where it stands alone beside the names: "A và B, Phó Chủ tịch", "các ông A, B, Phó Chủ tịch".
        """
        others = self._listed[:-1]
        bound, several = self._joints.binds_all(joint, gap), office.title.several
        together = several and self._together
        if not (bound and together and joint is Joint.BECOMING and gap[0].text != ","):
            row = together or (several and self._opens_list)
            apposed = row and joint in _APPOSED and not self._row.has_office_after(index)
            if isinstance(self._row.elements[index - 1], Office) or not (bound or apposed):
                return
            others = list(takewhile(_has_no_office, reversed(others)))
        for person in others:
            person.offices.append(office)
            person.rule = "person.title-list"

    @property
    def _opens_list(self) -> bool:
        """Whether the list that ends here was opened as one: "các ông A, B"."""
        first = self._listed[0].name
        return first is not None and first.opens_list

    def _is_held(self, before: Name | Office | None) -> bool:
        """Whether the element before is an office of the person named last."""
        return (isinstance(before, Office) and not self._pending and self._current is not None
                and before in self._current.offices)

    def _meant(self, office: Office, gap: Sequence[Token], index: int) -> Holder | None:
        """Give the person of whom a pronoun in the gap tells the office; a new one where nobody is named here."""
        if office.title.plural or self._row.is_followed(index) or (found := self._joints.pronoun(gap)) is None:
            return None
        gender = found.entry.get("gender")
        person = self._current
        if person and person.name and person.name.mention.gender in (gender, None):
            return person
        self._drop_pending()
        token = gap[found.start]
        pronoun = NameMention(token.start, gap[found.end - 1].end, token.start, "", None, None, gender, "name.pronoun")
        self._current = Holder(None, pronoun, rule="person.pronoun")
        self._people.append(self._current)
        return self._current

    def _holder(
        self, office: Office, before: Name | Office | None, joint: Joint, index: int,
    ) -> Holder | None:
        """Give the person named before whom an office describes, None if it is another's."""
        person = self._current
        if person is None or not (person.name or person.pronoun) or before is None or office.title.plural:
            return None
        if joint in (Joint.IS, Joint.BECOMING) and self._row.is_of_kin(index - 1):
            return None
        if joint is Joint.BECOMING:
            given = before not in self._pending and self._joints.appoints(self._row.gap(index))
            return None if given or self._row.is_followed(index) else person
        allowed = _APPOSED if isinstance(before, Name) else _CHAIN
        if isinstance(before, Office) and (self._pending or before not in person.offices):
            return None
        if joint not in allowed or self._row.is_followed(index):
            return None
        return person

    def _drop_pending(self) -> None:
        """Keep waiting offices as mentions of nobody named."""
        if self._pending:
            self._people.extend(Holder(None, None, [office], rule="person.title") for office in self._pending
                                if not office.title.plural)
            self._pending = []


def _has_no_office(person: Holder) -> bool:
    return not person.offices


def _left(office: Office) -> Office:
    """Give an office as that of who held it before."""
    return office._replace(mention=replace(office.mention, former=True))


_APPOSED = frozenset({Joint.COMMA, Joint.DASH, Joint.OPEN, Joint.COLON, Joint.IS, Joint.ADJACENT})
_CHAIN = frozenset({
    Joint.COMMA, Joint.DASH, Joint.AND, Joint.SLASH, Joint.IS, Joint.ADJACENT, Joint.SEMICOLON})
_TITLE_BEFORE = frozenset({Joint.ADJACENT, Joint.DASH, Joint.OPEN})
