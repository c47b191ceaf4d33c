"""All that is found in a paragraph, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from danvan_cli.find.anchors import anchors
from danvan_cli.find.citations import find_citations
from danvan_cli.find.indicators import find_indicators
from danvan_cli.find.mentions import (
    BodyMention,
    CitationMention,
    IndicatorMention,
    MovementMention,
    PeriodMention,
    PersonFound,
    PlaceMention,
)
from danvan_cli.find.movements import find_movements
from danvan_cli.find.organisations import find_bodies
from danvan_cli.find.people import find_people
from danvan_cli.find.periods import find_periods
from danvan_cli.find.places import find_places
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Paragraph, Sentence
from danvan_cli.text.fold import fold_key

_CREDITS = frozenset({"byline", "source", "credit"})


class Findings(Struct, frozen=True):
    """The mentions in one sentence (`paragraph` is the one it stands in), each kind in text order."""

    paragraph: Paragraph
    sentence: Sentence
    bodies: tuple[BodyMention, ...]
    people: tuple[PersonFound, ...]
    indicators: tuple[IndicatorMention, ...]
    places: tuple[PlaceMention, ...]
    periods: tuple[PeriodMention, ...]
    citations: tuple[CitationMention, ...]
    movements: tuple[MovementMention, ...]


def find_all(page: Page, paragraph: Paragraph, lexicon: Lexicon) -> tuple[Findings, ...]:
    """Find everything in a paragraph, one `Findings` a sentence, but for the names that the user ignores.

    What a page prints around an article holds nothing, a credit only bodies: who wrote a text is no subject of it.
    """
    if paragraph.kind == "furniture":
        return ()
    ignored = lexicon.words("ignored_names")
    anchored = [(sentence, anchors(sentence, lexicon)) for sentence in paragraph.sentences]
    lowered = page.folded.lower
    bodies = [tuple([body for body in find_bodies(sentence, at.bodies, lexicon)
                     if lowered[body.start:body.end] not in ignored])
              for sentence, at in anchored]
    if paragraph.kind in _CREDITS:
        return tuple(Findings(paragraph, sentence, found, (), (), (), (), (), ())
                     for sentence, found in zip(paragraph.sentences, bodies, strict=True))
    starts = [sentence.start for sentence in paragraph.sentences]
    indicators: list[list[IndicatorMention]] = [[] for _ in starts]
    for mention in find_indicators(
            paragraph, [at.figures for _, at in anchored], [body for found in bodies for body in found], lexicon):
        indicators[bisect_right(starts, mention.figure.start) - 1].append(mention)
    people = [find_people(sentence, at, found, lexicon) for (sentence, at), found in zip(anchored, bodies, strict=True)]
    return tuple([
        Findings(
            paragraph, sentence, found,
            tuple([person for person in named
                   if not person.name or fold_key(person.name.name) not in ignored]),
            tuple(figures),
            find_places(sentence, at.places, named, lexicon) if at.places else (),
            find_periods(sentence, at.periods, lexicon) if at.periods else (),
            find_citations(page, sentence, at.citations, found, lexicon),
            find_movements(page, sentence, at.movements, lexicon) if at.movements else ())
        for (sentence, at), found, named, figures in zip(anchored, bodies, people, indicators, strict=True)])
