"""Movements: the named campaigns of a sentence."""

from __future__ import annotations

from danvan_cli.find.mentions import MovementMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Sentence


def find_movements(page: Page, sentence: Sentence, lexicon: Lexicon) -> tuple[MovementMention, ...]:
    """Find the named campaigns of a sentence, in text order."""
    return ()
