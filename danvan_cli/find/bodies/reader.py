"""Reading a name of an organisation at a token: a head and what follows it, or a name of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from danvan_cli.find.bodies.grammar import Grammar, Head
from danvan_cli.find.bodies.topics import (
    DomainReading,
    TopicReader,
    TopicReading,
    is_common,
    read_domain,
    read_number,
)
from danvan_cli.find.bodies.units import UnitReading, known_name, read_country, read_unit
from danvan_cli.lexicon import Entry
from danvan_cli.text.tokens import Token

DEEPEST = 6
"""How many organisations may be nested in one name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A name of an organisation at tokens `start:end`: a head with its complements, or a listed name.

    `topic`, `number` and `branch` are token spans; `nation` is a country before the place ("Hội Nhà báo Việt
    Nam tỉnh Hà Nam").
    """

    start: int
    end: int
    head: Head | None
    entry: Entry | None
    domain: str | None = None
    topic: tuple[int, int] | None = None
    number: tuple[int, int] | None = None
    inner: Reading | None = None
    nation: str | None = None
    unit: UnitReading | None = None
    branch: tuple[int, int] | None = None
    proper: bool = True

    @property
    def kind(self) -> str:
        """The kind of the head or of the listed name."""
        return self.head.kind if self.head else str(self.entry.get("kind")) if self.entry else ""

    @property
    def is_bare(self) -> bool:
        """Whether it is a head alone."""
        return not (self.entry or self.domain or self.topic or self.number or self.inner or self.unit)

    @property
    def rule(self) -> str:
        """The id of the rule that the reading follows."""
        if self.entry:
            return "organisation.name"
        slots = [slot for slot, value in (("domain", self.domain), ("topic", self.topic), ("number", self.number),
                                          ("body", self.inner), ("place", self.unit)) if value]
        return "organisation.head-" + ("-".join(slots) if slots else "alone")


class Reader:
    """Reads organisations in the tokens of one sentence; each token is read once."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self._topics = TopicReader(tokens, grammar, self._starts_body)
        self._memo: dict[int, Reading | None] = {}
        self._shouting: bool | None = None
        self._depth = 0

    @property
    def shouting(self) -> bool:
        """Whether the sentence is in capitals, which then say nothing."""
        if self._shouting is None:
            self._shouting = _is_shouting(self.tokens)
        return self._shouting

    def read(self, index: int) -> Reading | None:
        """Read the longest organisation that starts at token `index`."""
        if index not in self._memo:
            if self._depth >= DEEPEST:
                return None
            self._depth += 1
            self._memo[index] = None
            self._memo[index] = self._read(index)
            self._depth -= 1
        return self._memo[index]

    def _read(self, index: int) -> Reading | None:
        tokens = self.tokens
        if index >= len(tokens) or tokens[index].lower not in self.grammar.starts:
            return None
        named = self._named(index)
        found = self.grammar.heads.match(tokens, index)
        if not found or (named and named.end > found[0] and "body" not in found[1].takes):
            return named
        other = self.grammar.others.match(tokens, index)
        if other and other[0] >= found[0] and not (found[1].takes & {"domain"} and read_domain(
                tokens, found[0], found[1], self.grammar)):
            return named
        reading = self._complete(found[1], index, found[0])
        return reading if reading and (not named or reading.end > named.end) else named

    def _named(self, index: int) -> Reading | None:
        for end, entry in self.grammar.names.matches(self.tokens, index):
            written = self.tokens[index].text
            if entry.case == "any" and (written[0].isupper() or " " in entry.form) \
                    or entry.case == "capital" and written[0].isupper() \
                    or entry.case == "exact" and self._is_exact(entry, index, end):
                return Reading(index, end, None, entry)
        return None

    def _is_exact(self, entry: Entry, index: int, end: int) -> bool:
        written = [token.text for token in self.tokens[index:end]]
        return any(form.split() == written or form == "".join(written) for form in entry.forms)

    def _complete(self, head: Head, start: int, end: int) -> Reading | None:
        """Read what follows the head at tokens `start:end`."""
        tokens, takes = self.tokens, head.takes
        if head.capital and not tokens[start].is_capital:
            return None
        domain = topic = inner = nation = unit = branch = None
        at, number = self._number(head, end)
        if "domain" in takes and (found := read_domain(tokens, at, head, self.grammar)) \
                and self._is_written_as_name(found, head, start, end):
            domain, at = found.form, found.end
            if self._goes_on(head, at) and (phrase := self._topic(at, head, start, end)):
                topic, at = phrase, phrase.end
        elif "letters" in takes and at < len(tokens) and len(tokens[at].text) > 1 and tokens[at].text.isupper() \
                and not self.shouting:
            topic, at = TopicReading(at, at + 1, proper=True), at + 1
        elif not self._takes_body(head, at) and (phrase := self._topic(at, head, start, end)):
            topic, at = phrase, phrase.end
        if number is None:
            at, number = self._number(head, at)
        at = self._after_abbreviation(head, at)
        if self._takes_body(head, at):
            inner = self.read(at)
        if inner:
            at = inner.end
        elif ("place" in takes and (unit := read_unit(tokens, at, self.grammar))) \
                or ("country" in takes and (unit := read_country(tokens, at, self.grammar))):
            if unit.many:
                return None
            at = unit.end
            if unit.level == "central" and (local := self._local(at, head)):
                nation, unit, at = unit.name, local, local.end
        if "seat" in takes:
            at = self._seat(at)
        if "branch" in takes and (last := self._branch(at)):
            branch, at = (at, last), last
        reading = Reading(
            start, at, head, None, domain, (topic.start, topic.end) if topic else None,
            number, inner, nation, unit, branch, bool(topic and topic.proper))
        return reading if self._stands(reading, head, end) else None

    def _local(self, at: int, head: Head) -> UnitReading | None:
        unit = read_unit(self.tokens, at, self.grammar) if "place" in head.takes else None
        return unit if unit and unit.word and not unit.many else None

    def _goes_on(self, head: Head, at: int) -> bool:
        """Whether a phrase follows the field of work: "Chi cục Hải quan Cảng Hiệp Phước"."""
        return at < len(self.tokens) and self.tokens[at].is_capital and not self._takes_body(head, at) \
            and read_unit(self.tokens, at, self.grammar) is None

    def _number(self, head: Head, at: int) -> tuple[int, tuple[int, int] | None]:
        last = read_number(self.tokens, at, plain=not head.needs) if "number" in head.takes else None
        return (last, (at, last)) if last else (at, None)

    def _takes_body(self, head: Head, at: int) -> bool:
        if "body" not in head.takes or at >= len(self.tokens):
            return False
        inner = self.read(at)
        return inner is not None and (not head.kinds or inner.kind in head.kinds)

    def _after_abbreviation(self, head: Head, at: int) -> int:
        """Skip an abbreviation in brackets in the middle of a name: "Ủy ban Kiểm tra (UBKT) Huyện ủy"."""
        tokens = self.tokens
        if at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].text.isupper():
            for close in (at + 2, at + 3):
                if close + 1 < len(tokens) and tokens[close].text == ")" and (
                        self._takes_body(head, close + 1)
                        or ("place" in head.takes and read_unit(tokens, close + 1, self.grammar))):
                    return close + 1
        return at

    def _is_written_as_name(self, found: DomainReading, head: Head, start: int, end: int) -> bool:
        """Whether a head and its field are a name as written, not the common words: "bộ nội vụ", "sở y tế"."""
        return end - start > 1 or self.tokens[start].is_capital or self.tokens[end].is_capital or (
            "place" in head.takes and read_unit(self.tokens, found.end, self.grammar) is not None)

    def _topic(self, at: int, head: Head, start: int, end: int) -> TopicReading | None:
        if "topic" not in head.takes or at >= len(self.tokens) or self.shouting:
            return None
        if head.titled and not self.is_after_office(start):
            return None
        if not any(token.is_capital for token in self.tokens[start:at + 1]) and not head.loose:
            return None
        if self._is_syllable(head, start, end) and self._is_compound(at):
            return None
        if head.common and not self.tokens[start].is_capital and not is_common(self.tokens, at, self.grammar):
            return None
        return self._topics.read(at, head, titled=self.is_after_office(start))

    def is_after_office(self, start: int) -> bool:
        """Whether the word of an office stands before token `start`: "Phó Bí thư", "Giám đốc"."""
        return any(" ".join(token.lower for token in self.tokens[max(0, start - size):start]) in self.grammar.offices
                   for size in (1, 2))

    def _is_syllable(self, head: Head, start: int, end: int) -> bool:
        """Whether the head is written as one syllable ("Hội", "Tòa"), which is often another word."""
        return end - start == 1 and (" " not in head.form or not self.tokens[start].text.isupper())

    def _is_compound(self, at: int) -> bool:
        """Whether a one-syllable head and the syllable at token `at` are one common word: "báo cáo", "hội nghị"."""
        head, after = self.tokens[at - 1], self.tokens[at]
        return after.is_capital == head.text.isupper() and bool(
            self.grammar.classes.classes(f"{head.lower} {after.lower}"))

    def _seat(self, at: int) -> int:
        if at < len(self.tokens) and self.tokens[at].lower == "tại":
            unit = read_unit(self.tokens, at + 1, self.grammar)
            if unit and unit.name:
                return unit.end
        return at

    def _branch(self, at: int) -> int | None:
        tokens = self.tokens
        start = at + 1 if at < len(tokens) and tokens[at].text == "-" else at
        if start + 2 < len(tokens) and tokens[start].lower == "chi" and tokens[start + 1].lower == "nhánh":
            unit = read_unit(tokens, start + 2, self.grammar)
            return unit.end if unit else None
        return None

    def _stands(self, reading: Reading, head: Head, end: int) -> bool:
        """Whether what was read is enough to be a name; the head's wording ends at token `end`."""
        start, unit, topic = reading.start, reading.unit, reading.topic
        capital, short = self.tokens[start].is_capital, self._is_syllable(head, start, end)
        if reading.is_bare:
            return head.alone in ("any", "inner") or (head.alone == "capital" and capital)
        if reading.domain or reading.inner:
            return True
        if topic and short and capital and unit is None and topic[1] - topic[0] == 1 and head.needs:
            return False  # "Trường Sơn", "TRƯỜNG TRUNG"
        if topic and topic[1] == reading.end and (not capital or head.kind == "press") and self._is_country(topic):
            return False  # "công ty Mỹ", "Báo Nga"
        if topic and not (reading.proper or unit or reading.number):
            return head.loose and capital and topic[1] - topic[0] > 1
        if unit and not topic and not reading.number and (
                (head.needs and (unit.name is None or not capital)) or (short and not (capital and unit.name))):
            return False
        return capital or not short or any(token.is_capital for token in self.tokens[start:reading.end])

    def _is_country(self, topic: tuple[int, int]) -> bool:
        found = self.grammar.countries.match(self.tokens, topic[0])
        return found is not None and found[0] == topic[1]

    def _starts_body(self, index: int) -> bool:
        """Whether an organisation starts at token `index`: a company, or more than a head and a free phrase."""
        reading = self.read(index)
        return reading is not None and (
            reading.entry is not None or reading.topic is None or reading.kind == "company")


def is_place_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a known name of a unit of two syllables or more starts at token `index`: "Hội An", "Trường Sa"."""
    end = known_name(tokens, index)
    return end is not None and end - index > 1


def _is_shouting(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.kind == "word" and token.text.isalpha()]
    return len(words) > 1 and sum(token.text.isupper() for token in words) > 0.8 * len(words)
