"""Documents are read back from their JSON exactly, and nothing else is taken for one."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from any_document import DOCUMENTS
from hypothesis import given, settings
from hypothesis import strategies as st
from made import EMPTY, FULL

from danvan_cli.document import KINDS, Document
from danvan_cli.plain import ShapeError
from danvan_cli.write.json_text import encode

READINGS = sorted((Path(__file__).parents[1] / "samples").glob("*.expected.json"))

@settings(deadline=None)
@given(DOCUMENTS, st.sampled_from([float, Decimal]))
def test_any_document_is_read_back_from_its_json(document, number):
    text = encode(document.to_dict(explain=True))
    assert Document.from_dict(json.loads(text, parse_float=number)) == document
    assert Document.from_dict(document.to_dict(explain=True)) == document


@pytest.mark.parametrize("path", READINGS, ids=[path.stem for path in READINGS])
def test_a_sample_is_read_back_and_written_the_same(path):
    text = path.read_text(encoding="utf-8")
    document = Document.from_dict(json.loads(text, parse_float=Decimal))
    assert encode(document.to_dict(explain=True), indent=1) + "\n" == text


def test_what_only_left_out_is_empty_and_rules_that_nobody_asked_for_too():
    value = {key: part for key, part in FULL.to_dict().items() if key not in KINDS or key == "officials"}
    document = Document.from_dict(value)
    assert document.officials[0].name == FULL.officials[0].name
    assert document.officials[0].positions[0].rule == ""
    assert document.indicators == ()


def changed(**values):
    return {**FULL.to_dict(), **values}


def indicator(**values):
    return changed(indicators=[{**FULL.to_dict()["indicators"][0], **values}])


@pytest.mark.parametrize(("value", "message"), [
    ([], "is no object"),
    (None, "is no object"),
    ({}, "the key 'schema' is missing"),
    (changed(schema=2), "schema: 2 is not 1"),
    (changed(schema="1"), "schema: is no whole number"),
    (changed(schema=True), "schema: is no whole number"),
    (changed(surprise=1), "unknown key 'surprise'"),
    (changed(title=3), "title: is no text"),
    (changed(source=None), "source: is no text"),
    (changed(place="Hậu Giang"), "place: is no object"),
    (changed(officials={}), "officials: is no list"),
    (changed(officials=[1]), "officials[0]: is no object"),
    (changed(warnings=["a", None]), "warnings[1]: is no text"),
    (changed(movements=[{"name": "a", "mentions": [{"text": "a: b", "start": 1}]}]),
     "movements[0].mentions[0]: the key 'end' is missing"),
    (indicator(number={"text": "5", "start": 1.0, "end": 2}), "indicators[0].number.start: is no whole number"),
    (indicator(start=2**70), "indicators[0].start: is too large a number"),
    (indicator(value="500"), "indicators[0].value: is no number"),
    (indicator(value=True), "indicators[0].value: is no number"),
    (indicator(value=float("nan")), "indicators[0].value: is too large or too small a number"),
    (indicator(value=Decimal("1e999999999")), "indicators[0].value: is too large or too small a number"),
    (indicator(value=Decimal("1e-999999999")), "indicators[0].value: is too large or too small a number"),
    (indicator(value=10**1000), "indicators[0].value: is too large a number"),
])
def test_what_is_no_document_is_told_with_its_place(value, message):
    with pytest.raises(ShapeError) as told:
        Document.from_dict(value)
    assert str(told.value).startswith(message)


def test_numbers_are_whole_where_they_are_whole():
    for written, read in ((1.0, 1), (Decimal("5E+3"), 5000), (7.6, Decimal("7.6")), (Decimal("0.10"), Decimal("0.1"))):
        value = Document.from_dict(indicator(value=written)).indicators[0].value
        assert (value, type(value)) == (read, type(read))


def test_an_empty_document_is_read_back():
    assert Document.from_dict(EMPTY.to_dict()) == EMPTY
