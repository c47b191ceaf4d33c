"""`danvan batch --engine dask` against a real cluster: a scheduler and two workers, processes of this machine."""

import json
import os
import subprocess
import sys
import threading
import zipfile

import pytest
from running import ARTICLE, COMMAND, FAULTY, PATIENCE, one_line

from danvan_cli.batch.cluster.partition import partitions
from danvan_cli.batch.cluster.parts import Parts
from danvan_cli.batch.errors import BatchError
from danvan_cli.batch.job import Input, Outcome
from danvan_cli.batch.sources import Failure

distributed = pytest.importorskip("distributed")

ENVIRONMENT = {**FAULTY, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
RECIPE = {"danvan": "1"}


def dask(*arguments, until):
    """Start a process of the cluster; gives it and the line of its log that has `until` in it."""
    process = subprocess.Popen([sys.executable, "-m", "dask", *arguments], env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
    line = next(line for line in process.stderr if until in line)
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return process, line


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """The address of the scheduler of a cluster, whose workers obey the documents (tests/faulty)."""
    processes = []
    try:
        process, line = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", until="Scheduler at:")
        processes.append(process)
        address = line.split()[-1]
        for number in (1, 2):
            process, _ = dask("worker", address, "--nthreads", "1", "--no-dashboard", "--memory-limit", "0",
                              "--local-directory", str(tmp_path_factory.mktemp(f"worker-{number}")), until="Registered to")
            processes.append(process)
        yield address
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            process.wait(PATIENCE)


def corpus(folder, count, orders):
    """A folder `in` of articles, some of which begin with orders to whoever reads them."""
    (folder / "in").mkdir()
    for number in range(count):
        text = f"{orders.get(number, '')}\n{ARTICLE}".replace("12", str(30 + number))
        (folder / "in" / f"{number:02}.txt").write_text(text, encoding="utf-8")


def batch(*arguments, cwd, stdin=""):
    """Run `danvan batch in ARGUMENTS`."""
    return subprocess.run([*COMMAND, "batch", "in", *arguments], cwd=cwd, env=ENVIRONMENT, input=stdin.encode(),
                          capture_output=True, timeout=PATIENCE, check=False)


def on_cluster(scheduler, *arguments, **more):
    return batch("--engine", "dask", "--scheduler", scheduler, "--partition", "3", *arguments, **more)


def test_the_result_is_that_of_a_local_run_whoever_is_killed(scheduler, tmp_path):
    corpus(tmp_path, 12, {
        3: f"!once {tmp_path / 'first'}\n!kill parent",  # a worker of the cluster is killed in the midst
        9: "!kill",
    })
    (tmp_path / "in" / "07.txt").write_bytes(b"\x7fELF")
    done = on_cluster(scheduler, "-o", "cluster.jsonl", cwd=tmp_path)
    assert b"10 documents" in done.stderr, done.stderr.decode()
    assert done.returncode == 1
    assert (tmp_path / "first").exists()
    assert batch("--jobs", "2", "-o", "local.jsonl", cwd=tmp_path).returncode == 1
    for ending in ("", ".errors.jsonl"):
        assert (tmp_path / f"cluster.jsonl{ending}").read_bytes() == (tmp_path / f"local.jsonl{ending}").read_bytes()
    failed = [json.loads(line)["source"] for line in (tmp_path / "local.jsonl.errors.jsonl").open()]
    assert failed == ["in/07.txt", "in/09.txt"]


def test_a_run_that_fails_fast_tells_what_failed(scheduler, tmp_path):
    corpus(tmp_path, 3, {1: "!raise"})
    for output, machines in (("cluster.jsonl", on_cluster), ("local.jsonl", lambda _, *more, cwd: batch(*more, cwd=cwd))):
        done = machines(scheduler, "--fail-fast", "-o", output, cwd=tmp_path)
        assert done.returncode == 1
        assert one_line(done).startswith("danvan: in/01.txt: internal error")
        (failure,) = [json.loads(line) for line in (tmp_path / f"{output}.errors.jsonl").open()]
        assert failure["source"] == "in/01.txt"
        assert not (tmp_path / output).exists()


def test_a_document_that_kills_workers_of_the_cluster_is_convicted_and_no_neighbour(scheduler, tmp_path):
    corpus(tmp_path, 3, {1: "!kill parent"})
    done = on_cluster(scheduler, "-o", "o.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    (failure,) = [json.loads(line) for line in (tmp_path / "o.jsonl.errors.jsonl").open()]
    assert failure == {"source": "in/01.txt", "reason": "the Dask workers that read it were killed, 2 times"}
    assert len((tmp_path / "o.jsonl").read_text().splitlines()) == 2


def test_a_run_that_is_repeated_reads_what_is_new(scheduler, tmp_path):
    corpus(tmp_path, 12, {})
    assert on_cluster(scheduler, "-o", "o.jsonl", cwd=tmp_path).returncode == 0
    (tmp_path / "in" / "05b.txt").write_text(ARTICLE, encoding="utf-8")
    again = on_cluster(scheduler, "-o", "o.jsonl", cwd=tmp_path)
    assert again.returncode == 0
    assert b"13 documents (" in again.stderr
    assert b"(0 read by earlier" not in again.stderr
    batch("-o", "local.jsonl", cwd=tmp_path)
    assert (tmp_path / "o.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()
    refused = on_cluster(scheduler, "-o", "o.jsonl", "--explain", cwd=tmp_path)
    assert refused.returncode == 2
    assert "without --explain" in one_line(refused)


def test_a_run_that_is_killed_goes_on_from_what_is_finished(scheduler, tmp_path):
    os.mkfifo(tmp_path / "fifo")
    corpus(tmp_path, 12, {11: f"!once {tmp_path / 'first'}\n!hold {tmp_path / 'fifo'}\n!hang"})
    arguments = ("batch", "in", "-o", "o.jsonl", "--engine", "dask", "--scheduler", scheduler, "--partition", "3")
    run = subprocess.Popen([*COMMAND, *arguments], cwd=tmp_path, env=ENVIRONMENT)
    with (tmp_path / "fifo").open() as holder:
        assert holder.readline()
        run.kill()
        run.wait()
        done = on_cluster(scheduler, "-o", "o.jsonl", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert holder.read() == ""  # the reader that hung is gone too
    lines = (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"] for line in lines] == [f"in/{number:02}.txt" for number in range(12)]


def test_inputs_and_output_may_be_at_addresses(scheduler, tmp_path):
    corpus(tmp_path, 3, {1: "!raise"})
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.writestr("trong.txt", ARTICLE)
    tmp_path.joinpath("rows.jsonl").write_text(json.dumps({"id": "một", "text": ARTICLE}) + "\n", encoding="utf-8")
    sources = [f"{tmp_path.as_uri()}/{name}" for name in ("in", "rows.jsonl", "in/a.zip", "none")]
    options = ("--glob", "*.txt", "--files-from", "-")
    done = on_cluster(scheduler, *options, "-o", f"{tmp_path.as_uri()}/cluster.csv", cwd=tmp_path, stdin="\n".join(sources))
    assert b"6 documents" in done.stderr, done.stderr.decode()
    assert done.returncode == 1
    assert batch(*options, "-o", "local.csv", cwd=tmp_path, stdin="\n".join(sources)).returncode == 1
    names = sorted(path.name for path in (tmp_path / "local.csv").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "cluster.csv").iterdir())
    for name in (*(f".csv/{name}" for name in names), ".csv.errors.jsonl"):
        assert (tmp_path / f"cluster{name}").read_bytes() == (tmp_path / f"local{name}").read_bytes()


@pytest.mark.parametrize(("arguments", "status", "said"), [
    (("--engine", "dask"), 2, "--scheduler tcp://HOST:8786"),
    (("--scheduler", "tcp://127.0.0.1:1"), 2, "--engine dask"),
    (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"), 2, "--jobs is for --engine local"),
    (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"), 1, "no Dask scheduler answers there"),
    (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "-o", "s3://kho/o.doc"), 2, "stands for no store"),
    (("--engine", "dask", "--scheduler", "nonsense:/1"), 1, "no Dask scheduler answers there"),
    (("-o", "memory://o.jsonl"), 2, "only --engine dask"),
])
def test_what_is_missing_is_said_in_one_line(arguments, status, said, tmp_path):
    corpus(tmp_path, 1, {})
    done = batch("-o", "o.jsonl", *arguments, cwd=tmp_path)
    assert done.returncode == status
    assert said in one_line(done)


INPUTS = [Input(f"{number}.txt", "1", path=f"{number}.txt") for number in range(1000)]


def test_partitions_hold_every_input_once_and_in_order():
    for size in (1, 10, 5000):
        cut = list(partitions([*INPUTS, Failure("x", "y")], RECIPE, size))
        assert [entry for partition in cut for entry in partition.entries] == [*INPUTS, Failure("x", "y")]
        assert len({partition.name for partition in cut}) == len(cut)
        assert all(len(partition.entries) <= 4 * size for partition in cut)


@pytest.mark.parametrize(("listing", "recipe", "same"), [
    (INPUTS, RECIPE, True),
    ([*INPUTS[:500], Input("new.txt", "1"), *INPUTS[500:]], RECIPE, False),
    ([*INPUTS[:500], *INPUTS[501:]], RECIPE, False),
    ([*INPUTS[:500], Input("500.txt", "2"), *INPUTS[501:]], RECIPE, False),
])
def test_a_change_of_inputs_changes_the_partition_they_are_in(listing, recipe, same):
    before, after = ({partition.name for partition in partitions(inputs, RECIPE, 10)} for inputs in (INPUTS, listing))
    assert len(before - after) <= 2
    assert (before == after) == same


def test_another_recipe_changes_every_partition():
    before, after = ({part.name for part in partitions(INPUTS, recipe, 10)} for recipe in (RECIPE, {"danvan": "2"}))
    assert not before & after


@pytest.mark.parametrize("folder", ["memory://parts", None], ids=["address", "path"])
def test_a_part_comes_back_as_it_was_written(folder, tmp_path):
    parts = Parts(folder or str(tmp_path / "parts"))
    rows = [("a.txt", Outcome('{"a": "Ủy ban\u2028"}', None, 1, 2, 3)), ("b\n.txt", Outcome(None, "broken"))]
    parts.claim(RECIPE, restart=True)
    parts.write("gaps", rows)
    parts.write("whole", rows[:1])
    assert list(parts.rows("gaps")) == rows
    assert parts.finished() == {"whole"}
    parts.write("gaps", rows[:1])
    assert list(parts.rows("gaps")) == rows[:1]
    parts.keep({"gaps"})
    assert parts.finished() == {"gaps"}
    parts.claim(RECIPE, restart=False)
    with pytest.raises(BatchError, match="with danvan 1, not with danvan 2"):
        parts.claim({"danvan": "2"}, restart=False)


def test_a_damaged_part_is_told(tmp_path):
    parts = Parts(str(tmp_path))
    parts.write("a", [])
    (tmp_path / "a.whole.gz").write_bytes(b"no gzip")
    with pytest.raises(BatchError, match="damaged"):
        list(parts.rows("a"))
