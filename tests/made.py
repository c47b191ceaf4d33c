"""A document made by hand, for tests of the writers: no engine needed, every field in use."""

from decimal import Decimal

from danvan_cli.document import (
    SCHEMA_VERSION,
    Citation,
    Document,
    Indicator,
    Movement,
    Official,
    Organisation,
    OrganisationMention,
    Period,
    PersonMention,
    Place,
    Position,
    Quote,
)

EMPTY = Document(SCHEMA_VERSION, "trong.txt", None, None, None, (), (), (), (), (), ())

FULL = Document(
    schema=SCHEMA_VERSION, source="bai.txt", title="Hội nghị giao ban quý III", date="2024-07-09",
    place=Place("tỉnh Hậu Giang", "province", "thành phố Cần Thơ"),
    officials=(
        Official("Nguyễn Văn Hồi", "đồng chí", None, None, positions=(
            Position("Ủy viên Ban Thường vụ", 20, 41, "Ủy viên", "Ban Thường vụ", None, False, "official.list"),
            Position("Trưởng Ban Dân vận Tỉnh ủy", 43, 69, "Trưởng Ban", "Ban Dân vận Tỉnh ủy Hậu Giang",
                     "tỉnh Hậu Giang", False, "official.name-title-org"),
        ), mentions=(PersonMention("Nguyễn Văn Hồi", 4, 18, "name", "person.full"),
                     PersonMention("đồng chí Hồi", 100, 112, "short", "person.short"))),
        Official("Trần Thị Mơ", None, "Đại tá", "female", (), (PersonMention("Trần Thị Mơ", 80, 91, "name"),)),
    ),
    organisations=(
        Organisation("Ban Dân vận Tỉnh ủy Hậu Giang", "party", "province", "tỉnh Hậu Giang", ("Ban Dân vận Tỉnh ủy",),
                     (OrganisationMention("Ban Dân vận Tỉnh ủy", 50, 69, "organisation.head"),)),
        Organisation("Công ty cổ phần Hoa Sen", "company", None, None, (), (
            OrganisationMention("Công ty cổ phần Hoa Sen", 120, 143, "organisation.company"),)),
    ),
    indicators=(
        Indicator("gần 500 hội nghị", 200, 216, Quote("500", 204, 207), 500, None, None, "nearly", "count", None,
                  "hội nghị", "hội nghị", None, None, None, None, None,
                  Period("Từ năm 2014 đến nay", "2014-01-01", None), "indicator.count"),
        Indicator("thu ngân sách tăng 7,6% so với cùng kỳ", 220, 258, Quote("7,6%", 239, 243), Decimal("7.6"), None,
                  None, "eq", "%", None, "thu ngân sách", "thu ngân sách", "up", "cùng kỳ", None,
                  "UBND tỉnh Hậu Giang", "tỉnh Hậu Giang", None, "indicator.percent"),
        Indicator("44/83 hộ", 260, 268, Quote("44", 260, 262), 44, None, None, "eq", "count", None, "hộ", "hộ",
                  None, None, 83, None, None, None, "indicator.share"),
        Indicator("5-10 triệu đồng/tháng", 270, 291, Quote("5-10 triệu", 270, 280), 5_000_000, 10_000_000, None,
                  "range", "VND", "tháng", None, None, None, None, None, None, None, None, "indicator.money"),
        Indicator("hàng trăm hộ", 300, 312, Quote("hàng trăm", 300, 309), None, None, 100, "eq", "count", None, "hộ",
                  "hộ", None, None, None, None, None, None, "indicator.vague"),
    ),
    documents=(Citation("Công văn số 1926-CV/TU", 320, 342, "Công văn", "1926-CV/TU", "Tỉnh ủy Hậu Giang", None,
                        "citation.number"),),
    movements=(Movement("Dân vận khéo", (Quote("Dân vận khéo", 350, 362),)),),
    warnings=("read as windows-1258",),
)
