"""The place gazetteer is what its script derives from the installed underthesea, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from danvan_cli.lexicon.sources import places

FILES = {"places.tsv": places.render_main, "places_communes.tsv": places.render_communes}

needs_source = pytest.mark.skipif(
    places.source_path() is None, reason="the installed underthesea has no address data")


def committed(name: str) -> bytes:
    return files("danvan_cli.lexicon").joinpath(name).read_bytes()


@needs_source
@pytest.mark.parametrize("name", FILES)
def test_deriving_again_gives_the_committed_file(name: str) -> None:
    assert FILES[name](places.read_source()).encode("utf-8") == committed(name)


@needs_source
@pytest.mark.parametrize(("arguments", "name"), [([], "places.tsv"), (["communes"], "places_communes.tsv")])
def test_the_script_prints_the_file(arguments: list[str], name: str) -> None:
    command = [sys.executable, "-m", "danvan_cli.lexicon.sources.places", *arguments]
    assert subprocess.run(command, capture_output=True, check=True).stdout == committed(name)


@needs_source
def test_every_alias_belongs_to_a_unit() -> None:
    source = places.read_source()
    units = {f"{row[1]} {row[0]}" for row in [*places.province_rows(source), *places.district_rows(source)]}
    assert set(places.ALIASES) <= units


@pytest.mark.parametrize(("full", "key", "unit"), [
    ("Xã Đồng ý", "xadongy", ("Đồng Ý", "xã")),
    ("Xã é Tòng", "xaetong", ("É Tòng", "xã")),
    ("Thị Trấn Óc Eo", "thitranoceo", ("Óc Eo", "thị trấn")),
    ("Thị trấn Nông trường Việt Trung", "thitrannongtruongviettrung", ("Nông trường Việt Trung", "thị trấn")),
    ("Phường Phường Đúc", "phuongphuongduc", ("Phường Đúc", "phường")),
    ("Phường 1", "phuong1", ("1", "phường")),
    ("", "phườngsapả", ("Sa Pả", "phường")),
    ("", "", None),
])
def test_a_commune_is_read_as(full: str, key: str, unit: tuple[str, str] | None) -> None:
    assert places.parse_commune(full, key) == unit


@pytest.mark.parametrize(("full", "key"), [("Châu Thành", "chauthanh"), ("", "xãkhôngbiết")])
def test_an_unknown_commune_is_an_error(full: str, key: str) -> None:
    with pytest.raises(ValueError, match="no "):
        places.parse_commune(full, key)
