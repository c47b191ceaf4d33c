"""A row: the names and offices of a sentence in text order, and what can be asked about a place in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from danvan_cli.find.joints import LONGEST_CLAUSE, LONGEST_PHRASE, Joint, JointReader
from danvan_cli.find.names import Name
from danvan_cli.find.offices import Office
from danvan_cli.text.tokens import Token

LONGEST_OPENING = 8
"""How many words may open a clause before an office: "Từ năm 2010 được bầu làm …, ông …"."""


class Row(Struct, frozen=True):
    """The names and offices among the tokens of a sentence; an index is that of one of them."""

    tokens: Sequence[Token]
    elements: Sequence[Name | Office]
    joints: JointReader

    def gap(self, index: int) -> Sequence[Token]:
        """Give the words between the element at `index` and the one before it."""
        return self.tokens[self.elements[index - 1].end if index else 0:self._begin(index)]

    def before(self, element: Name | Office) -> Sequence[Token]:
        """Give the few words before an element."""
        return self.tokens[max(0, element.start - LONGEST_PHRASE):element.start]

    def is_followed(self, index: int) -> bool:
        """Whether a name stands right after the office at `index`, whose title it then is."""
        if index + 1 >= len(self.elements) or not isinstance(after := self.elements[index + 1], Name):
            return False
        gap = self.gap(index + 1)
        if len(gap) == 1 and gap[0].text == "(":  # "Giám đốc Sở Tài chính (ông A)"
            return after.end < len(self.tokens) and self.tokens[after.end].text == ")"
        return (not (gap or self._mourns(index)) or self.labels(index) or self._foretells(index)
                or self.joints.gives(self.before(self.elements[index]), gap, "upon"))

    def has_office_after(self, index: int) -> bool:
        """Whether an office in apposition follows the element at `index`."""
        if index + 1 >= len(self.elements) or not isinstance(self.elements[index + 1], Office):
            return False
        apposed = self.joints.read(self.gap(index + 1)) in (Joint.COMMA, Joint.DASH, Joint.OPEN)
        return apposed and not self.is_followed(index + 1)

    def labels(self, index: int) -> bool:
        """Whether the office at `index` is the label of the name that ends its line: "Trưởng ban: Lê Bá Toàn"."""
        gap = self.gap(index + 1)
        return (len(gap) == 1 and gap[0].text == ":" and self._is_at_mark(self.elements[index].start - 1)
                and self._is_at_mark(self.elements[index + 1].end))

    def is_presented(self, office: Office) -> bool:
        """Whether the holder of an office can follow in apposition: not "của Thủ tướng, bà …"."""
        before = self.tokens[max(0, office.start - 5):office.start]
        return not before or before[-1].kind == "mark" or self.joints.ends_with(before, "presenting")

    def is_opened(self, first: Office, index: int) -> bool:
        """Whether the sentence opens with the offices from `first` to the name at `index`.

        "Từng là Bí thư … nhiều năm, ông …"
        """
        clause, begin = self._clause(first), self._begin(index)
        opens = self.joints.tells_time(clause) or (
            len(clause) == first.start and self.joints.is_opening(clause))
        return (opens and self.tokens[begin - 1].text == ","
                and begin - self.elements[index - 1].end <= LONGEST_CLAUSE)

    def is_of_kin(self, index: int) -> bool:
        """Whether not the one named at `index` is spoken of but one of their family: "con trai ông A làm …"."""
        name = self.elements[index]
        if isinstance(name, Office) or name.whole_start == name.start:
            return False
        return self.joints.ends_with(self.tokens[:name.whole_start], "kin")

    def _begin(self, index: int) -> int:
        """Give the token at which an element begins, a name with what stands before it."""
        element = self.elements[index]
        return element.whole_start if isinstance(element, Name) else element.start

    def _foretells(self, index: int) -> bool:
        """Whether a clause tells the office at `index` of who is named after it: "khi còn làm Bí thư, đồng chí A …"."""
        office, name, gap = self.elements[index], self.elements[index + 1], self.gap(index + 1)
        return (len(gap) == 1 and gap[0].text == "," and self._begin(index + 1) < name.start
                and (self.joints.ends_with(self.before(office), "while")
                     or self.joints.tells_time(self._clause(office))))

    def _clause(self, element: Name | Office) -> Sequence[Token]:
        """Give the words before an element, since the last mark."""
        words = self.tokens[max(0, element.start - LONGEST_OPENING):element.start]
        marks = [at for at, token in enumerate(words) if token.kind == "mark"]
        return words[marks[-1] + 1:] if marks else words

    def _mourns(self, index: int) -> bool:
        """Whether the name right after the office at `index` is that of the dead."""
        office = self.elements[index]
        return isinstance(office, Office) and office.title.mourns

    def _is_at_mark(self, index: int) -> bool:
        """Whether a mark stands at token `index`, or the sentence has ended."""
        return not 0 <= index < len(self.tokens) or self.tokens[index].kind == "mark"
