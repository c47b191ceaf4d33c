"""A document made by hand, for tests of the writers: no engine needed, every field in use."""

import dataclasses
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


def figure(text, start, number, **known):
    """An indicator that quotes `text` at `start`, with `number` in it; what is not told is absent."""
    at = start + text.index(number)
    absent = dict.fromkeys(f.name for f in dataclasses.fields(Indicator))
    fields = {"bound": "eq", "unit": "count", "measure_key": known.get("measure"), **known}
    return Indicator(**{
        **absent, **fields, "text": text, "start": start, "end": start + len(text),
        "number": Quote(number, at, at + len(number))})


EMPTY = Document(
    schema=SCHEMA_VERSION, source="trong.txt", format="text", encoding=None, title=None, date=None, place=None, author=None,
    publisher=None, officials=(), organisations=(), indicators=(), documents=(), movements=(), warnings=())

FULL = Document(
    schema=SCHEMA_VERSION, source="bai.txt", format="html", encoding="utf-8", title="Hội nghị giao ban quý III", date="2024-07-09",
    place=Place("tỉnh Hậu Giang", "province", "thành phố Cần Thơ"), author="Mai Hương", publisher="Báo Hậu Giang",
    officials=(
        Official("Nguyễn Văn Hồi", "đồng chí", None, None, positions=(
            Position("Ủy viên Ban Thường vụ", 20, 41, "Ủy viên", "Ban Thường vụ", None, False,
                     "official.list"),
            Position("Trưởng Ban Dân vận Tỉnh ủy", 43, 69, "Trưởng Ban", "Ban Dân vận Tỉnh ủy Hậu Giang",
                     "tỉnh Hậu Giang", False, "official.name-title-org"),
        ), mentions=(PersonMention("Nguyễn Văn Hồi", 4, 18, "name", "person.full"),
                     PersonMention("đồng chí Hồi", 100, 112, "short", "person.short"))),
        Official("Trần Thị Mơ", None, "Đại tá", "female", (), (
            PersonMention("Trần Thị Mơ", 80, 91, "name"),)),
    ),
    organisations=(
        Organisation("Ban Dân vận Tỉnh ủy Hậu Giang", "party", "province", "tỉnh Hậu Giang",
                     ("Ban Dân vận Tỉnh ủy",), (
                         OrganisationMention("Ban Dân vận Tỉnh ủy", 50, 69, "organisation.head"),)),
        Organisation("Công ty cổ phần Hoa Sen", "company", None, None, (), (
            OrganisationMention("Công ty cổ phần Hoa Sen", 120, 143, "organisation.company"),)),
    ),
    indicators=(
        figure("gần 500 hội nghị", 200, "500", value=500, bound="nearly", measure="hội nghị",
               period=Period("Từ năm 2014 đến nay", "2014-01-01", None), rule="indicator.count"),
        figure("thu ngân sách tăng 7,6% so với cùng kỳ", 220, "7,6%", value=Decimal("7.6"), unit="%",
               measure="thu ngân sách", change="up", baseline="cùng kỳ", actor="UBND tỉnh Hậu Giang",
               place="tỉnh Hậu Giang", rule="indicator.percent"),
        figure("44/83 hộ", 260, "44", value=44, total=83, measure="hộ", rule="indicator.share"),
        figure("5-10 triệu đồng/tháng", 270, "5-10 triệu", value=5_000_000, value_max=10_000_000,
               bound="range", unit="VND", per="tháng", rule="indicator.money"),
        figure("hàng trăm hộ", 300, "hàng trăm", magnitude=100, measure="hộ", rule="indicator.vague"),
    ),
    documents=(Citation("Công văn số 1926-CV/TU", 320, 342, "Công văn", "1926-CV/TU", "Tỉnh ủy Hậu Giang",
                        None, "citation.number"),),
    movements=(Movement("Dân vận khéo", (Quote("Dân vận khéo", 350, 362),)),),
    warnings=("read as windows-1258",),
)
