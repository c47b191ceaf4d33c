"""Blocks: what a formatted file is taken apart into, and the text with marks that they make together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import regex

from danvan_cli.document import Mark, Text
from danvan_cli.read.charsets import find_charset
from danvan_cli.read.errors import TooLargeError
from danvan_cli.read.mojibake import mend, read_layers

MAX_CHARS = 32 * 1024 * 1024
"""The longest text that is taken out of one file, in characters: a bound for archives that blow up."""

# Every line end but "\n", and what separates the pages and records of old files.
_LINE_END = regex.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: one or more lines of text.

    `kind` is the kind of its mark, None for running text. A `tight` block stands on the line after the one
    before it, any other after a blank line.
    """

    text: str
    kind: str | None = None
    tight: bool = False


def compose(blocks: Iterable[Block], text: Text, encoding: str | None = None) -> Text:
    """Put the blocks together into the content and the marks of `text`, all else of which is kept.

    Letters of old fonts are read as what they stand for (`mend`), all of them as those of `encoding` where the
    user tells one of the legacy sets. Raises TooLargeError where the blocks are longer than MAX_CHARS.
    """
    lines: list[str] = []
    spans: list[tuple[int, int, str]] = []  # first line, line behind the last, kind
    length = 0
    for block in blocks:
        own = _LINE_END.sub("\n", block.text).strip(" \n").split("\n")
        if not any(line.strip() for line in own):
            continue
        length += len(block.text)
        if length > MAX_CHARS:
            raise TooLargeError(text.source, f"holds more than {MAX_CHARS // 1024 ** 2} million characters of text")
        if lines and not block.tight:
            lines.append("")
        if block.kind:
            spans.append((len(lines), len(lines) + len(own), block.kind))
        lines += own
    if not lines:
        return replace(text, content="", warnings=(*text.warnings, "the input holds no text"))
    text = _mended(replace(text, content="\n".join((*lines, ""))), encoding)
    return replace(text, marks=_marks(text.content.split("\n"), spans))


def _mended(text: Text, encoding: str | None) -> Text:
    """Convert the letters of old fonts; the lines stay the same lines."""
    charset = find_charset(encoding or "")
    if charset is not None:
        return replace(text, content=read_layers(text.content, (charset.name,)))
    mended = None if encoding else mend(text.content)
    if mended is None:
        return text
    remark = f"{mended.lines} lines were {' in '.join(mended.layers[::-1])} kept as Latin letters, and were converted"
    return replace(text, content=mended.content, warnings=(*text.warnings, remark))


def _marks(lines: Sequence[str], spans: Iterable[tuple[int, int, str]]) -> tuple[Mark, ...]:
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    return tuple(Mark(starts[first], starts[behind] - 1, kind) for first, behind, kind in spans)
