"""Who is who: the mentions of one person in a document, and the forms of one office."""

from __future__ import annotations

import pytest

from danvan_cli import extract

# A text; for its first official the mentions with their kinds.
MENTIONS = [
    ("Ông Lê Bá Toàn, Bí thư Huyện ủy, đến dự. Ông Toàn trao quà.",
     [("Ông Lê Bá Toàn", "name"), ("Ông Toàn", "short")]),
    ("Bà Lê Thị Thùy Nga, Bí thư Huyện ủy, đến dự. Bà Thùy Nga trao quà.",
     [("Bà Lê Thị Thùy Nga", "name"), ("Bà Thùy Nga", "short")]),
    ("Ông Lê Bá Toàn, Bí thư Huyện ủy, đến dự. Bà Toàn trao quà.", [("Ông Lê Bá Toàn", "name")]),
    ("Bí thư Huyện ủy Lê Bá Toàn đến dự. Đồng chí Bí thư Huyện ủy trao quà.",
     [("Lê Bá Toàn", "name"), ("Đồng chí Bí thư Huyện ủy", "title")]),
    ("Chủ tịch Quốc hội Lê Thị Kim Nga đến dự. Bà Kim Nga trao quà.",
     [("Lê Thị Kim Nga", "name"), ("Bà Kim Nga", "short")]),
    # a pronoun reaches further where nobody else was named since
    ("Ông Lê Bá Toàn quê ở xã Tân Hòa. " + "Dân trong xã trồng lúa và nuôi tôm. " * 16 + "Ông từng là Bí thư Huyện ủy.",
     [("Ông Lê Bá Toàn", "name")]),
    ("Ông Hoà đến dự. Ông Lê Bá Hòa là Bí thư Huyện ủy.", [("Ông Hoà", "short"), ("Ông Lê Bá Hòa", "name")]),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS, ids=[row[0] for row in MENTIONS])
def test_mentions_of_a_person(text, expected):
    official = extract(text).officials[0]
    assert [(mention.text, mention.kind) for mention in official.mentions] == expected
    assert all(text[mention.start:mention.end] == mention.text for mention in official.mentions)


# A text; the offices of its first official, each once and in its fullest form.
FORMS = [
    ("Ông Lê Bá Toàn, Giám đốc Sở Nội vụ tỉnh Hà Nam, chủ trì. Theo ông Lê Bá Toàn - Giám đốc Sở - đã xong.",
     ["Giám đốc Sở Nội vụ tỉnh Hà Nam"]),
    ("Chủ tịch Lê Bá Toàn chủ trì. Ông Lê Bá Toàn, Chủ tịch UBND huyện Cái Bè, kết luận.",
     ["Chủ tịch UBND huyện Cái Bè"]),
    ("Ông Lê Bá Toàn, Chủ tịch Hội Nông dân tỉnh, đến. Ông Lê Bá Toàn làm Chủ tịch tổ chức này hai năm rồi.",
     ["Chủ tịch Hội Nông dân tỉnh"]),
    ("Ông Lê Bá Toàn, Ủy viên dự khuyết Trung ương Đảng khóa X, Ủy viên Trung ương Đảng khóa XI, dự.",
     ["Ủy viên dự khuyết Trung ương Đảng", "Ủy viên Trung ương Đảng"]),
    ("Bộ trưởng Bộ Nội vụ Lê Bá Toàn đến. Bộ trưởng Nội vụ Lê Bá Toàn nói.", ["Bộ trưởng Bộ Nội vụ"]),
    ("Ông Lê Bá Toàn, Phó Chủ tịch UBND xã, nay là Chủ tịch UBND xã.",
     ["Phó Chủ tịch UBND xã", "Chủ tịch UBND xã"]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_each_office_once_in_its_fullest_form(text, expected):
    assert [position.text for position in extract(text).officials[0].positions] == expected


# Words of an office that name a unit and no body; the body it leads there, and the unit.
UNITS = [
    ("Chủ tịch huyện Củ Chi", "Ủy ban nhân dân huyện Củ Chi", "huyện Củ Chi"),
    ("Phó Chủ tịch Hà Nội", "Ủy ban nhân dân thành phố Hà Nội", "thành phố Hà Nội"),
    ("PCT phường Bến Nghé", "Ủy ban nhân dân phường Bến Nghé", "phường Bến Nghé"),
    ("Bí thư Hà Nội", "Thành ủy Hà Nội", "thành phố Hà Nội"),
    ("Phó Bí thư tỉnh Hậu Giang", "Tỉnh ủy Hậu Giang", "tỉnh Hậu Giang"),
    ("Bí thư huyện Mường La", "Huyện ủy Mường La", "huyện Mường La"),
    ("Bí thư xã Tạ Bú, huyện Mường La", "Đảng ủy xã Tạ Bú", "xã Tạ Bú"),
    ("Chủ tịch huyện", "Ủy ban nhân dân huyện Cái Bè", "huyện Cái Bè"),  # that of the document
    ("Trưởng thôn 5", None, None),
    ("Chủ tịch", None, None),
]


@pytest.mark.parametrize(("words", "organisation", "place"), UNITS, ids=[row[0] for row in UNITS])
def test_an_office_of_a_unit_is_held_in_the_body_that_it_leads(words, organisation, place):
    [official] = extract(f"UBND huyện Cái Bè họp. {words} Lê Bá Toàn đến dự.").officials
    [position] = official.positions
    assert (position.text, position.organisation, position.place) == (words, organisation, place)


def test_the_unit_and_its_body_are_one_office():
    text = "Bí thư Thành ủy Hà Nội Lê Bá Toàn đến dự. Theo Bí thư Hà Nội Lê Bá Toàn, việc này gấp."
    [official] = extract(text).officials
    assert [position.text for position in official.positions] == ["Bí thư Thành ủy Hà Nội"]


def test_a_name_is_one_whatever_its_spelling():
    text = "Ông Lê Thị Thuỷ Hoà, Bí thư Huyện ủy, dự. ÔNG LÊ THỊ THỦY HÒA. Ông Lê Thị Thủy Hòa nói."
    [official] = extract(text).officials
    assert official.name == "Lê Thị Thuỷ Hoà"
    assert len(official.mentions) == 3


def test_names_are_quoted_as_written_also_from_decomposed_text():
    text = "Ông Lê Bá Toàn, Bí thư Huyện ủy, dự."  # decomposed vowels
    [official] = extract(text).officials
    assert [text[m.start:m.end] for m in official.mentions] == [m.text for m in official.mentions]


# The end of a paper, and who signs it as what.
SIGNATURES = [
    ("CHÁNH VĂN PHÒNG UBND TỈNH\n(đã ký)\nLê Bá Toàn\n", "Lê Bá Toàn", ["CHÁNH VĂN PHÒNG UBND TỈNH"]),
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Bá Toàn\n", "Lê Bá Toàn", ["PHÓ CHỦ TỊCH"]),
    ("TRƯỞNG THÔN\n(Ký, ghi rõ họ tên)\nLê Bá Toàn\n", "Lê Bá Toàn", ["TRƯỞNG THÔN"]),
    ("TM. BAN THƯỜNG VỤ\nBÍ THƯ\nLÊ BÁ TOÀN\n", "Lê Bá Toàn", ["BÍ THƯ"]),
]


@pytest.mark.parametrize(("block", "name", "offices"), SIGNATURES, ids=[row[0] for row in SIGNATURES])
def test_signatures(block, name, offices):
    text = "UBND tỉnh yêu cầu các sở thực hiện nghiêm thông báo này.\n\n" + block
    [official] = extract(text).officials
    assert (official.name, [position.text for position in official.positions]) == (name, offices)


def test_signatures_side_by_side():
    text = ("Biên bản lập xong lúc 10 giờ.\n\nTRƯỞNG THÔN          BÍ THƯ CHI BỘ\n(Ký tên)             (Ký tên)\n"
            "Hồ Thị Nga           Lê Bá Toàn\n")
    assert [(official.name, [position.text for position in official.positions]) for official in extract(text).officials
            ] == [("Hồ Thị Nga", ["TRƯỞNG THÔN"]), ("Lê Bá Toàn", ["BÍ THƯ CHI BỘ"])]


def test_an_unnamed_board_is_that_of_the_committee_of_ones_other_offices():
    text = "Đồng chí Lê Bá Toàn, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy Bến Tre, dự."
    first = extract(text).officials[0].positions[0]
    assert (first.title, first.organisation) == ("Ủy viên Ban Thường vụ", "Ban Thường vụ Tỉnh ủy Bến Tre")
