"""All that is found in a paragraph, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Findings:
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
    """Find everything in a paragraph, one `Findings` a sentence."""
    bodies = [find_bodies(sentence, lexicon) for sentence in paragraph.sentences]
    indicators = find_indicators(paragraph, [body for found in bodies for body in found], lexicon)
    return tuple(
        Findings(
            paragraph, sentence, found,
            find_people(sentence, found, lexicon),
            tuple(i for i in indicators if sentence.start <= i.figure.start < sentence.end),
            find_places(sentence, lexicon),
            find_periods(page, sentence, lexicon),
            find_citations(page, sentence, found, lexicon),
            find_movements(page, sentence, lexicon))
        for sentence, found in zip(paragraph.sentences, bodies, strict=True))
