"""Paragraphs: which lines belong together in texts whose lines an editor or a PDF broke."""

from __future__ import annotations

from itertools import pairwise

import regex

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
# Lines of print differ in their letters: inside a sentence this share of the longest counts as full.
_FULL_IN_PRINT = 0.85

Span = tuple[int, int]


def cut_paragraphs(text: str) -> list[Span]:
    """Give the spans of the paragraphs of a folded text, without the white space around them.

    A paragraph is a line, together with the next ones where it runs on in them: where they go on in lower
    case, or where the whole text is broken at a fixed width and the line is full.
    """
    lines = [_strip(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    width = _width(text, lines)
    spans: list[Span] = []
    for number, (start, end) in enumerate(lines):
        if number and _runs_on(text, lines[number - 1], (start, end), width):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _runs_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    if not _is_next(text, line, following):
        return False
    if _GOES_ON.match(text, *following) and _ENDS_OPEN.search(text, max(line[0], line[1] - _REACH), line[1]):
        return True
    if width is None:
        return False
    stopped = _STOPPED.search(text, max(line[0], line[1] - _REACH), line[1])
    item = _ITEM.match(text, *following)
    if stopped and item:
        return False
    return _needed(text, line, following) > (width if stopped or item else width * _FULL_IN_PRINT)


def _width(text: str, lines: list[Span]) -> int | None:
    """Give the width at which the lines of a text are broken, None if they are not."""
    pairs = [pair for pair in pairwise(lines)
             if _is_next(text, *pair) and not _ITEM.match(text, *pair[1])]
    width = max((line[1] - line[0] for line, _ in pairs), default=0)
    full = sum(_needed(text, *pair) > width for pair in pairs)
    is_broken = width in _WIDTHS and full >= _FULL_LINES and full >= _FULL_SHARE * len(pairs)
    return width if is_broken else None


def _needed(text: str, line: Span, following: Span) -> int:
    """Give how long the line would be with the first word of the next."""
    word = _WORD.search(text, *following)
    return line[1] - line[0] + 1 + (len(word.group()) if word else 0)


def _is_next(text: str, line: Span, following: Span) -> bool:
    """Whether there is no blank line between two lines."""
    return text.count("\n", line[1], following[0]) == 1


def _strip(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return end - len(line.lstrip()), start + len(line.rstrip())
