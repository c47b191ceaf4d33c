"""A line: the tokens of a sentence with its bodies, and what can be asked about a place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct, field

from danvan_cli.find.bodies.fields import FieldReading, read_field
from danvan_cli.find.bodies.grammar import Grammar, Head, grammar_of
from danvan_cli.find.mentions import BodyMention
from danvan_cli.find.name_shape import NameWords, capital_run, is_place, is_vietnamese, name_words, place_at
from danvan_cli.find.titles import Title, TitleGrammar, match_title, title_grammar
from danvan_cli.lexicon import Gazetteer, Lexicon, Match
from danvan_cli.lexicon.word_classes import WordClasses, load_word_classes
from danvan_cli.text.tokens import Token, tokenise


class BodySpan(NamedTuple):
    """A body at tokens `start:end`."""

    start: int
    end: int
    body: BodyMention


class LineWords(Struct, frozen=True):
    """The words that tell where an office ends.

    `roles` are those of `office_complements.toml`; `heads` gives the organisation of a title's unit ("cục").
    """

    titles: TitleGrammar
    names: NameWords
    complements: Gazetteer
    roles: Mapping[str, Gazetteer]
    countries: Gazetteer
    speech: Gazetteer
    ranks: Gazetteer
    classes: WordClasses
    grammar: Grammar
    heads: Mapping[str, Head]


@cache
def line_words(lexicon: Lexicon) -> LineWords:
    """Give the words of a lexicon for reading lines."""
    entries = lexicon.entries("office_complements")
    roles = {role: Gazetteer(entry for entry in entries if entry.get("role") == role)
             for role in ("part", "and", "number", "seat", "home", "centre", "this", "of")}
    grammar = grammar_of(lexicon)
    units = {str(entry.get("unit")) for entry in lexicon.entries("titles") if entry.get("sector") != "any"}
    found = {unit: grammar.heads.match(tokenise(unit), 0) for unit in units}
    return LineWords(
        title_grammar(lexicon), name_words(lexicon),
        Gazetteer(entry for entry in entries if entry.get("role") not in roles),
        roles, lexicon.gazetteer("countries"), lexicon.gazetteer("speech_verbs"),
        lexicon.gazetteer("ranks"), load_word_classes(), grammar,
        {unit: match[1] for unit, match in found.items() if match})


class Line(Struct, frozen=True):
    """The tokens of a sentence and its bodies by their first token. Indices are those of tokens."""

    tokens: Sequence[Token]
    bodies: Mapping[int, BodySpan]
    words: LineWords
    _titles: dict[int, Title | None] = field(default_factory=dict)

    def title(self, index: int) -> Title | None:
        """Give the longest title at `index`, read once."""
        if self.tokens[index].lower not in self.words.titles.starts:
            return None  # by far the most tokens
        if index not in self._titles:
            self._titles[index] = match_title(self.tokens, index, self.words.titles)
        return self._titles[index]

    def is_at(self, index: int, text: str) -> bool:
        """Whether the token at `index` is a certain mark."""
        return index < len(self.tokens) and self.tokens[index].text == text

    def has(self, index: int, role: str) -> bool:
        """Whether a word of a role stands at `index`."""
        return self.match(self.words.roles[role], index) is not None

    def match(self, words: Gazetteer, index: int) -> Match | None:
        """Give the longest entry at `index`, None where there is none or the line ends."""
        return words.match(self.tokens, index)

    def is_lower(self, index: int) -> bool:
        """Whether a word in small letters stands at `index`."""
        return index < len(self.tokens) and self.tokens[index].text.islower()

    def is_capital(self, index: int) -> bool:
        """Whether a capitalised word stands at `index`."""
        return index < len(self.tokens) and self.tokens[index].is_capital

    def is_abbreviation(self, index: int) -> bool:
        """Whether a word in two or more capitals stands at `index`."""
        return self.is_capital(index) and len(self.tokens[index].text) > 1 and self.tokens[index].text.isupper()

    def is_roman(self, index: int) -> bool:
        """Whether a Roman number stands at `index` ("quý III", "Quân khu V")."""
        return index < len(self.tokens) and self.tokens[index].text.strip("IVX") == ""

    def is_number(self, index: int) -> bool:
        """Whether a number stands at `index`."""
        return index < len(self.tokens) and self.tokens[index].kind == "number"

    def field(self, title: Title) -> FieldReading | None:
        """Give the listed field of work right after a title that a unit of it has: "Thứ trưởng | Công Thương"."""
        head = self.words.heads.get(title.entry.get("unit", ""))
        if head is None or not (self.is_capital(title.end) or self.is_lower(title.end)):
            return None
        return read_field(self.tokens, title.end, head, self.words.grammar)

    def run(self, at: int) -> int:
        """Give the end of the capitals at `at`, cut where a title or a body begins."""
        stop = capital_run(self.tokens, at)
        for index in range(at + 1, stop):
            if index in self.bodies or self.title(index):
                return index
        return stop

    def word_length(self, index: int) -> int:
        """Give how many tokens from `index` on make the longest common word."""
        lowers = [token.lower for token in self.tokens[index:index + 4] if token.kind == "word"]
        return self.words.classes.longest(lowers, 0)

    def is_cut(self, end: int) -> bool:
        """Whether the words around `end` are halves of a common word, the second in small letters."""
        return self.is_lower(end) and self.words.classes.is_pair(self.tokens[end - 1], self.tokens[end])

    def known_place(self, at: int, stop: int) -> int | None:
        """Give the end of a known place at `at`, its second half after a hyphen too ("Thừa Thiên - Huế")."""
        end = place_at(self.tokens, at, stop, self.words.names)
        if end == at:
            return None
        if end == stop and self.is_at(end, "-") and self.is_capital(end + 1):
            second = self.run(end + 1)
            for last in range(second, end + 1, -1):
                if is_place(self.tokens, at, last, self.words.names):
                    return last
        return end

    def country(self, at: int, title_end: int) -> int | None:
        """Give the end of the foreign country at `at`: "Đức", but not in "Tuy Đức", "Việt - Đức" or "Đức Trọng".

        `title_end` is the end of the title before it, whose last word may be capitalised.
        """
        found = self.match(self.words.countries, at)
        if found is None:
            return None
        inside = at > title_end and (self.is_capital(at - 1) or self.is_at(at - 1, "-"))
        if inside or not self.is_capital(at) or self.has(at, "home"):
            return None
        if self.word_length(at) > found.end - at:  # "Pháp chế"
            return None
        rest = capital_run(self.tokens, found.end) - found.end
        inside = rest == 1 and found.end - at == 1 and is_vietnamese(self.tokens[found.end])
        return None if inside else found.end
