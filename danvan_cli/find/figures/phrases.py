"""Phrases: how far a noun phrase reaches to the right of its first word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.text.tokens import Token


class Word(NamedTuple):
    """A word of one or more tokens `start:end` with its parts of speech."""

    text: str
    start: int
    end: int
    classes: tuple[str, ...]


# How many syllables a conjunct after a comma may have before it is taken for a new clause.
CONJUNCT = 7
PREDICATE = 16


def word_at(tokens: Sequence[Token], index: int, words: Vocabulary) -> Word:
    """Give the longest known word that begins at token `index`."""
    syllables = []
    for token in tokens[index:index + 4]:
        if token.kind != "word":
            break
        syllables.append(token.lower)
    length = words.classes.longest(syllables, 0) if syllables else 1
    text = " ".join(syllables[:length]) if syllables else tokens[index].lower
    return Word(text, index, index + length, words.classes.classes(text))


def ends_phrase(word: Word, words: Vocabulary) -> bool:
    """Whether a word can be no part of a noun phrase."""
    return word.text in words.ends or word.text in words.changes


def closing_quote(tokens: Sequence[Token], index: int) -> int | None:
    """Give the token after the quotation that opens at token `index`, None if it never closes soon."""
    for end in range(index + 1, min(index + 24, len(tokens))):
        if tokens[end].text == '"':
            return end + 1
    return None


def noun_phrase(tokens: Sequence[Token], start: int, words: Vocabulary, *, open_verbs: bool | None = None) -> int:
    """Give the token after the noun phrase that begins at `start`; `start` itself where none does.

    Verbs stay where they say what kind of thing is counted: after event nouns ("cuộc đối thoại"), and where
    the lexicon calls them defining ("xã đạt chuẩn"). `open_verbs` overrules what the head noun tells.
    """
    if start >= len(tokens):
        return start
    head = words.classifiers.match(tokens, start)
    index = _head_end(tokens, start, words)
    if index == start:
        return start
    verbs = open_verbs if open_verbs is not None else (head is None or head.entry.get("kind") != "agent")
    end, last_verb, administrative = index, False, head is not None and head.form in _UNITS
    while index < len(tokens):
        token = tokens[index]
        if token.text == '"':
            close = closing_quote(tokens, index)
            if close is None:
                break
            index = end = close
            continue
        if token.text in {",", "-", "/"} or token.lower in words.pairs:
            next_end = _conjunct(tokens, index, words, after_verb=last_verb)
            if next_end == index:
                break
            index = end = next_end
            continue
        if token.kind != "word":
            break
        word = word_at(tokens, index, words)
        defining = words.defining.match(tokens, index)
        if defining and not administrative_only(tokens, defining.end):
            if _has_object(tokens, defining.end, words):
                verbs = True
                last_verb = True
                index = end = max(defining.end, word.end)
                continue
        if token.is_capital and administrative and index == end and not _known_capital(word):
            break
        if word.text == "về" and verbs and index + 1 < len(tokens) and _is_nominal(word_at(tokens, index + 1, words), tokens, words):
            index = word_at(tokens, index + 1, words).end
            end = index
            continue
        if ends_phrase(word, words) or words.time_units.match(tokens, index) or word.text in words.time_words:
            break
        kind = word.classes[0] if word.classes else "N"
        if kind == "V" and not token.is_capital:
            if not verbs or word.text in words.ceilings and False:
                break
            last_verb = True
        elif kind in {"E", "C", "R", "P", "M", "T", "I", "L", "X"} and not token.is_capital:
            break
        elif kind[0] == "N":
            last_verb = last_verb and not word.classes
        index = end = word.end
    return end


_UNITS = {"xã", "huyện", "tỉnh", "quận", "phường", "thị trấn", "thành phố", "thôn", "bản", "ấp"}


def administrative_only(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing follows that a defining verb could take."""
    return index >= len(tokens) or tokens[index].kind != "word"


def _known_capital(word: Word) -> bool:
    return bool(word.classes)


def _has_object(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether an object or complement follows a defining verb."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    return not ends_phrase(word_at(tokens, index, words), words)


def _head_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the head noun at `start`, `start` where no noun stands there."""
    if tokens[start].text == '"':
        close = closing_quote(tokens, start)
        return close if close is not None and close - start > 2 else start
    if tokens[start].kind != "word" or words.time_units.match(tokens, start) and not words.work_times.match(tokens, start):
        return start
    match = words.classifiers.match(tokens, start) or words.work_times.match(tokens, start)
    word = word_at(tokens, start, words)
    if match:
        return max(match.end, word.end)
    if _is_nominal(word, tokens, words):
        return word.end
    return start


def _is_nominal(word: Word, tokens: Sequence[Token], words: Vocabulary) -> bool:
    if tokens[word.start].kind != "word" or ends_phrase(word, words):
        return False
    if words.classifiers.match(tokens, word.start):
        return True
    return not word.classes or word.classes[0][0] == "N" or "N" in word.classes


def _conjunct(tokens: Sequence[Token], joint: int, words: Vocabulary, *, after_verb: bool) -> int:
    """Give the token after the conjunct that follows the joint, `joint` where what follows is no conjunct."""
    start = joint + 1
    if start >= len(tokens) or tokens[start].kind == "number":
        return joint
    comma = tokens[joint].text == ","
    if tokens[start].text == '"':
        return (closing_quote(tokens, start) or joint) if not comma else joint
    if tokens[start].kind != "word" or tokens[start].lower in words.starts and tokens[start].lower not in {"cả"} and _is_number_word(tokens, start, words):
        return joint
    word = word_at(tokens, start, words)
    if ends_phrase(word, words) or word.text in words.leads or word.text in words.time_words or words.time_units.match(tokens, start):
        return joint
    kind = word.classes[0] if word.classes else "N"
    nominal = kind[0] == "N" or "N" in word.classes or bool(words.classifiers.match(tokens, start))
    verbal = kind == "V" and after_verb
    if not (nominal or verbal or kind == "A"):
        return joint
    end = _conjunct_end(tokens, start, words, verbs=verbal or after_verb)
    if end - start > CONJUNCT or end == start:
        return joint
    return _fits(tokens, joint, start, end, words) and end or joint


def _fits(tokens: Sequence[Token], joint: int, start: int, end: int, words: Vocabulary) -> bool:
    """Whether what follows a conjunct shows that it was none: a number after its verb, a predicate of its own."""
    if end >= len(tokens):
        return True
    after = tokens[end]
    if after.kind == "number" or after.text == '"':
        return False
    if tokens[joint].text != ",":
        return True
    if after.kind == "mark" or after.lower in words.pairs:
        return True
    if after.lower in words.qualifiers or after.lower in words.starts:
        return False
    return end - start <= 2 or after.lower in {"của", "cho", "ở", "tại", "trong", "trên", "thuộc", "với", "do", "về", "theo", "từ"}


def _conjunct_end(tokens: Sequence[Token], start: int, words: Vocabulary, *, verbs: bool) -> int:
    index = start
    while index < len(tokens) and tokens[index].kind == "word":
        word = word_at(tokens, index, words)
        if index > start and (ends_phrase(word, words) or tokens[index].lower in words.pairs or word.text in words.time_words):
            break
        kind = word.classes[0] if word.classes else "N"
        if kind == "V" and not verbs and "N" not in word.classes and index > start:
            break
        if kind in {"E", "C", "R", "P", "M", "T", "L"}:
            break
        index = word.end
    return index


def _is_number_word(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    return words.roles.get(tokens[index].lower) in {"digit", "ten", "vague", "fraction"}


def predicate_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the predicate that begins at `start`, at most the end of the clause."""
    index = start
    while index < min(len(tokens), start + PREDICATE):
        token = tokens[index]
        if token.kind == "number":
            break
        if token.text == '"':
            close = closing_quote(tokens, index)
            if close is None:
                break
            index = close
            continue
        if token.kind != "word" or token.lower in _SUBORDINATORS or token.lower in words.changes:
            break
        word = word_at(tokens, index, words)
        if word.text in _SUBORDINATORS:
            break
        index = word.end
    return index


_SUBORDINATORS = {"nhờ", "so", "vì", "do", "để", "nhằm", "khi", "nhưng", "song", "sau", "trước", "là", "của", "qua", "theo", "trong", "và", "từ", "nên", "mà", "tăng", "giảm"}
