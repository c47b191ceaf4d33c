"""Predicates: how far what is said of a noun phrase, or tells which ones it means, reaches to the right."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.phrases import noun_phrase
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import Word, closing_quote, is_hyphen, role_end, word_at
from danvan_cli.text.tokens import Token

# How many tokens a predicate may have, and a threshold up to its "trở lên".
PREDICATE = 16
THRESHOLD = 8


def with_predicate(tokens: Sequence[Token], end: int, words: Vocabulary) -> int:
    """Give the token after the predicate said of the noun phrase that ends at `end`, `end` itself where none is.

    Between them the owner may stand: "còn 12 kiến nghị | của Nhân dân | chưa giải quyết".
    """
    return _said_from(tokens, _owner_end(tokens, end, words), words) or end


def share_predicate(tokens: Sequence[Token], end: int, percent: bool, words: Vocabulary) -> int:
    """Give the token after the predicate said of those that a share is of, `end` where none is.

    Between them their owner, place or age may stand ("54% trẻ | dưới 5 tuổi | được tiêm"), and a percentage may tell
    what they are ("62% lao động | là nữ").
    """
    end = threshold_end(tokens, end, words)
    start = _owner_end(tokens, end, words)
    if start == end:
        start = _place_end(tokens, end, words)
    if percent and start < len(tokens) and words.plays(tokens[start].lower, "copula"):
        return predicate_end(tokens, start, words)
    asserting = role_end(tokens, start, "asserts", words)
    if asserting > start:
        said = predicate_end(tokens, start, words)
        return said if said > asserting else end  # "85% phiếu vẫn | là thấp"
    return _said_from(tokens, start, words) or end


def threshold_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the threshold at token `start` that says which ones are meant, `start` for none.

    "Lao động | từ 15 tuổi trở lên", "doanh nghiệp | có từ 25 lao động trở lên".
    """
    first = start + (start < len(tokens) and words.plays(tokens[start].lower, "least"))
    if first + 1 >= len(tokens) or not words.plays(tokens[first].lower, "from") or tokens[first + 1].kind != "number":
        return start
    for index in range(first + 2, min(len(tokens), first + THRESHOLD)):
        if above := words.qualifiers_after.match(tokens, index):
            return above.end
    return start


def _said_from(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the predicate that begins at `start`, 0 for none."""
    if start >= len(tokens) or tokens[start].kind != "word":
        return 0
    return predicate_end(tokens, start, words) if _is_predicate(word_at(tokens, start, words), words) else 0


def _owner_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    owned = start < len(tokens) and words.plays(tokens[start].lower, "genitive")
    return noun_phrase(tokens, start + 1, words) if owned else start


def _place_end(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after "ở xã An Sơn", "sau giám sát" or "dưới 5 tuổi" at token `start`, `start` for none."""
    if start + 2 >= len(tokens):
        return start
    if words.plays(tokens[start].lower, "place"):
        end = word_at(tokens, start + 1, words).end
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
        return end if tokens[end - 1].is_capital else noun_phrase(tokens, start + 1, words)
    if words.plays(tokens[start].lower, "stage"):
        end = word_at(tokens, start + 1, words).end  # "kiến nghị | sau giám sát | được giải quyết"
        return end if end < len(tokens) and words.plays(tokens[end].lower, "predicate") else start
    aged = tokens[start].lower in words.qualifiers and tokens[start + 1].kind == "number"
    return start + 3 if aged and words.plays(tokens[start + 2].lower, "age") else start


def _is_predicate(word: Word, words: Vocabulary) -> bool:
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
        if token.text == "," and index > start and _goes_on(tokens, index, words):
            index += 1
            continue
        word = word_at(tokens, index, words)
        ends = words.plays(word.text, "subordinator")
        if ends and (above := threshold_end(tokens, index, words)) > index:
            index = above
            continue
        after_adverb = index > start and words.plays(tokens[index - 1].lower, "negation")  # "chưa qua bồi dưỡng"
        if token.kind == "mark" or (ends and index > start and not after_adverb):
            break
        index = word.end
    return index


def _goes_on(tokens: Sequence[Token], comma: int, words: Vocabulary) -> bool:
    """Whether a comma joins two verbs of one predicate: "trạm đã khám, | chữa bệnh"."""
    if comma + 1 >= len(tokens) or tokens[comma + 1].kind != "word" or not words.is_verb(tokens[comma - 1].lower):
        return False
    word = word_at(tokens, comma + 1, words)
    valued = word.text in words.changes or words.plays(word.text, "link") or words.plays(word.text, "says")
    return words.is_verb(word.text) and not valued and not words.plays(word.text, "predicate")


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
    """Whether a word goes on with the clause: a preposition of place or time, a joint, a purpose, "xảy ra"."""
    roles = ("subordinator", "place", "time word", "pair", "lead", "predicate", "occurs")
    return word.main in {"E", "C"} or any(words.plays(word.text, role) for role in roles)
