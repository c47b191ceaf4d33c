"""Places of figures: the unit that a sentence speaks of, else that of the document."""

from __future__ import annotations

import pytest

from danvan_cli import extract

# A text and the place of each figure in it.
PLACES = [
    # The unit that is the subject, wherever its clause begins.
    ("Đà Nẵng mời 5 đội thi. Năm nay, TP. HCM sẽ tổ chức 4 điểm bắn pháo hoa.",
     ["thành phố Đà Nẵng", "thành phố Hồ Chí Minh"]),
    ("Tỉnh ủy Nghệ An họp. Riêng niên vụ này, toàn huyện Kỳ Sơn có 12 tổ.", ["huyện Kỳ Sơn"]),
    # By its type word alone: the one last named that fits.
    ("Tỉnh ủy Ninh Bình họp. Ông Hùng, Bí thư Huyện ủy Kim Sơn, cho biết năm 2023 huyện thu 325 tỷ đồng.",
     ["huyện Kim Sơn"]),
    ("Tỉnh ủy Nghệ An họp tại huyện Kỳ Sơn. Huyện đã trao 30 suất quà, tỉnh hỗ trợ 5 tỷ đồng.",
     ["huyện Kỳ Sơn", "tỉnh Nghệ An"]),
    # No subject: "xã" in another word, and the end of a road or an address.
    ("UBND tỉnh Nghệ An họp. Sau lễ phát động ở xã Châu Lộc, xã hội hóa được 5 tỷ đồng.", ["tỉnh Nghệ An"]),
    ("UBND tỉnh Nghệ An họp ở thành phố Vinh. Mỗi huyện, thành phố tổ chức 2 cuộc đối thoại.", ["tỉnh Nghệ An"]),
    ("UBND tỉnh Nghệ An họp. Đường Vinh - Hà Đông dài 30 km.", ["tỉnh Nghệ An"]),
    ("UBND tỉnh Nghệ An họp. Hàng gửi về chợ Vinh, Hà Nội tăng 12%.", ["tỉnh Nghệ An"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[row[0][:60] for row in PLACES])
def test_the_place_of_a_figure(text, expected):
    assert [figure.place for figure in extract(text).indicators] == expected
