"""Exclusions: numbers that say when, where, which or who, not how many."""

from __future__ import annotations

import pytest

from danvan_cli.find.anchors import anchors
from danvan_cli.find.indicators import find_indicators
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment

LEXICON = Lexicon()


def numbers(text: str) -> list[str]:
    page = segment(text, LEXICON)
    return [
        page.text(found.figure.start, found.figure.end)
        for paragraph in page.paragraphs
        for found in find_indicators(paragraph, [anchors(each, LEXICON).figures for each in paragraph.sentences], [], LEXICON)
    ]


NO_INDICATORS = {
    "dates": [
        "Sáng 17/10, hội nghị khai mạc.",
        "Ngày 6/9/2023, đoàn đến thăm huyện.",
        "Lễ mừng Quốc khánh 2/9 được tổ chức trang trọng.",
        "Báo cáo trước ngày 30-6.",
        "Đợt thi diễn ra từ 10 - 14/6.",
        "Hạn chót là 31 - 12 - 2019.",
        "Chiều nay 10-12, Uỷ ban họp.",
        "Tháng 12 vừa qua, xã ra mắt.",
        "Nhiệm kỳ 2020-2025 và giai đoạn 2021 - 2030.",
        "Năm 2023, phong trào lan toả.",
        "Các cháu về quê ăn tết từ 25 Tết.",
        "Kế hoạch 2025 đã được thông qua.",
        "Đón Tết Dương lịch 2018 bằng kinh phí xã hội hoá.",
    ],
    "times": ["Phiên họp bắt đầu lúc 8h30.", "Cập nhật lúc 08:15.", "Họp lúc 7 giờ 30 tại hội trường.", "Khoảng 5g sáng, lũ về."],
    "ages and durations": [
        "Cụ Hoà, 82 tuổi, vẫn tham gia.",
        "Đối tượng có tuổi từ 30 đến 63.",
        "Độ tuổi áp dụng là 55.",
        "Sau 12 năm xây dựng, xã đổi thay.",
        "Kỷ niệm 93 năm Ngày truyền thống.",
        "Huy hiệu 30 năm tuổi Đảng được trao.",
        "Mỗi người trình bày không quá 20 phút.",
        "Trong 6 tháng đầu năm, tình hình ổn định.",
        "Nhà dựng xong trong 10 - 12 ngày.",
        "Nửa đầu năm, kinh tế khởi sắc.",
        "Hơn mười năm qua, ông gắn bó với phong trào.",
        "Dự án chậm gần hai mươi năm.",
        "Làng nghề có từ hai trăm năm trước.",
        "Dự án kéo dài hơn ba tháng rưỡi.",
        "Tiêm cho trẻ từ 6 đến dưới 9 tháng tuổi.",
    ],
    "orders": ["Đại hội lần thứ 13.", "Quốc hội khóa 15 họp.", "Kỳ họp thứ 6 bế mạc.", "Tỉnh đứng thứ 51/63 cả nước."],
    "places": [
        "Ở quận 1, từ khi sắp xếp.",
        "Thành phố yêu cầu Q. 3 báo cáo vụ việc.",
        "Tháo dỡ biệt thự tại 243 Cách Mạng Tháng Tám.",
        "Trưởng thôn 8, xã Tuy Đức phát biểu.",
        "Tổ 29 khu phố 3 ra quân.",
        "Đường Quốc lộ 1A thông xe.",
        "Văn phòng đặt tại số 56, đường Trần Phú.",
        "Nhà ở 12 Tôn Đức Thắng.",
        "Riêng khóm 3, phường 9 còn chậm.",
        "Trụ sở ở ấp Mới 2.",
        "Cháy ở lầu 7 toà nhà Hoà Bình.",
        "Theo Điều 12 Luật Đất đai.",
    ],
    "documents": [
        "Thực hiện Nghị quyết số 25-NQ/TW của Trung ương.",
        "Nghị định 108/CP về tinh giản.",
        "Thực hiện Nghị quyết 39 về bộ máy.",
        "Quyết định số 8127/QĐ-BCA của Bộ.",
        "Theo khoản 2 Điều 5 của Luật.",
        "Theo khoản 3 điều 21 luật Nhà ở, chủ đầu tư phải bàn giao sổ.",
        "Hai thí sinh bị xử lý theo điều 30 quy chế thi.",
        "Vốn từ Chương trình mục tiêu quốc gia 1719.",
    ],
    "names": [
        "Đội tuyển U23 thi đấu.",
        'Tiêm sớm mũi "sởi 0" cho trẻ.',
        "Dịch Covid-19 được kiểm soát.",
        "Cách mạng công nghiệp 4.0 đang diễn ra.",
        "Chiếc C -17 hạ cánh.",
        "Em là học sinh lớp 12 chuyên Toán.",
        "Kỳ thi vào lớp 10 tỉnh Hà Nam đã xong.",
        "Đề thi lớp 10 giống với đề ôn tập.",
        "Thương hiệu 3 Miền nổi tiếng.",
        "Phong trào “5 không, 3 sạch” lan toả.",
        "Bệnh viện 108 tiếp nhận bệnh nhân.",
    ],
    "codes": [
        "Điện thoại: 0263.3822.153.",
        "Đường dây nóng 0888 247 247 hoạt động.",
        "Thu giữ xe máy BKS 36H1-254.17.",
        "Bản vẽ tỷ lệ 1/500 được duyệt.",
    ],
    "page furniture": [
        "1. Công tác tham mưu",
        "3.1. Lĩnh vực kinh tế",
        "2) Nhiệm vụ",
        "Ảnh 1: Quang cảnh",
        "Lượt xem: 2.657 | Bình luận (3)",
    ],
    "small words": ["Hai xã chưa đạt.", "Một người dân phản ánh.", "Một trong những giải pháp."],
}
CASES = [(kind, text) for kind, texts in NO_INDICATORS.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), CASES, ids=[text for _, text in CASES])
def test_no_indicator(kind, text):
    assert numbers(text) == [], kind


INDICATORS = [
    ("Năm 2018, 77% số hộ là hộ nghèo.", ["77"]),
    ("Dân số 2 xã đều tăng.", ["2"]),
    ("Nhóm 4 thanh niên bị bắt.", ["4"]),
    ("Mỗi ngày 12 chuyến tàu rời ga.", ["12"]),
    ("Đoàn viên góp 310 ngày công.", ["310"]),
    ("Toàn huyện có 2000 người tham gia.", ["2000"]),
    ("Giảm 1/3 bản án.", ["1/3"]),
    ("Huyện điều 13 luật sư đến hỗ trợ.", ["13"]),
    ("Mỗi lớp 35 em học hai buổi.", ["35"]),
    ("Quốc lộ 7 và hàng chục hộ dân bị ngập.", ["hàng chục"]),
    ("Mới có 4/11 vị trí đã có người.", ["4"]),
    ("Uỷ ban có 4 Phó Chủ tịch.", ["4"]),
    ("Trao 12 Bằng khen.", ["12"]),
    ("Khiếu nại 04, tố cáo 03.", ["04", "03"]),
    ("Dự hội nghị có cả 4 đồng chí.", ["4"]),
]


@pytest.mark.parametrize(("text", "found"), INDICATORS, ids=[text for text, _ in INDICATORS])
def test_indicators_among_what_looks_like_names(text, found):
    assert numbers(text) == found
