"""Indicators: bound, unit, change, baseline and span of the figures of a sentence."""

from __future__ import annotations

import pytest

from danvan_cli.find.anchors import anchors
from danvan_cli.find.indicators import find_indicators
from danvan_cli.find.mentions import IndicatorMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import Page, segment

LEXICON = Lexicon()


def indicators(text: str) -> tuple[Page, list[IndicatorMention]]:
    page = segment(text, LEXICON)
    return page, [
        found
        for paragraph in page.paragraphs
        for found in find_indicators(paragraph, [anchors(each, LEXICON).figures for each in paragraph.sentences], [], LEXICON)
    ]


BOUNDS = [
    ("Có hơn 260 đại biểu dự.", "over"),
    ("Có trên 2.400 lượt người dự.", "over"),
    ("Gần 500 hội nghị được tổ chức.", "nearly"),
    ("Trao khoảng 120 suất quà.", "about"),
    ("Sản lượng ước đạt 3.370 tấn.", "about"),
    ("Sản lượng ước đạt trên 3.370 tấn.", "over"),
    ("Mở ít nhất 3 lớp tập huấn.", "at_least"),
    ("Mỗi huyện tổ chức tối thiểu 2 cuộc đối thoại.", "at_least"),
    ("Phấn đấu tỷ lệ cử tri đi bầu từ 99% trở lên.", "at_least"),
    ("Phấn đấu từ 90% mô hình trở lên được công nhận.", "at_least"),
    ("Thu ngân sách không dưới 3.850 tỷ đồng.", "at_least"),
    ("Nhà được bán với giá từ 100 triệu đồng.", "at_least"),
    ("Lớp học có từ 30 học viên.", "at_least"),
    ("Tổ tự quản có từ 7 thành viên.", "at_least"),
    ("Hợp tác xã nhận hỗ trợ từ 35 hội viên trở lên.", "at_least"),
    ("Xã ghi nhận kiến nghị từ 120 cử tri.", "eq"),
    ("Quỹ nhận đóng góp từ 35 doanh nghiệp.", "eq"),
    ("Tỷ lệ hồ sơ quá hạn dưới 1,1%.", "at_most"),
    ("Không để quá 10% hồ sơ chậm trả.", "at_most"),
    ("Tỷ lệ trùng lặp không quá 5%.", "at_most"),
    ("Mỗi buổi tiếp tối đa 25 người.", "at_most"),
    ("Vi phạm bị phạt đến 10 triệu đồng.", "at_most"),
    ("Giá bán ở mức trên dưới 5.000 đồng.", "about"),
    ("Phạt các hộ xây trái phép đến 10 triệu đồng.", "at_most"),
    ("Hành vi này có thể phạt đến 1 tỷ.", "at_most"),
    ("Đã phạt đến 2 triệu người vi phạm.", "eq"),
    ("Tỉnh chi số tiền tương đương 2 tỷ đồng.", "eq"),
    ("Địa bàn có đến 93 dự án.", "eq"),
    ("Đóng góp tới 44% ngân sách.", "eq"),
    ("Huyện có 15 xã.", "eq"),
    ("Đại biểu đến từ 124 xã.", "eq"),
    ("Mỗi hộ vay từ 50 đến 100 triệu đồng.", "range"),
    ("Tiếp 4 - 5 hộ.", "range"),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_bound(text, bound):
    _, [found] = indicators(text)
    assert found.bound == bound


# The change of every figure of the sentence, in order.
CHANGES = [
    ("Tiếp 213 lượt công dân, giảm 26 lượt.", [None, "down"]),
    ("Thu ngân sách tăng 7,6% so với cùng kỳ.", ["up"]),
    ("Thành phố giảm được 59 phòng, ban.", ["down"]),
    ("Toàn tỉnh tinh giản hơn 1.500 biên chế.", ["down"]),
    ("Xã nâng đơn giá đất thêm 15%.", ["up"]),
    ("Xã xây thêm 3 phòng học.", [None]),
    ("Công ty tăng vốn góp thêm 40 triệu USD.", ["up"]),
    ("Ngân hàng giảm lãi suất cho vay thêm 2%.", ["down"]),
    ("Xã cho giảm mực nước và dọn thêm 12 ha.", [None]),
    ("Số vụ giảm thêm 5%.", ["down"]),
    ("Thời gian giải quyết rút ngắn 30%.", ["down"]),
    ("So với năm trước giảm 7 vụ (23,3%), giảm 3 người chết và 8 người bị thương.", ["down"] * 4),
    ("Thu nhập tăng thêm 1,5 - 2 triệu đồng/tháng.", ["up"]),
    ("Tỷ lệ này cao hơn 19,5 điểm phần trăm so với năm 2020.", ["up"]),
    ("Tỷ lệ giải ngân thấp hơn 4,1 điểm phần trăm.", ["down"]),
    ("Sản lượng tăng bình quân 7%/năm.", ["up"]),
    ("Kéo giảm từ 5 đến 7% số vụ phạm pháp.", ["down"]),
    ("Cắt giảm ít nhất 20% thời gian giải quyết.", ["down"]),
    ("Tỷ lệ hộ nghèo giảm xuống còn 6,2%.", [None]),
    ("Số hộ nghèo giảm còn 197 hộ.", [None]),
    ("Thu nhập tăng từ 40 triệu đồng lên 50 triệu đồng.", [None, None]),
    ("Chi phí giảm từ 80-100 triệu đồng xuống còn 25 triệu đồng.", [None, None]),
    ("Xã có 5 giải, hơn cùng kỳ 2 giải.", [None, "up"]),
    ("Ngân hàng giảm lãi suất 2%.", ["down"]),
    ("Ngân hàng giảm lãi suất còn 2%.", [None]),
    ("Sản lượng đạt 7.086 nghìn tấn (+2,9%).", [None, "up"]),
    ("Biên chế thấp hơn định mức khoảng 2 người.", ["down"]),
    ("Số đơn bằng 87,3% cùng kỳ.", [None]),
    ("Xã mở thêm 3 lớp.", [None]),
    ("Lợi nhuận chỉ nhích 2%.", ["up"]),
    ("Chính phủ cắt 1/3 thủ tục.", ["down"]),
    ("Xã cắt 3 cây khô.", [None]),
    ("Mực nước cao hơn lũ năm 2018 tới 1,7 m.", ["up"]),
    ("Doanh thu tăng so với cùng kỳ 15%.", ["up"]),
    ("Số vụ cao hơn con số 170.", [None]),
    ("Doanh thu gấp 2,3 lần cùng kỳ.", [None]),
    ("Số vụ tăng gấp 3 lần.", ["up"]),
    ("Tỉnh giảm 47 đầu mối, tức gần 1/3.", ["down", "down"]),
    ("Thu ngân sách tăng 1.200 tỷ đồng, tương đương 12%.", ["up", "up"]),
    ("Thu ngân sách đạt 1.200 tỷ đồng, tương đương 12% dự toán.", [None, None]),
    ("Công suất giảm 11%, tương đương một phần tư sản lượng dầu.", ["down", None]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES, ids=[text for text, _ in CHANGES])
def test_change(text, changes):
    _, found = indicators(text)
    assert [mention.change for mention in found] == changes


BASELINES = [
    ("Thu ngân sách tăng 7,6% so với cùng kỳ năm 2022.", ["cùng kỳ năm 2022"]),
    ("Tiếp 90 lượt, giảm 26 lượt, giảm 17 người so với năm 2022.", [None, "năm 2022", "năm 2022"]),
    ("So với cùng kỳ, số vụ giảm 12%, số người bị thương giảm 8%.", ["cùng kỳ", "cùng kỳ"]),
    ("Thu ngân sách đạt 5.470 tỷ đồng, bằng 112,3% dự toán.", [None, "dự toán"]),
    ("Đăng ký mới 142 mô hình, đạt 105% kế hoạch.", [None, "kế hoạch"]),
    ("Sản lượng đạt 3.370 tấn, bằng 2/3 sản lượng cả năm.", [None, "sản lượng cả năm"]),
    ("Huyện có 15 xã.", [None]),
    ("Mực nước cao hơn lũ năm 2018 tới 1,7 m.", ["lũ năm 2018"]),
    ("Xã có 5 giải, hơn cùng kỳ 2 giải.", [None, "cùng kỳ"]),
    ("Doanh thu gấp 2,3 lần cùng kỳ.", ["cùng kỳ"]),
    ("Phân bón tăng 25% so với đầu năm mà bưởi mất giá.", ["đầu năm"]),
    ("Số hộ tham gia gấp 1,5 lần năm ngoái.", ["năm ngoái"]),
    ("Số hộ tham gia gấp 1,5 lần so với năm 2023.", ["năm 2023"]),
    ("Thu nhập gấp 3 lần mức bình quân của tỉnh.", ["mức bình quân của tỉnh"]),
    ("Số nợ gấp 3,5 lần vốn góp cho thấy công ty khó trả.", ["vốn góp"]),
    ("Thu nhập gấp 3 lần nhờ trồng sâm.", [None]),
    ("Thu ngân sách tăng 12% so cùng kỳ.", ["cùng kỳ"]),
    ("Số vụ giảm 8% so năm trước.", ["năm trước"]),
    ("Thu ngân sách bằng 105% cùng kỳ năm trước.", ["cùng kỳ năm trước"]),
    ("Thu ngân sách bằng 105% năm ngoái.", ["năm ngoái"]),
    ("Thu ngân sách bằng 105% so với cùng kỳ.", ["cùng kỳ"]),
    ("Tỷ lệ hộ nghèo giảm 3,2% so với đầu nhiệm kỳ.", ["đầu nhiệm kỳ"]),
    ("Xã còn 12 hộ nghèo so với 45 hộ đầu nhiệm kỳ.", ["45 hộ đầu nhiệm kỳ", None]),
]


@pytest.mark.parametrize(("text", "baselines"), BASELINES, ids=[text for text, _ in BASELINES])
def test_baseline(text, baselines):
    page, found = indicators(text)
    assert [mention.baseline and page.text(*mention.baseline) for mention in found] == baselines


UNITS = [
    ("Có 98% ý kiến được trả lời.", "%"),
    ("Huy động 3.370 tỷ đồng.", "VND"),
    ("Làm nhà 100 triệu là khó.", "VND"),
    ("Nhờ vậy, cả nước tiết kiệm 3 tỷ đô mỗi năm.", "USD"),
    ("Tỉnh có 12 đô thị.", "count"),
    ("Ngân hàng giải ngân 200 tỷ vốn ưu đãi.", "VND"),
    ("Dân số 10 triệu người.", "count"),
    ("Số dân hiện nay là 75,4 triệu.", "count"),
    ("Hiến 18.750 m2 đất.", "m2"),
    ("Chỉ số đạt 84,15 điểm.", "điểm"),
    ("Kết nối tới 124 điểm cầu cấp xã.", "count"),
    ("Giảm 0,94 điểm phần trăm.", "điểm phần trăm"),
    ("Hơn 2/3 số hộ đồng thuận.", "ratio"),
    ("Gần một nửa số thôn đã làm.", "ratio"),
    ("Dự có 12 đồng chí.", "count"),
    ("Cùng 13 đồng phạm.", "count"),
    ("Tỉnh điều 185 cán bộ, chiến sĩ.", "count"),
    ("Đã cấp 894 mã số vùng trồng.", "count"),
    ("Toà triệu tập 46 người.", "count"),
    ("Có 14/19 điểm sạt lở.", "count"),
    ("Phòng kiểm 3.200 mẫu mỗi ngày.", "count"),
    ("Doanh thu gấp 2,3 lần cùng kỳ.", "lần"),
    ("Đoàn đã 3 lần kiểm tra.", "count"),
    ("Con dốc dài 3 cây số.", "km"),
    ("Nhiệt độ 35 độ C.", "độ C"),
]


@pytest.mark.parametrize(("text", "unit"), UNITS, ids=[text for text, _ in UNITS])
def test_unit(text, unit):
    _, [found] = indicators(text)
    assert found.unit == unit


# The mention runs from the qualifier through the measure beside it.
SPANS = [
    ("Đã có gần 500 hội nghị cấp huyện được tổ chức.", "gần 500 hội nghị cấp huyện"),
    ("Mặt trận huy động hơn 68 tỷ đồng.", "hơn 68 tỷ đồng"),
    ("Có 44/83 hộ ký cam kết.", "44/83 hộ"),
    ("Tỷ lệ hộ nghèo còn 3,12%.", "3,12%"),
    ("Nhà máy làm ra 8.000 xe/năm.", "8.000 xe/năm"),
]


@pytest.mark.parametrize(("text", "span"), SPANS, ids=[text for text, _ in SPANS])
def test_span(text, span):
    page, [found] = indicators(text)
    assert page.text(found.start, found.end) == span


# The denominator of every figure of the sentence, in order.
RATES = [
    ("Nhà máy làm ra 8.000 xe/năm.", ["năm"]),
    ("Công suất đạt 400 triệu lít sữa tươi/năm.", ["năm"]),
    ("Xưởng chế biến 750 tấn sữa mỗi ngày.", ["ngày"]),
    ("Huyện tạo việc làm cho 5.000 lao động mỗi năm.", ["năm"]),
    ("Huyện trao 50 suất quà, mỗi suất trị giá 500 nghìn đồng.", [None, "suất"]),
    ("Huyện trao 50 suất quà mỗi suất 500 nghìn đồng.", [None, "suất"]),
    ("Mỗi xã cử 5 cán bộ.", ["xã"]),
    ("Mỗi tổ đỡ đầu không quá 20 em.", ["tổ"]),
    ("Thu nhập đạt 48,5 triệu đồng/người/năm.", ["người/năm"]),
    ("Huyện có 12 xã/phường.", [None]),
]


@pytest.mark.parametrize(("text", "rates"), RATES, ids=[text for text, _ in RATES])
def test_rate(text, rates):
    _, found = indicators(text)
    assert [mention.per for mention in found] == rates


@pytest.mark.parametrize(
    "run",
    [
        "1 ",
        "hơn 5 hộ, ",
        "tăng 5% so với ",
        "PMU 1 ",
        '" 1 ',
        "( 1 ",
        "tỷ lệ a 5 ",
        "12 nhà nhà ",
        "của 5% ",
        "hàng chục, ",
        "cao hơn năm ",
        "giá a, ",
        "giá và ",
        "đồng bào A, ",
        "quý III năm 9 tháng ",
        "24/25 đại biểu tán thành, ",
        "thưởng các ",
        "dài (",
    ],
)
def test_hostile_runs_are_read_to_the_end(run):
    indicators(run * 1500)
