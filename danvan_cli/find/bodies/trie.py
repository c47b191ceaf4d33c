"""A prefix tree over the lower-case tokens of wordings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Generic, TypeVar

from danvan_cli.text.fold import fold_strings
from danvan_cli.text.tokens import Token, words_of

T = TypeVar("T")


class _Node(Generic[T]):
    __slots__ = ("children", "joint", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.value: T | None = None
        self.joint = False


class Trie(Generic[T]):
    """Wordings with a value each, looked up at a token.

    Tokens in `connectors` ("và", a comma) are left out of the wordings; where a wording had one, the text may
    have any of them or none. `first_words` are the first tokens of all wordings.
    """

    def __init__(self, rows: Iterable[tuple[str, T]], connectors: Collection[str] = ()) -> None:
        self._root: _Node[T] = _Node()
        self._connectors = frozenset(connectors)
        known = list(rows)
        for wording, (_, value) in zip(fold_strings([wording for wording, _ in known]), known, strict=True):
            self._add(wording, value)
        self.first_words = frozenset(self._root.children)

    def matches(self, tokens: Sequence[Token], index: int) -> list[tuple[int, T]]:
        """Give (end, value) for every wording that starts at token `index`, the longest first."""
        found: list[tuple[int, T]] = []
        node, size = self._root, len(tokens)
        while index < size:
            word = tokens[index].lower
            child = node.children.get(word)
            if child is None:
                if not (node.joint and word in self._connectors and index + 1 < size):
                    break
                index += 1
                child = node.children.get(tokens[index].lower)
                if child is None:
                    break
            node, index = child, index + 1
            if node.value is not None:
                found.append((index, node.value))
        if len(found) > 1:
            found.reverse()
        return found

    def match(self, tokens: Sequence[Token], index: int) -> tuple[int, T] | None:
        """Give (end, value) of the longest wording that starts at token `index`, or None."""
        if index >= len(tokens) or (tokens[index].lower not in self.first_words and not self._root.joint):
            return None  # by far the most tokens
        found = self.matches(tokens, index)
        return found[0] if found else None

    def second_words(self, first: str) -> frozenset[str]:
        """Give the words that may follow a first one, and "" if it is a wording by itself."""
        node = self._root.children.get(first)
        if node is None:
            return frozenset()
        return frozenset(node.children) | ({""} if node.value is not None else set())

    def _add(self, wording: str, value: T) -> None:
        node = self._root
        for word in words_of(wording):
            if word in self._connectors:
                node.joint = True
            else:
                node = node.children.setdefault(word, _Node())
        if node.value is None:
            node.value = value
