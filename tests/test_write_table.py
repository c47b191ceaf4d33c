"""table and md: what people see, at any width, in either language, whatever the document holds."""

import dataclasses
import os
import re
import unicodedata
from pathlib import Path

import pytest
from made import EMPTY, FULL
from rich.cells import cell_len

from danvan_cli import extract
from danvan_cli.document import Document, Organisation, OrganisationMention
from danvan_cli.write import KINDS, Options, open_writer

GOLDEN = Path(__file__).with_name("golden")
NASTY = "\x1b[31m [red]đỏ[/red] [/x] \x1b]0;t\x07 \x9b2J \u202etxt.exe \r x | y :smile: `rm` <b>&amp;"


def written(form, *documents, **options):
    writer = open_writer(form, Options(**options))
    return writer.head() + "".join(map(writer.document, documents)) + writer.tail()


def with_name(name):
    body = Organisation(name, "state", None, None, (), (OrganisationMention(name, 0, len(name)),))
    return dataclasses.replace(EMPTY, title=name, organisations=(body,))


def words_of(document: Document) -> set[str]:
    offices = [held for official in document.officials for held in official.positions]
    cells = [document.title, *(official.name for official in document.officials),
             *(held.text for held in offices),
             *(body.name for body in document.organisations),
             *(figure.measure or "" for figure in document.indicators),
             *(figure.number.text for figure in document.indicators)]
    return {word for cell in cells for word in cell.split()}


@pytest.mark.parametrize(("name", "form", "options"), [
    ("table-vi-100.txt", "table", {"lang": "vi"}),
    ("table-en-60.txt", "table", {"lang": "en", "width": 60}),
    ("table-en-24.txt", "table", {"lang": "en", "width": 24}),
    ("table-explain.txt", "table", {"lang": "en", "width": 140, "explain": True}),
    ("table-all-kinds.txt", "table", {"lang": "vi", "kinds": KINDS}),
    ("document-vi.md", "md", {"lang": "vi", "kinds": KINDS}),
    ("document-en.md", "md", {"lang": "en", "explain": True}),
])
def test_transcripts(name, form, options):
    # DANVAN_UPDATE_GOLDEN=1 writes the files anew: read the difference before you commit it.
    text = written(form, FULL, EMPTY, **options)
    if os.environ.get("DANVAN_UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [10, 15, 20, 24, 30, 36, 40, 44, 50, 60, 72, 80, 100, 132, 200])
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width, explain):
    text = written("table", FULL, width=width, explain=explain, kinds=KINDS)
    assert max(map(cell_len, text.splitlines())) <= width
    for word in words_of(FULL):
        assert word in text or len(word) > 5  # at most a long word is folded
    assert "…" not in text


@pytest.mark.parametrize("width", [20, 60, 120])
def test_long_words_are_folded_and_never_cut(width):
    name = "Đ" * 300
    assert written("table", with_name(name), width=width).count("Đ") == 2 * 300


@pytest.mark.parametrize("width", [40, 80])
def test_decomposed_vietnamese_is_as_wide_as_composed(width):
    name = "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Huế"
    composed, decomposed = (written("table", with_name(unicodedata.normalize(form, name)), width=width)
                            for form in ("NFC", "NFD"))
    assert decomposed == composed


@pytest.mark.parametrize("name", [
    "公安部 Bộ Công an", "👮🏽 Công an", "e\u0323\u0302\u0301\u0301\u0301", "Hòa Bình"])
def test_the_right_border_stands_in_one_column(name):
    text = written("table", with_name(name), width=80)
    lines = [line for line in text.splitlines() if line.startswith(("╭", "│", "├", "╰"))]
    assert len({cell_len(line) for line in lines}) == 1


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize("width", [12, 30, 80, 200])
def test_no_document_drives_the_terminal_or_writes_markup(form, width):
    text = written(form, with_name(NASTY), width=width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    squeezed = re.sub(r"[\s│\\]+", "", text)
    assert "[red]đỏ[/red][/x]".replace("\\", "") in squeezed
    assert ":smile:" in squeezed


def test_markdown_shows_markup_as_text():
    text = written("md", with_name("A|B `c` <b> *d* [e](f) & &lt; &#8238; M&A; $g$"))
    assert "| A\\|B \\`c\\` \\<b\\> \\*d\\* \\[e\\](f) & &amp;lt; &amp;#8238; M&amp;A; \\$g\\$ |" in text


def test_colour_only_where_it_is_wanted():
    assert "\x1b" not in written("table", FULL)
    coloured = written("table", FULL, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == written("table", FULL)


def test_a_control_sequence_of_a_document_is_shown_in_colour_too():
    assert "\\x1b[31m" in written("table", with_name("\x1b[31mđỏ"), color=True)


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize(("lang", "nothing"), [("vi", "không có"), ("en", "none found")])
def test_an_empty_result_says_so(form, lang, nothing):
    assert written(form, EMPTY, lang=lang).count(nothing) == 3


def test_every_code_has_a_word_in_both_languages():
    from danvan_cli.write.meanings import CODES
    from danvan_cli.write.words import word

    for key in ("Organisation.kind", "Organisation.level", "Indicator.change"):
        for code in CODES[key]:
            assert word(code, "vi") != code
    for code in set(CODES["Indicator.bound"]) - {"eq", "range"}:
        assert word(code, "vi") != code


def test_a_scale_that_stands_in_the_heading_of_a_column_is_not_lost():
    cells = "Chỉ tiêu\tThực hiện (triệu đồng)\nThu ngân sách\t1.250\nChi ngân sách\t684,5\n"
    shown = written("table", extract(cells), kinds=("indicators",), lang="vi", width=120)
    assert "│ 1.250.000.000 │ VND" in shown
    assert "│   684.500.000 │ VND" in shown
