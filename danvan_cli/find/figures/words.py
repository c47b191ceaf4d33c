"""Words: what stands at a token, and whether a noun phrase can hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token, lowered

NO_NAMES: Mapping[int, int] = MappingProxyType({})

QUOTATION = 24
"""How many tokens a quotation inside a phrase may have."""


class Word(Struct, frozen=True, gc=False):
    """A word of one or more tokens `start:end` with its parts of speech, most frequent first."""

    text: str
    start: int
    end: int
    classes: tuple[str, ...]

    @property
    def main(self) -> str:
        """The usual part of speech; an unknown word is taken for a noun."""
        return self.classes[0] if self.classes else "N"


def word_at(tokens: Sequence[Token], index: int, words: Vocabulary) -> Word:
    """Give the longest known word that begins at token `index`."""
    end = word_end(tokens, index, words)
    text = tokens[index].lower if end == index + 1 else lowered(tokens, index, end)
    return Word(text, index, end, words.classes.classes(text))


def word_end(tokens: Sequence[Token], index: int, words: Vocabulary) -> int:
    """Give the token after the longest known word that begins at token `index`."""
    return index + words.classes.length_at(tokens, index)


def ends_phrase(tokens: Sequence[Token], word: Word, words: Vocabulary) -> bool:
    """Whether a word can be no part of a noun phrase."""
    if tokens[word.start].is_capital:
        return False  # "Phú Quý" is no quarter
    # "thuộc địa bàn": a hard end ends a phrase even where it seems to begin a longer word.
    return tokens[word.start].lower in words.hard_ends or word.text in words.ends


def closing_quote(tokens: Sequence[Token], index: int) -> int | None:
    """Give the token after the quotation that opens at token `index`, None if none opens or it does not close soon."""
    if index and tokens[index - 1].end == tokens[index].start and tokens[index - 1].text != "(":
        return None
    for end in range(index + 1, min(index + QUOTATION, len(tokens))):
        if tokens[end].text == '"':
            return end + 1
    return None


def is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at `index` joins two syllables of one word ("vắc-xin")."""
    return (
        tokens[index].text == "-"
        and 0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
        and tokens[index - 1].kind == tokens[index + 1].kind == "word"
    )


def is_nominal(tokens: Sequence[Token], word: Word, words: Vocabulary) -> bool:
    """Whether a noun phrase can begin with a word."""
    if tokens[word.start].kind != "word":
        return False
    if classifier_at(tokens, word, words):
        return True
    return not ends_phrase(tokens, word, words) and (word.main[0] == "N" or "N" in word.classes)


def classifier_at(tokens: Sequence[Token], word: Word, words: Vocabulary) -> bool:
    """Whether a counted noun of the lexicon begins with a word, and is no mere part of it ("chủ" of "chủ yếu")."""
    match = words.classifiers.match(tokens, word.start)
    return match is not None and match.end >= word.end


def words_between(
    tokens: Sequence[Token], start: int, end: int, words: Vocabulary, names: Mapping[int, int] = NO_NAMES
) -> list[Word]:
    """Cut the tokens `start:end` into words; a quotation is one, and so is each part of a proper name.

    `names` gives the token after each name of a body by its first token: these are one word too.
    """
    pieces: list[Word] = []
    index = start
    while index < end:
        close = closing_quote(tokens, index) if tokens[index].text == '"' else None
        if index in names and names[index] <= end:
            pieces.append(Word('"', index, names[index], ("N",)))
        elif close is not None and close <= end:
            pieces.append(Word('"', index, close, ("N",)))
        else:
            word = word_at(tokens, index, words)
            if word.end > index + 1 and tokens[index + 1].is_capital and not tokens[index].is_capital:
                word = Word(tokens[index].lower, index, index + 1, words.classes.classes(tokens[index].lower))
            name = tokens[index].is_capital and index > 0 and tokens[index - 1].kind == "word"
            if name or word.end > end:
                text = tokens[index].text if name else word.text  # no function word: "ấp Mới"
                word = Word(text, index, min(word.end, end), ("N",) if name else word.classes)
            pieces.append(word)
        index = pieces[-1].end
    return pieces


def is_verb(word: Word, words: Vocabulary) -> bool:
    """Whether a word is first of all a verb, and no mere link before a value."""
    return word.main == "V" and bool(word.classes) and not words.plays(word.text, "link")


def is_counted(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a noun that can be counted begins at token `index`."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    if words.work_times.match(tokens, index):
        return True
    if words.time_units.match(tokens, index) or words.plays(tokens[index].lower, "date"):
        return False
    return bool(words.classifiers.match(tokens, index)) or words.is_noun(longest_word(tokens, index, words))


def is_numbered(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether the number at token `index` ends the name of a thing: "tuyến quốc lộ | 10 dài 41 km"."""
    return "always" in _labels(tokens, index, words)


def ends_label(tokens: Sequence[Token], end: int, words: Vocabulary) -> bool:
    """Whether a word whose number is a name ends before token `end`: "đợt | 1/9", "lớp | 9"."""
    return any(_labels(tokens, end, words))


def _labels(tokens: Sequence[Token], end: int, words: Vocabulary) -> list[str | None]:
    if not end or tokens[end - 1].lower not in words.label_ends:
        return []
    return [words.labels.get(lowered(tokens, end - n, end)) for n in (1, 2, 3) if end >= n]


def is_dated(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether the words right before token `index` are those before a date."""
    dates = words.playing["date"]
    before = [token.lower for token in tokens[max(0, index - 3) : index]]
    if not before:
        return False
    alone = before[-1] in dates and not (index > 1 and words.is_verb(" ".join(before[-2:])))  # "thu hồi 21/37 sổ đỏ"
    return alone or " ".join(before[-2:]) in dates or " ".join(before) in dates


def longest_word(tokens: Sequence[Token], index: int, words: Vocabulary) -> str:
    """Give the longest known word that begins at token `index`, of any kind of tokens."""
    return lowered(tokens, index, index + words.classes.length_at(tokens, index))


def role_end(tokens: Sequence[Token], start: int, role: str, words: Vocabulary, end: int | None = None) -> int:
    """Give the token after the longest wording with a role that opens the tokens `start:end`, else `start`."""
    limit = len(tokens) if end is None else end
    longest = words.playing_starts[role].get(tokens[start].lower, 0) if start < limit else 0
    for stop in range(min(start + longest, limit), start, -1):
        if words.plays(lowered(tokens, start, stop), role):
            return stop
    return start


def role_start(tokens: Sequence[Token], end: int, role: str, words: Vocabulary, longest: int) -> int:
    """Give the token where a wording with a role begins that ends before token `end`, else `end`.

    It is the longest of those that have no more than `longest` tokens.
    """
    lengths = range(min(longest, end), 0, -1)
    return next((end - n for n in lengths if words.plays(lowered(tokens, end - n, end), role)), end)


def ends_with(tokens: Sequence[Token], end: int, role: str, words: Vocabulary) -> bool:
    """Whether a wording of one or two tokens with a role ends before token `end`."""
    return role_start(tokens, end, role, words, 2) < end
