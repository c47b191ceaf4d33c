"""Periods: the spans of time that a sentence names ("trong 6 tháng đầu năm 2024", "nhiệm kỳ 2020-2025").

The wordings are templates in `lexicon/periods.toml`, looked up by the word they begin with. Which days a
wording means is told by `resolve/calendar.py`, which knows the year.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from danvan_cli.find.mentions import PeriodMention
from danvan_cli.lexicon import Entry, Lexicon
from danvan_cli.segment import Page, Sentence
from danvan_cli.text.fold import fold_string, lower

_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_DAY = (r"\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?(?:19|20)\d\d)?(?!\d|[/-]\d)"
        r"|\d{1,2}\s+tháng\s+\d{1,2}(?:\s*+,?\s*+năm\s+(?:19|20)\d\d)?")
NUMBER = "0"
_PIECE = regex.compile(r"\[(?P<optional>[^\]]+)\]|\{(?P<slot>\w+)\}|(?P<mark>[()/-])|(?P<word>[^\s\[\]{}()/-]+)")


class Templates(NamedTuple):
    """The templates that may begin with one word, as one pattern.

    The empty group (`t0`, `t1` …) that takes part in a match names its entry.
    """

    pattern: regex.Pattern[str]
    entries: dict[str, Entry]


def find_periods(page: Page, sentence: Sentence, lexicon: Lexicon) -> tuple[PeriodMention, ...]:
    """Find the periods of a sentence, in text order, the longest template at each place."""
    grammar = period_grammar(lexicon)
    found: list[PeriodMention] = []
    for token in sentence.tokens:
        templates = grammar.get(NUMBER if token.kind == "number" else token.lower)
        if templates and not (found and token.start < found[-1].end):
            match = templates.pattern.match(page.folded.lower, token.start, sentence.end)
            if match:
                found.append(_mention(match, templates))
    return tuple(found)


def _mention(match: regex.Match[str], templates: Templates) -> PeriodMention:
    values = {key: value for key, value in match.groupdict().items() if value is not None}
    entry = next(templates.entries[key] for key in values if key in templates.entries)
    return PeriodMention(
        match.start(), match.end(), entry.get("reading"),
        tuple(sorted((key, value) for key, value in values.items() if key not in templates.entries)),
        entry.get("scope", "document"), entry.get("attributive", False),
        f"period.{entry.get('reading').replace('_', '-')}")


@cache
def period_grammar(lexicon: Lexicon) -> dict[str, Templates]:
    """Compile the templates of `periods.toml`, keyed by the words (or NUMBER) that they can begin with."""
    words = sorted(lexicon.words("period_numbers"), key=lambda word: (-len(word), word))
    numbers = "|".join(map(regex.escape, words))
    slots = {
        "n": rf"\d{{1,2}}|{numbers}", "q": rf"[1-4]|{numbers}", "m": rf"1[0-2]|0?[1-9]|{numbers}",
        "m2": rf"1[0-2]|0?[1-9]|{numbers}", "y": _YEAR, "y2": _YEAR, "d": _DAY, "d2": _DAY}
    first_words: dict[str, list[Entry]] = {}
    for entry in sorted(lexicon.entries("periods"), key=lambda entry: (-len(entry.form), entry.form)):
        for word in _first_words(entry.form, [word.split()[0] for word in words]):
            first_words.setdefault(word, []).append(entry)
    return {word: _compile(entries, slots) for word, entries in first_words.items()}


def _compile(entries: list[Entry], slots: dict[str, str]) -> Templates:
    named = {f"t{number}": entry for number, entry in enumerate(entries)}
    alternatives = (f"{_template(entry.form, slots)}(?P<{name}>)" for name, entry in named.items())
    return Templates(regex.compile("(?:" + "|".join(alternatives) + r")(?![\p{L}\p{M}\d])"), named)


def _first_words(form: str, numbers: list[str]) -> set[str]:
    """Give the words that a template can begin with."""
    first: set[str] = set()
    for piece in _PIECE.finditer(lower(fold_string(form))):
        if piece["slot"]:
            first.update([NUMBER, *numbers])
        elif piece["word"] or piece["optional"]:
            first.add(piece["word"] or piece["optional"])
        if not piece["optional"]:
            break
    return first


def _template(form: str, slots: dict[str, str]) -> str:
    """Turn one template into a pattern over lower-case folded text."""
    pieces = []
    for piece in _PIECE.finditer(lower(fold_string(form))):
        if piece["optional"]:
            pieces.append(f"(?:{_template(piece['optional'], slots)})?")
        elif piece["slot"]:
            pieces.append(rf"\s*+(?P<{piece['slot']}>{slots[piece['slot']]})")
        elif piece["mark"]:
            pieces.append(rf"\s*+{regex.escape(piece['mark'])}")
        else:
            pieces.append(rf"\s*+{regex.escape(piece['word'])}(?![\p{{L}}\p{{M}}])")
    return "".join(pieces)
