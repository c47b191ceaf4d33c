"""Bounds: the words about a figure that tell whether it is the least, the most, the first of two or an addition."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import ends_with
from danvan_cli.text.tokens import Token

# How many tokens before a number the verb may stand that it is the most of, or that adds it.
CLAUSE = 12


def bound_after(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Read "trở lên" behind the figure, its unit or its short noun."""
    for index in range(figure.end, min(figure.end + 5, len(tokens))):
        token = tokens[index]
        match = token.lower in words.qualifiers_after.first_words and words.qualifiers_after.match(tokens, index)
        if match:
            bound: str = match.entry.get("bound")
            return bound
        if token.kind != "word":
            return None
    return None


def goes_to(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> bool:
    """Whether the figure is the first of two levels: "tăng từ 150 lên 200 hộ", "giảm từ 80-100 xuống 25 triệu"."""
    steps = words.playing["step"]
    if figure.kind == "range":
        steps -= words.playing["to"]  # "giảm từ 5 đến 7% số vụ | đến năm 2025"
    for index in range(figure.end, min(figure.end + 8, len(tokens))):
        if tokens[index].lower in steps and words.classes.length_at(tokens, index) == 1:
            return True  # but not the "thành" of "thành viên"
        if tokens[index].text in {",", ";", "."}:
            return False
    return False


def is_least(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether "từ" at token `end` opens the least of a count ("có từ 30 học viên"), not those it comes from."""
    return end > 0 and ends_with(tokens, end, "least", words)


def is_capped(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether a verb that "đến" makes a ceiling stands before token `end`, or a fine earlier in its clause."""
    if words.plays(tokens[end - 1].lower, "ceiling"):
        return True
    for index in range(end - 1, max(-1, end - CLAUSE), -1):
        if words.plays(tokens[index].lower, "fine"):
            return True
        if tokens[index].kind == "mark":
            return False
    return False


def direction(tokens: Sequence[Token], end: int, words: Vocabulary) -> str | None:
    """Give up or down where the clause before token `end` raises or lowers what the number adds to.

    "Nâng đơn giá | thêm", "tăng vốn đầu tư | thêm", "giảm lãi suất | thêm".
    """
    for index in range(end - 1, max(-1, end - CLAUSE), -1):
        word = tokens[index].lower
        if words.plays(word, "raise"):
            return "up"
        if word in words.changes:
            return words.changes[word]
        if tokens[index].kind == "mark" or words.plays(word, "pair"):
            return None
    return None
