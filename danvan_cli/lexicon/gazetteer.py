"""A gazetteer: many wordings looked up at once, the longest that stands at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from danvan_cli.lexicon.entry import Entry
from danvan_cli.text.fold import fold, fold_strings
from danvan_cli.text.tokens import Token, tokenise, words_of


class Match(Struct, frozen=True):
    """An entry found at tokens `start:end` (token indices, not characters), in the wording `form`."""

    entry: Entry
    start: int
    end: int
    form: str


class _Node:
    """What follows a sequence of tokens: the next ones, and the wordings that end here."""

    __slots__ = ("children", "ending")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.ending: list[tuple[Entry, str]] = []  # with the wording


class Gazetteer:
    """Entries looked up by the tokens of their wordings, case and tone placement folded.

    `first_words` are the words, in lower case, with which any wording begins. The wordings that begin with one are
    made ready when a text first has it: a text has few of them.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._rows: dict[str, list[tuple[tuple[str, ...], Entry, str]]] = {}
        rows = [(form, entry) for entry in self.entries for form in entry.forms]
        for wording, (_, entry) in zip(fold_strings([form for form, _ in rows]), rows, strict=True):
            words = words_of(wording)
            if words:
                self._rows.setdefault(words[0], []).append((words, entry, wording))
        self.first_words = frozenset(self._rows)
        self._nodes: dict[str, _Node] = {}

    def _node(self, first: str) -> _Node | None:
        """Give what follows a first word, None where no wording begins with it."""
        node = self._nodes.get(first)
        if node is None and first in self._rows:
            node = self._nodes[first] = _Node()
            for words, entry, wording in self._rows[first]:
                end = node
                for word in words[1:]:
                    end = end.children.setdefault(word, _Node())
                end.ending.append((entry, wording))
        return node

    def match(self, tokens: Sequence[Token], index: int) -> Match | None:
        """Give the longest entry that starts at token `index`, or None."""
        if index >= len(tokens) or (first := tokens[index].lower) not in self._rows:
            return None  # by far the most tokens
        node = self._nodes.get(first) or self._node(first)
        longest = None
        end = index
        while node is not None:
            end += 1
            for entry, form in node.ending:
                if entry.case == "any" or _case_fits(entry, form, tokens[index:end]):
                    longest = entry, end, form
                    break
            if end == len(tokens):
                break
            node = node.children.get(tokens[end].lower)
        if longest is None:
            return None
        entry, end, form = longest
        return Match(entry, index, end, form)

    def matches(self, tokens: Sequence[Token], index: int) -> list[Match]:
        """Give every entry that starts at token `index`, longest first."""
        found: list[Match] = []
        node = self._node(tokens[index].lower) if index < len(tokens) else None
        end = index
        while node is not None:
            end += 1
            if node.ending:
                found[:0] = [Match(entry, index, end, form) for entry, form in node.ending
                             if entry.case == "any" or _case_fits(entry, form, tokens[index:end])]
            node = node.children.get(tokens[end].lower) if end < len(tokens) else None
        return found

    def second_words(self, first: str) -> frozenset[str]:
        """Give the words that may follow a first one, in lower case, and "" if it is a wording by itself."""
        return frozenset([words[1] if len(words) > 1 else "" for words, _, _ in self._rows.get(first, ())])

    def starts(self, tokens: Sequence[Token]) -> list[int]:
        """Give the indices of the tokens with which an entry may begin: the one quick look at every token."""
        return [index for index, token in enumerate(tokens) if token.lower in self.first_words]

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
        tokens = tokenise(folded.text)
        return bool(tokens) and any(match.end == len(tokens) for match in self.matches(tokens, 0))


def _case_fits(entry: Entry, form: str, tokens: Sequence[Token]) -> bool:
    if entry.case == "capital":
        return tokens[0].text[0].isupper()
    return "".join(token.text for token in tokens) == form.replace(" ", "")
