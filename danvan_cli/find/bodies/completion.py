"""What follows a head: field or phrase, number, body or place, seat and branch, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan_cli.find.bodies.fields import read_field, read_number
from danvan_cli.find.bodies.grammar import Head
from danvan_cli.find.bodies.reading import Reading, Span
from danvan_cli.find.bodies.unit_names import capital_run, starts_person
from danvan_cli.find.bodies.units import (
    UnitReading,
    branch_end,
    read_country,
    read_hamlet,
    read_own,
    read_unit,
)
from danvan_cli.find.bodies.wordings import is_abbreviation, is_common

if TYPE_CHECKING:
    from danvan_cli.find.bodies.reader import Reader

LONGEST_CITY = 3
"""Syllables of the longest foreign city: "Đại sứ quán Việt Nam tại New Delhi"."""
PERSON = 3
"""Syllables of most names of people."""


class Completion:
    """Reads what follows one head, whose wording is at tokens `start:end`; `at` is how far it has read.

    `reader` reads other organisations in the same sentence.
    """

    def __init__(self, head: Head, span: Span, reader: Reader) -> None:
        self.head, self.reader = head, reader
        self.tokens, self.grammar = reader.tokens, reader.grammar
        self.start, self.end = span
        self.at = self.end
        self._domain: str | None = None
        self._kind: str | None = None
        self._topic: Span | None = None
        self._proper = False
        self._number: Span | None = None
        self._inner: Reading | None = None
        self._nation: str | None = None
        self._unit: UnitReading | None = None
        self._seat: Span | None = None
        self._branch: Span | None = None

    def complete(self) -> Reading | None:
        """Read everything that follows; None where it shows that no particular body is meant ("UBND xã, phường")."""
        numbered = "number" in self.head.takes
        if numbered:
            self._read_number()
        if not (self._read_field() or self._read_letters() or self._next_body()):
            self._read_topic()
        if numbered and self._number is None:
            self._read_number()
        self._skip_abbreviation()
        self._inner = self._next_body() or self._owner() or self._whole()
        if self._inner:
            self.at = self._inner.end
        elif not self._read_place():
            return None
        self._read_seat()
        self._read_branch()
        return Reading(
            self.start, self.at, self.head, None, self._domain, self._topic, self._number, self._inner,
            self._nation, self._unit, self._seat, self._branch, self._proper, self._kind)

    @property
    def is_syllable(self) -> bool:
        """Whether the head is written as one syllable ("Hội", "Tòa"), which is often another word."""
        return self.end - self.start == 1 and (
            " " not in self.head.form or not self.tokens[self.start].text.isupper())

    # ------------------------------------------------------------------------------------------- the middle

    def _read_number(self) -> None:
        plain = not self.head.needs or self._is_long_number()
        end = read_number(self.tokens, self.at, self.grammar, plain=plain)
        if end:
            self._number, self.at = (self.at, end), end

    def _is_long_number(self) -> bool:
        """Whether a number of three digits follows a head with a capital: "Bệnh viện 108" counts nothing."""
        return (self.tokens[self.start].is_capital and self.at < len(self.tokens)
                and self.tokens[self.at].kind == "number" and len(self.tokens[self.at].text) > 2)

    def _read_field(self) -> bool:
        if "domain" not in self.head.takes:
            return False
        found = read_field(self.tokens, self.at, self.head, self.grammar)
        # "sở y tế" in small letters is a name only with its place.
        written = self.end - self.start > 1 or self.tokens[self.start].is_capital or (
            self.end < len(self.tokens) and self.tokens[self.end].is_capital)
        if not found or not (written or self._is_located(found.end)):
            return False
        self._domain, self._kind, self.at = found.form, found.kind, found.end
        if (self.at < len(self.tokens) and self.tokens[self.at].is_capital and not self._next_body()
                and not self._unit_at(self.at) and not self._holder_follows()):
            self._read_topic()  # "Chi cục Hải quan Cảng Hiệp Phước"
        return True

    def _holder_follows(self) -> bool:
        """Whether a name of three syllables follows the field: "Cục Thủy sản và Kiểm ngư | Vương Quốc Thắng"."""
        return (self.reader.is_after_office(self.start) and starts_person(self.tokens, self.at, self.grammar)
                and capital_run(self.tokens, self.at) == self.at + PERSON)

    def _is_located(self, at: int) -> bool:
        """Whether its place or body follows at token `at`: "phòng tài chính huyện", "phòng hậu cần Công an tỉnh"."""
        return ("place" in self.head.takes and self._unit_at(at) is not None) or (
            "body" in self.head.takes and self.reader.read(at) is not None)

    def _owner(self) -> Reading | None:
        """Read "của Quốc hội" in "Ủy ban Xã hội của Quốc hội": the council whose committee it is."""
        named = self._topic or self._domain or not self.head.needs
        if "owner" not in self.head.takes or not named or self.at >= len(self.tokens) or (
                self.tokens[self.at].lower != "của"):
            return None
        found = self.reader.read(self.at + 1)
        return found if found and found.kind == "council" else None

    def _whole(self) -> Reading | None:
        """Read "- Đại học Đà Nẵng" after the name of a "Trường Đại học" that is a member of it."""
        at = self.at + 1
        if "whole" not in self.head.takes or at >= len(self.tokens) or self.tokens[self.at].text != "-":
            return None
        found = self.grammar.heads.match(self.tokens, at)
        if not found or found[1].family != self.head.family or self.tokens[at].lower == self.tokens[self.start].lower:
            return None
        return self.reader.read(at)

    def _read_letters(self) -> bool:
        if ("letters" not in self.head.takes or self.at >= len(self.tokens)
                or not is_abbreviation(self.tokens[self.at]) or self.reader.shouting):
            return False
        self._topic, self._proper, self.at = (self.at, self.at + 1), True, self.at + 1
        return True

    def _read_topic(self) -> bool:
        if "topic" not in self.head.takes or self.at >= len(self.tokens) or not self._may_have_topic():
            return False
        found = self.reader.topics.read(self.at, self.head, titled=self.reader.is_after_office(self.start))
        if not found:
            return False
        self._topic, self._proper, self.at = (found.start, found.end), found.proper, found.end
        return True

    def _may_have_topic(self) -> bool:
        head, tokens, at = self.head, self.tokens, self.at
        if (self.is_syllable and self._is_compound()) or (
                head.titled and not self.reader.is_after_office(self.start)):
            return False
        if not (head.loose or any(token.is_capital for token in tokens[self.start:at + 1])):
            return False
        may = not head.common or tokens[self.start].is_capital or is_abbreviation(tokens[at]) or is_common(
            tokens, at, self.grammar)
        return may and not self.reader.shouting

    def _is_compound(self) -> bool:
        """Whether the head and the syllable after it are one common word: "báo cáo", "hội nghị"."""
        head, after = self.tokens[self.at - 1], self.tokens[self.at]
        return after.is_capital == head.text.isupper() and bool(
            self.grammar.classes.classes(f"{head.lower} {after.lower}"))

    def _skip_abbreviation(self) -> None:
        """Skip an abbreviation in brackets in the middle of a name: "Ủy ban Kiểm tra (UBKT) Huyện ủy"."""
        tokens, opening = self.tokens, self.at
        if opening + 3 >= len(tokens) or tokens[opening].text != "(" or not tokens[opening + 1].text.isupper():
            return
        for closing in (opening + 2, opening + 3):
            if tokens[closing].text == ")" and closing + 1 < len(tokens):
                self.at = closing + 1
                if self._next_body() or ("place" in self.head.takes and self._unit_at(self.at)):
                    return
        self.at = opening

    # ---------------------------------------------------------------------------------------------- the end

    def _next_body(self) -> Reading | None:
        """Give the organisation that follows, if the head takes one."""
        if "body" not in self.head.takes or self.at >= len(self.tokens):
            return None
        inner = self.reader.read(self.at)
        return inner if inner and (not self.head.kinds or inner.kind in self.head.kinds) else None

    def _unit_at(self, index: int) -> UnitReading | None:
        return read_unit(self.tokens, index, self.grammar)

    def _read_place(self) -> bool:
        """Read the place, if any; False where it is several levels at once."""
        unit = None
        if "place" in self.head.takes:
            unit = self._unit_at(self.at)
            if unit is None and self.head.unit and self.head.level in ("district", "commune"):
                unit = read_own(self.tokens, self.at, self.head.unit, self.grammar)
            if unit is None and self.head.level == "commune":
                unit = read_hamlet(self.tokens, self.at, self.grammar)
        elif "country" in self.head.takes:
            unit = read_country(self.tokens, self.at, self.grammar)
        if unit is None:
            return True
        self._unit, self.at = unit, unit.end
        local = self._unit_at(self.at) if unit.level == "central" and "place" in self.head.takes else None
        if local and local.word and not local.many:
            self._nation, self._unit, self.at = unit.name, local, local.end
        return not unit.many

    def _read_seat(self) -> None:
        if "seat" in self.head.takes and self.at < len(self.tokens) and self.tokens[self.at].lower == "tại":
            end = self._seat_end(self.at + 1)
            if end > self.at + 1:
                self._seat, self.at = (self.at, end), end

    def _seat_end(self, at: int) -> int:
        """Give the end of the place, or the host, that begins at token `at`, else `at`."""
        unit = self._unit_at(at)
        if unit and unit.name:
            return unit.end
        host = self.reader.read(at)
        if host and host.kind == "international":  # "Phái đoàn Việt Nam tại Liên hợp quốc"
            return host.end
        if starts_person(self.tokens, at, self.grammar):
            return at
        return min(capital_run(self.tokens, at), at + LONGEST_CITY)

    def _read_branch(self) -> None:
        end = branch_end(self.tokens, self.at, self.grammar) if "branch" in self.head.takes else None
        if end:
            self._branch, self.at = (self.at, end), end
