"""The words before a figure: its bound, whether it is a change or a level, and where its clause goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token

LONGEST = 4


@dataclass(frozen=True, slots=True)
class Context:
    """What the words before a figure say.

    `start` is the token where the figure's qualifier begins, `clause` the token before which the rest of its
    clause stands (links and changes taken off). `linked` tells that a word such as "được", "đạt" stands between,
    `predicated` that it makes what is before it a subject ("đạt", "tăng", "chiếm"), `compared` that it is "bằng":
    the number is a share of what follows it. `change` is up, down or None.
    """

    start: int
    clause: int
    bound: str
    change: str | None
    linked: bool
    predicated: bool
    compared: bool


def read_context(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> Context:
    """Read the words before a figure, from the number to the left."""
    chain = _Chain(figure.first)
    while length := _chain_length(tokens, chain.clause, words):
        chain.take(_wording(tokens, chain.clause - length, chain.clause), length, words)
    bound, change = chain.bound, chain.change
    after = _bound_after(tokens, figure, words)
    opened = chain.clause > 0 and tokens[chain.clause - 1].kind == "word"
    if figure.kind == "range":
        bound = "range"
    elif after:
        bound = after
    elif bound is None and chain.risen and figure.value is not None and _goes_to(tokens, figure, words):
        change = None
    elif bound is None and chain.risen and figure.value is not None and change is None and opened:
        bound = "at_least"
    elif (
        bound is None
        and chain.emphatic
        and opened
        and figure.unit
        and (words.plays(tokens[chain.clause - 1].lower, "ceiling"))
    ):
        bound = "at_most"
    return Context(chain.start, chain.clause, bound or "eq", change, chain.linked, chain.predicated, chain.compared)


class _Chain:
    """What has been read of the words before a figure, nearest first.

    `risen` tells of "từ" right before the number, `emphatic` of "đến" and its like.
    """

    def __init__(self, first: int) -> None:
        self.first = self.start = self.clause = first
        self.bound: str | None = None
        self.change: str | None = None
        self.level = self.linked = self.predicated = self.compared = self.risen = self.emphatic = False

    def take(self, wording: str, length: int, words: Vocabulary) -> None:
        """Take the wording of `length` tokens that ends where the clause ended so far."""
        if wording in words.changes:
            if self.change is None and not self.level:
                self.change = words.changes[wording]
            self.linked = self.predicated = True
        elif wording in words.qualifiers:
            self._qualify(words.qualifiers[wording], self.clause - length)
        elif not words.plays(wording, "manner"):
            self.linked = True
            self.risen = self.risen or (wording == "từ" and self.clause == self.first)
            self.compared = self.compared or wording == "bằng"
            self.level = self.level or wording in words.levels
            self.predicated = self.predicated or wording in words.levels
        self.clause -= length

    def _qualify(self, bound: str, start: int) -> None:
        if bound == "eq":
            self.emphatic = True
        elif self.bound is None:
            self.bound, self.start = bound, start


def _chain_length(tokens: Sequence[Token], end: int, words: Vocabulary) -> int:
    """Give how many tokens before `end` make the longest word of the chain, 0 for none."""
    for length in range(min(LONGEST, end), 0, -1):
        wording = _wording(tokens, end - length, end)
        if (
            wording in words.changes
            or wording in words.qualifiers
            or words.plays(wording, "link")
            or wording in words.levels
        ):
            return length
        if words.plays(wording, "manner") and _after_change(tokens, end - length, words):
            return length
    return 0


def _after_change(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether a change or a level word ends right before token `end`."""
    return any(
        _wording(tokens, end - length, end) in words.changes or _wording(tokens, end - length, end) in words.levels
        for length in (1, 2)
        if end >= length
    )


def _bound_after(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Read "trở lên" behind the figure, its unit or its short noun."""
    for index in range(figure.end, min(figure.end + 5, len(tokens))):
        match = words.qualifiers_after.match(tokens, index)
        if match:
            bound: str = match.entry.get("bound")
            return bound
        if tokens[index].kind != "word":
            return None
    return None


def _goes_to(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> bool:
    """Whether the figure is the first of two levels: "tăng từ 150 lên 200 hộ"."""
    for index in range(figure.end, min(figure.end + 8, len(tokens))):
        if words.plays(tokens[index].lower, "step"):
            return True
        if tokens[index].text in {",", ";", "."}:
            return False
    return False


def _wording(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.lower for token in tokens[start:end])
