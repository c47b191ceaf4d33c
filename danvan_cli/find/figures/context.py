"""The words before a figure: its bound, whether it is a change or a level, and where its clause goes on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from danvan_cli.find.figures.bounds import bound_after, direction, goes_to, is_capped, is_least
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.units import Unit
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import ends_with, is_counted
from danvan_cli.text.tokens import Token, lowered

LONGEST = 4

# A number of this scale without noun or unit is a sum of money ("nhà 100 triệu").
SUM = 1_000_000

# How many tokens before a number the change may stand that what it is compared with parts from it.
COMPARISON = 12


class Context(Struct, frozen=True):
    """What the words before a figure say.

    `start` is the token where the figure's qualifier begins, `clause` the token before which the rest of its
    clause stands (links and changes taken off). `linked` tells that a word such as "được", "đạt" stands between,
    `predicated` that it makes what is before it a subject ("đạt", "tăng", "chiếm"), `compared` that it is "bằng":
    the number is a share of what follows it, `multiplied` that it is "gấp": how many times as much. `change` is up,
    down or None, `money` tells that it is a sum, `than` are the tokens that say what a change is measured from
    ("cao hơn | năm trước | 5%").
    """

    start: int
    clause: int
    bound: str
    change: str | None
    linked: bool
    predicated: bool
    compared: bool
    multiplied: bool
    money: bool
    than: tuple[int, int] | None


def read_context(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> Context:
    """Read the words before a figure, from the number to the left."""
    chain = _Chain(figure.first)
    while length := _chain_length(tokens, chain.clause, figure, words):
        wording = lowered(tokens, chain.clause - length, chain.clause)
        if chain.predicated and wording in words.changes and words.quantities.match(tokens, chain.clause - length):
            break  # "tăng trưởng đạt 7%"
        if chain.linked and wording in words.qualifiers and words.plays(wording, "deictic"):
            break  # "diện tích trên | lên tới 5 ha"
        chain.take(wording, length, words)
    across = None if chain.change or chain.level or chain.linked else _change_across(tokens, chain.clause, words)
    if across:
        chain.change, chain.clause, than = across
        chain.linked = chain.predicated = True
    if chain.more and not chain.change:
        chain.change = direction(tokens, chain.clause, words)
    if not chain.change and figure.is_share:
        chain.change = _signed(tokens, chain.clause)
    bound, change = chain.bound, chain.change
    after = bound_after(tokens, figure, words)
    opened = chain.clause > 0 and tokens[chain.clause - 1].kind == "word"
    if figure.kind == "range":
        bound = "range"
        change = None if chain.risen and goes_to(tokens, figure, words) else change
    elif after:
        bound = after
    elif bound is None and chain.risen and figure.value is not None and goes_to(tokens, figure, words):
        change = None
    elif bound is None and chain.risen and figure.value is not None and change is None and opened:
        bound = "at_least" if figure.unit or is_least(tokens, figure.first - 1, words) else None
    elif (
        bound is None
        and chain.emphatic
        and opened
        and (figure.unit or _is_sum(tokens, figure, words))
        and is_capped(tokens, chain.clause, words)
    ):
        bound = "at_most"
    return Context(
        chain.start,
        chain.clause,
        bound or "eq",
        change,
        chain.linked,
        chain.predicated,
        chain.compared,
        chain.multiplied,
        figure.unit is not None and figure.unit.kind == "money",
        than if across else None,
    )


def _signed(tokens: Sequence[Token], end: int) -> str | None:
    """Give the change that a sign in brackets tells: "7.086 nghìn tấn (+2,9%)"."""
    if end < 2 or tokens[end - 2].text != "(":
        return None
    return {"+": "up", "-": "down"}.get(tokens[end - 1].text)


def _is_sum(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> bool:
    """Whether a number in millions has no noun, so that it is a sum of money: "phạt đến 1 tỷ"."""
    return figure.scale >= SUM and not is_counted(tokens, figure.end, words)


def as_multiple(tokens: Sequence[Token], figure: Figure, context: Context, words: Vocabulary) -> Figure:
    """Give the figure of "gấp 2,3 lần", "tăng 5 lần" with its unit, any other as it is."""
    if figure.unit or figure.end >= len(tokens) or not (context.multiplied or context.change):
        return figure
    word = tokens[figure.end].lower
    if not words.plays(word, "multiple"):
        return figure
    return replace(figure, end=figure.end + 1, unit=Unit(word, "times", figure.end + 1, None))


class _Chain:
    """What has been read of the words before a figure, nearest first.

    `risen` tells of "từ" right before the number, `emphatic` of "đến" and its like, `more` of "thêm".
    """

    def __init__(self, first: int) -> None:
        self.first = self.start = self.clause = first
        self.bound: str | None = None
        self.change: str | None = None
        self.level = self.linked = self.predicated = self.risen = self.emphatic = False
        self.compared = self.multiplied = self.more = False

    def take(self, wording: str, length: int, words: Vocabulary) -> None:
        """Take the wording of `length` tokens that ends where the clause ended so far."""
        if wording in words.changes:
            if self.change is None and not self.level:
                self.change = words.changes[wording]
            self.linked = self.predicated = True
        elif wording in words.qualifiers:
            if words.plays(wording.rpartition(" ")[2], "value"):
                self.linked = self.predicated = True  # "ước đạt"
            self._qualify(words.qualifiers[wording], self.clause - length)
        elif not words.plays(wording, "manner"):
            self.linked = True
            self.more = self.more or words.plays(wording, "more")
            self.risen = self.risen or (words.plays(wording, "from") and self.clause == self.first)
            self.compared = self.compared or words.plays(wording, "equal")
            self.level = self.level or wording in words.levels
            self.multiplied = self.multiplied or words.plays(wording, "times")
            self.predicated = self.predicated or self.multiplied or wording in words.levels or wording == ":"
        self.clause -= length

    def _qualify(self, bound: str, start: int) -> None:
        if bound == "eq":
            self.emphatic = True
        elif self.bound is None:
            self.bound, self.start = bound, start


def _change_across(
    tokens: Sequence[Token], end: int, words: Vocabulary
) -> tuple[str, int, tuple[int, int] | None] | None:
    """Read a change that what it is compared with parts from its number: "cao hơn năm trước | 5%".

    Give the change, the token with which it begins, and the tokens of what it is compared with.
    """
    if not end or words.plays(tokens[end - 1].lower, "cut"):
        return None
    pair = lowered(tokens, max(0, end - 2), end)
    longer = bool(words.classes.classes(pair)) and not words.plays(pair, "mark")
    if ends_with(tokens, end, "mark", words) and not longer:
        return None  # "cao hơn mức | 5%", but not "thấp hơn định mức | 2 người"
    for index in range(end - 1, max(0, end - COMPARISON), -1):
        token = tokens[index]
        if token.kind == "mark" and token.text not in {"/", "-"}:
            return None
        if token.lower not in words.across_ends:
            continue
        pair = f"{tokens[index - 1].lower} {token.lower}"
        if index + 1 < end and pair in words.comparatives:
            return words.comparatives[pair], index - 1, (index + 1, end)
        if words.qualifiers.get(token.lower) == "over" and words.baselines.match(tokens, index + 1):
            return "up", index, (index + 1, end)  # "hơn | cùng kỳ | 2 giải"
        if words.plays(pair, "comparison") and (length := _change_length(tokens, index - 1, words)):
            start = index - 1 - length
            return words.changes[lowered(tokens, start, index - 1)], start, (index + 1, end)
    return None


def change_before(tokens: Sequence[Token], end: int, words: Vocabulary) -> str | None:
    """Give the change that ends before token `end`, that of a quantity which goes on: "giảm | lãi suất 2%"."""
    length = _change_length(tokens, end, words)
    return words.changes[lowered(tokens, end - length, end)] if length else None


def _change_length(tokens: Sequence[Token], end: int, words: Vocabulary) -> int:
    """Give how many tokens before `end` make a change word, 0 for none."""
    return next((n for n in (2, 1) if end >= n and lowered(tokens, end - n, end) in words.changes), 0)


def _chain_length(tokens: Sequence[Token], end: int, figure: Figure, words: Vocabulary) -> int:
    """Give how many tokens before `end` make the longest word of the chain, 0 for none."""
    if not end or tokens[end - 1].lower not in words.chain_ends or (end > 1 and _is_one_word(tokens, end, words)):
        return 0
    if end > 1 and tokens[end - 1].is_capital and tokens[end - 2].is_capital and not tokens[end - 1].text.isupper():
        return 0  # "tỉnh Cao Bằng | 45 xã"
    for length in range(min(LONGEST, end), 0, -1):
        wording = lowered(tokens, end - length, end)
        if wording not in words.chain:
            continue
        if (
            (wording in words.changes and (figure.is_share or wording not in words.share_changes))
            or wording in words.qualifiers
            or words.plays(wording, "link")
            or wording in words.levels
        ):
            return length
        if words.plays(wording, "manner") and _after_change(tokens, end - length, words):
            return length
    return 0


def _is_one_word(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether the last two syllables before token `end` are a word of their own: "đất liền", "lấn chiếm"."""
    if end > 2 and words.classes.classes(lowered(tokens, end - 3, end))[:1] == ("N",):
        return True  # "nông thôn mới"
    pair, first = lowered(tokens, end - 2, end), tokens[end - 2].lower
    if pair in words.qualifiers or words.plays(pair, "link"):
        return False  # "trên dưới", "vỏn vẹn"
    classes = words.classes.classes(pair)
    if not classes or classes[0][0] == "N":
        return bool(classes)
    if pair in words.changes:
        return False
    known = first in words.changes or words.plays(first, "link") or words.plays(first, "adverb")
    return classes[0] == "V" and not words.plays(tokens[end - 1].lower, "achieved") and not known


def _after_change(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether a change or a level word ends right before token `end`."""
    return any(
        lowered(tokens, end - length, end) in words.changes or lowered(tokens, end - length, end) in words.levels
        for length in (1, 2)
        if end >= length
    )
