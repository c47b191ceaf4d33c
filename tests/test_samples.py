"""The samples: each text gives exactly the reading beside it, and all of them read as well as they ever did.

`DANVAN_UPDATE=1 pytest tests/test_samples.py` writes the readings anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from danvan_cli import Text, extract
from danvan_cli.evaluate.gold import load_gold
from danvan_cli.evaluate.scores import Scores
from danvan_cli.write.json_text import encode
from danvan_cli.write.schema import document_schema

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))


def reading(path: Path) -> dict:
    document = extract(Text(path.read_bytes().decode("utf-8"), f"samples/{path.name}"))
    return json.loads(encode(document.to_dict(explain=True)))


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_a_sample_gives_the_reading_beside_it(path):
    expected = path.with_suffix(".expected.json")
    given = reading(path)
    if os.environ.get("DANVAN_UPDATE"):
        expected.write_text(encode(given, indent=1) + "\n", encoding="utf-8")
    assert given == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_a_reading_fits_the_schema_and_quotes_its_text(path):
    given = reading(path)
    Draft202012Validator(document_schema()).validate(given)
    content = path.read_bytes().decode("utf-8")
    quotes = list(quoted(given))
    assert quotes
    for quote in quotes:
        assert content[quote["start"]:quote["end"]] == quote["text"]


def quoted(value):
    """Every object of a reading that quotes its text."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from quoted(item)


# The least F1 on the annotated samples. Raised with each gain, never lowered.
FLOORS = {"officials": 0.99, "positions": 0.99, "organisations": 0.99, "numbers": 0.99, "indicators": 0.99, "full": 0.96}


def test_the_annotated_samples_are_read_as_well_as_ever():
    scores = Scores()
    for gold in load_gold(SAMPLES):
        scores.add(gold, extract(gold.text))
    assert {kind: round(tally.f1, 3) for kind, tally in scores.tallies.items() if tally.f1 < FLOORS[kind]} == {}
