"""Periods: where they stand, what days they mean, and which figures they govern."""

from __future__ import annotations

import pytest

from danvan_cli import extract
from danvan_cli.find.findings import find_all
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve import calendar
from danvan_cli.segment import segment

LEXICON = Lexicon()


def periods(text: str):
    page = segment(text, LEXICON)
    return [(page.text(period.start, period.end), period)
            for paragraph in page.paragraphs for found in find_all(page, paragraph, LEXICON)
            for period in found.periods]


EXAMPLES = [(entry, example) for entry in LEXICON.entries("periods") for example in entry.examples]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_every_template_reads_its_example(entry, example):
    [(_, found)] = periods(example)
    assert found.reading == entry.get("reading")


# A wording, the year the document speaks of, and the days it means.
DAYS = [
    ("Trong 6 tháng đầu năm 2024", None, ("2024-01-01", "2024-06-30")),
    ("Sáu tháng đầu năm", 2023, ("2023-01-01", "2023-06-30")),
    ("6 tháng đầu năm", None, (None, None)),
    ("Chín tháng năm 2023", None, ("2023-01-01", "2023-09-30")),
    ("6 tháng cuối năm 2024", None, ("2024-07-01", "2024-12-31")),
    ("quý III năm 2023", None, ("2023-07-01", "2023-09-30")),
    ("Quý 1/2024", None, ("2024-01-01", "2024-03-31")),
    ("quý IV", 2022, ("2022-10-01", "2022-12-31")),
    ("tháng 2/2024", None, ("2024-02-01", "2024-02-29")),
    ("Từ năm 2014 đến nay", None, ("2014-01-01", None)),
    ("giai đoạn 2021 – 2025", None, ("2021-01-01", "2025-12-31")),
    ("nhiệm kỳ 2020-2025", None, ("2020-01-01", "2025-12-31")),
    ("năm học 2023-2024", None, ("2023-09-01", "2024-08-31")),
    ("Từ đầu năm đến nay", 2024, ("2024-01-01", None)),
    ("đến hết tháng 9/2023", None, (None, "2023-09-30")),
    ("từ ngày 15/12/2023 đến ngày 14/6/2024", None, ("2023-12-15", "2024-06-14")),
    ("từ 1/1 đến 30/6/2024", None, ("2024-01-01", "2024-06-30")),
    ("ngày 17 tháng 6 năm 2024", None, ("2024-06-17", "2024-06-17")),
    ("Sáng 8/1", 2026, ("2026-01-08", "2026-01-08")),
    ("ngày 30/2/2024", None, (None, None)),
    ("Trong quý", 2024, (None, None)),
]


@pytest.mark.parametrize(("wording", "year", "expected"), DAYS, ids=[row[0] for row in DAYS])
def test_days_of_a_period(wording, year, expected):
    [(text, found)] = periods(f"{wording}, toàn tỉnh đã họp.")
    assert text.casefold() == wording.replace("–", "-").casefold()
    assert calendar.days(found, calendar.year_of(found) or year, LEXICON) == expected


@pytest.mark.parametrize("text", ["năm 22 tuổi", "5 năm liền", "số 12/2024/NĐ-CP", "phòng 2024", ""])
def test_what_is_no_period(text):
    assert periods(text) == []


# A text and for each figure in it the period that governs it, with its days.
GOVERNED = [
    ("Năm 2023, huyện mở 7 lớp tập huấn. Toàn huyện có 120 mô hình.",
     [("Năm 2023", "2023-01-01", "2023-12-31")] * 2),
    ("Huyện đã mở 7 lớp tập huấn trong năm 2023.", [("trong năm 2023", "2023-01-01", "2023-12-31")]),
    ("Trong quý, huyện tổ chức 12 hội nghị.\n\nCác cấp tiếp 40 lượt công dân.",
     [("Trong quý", None, None)] * 2),
    ("Quý II/2024, huyện tiếp 40 lượt công dân, tăng 5 lượt so với quý I/2024.",
     [("Quý II/2024", "2024-04-01", "2024-06-30")] * 2),
    ("Giao ban công tác dân vận quý III năm 2023\n\nTrong quý, huyện mở 7 lớp tập huấn.",
     [("Trong quý", "2023-07-01", "2023-09-30")]),
    ("Đến hết năm 2025 xoá 300 nhà tạm, trước mắt sửa 45 căn trong năm 2024.",
     [("Đến hết năm 2025", None, "2025-12-31"), ("trong năm 2024", "2024-01-01", "2024-12-31")]),
    ("Đến nay, xã có 30 mô hình.\n\nThôn Đông có 12 tổ tự quản.", [("Đến nay", None, None), None]),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNED, ids=[row[0][:40] for row in GOVERNED])
def test_the_period_that_governs_a_figure(text, expected):
    figures = extract(text).indicators
    assert [figure.period and (figure.period.text, figure.period.start, figure.period.end)
            for figure in figures] == expected


# A text and for each figure in it the period, as written, that is carried to it or not.
CARRIED = [
    # Another time in between, of any kind, ends what is carried.
    ("Năm 2021, quỹ thu 5 tỷ đồng. Sau đó mọi việc dừng lại. Xã còn 3 mô hình.", ["Năm 2021", None]),
    ("Năm 2021, quỹ thu 5 tỷ đồng. Hôm qua, xã nhận 3 tỷ đồng. Thôn có 4 tổ.", ["Năm 2021", "Hôm qua", None]),
    ("Năm ngoái, xã mở 7 lớp. Dịp Tết 2016, xã tặng 200 suất quà.", ["Năm ngoái", "Dịp Tết 2016"]),
    ("Năm 2013, cổ phiếu có giá 9.000 đồng. Kết phiên 18/4, giá còn 8.500 đồng.", ["Năm 2013", "phiên 18/4"]),
    ("Năm 2023, xã mở 7 lớp. Hội thi World Cup 2018 có 12 đội.", ["Năm 2023", None]),
    ("Quý II/2024, xã mở 7 lớp. Sản lượng 6 tháng đạt 90 tấn. Đàn bò có 400 con.", ["Quý II/2024", None, None]),
    # The same time once more does not, nor does the year of a document.
    ("Quý II/2024, xã mở 7 lớp. Thu quý II/2024 đạt 3 tỷ đồng. Xã có 4 tổ.",
     ["Quý II/2024", "quý II/2024", "quý II/2024"]),
    ("Năm 2020, xã mở 7 lớp. Theo Quyết định số 12/2018/QĐ-UBND, xã lập 3 tổ.", ["Năm 2020", "Năm 2020"]),
    # Into further paragraphs go only the periods of reports, and not far; those of titles go everywhere.
    ("Giữa năm 2013, công ty vay 5 tỷ đồng.\n\nCổ đông góp thêm 2 tỷ đồng.", ["năm 2013", None]),
    ("Trong quý, xã mở 7 lớp." + "\n\nXã lập 2 tổ." * 4, ["Trong quý"] * 4 + [None]),
    ("KẾT QUẢ CÔNG TÁC DÂN VẬN NĂM 2023\n" + "\nXã lập 2 tổ." * 6, ["NĂM 2023"] * 6),
    # The time of a birth, the base of a price and a name are no time of figures.
    ("Bà Bình (sinh năm 1978) nhận 70.000 USD.", [None]),
    ("Năm 2024, giá trị sản xuất (theo giá so sánh năm 2010) đạt 300 tỷ đồng.", ["Năm 2024"]),
    ("Công ty Hoa Tháng Năm góp 30 tỷ đồng.", [None]),
    # No year is cut out of a longer wording.
    ("Nhiều năm nay, xã có 20 hộ nghèo.", ["Nhiều năm nay"]),
    ("Mười năm nay, xã có 20 hộ nghèo.", [None]),
    ("Điểm chuẩn đợt 1 năm nay là 49 điểm.", [None]),
    ("9 tháng năm nay, kim ngạch đạt 730 triệu USD.", ["9 tháng năm nay"]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED, ids=[row[0][:60] for row in CARRIED])
def test_a_period_is_carried_only_where_nothing_speaks_against_it(text, expected):
    assert [figure.period and figure.period.text for figure in extract(text).indicators] == expected


@pytest.mark.parametrize("text", ["Trong năm {}.", "Quý {} có 3 vụ.", "{} tháng đầu năm"])
def test_more_digits_than_python_converts_are_no_period(text):
    assert periods(text.format("1" * 5_000)) == []
