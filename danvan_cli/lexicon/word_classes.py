"""Parts of speech of common words, for cutting phrases without a tagger at run time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from danvan_cli.lexicon.entry import read_file
from danvan_cli.text.tokens import Token

LONGEST = 4
"""Syllables of the longest word that is looked for."""


class WordClasses:
    """Common Vietnamese words and the parts of speech they are used in (the tags of `word_classes.tsv`)."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        # Words of three syllables or more are few: only after these pairs are they looked for.
        self._long_begins = {" ".join(word.split(" ", 2)[:2]) for word in classes if word.count(" ") > 1}

    def classes(self, word: str) -> tuple[str, ...]:
        """Give the parts of speech of a folded lower-case word, most frequent first; empty if unknown."""
        return self._classes.get(word, ())

    def longest(self, syllables: Sequence[str], index: int) -> int:
        """Give how many syllables from `index` on make the longest known word (at least 1)."""
        if index + 1 >= len(syllables):
            return 1
        pair = f"{syllables[index]} {syllables[index + 1]}"
        if pair in self._long_begins:
            for length in range(min(LONGEST, len(syllables) - index), 2, -1):
                if " ".join(syllables[index:index + length]) in self._classes:
                    return length
        return 2 if pair in self._classes else 1

    def length_at(self, tokens: Sequence[Token], index: int) -> int:
        """Give how many tokens from `index` on make the longest known word (at least 1)."""
        if index + 1 >= len(tokens):
            return 1
        pair = f"{tokens[index].lower} {tokens[index + 1].lower}"
        if pair in self._long_begins:
            return self.longest([token.lower for token in tokens[index:index + LONGEST]], 0)
        return 2 if pair in self._classes else 1

    def is_pair(self, first: Token, second: Token) -> bool:
        """Whether two tokens make a known word."""
        return f"{first.lower} {second.lower}" in self._classes


@cache
def load_word_classes() -> WordClasses:
    """Load the table once."""
    lines = [line.partition("\t") for line in read_file("word_classes.tsv").splitlines() if not line.startswith("#")]
    several = {tags: tuple(tags.split("|")) for tags in {tags for _, _, tags in lines}}
    return WordClasses({word: several[tags] for word, _, tags in lines[1:]})
