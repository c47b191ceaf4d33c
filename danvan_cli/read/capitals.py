"""Capitals that TCVN3 has no codes for: vowels with a tone, which its fonts of capitals (.VnTimeH) draw.

A heading in capitals is kept as "CHñ TÞCH X· Hµ TRUNG" and reads "CHủ TịCH Xã Hà TRUNG" letter by letter. What can
be told without the font is mended: words that have other capitals, short words among such words, the beginnings of
sentences, titles and given names.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

import regex

from danvan_cli.lexicon.entry import load_entries
from danvan_cli.read.spelling import is_syllable
from danvan_cli.text.pattern import lazy_pattern

# The small letters that stand for capitals too.
_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_LINE = lazy_pattern(r"[^\n\r]++")
_WORD = lazy_pattern(r"[\p{L}\p{M}]++")
# A word of capitals but for toned vowels, in any place but the first alone: HộI, TịCH, CHủ, ủY.
_CAPITALS = lazy_pattern(rf"(?=\p{{L}}*?\p{{Lu}}\p{{L}}*?\p{{Lu}}|[{_TONED}]\p{{L}}*?\p{{Lu}})[\p{{Lu}}{_TONED}]++")
# A word that capitals may be behind, or not: Xã, ở.
_EITHER = lazy_pattern(rf"\p{{Lu}}?[{_TONED}]*+")
_BEGINNING = lazy_pattern(rf"(?:\A|\n\s*\n|[.!?][\"'”’)]*+\s)[\s\"'“‘(\-–+*•]*+\K[{_TONED}](?=[\p{{Ll}}\s])")


_NAME_WORD = r"\p{Lu}\p{Ll}++\s"


def restore_capitals(text: str) -> str:
    """Give a text converted from TCVN3 with the capitals of its words of capitals, as far as the words tell.

    >>> restore_capitals("CHủ TịCH Xã Hà TRUNG họp ở Xã Hà")
    'CHỦ TỊCH XÃ HÀ TRUNG họp ở Xã Hà'
    """
    restored: str = _LINE.sub(lambda match: _restore_line(match.group()), text)
    return restored


def restore_beginnings(text: str) -> str:
    """Give a text converted from TCVN3 with capitals at the beginning of its sentences, titles and given names.

    >>> restore_beginnings("ủy ban họp. ảnh của ủy ban: Lê Thị ánh, ủy viên Ban Thường vụ")
    'Ủy ban họp. Ảnh của ủy ban: Lê Thị Ánh, Ủy viên Ban Thường vụ'
    """
    for pattern in (_BEGINNING, _words_with_capitals()):
        text = pattern.sub(lambda match: match.group().capitalize(), text)
    return text


@cache
def _words_with_capitals() -> regex.Pattern[str]:
    words = load_entries("lost_capitals")
    titles, names, labels = (_any_of(entry.form for entry in words if entry.get("part") == part)
                             for part in ("title", "name", "label"))
    before = _any_of(form for entry in load_entries("honorifics") for form in entry.forms)
    return regex.compile(
        rf"\b(?:{_NAME_WORD}{_NAME_WORD}|(?i:{before})\s)\K(?:{names})\b"
        rf"|\b(?:{titles})(?=\s\p{{Lu}})|- \K(?:{labels})(?=:)")


def _any_of(wordings: Iterable[str]) -> str:
    return "|".join(map(regex.escape, wordings))


def _restore_line(line: str) -> str:
    """Give a line with its words of capitals, and the words that may be ones where they stand among them."""
    if not _CAPITALS.search(line):
        return line
    pieces: list[str] = []
    done = 0
    words = [(kind, match.span()) for match in _WORD.finditer(line) if (kind := _kind(match.group())) != "initials"]
    runs = [(kind, [span for _, span in run]) for kind, run in groupby(words, key=itemgetter(0))]
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
    if _CAPITALS.fullmatch(word):
        return "capitals"
    return "other" if not word.isupper() else "capitals" if is_syllable(word) else "initials"
