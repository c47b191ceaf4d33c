"""Measures: the words of the text that say what a figure counts or measures."""

from __future__ import annotations

import pytest

from danvan_cli.find.anchors import anchors
from danvan_cli.find.indicators import find_indicators
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.measure_key import measure_key
from danvan_cli.segment import segment

LEXICON = Lexicon()


def measures(text: str) -> list[str | None]:
    page = segment(text, LEXICON)
    return [
        found.measure and page.text(*found.measure)
        for paragraph in page.paragraphs
        for found in find_indicators(paragraph, [anchors(each, LEXICON).figures for each in paragraph.sentences], [], LEXICON)
    ]


# A count measures the noun phrase after it: classifier and coordination in, clauses out.
COUNTS = [
    ("Có 2.657 đại biểu tham dự.", "đại biểu"),
    ("Tổ chức 12 cuộc tiếp xúc, đối thoại trực tiếp.", "cuộc tiếp xúc, đối thoại trực tiếp"),
    ("Ghi nhận 318 ý kiến, kiến nghị, phản ánh.", "ý kiến, kiến nghị, phản ánh"),
    ("Mở 7 lớp tập huấn cho cán bộ.", "lớp tập huấn"),
    ("Tập huấn cho 752 học viên là cán bộ.", "học viên"),
    ("Có 25.000 lượt cán bộ thôn, bản, khu phố đã được bồi dưỡng.", "lượt cán bộ thôn, bản, khu phố"),
    ("Xử lý 920 vụ việc khiếu nại, tố cáo.", "vụ việc khiếu nại, tố cáo"),
    ("Còn 31 hộ chậm bàn giao mặt bằng.", "hộ chậm bàn giao mặt bằng"),
    ("Huyện có 16 xã đạt chuẩn nông thôn mới.", "xã đạt chuẩn nông thôn mới"),
    ("Khen thưởng 14 mô hình “Dân vận khéo”.", 'mô hình "Dân vận khéo"'),
    ("Ra mắt 5 mô hình tự quản về an ninh trật tự.", "mô hình tự quản về an ninh trật tự"),
    ("Hỗ trợ 1.234 hộ vay vốn.", "hộ"),
    ("Có 27 hộ phải lùi hàng rào.", "hộ"),
    ("Có 12 cuộc đối thoại của cấp uỷ.", "cuộc đối thoại"),
    ("Tìm thấy 2 nạn nhân cuối cùng.", "nạn nhân cuối cùng"),
    ("Lũ làm 9 người chết, mất tích, nhiều bản bị cô lập.", "người chết, mất tích"),
    ("Ban hành 11 văn bản về công tác dân vận.", "văn bản"),
    ("Còn 2/9 xã chưa tổ chức đối thoại.", "xã"),
    ("Đồn quản lý 21 cột mốc tiếp giáp hai nước.", "cột mốc"),
    ("Gặp mặt 11 cán bộ đợt 1/9.", "cán bộ"),
    ("Thông tin 5 vấn đề Thủ tướng kết luận.", "vấn đề"),
    ("Xã thêm 3 điểm tập kết, trình HĐND xã tại kỳ họp.", "điểm tập kết"),
    ("Công khai 58.000 giao dịch của quỹ.", "giao dịch"),
    ("Bão làm 20 ngôi nhà hư hỏng nặng.", "ngôi nhà hư hỏng nặng"),
    ("Khám cho 620 người nghèo tại xã.", "người nghèo"),
    ("Giải toả 2 xã An Sơn và Bình Hoà.", "xã"),
    ("Bầu 3 Phó Chủ tịch Nguyễn Văn An và Lê Thị Hoà.", "Phó Chủ tịch"),
    ("Bổ nhiệm 27 trường hợp là người địa phương.", "trường hợp"),
    ("Xoá 37 nhà tạm, dột nát.", "nhà tạm, dột nát"),
    ("Làm rõ 4 khoản chi vượt dự toán.", "khoản chi vượt dự toán"),
    ("Chi trả cho 312 người hoạt động không chuyên trách.", "người hoạt động không chuyên trách"),
    ("Bão làm 6 người chết.", "người chết"),
    ("Bão làm 3 người mất tích.", "người mất tích"),
    ("Có 27 hộ nuôi tôm chờ giấy đất.", "hộ nuôi tôm"),
    ("Hiện còn 46 hồ sơ chưa nhận tiền.", "hồ sơ chưa nhận tiền"),
    ("Tại huyện còn có 3 người ở xã An Sơn được cứu.", "người"),
    ("Dự kiến 6 triệu xe máy, TP Hà Nam sẽ nộp phí.", "xe máy"),
    ("Xe được vào 3 tuyến cao tốc - quyết định vừa được đưa ra.", "tuyến cao tốc"),
    ("Xã còn khoảng 300 hộ thiếu nước sinh hoạt, đang chờ hỗ trợ.", "hộ thiếu nước sinh hoạt"),
    ("Có 24 nhà máy chế biến dừa ký hợp đồng.", "nhà máy chế biến dừa"),
    ("Thiếu 120 người làm địa chính.", "người làm địa chính"),
    ("Xây 3 cống ngăn mặn.", "cống ngăn mặn"),
    ("Có 12 vụ cháy xảy ra trong năm.", "vụ cháy"),
    ("Có 8 cuộc họp diễn ra tại xã.", "cuộc họp"),
    ("Phát hiện 4 vụ việc có dấu hiệu vi phạm pháp luật xảy ra tại xã.", "vụ việc có dấu hiệu vi phạm pháp luật"),
    ("Có 5 vụ cháy lan ra rừng.", "vụ cháy"),
    ("Có 9 công trình thủy lợi đưa vào sử dụng.", "công trình thủy lợi"),
    ("Có 300 cuộc gọi đến tổng đài.", "cuộc gọi"),
    ("Toà nhà cao 5 tầng, toạ lạc tại trung tâm huyện.", "tầng"),
    ("Trồng 1.200 cây sao đen.", "cây sao đen"),
    ("Ghi âm 40 làn điệu ta lêu.", "làn điệu ta lêu"),
    ("Gió quật ngã 300 cây này.", "cây"),
    ("Trồng 600 cây có múi.", "cây có múi"),
    ("Xử lý 5 vụ việc liên quan đến đất đai.", "vụ việc liên quan đến đất đai"),
    ("Mời 215 nông dân, giám đốc hợp tác xã đến dự.", "nông dân, giám đốc hợp tác xã"),
    ("Gặp 12 hộ, lãnh đạo xã cho biết sẽ đền bù.", "hộ"),
    ("Lấn chiếm 470 m2 đất công và yêu cầu hoàn trả.", "đất công"),
    ("Sĩ số 48 em/lớp.", "em"),
    ("Tiêm 500 liều vắc-xin.", "liều vắc-xin"),
    ("Công an phát hiện 12 căn nhà xây không phép.", "căn nhà xây không phép"),
    ("Trạm y tế phát hiện thêm 4 trường hợp dương tính với cúm A tại thôn Đông.",
     "trường hợp dương tính với cúm A"),
    ("Thanh tra xử lý 12 hộ lấn chiếm vỉa hè để bán hàng.", "hộ lấn chiếm vỉa hè"),
    ("Huyện đã thu hồi 21/37 sổ đỏ.", "sổ đỏ"),
    ("Có 3/5 chỉ tiêu đạt và vượt.", "chỉ tiêu"),
    ("Huyện giải quyết 40 đơn không đủ điều kiện thụ lý.", "đơn không đủ điều kiện thụ lý"),
    ("Đội tuần tra phát hiện 12 người đang đánh bạc.", "người"),
    ("Huyện cách ly 7 bệnh nhân đi từ vùng dịch về.", "bệnh nhân"),
    ("Bão làm 118 căn hư hỏng.", "căn hư hỏng"),
    ("Xã có 40 trường hợp vi phạm, đã nhắc nhở hết.", "trường hợp vi phạm"),
    ("Có 7 ý kiến thuộc thẩm quyền Trung ương.", "ý kiến thuộc thẩm quyền Trung ương"),
    ("Dự hội nghị có 295 đại biểu, đại diện cho các chi hội.", "đại biểu"),
    ("Trung tâm tiếp nhận 183 hồ sơ, cán bộ đã trả lời hết.", "hồ sơ"),
    ("Đoàn chi 120 m2 đất ở cho các hộ.", "đất ở"),
    ("Niêm yết công khai ở 14 điểm.", "điểm"),
    ("Toà tuyên án 4 cựu cán bộ huyện.", "cựu cán bộ huyện"),
    ("Có 14/19 điểm sạt lở trên quốc lộ chưa thông xe.", "điểm sạt lở"),
]


@pytest.mark.parametrize(("text", "measure"), COUNTS, ids=[text for text, _ in COUNTS])
def test_counts_measure_the_noun_after_them(text, measure):
    assert measures(text) == [measure]


# Shares, sums and sizes measure the quantity before them, the noun after them, or the verb.
QUANTITIES = [
    ("Tỷ lệ hộ nghèo còn 3,12%.", "Tỷ lệ hộ nghèo"),
    ("Thu nhập bình quân của người dân đạt 48,5 triệu đồng/người/năm.", "Thu nhập bình quân"),
    ("Đất được bàn giao với tổng giá trị khoảng 1,7 tỷ đồng.", "tổng giá trị"),
    ("Tỷ lệ điều tra, khám phá án đạt 87,3%.", "Tỷ lệ điều tra, khám phá án"),
    ("Tổng sản phẩm trên địa bàn (GRDP) tăng 8,16%.", "Tổng sản phẩm trên địa bàn"),
    ("Riêng khai khoáng giảm 2,8%.", "khai khoáng"),
    ("Vốn ngân sách chiếm 41,5%.", "Vốn ngân sách"),
    ("Nhà ở thu nhập thấp có giá dưới 1 tỷ đồng.", "giá"),
    ("Bà con hiến 420 m2 đất vườn.", "đất vườn"),
    ("Doanh nghiệp tặng 60 tấn xi măng.", "xi măng"),
    ("Mặt trận các cấp huy động 3.370 tỷ đồng.", "huy động"),
    ("Ngân hàng cho vay 486,2 tỷ đồng.", "cho vay"),
    ("Con đường dài 2,3 km.", "Con đường"),
    ("Mỗi suất từ 500 nghìn đến 1 triệu đồng.", "Mỗi suất"),
    ("Mang theo 3.370 tỷ đồng vốn đăng ký.", "vốn đăng ký"),
    ("Đến nay, 100% hộ dân đồng thuận.", "hộ dân đồng thuận"),
    ("Có 98% ý kiến được giải quyết thoả đáng.", "ý kiến được giải quyết thỏa đáng"),
    ("Giải quyết trên 95% kiến nghị trong thời hạn quy định.", "kiến nghị"),
    ("Chiếm 21% dân số cả nước.", "dân số cả nước"),
    ("Giảm 5% trên tổng số biên chế.", "tổng số biên chế"),
    ("Gần một nửa số trưởng khối là kiêm nhiệm.", "số trưởng khối"),
    ("Đồng bào Cor, Ca Dong chiếm 0,9%.", "Đồng bào Cor, Ca Dong"),
    ("Nông nghiệp, thuỷ sản chiếm 20%.", "Nông nghiệp, thủy sản"),
    ("Cán bộ dưới 40 tuổi chiếm 18%.", "Cán bộ dưới 40 tuổi"),
    ("Ông Bình cho biết dư nợ nông nghiệp, nông thôn đạt 430 tỷ đồng.", "dư nợ nông nghiệp, nông thôn"),
    ("Tổng mức bán lẻ hàng hoá và doanh thu dịch vụ đạt 118 tỷ đồng.", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"),
    ("Giá tiêu tại An Sơn, Bình Hoà ở mức 65.000 đồng/kg.", "Giá tiêu"),
    ("Tổng sản phẩm trên địa bàn (GRDP) quý III/2025 ước tăng 8,3%.", "Tổng sản phẩm trên địa bàn"),
    ("Chỉ số giá tiêu dùng (CPI) tháng 9 tăng 0,4%.", "Chỉ số giá tiêu dùng"),
    ("Kim ngạch chín tháng đạt 2,5 tỷ USD.", "Kim ngạch"),
    ("Lợi nhuận chỉ nhích 2%.", "Lợi nhuận"),
    ("Giá khó giữ trên 100.000 đồng/kg.", "Giá"),
    ("Tăng trưởng GRDP đạt 7%.", "Tăng trưởng GRDP"),
    ("Diện tích rừng bị lấn chiếm là 3 ha.", "Diện tích rừng bị lấn chiếm"),
    ("Số đơn thư đã giải quyết là 66.", "Số đơn thư đã giải quyết"),
    ("Người dân Tiền Giang góp 20 triệu đồng.", "góp"),
    ("Quỹ “Vì người nghèo” vận động được 1,4 tỷ đồng.", 'Quỹ "Vì người nghèo"'),
    ("Tuyến ĐT.614 (dài 4,7 km) đã xong.", "Tuyến ĐT.614"),
    ("Con dốc Đá (xã An Sơn) dài chừng 3 cây số.", "Con dốc Đá"),
    ("Mùa mưa ngập sâu 0,4 m.", "ngập sâu"),
    ("Ông Bình bị cáo buộc nhận 350 triệu đồng.", "nhận"),
    ("Hội muốn vay 2 tỷ đồng.", "vay"),
    ("Chị em bán được 67 triệu đồng.", "bán được"),
    ("Tỉnh hỗ trợ khẩn cấp 100 tỷ đồng.", "hỗ trợ khẩn cấp"),
    ("Tỉnh thưởng nóng các đơn vị 100 triệu đồng.", "thưởng nóng"),
    ("Trung ương hỗ trợ các tỉnh 5 tỷ đồng.", "hỗ trợ"),
    ("Người dân trả lãi tại ngân hàng 4 triệu đồng.", "trả lãi"),
    ("Vốn ban đầu, ngân hàng cho vay 1,9 tỷ đồng.", "cho vay"),
    ("Trên 95% kiến nghị của Nhân dân được giải quyết đúng hạn.", "kiến nghị của Nhân dân được giải quyết đúng hạn"),
    ("Gần 40% ý kiến liên quan đến đất đai.", "ý kiến liên quan đến đất đai"),
    ("Sở Y tế Hà Nam cho biết tiến độ làm cống Bến Đá mới đạt 41%.", "tiến độ làm cống Bến Đá"),
    ("Ông Trần Văn Bách lưu ý nợ thuế còn 105 tỷ đồng.", "nợ thuế"),
    ("Mức lương cơ sở dự kiến được nâng lên 2,34 triệu đồng.", "Mức lương cơ sở"),
    ("Nợ thuế chiếm hơn 1/3 thu nội địa.", "thu nội địa"),
    ("Các khoản phụ cấp khoảng 30%.", "khoản phụ cấp"),
    ("Sáng kiến làm lợi 460 triệu đồng.", "làm lợi"),
    ("Trục chính trải nhựa dài 3,2 km.", "Trục chính"),
    ("Khoảng 30% chủ tịch hội chưa qua bồi dưỡng nghiệp vụ.", "chủ tịch hội chưa qua bồi dưỡng nghiệp vụ"),
    ("Mới có 54% trẻ dưới 5 tuổi được tiêm đủ mũi.", "trẻ dưới 5 tuổi được tiêm đủ mũi"),
    ("Gần 60% hộ ở thôn Đông tham gia đóng góp.", "hộ ở thôn Đông tham gia đóng góp"),
    ("Có 62% lao động là nữ.", "lao động là nữ"),
    ("Tổng sản phẩm trên địa bàn (GRDP) của tỉnh đạt 2,9%.", "Tổng sản phẩm trên địa bàn"),
    ("Có 3/4 số người được hỏi đã theo dõi kỳ họp.", "số người được hỏi đã theo dõi kỳ họp"),
    ("Nợ đọng xây dựng nông thôn mới tới 15 tỷ đồng.", "Nợ đọng xây dựng nông thôn mới"),
    ("Quỹ phát triển nhà chỉ cho vay tối đa 500 triệu đồng.", "Quỹ phát triển nhà"),
    ("UBND huyện Hoà Bình cấp hơn 1,6 tỷ đồng.", "cấp"),
    ("Về mức vay mua nhà, ông Bách đề nghị tăng lên 500 triệu đồng.", None),
    ("Đường liên thôn phải rộng 3 m.", "Đường liên thôn"),
    ("Mức hỗ trợ được điều chỉnh lên 3 triệu đồng.", "Mức hỗ trợ"),
    ("Tốc độ xe cơ giới được nâng lên 60 km/h.", "Tốc độ xe cơ giới"),
    ("Đường vào thôn Đông dài 3 km.", "Đường vào thôn Đông"),
    ("Xã mở tuyến đường qua thôn Đông dài 3 km.", "tuyến đường qua thôn Đông"),
    ("Trên quốc lộ 10 dài 41 km đã lắp đèn.", "quốc lộ 10"),
    ("Tỷ lệ hộ đạt danh hiệu gia đình văn hóa là 93,8%.", "Tỷ lệ hộ đạt danh hiệu gia đình văn hóa"),
    ("Tỷ lệ tử vong do bệnh dại là 5%.", "Tỷ lệ tử vong do bệnh dại"),
    ("Xã đề nghị nâng mức phụ cấp, hiện dưới 2 triệu đồng/tháng.", "mức phụ cấp"),
    ("Kiểm tra ít nhất 20% số xã nhận hỗ trợ.", "số xã nhận hỗ trợ"),
    ("Nghị quyết số 05 quy định mức hỗ trợ 2 triệu đồng.", "mức hỗ trợ"),
    ("Nghị quyết số 05 hỗ trợ 2 triệu đồng.", "hỗ trợ"),
    ("Xã đạt 95% chỉ tiêu thu quỹ.", "chỉ tiêu thu quỹ"),
    ("Toàn tỉnh đạt 95% kế hoạch.", "kế hoạch"),
    ("Xã đạt chỉ tiêu 95%.", "chỉ tiêu"),
    ("Tuyến đường số 4 dài 20 km vẫn vướng.", "Tuyến đường số 4"),
    ("Phần đất này rộng 2,9 ha.", "Phần đất"),
    ("Tỷ lệ dân có tài khoản mức 2 đạt 64%.", "Tỷ lệ dân có tài khoản mức 2"),
    ("Mỗi người nhận quà 5 triệu đồng.", "quà"),
    ("Mỗi hộ vay 50 triệu đồng.", "Mỗi hộ"),
    ("Ông Bình vay ngân hàng 35 triệu đồng.", "vay"),
    ("Quỹ cứu trợ của xã hỗ trợ 3 triệu đồng.", "hỗ trợ"),
    ("Hợp tác xã thu 100.000 đồng/con trâu.", "thu"),
    ("Tiền đền bù chi cho 2.200 ha đất trồng cao su.", "đất trồng cao su"),
    ("Khoảng 90% số người được hỏi cho biết đã nghe loa.", "số người được hỏi"),
    ("Gần 50% người mang theo đủ hồ sơ.", "người mang theo đủ hồ sơ"),
    ("Tên lửa có tầm bắn 500 km.", "tầm bắn"),
    ("Vết nứt rộng 2 cm.", "Vết nứt"),
    ("Kiều bào gửi về 412.000 USD.", "gửi về"),
    ("Giá bán cho hộ dân là 8.900 đồng/m3.", "Giá bán cho hộ dân"),
    ("Tải trọng cho phép chỉ còn 5 tấn.", "Tải trọng cho phép"),
    ("a) Vốn cân đối ngân sách: 18 tỷ đồng;", "Vốn cân đối ngân sách"),
    ("Nhiều lĩnh vực phát triển như đầu tư nước ngoài tăng 5%.", "đầu tư nước ngoài"),
    ("Tổng diện tích mà xã nêu trên lên tới hơn 5.000 m2.", "Tổng diện tích"),
    ("Hộ dân trả theo lượng rác, mức 620 đồng/kg.", "mức"),
    ("Nhà đầu tư chuẩn bị vốn 1.000 tỉ đồng.", "chuẩn bị vốn"),
    ("Giải quyết từ 95% trở lên đơn thư.", "đơn thư"),
    ("Mỗi hộ đóng 150.000 đồng.", "đóng"),
    ("Cách làm này tiết kiệm cho ngân sách 640 triệu đồng.", "tiết kiệm"),
    ("Đoàn kiến nghị thu hồi về ngân sách 41 tỷ đồng.", "thu hồi"),
    ("Giải ngân vốn mới được 14%.", "Giải ngân vốn"),
    ("Hơn 4/5 số hồ sơ tồn đọng.", "số hồ sơ tồn đọng"),
    ("Tỉnh xóa nhà tạm với mức 60 triệu đồng/căn.", "mức"),
    ("Có 92,4% trạm đã khám, chữa bệnh bảo hiểm y tế.", "trạm đã khám, chữa bệnh bảo hiểm y tế"),
    ("Có 71% ca bệnh chưa tiêm đủ hai mũi.", "ca bệnh chưa tiêm đủ hai mũi"),
]


@pytest.mark.parametrize(("text", "measure"), QUANTITIES, ids=[text for text, _ in QUANTITIES])
def test_shares_sums_and_sizes(text, measure):
    assert measures(text) == [measure]


# A figure without a measure of its own goes on with that of the figure before it.
CARRIED = [
    ("Phong trào có 1.873 mô hình, tăng 7,6%.", ["mô hình", "mô hình"]),
    ("Thu nhập đạt 48 triệu đồng, tăng 6 triệu đồng.", ["Thu nhập", "Thu nhập"]),
    ("Thu ngân sách đạt 2.085 tỷ đồng, bằng 54,1% dự toán.", ["Thu ngân sách", "Thu ngân sách"]),
    ("Đăng ký 142 mô hình (92 tập thể, 50 cá nhân), đạt 105% kế hoạch.", ["mô hình", "tập thể", "cá nhân", "mô hình"]),
    (
        "Các đơn vị ủng hộ 68 tỷ đồng; trong đó: Công an tỉnh 1,5 tỷ đồng; Tập đoàn Hoà Bình 800 triệu đồng.",
        ["ủng hộ", "ủng hộ", "ủng hộ"],
    ),
    ("Toàn tỉnh có hàng chục, thậm chí hàng trăm mô hình.", ["mô hình", "mô hình"]),
    ("Giá tăng 0,4% so với tháng trước và tăng 3,3% so với cùng kỳ.", ["Giá", "Giá"]),
    ("Đàn heo 412 nghìn con, tăng 3,1%.", ["con", "Đàn heo"]),
    ("Năng suất lúa 57,8 tạ/ha (cùng kỳ 56,1 tạ/ha).", ["Năng suất lúa", "Năng suất lúa"]),
    ("Thu ngân sách đạt 12 tỷ đồng (cùng kỳ năm trước là 10 tỷ đồng).", ["Thu ngân sách", "Thu ngân sách"]),
    ("Xảy ra 3 vụ tai nạn, ít hơn năm trước 4 vụ.", ["vụ tai nạn", "vụ"]),
    ("Nông nghiệp tăng 3,6%, đóng góp 0,7 điểm phần trăm.", ["Nông nghiệp", "Nông nghiệp"]),
    ("Doanh thu đạt 30 tỷ đồng, gấp 2,3 lần cùng kỳ.", ["Doanh thu", "Doanh thu"]),
    ("Có 24/25 đại biểu tán thành, đạt 96%.", ["đại biểu", "đại biểu tán thành"]),
    ("Ông Bình đắc cử với 24 phiếu đồng ý, tỷ lệ 96%.", ["phiếu đồng ý", "phiếu đồng ý"]),
    ("Công an thu giữ 22 máy tính, 3 ô tô, 415.000 USD.", ["máy tính", "ô tô", "thu giữ"]),
    ("Tiêu tăng 5%; sầu riêng lao dốc, giảm 20%, còn 65.000 đồng/kg.", ["Tiêu", "sầu riêng", "sầu riêng"]),
    ("Phân bón tăng 25% so với đầu năm mà bưởi còn 18.000 đồng/kg.", ["Phân bón", "bưởi"]),
    ("Trường có 3.046 học sinh, sĩ số 48 em.", ["học sinh", "em"]),
    ("Mặt trận vận động 412 tỷ đồng, vượt 12,4% chỉ tiêu.", ["vận động", "vận động"]),
    ("Tỷ lệ hộ nghèo toàn huyện còn 12%, xã An Sơn chỉ còn 8,1%.", ["Tỷ lệ hộ nghèo toàn huyện"] * 2),
    ("Tỷ lệ hộ nghèo là 60%, đến nay xã chỉ còn 38,1%.", ["Tỷ lệ hộ nghèo"] * 2),
    ("Xã thu 12 tỷ đồng, bằng 120% dự toán huyện giao và tăng 5%.", ["thu", "thu", "thu"]),
    ("Xã lắp 3 máy lọc công suất 50 m3 mỗi ngày.", ["máy lọc", "công suất"]),
    ("Tỉnh xây 6.800 căn hộ giá 350 - 600 triệu đồng.", ["căn hộ", "giá"]),
    ("Các nơi ủng hộ 2 tỷ đồng; riêng giáo xứ Vinh Hoà 300 triệu đồng.", ["ủng hộ", "ủng hộ"]),
    ("Công ty nắm 54% cổ phần, Hoà Bình chỉ còn 28%.", ["cổ phần", "Hòa Bình"]),
    ("Mặt trận tặng 5 xe lăn, trị giá 20 triệu đồng.", ["xe lăn", "trị giá"]),
    ("Tổng kinh phí 482 tỷ đồng, trong đó riêng 3 km là 240 tỷ đồng.", ["Tổng kinh phí", None, "Tổng kinh phí"]),
    ("Giải quyết 187 đơn, đạt tỷ lệ 85,4%.", ["đơn", "đơn"]),
    ("Giải ngân 12 tỷ đồng. Đơn vị nào đạt dưới 60% phải báo cáo.", ["Giải ngân", "Giải ngân"]),
    ("Khối chính quyền từ 19 xuống còn 14 cơ quan.", ["cơ quan", "cơ quan"]),
    ("Tỷ lệ xã đạt tiêu chí y tế tăng từ 69,8% lên 94,1%.", ["Tỷ lệ xã đạt tiêu chí y tế"] * 2),
    ("Bắt 11 vụ/16 đối tượng.", ["vụ", "đối tượng"]),
    ("Tỷ lệ phá án đạt 84,6%, vượt 9,6% chỉ tiêu Bộ Công an giao.", ["Tỷ lệ phá án", "Tỷ lệ phá án"]),
    ("Phát hiện 35 vụ việc, kiến nghị thu hồi 78 triệu đồng.", ["vụ việc", "thu hồi"]),
    ("Mưa làm 12 ha cây trồng bị thiệt hại (tăng 2 ha).", ["cây trồng", "cây trồng"]),
    ("Khảo sát người dân: 92,4% hài lòng, 5,1% bình thường.", ["hài lòng", "bình thường"]),
    ("Mức thu với học sinh cũ là 3 triệu đồng, học sinh mới hơn 2 triệu đồng.", ["Mức thu", "Mức thu"]),
    ("Giá suất ăn 20 nghìn đồng, nay đã nâng lên 25 nghìn đồng.", ["Giá suất ăn", "Giá suất ăn"]),
    ("Đơn vị cấp xã còn 104 đơn vị, giảm 57%.", ["đơn vị", "Đơn vị cấp xã"]),
    ("Hồ lớn nhất 1 triệu m3, còn lại 500 nghìn m3.", ["Hồ lớn nhất", "Hồ lớn nhất"]),
    ("Giải ngân đạt 45% kế hoạch vốn được giao, thấp hơn 3,6 điểm phần trăm.", ["Giải ngân", "Giải ngân"]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED, ids=[text for text, _ in CARRIED])
def test_measures_carry_over(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tỷ lệ hộ nghèo", "tỉ lệ  hộ nghèo"),
        ("Hoà giải", "hòa giải"),
        ("mô hình “Dân vận khéo”", 'mô hình "Dân vận khéo"'),
        ("Số căn nhà tạm", "nhà tạm"),
        ("cuộc đối thoại", "đối thoại"),
    ],
)
def test_one_key_for_one_measure(one, other):
    assert measure_key(one, LEXICON) == measure_key(other, LEXICON)
