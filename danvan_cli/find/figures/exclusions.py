"""Exclusions: why a number of the text is no indicator (a date, an address, a document, a name)."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.numbered_names import campaign, name
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import is_counted, is_dated
from danvan_cli.text.tokens import Token, lowered

# The grades of Vietnamese schools.
_GRADES = 12

# How many tokens the noun of a count may have before a slash and another count.
COUNTED = 4

_OPENING = set("(\"'[+~≈<>=$€£,;|*•…")


def exclusion(tokens: Sequence[Token], figure: Figure, excluded_before: int | None, words: Vocabulary) -> str | None:
    """Give the id of the rule by which a figure is no indicator, or None.

    `excluded_before` is how many tokens stand between it and the figure before it, if that is none either.
    """
    bare = figure.unit is None and figure.scale == 1 and figure.magnitude is None
    if not bare:
        return (
            _duration(tokens, figure, words)
            or ("glued" if _is_glued_before(tokens, figure) else None)
            or campaign(tokens, figure, words)
        )
    return (
        (None if _is_second_count(tokens, figure, words) else _glued(tokens, figure, words))
        or _duration(tokens, figure, words)
        or _half(tokens, figure, words)
        or _numbering(tokens, figure)
        or _label(tokens, figure, words)
        or _date(tokens, figure, words)
        or _age(tokens, figure, words)
        or name(tokens, figure, words)
        or campaign(tokens, figure, words)
        or _list(tokens, figure, excluded_before, words)
    )


def _list(tokens: Sequence[Token], figure: Figure, excluded_before: int | None, words: Vocabulary) -> str | None:
    """Exclude what goes on with an excluded number: "quận 1, 3 và 5", "0888 247 247"."""
    if excluded_before == 0 or (excluded_before == 1 and not is_counted(tokens, figure.end, words)):
        return "list"
    return None


def _is_glued_before(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether the number goes on a word or code: "Covid-19", "36H1-254"."""
    if not figure.first:
        return False
    before, token = tokens[figure.first - 1], tokens[figure.first]
    if before.end != token.start or before.text in _OPENING:
        return False
    # A dash that opens a list item is glued to its number, but to nothing before it.
    return before.kind != "mark" or (figure.first > 1 and tokens[figure.first - 2].end == before.start)


def _is_second_count(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> bool:
    """Whether a slash joins the number to another count: "11 vụ/16 đối tượng"."""
    slash = figure.first - 1
    if slash < 2 or tokens[slash].text != "/" or tokens[slash - 1].kind != "word" or figure.value == 1:
        return False  # "10 triệu đồng/1 người" is a rate
    if words.units.match(tokens, slash - 1) or not is_counted(tokens, figure.end, words):
        return False
    return any(tokens[index].kind == "number" for index in range(max(0, slash - COUNTED), slash - 1))


def _glued(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    if _is_glued_before(tokens, figure):
        return "glued"
    text = tokens[figure.first].text
    if text[0] == "0" and len(text) > 3 and "," not in text and not text.startswith("0."):
        return "phone"
    end = figure.past
    if (
        end + 2 < len(tokens)
        and (tokens[end].text == "-" or words.plays(tokens[end].lower, "to"))
        and tokens[end + 1].kind == "number"
        and (tokens[end + 2].text in "/-")
    ):
        return "date"  # "10 - 14/6", "31 - 12 - 2019"
    if end >= len(tokens) or tokens[end].start != tokens[end - 1].end:
        return None
    after = tokens[end]
    if after.kind == "word":
        return "glued"
    if after.text in "/-:.–" and end + 1 < len(tokens) and tokens[end + 1].start == after.end:
        following = tokens[end + 1]
        if following.kind == "number" or (
            after.text in "/-" and following.kind == "word" and not following.text.islower()
        ):
            return "date" if following.kind == "number" else "document"
    return None


def _duration(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Exclude "12 năm", "30 phút", "82 tuổi", but not "310 ngày công"."""
    if figure.unit and figure.unit.end <= figure.end:
        return None
    index = figure.end
    if index < len(tokens) and words.time_units.match(tokens, index) and not words.work_times.match(tokens, index):
        return "duration"
    return None


def _numbering(tokens: Sequence[Token], figure: Figure) -> str | None:
    """Exclude the number of a section or list item, and a number alone in brackets."""
    before = tokens[figure.first - 1].text if figure.first else ""
    after = tokens[figure.end] if figure.end < len(tokens) else None
    if before == "(" and after and after.text == ")":
        return "bracketed"
    opens = figure.first == 0 or (figure.first == 1 and before in {"-", "(", "*", "+", "#"})
    if (
        opens
        and after
        and (after.text in {".", ")", ":", "/"} or ("." in tokens[figure.first].text and after.is_capital))
    ):
        return "numbering"
    return None


def _label(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Exclude "quận 1", "khóa 15", "Nghị định 108"; "tổ 29" only where nothing is counted."""
    end = figure.first - (figure.first > 0 and tokens[figure.first - 1].text in {":", "."})  # "Q. 3"
    if not end or tokens[end - 1].lower not in words.label_ends:
        return None
    for length in range(min(4, end), 0, -1):
        start = end - length
        wording = lowered(tokens, start, end)
        kind = words.labels.get(wording)
        if kind == "capital":
            kind = "always" if tokens[start].is_capital or _is_document(tokens, figure.end, words) else "bare"
        elif kind == "grade":
            kind = "always" if figure.value is not None and figure.value <= _GRADES else "bare"
        if kind and start and length == 1 and not words.plays(wording, "numero") and _ends_word(tokens, start, words):
            continue  # "dân số 2 xã", "triệu tập 46 người": the label is half of another word
        if kind == "always":
            return "label" if end == figure.first or not is_counted(tokens, figure.end, words) else None
        if kind == "bare":
            if words.plays(wording, "numero"):
                return None if start and words.plays(tokens[start - 1].lower, "number of") else "label"
            named = figure.end < len(tokens) and (tokens[figure.end].is_capital or _is_place(tokens, figure.end, words))
            return None if end < figure.first or (is_counted(tokens, figure.end, words) and not named) else "label"
    return None


def _is_document(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a kind of document stands at token `index`: "điều 13 | luật Đất đai", but not "luật sư"."""
    match = words.documents.match(tokens, index) if index < len(tokens) else None
    return match is not None and match.end >= index + words.classes.length_at(tokens, index)


def _ends_word(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether the word at token `index` is the second half of another."""
    return not tokens[index].is_capital and words.classes.is_pair(tokens[index - 1], tokens[index])


def _is_place(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether the address goes on: "tổ 29 | khu phố 3"."""
    return any(
        index + length < len(tokens)
        and (tokens[index + length].kind == "number" or tokens[index + length].is_capital)
        and words.labels.get(lowered(tokens, index, index + length)) == "always"
        for length in (1, 2, 3)
    )


def _half(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Exclude "nửa đầu năm", "nửa đêm": a half counts after a bound or before "số", "dân số"."""
    if figure.kind != "half":
        return None
    before = tokens[figure.first - 1].lower if figure.first else ""
    share = before in words.qualifiers or words.plays(before, "share of")
    return None if share or (figure.end < len(tokens) and words.quantities.match(tokens, figure.end)) else "half"


def _date(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    before = tokens[figure.first - 1].lower if figure.first else ""
    if (
        figure.kind == "range"
        and _is_day(figure)
        and (words.plays(before, "near day") or not is_counted(tokens, figure.end, words))
    ):
        return "date"  # "chiều nay 10-12"
    if figure.total is not None and figure.value == 1 and figure.total >= 100:
        return "map"  # "tỷ lệ 1/500"
    dated = is_dated(tokens, figure.first, words)
    if figure.kind in {"part", "share"}:
        if dated or not (is_counted(tokens, figure.end, words) or words.plays(before, "share lead")):
            return "date"
        possible = figure.total is not None and figure.total <= 12 and (figure.value or 0) <= 31
        if possible and words.plays(before, "around") and not words.classifiers.match(tokens, figure.end):
            return "date"
        return None
    year = any(map(_is_year, tokens[figure.first : figure.last]))
    counts = words.classifiers.match(tokens, figure.end) and not words.plays(tokens[figure.end].lower, "end")
    if year and (dated or not counts):
        return "year"
    if dated and figure.kind != "fraction":
        each = figure.first > 1 and words.plays(tokens[figure.first - 2].lower, "every")
        if not is_counted(tokens, figure.end, words) or (words.plays(before, "day") and not each):
            return "date"
    return None


def _is_day(figure: Figure) -> bool:
    return isinstance(figure.value, int) and figure.value <= 31 and (figure.value_max or 99) <= 12


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == 4 and token.text.isdecimal() and "1900" <= token.text < "2100"


def _age(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Exclude "tuổi từ 30 đến 63"."""
    ages, links = words.playing["age"], words.playing["link"]
    for index in range(figure.first - 1, max(-1, figure.first - 4), -1):
        word = tokens[index].lower
        if word in ages:
            return "age"
        if word not in links and word not in words.qualifiers:
            return None
    return None
