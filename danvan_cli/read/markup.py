"""Whether a text is a web page."""

from __future__ import annotations

import regex

# What a web page begins with: only these stand for themselves, for a text may begin with any other "<".
_PAGE = regex.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*+>)*+<(?:!doctype\s++html|html|head|body|title|meta|script|style|article)[\s>/]",
    regex.IGNORECASE | regex.DOTALL)
# What a file that is called a web page must hold at least.
_TAG = regex.compile(r"</?(?:!doctype|[a-z][a-z1-6]*+)(?:\s[^<>]*+)?/?>", regex.IGNORECASE)
_MARKS = ("\xef\xbb\xbf", "\ufeff")  # byte order marks, the first of UTF-8 as Latin-1


def is_page(beginning: str, *, named: bool) -> bool:
    """Tell by the beginning of a text whether it is a web page; `named` tells that its file is called one.

    >>> is_page("<!DOCTYPE html><title>Tin", named=False), is_page("<1> Tin", named=True)
    (True, False)
    """
    for mark in _MARKS:
        beginning = beginning.removeprefix(mark)
    return bool(_PAGE.match(beginning) or (named and _TAG.search(beginning)))
