"""What the sources list: files, rows and members, each under its name, in a fixed order; what is broken in its place."""

import csv
import gzip
import io
import json
import os
import tarfile
import zipfile
from itertools import chain
from pathlib import Path

import pytest

from danvan_cli.batch.job import Input
from danvan_cli.batch.sources import Choice, Failure, Shard, list_inputs, listed_paths

LARGE = "larger than 64 MiB; save it as a file of its own"
ROWS = [{"id": "a", "text": "Ông A"}, {"id": 7, "text": "Bà B"}, {"text": "không có mã"}]


def listed(*paths, **choice):
    return list(list_inputs(list(paths), Choice(**choice)))


def sources(*paths, **choice):
    return [(item.source, item.reason if isinstance(item, Failure) else "") for item in listed(*paths, **choice)]


def names(*paths, **choice):
    return [item.source for item in listed(*paths, **choice)]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, content="Văn bản."):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def link(name, target):
    Path(name).symlink_to(target)


def test_a_folder_is_listed_with_all_below_it_sorted_by_name_in_each_folder():
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.TXT", "c.dat", ".git/x.txt", "a/.x.txt", "é.txt"):
        write(f"in/{name}")
    assert names("in") == ["in/B.TXT", "in/a/b/c.txt", "in/a/z.txt", "in/a.txt", "in/b.txt", "in/é.txt"]
    assert names("in/") == names("in")
    assert names("in", patterns=("*.dat", "b/*")) == ["in/a/b/c.txt", "in/c.dat"]
    assert names("in", patterns=("**/*.txt",)) == names("in")
    assert names("in", patterns=("a/**/*.txt",)) == ["in/a/b/c.txt", "in/a/z.txt"]


def test_reports_in_formats_that_are_not_read_are_listed_to_fail_not_left_out_in_silence():
    for name in ("a.doc", "b.odt", "c.rtf", "d.docx", "e.jpg", "f.xlsx"):
        write(f"in/{name}")
    assert names("in") == ["in/a.doc", "in/b.odt", "in/c.rtf", "in/d.docx"]


def test_what_is_named_like_the_output_is_an_input_unless_the_run_writes_it():
    for name in ("o.txt", "o.txt.gz.txt", "o.txt.errors.jsonl", "o.txt.journal", "a/o.txt"):
        write(f"in/{name}")
    assert names("in", patterns=("*",), output="in/o.txt") == ["in/a/o.txt", "in/o.txt.gz.txt"]
    assert names("in/o.txt.journal", "in/o.txt.gz.txt", output="./in/o.txt") == ["in/o.txt.gz.txt"]


@pytest.mark.parametrize("output", ["in/o.csv", "{}/in/o.csv"], ids=["path", "address"])
def test_what_a_run_writes_is_no_input_at_an_address(folder, output):
    for name in ("o.csv/texts.csv", "o.csv.errors.jsonl", "o.csv.parts/a.gz", "o.csv.gz.txt", "a/o.csv/x.txt"):
        write(f"in/{name}")
    at, output = folder.as_uri(), output.format(folder.as_uri())
    assert names(f"{at}/in", patterns=("*",), output=output) == [f"{at}/in/a/o.csv/x.txt", f"{at}/in/o.csv.gz.txt"]
    assert names(f"{at}/in/o.csv.errors.jsonl", f"{at}/in/a/o.csv/x.txt", output=output) == [f"{at}/in/a/o.csv/x.txt"]


def test_sources_keep_the_order_they_are_named_in_and_may_be_named_twice():
    write("b.txt")
    write("a.txt")
    assert names("b.txt", "a.txt", "b.txt", "./a.txt") == ["b.txt", "a.txt", "b.txt", "./a.txt"]


def test_loops_of_links_end_and_no_document_is_listed_twice():
    write("in/a/x.txt")
    link("in/a/up", "..")
    link("elsewhere", "in/a")
    link("in/b", "../elsewhere")
    link("in/self", "self")
    link("in/self.txt", "self.txt")
    link("in/gone.txt", "nowhere")
    assert sources("in") == [
        ("in/a/x.txt", ""), ("in/gone.txt", "no such file"),
        ("in/self.txt", "cannot be read: Too many levels of symbolic links")]


def test_a_linked_folder_is_read():
    write("far/x.txt")
    Path("in").mkdir()
    link("in/near", "../far")
    assert names("in") == ["in/near/x.txt"]


def test_what_is_no_file_is_told_and_never_waited_for():
    Path("in").mkdir()
    os.mkfifo("in/pipe.txt")
    assert sources("in", "no.txt", "a\0b") == [
        ("in/pipe.txt", "is no regular file"), ("no.txt", "no such file"), ("a\\x00b", "cannot be read: embedded null byte")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may do everything")
def test_a_folder_that_may_not_be_read_is_told():
    write("in/a/x.txt")
    Path("in/a").chmod(0)
    assert sources("in") == [("in/a", "no permission to read it")]
    Path("in/a").chmod(0o700)


def test_a_changed_file_has_another_fingerprint():
    write("a.txt", "một")
    before = listed("a.txt")
    assert listed("a.txt") == before
    write("a.txt", "hai hai")
    assert listed("a.txt") != before


def save_jsonl(name, rows):
    write(name, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def save_jsonl_gz(name, rows):
    write(name, gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))


def save_csv(name, rows, encoding="utf-8-sig", delimiter=","):
    text = io.StringIO()
    table = csv.DictWriter(text, ["id", "text"], delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    write(name, text.getvalue().encode(encoding))


def save_parquet(name, rows):
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    ids = [str(row["id"]) if "id" in row else None for row in rows]
    pq.write_table(pyarrow.table({"id": ids, "text": [row["text"] for row in rows]}), name)


@pytest.mark.parametrize(("name", "save"), [
    ("c.jsonl", save_jsonl), ("c.ndjson", save_jsonl), ("c.jsonl.gz", save_jsonl_gz), ("c.csv", save_csv),
    ("c.tsv", lambda name, rows: save_csv(name, rows, delimiter="\t")),
    ("C.CSV", lambda name, rows: save_csv(name, rows, delimiter=";")), ("c.parquet", save_parquet)])
def test_a_corpus_gives_its_rows_by_id_or_number(name, save):
    save(name, ROWS)
    found = listed(name)
    assert [item.source for item in found] == [f"{name}#a", f"{name}#7", f"{name}#3"]
    texts = [item.content.decode() if isinstance(item.content, bytes) else item.content for item in found]
    assert texts == [row["text"] for row in ROWS]
    assert len({item.fingerprint for item in found}) == 3


def test_the_fields_of_a_corpus_are_chosen():
    save_jsonl("c.jsonl", [{"nội dung": "x", "url": "u/1"}, {"nội dung": "y"}])
    assert sources("c.jsonl", text_field="nội dung", id_field="url") == [
        ("c.jsonl#u/1", ""), ("c.jsonl#2", "the row has no “url”, which --id-field names")]
    write("c.csv", "url;nội dung\nu1;văn bản\n")
    [row] = listed("c.csv", text_field="nội dung", id_field="url")
    assert (row.source, row.content.decode()) == ("c.csv#u1", "văn bản")


def test_a_csv_keeps_texts_of_many_lines_and_each_in_its_encoding():
    save_csv("c.csv", [{"id": "1", "text": "dòng, một\n“dòng” \"hai\""}])
    assert listed("c.csv")[0].content.decode() == "dòng, một\n“dòng” \"hai\""
    write("d.csv", b"id,text\n1,Th\xf1i\n")
    assert listed("d.csv")[0].content == b"Th\xf1i"


BROKEN = '{"text": "a"}\n\n{"text": \n[1]\n{"no": 1}\n{"text": null}\n{"id": true, "text": "b"}\n' + "[" * 100_000 + "\n"


def test_a_broken_row_is_told_and_the_others_are_given():
    write("c.jsonl", BROKEN + '{"text": "c"}')
    found = sources("c.jsonl")
    assert [source for source, reason in found if not reason] == ["c.jsonl#1", "c.jsonl#7", "c.jsonl#9"]
    reasons = dict(found)
    assert reasons["c.jsonl#3"] == "is no JSON: Expecting value at character 11"
    assert reasons["c.jsonl#4"] == "is no JSON object"
    assert reasons["c.jsonl#5"] == "the row has no “text”; name the field of the text with --text-field"
    assert reasons["c.jsonl#6"] == "“text” is no text"
    assert reasons["c.jsonl#8"].startswith("is no JSON: ")


def test_a_table_without_the_column_says_what_to_do():
    write("c.csv", "id,body\n1,x\n")
    save_parquet("c.parquet", [])
    said = "no column “content”; name the column that holds the text with --text-field"
    assert sources("c.csv", text_field="content") == [("c.csv", f"its first line names {said}")]
    assert sources("c.parquet", text_field="content") == [("c.parquet", f"has {said}")]


@pytest.mark.parametrize(("name", "save", "keep"), [
    ("c.jsonl.gz", save_jsonl_gz, 40), ("c.parquet", save_parquet, 60), ("c.zip", lambda name, rows: save_zip(name), 50),
    ("c.tar.gz", lambda name, rows: save_tar(name), 40), ("c.tar", lambda name, rows: save_tar(name, "w"), 700)])
def test_a_damaged_container_is_told_once(name, save, keep):
    save(name, ROWS)
    write(name, Path(name).read_bytes()[:keep])
    found = sources(name)
    assert found[-1][0] == name
    assert "damaged" in found[-1][1] or "Parquet" in found[-1][1]
    assert all(not reason for _, reason in found[:-1])


MEMBERS = {"b.txt": "một", "in/á.txt": "hai", "in/c.dat": "ba", "__MACOSX/._b.txt": "", "in/.d.txt": ""}


def save_zip(name, members=MEMBERS):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
        for member, content in members.items():
            file.writestr(member, content)


def save_tar(name, mode="w:gz", members=MEMBERS):
    with tarfile.open(name, mode) as file:
        for member, content in members.items():
            info = tarfile.TarInfo(f"./{member}")
            info.size = len(content.encode())
            file.addfile(info, io.BytesIO(content.encode()))


@pytest.mark.parametrize(("name", "save"), [
    ("c.zip", save_zip), ("c.tar.gz", save_tar), ("c.tgz", save_tar), ("c.tar", lambda name: save_tar(name, "w")),
    ("c.tar.xz", lambda name: save_tar(name, "w:xz"))])
def test_an_archive_gives_its_texts_in_its_order(name, save):
    save(name)
    found = listed(name)
    assert [(item.source, item.content.decode()) for item in found] == [(f"{name}/b.txt", "một"), (f"{name}/in/á.txt", "hai")]
    assert names(name, patterns=("*.dat",)) == [f"{name}/in/c.dat"]


def test_the_names_of_an_old_zip_are_read_as_the_utf8_they_are():
    save_zip("c.zip", {"b.txt": "x", "aa.txt": "x"})
    data = Path("c.zip").read_bytes().replace(b"aa.txt", "á.txt".encode())
    write("c.zip", data)
    assert names("c.zip") == ["c.zip/b.txt", "c.zip/á.txt"]


def test_bombs_and_members_that_cannot_be_unpacked_are_told(monkeypatch):
    for module in ("zipped", "tarred"):  # or the test makes 64 MiB of zeros
        monkeypatch.setattr(f"danvan_cli.batch.sources.{module}.MAX_CONTENT", 2_000_000)
    bombs = {"bomb.txt": "0" * 1_500_000, "huge.txt": "0" * 2_000_001, "good.txt": "x"}
    save_zip("c.zip", bombs)
    assert sources("c.zip") == [
        ("c.zip/bomb.txt", "packed more than 200 times, as no text is: refused as a zip bomb"),
        ("c.zip/huge.txt", LARGE), ("c.zip/good.txt", "")]
    save_tar("c.tgz", members={name: bombs[name] for name in ("huge.txt", "good.txt")})
    assert sources("c.tgz") == [("c.tgz/huge.txt", LARGE), ("c.tgz/good.txt", "")]
    save_zip("d.zip", {"a.txt": "x" * 100, "b.txt": "y"})
    data = bytearray(Path("d.zip").read_bytes())
    data[40] ^= 0xFF
    write("d.zip", bytes(data))
    (first, reason), second = sources("d.zip")
    assert (first, second) == ("d.zip/a.txt", ("d.zip/b.txt", ""))
    assert reason.startswith("cannot be unpacked: ")


def test_links_in_an_archive_lead_nowhere():
    with tarfile.open("c.tar", "w") as file:
        link = tarfile.TarInfo("etc.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    assert sources("c.tar") == [("c.tar/etc.txt", "is no regular file in the archive")]


@pytest.mark.parametrize(("data", "paths"), [
    (b"a.txt\nb c.txt\r\n\nd.txt", ["a.txt", "b c.txt", "d.txt"]),
    (b"a\nb.txt\0c.txt\0", ["a\nb.txt", "c.txt"]),
    (b"", []), (b"\xff.txt\n", ["\udcff.txt"]),
    (b"x" * 70_000 + b"\ny\n", ["x" * 70_000, "y"])])
def test_a_list_of_paths_is_one_a_line_or_ended_by_nul(data, paths):
    assert list(listed_paths(io.BytesIO(data))) == paths


def test_shards_part_the_inputs_and_new_ones_move_no_others():
    for number in range(60):
        write(f"in/{number:02}.txt")
    shares = [names("in", shard=Shard(index, 3)) for index in (1, 2, 3)]
    assert sorted(chain(*shares)) == names("in")
    assert all(len(share) > 9 for share in shares)
    write("in/00a.txt")
    assert [[name for name in names("in", shard=Shard(index, 3)) if name != "in/00a.txt"] for index in (1, 2, 3)] == shares


def test_names_that_cannot_be_printed_are_escaped():
    write("a\x1b[2J.txt")
    save_jsonl("c.jsonl", [{"id": "x\n\u202ey", "text": ""}])
    assert names("a\x1b[2J.txt", "c.jsonl") == ["a\\x1b[2J.txt", "c.jsonl#x\\n\\u202ey"]
    assert isinstance(listed("a\x1b[2J.txt")[0], Input)
