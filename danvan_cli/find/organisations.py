"""Organisations: the bodies that a sentence names."""

from __future__ import annotations

from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence


def find_bodies(sentence: Sentence, lexicon: Lexicon) -> tuple[BodyMention, ...]:
    """Find the mentions of organisations in a sentence, outermost bodies only, in text order."""
    return ()
