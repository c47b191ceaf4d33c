"""csv and tsv: one kind, one set of columns, safe in a spreadsheet."""

import csv
import dataclasses
import io

import pytest
from made import EMPTY, FULL
from running import danvan

from danvan_cli.document import Movement, Quote
from danvan_cli.write import KINDS, Options, open_writer


def written(form, kind, *documents, **options):
    writer = open_writer(form, Options(kinds=(kind,), **options))
    return writer.head() + "".join(map(writer.document, documents)) + writer.tail()


def table(form, kind, *documents, **options):
    text = written(form, kind, *documents, **options)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if form == "tsv" else ","))


FORMS = pytest.mark.parametrize("form", ["csv", "tsv"])


@FORMS
@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_never_depend_on_the_documents(form, kind):
    header = written(form, kind)
    assert len(header.splitlines()) == 1
    assert written(form, kind, EMPTY) == header
    assert written(form, kind, FULL).startswith(header)
    assert all(None not in row and None not in row.values() for row in table(form, kind, FULL))


@FORMS
@pytest.mark.parametrize("kind", KINDS)
def test_every_row_tells_its_source_and_offsets(form, kind):
    for row in table(form, kind, FULL):
        assert row["source"] == "bai.txt"
        assert row.get("start") or row["mention_start"]


@FORMS
@pytest.mark.parametrize("kind", KINDS)
def test_explain_adds_the_rule_as_last_column(form, kind):
    plain, explained = table(form, kind, FULL), table(form, kind, FULL, explain=True)
    assert [list(row)[-1] for row in explained] == ["rule"] * len(plain)
    assert [{key: row[key] for key in row if key != "rule"} for row in explained] == plain


@FORMS
def test_an_official_has_a_row_for_each_office_and_one_without(form):
    rows = table(form, "officials", FULL)
    assert [(row["name"], row["position"], row["start"]) for row in rows] == [
        ("Nguyễn Văn Hồi", "Ủy viên Ban Thường vụ", "20"),
        ("Nguyễn Văn Hồi", "Trưởng Ban Dân vận Tỉnh ủy", "43"),
        ("Trần Thị Mơ", "", ""),
    ]


@FORMS
def test_numbers_are_plain_and_absent_is_empty(form):
    rows = table(form, "indicators", FULL)
    assert [(row["value"], row["value_max"], row["total"]) for row in rows] == [
        ("500", "", ""), ("7.6", "", ""), ("44", "", "83"), ("5000000", "10000000", ""), ("", "", "")]


def movement(name):
    return dataclasses.replace(FULL, movements=(Movement(name, (Quote(name, 0, len(name)),)),))


@FORMS
@pytest.mark.parametrize("name", ["=HYPERLINK(A1)", "+1", "-1", "@A", "＝1"])
def test_text_that_would_be_a_formula_is_inert_unless_raw(form, name):
    assert table(form, "movements", movement(name))[0]["name"] == "'" + name
    assert table(form, "movements", movement(name), raw=True)[0]["name"] == name


@FORMS
def test_numbers_are_never_quoted(form):
    figure = dataclasses.replace(FULL.indicators[0], value=-5)
    assert table(form, "indicators", dataclasses.replace(FULL, indicators=(figure,)))[0]["value"] == "-5"


@pytest.mark.parametrize("name", ['Đề án "Dân vận khéo"', "a,b", "a\tb", "a\nb", "a\r\nb", "a;b", "a'b"])
def test_csv_round_trips_by_the_csv_module(name):
    assert table("csv", "movements", movement(name))[0]["name"] == name


def test_tsv_keeps_a_record_on_a_line():
    text = written("tsv", "movements", movement("a\tb\r\nc\u2028d"))
    assert len(text.splitlines()) == 2
    assert "\ta b c d\t" in text


@FORMS
def test_control_characters_are_escapes_unless_raw(form):
    assert table(form, "movements", movement("a\x1b[2J\u202e"))[0]["name"] == "a\\x1b[2J\\u202e"
    assert table(form, "movements", movement("a\x1b[2J"), raw=True)[0]["name"] == "a\x1b[2J"


@FORMS
def test_raw_text_is_escaped_where_no_file_could_hold_it(form, tmp_path):
    assert table(form, "movements", movement("a\0\ud800b"), raw=True)[0]["name"] == "a\\x00\\ud800b"
    tmp_path.joinpath("a.txt").write_bytes(b"Ong +2AA- An 5 ha")
    raw = danvan("extract", "a.txt", "--encoding", "utf-7", "-f", form, "--only", "indicators", "--raw-csv", cwd=tmp_path)
    assert (raw.returncode, raw.stderr) == (0, b"")


def test_csv_ends_lines_as_rfc_4180_and_tsv_as_unix():
    assert written("csv", "movements", FULL).count("\r\n") == 2
    assert "\r" not in written("tsv", "movements", FULL)


def test_a_byte_order_mark_only_on_request_and_only_in_csv():
    assert written("csv", "movements", bom=True).startswith("\ufeffsource,")
    assert written("csv", "movements").startswith("source,")
    assert written("tsv", "movements", bom=True).startswith("source\t")
