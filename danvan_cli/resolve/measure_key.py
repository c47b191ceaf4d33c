"""The key of a measure: one spelling for the same indicator in two reports."""

from __future__ import annotations

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.text.fold import fold_string, lower

_WORD = regex.compile(r"[\p{L}\p{M}\d]++(?:[./&'-][\p{L}\p{M}\d]++)*+%?")


def measure_key(measure: str, lexicon: Lexicon) -> str:
    """Give the words of a measure folded, in lower case, without punctuation and without its classifier.

    >>> measure_key("Tỷ lệ  hộ nghèo", Lexicon()) == measure_key("tỉ lệ hộ nghèo", Lexicon())
    True
    >>> measure_key("Số căn nhà tạm", Lexicon()), measure_key("mô hình “Dân vận khéo”", Lexicon())
    ('nhà tạm', 'mô hình dân vận khéo')
    """
    words = [_SPELLINGS.get(word, word) for word in _WORD.findall(lower(fold_string(measure)))]
    openers = lexicon.words("key_openers")
    while len(words) > 1:
        opener = next((size for size in (2, 1) if size < len(words) and " ".join(words[:size]) in openers), 0)
        if not opener:
            break
        words = words[opener:]
    return " ".join(words)


# Two spellings that are both in use and mean the same wherever they stand.
_SPELLINGS = {"tỉ": "tỷ", "ngàn": "nghìn"}
