"""The key of a measure: one spelling for the same indicator in two reports."""

from __future__ import annotations

import regex

from danvan_cli.text.fold import fold_string, lower

_WORD = regex.compile(r"[\p{L}\p{M}\d]++(?:[./&'-][\p{L}\p{M}\d]++)*+%?")


def measure_key(measure: str) -> str:
    """Give the words of a measure folded, in lower case, without punctuation.

    >>> measure_key("Tỷ lệ  hộ nghèo") == measure_key("tỉ lệ hộ nghèo")
    True
    >>> measure_key("mô hình “Dân vận khéo”")
    'mô hình dân vận khéo'
    """
    words = _WORD.findall(lower(fold_string(measure)))
    return " ".join(_SPELLINGS.get(word, word) for word in words)


# Two spellings that are both in use and mean the same wherever they stand.
_SPELLINGS = {"tỉ": "tỷ", "ngàn": "nghìn"}
