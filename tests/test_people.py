"""People: which office the words of a sentence give to which name."""

from __future__ import annotations

import pytest

from danvan_cli import extract


def officials(text: str):
    return {official.name: [position.text for position in official.positions]
            for official in extract(text).officials}


# A sentence and its officials with their offices.
JOINED = [
    # name, then office
    ("Ông Lê Bá Toàn, Chủ tịch UBND xã, dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Ông Lê Bá Toàn - Chủ tịch UBND xã - dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Ông Lê Bá Toàn (Chủ tịch UBND xã) dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Ông Lê Bá Toàn, 58 tuổi, Chủ tịch UBND xã, dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Cụ Lê Bá Toàn, 86 tuổi, 60 năm tuổi Đảng, nguyên Bí thư Đảng ủy xã, dự họp.",
     {"Lê Bá Toàn": ["nguyên Bí thư Đảng ủy xã"]}),
    ("Ông Lê Bá Toàn (dân tộc Mường), Chủ tịch UBND xã, dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Anh Tư Hòa, Trưởng ấp Tân Lợi, và dì Bảy Lụa dự họp.", {"Tư Hòa": ["Trưởng ấp Tân Lợi"]}),
    ("Ông Lê Bá Toàn - tân Chủ tịch UBND xã - dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Ông Lê Bá Toàn, trú tại xã Tân Lập, huyện Cái Bè, nguyên Chủ tịch UBND xã, dự họp.",
     {"Lê Bá Toàn": ["nguyên Chủ tịch UBND xã"]}),
    ("Ông Y Bhăm Niê, già làng, nguyên Bí thư Chi bộ buôn Ea Mấp, dự họp.",
     {"Y Bhăm Niê": ["nguyên Bí thư Chi bộ buôn Ea Mấp"]}),
    # office, then name
    ("Trưởng ban là đồng chí Lê Bá Toàn, Bí thư Tỉnh ủy.", {"Lê Bá Toàn": ["Trưởng ban", "Bí thư Tỉnh ủy"]}),
    ("Chủ tịch UBND xã Lê Bá Toàn dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Ông Lê Bá Toàn - PCT. UBND xã; ông Vũ Đức Thọ - PGĐ Sở Y tế.",
     {"Lê Bá Toàn": ["PCT. UBND xã"], "Vũ Đức Thọ": ["PGĐ Sở Y tế"]}),
    ("Theo Chủ tịch UBND xã, ông Lê Bá Toàn, dân đã hiến đất.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Trưởng thôn Mỹ Điền Đỗ Văn Trung, Trưởng thôn Tân Lập Lê Bá Toàn dự họp.",
     {"Đỗ Văn Trung": ["Trưởng thôn Mỹ Điền"], "Lê Bá Toàn": ["Trưởng thôn Tân Lập"]}),
    ("Bà Thị Hương, Bí thư Huyện ủy Bù Đăng, dự họp.", {"Thị Hương": ["Bí thư Huyện ủy Bù Đăng"]}),
    ("Tang lễ nguyên Chủ tịch nước, Đại tướng Lê Bá Toàn diễn ra sáng nay.", {"Lê Bá Toàn": ["nguyên Chủ tịch nước"]}),
    ("Chủ tịch UBND tỉnh, Lê Bá Toàn, dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND tỉnh"]}),
    ("Bí thư Huyện ủy, Chủ tịch HĐND huyện Lê Bá Toàn dự họp.",
     {"Lê Bá Toàn": ["Bí thư Huyện ủy", "Chủ tịch HĐND huyện"]}),
    ("Chủ tịch Hội Nông dân xã khi ấy, bà Hồ Thị Nga, đã vận động.", {"Hồ Thị Nga": ["Chủ tịch Hội Nông dân xã"]}),
    ("Chủ tịch UBND xã đương nhiệm là ông Lê Bá Toàn.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Từng là Bí thư Tỉnh ủy Nam Định nhiều năm, ông Lê Bá Toàn kể chuyện cũ.",
     {"Lê Bá Toàn": ["Bí thư Tỉnh ủy Nam Định"]}),
    ("Sau 12 năm làm Trưởng thôn Đông Hạ, ông Lê Bá Toàn nghỉ.", {"Lê Bá Toàn": ["Trưởng thôn Đông Hạ"]}),
    ("Bà Hồ Thị Nga kể, từ khi nhận chức Bí thư Huyện ủy, ông Lê Bá Toàn hay đi bộ.", {"Lê Bá Toàn": ["Bí thư Huyện ủy"]}),
    ("Sau khi bổ nhiệm Giám đốc Sở Y tế, ông Lê Bá Toàn đi công tác.", {}),
    # a verb gives the office
    ("Ông Lê Bá Toàn được bầu giữ chức Chủ tịch UBND huyện.", {"Lê Bá Toàn": ["Chủ tịch UBND huyện"]}),
    ("Ông Lê Bá Toàn, Phó Bí thư Huyện ủy, làm Trưởng đoàn kiểm tra.",
     {"Lê Bá Toàn": ["Phó Bí thư Huyện ủy", "Trưởng đoàn kiểm tra"]}),
    ("Hội nghị bầu ông Lê Bá Toàn làm Chủ tịch Hội Nông dân tỉnh thay ông Vũ Đức Thọ.",
     {"Lê Bá Toàn": ["Chủ tịch Hội Nông dân tỉnh"], "Vũ Đức Thọ": ["Chủ tịch Hội Nông dân tỉnh"]}),
    ("Ông Lê Bá Toàn được điều động giữ chức Bí thư Huyện ủy nhiệm kỳ 2020 - 2025, thay bà Hồ Thị Nga nghỉ hưu.",
     {"Lê Bá Toàn": ["Bí thư Huyện ủy"], "Hồ Thị Nga": ["Bí thư Huyện ủy"]}),
    ("Ông Lê Bá Toàn, Chủ tịch UBND xã, thay ông Vũ Đức Thọ dự họp.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("PGS.TS Lê Bá Toàn được công nhận Hiệu trưởng Trường Đại học Vinh.",
     {"Lê Bá Toàn": ["Hiệu trưởng Trường Đại học Vinh"]}),
    ("Hội đồng miễn nhiệm chức vụ Phó Chủ tịch HĐND xã (nhiệm kỳ 2021-2026) đối với ông Lê Bá Toàn.",
     {"Lê Bá Toàn": ["Phó Chủ tịch HĐND xã"]}),
    ("Hội đồng miễn nhiệm chức vụ Phó Chủ tịch HĐND xã, nhiệm kỳ 2021 - 2026 đối với ông Lê Bá Toàn.",
     {"Lê Bá Toàn": ["Phó Chủ tịch HĐND xã"]}),
    ("Ông Lê Bá Toàn bị xóa tư cách nguyên Chủ tịch UBND xã.", {"Lê Bá Toàn": ["nguyên Chủ tịch UBND xã"]}),
    ("Giấy khen do Chủ tịch UBND huyện lúc bấy giờ là ông Lê Bá Toàn ký.", {"Lê Bá Toàn": ["Chủ tịch UBND huyện"]}),
    # a pronoun means the person named last
    ("Ông Lê Bá Toàn quê Hà Nam. Ông từng giữ chức Giám đốc Sở Tài chính, Phó Chủ tịch UBND tỉnh.",
     {"Lê Bá Toàn": ["Giám đốc Sở Tài chính", "Phó Chủ tịch UBND tỉnh"]}),
    ("Bà Lê Thị Nga gặp ông Vũ Đức Thọ. Trước đó, bà là Chủ tịch Hội Nông dân tỉnh.",
     {"Lê Thị Nga": ["Chủ tịch Hội Nông dân tỉnh"]}),
    # who appoints does not hold the office
    ("Thủ tướng Lê Bá Toàn vừa ký quyết định phê chuẩn kết quả bầu bổ sung chức vụ Phó Chủ tịch UBND tỉnh.",
     {"Lê Bá Toàn": ["Thủ tướng"]}),
    ("Ông Lê Bá Toàn được Thủ tướng phê chuẩn giữ chức vụ Phó Chủ tịch UBND tỉnh.",
     {"Lê Bá Toàn": ["Phó Chủ tịch UBND tỉnh"]}),
    ("Ông Lê Bá Toàn kể, khi còn làm Bí thư Huyện ủy, đồng chí Vũ Đức Thọ hay đi bộ.",
     {"Vũ Đức Thọ": ["Bí thư Huyện ủy"]}),
    ("Ông Lê Bá Toàn trở thành tân Chủ tịch UBND xã.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Bộ Y tế trao quyết định bổ nhiệm Phó Vụ trưởng Vụ Bảo hiểm y tế cho ông Lê Bá Toàn.",
     {"Lê Bá Toàn": ["Phó Vụ trưởng Vụ Bảo hiểm y tế"]}),
    ("Bà Hồ Thị Nga sinh năm 1964 tại Nghệ An, là thạc sỹ Luật; cao cấp lý luận chính trị, Tỉnh ủy viên.",
     {"Hồ Thị Nga": ["Tỉnh ủy viên"]}),
    ("Chức Chủ tịch UBND xã do ông Lê Bá Toàn đảm nhiệm.", {"Lê Bá Toàn": ["Chủ tịch UBND xã"]}),
    ("Giao ông Lê Bá Toàn làm Tổ phó Tổ công tác do bà Hồ Thị Nga làm Tổ trưởng.",
     {"Lê Bá Toàn": ["Tổ phó Tổ công tác"], "Hồ Thị Nga": ["Tổ trưởng"]}),
    ("Ghế Giám đốc Sở Y tế được giao cho bà Hồ Thị Nga.", {"Hồ Thị Nga": ["Giám đốc Sở Y tế"]}),
    ("Bí thư tiền nhiệm, bà Hồ Thị Nga, nghỉ hưu trước tuổi.", {"Hồ Thị Nga": ["Bí thư tiền nhiệm"]}),
    ("Bà Hồ Thị Nga 47 tuổi, học Trường Đại học Dược Hà Nội, từng là Phó Viện trưởng Viện Dược liệu.",
     {"Hồ Thị Nga": ["Phó Viện trưởng Viện Dược liệu"]}),
    ("Ông Lê Bá Toàn bị cách tất cả các chức vụ trong Đảng: Tỉnh ủy viên, Bí thư Huyện ủy.",
     {"Lê Bá Toàn": ["Tỉnh ủy viên", "Bí thư Huyện ủy"]}),
    ("Ông Lê Bá Toàn vừa là Trưởng thôn vừa là Chi hội trưởng Chi hội Nông dân.",
     {"Lê Bá Toàn": ["Trưởng thôn", "Chi hội trưởng Chi hội Nông dân"]}),
    ("Ông Lê Bá Toàn có bố từng là Bí thư Tỉnh ủy.", {}),
    ("Cháu trai bà Hồ Thị Nga hiện giữ chức Phó Giám đốc Sở Y tế.", {}),
    # one after the other
    (("Từ năm 1990 đến 1995, ông Lê Bá Toàn lần lượt giữ các chức: Phó Bí thư, Bí thư Huyện đoàn; năm 1996 làm Phó "
      "Chủ tịch UBND huyện; từ tháng 5/2005 đến nay giữ cương vị Trưởng Ban Dân vận Huyện ủy."),
     {"Lê Bá Toàn": ["Phó Bí thư", "Bí thư Huyện đoàn", "Phó Chủ tịch UBND huyện", "Trưởng Ban Dân vận Huyện ủy"]}),
    ("Kỳ họp bầu bà Hồ Thị Nga giữ chức Chủ tịch HĐND xã; miễn nhiệm chức vụ Phó Chủ tịch HĐND xã đối với ông Lê Bá Toàn.",
     {"Hồ Thị Nga": ["Chủ tịch HĐND xã"], "Lê Bá Toàn": ["Phó Chủ tịch HĐND xã"]}),
    # terms and years after an office, and its name of today
    (("Ông Lê Bá Toàn nguyên là Bí thư Huyện ủy các khóa IX, X và XI; Chủ tịch UBND huyện từ tháng 6/1988 đến năm 1991; "
     "Trưởng ban Dân vận (nay là Trưởng ban Tuyên giáo và Dân vận) Tỉnh ủy."),
     {"Lê Bá Toàn": ["Bí thư Huyện ủy", "Chủ tịch UBND huyện", "Trưởng ban Dân vận"]}),
    # a funeral is not held by the dead
    ("Bí thư Tỉnh ủy làm Trưởng ban Lễ tang Đại tá Lê Bá Toàn.", {}),
    ("Ông Vũ Đức Thọ làm Trưởng ban Tổ chức lễ tang nguyên Bí thư Huyện ủy Lê Bá Toàn.",
     {"Vũ Đức Thọ": ["Trưởng ban Tổ chức lễ tang"], "Lê Bá Toàn": ["nguyên Bí thư Huyện ủy"]}),
    ("Ông Lê Bá Toàn là tiến sĩ Quản lý kinh tế. Ông từng là Bí thư Huyện ủy.", {"Lê Bá Toàn": ["Bí thư Huyện ủy"]}),
    # the title alone: deputies, judges, procurators
    ("Đại biểu Lê Bá Toàn (Sơn La) hỏi về điện.", {"Lê Bá Toàn": ["Đại biểu"]}),
    ("Các đại biểu: Lê Bá Toàn, Vũ Đức Thọ chất vấn.", {"Lê Bá Toàn": ["đại biểu"], "Vũ Đức Thọ": ["đại biểu"]}),
    ("Có mặt 25 đại biểu; 02 đại biểu vắng mặt là ông Lê Bá Toàn và bà Hồ Thị Nga.",
     {"Lê Bá Toàn": ["đại biểu"], "Hồ Thị Nga": ["đại biểu"]}),
    ("Đại diện VKS - Kiểm sát viên Lê Bá Toàn - bác quan điểm này.", {"Lê Bá Toàn": ["Kiểm sát viên"]}),
    # names in brackets, one after each office
    ("Giám đốc Sở Tài chính (ông Lê Bá Toàn), Phó Giám đốc Sở Y tế (bà Hồ Thị Nga) báo cáo.",
     {"Lê Bá Toàn": ["Giám đốc Sở Tài chính"], "Hồ Thị Nga": ["Phó Giám đốc Sở Y tế"]}),
    ("Trưởng Ban Quản lý đường sắt đô thị (MRB) Lê Bá Toàn báo cáo.",
     {"Lê Bá Toàn": ["Trưởng Ban Quản lý đường sắt đô thị"]}),
    ("Tập đoàn Điện lực Việt Nam hỗ trợ; phó tổng giám đốc tập đoàn này, ông Lê Bá Toàn, trao quà.",
     {"Lê Bá Toàn": ["phó tổng giám đốc tập đoàn này"]}),
    # an employment before the office
    ("- Bà Hồ Thị Nga, công chức Văn hóa - Xã hội xã - Thư ký;", {"Hồ Thị Nga": ["Thư ký"]}),
    ("Bà Hồ Thị Nga, chuyên viên Sở Y tế; thư ký ghi biên bản.", {}),
    # what is told of a person before the offices they held
    (("Đồng chí Lê Bá Toàn, sinh năm 1975, quê xã Lê Minh, trình độ Thạc sĩ Luật, từng giữ các chức vụ: Phó Bí thư "
     "Đảng ủy xã, Trưởng phòng Nội vụ huyện; Phó Chủ tịch UBND huyện."),
     {"Lê Bá Toàn": ["Phó Bí thư Đảng ủy xã", "Trưởng phòng Nội vụ huyện", "Phó Chủ tịch UBND huyện"]}),
    # the office as a label
    ("Trưởng Phòng Kinh tế: Lý Thị Sa Vươn", {"Lý Thị Sa Vươn": ["Trưởng Phòng Kinh tế"]}),
    ("Trưởng đoàn: ông Lê Bá Toàn, Phó Trưởng đoàn: bà Hồ Thị Nga.",
     {"Lê Bá Toàn": ["Trưởng đoàn"], "Hồ Thị Nga": ["Phó Trưởng đoàn"]}),
    ("Chủ tịch UBND xã: Lê Bá Toàn nợ dân một lời xin lỗi.", {}),
    # lists
    ("1. Ông Lê Bá Toàn - Chủ tịch HĐND xã;\n2. Bà Hồ Thị Nga - Hiệu trưởng Trường Tiểu học Mỹ Hạnh Nam;",
     {"Lê Bá Toàn": ["Chủ tịch HĐND xã"], "Hồ Thị Nga": ["Hiệu trưởng Trường Tiểu học Mỹ Hạnh Nam"]}),
    ("Dự họp có các đồng chí: Lê Bá Toàn, Bí thư Huyện ủy; Vũ Đức Thọ, Chủ tịch UBND huyện.",
     {"Lê Bá Toàn": ["Bí thư Huyện ủy"], "Vũ Đức Thọ": ["Chủ tịch UBND huyện"]}),
    ("Các Phó Chủ tịch UBND tỉnh: Lê Bá Toàn, Vũ Đức Thọ và Hồ Thị Nga dự họp.",
     {"Lê Bá Toàn": ["Phó Chủ tịch UBND tỉnh"], "Vũ Đức Thọ": ["Phó Chủ tịch UBND tỉnh"],
      "Hồ Thị Nga": ["Phó Chủ tịch UBND tỉnh"]}),
    ("Có các đồng chí Ủy viên Trung ương Đảng: Lê Bá Toàn, Bộ trưởng Bộ Y tế; Vũ Đức Thọ, Bí thư Tỉnh ủy.",
     {"Lê Bá Toàn": ["Ủy viên Trung ương Đảng", "Bộ trưởng Bộ Y tế"],
      "Vũ Đức Thọ": ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy"]}),
    ("Kỳ họp bầu 2 Phó Chủ tịch HĐND tỉnh, gồm: bà Hồ Thị Nga, ông Vũ Đức Thọ.",
     {"Hồ Thị Nga": ["Phó Chủ tịch HĐND tỉnh"], "Vũ Đức Thọ": ["Phó Chủ tịch HĐND tỉnh"]}),
    ("Có các đồng chí Ủy viên Bộ Chính trị: Thủ tướng Chính phủ Lê Bá Toàn; Đại tướng Vũ Đức Thọ, Bộ trưởng Bộ Công an.",
     {"Lê Bá Toàn": ["Ủy viên Bộ Chính trị", "Thủ tướng Chính phủ"],
      "Vũ Đức Thọ": ["Ủy viên Bộ Chính trị", "Bộ trưởng Bộ Công an"]}),
    # one office after the names of several
    ("Hội nghị cử ông Lê Bá Toàn, bà Hồ Thị Nga giữ chức Phó Chủ tịch Hội Nông dân tỉnh.",
     {"Lê Bá Toàn": ["Phó Chủ tịch Hội Nông dân tỉnh"], "Hồ Thị Nga": ["Phó Chủ tịch Hội Nông dân tỉnh"]}),
    ("Ông Lê Bá Toàn và ông Vũ Đức Thọ (cùng là Phó Giám đốc Sở Y tế) dự họp.",
     {"Lê Bá Toàn": ["Phó Giám đốc Sở Y tế"], "Vũ Đức Thọ": ["Phó Giám đốc Sở Y tế"]}),
    ("Chủ tọa có bà Hồ Thị Nga, Chủ tịch HĐND tỉnh; Lê Bá Toàn và Vũ Đức Thọ, Phó Chủ tịch HĐND tỉnh.",
     {"Hồ Thị Nga": ["Chủ tịch HĐND tỉnh"], "Lê Bá Toàn": ["Phó Chủ tịch HĐND tỉnh"],
      "Vũ Đức Thọ": ["Phó Chủ tịch HĐND tỉnh"]}),
    ("Phạt ông Lê Bá Toàn và bà Hồ Thị Nga, Đảng ủy viên, Kế toán trưởng Sở Y tế.",
     {"Hồ Thị Nga": ["Đảng ủy viên", "Kế toán trưởng Sở Y tế"]}),
    ("Huyện bầu các ông Lê Bá Toàn (Chủ tịch UBND huyện) và Vũ Đức Thọ (Trưởng Ban Tổ chức Huyện ủy) làm Phó Bí thư.",
     {"Lê Bá Toàn": ["Chủ tịch UBND huyện", "Phó Bí thư"],
      "Vũ Đức Thọ": ["Trưởng Ban Tổ chức Huyện ủy", "Phó Bí thư"]}),
    ("Ông Lê Bá Toàn, Chủ tịch UBND xã và ông Vũ Đức Thọ khi còn làm Phó Chủ tịch HĐND xã.",
     {"Lê Bá Toàn": ["Chủ tịch UBND xã"], "Vũ Đức Thọ": ["Phó Chủ tịch HĐND xã"]}),
    ("Các ông Lê Bá Toàn, Vũ Đức Thọ, Phó Chủ tịch UBND xã, dự họp. Trước đó, ông là Trưởng thôn.",
     {"Lê Bá Toàn": ["Phó Chủ tịch UBND xã"], "Vũ Đức Thọ": ["Phó Chủ tịch UBND xã", "Trưởng thôn"]}),
    ("Ông Lê Bá Toàn, ông Vũ Đức Thọ lần lượt giữ chức Chủ tịch UBND xã.", {"Vũ Đức Thọ": ["Chủ tịch UBND xã"]}),
    # "đồng chí" tells an official by itself
    ("Đồng chí Lê Bá Toàn dự họp.", {"Lê Bá Toàn": []}),
    # an office of another is not one's own
    ("Nói về chất vấn Thủ tướng hiện nay, đại biểu Hồ Thị Nga đề nghị hỏi thẳng.", {"Hồ Thị Nga": ["đại biểu"]}),
    ("Ông Lê Bá Toàn gửi đơn đến Chủ tịch UBND huyện.", {}),
    ("Ông Lê Bá Toàn ứng cử chức Chủ tịch UBND xã.", {}),
    ("Theo trách nhiệm của Thủ tướng, bà Lê Thị Nga nói thêm.", {}),
    ("Cháu Lê Bá Toàn được Chủ tịch UBND xã tặng quà.", {}),
    ("Công ty TNHH Minh Phát ủng hộ; giám đốc công ty này, ông Lê Bá Toàn, trao quà.", {}),
    ("Thủ tướng Nhật Bản Abe gặp ông Lê Bá Toàn.", {}),
    # nobody's public office
    ("Ông Lê Bá Toàn, Giám đốc Công ty TNHH Minh Phát, ủng hộ 2 tỷ đồng.", {}),
    ("Luật sư Lê Bá Toàn bào chữa cho bị cáo Vũ Đức Thọ.", {}),
    ("Ảnh: Lê Bá Toàn", {}),
    ("Công ty TNHH Minh Phát do ông Lê Bá Toàn làm giám đốc ủng hộ xi măng.", {}),
]


@pytest.mark.parametrize(("text", "expected"), JOINED, ids=[row[0] for row in JOINED])
def test_offices_and_their_holders(text, expected):
    assert officials(text) == expected
