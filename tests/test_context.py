"""Title, date and place of a document."""

from __future__ import annotations

import textwrap

import pytest

from danvan_cli import extract
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment

LEXICON = Lexicon()

BODY = "\n\nSáng 12/3, tại thị trấn, Huyện ủy Kỳ Sơn tổ chức hội nghị giao ban. Huyện ủy Kỳ Sơn giao các xã thực hiện.\n"

# A text, its title and its date.
HEADS = [
    ("Kỳ Sơn đẩy mạnh công tác dân vận\nThứ Ba, 12/3/2024 | 08:15" + BODY,
     "Kỳ Sơn đẩy mạnh công tác dân vận", "2024-03-12"),
    ("Chủ Nhật, 24/9/2023\nKỳ Sơn đẩy mạnh công tác dân vận" + BODY,  # the page's own date, not the article's
     "Kỳ Sơn đẩy mạnh công tác dân vận", None),
    ("PHÓNG SỰ\nNgười giữ lửa bản Na\nNgày đăng: 05/07/2024 - Lượt xem: 1.204" + BODY,
     "Người giữ lửa bản Na", "2024-07-05"),
    ("HUYỆN ỦY KỲ SƠN\n*\nSố 12-BC/HU\n\nKỳ Sơn, ngày 3 tháng 4 năm 2024\n\nBÁO CÁO\nkết quả công tác quý I" + BODY,
     "BÁO CÁO kết quả công tác quý I", "2024-04-03"),
    ("Ngày 9/7, huyện Kỳ Sơn sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024.\nHuyện đã họp.",
     None, "2024-07-09"),
    ("Ngày 9/7, huyện họp bàn kế hoạch đến năm 2030.\nHuyện đã họp.", None, None),
    # The day above the title is that of the visit, unless the text reports an event of the days before it.
    ("Thứ Sáu, 15/3/2024\nKỳ Sơn đẩy mạnh công tác dân vận" + BODY, "Kỳ Sơn đẩy mạnh công tác dân vận", "2024-03-15"),
    ("Hôm nay, 12/7/2024 08:15\nKỳ Sơn đẩy mạnh công tác dân vận" + BODY, "Kỳ Sơn đẩy mạnh công tác dân vận", None),
    ("Thứ Sáu, 12/7/2024 08:15\nĐường về bản\nSáng 12/3/2021, tại thị trấn, Huyện ủy Kỳ Sơn họp. Huyện ủy giao các xã.",
     "Đường về bản", "2021-03-12"),
    ("Trang chủ\n" * 30 + "Dân vận\n15/3/2024\nĐường về bản" + BODY, "Đường về bản", "2024-03-15"),
    ("Trang chủ\nDân vận\n12/7/2024\nĐường về bản" + BODY, "Đường về bản", None),
    ("Trang chủ\nDân vận\n12/7/2024\nĐường về bản\nHuyện ủy đã họp.", "Đường về bản", "2024-07-12"),
    ("Thứ Sáu, 12/7/2024 08:15\nĐường về bản\nNgày đăng: 13/3/2021" + BODY, "Đường về bản", "2021-03-13"),
    ("HUYỆN ỦY KỲ SƠN\n*\nKỳ Sơn, ngày 3/4/2024\n\nBÁO CÁO\nkết quả quý I" + BODY, "BÁO CÁO kết quả quý I", "2024-04-03"),
    ("Thứ Ba, ngày 12 tháng 3 năm 2024\nĐường về bản" + BODY, "Đường về bản", "2024-03-12"),
    ("Đường về bản\n(Cập nhật ngày 13 tháng 3 năm 2024)" + BODY, "Đường về bản", "2024-03-13"),
    ("Đường về bản\nHoài Nam - 13/3/2024 08:15" + BODY, "Đường về bản", "2024-03-13"),
    # Titles of two lines, which end with a colon or are in capitals.
    ("HUYỆN ỦY KỲ SƠN TỔ CHỨC HỘI NGHỊ\nGIAO BAN CÔNG TÁC DÂN VẬN QUÝ I\n13/3/2024 (GMT+7)" + BODY,
     "HUYỆN ỦY KỲ SƠN TỔ CHỨC HỘI NGHỊ GIAO BAN CÔNG TÁC DÂN VẬN QUÝ I", "2024-03-13"),
    ("CÔNG TÁC DÂN VẬN\nĐƯỜNG VỀ BẢN" + BODY, "ĐƯỜNG VỀ BẢN", None),
    ("Mường Típ:\nĐường về bản" + BODY, "Mường Típ: Đường về bản", None),
    ("Sáng 12/3/2024, tại Mường Típ,\n" + BODY, None, "2024-03-12"),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "title", "date"), HEADS, ids=range(len(HEADS)))
def test_title_and_date(text, title, date):
    document = extract(text)
    assert (document.title, document.date) == (title, date)


# Lines above the text and below it, with the title, date, author and publisher that they tell.
STAMPED = ("Mường Típ làm tốt công tác dân vận ngay từ đầu năm", "2024-03-12")
LAYOUTS = [
    (["Thứ ba, 12/03/2024 08:15", STAMPED[0]], ["Nguyễn Hoài Nam"], (*STAMPED, "Nguyễn Hoài Nam", "BNA")),
    ([STAMPED[0], "Thứ ba, 12/03/2024 08:15"], ["Theo báo Nghệ An"], (*STAMPED, None, "báo Nghệ An")),
    ([STAMPED[0], "Cập nhật lúc 08:15, Thứ Ba, 12/03/2024 (GMT+7)"], ["Tin, ảnh: Hoài Nam"], (*STAMPED, "Hoài Nam", "BNA")),
    ([STAMPED[0], "Hoài Nam", "12/03/2024 - 08:15"], ["Nguồn: Ban Dân vận Tỉnh ủy"],
     (*STAMPED, "Hoài Nam", "Ban Dân vận Tỉnh ủy")),
    ([STAMPED[0], "Hoài Nam | 08:15 12/03/2024"], ["Theo TTXVN"], (*STAMPED, "Hoài Nam", "TTXVN")),
    (["Thời sự", STAMPED[0], "Thứ ba, ngày 12/03/2024 - 08:15"], ["(Theo baonghean.vn)"], (*STAMPED, None, "baonghean.vn")),
]
TEXT = (
    ("(BNA) - Sáng 12/3, tại xã Mường Típ, Huyện ủy Kỳ Sơn tổ chức hội nghị giao ban công tác dân vận quý I với 45 đại biểu "
     "các xã, thị trấn tham dự."),
    "Trong quý, Khối dân vận các xã đã tham mưu tổ chức 12 cuộc đối thoại với nhân dân, có 1.250 lượt người tham dự.",
    "Đồng chí Lò Văn An, Phó Bí thư Huyện ủy đề nghị các xã quan tâm hơn đến công tác nắm tình hình nhân dân.")


@pytest.mark.parametrize("width", [None, *range(48, 62), 80])
@pytest.mark.parametrize(("head", "tail", "expected"), LAYOUTS, ids=[row[0][-1] for row in LAYOUTS])
def test_lines_around_a_text_are_read_apart_however_it_is_wrapped(head, tail, expected, width):
    lines = [*head, *TEXT, *tail]
    wrapped = [line for whole in lines for line in (textwrap.wrap(whole, width) if width else [whole])]
    document = extract("\n".join(wrapped) + "\n")
    assert (document.title, document.date, document.author, document.publisher) == expected
    assert len(document.officials) == 1
    assert len(document.indicators) == 3


@pytest.mark.parametrize("width", range(44, 100))
def test_days_names_and_abbreviations_inside_wrapped_sentences_part_nothing(width):
    text = ("Tại xã Mường Típ, đoàn công tác của Liên đoàn Thanh niên (LĐTN) Vừ Bá Long đã họp trong hai ngày "
            "10/3/2024, 12/3/2024 và đề nghị các xã làm xong đường trước ngày 30/4/2024, giao việc này cho đồng chí Lò Văn An. "
            "Xã Mường Típ có 12 bản, xã Mường Ải có 9 bản (theo Báo Nghệ An), xã Na Ngoi có 21 bản; trong các bản ấy, theo "
            "TTXVN, đã có 14 bản làm xong đường từ ngày 12/2/2024, 7 bản làm xong từ năm trước. Ảnh chụp của anh Hoài Nam.")
    assert len(segment("\n".join(textwrap.wrap(text, width)), LEXICON).paragraphs) == 1


# A text and its place with the successor since 1 July 2025.
PLACES = [
    ("Tỉnh ủy Hậu Giang họp. Tỉnh ủy Hậu Giang giao UBND tỉnh Hậu Giang thực hiện.",
     ("tỉnh Hậu Giang", "province", "thành phố Cần Thơ")),
    ("Huyện Củ Chi: Dân hiến đất mở đường\n\nUBND huyện Củ Chi (TP HCM) cho biết dân đã hiến đất.",
     ("huyện Củ Chi", "district", "thành phố Hồ Chí Minh")),
    ("Công an tỉnh Thanh Hoá cho biết. Công an tỉnh Thanh Hóa đang điều tra.",
     ("tỉnh Thanh Hóa", "province", None)),
    ("Bộ Nội vụ làm việc với Hà Nội, Lạng Sơn và Cà Mau.", None),
    ("Hội nghị đã kết thúc.", None),
    ("Họa sĩ Trần Lâm Bình vẽ tranh\n\nÔng Trần Lâm Bình mở triển lãm. Ông Trần Lâm Bình kể.", None),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[row[0][:30] for row in PLACES])
def test_place(text, expected):
    place = extract(text).place
    assert (place and (place.name, place.level, place.now)) == expected
