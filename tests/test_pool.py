"""The pool of workers, with real processes and real signals; tests/faulty makes workers obey the documents."""

import itertools
import json
import os
import signal
import subprocess
import sys

import pytest
from running import ARTICLE, FAULTY, ROOT, danvan

from danvan_cli.batch.job import Input, Settings
from danvan_cli.batch.pool import Pool, PoolError

SAMPLES = sorted(str(path) for path in (ROOT / "samples").glob("*.txt"))[:6]
RUN = """
import sys
from danvan_cli.batch.job import Input, Settings
from danvan_cli.batch.pool import Pool
with Pool(2, Settings()) as pool:
    for job, outcome in pool.run(Input(text, "", content=text) for text in sys.argv[1:]):
        print(job.source, flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and FIFOs of POSIX")


@pytest.fixture
def faulty(monkeypatch):
    """Workers that obey the documents."""
    monkeypatch.setenv("PYTHONPATH", FAULTY["PYTHONPATH"])


@pytest.fixture
def fifo(tmp_path):
    path = tmp_path / "fifo"
    os.mkfifo(path)
    return path


def texts(*orders):
    """An input for each text of orders, named by its number."""
    return [Input(str(number), "", content=f"{order}\n{ARTICLE}") for number, order in enumerate(orders)]


def read(inputs, jobs=1, timeout=None, **settings):
    """The outcomes of a pool by the names of the inputs, none given twice."""
    with Pool(jobs, Settings(**settings), timeout) as pool:
        outcomes = [(job.source, outcome) for job, outcome in pool.run(inputs)]
    assert len(dict(outcomes)) == len(outcomes)
    assert no_children()
    return dict(outcomes)


def no_children():
    """Whether this process has no child, not even a dead one."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def errors(outcomes):
    """What is wrong with whom; whoever has no error has a line."""
    assert all((outcome.line is None) == (outcome.error is not None) for outcome in outcomes.values())
    return {source: outcome.error for source, outcome in outcomes.items() if outcome.error}


@pytest.mark.parametrize("options", [
    {}, {"kinds": ("officials",), "explain": True, "encoding": "utf-8", "lexicon": "co-quan.toml"},
], ids=["plain", "all options"])
def test_a_line_has_the_bytes_of_extract(options, tmp_path, monkeypatch):
    words = tmp_path / "co-quan.toml"
    words.write_text('[[entry]]\ntype = "titles"\nform = "chủ trì"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    (outcome,) = read([Input("bai.txt", "", path="bai.txt")], **options).values()
    flags = ("--only", "officials", "--explain", "--encoding", "utf-8", "--lexicon", words.name) if options else ()
    assert f"{outcome.line}\n".encode() == danvan("extract", "-f", "jsonl", *flags, "bai.txt", cwd=tmp_path).stdout


def test_the_outcomes_are_the_same_for_any_number_of_workers():
    inputs = [Input(name, "", path=name) for name in SAMPLES]
    assert read(inputs, 1) == read(inputs, 3)


def test_an_outcome_counts_what_its_line_holds():
    (outcome,) = read(texts("")).values()
    assert (outcome.people, outcome.bodies, outcome.figures) == (1, 2, 1)


def test_a_text_and_the_bytes_of_one_are_read_alike():
    kinds = {None: ARTICLE, "utf-8": ARTICLE.encode(), "utf-16": ARTICLE.encode("utf-16")}
    outcomes = read([Input(str(encoding), "", content=content) for encoding, content in kinds.items()])
    documents = {name: json.loads(outcome.line) for name, outcome in outcomes.items()}
    for encoding in kinds:
        assert documents[str(encoding)] == {**documents["None"], "source": str(encoding), "encoding": encoding}


def test_what_cannot_be_read_is_an_error_and_no_end():
    outcomes = read([Input("missing", "", path="there/is/none.txt"), Input("binary", "", content=b"\x7fELF"),
                     Input("nothing", ""), *texts("")])
    wrong = errors(outcomes)
    assert wrong.keys() == {"missing", "binary", "nothing"}
    assert wrong["missing"] == "no such file"
    assert "a program" in wrong["binary"]
    assert "internal error" in wrong["nothing"]


POISON = {
    "!kill": "the worker that read it was killed by signal 9 (Killed), 3 times",
    "!exit 3": "the worker that read it ended with exit status 3, 3 times",
    "!exit 0": "the worker that read it ended with exit status 0, 3 times",
    "!hang": "took longer than 8 s",
    "!hang locked": "took longer than 8 s",
    "!raise": "internal error: LookupError: !raise; please report it (DANVAN_DEBUG=1 shows where)",
}


def test_poison_documents_are_named_and_no_other_is_lost(faulty):
    orders = [order for poison in POISON for order in (poison, "")]
    outcomes = read(texts(*orders), 2, timeout=8)
    assert errors(outcomes) == {str(number): POISON[order] for number, order in enumerate(orders) if order}
    assert len(outcomes) == len(orders)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("poisonous", [{0}, {2}, {4}, {3, 4}, {0, 1, 2, 3, 4}], ids=str)
def test_a_document_that_kills_is_convicted_wherever_it_comes(jobs, poisonous, faulty):
    outcomes = read(texts(*("!kill" if number in poisonous else "" for number in range(5))), jobs, timeout=60)
    assert errors(outcomes) == {str(number): POISON["!kill"] for number in poisonous}
    assert len(outcomes) == 5


def test_a_document_that_kills_its_worker_once_is_read_after_all(faulty, tmp_path):
    outcomes = read(texts("", f"!once {tmp_path / 'once'}\n!kill", "", ""), 2)
    assert len(outcomes) == 4
    assert errors(outcomes) == {}


def test_a_worker_that_is_killed_from_outside_costs_nothing(faulty, tmp_path, fifo):
    inputs = texts("", f"!once {tmp_path / 'once'}\n!hold {fifo}\n!hang", "", "")
    killer = subprocess.Popen([sys.executable, "-c", f"import os; os.kill(int(open({str(fifo)!r}).readline()), 9)"])
    with Pool(1, Settings()) as pool:
        outcomes = {job.source: outcome for job, outcome in pool.run(inputs)}
    assert killer.wait() == 0
    assert len(outcomes) == 4
    assert errors(outcomes) == {}


def test_a_document_that_takes_more_memory_than_allowed_is_told(faulty):
    outcomes = read(texts("", "!memory", ""), memory=400)
    assert errors(outcomes) == {"1": "takes more memory than the 400 MiB allowed"}


def test_a_content_that_finds_no_room_in_a_worker_is_told():
    inputs = [Input(str(number), "", content="à" * size) for number, size in enumerate((10, 40_000_000, 10))]
    assert errors(read(inputs, memory=150)) == {"1": "takes more memory than the 150 MiB allowed"}


def test_what_a_library_prints_does_not_reach_the_pool(faulty, capfd):
    assert errors(read(texts("!print", ""))) == {}
    assert capfd.readouterr().out == ""


def test_contents_larger_than_a_pipe_come_through():
    inputs = [Input(str(number), "", content=ARTICLE + "\n" * number) for number in (0, 5_000, 1_000_000, 6_000)]
    assert errors(read(inputs, 2)) == {}


def test_no_more_inputs_are_drawn_than_workers_need():
    drawn = itertools.count()
    endless = (Input(str(number), "", content=ARTICLE) for number in drawn)
    with Pool(2, Settings()) as pool:
        outcomes = list(itertools.islice(pool.run(endless), 20))
    assert len(outcomes) == 20
    assert next(drawn) <= 20 + 2 * 2


def test_leaving_the_loop_over_the_outcomes_ends_the_workers_in_the_midst(faulty, fifo):
    with Pool(2, Settings()) as pool:
        outcomes = pool.run(texts("", f"!hold {fifo}\n!hang"))
        next(outcomes)
        with fifo.open() as holder:
            assert holder.readline()
            outcomes.close()
            assert holder.read() == ""
        assert no_children()
        assert errors({job.source: outcome for job, outcome in pool.run(texts(""))}) == {}


def test_what_the_inputs_raise_ends_the_workers():
    def inputs():
        yield from texts("")
        raise LookupError("the disk of the inputs is gone")

    with Pool(2, Settings()) as pool:
        with pytest.raises(LookupError, match="the disk"):
            list(pool.run(inputs()))
        assert no_children()


@pytest.mark.parametrize("order", [
    "!hang",
    pytest.param("!hang locked", marks=pytest.mark.skipif(sys.platform != "linux", reason="prctl of Linux")),
])
def test_a_run_that_is_killed_leaves_no_worker(order, fifo):
    run = subprocess.Popen([sys.executable, "-c", RUN, f"!hold {fifo}\n{order}"], env=FAULTY)
    with fifo.open() as holder:
        assert holder.readline()
        run.kill()
        run.wait()
        assert holder.read() == ""


def test_ctrl_c_ends_the_run_and_its_workers(fifo):
    run = subprocess.Popen([sys.executable, "-c", RUN, f"!hold {fifo}\n!hang"], env=FAULTY,
                           start_new_session=True, stderr=subprocess.PIPE)
    with fifo.open() as holder:
        assert holder.readline()
        os.killpg(run.pid, signal.SIGINT)
        assert holder.read() == ""
    _, stderr = run.communicate()
    assert stderr.decode().splitlines()[-1] == "KeyboardInterrupt"
    assert stderr.decode().count("Traceback") == 1  # of the run: a worker does not notice


@pytest.mark.parametrize(("settings", "environment", "reason"), [
    ({"lexicon": "none.toml"}, {}, "none.toml"),
    ({"memory": 1}, {}, "too few|no worker can be started"),
    ({}, {"PYTHONHOME": "/there/is/none"}, "no worker can be started: 7 in a row ended at once, the last ended with"),
], ids=str)
def test_workers_that_cannot_start_are_told_and_not_tried_for_ever(settings, environment, reason, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(PoolError, match=reason), Pool(2, Settings(**settings)) as pool:
        list(pool.run(texts("", "")))
    assert no_children()


def test_a_run_without_inputs_ends():
    assert read([]) == {}
