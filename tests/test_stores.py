"""Result stores: the same rows in each, the same bytes each time, whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import tracemalloc
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import any_document
import openpyxl
import pyarrow as pa
import pyarrow.parquet
import pytest
import stored
from hypothesis import given, settings
from hypothesis import strategies as st
from made import EMPTY, FULL, figure
from stored import ENDINGS, FOLDERS, READERS, TABLES, line

from danvan_cli.batch.stores import (
    LineError,
    Record,
    StoreError,
    UnfitTargetError,
    check_store,
    parquet,
    registry,
    store_of_path,
    write_store,
    xlsx,
)
from danvan_cli.document import Period, Quote
from danvan_cli.write import KINDS, Options
from danvan_cli.write.delimited import CsvWriter
from danvan_cli.write.rows import columns

LINES = stored.sample_lines()
DOCUMENTS = [Record(text).document for text in LINES]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every store of the samples."""
    folder = tmp_path_factory.mktemp("stores")
    paths = {ending: folder / f"ket-qua.{ending}" for ending in ENDINGS}
    for path in paths.values():
        assert write_store(path, LINES, Options()) == ()
    return paths


def content(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file in a folder."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ending", READERS)
def test_a_store_holds_the_rows_that_extract_writes(written, ending, table):
    want = stored.expected(DOCUMENTS, table)
    assert len(want) > 2
    assert READERS[ending](written[ending], table) == want


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_store_is_what_extract_writes_to_the_byte(written, kind):
    writer = CsvWriter(Options(kinds=(kind,)))
    table = next(name for name, of in TABLES.items() if of == kind)
    whole = "".join((writer.head(), *map(writer.document, DOCUMENTS), writer.tail()))
    assert (written["csv"] / f"{table}.csv").read_bytes() == whole.encode()


def test_jsonl_stores_hold_the_lines(written):
    whole = "".join(f"{text}\n" for text in LINES).encode()
    assert written["jsonl"].read_bytes() == whole
    assert gzip.decompress(written["jsonl.gz"].read_bytes()) == whole


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_lines_give_the_same_bytes_in_place_of_the_old(written, ending, tmp_path, monkeypatch):
    path = tmp_path / f"ket-qua.{ending}"
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    write_store(path, LINES[:1], Options())
    write_store(path, iter(LINES), Options())
    assert content(path) == content(written[ending])
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_fails_in_the_middle_leaves_what_was_there(ending, tmp_path):
    def broken():
        yield from LINES[:5]
        yield '{"schema": 1'

    path = tmp_path / f"ket-qua.{ending}"
    if ending.startswith("jsonl"):
        with pytest.raises(LineError):
            write_store(path, broken(), Options(kinds=("officials",)))  # without a choice, lines are copied
    else:
        with pytest.raises(LineError, match="no line of JSON"):
            write_store(path, broken(), Options())
    assert list(tmp_path.iterdir()) == []
    write_store(path, LINES[:2], Options())
    before = content(path)

    def interrupted():
        yield from LINES[:5]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_store(path, interrupted(), Options())
    assert content(path) == before
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", READERS)
def test_only_the_chosen_kinds_are_written_beside_the_documents(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    write_store(path, LINES, Options(kinds=("officials",)))
    for table in ("documents", "officials"):
        assert READERS[ending](path, table) == stored.expected(DOCUMENTS, table)
    if ending == "sqlite":
        assert READERS[ending](path, "indicators")[1:] == []
    elif ending == "xlsx":
        assert openpyxl.load_workbook(path).sheetnames == ["documents", "officials"]
    else:
        assert sorted(content(path)) == [f"documents.{ending}", f"officials.{ending}"]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_lines_lose_the_kinds_that_were_not_chosen_and_nothing_else(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    write_store(path, LINES, Options(kinds=("indicators",)))
    read = gzip.decompress(path.read_bytes()) if ending.endswith("gz") else path.read_bytes()
    for text, kept in zip(LINES, read.decode().splitlines(), strict=True):
        whole = json.loads(text, parse_float=Decimal)
        left = {key: value for key, value in whole.items() if key not in KINDS or key == "indicators"}
        assert json.loads(kept, parse_float=Decimal) == left


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_rules_are_a_column_where_they_are_asked_for(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    write_store(path, LINES, Options(explain=True))
    heading, *rows = READERS[ending](path, "indicators")
    assert heading[-1] == "rule"
    assert all(row[-1] for row in rows)
    assert "rule" not in READERS[ending](path, "documents")[0]


# SQLite

@pytest.fixture
def database(written, tmp_path):
    path = tmp_path / "ket-qua.sqlite"
    path.write_bytes(written["sqlite"].read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def test_the_database_is_sound(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    assert database.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"dnvn", "big"),)


def test_every_mention_position_and_alias_is_in_the_database(database):
    for table, count in {
        "documents": len(DOCUMENTS),
        "positions": sum(len(official.positions) for document in DOCUMENTS for official in document.officials),
        "aliases": sum(len(body.aliases) for document in DOCUMENTS for body in document.organisations),
        "mentions": sum(len(thing.mentions) for document in DOCUMENTS
                        for thing in (*document.officials, *document.organisations, *document.movements)),
    }.items():
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,), table


def test_the_columns_of_figures_and_citations_are_those_of_csv(database):
    for table, kind in (("indicators", "indicators"), ("citations", "documents")):
        names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        assert names == ["id", "document_id", *columns(kind, explain=True)[3:]]


def test_whole_numbers_are_integers_and_others_reals(database):
    values = {}
    for document in DOCUMENTS:
        for number in (indicator.value for indicator in document.indicators):
            values[number] = "null" if number is None else "integer" if isinstance(number, int) else "real"
    kinds = dict(database.execute("SELECT value, typeof(value) FROM indicators"))
    assert set(values.values()) == {"null", "integer", "real"}
    assert {Decimal(repr(key)) if key is not None else None: kind for key, kind in kinds.items()} == values


def test_an_office_is_joined_to_its_body_where_the_document_lists_it(database):
    joined = database.execute(
        "SELECT p.organisation, o.name, o.document_id, f.document_id FROM positions p JOIN organisations o "
        "ON o.id = p.organisation_id JOIN officials f ON f.id = p.official_id").fetchall()
    assert len(joined) > 50
    assert all(held == name and body == person for held, name, body, person in joined)
    assert database.execute(
        "SELECT count(*) FROM positions p JOIN officials f ON f.id = p.official_id JOIN organisations o "
        "ON o.name = p.organisation AND o.document_id = f.document_id WHERE p.organisation_id IS NULL").fetchone() == (0,)


def test_a_document_is_deleted_with_all_that_is_in_it(database):
    database.execute("DELETE FROM documents WHERE source = 'bai.txt'")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM mentions WHERE text = 'Dân vận khéo' AND start = 350").fetchone() == (0,)
    database.execute("DELETE FROM documents")
    for table in ("officials", "positions", "organisations", "aliases", "mentions", "indicators", "citations", "movements"):
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


@pytest.mark.parametrize("where", [
    "officials WHERE name = ?", "organisations WHERE name = ?", "positions WHERE organisation = ?",
    "indicators WHERE measure_key = ?", "indicators WHERE document_id = ?", "mentions WHERE official_id = ?",
    "mentions WHERE organisation_id = ?", "documents WHERE source = ?", "citations WHERE number = ?",
])
def test_what_people_look_for_has_an_index(database, where):
    (plan,) = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {where}", ("x",)).fetchall()
    assert "USING INDEX" in plan[3]


def test_rules_are_in_the_database_only_where_they_are_asked_for(database, tmp_path):
    assert database.execute("SELECT count(rule) FROM indicators").fetchone() == (0,)
    write_store(tmp_path / "luat.db", LINES, Options(explain=True))
    with sqlite3.connect(tmp_path / "luat.db") as explained:
        for table in ("indicators", "positions", "mentions", "citations"):
            assert explained.execute(f"SELECT count(rule) > 0 FROM {table}").fetchone() == (1,), table
    explained.close()


# Texts, numbers and dates that a store has to take with care

LONG = "một " * 10_000
HOSTILE = replace(
    FULL, source="=cmd()", title="+84 <script>\x1b[2J\x07", date="1899-12-31",
    indicators=(
        figure("=1+1 và 12\r\nhộ\r‮\x00", 0, "12", value=12, measure="@SUM(A1)", period=Period("từ xưa", "0001-01-01", "2024-02-29")),
        figure("9007199254740993 đồng", 20, "9007199254740993", value=9007199254740993, unit="VND"),
        figure("99999999999999999999 đồng", 40, "99999999999999999999", value=99999999999999999999),
        figure("0,1234567890123", 70, "0,1234567890123", value=Decimal("0.1234567890123")),
        figure("một tỷ tỷ", 90, "một tỷ tỷ", value=10**18, measure=LONG),
        figure(f"10 mũ 40 {LONG}", 90, "10 mũ 40", value=10**40),
    ),
    movements=(replace(FULL.movements[0], name="<r><t>x</t></r>", mentions=(Quote("_x0041_ 😀", 1, 10),)),))


def hostile(tmp_path, ending, **options):
    path = tmp_path / f"ket-qua.{ending}"
    remarks = write_store(path, [line(HOSTILE)], Options(**options))
    return path, remarks


def test_sqlite_keeps_texts_to_the_letter(tmp_path):
    path, remarks = hostile(tmp_path, "sqlite")
    connection = sqlite3.connect(path)
    texts = connection.execute("SELECT text, measure FROM indicators ORDER BY id").fetchall()
    values = connection.execute("SELECT value FROM indicators ORDER BY id").fetchall()
    connection.close()
    assert texts == [(figure.text, figure.measure) for figure in HOSTILE.indicators]
    assert values == [(12,), (9007199254740993,), (1e20,), (0.1234567890123,), (10**18,), (1e40,)]
    assert remarks == ()


def test_parquet_keeps_texts_to_the_letter_and_tells_what_it_rounds(tmp_path):
    path, remarks = hostile(tmp_path, "parquet")
    figures = pa.parquet.read_table(path / "indicators.parquet").to_pydict()
    assert figures["text"] == [figure.text for figure in HOSTILE.indicators]
    assert figures["value"] == [12, 9007199254740993, 99999999999999999999, Decimal("0.1234567890"), 10**18, None]
    assert [str(day) for day in figures["period_start"][:1]] == ["0001-01-01"]
    assert len(remarks) == 1
    assert remarks[0].startswith("2 numbers")


def test_csv_tables_run_nothing(tmp_path):
    path, _ = hostile(tmp_path, "csv")
    row = stored.read_csv(path, "indicators")[1]
    assert row[0] == "'=cmd()"
    assert row[3].startswith("'=1+1 và 12\r\nhộ\r\\u202e\\x00")
    assert "'@SUM(A1)" in row
    path, _ = hostile(tmp_path, "csv", raw=True, bom=True)
    assert stored.read_csv(path, "indicators")[1][0] == "=cmd()"
    assert (path / "officials.csv").read_bytes().startswith(b"\xef\xbb\xbfsource,")


def test_a_workbook_runs_nothing_and_tells_what_it_cut(tmp_path):
    path, remarks = hostile(tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["indicators"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "inlineStr"}
    at = {cell.value: cell.column - 1 for cell in sheet[1]}
    first, *_, fifth, _ = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert first[at["source"]] == "=cmd()"
    assert first[at["text"]] == "=1+1 và 12\nhộ\n\\u202e\\x00"
    assert first[at["document_date"]] == "1899-12-31"
    assert first[at["period_start"]] == "0001-01-01"
    assert first[at["period_end"]].date().isoformat() == "2024-02-29"
    assert fifth[at["measure"]].endswith(" […]")
    assert len(fifth[at["measure"]]) == 32_767
    values = [row[at["value"]].value for row in sheet.iter_rows(min_row=2)]
    assert values == [12, "9007199254740993", "99999999999999999999", 0.1234567890123, 10**18, 1e40]
    assert book["movements"]["D2"].value.strip() == "<r><t>x</t></r>"
    assert [remark.split()[0] for remark in remarks] == ["3", "2"]


def test_a_cut_never_halves_a_character_outside_the_basic_plane(tmp_path):
    path = tmp_path / "ket-qua.xlsx"
    write_store(path, [line(replace(EMPTY, title="a" + "😀" * 20_000))], Options())
    title = stored.read_xlsx(path, "documents")[1][3]
    assert title.endswith("😀 […]")
    assert 32_760 < len(title.encode("utf-16-le")) // 2 <= 32_767


def test_a_full_sheet_is_followed_by_another(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 100)
    path = tmp_path / "ket-qua.xlsx"
    write_store(path, LINES, Options())
    book = openpyxl.load_workbook(path)
    assert {"officials", "officials 2", "indicators", "indicators 7"} <= set(book.sheetnames)
    for sheet in book.worksheets:
        assert 1 < sheet.max_row <= 100
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
    for table in TABLES:
        assert stored.read_xlsx(path, table) == stored.expected(DOCUMENTS, table)


def test_cells_of_a_workbook_have_types_and_formats(written):
    sheet = openpyxl.load_workbook(written["xlsx"])["indicators"]
    at = {cell.value: cell.column - 1 for cell in sheet[1]}
    formats = set()
    for row in sheet.iter_rows(min_row=2):
        value, day = row[at["value"]], row[at["document_date"]]
        assert value.value is None or value.data_type == "n"
        assert day.value is None or (day.is_date and day.number_format == "yyyy-mm-dd")
        formats.add(value.number_format)
    assert {"#,##0", "#,##0.0", "#,##0.00"} <= formats
    assert sheet[1][0].font.bold
    assert sheet.column_dimensions["A"].width > 30


def test_parquet_columns_have_types(written):
    schema = pa.parquet.read_schema(written["parquet"] / "indicators.parquet")
    assert (schema.field("value").type, schema.field("start").type, schema.field("period_end").type,
            schema.field("measure").type) == (pa.decimal128(38, 10), pa.int64(), pa.date32(), pa.string())
    assert pa.parquet.read_schema(written["parquet"] / "officials.parquet").field("former").type == pa.bool_()


@pytest.mark.parametrize("ending", ["sqlite", "parquet", "csv", "xlsx"])
def test_the_text_of_a_document_is_kept_where_data_is_kept(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    value = {**json.loads(line(FULL)), "text": "Ông Nguyễn Văn Hồi\r\n"}
    write_store(path, [json.dumps(value, ensure_ascii=False), line(EMPTY)], Options())
    assert READERS[ending](path, "documents") == stored.expected([FULL, EMPTY], "documents")
    if ending == "sqlite":
        connection = sqlite3.connect(path)
        assert connection.execute("SELECT text FROM documents").fetchall() == [("Ông Nguyễn Văn Hồi\r\n",), (None,)]
        connection.close()
    if ending == "parquet":
        texts = pa.parquet.read_table(path / "documents.parquet").to_pydict()["text"]
        assert texts == ["Ông Nguyễn Văn Hồi\r\n", None]


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_lines_give_a_store_without_rows(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    write_store(path, [], Options())
    if ending in READERS:
        for table in TABLES:
            assert READERS[ending](path, table) == stored.expected([], table)


@settings(max_examples=20, deadline=None)
@given(st.lists(any_document.DOCUMENTS, max_size=3))
def test_any_documents_are_the_same_rows_in_the_database_and_in_parquet(tmp_path_factory, documents):
    folder = tmp_path_factory.mktemp("any")
    for ending in ("sqlite", "parquet"):
        path = folder / f"ket-qua.{ending}"
        assert write_store(path, map(line, documents), Options()) == ()
        for table in TABLES:
            assert READERS[ending](path, table) == stored.expected(documents, table), (ending, table)


@settings(max_examples=10, deadline=None)
@given(st.lists(any_document.DOCUMENTS, max_size=2))
def test_any_documents_make_a_workbook_of_as_many_rows(tmp_path_factory, documents):
    path = tmp_path_factory.mktemp("any") / "ket-qua.xlsx"
    write_store(path, map(line, documents), Options())
    for table in TABLES:
        assert len(stored.read_xlsx(path, table)) == len(stored.expected(documents, table))


# Where a store may be written

@pytest.mark.parametrize(("name", "store"), [
    ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl"), ("A.JSONL.GZ", "jsonl.gz"), ("a.sqlite", "sqlite"), ("a.db", "sqlite"),
    ("b/a.xlsx", "xlsx"), ("a.csv", "csv"), ("a.csv/", "csv"), ("a.parquet", "parquet"), ("a.json", None), ("a", None),
    ("csv", None),
])
def test_an_ending_tells_the_store(name, store):
    assert store_of_path(name) == store


def workbook_of_another():
    book = openpyxl.Workbook()
    book.active.title = "officials"
    book.save(saved := BytesIO())
    return saved.getvalue()


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_older_result_is_replaced(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    write_store(path, LINES[:2], Options())
    before = content(path)
    write_store(path, LINES[:1], Options())
    assert content(path) != before


def test_a_result_that_was_opened_and_saved_is_still_an_older_result(tmp_path):
    path = tmp_path / "ket-qua.xlsx"
    write_store(path, LINES[:1], Options())
    openpyxl.load_workbook(path).save(path)
    assert check_store(path) == "xlsx"


@pytest.mark.parametrize(("name", "there", "reason"), [
    ("a.txt", None, "the ending stands for no store"),
    ("no/a.db", None, "there is no folder"),
    ("a.db", b"SQLite format 3\0" + bytes(200), "no older result"),
    ("a.xlsx", b"Thu ngan sach", "no older result"),
    ("a.xlsx", workbook_of_another(), "no older result"),
    ("a.xlsx", workbook_of_another()[:1000], "no older result"),
    ("a.jsonl", b"name,value\r\n", "no older result"),
    ("a.jsonl", b'{"id": 1, "text": "A"}\n', "no older result"),
    ("a.jsonl.gz", b"{}\n", "no older result"),
    ("a.jsonl.gz", gzip.compress(b'{"id": 1, "text": "A"}\n'), "no older result"),
    ("a.csv", b"source,name\r\n", "is a file"),
    ("a.parquet", b"PAR1", "is a file"),
    ("a.csv", {"officials.csv": b"", "cua-toi.csv": b""}, "holds cua-toi.csv"),
    ("a.csv", {"officials.csv/x": b""}, "holds officials.csv"),
    ("a.parquet", {"officials.csv": b""}, "holds officials.csv"),
    ("a.db", {"x": b""}, "is no file"),
])
def test_nothing_but_an_older_result_is_replaced(name, there, reason, tmp_path):
    path = tmp_path / name
    for part, data in (there.items() if isinstance(there, dict) else [("", there)] if there is not None else []):
        file = path / part if part else path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    with pytest.raises(UnfitTargetError, match=reason):
        write_store(path, LINES, Options())
    if isinstance(there, bytes):
        assert path.read_bytes() == there
    if isinstance(there, dict):
        assert all((path / part).read_bytes() == data for part, data in there.items())


def test_an_older_folder_is_put_back_where_a_run_was_killed_while_replacing_it(tmp_path):
    path = tmp_path / "ket-qua.csv"
    write_store(path, LINES[:2], Options())
    before = content(path)
    draft = tmp_path / ".ket-qua.csv.abc.draft"
    draft.mkdir()
    path.rename(draft / "old")
    with pytest.raises(LineError):
        write_store(path, ["x"], Options())
    assert content(path) == before
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_or_folder_may_become_a_result(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    if ending in FOLDERS:
        path.mkdir()
    else:
        path.touch()
        path.chmod(0o640)
    write_store(path, LINES[:1], Options())
    assert path.is_dir() or path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_result_has_the_permissions_that_the_user_gives_new_files(ending, tmp_path):
    path = tmp_path / f"ket-qua.{ending}"
    before = os.umask(0o027)
    try:
        write_store(path, LINES[:1], Options())
    finally:
        os.umask(before)
    for file in (path, *path.iterdir()) if path.is_dir() else (path,):
        assert file.stat().st_mode & 0o777 == (0o750 if file.is_dir() else 0o640)


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path):
    (tmp_path / "that").mkdir()
    (tmp_path / "ket-qua.db").symlink_to(tmp_path / "that" / "a.db")
    with pytest.raises(UnfitTargetError, match="link to nothing"):
        check_store(tmp_path / "ket-qua.db")
    (tmp_path / "that" / "a.db").touch()
    write_store(tmp_path / "ket-qua.db", LINES, Options())
    assert (tmp_path / "ket-qua.db").is_symlink()
    assert len(stored.read_sqlite(tmp_path / "that" / "a.db", "documents")) == len(LINES) + 1


def test_a_name_may_be_as_long_as_a_name_can_be(tmp_path):
    path = tmp_path / ("ế" * 83 + ".jsonl")  # 255 bytes
    write_store(path, LINES, Options())
    assert path.is_file()


def test_a_library_that_is_not_there_is_told_before_any_work(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "find_spec", lambda name: None)
    with pytest.raises(StoreError, match=r"needs danvan\[parquet\]: pip install 'danvan\[parquet\]'"):
        check_store(tmp_path / "ket-qua.parquet")
    assert check_store(tmp_path / "ket-qua.xlsx") == "xlsx"


# Streams

@pytest.mark.parametrize("ending", ENDINGS)
def test_memory_does_not_grow_with_the_number_of_documents(ending, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_BATCH_ROWS", 20)  # instead of a thousand, so that few documents show it
    monkeypatch.setattr(parquet, "_GROUP_BYTES", 1)
    text = line(FULL)

    def peak(count):
        tracemalloc.start()
        write_store(tmp_path / f"ket-qua.{ending}", (text for _ in range(count)), Options())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(1)  # what is imported and cached once
    assert peak(120) < peak(20) + 100 * len(text)  # kept documents would take several times their lines
