"""People: the names in a sentence with the offices the sentence gives them."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.mentions import BodyMention, PersonFound
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence


def find_people(sentence: Sentence, bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[PersonFound, ...]:
    """Find people and offices in a sentence whose organisations are known, in text order."""
    return ()
