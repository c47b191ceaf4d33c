"""Derive the place gazetteer: the units of Viet Nam before and since the reform of 1 July 2025.

    cd danvan_cli/lexicon
    python -m danvan_cli.lexicon.sources.places > places.tsv
    python -m danvan_cli.lexicon.sources.places communes > places_communes.tsv

The source is `underthesea/address/data/mapping.json` of the installed underthesea (Apache-2.0), itself made
from vietnamadminunits (MIT): one record for each pair of an old commune and a new commune that took it or a
part of it, with their districts and provinces. The file is only read; underthesea is not imported.

What the source has wrong is mended here:

- Where two communes of one district or province differ in accents only, their records have an empty name and
  a key such as `xãlộcthạnh`; the names are in `LOST_NAMES` (copied from vietnamadminunits 1.0.4).
- The five island districts that had no communes stand as a record with an empty commune: no commune row.
- Case: `Thị Xã Buôn Hồ`, `Xã Đồng ý`, `Xã é Tòng`.
- Its `unchanged` is not used: 30 of those 149 new communes also took a part of another commune.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypedDict

LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
TYPES = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu")

LOST_NAMES = """
Ba Tô|Ba Tơ|Bình Thanh|Bình Thạnh|Châu Bình|Châu Bính|Cẩm Giang|Cẩm Giàng|Hoa Lộc|Hoằng Phú
Hoằng Phụ|Hoằng Quý|Hoằng Quỳ|Hoằng Thanh|Hoằng Thành|Hoằng Đông|Hoằng Đồng|Hòa Lộc|Hương Vân
Hương Văn|Ia Bang|Ia Băng|Lộc Thành|Lộc Thạnh|Minh Quán|Minh Quân|Nga Thanh|Nga Thành|Nghi Văn
Nghi Vạn|Nậm Càn|Nậm Cắn|Phú Thành|Phú Thạnh|Sa Pa|Sa Pả|Sơn Hà|Sơn Hạ|Tam Dân|Tam Đàn|Thanh An
Thạnh An|Trà Don|Trà Dơn|Trực Hùng|Trực Hưng|Tân Thành|Tân Thạnh|Văn Lang|Văn Lăng|Vĩnh Hùng
Vĩnh Hưng|Đông Thành|Đông Thạnh|Đồng Thành
"""

# Hand-written: how the press abbreviates and spells. An alias with a type word holds for that type only.
ALIASES = {
    "huyện Chư Păh": "Chư Pah",
    "huyện Cư Jút": "Cư Jut",
    "huyện Krông A Na": "Krông Ana",
    "huyện Krông Búk": "Krông Buk",
    "huyện Krông Pắc": "Krông Păk|Krông Pắk",
    "huyện Mù Căng Chải": "Mù Cang Chải",
    "huyện Xín Mần": "Sín Mần",
    "huyện Đa Krông": "Đakrông|Đắkrông",
    "huyện Đak Đoa": "Đăk Đoa|Đắk Đoa",
    "huyện Đăk Glong": "Đăk G'Long|Đắk G'Long|Đắk Glong",
    "huyện Đăk Hà": "Đắk Hà",
    "huyện Đăk Pơ": "Đak Pơ|Đắk Pơ",
    "huyện Đắk Glei": "Đăk Glei",
    "huyện Đắk Mil": "Đăk Mil",
    "huyện Đắk R'Lấp": "Đăk R'Lấp",
    "huyện Đắk Song": "Đăk Song",
    "huyện Đắk Tô": "Đăk Tô",
    "thành phố Buôn Ma Thuột": "Ban Mê Thuột|Buôn Mê Thuột",
    "thành phố Hà Nội": "HN",
    "thành phố Huế": "TT-Huế|TTH|Thừa Thiên|Thừa Thiên Huế|tỉnh Thừa Thiên|tỉnh Thừa Thiên Huế",
    "thành phố Hồ Chí Minh": "HCM|Saigon|Sài Gòn|TP HCM|TP.HCM|TPHCM",
    "thành phố Pleiku": "Plei Ku",
    "tỉnh Bà Rịa - Vũng Tàu": "BR-VT|BRVT|Bà Rịa Vũng Tàu|Bà Rịa – Vũng Tàu",
    "tỉnh Bắc Kạn": "Bắc Cạn|Bắc Kan",
    "tỉnh Kon Tum": "Kontum",
    "tỉnh Lào Cai": "Lao Cai",
    "tỉnh Đắk Lắk": "Dak Lak|Daklak|Đak Lak|Đăk Lăk|Đắc Lắc|Đắc Lắk|Đắk Lắc|Đắklắk",
    "tỉnh Đắk Nông": "Dak Nong|Đak Nông|Đăk Nông|Đắc Nông",
    "thị xã Sa Pa": "Sapa",
}

HEADER = """\
# {what} of Viet Nam before and since the reform of 1 July 2025.
# Source: underthesea 9.5.0 (Apache-2.0), address/data/mapping.json, made from vietnamadminunits {version}
# (MIT). Derived on 2026-11-22 by danvan_cli/lexicon/sources/places.py, which tells what it mends; not to be
# edited by hand.
"""
MAIN_HEADER = """\
# parent: the containing units, nearest first, as they were while the unit existed. valid_to: empty if it
# still stands. now: the province of today that has its area (districts were abolished without a successor).
# aliases: hand-written.
name\ttype\tlevel\tparent\tvalid_to\tvalid_from\tnow\taliases
"""
COMMUNE_HEADER = """\
# Every row is of level commune. parent: as in places.tsv; an empty one is that of the row above. A commune
# that the reform left as it was has two rows, one in its district and one in its province. now: empty if it
# was divided, or if it was made by the reform.
name\ttype\tparent\tvalid_to\tvalid_from\tnow
"""


class Name(TypedDict):
    """What the source says of a province."""

    name: str


class Record(TypedDict):
    """An old commune and a new commune that took it or a part of it, as far as it is read here."""

    old_province: str
    old_district: str
    old_ward: str
    old_ward_key: str
    new_province: str
    new_ward: str
    new_ward_key: str


class Mapping(TypedDict):
    """The source file, as far as it is read here; provinces are keyed by type and name without accents."""

    metadata: dict[str, str]
    province_mapping: dict[str, str]
    province_names: dict[str, Name]
    old_province_names: dict[str, Name]
    ward_mapping: list[Record]


class Unit(NamedTuple):
    """A unit by its bare name and its type word: `Củ Chi`, `huyện`."""

    name: str
    type: str

    def __str__(self) -> str:
        return f"{self.type} {self.name}"


def source_path() -> Path | None:
    """Find the source in the installed underthesea, without importing it; None if there is none."""
    spec = find_spec("underthesea")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, "address", "data", "mapping.json")
        if path.is_file():
            return path
    return None


def read_source() -> Mapping:
    """Read the source; raises FileNotFoundError where the installed underthesea has none."""
    path = source_path()
    if path is None:
        raise FileNotFoundError("address/data/mapping.json of underthesea; install underthesea 9.5 or later")
    mapping: Mapping = json.loads(path.read_text(encoding="utf-8"))
    return mapping


def parse_unit(full: str) -> Unit:
    """Part a full name of the source into bare name and type.

    >>> parse_unit("Thị Xã Buôn Hồ")
    Unit(name='Buôn Hồ', type='thị xã')
    """
    for word in TYPES:
        if full.casefold().startswith(f"{word} "):
            return Unit(_capitalise(full[len(word) + 1:]), word)
    raise ValueError(f"no type word in {full!r}")


def _capitalise(name: str) -> str:
    """Give each word of a name its capital, but for `Nông trường` and the like."""
    return " ".join(word if word == "trường" else word[0].upper() + word[1:] for word in name.split())


def parse_commune(full: str, key: str) -> Unit | None:
    """Part a commune's full name, or the accented key of one that lost its name; None for an empty record.

    >>> parse_commune("", "xãlộcthạnh")
    Unit(name='Lộc Thạnh', type='xã')
    """
    if full or not key:
        return parse_unit(full) if full else None
    for word in TYPES:
        for name in re.split(r"[|\n]", LOST_NAMES.strip()):
            if key == f"{word}{name}".casefold().replace(" ", ""):
                return Unit(name, word)
    raise ValueError(f"no name known for {key!r}")


def province_rows(source: Mapping) -> Iterator[tuple[str, ...]]:
    """Give the rows of the 63 provinces up to 2025; the 34 of today are those of them that have no end."""
    for key, old in source["old_province_names"].items():
        unit, now = parse_unit(old["name"]), source["province_mapping"][key]
        ended = "" if key in source["province_names"] else LAST_DAY
        successor = str(parse_unit(source["province_names"][now]["name"]))
        yield *unit, "province", "", ended, "", successor, ALIASES.get(str(unit), "")


def district_rows(source: Mapping) -> Iterator[tuple[str, ...]]:
    """Give the rows of the 696 districts, all abolished."""
    for district, parent, now in {(r["old_district"], r["old_province"], r["new_province"])
                                  for r in source["ward_mapping"]}:
        unit = parse_unit(district)
        yield (*unit, "district", str(parse_unit(parent)), LAST_DAY, "", str(parse_unit(now)),
               ALIASES.get(str(unit), ""))


def commune_rows(source: Mapping) -> Iterator[tuple[str, ...]]:
    """Give the rows of the communes: first parent, then name, type, valid_to, valid_from, now."""
    successors: dict[tuple[str, Unit], set[str]] = {}
    created: set[tuple[str, Unit]] = set()
    for record in source["ward_mapping"]:
        new = parse_commune(record["new_ward"], record["new_ward_key"])
        old = parse_commune(record["old_ward"], record["old_ward_key"])
        if new is None:
            raise ValueError(f"a record without a new commune: {record}")
        created.add((str(parse_unit(record["new_province"])), new))
        if old:
            parent = f"{parse_unit(record['old_district'])} > {parse_unit(record['old_province'])}"
            successors.setdefault((parent, old), set()).add(str(new))
    for (parent, unit), now in successors.items():
        yield parent, *unit, LAST_DAY, "", now.pop() if len(now) == 1 else ""
    for parent, unit in created:
        yield parent, *unit, "", FIRST_DAY, ""


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def _header(source: Mapping, what: str) -> str:
    return HEADER.format(what=what, version=source["metadata"]["version"])


def render_main(source: Mapping) -> str:
    """Give the text of places.tsv: provinces, then districts, each sorted by name, type and parent."""
    header = _header(source, "Provinces and districts")
    return header + MAIN_HEADER + _lines([*sorted(province_rows(source)), *sorted(district_rows(source))])


def render_communes(source: Mapping) -> str:
    """Give the text of places_communes.tsv, sorted by parent, name and type, each parent written once."""
    header = _header(source, "Communes")
    rows, above = [], ""
    for parent, name, kind, *rest in sorted(commune_rows(source)):
        rows.append((name, kind, "" if parent == above else parent, *rest))
        above = parent
    return header + COMMUNE_HEADER + _lines(rows)


def main() -> None:
    """Write places.tsv, or with the argument `communes` places_communes.tsv, to standard output."""
    render = render_communes if sys.argv[1:] == ["communes"] else render_main
    sys.stdout.buffer.write(render(read_source()).encode("utf-8"))


if __name__ == "__main__":
    main()
