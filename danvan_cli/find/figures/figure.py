"""Figures: every number of a sentence that might be an indicator, ranges and parts of a whole joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from danvan_cli.document import Number
from danvan_cli.find.figures.amounts import Amount, ratio, read_amount, read_scales
from danvan_cli.find.figures.digits import parse_digits, plain
from danvan_cli.find.figures.units import Unit, read_unit
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import is_dated, is_numbered, role_end
from danvan_cli.text.tokens import Token


class Figure(Struct, frozen=True):
    """A number at tokens `first:last`, with its unit.

    `kind` is digits, words, vague, fraction, half, range, share ("2/3") or part ("44/83 hộ", "3 trong số 5 xã":
    `total` 83, 5). `past` is the token after the number and its total, `end` the one after everything that belongs
    to the number and its unit. `scale` is 1 where it has no scale word. A unit shared from the next number of a list
    ends where that one ends.
    """

    first: int
    last: int
    past: int
    end: int
    kind: str
    value: Number | None
    value_max: Number | None
    magnitude: Number | None
    total: Number | None
    scale: int
    unit: Unit | None

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something: a percentage or a fraction."""
        return (self.unit is not None and self.unit.kind == "share") or self.kind in {"fraction", "share", "half"}


# The largest denominator of a fraction that is told of a number of things.
SMALL = 10

_SIMPLE_SHARES = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10)}


def read_figures(tokens: Sequence[Token], at: Iterable[int], words: Vocabulary) -> list[Figure]:
    """Read the figures that begin at some tokens of a sentence from left to right, without overlap."""
    figures: list[Figure] = []
    done = 0
    for index in at:
        figure = _read_figure(tokens, index, words) if index >= done else None
        if figure:
            figures.append(figure)
            done = figure.past  # the total of a part ("44/83 hộ") is no figure of its own
    return _share_units(tokens, figures, words)


def _read_figure(tokens: Sequence[Token], index: int, words: Vocabulary) -> Figure | None:
    amount = read_amount(tokens, index, words) or _read_low_end(tokens, index, words)
    if amount is None:
        return None
    if amount.end == index + 1 and tokens[index].kind == "word" and amount.kind == "words":
        return _read_range(tokens, index, amount, read_unit(tokens, amount.end, words), words)
    unit = read_unit(tokens, amount.end, words)
    return (
        _read_part(tokens, index, words)
        or _read_part_of(tokens, index, amount, unit, words)
        or _read_range(tokens, index, amount, unit, words)
        or _figure(index, amount, unit)
    )


def _read_low_end(tokens: Sequence[Token], index: int, words: Vocabulary) -> Amount | None:
    """Read the number word that a range may begin with: "từ chín đến 13 cm"."""
    word = tokens[index].lower
    value = words.digits.get(word)
    if (
        value is None
        or word in words.number_nouns
        or index + 2 >= len(tokens)
        or not words.plays(tokens[index + 1].lower, "to")
        or tokens[index + 2].kind != "number"
    ):
        return None
    return Amount(value, None, 1, index + 1, "words")


def _figure(index: int, amount: Amount, unit: Unit | None) -> Figure:
    end = amount.end
    return Figure(
        index, end, end, unit.end if unit else end, amount.kind, amount.value, None, amount.magnitude, None,
        amount.scale, unit)


def _read_part(tokens: Sequence[Token], index: int, words: Vocabulary) -> Figure | None:
    """Read "44/83 hộ" as 44 of 83, "2/3 số xã" as a share."""
    slash = index + 1
    if not (
        slash + 1 < len(tokens)
        and tokens[slash].text == "/"
        and tokens[slash + 1].kind == "number"
        and tokens[index].kind == "number"
        and tokens[index].end == tokens[slash].start
        and tokens[slash].end == tokens[slash + 1].start
    ):
        return None
    whole = parse_digits(tokens[slash + 1].text, whole=True)
    part = parse_digits(tokens[index].text, whole=True)
    if whole is None or part is None or whole <= 0 or part > whole:
        return None
    scale, end = read_scales(tokens, slash + 2, words)
    part, whole = part * scale, whole * scale
    unit = read_unit(tokens, end, words)
    end = unit.end if unit else end
    # "bằng 1/200 khu nhà cũ" is a share, "1/16 xã" a count.
    compared = index > 0 and words.plays(tokens[index - 1].lower, "share of")
    # So is "hơn 4/5 số hồ sơ".
    rough = whole <= SMALL and end < len(tokens) and words.plays(tokens[end].lower, "numero")
    if (part, whole) in _SIMPLE_SHARES or (part == 1 and compared) or rough:
        return Figure(index, slash + 2, slash + 2, end, "share", ratio(part, whole), None, None, None, 1, unit)
    return Figure(index, index + 1, slash + 2, end, "part", part, None, None, whole, scale, unit)


def _read_part_of(
    tokens: Sequence[Token], index: int, part: Amount, part_unit: Unit | None, words: Vocabulary
) -> Figure | None:
    """Read "3 trong số 5 chỉ tiêu" as 3 of 5."""
    start = role_end(tokens, part.end, "out of", words)
    if start == part.end or start == len(tokens):
        return None
    whole = read_amount(tokens, start, words)
    if part_unit or whole is None or whole.value is None or part.value is None or part.value > whole.value:
        return None
    if words.time_units.match(tokens, whole.end):
        return None  # "họp 3 trong 5 ngày"
    unit = read_unit(tokens, whole.end, words)
    end = unit.end if unit else whole.end
    return Figure(index, part.end, whole.end, end, "part", part.value, None, None, whole.value, part.scale, unit)


def _read_range(
    tokens: Sequence[Token], index: int, low: Amount, low_unit: Unit | None, words: Vocabulary
) -> Figure | None:
    """Read "5-10%", "4.500 - 5.000 căn", "từ 5 đến 10 triệu", "từ 500 nghìn đến 1 triệu đồng"."""
    if low.value is None or low.kind == "fraction":
        return None
    middle = low_unit.end if low_unit else low.end
    if middle + 1 >= len(tokens) or not (words.plays(tokens[middle].lower, "to") or tokens[middle].text == "-"):
        return None
    middle += tokens[middle + 1].lower in words.qualifiers  # "từ 6 đến dưới 9 tuổi"
    high = read_amount(tokens, middle + 1, words) if middle + 1 < len(tokens) else None
    if (
        high is None
        or high.value is None
        or (
            high.end < len(tokens)
            and tokens[high.end].text == "/"
            and high.end + 1 < len(tokens)
            and tokens[high.end + 1].kind == "number"
        )
    ):
        return None
    if high.end + 1 < len(tokens) and tokens[high.end].text == "-" and tokens[high.end + 1].kind == "number":
        return None
    unit = read_unit(tokens, high.end, words)
    if low_unit and (unit is None or unit.symbol != low_unit.symbol):
        return None
    value = low.value
    if low.scale == 1 and high.scale > 1 and value < high.value / high.scale:
        value = plain(Decimal(value) * high.scale)
    if value >= high.value:
        return None
    end = unit.end if unit else high.end
    return Figure(index, high.end, high.end, end, "range", value, high.value, None, None, high.scale, unit)


def _are_listed(tokens: Sequence[Token], one: Figure, other: Figure, words: Vocabulary) -> bool:
    """Whether two numbers stand in a list, or are two levels: "từ 30.000 lên 50.000 đồng"."""
    between = [token.lower for token in tokens[one.end : other.first]]
    if len(between) == 1 and words.plays(between[0], "joint"):
        return True
    return are_levels(tokens, one, between, words)


def are_levels(tokens: Sequence[Token], one: Figure, between: Sequence[str], words: Vocabulary) -> bool:
    """Whether a figure and the next one, with some words `between`, are levels: "từ 30.000 lên 50.000 đồng"."""
    risen = one.first > 0 and words.plays(tokens[one.first - 1].lower, "from")
    return risen and 0 < len(between) <= 2 and all(words.plays(word, "step") for word in between)


def _share_units(tokens: Sequence[Token], figures: list[Figure], words: Vocabulary) -> list[Figure]:
    """Give a number that stands bare before another of the same list the other's scale and unit.

    "500 hoặc 300 triệu đồng": both are millions of đồng; "900 triệu, 700 triệu đồng": both are đồng. The number that
    ends a name or a date takes none: "quốc lộ 1 và hàng trăm hộ dân", "năm 2018, 77% số hộ".
    """
    shared = list(figures)
    for index in range(len(figures) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        if (
            one.unit
            or one.value is None
            or one.kind not in {"digits", "words"}
            or not (other.unit or other.scale > 1)
            or not _are_listed(tokens, one, other, words)
            or is_numbered(tokens, one.first, words)
            or is_dated(tokens, one.first, words)
        ):
            continue
        if one.scale > 1 and other.scale == 1:
            continue
        scale = other.scale if one.scale == 1 else 1
        shared[index] = replace(one, value=plain(Decimal(one.value) * scale), scale=other.scale, unit=other.unit)
    return shared
