"""Careers: the lines of a life, which name nobody, and the person whom they are about.

"Đồng chí LÊ BÁ TOÀN / Sinh ngày 12/4/1938 …; nguyên Bí thư Huyện ủy … / - 1976 - 1988: Chủ tịch UBND huyện …"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from danvan_cli.find.findings import Findings
from danvan_cli.find.joints import LONGEST_PHRASE, Joint, JointReader, joint_reader
from danvan_cli.find.mentions import NameMention, OfficeMention
from danvan_cli.lexicon import Gazetteer, Lexicon
from danvan_cli.text.tokens import Token

_START = attrgetter("start")
LONGEST_HEADING = 24
"""How many words the line may have that names a person and calls what follows their life."""
LONGEST_LABEL = 18
"""How many words may stand before the colon: "- Từ tháng 01/1976 đến tháng 12/1988:"."""


class CareerWords(Struct, frozen=True):
    """The words of `career_words.tsv`, by role, and the reader of what joins offices."""

    roles: dict[str, Gazetteer]
    joints: JointReader

    def holds(self, tokens: Sequence[Token], role: str) -> bool:
        """Whether words of a role stand somewhere among the tokens."""
        words = self.roles[role]
        return any(words.match(tokens, at) for at in words.starts(tokens))

    def opens_career(self, tokens: Sequence[Token]) -> bool:
        """Whether a line opens with years, or a label, and a colon: "- Từ 1976 đến 1988:", "Chức vụ hiện nay:"."""
        at = next((at for at, token in enumerate(tokens) if token.kind != "mark"), len(tokens))
        if (label := self.roles["label"].match(tokens, at)) is not None:
            return label.end < len(tokens) and tokens[label.end].text == ":"
        has_year = False
        while at < min(len(tokens), LONGEST_LABEL):
            token = tokens[at]
            if token.text == ":":
                return has_year
            period = self.roles["period"].match(tokens, at)
            if not (period or token.kind == "number" or token.text in "-/.,()"):
                return False
            has_year = has_year or (len(token.text) == 4 and token.text.isdigit())
            at = period.end if period else at + 1
        return False


@cache
def career_words(lexicon: Lexicon) -> CareerWords:
    """Give the words by which the lines of a life are told."""
    entries = lexicon.entries("career_words")
    return CareerWords(
        {role: Gazetteer(entry for entry in entries if entry.get("role") == role)
         for role in ("birth", "life", "label", "period")},
        joint_reader(lexicon))


def join_careers(findings: Sequence[Findings], lexicon: Lexicon) -> list[Findings]:
    """Give the findings with the offices in the lines of a life joined to the one person whom they are about.

    That is who was named last together with their birth, or in a heading. Only offices between marks, or that a verb
    gives, are theirs: not that of who promoted or decorated them.
    """
    careers = _Careers(findings, career_words(lexicon))
    for _, line in groupby(range(len(findings)), key=lambda at: findings[at].paragraph.start):
        careers.read(list(line))
    return careers.joined()


class _Careers:
    """Reads a document line by line; a line is the numbers of its findings."""

    def __init__(self, findings: Sequence[Findings], words: CareerWords) -> None:
        self._findings = list(findings)
        self._words = words
        self._held: dict[int, tuple[NameMention, list[OfficeMention]]] = {}  # by the finding that names the holder
        self._subject: tuple[int, NameMention] | None = None  # whose life is told, and the finding that names them
        self._named: tuple[int, NameMention] | None = None  # whom the last line with names names alone
        self._telling = False  # whether the line before tells of a life

    def joined(self) -> list[Findings]:
        """Give the findings with the offices where their holders are named."""
        for at, (name, held) in self._held.items():
            found = self._findings[at]
            self._findings[at] = replace(found, people=tuple(
                replace(person, offices=(*person.offices, *held), rule="person.career")
                if person.name is name and held else person for person in found.people))
        return self._findings

    def read(self, line: Sequence[int]) -> None:
        """Read a line."""
        named = [(at, name) for at in line for name in self._names(self._findings[at])]
        telling, self._telling = self._telling, False
        if named:
            self._named = named[0] if len(named) == 1 else None
            if self._named and self._presents(line, self._named[1]):
                self._subject = self._named
                self._tell([self._subject[0]])
        elif self._subject or self._named:
            first = self._findings[line[0]]
            tokens = first.sentence.tokens
            if self._named and self._words.roles["birth"].match(tokens, 0):
                self._subject = self._named
                self._tell(line)
            elif self._subject and (self._words.opens_career(tokens) or (telling and _opens_with_former(first))):
                self._tell(line)

    def _names(self, found: Findings) -> list[NameMention]:
        """Give the full names in a sentence, but for other names of the same person."""
        if not found.people:
            return []
        tokens = found.sentence.tokens
        names = [person.name for person in found.people if person.name and person.name.rule == "name.full"]
        begins = [bisect_left(tokens, name.whole_start, key=_START) for name in names]
        return [name for name, at in zip(names, begins, strict=True)
                if not self._words.joints.ends_with(tokens[max(0, at - LONGEST_PHRASE):at], "aside")]

    def _presents(self, line: Sequence[int], name: NameMention) -> bool:
        """Whether a line tells the birth of the one whom it names, or is the heading of their life."""
        tokens = [token for at in line for token in self._findings[at].sentence.tokens]
        if len(tokens) <= LONGEST_HEADING and self._words.holds(tokens, "life"):
            return True
        return self._words.holds(tokens[bisect_left(tokens, name.end, key=_START):], "birth")

    def _tell(self, line: Sequence[int]) -> None:
        """Give the offices of a line to the person whose life is told."""
        assert self._subject is not None  # noqa: S101  # told before any line of theirs
        self._telling = True
        subject, name = self._subject
        _, held = self._held.setdefault(subject, (name, []))
        for at in line:
            found = self._findings[at]
            mine = self._offices(found, name if at == subject else None)
            starts = {office.start for office in mine}
            people = [replace(person, offices=tuple(office for office in person.offices if office.start not in starts))
                      for person in found.people]
            self._findings[at] = replace(found, people=tuple(
                person for person in people if person.offices or (person.name and person.name.name)))
            held += mine

    def _offices(self, found: Findings, name: NameMention | None) -> list[OfficeMention]:
        """Give the offices of a sentence that are those of the person whose life is told.

        In the sentence with their `name` they are so where it opens with the name, or with "Ứng cử viên" before it.
        """
        tokens, done = found.sentence.tokens, 0
        if name and not self._words.joints.introduces(tokens[:bisect_left(tokens, name.whole_start, key=_START)]):
            return []
        mine = []
        for person in found.people:
            for office in person.offices:
                first, end = (bisect_left(tokens, place, key=_START) for place in (office.start, office.end))
                if person.name is None:
                    told = not office.plural and self._stands(tokens, done, first, end)
                else:
                    told = person.name.rule == "name.pronoun"
                if told:
                    mine.append(office)
                done = end
        return mine

    def _stands(self, tokens: Sequence[Token], since: int, first: int, end: int) -> bool:
        """Whether an office at tokens `first:end` stands between marks, or a verb gives it; not before `since`."""
        joints = self._words.joints
        opening = max((at + 1 for at in range(since, first) if tokens[at].kind == "mark"), default=since)
        joint = joints.read(tokens[opening:first])
        if joint in (Joint.IS, Joint.BECOMING):
            return True
        return joint in (Joint.ADJACENT, Joint.AND) and (
            end == len(tokens) or tokens[end].kind == "mark" or joints.goes_on(tokens, end)
            or self._words.roles["period"].match(tokens, end) is not None)


def _opens_with_former(found: Findings) -> bool:
    """Whether a sentence opens with an office that its holder has left: "Nguyên Bí thư Huyện ủy, …"."""
    first = next((person.offices[0] for person in found.people if person.offices), None)
    return first is not None and first.former and first.start == found.sentence.start
