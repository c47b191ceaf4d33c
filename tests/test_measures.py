"""Measures: the words of the text that say what a figure counts or measures."""

from __future__ import annotations

import pytest

from danvan_cli.find.indicators import find_indicators
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.measure_key import measure_key
from danvan_cli.segment import segment

LEXICON = Lexicon()


def measures(text: str) -> list[str | None]:
    page = segment(text, LEXICON)
    return [
        found.measure and page.text(*found.measure)
        for paragraph in page.paragraphs
        for found in find_indicators(paragraph, [], LEXICON)
    ]


# A count measures the noun phrase after it: classifier and coordination in, clauses out.
COUNTS = [
    ("Có 2.657 đại biểu tham dự.", "đại biểu"),
    ("Tổ chức 12 cuộc tiếp xúc, đối thoại trực tiếp.", "cuộc tiếp xúc, đối thoại trực tiếp"),
    ("Ghi nhận 318 ý kiến, kiến nghị, phản ánh.", "ý kiến, kiến nghị, phản ánh"),
    ("Mở 7 lớp tập huấn cho cán bộ.", "lớp tập huấn"),
    ("Tập huấn cho 752 học viên là cán bộ.", "học viên"),
    ("Có 25.000 lượt cán bộ thôn, bản, khu phố đã được bồi dưỡng.", "lượt cán bộ thôn, bản, khu phố"),
    ("Xử lý 920 vụ việc khiếu nại, tố cáo.", "vụ việc khiếu nại, tố cáo"),
    ("Còn 31 hộ chậm bàn giao mặt bằng.", "hộ chậm bàn giao mặt bằng"),
    ("Huyện có 16 xã đạt chuẩn nông thôn mới.", "xã đạt chuẩn nông thôn mới"),
    ("Khen thưởng 14 mô hình “Dân vận khéo”.", 'mô hình "Dân vận khéo"'),
    ("Ra mắt 5 mô hình tự quản về an ninh trật tự.", "mô hình tự quản về an ninh trật tự"),
    ("Hỗ trợ 1.234 hộ vay vốn.", "hộ"),
    ("Có 27 hộ phải lùi hàng rào.", "hộ"),
    ("Có 12 cuộc đối thoại của cấp uỷ.", "cuộc đối thoại"),
    ("Khám cho 620 người nghèo tại xã.", "người nghèo"),
    ("Giải toả 2 xã An Sơn và Bình Hoà.", "xã"),
    ("Bầu 3 Phó Chủ tịch Nguyễn Văn An và Lê Thị Hoà.", "Phó Chủ tịch"),
    ("Bổ nhiệm 27 trường hợp là người địa phương.", "trường hợp"),
    ("Xoá 37 nhà tạm, dột nát.", "nhà tạm, dột nát"),
]


@pytest.mark.parametrize(("text", "measure"), COUNTS, ids=[text for text, _ in COUNTS])
def test_counts_measure_the_noun_after_them(text, measure):
    assert measures(text) == [measure]


# Shares, sums and sizes measure the quantity before them, the noun after them, or the verb.
QUANTITIES = [
    ("Tỷ lệ hộ nghèo còn 3,12%.", "Tỷ lệ hộ nghèo"),
    ("Thu nhập bình quân của người dân đạt 48,5 triệu đồng/người/năm.", "Thu nhập bình quân"),
    ("Đất được bàn giao với tổng giá trị khoảng 1,7 tỷ đồng.", "tổng giá trị"),
    ("Tỷ lệ điều tra, khám phá án đạt 87,3%.", "Tỷ lệ điều tra, khám phá án"),
    ("Tổng sản phẩm trên địa bàn (GRDP) tăng 8,16%.", "Tổng sản phẩm trên địa bàn"),
    ("Riêng khai khoáng giảm 2,8%.", "khai khoáng"),
    ("Vốn ngân sách chiếm 41,5%.", "Vốn ngân sách"),
    ("Nhà ở thu nhập thấp có giá dưới 1 tỷ đồng.", "giá"),
    ("Bà con hiến 420 m2 đất vườn.", "đất vườn"),
    ("Doanh nghiệp tặng 60 tấn xi măng.", "xi măng"),
    ("Mặt trận các cấp huy động 3.370 tỷ đồng.", "huy động"),
    ("Ngân hàng cho vay 486,2 tỷ đồng.", "cho vay"),
    ("Con đường dài 2,3 km.", "Con đường"),
    ("Mỗi suất từ 500 nghìn đến 1 triệu đồng.", "Mỗi suất"),
    ("Mang theo 3.370 tỷ đồng vốn đăng ký.", "vốn đăng ký"),
    ("Đến nay, 100% hộ dân đồng thuận.", "hộ dân đồng thuận"),
    ("Có 98% ý kiến được giải quyết thoả đáng.", "ý kiến được giải quyết thỏa đáng"),
    ("Giải quyết trên 95% kiến nghị trong thời hạn quy định.", "kiến nghị"),
    ("Chiếm 21% dân số cả nước.", "dân số cả nước"),
    ("Giảm 5% trên tổng số biên chế.", "tổng số biên chế"),
    ("Gần một nửa số trưởng khối là kiêm nhiệm.", "số trưởng khối"),
]


@pytest.mark.parametrize(("text", "measure"), QUANTITIES, ids=[text for text, _ in QUANTITIES])
def test_shares_sums_and_sizes(text, measure):
    assert measures(text) == [measure]


# A figure without a measure of its own goes on with that of the figure before it.
CARRIED = [
    ("Phong trào có 1.873 mô hình, tăng 7,6%.", ["mô hình", "mô hình"]),
    ("Thu nhập đạt 48 triệu đồng, tăng 6 triệu đồng.", ["Thu nhập", "Thu nhập"]),
    ("Thu ngân sách đạt 2.085 tỷ đồng, bằng 54,1% dự toán.", ["Thu ngân sách", "Thu ngân sách"]),
    ("Đăng ký 142 mô hình (92 tập thể, 50 cá nhân), đạt 105% kế hoạch.", ["mô hình", "tập thể", "cá nhân", "mô hình"]),
    (
        "Các đơn vị ủng hộ 68 tỷ đồng; trong đó: Công an tỉnh 1,5 tỷ đồng; Tập đoàn Hoà Bình 800 triệu đồng.",
        ["ủng hộ", "ủng hộ", "ủng hộ"],
    ),
    ("Toàn tỉnh có hàng chục, thậm chí hàng trăm mô hình.", ["mô hình", "mô hình"]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED, ids=[text for text, _ in CARRIED])
def test_measures_carry_over(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ lệ hộ nghèo", "tỉ lệ  hộ nghèo"),
        ("Hoà giải", "hòa giải"),
        ("mô hình “Dân vận khéo”", 'mô hình "Dân vận khéo"'),
    ],
)
def test_one_key_for_one_measure(one, other):
    assert measure_key(one) == measure_key(other)
