"""Page furniture: the lines around an article that are not part of it."""

from __future__ import annotations

from functools import cache

from danvan_cli.lexicon import Lexicon
from danvan_cli.text.fold import fold_string, lower


def is_furniture(line: str, lexicon: Lexicon) -> bool:
    """Whether a folded lower-case line is a menu, a counter, a share button or the like.

    A line that a bar cuts into labels ("Trang chủ | Chính trị | Xây dựng Đảng") is judged by its first label.
    """
    starts, wholes = _wordings(lexicon)
    bare = line.lstrip(" >»•*-+|[(").rstrip(" :.")
    return bare in wholes or bare.startswith(starts)


@cache
def _wordings(lexicon: Lexicon) -> tuple[tuple[str, ...], frozenset[str]]:
    forms = [(lower(fold_string(entry.form)), entry.get("match")) for entry in lexicon.entries("furniture")]
    return (tuple(form for form, match in forms if match == "start"),
            frozenset(form for form, match in forms if match == "whole"))
