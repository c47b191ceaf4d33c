"""A gazetteer: many wordings looked up at once, the longest that stands at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from danvan_cli.lexicon.entry import Entry
from danvan_cli.text.fold import fold
from danvan_cli.text.tokens import Token, tokenise


class Match(NamedTuple):
    """An entry found at tokens `start:end` (token indices, not characters), in the wording `form`."""

    entry: Entry
    start: int
    end: int
    form: str


class Gazetteer:
    """Entries looked up by the tokens of their wordings, case and tone placement folded."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        # first token -> (its wording as tokens, wording, entry), longest first
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = {}
        for entry in self.entries:
            for form in entry.forms:
                folded = fold(form)
                key = tuple(token.lower for token in tokenise(folded.text, folded.lower))
                if key:
                    self._by_first.setdefault(key[0], []).append((key, folded.text, entry))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words, in lower case, with which any wording begins."""
        return frozenset(self._by_first)

    def match(self, tokens: Sequence[Token], index: int) -> Match | None:
        """Give the longest entry that starts at token `index`, or None."""
        if index >= len(tokens) or tokens[index].lower not in self._by_first:
            return None  # by far the most tokens
        for match in self.matches(tokens, index):
            return match
        return None

    def matches(self, tokens: Sequence[Token], index: int) -> Iterable[Match]:
        """Give every entry that starts at token `index`, longest first."""
        if index >= len(tokens):
            return
        for key, form, entry in self._by_first.get(tokens[index].lower, ()):
            end = index + len(key)
            if end <= len(tokens) and all(
                    tokens[index + step].lower == key[step] for step in range(1, len(key))
            ) and _case_fits(entry, form, tokens[index:end]):
                yield Match(entry, index, end, form)

    def starts(self, tokens: Sequence[Token]) -> list[int]:
        """Give the indices of the tokens with which an entry may begin: the one quick look at every token."""
        first = self._by_first
        return [index for index, token in enumerate(tokens) if token.lower in first]

    def find_all(self, tokens: Sequence[Token]) -> list[Match]:
        """Give the entries found from left to right, longest first, without overlap."""
        found: list[Match] = []
        for index in self.starts(tokens):
            if found and index < found[-1].end:
                continue
            match = self.match(tokens, index)
            if match:
                found.append(match)
        return found

    def __contains__(self, wording: str) -> bool:
        folded = fold(wording)
        tokens = tokenise(folded.text, folded.lower)
        return bool(tokens) and any(match.end == len(tokens) for match in self.matches(tokens, 0))


def _case_fits(entry: Entry, form: str, tokens: Sequence[Token]) -> bool:
    if entry.case == "any":
        return True
    if entry.case == "capital":
        return tokens[0].text[0].isupper()
    folded = fold(form)
    return tuple(token.text for token in tokens) == tuple(
        token.text for token in tokenise(folded.text, folded.lower))
