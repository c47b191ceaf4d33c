"""Title, date and place of a document."""

from __future__ import annotations

import pytest

from danvan_cli import extract

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
    ("", None, None),
]


@pytest.mark.parametrize(("text", "title", "date"), HEADS, ids=range(len(HEADS)))
def test_title_and_date(text, title, date):
    document = extract(text)
    assert (document.title, document.date) == (title, date)


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
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[row[0][:30] for row in PLACES])
def test_place(text, expected):
    place = extract(text).place
    assert (place and (place.name, place.level, place.now)) == expected
