"""Parts of speech of common words, for cutting phrases without a tagger at run time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

LONGEST = 4


class WordClasses:
    """Common Vietnamese words and the parts of speech they are used in (the tags of `word_classes.tsv`)."""

    def __init__(self, classes: dict[str, tuple[str, ...]]) -> None:
        self._classes = classes

    def classes(self, word: str) -> tuple[str, ...]:
        """Give the parts of speech of a folded lower-case word, most frequent first; empty if unknown."""
        return self._classes.get(word, ())

    def longest(self, syllables: Sequence[str], index: int) -> int:
        """Give how many syllables from `index` on make the longest known word (at least 1)."""
        for length in range(min(LONGEST, len(syllables) - index), 1, -1):
            if " ".join(syllables[index:index + length]) in self._classes:
                return length
        return 1


@cache
def load_word_classes() -> WordClasses:
    """Load the table once."""
    content = files("danvan_cli.lexicon").joinpath("word_classes.tsv").read_text(encoding="utf-8")
    classes = {}
    for line in content.splitlines():
        if not line.startswith("#"):
            word, _, tags = line.partition("\t")
            classes[word] = tuple(tags.split("|"))
    del classes["form"]
    return WordClasses(classes)
