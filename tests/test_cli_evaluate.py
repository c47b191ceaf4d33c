"""danvan evaluate and danvan compare: scores on annotated documents, differences between two runs."""

import json

import pytest
from running import ARTICLE, danvan, one_line

TEXT = "Bà Trần Thị Mơ, Giám đốc Sở Nội vụ, cho biết đã giải quyết hơn 5 nghìn đơn thư.\n"


def test_the_annotation_in_the_help_is_one(tmp_path):
    text = danvan("evaluate", "--help").stdout.decode()
    example = text[text.index('{"officials"'):text.index("`value` is")]
    tmp_path.joinpath("a.json").write_text(example, encoding="utf-8")
    tmp_path.joinpath("a.txt").write_text(TEXT, encoding="utf-8")
    result = danvan("evaluate", str(tmp_path), "-f", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    scores = json.loads(result.stdout)
    assert {kind: scores[kind]["right"] for kind in ("officials", "positions", "organisations", "full")} == {
        "officials": 1, "positions": 1, "organisations": 1, "full": 1}
    for key in json.loads(example):
        assert f"  {key} " in text


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("a.txt").write_text(ARTICLE, encoding="utf-8")
    tmp_path.joinpath("b.txt").write_text(TEXT, encoding="utf-8")
    for form in ("json", "jsonl"):
        assert danvan("extract", "a.txt", "b.txt", "-o", f"both.{form}", cwd=tmp_path).returncode == 0
        assert danvan("extract", "a.txt", "-o", f"one.{form}", cwd=tmp_path).returncode == 0
    return tmp_path


@pytest.mark.parametrize("before", ["one.json", "one.jsonl"])
@pytest.mark.parametrize("after", ["both.json", "both.jsonl"])
def test_lines_and_arrays_are_compared_alike(folder, before, after):
    result = danvan("compare", before, after, cwd=folder)
    assert result.returncode == 0
    assert "+\tb.txt\tofficial\tTrần Thị Mơ\n" in result.stdout.decode()
    assert "official: 1 gained, 0 lost" in result.stderr.decode()


def test_the_same_readings_have_no_difference(folder):
    text = folder.joinpath("both.jsonl").read_text(encoding="utf-8")
    folder.joinpath("edited.jsonl").write_text("\ufeff" + text.replace("\n", "\r\n\r\n"), encoding="utf-8")
    result = danvan("compare", "both.json", "edited.jsonl", cwd=folder)
    assert (result.returncode, result.stdout) == (0, b"")


def test_runs_of_one_kind_are_compared_in_it(folder):
    for name, lexicon in (("x.jsonl", []), ("y.json", ["b.txt"])):
        danvan("extract", "a.txt", *lexicon, "--only", "officials", "-o", name, cwd=folder)
    assert "official: 1 gained, 0 lost" in danvan("compare", "x.jsonl", "y.json", "--summary", cwd=folder).stdout.decode()


def test_documents_of_one_source_are_compared_together(folder):
    folder.joinpath("twice.jsonl").write_bytes(folder.joinpath("one.jsonl").read_bytes() * 2)
    result = danvan("compare", "twice.jsonl", "one.jsonl", "--summary", cwd=folder)
    assert "official: 0 gained, 1 lost" in result.stdout.decode()


@pytest.mark.parametrize("name", [5, None, ["a"], "b"])
def test_a_name_that_is_none_is_shown_as_it_is(folder, name):
    officials = [{"name": name, "positions": []}, {"name": "b", "positions": []}]
    folder.joinpath("odd.jsonl").write_text(json.dumps({"source": "x", "officials": officials}), encoding="utf-8")
    result = danvan("compare", "odd.jsonl", "odd.jsonl", cwd=folder)
    assert (result.returncode, result.stdout) == (0, b"")
    assert f"-\tx\tofficial\t{name}\n" in danvan("compare", "odd.jsonl", "one.jsonl", cwd=folder).stdout.decode()


@pytest.mark.parametrize(("content", "reason"), [
    (b"hello\n", "line 1 is not JSON"),
    (b'{"schema": 1}\n', "line 1 is no document"),
    (b"5\n", "line 1 is no document"),
    (b'\n{"source": "a", "officials": [5]}\n', "line 2 is no document"),
    (b'{"source": ["a"], "officials": []}\n', "line 1 is no document"),
    (b'{"source": "a", "officials": 5}\n', "line 1 is no document"),
    (b'[{"source": "a", "officials": []}, 5]', "document 2 of the array is no document"),
    (b"[{}", "the array is not JSON"),
    (b"[" * 100_000, "the array is not JSON"),
    (b'{"source": "a", "indicators": [{"number": 1}]}\n', "line 1 is no document"),
    (b"\xe1\xbb\n", "not UTF-8"),
])
@pytest.mark.parametrize("bad_first", [True, False])
def test_a_file_that_is_no_run_is_named(folder, content, reason, bad_first):
    folder.joinpath("bad.jsonl").write_bytes(content)
    names = ["bad.jsonl", "one.jsonl"] if bad_first else ["one.jsonl", "bad.jsonl"]
    result = danvan("compare", *names, cwd=folder)
    assert (result.returncode, result.stdout) == (1, b"")
    said = one_line(result)
    assert said.startswith("danvan: bad.jsonl: ")
    assert reason in said
    assert not any(word in said for word in ("Error", "Expecting", "codec", "one.jsonl"))


def noted(**other):
    """An annotation of TEXT as bytes, with some of it changed."""
    figure = {"quote": "hơn 5 nghìn đơn thư", "number": "5 nghìn", "value": 5000, "bound": "over", "unit": "count",
              "measure": "đơn thư", "change": None}
    notes = {"officials": [], "ignore_people": [], "organisations": ["Sở Nội vụ"], "optional_organisations": [],
             "indicators": [{**figure, **other.pop("figure", {})}], "optional_indicators": [], **other}
    return json.dumps(notes).encode()


@pytest.mark.parametrize(("name", "content", "reason"), [
    ("a.json", b"{", "no annotation: "),
    ("a.json", b"[" * 100_000, "no annotation: "),
    ("a.json", b"[]", "no annotation: Expected `object`"),
    ("a.json", b"{}", "no annotation: Object missing required field `officials`"),
    ("a.json", noted(officials=[{"name": 5, "positions": []}]), "`$.officials[0].name`"),
    ("a.json", noted(officials=[{"name": "A", "positions": [[]]}]), "`$.officials[0].positions[0]`"),
    ("a.json", noted(ignore_people=[5]), "`$.ignore_people[0]`"),
    ("a.json", noted(figure={"value": "5000"}), "`$.indicators[0].value`"),
    ("a.json", noted(figure={"value": [1, 2, 3]}), "`$.indicators[0].value`"),
    ("a.json", noted(figure={"unit": None}), "`$.indicators[0].unit`"),
    ("a.json", noted(figure={"number": "6"}), "number '6' is not in 'hơn 5 nghìn đơn thư'"),
    ("a.json", noted(organisations=["Sở Y tế"]), "'Sở Y tế' is not in the text after the entry before it"),
    ("a.json", b"\xe1\xbb", "not UTF-8"),
    ("a.txt", b"\xe1\xbb", "not UTF-8"),
    ("a.txt", None, "cannot be read: Is a directory"),
])
def test_an_annotation_that_is_none_is_named(tmp_path, name, content, reason):
    for path, good in ((tmp_path / "a.txt", TEXT.encode()), (tmp_path / "a.json", noted())):
        if path.name != name:
            path.write_bytes(good)
        elif content is None:
            path.mkdir()
        else:
            path.write_bytes(content)
    result = danvan("evaluate", str(tmp_path))
    assert (result.returncode, result.stdout) == (1, b"")
    assert one_line(result).startswith(f"danvan: {tmp_path / name}: ")
    assert reason in one_line(result)


def test_a_folder_without_annotations_is_named(tmp_path):
    tmp_path.joinpath("a.txt").write_text(TEXT, encoding="utf-8")
    result = danvan("evaluate", str(tmp_path))
    assert (result.returncode, one_line(result)) == (1, f"danvan: {tmp_path}: no NAME.txt with NAME.json beside it")
