"""Sentences: where one ends, with the abbreviations, initials and numbers that end nothing."""

from __future__ import annotations

from itertools import takewhile

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.lexicon.word_classes import load_word_classes
from danvan_cli.segment.spans import Span, strip
from danvan_cli.text.fold import lower
from danvan_cli.text.pattern import lazy_pattern

# Stops with the quotes and brackets that close after them, before white space and what a sentence begins
# with: a capital, the letter of an item ("a)") or, but not after an ellipsis, a digit, perhaps after an
# opening mark or the dash of a list; or, where the space was forgotten ("xong.Ông"), before a capital word.
_END = regex.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)(?:
        (?P<close>['")\]]*+)(?P<apart>\s['"](?=\s))?+(?=\s++(?:[-+*•]\s?)?(?:['"(\[]\s?){0,3}(?:\p{Lu}|\p{Ll}\)|(?<!(?:\.\.|…)\s++)\d))
      | (?<=(?:\p{Ll}\p{Ll}|\d|['")\]])[.!?…])(?P<glued>)(?=\p{Lu}\p{Ll}))""", regex.VERBOSE)
_LAST_WORD = lazy_pattern(r"[\p{L}\p{M}\d.&/-]*+$")
_LIST_NUMBER = lazy_pattern(r"\(?(?:\d{1,3}(?:\.\d{1,3})*+|[IVXLC]+|\p{L})")
_INITIAL = lazy_pattern(r"\s++\p{Lu}\.")
# How far before a stop the word that it may belong to is looked for; longer ones are no abbreviation.
_REACH = 16
_OPENER_REACH = 24


def cut_sentences(text: str, start: int, end: int, lexicon: Lexicon) -> list[Span]:
    """Give the spans of the sentences in the paragraph `start:end` of a folded text.

    A stop ends no sentence after an abbreviation of the lexicon (TP., TS.) or an initial, unless a word
    follows that begins sentences only; nor after the number of a list item or an article ("1.", "Điều 5.").
    A quote mark between spaces belongs to the sentence before it if it closes a quotation.
    """
    spans = []
    first = counted = start
    open_quotes = 0
    for match in _END.finditer(text, start, end):
        if match["stop"] == "." and _ends_nothing(text, first, match.start(), match.end(), lexicon):
            continue
        last = match.end()
        if match["apart"]:
            open_quotes += text.count('"', counted, last - 1)
            counted = last - 1
            if open_quotes % 2 == 0:  # the mark opens what follows
                last = match.end("close")
        spans.append((first, last))
        first = last
    if text[first:end].strip():
        spans.append((first, end))
    return [strip(text, *span) for span in spans]


def _ends_nothing(text: str, start: int, stop: int, after: int, lexicon: Lexicon) -> bool:
    """Whether the full stop at `stop` belongs to the word or number before it."""
    if stop - start <= _REACH and _is_number(text[start:stop].strip(), lexicon):
        return True
    found = _LAST_WORD.search(text, max(start, stop - _REACH), stop)
    word = found.group() if found else ""
    last = word.rpartition(".")[2]
    abbreviations = lexicon.words("abbreviations_with_stop")
    if _is_capital(word) or word.lower() in abbreviations or last.lower() in abbreviations:
        return not _sentence_opens(text, after, lexicon)
    if _is_capital(last):  # initials: "Ảnh: H.T. D.", but "… ông N.V.T. Theo đó …"
        return bool(_INITIAL.match(text, after))
    return len(word) == 1 and word.islower() and text[after:after + 2].strip().isdigit()  # "tr. 25"


def _is_number(before: str, lexicon: Lexicon) -> bool:
    """Whether a sentence would be no more than a number in a list ("2.1") or of a part ("Điều 5")."""
    part, _, number = before.rpartition(" ")
    return bool(_LIST_NUMBER.fullmatch(number)) and (
        not part or part.lower() in lexicon.words("numbered_parts"))


def _is_capital(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _sentence_opens(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether what stands after `start` begins a sentence rather than a name.

    It does with a word that begins no name ("Theo"), or with one of several syllables of which only the first
    has a capital ("Thời hạn"; names have them all: "TP. Cam Ranh").
    """
    words = text[start:start + _OPENER_REACH].split()
    if not words:
        return False
    syllables = [lower(words[0]), *takewhile(str.islower, words[1:])]
    return syllables[0] in lexicon.words("sentence_openers") or load_word_classes().longest(syllables, 0) > 1
