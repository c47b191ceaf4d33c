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
    clause stands (links and changes taken off). `linked` tells that a word such as "được", "đạt" stands
    between, `predicated` that it makes what is before it a subject ("đạt", "tăng", "chiếm"), `compared` that it is "bằng": the number is a share of what follows it; `change` is up, down or None.
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
    start = clause = figure.first
    bound: str | None = None
    change: str | None = None
    level = linked = predicated = from_ = to = compared = False
    while length := _chain_length(tokens, clause, words):
        wording = _wording(tokens, clause - length, clause)
        if wording in words.changes:
            if change is None and not level:
                change = words.changes[wording]
            linked = predicated = True
        elif wording in words.qualifiers:
            value = words.qualifiers[wording]
            to = to or value == "eq"
            if bound is None and value != "eq":
                bound = value
                start = clause - length
        elif wording not in words.manners:
            linked = True
            from_ = from_ or (wording == "từ" and clause == figure.first)
            level = level or wording in words.levels
            predicated = predicated or wording in words.levels
            compared = compared or wording == "bằng"
        clause -= length
    after = _bound_after(tokens, figure, words)
    if figure.kind == "range":
        bound = "range"
    elif after:
        bound = after
    elif bound is None and from_ and figure.value is not None:
        if _goes_to(tokens, figure, words):
            change = None
        elif change is None and clause and tokens[clause - 1].kind == "word":
            bound = "at_least"
    elif bound is None and to and clause and tokens[clause - 1].lower in words.ceilings and figure.unit:
        bound = "at_most"
    return Context(start, clause, bound or "eq", change, linked, predicated, compared)


def _chain_length(tokens: Sequence[Token], end: int, words: Vocabulary) -> int:
    """Give how many tokens before `end` make the longest word of the chain, 0 for none."""
    for length in range(min(LONGEST, end), 0, -1):
        wording = _wording(tokens, end - length, end)
        if wording in words.changes or wording in words.qualifiers or wording in words.links or wording in words.levels:
            return length
        if wording in words.manners and _after_change(tokens, end - length, words):
            return length
    return 0


def _after_change(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether a change or a level word ends right before token `end`."""
    return any(_wording(tokens, end - length, end) in words.changes or _wording(tokens, end - length, end) in words.levels
               for length in (1, 2) if end >= length)


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
        if tokens[index].lower in {"lên", "xuống", "còn", "thành", "đến", "tới"}:
            return True
        if tokens[index].text in {",", ";", "."}:
            return False
    return False


def _wording(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.lower for token in tokens[start:end])
