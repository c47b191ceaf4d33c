"""`danvan batch`: many inputs, one result in their order, whatever the number of jobs; only what is new is read again."""

import json
import os
import shutil
import sqlite3
import zipfile

import pytest
from running import ARTICLE, ROOT, at_terminal, danvan, one_line, without_colors

SAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "samples").glob("*.txt"))[:6]


@pytest.fixture
def folder(tmp_path):
    """A folder of five documents, one of them unreadable."""
    inputs = tmp_path / "in"
    inputs.mkdir()
    for number in range(4):
        inputs.joinpath(f"{number}.txt").write_text(ARTICLE.replace("12", str(30 + number)), encoding="utf-8")
    inputs.joinpath("2b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    return tmp_path


def batch(*arguments, cwd, jobs=1, **more):
    return danvan("batch", *arguments, "--jobs", str(jobs), cwd=cwd, **more)


def documents(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sources(path):
    return [document["source"] for document in documents(path)]


def test_a_folder_gives_what_extract_gives_whatever_the_number_of_jobs(tmp_path):
    expected = danvan("extract", *SAMPLES, "-f", "jsonl")
    assert expected.returncode == 0
    for jobs in (1, 3):
        output = tmp_path / f"{jobs}.jsonl"
        done = batch(*SAMPLES, "-o", str(output), cwd=ROOT, jobs=jobs)
        assert (done.returncode, done.stdout) == (0, b""), done.stderr
        assert output.read_bytes() == expected.stdout


def test_the_options_of_extract_are_heeded(tmp_path):
    options = ("--only", "officials", "--explain", "--with-text", "--encoding", "utf-8", "--lexicon", str(tmp_path / "w.toml"))
    tmp_path.joinpath("w.toml").write_text('[[entry]]\ntype = "titles"\nform = "điều phối viên trưởng"\n', encoding="utf-8")
    expected = danvan("extract", SAMPLES[0], "-f", "jsonl", *options)
    done = batch(SAMPLES[0], *options, "-o", str(tmp_path / "o.jsonl"), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert tmp_path.joinpath("o.jsonl").read_bytes() == expected.stdout


def test_what_fails_is_listed_and_the_others_are_done(folder):
    done = batch("in", "no", "-o", "o.jsonl", cwd=folder, jobs=2)
    assert (done.returncode, done.stdout) == (1, b"")
    assert sources(folder / "o.jsonl") == ["in/0.txt", "in/1.txt", "in/2.txt", "in/3.txt"]
    binary, missing = documents(folder / "o.jsonl.errors.jsonl")
    assert binary["source"] == "in/2b.txt"
    assert binary["reason"].startswith("binary file, skipped")
    assert missing == {"source": "no", "reason": "no such file"}
    failed, summary = done.stderr.decode().splitlines()
    told, _, first = failed.partition("; the first: ")  # whichever was heard of first
    assert told == "danvan: 2 inputs failed, listed in o.jsonl.errors.jsonl"
    assert first in {f"{failure['source']}: {failure['reason']}" for failure in (binary, missing)}
    assert summary.startswith("danvan: o.jsonl: 4 documents, 4 people, 8 bodies, 4 figures, 2 failures, ")


def test_quiet_and_verbose(folder):
    quiet = batch("in", "-o", "o.jsonl", "--quiet", cwd=folder)
    assert one_line(quiet).startswith("danvan: 1 input failed, listed in ")
    verbose = batch("in", "-o", "v.jsonl", "-v", cwd=folder)
    assert verbose.stderr.decode().startswith("danvan: in/2b.txt: binary file, skipped")


def test_a_second_run_reads_only_what_is_new_or_changed(folder):
    batch("in", "-o", "o.jsonl", cwd=folder)
    first = folder.joinpath("o.jsonl").read_bytes()
    again = batch("in", "-o", "o.jsonl", cwd=folder)
    assert "4 documents (4 read by earlier runs)" in again.stderr.decode()
    assert folder.joinpath("o.jsonl").read_bytes() == first

    folder.joinpath("in/1.txt").write_text(ARTICLE.replace("12", "990"), encoding="utf-8")
    folder.joinpath("in/2.txt").unlink()
    folder.joinpath("in/2b.txt").write_text(ARTICLE, encoding="utf-8")
    folder.joinpath("in/0a.txt").write_text(ARTICLE, encoding="utf-8")
    changed = batch("in", "-o", "o.jsonl", cwd=folder)
    assert changed.returncode == 0
    assert "5 documents (2 read by earlier runs)" in changed.stderr.decode()
    assert not folder.joinpath("o.jsonl.errors.jsonl").exists()
    anew = batch("in", "-o", "anew.jsonl", cwd=folder)
    assert "(" not in anew.stderr.decode()
    assert folder.joinpath("o.jsonl").read_bytes() == folder.joinpath("anew.jsonl").read_bytes()


def test_results_that_are_kept_are_not_read_again(folder):
    """A file that changes without a sign of it (size and time stay) keeps its result until --restart."""
    batch("in", "-o", "o.jsonl", cwd=folder)
    path = folder / "in" / "0.txt"
    status = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("30", "77"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    batch("in", "-o", "o.jsonl", cwd=folder)
    assert documents(folder / "o.jsonl")[0]["indicators"][0]["value"] == 30
    batch("in", "-o", "o.jsonl", "--restart", cwd=folder)
    assert documents(folder / "o.jsonl")[0]["indicators"][0]["value"] == 77


def test_what_is_away_for_one_run_is_not_read_again(folder):
    batch("in", "-o", "o.jsonl", cwd=folder)
    for missing in (("no",), ("in", "--glob", "*.text")):
        batch(*missing, "-o", "o.jsonl", cwd=folder)
        assert documents(folder / "o.jsonl") == []
    assert "4 documents (4 read by earlier runs)" in batch("in", "-o", "o.jsonl", cwd=folder).stderr.decode()


@pytest.mark.parametrize(("before", "after", "said"), [
    ([], ["--explain"], "without --explain, not with --explain"),
    (["--only", "officials"], [], "with --only officials, not without --only"),
    (["--encoding", "utf-8"], ["--encoding", "vni"], "with --encoding utf-8, not with --encoding vni"),
    (["--shard", "1/2"], ["--shard", "2/2"], "with --shard 1/2, not with --shard 2/2")])
def test_changed_options_are_refused_until_restart(folder, before, after, said):
    batch("in", *before, "-o", "o.jsonl", cwd=folder)
    kept = folder.joinpath("o.jsonl").read_bytes()
    refused = batch("in", *after, "-o", "o.jsonl", cwd=folder)
    assert refused.returncode == 2
    assert said in one_line(refused)
    assert "--restart" in one_line(refused)
    assert folder.joinpath("o.jsonl").read_bytes() == kept
    batch("in", *after, "--restart", "-o", "o.jsonl", cwd=folder)
    assert folder.joinpath("o.jsonl").read_bytes() != kept


@pytest.mark.parametrize("options", [("--timeout", "9", "--memory", "4000"), ("--timeout", "1e12")], ids=" ".join)
def test_options_that_change_no_result_go_on(options, folder):
    batch("in/0.txt", "-o", "o.jsonl", cwd=folder)
    more = batch("in", *options, "-o", "o.jsonl", cwd=folder, jobs=2)
    assert "(1 read by earlier runs)" in more.stderr.decode()


def test_other_words_in_the_lexicon_are_other_options(folder):
    entry = '[[entry]]\ntype = "titles"\nform = "{}"\n'
    folder.joinpath("w.toml").write_text(entry.format("điều phối viên"), encoding="utf-8")
    assert batch("in/0.txt", "--lexicon", "w.toml", "-o", "o.jsonl", cwd=folder).returncode == 0
    folder.joinpath("w.toml").write_text(entry.format("điều phối viên trưởng"), encoding="utf-8")
    refused = batch("in/0.txt", "--lexicon", "w.toml", "-o", "o.jsonl", cwd=folder)
    assert refused.returncode == 2
    assert "--lexicon" in one_line(refused)


def test_every_kind_of_source_in_one_run(folder):
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("trong/x.txt", ARTICLE)
    rows = [json.dumps({"id": "r1", "text": ARTICLE}), "{", json.dumps({"text": ARTICLE})]
    folder.joinpath("c.jsonl").write_text("\n".join(rows), encoding="utf-8")
    folder.joinpath("list").write_text("in/3.txt\nin/0.txt\n", encoding="utf-8")
    done = batch("c.jsonl", "a.zip", "--files-from", "list", "-o", "o.jsonl", cwd=folder, jobs=2)
    assert done.returncode == 1
    assert sources(folder / "o.jsonl") == ["c.jsonl#r1", "c.jsonl#3", "a.zip/trong/x.txt", "in/3.txt", "in/0.txt"]
    assert [row["source"] for row in documents(folder / "o.jsonl.errors.jsonl")] == ["c.jsonl#2"]


@pytest.mark.parametrize("name", ["bai::1.txt", "s3:1.txt", "-q.txt", "a b\t.txt", "#.txt"])
def test_a_file_of_any_name_is_a_file(tmp_path, name):
    tmp_path.joinpath(name).write_text(ARTICLE, encoding="utf-8")
    done = danvan("batch", "-o", "o.jsonl", "--", name, cwd=tmp_path)
    assert (done.returncode, len(documents(tmp_path / "o.jsonl"))) == (0, 1)
    assert "1 document, 1 person, " in one_line(done)


def test_a_list_on_standard_input(folder):
    done = batch("--files-from", "-", "-o", "o.jsonl", cwd=folder, stdin=b"in/3.txt\0in/0.txt\0in/3.txt")
    assert done.returncode == 0
    assert sources(folder / "o.jsonl") == ["in/3.txt", "in/0.txt", "in/3.txt"]


def test_fail_fast_stops_at_the_first_failure_and_goes_on_later(folder):
    done = batch("in", "--fail-fast", "-o", "o.jsonl", cwd=folder)
    assert done.returncode == 1
    assert one_line(done).startswith("danvan: in/2b.txt: binary file, skipped")
    assert not folder.joinpath("o.jsonl").exists()
    assert [failure["source"] for failure in documents(folder / "o.jsonl.errors.jsonl")] == ["in/2b.txt"]
    folder.joinpath("in/2b.txt").unlink()
    again = batch("in", "--fail-fast", "-o", "o.jsonl", cwd=folder)
    assert again.returncode == 0
    assert "(3 read by earlier runs)" in again.stderr.decode()


def test_shards_are_parts_of_the_whole(folder):
    batch("in", "-o", "all.jsonl", cwd=folder)
    parts = []
    for share in ("1/2", "2/2"):
        assert batch("in", "--shard", share, "-o", f"{share[0]}.jsonl", cwd=folder).returncode in (0, 1)
        parts += folder.joinpath(f"{share[0]}.jsonl").read_bytes().splitlines()
    assert sorted(parts) == sorted(folder.joinpath("all.jsonl").read_bytes().splitlines())


def test_a_folder_of_results_may_be_named_as_a_shell_completes_it(folder):
    for _ in range(2):
        assert batch("in/0.txt", "-o", "o.csv/", cwd=folder).returncode == 0
    assert sorted(path.name for path in folder.glob("o.csv*")) == ["o.csv", "o.csv.journal"]


def test_a_database_with_only_one_kind(folder):
    done = batch("in", "--only", "officials", "-o", "o.sqlite", cwd=folder)
    assert done.returncode == 1, done.stderr
    with sqlite3.connect(folder / "o.sqlite") as database:
        assert database.execute("SELECT count(*) FROM documents").fetchone() == (4,)
        assert database.execute("SELECT count(*) FROM officials").fetchone() == (4,)


def test_a_run_does_not_read_what_it_wrote(folder):
    for _ in range(2):
        assert batch(".", "--glob", "*", "-o", "in/o.jsonl", cwd=folder).returncode == 1
        assert len(documents(folder / "in" / "o.jsonl")) == 4
        assert len(documents(folder / "in" / "o.jsonl.errors.jsonl")) == 1
    everything = b"".join(os.fsencode(path) + b"\0" for path in folder.joinpath("in").iterdir())
    batch("--files-from", "-", "-o", "in/o.jsonl", cwd=folder, stdin=everything)
    assert len(documents(folder / "in" / "o.jsonl.errors.jsonl")) == 1


def test_no_input_is_an_empty_result(tmp_path):
    tmp_path.joinpath("in").mkdir()
    done = batch("in", "-o", "o.jsonl", cwd=tmp_path)
    assert (done.returncode, tmp_path.joinpath("o.jsonl").read_bytes()) == (0, b"")
    told, summary = done.stderr.decode().splitlines()
    assert told == "danvan: nothing was read: no file is there that --glob asks for, or no line in the list"
    assert summary.startswith("danvan: o.jsonl: 0 documents, ")


def test_csv_is_written_as_asked_and_the_way_of_writing_it_costs_no_reading(tmp_path):
    tmp_path.joinpath("=1.txt").write_text(ARTICLE, encoding="utf-8")
    batch("=1.txt", "-o", "o.csv", cwd=tmp_path)
    plain = tmp_path.joinpath("o.csv", "documents.csv").read_bytes()
    again = batch("=1.txt", "-o", "o.csv", "--bom", "--raw-csv", cwd=tmp_path)
    assert "(1 read by earlier runs" in again.stderr.decode()
    raw = tmp_path.joinpath("o.csv", "documents.csv").read_bytes()
    assert plain.count(b"'=1.txt") == 1
    assert raw == "\ufeff".encode() + plain.replace(b"'=1.txt", b"=1.txt")


def test_another_danvan_of_the_same_version_makes_other_results(tmp_path):
    package = tmp_path / "danvan_cli"
    shutil.copytree(ROOT / "danvan_cli", package, ignore=shutil.ignore_patterns("__pycache__"))
    tmp_path.joinpath("a.txt").write_text(ARTICLE, encoding="utf-8")
    other = {"PYTHONPATH": str(tmp_path)}
    assert batch("a.txt", "-o", "o.jsonl", cwd=tmp_path, env=other).returncode == 0
    with (package / "lexicon" / "titles.toml").open("a", encoding="utf-8") as words:
        words.write("# another word\n")
    refused = batch("a.txt", "-o", "o.jsonl", cwd=tmp_path, env=other)
    assert refused.returncode == 2
    assert "with danvan 0" in one_line(refused)


@pytest.mark.parametrize(("arguments", "said"), [
    (["-o", "o.jsonl"], "name what to read"),
    (["-", "-o", "o.jsonl"], "--files-from -"),
    (["in"], "Missing option '-o'"),
    (["in", "-o", "o.txt"], "the ending stands for no store"),
    (["in", "-o", "no/o.jsonl"], "there is no folder no"),
    (["in", "-o", "o.jsonl", "--shard", "0/4"], "'0/4' is no share"),
    (["in", "-o", "o.jsonl", "--encoding", "klingon"], "there is no encoding"),
    (["in", "-o", "o.jsonl", "--lexicon", "no.toml"], "no.toml"),
    (["in", "-o", "o.jsonl", "--files-from", "no"], "'no' does not exist"),
    (["in", "-o", "f.jsonl"], "f.jsonl.errors.jsonl: is a folder"),
    (["c.jsonl", "-o", "c.jsonl"], "is an input too")])
def test_a_wrong_command_line_is_one_line_and_status_2(folder, arguments, said):
    folder.joinpath("c.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    folder.joinpath("f.jsonl.errors.jsonl").mkdir()
    before = sorted(folder.iterdir())
    done = batch(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in one_line(done)
    assert one_line(done).endswith("; see danvan batch --help")
    assert sorted(folder.iterdir()) == before


def test_a_bar_at_a_terminal_and_the_summary_below(folder):
    status, sent = at_terminal("batch", "in", "-o", "o.jsonl", "--jobs", "1", cwd=folder)
    assert status == 1
    shown = without_colors(sent)
    assert "/5 documents" in shown
    assert "1 failed" in shown
    assert "danvan: o.jsonl: 4 documents" in shown


def test_documents_of_every_format_in_folders_and_archives(folder):
    page = f"<!DOCTYPE html><title>Tin</title><article><p>{ARTICLE}</p></article>"
    folder.joinpath("in/5.html").write_text(page, encoding="utf-8")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("x.html", page)
    done = batch("in", "a.zip", "-o", "o.jsonl", cwd=folder)
    assert [(document["source"], document["format"]) for document in documents(folder / "o.jsonl")[4:]] == [
        ("in/5.html", "html"), ("a.zip/x.html", "html")], done.stderr
