"""The officials of the seed documents, field by field, where those texts are at hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from danvan_cli import extract

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "gold" / "seeds.deep.json"
# The least share of values read right; measured, and raised when the reading gets better.
FLOORS = {"name": 1.0, "gender": 1.0, "honorific": 1.0, "title": 1.0, "organisation": 1.0, "place": 1.0,
          "mentions": 0.9}


def folded(value):
    return value.casefold() if isinstance(value, str) else value


def compare(wanted, found, tally, wrong):
    for official in wanted:
        reading = found.get(official["name"])
        tally["name", reading is not None] += 1
        if reading is None:
            continue
        pairs = [(key, official[key], getattr(reading, key)) for key in ("gender", "honorific")]
        for want, position in zip(official["positions"], reading.positions, strict=False):
            pairs += [(key, want[key], getattr(position, key)) for key in ("title", "organisation", "place")]
        texts = {mention.text for mention in reading.mentions}
        pairs += [("mentions", text, text if text in texts else None) for text in official["mentions"]]
        for key, want, got in pairs:
            tally[key, folded(want) == folded(got)] += 1
            if folded(want) != folded(got):
                wrong.append((official["name"], key, want, got))


@pytest.mark.skipif(not SEEDS.is_file(), reason="the seed documents are not at hand")
def test_officials_of_the_seeds_field_by_field():
    tally: Counter[tuple[str, bool]] = Counter()
    wrong: list[tuple[str, str, str, str]] = []
    for name, reading in json.loads(SEEDS.read_text(encoding="utf-8")).items():
        text = (SEEDS.parent / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
        compare(reading["officials"], {o.name: o for o in extract(text).officials}, tally, wrong)
    shares = {key: tally[key, True] / (tally[key, True] + tally[key, False]) for key in FLOORS}
    assert {key: share for key, share in shares.items() if share < FLOORS[key]} == {}, (shares, wrong)
