"""The same article in any format is the same reading, and the text that its offsets count in can be had."""

import json
import sys

import docx
import jsonschema
import pytest
from office import paragraphs, saved
from running import ARTICLE, ROOT, danvan, one_line

from danvan_cli import extract
from danvan_cli.read import ReadError, read_bytes
from danvan_cli.read.errors import MissingLibraryError
from danvan_cli.write.schema import document_schema

SAMPLES = sorted(ROOT.glob("samples/*.txt"))


def reading(document):
    """All of a reading but where it stands."""
    return (
        [(person.name, [(held.title, held.organisation, held.place, held.former) for held in person.positions],
          [mention.text for mention in person.mentions]) for person in document.officials],
        [(body.name, body.kind, body.level, body.place, len(body.mentions)) for body in document.organisations],
        [(figure.value, figure.value_max, figure.bound, figure.unit, figure.measure, figure.change, figure.actor,
          figure.period and (figure.period.start, figure.period.end)) for figure in document.indicators],
        document.title, document.date, document.place)


def as_page(text):
    lines = "".join(f"<p>{line or '<br>'}</p>\n" for line in text.split("\n"))
    body = f"<pre>{text}</pre>" if "   " in text else lines  # columns aligned by spaces
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def as_word(text):
    return saved(paragraphs(text))


@pytest.mark.parametrize("made", [as_page, as_word], ids=["html", "docx"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_format_does_not_change_the_reading(path, made):
    content = path.read_text(encoding="utf-8")
    text = read_bytes(made(content), "bai")
    document = extract(text)
    assert reading(document) == reading(extract(content))
    for body in document.organisations:
        assert all(text.content[mention.start:mention.end] == mention.text for mention in body.mentions)


# By content, not by name

@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.pdf", "a", "a.html"])
def test_a_word_document_is_one_under_any_name(name):
    assert read_bytes(as_word(ARTICLE), name).format == "docx"


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.pdf", "a.md", "a"])
def test_a_text_is_one_under_any_name(name):
    assert read_bytes(ARTICLE.encode(), name).format == "text"


@pytest.mark.parametrize(("data", "words"), [
    (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "doc.*docx"),
    (b"{\\rtf1\\ansi", "RTF.*docx"),
    (b"\x1f\x8b\x08\x00", "gzip"),
])
def test_what_is_renamed_to_docx_is_told_as_what_it_is(data, words):
    with pytest.raises(ReadError, match=f"^a.docx: .*{words}"):
        read_bytes(data, "a.docx")


def test_standard_input_is_read_by_content():
    shown = json.loads(danvan("extract", stdin=as_word(ARTICLE)).stdout)
    assert (shown["source"], shown["format"]) == ("<stdin>", "docx")
    assert [person["name"] for person in shown["officials"]] == ["Nguyễn Văn An"]


def test_a_broken_file_is_one_line_and_the_others_are_read(tmp_path):
    (tmp_path / "hong.docx").write_bytes(as_word(ARTICLE)[:-200])
    (tmp_path / "tot.docx").write_bytes(as_word(ARTICLE))
    result = danvan("extract", "hong.docx", "tot.docx", cwd=tmp_path)
    assert result.returncode == 1
    assert json.loads(result.stdout)["source"] == "tot.docx"
    assert one_line(result).startswith("danvan: hong.docx: is a damaged or incomplete Office file")


# The text itself

def test_with_text_adds_what_the_offsets_count_in():
    for form in ("json", "jsonl"):
        shown = json.loads(danvan("extract", "--with-text", "-f", form, stdin=as_word(ARTICLE)).stdout)
        document = shown[0] if form == "json" else shown
        jsonschema.validate(document, document_schema())
        assert list(document)[-1] == "text"
        mention = document["officials"][0]["mentions"][0]
        assert document["text"][mention["start"]:mention["end"]] == mention["text"] == "Ông Nguyễn Văn An"


def test_without_the_option_there_is_no_text():
    assert "text" not in json.loads(danvan("extract", stdin=ARTICLE).stdout)


def test_html_without_its_library_says_what_to_install(tmp_path):
    (tmp_path / "trafilatura.py").write_text("raise ModuleNotFoundError('no trafilatura', name='trafilatura')")
    result = danvan("extract", stdin=as_page(ARTICLE), env={"PYTHONPATH": f"{tmp_path}:{ROOT}"})
    assert result.returncode == 1
    assert "pip install 'danvan[html]'" in one_line(result)


def test_pdf_without_its_library_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingLibraryError, match=r"a: is pdf, which needs .*pip install 'danvan\[pdf\]'"):
        read_bytes(b"%PDF-1.7", "a")


def test_an_encoding_reads_old_letters_of_a_font_without_a_name():
    document = docx.Document()
    document.add_paragraph("ChÝnh phñ")
    assert read_bytes(saved(document), "a.docx", "tcvn3").content == "Chính phủ\n"
