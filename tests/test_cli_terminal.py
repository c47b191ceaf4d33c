"""At a terminal: tables by default, as wide as it is, coloured unless told otherwise, driven by nobody."""

import re

import pytest
from rich.cells import cell_len
from running import ARTICLE, at_terminal, danvan, without_colors


@pytest.fixture
def article(tmp_path):
    tmp_path.joinpath("a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_the_default_is_tables_under_a_heading_line(article):
    status, text = at_terminal("extract", "a.txt", cwd=article, env={"COLUMNS": "100"})
    plain = without_colors(text)
    assert status == 0
    assert text != plain
    assert plain.startswith("Ban Dân vận Tỉnh ủy Hà Nam tổ chức hội nghị")
    for heading in ("Officials (1)", "Organisations (", "Indicators (1)"):
        assert heading in plain
    assert re.search(r"│ Nguyễn Văn An +│ Chủ tịch UBND tỉnh Hà Nam +│", plain)


@pytest.mark.parametrize("environment", [
    {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}], ids=str)
def test_no_escape_sequence_where_none_is_wanted(article, environment):
    _, text = at_terminal("extract", "a.txt", cwd=article, env=environment)
    assert "\x1b" not in text
    assert "Nguyễn Văn An" in text


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_narrow_and_wide_terminals(article, columns):
    _, text = at_terminal("extract", "a.txt", cwd=article, env={"COLUMNS": columns})
    assert max(map(cell_len, without_colors(text).splitlines())) <= int(columns)
    assert "Nguyễn" in text


@pytest.mark.parametrize(("choice", "colored"), [("always", True), ("never", False)])
def test_colour_on_request(article, choice, colored):
    _, text = at_terminal("extract", "a.txt", "--color", choice, cwd=article)
    assert ("\x1b[" in text) == colored


def test_a_document_cannot_drive_the_terminal(tmp_path):
    tmp_path.joinpath("a.txt").write_text("Sở \x1b]0;x\x07Nội vụ \x1b[2J\u202e\n" + ARTICLE, encoding="utf-8")
    for form in ("table", "md", "json", "jsonl", "csv", "tsv"):
        only = ["--only", "organisations"] if form in ("csv", "tsv") else []
        _, text = at_terminal("extract", "a.txt", "-f", form, *only, cwd=tmp_path)
        harmless = without_colors(text).replace("\r\n", "\n").replace("\t", " " if form == "tsv" else "\t")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", harmless)


def test_an_empty_result_says_so(tmp_path):
    tmp_path.joinpath("a.txt").write_text("Trời xanh.", encoding="utf-8")
    status, text = at_terminal("extract", "a.txt", "--lang", "vi", cwd=tmp_path, env={"NO_COLOR": "1"})
    assert status == 0
    assert text.count("không có") == 3


def test_a_text_is_typed_in():
    status, text = at_terminal("extract", "-f", "jsonl", answer=("Ctrl-D", "Ông Ba.\n\x04"))
    assert status == 0
    assert text.count("danvan: reading from the terminal") == 1
    assert '"source": "<stdin>"' in text


@pytest.mark.parametrize(("arguments", "typed", "status", "answer"), [
    (["tokens", "--syllables"], "Ông Ba.\n", 0, "Ông | Ba | ."),
    (["export", "-", "-o", "o.csv"], "{}\n", 1, "<stdin>:1: no document"),
    (["batch", "--files-from", "-", "-o", "o.jsonl"], "a.txt\n", 0, "o.jsonl: 1 document"),
])
def test_every_command_says_that_it_waits_for_what_is_typed(article, arguments, typed, status, answer):
    ended, text = at_terminal(*arguments, cwd=article, answer=("Ctrl-D", typed + "\x04"))
    assert ended == status
    assert text.count("danvan: reading from the terminal") == 1
    assert answer in without_colors(text)


def test_control_c_while_the_terminal_is_read():
    status, text = at_terminal("extract", answer=("Ctrl-D", "\x03"))
    assert status == 130
    assert "Traceback" not in text


@pytest.mark.parametrize(("typed", "offered"), [
    ("danvan lexicon list t", {"titles", "title_units", "title_modifiers"}),
    ("danvan extract --encoding t", {"tcvn3", "tcvn-5712"}),
    ("danvan tokens --encoding v", {"vni", "viscii"}),
    ("danvan extract --format t", {"table", "tsv"}),
    ("danvan ev", {"evaluate"}),
])
def test_bash_completes_names(typed, offered):
    words = typed.split()
    result = danvan(env={"_DANVAN_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)})
    completions = {line.partition(",")[2] for line in result.stdout.decode().splitlines()}
    assert completions >= offered
    assert all(name.startswith(words[-1]) for name in completions)
