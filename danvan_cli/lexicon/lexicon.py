"""The lexicon: the shipped files and the user's own words, as gazetteers and word sets."""

from __future__ import annotations

from collections.abc import Iterable

from danvan_cli.lexicon.entry import Entry, load_entries
from danvan_cli.lexicon.gazetteer import Gazetteer
from danvan_cli.text.fold import fold_strings, lower


class Lexicon:
    """The words of danvan's lexicon files, each loaded when first asked for, with the user's entries added.

    `extra` are the user's entries; an entry belongs to the file that its `type` names ("titles").
    """

    def __init__(self, extra: Iterable[Entry] = ()) -> None:
        self.extra = tuple(extra)
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._gazetteers: dict[str, Gazetteer] = {}
        self._words: dict[str, frozenset[str]] = {}

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Give the entries of the lexicon file `name` (without ending), the user's added."""
        if name not in self._entries:
            self._entries[name] = (*load_entries(name), *(e for e in self.extra if e.type == name))
        return self._entries[name]

    def gazetteer(self, name: str) -> Gazetteer:
        """Give the entries of the file `name` as a gazetteer."""
        if name not in self._gazetteers:
            self._gazetteers[name] = Gazetteer(self.entries(name))
        return self._gazetteers[name]

    def words(self, name: str) -> frozenset[str]:
        """Give all wordings of the file `name`, folded, in lower case."""
        if name not in self._words:
            forms = [form for entry in self.entries(name) for form in entry.forms]
            self._words[name] = frozenset(map(lower, fold_strings(forms)))
        return self._words[name]
