"""Sentences: where one ends, with the abbreviations that end nothing."""

from __future__ import annotations

import regex

from danvan_cli.lexicon import Lexicon

# A full stop, question or exclamation mark, perhaps inside closing quotes or brackets, before a capital, a
# digit, an opening mark or a list dash.
_END = regex.compile(r"""(?:\.\.\.|[.!?…])(?:\s?['")\]]+)?(?=\s+(?:['"(\[]\s?)?[\p{Lu}\d-])""")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}.&-]*+$")


def cut_sentences(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Give the spans of the sentences in the paragraph `start:end` of a folded text.

    A stop after an abbreviation of the lexicon (TP., TS., Tp., ĐT.), after a single capital (initials) or
    after the number of a list item ends no sentence.
    """
    spans = []
    first = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and _ends_nothing(text, first, match.start(), lexicon):
            continue
        spans.append((first, match.end()))
        first = match.end()
    if text[first:end].strip():
        spans.append((first, end))
    return [_strip(text, *span) for span in spans]


def _ends_nothing(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the full stop at `stop` belongs to the word or number before it."""
    before = text[max(start, stop - 12):stop]
    found = _LAST_WORD.search(before)
    word = found.group() if found else ""
    if word:
        return (len(word) == 1 and word.isupper()) or word.lower() in lexicon.words("abbreviations_with_stop")
    return before.strip().isdigit() and text[start:stop].strip() == before.strip()


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
