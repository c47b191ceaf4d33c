"""Offices: where a title begins, and where the office ends."""

from __future__ import annotations

import pytest

from danvan_cli.find.findings import find_all
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment

LEXICON = Lexicon()


def offices(text: str):
    page = segment(text, LEXICON)
    return [(page.text(office.start, office.end), office)
            for paragraph in page.paragraphs for found in find_all(page, paragraph, LEXICON)
            for person in found.people for office in person.offices]


# What follows "Ông Trần Văn Bách, " in a sentence, and the offices it holds.
EXTENT = [
    ("Trưởng Ban Dân vận Tỉnh ủy", ["Trưởng Ban Dân vận Tỉnh ủy"]),
    ("Phó Trưởng ban Thường trực Ban Dân vận Tỉnh ủy Bến Tre",
     ["Phó Trưởng ban Thường trực Ban Dân vận Tỉnh ủy Bến Tre"]),
    ("Phó Trưởng ban Thường trực, Ban Dân vận Tỉnh ủy Bến Tre",
     ["Phó Trưởng ban Thường trực, Ban Dân vận Tỉnh ủy Bến Tre"]),
    ("Bí thư, Chủ tịch HĐND huyện", ["Bí thư", "Chủ tịch HĐND huyện"]),
    ("Bí thư Đảng ủy kiêm Chủ tịch UBND xã Tân Lập", ["Bí thư Đảng ủy", "Chủ tịch UBND xã Tân Lập"]),
    ("nguyên Phó Chủ tịch UBND tỉnh Cà Mau", ["nguyên Phó Chủ tịch UBND tỉnh Cà Mau"]),
    ("Quyền Giám đốc Sở Y tế", ["Quyền Giám đốc Sở Y tế"]),
    ("UVBTV, Trưởng Ban Tổ chức Huyện ủy", ["UVBTV", "Trưởng Ban Tổ chức Huyện ủy"]),
    ("UVBTVTU, Bí thư Huyện ủy Cái Bè", ["UVBTVTU", "Bí thư Huyện ủy Cái Bè"]),
    ("Tỉnh ủy viên, Chủ tịch Hội Nông dân tỉnh", ["Tỉnh ủy viên", "Chủ tịch Hội Nông dân tỉnh"]),
    ("Bộ trưởng Nội vụ", ["Bộ trưởng Nội vụ"]),
    ("Bộ trưởng Bộ Tài chính", ["Bộ trưởng Bộ Tài chính"]),
    ("Phó Thủ tướng", ["Phó Thủ tướng"]),
    ("Phó Chủ tịch nước", ["Phó Chủ tịch nước"]),
    ("Trưởng thôn 5", ["Trưởng thôn 5"]),
    ("Trung đội trưởng Trung đội 5", ["Trung đội trưởng Trung đội 5"]),
    ("Phó Chủ nhiệm Chính trị Quân đoàn 34", ["Phó Chủ nhiệm Chính trị Quân đoàn 34"]),
    ("Trưởng bản Nà Lốc, xã Chiềng Sơ", ["Trưởng bản Nà Lốc, xã Chiềng Sơ"]),
    ("tổ trưởng tổ dân phố số 3", ["tổ trưởng tổ dân phố số 3"]),
    ("Chủ tịch xã Hòa Bắc", ["Chủ tịch xã Hòa Bắc"]),
    ("Chủ tịch tỉnh Bà Rịa - Vũng Tàu", ["Chủ tịch tỉnh Bà Rịa - Vũng Tàu"]),
    ("trưởng phòng đô thị", ["trưởng phòng đô thị"]),
    ("Trưởng Khối Dân vận xã", ["Trưởng Khối Dân vận xã"]),
    ("Phó Trưởng khối Dân vận xã Hòa Bắc", ["Phó Trưởng khối Dân vận xã Hòa Bắc"]),
    ("Trưởng khối 5", ["Trưởng khối 5"]),
    ("phó trưởng phòng kế hoạch tài chính", ["phó trưởng phòng kế hoạch tài chính"]),
    ("Đại biểu Quốc hội khóa XV, Chánh án TAND tỉnh", ["Đại biểu Quốc hội", "Chánh án TAND tỉnh"]),
    ("Đại sứ đặc mệnh toàn quyền Việt Nam tại Lào", ["Đại sứ đặc mệnh toàn quyền Việt Nam tại Lào"]),
    ("Trưởng Công an xã", ["Trưởng Công an xã"]),
    ("Phó Giám đốc phụ trách, điều hành Sở Xây dựng", ["Phó Giám đốc phụ trách, điều hành Sở Xây dựng"]),
    ("Chánh Văn phòng UBND tỉnh", ["Chánh Văn phòng UBND tỉnh"]),
    ("Phó Thủ trưởng Cơ quan Cảnh sát điều tra", ["Phó Thủ trưởng Cơ quan Cảnh sát điều tra"]),
    ("thủ trưởng cơ quan chuyên môn", []),
    ("Phó Chánh tòa Hình sự TAND TP Hà Nội", ["Phó Chánh tòa Hình sự TAND TP Hà Nội"]),
    ("nguyên kiểm sát viên Viện KSND tỉnh Cà Mau", ["nguyên kiểm sát viên Viện KSND tỉnh Cà Mau"]),
    ("Trưởng Thống kê tỉnh Khánh Hòa", ["Trưởng Thống kê tỉnh Khánh Hòa"]),
    ("Kế toán trưởng, Tổ trưởng của Ban Quản lý chợ Sao Mai",
     ["Kế toán trưởng", "Tổ trưởng của Ban Quản lý chợ Sao Mai"]),
    ("Giám đốc CDC Đồng Nai", ["Giám đốc CDC Đồng Nai"]),
    ("Trưởng Khoa Nhiễm", ["Trưởng Khoa Nhiễm"]),
    ("Trưởng khoa Hồi sức tích cực Bệnh viện Nhi Hà Nam", ["Trưởng khoa Hồi sức tích cực Bệnh viện Nhi Hà Nam"]),
    ("Trưởng khoa Truyền nhiễm Bệnh viện Đa khoa tỉnh", ["Trưởng khoa Truyền nhiễm Bệnh viện Đa khoa tỉnh"]),
    ("Ủy viên Đoàn Chủ tịch, Trưởng Ban Quan hệ lao động", ["Ủy viên Đoàn Chủ tịch", "Trưởng Ban Quan hệ lao động"]),
    ("phó tổng giám đốc tập đoàn này", ["phó tổng giám đốc tập đoàn này"]),
    ("trưởng đoàn kiểm tra thực hiện QCDC", ["trưởng đoàn kiểm tra"]),
    ("Trưởng Ban Công tác Mặt trận thôn 2, xã Hòa Bắc", ["Trưởng Ban Công tác Mặt trận thôn 2"]),
    # a field of work stands for the body
    ("Thứ trưởng Nông nghiệp và phát triển nông thôn", ["Thứ trưởng Nông nghiệp và phát triển nông thôn"]),
    ("Vụ trưởng Tổ chức cán bộ, Bộ Y tế", ["Vụ trưởng Tổ chức cán bộ, Bộ Y tế"]),
    ("Chi cục trưởng kiểm lâm Đà Nẵng", ["Chi cục trưởng kiểm lâm Đà Nẵng"]),
    ("Phó phòng khảo thí và quản lý chất lượng Sở Giáo dục", ["Phó phòng khảo thí và quản lý chất lượng Sở Giáo dục"]),
    ("Tổ trưởng Tổ tiết kiệm và vay vốn thôn Đông Hạ", ["Tổ trưởng Tổ tiết kiệm và vay vốn thôn Đông Hạ"]),
    ("Tổ trưởng Tổ truyền thông cộng đồng bản Nậm Cắn", ["Tổ trưởng Tổ truyền thông cộng đồng bản Nậm Cắn"]),
    ("Phó Chủ tịch hội đồng chuyên môn", ["Phó Chủ tịch hội đồng chuyên môn"]),
    ("Cục phó Kiểm soát hoạt động bảo vệ môi trường", ["Cục phó Kiểm soát hoạt động bảo vệ môi trường"]),
    ("Đội trưởng Đội dân phòng khu phố 3", ["Đội trưởng Đội dân phòng khu phố 3"]),
    ("Cụm phó Cụm thi đua", ["Cụm phó Cụm thi đua"]),
    ("Đảo trưởng đảo Sinh Tồn", ["Đảo trưởng đảo Sinh Tồn"]),
    ("tổ trưởng tổ dân phố 22, phường Mỹ An", ["tổ trưởng tổ dân phố 22, phường Mỹ An"]),
    # praise and acts are no field
    ("Bí thư Chi bộ trẻ nhất xã", ["Bí thư Chi bộ"]),
    ("Chủ tịch tỉnh đứng đầu đoàn", ["Chủ tịch tỉnh"]),
    ("Phó Trưởng ban theo dõi công tác dân tộc", ["Phó Trưởng ban"]),
    # members and candidates for membership of one committee
    ("nguyên Ủy viên dự khuyết Trung ương khóa II, Ủy viên Trung ương khóa III",
     ["nguyên Ủy viên dự khuyết Trung ương", "Ủy viên Trung ương"]),
    # a deputy by title alone only before a name
    ("một trong các đại biểu", []),
    ("chủ nhiệm đề tài", []),
    # employment, membership and professions are no offices
    ("giáo viên chủ nhiệm lớp 9A", []),
    ("chuyên viên Phòng Nội vụ", []),
    ("hội viên Hội Nông dân xã", []),
    ("phóng viên Báo Lao Động", []),
]


@pytest.mark.parametrize(("words", "expected"), EXTENT, ids=[row[0] for row in EXTENT])
def test_extent_of_offices(words, expected):
    assert [text for text, _ in offices(f"Ông Trần Văn Bách, {words}, dự họp.")] == expected


# An office, and its title, body and whether it is a former one.
PARTS = [
    ("Trưởng Ban Dân vận Tỉnh ủy", ("Trưởng Ban", "Ban Dân vận Tỉnh ủy", False)),
    ("Phó trưởng Ban Thường trực Ban Dân vận Tỉnh ủy",
     ("Phó trưởng Ban Thường trực", "Ban Dân vận Tỉnh ủy", False)),
    ("nguyên Bí thư Huyện ủy Củ Chi", ("nguyên Bí thư", "Huyện ủy Củ Chi", True)),
    ("UVBTV", ("Ủy viên Ban Thường vụ", None, False)),
]


@pytest.mark.parametrize(("words", "expected"), PARTS, ids=[row[0] for row in PARTS])
def test_parts_of_an_office(words, expected):
    text = f"Ông Trần Văn Bách, {words}, dự họp."
    [(_, office)] = offices(text)
    body = text[office.body.start:office.body.end] if office.body else None
    assert (office.title, body, office.former) == expected


# An office that is not public, or that may be none.
PRIVATE = [
    ("Giám đốc Công ty TNHH Hoa Sen", True),
    ("Giám đốc", True),
    ("Thủ tướng Nhật Bản", True),
    ("Bộ trưởng Quốc phòng Mỹ", True),
    ("Giám đốc Sở Công thương", False),
    ("Giám đốc Chi nhánh Văn phòng Đăng ký đất đai huyện", False),
    ("Giám đốc Chi nhánh Công ty TNHH Hoa Sen", True),
    ("Phó Trưởng Ban Pháp chế HĐND xã", False),
    ("Hiệu trưởng Trường Tiểu học Mỹ Hạnh Nam", False),
    ("Tổng Giám đốc Tập đoàn Điện lực Việt Nam", False),
    ("Chủ tịch UBND tỉnh Hòa Bình", False),
]


@pytest.mark.parametrize(("words", "expected"), PRIVATE, ids=[row[0] for row in PRIVATE])
def test_offices_of_companies_and_foreign_states(words, expected):
    [(_, office)] = offices(f"Ông Trần Văn Bách, {words}, dự họp.")
    assert office.private is expected


@pytest.mark.parametrize("piece", ["Phó Chủ tịch ", "Phó Chủ tịch, ", "trưởng ban ", "trưởng phòng a ", "Đại biểu "])
def test_repeated_triggers_take_linear_time(piece):
    offices(piece * (60_000 // len(piece)))
