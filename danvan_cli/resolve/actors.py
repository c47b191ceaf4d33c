"""Who did what a figure counts, and where: the subject of its clause, as far as the sentence says so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from operator import attrgetter

from danvan_cli.document import Place
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention, IndicatorMention, PlaceMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.lexicon.word_classes import load_word_classes
from danvan_cli.resolve.context import highest_unit

_START, _END = attrgetter("start"), attrgetter("end")
FARTHEST = 250
"""Code points between a subject and its figure beyond which the figure is rather somebody else's."""

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
        if _starts_clause(found, body, lexicon) and _acts(found, body, mention):
            return body
    return None


def find_place(found: Findings, mention: IndicatorMention) -> Place | None:
    """Give the unit at the head of a figure's sentence: "Riêng huyện Kỳ Sơn, …"."""
    if not found.places:
        return None
    opening = found.sentence.tokens[:_OPENING][-1].start
    for place in takewhile(lambda place: place.start <= opening, found.places):
        if place.start < mention.figure.start and place.type and not _is_in_name(found, place):
            unit = highest_unit(place)
            return Place(unit.full_name, unit.level, unit.now) if unit else Place(
                f"{place.type} {place.name}", None, None)
    return None


def _starts_clause(found: Findings, body: BodyMention, lexicon: Lexicon) -> bool:
    tokens = found.sentence.tokens
    first = bisect_right(tokens, body.start, key=_END)
    before = tokens[first - 1] if first else None
    if before is None or before.kind == "mark":
        return True
    if before.lower in lexicon.words("clause_openers"):
        return True
    period = bisect_left(found.periods, before.end, key=_END)
    return period < len(found.periods) and found.periods[period].end == before.end


def _acts(found: Findings, body: BodyMention, mention: IndicatorMention) -> bool:
    tokens = found.sentence.tokens
    next_one = bisect_left(tokens, body.end, key=_START)
    if next_one == len(tokens):
        return False
    after = tokens[next_one]
    return after.start >= mention.start or load_word_classes().classes(after.lower)[:1] in (("V",), ("R",))


def _is_in_name(found: Findings, place: PlaceMention) -> bool:
    """Whether a place is part of the name of a body."""
    return any(body.start <= place.start < body.end
               for body in takewhile(lambda body: body.start <= place.start, found.bodies))
