"""The middle of a name: a listed field of work, a number, or a free phrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from danvan_cli.find.bodies.grammar import Grammar, Head
from danvan_cli.find.bodies.units import capital_run, known_name, read_unit, starts_person
from danvan_cli.text.tokens import Token

LONGEST_TOPIC = 16
LONGEST_QUOTE = 12
LONGEST_WORD = 4
_ROMAN = regex.compile(r"[IVX]++")
_CODE = regex.compile(r"\p{Lu}{1,3}\d{1,3}")


@dataclass(frozen=True, slots=True)
class DomainReading:
    """A field of work read up to token `end`; `form` is its official wording."""

    end: int
    form: str


@dataclass(frozen=True, slots=True)
class TopicReading:
    """A free phrase at tokens `start:end`; `proper` where a word in it is capitalised, quoted or a number."""

    start: int
    end: int
    proper: bool


def read_domain(tokens: Sequence[Token], index: int, head: Head, grammar: Grammar) -> DomainReading | None:
    """Read a listed field of work that fits the head, in full or abbreviated."""
    if index >= len(tokens):
        return None
    for end, domains in grammar.domains.matches(tokens, index):
        for domain in domains:
            if domain.fits(head):
                return DomainReading(end, domain.form)
    if not tokens[index].text.isupper():
        return None
    end = _abbreviation_end(tokens, index)
    while end > index:
        letters = "".join(char for token in tokens[index:end] for char in token.text if char.isalnum())
        for domain in grammar.abbreviations.get(letters.upper(), ()):
            if domain.fits(head):
                return DomainReading(end, domain.form)
        end -= 1
    return None


def read_number(tokens: Sequence[Token], index: int, *, plain: bool) -> int | None:
    """Read a number that names: "số 1", "III", "PC45", and, with `plain`, "316"; give its end."""
    if index < len(tokens) and tokens[index].lower == "số":
        index, plain = index + 1, True
    if index >= len(tokens):
        return None
    token = tokens[index]
    named = (plain and token.text.isdigit() and len(token.text) < 5) or (
        token.kind == "word" and (_ROMAN.fullmatch(token.text) or _CODE.fullmatch(token.text)))
    return index + 1 if named else None


def is_common(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a common word or an abbreviation of several letters stands at token `index`."""
    text = tokens[index].text
    lowers = [token.lower for token in tokens[index:index + 2] if token.kind == "word"]
    return (len(text) > 1 and text.isupper()) or grammar.classes.longest(lowers, 0) > 1 \
        or grammar.words.match(tokens, index) is not None


class TopicReader:
    """Reads free phrases in the tokens of a sentence; `starts_body` tells where another organisation starts."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar, starts_body: Callable[[int], bool]) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.starts_body = starts_body

    def read(self, start: int, head: Head, *, titled: bool) -> TopicReading | None:
        """Read the phrase at token `start` that the head takes.

        `titled` where an office stands before the head, so that its holder's name may follow the phrase.
        """
        growth = _Growth(start, 1 if titled else 2)
        limit = min(len(self.tokens), start + LONGEST_TOPIC)
        while growth.end < limit:
            if not self._step(growth, head):
                break
        end = growth.solid
        if end == start or not (growth.proper or head.loose or growth.common):
            return None
        return TopicReading(start, end, growth.proper)

    def _step(self, growth: _Growth, head: Head) -> bool:
        token = self.tokens[growth.end]
        if token.kind == "mark":
            return self._mark(growth, token, head)
        if token.kind == "number":
            return self._number(growth)
        if token.is_capital:
            return self._capital(growth, head)
        return self._lower(growth, head)

    def _mark(self, growth: _Growth, token: Token, head: Head) -> bool:
        tokens, at = self.tokens, growth.end
        if token.text == '"':
            return growth.end == growth.start and self._quote(growth)
        if token.text == "," and head.loose and growth.end > growth.start and at + 1 < len(tokens) \
                and not tokens[at + 1].is_capital and self.grammar.words.match(tokens, at + 1):
            growth.link(at + 1)
            growth.noun = False
            return True
        if token.text not in "-&/" or at == growth.start or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
            return False
        tight = tokens[at - 1].end == token.start and token.end == tokens[at + 1].start
        if not (tight or token.text == "&"):
            common = self._common_length(at + 1) > 1 or self.grammar.words.match(tokens, at + 1) is not None
            if token.text != "-" or common != growth.common or self._is_apposition(at + 1):
                return False
        growth.link(at + 1)
        return True

    def _is_apposition(self, at: int) -> bool:
        """Whether what follows a dash is another name: a person, a place, an organisation, a caption."""
        tokens, grammar = self.tokens, self.grammar
        run = capital_run(tokens, at)
        return (tokens[at].lower in grammar.any_surnames or known_name(tokens, at) == run or tokens[at].lower in grammar.stops
                or grammar.heads.match(tokens, at) is not None or grammar.names.match(tokens, at) is not None)

    def _quote(self, growth: _Growth) -> bool:
        for end in range(growth.end + 1, min(len(self.tokens), growth.end + LONGEST_QUOTE)):
            if self.tokens[end].text == '"':
                growth.take(end + 1, proper=True, common=False)
                return True
        return False

    def _number(self, growth: _Growth) -> bool:
        at = growth.end + 1
        after = self.tokens[at] if at < len(self.tokens) else None
        if growth.end == growth.start or (after and after.kind == "word" and not after.is_capital) \
                or not self.tokens[growth.end].text.isdigit() or len(self.tokens[growth.end].text) > 3:
            return False
        growth.take(at, proper=True, common=False)
        return True

    def _capital(self, growth: _Growth, head: Head) -> bool:
        tokens, grammar, at = self.tokens, self.grammar, growth.end
        if at > growth.start and self.starts_body(at):
            return False
        length = self._common_length(at)
        if starts_person(tokens, at, grammar) and length == 1:
            if at == growth.start and not head.personal:
                return False
            if growth.names >= growth.most_names or (at > growth.start and not growth.names and capital_run(tokens, at) - at > 2):
                return False
        if "place" in head.takes and self._is_place(at, growth):
            return False
        if growth.country and length == 1 and not grammar.words.match(tokens, at):
            return False
        common = length > 1 or grammar.words.match(tokens, at) is not None or (
            growth.common and len(tokens[at].text) > 1 and tokens[at].text.isupper())
        country = grammar.countries.match(tokens, at) if at > growth.start else None
        if country and country[0] - at == 1:  # "Đức", "Nhật" are given names too
            country = None
        growth.take(country[0] if country else at + length, proper=True, common=common)
        growth.country = country is not None
        growth.noun = self._is_noun(at, growth.end)
        return True

    def _is_place(self, at: int, growth: _Growth) -> bool:
        """Whether the name ends in a place at token `at`: "TP HCM", "Hà Nội"."""
        if at > growth.start and known_name(self.tokens, at) == capital_run(self.tokens, at):
            return True
        unit = read_unit(self.tokens, at, self.grammar)
        return unit is not None and unit.word is not None

    def _lower(self, growth: _Growth, head: Head) -> bool:
        tokens, grammar, at = self.tokens, self.grammar, growth.end
        if head.kind == "press":
            return False
        if tokens[at].lower == "và":
            return self._and(growth)
        if growth.end > growth.start and not growth.common:
            return False
        if grammar.levels.match(tokens, at) and not grammar.words.match(tokens, at):
            return False
        word = grammar.words.match(tokens, at)
        if word:
            end, use = word
            if (use == "about" and not head.loose) or (use == "link" and growth.end == growth.start) \
                    or (use == "verb" and growth.noun):
                return False
            if use in ("link", "about"):
                growth.link(end)
            else:
                growth.take(end, proper=False, common=True)
                growth.noun = self._is_noun(at, end)
            return True
        length = self._common_length(at)
        if not (growth.proper or (head.loose and growth.end > growth.start)) or (length == 1 and not self._is_inside(at)) or self.starts_body(at):
            return False
        chunk = " ".join(token.lower for token in tokens[at:at + length])
        if chunk in grammar.stops or grammar.classes.classes(chunk)[:1] != ("N",):
            return False
        growth.take(at + length, proper=False, common=True)
        growth.noun = True
        return True

    def _is_noun(self, start: int, end: int) -> bool:
        word = " ".join(token.lower for token in self.tokens[start:end])
        return self.grammar.classes.classes(word)[:1] == ("N",)

    def _is_inside(self, at: int) -> bool:
        """Whether a capitalised word follows the one at token `at`: "Công ty rượu Sampanh"."""
        return at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital

    def _and(self, growth: _Growth) -> bool:
        tokens, at = self.tokens, growth.end + 1
        if at >= len(tokens) or not growth.common or growth.end == growth.start:
            return False
        if self.starts_body(at) or self.grammar.heads.match(tokens, at):
            return False
        if tokens[at].is_capital:
            if self._common_length(at) == 1 or known_name(tokens, at) or starts_person(tokens, at, self.grammar):
                return False
        elif not self.grammar.words.match(tokens, at) or tokens[growth.end - 1].is_capital:
            return False
        growth.link(at)
        return True

    def _common_length(self, index: int) -> int:
        end = index
        while end < len(self.tokens) and end - index < LONGEST_WORD and self.tokens[end].kind == "word":
            end += 1
        return self.grammar.classes.longest([token.lower for token in self.tokens[index:end]], 0) if end > index else 1


class _Growth:
    """A phrase while it grows.

    `solid` is where it may end, `common` whether its last word is a common one, `names` how many capitalised
    words that are none it ends in, `most_names` after how many a person's name may begin, `country` whether
    it ends in the name of a country, `noun` whether in a noun.
    """

    __slots__ = ("common", "country", "end", "most_names", "names", "noun", "proper", "solid", "start")

    def __init__(self, start: int, most_names: int) -> None:
        self.start = self.end = self.solid = start
        self.proper = self.common = self.country = self.noun = False
        self.most_names = most_names
        self.names = 0

    def take(self, end: int, *, proper: bool, common: bool) -> None:
        self.end = self.solid = end
        self.proper = self.proper or proper
        self.names = self.names + 1 if proper and not common else 0
        self.common = common

    def link(self, end: int) -> None:
        self.end = end


def _abbreviation_end(tokens: Sequence[Token], index: int) -> int:
    """Give the end of an abbreviation that spaces may break: "NN & PTNT", "LĐ-TB và XH"."""
    end = index + 1
    while end + 1 < len(tokens) and tokens[end].text in ("&", "-", "và", ",") and tokens[end + 1].text.isupper() \
            and end - index < 7:
        end += 2
    return end
