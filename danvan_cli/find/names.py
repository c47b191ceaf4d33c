"""Names: the people that a sentence names, with the honorifics, ranks and degrees before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from danvan_cli.find.bodies.grammar import grammar_of
from danvan_cli.find.mentions import NameMention
from danvan_cli.find.name_shape import (
    NameWords,
    capital_run,
    is_clergy,
    is_historical,
    is_name_word,
    is_place,
    is_rare_opener,
    is_vietnamese,
    name_at,
    name_words,
    opener,
    spell_name,
    split_run,
    stands_alone,
)
from danvan_cli.lexicon import Entry, Gazetteer, Lexicon
from danvan_cli.lexicon.word_classes import load_word_classes
from danvan_cli.text.tokens import Token

LONGEST_HONORIFIC = 3  # words of "nữ đồng chí"


class Name(NamedTuple):
    """A name at tokens `start:end` with what stands before it from `whole_start` on.

    `full` is False for a given name after an honorific ("ông Hồi"). `comrade` tells that the honorific is one
    of officials, `opens_list` that it is for several names ("các đồng chí"), `skip` that the name is that of a
    person of history or a monk, who is nobody here. A `weak` one is a name only with an office beside it
    ("Nay Thơ, nguyên Chủ tịch …"): its words are far more often others.
    """

    start: int
    end: int
    whole_start: int
    mention: NameMention
    full: bool
    comrade: bool
    opens_list: bool
    skip: bool
    weak: bool = False


class _Prefix(Struct, frozen=True):
    end: int
    honorific: Entry | None
    spoken: str | None
    rank: str | None


_NO_PREFIX = _Prefix(0, None, None, None)


class _Prefixes(Struct, frozen=True):
    honorifics: Gazetteer
    ranks: Gazetteer
    degrees: Gazetteer
    named_after: Gazetteer
    first_words: frozenset[str]
    bodies: frozenset[str]  # with which names of organisations begin


@cache
def _prefixes(lexicon: Lexicon) -> _Prefixes:
    honorifics, ranks, degrees, named_after = (
        lexicon.gazetteer(name) for name in ("honorifics", "ranks", "academic_titles", "name_places"))
    first_words = honorifics.first_words | ranks.first_words | degrees.first_words
    return _Prefixes(
        honorifics, ranks, degrees, named_after, first_words, frozenset(grammar_of(lexicon).starts))


def find_names(tokens: Sequence[Token], at: Iterable[int], taken: Sequence[int], lexicon: Lexicon) -> list[Name]:
    """Find names among the tokens of a sentence; `at` are those at which one or its honorific may begin.

    `taken[i]` is the end of the body or title that starts at or covers token i, else 0: no name begins there,
    and none runs into it.
    """
    words, prefixes = name_words(lexicon), _prefixes(lexicon)
    found: list[Name] = []
    openers, done = prefixes.first_words, 0
    for index in at:
        if index < done or taken[index]:
            continue
        name = None
        if tokens[index].lower in openers:
            name = _after_prefix(tokens, index, taken, words, prefixes)
        if name is None and tokens[index].is_capital:
            stop = _stop(tokens, index, taken)
            name = _bare(tokens, index, stop, taken, words, prefixes)
            if name is None:
                # Within a run of capitals only its beginning, the split of its place or "ĐỒNG CHÍ" can open a name.
                done = _comrade_in(tokens, index, stop, prefixes)
        if name:
            done = name.end
            if not _is_thing(tokens, index, name, taken, prefixes):
                found.append(name)
    return found


def name_seconds(token: Token, lexicon: Lexicon) -> frozenset[str]:
    """Give the words that may follow a token with which a name, or what stands before it, begins, as `second_words`."""
    if token.is_capital and is_name_word(token.text):
        return frozenset({""})
    prefixes = _prefixes(lexicon)
    return frozenset().union(*(words.second_words(token.lower)
                               for words in (prefixes.honorifics, prefixes.ranks, prefixes.degrees)))


def honorific_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """Give where an honorific of offices that ends before token `index` begins; `index` where none does."""
    honorifics = _prefixes(lexicon).honorifics
    for at in range(max(0, index - LONGEST_HONORIFIC), index):
        if any(match.end == index and match.entry.get("office") for match in honorifics.matches(tokens, at)):
            return at
    return index


def _after_prefix(tokens: Sequence[Token], index: int, taken: Sequence[int], words: NameWords,
                  prefixes: _Prefixes) -> Name | None:
    prefix = _read_prefix(tokens, index, prefixes)
    at = prefix.end
    if at == index or at >= len(tokens) or taken[at] or not tokens[at].is_capital:
        return None
    stop = _stop(tokens, at, taken)
    if stop == at:
        return None
    if not prefix.honorific and not prefix.rank and not opener(tokens, at, words):
        return None
    if tokens[index].is_capital and is_place(tokens, index, stop, words):  # Bà Rịa, Cô Tô
        return None
    end = name_at(tokens, at, stop, words)
    full = end is not None
    if end is None:
        end = stop
        if end - at > 4 or not all(map(is_vietnamese, tokens[at:end])):
            return None
        # Three or four syllables after an honorific are a full name, even if the surname is not in the list.
        full = end - at >= 3
        if not (full or prefix.honorific or prefix.rank) and end < len(tokens) and load_word_classes().is_pair(
                tokens[end - 1], tokens[end]):
            return None  # a degree and its field: "Tiến sĩ Quản lý kinh tế"
    elif end - at == 2 and prefix.honorific and is_rare_opener(tokens, at, words):
        full = False
    if end - at == 2 and prefix.honorific and tokens[at].lower in words.birth_order:
        full = True  # "anh Tư Dũng", which is all that people call him
    return _name(tokens, index, at, end, prefix, full, words)


def _bare(tokens: Sequence[Token], index: int, stop: int, taken: Sequence[int], words: NameWords,
          prefixes: _Prefixes) -> Name | None:
    after_title = index > 0 and taken[index - 1] == index
    if stop == index or (stop == index + 1 and not after_title and not stands_alone(tokens[index])):
        return None  # most capitals
    if _is_hyphened(tokens, stop) or (
            tokens[index].lower in prefixes.first_words and prefixes.honorifics.match(tokens, index)):
        return None
    start = split_run(tokens, index, stop, words, after_title) if stop - index <= 9 else None
    if start is None:
        given = (after_title and stop - index == 1 and is_vietnamese(tokens[index])  # "Bộ trưởng Dũng"
                 and tokens[index].lower not in prefixes.bodies)
        return _name(tokens, index, index, stop, _NO_PREFIX, False, words) if given else None
    end = name_at(tokens, start, stop, words)
    if end is None or not (after_title or _stands_bare(tokens, start, end, taken, words)):
        return None
    name = _name(tokens, start, start, end, _NO_PREFIX, True, words)
    return name if after_title else name._replace(weak=end - start < 3 and is_rare_opener(tokens, start, words))


def _stands_bare(tokens: Sequence[Token], start: int, end: int, taken: Sequence[int], words: NameWords) -> bool:
    """Whether the words `start:end`, with neither title nor honorific before them, can be somebody's name."""
    if is_rare_opener(tokens, start, words) and not all(map(is_vietnamese, tokens[start:end])):
        return False
    if tokens[start].text.isupper() and end - start > 1 and load_word_classes().classes(
            f"{tokens[start].lower} {tokens[start + 1].lower}"):
        return False  # "DANH SÁCH ỨNG CỬ VIÊN"
    # The second of two places: "cao tốc Cam Lộ - La Sơn".
    return not (end - start < 3 and start > 1 and tokens[start - 1].text == "-" and tokens[start - 2].is_capital
                and not taken[start - 2])


def _is_hyphened(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a hyphen glues more to the word before `stop`, as in Korean names: "Kim Jong-un"."""
    return (stop + 1 < len(tokens) and tokens[stop].text == "-" and tokens[stop].start == tokens[stop - 1].end
            and tokens[stop + 1].start == tokens[stop].end and tokens[stop + 1].text.islower())


def _name(tokens: Sequence[Token], whole: int, start: int, end: int, prefix: _Prefix, full: bool,
          words: NameWords) -> Name:
    spelled = spell_name(tokens[start:end])
    entry = prefix.honorific
    plural = bool(entry and entry.get("plural"))
    mention = NameMention(
        start=tokens[start].start,
        end=tokens[end - 1].end,
        whole_start=tokens[start if plural else whole].start,
        name=spelled,
        honorific=entry.get("single") if entry and plural else prefix.spoken,
        rank=prefix.rank,
        gender=entry.get("gender") if entry else None,
        rule="name.full" if full else "name.given")
    skip = is_historical(spelled, words) or is_clergy(tokens, start, words)
    return Name(start, end, whole, mention, full, bool(entry and entry.get("comrade")), plural, skip)


def _read_prefix(tokens: Sequence[Token], index: int, prefixes: _Prefixes) -> _Prefix:
    """Read honorific, rank and degrees in any order: "đồng chí Thiếu tướng, PGS.TS"."""
    honorific, spoken, rank = None, None, None
    at = index
    while at < len(tokens) and tokens[at].lower in prefixes.first_words:
        if found := prefixes.honorifics.match(tokens, at):
            if honorific or (rank and tokens[at].is_capital):  # a surname: "Thiếu tướng | Ông Văn Tiếp"
                break
            honorific = found.entry
            spoken = _as_written(tokens[found.start:found.end])
        elif found := prefixes.ranks.match(tokens, at):
            rank = rank or found.entry.form
        elif found := prefixes.degrees.match(tokens, at):
            if found.entry.get("role") == "profession" and at > index:
                break
        else:
            break
        at = found.end
        while at < len(tokens) and tokens[at].text in ".," and _goes_on(tokens, at, prefixes):
            at += 1
        if at < len(tokens) and tokens[at].text == ":" and honorific and honorific.get("plural"):
            at += 1
    return _Prefix(at, honorific, spoken, rank)


def _as_written(tokens: Sequence[Token]) -> str:
    """Give the tokens with a space where the text has some: "Đ/c", "đồng chí"."""
    words = [tokens[0].text]
    for before, token in pairwise(tokens):
        words += ([" "] if token.start > before.end else []) + [token.text]
    return "".join(words)


def _goes_on(tokens: Sequence[Token], mark: int, prefixes: _Prefixes) -> bool:
    """Whether more of a prefix follows the mark at `mark`: "TS. Nguyễn", "Thiếu tướng, PGS"."""
    at = mark + 1
    if at >= len(tokens):
        return False
    more = prefixes.ranks.match(tokens, at) or prefixes.degrees.match(tokens, at)
    return more is not None or (tokens[mark].text == "." and tokens[at].is_capital)


def _stop(tokens: Sequence[Token], index: int, taken: Sequence[int]) -> int:
    """Give the end of the run of capitals at `index`, cut where a title or body begins."""
    end = capital_run(tokens, index)
    for at in range(index + 1, end):
        if taken[at]:
            return at
    return end


def _comrade_in(tokens: Sequence[Token], start: int, stop: int, prefixes: _Prefixes) -> int:
    """Give where an honorific of officials, or a degree, begins in capitals, else `stop`.

    "TIỂU SỬ | ĐỒNG CHÍ LÊ BÁ TOÀN", "Theo | TS Lê Bá Toàn".
    """
    for at in range(start + 1, stop):
        if tokens[at].lower in prefixes.first_words and tokens[at].text.isupper():
            found = prefixes.honorifics.match(tokens, at)
            if (found and found.entry.get("comrade")) or prefixes.degrees.match(tokens, at):
                return at
    return stop


def _is_thing(tokens: Sequence[Token], index: int, name: Name, taken: Sequence[int], prefixes: _Prefixes) -> bool:
    """Whether the words before a bare name, no title, make it that of a street, a school, a prize."""
    if name.whole_start < name.start or (index and taken[index - 1] == index):
        return False
    return any(match.end == name.start for at in range(max(0, name.start - 3), name.start)
               if tokens[at].lower in prefixes.named_after.first_words
               for match in prefixes.named_after.matches(tokens, at))
