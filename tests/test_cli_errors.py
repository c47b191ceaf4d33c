"""What goes wrong is one line and an exit status: 1 an input or the output, 2 the command line, 130, 143."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import click
import pytest
from running import ARTICLE, COMMAND, PATIENCE, PLAIN, danvan, one_line, shell

NOT_ROOT = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may do everything")
FULL_DISK = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("a.txt").write_text(ARTICLE, encoding="utf-8")
    tmp_path.joinpath("empty.txt").write_bytes(b"")
    tmp_path.joinpath("binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    tmp_path.joinpath("damaged.txt").write_bytes(ARTICLE.encode() * 9 + b"\xe1\xbb " + ARTICLE.encode() * 9)
    tmp_path.joinpath("sub").mkdir()
    tmp_path.joinpath("loop.txt").symlink_to("loop.txt")
    return tmp_path


@pytest.mark.parametrize(("name", "reason"), [
    ("no.txt", "no such file"),
    ("sub", "is a folder"),
    ("binary.txt", "binary file"),
    ("loop.txt", "cannot be read"),
    ("a" * 300, "cannot be read"),
    ("a\nb\x1b[2J", "no such file"),
])
def test_a_bad_input_is_one_line_and_status_1(folder, name, reason):
    result = danvan("extract", name, cwd=folder)
    assert result.returncode == 1
    assert result.stdout == b""
    assert reason in one_line(result)
    assert "\x1b" not in one_line(result)


@NOT_ROOT
def test_a_file_without_permission(folder):
    folder.joinpath("a.txt").chmod(0)
    result = danvan("extract", "a.txt", cwd=folder)
    assert (result.returncode, one_line(result)) == (1, "danvan: a.txt: no permission to read it")


def test_the_others_are_done_in_order(folder):
    result = danvan("extract", "no.txt", "a.txt", "sub", "empty.txt", "binary.txt", "a.txt", cwd=folder)
    assert result.returncode == 1
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [document["source"] for document in documents] == ["a.txt", "empty.txt", "a.txt"]
    complaints = [line.split(b":")[1].strip() for line in result.stderr.splitlines()]
    assert complaints == [b"no.txt", b"sub", b"binary.txt"]


def test_bad_bytes_say_what_to_do(folder):
    result = danvan("extract", "damaged.txt", cwd=folder)
    assert result.returncode == 1
    assert "--encoding" in one_line(result)
    repaired = danvan("extract", "damaged.txt", "--encoding", "utf-8:replace", cwd=folder)
    assert repaired.returncode == 0


@pytest.mark.parametrize("name", [b"b\xe1o.txt", "báo cáo.txt".encode(), b"a'b\".txt", b"-.txt"])
def test_any_file_name_is_read_and_told(folder, name):
    folder.joinpath(os.fsdecode(name)).write_text(ARTICLE, encoding="utf-8")
    result = danvan("extract", "--", os.fsdecode(name), cwd=folder)
    assert result.returncode == 0, result.stderr
    source = json.loads(result.stdout)["source"]
    assert source == name.decode("utf-8", "backslashreplace")


@pytest.mark.parametrize(("arguments", "reason"), [
    (["extract", "-f", "xml"], "'xml' is not one of 'table', 'json'"),
    (["extract", "--only", "people"], "'people' is not one of 'officials'"),
    (["extract", "--lang", "fr"], "'fr' is not one of"),
    (["extract", "--encoding", "klingon"], "there is no encoding"),
    (["extract", "--lexicon", "no.toml"], "no.toml: cannot be read"),
    (["extract", "--width", "3"], "'--width'"),
    (["extract", "--color", "blue"], "'--color'"),
    (["extract", "--nope"], "--nope"),
    (["extract", "-o"], "-o"),
    (["extract", "-", "-"], "only once"),
    (["export", "-", "-", "-o", "x.csv"], "only once"),
    (["tokens", "-", "-"], "only once"),
    (["tokens", "no.txt", "--encoding", "klingon"], "there is no encoding"),
    (["extract", "-o", "sub", "a.txt"], "sub: is a folder"),
    (["extract", "-o", "a.txt", "a.txt"], "a.txt: is an input too"),
    (["extract", "-o", "./sub/../a.txt", "empty.txt", "a.txt"], "is an input too"),
    (["extract", "-o", "no/such/x.json", "a.txt"], "there is no folder no/such"),
    (["lexicon", "list", "nope"], "there is no lexicon file 'nope'"),
    (["lexicon", "lits"], "lits"),
    (["extrac"], "did you mean 'extract'?"),
    (["a.txt"], "did you mean 'danvan extract a.txt'?"),
    (["schema", "x"], "x"),
])
def test_wrong_usage_is_one_line_and_status_2(folder, arguments, reason):
    result = danvan(*arguments, cwd=folder)
    assert result.returncode == 2
    assert result.stdout == b""
    assert reason in one_line(result)
    assert "--help" in one_line(result)


@pytest.mark.parametrize("command", ["extract", "batch", "export"])
def test_an_output_with_a_name_too_long_is_named(folder, command):
    name = "o" * 300 + ".jsonl"
    result = danvan(command, "a.txt", "-o", name, cwd=folder)
    assert (result.returncode, result.stdout) == (1, b"")
    assert one_line(result) == f"danvan: {name}: cannot be written: File name too long"


@pytest.mark.parametrize(("command", "status", "reason"), [
    (["extract"], 1, "cannot be read: File name too long"),
    (["batch", "-q", "-o", "o.jsonl"], 1, "cannot be read: File name too long"),
    (["export", "-o", "o.jsonl"], 1, "cannot be read: File name too long"),
    ([], 2, "there is no command"),
])
def test_a_text_in_the_place_of_a_file_name_is_told(folder, command, status, reason):
    result = danvan(*command, ARTICLE * 9, cwd=folder)
    assert (result.returncode, result.stdout) == (status, b"")
    assert reason in one_line(result)


@FULL_DISK
@pytest.mark.parametrize("arguments", [
    ["extract", "a.txt"], ["extract", "-f", "table", "a.txt"], ["--help"], ["schema"], ["--version"],
    ["extract", "--help"], ["lexicon", "list"],
], ids=" ".join)
def test_a_full_disk_behind_standard_output(folder, arguments):
    with Path("/dev/full").open("w") as full:
        result = danvan(*arguments, cwd=folder, stdout=full)
    assert result.returncode == 1
    assert "No space left on device" in one_line(result)


@FULL_DISK
def test_a_full_disk_behind_an_output_file(folder):
    result = danvan("extract", "-o", "/dev/full", "a.txt", cwd=folder)
    assert result.returncode == 1
    assert one_line(result).startswith("danvan: /dev/full: cannot be written")


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(folder, closed):
    result = shell(f"danvan extract a.txt {closed}", folder)
    assert (result.returncode, result.stderr) == (0, b"")
    assert bool(result.stdout) == (">&-" not in closed.replace("2>&-", ""))


def test_a_closed_standard_input_is_an_empty_one(folder):
    result = shell("danvan extract <&-", folder)
    assert (result.returncode, result.stderr) == (0, b"")


def waiting(*arguments, cwd):
    """A danvan that waits for the rest of its input, having read or written what there was."""
    process = subprocess.Popen([*COMMAND, *arguments], cwd=cwd, env=PLAIN,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()  # the first document is out: all is loaded
    time.sleep(0.2)
    return process


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_is_silent_and_what_was_written_is_whole(folder, number, status):
    process = waiting("extract", "-f", "jsonl", "a.txt", "a.txt", "-", cwd=folder)
    process.send_signal(number)
    rest, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (status, b"")
    assert all(json.loads(line) for line in rest.splitlines())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_killed_run_leaves_the_old_output_and_nothing_else(folder, number):
    folder.joinpath("out.jsonl").write_text("old")
    os.mkfifo(folder / "pipe")
    before = sorted(folder.iterdir())
    process = subprocess.Popen([*COMMAND, "extract", "a.txt", "pipe", "-o", "out.jsonl"], cwd=folder,
                               env=PLAIN, stderr=subprocess.PIPE)
    with folder.joinpath("pipe").open("w"):  # waits until danvan, done with a.txt, opens the pipe
        time.sleep(0.2)
        process.send_signal(number)
        process.wait(timeout=PATIENCE)
    assert process.stderr.read() == b""
    assert folder.joinpath("out.jsonl").read_text() == "old"
    if number != signal.SIGKILL or hasattr(os, "O_TMPFILE"):
        assert sorted(folder.iterdir()) == before


def test_an_error_of_danvan_itself_is_one_line_and_the_others_are_done(folder):
    code = ("import danvan_cli.pipeline as p, sys\nfrom danvan_cli.cli.main import run\nreal = p.extract\n"
            "def broken(text, **more):\n    if text.source == 'empty.txt': raise RuntimeError('ôi')\n"
            "    return real(text, **more)\n"
            "p.extract = broken\nsys.argv = ['danvan', 'extract', 'empty.txt', 'a.txt']\nrun()")
    result = danvan("-c", code, command=COMMAND[:1], cwd=folder)
    assert result.returncode == 1
    assert "empty.txt: internal error: RuntimeError: ôi" in one_line(result)
    assert len(result.stdout.splitlines()) == 1
    debugged = danvan("-c", code, command=COMMAND[:1], cwd=folder, env={"DANVAN_DEBUG": "1"})
    assert b"Traceback" in debugged.stderr


def test_no_command_leaves_the_reading_of_files_to_click():
    # click would call an unreadable input wrong usage and do none of the others.
    from danvan_cli.cli.group import COMMANDS
    from danvan_cli.cli.group import danvan as group

    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        paths = [part for part in getattr(command, "params", []) if part.name in ("files", "output", "lexicon")]
        assert not any(part.type.readable for part in paths)


@pytest.mark.parametrize(("given", "kind"), [(None, "NoneType"), (b"\xe1", "bytes"), (["x"], "list")])
def test_python_is_told_what_extract_reads(given, kind):
    from danvan_cli import extract

    with pytest.raises(TypeError, match=f"reads a str or a Text, not {kind}"):
        extract(given)
