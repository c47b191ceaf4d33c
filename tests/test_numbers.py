"""Numbers: what the digits and words of a figure are worth, with scale, range, share and unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from danvan_cli.find.figures.digits import parse_digits
from danvan_cli.find.figures.figure import Figure, read_figures
from danvan_cli.find.figures.vocabulary import vocabulary
from danvan_cli.lexicon import Lexicon
from danvan_cli.text.fold import fold
from danvan_cli.text.tokens import Token, tokenise

WORDS = vocabulary(Lexicon())


def read(text: str) -> tuple[tuple[Token, ...], list[Figure]]:
    folded = fold(text)
    tokens = tokenise(folded.text)
    return tokens, read_figures(tokens, range(len(tokens)), WORDS)


def only(text: str) -> Figure:
    _, figures = read(text)
    assert len(figures) == 1, figures
    return figures[0]


# Digits, whether only a whole number makes sense there, the value (None: no number).
DIGITS = [
    ("276", False, 276),
    ("04", False, 4),
    ("2.657", False, 2657),
    ("1.250.000.000", False, 1_250_000_000),
    ("12,5", False, Decimal("12.5")),
    ("29.232,75", False, Decimal("29232.75")),
    ("1,250.5", False, Decimal("1250.5")),
    ("1.3", False, Decimal("1.3")),
    ("0.125", False, Decimal("0.125")),
    ("12,200", True, 12_200),
    ("12,200", False, Decimal("12.200")),
    ("1,234,567", False, 1_234_567),
    ("12.10.2023", False, None),
    ("9" * 40, False, None),
]


@pytest.mark.parametrize(("digits", "whole", "value"), DIGITS)
def test_separators(digits, whole, value):
    assert parse_digits(digits, whole=whole) == value


# The number's own wording and its value.
AMOUNTS = [
    ("10 triệu dân", "10 triệu", 10_000_000),
    ("1,2 triệu lượt hồ sơ", "1,2 triệu", 1_200_000),
    ("500 nghìn đồng", "500 nghìn", 500_000),
    ("500 ngàn đồng", "500 ngàn", 500_000),
    ("3 vạn quân", "3 vạn", 30_000),
    ("4,2 nghìn tỷ đồng", "4,2 nghìn tỷ", 4_200_000_000_000),
    ("1.232,75 tỷ đồng", "1.232,75 tỷ", 1_232_750_000_000),
    ("500tr", "500tr", 500_000_000),
    ("2 triệu rưỡi", "2 triệu rưỡi", 2_500_000),
    ("trăm rưỡi cây lim", "trăm rưỡi", 150),
    ("6.870/15.240 tỷ đồng", "6.870", 6_870_000_000_000),
    ("1 tỷ 250 triệu đồng", "1 tỷ 250 triệu", 1_250_000_000),
    ("12,200 lượt người", "12,200", 12_200),
    ("3,125 ha", "3,125", Decimal("3.125")),
    ("hai mươi lăm nghìn người", "hai mươi lăm nghìn", 25_000),
    ("mười hai tổ hoà giải", "mười hai", 12),
    ("một trăm linh ba hộ", "một trăm linh ba", 103),
    ("năm trăm hộ", "năm trăm", 500),
    ("hai triệu rưỡi đồng", "hai triệu rưỡi", 2_500_000),
    ("nửa tỷ đồng", "nửa tỷ", 500_000_000),
    ("một nửa số hộ", "một nửa", Decimal("0.5")),
    ("phân nửa", "phân nửa", Decimal("0.5")),
    ("một phần ba số phiếu", "một phần ba", Decimal("0.3333")),
    ("2/3 số người được hỏi", "2/3", Decimal("0.6667")),
    ("5 tỷ gói mì", "5 tỷ", 5_000_000_000),
    ("30 tỷ lệ phí", "30", 30),
]


@pytest.mark.parametrize(("text", "wording", "value"), AMOUNTS, ids=[text for text, *_ in AMOUNTS])
def test_amounts(text, wording, value):
    tokens, figures = read(text)
    figure = figures[0]
    folded = fold(text).text
    assert folded[tokens[figure.first].start : tokens[figure.last - 1].end] == wording
    assert figure.value == value
    assert isinstance(figure.value, int) == isinstance(value, int)


@pytest.mark.parametrize("text", ["hai xã", "một người", "ba tỉnh mới", "năm học mới", "hàng năm", "tư lệnh", "tỷ lệ"])
def test_small_words_are_no_figures(text):
    assert read(text)[1] == []


@pytest.mark.parametrize(
    ("text", "magnitude"),
    [
        ("hàng chục nghìn ý kiến", 10_000),
        ("vài chục km", 10),
        ("hàng trăm tỷ đồng", 100_000_000_000),
        ("mấy trăm hộ", 100),
    ],
)
def test_vague_sums_keep_their_magnitude(text, magnitude):
    figure = only(text)
    assert (figure.value, figure.magnitude) == (None, magnitude)


RANGES = [
    ("5-10%", (5, 10)),
    ("0,5 - 0,7% hộ nghèo", (Decimal("0.5"), Decimal("0.7"))),
    ("4.500 – 5.000 căn", (4500, 5000)),
    ("từ 5 đến 10 triệu đồng", (5_000_000, 10_000_000)),
    ("từ 500 nghìn đến 1 triệu đồng", (500_000, 1_000_000)),
    ("1,5 - 2 triệu đồng/tháng", (1_500_000, 2_000_000)),
    ("từ 45 m2 đến 70 m2", (45, 70)),
    ("từ chín đến 13 cm", (9, 13)),
]


@pytest.mark.parametrize(("text", "ends"), RANGES, ids=[text for text, _ in RANGES])
def test_ranges(text, ends):
    figure = only(text)
    assert (figure.kind, figure.value, figure.value_max) == ("range", *ends)


@pytest.mark.parametrize(
    ("text", "value", "total"), [("44/83 hộ", 44, 83), ("9/9 cặp bản", 9, 9), ("42,8/80 điểm", Decimal("42.8"), 80),
                               ("3 trong số 5 chỉ tiêu", 3, 5), ("12 trên tổng số 15 xã", 12, 15),
                               ("2 trong 5 chỉ tiêu", 2, 5)]
)
def test_parts_keep_their_total(text, value, total):
    figure = only(text)
    assert (figure.value, figure.total) == (value, total)


# Numbers of a list share the scale and unit that only the last one has.
LISTS = [
    ("500 hoặc 300 triệu đồng", [500_000_000, 300_000_000]),
    ("900 triệu, 700 triệu, 500 hoặc 300 triệu đồng", [900_000_000, 700_000_000, 500_000_000, 300_000_000]),
    ("từ 30.000 lên 50.000 đồng", [30_000, 50_000]),
]


@pytest.mark.parametrize(("text", "values"), LISTS, ids=[text for text, _ in LISTS])
def test_lists_share_scale_and_unit(text, values):
    figures = read(text)[1]
    assert [figure.value for figure in figures] == values
    assert {figure.unit and figure.unit.symbol for figure in figures} == {"VND"}


UNITS = [
    ("98%", "%", None),
    ("0,94 điểm phần trăm", "điểm phần trăm", None),
    ("48,5 triệu đồng/người/năm", "VND", "người/năm"),
    ("1 tỷ đồng mỗi năm", "VND", "năm"),
    ("1,2 tỷ USD", "USD", None),
    ("20.000 Euro", "EUR", None),
    ("14ha", "ha", None),
    ("480m³", "m3", None),
    ("25 m²", "m2", None),
    ("9 mét vuông", "m2", None),
    ("70,5 tạ/ha", "tạ", "ha"),
    ("412 MW", "MW", None),
    ("12 đồng chí", None, None),
    ("12 đồng bào", None, None),
    ("50 ký gạo", "kg", None),
    ("3 ký kết", None, None),
]


@pytest.mark.parametrize(("text", "symbol", "per"), UNITS, ids=[text for text, *_ in UNITS])
def test_units(text, symbol, per):
    unit = only(text).unit
    assert (unit and unit.symbol, unit and unit.per) == (symbol, per)


@pytest.mark.parametrize("text", ["1 " * 3000, "một trăm " * 3000, "1-" * 3000, "triệu " * 3000, "9" * 30_000])
def test_hostile_runs_are_read_to_the_end(text):
    read(text)
