"""Names: where a personal name begins and ends, and what stands before it."""

from __future__ import annotations

import pytest

from danvan_cli.find.findings import find_all
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment

LEXICON = Lexicon()


def names(text: str):
    page = segment(text, LEXICON)
    return [person.name for paragraph in page.paragraphs for found in find_all(page, paragraph, LEXICON)
            for person in found.people if person.name]


# A sentence and the names in it, as they are written.
FULL = [
    # Kinh names, of two to five syllables
    ("Ông Trần Phú Khang phát biểu.", ["Trần Phú Khang"]),
    ("Bà Lê Nga nhận quà.", ["Lê Nga"]),
    ("Đồng chí Nguyễn Hoàng Thị Bảo Ngân dự họp.", ["Nguyễn Hoàng Thị Bảo Ngân"]),
    ("Thiếu tướng Tôn Thất Bình đến thăm.", ["Tôn Thất Bình"]),
    ("Thiếu tướng Ông Văn Bình đến thăm.", ["Ông Văn Bình"]),
    ("Còn GS Tô Minh Triết thì đồng ý.", ["Tô Minh Triết"]),
    ("Thiếu tá QNCN A Blơng kể chuyện.", ["A Blơng"]),
    # lines in capitals
    ("TÓM TẮT TIỂU SỬ ĐỒNG CHÍ LÊ BÁ TOÀN", ["Lê Bá Toàn"]),
    ("DANH SÁCH ỨNG CỬ VIÊN", []),
    # names of other peoples
    ("Bà H'Linh Niê kể lại.", ["H'Linh Niê"]),
    ("Ông Y Wơn Mlô kể lại.", ["Y Wơn Mlô"]),
    ("Anh K'Brêu kể lại.", ["K'Brêu"]),
    ("Ông Giàng A Páo kể lại.", ["Giàng A Páo"]),
    ("Bà Rah Lan H'Nhơn kể lại.", ["Rah Lan H'Nhơn"]),
    ("Ông Bhling Mia kể lại.", ["Bhling Mia"]),
    ("Bà Thạch Thị Sa Vươn kể lại.", ["Thạch Thị Sa Vươn"]),
    # names by the order of birth
    ("Chú Tư Hòa và dì Bảy Lụa kể lại.", ["Tư Hòa", "Bảy Lụa"]),
    ("Anh Năm kể lại; huyện Ba Tơ và Năm Căn mất điện.", []),
    ("Ông Ksor Nam kể lại.", ["Ksor Nam"]),
    # a title, a body or a place ends where the name begins
    ("Thủ tướng Trần Hồng Quân chủ trì.", ["Trần Hồng Quân"]),
    ("Bí thư Thành ủy TP.HCM Nguyễn Văn Nhâm chủ trì.", ["Nguyễn Văn Nhâm"]),
    ("Chủ tịch UBND huyện Chi Lăng Phùng Quang Tấn chủ trì.", ["Phùng Quang Tấn"]),
    ("Bí thư Hà Nội Hoàng Trung Hậu chủ trì.", ["Hoàng Trung Hậu"]),
    ("Chủ tịch huyện Nam Trà My Hồ Quang Bảo chủ trì.", ["Hồ Quang Bảo"]),
    ("Chủ tịch UBND tỉnh Lữ Thị Kim Sa chủ trì.", ["Lữ Thị Kim Sa"]),
    ("Chủ tịch UBND xã Tả Van Giàng A Sử chủ trì.", ["Giàng A Sử"]),
    ("Giám đốc Agribank chi nhánh Trà Vinh Sơn Thị Thu Hà chủ trì.", ["Sơn Thị Thu Hà"]),
    ("Bộ trưởng Văn hóa, Thể thao và Du lịch Lê Bá Toàn chủ trì.", ["Lê Bá Toàn"]),
    # a unit, a school or a prize goes on with words like a name
    ("Ông Lê Bá Toàn, Chủ tịch UBND huyện Lộc Hà, chủ trì.", ["Lê Bá Toàn"]),
    ("Ông Lê Bá Toàn, Trưởng ấp Gò Nổi A, kể lại.", ["Lê Bá Toàn"]),
    ("Trưởng Ban Công tác Mặt trận thôn Đoàn Kết kể lại.", []),
    ("Hiệu trưởng Trường Tiểu học Thực hành Phan Đình Phùng kể lại.", []),
    ("Chính trị viên Đồn Biên phòng Lăng Cô kể lại.", []),
    ("Đoạn cao tốc Cam Lộ - La Sơn đã thông xe.", []),
    # words that rarely begin a name need an office beside them
    ("Đoàn đã qua Liên Xô, Cu Ba và Lào.", []),
    ("Người dự có Nay Thơ, nguyên Chủ tịch Hội Nông dân tỉnh.", ["Nay Thơ"]),
    # foreign names
    ("Thủ tướng Thái Lan Prayut đến thăm.", []),
    ("Ông gặp Kim Jong-un tại Bình Nhưỡng.", []),
    ("Thủ tướng Úc Turnbull đến thăm.", []),
    # names of other things, of nobody here
    ("Xe chạy trên đường Nguyễn Huệ rồi rẽ vào phố Lý Thường Kiệt.", []),
    ("Trường THPT Nguyễn Trãi khai giảng.", []),
    ("Đồng chí Lê Bá Toàn, quê xã Lê Minh, Phó Chủ tịch UBND huyện.", ["Lê Bá Toàn"]),
    ("Học tập tư tưởng Hồ Chí Minh.", []),
    ("Chủ tịch Hồ Chí Minh dạy cán bộ.", []),
    ("Hà Nội, Thái Bình và Hà Giang đón khách.", []),
    ("Bà Rịa - Vũng Tàu đón khách.", []),
    ("Chủ tịch Trung Quốc và Thủ tướng Nhật Bản gặp nhau.", []),
    ("Thượng tọa Thích Minh Quang chúc Tết.", []),
]


@pytest.mark.parametrize(("text", "expected"), FULL, ids=[row[0] for row in FULL])
def test_full_names(text, expected):
    assert [name.name for name in names(text) if name.rule == "name.full"] == expected


# A sentence; name, honorific, rank and gender of the one name in it.
BEFORE = [
    ("Ông Trần Văn Bách nói.", ("Trần Văn Bách", "Ông", None, "male")),
    ("bà Trần Thị Bách nói.", ("Trần Thị Bách", "bà", None, "female")),
    ("Đồng chí Trần Văn Bách nói.", ("Trần Văn Bách", "Đồng chí", None, None)),
    ("Đ/c Trần Văn Bách nói.", ("Trần Văn Bách", "Đ/c", None, None)),
    ("Thượng tá Trần Văn Bách nói.", ("Trần Văn Bách", None, "Thượng tá", None)),
    ("đồng chí Thiếu tướng, PGS.TS Trần Văn Bách nói.", ("Trần Văn Bách", "đồng chí", "Thiếu tướng", None)),
    ("TS. Trần Văn Bách nói.", ("Trần Văn Bách", None, None, None)),
    ("ThS. BSCKII Trần Văn Bách nói.", ("Trần Văn Bách", None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE, ids=[row[0] for row in BEFORE])
def test_what_stands_before_a_name(text, expected):
    [name] = names(text)
    assert (name.name, name.honorific, name.rank, name.gender) == expected


GIVEN = [
    ("ông Bách nói thêm.", "Bách"),
    ("bà Thùy Linh nói thêm.", "Thùy Linh"),
    ("Đồng chí Ánh nói thêm.", "Ánh"),
    ("Bộ trưởng Dũng nói thêm.", "Dũng"),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN, ids=[row[0] for row in GIVEN])
def test_given_names_after_an_honorific(text, expected):
    [name] = names(text)
    assert (name.name, name.rule) == (expected, "name.given")


@pytest.mark.parametrize("piece", ["ông ", "Nguyễn Văn ", "ông Nguyễn Văn A, ", "( ", "Hà Nội "])
def test_repeated_triggers_take_linear_time(piece):
    names(piece * (60_000 // len(piece)))
