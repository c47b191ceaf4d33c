"""Titles: the words of an office before its body, "nguyên Phó Chủ tịch Thường trực"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from danvan_cli.lexicon import Entry, Gazetteer, Lexicon
from danvan_cli.text.tokens import Token, lowered

LONGEST_PLURAL = 4  # words of "các ông, bà"

DEPUTY = "phó "  # how the canonical title of a deputy begins


class Title(NamedTuple):
    """A title at tokens `start:end`.

    `head` is the canonical title with its deputy ("phó chủ tịch"), in lower case, without acting, former and
    rank words; `unit` the index of the token where its unit begins ("Trưởng | ban"), None if it has none;
    `entry` is that of the head in `titles.toml`, `village` tells a post below the commune.
    """

    entry: Entry
    start: int
    end: int
    head: str
    unit: int | None
    former: bool
    plural: bool
    village: bool

    @property
    def several(self) -> bool:
        """Whether several people hold it at once, as deputies and members do."""
        return self.head.startswith(DEPUTY) or bool(self.entry.get("several"))

    @property
    def mourns(self) -> bool:
        """Whether it is of a funeral: a name right after it is that of the dead."""
        return bool(self.entry.get("mourns"))


class TitleGrammar(Struct, frozen=True):
    """The title words of a lexicon, by role.

    `starts` gives the words that may follow the first one of a title, and "" where any may; `openers` are the first
    words of what may stand before its head ("nguyên", "phó").
    """

    heads: Gazetteer
    units: Gazetteer
    roles: dict[str, Gazetteer]
    starts: Mapping[str, frozenset[str]]
    openers: frozenset[str]


@cache
def title_grammar(lexicon: Lexicon) -> TitleGrammar:
    """Give the grammar of titles that a lexicon holds."""
    modifiers = lexicon.entries("title_modifiers")
    roles = {role: Gazetteer(entry for entry in modifiers if entry.get("role") == role)
             for role in ("former", "acting", "deputy", "after", "plural")}
    heads = lexicon.gazetteer("titles")
    opening = [roles[role] for role in ("former", "acting", "deputy")]
    openers = frozenset().union(*(words.first_words for words in opening))
    firsts = heads.first_words | openers
    starts = {}
    for word in firsts:
        seconds = frozenset().union(*(words.second_words(word) for words in opening))
        more = firsts if "" in seconds else frozenset()  # a title follows its opener
        starts[word] = heads.second_words(word) | (seconds - {""}) | more
    return TitleGrammar(heads, lexicon.gazetteer("title_units"), roles, starts, openers)


def match_title(tokens: Sequence[Token], index: int, grammar: TitleGrammar) -> Title | None:
    """Give the longest title that starts at token `index`, or None."""
    word = tokens[index].lower
    seconds = grammar.starts.get(word)
    if not seconds or not ("" in seconds or (index + 1 < len(tokens) and tokens[index + 1].lower in seconds)):
        return None
    at = after = index
    former = deputy = False
    if word in grammar.openers:
        at, former = _skip(tokens, index, grammar.roles["former"])
        at, _ = _skip(tokens, at, grammar.roles["acting"])
        after, deputy = _skip(tokens, at, grammar.roles["deputy"])
    longest: Title | None = None
    for start, deputised in ((at, False), (after, True)) if deputy else ((at, False),):
        for match in grammar.heads.matches(tokens, start) if start < len(tokens) else ():
            title = _complete(tokens, index, match.entry, match.end, deputised, former, grammar)
            if title and (longest is None or title.end > longest.end) and not _misread(
                    tokens, title, opened=start > index):
                longest = title
    return longest._replace(plural=_is_plural(tokens, index, grammar)) if longest else None


def _complete(tokens: Sequence[Token], start: int, entry: Entry, end: int, deputy: bool, former: bool,
              grammar: TitleGrammar) -> Title | None:
    attributes = entry.attributes
    if deputy and not attributes.get("deputy", True):
        return None
    head = (("phó " if deputy else "") + attributes.get("title", entry.form)).lower()
    unit, village = None, bool(attributes.get("village"))
    if attributes.get("units"):
        found = grammar.units.match(tokens, end) if end < len(tokens) else None
        if not found:
            return None
        unit, end, village = end, found.end, found.entry.get("kind") == "village"
        head += " " + found.entry.form.lower()
    while end < len(tokens) and (after := grammar.roles["after"].match(tokens, end)):
        end = after.end
        if after.entry.get("apart"):
            head += " " + after.entry.form
    return Title(entry, start, end, head, unit, former, False, village)


def _is_plural(tokens: Sequence[Token], start: int, grammar: TitleGrammar) -> bool:
    """Whether a plural word, or a count that opens its clause ("; 02 đại biểu"), stands right before the title."""
    if start and tokens[start - 1].text.isdigit() and (start == 1 or tokens[start - 2].text in ",;:("):
        return True
    plural = grammar.roles["plural"]
    openers = [at for at in range(max(0, start - LONGEST_PLURAL), start) if tokens[at].lower in plural.first_words]
    return any(match.end == start for at in openers for match in plural.matches(tokens, at))


def _misread(tokens: Sequence[Token], title: Title, *, opened: bool) -> bool:
    """Whether a word beside the title makes it no office ("giáo viên chủ nhiệm", "đại sứ du lịch").

    What stands before it tells nothing where an opener stands between: "bổ nhiệm | Phó Vụ trưởng".
    """
    attributes = title.entry.attributes
    if "after" not in attributes and "before" not in attributes:
        return False
    before = "" if opened else lowered(tokens, max(0, title.start - 2), title.start)
    after = lowered(tokens, title.end, title.end + 3)
    return (any(before == word or before.endswith(" " + word) for word in title.entry.get("after", ()))
            or any(after == word or after.startswith(word + " ") for word in title.entry.get("before", ())))


def _skip(tokens: Sequence[Token], index: int, words: Gazetteer) -> tuple[int, bool]:
    if index >= len(tokens) or tokens[index].lower not in words.first_words:
        return index, False
    match = words.match(tokens, index)
    return (match.end, True) if match else (index, False)
