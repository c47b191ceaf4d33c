"""Conjuncts: what goes on with a noun phrase after a comma or "và", and what is a new clause."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import Word, classifier_at, closing_quote, ends_phrase, is_verb, word_at
from danvan_cli.text.tokens import Token

# How many syllables a conjunct may have before it is taken for a new clause.
CONJUNCT = 8


def conjunct(tokens: Sequence[Token], joint: int, words: Vocabulary, *, kind: str, after_verb: bool) -> int:
    """Give the token after the conjunct that follows a joint, `joint` where what follows is no conjunct.

    `kind` is that of the head of the phrase it may go on with, "" if unlisted.
    """
    start = joint + 1
    if start >= len(tokens):
        return joint
    comma = tokens[joint].text == ","
    if tokens[start].text == '"':
        return joint if comma else closing_quote(tokens, start) or joint
    if tokens[start].kind != "word" or words.opens_number(tokens[start].lower):
        return joint
    word = word_at(tokens, start, words)
    quantity = words.quantities.match(tokens, start)
    total = quantity is not None and words.plays(tokens[start].lower, "total")
    if quantity and (comma or total) and quantity.entry.get("kind") != "noun" and quantity.end >= word.end:
        return joint  # "3.046 học sinh, sĩ số 48 em": a measure of its own
    person = words.plays(tokens[start].lower, "person")  # "16 uỷ viên | và bà Hà"
    named = start + 1 < len(tokens) and (tokens[start].is_capital or person) and tokens[start + 1].is_capital
    if named and not comma and not tokens[joint - 1].is_capital:
        return joint  # "12 quận, huyện | và TP Hà Nội"
    listed = classifier_at(tokens, word, words)
    if (
        words.plays(word.text, "lead")
        or words.time_units.match(tokens, start)
        or (ends_phrase(tokens, word, words) and not listed)
    ):
        return joint
    if tokens[joint].text == "-" and (tokens[start].is_capital or word.main == "V"):
        return joint  # "3 tuyến cao tốc - | quyết định vừa được đưa ra"
    if comma and start + 1 < len(tokens) and tokens[start + 1].is_capital and not tokens[start + 1].text.isupper():
        return joint  # ", ông Nguyễn Văn An"
    end = _conjunct_end(tokens, start, words, verbs=after_verb)
    # "ý kiến, phản ánh": a verb that is also a noun is one where nothing follows that it could take.
    nominal = listed or word.main[0] == "N" or ("N" in word.classes and (after_verb or not comma or end == word.end))
    if not (nominal or word.main == "A" or (word.main == "V" and after_verb)):
        return joint
    if comma and word.main == "V" and _is_said(tokens, word, end, listed or after_verb, words):
        return joint
    if comma and _acts(tokens, start, end, kind, words):
        return joint
    fits = 0 < end - start <= CONJUNCT and _stops_well(tokens, joint, start, end, words)
    return end if fits else joint


def states_end(tokens: Sequence[Token], joint: int, words: Vocabulary) -> int:
    """Give the token after the second of two states that the joint parts: "9 người chết, | mất tích"; 0 for none."""
    after = words.epithets.match(tokens, joint + 1) if joint + 1 < len(tokens) else None
    if after is None or (after.end < len(tokens) and tokens[after.end].kind != "mark"):
        return 0
    before = (words.epithets.match(tokens, joint - length) for length in (1, 2) if joint > length)
    return after.end if any(match and match.end == joint for match in before) else 0


def _is_said(tokens: Sequence[Token], verb: Word, end: int, listed: bool, words: Vocabulary) -> bool:
    """Whether a verb after a comma opens a predicate that reaches to token `end`, and is none of the things `listed`.

    "3 điểm tập kết, | trình HĐND xã", "toà nhà 5 tầng, | toạ lạc ở trung tâm".
    """
    if verb.end < len(tokens) and tokens[verb.end].is_capital:
        return True
    return not listed and end < len(tokens) and words.plays(tokens[end].lower, "place")


def _acts(tokens: Sequence[Token], start: int, end: int, kind: str, words: Vocabulary) -> bool:
    """Whether something is said of the tokens `start:end`, not of what a comma parts them from, of kind `kind`.

    "12 hồ sơ, | cán bộ đã trả lời", "54% cổ phần, | An Sơn chỉ còn 28%".
    """
    if tokens[start].is_capital:
        listed = tokens[start - 2].is_capital  # "94 GS, PGS đã đạt chuẩn"
        return not listed and end < len(tokens) and words.plays(tokens[end].lower, "adverb")
    match = None if words.quantities.match(tokens, start) else words.classifiers.match(tokens, start)
    other = match.entry.get("kind", "") if match else ""
    return bool(kind and other) and (kind == "agent") != (other == "agent") and _says(tokens, end, words)


def _says(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a predicate begins at token `index`."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    word = word_at(tokens, index, words)
    return words.plays(word.text, "predicate") or is_verb(word, words)


def _conjunct_end(tokens: Sequence[Token], start: int, words: Vocabulary, *, verbs: bool) -> int:
    index = start
    while index < len(tokens) and tokens[index].kind == "word":
        word = word_at(tokens, index, words)
        if index > start and (ends_phrase(tokens, word, words) or words.plays(tokens[index].lower, "pair")):
            break
        if index > start and word.main == "V" and not verbs and "N" not in word.classes:
            break
        if word.main in {"E", "C", "R", "P", "M", "T", "L"} and index > start:
            break
        index = word.end
    return index


def _stops_well(tokens: Sequence[Token], joint: int, start: int, end: int, words: Vocabulary) -> bool:
    """Whether what follows a conjunct fits: no number after it, no predicate of its own after a comma."""
    if end >= len(tokens):
        return True
    if tokens[joint].text != ",":
        deed = word_at(tokens, start, words).main == "V" and is_verb(word_at(tokens, end, words), words)
        return tokens[end].kind != "number" and not deed  # "đất công | và yêu cầu hoàn trả"
    after = tokens[end]
    if after.kind == "number" or after.lower in words.starts:
        return False
    if after.lower in words.qualifiers and end + 1 < len(tokens) and tokens[end + 1].kind == "number":
        return False
    if after.kind == "mark" or words.plays(after.lower, "pair"):
        return True
    verb = word_at(tokens, end, words)
    deed = "V" in word_at(tokens, start, words).classes and is_verb(verb, words)
    if deed and verb.end < len(tokens) and tokens[verb.end].kind == "number":
        return False  # "35 vụ việc, | kiến nghị thu hồi 78 triệu đồng"
    if words.plays(verb.text, "says"):
        return False  # "…, lãnh đạo Sở Nội vụ cho biết"
    if after.lower in words.changes and word_at(tokens, start, words).main == "V":
        return False  # "…, dự báo tăng 10%"
    listed = classifier_at(tokens, word_at(tokens, start, words), words)
    if words.plays(after.lower, "predicate"):
        return listed or end - start <= 2
    if words.plays(after.lower, "addressee") and "V" in word_at(tokens, start, words).classes:
        return False  # "295 đại biểu, đại diện | cho 318.000 đoàn viên"
    return listed or words.plays(after.lower, "end")
