"""Baselines: what a figure is compared with, beside it or shared along a list."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.quantities import Phrase
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import role_end, role_start, word_at
from danvan_cli.find.mentions import IndicatorMention
from danvan_cli.text.tokens import Token

REACH = 14


def baseline_after(
    tokens: Sequence[Token], figure: Figure, context: Context, right: Phrase | None, words: Vocabulary
) -> Phrase | None:
    """Give what a share is a share of, where that is no measure, and what a multiple is a multiple of.

    "Bằng 112,3% dự toán", "đạt 105% kế hoạch năm", "gấp 1,5 lần năm ngoái".
    """
    if context.than:
        return Phrase(*context.than, "baseline")
    if not (figure.is_share or context.multiplied) or figure.end >= len(tokens):
        return None
    if context.compared and right:
        return Phrase(right.start, right.end, "baseline")
    if _comparison_at(tokens, figure.end, words):
        return None  # is read with those of the sentence
    end = _comparand_end(tokens, figure.end, words)
    match = words.baselines.match(tokens, figure.end)
    if match is None:
        first = word_at(tokens, figure.end, words).text
        said = context.compared and words.plays(first, "time word")
        said = said or (context.multiplied and not words.plays(first, "subordinator"))
        return Phrase(figure.end, end, "baseline") if said and end > figure.end else None
    whole = right is not None and right.end == match.end  # "vượt 12% chỉ tiêu"
    exceeds = words.plays(tokens[context.clause].lower, "exceed")  # "vượt 9,6% chỉ tiêu Bộ Công an giao"
    if context.change is not None and not (whole or exceeds):
        return None
    timed = words.plays(match.form, "time word")
    named = right.end if right and right.start == match.start else match.end
    return Phrase(match.start, max(end, match.end) if timed else named, "baseline")


def share_baselines(
    tokens: Sequence[Token], mentions: list[IndicatorMention], words: Vocabulary
) -> list[IndicatorMention]:
    """Give each change of a sentence the "so với …" that follows it, or follows the list it stands in.

    A level has one only where it stands right behind it: "bằng 105% so với cùng kỳ".
    """
    bare = any(mention.baseline is None for mention in mentions)
    comparisons = _comparisons(tokens, words) if bare else []
    if not comparisons:
        return mentions
    shared = list(mentions)
    following: tuple[int, int] | None = None
    fronted = comparisons[0][1] if comparisons[0][0] < mentions[0].start else None
    # From the right: a comparison reaches back over the changes before it, up to a figure that is none.
    for number in range(len(mentions) - 1, -1, -1):
        mention = mentions[number]
        beside = False
        while comparisons and comparisons[-1][0] >= mention.end:
            beside = comparisons[-1][0] <= mention.end + 1
            following = comparisons.pop()[1]
        if mention.change is None and not beside:
            following = None
        elif mention.baseline is None and (following or fronted):
            shared[number] = replace(mention, baseline=following or fronted)
    return shared


def share_changes(
    tokens: Sequence[Token], mentions: list[IndicatorMention], words: Vocabulary
) -> list[IndicatorMention]:
    """Give the change of a figure to the share of it, in brackets or behind "tức", and to the count that "và" joins.

    "Giảm 7 vụ (23,3%)", "giảm 47 đầu mối, tức gần 1/3", "giảm 3 người chết và 8 người bị thương".
    """
    if not any(mention.change for mention in mentions):
        return mentions
    at = {token.start: index for index, token in enumerate(tokens)}
    shared = list(mentions)
    for number in range(1, len(mentions)):
        before, mention = shared[number - 1], shared[number]
        index = at.get(mention.start, 0)
        share = mention.unit in {"%", "ratio"}
        if share and before.change and mention.measure == before.measure:
            index = role_start(tokens, index, "restated", words, min(2, index - 1))  # before "tức"
        if before.change is None or mention.change or index < 2 or tokens[index - 2].end != before.end:
            continue
        joint = tokens[index - 1]
        bracketed = share and (joint.text == "(" or (joint.text == "," and tokens[index].start < mention.start))
        if bracketed or (words.plays(joint.lower, "pair") and before.unit == mention.unit == "count"):
            shared[number] = replace(mention, change=before.change)
    return shared


def _comparisons(tokens: Sequence[Token], words: Vocabulary) -> list[tuple[int, tuple[int, int]]]:
    """Give where each "so với" stands and the span of what follows it."""
    found = []
    openers = words.playing_starts["comparison"]
    for index in [index for index, token in enumerate(tokens[:-2]) if token.lower in openers]:
        start = _comparison_at(tokens, index, words)
        end = _comparand_end(tokens, start, words) if start else 0
        if end > start:
            found.append((tokens[index].start, (tokens[start].start, tokens[end - 1].end)))
    return found


def _comparison_at(tokens: Sequence[Token], index: int, words: Vocabulary) -> int:
    """Give the token after the "so với" at token `index`, or the "so" before a time ("so | cùng kỳ"); 0 for none."""
    if index + 1 >= len(tokens) or tokens[index].lower not in words.playing_starts["comparison"]:
        return 0
    if (compared := role_end(tokens, index, "comparison", words)) > index:
        return compared
    timed = words.plays(word_at(tokens, index + 1, words).text, "time word")
    return index + 1 if timed or words.baselines.match(tokens, index + 1) else 0


def _comparand_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after what a figure is compared with, which begins at token `start`."""
    end = start
    while end < min(len(tokens), start + REACH) and not _closes(tokens, start, end, words):
        end += 1
    return end


def _closes(tokens: Sequence[Token], start: int, index: int, words: Vocabulary) -> bool:
    token = tokens[index]
    if token.kind == "mark" and token.text not in {"/", "-"}:
        return True
    return index > start and role_end(tokens, index, "comparison end", words) > index
