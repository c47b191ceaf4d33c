"""Predicates: how far what is said of a noun phrase, or tells which ones it means, reaches to the right."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import Word, closing_quote, is_hyphen, word_at
from danvan_cli.text.tokens import Token

# How many tokens a predicate may have.
PREDICATE = 16


def is_predicate(word: Word, words: Vocabulary) -> bool:
    """Whether a word opens the predicate of the noun phrase before it."""
    if words.plays(word.text, "predicate"):
        return True
    return (
        word.main in {"V", "A"}
        and bool(word.classes)
        and word.text not in words.changes
        and not words.plays(word.text, "end")
    )


def predicate_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the predicate that begins at `start`, at most the end of its clause."""
    index = start
    while index < min(len(tokens), start + PREDICATE):
        token = tokens[index]
        if token.text == '"':
            close = closing_quote(tokens, index)
            if close is None:
                break
            index = close
            continue
        if is_hyphen(tokens, index):
            index += 2
            continue
        word = word_at(tokens, index, words)
        ends = words.plays(token.lower, "subordinator") or words.plays(word.text, "subordinator")
        after_adverb = index > start and words.plays(tokens[index - 1].lower, "negation")  # "chưa qua bồi dưỡng"
        if token.kind == "mark" or (ends and index > start and not after_adverb):
            break
        index = word.end
    return index


def attribute_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the verb phrase at token `start` that says which ones are meant, `start` for none.

    "Xây không phép", "dương tính với ma túy", "chưa đủ điều kiện kinh doanh | để phân lô". It begins with a verb or
    a negation, not with a word that opens what is told of them ("đã", "được").
    """
    index = start
    while index < min(len(tokens), start + PREDICATE) and tokens[index].kind == "word":
        word = word_at(tokens, index, words)
        negated = words.plays(word.text, "negation")
        if not negated and (index == start or not words.plays(word.text, "complement")):
            verb = word.main == "V" and bool(word.classes) and word.text not in words.changes
            if (index == start and not verb) or _leaves_attribute(word, words):
                break
        index = word.end
    # A lone syllable has lost what it takes: "7 người đi | từ vùng dịch về".
    return index if index > start + 1 else start


def _leaves_attribute(word: Word, words: Vocabulary) -> bool:
    """Whether a word goes on with the clause: a preposition of place or time, a joint, a purpose."""
    return word.main in {"E", "C"} or any(
        words.plays(word.text, role) for role in ("subordinator", "place", "time word", "pair", "lead", "predicate")
    )
