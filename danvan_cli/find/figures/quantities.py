"""Quantities: the named measure before a figure, "tỷ lệ hộ nghèo | còn 3,12%"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from danvan_cli.find.figures.segments import segment_start, skip_leads
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import (
    NO_NAMES,
    closing_quote,
    ends_phrase,
    ends_with,
    is_verb,
    word_at,
    word_end,
    words_between,
)
from danvan_cli.lexicon import Match
from danvan_cli.text.tokens import Token, lowered

# How many conjuncts a quantity may have that commas divide.
CONJUNCTS = 4


class Phrase(Struct, frozen=True, gc=False):
    """Tokens `start:end` that name a measure; `rule` tells how they were found."""

    start: int
    end: int
    rule: str


def quantity_across_comma(
    tokens: Sequence[Token], start: int, end: int, floor: int, linked: bool, words: Vocabulary
) -> Phrase | None:
    """Give a quantity that commas divide: "Tỷ lệ điều tra, khám phá án", "giá cà phê tại An Sơn, Bình Hoà"."""
    first = start
    for _ in range(CONJUNCTS):
        if first - 1 <= floor or first >= end or tokens[first - 1].text != ",":
            return None
        if not _goes_on(tokens, first, end, linked, words):
            return None
        segment = segment_start(tokens, first - 1, floor)
        found = quantity_phrase(tokens, skip_leads(tokens, segment, first - 1, words), first - 1, True, words)
        if found and not has_value(tokens, found.start, first - 1, words):
            last = trim(tokens, found.start, end, words)
            return Phrase(found.start, last, "left") if last >= first or _are_names(tokens, start, end) else None
        first = segment
    return None


def _goes_on(tokens: Sequence[Token], start: int, end: int, linked: bool, words: Vocabulary) -> bool:
    """Whether what begins at token `start` may go on with what is before its comma."""
    epithet = words.epithets.match(tokens, start)
    if epithet and epithet.end == end:
        return True  # "Tỷ lệ giải quyết đúng hạn, | trước hạn"
    if words.quantities.match(tokens, start) or ends_phrase(tokens, word_at(tokens, start, words), words):
        return False
    pieces = words_between(tokens, start, end, words)
    if any(tokens[piece.start].kind == "number" for piece in pieces):
        return False
    if start + 1 < end and tokens[start + 1].is_capital and words.plays(tokens[start].lower, "person"):
        return False  # "Về mức vay, | ông Bách"
    alike = len(pieces) == 1 and is_verb(pieces[0], words) == words.is_verb(tokens[start - 2].lower)
    if not linked and not alike and not all(piece.main[0] in "NA" for piece in pieces):
        return False  # "Vốn ban đầu, ngân hàng cho vay 1,9 tỷ đồng"
    return skip_leads(tokens, start, end, words) == start


def _are_names(tokens: Sequence[Token], start: int, end: int) -> bool:
    return all(token.is_capital for token in tokens[start:end])


def has_value(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> bool:
    """Whether something is said of what the tokens `start:end` name: a value or a change."""
    return any(token.lower in words.changes or words.plays(token.lower, "value") for token in tokens[start:end])


def quantity_phrase(
    tokens: Sequence[Token],
    start: int,
    end: int,
    predicated: bool,
    words: Vocabulary,
    names: Mapping[int, int] = NO_NAMES,
) -> Phrase | None:
    """Give the phrase that begins with a quantity noun and reaches to the links before the figure.

    Of two quantities the first holds the second ("tỷ lệ thu ngân sách"), unless a word that divides clauses
    stands between them ("nhà thu nhập thấp có giá").
    """
    first: int | None = None
    divided = True
    index = start
    openers, boundaries = words.quantities.first_words, words.playing["boundary"]
    while index < end:
        if tokens[index].text == '"':
            index = closing_quote(tokens, index) or index + 1
            continue
        word = tokens[index].lower
        match = quantity_at(tokens, index, words) if word in openers else None
        if match and (match.end in names or _is_suffered(tokens, match, words)):
            match = None  # "tài khoản định danh mức 2"
        if match and _is_target(tokens, match, start, end, words):
            match = None
        if match and match.entry.get("kind") == "fund" and match.end < end and tokens[match.end].text == '"':
            close = closing_quote(tokens, match.end)
            return Phrase(index, min(close or end, end), "left")
        if match and match.entry.get("kind") == "fund" and _gives(tokens, index, end, words):
            return None  # "Quỹ cứu trợ | góp 60 triệu"
        if match and match.end <= end and (match.end == end or predicated or match.entry.get("kind") != "noun"):
            first = index if divided else first
            divided = False
            index = match.end
            continue
        if word in boundaries:
            joined = first is not None and word in words.pairs
            divided = divided or not joined or has_value(tokens, first or start, index, words)
            index += 1
            continue
        index = min(word_end(tokens, index, words), end)
    if first is None:
        return None
    last = _without_cost(tokens, first, trim(tokens, first, end, words, names), words)
    if last - first == 1 and words.plays(tokens[first].lower, "numero"):
        return None  # "trong số | hơn 250 triệu đồng"
    if last - first == 1 and first > start and words.plays(tokens[first].lower, "verb object"):
        first = _with_verb(tokens, start, first, words)
    return Phrase(first, last, "left")


def _without_cost(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Give the token after a quantity without the verb of cost it ends with: "chi phí xây nhà | mất"."""
    costs = end - start > 1 and words.plays(tokens[end - 1].lower, "costs")
    return end - 1 if costs and not words.plays(tokens[end - 2].lower, "adverb") else end  # "số tiền bị mất"


def _is_suffered(tokens: Sequence[Token], match: Match, words: Vocabulary) -> bool:
    """Whether a quantity is the verb of a passive: "12 ha cây trồng bị | thiệt hại"."""
    return match.start > 0 and words.plays(tokens[match.start - 1].lower, "suffers")


def _is_target(tokens: Sequence[Token], match: Match, start: int, end: int, words: Vocabulary) -> bool:
    """Whether a quantity right before the figure is where the money goes to: "thu hồi về | ngân sách 3 tỷ đồng"."""
    if match.end != end or match.start <= start or not words.plays(match.form, "treasury"):
        return False
    before = tokens[match.start - 1].lower
    return words.plays(before, "addressee") or words.plays(before, "towards")


def _with_verb(tokens: Sequence[Token], start: int, first: int, words: Vocabulary) -> int:
    """Give where the verb begins that makes one name with a quantity: "vay | vốn", "giải ngân | vốn"."""
    if first - 1 > start and words.classes.is_pair(tokens[first - 2], tokens[first - 1]):
        return first - 2 if words.is_verb(lowered(tokens, first - 2, first)) else first
    return first - 1 if words.is_verb(tokens[first - 1].lower) else first


def _gives(tokens: Sequence[Token], fund: int, end: int, words: Vocabulary) -> bool:
    """Whether the fund at token `fund` gives what the verb before token `end` tells; a loan is no gift."""
    if not ends_with(tokens, end, "giving", words) or words.plays(tokens[end - 2].lower, "verb head"):
        return False
    return not (fund and words.plays(tokens[fund - 1].lower, "addressee"))  # "lấy tiền cho | quỹ vay"


def quantity_at(tokens: Sequence[Token], index: int, words: Vocabulary) -> Match | None:
    """Give the quantity noun at token `index`, unless it begins a longer word or a title ("Tổng Giám đốc")."""
    match = words.quantities.match(tokens, index)
    if match is None or word_end(tokens, index, words) > match.end:
        return None
    if tokens[index].is_capital and match.end - index == 1 and not tokens[index].text.isupper():
        named = match.end < len(tokens) and tokens[match.end].is_capital
        if named or (index and tokens[index - 1].is_capital):
            return None  # "Tiền Giang", "Trung Lương"
    if (
        match.entry.get("kind") == "distance"
        and match.end < len(tokens)
        and word_at(tokens, match.end, words).main == "V"
    ):
        return None  # a way of doing, not a distance
    if words.plays(match.form, "numero") and match.end < len(tokens) and tokens[match.end].kind == "number":
        return None  # "Nghị quyết số 05"
    title = (
        match.end < len(tokens)
        and tokens[match.end].is_capital
        and match.end - index == 1
        and words.plays(match.form, "total")
    )
    return None if title else match


def trim(
    tokens: Sequence[Token], start: int, end: int, words: Vocabulary, names: Mapping[int, int] = NO_NAMES
) -> int:
    """Cut a quantity before its owner ("của …"), a bracket, a time, a number that ends no name, or a clause."""
    playing = words.playing
    cuts, participles, times = playing["cut"], playing["participle"], playing["time word"]
    index = start
    while index < end:
        token = tokens[index]
        if token.text == '"':
            index = closing_quote(tokens, index) or end
            continue
        word = word_at(tokens, index, words)
        if token.kind == "number" and index + 1 < end and words.plays(tokens[index + 1].lower, "age"):
            index += 2  # "cán bộ dưới 40 tuổi"
            continue
        if token.lower in participles and _is_moved(tokens, index + 1, words) and index > start:
            break  # "tốc độ | được nâng lên 60 km"
        if token.lower in participles and index + 1 < end and words.plays(tokens[start].lower, "tally"):
            index = min(word_at(tokens, index + 1, words).end, end)  # "số đơn đã giải quyết"
            continue
        timed = (word.text in times and not words.plays(word.text, "manner")) or (
            token.kind == "number" and index not in names and not words.plays(tokens[index - 1].lower, "basis")
        )
        cut = (token.lower in cuts or word.text in cuts) and not defines(tokens, word.end, end, words)
        cut = cut or (index > start and _lends(tokens, index, words))
        if token.text in {"(", ";", ":", ")"} or (index > start and (timed or cut)):
            break
        index = min(word.end, end)
    return _without_preposition(tokens, start, min(index, end), words)


def _lends(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a predicate begins at token `index`: "Quỹ chỉ | cho vay"; but not "giá bán | cho hộ dân"."""
    return words.plays(tokens[index].lower, "verb head") and words.plays(tokens[index - 1].lower, "adverb")


def _is_moved(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether the word at token `index` says that a quantity is raised or lowered."""
    if index >= len(tokens):
        return False
    word = word_at(tokens, index, words).text
    return word in words.changes or words.plays(word, "raise")


def defines(tokens: Sequence[Token], index: int, end: int, words: Vocabulary) -> bool:
    """Whether what was reached before token `index` tells which ones are meant: "tỷ lệ hộ đạt | chuẩn văn hóa"."""
    if index >= end or not words.plays(tokens[index - 1].lower, "reached"):
        return False
    return words.plays(word_at(tokens, index, words).text, "standard")


def _without_preposition(tokens: Sequence[Token], start: int, end: int, words: Vocabulary) -> int:
    """Give the token after a phrase without the preposition or adverb it is cut at ("tiền thuê | đối với")."""
    for length in (2, 1):
        last = words.classes.classes(lowered(tokens, end - length, end))
        if end - length > start and last[:1] in {("E",), ("C",)} and not tokens[end - 1].is_capital:
            return end - length
        if last[:1] == ("N",):
            return end  # "nước ngoài"
    word = tokens[end - 1].lower
    loose = last == ("R",) and (words.plays(word, "adverb") or words.plays(word, "each"))
    return end - 1 if loose and end - 1 > start else end
