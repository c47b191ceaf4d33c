"""Periods: the spans of time that a sentence names."""

from __future__ import annotations

from danvan_cli.find.mentions import PeriodMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence


def find_periods(sentence: Sentence, lexicon: Lexicon) -> tuple[PeriodMention, ...]:
    """Find the periods of a sentence, in text order."""
    return ()
