"""Free phrases in the middle of a name: "Quy hoạch xây dựng miền Nam", "Vật liệu Hoàng Gia Phú"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from danvan_cli.find.bodies.grammar import Grammar, Head
from danvan_cli.find.bodies.growth import Growth
from danvan_cli.find.bodies.joins import begins_head, begins_pair, is_joined
from danvan_cli.find.bodies.unit_names import capital_run, known_name, starts_person
from danvan_cli.find.bodies.units import is_numbered, read_unit
from danvan_cli.find.bodies.wordings import (
    common_length,
    is_abbreviation,
    is_adjective,
    is_noun,
    is_verb,
)
from danvan_cli.read.spelling import is_syllable
from danvan_cli.text.tokens import Token, lowered

LONGEST_TOPIC = 22
LONGEST_QUOTE = 12
LONGEST_NUMBER = 3
LONGEST_GIVEN_NAME = 4
"""Letters of the longest country of one syllable that is a given name too: "Nhật", "Pháp"."""
_JOINING = (("C",), ("E",), ("R",))
"""The classes of words that no number counts: conjunctions, prepositions, adverbs."""


class TopicReading(Struct, frozen=True):
    """A free phrase at tokens `start:end`; `proper` where a word in it is capitalised, quoted or a number."""

    start: int
    end: int
    proper: bool


class _Capital(Struct, frozen=True):
    """What begins with a capitalised token, whatever phrase it stands in.

    The common word there, or the word of names if it is longer, ends at token `end`; `single` is one token, `listed`
    a word of names. `verb` tells whether it is mostly a verb, `person` whether a person's name may start here,
    `typed` and `place` whether a place with its level word does and whether the whole run of capitals is a place,
    `country` the end of a country that is no given name.
    """

    end: int
    single: bool
    listed: bool
    verb: bool
    person: bool
    typed: bool
    place: bool
    country: int | None


class TopicReader:
    """Reads free phrases in the tokens of a sentence; `starts_body` tells where another organisation starts."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar, starts_body: Callable[[int], bool]) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.starts_body = starts_body
        self._capitals: dict[int, _Capital] = {}  # every name that runs into a token asks what it is

    def read(self, start: int, head: Head, *, titled: bool) -> TopicReading | None:
        """Read the phrase at token `start` that the head takes.

        `titled` where an office stands before the head, so that its holder's name may follow the phrase.
        """
        growth = Growth(start, 1 if titled else 2)
        limit = min(len(self.tokens), start + LONGEST_TOPIC)
        while growth.end < limit and self._step(growth, head):
            pass
        if growth.solid == start or not (growth.proper or head.loose or growth.common):
            return None
        return TopicReading(start, growth.solid, growth.proper)

    def _step(self, growth: Growth, head: Head) -> bool:
        """Read one word or mark more, if it belongs to the phrase."""
        token = self.tokens[growth.end]
        if token.kind == "mark":
            return self._mark(growth, head)
        if token.kind == "number":
            return self._number(growth)
        if token.is_capital:
            return self._capital(growth, head)
        if head.kind == "press":
            return False
        return self._and(growth) if token.lower == "và" else self._lower(growth, head)

    # ------------------------------------------------------------------------------------ marks and numbers

    def _mark(self, growth: Growth, head: Head) -> bool:
        mark, at = self.tokens[growth.end].text, growth.end + 1
        if mark == '"':
            return (growth.is_empty or head.loose) and self._opens_quote(growth.end) and self._quote(growth)
        if at >= len(self.tokens) or growth.is_empty:
            return False
        if mark == ",":
            listed = not self.tokens[at].is_capital and self.grammar.words.match(self.tokens, at) is not None
            goes_on = listed and (head.loose or (growth.noun and not growth.proper)) and not begins_head(
                self.tokens, at, self.grammar)
            growth.noun = growth.noun and not (goes_on and head.loose)
        else:
            goes_on = mark in "-&/" and self.tokens[at].is_capital and is_joined(self.tokens, at, growth, self.grammar)
        if goes_on:
            growth.link(at)
            growth.names = 0
        return goes_on

    def _opens_quote(self, at: int) -> bool:
        """Whether the quotation mark at token `at` does not end a quotation: "đánh hội đồng" doanh nghiệp."""
        before, mark, after = self.tokens[at - 1], self.tokens[at], self.tokens[min(at + 1, len(self.tokens) - 1)]
        return before.end < mark.start or after.start == mark.end

    def _quote(self, growth: Growth) -> bool:
        for end in range(growth.end + 1, min(len(self.tokens), growth.end + LONGEST_QUOTE)):
            if self.tokens[end].text == '"':
                growth.take(end + 1, proper=True, common=False)
                return True
        return False

    def _number(self, growth: Growth) -> bool:
        """Read a number at the end of a name ("Xây dựng 79"), not one that counts what follows."""
        token, at = self.tokens[growth.end], growth.end + 1
        if growth.is_empty or self._is_counted(at) or not token.text.isdigit() or len(token.text) > LONGEST_NUMBER:
            return False
        growth.take(at, proper=True, common=False)
        return True

    def _is_counted(self, at: int) -> bool:
        """Whether the number before token `at` may count what stands there: anything but "và", "đã", "thi công"."""
        if at >= len(self.tokens) or self.tokens[at].kind != "word" or self.tokens[at].is_capital:
            return False
        end = at + common_length(self.tokens, at, self.grammar)
        act = end > at + 1 and is_verb(self.tokens, at, end, self.grammar)
        return not act and self.grammar.classes.classes(self.tokens[at].lower)[:1] not in _JOINING

    # ---------------------------------------------------------------------------------------------- words

    def _capital(self, growth: Growth, head: Head) -> bool:
        tokens, at = self.tokens, growth.end
        if not growth.is_empty and self.starts_body(at):
            return False
        word = self._capitals.get(at) or self._capital_at(at)
        if word.single and ((growth.country and not word.listed) or (word.person and self._is_person(growth, head))):
            return False
        if "place" in head.takes and (word.typed or (word.place and not (growth.is_empty or growth.is_linked)
                                                     and not (head.kind == "company" and begins_pair(tokens, at)))):
            return False  # a place ends the name: "TP HCM", "Hà Nội"
        country = None if growth.is_empty else word.country
        growth.take(
            country or word.end, proper=True, country=country is not None,
            common=not word.single or (word.listed and not growth.names) or (
                growth.common and is_abbreviation(tokens[at])),
            noun=not (is_verb(tokens, at, country, self.grammar) if country else word.verb))
        return True

    def _capital_at(self, at: int) -> _Capital:
        tokens, grammar = self.tokens, self.grammar
        listed = grammar.words.match(tokens, at)
        end = max(at + common_length(tokens, at, grammar), listed[0] if listed else 0)
        head = grammar.heads.match(tokens, end - 1) if end > at + 2 else None
        if head and head[0] > end:
            end -= 1  # "Đại hội | Đảng bộ tỉnh"
        unit = read_unit(tokens, at, grammar)
        # "Đức", "Nhật" are given names too.
        country = grammar.countries.match(tokens, at)
        self._capitals[at] = _Capital(
            end, end == at + 1, listed is not None, is_verb(tokens, at, end, grammar),
            starts_person(tokens, at, grammar), unit is not None and unit.word is not None,
            (known_name(tokens, at) or at) >= capital_run(tokens, at),  # with a dash: "Bà Rịa - Vũng Tàu"
            country[0] if country and (country[0] - at > 1 or not _may_be_given(tokens[at].text)) else None)
        return self._capitals[at]

    def _is_person(self, growth: Growth, head: Head) -> bool:
        """Whether the person's name that may start here is not the name of the organisation."""
        if head.personal and (growth.is_empty or self.grammar.namesakes.match(self.tokens, growth.end)):
            return False
        run = capital_run(self.tokens, growth.end) - growth.end
        if growth.is_empty:  # two syllables without a common surname are a place: "Đồn Biên phòng Lăng Cô"
            return run > 2 or self.tokens[growth.end].lower in self.grammar.common_surnames
        if growth.names == 1 and run == 2 and is_syllable(self.tokens[growth.end - 1].lower):
            return False  # "Công ty CP Đại | Lộc Phát": a firm's name is seldom one syllable
        return growth.names >= growth.most_names or (not growth.names and run > 2)

    def _lower(self, growth: Growth, head: Head) -> bool:
        tokens, grammar, at = self.tokens, self.grammar, growth.end
        if not (growth.is_empty or growth.common) or ("place" in head.takes and is_numbered(tokens, at, grammar)):
            return False
        for end, use in grammar.words.matches(tokens, at):
            if not any(token.is_capital for token in tokens[at:end]):  # "chuyên Khoa học tự nhiên" is no "chuyên khoa"
                return self._listed(growth, head, end, use)
        if grammar.levels.match(tokens, at) or self.starts_body(at):
            return False
        length = common_length(tokens, at, grammar)
        chunk = lowered(tokens, at, at + length)
        noun = is_noun(tokens, at, at + length, grammar)
        if length > 1:
            goes_on = noun and not growth.is_empty and (growth.proper or head.loose)
        else:  # "rượu Sampanh", "kim loại màu Nghệ Tĩnh", "Môi trường xanh Hậu Giang"
            goes_on = (noun or (not growth.is_empty and is_adjective(tokens[at], grammar))) and (
                at + 1 < len(tokens) and tokens[at + 1].is_capital)
        if goes_on and chunk not in grammar.stops:
            growth.take(at + length, proper=False, common=True, noun=True)
            return True
        return False

    def _listed(self, growth: Growth, head: Head, end: int, use: str) -> bool:
        """Take a word of names up to token `end`; `use` is that of `organisation_words.tsv`."""
        if (use == "about" and not head.loose) or (use == "link" and growth.is_empty and not head.loose) or (
                use == "verb" and growth.noun):
            return False
        if use in ("link", "about"):
            growth.link(end)
        else:
            verb = is_verb(self.tokens, growth.end, end, self.grammar)
            growth.take(end, proper=False, common=True, noun=not verb)
        return True

    def _and(self, growth: Growth) -> bool:
        """Read "và" between two parts of one name, not between two organisations, places or people."""
        tokens, grammar, at = self.tokens, self.grammar, growth.end + 1
        if at >= len(tokens) or growth.is_empty or not growth.common:
            return False
        word = grammar.words.match(tokens, at)
        if begins_head(tokens, at, grammar) or (grammar.plural.match(tokens, at) and not growth.proper):
            return False
        if tokens[at].is_capital:
            joined = common_length(tokens, at, grammar) > 1 and not (
                known_name(tokens, at) or starts_person(tokens, at, grammar))
        else:
            joined = word is not None and not tokens[growth.end - 1].is_capital
        if joined:
            growth.link(at)
            growth.noun = False
        return joined


def _may_be_given(country: str) -> bool:
    """Whether a country of one word may be a given name: "Đức", "Nga", but not "Cuba" nor "Venezuela"."""
    return len(country) < LONGEST_GIVEN_NAME or (len(country) == LONGEST_GIVEN_NAME and not country.isascii())
