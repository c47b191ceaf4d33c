"""Page furniture, captions and credits: which line is what, and that none of it is read as the text."""

from __future__ import annotations

import pytest

from danvan_cli import Text, extract
from danvan_cli.document import Mark
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment
from danvan_cli.segment.furniture import is_furniture
from danvan_cli.text.fold import fold_string, lower

LEXICON = Lexicon()

PROSE = ("Sáng 12/3/2024, tại xã Mường Típ, Huyện ủy Kỳ Sơn tổ chức hội nghị giao ban công tác dân vận quý I với sự tham dự "
         "của 45 đại biểu các xã, thị trấn trên địa bàn huyện.")

FURNITURE = [
    ("Lượt xem: 1.234", True),
    ("1.234 lượt xem", True),
    ("Bình luận (3)", True),
    ("Lượt xem: 2.657 | Bình luận (3) | Chia sẻ | Gửi cho bạn bè", True),
    ("Lượt xem: 1.284   Thích 17   Chia sẻ 4", True),
    ("Trang chủ | Chính trị | Xây dựng Đảng", True),
    ("Trang chủ » Tin tức » Dân vận", True),
    ("Cỡ chữ: A- A+", True),
    ("Từ khóa: dân vận khéo, giao ban, Kỳ Sơn", True),
    ("Tags: dân vận, Kỳ Sơn", True),
    ("Xem thêm: Kỳ Sơn tặng quà hộ nghèo", True),
    ("dan-van-kheo", True),
    ("Chia sẻ Facebook Zalo", True),
    ("Tổng Biên tập: Ngô Đức Kiên", True),
    ("© 2024 Báo Nghệ An", True),
    ("Tổng Biên tập Báo Nghệ An Ngô Đức Kiên phát biểu", False),
    ("Chia sẻ với báo chí, ông Lò Văn An cho biết huyện đã làm 12 km đường.", False),
    ("Bình luận về kết quả này, bà Lò Thị Mai nói dân rất vui.", False),
    ("Phản hồi của người dân rất tích cực.", False),
    ("Hôm nay, 12/7/2024", False),
    ("Nội dung hội nghị gồm 3 phần", False),
    ("Tin tưởng vào tương lai", False),
    ("> > Xem video: Con đường của lòng dân", False),
    ("Từ khóa của năm là dân vận khéo.", False),
]


@pytest.mark.parametrize(("line", "expected"), FURNITURE, ids=[row[0] for row in FURNITURE])
def test_furniture_is_told_from_prose_that_begins_alike(line, expected):
    assert is_furniture(lower(fold_string(line)), LEXICON) is expected


def test_search_terms_repeat_their_words_and_so_does_any_long_line_of_prose():
    terms = "dân vận khéo Kỳ Sơn, tin dân vận, xem tin Kỳ Sơn, " * 8
    assert is_furniture(lower(fold_string(terms)), LEXICON)
    prose = PROSE.removesuffix(".") + ", "
    assert not is_furniture(lower(fold_string(prose * 100)), LEXICON)


# The lines of a page, and their kinds where they are not body.
PAGES = [
    ([PROSE, "Mai Hương"], ["body", "byline"]),
    ([PROSE, "MAI HƯƠNG - LÒ AN"], ["body", "byline"]),
    ([PROSE, "Mai Hương (tổng hợp)"], ["body", "byline"]),
    ([PROSE, "Bài, ảnh: Hoài Nam"], ["body", "byline"]),
    ([PROSE, "Nhóm PV Tây Bắc"], ["body", "byline"]),
    ([PROSE, "Hoài Nam - Ban Dân vận Huyện ủy"], ["body", "byline"]),
    ([PROSE, "Lò Văn An - Trưởng Ban Dân vận Huyện ủy"], ["body", "body"]),  # an official below a picture
    ([PROSE, "Khánh Vi - Ảnh: Hoài Nam"], ["body", "byline", "credit"]),
    ([PROSE, "Ông Lò Văn An - Ảnh: Hoài Nam"], ["body", "caption", "credit"]),
    ([PROSE, "Ông Lò Văn An"], ["body", "body"]),
    ([PROSE, "Anh Ngọc"], ["body", "byline"]),
    ([PROSE, "Trường Tiểu học Na Ngoi"], ["body", "body"]),
    ([PROSE, "Báo Nhân Dân"], ["body", "source"]),
    ([PROSE, "Báo Nhân Dân sẽ tiếp tục thông tin"], ["body", "body"]),
    ([PROSE, "Báo cáo kết quả về Bộ trước ngày 10/6"], ["body", "body"]),
    ([PROSE, "Theo TTXVN"], ["body", "source"]),
    ([PROSE, "(baonghean.vn)"], ["body", "source"]),
    ([PROSE, "(Theo Báo Nhân Dân)"], ["body", "source"]),
    ([PROSE, "(Báo Nghệ An, số 3.812, ra ngày 13-3-2024)"], ["body", "source"]),
    ([PROSE, "Theo ông An, chưa có gì chắc chắn."], ["body", "body"]),
    ([PROSE, "Quang cảnh hội nghị. Ảnh: Mai Hương"], ["body", "caption", "credit"]),
    ([PROSE, "Bà con làm đường - Ảnh: HOÀI NAM"], ["body", "caption", "credit"]),
    ([PROSE, "Bà con làm đường (ảnh: TTXVN)"], ["body", "caption", "credit"]),
    ([PROSE, "Bà con làm đường - Ảnh HOÀI NAM"], ["body", "caption", "credit"]),
    ([PROSE, "Ảnh HOÀI NAM."], ["body", "credit"]),
    ([PROSE, "Ảnh: Hoài Nam"], ["body", "credit"]),
    ([PROSE, "Ảnh 1: Đồng chí Lò Văn An trao quà tặng hộ nghèo bản Na."], ["body", "caption"]),
    ([PROSE, "Ông kể lại câu chuyện trong bức ảnh: ngày ấy, đường chưa có."], ["body", "body"]),
    ([PROSE, "Mai Hương", "Quang cảnh hội nghị."], ["body", "byline", "caption"]),
    (["Đường về bản", "Mai Hương", PROSE, PROSE], ["body", "byline", "body", "body"]),
    (["Đường về bản", "Mai Hương", "Chia sẻ", PROSE, PROSE], ["body", "byline", "furniture", "body", "body"]),
    ([PROSE, "Tin liên quan", "Tặng 12 con bò cho hộ nghèo", "Kỳ Sơn làm 3 km đường"],
     ["body", "furniture", "furniture", "furniture"]),
    ([PROSE, "Tin liên quan", "Tặng 12 con bò cho hộ nghèo", PROSE], ["body", "furniture", "body", "body"]),
    ([PROSE, "Tin khác", "• Tặng 12 con bò cho hộ nghèo (28/2)", PROSE], ["body", "furniture", "furniture", "body"]),
    ([PROSE, ">> Tặng 12 con bò cho hộ nghèo", ">> Làm 3 km đường"], ["body", "furniture", "furniture"]),
    ([PROSE, ">> Tặng 12 con bò cho hộ nghèo"], ["body", "body"]),
    # A signature and a heading are no by-lines, nor is somebody of whom the text speaks.
    ([PROSE, "TRƯỞNG BAN", "(Đã ký)", "Lò Văn An"], ["body"] * 4),
    ([PROSE, PROSE, "KẾT QUẢ NHIỆM KỲ", PROSE], ["body"] * 4),
    ([PROSE, "Ông Lò Văn An phát biểu rằng dân vận là việc của tất cả mọi người.", "Lò Văn An"], ["body"] * 3),
    ([PROSE, "Hà Nam"], ["body", "body"]),
]


@pytest.mark.parametrize(("lines", "kinds"), PAGES, ids=[row[0][-1][:40] for row in PAGES])
def test_each_line_of_a_page_has_its_kind(lines, kinds):
    page = segment("\n\n".join(lines), LEXICON)
    assert [paragraph.kind for paragraph in page.paragraphs] == kinds


def test_related_links_and_counters_give_nothing():
    links = ("Tin liên quan\nChủ tịch UBND tỉnh Nghệ An Trần Văn Bình thăm Quỳ Hợp\nSở Y tế tặng 120 suất quà\n\nLượt xem: 1.234")
    assert extract(f"{PROSE}\n\n{links}").to_dict() == extract(PROSE).to_dict()


def test_captions_are_read_for_people_and_their_credits_are_not():
    document = extract(f"{PROSE}\n\nBí thư Huyện ủy Lò Mai Hương trao quà. Ảnh: Mai Hương\n\nTin, ảnh: Mai Hương")
    official, = document.officials
    assert [mention.text for mention in official.mentions] == ["Lò Mai Hương"]
    assert document.author == "Mai Hương"


def test_bodies_are_mentioned_in_credits():
    document = extract(f"{PROSE}\n\nHoài Nam - Ban Dân vận Huyện ủy Kỳ Sơn")
    assert "Ban Dân vận Huyện ủy Kỳ Sơn" in [body.name for body in document.organisations]


IMPRINTS = [
    (f"{PROSE}\n\nMai Hương", ("Mai Hương", None)),
    (f"{PROSE}\n\nTin, ảnh: MAI HƯƠNG – HOÀI NAM", ("MAI HƯƠNG – HOÀI NAM", None)),
    (f"{PROSE}\n\nHoài Nam (Theo TTXVN)", ("Hoài Nam", None)),  # what he wrote from, not who published it
    (f"{PROSE}\n\nNguồn: baonghean.vn", (None, "baonghean.vn")),
    (f"{PROSE}\n\n(Báo Nghệ An, số 3.812, ra ngày 13-3-2024)", (None, "Báo Nghệ An")),
    (f"Đường về bản\n\nTTXVN 9/7 - {PROSE}", (None, "TTXVN")),
    (f"Đường về bản\n\n(Chinhphu.vn) - {PROSE}\n\nHoài Nam", ("Hoài Nam", "Chinhphu.vn")),
    (f"Đường về bản\n\nNAO - {PROSE}", (None, "NAO")),
    (f"Đường về bản\n\n(ĐCSVN) - {PROSE}", (None, "ĐCSVN")),
    (f"Đường về bản\n\nĐCSVN - {PROSE}", (None, "ĐCSVN")),
    (f"Đường về bản\n\n(BNA) {PROSE}", (None, "BNA")),
    (f"Đường về bản\n\n(Quốc gia) {PROSE}", (None, None)),
    (f"{PROSE}\n\nNguồn: Ban Tuyên giáo Tỉnh ủy Nghệ An", (None, "Ban Tuyên giáo Tỉnh ủy Nghệ An")),
    (f"{PROSE}\n\nTheo báo Nghệ An", (None, "báo Nghệ An")),
    (f"Đường về bản\nHoài Nam\n13/3/2024\n\n{PROSE}", ("Hoài Nam", None)),
    (f"Đường về bản\n13/3/2024 08:15 | Báo Nghệ An\n\n{PROSE}\n\nMai Hương", ("Mai Hương", None)),
    (f"{PROSE}\n\nNguồn: Cục Thống kê\n\n{PROSE}\n{PROSE}", (None, None)),  # of a table or picture
    (PROSE, (None, None)),
]


@pytest.mark.parametrize(("text", "expected"), IMPRINTS, ids=range(len(IMPRINTS)))
def test_author_and_publisher(text, expected):
    document = extract(text)
    assert (document.author, document.publisher) == expected


def test_what_a_file_says_of_itself_goes_before_its_lines():
    content = f"Kỳ Sơn\nĐường về bản\n{PROSE}\nHoài Nam\nLiên hệ: Sở Y tế\n"
    marks = tuple(Mark(content.index(line), content.index(line) + len(line), kind) for line, kind in [
        ("Kỳ Sơn", "furniture"), ("Đường về bản", "title"), ("Hoài Nam", "heading"), ("Liên hệ: Sở Y tế", "furniture")])
    page = segment(content, LEXICON, marks)
    assert [paragraph.kind for paragraph in page.paragraphs] == ["furniture", "title", "body", "heading", "furniture"]
    document = extract(Text(content, author="Lò Mai", publisher="Báo Nghệ An", marks=marks))
    assert (document.title, document.author, document.publisher) == ("Đường về bản", "Lò Mai", "Báo Nghệ An")
    assert "Sở Y tế" not in [body.name for body in document.organisations]


def test_marks_count_the_characters_of_the_text_as_read():
    import unicodedata

    content = unicodedata.normalize("NFD", f"Bình luận của bạn đọc\n{PROSE}\nTòa soạn")
    end = content.index("\n")
    page = segment(content, LEXICON, (Mark(0, end, "furniture"), Mark(content.rindex("\n") + 1, len(content), "byline")))
    assert [(paragraph.kind, page.quote(paragraph.start, paragraph.end).text) for paragraph in page.paragraphs] == [
        ("furniture", content[:end]), ("body", content[end + 1:content.rindex("\n")]),
        ("byline", content[content.rindex("\n") + 1:])]
