"""Reading a name of an organisation at a token: a head and what follows it, or a listed name."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.bodies.completion import Completion
from danvan_cli.find.bodies.fields import read_field
from danvan_cli.find.bodies.grammar import Grammar, Head
from danvan_cli.find.bodies.reading import Reading, Span
from danvan_cli.find.bodies.topics import TopicReader
from danvan_cli.find.bodies.units import branch_end, read_unit
from danvan_cli.find.bodies.wordings import is_verb
from danvan_cli.lexicon import Entry
from danvan_cli.read.spelling import is_syllable
from danvan_cli.text.tokens import Token, lowered

DEEPEST = 6
"""How many organisations may be nested in one name."""
SHOUTING = 0.8
"""The share of words in capitals above which a sentence is taken to be written in capitals."""


class Reader:
    """Reads organisations in the tokens of one sentence; each token is read once. `topics` reads free phrases."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.topics = TopicReader(tokens, grammar, self._starts_body)
        self._memo: dict[int, Reading | None] = {}
        self._shouting: bool | None = None
        self._depth = 0

    @property
    def shouting(self) -> bool:
        """Whether the sentence is in capitals, which then say nothing."""
        if self._shouting is None:
            words = [token.text for token in self.tokens if token.kind == "word" and token.text.isalpha()]
            self._shouting = len(words) > 1 and sum(map(str.isupper, words)) > SHOUTING * len(words)
        return self._shouting

    def read(self, index: int) -> Reading | None:
        """Read the longest organisation that starts at token `index`."""
        if not self._may_start(index):
            return None  # by far the most tokens
        if index not in self._memo:
            if self._depth >= DEEPEST:
                return None
            self._depth += 1
            self._memo[index] = None
            self._memo[index] = self._read(index)
            self._depth -= 1
        return self._memo[index]

    def is_after_office(self, start: int, *, chair: bool = False) -> bool:
        """Whether the word of an office, or of one in the chair, ends before token `start`: "Phó Bí thư", "Trưởng"."""
        offices = self.grammar.chairs if chair else self.grammar.offices
        return any(
            lowered(self.tokens, max(0, start - size), start) in offices for size in (1, 2))

    def _may_start(self, index: int) -> bool:
        """Whether the token at `index`, with the one after it, begins a head or a listed name."""
        seconds = self.grammar.starts.get(self.tokens[index].lower) if index < len(self.tokens) else None
        return seconds is not None and (
            "" in seconds or (index + 1 < len(self.tokens) and self.tokens[index + 1].lower in seconds))

    def _read(self, index: int) -> Reading | None:
        named = self._named(index) if self.tokens[index].lower in self.grammar.names.first_words else None
        found = self.grammar.heads.match(self.tokens, index)
        if not found or (named and named.end > found[0] and "body" not in found[1].takes):
            return named
        end, head = found
        if self._is_other(index, end, head):
            return named
        reading = self._headed(head, (index, end))
        return reading if reading and (not named or reading.end > named.end) else named

    def _named(self, index: int) -> Reading | None:
        """Read a listed name in the case that its entry asks for."""
        capital = self.tokens[index].text[0].isupper()
        for end, entry in self.grammar.names.matches(self.tokens, index):
            if entry.case == "exact":
                fits = self._is_exact(entry, index, end)
            else:
                fits = capital or (entry.case == "any" and " " in entry.form)
            if fits:
                return self._local(index, end, entry)
        return None

    def _local(self, index: int, end: int, entry: Entry) -> Reading:
        """Read the branch or the place after a listed name: "VNPT Quảng Ngãi"."""
        branch = branch_end(self.tokens, end, self.grammar) if entry.get("kind") == "company" else None
        if branch:
            return Reading(index, branch, None, entry, branch=(end, branch))
        unit = read_unit(self.tokens, end, self.grammar) if entry.get("place") else None
        if unit and unit.name and unit.level != "central":
            return Reading(index, unit.end, None, entry, unit=unit)
        return Reading(index, end, None, entry)

    def _is_exact(self, entry: Entry, index: int, end: int) -> bool:
        written = [token.text for token in self.tokens[index:end]]
        return any(form.split() == written or form == "".join(written) for form in entry.forms)

    def _is_other(self, index: int, end: int, head: Head) -> bool:
        """Whether a wording that is no organisation starts with the head at tokens `index:end`: "đại hội"."""
        other = self.grammar.others.match(self.tokens, index)
        return bool(other and other[0] >= end and not (
            "domain" in head.takes and read_field(self.tokens, end, head, self.grammar)))

    def _headed(self, head: Head, span: Span) -> Reading | None:
        """Read the head at a span of tokens with what follows, if together they are enough to be a name."""
        if head.capital and not self.tokens[span[0]].is_capital:
            return None
        completion = Completion(head, span, self)
        reading = completion.complete()
        return reading if reading and self._stands(reading, head, short=completion.is_syllable) else None

    def _stands(self, reading: Reading, head: Head, *, short: bool) -> bool:
        """Whether what was read is enough to be a name; `short` where the head is written as one syllable."""
        capital, topic, unit = self.tokens[reading.start].is_capital, reading.topic, reading.unit
        if reading.is_bare:
            return head.alone in ("any", "inner") or (head.alone == "capital" and capital)
        if head.typed and not (unit and unit.word and unit.name):
            return False
        if reading.domain or (reading.inner and not (short and not topic and not reading.number)):
            return True
        if (reading.inner and head.kind == "mass_organisation" and reading.inner.kind == "public_service"
                and self.is_after_office(reading.start)):
            return True  # "Bí thư Đoàn Trường Đại học Tây Nguyên"
        if topic:
            return self._topic_stands(reading, head, topic, capital=capital, short=short)
        if reading.inner or (unit and not reading.number and (head.needs or short) and not (
                capital and unit.name and not (head.needs and unit.level == "central"))):
            return False
        return capital or not short or self._has_capital(reading)

    def _topic_stands(self, reading: Reading, head: Head, topic: Span, *, capital: bool, short: bool) -> bool:
        length = topic[1] - topic[0]
        if (short and capital and head.needs and length == 1 and not reading.unit
                and not self.is_after_office(reading.start) and is_syllable(self.tokens[topic[0]].lower)):
            return False  # "Trường Sơn", but "Trưởng Khoa Nhiễm", "Viện Goethe"
        if topic[1] == reading.end and (head.kind == "press" or not capital) and self._is_country(topic):
            return False  # "Báo Nga", "công ty Mỹ"
        if not (reading.proper or reading.unit or reading.number):
            # "Viện giống cây trồng" in the middle of a sentence, where a capital says something
            return capital and length > 1 and not is_verb(self.tokens, *topic, self.grammar) and (
                head.loose or self._is_inside_sentence(reading.start))
        return capital or not short or self._has_capital(reading)

    def _is_inside_sentence(self, index: int) -> bool:
        """Whether a word stands before token `index`, so that its capital says something."""
        return not self.tokens[index].text.isupper() and any(
            token.kind == "word" for token in self.tokens[max(0, index - 2):index])

    def _has_capital(self, reading: Reading) -> bool:
        return any(token.is_capital for token in self.tokens[reading.start:reading.end])

    def _is_country(self, span: Span) -> bool:
        found = self.grammar.countries.match(self.tokens, span[0])
        return found is not None and found[0] == span[1]

    def _starts_body(self, index: int) -> bool:
        """Whether an organisation starts at token `index` that cannot go on another's name.

        A head and a free phrase can ("Ban Quản lý" + "Trung tâm …"), save a company's, and so can a brand.
        """
        reading = self.read(index)
        if reading is None:
            return False
        if reading.entry:
            return reading.kind != "company"
        return reading.topic is None or reading.kind == "company"
