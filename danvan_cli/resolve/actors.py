"""Who did what a figure counts, and where: the subject of its clause, as far as the sentence says so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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


def find_actor(found: Findings, mention: IndicatorMention, lexicon: Lexicon) -> BodyMention | None:
    """Give the body that is the subject of a figure's clause, None where the sentence names none.

    A subject stands at the start of a clause, and a predicate ("đã", "tổ chức") or the figure itself follows it.
    """
    for index in range(bisect_right(found.bodies, mention.figure.start, key=_END) - 1, -1, -1):
        body = found.bodies[index]
        if mention.figure.start - body.end > FARTHEST:
            return None
        if _is_subject(found, body.start, body.end, mention, lexicon):
            return body
    return None


def find_place(found: Findings, mention: IndicatorMention, homes: Homes, lexicon: Lexicon) -> str | None:
    """Give the full name of the unit that a figure's sentence speaks of, None where it does not say.

    That is the last unit before the figure that is a subject ("Năm nay, TP. HCM sẽ tổ chức 4 điểm"), by its type
    word alone too ("năm 2023 huyện thu 325 tỷ đồng"); else the one at the head of the sentence ("Riêng huyện
    Kỳ Sơn, …").
    """
    tokens = found.sentence.tokens
    types = lexicon.gazetteer("place_types")
    named = {place.start for place in found.places}
    for index in range(bisect_right(tokens, mention.figure.start, key=_END) - 1, -1, -1):
        token = tokens[index]
        if mention.figure.start - token.start > FARTHEST:
            break
        if token.start not in named and token.lower not in types.first_words:
            continue
        place = _place_at(found, index, types)
        if (place and not _is_in_name(found, place.start) and not _is_listed(found, index, place, types)
                and _is_subject(found, place.start, place.end, mention, lexicon)):
            if place.name or not place.type:
                return _full_name(place)
            home = homes.speaks_of(place.type, place.start, found.paragraph.start)
            return home.full_name if home else None
    return _place_at_head(found, mention)


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


def _is_subject(found: Findings, start: int, end: int, mention: IndicatorMention, lexicon: Lexicon) -> bool:
    return _starts_clause(found, start, lexicon) and _acts(found, end, mention, lexicon)


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


def _acts(found: Findings, end: int, mention: IndicatorMention, lexicon: Lexicon) -> bool:
    tokens = found.sentence.tokens
    next_one = bisect_left(tokens, end, key=_START)
    if next_one == len(tokens):
        return False
    after = tokens[next_one]
    if after.start >= mention.start or _is_predicate(after.lower):
        return True
    word = lowered(tokens, next_one, next_one + 2)  # "hỗ trợ", but not "cho biết"
    return _is_predicate(word) and word not in lexicon.words("speech_verbs")


def _is_predicate(word: str) -> bool:
    return load_word_classes().classes(word)[:1] in (("V",), ("R",))


def _is_in_name(found: Findings, start: int) -> bool:
    """Whether what starts somewhere is part of the name of a body."""
    last = bisect_right(found.bodies, start, key=_START) - 1
    return last >= 0 and start < found.bodies[last].end
