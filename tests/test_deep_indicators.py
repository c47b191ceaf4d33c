"""Period, actor and place of figures against a full reading of real articles, where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from danvan_cli import extract

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
# How many of the figures must agree with the reading in each field.
FLOORS = {"period": 1.0, "place": 1.0, "actor": 0.9}


@pytest.mark.skipif(not GOLD.is_dir(), reason="the full reading is not at hand")
def test_period_place_and_actor_of_figures():
    deep = json.loads((GOLD / "seeds.deep.json").read_text(encoding="utf-8"))
    agree: dict[str, list[bool]] = {field: [] for field in FLOORS}
    for name, wanted in deep.items():
        document = extract((GOLD / "seeds" / f"{name}.txt").read_text(encoding="utf-8"))
        for entry in wanted["indicators"]:
            figure = next((f for f in document.indicators if f.number.text in entry["quote"]
                           and f.value == entry["value"] and f.change == entry["change"]), None)
            if figure:
                period = figure.period and {
                    "text": figure.period.text, "start": figure.period.start, "end": figure.period.end}
                agree["period"].append(period == entry["period"])
                agree["place"].append(figure.place == entry["place"])
                agree["actor"].append(figure.actor == entry["actor"])
    shares = {field: sum(hits) / len(hits) for field, hits in agree.items()}
    assert {field: share for field, share in shares.items() if share < FLOORS[field]} == {}


@pytest.mark.skipif(not GOLD.is_dir(), reason="the full reading is not at hand")
@pytest.mark.parametrize("name", ["seed0", "seed1", "seed2", "seed3", "seed4"])
def test_title_date_and_place(name):
    wanted = json.loads((GOLD / "seeds.deep.json").read_text(encoding="utf-8"))[name]
    document = extract((GOLD / "seeds" / f"{name}.txt").read_text(encoding="utf-8"))
    assert document.title == wanted["title"]
    assert document.date == wanted["date"]
    assert (document.place and document.place.name) == wanted["place"]["name"]
