"""Who did what a figure counts, and where: the subject of its clause, as far as the sentence says so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import takewhile
from operator import attrgetter

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention, IndicatorMention, PlaceMention
from danvan_cli.lexicon import Gazetteer, Lexicon
from danvan_cli.lexicon.word_classes import load_word_classes
from danvan_cli.resolve.context import highest_unit
from danvan_cli.resolve.homes import Homes
from danvan_cli.text.tokens import lowered

_START, _END = attrgetter("start"), attrgetter("end")
FARTHEST = 250
"""Code points between a subject and its figure beyond which the figure is rather somebody else's."""

_NAME_AND_MARK = 2
"""A name and a mark or "và" behind it, in tokens."""
_OPENING = 3
"""The place at the head of a sentence is one of so many first words, after at most a preposition."""


class Subjects:
    """The bodies and units that the clauses of a sentence are about, asked for those of its figures.

    A subject stands at the start of a clause, and a predicate ("đã", "tổ chức") or the figure itself follows it.
    """

    def __init__(self, found: Findings, homes: Homes, lexicon: Lexicon) -> None:
        self._found, self._homes = found, homes
        self._bodies = [(body, _reach(found, body.end, lexicon)) for body in found.bodies
                        if _starts_clause(found, body.start, lexicon)]
        self._units = [(unit, _reach(found, unit.end, lexicon)) for unit in _units(found, lexicon)
                       if _starts_clause(found, unit.start, lexicon)]

    def actor(self, mention: IndicatorMention) -> BodyMention | None:
        """Give the last body before a figure that is a subject, None where the sentence names none."""
        at = mention.figure.start
        return next((body for body, reach in reversed(self._bodies)
                     if body.end <= at <= body.end + FARTHEST and mention.start <= reach), None)

    def place(self, mention: IndicatorMention) -> str | None:
        """Give the full name of the unit that a figure's sentence speaks of, None where it does not say.

        That is the last unit before the figure that is a subject ("Năm nay, TP. HCM sẽ tổ chức 4 điểm"), by its type
        word alone too ("năm 2023 huyện thu 325 tỷ đồng"); else the one at the head of the sentence ("Riêng huyện
        Kỳ Sơn, …").
        """
        at = mention.figure.start
        unit = next((unit for unit, reach in reversed(self._units)
                     if unit.start < at <= unit.start + FARTHEST and mention.start <= reach), None)
        if unit is None:
            return _place_at_head(self._found, mention)
        if unit.name or not unit.type:
            return _full_name(unit)
        home = self._homes.speaks_of(unit.type, unit.start, self._found.paragraph.start)
        return home.full_name if home else None


def _units(found: Findings, lexicon: Lexicon) -> Iterator[PlaceMention]:
    """Give the units before the last figure of a sentence that may be subjects, also by their type words alone."""
    types = lexicon.gazetteer("place_types")
    tokens = found.sentence.tokens
    tokens = tokens[:bisect_left(tokens, found.indicators[-1].figure.start, key=_START)]
    named = (bisect_left(tokens, place.start, key=_START) for place in found.places)
    for index in sorted({*types.starts(tokens), *(index for index in named if index < len(tokens))}):
        unit = _place_at(found, index, types)
        if unit and not _is_in_name(found, unit.start) and not _is_listed(found, index, unit, types):
            yield unit


def _place_at(found: Findings, index: int, types: Gazetteer) -> PlaceMention | None:
    """Give the unit named at a token; it has no name where its type word stands alone."""
    tokens = found.sentence.tokens
    token = tokens[index]
    at = bisect_left(found.places, token.start, key=_START)
    if at < len(found.places) and found.places[at].start == token.start:
        return found.places[at]
    match = types.match(tokens, index)
    if not match or load_word_classes().length_at(tokens, index) > match.end - match.start:  # "xã hội"
        return None
    return PlaceMention(token.start, tokens[match.end - 1].end, "", match.entry.form)


def _is_listed(found: Findings, index: int, place: PlaceMention, types: Gazetteer) -> bool:
    """Whether the place at a token goes on a list or an address: "Vân Hồ, tỉnh Sơn La", "mỗi huyện, thành phố"."""
    if index < _NAME_AND_MARK:
        return False
    before = found.sentence.tokens[index - _NAME_AND_MARK]
    if not place.name:
        return before.lower in types.first_words
    period = bisect_left(found.periods, before.end, key=_END)
    is_dated = period < len(found.periods) and found.periods[period].start <= before.start
    return not is_dated and (before.is_capital or before.kind == "number")


def _place_at_head(found: Findings, mention: IndicatorMention) -> str | None:
    if not found.places:
        return None
    opening = found.sentence.tokens[:_OPENING][-1].start
    for place in takewhile(lambda place: place.start <= opening, found.places):
        if place.start < mention.figure.start and place.type and not _is_in_name(found, place.start):
            return _full_name(place)
    return None


def _full_name(place: PlaceMention) -> str | None:
    unit = highest_unit(place)
    return unit.full_name if unit else f"{place.type} {place.name}" if place.type else None


def _starts_clause(found: Findings, start: int, lexicon: Lexicon) -> bool:
    tokens = found.sentence.tokens
    first = bisect_right(tokens, start, key=_END)
    before = tokens[first - 1] if first else None
    if before is None or before.kind == "mark":
        return True
    if before.lower in lexicon.words("clause_openers"):
        return True
    period = bisect_left(found.periods, before.end, key=_END)
    return period < len(found.periods) and found.periods[period].end == before.end


def _reach(found: Findings, end: int, lexicon: Lexicon) -> int:
    """Give the last offset at which a figure may begin whose subject ends at `end`, 0 where nothing follows that."""
    tokens = found.sentence.tokens
    at = bisect_left(tokens, end, key=_START)
    if at == len(tokens):
        return 0
    word = lowered(tokens, at, at + 2)  # "hỗ trợ", but not "cho biết"
    acts = _is_predicate(tokens[at].lower) or (_is_predicate(word) and word not in lexicon.words("speech_verbs"))
    return found.sentence.end if acts else tokens[at].start


def _is_predicate(word: str) -> bool:
    return load_word_classes().classes(word)[:1] in (("V",), ("R",))


def _is_in_name(found: Findings, start: int) -> bool:
    """Whether what starts somewhere is part of the name of a body."""
    last = bisect_right(found.bodies, start, key=_START) - 1
    return last >= 0 and start < found.bodies[last].end
