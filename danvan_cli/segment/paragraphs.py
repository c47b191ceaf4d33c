"""Paragraphs: which lines belong together in texts whose lines an editor or a PDF broke."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.credits import read_credit
from danvan_cli.segment.datelines import read_dateline
from danvan_cli.segment.spans import Span, strip
from danvan_cli.segment.stamps import is_stamp, read_signed
from danvan_cli.text.pattern import lazy_pattern

_LINE = regex.compile(r"[^\n]+")
# A line that goes on in the next: no end mark, and the next in lower case.
_ENDS_OPEN = lazy_pattern(r"[\p{L}\p{M}\d,-]\s*+$")
_GOES_ON = lazy_pattern(r"\s*+\p{Ll}")
_STOPPED = lazy_pattern(r"[.!?…:;][\"')\]]*+\s*+$")
_ITEM = lazy_pattern(r"\s*+(?:[-+*•]|\(?(?:\d{1,2}|\p{L})[.)]\s|[IVX]+\.\s)")
_WORD = lazy_pattern(r"\S++")
_REACH = 40

# A text is taken as broken at a fixed width if its longest line that has a next one is this long, and if at
# least so many of those lines, and this share of them, leave no room for the first word of the next.
_WIDTHS = range(40, 161)
_FULL_LINES = 3
_FULL_SHARE = 0.5
# Lines of print differ in their letters: inside a sentence this share of the longest counts as full, unless this share
# of the lines that go on in lower case shows that the letters were counted.
_FULL_IN_PRINT = 0.85
_COUNTED = 0.9

# Above so many lines a report opens.
_HEAD = 8

class _Width(NamedTuple):
    """Where the lines of a text are broken: how long one is that is full, and one that is full inside a sentence."""

    full: int
    nearly: float


def cut_paragraphs(text: str, lexicon: Lexicon) -> list[Span]:
    """Give the spans of the paragraphs of a folded text, without the white space around them.

    A paragraph is a line, together with the next ones where it runs on in them: where they go on in lower
    case, or where the whole text is broken at a fixed width and the line is full. Stamps and credits stand apart.
    """
    lines = [strip(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    width = _width(text, lines)
    spans: list[Span] = []
    for number, (start, end) in enumerate(lines):
        if (number and _runs_on(text, lines[number - 1], (start, end), width)
                and not _is_apart(text, lines, number, width, lexicon)):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _runs_on(text: str, line: Span, following: Span, width: _Width | None) -> bool:
    if not _is_next(text, line, following):
        return False
    if _goes_on(text, line, following):
        return True
    if width is None:
        return False
    stopped = _ends_sentence(text, line)
    item = _ITEM.match(text, *following)
    if stopped and item:
        return False
    return _needed(text, line, following) > (width.full if stopped or item else width.nearly)


def _is_apart(text: str, lines: Sequence[Span], number: int, width: _Width | None, lexicon: Lexicon) -> bool:
    """Whether a line stands apart from the one before it, however full that is: a stamp, a credit, a report's opening.

    Below a line that does not end a sentence, a name, an organ or a day may be the end of it.
    """
    before, line, after = lines[number - 1], lines[number], lines[number + 1:number + 2]
    if is_stamp(text, *before, lexicon):
        return True
    if text[line[0]].islower():
        return False
    dateline = read_dateline(text, *line, lexicon) if number < _HEAD else None
    if dateline and dateline.dashed:
        return True
    if not _ends_sentence(text, line) and (is_stamp(text, *line, lexicon) or read_signed(text, *line, lexicon)):
        return True
    if width is None or line[1] - line[0] > _FULL_IN_PRINT * width.full:
        return False
    credit = read_credit(text, *line, lexicon)
    return credit is not None and (
        credit.sure or _ends_sentence(text, before) or any(is_stamp(text, *next_line, lexicon) for next_line in after))


def _width(text: str, lines: list[Span]) -> _Width | None:
    """Give the width at which the lines of a text are broken, None if they are not."""
    pairs = [pair for pair in pairwise(lines)
             if _is_next(text, *pair) and not _ITEM.match(text, *pair[1])]
    width = max((line[1] - line[0] for line, _ in pairs), default=0)
    full = sum(_needed(text, *pair) > width for pair in pairs)
    if width not in _WIDTHS or full < _FULL_LINES or full < _FULL_SHARE * len(pairs):
        return None
    nearly = _FULL_IN_PRINT * width
    inside = [needed for pair in pairs
              if _goes_on(text, *pair) and (needed := _needed(text, *pair)) > nearly]
    counted = sum(needed > width for needed in inside) >= _COUNTED * len(inside)
    return _Width(width, width if counted else nearly)


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether a line is not at its end and the next one goes on in lower case."""
    return (_GOES_ON.match(text, *following) is not None
            and _ENDS_OPEN.search(text, max(line[0], line[1] - _REACH), line[1]) is not None)


def _needed(text: str, line: Span, following: Span) -> int:
    """Give how long the line would be with the first word of the next."""
    word = _WORD.search(text, *following)
    return line[1] - line[0] + 1 + (len(word.group()) if word else 0)


def _ends_sentence(text: str, line: Span) -> bool:
    return _STOPPED.search(text, max(line[0], line[1] - _REACH), line[1]) is not None


def _is_next(text: str, line: Span, following: Span) -> bool:
    """Whether there is no blank line between two lines."""
    return text.count("\n", line[1], following[0]) == 1
