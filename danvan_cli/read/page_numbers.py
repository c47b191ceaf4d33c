"""Page numbers: the lines around a page that tell no more than which it is ("Trang 2/15", "Page 2 of 15")."""

from __future__ import annotations

import regex

_LETTER = regex.compile(r"\p{L}")
_MOST_LETTERS = 8


def may_be_page_number(line: str) -> bool:
    """Whether a line at the edge of a page has so few letters that it may be the page's number.

    >>> may_be_page_number("- Trang 2/15 -"), may_be_page_number("Báo cáo quý 2")
    (True, False)
    """
    return len(_LETTER.findall(line)) <= _MOST_LETTERS
