"""The development gold, where it is at hand: floors on real press texts, which are not part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan_cli import extract
from danvan_cli.evaluate.gold import load_gold
from danvan_cli.evaluate.scores import Scores

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
FLOORS = {"officials": 0.99, "positions": 0.98, "organisations": 0.99, "numbers": 0.99, "indicators": 0.99, "full": 0.96}


@pytest.mark.skipif(not GOLD.is_dir(), reason="the development gold is not at hand")
def test_the_development_gold_is_read_as_well_as_ever():
    scores = Scores()
    for folder in ("seeds", "news", "authored"):
        for gold in load_gold(GOLD / folder):
            scores.add(gold, extract(gold.text))
    assert {kind: round(tally.f1, 3) for kind, tally in scores.tallies.items() if tally.f1 < FLOORS[kind]} == {}
