"""Page furniture: the lines around an article that are not part of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.text.fold import fold_key
from danvan_cli.text.pattern import lazy_pattern

LONGEST = 250
"""Code points of the longest line that can be furniture by what it begins with."""
LONGEST_LABELS = 140
"""Code points of the longest line of labels."""

_MARKS = " >»•*-+|[("
# What may stand between labels: marks, wide gaps, numbers, the letters of "A- A+". Folding made » a plain quote.
_BETWEEN = lazy_pattern(
    r"""[|•·>/\[\](){}:*<]|\s["-]\s|\s{2,}|(?<!\S)(?:\d[\d.,]*+[km]?(?![\w/-])|[a-z][+-]?(?!\S))""")
_MENU = lazy_pattern(r"""\s[|>"]\s""")
_STOPPED = regex.compile(r"(?:[\p{L}\p{M}\d\"')][.!?…]|;)[\"')]*+$")
_ARROWS = (">", "►", "☛", "▶")
_POINTER = lazy_pattern(r">\s?>|[►☛▶]")
_ITEM = lazy_pattern(r"\s*+(?:[•▪■●»►*+-]|>\s?>)\s?+\S")
_SLUGS = lazy_pattern(r"[a-z\d]++(?:-[a-z\d]++)++(?:\s++[a-z\d]++(?:-[a-z\d]++)++)*+")
_LABEL_WORDS = 5
# A tail of search terms repeats its words and has no end of a sentence. Prose that is as long repeats its words too.
_TERMS, _MOST_TERMS, _REPEATED = 24, 400, 0.6


class FurnitureWords(NamedTuple):
    """The wordings of `furniture.tsv` by their `match`."""

    labels: frozenset[str]
    starts: tuple[str, ...]
    fields: frozenset[str]
    links: frozenset[str]


def is_furniture(line: str, lexicon: Lexicon) -> bool:
    """Whether a folded lower-case line is a menu, a counter, a share button or the like.

    Prose that only begins like a label ("Chia sẻ với báo chí, ông …") is none.
    """
    if len(line) > LONGEST:
        return _are_terms(line)
    words = furniture_words(lexicon)
    if "-" in line and _SLUGS.fullmatch(line):
        return True
    bare = line.lstrip(_MARKS)
    if bare.startswith(words.starts):
        start = next(start for start in words.starts if bare.startswith(start))
        rest = bare[len(start):].lstrip()
        return not (rest[:1].isalpha() and (_STOPPED.search(line) or not _ends_word(bare, len(start))))
    if ":" in bare and bare.partition(":")[0].rstrip() in words.fields:
        return True
    if bare.rstrip(" ]):.") in words.links:
        return True
    return (len(line) <= LONGEST_LABELS and _are_labels(line, words)) or _are_terms(line)


def opens_links(line: str, lexicon: Lexicon) -> bool:
    """Whether a folded lower-case line stands above links to other articles."""
    return len(line) < LONGEST and line.strip(" >»•*-+|[]():.") in furniture_words(lexicon).links


def is_pointer(text: str, start: int, end: int) -> bool:
    """Whether the line `start:end` points to something by the arrows that it begins with: ">> Quỳ Hợp ủng hộ quỹ"."""
    return text[start:start + 1] in _ARROWS and end - start < LONGEST and bool(_POINTER.match(text, start, end))


def is_link(line: str, *, bulleted: bool) -> bool:
    """Whether a line can be the headline of another article; `bulleted` asks for the bullet of a list."""
    return len(line) <= LONGEST and not _STOPPED.search(line) and (not bulleted or bool(_ITEM.match(line)))


def _are_labels(line: str, words: FurnitureWords) -> bool:
    if line.endswith((".", ";", "?")):
        return False
    pieces = (piece for part in _BETWEEN.splititer(line) if len(piece := part.strip(" .,-")) > 1)
    first = next(pieces, None)
    if first is None or not _is_label(first, words):
        return False  # most lines
    if first in words.labels and not _STOPPED.search(line) and _MENU.search(line, line.index(first) + len(first)):
        return True
    return all(_is_label(piece, words) for piece in pieces)


def _is_label(piece: str, words: FurnitureWords) -> bool:
    return piece in words.labels or _are_joined(piece.split(), words)


def _are_joined(piece: Sequence[str], words: FurnitureWords) -> bool:
    """Whether words are labels side by side: "chia sẻ facebook zalo"."""
    at = 0
    while at < len(piece):
        size = next((size for size in range(_LABEL_WORDS, 0, -1) if " ".join(piece[at:at + size]) in words.labels), 0)
        if not size:
            return False
        at += size
    return True


def _are_terms(line: str) -> bool:
    if not _TERMS <= line.count(" ") <= _MOST_TERMS or ". " in line or _STOPPED.search(line, len(line) - 8):
        return False
    terms = line.split()
    return len(terms) >= _TERMS and len(set(terms)) < _REPEATED * len(terms) ** 0.9


def _ends_word(line: str, end: int) -> bool:
    return end >= len(line) or not line[end].isalnum()


@cache
def furniture_words(lexicon: Lexicon) -> FurnitureWords:
    """Give the wordings of page furniture of a lexicon, folded and in lower case."""
    forms: dict[str, list[str]] = {"label": [], "start": [], "field": [], "links": []}
    for entry in lexicon.entries("furniture"):
        forms[entry.get("match")].extend(fold_key(form) for form in entry.forms)
    return FurnitureWords(frozenset(forms["label"]), tuple(sorted(forms["start"], key=len, reverse=True)),
                          frozenset(forms["field"]), frozenset(forms["links"]))
