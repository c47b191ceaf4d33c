"""Organisations: where a name begins and ends, and what is none. Brackets mark what must be found, and nothing else."""

from __future__ import annotations

import time

import pytest

from danvan_cli.find.anchors import anchors
from danvan_cli.find.findings import find_all
from danvan_cli.find.organisations import find_bodies
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment
from danvan_cli.text.fold import fold_string

LEXICON = Lexicon()

PARTY = [
    "Ông An, Bí thư [Tỉnh ủy Hậu Giang], chủ trì.",
    "Phó Bí thư Thường trực [Huyện uỷ] dự họp.",
    "Theo [Thường trực Tỉnh ủy], việc đã xong.",
    "Các đồng chí Lê Duẩn, Trường Chinh được nhắc đến.",
    "Ủy viên [Ban Thường vụ Thành ủy], Trưởng [Ban Tổ chức Thành ủy TP HCM] Lê Văn An nói.",
    "Phó Trưởng Ban Thường trực [Ban Dân vận Trung ương] Ngô Thị Bình trình bày.",
    "Trưởng [ban Tổ chức Huyện ủy] – ông Trần Văn Cường.",
    "[Ban Tuyên giáo và Dân vận Tỉnh ủy Lâm Đồng] phối hợp.",
    "[Ban chấp hành đảng bộ TP HCM] khóa XI họp.",
    "Uỷ viên [BCH Đảng bộ tỉnh], [Bộ Chính trị] khoá XIII, [Ban Bí thư].",
    "Kết luận của [UBKT Tỉnh ủy Bạc Liêu] và [Ủy ban Kiểm tra (UBKT) Huyện ủy Cái Bè].",
    "Bí thư [Chi bộ thôn Đông], [Đảng ủy xã Hòa Bắc], [Đảng bộ huyện].",
    "[Ban Cán sự đảng UBND tỉnh] và [Đảng ủy Công an Trung ương].",
    "[Quận ủy quận 5] họp với [Quận đoàn 5].",
    "[Đảng ủy Khối các cơ quan Trung ương], [Đảng bộ các cơ quan Đảng tỉnh], [Đoàn Khối các cơ quan và Doanh nghiệp tỉnh] họp.",
    "[Khối Dân vận xã] và [Khối dân vận phường Hòa Bắc] ra mắt mô hình; biên bản họp [Khối Dân vận].",
    "Theo chương trình của [Đảng ủy]; thành phần: [Đảng ủy], [HĐND], [UBND].",
    "Giám đốc [Sở Nội vụ tỉnh] Nguyễn Văn Minh báo cáo.",
    "Chủ tịch [Hội đồng xét cấp giấy chứng nhận quyền sử dụng đất huyện] ký duyệt.",
    "Ủy viên [Ban Thường trực Ủy ban MTTQ tỉnh], Phó Trưởng Ban Thường trực [Ban Dân vận Tỉnh ủy] dự họp.",
    "Bí thư [Đoàn xã Tân Hòa] và Bí thư [Đoàn phường Bến Nghé] Lê Bá Toàn gặp Bí thư [Đoàn xã] Lê Bá Thọ.",
    # a district that is no more
    "Ông từng là Bí thư [Huyện ủy Bến Hải], rồi Bí thư [Huyện đoàn Mường Khoa].",
    "Bí thư [Huyện ủy Bến Hải] Lê Bá Toàn, Bí thư [Huyện ủy] Lê Bá Toàn và Bí thư [Huyện ủy] Lê Toàn họp.",
]
STATE = [
    "Chủ tịch [UBND huyện Củ Chi], TP HCM.",
    "[UBND xã Vĩnh Lộc B], huyện Bình Chánh, cho biết.",
    "Phó Chủ tịch [HĐND], Chủ tịch [UBND TP.HCM] Nguyễn Văn An.",
    "Chủ tịch [UBND xã] Đặng Trần Phong cho biết.",
    "Chủ tịch [UBND quận 1] và [UBND P. 12].",
    "[Sở Tài nguyên và Môi trường], [Sở Tài nguyên - Môi trường], [Sở TN&MT] và [Sở TN-MT TP Đà Nẵng].",
    "[Sở Văn hóa, Thể thao và Du lịch]; [Sở LĐ-TB&XH]; [Sở Lao động - Thương binh và Xã hội].",
    "[Sở Tài chính] và Tư pháp thẩm định.",
    "Giám đốc [Sở Y tế Hà Nội] Trần Thị Nhị Hà nói.",
    "Bộ trưởng [Bộ Nội vụ], nguyên Bộ trưởng [Bộ NN & PTNT].",
    "Giám đốc [Sở Nông nghiệp và PTNT] Trần Thị Hoa, Giám đốc [Sở Lao động - TB&XH] Lê Văn An và Phó Giám đốc [Sở Tài nguyên & MT] Đỗ Hữu Tâm.",
    "[Bộ Chỉ huy Bộ đội Biên phòng tỉnh] và [Bộ CHQS tỉnh].",
    "Chủ nhiệm [Ủy ban Khoa học, Công nghệ và Môi trường của Quốc hội].",
    "[Đoàn ĐBQH tỉnh Đắk Lắk], đại biểu [Quốc hội], [Ủy ban Thường vụ Quốc hội].",
    "Trưởng [phòng Giáo dục và Đào tạo huyện], Trưởng [phòng TCKH huyện].",
    "[Cục Thuế TP Hải Phòng], [Chi cục Hải quan Cảng Cát Lở], [Cục Hàng hải Việt Nam].",
    "[Kho bạc Nhà nước tỉnh Nghệ An], [Thanh tra tỉnh], [Thanh tra Bộ Xây dựng].",
    "[Phòng Văn hóa - Xã hội phường Long Xuyên], [Trung tâm Phục vụ hành chính công xã].",
    "[Văn phòng UBND tỉnh], [Văn phòng HĐND và UBND huyện Mộc Châu].",
    "[Ban Chỉ đạo thực hiện quy chế dân chủ ở cơ sở huyện] họp.",
    "[Ban Quản lý dự án các công trình giao thông tỉnh] báo cáo.",
    "[Ủy ban Quốc gia ứng phó sự cố, tìm kiếm cứu nạn] trực.",
    "[Thống kê tỉnh Gia Lai], [Thuế tỉnh Cà Mau] và [Thuế cơ sở 2]; thống kê tỉnh nào, Thuế Mỹ ra sao.",
    "[Trung tâm Hành chính công huyện] và [Trung tâm Phục vụ hành chính công tỉnh] tiếp dân.",
    "[Tổ công tác tháo gỡ khó khăn cho cấp xã] và [Ban chuyên án 925T] họp.",
    "Phó Chánh [tòa Hình sự TAND TP Hà Nội] chủ trì.",
    "Chủ tịch [UBND tỉnh] Lữ Thị Kim Sa giao [UBND huyện Lộc Hà] và [UBND huyện đảo Lý Sơn].",
    "Nay kỷ luật [Đảng ủy Công ty Cấp nước Thủ Đức], sửa Luật Mặt trận Tổ quốc Việt Nam.",
    "Theo văn bản gửi [Sở GTVT], [UBND tỉnh] chỉ đạo [Ban Quản lý các Khu công nghiệp và Chế xuất].",
    "[UBND tỉnh], tổ chức Đảng, [Cục Hải quan thành phố], tổ công tác và [UBND xã], [Tổ công nghệ số cộng đồng thôn] họp.",
    "[Kiểm toán nhà nước khu vực X] và [Tòa án nhân dân khu vực 3] đến làm việc.",
]
OTHERS = [
    "Theo báo cáo, Ban kiểm soát thông tin tại Đại hội; [Ban Kiểm soát Công ty cổ phần Sao Mai] nêu rõ.",
    "Giám đốc [Nông trường Sông Thao] và [Công ty Nông trường Sông Thao] họp; ông ở nông trường đã lâu.",
    # a congress, not a university
    "Phiên thứ hai ĐH [Hội Sinh viên thành phố Hà Nội] khoá VII; ĐH [Đảng bộ huyện Kim Sơn]; ĐH [Đoàn thanh niên tỉnh Thái Bình] lần thứ X.",
    "[ĐH Công đoàn], [Trường ĐH Y Hà Nội] và [ĐHQG Hà Nội] ký kết.",
    "[Ủy ban MTTQ Việt Nam tỉnh Nghệ An], [UBMTTQVN huyện], [MTTQ] và các đoàn thể.",
    "[Ban Thường trực Ủy ban MTTQ Việt Nam huyện] tiếp.",
    "Chủ tịch [Hội LHPN xã Đa Lộc], [Hội Cựu chiến binh xã], [hội nông dân xã].",
    "[Hội Nông dân xã] Lâu Thị Mỷ đến từng nhà.",
    "[Hội Liên hiệp Thanh niên Việt Nam TP Huế], [Trung ương Hội Nông dân Việt Nam].",
    "Bí thư [Tỉnh Đoàn], [Huyện đoàn Vũ Quang], [Đoàn Thanh niên xã], [LĐLĐ tỉnh].",
    "Quyên góp cho [Quỹ \"Vì người nghèo\" tỉnh].",
    "[Công an huyện Hóc Môn], [công an xã], [Công an Hà Nội] Nguyễn Văn An.",
    "[Cơ quan CSĐT Công an huyện Hóc Môn], [Phòng CSHS (PC02) Công an tỉnh].",
    "[Trung đoàn 584] ký kết nghĩa với 3 làng, [Trung đội 5] giúp dân.",
    "[Trung đoàn 88], [Sư đoàn 302], [Quân khu 7], [Đồn Biên phòng Sóc Giang].",
    "[TAND tỉnh], [VKSND cấp cao tại Đà Nẵng], [TAND khu vực 3 - Đắk Lắk], [Phòng THADS khu vực 5].",
    "[Trường Tiểu học số 1 Hòa Bắc] và [trường THPT chuyên Trần Phú].",
    "Hiệu trưởng [Trường THPT Lê Lợi] Nguyễn Văn An.",
    "[Bệnh viện Đa khoa khu vực Cái Nước], [Trung tâm Y tế huyện Đắk Glei].",
    "[Trung tâm Y tế huyện] hỗ trợ người dân; [Viện Quy hoạch xây dựng miền Nam] thống nhất.",
    "[Báo Cà Mau], [báo Người Lao Động], [Tạp chí Dân vận], [VnExpress].",
    "[Công ty CP Vật liệu Hoàng Gia Phú] và [Công ty TNHH MTV Cao su Bình Long].",
    "[Ngân hàng TMCP Đầu tư và Phát triển Việt Nam - Chi nhánh Nghệ An] tài trợ.",
    "Giám đốc [Công ty CP Xây dựng Thành Sen] Nguyễn Văn An.",
    "[Bộ Quốc phòng Mỹ], [Quốc hội Hàn Quốc], [chính phủ Nhật Bản], [Liên Hợp Quốc], [WHO].",
    "[Agribank Chi nhánh huyện Văn Yên], [Điện lực Mường La], [Trường Chính trị tỉnh], [Công ty TNHH Tư vấn Sao Mai].",
    "[Đại sứ quán Việt Nam tại Lào] và [Hội đồng hương Nghệ An tại Cộng hòa Séc].",
    "[VNPT Quảng Ngãi], [Viettel] và [Agribank chi nhánh Trà Vinh] Sơn Thị Thu Hà tài trợ.",
    "Giám đốc [CDC Đồng Nai] Tạ Vĩnh Hà nói với Trưởng [Khoa Nhiễm].",
    "[Hiệp hội Cà phê - Ca cao tỉnh], [Nghiệp đoàn nghề cá Bình Châu] và [Tổ hợp tác quế Mang Krá] dự.",
    "[Quân chủng Phòng không - Không quân] và [Nhà hát Ca múa nhạc tổng hợp Đam San] biểu diễn.",
    "[Báo và Phát thanh - Truyền hình Vĩnh Long] đưa tin Ngày hội Đại đoàn kết.",
    "Trưởng [Ban Công tác Mặt trận thôn Đoàn Kết] và [Chi đoàn thanh niên] đón khách.",
    "[Công ty cổ phần bóng đèn, phích nước Rạng Đông] và [Trung tâm cứu hộ và phòng chống thiên tai thị xã Cửa Lò] họp.",
    "[Cục Kiểm soát hoạt động bảo vệ môi trường] cho Nhà máy hoạt động, lắp đặt trạm đo; [Hội đồng tuyển dụng viên chức huyện].",
    "[Phòng an ninh đối ngoại Công an tỉnh] và [phòng an ninh đối ngoại Công an tỉnh Thanh Hóa] phối hợp; phòng hậu cần lo cơm.",
    "Trưởng [Ban Công tác Mặt trận bản], Bí thư [chi bộ bản] và [Chi bộ bản Nậm Khao] xem bản đồ.",
    "[Tiểu ban Nhân sự], [Ban Quản lý dự án Sở Y tế], [Trung ương Hội] và [Ban Chấp hành Trung ương Hội].",
    "[Ban Chỉ huy Phòng thủ khu vực 2 - Hòa Vang], [Vùng 4 Hải quân], [Đoàn kinh tế - quốc phòng 379], [Bảo hiểm xã hội cơ sở Yên Bình], [Chi cục Kiểm lâm vùng II].",
    "[Ban Quản lý Khu công nghệ cao và các khu công nghiệp Đà Nẵng], [Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh].",
    "[Ban Chỉ đạo phong trào \"Toàn dân đoàn kết xây dựng đời sống văn hóa\"], [Trạm CSGT Suối Tre], [Agribank Chi nhánh Tây Nghệ An].",
    "Bí thư [Đoàn Trường Đại học Tây Nguyên], [Liên đội Trường THCS Lê Lợi], [Viện Goethe] và [Hội đồng Dân tộc của Quốc hội].",
    "[Công ty TNHH Runergy PV Technology], [Khu Quản lý đường bộ II], [Cục Quản lý đê điều và Phòng, chống thiên tai].",
    "[Câu lạc bộ Bóng đá Hà Nội] và [CLB Sông Lam Nghệ An]; câu lạc bộ thành lập đã lâu; [Cổng thông tin điện tử tỉnh].",
    "Chủ tịch [Hội đồng Lập hiến Venezuela] Diosdado Cabello thông báo cho [Hội đồng Bộ trưởng Cuba] Miguel Díaz Canel.",
    "[Hãng tin Reuters] dẫn [Bộ Quốc phòng Nga]; tỉnh giao [sở Y tế] chủ trì tại [Trung tâm Hội nghị Quốc tế] ở Lê Hồng Phong.",
    "[Đại sứ quán Việt Nam tại Vương quốc Bỉ], [Phái đoàn thường trực Việt Nam tại Liên hợp quốc]; Thiền viện Trúc Lâm.",
    "[Chính phủ nước Cộng hoà xã hội chủ nghĩa Việt Nam] và [Tòa Giám mục Vinh]; UBND hai phường, UBND các xã.",
    "[Công ty CP Môi trường xanh Hậu Giang] và [Công ty kim loại màu Nghệ Tĩnh] đầu tư ở khu mới Hà Nội.",
    # dashes between the parts of one name, and before another
    "[Công ty cổ phần BOT Trung Lương - Mỹ Thuận], [Ban Quản lý Khu kinh tế Chân Mây - Lăng Cô], [Trường THPT Quang Trung - Đống Đa].",
    "[Trường Đại học Sư phạm - Đại học Đà Nẵng], [Trường ĐH Bách khoa - ĐHQG TP HCM], [Trường Đại học Y Hà Nội] - [Bệnh viện Bạch Mai].",
    "[Trường Đại học Kinh tế - Luật], [Trường Cao đẳng Kỹ thuật Bà Rịa - Vũng Tàu] và [Hội Hữu nghị Việt Nam - Lào tỉnh].",
    "Giám đốc [Công ty Sao Mai] - Lê Hoa; [Công ty CP Hoàng Anh] - Nguyễn Văn Bình; [Công ty Trường Thành] - Hà Nội.",
    "Hiệu trưởng [Trường Tiểu học Thực hành Phan Đình Phùng] kể với [Đồn Biên phòng Lăng Cô].",
    "[Ban Chỉ đạo Đại hội Đảng bộ tỉnh], [Ban Chỉ đạo 35 Tỉnh ủy], [Ban Chỉ đạo thi tốt nghiệp THPT tỉnh], [Ban Chỉ đạo Tổng điều tra nông nghiệp tỉnh].",
    "[Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số] họp.",
    "[Hội Phụ nữ Công an tỉnh], [Hội CCB Bộ CHQS tỉnh], [Đảng ủy MTTQ, các đoàn thể Trung ương]; Trưởng [phòng Kế hoạch tổng hợp Bệnh viện A].",
    "Nơi nhận: [TT Tỉnh ủy]; [TT. HĐND tỉnh]; TT [Chính phủ]. Phó Bí thư Thường trực [Tỉnh ủy].",
    "[Công ty Xây dựng Thủy lợi 4] thi công; Giám đốc [Trung tâm Đào tạo và Chỉ đạo tuyến], ông Lê Văn An; công ty khách sạn Công Đoàn.",
    "Cục trưởng [Cục Bà mẹ và Trẻ em] Đinh Anh Tuấn, [Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính].",
    "[Vụ Chính quyền địa phương] và [Cục Phát triển thị trường trong nước] họp với [Đồn Công an Khu công nghiệp Hòa Phú].",
    "[Trường TH, THCS và THPT Hoàng Mai], [Trường Phổ thông Dân tộc nội trú THCS và THPT huyện Cẩm Hà].",
    # several of a sort, of the one body that each is part of
    "Các đoàn đại biểu [Quốc hội], 63 đoàn đại biểu [Quốc hội] và các Sở Nội vụ; ngày 5 [công an xã], ngày 12-5 [công an huyện] họp ở tầng 2 trụ sở [UBND xã].",
    # boards of 2025, zones of industry, schools of two levels
    "Phó Trưởng [Ban Chỉ đạo sắp xếp đơn vị hành chính tỉnh] báo cáo [Ban Chỉ đạo sáp nhập đơn vị hành chính cấp xã huyện Cẩm Hà].",
    "[Ban Chỉ đạo sắp xếp, tổ chức lại đơn vị hành chính tỉnh] họp với [Ban Chỉ đạo tinh gọn bộ máy tỉnh] và [Ban Chỉ đạo công tác dân vận tỉnh].",
    "Phó cục trưởng [Cục Quản lý Lao động ngoài nước] Tạ Văn An và [Cục Quản lý lao động ngoài nước] khuyến cáo.",
    "Chủ tịch [Công đoàn các KCN tỉnh] Trần Văn Nam, [Công đoàn các Khu kinh tế và khu công nghiệp tỉnh Hà Tĩnh], [Đảng ủy các KCN-CX Hà Nội].",
    "[Ban Quản lý các Khu công nghiệp và Khu kinh tế tỉnh] họp với [Ban Quản lý các cụm công nghiệp huyện Thuận Thành].",
    "[Ban QLDA và Phát triển quỹ đất huyện] họp với [Ban QLDA & PTQĐ thành phố].",
    "[Trường PTDTBT TH và THCS số 2 Trọng Hóa], [Trường PTDTBT TH&THCS Trà Leng], [Trường Phổ thông Dân tộc bán trú Tiểu học và THCS Nậm Xé].",
    "Phó chánh [Thanh tra Bộ] Lê Minh Thảo và Chánh [Thanh tra Sở] nêu kết luận của [Thanh tra Bộ Nội vụ].",
    "[Ban Tuyên giáo - Nữ công] và [Ban Chính sách - Pháp luật] của [LĐLĐ tỉnh].",
    "Cục trưởng [Cục Thủy sản và Kiểm ngư] Vương Quốc Thắng nói với Giám đốc [Công ty CP Đại Lộc Phát], ông Lê Bá.",
    "[Ban Quản lý Đầu tư và Xây dựng Thủy lợi 6] và [Công ty Xây dựng Thủy lợi 4] đã ký; [Công ty Xây dựng Bình Minh] 5 công trình.",
]
CAPITALS = ["[HUYỆN ỦY MƯỜNG LA]", "CHÁNH [VĂN PHÒNG UBND TỈNH]", "BÁO CÁO KẾT QUẢ CÔNG TÁC", "NHIỆM VỤ 6 THÁNG CUỐI NĂM"]
NONE = [
    "ĐH toàn quốc lần thứ XI và ĐH đại biểu khai mạc.",
    "Xét Tờ trình số 188/TTr-UBND; căn cứ Chương trình số 12-CTr/HU, Kế hoạch số 3/KH-HĐND.",
    "Cấp ủy, chính quyền các cấp, các sở, ngành và các đoàn thể phối hợp.",
    "UBND các huyện, HĐND các cấp, ban dân vận các cấp, Công an xã, thị trấn.",
    "Các Ban Dân vận Huyện ủy, các Sở Nội vụ.",
    "Chủ tịch huyện chỉ đạo; lãnh đạo thành phố yêu cầu.",
    "Đại hội bầu cán bộ; trong nội bộ, nhiệm vụ của hội nghị là báo cáo.",
    "Khách đến Hội An, Đài Loan, Trường Sa, đường Trường Sơn.",
    "Luật Mặt trận Tổ quốc Việt Nam và Luật Công an nhân dân.",
    "Ở trung tâm thành phố, trung tâm Hà Nội có 33 trường THPT.",
    "Đoàn Ngọc Hải, Nguyễn Trường Giang và Võ Viện Sơn.",
    "Họ \"đánh hội đồng\" doanh nghiệp bằng cách \"sáng đăng, trưa gặp\".",
    "Vụ án ở Tây Ban Nha; các công ty Mỹ; Báo Nga.",
    "Xây 12 trụ sở công an xã và 2 trụ sở Công an xã; hơn 20% trạm y tế xã, 5 công an xã thiếu người.",
    "Chi bộ ấp nào chậm thì Bí thư chi bộ ấp đó giải trình.",
]


def bodies(text: str):
    page = segment(text, LEXICON)
    return [body for paragraph in page.paragraphs for found in find_all(page, paragraph, LEXICON)
            for body in found.bodies]


def marked(text: str) -> str:
    """Give the text with brackets around every organisation found."""
    folded = fold_string(text)
    for body in reversed(bodies(text)):
        folded = f"{folded[:body.start]}[{folded[body.start:body.end]}]{folded[body.end:]}"
    return folded


def plain(text: str) -> str:
    return text.replace("[", "").replace("]", "")


@pytest.mark.parametrize("text", [*PARTY, *STATE, *OTHERS, *CAPITALS, *NONE])
def test_each_name_whole_and_nothing_else(text):
    assert marked(plain(text)) == fold_string(text)


# A wording; name in full, kind, level, place.
READINGS = [
    ("UBND tỉnh", ("Ủy ban nhân dân tỉnh", "state", "province", None)),
    ("UBND TP HCM", ("Ủy ban nhân dân thành phố Hồ Chí Minh", "state", "province", "thành phố Hồ Chí Minh")),
    ("Ủy ban MTTQ huyện Củ Chi",
     ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện Củ Chi", "front", "district", "huyện Củ Chi")),
    ("Sở GD&ĐT", ("Sở Giáo dục và Đào tạo", "state", "province", None)),
    ("Ban Dân vận Huyện ủy Châu Phú", ("Ban Dân vận Huyện ủy Châu Phú", "party", "district", "huyện Châu Phú")),
    ("Thường trực HĐND tỉnh", ("Thường trực Hội đồng nhân dân tỉnh", "council", "province", None)),
    ("Đảng ủy Công an Trung ương", ("Đảng ủy Công an Trung ương", "party", "central", None)),
    ("Hội LHPN xã", ("Hội Liên hiệp Phụ nữ xã", "mass_organisation", "commune", None)),
    ("Bộ NN&PTNT", ("Bộ Nông nghiệp và Phát triển nông thôn", "state", "central", None)),
    ("Sở VHTTDL", ("Sở Văn hóa, Thể thao và Du lịch", "state", "province", None)),
    ("Báo Quảng Ninh", ("Báo Quảng Ninh", "press", "province", "tỉnh Quảng Ninh")),
    ("Trường THPT Lê Lợi", ("Trường Trung học phổ thông Lê Lợi", "public_service", None, None)),
    ("Uỷ ban Tư pháp Hạ viện Mỹ", ("Ủy ban Tư pháp Hạ viện Mỹ", "international", None, None)),
    ("Bộ Quốc phòng Lào", ("Bộ Quốc phòng Lào", "international", None, None)),
    ("Bộ Ngoại giao Việt Nam", ("Bộ Ngoại giao Việt Nam", "state", "central", None)),
    ("Đại sứ quán Mỹ tại Việt Nam", ("Đại sứ quán Mỹ tại Việt Nam", "international", None, None)),
    ("Đại sứ quán Việt Nam tại Lào", ("Đại sứ quán Việt Nam tại Lào", "state", "central", None)),
    ("UBND tỉnh Thừa Thiên - Huế",
     ("Ủy ban nhân dân tỉnh Thừa Thiên Huế", "state", "province", "thành phố Huế")),
    ("Sở Y tế Hà Nội", ("Sở Y tế thành phố Hà Nội", "state", "province", "thành phố Hà Nội")),
    ("Công an Cầu Giấy", ("Công an quận Cầu Giấy", "military_police", "district", "quận Cầu Giấy")),
    ("Tỉnh ủy Hà Nam", ("Tỉnh ủy Hà Nam", "party", "province", "tỉnh Hà Nam")),
    ("Trường Đại học Bách khoa Hà Nội",
     ("Trường Đại học Bách khoa Hà Nội", "public_service", "province", "thành phố Hà Nội")),
    ("Sở Lao động", ("Sở Lao động - Thương binh và Xã hội", "state", "province", None)),
    ("báo Lao Động", ("Báo Lao Động", "press", None, None)),
    ("Cục CSGT", ("Cục Cảnh sát giao thông", "military_police", None, None)),
    ("Phòng Cảnh sát hình sự", ("Phòng Cảnh sát hình sự", "military_police", None, None)),
    ("Ban Dân nguyện", ("Ban Dân nguyện", "council", None, None)),
    ("Đội Quản lý thị trường số 2", ("Đội Quản lý thị trường số 2", "state", None, None)),
    ("Phòng Cảnh sát hình sự Công an tỉnh", ("Phòng Cảnh sát hình sự Công an tỉnh", "military_police", "province", None)),
    ("Đảng Dân chủ", ("Đảng Dân chủ", "party", None, None)),
    ("Công an TP.HCM", ("Công an thành phố Hồ Chí Minh", "military_police", "province", "thành phố Hồ Chí Minh")),
]


@pytest.mark.parametrize(("wording", "expected"), READINGS, ids=[row[0] for row in READINGS])
def test_name_kind_level_and_place(wording, expected):
    [body] = bodies(f"Theo {wording} đã báo cáo.")
    assert (body.name, body.kind, body.level, body.place) == expected


def test_the_body_inside_a_body_is_kept_but_not_listed():
    [body] = bodies("Ban Dân vận Tỉnh ủy Hà Nam họp.")
    assert body.inner is not None
    assert (body.inner.name, body.inner.start, body.inner.end) == ("Tỉnh ủy Hà Nam", 12, 26)


@pytest.mark.parametrize("trigger", [
    "UBND ", "Ban Dân vận ", "Công ty A ", 'Quỹ " ', "Văn phòng Đảng ủy ", "Ban ", "Công an TP. ", "Nguyễn ", "A - "])
def test_time_grows_with_length_only(trigger):
    def seconds(times: int) -> float:
        [sentence] = segment(trigger * times, LEXICON).paragraphs[0].sentences[-1:]
        start = time.process_time()
        find_bodies(sentence, anchors(sentence, LEXICON).bodies, LEXICON)
        return time.process_time() - start

    seconds(10)
    assert min(seconds(4000) for _ in range(3)) < 12 * min(seconds(1000) for _ in range(3)) + 0.5
