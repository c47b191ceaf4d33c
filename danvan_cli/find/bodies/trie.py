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
    have any of them or none; none begins with one. `first_words` are the first tokens of all wordings.
    """

    def __init__(self, rows: Iterable[tuple[str, T]], connectors: Collection[str] = ()) -> None:
        self._connectors = frozenset(connectors)
        self._rows: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        known = list(rows)
        for wording, (_, value) in zip(fold_strings([wording for wording, _ in known]), known, strict=True):
            words = words_of(wording)
            if words:
                self._rows.setdefault(words[0], []).append((words[1:], value))
        self.first_words = frozenset(self._rows)
        self._nodes: dict[str, _Node[T]] = {}

    def _node(self, first: str) -> _Node[T] | None:
        """Give what follows a first word, made ready when it is first asked for; None if no wording begins so."""
        node = self._nodes.get(first)
        if node is None and first in self._rows:
            node = self._nodes[first] = _Node()
            for words, value in self._rows[first]:
                end = node
                for word in words:
                    if word in self._connectors:
                        end.joint = True
                    else:
                        end = end.children.setdefault(word, _Node())
                if end.value is None:
                    end.value = value
        return node

    def matches(self, tokens: Sequence[Token], index: int) -> list[tuple[int, T]]:
        """Give (end, value) for every wording that starts at token `index`, the longest first."""
        found: list[tuple[int, T]] = []
        size = len(tokens)
        first = tokens[index].lower if index < size else ""
        node = self._nodes.get(first) or self._node(first)
        while node is not None:
            index += 1
            if node.value is not None:
                found.append((index, node.value))
            if index == size:
                break
            word = tokens[index].lower
            child = node.children.get(word)
            if child is None and node.joint and word in self._connectors and index + 1 < size:
                index += 1
                child = node.children.get(tokens[index].lower)
            node = child
        if len(found) > 1:
            found.reverse()
        return found

    def match(self, tokens: Sequence[Token], index: int) -> tuple[int, T] | None:
        """Give (end, value) of the longest wording that starts at token `index`, or None."""
        if index >= len(tokens) or tokens[index].lower not in self.first_words:
            return None  # by far the most tokens
        found = self.matches(tokens, index)
        return found[0] if found else None

    def second_words(self, first: str) -> frozenset[str]:
        """Give the words that may follow a first one, and "" if it is a wording by itself."""
        return frozenset([words[0] if words else "" for words, _ in self._rows.get(first, ())])
