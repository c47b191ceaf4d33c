"""Words broken over two lines by a hyphen ("nguy-" / "ễn"), as typesetting programs break them."""

from __future__ import annotations

import re

import regex

from danvan_cli.read.spelling import is_syllable
from danvan_cli.segment.spans import Span
from danvan_cli.text.fold import Edit, Folded
from danvan_cli.text.pattern import lazy_pattern

# No syllable is longer than "nghiêng". The hyphen comes first: few characters are one.
_BREAK = lazy_pattern(
    r"[-\u2010\u2011](?<=(?<![\p{L}\p{M}-])(?P<head>\p{L}{1,7})[-\u2010\u2011])[ \t]*+\r?\n[ \t]*+"
    r"(?=(?P<tail>\p{Ll}{1,7}+)(?![\p{L}\p{M}'-]))")

_HYPHEN_AT_END = re.compile(r"[-\u2010\u2011][ \t]*\r?\n")


def join_broken_words(folded: Folded) -> Folded:
    r"""Leave out the breaks inside syllables; a hyphen between syllables ("Ê-đê", "kinh tế - xã hội") stays.

    >>> from danvan_cli.text.fold import fold
    >>> join_broken_words(fold("bà Nguy-\nễn Thị An, kinh tế-\nxã hội")).text
    'bà Nguyễn Thị An, kinh tế-\nxã hội'
    """
    if not _HYPHEN_AT_END.search(folded.text):
        return folded
    breaks = [match.span() for match in _BREAK.finditer(folded.text) if _is_inside_syllable(match)]
    return _without(folded, breaks) if breaks else folded


def wording(text: str) -> str:
    r"""Give a composed piece of a text on one line, without breaks inside words, otherwise as it is written.

    >>> wording("Nguy-\nễn\nThị An")
    'Nguyễn Thị An'
    """
    if "\n" in text:
        text = _BREAK.sub(lambda match: "" if _is_inside_syllable(match) else match.group(), text)
    return " ".join(text.split())


def _is_inside_syllable(found: regex.Match[str]) -> bool:
    return is_syllable(found["head"] + found["tail"])


def _without(folded: Folded, spans: list[Span]) -> Folded:
    """Give a folded text without some spans of it, and the way back to the same raw text."""
    pieces: list[Span] = []
    edits: list[Edit] = []
    left = list(folded.edits)[::-1]
    done = gone = 0
    for start, end in spans:
        pieces.append((done, start))
        while left and left[-1].end <= start:
            edits.append(_moved(left.pop(), gone))
        while left and left[-1].start < end:  # inside the break: goes with it
            left.pop()
        edits.append(Edit(start - gone, start - gone, *folded.raw(start, end)))
        gone += end - start
        done = end
    pieces.append((done, len(folded.text)))
    edits += [_moved(edit, gone) for edit in left[::-1]]
    text, lower = ("".join(whole[start:end] for start, end in pieces) for whole in (folded.text, folded.lower))
    return Folded(text, lower, tuple(edits))


def _moved(edit: Edit, gone: int) -> Edit:
    return edit._replace(start=edit.start - gone, end=edit.end - gone)
