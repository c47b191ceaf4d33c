"""The pool of workers, with real processes and real signals; tests/faulty makes workers obey the documents."""

import itertools
import os
import signal
import subprocess
import sys

import pytest

from danvan_cli.batch.job import Input, Settings
from danvan_cli.batch.pool import Pool, PoolError
from tests.running import ARTICLE, PLAIN, ROOT, danvan

FAULTY = os.pathsep.join((str(ROOT / "tests" / "faulty"), str(ROOT)))
SAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "samples").glob("*.txt"))[:6]
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
    monkeypatch.setenv("PYTHONPATH", FAULTY)


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
    {}, {"kinds": ("officials",)}, {"explain": True}, {"encoding": "utf-8"}, {"lexicon": "co-quan.toml"},
], ids=str)
def test_a_line_has_the_bytes_of_extract(options, tmp_path, monkeypatch):
    (tmp_path / "co-quan.toml").write_text('[[entry]]\ntype = "titles"\nform = "chủ trì"\n', encoding="utf-8")
    monkeypatch.chdir(ROOT)
    settings = {key: str(tmp_path / value) if key == "lexicon" else value for key, value in options.items()}
    flags = [part for key, value in settings.items() for part in {
        "kinds": ["--only", "officials"], "explain": ["--explain"]}.get(key, [f"--{key}", value])]
    outcomes = read([Input(name, "", path=name) for name in SAMPLES[:2]], **settings)
    lines = "".join(f"{outcomes[name].line}\n" for name in SAMPLES[:2])
    assert lines.encode() == danvan("extract", "-f", "jsonl", *flags, *SAMPLES[:2]).stdout


def test_the_outcomes_are_the_same_for_any_number_of_workers(monkeypatch):
    monkeypatch.chdir(ROOT)
    inputs = [Input(name, "", path=name) for name in SAMPLES]
    assert read(inputs, 1) == read(inputs, 3)


def test_an_outcome_counts_what_its_line_holds():
    (outcome,) = read(texts("")).values()
    assert (outcome.people, outcome.bodies, outcome.figures) == (1, 2, 1)


@pytest.mark.parametrize(("given", "encoding"), [
    ({"content": ARTICLE}, None), ({"content": ARTICLE.encode()}, "utf-8"), ({"content": ARTICLE.encode("utf-16")}, "utf-16"),
])
def test_a_text_and_the_bytes_of_one_are_read_alike(given, encoding):
    (outcome,) = read([Input("kho.jsonl#7", "", **given)]).values()
    plain = danvan("extract", "-f", "jsonl", stdin=ARTICLE).stdout.decode().rstrip("\n")
    assert outcome.line.replace("kho.jsonl#7", "<stdin>").replace(f'"{encoding}"', '"utf-8"').replace(
        '"encoding": null', '"encoding": "utf-8"') == plain


@pytest.mark.parametrize(("given", "reason"), [
    ({"path": "there/is/none.txt"}, "no such file"),
    ({"content": b"%PDF-"}, "PDF"),
    ({}, "internal error"),
])
def test_what_cannot_be_read_is_an_error_and_no_end(given, reason):
    outcomes = read([Input("bad", "", **given), *texts("")])
    assert reason in errors(outcomes).pop("bad")
    assert errors({"0": outcomes["0"]}) == {}


@pytest.mark.parametrize(("order", "reason"), [
    ("!kill", "the worker that read it was killed by signal 9 (Killed), 2 times"),
    ("!exit 3", "the worker that read it ended with exit status 3, 2 times"),
    ("!exit 0", "the worker that read it ended with exit status 0, 2 times"),
    ("!raise", "internal error: LookupError: !raise; please report it (DANVAN_DEBUG=1 shows where)"),
    ("!hang", "took longer than 2 s"),
    ("!hang locked", "took longer than 2 s"),
])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_poison_document_is_named_and_no_other_is_lost(order, reason, jobs, faulty):
    outcomes = read(texts("", order, "", "", ""), jobs, timeout=2)
    assert errors(outcomes) == {"1": reason}
    assert len(outcomes) == 5


def test_many_poison_documents_are_all_named(faulty):
    orders = ["", "!kill", "!exit 1"] * 4
    outcomes = read(texts(*orders), 2)
    assert errors(outcomes).keys() == {str(number) for number, order in enumerate(orders) if order}
    assert len(outcomes) == len(orders)


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


def test_what_a_library_prints_does_not_reach_the_pool(faulty, capfd):
    assert errors(read(texts("!print", ""))) == {}
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("size", [5_000, 1_000_000])
def test_contents_larger_than_a_pipe_come_through(size, faulty):
    inputs = [Input(str(number), "", content=ARTICLE + "\n" * size) for number in range(4)]
    assert errors(read([*inputs, *texts("!kill")[:0]], 2)) == {}


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
    run = subprocess.Popen([sys.executable, "-c", RUN, f"!hold {fifo}\n{order}"], env={**PLAIN, "PYTHONPATH": FAULTY})
    with fifo.open() as holder:
        assert holder.readline()
        run.kill()
        run.wait()
        assert holder.read() == ""


def test_ctrl_c_ends_the_run_and_its_workers(fifo):
    run = subprocess.Popen([sys.executable, "-c", RUN, f"!hold {fifo}\n!hang"], env={**PLAIN, "PYTHONPATH": FAULTY},
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
    ({}, {"PYTHONHOME": "/there/is/none"}, "no worker can be started: 3 in a row ended at once, the last ended with"),
], ids=str)
def test_workers_that_cannot_start_are_told_and_not_tried_for_ever(settings, environment, reason, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(PoolError, match=reason), Pool(2, Settings(**settings)) as pool:
        list(pool.run(texts("", "")))
    assert no_children()


def test_a_run_without_inputs_ends():
    assert read([]) == {}
