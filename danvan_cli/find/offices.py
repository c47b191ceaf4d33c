"""Offices: a title with the body and the place it is held in, cut where the office ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from danvan_cli.find.mentions import BodyMention, OfficeMention
from danvan_cli.find.name_shape import NameWords, capital_run, is_place, is_vietnamese, name_words, opener, place_at, split_run
from danvan_cli.find.titles import Title, TitleGrammar, match_title, title_grammar
from danvan_cli.lexicon import Gazetteer, Lexicon, Match
from danvan_cli.lexicon.word_classes import WordClasses, load_word_classes
from danvan_cli.text.tokens import Token


LONGEST_FIELD = 6  # syllables of a field in small letters after a title ("kế hoạch tài chính")


class Office(NamedTuple):
    """An office at tokens `start:end`; `title` is its title, `bare` one without body or place."""

    start: int
    end: int
    title: Title
    bare: bool
    mention: OfficeMention


class BodySpan(NamedTuple):
    """A body at tokens `start:end`."""

    start: int
    end: int
    body: BodyMention


@dataclass(frozen=True, slots=True)
class _Complements:
    words: Gazetteer  # units, villages and plain words
    parts: Gazetteer
    countries: Gazetteer
    speech: Gazetteer
    enterprises: tuple[str, ...]


@cache
def _complements(lexicon: Lexicon) -> _Complements:
    entries = lexicon.entries("office_complements")
    return _Complements(
        Gazetteer(entry for entry in entries if entry.get("role") != "part"),
        Gazetteer(entry for entry in entries if entry.get("role") == "part"),
        lexicon.gazetteer("countries"), lexicon.gazetteer("speech_verbs"),
        tuple(sorted(lexicon.words("state_enterprises"))))


def find_offices(tokens: Sequence[Token], bodies: Mapping[int, BodySpan], lexicon: Lexicon) -> list[Office]:
    """Find the offices among the tokens of a sentence; `bodies` are its organisations by their first token."""
    reader = _Reader(tokens, bodies, title_grammar(lexicon), name_words(lexicon), _complements(lexicon),
                     load_word_classes())
    found: list[Office] = []
    index = 0
    while index < len(tokens):
        opens = tokens[index].lower in reader.grammar.first_words
        title = match_title(tokens, index, reader.grammar) if opens else None
        office = reader.office(title) if title else None
        if office:
            found.append(office)
            index = office.end
        elif index in bodies:
            index = max(index + 1, bodies[index].end)
        else:
            index += 1
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what follows a title in one sentence."""

    tokens: Sequence[Token]
    bodies: Mapping[int, BodySpan]
    grammar: TitleGrammar
    names: NameWords
    complements: _Complements
    word_classes: WordClasses

    def office(self, title: Title) -> Office | None:
        """Give the office whose title is `title`, None where the words are none."""
        end, body, rule = self._complement(title)
        bare = end == title.end and not title.entry.get("whole") and not title.entry.get("body")
        needs = title.entry.get("needs")
        if needs == "body" and body is None:
            return None
        if body and body.start < title.end and title.unit is not None:
            rule = "office.title-unit-body"
        mention = OfficeMention(
            self.tokens[title.start].start, self._offset(end, body), self._wording(title.start, title.end),
            title.head, body.body if body else None, title.entry.get("body"), title.former, bare, title.plural,
            self._is_private(title, body, end), rule)
        return Office(title.start, end, title, bare, mention)

    def _complement(self, title: Title) -> tuple[int, BodySpan | None, str]:
        """Give where the office ends, its body, and the rule that told."""
        if body := self._body(title):
            end = self._higher_body(body) or self._rest(body)
            return self._places(end), body, "office.title-body"
        end = self._words(title)
        if end > title.end:
            return self._places(end), None, "office.title-words"
        return end, None, "office.title"

    def _body(self, title: Title) -> BodySpan | None:
        """Give the body of a title: right after it, from its own unit on, or after a comma."""
        if after := self.bodies.get(title.end):
            return after
        for at in range(title.start + 1, title.end):  # "Trưởng | Ban Dân vận", "Ủy viên | Ban Thường vụ Tỉnh ủy"
            own = self.bodies.get(at)
            if own and own.end > title.end:
                return own
        if self._is(title.end, ",") and (apposed := self.bodies.get(title.end + 1)):
            unit = self.tokens[title.unit].lower if title.unit is not None else title.entry.get("unit")
            if unit and self.tokens[apposed.start].lower == unit:
                return apposed
        return None

    def _higher_body(self, body: BodySpan) -> int | None:
        """Give the end of the body above this one, named after a comma ("Vụ Địa phương III, Ban …")."""
        above = self.bodies.get(body.end + 1) if self._is(body.end, ",") else None
        if above and self._match(self.complements.parts, body.start) and not self._match(self.complements.parts, above.start):
            return above.end
        return None

    def _rest(self, body: BodySpan) -> int:
        """Give the end of a body whose last word was cut in two: "Huyện ủy Đức | Trọng", "Vụ Quản | lý đất đai"."""
        last, end = self.tokens[body.end - 1], body.end
        if end >= len(self.tokens) or not last.is_capital or self.tokens[end].start != last.end + 1:
            return end
        pair = [last.lower, self.tokens[end].lower]
        if self.tokens[end].text.islower() and self.word_classes.longest(pair, 0) == 2:
            return max(end + 1, self._lower_domain(end + 1))
        run = self._run(end) if self.tokens[end].is_capital else end
        alone = run == end + 1 and opener(self.tokens, end - 1, self.names) is not None
        return run if alone and end not in self.bodies and is_vietnamese(self.tokens[end]) else end

    def _places(self, end: int) -> int:
        """Go on over the units that contain the office's, each after a comma: ", xã Tạ Bú, huyện Mường La"."""
        while self._is(end, ",") and (unit := self._match(self.complements.words, end + 1)):
            if unit.entry.get("role") == "word" or not self.tokens[end + 1].text[0].islower() or unit.end >= len(self.tokens):
                break
            stop = self._place_name(unit.end)
            if stop == unit.end:
                break
            end = stop
        return end

    def _words(self, title: Title) -> int:
        """Read on where no body was found: units with their names, words of bodies, capitalised domains."""
        end = title.end
        if title.village:
            return self._village(end)
        while end < len(self.tokens):
            if title.entry.get("abroad") and (post := self._post_abroad(end)) > end:
                return post
            if country := self._country(end, title.end):
                return country
            if self.tokens[end].is_capital and (place := self._known_place(end, self._run(end))):
                end = place
                continue
            if word := self._word(end):
                end = word.end if word.entry.get("role") == "word" else self._place_name(word.end)
            elif self.tokens[end].is_capital:
                stop = self._domain(end)
                if stop == end:
                    break
                end = stop
            elif (self.tokens[end].lower in ("và", "&") and end > title.end and end + 1 < len(self.tokens)
                  and self.tokens[end + 1].is_capital and self._domain(end + 1) > end + 1
                  and not match_title(self.tokens, end + 1, self.grammar) and end + 1 not in self.bodies):
                end = self._domain(end + 1)
            else:
                break
        goes_on = title.unit is not None if end == title.end else self.tokens[end - 1].text.islower()
        return self._lower_domain(end) if goes_on else end

    def _word(self, at: int) -> Match | None:
        """Give the complement word at `at`, unless it only begins a longer common word ("hội đàm", "báo cáo")."""
        word = self._match(self.complements.words, at)
        if word is None:
            return None
        lowers = [token.lower for token in self.tokens[at:at + 4] if token.kind == "word"]
        return word if self.word_classes.longest(lowers, 0) <= word.end - at else None

    def _lower_domain(self, at: int) -> int:
        """Give the end of a field in small letters that a mark or a name closes: "trưởng phòng | đô thị)"."""
        end = at
        while end < len(self.tokens) and end - at <= LONGEST_FIELD and self.tokens[end].text.islower():
            if self._match(self.complements.speech, end) or end in self.bodies:
                return at
            end += 1
        closed = end == len(self.tokens) or self.tokens[end].kind == "mark" or (
            self.tokens[end].is_capital and end not in self.bodies)
        return end if closed and end - at <= LONGEST_FIELD else at

    def _post_abroad(self, at: int) -> int:
        """Give the end of "Việt Nam tại Lào" at `at`, which names the post of an ambassador."""
        end = at + 2
        if [token.lower for token in self.tokens[at:end]] != ["việt", "nam"]:
            return at
        seat = self._match(self.complements.countries, end + 1) if self._is(end, "tại") else None
        return seat.end if seat else end

    def _village(self, end: int) -> int:
        """Read the name or number of a village, and the village a chapter is in ("phụ nữ bản")."""
        stop = self._place_name(end)
        if stop == end:
            while word := self._word(stop):
                stop = self._place_name(word.end)
        return stop

    def _place_name(self, at: int) -> int:
        """Give the end of the name or number of a unit that may stand at `at`."""
        if at >= len(self.tokens):
            return at
        if self._is(at, "số") and at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "number":
            return at + 2
        token = self.tokens[at]
        if token.kind == "number" or (token.text.isupper() and token.text.strip("IVX") == ""):
            return at + 1
        if not token.is_capital:
            return at
        stop = self._run(at)
        if known := self._known_place(at, stop):
            return known
        start = split_run(self.tokens, at, stop, self.names)
        if start is None or start == at:
            # A name right after a unit word is the unit's, unless a surname opens three syllables that are no place.
            named = start == at and stop - at >= 3 and not is_place(self.tokens, at, stop, self.names)
            return at if named else stop
        return start

    def _known_place(self, at: int, stop: int) -> int | None:
        """Give the end of a known place at `at`, its second half after a hyphen too ("Thừa Thiên - Huế")."""
        end = place_at(self.tokens, at, stop, self.names)
        if end == at:
            return None
        if end == stop and self._is(end, "-") and end + 1 < len(self.tokens) and self.tokens[end + 1].is_capital:
            second = self._run(end + 1)
            for last in range(second, end + 1, -1):
                if is_place(self.tokens, at, last, self.names):
                    return last
        return end

    def _domain(self, at: int) -> int:
        """Give the end of capitalised words that name a body or its field: "Nội vụ", "Hà Nội"."""
        token = self.tokens[at]
        if match_title(self.tokens, at, self.grammar) or at in self.bodies:
            return at
        lowers = [t.lower for t in self.tokens[at:at + 4] if t.kind == "word"]
        length = self.word_classes.longest(lowers, 0)
        if length > 1 and self.tokens[at + 1].text.islower():
            return at + length
        stop = self._run(at)
        if not all(map(is_vietnamese, self.tokens[at:stop])) and not is_place(self.tokens, at, stop, self.names):
            return at
        start = split_run(self.tokens, at, stop, self.names)
        if start is None:
            known = opener(self.tokens, at, self.names) is None or is_place(self.tokens, at, stop, self.names)
            return stop if known and not token.text.isupper() else at
        return start

    def _run(self, at: int) -> int:
        """Give the end of the capitals at `at`, cut where a title or a body begins."""
        stop = capital_run(self.tokens, at)
        for index in range(at + 1, stop):
            if index in self.bodies or match_title(self.tokens, index, self.grammar):
                return index
        return stop

    def _is_private(self, title: Title, body: BodySpan | None, end: int) -> bool:
        """Whether an office is that of a company or a foreign state, or may be one for all that is said here."""
        if self._is_foreign(title, body, end):
            return True
        if body is None:
            unknown = end < len(self.tokens) and self._is_unknown(end)
            return unknown or (title.entry.get("sector") == "any" and end == title.end)
        name = body.body.name.lower()
        if body.body.kind == "international":
            return True
        return body.body.kind == "company" and not any(word in name for word in self.complements.enterprises)

    def _is_foreign(self, title: Title, body: BodySpan | None, end: int) -> bool:
        """Whether the last words before `end`, or the first after it, are a foreign country, and Viet Nam is not named."""
        lowers = [token.lower for token in self.tokens[title.start:end]]
        if "việt" in lowers:
            return False
        return any(self._country(at, title.end) for at in range(max(title.end, end - 4), end + 1))

    def _country(self, at: int, title_end: int) -> int | None:
        """Give the end of the foreign country at `at`: "Đức", but not in "Tuy Đức" or "Đức Trọng"."""
        found = self._match(self.complements.countries, at)
        if not found or not self.tokens[at].is_capital or (at > title_end and self.tokens[at - 1].is_capital):
            return None
        if self.tokens[at].lower == "việt":
            return None
        rest = capital_run(self.tokens, found.end) - found.end
        return found.end if rest == 0 or rest > 1 else None

    def _is_unknown(self, index: int) -> bool:
        """Whether a token is the name of something that is no body known and no person: "Chủ tịch Yeah1"."""
        token = self.tokens[index]
        return (token.is_capital and index not in self.bodies and opener(self.tokens, index, self.names) is None
                and not match_title(self.tokens, index, self.grammar)
                and (token.text.isupper() and len(token.text) > 1 or not is_vietnamese(token)))

    def _is(self, index: int, word: str) -> bool:
        return index < len(self.tokens) and self.tokens[index].lower == word

    def _match(self, words: Gazetteer, index: int) -> Match | None:
        return words.match(self.tokens, index) if index < len(self.tokens) else None

    def _offset(self, end: int, body: BodySpan | None) -> int:
        """Give where an office that ends before token `end` ends: its body may end inside a token ("TP-PV")."""
        return body.body.end if body and body.end == end else self.tokens[end - 1].end

    def _wording(self, start: int, end: int) -> str:
        return " ".join(token.text for token in self.tokens[start:end])

