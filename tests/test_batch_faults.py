"""However a run ends, nothing that it finished is lost: kills, signals, full disks, two at once, damaged journals.

Real processes and real signals. An unreadable file here and there tells, by its line on standard error (-v), how far a
run has come, and the document after it waits for the test (tests/faulty); standard error ends when the last process does.
"""

import gc
import json
import os
import re
import resource
import signal
import subprocess
import sys

import pytest
from running import ARTICLE, COMMAND, FAULTY, PATIENCE, at_terminal, danvan, one_line

from danvan_cli.batch.job import Input, Outcome
from danvan_cli.batch.run import Plan, run

DOCUMENTS, MARKS = 24, (3, 11, 19)


@pytest.fixture
def folder(tmp_path):
    """A folder of many documents; after some of them comes a mark, a file that cannot be read."""
    inputs = tmp_path / "in"
    inputs.mkdir()
    for number in range(DOCUMENTS):
        orders = f"!once {tmp_path}/.passed-{number - 1}\n!hold {tmp_path}/.held\n" if number - 1 in MARKS else ""
        text = ARTICLE.replace("12", str(100 + number)) * 4
        inputs.joinpath(f"{number:02}.txt").write_text(orders + text, encoding="utf-8")
    for number in MARKS:
        inputs.joinpath(f"{number:02}x.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    os.mkfifo(tmp_path / ".held")
    return tmp_path


@pytest.fixture
def undisturbed(folder):
    """What a run gives that nothing disturbs: its result and its list of failures."""
    assert batch(folder, output="whole.jsonl").returncode == 1
    return results(folder, "whole.jsonl")


def batch(folder, *arguments, output="o.jsonl", **more):
    return danvan("batch", "in", "-o", output, "--jobs", "2", *arguments, cwd=folder, **more)


def results(folder, output="o.jsonl"):
    return folder.joinpath(output).read_bytes(), folder.joinpath(f"{output}.errors.jsonl").read_bytes()


def halted(folder, mark):
    """Start a run that comes to a mark and no further until somebody opens `.held`."""
    for passed in MARKS:
        folder.joinpath(f".passed-{passed}").touch()
    folder.joinpath(f".passed-{mark}").unlink()
    process = subprocess.Popen([*COMMAND, "batch", "in", "-o", "o.jsonl", "--jobs", "1", "-v"], cwd=folder, env=FAULTY,
                               stderr=subprocess.PIPE, start_new_session=True)
    assert any(b"in/%02dx.txt" % mark in line for line in process.stderr)
    return process


def disturbed(folder, number, mark):
    """Start a run, send it a signal when it has come to a mark, and wait for all its processes to end."""
    process = halted(folder, mark)
    process.send_signal(number)
    said = process.stderr.read().decode()
    return process.wait(PATIENCE), said


def kept(done):
    return int((re.search(r"\((\d+) read by earlier runs\)", done.stderr.decode()) or [0, 0])[1])


def test_a_killed_run_goes_on_from_where_it_was_however_often_it_is_killed(folder, undisturbed):
    for mark in MARKS:
        status, _ = disturbed(folder, signal.SIGKILL, mark)
        assert status == -signal.SIGKILL
        assert not folder.joinpath("o.jsonl").exists()
    done = batch(folder)
    assert done.returncode == 1
    assert kept(done) >= MARKS[-1]  # all that came before the last mark
    assert results(folder) == undisturbed
    ours = (".held", ".passed-")
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(ours)) == [
        "in", "o.jsonl", "o.jsonl.errors.jsonl", "o.jsonl.journal", "whole.jsonl", "whole.jsonl.errors.jsonl",
        "whole.jsonl.journal"]


@pytest.mark.parametrize(("number", "expected"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_run_says_that_it_goes_on_and_leaves_no_process(folder, undisturbed, number, expected):
    status, said = disturbed(folder, number, MARKS[1])
    assert status == expected
    assert said == "danvan: stopped; what is finished is kept, and the same command goes on from there\n"
    done = batch(folder)
    assert kept(done) >= MARKS[1]
    assert results(folder) == undisturbed


def test_ctrl_c_at_a_terminal_gives_it_back_with_one_line_more(folder):
    status, sent = at_terminal("batch", "in", "-o", "o.jsonl", "--jobs", "1", cwd=folder, env=FAULTY,
                               answer=("documents", "\x03"))
    assert status == 130
    assert sent.endswith("danvan: stopped; what is finished is kept, and the same command goes on from there\n")
    assert sent.count("\x1b[?25l") == sent.count("\x1b[?25h")  # the cursor is there again


class Reading:
    """An engine and a watch in one, for runs of which only the end matters."""

    def run(self, inputs):
        return ((given, Outcome("{}")) for given in inputs)

    def read(self):
        pass


def test_an_interrupt_while_the_result_is_written_tells_nothing_more(tmp_path, monkeypatch):
    def write(path, lines):
        next(lines)
        raise KeyboardInterrupt

    said = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    with pytest.raises(KeyboardInterrupt):
        run(Plan(str(tmp_path / "o.jsonl"), write, {}), [Input("a", "1"), Input("b", "1")], Reading(), Reading())
    gc.collect()
    assert said == []


def test_an_older_result_stays_until_the_new_one_is_whole(folder):
    folder.joinpath("o.jsonl").write_bytes(b'{"schema": 1, "old": true}\n')
    disturbed(folder, signal.SIGKILL, MARKS[0])
    assert folder.joinpath("o.jsonl").read_bytes() == b'{"schema": 1, "old": true}\n'


def test_two_runs_at_once_do_not_mix(folder):
    first = halted(folder, MARKS[0])
    second = batch(folder)
    assert second.returncode == 1
    assert "another danvan batch is writing the same output" in one_line(second)
    with folder.joinpath(".held").open():
        first.communicate(timeout=PATIENCE)
    assert first.returncode == 1
    assert len(folder.joinpath("o.jsonl").read_bytes().splitlines()) == DOCUMENTS


def on_a_disk_of(size):
    """Let no file of a process grow beyond a size, which the system tells like a full disk."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return {"preexec_fn": limit}


def test_a_full_disk_is_one_line_and_loses_nothing(folder, undisturbed):
    full = batch(folder, **on_a_disk_of(150_000))
    assert full.returncode == 1
    assert "o.jsonl.journal: cannot be written: " in one_line(full)
    assert not folder.joinpath("o.jsonl").exists()
    done = batch(folder)
    assert 0 < kept(done) < DOCUMENTS
    assert results(folder) == undisturbed


def test_a_result_that_does_not_fit_is_one_line_and_loses_nothing(tmp_path):
    tmp_path.joinpath("in").write_text(ARTICLE * 400, encoding="utf-8")  # it packs well, so that the journal fits
    assert batch(tmp_path, output="whole.jsonl").returncode == 0
    whole = tmp_path.joinpath("whole.jsonl").read_bytes()
    full = batch(tmp_path, **on_a_disk_of(len(whole) - 1))
    assert full.returncode == 1
    assert "o.jsonl: cannot be written: " in one_line(full)
    assert not tmp_path.joinpath("o.jsonl").exists()
    assert kept(batch(tmp_path)) == 1
    assert tmp_path.joinpath("o.jsonl").read_bytes() == whole


def test_what_is_no_journal_is_left_alone(folder):
    journal = folder / "o.jsonl.journal"
    for content in (b"my diary\n" * 500, b""):
        journal.write_bytes(content)
        done = batch(folder, "--restart")
        if content:
            assert done.returncode == 1
            assert "is no journal" in one_line(done)
            assert journal.read_bytes() == content
        else:
            assert folder.joinpath("o.jsonl").exists()


def test_a_name_too_long_for_a_journal_is_told(folder):
    done = batch(folder, output=f"{249 * 'o'}.jsonl")
    assert done.returncode == 1
    assert one_line(done).endswith(".jsonl.journal: cannot be made; name another output")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may do everything")
def test_a_folder_that_may_not_be_written(folder):
    folder.chmod(0o500)
    done = batch(folder)
    folder.chmod(0o700)
    assert done.returncode == 1
    assert "no permission" in one_line(done)


def test_a_document_that_takes_too_long_is_named_and_the_others_are_done(folder):
    folder.joinpath("in/05.txt").write_text(f"!hang\n{ARTICLE}", encoding="utf-8")
    for mark in MARKS:
        folder.joinpath(f".passed-{mark}").touch()
    done = batch(folder, "--timeout", "8", env=FAULTY)
    assert done.returncode == 1
    failures = [json.loads(line) for line in results(folder)[1].splitlines()]
    assert [row["reason"] for row in failures if row["source"] == "in/05.txt"] == ["took longer than 8 s"]
    assert len(results(folder)[0].splitlines()) == DOCUMENTS - 1
