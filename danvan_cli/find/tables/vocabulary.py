"""The words that tables are read with, taken from the lexicon once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex
from msgspec import Struct

from danvan_cli.find.figures.vocabulary import Vocabulary, vocabulary
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.tables import heading_roles


class TableWords(Struct, frozen=True):
    """Roles of headings by their wording, and the patterns made of them; all in lower case.

    `compare` finds what figures are compared with, `above` the unit of a whole table, `part` the words that open the
    parts of a row, `months` a number of months, of a year or of the table's; `places` are the types of units.
    """

    figures: Vocabulary
    roles: Mapping[str, frozenset[str]]
    compare: regex.Pattern[str]
    above: regex.Pattern[str]
    part: regex.Pattern[str]
    places: frozenset[str]
    months: regex.Pattern[str]
    change: Mapping[str, regex.Pattern[str]]

    def plays(self, wording: str, role: str) -> bool:
        """Whether a wording has a role, what stands in brackets behind it left out."""
        bare = wording.partition("(")[0].strip(" :.*")
        return role in self.roles.get(bare, ()) or role in self.roles.get(wording, ())

    def begins(self, wording: str, role: str) -> bool:
        """Whether a wording, or its first words, has a role."""
        words = wording.replace("(", " ").split()
        return any(role in self.roles.get(" ".join(words[:length]), ()) for length in range(1, 1 + min(len(words), 5)))


@cache
def table_words(lexicon: Lexicon) -> TableWords:
    """Give the words of a lexicon for reading tables."""
    roles = heading_roles(lexicon)

    def any_of(role: str) -> str:
        forms = sorted((form for form, played in roles.items() if role in played), key=len, reverse=True)
        return "(?:" + "|".join(map(regex.escape, forms)) + ")"

    word = r"(?<![\p{L}\p{M}])%s(?![\p{L}\p{M}])"
    return TableWords(
        vocabulary(lexicon),
        roles,
        regex.compile(rf"(?:%\s)?(?<![\p{{L}}\p{{M}}])(?>{any_of('compare')})\s(?:%\s)?(?P<base>\p{{L}}[^()%]*[^()%\s:])"),
        regex.compile(rf"{any_of('unit above')}\s?:\s?(?P<unit>[^;.()\n]*(?:\d[.,]\d+)?[^;.()\n]*)"),
        regex.compile(rf"[-+*•]?\s?{any_of('part')}(?![\p{{L}}\p{{M}}])\s?:?\s?"),
        lexicon.words("place_types"),
        regex.compile(rf"(?<!\d)(?P<n>\d{{1,2}})\s?{any_of('months')}"
                      r"(?:\s?[/.-]?\s?(?P<y>(?:19|20)\d\d)(?!\d)|(?=\s?(?:$|[(,;])))"),
        {role: regex.compile(word % any_of(role)) for role in ("difference", "up", "down")})
