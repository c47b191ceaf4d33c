"""What a place name stands for."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from danvan_cli.lexicon.places import Places, fold

PLACES = Places()
TABLES = ("places.tsv", "places_communes.tsv", "places_historical.tsv")


def rows(name: str) -> list[list[str]]:
    text = files("danvan_cli.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def columns(name: str) -> list[dict[str, str]]:
    header, *table = rows(name)
    return [dict(zip(header, row, strict=True)) for row in table]


@pytest.mark.parametrize(("name", "full_name", "now"), [
    ("Hậu Giang", "tỉnh Hậu Giang", "thành phố Cần Thơ"),
    ("tỉnh Hậu Giang", "tỉnh Hậu Giang", "thành phố Cần Thơ"),
    ("HẬU GIANG", "tỉnh Hậu Giang", "thành phố Cần Thơ"),
    (unicodedata.normalize("NFD", "Hậu Giang"), "tỉnh Hậu Giang", "thành phố Cần Thơ"),
    ("Cần Thơ", "thành phố Cần Thơ", "thành phố Cần Thơ"),
    ("Hà Nội", "thành phố Hà Nội", "thành phố Hà Nội"),
    ("HN", "thành phố Hà Nội", "thành phố Hà Nội"),
    ("TP Hồ Chí Minh", "thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("TP.HCM", "thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("Tp. HCM", "thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("TPHCM", "thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("Sài Gòn", "thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("Bà Rịa – Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"),
    ("Bà Rịa-Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"),
    ("BR-VT", "tỉnh Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"),
    ("Thừa Thiên Huế", "thành phố Huế", "thành phố Huế"),
    ("tỉnh Thừa Thiên - Huế", "thành phố Huế", "thành phố Huế"),
    ("TT-Huế", "thành phố Huế", "thành phố Huế"),
    ("Bắc Cạn", "tỉnh Bắc Kạn", "tỉnh Thái Nguyên"),
    ("Kontum", "tỉnh Kon Tum", "tỉnh Quảng Ngãi"),
    ("Đăk Lăk", "tỉnh Đắk Lắk", "tỉnh Đắk Lắk"),
    ("Đắc Lắc", "tỉnh Đắk Lắk", "tỉnh Đắk Lắk"),
    ("tỉnh Dak Lak", "tỉnh Đắk Lắk", "tỉnh Đắk Lắk"),
    ("Đăk Nông", "tỉnh Đắk Nông", "tỉnh Lâm Đồng"),
    ("Khánh Hoà", "tỉnh Khánh Hòa", "tỉnh Khánh Hòa"),
    ("Hà Tây", "tỉnh Hà Tây", "thành phố Hà Nội"),
    ("Sông Bé", "tỉnh Sông Bé", "tỉnh Đồng Nai; thành phố Hồ Chí Minh"),
    ("Quảng Nam – Đà Nẵng", "tỉnh Quảng Nam - Đà Nẵng", "thành phố Đà Nẵng"),
    ("Quy Nhơn", None, None),  # the city until 2025, and a phường since
    ("thành phố Qui Nhơn", "thành phố Quy Nhơn", "tỉnh Gia Lai"),
    ("TP. Mĩ Tho", "thành phố Mỹ Tho", "tỉnh Đồng Tháp"),
    ("Ban Mê Thuột", "thành phố Buôn Ma Thuột", "tỉnh Đắk Lắk"),
    ("thành phố Thái Nguyên", "thành phố Thái Nguyên", "tỉnh Thái Nguyên"),
    ("huyện Thuỷ Nguyên", "huyện Thủy Nguyên", "thành phố Hải Phòng"),  # until it was made a city on 1 January 2025
    ("thị xã Sầm Sơn", "thị xã Sầm Sơn", "tỉnh Thanh Hóa"),  # a city since 2017
    ("quận Thủ Đức", "quận Thủ Đức", "thành phố Hồ Chí Minh"),
    ("thị xã Củ Chi", None, None),  # no district becomes less than it was
    ("huyện 6", None, None),
    ("huyện Mù Cang Chải", "huyện Mù Căng Chải", "tỉnh Lào Cai"),
    ("huyện Krông Pắk", "huyện Krông Pắc", "tỉnh Đắk Lắk"),
    ("TP Thuỷ Nguyên", "thành phố Thủy Nguyên", "thành phố Hải Phòng"),
    ("huyện Ea H’Leo", "huyện Ea H'leo", "tỉnh Đắk Lắk"),
    ("Phan Rang – Tháp Chàm", "thành phố Phan Rang - Tháp Chàm", "tỉnh Khánh Hòa"),
    ("Q.1", "quận 1", "thành phố Hồ Chí Minh"),
    ("Q12", "quận 12", "thành phố Hồ Chí Minh"),
    ("Quận 03", "quận 3", "thành phố Hồ Chí Minh"),
    ("H. Củ Chi", "huyện Củ Chi", "thành phố Hồ Chí Minh"),
    ("Củ Chi", None, None),  # huyện, thị trấn, and xã since 2025
    ("huyện Châu Thành", None, None),  # ten of them
    ("Vĩnh Lộc B", "xã Vĩnh Lộc B", "xã Tân Vĩnh Lộc"),
    ("Đại Áng", "xã Đại Áng", None),  # divided
    ("đặc khu Trường Sa", "đặc khu Trường Sa", "đặc khu Trường Sa"),
    ("Atlantis", None, None),
    ("", None, None),
    ("huyện", None, None),
])
def test_a_name_resolves_to(name: str, full_name: str | None, now: str | None) -> None:
    unit = PLACES.resolve(name)
    assert (unit and unit.full_name, unit and unit.now) == (full_name, now)


@pytest.mark.parametrize(("name", "kind", "within", "full_name", "parents"), [
    ("Củ Chi", "H.", None, "huyện Củ Chi", ("thành phố Hồ Chí Minh",)),
    ("Củ Chi", "TT", None, "thị trấn Củ Chi", ("huyện Củ Chi", "thành phố Hồ Chí Minh")),
    ("Củ Chi", "xã", None, "xã Củ Chi", ("thành phố Hồ Chí Minh",)),
    ("Củ Chi", "T.T.", "Củ Chi", "thị trấn Củ Chi", ("huyện Củ Chi", "thành phố Hồ Chí Minh")),
    ("Châu Thành", "huyện", "Hậu Giang", "huyện Châu Thành", ("tỉnh Hậu Giang",)),
    ("Châu Thành", "H", "tỉnh Tiền Giang", "huyện Châu Thành", ("tỉnh Tiền Giang",)),
    ("1", "P.", "Q.3", "phường 1", ("quận 3", "thành phố Hồ Chí Minh")),
    ("P.01", None, "quận 3", "phường 1", ("quận 3", "thành phố Hồ Chí Minh")),
    ("1", "Q", "TP.HCM", "quận 1", ("thành phố Hồ Chí Minh",)),
    ("Thái Nguyên", "TP", None, "thành phố Thái Nguyên", ("tỉnh Thái Nguyên",)),
    ("Thái Nguyên", None, "tỉnh Thái Nguyên", "thành phố Thái Nguyên", ("tỉnh Thái Nguyên",)),
    ("Thừa Thiên Huế", "tỉnh", None, "thành phố Huế", ()),
    ("Phong Điền", None, "Thừa Thiên Huế", None, None),  # thị xã and phường
    ("Phong Điền", "TX", "Thừa Thiên Huế", "thị xã Phong Điền", ("thành phố Huế",)),
    ("Sài Gòn", "phường", None, "phường Sài Gòn", ("thành phố Hồ Chí Minh",)),
    ("Côn Đảo", "đặc khu", None, "đặc khu Côn Đảo", ("thành phố Hồ Chí Minh",)),
    ("Phường Đúc", None, "thành phố Huế", "phường Phường Đúc", ("quận Thuận Hóa", "thành phố Huế")),
    ("Hậu Giang", "huyện", None, None, None),
    ("huyện Củ Chi", "xã", None, None, None),
    ("Hậu Giang", "khu phố", None, None, None),
    ("Củ Chi", "huyện", "Hà Nội", None, None),
    ("Củ Chi", "huyện", "Atlantis", None, None),
])
def test_type_and_container_narrow_a_name(
    name: str, kind: str | None, within: str | None, full_name: str | None, parents: tuple[str, ...] | None,
) -> None:
    unit = PLACES.resolve(name, type=kind, within=within)
    assert (unit and unit.full_name, unit and unit.parents) == (full_name, parents)


def test_a_lookup_gives_every_unit_the_highest_first() -> None:
    units = PLACES.lookup("Củ Chi")
    assert [(unit.full_name, unit.level, unit.valid_from, unit.valid_to, unit.now) for unit in units] == [
        ("huyện Củ Chi", "district", None, "2025-06-30", "thành phố Hồ Chí Minh"),
        ("thị trấn Củ Chi", "commune", None, "2025-06-30", "xã Tân An Hội"),
        ("xã Củ Chi", "commune", "2025-07-01", None, "xã Củ Chi"),
    ]


@pytest.mark.parametrize(("name", "expected"), [
    ("Hậu Giang", True), ("tỉnh Hậu Giang", True), ("TP Cần Thơ", True), ("TP.HCM", True), ("Hà Tây", True),
    ("Thái Nguyên", True), ("thành phố Thái Nguyên", False), ("huyện Củ Chi", False), ("Củ Chi", False),
    ("Atlantis", False), ("", False),
])
def test_a_province_is_known_by_its_name(name: str, expected: bool) -> None:
    assert PLACES.is_province(name) is expected


def test_names_are_folded_and_hold_no_bare_number() -> None:
    names = PLACES.names()
    assert {"hậu giang", "củ chi", "tp hcm", "hà tây", "quận 1", fold("Mỹ Tho")} <= names
    assert not any(name.isdecimal() for name in names)
    assert all(fold(name) == name for name in names)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Hòa Bình", "Hoà Bình", True), ("Thủy", "Thuỷ", True), ("Quý", "Quí", True), ("Kỳ Anh", "Kì Anh", True),
    ("M'Đrắk", "M’Đrắk", True), ("Bà Rịa - Vũng Tàu", "BÀ RỊA—VŨNG TÀU", True), ("Tây", "Tâi", False),
    ("Thủy", "Thủi", False), ("Lộc Thành", "Lộc Thạnh", False), ("Hoàn", "Hòan", False),
])
def test_spellings_fold_together_or_not(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_nfc_and_rectangular(name: str) -> None:
    text = files("danvan_cli.lexicon").joinpath(name).read_text(encoding="utf-8")
    header, *table = rows(name)
    assert unicodedata.is_normalized("NFC", text)
    assert text.startswith("# ")
    assert all(len(row) == len(header) for row in table)
    assert all(cell == " ".join(cell.split()) for row in table for cell in row)


def test_the_counts_are_those_of_the_reform() -> None:
    main, communes = columns("places.tsv"), columns("places_communes.tsv")
    provinces = [row for row in main if row["level"] == "province"]
    assert (len(provinces), sum(not row["valid_to"] for row in provinces)) == (63, 34)
    assert sum(row["level"] == "district" for row in main) == 696
    assert sum(row["valid_to"] == "2025-06-30" for row in communes) == 10035
    assert sum(row["valid_from"] == "2025-07-01" for row in communes) == 3321


def test_every_parent_and_successor_is_a_unit() -> None:
    main = columns("places.tsv")
    units = {f"{row['type']} {row['name']}" for row in main}
    standing = {f"{row['type']} {row['name']}" for row in main if not row["valid_to"]}
    created = {f"{row['type']} {row['name']}" for row in columns("places_communes.tsv") if row["valid_from"]}
    for row in [*main, *columns("places_historical.tsv")]:
        assert set(row["now"].split("; ")) <= standing
    for row in columns("places_communes.tsv"):
        assert set(filter(None, row["parent"].split(" > "))) <= units
        assert not row["now"] or row["now"] in created


def test_every_unit_is_found_by_its_full_name() -> None:
    for row in [*columns("places.tsv"), *columns("places_historical.tsv"), *columns("places_communes.tsv")]:
        full_name = f"{row['type']} {row['name']}"
        assert full_name in {unit.full_name for unit in PLACES.lookup(full_name)}


def test_a_lookup_gives_the_levels_in_order() -> None:
    order = ["province", "district", "commune"]
    for name in PLACES.names():
        levels = [order.index(unit.level) for unit in PLACES.lookup(name)]
        assert levels == sorted(levels)
