"""`danvan export` as a user runs it: real processes, real signals, real files."""

from __future__ import annotations

import csv
import gzip
import io
import json
import resource
import signal
import subprocess

import pytest
import stored
from running import COMMAND, PATIENCE, PLAIN, ROOT, danvan, one_line, shell
from stored import ENDINGS, READERS

LINES = stored.sample_lines()
SAMPLES = ("samples/bao-cao-quy-1.txt", "samples/ung-ho-nguoi-ngheo.txt")


@pytest.fixture
def results(tmp_path):
    path = tmp_path / "ket-qua.jsonl"
    path.write_text("".join(f"{text}\n" for text in LINES), encoding="utf-8")
    return path


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Every store of what extract says of two samples."""
    folder = tmp_path_factory.mktemp("exported")
    lines = danvan("extract", *SAMPLES).stdout
    paths = {ending: folder / f"ket-qua.{ending}" for ending in READERS}
    for path in paths.values():
        result = danvan("export", "-", "-o", str(path), "--raw-csv", stdin=lines)
        assert result.returncode == 0
        assert one_line(result).startswith(f"danvan: {path}: 2 documents")
    return paths


@pytest.mark.parametrize("kind", ["officials", "organisations", "indicators"])
def test_every_store_has_the_rows_of_extract(exported, kind):
    extracted = danvan("extract", *SAMPLES, "--only", kind, "-f", "csv", "--raw-csv")
    want = list(csv.reader(io.StringIO(extracted.stdout.decode(), newline="")))
    for ending, read in READERS.items():
        assert read(exported[ending], kind) == want, ending


def test_shards_are_joined_in_the_order_given(tmp_path):
    (tmp_path / "1.jsonl").write_text("".join(f"{text}\n" for text in LINES[:5]), encoding="utf-8")
    (tmp_path / "2.jsonl.gz").write_bytes(gzip.compress("\n".join(["", *LINES[5:9], "", ""]).encode()))
    (tmp_path / "3.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "4.jsonl").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(LINES[9:]).encode())
    result = danvan("export", "1.jsonl", "2.jsonl.gz", "3.jsonl", "4.jsonl", "-o", "tat-ca.jsonl", cwd=tmp_path,
                    env={"PYTHONPATH": str(ROOT)})
    assert result.returncode == 0
    assert one_line(result) == f"danvan: tat-ca.jsonl: {len(LINES)} documents from 4 files"
    assert (tmp_path / "tat-ca.jsonl").read_text(encoding="utf-8").splitlines() == LINES


def test_extract_may_be_piped_into_export(tmp_path):
    result = shell(f"danvan extract {' '.join(SAMPLES)} | danvan export - -q -o {tmp_path}/ket-qua.csv")
    assert (result.returncode, result.stderr) == (0, b"")
    assert [row[0] for row in stored.read_csv(tmp_path / "ket-qua.csv", "documents")] == ["source", *SAMPLES]


def test_only_and_explain_choose_what_is_written(results, tmp_path):
    path = tmp_path / "so-lieu.csv"
    assert danvan("export", str(results), "-o", str(path), "--only", "indicators", "--explain", "--bom").returncode == 0
    assert left_in(path) == ["documents.csv", "indicators.csv"]
    assert (path / "indicators.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    heading, first, *_ = stored.read_csv(path, "indicators")
    assert heading[-1] == "rule"
    assert first[-1]


def test_explain_without_rules_in_the_results_is_told(tmp_path):
    lines = danvan("extract", SAMPLES[0]).stdout
    result = danvan("export", "-", "-q", "-o", str(tmp_path / "a.db"), "--explain", stdin=lines)
    assert result.returncode == 0
    assert one_line(result) == "danvan: the results tell no rules: danvan batch and extract write them with --explain"


def test_results_of_some_kinds_give_the_tables_of_these(tmp_path):
    lines = danvan("extract", *SAMPLES, "--only", "officials").stdout
    assert danvan("export", "-", "-o", str(tmp_path / "a.csv"), stdin=lines).returncode == 0
    assert left_in(tmp_path / "a.csv") == ["documents.csv", "officials.csv"]
    result = danvan("export", "-", "-o", str(tmp_path / "b.csv"), "--only", "indicators", stdin=lines)
    assert result.returncode == 1
    assert "<stdin>:1: holds no indicators: it was written with --only" in one_line(result)
    whole = danvan("extract", SAMPLES[0]).stdout
    result = danvan("export", "-", "-o", str(tmp_path / "b.csv"), stdin=lines + whole)
    assert "<stdin>:3: holds organisations, which the lines before do not" in one_line(result)
    assert left_in(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("ending", [".sqlite", ".xlsx"])
def test_a_result_that_has_no_lines_is_told_as_that(ending, results, tmp_path):
    path = tmp_path / f"ket-qua{ending}"
    assert danvan("export", str(results), "-o", str(path)).returncode == 0
    result = danvan("export", str(path), "-o", str(tmp_path / "lai.csv"))
    assert result.returncode == 1
    assert one_line(result) == (
        f"danvan: {path}: holds no lines of JSON; name the .jsonl that danvan batch or extract wrote")


def test_the_same_source_twice_is_told_and_kept(results, tmp_path):
    twice = tmp_path / "lai.jsonl"
    twice.write_text(LINES[1] + "\n", encoding="utf-8")
    result = danvan("export", str(results), str(twice), "-q", "-o", str(tmp_path / "a.db"))
    assert result.returncode == 0
    assert one_line(result) == f"danvan: {twice}:1: {json.loads(LINES[1])['source']} is at {results}:2 too; both are kept"
    assert len(stored.read_sqlite(tmp_path / "a.db", "documents")) == 1 + len(LINES) + 1


BAD = {
    "cut": (LINES[1][:500].encode(), "no line of JSON: Unterminated string"),
    "array": (b"[1, 2]", "no document of danvan's: is no object"),
    "other": (b'{"name": "x"}', "no document of danvan's: unknown key 'name'"),
    "newer": (LINES[1].replace('"schema": 1', '"schema": 2').encode(), "schema: 2 is not 1"),
    "latin": ("{\"source\": \"é\"}".encode("latin-1"), "no characters in UTF-8"),
    "surrogate": (LINES[1].replace("samples/", "\\udc80").encode(), "no characters in UTF-8"),
    "nan": (b'{"schema": NaN}', "NaN is no number"),
    "deep": (b"[" * 100_000, "nested too deeply"),
    "digits": (b'{"schema": ' + b"1" * 5000 + b"}", "4300"),
    "text": (LINES[1].replace('"schema": 1', '"schema": 1, "text": 5').encode(), "text: is no text"),
    "figure": (LINES[1].replace('"bound": "eq"', '"bound": 7', 1).encode(), "bound: is no text"),
    "nul": (b"\x00\x01\x02", "no line of JSON"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_line_that_is_no_document_is_told_and_nothing_is_written(bad, tmp_path):
    line, reason = BAD[bad]
    path = tmp_path / "ket-qua.jsonl"
    path.write_bytes(LINES[0].encode() + b"\n" + line + b"\n" + LINES[2].encode() + b"\n")
    result = danvan("export", str(path), "-o", str(tmp_path / "a.db"))
    assert result.returncode == 1
    told = one_line(result)
    assert told.startswith(f"danvan: {path}:2: ")
    assert reason in told
    assert told.endswith("a.db is not written (--skip-bad leaves such lines out)")
    assert left_in(tmp_path) == ["ket-qua.jsonl"]


def test_bad_lines_may_be_left_out_and_are_told(tmp_path):
    path = tmp_path / "ket-qua.jsonl"
    path.write_bytes(b"\n".join([line for line, _ in BAD.values()] + [text.encode() for text in LINES]))
    result = danvan("export", str(path), "-q", "--skip-bad", "-o", str(tmp_path / "a.db"))
    assert result.returncode == 1
    told = result.stderr.decode().splitlines()
    assert len(told) == 11
    assert told[-1] == f"danvan: in all {len(BAD)} lines are no documents and left out"
    assert len(stored.read_sqlite(tmp_path / "a.db", "documents")) == 1 + len(LINES)


@pytest.mark.parametrize(("arguments", "status", "said"), [
    (("nix.jsonl", "-o", "a.db"), 1, "nix.jsonl: there is no such file"),
    ((".", "-o", "a.db"), 1, ".: is a folder; name the files in it"),
    (("cut.jsonl.gz", "-o", "a.db"), 1, "cut.jsonl.gz: its compression is broken or cut short"),
    (("garbled.jsonl.gz", "-o", "a.db"), 1, "garbled.jsonl.gz: its compression is broken or cut short"),
    (("ket-qua.jsonl",), 2, "Missing option '-o'"),
    (("-o", "a.db"), 2, "Missing argument"),
    (("ket-qua.jsonl", "-o", "a.txt"), 2, "a.txt: the ending stands for no store"),
    (("ket-qua.jsonl", "-o", "nix/a.db"), 2, "there is no folder nix"),
    (("ket-qua.jsonl", "-o", "ket-qua.jsonl"), 2, "is an input too"),
    (("-", "-", "-o", "a.db"), 2, "only once"),
    (("ket-qua.jsonl", "-o", "khac.db"), 2, "is no older result"),
])
def test_what_cannot_be_done_is_one_line_and_a_status(arguments, status, said, results, tmp_path):
    packed = gzip.compress(results.read_bytes(), mtime=0)
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[:len(packed) // 2])
    (tmp_path / "garbled.jsonl.gz").write_bytes(packed[:2000] + bytes(1000) + packed[3000:])
    (tmp_path / "khac.db").write_bytes(b"something else")
    before = left_in(tmp_path)
    result = danvan("export", *arguments, cwd=tmp_path)
    assert result.returncode == status
    assert said in one_line(result)
    assert left_in(tmp_path) == before


# Ends of all sorts. A pipe that took more than it holds shows that the run is in the middle of its work.

def started(output, *arguments, **more):
    """A run that reads standard input, as far as being in the middle of writing."""
    run = subprocess.Popen([*COMMAND, "export", "-", "-o", str(output), *arguments], env=PLAIN, cwd=ROOT,
                           stdin=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    for text in LINES[:15]:
        run.stdin.write(text.encode() + b"\n")
    run.stdin.flush()
    return run


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_killed_run_leaves_no_result_and_the_next_clears_up(ending, tmp_path):
    output = tmp_path / f"ket-qua.{ending}"
    run = started(output)
    run.kill()
    run.communicate()
    assert not output.exists()
    (draft,) = left_in(tmp_path)
    assert draft.startswith(f".ket-qua.{ending}.")
    assert danvan("export", "-", "-o", str(output), stdin="\n".join(LINES)).returncode == 0
    assert left_in(tmp_path) == [output.name]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_an_interrupted_run_leaves_the_old_result_and_nothing_else(ending, number, status, tmp_path):
    output = tmp_path / f"ket-qua.{ending}"
    assert danvan("export", "-", "-o", str(output), stdin=LINES[0]).returncode == 0
    before = READERS[ending](output, "documents")
    run = started(output)
    run.send_signal(number)
    _, said = run.communicate(timeout=PATIENCE)
    assert (run.returncode, said) == (status, b"")
    assert left_in(tmp_path) == [output.name]
    assert READERS[ending](output, "documents") == before


def test_two_runs_with_one_output_do_not_disturb_each_other(tmp_path):
    output = tmp_path / "ket-qua.csv"
    first = started(output)
    assert danvan("export", "-", "-q", "-o", str(output), stdin="\n".join(LINES[:3])).returncode == 0
    assert len(stored.read_csv(output, "documents")) == 1 + 3
    first.communicate(timeout=PATIENCE)
    assert first.returncode == 0
    assert len(stored.read_csv(output, "documents")) == 1 + 15
    assert left_in(tmp_path) == [output.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_is_told_and_leaves_the_old_result(ending, tmp_path):
    output = tmp_path / f"ket-qua.{ending}"
    assert danvan("export", "-", "-o", str(output), stdin=LINES[0]).returncode == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def bounded():  # no file may grow beyond this: the write fails as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    result = danvan("export", "-", "-o", str(output), stdin="\n".join(LINES), preexec_fn=bounded)
    assert result.returncode == 1
    assert one_line(result).startswith(f"danvan: {output}: cannot be written: ")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_figure_keeps_its_digits_from_extract_to_the_database(tmp_path):
    text = "Thu ngân sách đạt 2.345.678.901.234 đồng, tăng 12,345% so với cùng kỳ năm 2023."
    value = json.loads(danvan("extract", stdin=text).stdout)["indicators"]
    danvan("extract", stdin=text, stdout=(tmp_path / "a.jsonl").open("wb"))
    danvan("export", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "a.db"))
    heading, *rows = stored.read_sqlite(tmp_path / "a.db", "indicators")
    assert [row[heading.index("value")] for row in rows] == ["2345678901234", "12.345"]
    assert [figure["value"] for figure in value] == [2345678901234, 12.345]
