"""--output: a file that appears whole or not at all."""

import csv
import json
import os
import stat
from contextlib import suppress

import pytest
from running import ARTICLE, danvan, one_line, shell

NOT_ROOT = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may do everything")


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "start"), [
    ("x.json", "[\n"), ("x.jsonl", '{"schema"'), ("x.md", "# "), ("x.JSONL", '{"schema"'),
    ("x.txt", "Ban Dân vận"), ("x.ndjson", '{"schema"'), ("x.tar.json", "[\n"),
])
def test_the_ending_tells_the_format(folder, name, start):
    result = danvan("extract", "a.txt", "-o", name, cwd=folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert folder.joinpath(name).read_text(encoding="utf-8").startswith(start)
    assert {path.name for path in folder.iterdir()} == {"a.txt", name}


@pytest.mark.parametrize(("name", "reason"), [
    ("x.xlsx", "the ending .xlsx stands for no format"), ("x.out", "the ending .out"), ("x", "there is no ending"),
    (".json", "there is no ending"),
])
def test_an_ending_that_tells_no_format_is_wrong_usage(folder, name, reason):
    result = danvan("extract", "a.txt", "-o", name, cwd=folder)
    assert (result.returncode, result.stdout) == (2, b"")
    for part in (f"{name}: ", reason, "-f", ".txt", ".csv", ".jsonl", ".md"):
        assert part in one_line(result)
    assert {path.name for path in folder.iterdir()} == {"a.txt"}
    assert danvan("extract", "a.txt", "-o", name, "-f", "jsonl", cwd=folder).returncode == 0
    assert folder.joinpath(name).read_text(encoding="utf-8").startswith('{"schema"')


def test_csv_by_ending_still_needs_one_kind(folder):
    assert danvan("extract", "a.txt", "-o", "x.csv", cwd=folder).returncode == 2
    assert danvan("extract", "a.txt", "-o", "x.csv", "--only", "officials", cwd=folder).returncode == 0
    with folder.joinpath("x.csv").open(encoding="utf-8", newline="") as lines:
        assert next(csv.DictReader(lines))["name"] == "Nguyễn Văn An"


def test_format_goes_before_the_ending(folder):
    danvan("extract", "a.txt", "-f", "jsonl", "-o", "x.json", cwd=folder)
    assert json.loads(folder.joinpath("x.json").read_text(encoding="utf-8"))["schema"] == 1


def test_dash_is_standard_output(folder):
    assert danvan("extract", "a.txt", "-o", "-", cwd=folder).stdout.startswith(b'{"schema"')


def test_failed_inputs_are_left_out_and_the_rest_is_kept(folder):
    result = danvan("extract", "no.txt", "a.txt", "-o", "x.jsonl", cwd=folder)
    assert result.returncode == 1
    assert json.loads(folder.joinpath("x.jsonl").read_text(encoding="utf-8"))["source"] == "a.txt"


def test_a_run_without_any_result_leaves_the_old_file(folder):
    folder.joinpath("x.jsonl").write_text("old")
    assert danvan("extract", "no.txt", "-o", "x.jsonl", cwd=folder).returncode == 1
    assert folder.joinpath("x.jsonl").read_text() == "old"
    assert danvan("extract", "no.txt", "-o", "y.jsonl", cwd=folder).returncode == 1
    assert not folder.joinpath("y.jsonl").exists()


def test_an_old_file_is_replaced_and_keeps_its_permissions(folder):
    old = folder / "x.jsonl"
    old.write_text("old")
    old.chmod(0o640)
    danvan("extract", "a.txt", "-o", "x.jsonl", cwd=folder)
    assert old.read_text(encoding="utf-8").startswith('{"schema"')
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(folder):
    danvan("extract", "a.txt", "-o", "x.jsonl", cwd=folder)
    folder.joinpath("usual").touch()
    assert folder.joinpath("x.jsonl").stat().st_mode == folder.joinpath("usual").stat().st_mode


def test_a_link_stays_a_link(folder):
    folder.joinpath("real.jsonl").write_text("old")
    folder.joinpath("link.jsonl").symlink_to("real.jsonl")
    danvan("extract", "a.txt", "-o", "link.jsonl", cwd=folder)
    assert folder.joinpath("link.jsonl").is_symlink()
    assert folder.joinpath("real.jsonl").read_text(encoding="utf-8").startswith('{"schema"')


def test_a_name_may_be_as_long_as_the_system_allows(folder):
    name = "ế" * 80 + ".jsonl"  # 246 bytes
    assert danvan("extract", "a.txt", "-o", name, cwd=folder).returncode == 0
    assert {path.name for path in folder.iterdir()} == {"a.txt", name}


def test_a_link_to_an_input_is_that_input(folder):
    folder.joinpath("link.txt").symlink_to("a.txt")
    assert danvan("extract", "a.txt", "-o", "link.txt", cwd=folder).returncode == 2
    assert folder.joinpath("a.txt").read_text(encoding="utf-8") == ARTICLE


def test_devices_are_written_directly(folder):
    assert danvan("extract", "a.txt", "-o", "/dev/null", cwd=folder).returncode == 0
    assert danvan("extract", "a.txt", "-o", "/dev/stdout", cwd=folder).stdout.startswith(b'{"schema"')


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1"])
def test_standard_output_by_its_name_is_where_the_shell_sent_it(folder, name):
    assert shell(f"echo first > x; danvan extract a.txt -o {name} >> x; echo last >> x", cwd=folder).returncode == 0
    first, document, last = folder.joinpath("x").read_text(encoding="utf-8").splitlines()
    assert (first, json.loads(document)["source"], last) == ("first", "a.txt", "last")
    piped = shell("danvan extract a.txt -o >(cat); wait; sleep 0.2", folder)
    assert piped.stdout.startswith(b'{"schema"')


@NOT_ROOT
def test_no_permission_is_one_line(folder):
    folder.joinpath("old.jsonl").touch(mode=0o444)
    result = danvan("extract", "a.txt", "-o", "old.jsonl", cwd=folder)
    assert (result.returncode, "no permission" in one_line(result)) == (1, True)
    folder.chmod(0o555)
    result = danvan("extract", "a.txt", "-o", "new.jsonl", cwd=folder)
    assert (result.returncode, "Permission denied" in one_line(result)) == (1, True)
    folder.chmod(0o755)


def test_without_files_that_have_no_name_a_named_draft_serves(folder, monkeypatch):
    from danvan_cli.cli.output import open_output

    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    with open_output(str(folder / "x")) as out:
        out.write("new")
        assert not folder.joinpath("x").exists()
        out.keep()
    assert folder.joinpath("x").read_text() == "new"
    with suppress(KeyboardInterrupt), open_output(str(folder / "y")) as out:
        out.write("half")
        out.keep()
        raise KeyboardInterrupt
    assert {path.name for path in folder.iterdir()} == {"a.txt", "x"}
