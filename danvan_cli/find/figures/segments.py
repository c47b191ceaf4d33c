"""Segments: the stretch of a sentence before a figure in which its measure is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import role_end
from danvan_cli.text.tokens import Token, lowered

# How many tokens before a figure its measure is looked for, how many a phrase of time before it may have,
# and a bracket.
REACH = 60
PERIOD = 10
BRACKET = 24
_BREAKS = {",", ";", ":", ".", "(", ")", "?", "!", "...", "…", "|", "+", "*"}
_ROMAN = set("IVX")


def segment_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Give the token where the comma segment that ends at `end` begins; a bracket right before it is skipped."""
    index = end
    floor = max(floor, end - REACH)
    if index and tokens[index - 1].text == ")":
        inside = range(index - 2, max(floor, index - BRACKET) - 1, -1)
        opening = next((i for i in inside if tokens[i].text == "("), None)
        index = opening if opening is not None else index
    quotes = []
    while index > floor and not (index == 1 and tokens[0].text == "-"):
        text = tokens[index - 1].text
        if text in _BREAKS and _breaks(tokens, index - 1):
            break
        index -= 1
        if text == '"':
            quotes.append(index)
    # A quotation that opens here and closes later holds the figure: the segment begins inside it.
    return quotes[0] + 1 if len(quotes) % 2 else index


def open_bracket(tokens: Sequence[Token], end: int, reach: int) -> int | None:
    """Give the bracket that is open at token `end`, None if none is among the `reach` tokens before it."""
    for index in range(end - 1, max(-1, end - 1 - reach), -1):
        if tokens[index].text in {"(", ")"}:
            return index if tokens[index].text == "(" else None
    return None


def _breaks(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause ends with a mark; not with a stop in a code or after letters ("ĐT.614", "TP. HCM")."""
    if tokens[index].text != "." or not 0 < index < len(tokens) - 1 or tokens[index - 1].end < tokens[index].start:
        return True
    return tokens[index + 1].start > tokens[index].end and not tokens[index - 1].text.isupper()


def before_period(tokens: Sequence[Token], end: int, floor: int, words: Vocabulary) -> int:
    """Give the token before which a phrase of time begins that ends at `end` ("GRDP | quý III/2025"), else `end`."""
    index = end
    dated = timed = False
    while index > max(floor, end - PERIOD):
        token = tokens[index - 1]
        time = words.plays(token.lower, "day") or words.plays(token.lower, "time unit")
        time = time and not words.plays(token.lower, "age")
        if token.kind == "number" or words.roles.get(token.lower) == "digit" or _ROMAN.issuperset(token.text):
            dated = True
        elif not (time or token.text in {"/", "-"} or words.plays(token.lower, "period")):
            break
        timed = timed or time
        dated = dated or words.plays(token.lower, "dated")
        index -= 1
    return index if timed and dated else end


def after_speaker(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Give the token after "Sở Y tế cho biết" and its like among the tokens `start:end`, else `start`.

    A word that is also a noun ("kiến nghị") is what a name says only right after it.
    """
    openers = words.playing_starts["says"]
    for index in range(end - 1, start, -1):
        if tokens[index].lower not in openers or tokens[index].is_capital:
            continue
        for length in (2, 1):
            stop = index + length
            if stop > end:
                continue
            wording = lowered(tokens, index, stop)
            said = tokens[index - 1].is_capital or words.classes.classes(wording) == ("V",)
            pointed = stop < end and words.plays(tokens[stop].lower, "deictic")  # "dự án nêu trên"
            if said and not pointed and words.plays(wording, "says"):
                return stop
    return start


def skip_leads(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Skip what opens a clause and belongs to none of its phrases."""
    index = start
    if (compared := role_end(tokens, start, "comparison", words)) > start:
        index = compared
        while index < end and not any(words.plays(tokens[index].lower, role) for role in ("pair", "boundary")):
            index += 1
    while (lead := role_end(tokens, index, "lead", words, end)) > index:
        if lead == index + 1 and words.classes.length_at(tokens, index) > 1 and _is_verb_pair(tokens, index, words):
            break  # "làm lợi 460 triệu đồng"
        index = lead
    return index


def _is_verb_pair(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether the word that begins at token `index` is nothing but a verb of two syllables."""
    return words.classes.classes(f"{tokens[index].lower} {tokens[index + 1].lower}") == ("V",)
