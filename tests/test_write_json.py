"""json and jsonl: one shape, whatever is in the documents."""

import dataclasses
import json

import pytest
from made import EMPTY, FULL

from danvan_cli.write import KINDS, Options, open_writer
from danvan_cli.write.json_text import encode


def written(form, documents, **options):
    writer = open_writer(form, Options(**options))
    return writer.head() + "".join(map(writer.document, documents)) + writer.tail()


@pytest.mark.parametrize("documents", [[], [FULL], [FULL, EMPTY, FULL]])
def test_json_is_an_array_however_many_documents(documents):
    text = written("json", documents)
    assert json.loads(text) == [document.to_dict() for document in documents]
    assert text.endswith("]\n")


@pytest.mark.parametrize("documents", [[], [FULL], [FULL, EMPTY, FULL]])
def test_jsonl_is_a_document_a_line(documents):
    lines = written("jsonl", documents).splitlines()
    assert [json.loads(line) for line in lines] == [document.to_dict() for document in documents]


def test_jsonl_keeps_line_breaks_of_the_text_inside_the_line():
    document = dataclasses.replace(EMPTY, title="a\nb\u2028c\u2029d\x85e")
    (line,) = written("jsonl", [document]).splitlines()
    assert json.loads(line)["title"] == document.title


def test_keys_and_their_order_do_not_depend_on_the_document():
    assert list(json.loads(written("jsonl", [FULL]))) == list(json.loads(written("jsonl", [EMPTY])))


def test_only_leaves_the_other_kinds_out():
    (document,) = json.loads(written("json", [FULL], kinds=("officials",)))
    assert list(document) == [
        "schema", "source", "format", "encoding", "title", "date", "place", "author", "publisher", "officials",
        "warnings"]
    assert all(key in json.loads(written("jsonl", [FULL])) for key in KINDS)


def test_explain_adds_the_rule_and_nothing_else():
    document = json.loads(written("jsonl", [FULL], explain=True))
    assert document["indicators"][0].pop("rule") == "indicator.count"
    assert document["indicators"][0] == FULL.to_dict()["indicators"][0]


def test_vietnamese_is_written_as_it_is():
    assert "Hội nghị giao ban quý III" in written("jsonl", [FULL])


@pytest.mark.parametrize("character", [
    "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\U000e0041"], ids=ascii)
def test_what_could_drive_a_terminal_is_escaped_and_reads_back(character):
    text = encode({"text": f"Sở {character} vụ"})
    assert character not in text
    assert json.loads(text) == {"text": f"Sở {character} vụ"}


def test_a_lone_surrogate_becomes_a_replacement_of_the_same_length():
    assert json.loads(encode("a\ud800b")) == "a\ufffdb"
    encode("a\ud800b").encode()


def test_not_a_number_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode(float("nan"))


def test_whole_numbers_are_integers_and_others_exact():
    figures = json.loads(written("jsonl", [FULL]))["indicators"]
    assert [repr(figure["value"]) for figure in figures] == ["500", "7.6", "44", "5000000", "None"]
