"""Organisations: the bodies that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.bodies.grammar import grammar_of
from danvan_cli.find.bodies.naming import mention_of
from danvan_cli.find.bodies.reader import Reader
from danvan_cli.find.bodies.surroundings import ends_word, is_many, is_only_one, is_organisation
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Sentence


def find_bodies(sentence: Sentence, at: Sequence[int], lexicon: Lexicon) -> tuple[BodyMention, ...]:
    """Find the mentions of organisations that begin at some tokens of a sentence, outermost only, in text order."""
    if not at:
        return ()
    reader = Reader(sentence.tokens, grammar_of(lexicon))
    found: list[BodyMention] = []
    free = several = 0
    for index in at:
        if index < free or ends_word(index, reader):
            continue
        reading = reader.read(index)
        if not reading or not is_organisation(reading, reader):
            continue
        if is_many(reading, reader):
            free, several = index + 1, reading.end
        else:
            free = reading.end
            if index >= several or is_only_one(reading):
                found.append(mention_of(reading, reader))
    return tuple(found)
