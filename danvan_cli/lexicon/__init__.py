"""The words danvan knows: data files with one schema, one loader, and the gazetteers made from them."""

from danvan_cli.lexicon.entry import Entry, LexiconError
from danvan_cli.lexicon.gazetteer import Gazetteer, Match
from danvan_cli.lexicon.lexicon import Lexicon

__all__ = ["Entry", "Gazetteer", "Lexicon", "LexiconError", "Match"]
