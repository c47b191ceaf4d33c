"""How the pool schedules, tried on workers that are no processes: whatever these do, and in whatever order, it holds.

A world of workers stands in for the system: hypothesis chooses who says something next, who dies, and when there is no
room for a further worker. Where the pool waits while nobody will ever say anything, the world tells instead of waiting.
"""

from collections import Counter, deque
from dataclasses import dataclass, replace
from queue import Empty
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_cli.batch import pool as pool_module
from danvan_cli.batch import process as process_module
from danvan_cli.batch.job import Input, Outcome, Settings
from danvan_cli.batch.pool import Pool, PoolError
from danvan_cli.batch.process import Ended, WorkerProcess
from danvan_cli.batch.worker import Started

LIMIT = 10.0
HANGS = -1
MANY_STEPS = 3000


@dataclass(frozen=True)
class Mood:
    """What may happen: `kills` are the workers that each document kills before it is read (or it HANGS)."""

    jobs: int
    kills: tuple[int, ...]
    deaths: int = 0  # of workers that are killed from outside
    false_starts: int = 0
    crowding: int = 0  # false starts of workers beside others that work
    refusals: int = 0  # of the system to start a worker beside others
    jumps: int = 0  # times that the pool is held up for longer than a document may take

    @property
    def inputs(self):
        return [Input(str(number), "", content="") for number in range(len(self.kills))]


class World:
    """The system, in place of processes, their pipes and the clock; `choices` decide what happens."""

    def __init__(self, mood, choices=b""):
        self.left = mood
        self._choices = iter(choices)
        self.kills = dict(enumerate(mood.kills))
        self.now = 0.0
        self.steps = 0
        self.workers = []
        self.blamed = Counter()
        self.drawn = self.given = 0

    def monotonic(self):
        return self.now

    def choose(self, count):
        return next(self._choices, 0) % count

    def may(self, what):
        """Tell whether to spend one of the mishaps of a kind that are left."""
        if not getattr(self.left, what) or self.choose(3):
            return False
        self.left = replace(self.left, **{what: getattr(self.left, what) - 1})
        return True

    def source(self, inputs):
        for job in inputs:
            assert self.drawn - self.given < 2 * self.left.jobs, "more inputs are drawn than workers need"
            self.drawn += 1
            if self.may("jumps"):
                self.now += 2 * LIMIT
            yield job

    def get(self, wait, timeout):
        """What is heard next, as the pool asks its queue."""
        self.steps += 1
        assert self.steps < MANY_STEPS, "the pool goes round in circles"
        talkers = [worker for worker in self.workers if worker.said or worker.next_word() is not None]
        if talkers and (wait or self.choose(2)):
            worker = talkers[self.choose(len(talkers))]
            return worker, worker.speak()
        if not wait:
            raise Empty
        assert timeout is not None, "the pool waits for ever"
        self.now += timeout
        raise Empty


class Worker(WorkerProcess):
    """A worker that is no process."""

    def __init__(self, world):
        assert sum(worker.exists for worker in world.workers) < world.left.jobs, "too many workers"
        if any(worker.exists for worker in world.workers) and world.may("refusals"):
            raise OSError("no room for a process")
        self._world = world
        self._begin()
        self.started = False
        self._todo = deque()
        self._seen = []
        self.said = deque()
        self.alive = self.exists = True
        world.workers.append(self)

    def next_word(self):
        """What it would say next, None for nothing as yet."""
        if not self.alive:
            return None
        if not self.started:
            return Started()
        if not self._todo or self._world.kills[self._todo[0]] == HANGS:
            return None
        return Ended() if self._world.kills[self._todo[0]] else Outcome(self._todo[0])

    def speak(self):
        """Say what was said first, or the next word."""
        if self.said:
            return self.said.popleft()
        word = self.next_word()
        beside = any(worker.alive and worker.started for worker in self._world.workers)
        if not self.started and (self._world.may("false_starts") or (beside and self._world.may("crowding"))):
            self._die()
        elif isinstance(word, Ended) or (self.started and self._world.may("deaths")):
            self._die(by=self._todo[0] if self._todo else None)
        else:
            self._tell(word)
        return self.said.popleft()

    def kill(self):
        """Die by the pool; if it was not hung, it had said its document, and nobody had listened."""
        if self.alive:
            word = self.next_word()
            if isinstance(word, Outcome):
                self._tell(word)
            self._die()

    def bury(self):
        self._die()
        self.exists = False
        return "is gone"

    def _say(self, job):
        if self.alive:
            self._todo.append(int(job.source))
            self._seen.append(int(job.source))

    def _tell(self, word):
        self.said.append(word)
        self.started = True
        if isinstance(word, Outcome):
            self._todo.popleft()

    def _die(self, by=None):
        if not self.alive:
            return
        self.alive = False
        self.said.append(Ended())
        if by is not None:
            assert not self._world.blamed[by] or self._seen == [by], "a suspect is not alone"
            self._world.blamed[by] += 1
            self._world.kills[by] -= self._world.kills[by] > 0


@pytest.fixture(scope="module")
def pools():
    """Make pools of a world."""
    with pytest.MonkeyPatch.context() as patch:
        def pool_in(world):
            clock = SimpleNamespace(monotonic=world.monotonic)
            for module in (pool_module, process_module):
                patch.setattr(module, "time", clock)
            patch.setattr(pool_module, "WorkerProcess", lambda settings, messages: Worker(world))
            patch.setattr(pool_module, "SimpleQueue", lambda: world)
            return Pool(world.left.jobs, Settings(), LIMIT if HANGS in world.kills.values() or world.left.jumps else None)
        yield pool_in


def read(world, pool, inputs):
    """Run a pool in its world; gives the outcomes by the numbers of the documents, none twice."""
    outcomes = {}
    for job, outcome in pool.run(world.source(inputs)):
        world.given += 1
        assert int(job.source) not in outcomes, "two outcomes of one document"
        outcomes[int(job.source)] = outcome
    return outcomes


few = st.integers(0, 4)
moods = st.builds(
    Mood, st.integers(1, 4),
    st.lists(st.sampled_from([0, 0, 0, 0, 1, 2, 3, 99, HANGS]), max_size=14).map(tuple),
    deaths=few, false_starts=st.integers(0, 2), crowding=st.integers(0, 40), refusals=few, jumps=few)


@settings(max_examples=1000, deadline=None)
@given(moods, st.binary(max_size=200))
def test_every_document_gets_its_one_outcome_whatever_happens(pools, mood, choices):
    world = World(mood, choices)
    with pools(world) as pool:
        outcomes = read(world, pool, mood.inputs)
    assert not any(worker.exists for worker in world.workers)
    assert outcomes.keys() == world.kills.keys()
    for number, outcome in outcomes.items():
        if outcome.error is None:
            assert outcome.line == number
            assert world.blamed[number] < 3
        elif "took longer" in outcome.error:
            assert mood.kills[number] == HANGS or (mood.kills[number] and mood.jumps)  # ended, but unheard for too long
        else:
            assert world.blamed[number] == 3


@settings(max_examples=300, deadline=None)
@given(moods, st.binary(max_size=200), st.integers(0, 30))
def test_a_run_that_another_thread_closes_ends_and_the_next_is_whole(pools, mood, choices, steps):
    world = World(mood, choices)
    closed = []

    def get(wait, timeout, hear=world.get):
        if world.steps >= steps and not closed:
            pool.close()
            closed.append(world.given)
        return hear(wait, timeout)

    world.get = get
    with pools(world) as pool:
        read(world, pool, (job for job in mood.inputs if not closed))
        if closed:
            assert world.given == closed[0]
            world.drawn = world.given = 0
            world.blamed.clear()
            assert read(world, pool, mood.inputs).keys() == world.kills.keys()


def test_workers_that_never_start_are_tried_a_few_times_each_run(pools):
    world = World(Mood(2, (0, 0), false_starts=1000))
    pool = pools(world)
    for run in (1, 2):
        with pytest.raises(PoolError, match=r"[67] in a row ended at once"):
            read(world, pool, Mood(2, (0, 0)).inputs)
        world.drawn = 0
        assert len(world.workers) <= run * (6 + 2)


def test_idle_workers_make_room_for_one_that_is_fresh(pools):
    """The last document kills one of two workers, and there is room for one process only from then on."""
    world = World(Mood(2, (0, 0, 0, 1)))
    with pools(world) as pool:
        outcomes = pool.run(world.source(Mood(2, (0, 0, 0, 1)).inputs))
        lines = [next(outcomes)[1].line for _ in range(3)]
        world.left = replace(world.left, refusals=1000)
        assert [*lines, *(outcome.line for _, outcome in outcomes)] == [0, 1, 2, 3]
