"""Places: the administrative units that a sentence names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from danvan_cli.find.mentions import NameMention, PersonFound, PlaceMention
from danvan_cli.lexicon import Gazetteer, Lexicon
from danvan_cli.lexicon.places import Places, fold
from danvan_cli.segment import Sentence
from danvan_cli.text.fold import lower
from danvan_cli.text.tokens import Token

LONGEST_UNKNOWN = 2
"""Syllables of the longest name that is believed though the gazetteer lacks it."""
LONGEST_NAME = 5
"""Syllables of the longest name of a unit ("Thừa Thiên - Huế" with its hyphen has four tokens)."""


def find_places(
    sentence: Sentence, at: Iterable[int], people: Iterable[PersonFound], lexicon: Lexicon,
) -> tuple[PlaceMention, ...]:
    """Find the units named with their type word, and provinces and districts named without, in text order.

    `at` are the tokens at which one may begin; `people` those of the sentence, a part of whose name is no unit's.
    """
    tokens = sentence.tokens
    names = [person.name for person in people if person.name]
    types = lexicon.gazetteer("place_types")
    found: list[PlaceMention] = []
    done = 0
    for index in at:
        token = tokens[index]
        if index < done:
            continue
        reading = None
        if token.lower in types.first_words:
            reading = _typed(tokens, index, types)
        if not reading and token.is_capital:
            reading = _bare(tokens, index, lexicon)
        if reading and not any(_parts(reading[0], name) for name in names):
            mention, done = reading
            found.append(mention)
    return tuple(found)


def _parts(place: PlaceMention, name: NameMention) -> bool:
    """Whether a place has a part of a person's name in it, but not all: "Chủ tịch | phường Hồ | Văn Chín"."""
    return place.start < name.end and name.start < place.end and not (
        place.start <= name.start and name.end <= place.end)


def place_seconds(token: Token, lexicon: Lexicon) -> frozenset[str]:
    """Give the words that may follow a token with which a place begins, and "" where any may."""
    if token.is_capital and fold(token.text) in _names_from():
        return frozenset({""})
    return lexicon.gazetteer("place_types").second_words(token.lower)


def _typed(tokens: Sequence[Token], index: int, types: Gazetteer) -> tuple[PlaceMention, int] | None:
    """Read "huyện Củ Chi", "TP. Hồ Chí Minh", "quận 1" at a token."""
    match = types.match(tokens, index)
    if not match:
        return None
    start = match.end
    if start < len(tokens) and tokens[start].text == ".":
        start += 1
    end = _name_end(tokens, start, match.entry.form)
    if end == start:
        return None
    name = _text(tokens, start, end)
    listed = tokens[start].kind == "number" or Places().lookup(name, type=match.entry.form)
    if not listed and not (match.entry.get("level") == "commune" and _may_be_new(tokens, index, start, end)):
        return None
    return PlaceMention(tokens[index].start, tokens[end - 1].end, name, match.entry.form), end


def _name_end(tokens: Sequence[Token], start: int, kind: str) -> int:
    """Give where the proper name of a unit of some type ends: the longest known name, else all capitals."""
    if start < len(tokens) and tokens[start].kind == "number":
        return start + 1 if len(tokens[start].text) <= 2 else start
    run = _capitals(tokens, start)
    for end in range(run, start, -1):
        if Places().lookup(_text(tokens, start, end), type=kind):
            return end
    return run


def _may_be_new(tokens: Sequence[Token], index: int, start: int, end: int) -> bool:
    """Whether a name that the gazetteer lacks may be a commune's: few are missing, and people follow level words.

    "Chủ tịch UBND xã Đặng Trần Phong" names no commune; a line in capitals ("HUYỆN ỦY MƯỜNG LA") tells nothing.
    """
    return (end - start <= LONGEST_UNKNOWN and not tokens[index].text.isupper()
            and not (end < len(tokens) and tokens[end].is_capital))


def _bare(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[PlaceMention, int] | None:
    """Read the name of a province or district that stands alone; inside a longer name it is not taken."""
    token = tokens[index]
    longest, seconds = _names_from().get(fold(token.text), (0, frozenset()))
    after = tokens[index + 1] if index + 1 < len(tokens) else token
    goes_on = after.text == "-" or (after.is_capital and fold(after.text) in seconds)
    run = _capitals(tokens, index) if goes_on else index + 1  # most stand alone
    last, size = index, 0
    while last < run and size < longest:
        size += tokens[last].text != "-"
        last += 1
    for end in range(last, index, -1):
        name = _text(tokens, index, end)
        # "Hồ Chí Minh" alone is the man, with "TP" the city.
        if _known(name) and lower(name) not in lexicon.words("historical_people"):
            return PlaceMention(token.start, tokens[end - 1].end, name, None), end
    return None


def _known(name: str) -> bool:
    return fold(name) in Places().names() and (" " in name or Places().is_province(name))


@cache
def _names_from() -> dict[str, tuple[int, set[str]]]:
    """Give by the first syllable of names of provinces and districts how many the longest has, and the second ones."""
    begun: dict[str, tuple[int, set[str]]] = {}
    for name in Places().names():
        first, *rest = name.split()
        longest, seconds = begun.get(first, (0, set()))
        begun[first] = max(1 + len(rest), longest), seconds.union(rest[:1])
    return begun


def _capitals(tokens: Sequence[Token], start: int) -> int:
    """Give the end of the run of capitalised words from `start`, over hyphens, that may be a name."""
    end = start
    while end < len(tokens) and end - start < LONGEST_NAME:
        if tokens[end].is_capital:
            end += 1
        elif (tokens[end].text == "-" and end > start and end + 1 < len(tokens) and tokens[end + 1].is_capital):
            end += 2
        else:
            break
    return end


def _text(tokens: Sequence[Token], start: int, end: int) -> str:
    if end == start + 1:
        return tokens[start].text
    pieces = [tokens[start].text]
    for before, token in zip(tokens[start:end], tokens[start + 1:end], strict=False):
        pieces.append(" " * (token.start > before.end) + token.text)
    return "".join(pieces)
