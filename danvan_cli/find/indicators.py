"""Indicators: the figures of a paragraph with what they measure."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.mentions import BodyMention, IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Paragraph


def find_indicators(paragraph: Paragraph, bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[IndicatorMention, ...]:
    """Find the figures of a paragraph; `bodies` are its organisations, whose numbers are names."""
    return ()
