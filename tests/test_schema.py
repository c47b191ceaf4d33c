"""The schema says what the documents are, and the documents are what the schema says."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
from made import EMPTY, FULL
from running import ARTICLE, ROOT, danvan

from danvan_cli import document as model
from danvan_cli import extract
from danvan_cli.write.meanings import CODES, MEANINGS
from danvan_cli.write.schema import document_schema

SCHEMA = document_schema()
CLASSES = [value for value in vars(model).values()
           if dataclasses.is_dataclass(value) and isinstance(value, type) and value not in (model.Text, model.Mark)]
TEXTS = sorted([*ROOT.glob("samples/*.txt"), *ROOT.glob("../shared/gold/authored/*.txt")])


def objects():
    return [SCHEMA, *SCHEMA["$defs"].values()]


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("document", [FULL, EMPTY], ids=["full", "empty"])
def test_documents_fit(document, explain):
    jsonschema.validate(document.to_dict(explain=explain), SCHEMA)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_readings_fit_and_quote_the_text(path: Path):
    content = path.read_text(encoding="utf-8")
    document = extract(content).to_dict(explain=True)
    jsonschema.validate(document, SCHEMA)
    for quote in quotes(document):
        assert content[quote["start"]:quote["end"]] == quote["text"]


def quotes(value):
    """Every object of a document that has a text and where it stands (not a period, whose start is a day)."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from quotes(part)


@pytest.mark.parametrize("change", [
    {"surprise": 1}, {"schema": 2}, {"officials": None}, {"title": 5}, {"place": {"name": "x"}},
    {"organisations": [{**FULL.to_dict()["organisations"][0], "kind": "club"}]},
], ids=str)
def test_what_is_no_document_is_refused(change):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**FULL.to_dict(), **change}, SCHEMA)


@pytest.mark.parametrize("key", list(EMPTY.to_dict()))
def test_every_key_is_required(key):
    document = EMPTY.to_dict()
    del document[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_the_keys_are_those_of_the_data_model_in_its_order():
    assert list(SCHEMA["properties"]) == [f.name for f in dataclasses.fields(model.Document)]
    for kind in CLASSES:
        if kind is not model.Document:
            keys = [f.name for f in dataclasses.fields(kind)]
            assert list(SCHEMA["$defs"][kind.__name__]["properties"]) == keys


def test_every_object_is_closed_and_asks_for_all_but_what_an_option_adds():
    for schema in objects():
        assert schema["additionalProperties"] is False
        optional = {"rule"} if schema is not SCHEMA else {"text"}
        assert schema["required"] == [key for key in schema["properties"] if key not in optional]


def test_everything_is_described():
    for schema in objects():
        assert schema["description"]
        assert all(part["description"] for part in schema["properties"].values())


def test_no_description_or_code_is_left_over():
    known = {kind.__name__ for kind in CLASSES}
    fields = {f"{kind.__name__}.{f.name}" for kind in CLASSES for f in dataclasses.fields(kind)}
    assert {key for key in MEANINGS if not key.startswith("*.")} <= known | fields
    assert set(CODES) <= fields


def test_the_command_prints_it_and_extract_fits_it():
    schema = json.loads(danvan("schema").stdout)
    assert schema == SCHEMA
    jsonschema.validate(json.loads(danvan("extract", stdin=ARTICLE).stdout), schema)
    (document,) = json.loads(danvan("extract", "-f", "json", "--explain", stdin=ARTICLE).stdout)
    jsonschema.validate(document, schema)
