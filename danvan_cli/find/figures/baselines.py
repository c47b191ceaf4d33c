"""Baselines: what a figure is compared with, beside it or shared along a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.measures import Phrase, is_share
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.mentions import IndicatorMention
from danvan_cli.text.tokens import Token

REACH = 14


def baseline_after(tokens: Sequence[Token], figure: Figure, context: Context, right: Phrase | None,
                   words: Vocabulary) -> Phrase | None:
    """Give what a share is a share of, where that is no measure: "bằng 112,3% dự toán", "đạt 105% kế hoạch"."""
    if not is_share(figure) or figure.end >= len(tokens):
        return None
    if context.compared and right:
        return Phrase(right.start, right.end, "baseline")
    match = words.baselines.match(tokens, figure.end)
    if match and context.change is None and tokens[match.start].lower != "so":
        end = right.end if right and right.start == match.start else match.end
        return Phrase(match.start, end, "baseline")
    return None


def share_baselines(tokens: Sequence[Token], mentions: list[IndicatorMention], words: Vocabulary) -> list[IndicatorMention]:
    """Give each change of a sentence the "so với …" that follows it, or follows the list it stands in."""
    comparisons = _comparisons(tokens, words)
    if not comparisons:
        return mentions
    shared = list(mentions)
    for number, mention in enumerate(mentions):
        if mention.change is None or mention.baseline:
            continue
        for start, span in comparisons:
            between = [m for m in mentions[number + 1:] if m.start < start]
            if (start >= mention.end or start < mention.start) and all(m.change for m in between):
                shared[number] = replace(mention, baseline=span)
                break
    return shared


def _comparisons(tokens: Sequence[Token], words: Vocabulary) -> list[tuple[int, tuple[int, int]]]:
    """Give where each "so với" stands and the span of what follows it."""
    found = []
    for index in range(len(tokens) - 2):
        if tokens[index].lower == "so" and tokens[index + 1].lower == "với":
            end = index + 2
            while end < min(len(tokens), index + REACH) and not _closes(tokens, index + 2, end):
                end += 1
            if end > index + 2:
                found.append((tokens[index].start, (tokens[index + 2].start, tokens[end - 1].end)))
    return found


def _closes(tokens: Sequence[Token], start: int, index: int) -> bool:
    token = tokens[index]
    if token.kind == "mark" and token.text not in {"/", "-"}:
        return True
    return index > start and token.lower in {"với", "và", "thì", "là", "có", "trong", "do"}
