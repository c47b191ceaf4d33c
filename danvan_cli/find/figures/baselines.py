"""Baselines: what a figure is compared with, beside it or shared along a list."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.mentions import IndicatorMention
from danvan_cli.text.tokens import Token

REACH = 14


def baseline_after(
    tokens: Sequence[Token], figure: Figure, context: Context, right: Phrase | None, words: Vocabulary
) -> Phrase | None:
    """Give what a share is a share of, where that is no measure: "bằng 112,3% dự toán", "đạt 105% kế hoạch"."""
    if context.than:
        return Phrase(*context.than, "baseline")
    if not (figure.is_share or context.multiplied) or figure.end >= len(tokens):
        return None
    if context.compared and right:
        return Phrase(right.start, right.end, "baseline")
    match = words.baselines.match(tokens, figure.end)
    whole = right is not None and match is not None and right.end == match.end  # "vượt 12% chỉ tiêu"
    if match and (context.change is None or whole) and not words.plays(match.form, "comparison"):
        end = right.end if right and right.start == match.start else match.end
        return Phrase(match.start, end, "baseline")
    return None


def share_baselines(
    tokens: Sequence[Token], mentions: list[IndicatorMention], words: Vocabulary
) -> list[IndicatorMention]:
    """Give each change of a sentence the "so với …" that follows it, or follows the list it stands in."""
    changed = any(mention.change is not None and mention.baseline is None for mention in mentions)
    comparisons = _comparisons(tokens, words) if changed else []
    if not comparisons:
        return mentions
    shared = list(mentions)
    following: tuple[int, int] | None = None
    fronted = comparisons[0][1] if comparisons[0][0] < mentions[0].start else None
    # From the right: a comparison reaches back over the changes before it, up to a figure that is none.
    for number in range(len(mentions) - 1, -1, -1):
        mention = mentions[number]
        while comparisons and comparisons[-1][0] >= mention.end:
            following = comparisons.pop()[1]
        if mention.change is None:
            following = None
        elif mention.baseline is None and (following or fronted):
            shared[number] = replace(mention, baseline=following or fronted)
    return shared


def _comparisons(tokens: Sequence[Token], words: Vocabulary) -> list[tuple[int, tuple[int, int]]]:
    """Give where each "so với" stands and the span of what follows it."""
    found = []
    openers = words.comparison_starts
    for index in [index for index, token in enumerate(tokens[:-2]) if token.lower in openers]:
        if words.plays(f"{tokens[index].lower} {tokens[index + 1].lower}", "comparison"):
            end = index + 2
            while end < min(len(tokens), index + REACH) and not _closes(tokens, index + 2, end, words):
                end += 1
            if end > index + 2:
                found.append((tokens[index].start, (tokens[index + 2].start, tokens[end - 1].end)))
    return found


def _closes(tokens: Sequence[Token], start: int, index: int, words: Vocabulary) -> bool:
    token = tokens[index]
    if token.kind == "mark" and token.text not in {"/", "-"}:
        return True
    return index > start and words.plays(token.lower, "comparison end")
