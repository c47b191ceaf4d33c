"""Measures: the phrase that says what a figure counts or measures.

A count measures the noun after it. A share, a sum or a size measures the quantity before it ("tỷ lệ hộ nghèo
còn 3,12%"), the noun after it ("500 tấn xi măng"), or the verb that governs it ("huy động 3.370 tỷ đồng").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.phrases import is_predicate, noun_phrase, predicate_end
from danvan_cli.find.figures.quantities import Phrase, quantity_across_comma, quantity_phrase, trim
from danvan_cli.find.figures.segments import before_period, segment_start, skip_leads
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import NO_NAMES, Word, is_nominal, is_verb, word_at, words_between
from danvan_cli.text.tokens import Token

# A number of this size before a quotation mark is a sum of money, not a count of what is quoted.
_SUM = 1_000_000


def right_measure(tokens: Sequence[Token], figure: Figure, start: int, words: Vocabulary) -> Phrase | None:
    """Give the noun phrase at token `start`, the one after a figure and its unit.

    A share of a noun of which something is said measures noun and predicate: "98% ý kiến được giải quyết".
    """
    share = figure.is_share
    if figure.unit is not None and figure.unit.kind == "times":
        return None
    if (
        share
        and start + 1 < len(tokens)
        and (
            words.plays(tokens[start].lower, "of")
            or (words.plays(tokens[start].lower, "within") and words.quantities.match(tokens, start + 1))
        )
    ):
        start += 1
    end = noun_phrase(tokens, start, words)
    if figure.scale >= _SUM and start < len(tokens) and tokens[start].text == '"':
        return None  # a sum: 12 tỷ "chạy" dự án
    if end == start or (figure.unit is not None and figure.unit.kind == "money" and not _is_sum(tokens, start, words)):
        return None
    return Phrase(start, with_predicate(tokens, end, words) if share else end, "right")


def with_predicate(tokens: Sequence[Token], end: int, words: Vocabulary) -> int:
    """Give the token after the predicate said of the noun phrase that ends at `end`, `end` itself where none is.

    Between them the owner may stand: "95% kiến nghị | của Nhân dân | được giải quyết".
    """
    start = end
    if start < len(tokens) and words.plays(tokens[start].lower, "genitive"):
        start = noun_phrase(tokens, start + 1, words)
    opens = start < len(tokens) and tokens[start].kind == "word" and is_predicate(word_at(tokens, start, words), words)
    return predicate_end(tokens, start, words) if opens else end


def _is_sum(tokens: Sequence[Token], start: int, words: Vocabulary) -> bool:
    """Whether what follows a sum of money is what the money is ("vốn đăng ký"), not what it is spent on."""
    if words.quantities.match(tokens, start) is not None:
        return True
    match = words.classifiers.match(tokens, start)
    plain_noun = word_at(tokens, start, words).main == "N" and bool(word_at(tokens, start, words).classes)
    return plain_noun and match is None and not tokens[start].is_capital


def left_measure(
    tokens: Sequence[Token], context: Context, floor: int, words: Vocabulary, names: Mapping[int, int] = NO_NAMES
) -> Phrase | None:
    """Give the quantity, subject or verb before a figure in its clause.

    `floor` is the token after the figure before it, which the phrase does not reach across; `names` gives the
    token after each name of a body by its first token.
    """
    end = before_period(tokens, context.clause, floor, words) if context.linked else context.clause
    start = segment_start(tokens, end, floor)
    found = quantity_across_comma(tokens, start, end, floor, context.linked, words) or quantity_phrase(
        tokens, start, end, context.predicated, words
    )
    if found is None and context.linked and start == floor and floor:
        found = quantity_phrase(tokens, segment_start(tokens, end, 0), end, True, words)
    if found:
        return found
    if start and tokens[start - 1].text == "(" and (start == end or words.plays(tokens[start].lower, "time word")):
        # "(năm 2016 đạt 50%)" goes on with what stands before the bracket.
        end = start - 1
        start = segment_start(tokens, end, floor)
        found = quantity_phrase(tokens, start, end, True, words)
    found = found or _in_segment(tokens, start, end, floor, context, words, names)
    return found or (_in_clause_before(tokens, end, floor, words) if start == end and context.change else None)


def _in_segment(
    tokens: Sequence[Token],
    start: int,
    end: int,
    floor: int,
    context: Context,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Phrase | None:
    """Give the subject or verb among the tokens `start:end`, after the last number in them."""
    numbers = [
        index
        for index in range(start, end)
        if tokens[index].kind == "number" and not (index + 1 < end and words.plays(tokens[index + 1].lower, "age"))
    ]
    start = skip_leads(tokens, max(start, numbers[-1] + 1 if numbers else start), end, words)
    if context.predicated and start < end:
        start = _first_conjunct(tokens, start, end, floor, words)
    return _subject_or_verb(tokens, start, end, floor, context, words, names) if start < end else None


def _first_conjunct(tokens: Sequence[Token], start: int, end: int, floor: int, words: Vocabulary) -> int:
    """Give the token where a subject begins whose last conjunct is `start:end`: "đồng bào Cor, Ca Dong | chiếm"."""
    first = start
    while first - 1 > floor and tokens[first - 1].text == "," and _is_name(tokens, first, end, words):
        segment = segment_start(tokens, first - 1, floor)
        if segment >= first - 1 or not _is_name(tokens, segment, first - 1, words):
            break
        first, end = segment, first - 1
    return first


def _is_name(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> bool:
    """Whether the tokens `start:end` are a noun phrase that nothing is said of."""
    pieces = words_between(tokens, start, end, words)
    if not is_nominal(tokens, pieces[0], words) or skip_leads(tokens, start, end, words) > start:
        return False
    if len(pieces) == 1 and "N" in pieces[0].classes:
        return True  # "xây dựng" is a verb too
    return all(
        tokens[piece.start].kind == "word"
        and (tokens[piece.start].is_capital or piece.main[0] in "NA" or words.plays(piece.text, "pair"))
        and not (words.plays(piece.text, "cut") or words.plays(piece.text, "time word"))
        for piece in pieces
    )


def _in_clause_before(tokens: Sequence[Token], end: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give the subject of the clause before the comma, whose predicate goes on: "giá tiêu lao dốc, | giảm 5%"."""
    comma = end - 1
    if comma <= floor or tokens[comma].text != ",":
        return None
    start = segment_start(tokens, comma, floor)
    if start and tokens[start - 1].kind != "mark":
        return None  # what is left of the phrase after the figure before
    start = skip_leads(tokens, start, comma, words)
    if start >= comma or not is_nominal(tokens, word_at(tokens, start, words), words):
        return None
    stop = next(
        (p.start for p in words_between(tokens, start, comma, words) if p.text in words.changes or is_verb(p, words)),
        comma,
    )
    quantity = quantity_phrase(tokens, start, stop, True, words)
    if quantity or stop == comma:
        return quantity
    return Phrase(start, trim(tokens, start, stop, words), "subject") if stop > start else None


def _subject_or_verb(
    tokens: Sequence[Token],
    start: int,
    end: int,
    floor: int,
    context: Context,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Phrase | None:
    pieces = words_between(tokens, start, end, words, names)
    last = pieces[-1]
    if words.plays(last.text, "dimension"):
        return _sized(pieces, words) or (_sized_before(tokens, start, floor, words) if len(pieces) == 1 else None)
    passive = len(pieces) > 1 and words.plays(pieces[-2].text, "adverb")
    if pieces[0].text == "mỗi" and not (passive and is_verb(last, words)):
        stop = next(
            (
                p.start
                for p in pieces[1:]
                if is_verb(p, words) or words.plays(p.text, "end") or words.plays(p.text, "dimension")
            ),
            end,
        )
        return Phrase(start, stop, "each") if stop > start + 1 else None
    if passive and last.classes:
        return Phrase(last.start, last.end, "verb")
    verbs = [piece for piece in pieces if is_verb(piece, words)]
    if verbs and context.predicated and (len(pieces) > 1 or not verbs):
        return Phrase(start, trim(tokens, start, end, words), "subject")
    if verbs and verbs[-1] is last:
        return _verb(tokens, pieces, floor, words)
    first = verbs[-1].end if verbs else start
    phrase = _noun_run(tokens, first, end, words, after_verb=bool(verbs))
    if phrase is None:  # nothing but adjectives: "nhỏ nhất 9 cm" goes on with the quantity before
        return Phrase(verbs[-1].start, verbs[-1].end, "verb") if verbs else None
    if verbs and _is_manner(tokens, verbs[-1], phrase, words):
        return Phrase(verbs[-1].start, phrase[1], "verb")
    given = first + words.plays(tokens[first].lower, "achieved")  # "trả được | cho các hộ"
    addressed = context.money and given < end and words.plays(tokens[given].lower, "addressee")
    if verbs and (_makes_one_word(tokens, first, phrase, words) or addressed):
        return Phrase(verbs[-1].start, phrase[1], "verb")
    giving = bool(verbs) and (
        phrase[0] in names or (words.plays(verbs[-1].text, "giving") and _is_given_to(tokens, phrase[0], words))
    )
    if giving and context.money:
        return Phrase(verbs[-1].start, _manner_end(tokens, first, end, words), "verb")
    proper = tokens[phrase[0]].is_capital and not verbs and phrase[0] > 0 and not context.linked
    return Phrase(*phrase, "proper" if proper else "object" if verbs and not context.linked else "subject")


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


def _sized_before(tokens: Sequence[Token], start: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give what a dimension beside a bracket is said of: "Tuyến ĐT.614 (dài", "Con dốc (xã An Sơn) dài"."""
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
    if stop and is_verb(pieces[stop - 1], words):
        return Phrase(pieces[stop - 1].start, pieces[stop].end, "verb")  # "ngập sâu"
    first = stop
    while first and not (is_verb(pieces[first - 1], words) or words.plays(pieces[first - 1].text, "end")):
        first -= 1
    return Phrase(pieces[first].start, pieces[stop - 1].end, "sized") if first < stop else None


def _noun_run(
    tokens: Sequence[Token], start: int, end: int, words: Vocabulary, *, after_verb: bool
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
    last = trim(tokens, start, end, words) if start < end else start
    if not any(
        (word.main[0] == "N" or "N" in word.classes) and not words.plays(word.text, "pair")
        for word in words_between(tokens, start, last, words)
    ):
        return None
    return start, last
