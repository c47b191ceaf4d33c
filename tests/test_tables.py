"""Tables: rows of labels and figures, aligned by tabs, bars or gaps, become indicators; rosters become officials."""

from __future__ import annotations

from decimal import Decimal

import pytest

from danvan_cli import Text, extract
from danvan_cli.document import Mark
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.tables import find_tables

LEXICON = Lexicon()


def figures(text: str | Text) -> list[tuple[object, ...]]:
    """Value, unit and measure of the figures of tables."""
    return [(figure.value, figure.unit, figure.measure)
            for figure in extract(text).indicators if figure.rule == "indicator.table"]


# The same rows however their cells are parted.
PARTED = [
    "Chỉ tiêu\tSố lượng\nHộ nghèo\t1.204\nHộ cận nghèo\t812",
    "Chỉ tiêu|Số lượng\nHộ nghèo|1.204\nHộ cận nghèo|812",
    "| Chỉ tiêu | Số lượng |\n|:---|---:|\n| Hộ nghèo | 1.204 |\n| Hộ cận nghèo | 812 |",
    "Chỉ tiêu        Số lượng\nHộ nghèo           1.204\nHộ cận nghèo         812",
    "Hộ nghèo           1.204\nHộ cận nghèo         812\nHộ thoát nghèo         7",
    "+----------+-------+\n| Chỉ tiêu | Tổng  |\n+----------+-------+\n| Hộ nghèo | 1.204 |\n| Hộ cận nghèo | 812 |\n+---+---+",
    "| Chỉ tiêu | Số lượng |\n|---|---|\n| **Hộ nghèo** | **1.204** |\n| *Hộ cận nghèo* | 812 |",
    "| STT | Chỉ tiêu | Số lượng |\n|---|---|---|\n| 1 | Hộ nghèo | 1.204 |\n|   | Hộ cận nghèo | 812 |",
]


@pytest.mark.parametrize("text", PARTED, ids=["tabs", "bars", "markdown", "gaps", "no heading", "grid", "emphasis", "blank cell"])
def test_cells_are_parted_by_tabs_bars_or_gaps(text):
    assert figures(f"Kết quả rà soát.\n\n{text}\n\nHội nghị kết thúc.")[:2] == [
        (1204, "count", "Hộ nghèo"), (812, "count", "Hộ cận nghèo")]


# A table, and value, unit and measure of its figures.
UNITS = [
    ("Chỉ tiêu\tĐVT\tKết quả\nVốn huy động\tTriệu đồng\t1.250,5\nĐường bê tông\tkm\t3,2\nCuộc đối thoại\tcuộc\t12",
     [(1250500000, "VND", "Vốn huy động"), (3.2, "km", "Đường bê tông"), (12, "count", "Cuộc đối thoại")]),
    ("ĐVT: tỷ đồng\n\nChỉ tiêu\tKết quả\nThu ngân sách\t61,2\nChi ngân sách\t50",
     [(61200000000, "VND", "Thu ngân sách"), (50000000000, "VND", "Chi ngân sách")]),
    ("Cây trồng\tDiện tích (ha)\tSản lượng (nghìn tấn)\nNgô\t3.200\t14,4\nLạc\t120\t0,3",
     [(3200, "ha", "Ngô: Diện tích"), (14400, "tấn", "Ngô: Sản lượng"), (120, "ha", "Lạc: Diện tích"),
      (300, "tấn", "Lạc: Sản lượng")]),
    ("Chỉ tiêu\tKết quả\nTỷ lệ hộ nghèo (%)\t12,05\nThu nhập bình quân (triệu đồng)\t56,8\nHộ nghèo\t7%",
     [(12.05, "%", "Tỷ lệ hộ nghèo"), (56800000, "VND", "Thu nhập bình quân"), (7, "%", "Hộ nghèo")]),
    ("Chỉ tiêu\tKết quả\nĐất hiến\t12.500 m2\nNước sạch\t3.200 m³\nHỗ trợ\t5 triệu đồng/hộ",
     [(12500, "m2", "Đất hiến"), (3200, "m3", "Nước sạch"), (5000000, "VND", "Hỗ trợ")]),
    # Empty cells, dashes and dots hold nothing; ordinals and index rows are no figures, a sum is one.
    ("STT\tChỉ tiêu\tKết quả\nA\tB\t1\n1\tHộ nghèo\t-\n2\tHộ cận nghèo\t…\n3\tHộ mới\t\n\tTổng cộng\t8",
     [(8, "count", "Tổng cộng")]),
    # Parts of a row are told by bullets, "Trong đó" or deeper numbers.
    ("TT\tChỉ tiêu\tKết quả\n1\tTổng thu\t9\n\tTrong đó: Thu nội địa\t5\n1.1\tThu đất\t4\n-\tThu khác\t2\n2\tTổng chi\t7",
     [(9, "count", "Tổng thu"), (5, "count", "Tổng thu: Thu nội địa"), (4, "count", "Tổng thu: Thu đất"),
      (2, "count", "Tổng thu: Thu khác"), (7, "count", "Tổng chi")]),
    ("Họ và tên\tNăm sinh\tSố phiếu\nLò Văn An\t1970\t45\nVi Thị Mai\t1982\t48",
     [(45, "count", "Lò Văn An: Số phiếu"), (48, "count", "Vi Thị Mai: Số phiếu")]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS, ids=range(len(UNITS)))
def test_a_figure_has_the_unit_and_the_measure_of_its_row_and_column(text, expected):
    assert [(float(value), unit, measure) for value, unit, measure in figures(text)] == [
        (pytest.approx(value), unit, measure) for value, unit, measure in expected]


MERGED = ("TT\tNội dung\tKế hoạch năm\tThực hiện\t\tSo sánh (%)\t\n"
          "\t\t\t6T/2023\t6T/2024\tSo với KH\tTăng, giảm so với cùng kỳ\n"
          "A\tB\t1\t2\t3\t4=3/1\t5=3/2\n"
          "1\tCuộc đối thoại\t40\t18\t22\t55,0\t+22,2\n"
          "2\tĐơn thư\t9\t8\t7\t77,8\t-12,5")


def test_headings_of_two_rows_tell_period_plan_and_comparison():
    found = [(figure.value, figure.change, figure.baseline, figure.period and (figure.period.text, figure.period.end))
             for figure in extract(MERGED).indicators][:5]
    assert found == [
        (40, None, None, ("Kế hoạch năm", None)),
        (18, None, None, ("6T/2023", "2023-06-30")),
        (22, None, None, ("6T/2024", "2024-06-30")),
        (55, None, "KH", ("6T/2024", "2024-06-30")),
        (Decimal("22.2"), "up", "cùng kỳ", ("6T/2024", "2024-06-30"))]
    fallen = extract(MERGED).indicators[-1]
    assert (float(fallen.value), fallen.change, fallen.text) == (12.5, "down", "-12,5")


# Headings of columns, and measure, period with its days, and baseline of the first row's figures below them.
REPORT = "BÁO CÁO\nkết quả 6 tháng đầu năm 2024\n\nKỳ Sơn, ngày 3/7/2024\n\n"
YEAR, HALF, NINE = ("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-06-30"), ("2024-01-01", "2024-09-30")
HEADINGS = [
    ("Kế hoạch năm 2024\tThực hiện 6 tháng\tSo với cùng kỳ (%)",
     [("Kế hoạch năm 2024", *YEAR, None), ("6 tháng", *HALF, None), ("6 tháng", *HALF, "cùng kỳ")]),
    ("Kế hoạch năm\tƯớc thực hiện 6 tháng đầu năm\tTỷ lệ đạt (%)",
     [("Kế hoạch năm", *YEAR, None), ("6 tháng đầu năm", *HALF, None), ("6 tháng đầu năm 2024", *HALF, None)]),
    ("Dự toán năm (tỷ đồng)\tThực hiện 9 tháng\tƯớc cả năm",
     [("Dự toán năm (tỷ đồng)", *YEAR, None), ("9 tháng", *NINE, None), ("Ước cả năm", *YEAR, None)]),
    ("Năm 2024\t\tSo sánh (%)\n\tKế hoạch\tThực hiện 9 tháng\tKế hoạch",
     [("Kế hoạch", *YEAR, None), ("9 tháng", *NINE, None), ("9 tháng", *NINE, "Kế hoạch")]),
    ("Năm 2023\tNăm 2024\tLũy kế từ đầu năm\n\t6 tháng\t9 tháng\t",
     [("6 tháng", "2023-01-01", "2023-06-30", None), ("9 tháng", *NINE, None), ("6 tháng đầu năm 2024", *HALF, None)]),
]


@pytest.mark.parametrize(("headings", "expected"), HEADINGS, ids=[row[0] for row in HEADINGS])
def test_the_heading_of_a_column_dates_its_figures_and_is_no_part_of_their_measure(headings, expected):
    found = extract(f"{REPORT}Chỉ tiêu\t{headings}\nTổng thu\t1.250\t812,5\t108,2\nHộ nghèo\t40\t21\t97").indicators[-6:-3]
    assert [(figure.measure, figure.period and (figure.period.text, figure.period.start, figure.period.end), figure.baseline)
            for figure in found] == [("Tổng thu", row[:3], row[3]) for row in expected]


def test_every_part_of_a_measure_is_a_quote():
    text = ("Chỉ tiêu\tDiện tích (ha)\tSản lượng\n1. Cây lương thực\t9\t8\nTrong đó:  Ngô lai\t3\t4\n- Lúa: vụ mùa\t2\t1")
    figures = extract(text).indicators
    assert [figure.measure for figure in figures[2:]] == [
        "Cây lương thực: Ngô lai: Diện tích", "Cây lương thực: Ngô lai: Sản lượng",
        "Cây lương thực: Lúa: vụ mùa: Diện tích", "Cây lương thực: Lúa: vụ mùa: Sản lượng"]
    assert all(part in text for figure in figures for part in figure.measure.split(": "))


def test_what_is_compared_with_may_stand_below_the_word_that_compares():
    text = ("Chỉ tiêu\tThực hiện 2024\tSo sánh (%)\t\n\t\tCùng kỳ\tKế hoạch (%)\n"
            "Thu ngân sách\t1.400\t112\t23,3\nTỷ lệ hộ nghèo (%)\t2,9\t-0,6\t")
    assert [(float(figure.value), figure.measure, figure.change, figure.baseline, figure.period.text)
            for figure in extract(text).indicators if figure.baseline] == [
        (112, "Thu ngân sách", None, "Cùng kỳ", "2024"), (23.3, "Thu ngân sách", None, "Kế hoạch", "2024"),
        (0.6, "Tỷ lệ hộ nghèo", "down", "Cùng kỳ", "2024")]


def test_the_period_of_a_table_stands_in_its_title_or_its_headings():
    text = "Bảng 1. Hộ nghèo quý I/2024\n\nChỉ tiêu\tKết quả\nHộ nghèo\t12\nHộ mới\t7"
    assert {figure.period.text for figure in extract(text).indicators} == {"quý I/2024"}
    years = "Chỉ tiêu\t2022\t2023\nHộ nghèo\t12\t7\nHộ mới\t3\t1"
    assert [(figure.value, figure.period.end) for figure in extract(years).indicators] == [
        (12, "2022-12-31"), (7, "2023-12-31"), (3, "2022-12-31"), (1, "2023-12-31")]


def test_rows_of_places_and_bodies_are_measured_by_the_heading():
    text = ("Bảng 2. Thu ngân sách quý I/2024\n\nĐơn vị\tSố hộ nghèo\tThực hiện (tỷ đồng)\n"
            "Huyện Kỳ Sơn\t412\t61,2\nThị xã Cửa Lò\t88\t180,4\nCục Thuế tỉnh\t\t699\nTổng cộng\t500\t940,6")
    assert [(figure.value, figure.measure, figure.place, figure.actor) for figure in extract(text).indicators][:5] == [
        (412, "Số hộ nghèo", "huyện Kỳ Sơn", None), (61200000000, "Thu ngân sách", "huyện Kỳ Sơn", None),
        (88, "Số hộ nghèo", "thị xã Cửa Lò", None), (180400000000, "Thu ngân sách", "thị xã Cửa Lò", None),
        (699000000000, "Thu ngân sách", None, "Cục Thuế tỉnh")]


def test_names_below_a_heading_of_places_are_places():
    text = "Xã\tHộ nghèo\nMường Típ\t412\nHữu Kiệm\t88"
    assert [(figure.measure, figure.place) for figure in extract(text).indicators] == [
        ("Hộ nghèo", "xã Mường Típ"), ("Hộ nghèo", "xã Hữu Kiệm")]


# Lines with gaps or bars that are no tables.
NO_TABLES = [
    "1.  Mở đầu\n2.  Nội dung\n3.  Kết luận",
    "I. Tình hình            1\nII. Kết quả             3\nIII. Nhiệm vụ           7",
    "Tình hình ........  1\nKết quả ..........  3\nNhiệm vụ .........  3",
    "Điện thoại:  0238.3598.116\nEmail:  bandanvan@nghean.vn\nĐịa chỉ:  số 3",
    "Trang chủ | Tin tức | Dân vận\nĐảng | Đoàn thể | Mặt trận",
    "Sáng 12/3  Huyện ủy họp.\nSáng 13/3  UBND huyện họp với 12 xã.\nSáng 14/3  Ban Dân vận họp.",
    "Thứ Ba | 10:20\nThứ Tư | 10:30",
]


@pytest.mark.parametrize("text", NO_TABLES, ids=range(len(NO_TABLES)))
def test_lines_with_gaps_are_not_tables_by_that_alone(text):
    assert find_tables(f"Mở đầu.\n\n{text}\n\nHết.", LEXICON) == []


def test_a_letterhead_is_read_as_lines():
    text = ("HUYỆN ỦY KỲ SƠN                 ĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Số 12-BC/HU                     Kỳ Sơn, ngày 3 tháng 4 năm 2024\n\nBÁO CÁO\nkết quả quý I\n\n"
            "Huyện ủy Kỳ Sơn đã tổ chức 12 cuộc đối thoại.")
    document = extract(text)
    assert (document.date, [figure.value for figure in document.indicators]) == ("2024-04-03", [12])
    assert document.organisations[0].name == "Huyện ủy Kỳ Sơn"


def test_prose_in_cells_is_read_as_prose_and_no_name_crosses_cells():
    text = ("Đơn vị\tKết quả\tSố vụ\n"
            "Huyện ủy\tChủ tịch UBND huyện Lò Văn An đã trao 12 con bò tặng hộ nghèo.\t3\nTỉnh\tKỳ Sơn họp\t5")
    document = extract(Text(text, marks=(Mark(0, len(text), "table"),)))
    assert [official.name for official in document.officials] == ["Lò Văn An"]
    assert (document.indicators[0].value, document.indicators[0].measure) == (12, "con bò")
    assert all("\t" not in mention.text for body in document.organisations for mention in body.mentions)


# A roster, and the offices of its people with the bodies that they are held in.
ROSTERS = [
    ("TT\tHọ và tên\tChức vụ\n1\tLò Văn An\tChủ tịch UBND huyện Kỳ Sơn\n2\tVi Thị Mai\tBí thư Huyện ủy Kỳ Sơn",
     [("Lò Văn An", "Chủ tịch UBND huyện Kỳ Sơn", "Ủy ban nhân dân huyện Kỳ Sơn"),
      ("Vi Thị Mai", "Bí thư Huyện ủy Kỳ Sơn", "Huyện ủy Kỳ Sơn")]),
    ("Họ và tên\tChức vụ\tĐơn vị công tác\tNăm sinh\nLò Văn An\tTrưởng phòng\tPhòng Nội vụ huyện Kỳ Sơn\t1970",
     [("Lò Văn An", "Trưởng phòng", "Phòng Nội vụ huyện Kỳ Sơn")]),
    ("| Họ và tên | Chức danh |\n|---|---|\n| Lò Văn An | Bí thư Huyện ủy Kỳ Sơn, Chủ tịch HĐND huyện |",
     [("Lò Văn An", "Bí thư Huyện ủy Kỳ Sơn", "Huyện ủy Kỳ Sơn"),
      ("Lò Văn An", "Chủ tịch HĐND huyện", "Hội đồng nhân dân huyện Kỳ Sơn")]),
]


@pytest.mark.parametrize(("text", "expected"), ROSTERS, ids=range(len(ROSTERS)))
def test_a_roster_gives_each_name_the_offices_of_its_row(text, expected):
    document = extract(f"DANH SÁCH CÁN BỘ\n\n{text}\n")
    assert [(official.name, office.text, office.organisation)
            for official in document.officials for office in official.positions] == expected
    assert document.indicators == ()


def test_a_marked_table_counts_in_the_text_as_read():
    import unicodedata

    content = unicodedata.normalize("NFD", "Kết quả rà soát hộ nghèo.\nChỉ tiêu\tKết quả (hộ)\nHộ nghèo\t1.204\nHộ mới\t7")
    start = content.index("\n") + 1
    document = extract(Text(content, marks=(Mark(start, len(content), "table"),)))
    assert [(figure.value, content[figure.start:figure.end]) for figure in document.indicators] == [(1204, "1.204"), (7, "7")]
    assert {figure.measure for figure in document.indicators} == {"Hộ nghèo", "Hộ mới"}


HOSTILE = ["a\t" * 2000 + "\n", "1  " * 2000 + "\n", "|" * 9000 + "\n", "Xã\tHộ\n" + "An\t1\n" * 400,
           "Mai Hương\n" * 400, "Tin liên quan\n" * 400, ">> a\n" * 400, "x  1\n\n" * 400]


@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:12]) for text in HOSTILE])
def test_any_table_at_all_is_read(text):
    extract(text * 3)
    extract(Text(text * 3, marks=(Mark(0, len(text) * 3, "table"),)))
