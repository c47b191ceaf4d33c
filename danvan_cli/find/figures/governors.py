"""Governors: the verb that governs a figure ("huy động 3.370 tỷ đồng"), or the noun it is said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.quantities import Phrase, trim
from danvan_cli.find.figures.segments import BRACKET, open_bracket, segment_start, skip_leads
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import Word, is_verb, word_at, words_between
from danvan_cli.text.tokens import Token


def subject_or_verb(
    tokens: Sequence[Token],
    start: int,
    end: int,
    floor: int,
    context: Context,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Phrase | None:
    """Give what of the tokens `start:end`, which hold no quantity, a figure measures.

    The subject of "đạt", "tăng", "chiếm", else the verb that governs the figure, else the noun before it.
    """
    pieces = words_between(tokens, start, end, words, names)
    last = pieces[-1]
    if words.plays(last.text, "dimension"):
        bare = all(words.plays(piece.text, "adverb") for piece in pieces[:-1])
        if context.money and last is pieces[0] and start and tokens[start - 1].text == ",":
            return Phrase(start, end, "verb")  # "45 xe ép loại 5 tấn, | trị giá 81 tỷ đồng"
        return _sized(pieces, words) or (_sized_before(tokens, start, floor, words) if bare else None)
    passive = len(pieces) > 1 and words.plays(pieces[-2].text, "adverb")
    if words.plays(pieces[0].text, "per") and not (passive and is_verb(last, words)) and not _tells_deed(pieces, words):
        stop = next(
            (
                p.start
                for p in pieces[1:]
                if is_verb(p, words)
                or words.plays(p.text, "end")
                or words.plays(p.text, "dimension")
                or (p is last and "V" in p.classes)  # "mỗi đồn | đỡ đầu 40 hộ"
            ),
            end,
        )
        return Phrase(start, stop, "each") if stop > start + 1 else None
    if context.linked and words.plays(last.text, "raise"):
        return None  # "đã nâng | lên 25 nghìn đồng" goes on with what was spoken of
    if context.change and words.plays(last.text, "command"):
        return None  # so does "Thủ tướng giao | giảm 30%"
    if passive and last.classes and last.main not in {"C", "E"}:
        return Phrase(last.start, last.end, "verb")
    given = context.money and words.plays(last.text, "giving")  # "cấp" is a noun too
    given = given or (len(pieces) > 1 and words.plays(last.text, "gain"))  # so is "lỗ"
    verbs = [piece for piece in pieces if is_verb(piece, words) or (given and piece is last)]
    verbs = verbs or _gift(pieces, context, words)
    if verbs and context.predicated and (len(pieces) > 1 or not verbs):
        return Phrase(start, trim(tokens, start, end, words, names), "subject")
    if verbs and verbs[-1] is last:
        return _verb(tokens, pieces, floor, words)
    if verbs:
        return _with_object(tokens, pieces[: pieces.index(verbs[-1]) + 1], end, floor, context, words, names)
    phrase = _noun_run(tokens, start, end, words, names, after_verb=False)
    if phrase is None:  # nothing but adjectives: "nhỏ nhất 9 cm" goes on with the quantity before
        return None
    proper = tokens[phrase[0]].is_capital and phrase[0] > 0 and not context.linked
    return Phrase(*phrase, "proper" if proper else "subject")


def _gift(pieces: Sequence[Word], context: Context, words: Vocabulary) -> list[Word]:
    """Give the "cho" by which one person gives another a sum, if any: "ông Bách | cho | bà Lan 5 triệu đồng"."""
    if not context.money or not words.plays(pieces[0].text, "person"):
        return []
    return [piece for piece in pieces[1:] if words.plays(piece.text, "giving")]


def _tells_deed(pieces: Sequence[Word], words: Vocabulary) -> bool:
    """Whether a figure is that of a gift or of an object, not of the one who acts: "mỗi người nhận | quà 5 triệu"."""
    if words.plays(pieces[-1].text, "giving"):
        return len(pieces) > 2  # "mỗi hộ | góp 20.000 đồng"
    acts = any(is_verb(piece, words) for piece in pieces[2:-1])
    return acts and pieces[-1].main[0] == "N" and bool(pieces[-1].classes)


def _with_object(
    tokens: Sequence[Token],
    pieces: Sequence[Word],
    end: int,
    floor: int,
    context: Context,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Phrase:
    """Give the verb that ends `pieces`, its object before `end`, or both where they are one deed ("lấy lãi")."""
    verb = pieces[-1]
    phrase = _noun_run(tokens, verb.end, end, words, names, after_verb=True)
    if phrase is None:
        return _verb(tokens, pieces, floor, words)
    given = verb.end + words.plays(tokens[verb.end].lower, "achieved")  # "trả được | cho các hộ"
    addressed = context.money and given < end and words.plays(tokens[given].lower, "addressee")
    aimed = addressed or (context.money and given < end and words.plays(tokens[given].lower, "towards"))
    if aimed and words.quantities.match(tokens, given + 1):
        return Phrase(verb.start, given, "verb")  # "tiết kiệm | cho ngân sách"
    if addressed:
        stop = next((i for i in range(given + 1, phrase[1]) if words.plays(tokens[i].lower, "boundary")), phrase[1])
        return Phrase(verb.start, stop, "verb")
    moved = given < end and any(words.plays(tokens[given].lower, role) for role in ("addressee", "towards"))
    if moved and context.linked and not context.predicated:
        return Phrase(verb.start, phrase[1], "verb")  # "phân bổ về cơ sở | được 87%"
    if _is_manner(tokens, verb, phrase, words) or _makes_one_word(tokens, verb.end, phrase, words):
        return Phrase(verb.start, phrase[1], "verb")
    giving = words.plays(verb.text, "giving") or words.plays(verb.text, "borrowing")
    giving = giving and _is_given_to(tokens, phrase[0], words)
    if context.money and (giving or phrase[0] in names):
        return Phrase(verb.start, _manner_end(tokens, verb.end, end, words), "verb")
    return Phrase(*phrase, "subject" if context.linked else "object")


def _manner_end(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Give the token after the adjectives at token `start` ("thưởng | nóng | các đơn vị")."""
    index = start
    while index < end and (word := word_at(tokens, index, words)).main == "A":
        index = word.end
    return min(index, end)


def _is_manner(tokens: Sequence[Token], verb: Word, phrase: tuple[int, int], words: Vocabulary) -> bool:
    """Whether what follows a verb says how, not what: "hỗ trợ | khẩn cấp"."""
    return phrase[0] == verb.end and _manner_end(tokens, *phrase, words) == phrase[1]


def _is_given_to(tokens: Sequence[Token], start: int, words: Vocabulary) -> bool:
    """Whether the object of a verb of giving is the one who gets the money."""
    before = tokens[start - 1].lower
    match = words.classifiers.match(tokens, start)
    return words.plays(before, "determiner") or (match is not None and match.entry.get("kind") == "agent")


def _makes_one_word(tokens: Sequence[Token], first: int, phrase: tuple[int, int], words: Vocabulary) -> bool:
    """Whether a verb and the noun of one syllable after it are one word ("lấy lãi"), not a deed and a thing."""
    if phrase != (first, first + 1):
        return False
    match = words.classifiers.match(tokens, first)
    return match is None or match.entry.get("kind") == "agent"


def _verb(tokens: Sequence[Token], pieces: Sequence[Word], floor: int, words: Vocabulary) -> Phrase:
    """Give the verb that governs a figure, with the verb it is made with ("cho vay") or listed with."""
    last = pieces[-1]
    start = last.start
    if (
        len(pieces) > 1
        and last.end - last.start == 1
        and (
            words.plays(pieces[-2].text, "verb head")
            or (is_verb(pieces[-2], words) and pieces[-2].end - pieces[-2].start == 1)
        )
        and not words.plays(pieces[-2].text, "modal")
        and not (words.plays(last.text, "gain") and _is_trade(pieces[-2], words))  # "người trồng | lỗ"
    ):
        start = pieces[-2].start
    if start == pieces[0].start and start > floor + 1 and tokens[start - 1].text == ",":
        earlier = segment_start(tokens, start - 1, floor)
        before = words_between(tokens, earlier, start - 1, words) if earlier < start - 1 else []
        if before and all(is_verb(word, words) for word in before):
            start = before[0].start
    short = last.end - start == 1 and last.end < len(tokens)
    achieved = short and words.plays(tokens[last.end].lower, "achieved")
    return Phrase(start, last.end + achieved, "verb")


def _is_trade(verb: Word, words: Vocabulary) -> bool:
    """Whether a verb tells what those before it do for a living."""
    return words.plays(verb.text, "occupation") or words.plays(verb.text, "defining")


def _sized_before(tokens: Sequence[Token], start: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give what a dimension beside or inside a bracket is said of: "Tuyến ĐT.614 (dài", "Con dốc (xã An Sơn) dài"."""
    if start and tokens[start - 1].text == "," and (
            opening := open_bracket(tokens, start - 1, BRACKET - 1)):
        start, floor = opening + 1, 0  # "Tuyến ĐT.614 (vốn 985 tỷ đồng, | dài"
    if start - 1 <= floor or tokens[start - 1].text not in {"(", ")"}:
        return None
    end = start - (tokens[start - 1].text == "(")
    begin = segment_start(tokens, end, floor)
    last = next((index for index in range(begin, end) if tokens[index].text == "("), end)
    begin = skip_leads(tokens, begin, last, words)
    return _sized(words_between(tokens, begin, last + 1, words)[:], words) if begin < last else None


def _sized(pieces: Sequence[Word], words: Vocabulary) -> Phrase | None:
    """Give the noun phrase that the last word, a dimension, is said of: "con đường bê tông | dài"."""
    stop = len(pieces) - 1
    while stop and (words.plays(pieces[stop - 1].text, "adverb") or words.plays(pieces[stop - 1].text, "deictic")):
        stop -= 1  # "con đường | phải rộng", "con đường | này rộng"
    if stop and is_verb(pieces[stop - 1], words):
        if pieces[stop - 1].end - pieces[stop - 1].start == 1:
            return Phrase(pieces[stop - 1].start, pieces[stop].end, "verb")  # "ngập sâu"
        stop -= 1  # "trục chính trải nhựa | dài"
    first = stop
    while first and not _parts(pieces[first - 1], words) and words.roles.get(pieces[first - 1].text) != "digit":
        first -= 1  # "băn khoăn việc một | dự án rộng"
    while first < stop and words.plays(pieces[first].text, "path"):
        first += 1  # "trên | quốc lộ 10 dài"
    return Phrase(pieces[first].start, pieces[stop - 1].end, "sized") if first < stop else None


def _parts(word: Word, words: Vocabulary) -> bool:
    """Whether a word before a dimension is no part of what has it; a path is ("đoạn cao tốc | qua | phường dài")."""
    return not words.plays(word.text, "path") and (is_verb(word, words) or words.plays(word.text, "end"))


def _noun_run(
    tokens: Sequence[Token], start: int, end: int, words: Vocabulary, names: Mapping[int, int], *, after_verb: bool
) -> tuple[int, int] | None:
    while start < end:
        word = word_at(tokens, start, words)
        skipped = (
            after_verb
            and (words.plays(word.text, "link") or (word.main in {"A", "R", "E", "P", "L", "M"} and word.end < end))
            and not tokens[start].is_capital
        )
        opens = tokens[start].text == '"' or (after_verb and words.plays(word.text, "place"))
        if opens or not (words.plays(word.text, "end") or tokens[start].kind != "word" or skipped):
            break
        start = word.end
    if after_verb and start < end and words.plays(tokens[start].lower, "place"):
        return None  # "vay | tại ngân hàng"
    for piece in words_between(tokens, start, end, words):
        if words.roles.get(piece.text) == "digit" and piece.end < end and not tokens[piece.start].is_capital:
            start = piece.end  # "giao cho ông một lô đất 85 m2"
    last = trim(tokens, start, end, words, names) if start < end else start
    if not any(
        (word.main[0] == "N" or "N" in word.classes) and not words.plays(word.text, "pair")
        for word in words_between(tokens, start, last, words)
    ):
        return None
    return start, last
