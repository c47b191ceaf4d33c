"""Which body a mention stands for: names completed from the document, short names joined to longer ones."""

from __future__ import annotations

import pytest

from danvan_cli import extract

# A text; its organisations, each with its place and its wordings.
GROUPS = [
    ("a level without a name takes it from the only unit named",
     "Ban Dân vận Tỉnh ủy Hà Nam họp. Ban Dân vận Tỉnh ủy báo cáo UBND tỉnh và Tỉnh ủy.",
     [("Ban Dân vận Tỉnh ủy Hà Nam", "tỉnh Hà Nam", ("Ban Dân vận Tỉnh ủy Hà Nam", "Ban Dân vận Tỉnh ủy")),
      ("Ủy ban nhân dân tỉnh Hà Nam", "tỉnh Hà Nam", ("UBND tỉnh",)),
      ("Tỉnh ủy Hà Nam", "tỉnh Hà Nam", ("Tỉnh ủy",))]),
    ("of several units, from the one last named in the paragraph",
     "Tại huyện Củ Chi, UBND huyện họp.\nTại huyện Hóc Môn, UBND huyện họp.",
     [("Ủy ban nhân dân huyện Củ Chi", "huyện Củ Chi", ("UBND huyện",)),
      ("Ủy ban nhân dân huyện Hóc Môn", "huyện Hóc Môn", ("UBND huyện",))]),
    ("nothing is filled in where no unit is named",
     "Huyện ủy họp với UBND huyện.",
     [("Huyện ủy", None, ("Huyện ủy",)), ("Ủy ban nhân dân huyện", None, ("UBND huyện",))]),
    ("spellings and abbreviations of one body are one",
     "Uỷ ban nhân dân TP HCM họp. UBND TP.HCM kết luận. Ủy ban nhân dân thành phố Hồ Chí Minh giao.",
     [("Ủy ban nhân dân thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh",
       ("Uỷ ban nhân dân TP HCM", "UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"))]),
    ("the province's body is not that of the city of the same name",
     "UBND TP Sơn La họp. Chủ tịch UBND tỉnh Sơn La dự. UBND thành phố Sơn La báo cáo UBND tỉnh.",
     [("Ủy ban nhân dân thành phố Sơn La", "thành phố Sơn La", ("UBND TP Sơn La", "UBND thành phố Sơn La")),
      ("Ủy ban nhân dân tỉnh Sơn La", "tỉnh Sơn La", ("UBND tỉnh Sơn La", "UBND tỉnh"))]),
    ("nor a district's that of the town of the same name",
     "HĐND huyện Cao Lãnh và HĐND thành phố Cao Lãnh họp.",
     [("Hội đồng nhân dân huyện Cao Lãnh", "huyện Cao Lãnh", ("HĐND huyện Cao Lãnh",)),
      ("Hội đồng nhân dân thành phố Cao Lãnh", "thành phố Cao Lãnh", ("HĐND thành phố Cao Lãnh",))]),
    ("a name without a type word is the province's",
     "Công an TP Thái Nguyên phối hợp Công an tỉnh Thái Nguyên. Theo Công an Thái Nguyên, việc đã xong.",
     [("Công an thành phố Thái Nguyên", "thành phố Thái Nguyên", ("Công an TP Thái Nguyên",)),
      ("Công an tỉnh Thái Nguyên", "tỉnh Thái Nguyên", ("Công an tỉnh Thái Nguyên", "Công an Thái Nguyên"))]),
    ("a district's name without a type word is that of the one named",
     "UBND huyện Củ Chi họp. Theo UBND Củ Chi, việc đã xong.",
     [("Ủy ban nhân dân huyện Củ Chi", "huyện Củ Chi", ("UBND huyện Củ Chi", "UBND Củ Chi"))]),
    ("the committees of a province and of its city",
     "Thành ủy Thái Nguyên họp với Tỉnh ủy Thái Nguyên và Thành ủy Hà Nội.",
     [("Thành ủy Thái Nguyên", "thành phố Thái Nguyên", ("Thành ủy Thái Nguyên",)),
      ("Tỉnh ủy Thái Nguyên", "tỉnh Thái Nguyên", ("Tỉnh ủy Thái Nguyên",)),
      ("Thành ủy Hà Nội", "thành phố Hà Nội", ("Thành ủy Hà Nội",))]),
    ("a national university is not the other one of its city",
     "ĐHQG Hà Nội và Trường Đại học Hà Nội ký kết với ĐHQG TP. HCM. Theo ĐHQGHN và ĐHQG TP.HCM, việc đã xong.",
     [("Đại học Quốc gia Hà Nội", None, ("ĐHQG Hà Nội", "ĐHQGHN")),
      ("Trường Đại học Hà Nội", None, ("Trường Đại học Hà Nội",)),
      ("Đại học Quốc gia Thành phố Hồ Chí Minh", None, ("ĐHQG TP. HCM", "ĐHQG TP.HCM"))]),
    ("embassies in several countries are several",
     "Đại sứ quán Việt Nam tại Lào họp với Đại sứ quán Việt Nam tại Nhật Bản. Đại sứ quán Mỹ tại Việt Nam gửi thư. Đại sứ quán Mỹ chờ.",
     [("Đại sứ quán Việt Nam tại Lào", None, ("Đại sứ quán Việt Nam tại Lào",)),
      ("Đại sứ quán Việt Nam tại Nhật Bản", None, ("Đại sứ quán Việt Nam tại Nhật Bản",)),
      ("Đại sứ quán Mỹ tại Việt Nam", None, ("Đại sứ quán Mỹ tại Việt Nam", "Đại sứ quán Mỹ"))]),
    ("an abbreviation given in brackets stands for the body after its head too",
     "Công ty Gang thép Thái Nguyên (TISCO) họp. Công ty TISCO lỗ. Theo TISCO, việc đã xong. Báo TISCO đưa tin.",
     [("Công ty Gang thép Thái Nguyên", "tỉnh Thái Nguyên",
       ("Công ty Gang thép Thái Nguyên", "TISCO", "Công ty TISCO")),
      ("Báo TISCO", None, ("Báo TISCO",))]),
    ("an abbreviation that is listed stands for the body that has it in brackets",
     "EVN lỗ. Tập đoàn Điện lực Việt Nam (EVN) họp. Cơ quan chuyên môn của Liên Hợp Quốc (FAO) giúp.",
     [("Tập đoàn Điện lực Việt Nam", None, ("EVN", "Tập đoàn Điện lực Việt Nam")),
      ("Liên Hợp Quốc", None, ("Liên Hợp Quốc",)), ("FAO", None, ("FAO",))]),
    ("an abbreviation of an agreement is not that of a party to it",
     "Hiệp định Thương mại tự do Việt Nam - Liên minh châu Âu (EVFTA) có lợi. EVFTA được ký.",
     [("Liên minh châu Âu", None, ("Liên minh châu Âu",))]),
    ("a firm is named by the end of its name",
     "Công ty cổ phần đầu tư Khánh Hà bị phạt. Công ty CP Khánh Hà và Công ty Khánh Hà im lặng. Tập đoàn FLC họp. FLC ký.",
     [("Công ty cổ phần đầu tư Khánh Hà", None,
       ("Công ty cổ phần đầu tư Khánh Hà", "Công ty CP Khánh Hà", "Công ty Khánh Hà")),
      ("Tập đoàn FLC", None, ("Tập đoàn FLC", "FLC"))]),
    ("but a plant is not its firm, and two schools of one sort are two",
     "Nhà máy Boeing đóng cửa. Boeing lãi. Trường Đại học Kinh tế, Trường Đại học Sư phạm Kinh tế và Trường Mầm non Tuổi Thơ họp. Trường Tuổi Thơ mở cửa.",
     [("Nhà máy Boeing", None, ("Nhà máy Boeing",)), ("Boeing", None, ("Boeing",)),
      ("Trường Đại học Kinh tế", None, ("Trường Đại học Kinh tế",)),
      ("Trường Đại học Sư phạm Kinh tế", None, ("Trường Đại học Sư phạm Kinh tế",)),
      ("Trường Mầm non Tuổi Thơ", None, ("Trường Mầm non Tuổi Thơ", "Trường Tuổi Thơ"))]),
    ("nor does a firm shorten two others",
     "Công ty TNHH Sao Mai và Công ty CP Sao Mai họp. Công ty Sao Mai im lặng.",
     [("Công ty TNHH Sao Mai", None, ("Công ty TNHH Sao Mai",)), ("Công ty cổ phần Sao Mai", None, ("Công ty CP Sao Mai",)),
      ("Công ty Sao Mai", None, ("Công ty Sao Mai",))]),
    ("VN is Việt Nam",
     "Hội Nhà báo VN họp. Hội Nhà báo Việt Nam trao giải.",
     [("Hội Nhà báo Việt Nam", None, ("Hội Nhà báo VN", "Hội Nhà báo Việt Nam"))]),
    ("a short name joins the only longer one",
     "Công ty CP Xây dựng Thành Sen và Ban Dân vận Huyện ủy Cái Bè ký. Ban Dân vận báo cáo.",
     [("Công ty cổ phần Xây dựng Thành Sen", None, ("Công ty CP Xây dựng Thành Sen",)),
      ("Ban Dân vận Huyện ủy Cái Bè", "huyện Cái Bè", ("Ban Dân vận Huyện ủy Cái Bè", "Ban Dân vận"))]),
    ("a short name that could be two stays its own",
     "Ban Dân vận Huyện ủy Cái Bè và Ban Dân vận Huyện ủy Chợ Gạo ký. Ban Dân vận báo cáo.",
     [("Ban Dân vận Huyện ủy Cái Bè", "huyện Cái Bè", ("Ban Dân vận Huyện ủy Cái Bè",)),
      ("Ban Dân vận Huyện ủy Chợ Gạo", "huyện Chợ Gạo", ("Ban Dân vận Huyện ủy Chợ Gạo",)),
      ("Ban Dân vận", None, ("Ban Dân vận",))]),
    ("ministries of several countries are several",
     "Bộ Quốc phòng gặp Bộ Quốc phòng Lào.",
     [("Bộ Quốc phòng", None, ("Bộ Quốc phòng",)), ("Bộ Quốc phòng Lào", None, ("Bộ Quốc phòng Lào",))]),
    ("an abbreviation in brackets stands for the body from then on",
     "Tổng công ty Cấp nước Sao Mai (TCS) ký. Theo TCS, việc đã xong.",
     [("Tổng công ty Cấp nước Sao Mai", None, ("Tổng công ty Cấp nước Sao Mai", "TCS"))]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in GROUPS], ids=[row[0] for row in GROUPS])
def test_bodies_of_a_document(text, expected):
    document = extract(text)
    assert [(body.name, body.place, body.aliases) for body in document.organisations] == expected
    assert all(text[mention.start:mention.end] == mention.text
               for body in document.organisations for mention in body.mentions)


@pytest.mark.parametrize(("text", "levels"), [
    ("UBND thành phố Quảng Ngãi họp với UBND tỉnh Quảng Ngãi.", ["district", "province"]),
    ("Công an tỉnh Thái Nguyên và Công an TP Thái Nguyên phối hợp.", ["province", "district"]),
    ("Thành ủy Bắc Giang và Thành ủy Hà Nội họp.", ["district", "province"]),
    ("Theo báo Nhân Dân và báo Quân đội nhân dân.", ["central", "central"]),
    ("Thành phố Hội An họp. Chánh Văn phòng Thành ủy và Thành ủy Hội An ký.", ["district", "district"]),
    ("Thành đoàn Vinh họp với Tỉnh đoàn Nghệ An.", ["district", "province"]),
])
def test_level_of_bodies_of_the_same_name(text, levels):
    assert [body.level for body in extract(text).organisations] == levels


def test_an_office_is_held_in_the_completed_body():
    [official] = extract("Tỉnh ủy Hà Nam họp. Bà Lê Thị Nga, Trưởng Ban Dân vận Tỉnh ủy, dự.").officials
    assert official.positions[0].organisation == "Ban Dân vận Tỉnh ủy Hà Nam"


def test_the_text_is_quoted_as_it_was_read():
    text = "Uỷ\u00a0ban nhân dân tỉnh Hoà Bình họp."
    [body] = extract(text).organisations
    assert body.mentions[0].text == "Uỷ\u00a0ban nhân dân tỉnh Hoà Bình"
    assert body.aliases == ("Uỷ ban nhân dân tỉnh Hoà Bình",)


# Names of people and of countries beside a place, and the canonical name that the body must have.
PLACED = [
    ("Phó Bí thư Tỉnh uỷ, Chủ tịch UBND tỉnh Nguyễn Cảnh Bình; bà Vi Thị Ánh dự.", "Ủy ban nhân dân tỉnh"),
    ("Tại xã Khánh Vĩnh Yên, Chủ tịch UBND xã Đặng Trần Phú cho biết.", "Ủy ban nhân dân xã Khánh Vĩnh Yên"),
    ("Ông Lê Văn An, Bí thư Tỉnh ủy Lào Cai, dự.", "Tỉnh ủy Lào Cai"),
    ("Ông Lê Văn An, Bí thư Huyện ủy Nga Sơn, dự.", "Huyện ủy Nga Sơn"),
    ("Ông Lê Văn An, Bí thư Huyện ủy Đức Thọ, dự.", "Huyện ủy Đức Thọ"),
    ("Ông Lê Văn An, Bí thư Huyện đoàn Đức Cơ, dự.", "Huyện đoàn Đức Cơ"),
    ("Tại Nghệ An, ông Lê Văn An - Phó Bí thư Tỉnh uỷ, Chủ tịch HĐND tỉnh Hà Tĩnh dự.", "Tỉnh ủy Hà Tĩnh"),
    ("Tại Gia Lai, Giám đốc Trung tâm Kiểm soát bệnh tật tỉnh Ksor Nhan cho biết.",
     "Trung tâm Kiểm soát bệnh tật tỉnh Gia Lai"),
    ("HĐND tỉnh Sóc Trăng khóa X khai mạc kỳ họp.", "Hội đồng nhân dân tỉnh Sóc Trăng"),
]


@pytest.mark.parametrize(("text", "name"), PLACED, ids=[row[0][:40] for row in PLACED])
def test_a_person_or_a_country_is_no_place(text, name):
    assert name in [body.name for body in extract(text).organisations]
