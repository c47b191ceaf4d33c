"""From a text to its paragraphs, sentences and words, all with offsets."""

from danvan_cli.segment.page import Page, Paragraph, Sentence, segment

__all__ = ["Page", "Paragraph", "Sentence", "segment"]
