"""Measures: the phrase that says what a figure counts or measures.

A count measures the noun after it. A share, a sum or a size measures the quantity before it ("tỷ lệ hộ nghèo
còn 3,12%"), the noun after it ("500 tấn xi măng"), or the verb that governs it ("huy động 3.370 tỷ đồng").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from danvan_cli.find.figures.context import Context
from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.governors import subject_or_verb
from danvan_cli.find.figures.phrases import noun_phrase
from danvan_cli.find.figures.predicates import attribute_end, share_predicate, threshold_end, with_predicate
from danvan_cli.find.figures.quantities import (
    Phrase,
    defines,
    has_value,
    quantity_across_comma,
    quantity_at,
    quantity_phrase,
)
from danvan_cli.find.figures.segments import after_speaker, before_period, segment_start, skip_leads
from danvan_cli.find.figures.subjects import before_harm, first_conjunct, quantity_before_comma, subject_before_comma
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import NO_NAMES, ends_phrase, ends_with, is_verb, role_end, word_at
from danvan_cli.text.tokens import Token

# A number of this size before a quotation mark is a sum of money, not a count of what is quoted.
_SUM = 1_000_000


def right_measure(
    tokens: Sequence[Token], figure: Figure, start: int, clause: int, words: Vocabulary
) -> Phrase | None:
    """Give the noun phrase at token `start`, the one after a figure and its unit.

    A share of a noun of which something is said measures noun and predicate: "98% ý kiến được giải quyết". What
    stands behind the object of a verb of finding says which ones: "phát hiện 12 căn nhà | xây không phép"; `clause`
    is the token before which that verb ends.
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
    above = words.qualifiers_after.match(tokens, start) if share and start < len(tokens) else None
    start = above.end if above else start  # "từ 95% trở lên | đơn thư"
    end = noun_phrase(tokens, start, words)
    if figure.scale >= _SUM and start < len(tokens) and tokens[start].text == '"':
        return None  # a sum: 12 tỷ "chạy" dự án
    if end == start and figure.unit is not None and share:
        end = _answer_end(tokens, figure, start, words)
    if end == start or (figure.unit is not None and figure.unit.kind == "money" and not _is_sum(tokens, start, words)):
        return None
    if figure.unit is not None and figure.unit.kind == "money" and figure.unit.per and not (
            words.time_units.match(tokens, start - 1)):
        return None  # "100.000 đồng/con | gia súc"
    if share:
        return Phrase(start, share_predicate(tokens, end, figure.unit is not None, words), "right")
    end = threshold_end(tokens, end, words)
    if figure.unit is None and figure.total is None and _remains(tokens, figure, words):
        reason = with_predicate(tokens, end, words)
        counts = any(token.kind == "number" for token in tokens[end:reason])  # a figure of its own
        end = end if counts else reason
    if figure.unit is None and clause and ends_with(tokens, clause, "finds", words):
        end = attribute_end(tokens, end, words)
    return Phrase(start, end, "right")


def _answer_end(tokens: Sequence[Token], figure: Figure, start: int, words: Vocabulary) -> int:
    """Give the token after what a share of those asked say or are: "5.200 người dân: 92,4% | hài lòng, 5,1% …"."""
    if not figure.first or tokens[figure.first - 1].text not in {":", ","} or start >= len(tokens):
        return start
    word = word_at(tokens, start, words)
    answers = (word.main == "A" or is_verb(word, words)) and not words.plays(word.text, "says")
    return word.end if answers and word.text not in words.changes and not ends_phrase(tokens, word, words) else start


def _remains(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> bool:
    """Whether a figure counts what is left, which the words behind it tell: "còn 46 hồ sơ chưa nhận tiền"."""
    return any(words.plays(token.lower, "remaining") for token in tokens[max(0, figure.first - 2):figure.first])


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
    token after each name of a body by its first token, and after each number of another name.
    """
    rate = quantity_at(tokens, context.clause, words) if context.money and context.linked else None
    if rate and rate.end == context.start and words.plays(tokens[rate.start - 1].lower, "instrument"):
        return Phrase(rate.start, rate.end, "left")  # "xóa nhà tạm với | mức 60 triệu đồng"
    end = before_period(tokens, context.clause, floor, words) if context.linked else context.clause
    start = after_speaker(tokens, segment_start(tokens, end, floor), end, words)
    unnamed = start < end and all(token.kind == "number" for token in tokens[start:end])  # a list of bare numbers
    found = None if unnamed else _quantity(tokens, start, end, floor, context, words, names)
    if found is None and context.linked and start == floor and floor:
        earlier = quantity_phrase(tokens, segment_start(tokens, end, 0), end, True, words, names)
        found = _said_before(tokens, earlier, words)
    if found is None and start < end and tokens[start - 1].text == ")" and words.plays(tokens[start].lower, "genitive"):
        found = _before_bracket(tokens, start - 1, floor, words)
    if found:
        return found
    if start and tokens[start - 1].text == "(" and (
            start == end or role_end(tokens, start, "time word", words) > start):
        # "(năm 2016 đạt 50%)", "(cùng kỳ 56,1 tạ/ha)" go on with what stands before the bracket.
        end = start - 1
        start = segment_start(tokens, end, floor)
        found = quantity_phrase(tokens, start, end, True, words)
        # What befell the things of the figure before: "12 ha cây | bị thiệt hại (tăng 2 ha)".
        unnamed = 0 < floor == start and words.plays(tokens[start].lower, "suffers")
    if found is None and not unnamed:
        found = _in_segment(tokens, start, end, floor, context, words, names)
    if found is None and start == end:
        found = quantity_before_comma(tokens, end, floor, words) if context.money else None
        if found is None and context.change:
            found = subject_before_comma(tokens, end, floor, words)
        found = found or _named_by_link(tokens, end, context.start, words)
    return found


def _named_by_link(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> Phrase | None:
    """Give the quantity among the links `start:end` behind a comma: "theo khối lượng, | mức | 620 đồng"."""
    match = quantity_at(tokens, start, words) if start and tokens[start - 1].text == "," else None
    return Phrase(start, match.end, "left") if match and match.end <= end else None


def _before_bracket(tokens: Sequence[Token], close: int, floor: int, words: Vocabulary) -> Phrase | None:
    """Give the quantity before the bracket that ends at token `close`: "Tổng sản phẩm | (GRDP) của tỉnh đạt"."""
    start = segment_start(tokens, close + 1, floor)
    opening = next((index for index in range(start, close) if tokens[index].text == "("), close)
    return quantity_phrase(tokens, start, opening, True, words)


def _quantity(
    tokens: Sequence[Token],
    start: int,
    end: int,
    floor: int,
    context: Context,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Phrase | None:
    return quantity_across_comma(tokens, start, end, floor, context.linked, words) or quantity_phrase(
        tokens, start, end, context.predicated, words, names
    )


def _said_before(tokens: Sequence[Token], quantity: Phrase | None, words: Vocabulary) -> Phrase | None:
    """Cut a quantity before what is said of it first: "Giá | tăng 0,4% và tăng 3,3%"."""
    if quantity is None:
        return None
    inside = range(quantity.start + 1, quantity.end)
    said = (index for index in inside if has_value(tokens, index, index + 1, words))
    stop = next((index for index in said if not defines(tokens, index + 1, quantity.end, words)), quantity.end)
    return Phrase(quantity.start, stop, quantity.rule)


def _in_segment(
    tokens: Sequence[Token],
    start: int,
    end: int,
    floor: int,
    context: Context,
    words: Vocabulary,
    names: Mapping[int, int],
) -> Phrase | None:
    """Give the subject or verb among the tokens `start:end`, after the last number in them that ends no name."""
    instances = words.playing["instance"]
    ends = [
        index
        for index in range(start, end)
        if tokens[index].lower in instances
        or (
            tokens[index].kind == "number"
            and not (index + 1 < end and words.plays(tokens[index + 1].lower, "age"))
            and index not in names
        )
    ]
    start = skip_leads(tokens, max(start, ends[-1] + 1 if ends else start), end, words)
    if context.predicated and start < end:
        start = first_conjunct(tokens, start, end, floor, words)
    if start < end and context.money and (stop := before_harm(tokens, start, end, words)) < end:
        found = subject_or_verb(tokens, start, stop, floor, context, words, names)
        return Phrase(found.start, found.end, "proper") if found and found.rule == "subject" else found
    return subject_or_verb(tokens, start, end, floor, context, words, names) if start < end else None
