"""Choice: which phrase a figure measures, the one after it, the one before it, or that of a figure before."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.memory import Memory, Span, span
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.reading import Reading
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token, lowered


def choose(
    tokens: Sequence[Token], reading: Reading, is_baseline: bool, goes_on: bool, before: Memory, words: Vocabulary
) -> tuple[Span | None, str]:
    """Choose among the phrase after a figure, the one before it and the measure of the figure before.

    Give the offsets of the phrase and the rule it was chosen by. `is_baseline` tells that the phrase after the figure
    is a baseline, which is its measure only where nothing else is ("xã đạt 95% | chỉ tiêu thu quỹ"), `goes_on` that the
    figure goes on the list of the one before.
    """
    right, left, kind = reading.right, reading.left, reading.kind
    if left and kind == "physical" and left.rule == "left" and _is_sum(tokens, left, words):
        left = None  # "chi trả tiền đền bù | 2.200 ha đất"
    if left and before.measure and words.plays(tokens[left.end - 1].lower, "indefinite"):
        left = None  # "đơn vị nào | đạt dưới 60%"
    back = left and (_refers_back(tokens, left, words) or (kind == "share" and _adds(tokens, left, before)))
    if back and before.measure:
        left = None
    if right and not is_baseline and not (kind == "physical" and left and left.rule in {"left", "sized"}):
        return span(tokens, right), "right"
    named = left and _names_another(tokens, kind, left, before, words)
    if named and kind in before.by_kind:
        return before.by_kind[kind], "carried"
    if right and (named or not (left or before.measure)):
        return span(tokens, right), "right"
    if left:
        return span(tokens, left), left.rule
    if kind == "money" and goes_on and before.governor:
        return before.governor, "verb"
    if kind == "share" and before.said:
        return before.said, "carried"
    if kind == "physical" and before.kind == "money":
        return None, "bare"  # "tổng kinh phí 482 tỷ đồng, trong đó | 3 km"
    if before.measure and before.measure[1] > tokens[reading.figure.first].start:
        return None, "bare"  # a threshold within the measure before: "12 trang trại từ | 2 ha trở lên"
    return (before.measure, "carried") if before.measure else (None, "bare")


def _is_sum(tokens: Sequence[Token], left: Phrase, words: Vocabulary) -> bool:
    """Whether a quantity is one of money: "tổng kinh phí", "số tiền"."""
    return any(words.money.match(tokens, index) for index in range(left.start, min(left.start + 2, left.end)))


def _names_another(tokens: Sequence[Token], kind: str, left: Phrase, before: Memory, words: Vocabulary) -> bool:
    """Whether a phrase names one more of those that the last measure of its kind is told of, not what is measured."""
    if left.rule == "proper":
        return True
    if left.rule not in {"subject", "object"}:
        return False
    return (
        tokens[left.start].start in before.bodies
        or _is_unit(tokens, left, words)
        or (kind == "money" and tokens[left.end - 1].is_capital)
        or (kind == "money" and _is_agent(tokens, left, words))
    )


def _is_agent(tokens: Sequence[Token], left: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase is people: "mức thu đối với học sinh cũ là 3 triệu đồng, | học sinh mới | 2 triệu đồng"."""
    match = words.classifiers.match(tokens, left.start)
    return match is not None and match.entry.get("kind") == "agent"


def _is_unit(tokens: Sequence[Token], left: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase is a territory, named or not: "tỷ lệ hộ nghèo còn 12%, | xã An Sơn | còn 38%"."""
    first = tokens[left.start].lower
    kind = any(words.plays(first, role) for role in ("administrative", "hamlet", "territory"))
    return kind and all(token.is_capital or words.plays(token.lower, "deictic")
                        for token in tokens[left.start + 1 : left.end])


def _adds(tokens: Sequence[Token], left: Phrase, before: Memory) -> bool:
    """Whether a verb right after a figure goes on with it: "tăng 3,6%, đóng góp 0,7 điểm phần trăm"."""
    return left.rule == "verb" and left.start > 0 and tokens[left.start - 1].text == "," and before.kind == "share"


def _refers_back(tokens: Sequence[Token], left: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase is "con số này": the figure before it under another name."""
    wording = lowered(tokens, left.start, left.end)
    start = left.start - (left.start > 0 and words.plays(tokens[left.start - 1].lower, "reached"))  # ", đạt tỷ lệ 85%"
    apart = start > 0 and tokens[start - 1].text in {",", "("}
    return words.plays(wording, "anaphor") or (apart and words.plays(wording, "bare share"))
