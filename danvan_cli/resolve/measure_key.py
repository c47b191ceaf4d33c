"""The key of a measure: one spelling for the same indicator in two reports."""

from __future__ import annotations

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.text.fold import fold_key

_WORD = regex.compile(r"[\p{L}\p{M}\d]++(?:[./&'-][\p{L}\p{M}\d]++)*+%?")


def measure_key(measure: str, lexicon: Lexicon) -> str:
    """Give the words of a measure folded, in lower case, without punctuation and without its classifier.

    >>> measure_key("Tỷ lệ  hộ nghèo", Lexicon()) == measure_key("tỉ lệ hộ nghèo", Lexicon())
    True
    >>> measure_key("Số căn nhà tạm", Lexicon()), measure_key("mô hình “Dân vận khéo”", Lexicon())
    ('nhà tạm', 'mô hình dân vận khéo')
    """
    folded = fold_key(measure)
    # Most measures are letters and single spaces only.
    words = folded.split(" ") if folded.replace(" ", "").isalpha() else _WORD.findall(folded)
    words = [_SPELLINGS.get(word, word) for word in words]
    openers = lexicon.words("key_openers")
    first = 0
    while first + 1 < len(words):
        if first + 2 < len(words) and f"{words[first]} {words[first + 1]}" in openers:
            first += 2
        elif words[first] in openers:
            first += 1
        else:
            break
    return " ".join(words[first:])


# Two spellings that are both in use and mean the same wherever they stand.
_SPELLINGS = {"tỉ": "tỷ", "ngàn": "nghìn"}
