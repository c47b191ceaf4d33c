"""Where sentences and paragraphs end."""

import textwrap

import pytest

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment

LEXICON = Lexicon()


def sentences(text: str) -> list[str]:
    page = segment(text, LEXICON)
    return [page.quote(s.start, s.end).text for p in page.paragraphs for s in p.sentences]


def paragraphs(text: str) -> list[str]:
    page = segment(text, LEXICON)
    return [" ".join(page.quote(p.start, p.end).text.split()) for p in page.paragraphs]


# A bar stands where one sentence ends and the next begins, without spaces where the text has none.
CUT = [
    # stops
    "Hội nghị khai mạc sáng nay. | Ông Bình chủ trì.",
    "Dự án chậm ở khâu nào? | Ai chịu trách nhiệm! | Chưa rõ.",
    "Đợt này có gạo, mì, nước mắm... | Xã đã phát cho 40 hộ.",
    "Đợt này có gạo, mì, nước mắm… | Xã đã phát cho 40 hộ.",
    "Các sở, ban, ngành... của tỉnh cùng dự.",
    "Ít nhất là... 500 người đã đến.",
    "Hội nghị kết thúc.|Ông Bình cảm ơn các đại biểu.",
    # abbreviations
    "Thường trực Thành ủy TP. Long Xuyên họp.",
    "Ông sống ở Q. Tân Bình, TP. HCM từ nhỏ.",
    "Người dân P. Bến Thành, Q. 1 đồng tình.",
    "TS. Trần Văn Bình và PGS.TS. Lê Thị Cúc cùng dự.",
    "Th.S Nguyễn Thị Hoa, ThS. Lê An và BS.CKII Võ Minh cùng đi.",
    "Ông Bình (Giám đốc Sở LĐ-TB&XH) dự. | Sau đó ông phát biểu.",
    "Xem tr. 25 và tr. 30 của báo cáo.",
    "Cuộc họp bàn giá điện, giá nước, v.v. trong tỉnh.",
    # abbreviations that end a sentence all the same
    "Ông đã kiểm tra 12 chợ trên địa bàn TP. | Theo đó, 3 chợ vi phạm.",
    "Việc này đã báo cáo UBND TP. | Thời hạn trả lời là 15 ngày.",
    "Xe chạy 70 km/h. | Sau đó xe dừng lại.",
    "Cuộc họp bắt đầu lúc 9h. | Ông Bình chủ trì.",
    # initials
    "Công an mời ông Nguyễn Văn A. lên làm việc.",
    "Công an mời ông Nguyễn Văn A. | Sau khi làm việc, ông ra về.",
    "Bài và ảnh: N.V. T.",
    # numbers
    "Tỉnh thu 1.250,5 tỷ đồng. | Năm trước là 1.100 tỷ.",
    "Cuộc họp diễn ra ngày 5/6/2024. | 30 đại biểu dự.",
    "Điều 5. Phạm vi áp dụng",
    "Phụ lục II. Danh sách xã",
    "1. Công tác dân vận",
    "2.1. Kết quả đạt được",
    "III. Tổ chức thực hiện",
    "a) Các sở, ngành phối hợp. | b) Các huyện báo cáo.",
    # quotations
    '"Chúng tôi sẽ làm." | Ông Bình nói.',
    'Ông hỏi: "Ai làm?" | Không ai đáp.',
    'Ông nói: "Việc này khó. | Nhưng phải làm". | Mọi người đồng ý.',
    'Dân chưa đồng tình. | " Chúng tôi cần đối thoại " - ông Bình nói.',
    'Ông nói: " Phải đối thoại với dân. " | Huyện đã đồng ý.',
    '"Dân cần biết!" - ông Bình nói.',
    "“Dân cần biết.” | “Đúng vậy.”",
    "(Ảnh: Minh Tâm.) | Hội nghị kéo dài hai ngày.",
    # lists in a line
    "Kết quả như sau. | - Thu ngân sách tăng. | + Chi giảm. | * Nợ không đổi.",
]


def unmarked(marked: str) -> str:
    return marked.replace(" | ", " ").replace("|", "")


@pytest.mark.parametrize("marked", CUT)
def test_sentences_end_where_they_end(marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("|")]
    assert sentences(unmarked(marked)) == expected


@pytest.mark.parametrize("marked", CUT)
def test_line_ends_of_windows_change_nothing(marked: str) -> None:
    text = unmarked(marked)
    found = sentences(f"{text}\r\n\r\n{text}\r\n")
    assert found == sentences(text) * 2


REPORT = [
    "BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN QUÝ II",
    ("Trong quý, Ban Dân vận Tỉnh ủy đã phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể "
     "tổ chức 125 cuộc đối thoại với nhân dân, giải quyết 98% kiến nghị. Kết quả cao hơn quý trước."),
    ("Đồng chí Nguyễn Văn Bình, Trưởng Ban Dân vận Tỉnh ủy, yêu cầu các huyện, thị xã tiếp tục thực hiện tốt "
     "quy chế dân chủ ở cơ sở, nhất là tại những nơi đang giải phóng mặt bằng."),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_of_a_fixed_width_are_joined(width: int, line_end: str) -> None:
    lines = [textwrap.fill(paragraph, width) for paragraph in REPORT]
    assert paragraphs("\n\n".join(lines).replace("\n", line_end)) == REPORT


@pytest.mark.parametrize(("text", "expected"), [
    ("Ông Bình\nÔng An", ["Ông Bình", "Ông An"]),
    ("Ban Dân vận phối hợp với\ncác đoàn thể.", ["Ban Dân vận phối hợp với các đoàn thể."]),
    ("Ban Dân vận phối hợp với\r\ncác đoàn thể.", ["Ban Dân vận phối hợp với các đoàn thể."]),
    ("Ban Dân vận phối hợp với\n\ncác đoàn thể.", ["Ban Dân vận phối hợp với", "các đoàn thể."]),
    ("Đã xong.\nÔng Bình cảm ơn.", ["Đã xong.", "Ông Bình cảm ơn."]),
    ("Gồm:\n- gạo\n- mì", ["Gồm:", "- gạo", "- mì"]),
    (" \n\t\n", []),
    ("", []),
])
def test_a_paragraph_is_a_line_unless_it_runs_on(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_the_items_of_a_list_stay_apart_in_broken_lines() -> None:
    items = ["- Tuyên truyền, vận động nhân dân chấp hành chủ trương của Đảng, pháp luật của Nhà nước;",
             "- Đối thoại với nhân dân ít nhất hai lần trong năm tại từng xã, phường, thị trấn của tỉnh;",
             "- Tiếp công dân định kỳ, giải quyết kịp thời đơn thư khiếu nại, tố cáo, kiến nghị của dân."]
    text = "\n".join(textwrap.fill(item, 60) for item in items)
    assert paragraphs(text) == items
