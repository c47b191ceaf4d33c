"""Careers: the lines of a life, which name nobody, and whose offices they tell."""

from __future__ import annotations

import pytest

from danvan_cli import extract

OBITUARY = """TIN BUỒN
Hội Nông dân tỉnh và gia đình thương tiếc báo tin:
Cụ ông LÊ BÁ TOÀN (tức Lê Bình)
Sinh năm 1936; quê quán: xã Tân Hòa; nguyên Bí thư Huyện ủy, nguyên Phó Chủ tịch UBND tỉnh khóa III.
Huân chương Lao động hạng Nhì; Bằng khen của Thủ tướng Chính phủ.
Trưởng ban lễ tang: bà Hồ Thị Nga, Chủ tịch Hội Nông dân tỉnh.
QUÁ TRÌNH CÔNG TÁC
- Từ tháng 5/1975 đến tháng 12/1980: giao liên, rồi Chủ tịch UBND xã;
- 1981 - 1990: Chánh Văn phòng Huyện ủy; được Bí thư Tỉnh ủy giao phụ trách nông nghiệp;
- Năm 1996: Ông nghỉ hưu và được bầu làm Chủ tịch Hội Người cao tuổi xã.
"""
CANDIDATES = """DANH SÁCH ỨNG CỬ VIÊN
1. Họ và tên: LÊ BÁ TOÀN
Giới tính: Nam
Ngày, tháng, năm sinh: 12/4/1970
Chức vụ hiện nay: Phó Trưởng Ban Dân vận Tỉnh ủy, Ủy viên Ban Thường trực Ủy ban MTTQ tỉnh
2. Họ và tên: HỒ THỊ NGA
Ngày sinh: 1/2/1980
Nghề nghiệp, chức vụ: Giáo viên, Phó Hiệu trưởng Trường Tiểu học Tân Hòa
"""

# A text, and its officials with their offices.
LIVES = [
    (OBITUARY, {
        "Lê Bá Toàn": ["nguyên Bí thư Huyện ủy", "nguyên Phó Chủ tịch UBND tỉnh", "Chủ tịch UBND xã",
                       "Chánh Văn phòng Huyện ủy", "Chủ tịch Hội Người cao tuổi xã"],
        "Hồ Thị Nga": ["Trưởng ban lễ tang", "Chủ tịch Hội Nông dân tỉnh"]}),
    (CANDIDATES, {
        "Lê Bá Toàn": ["Phó Trưởng Ban Dân vận Tỉnh ủy", "Ủy viên Ban Thường trực Ủy ban MTTQ tỉnh"],
        "Hồ Thị Nga": ["Phó Hiệu trưởng Trường Tiểu học Tân Hòa"]}),
    ("TÓM TẮT TIỂU SỬ ĐỒNG CHÍ LÊ BÁ TOÀN\n- 10/2001 - 9/2005: Chuyên viên.\n- 10/2005 đến nay: Phó Giám đốc Sở Nội vụ.",
     {"Lê Bá Toàn": ["Phó Giám đốc Sở Nội vụ"]}),
    ("Đồng chí Lê Bá Toàn\nSinh ngày 1/2/1940 tại xã Tân Hòa.\nNguyên Bí thư Huyện ủy, nguyên Chủ tịch UBND huyện.",
     {"Lê Bá Toàn": ["Nguyên Bí thư Huyện ủy", "nguyên Chủ tịch UBND huyện"]}),
    (("Bà Hồ Thị Nga sinh năm 1964 tại Nghệ An; cao cấp lý luận, Ủy viên Trung ương Đảng khóa XII, đại biểu Quốc hội. "
     "Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh cùng dự."), {"Hồ Thị Nga": ["Ủy viên Trung ương Đảng", "đại biểu Quốc hội"]}),
    ("1. Ứng cử viên Lê Bá Toàn, sinh ngày 12/4/1970; trình độ: Thạc sĩ; chức vụ: Phó Chủ tịch UBND xã; ở ấp 3.",
     {"Lê Bá Toàn": ["Phó Chủ tịch UBND xã"]}),
    # offices of nobody named, or of whoever is told of by the way
    ("Dự lễ có Mẹ Việt Nam anh hùng Hồ Thị Hoa, sinh năm 1930; Chủ tịch UBND xã; Bí thư Đảng ủy xã.", {}),
    ("Bị can Lê Văn Tám (sinh năm 1980) bị bắt.\n- 2018: Chủ tịch UBND huyện đã cảnh báo người dân.", {}),
    ("Ông Lê Văn Tám hiến đất.\nNăm 2018: Chủ tịch UBND huyện, Bí thư Huyện ủy về thăm.", {}),
]


@pytest.mark.parametrize(("text", "expected"), LIVES, ids=[row[0][:40] for row in LIVES])
def test_offices_of_a_life(text, expected):
    assert {official.name: [position.text for position in official.positions]
            for official in extract(text).officials} == expected


def test_offices_of_a_life_stand_where_they_are_told():
    [toan, _] = extract(OBITUARY).officials
    assert all(OBITUARY[position.start:position.end] == position.text for position in toan.positions)
