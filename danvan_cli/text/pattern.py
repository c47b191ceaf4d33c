"""Regular expressions that are compiled when they are first used.

Half of all patterns wait for what few texts have (a table, another encoding, a credit), and to compile them takes
as long as to read a page. A pattern that every text needs is better compiled at once, by `regex.compile`.
"""

from __future__ import annotations

from typing import Any, cast

import regex


def lazy_pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    r"""Give a pattern as `regex.compile` does, but compiled when first used, which is also when an error in it shows.

    >>> lazy_pattern(r"\p{Lu}+").findall("UBND tỉnh")
    ['UBND']
    """
    return cast("regex.Pattern[str]", _LazyPattern(source, flags))


class _LazyPattern:
    """Stands for a pattern until it is used, then has its methods as its own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._pattern: regex.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._pattern is None:
            self._pattern = regex.compile(self._source, self._flags)
        value = getattr(self._pattern, name)
        setattr(self, name, value)
        return value
