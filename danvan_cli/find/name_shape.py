"""The shape of personal names: which capitalised syllables can be one, and where it begins and ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

import regex
from msgspec import Struct

from danvan_cli.lexicon import Gazetteer, Lexicon
from danvan_cli.lexicon.places import Places
from danvan_cli.lexicon.places import fold as fold_place
from danvan_cli.text.fold import fold_key
from danvan_cli.text.pattern import lazy_pattern
from danvan_cli.text.tokens import Token

LONGEST = 5
LONGEST_PLACE = 4
LONGEST_RUN = 12  # a body's place and a name; what is longer is a headline
# The particles that stand for a sex before the given name among the peoples of the Central Highlands.
_PARTICLE = lazy_pattern(r"(?:[YAUK]|[HK]'\p{L}+|H|K)")
_SYLLABLE = regex.compile(
    r"(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?[aeiouy]{1,3}(?:ch|c|m|ng|nh|n|p|t)?")
_ETHNIC = lazy_pattern(r"\p{L}*'\p{L}+")


class NameWords(Struct, frozen=True):
    """What tells a name from other capitalised words: surnames, places (and their first syllables), history.

    `birth_order` are the words that stand for a surname in the South, "Tư" in "anh Tư Dũng".
    """

    surnames: Gazetteer
    birth_order: frozenset[str]
    places: frozenset[str]
    place_starts: frozenset[str]
    historical: frozenset[str]


@cache
def name_words(lexicon: Lexicon) -> NameWords:
    """Give the words of a lexicon by which names are told."""
    lands = lexicon.words("countries") | lexicon.words("regions")
    places = Places().names() | frozenset(map(fold_place, lands))
    starts = frozenset(place.split(" ", 1)[0] for place in places)
    return NameWords(
        lexicon.gazetteer("surnames"), lexicon.words("birth_order"), places, starts, lexicon.words("historical_people"))


def capital_run(tokens: Sequence[Token], index: int) -> int:
    """Give the end of the run of capitalised words that starts at token `index`."""
    end, last = index, min(len(tokens), index + LONGEST_RUN)
    while (end < last and tokens[end].is_capital and is_name_word(tokens[end].text)
           and (end == index or tokens[end].start - tokens[end - 1].end == 1)):
        end += 1
    return end


def name_at(tokens: Sequence[Token], index: int, stop: int, words: NameWords) -> int | None:
    """Give the end of the full name that starts at token `index` and lies before `stop`, or None."""
    opened = opener(tokens, index, words)
    if opened is None:
        return None
    end = min(stop, index + LONGEST + (opened - index - 1))
    if end <= opened and not stands_alone(tokens[index]):
        return None
    return end


def opener(tokens: Sequence[Token], index: int, words: NameWords) -> int | None:
    """Give the end of the surname (or of the particle of a name without one) at token `index`."""
    if not tokens[index].is_capital:
        return None
    token = tokens[index]
    if token.lower in words.surnames.first_words:
        for match in words.surnames.matches(tokens, index):
            if match.end == index + 1 or all(token.is_capital for token in tokens[index:match.end]):
                return match.end
    # A particle is one letter ("Y"), or one before an apostrophe ("H'Linh").
    return index + 1 if (len(token.text) == 1 or "'" in token.text) and _PARTICLE.fullmatch(token.text) else None


def is_rare_opener(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether the surname at `index` is far more often another word, so that it needs evidence beside it."""
    match = words.surnames.match(tokens, index)
    return match is not None and match.entry.get("use") == "rare"


def is_common_opener(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether one of the most frequent surnames stands at `index`."""
    match = words.surnames.match(tokens, index)
    return match is not None and match.entry.get("use") == "common"


def is_clergy(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether the name at `index` is one taken in orders ("Thích …")."""
    match = words.surnames.match(tokens, index)
    return match is not None and match.entry.get("use") == "clergy"


def is_place(tokens: Sequence[Token], start: int, end: int, words: NameWords) -> bool:
    """Whether the words at `start:end` are the bare name of a province, a district or a country."""
    return fold_place(" ".join([token.text for token in tokens[start:end]])) in words.places


def place_at(tokens: Sequence[Token], start: int, stop: int, words: NameWords) -> int:
    """Give the end of the longest known place at `start` that ends the run there, or that a name follows."""
    if fold_place(tokens[start].text).partition(" ")[0] not in words.place_starts:
        return start  # most people
    for end in range(min(stop, start + LONGEST_PLACE), start, -1):
        goes_on = end == stop or _can_begin(tokens, end, stop, words) or is_place(tokens, end, stop, words)
        if goes_on and is_place(tokens, start, end, words):
            return end
    return start


def split_run(tokens: Sequence[Token], start: int, stop: int, words: NameWords,
              after_title: bool = True) -> int | None:
    """Give where a full name begins in the capitalised run `start:stop` that ends with it.

    The words before it are the place that a title's body ends with ("Bí thư Hà Nội | Hoàng Trung Hải"): a
    known one, or any words where the run stands after a title.
    """
    place = place_at(tokens, start, stop, words)
    if start < place < stop:
        return place
    if _can_begin(tokens, start, stop, words):
        return None if stop - start == 2 and place == stop else start
    if after_title:
        for at in range(start + 1, stop):
            if _can_begin(tokens, at, stop, words):
                return at
    return None


def is_historical(name: str, words: NameWords) -> bool:
    """Whether a name is that of a person of history."""
    return fold_key(name) in words.historical


def is_vietnamese(token: Token) -> bool:
    """Whether a word can be a syllable of a name borne in Viet Nam."""
    if len(token.text) == 1 or _ETHNIC.fullmatch(token.text):
        return True
    plain = unicodedata.normalize("NFD", token.lower.replace("đ", "d"))
    return bool(_SYLLABLE.fullmatch("".join(char for char in plain if not unicodedata.combining(char))))


def spell_name(tokens: Sequence[Token]) -> str:
    """Give the canonical spelling of a name: capital initials where it is written all in capitals."""
    whole = " ".join([token.text for token in tokens])
    if whole.isupper() and len(whole) > len(tokens) * 2 - 1:
        return " ".join("'".join(part.capitalize() for part in token.text.split("'")) for token in tokens)
    return whole


def _can_begin(tokens: Sequence[Token], at: int, stop: int, words: NameWords) -> bool:
    opened = opener(tokens, at, words)
    return (opened is not None and (opened < stop or stands_alone(tokens[at]))
            and stop - at <= LONGEST + (opened - at - 1))


def stands_alone(token: Token) -> bool:
    """Whether a single word is a full name ("K'Thuyên")."""
    return "'" in token.text


@lru_cache(maxsize=1 << 14)  # a text repeats its words
def is_name_word(text: str) -> bool:
    """Whether a word has the letters of a name: no abbreviation like UBND, no digits."""
    return text.replace("'", "").isalpha() and (text.isupper() or text[1:].islower() or "'" in text)
