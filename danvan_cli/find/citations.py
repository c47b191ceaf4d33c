"""Citations: the legal and Party documents that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.mentions import BodyMention, CitationMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, Sentence


def find_citations(page: Page, sentence: Sentence, bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[CitationMention, ...]:
    """Find the documents that a sentence names, in text order."""
    return ()
