"""Capitals that TCVN3 has no codes for: vowels with a tone, which its fonts of capitals (.VnTimeH) draw.

A heading in capitals is kept as "CHñ TÞCH X· Hµ TRUNG" and reads "CHủ TịCH Xã Hà TRUNG" letter by letter. What can
be told without the font is mended: words that have other capitals, short words among such words, and the
beginnings of sentences.
"""

from __future__ import annotations

from itertools import groupby

import regex

# The small letters that stand for capitals too.
_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_LINE = regex.compile(r"[^\n\r]++")
_WORD = regex.compile(r"[\p{L}\p{M}]++")
# A word of capitals but for toned vowels, in any place but the first alone: HộI, TịCH, CHủ, ủY.
_CAPITALS = regex.compile(rf"(?=\p{{L}}*?\p{{Lu}}\p{{L}}*?\p{{Lu}}|[{_TONED}]\p{{L}}*?\p{{Lu}})[\p{{Lu}}{_TONED}]++")
# A word that capitals may be behind, or not: Xã, ở.
_EITHER = regex.compile(rf"\p{{Lu}}?[{_TONED}]*+")
_BEGINNING = regex.compile(rf"(?:\A|\n\s*\n|[.!?][\"'”’)]*+\s)[\s\"'“‘(\-–+*•]*+\K[{_TONED}](?=\p{{Ll}})")


def restore_capitals(text: str) -> str:
    """Give a text converted from TCVN3 with the capitals of its words of capitals, as far as the words tell.

    >>> restore_capitals("CHủ TịCH Xã Hà TRUNG họp ở Xã Hà")
    'CHỦ TỊCH XÃ HÀ TRUNG họp ở Xã Hà'
    """
    restored: str = _LINE.sub(lambda match: _restore_line(match.group()), text)
    return restored


def restore_beginnings(text: str) -> str:
    """Give a text converted from TCVN3 with capitals at the beginning of its sentences.

    >>> restore_beginnings("ủy ban họp. ảnh của ủy ban")
    'Ủy ban họp. Ảnh của ủy ban'
    """
    restored: str = _BEGINNING.sub(lambda match: match.group().upper(), text)
    return restored


def _restore_line(line: str) -> str:
    """Give a line with its words of capitals, and the words that may be ones where they stand among them."""
    if not _CAPITALS.search(line):
        return line
    pieces: list[str] = []
    done = 0
    words = [(match.span(), _kind(match.group())) for match in _WORD.finditer(line)]
    runs = [(kind, [span for span, _ in run]) for kind, run in groupby(words, key=lambda word: word[1])]
    for number, (kind, spans) in enumerate(runs):
        neighbours = {runs[other][0] for other in (number - 1, number + 1) if 0 <= other < len(runs)}
        if kind == "capitals" or (kind == "either" and neighbours == {"capitals"}):
            start, end = spans[0][0], spans[-1][1]
            pieces += line[done:start], line[start:end].upper()
            done = end
    return "".join(pieces) + line[done:]


def _kind(word: str) -> str:
    if _EITHER.fullmatch(word):
        return "either"
    return "capitals" if word.isupper() or _CAPITALS.fullmatch(word) else "other"
