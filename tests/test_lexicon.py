"""Lexicon files: every entry is well formed, sorted and unique, and is found in its examples."""

from __future__ import annotations

import pytest

from danvan_cli.lexicon import Lexicon, LexiconError, entry
from danvan_cli.lexicon.check import problems
from danvan_cli.lexicon.entry import load_entries, parse_toml, parse_tsv
from danvan_cli.lexicon.user import lexicon_names


@pytest.mark.parametrize("name", lexicon_names())
def test_shipped_entries_are_good(name):
    entries = load_entries(name)
    assert entries
    assert list(problems(entries, rejects=False)) == []


@pytest.mark.parametrize("name", lexicon_names())
def test_shipped_files_say_where_their_words_are_from(name):
    from importlib.resources import files

    folder = files("danvan_cli.lexicon")
    path = next(file for file in folder.iterdir() if file.name.rpartition(".")[0] == name and file.name[-2:] != "py")
    assert "source" in path.read_text(encoding="utf-8").lower()


BAD = [
    ('[[entry]]\nvariants = ["x"]', "entry 1: `form` must be a non-empty string"),
    ('[[entry]]\nform = "x"\nvariants = "y"', "entry 1 (x): `variants` must be a list of strings"),
    ('[[entry]]\nform = "x"\ncase = "big"', "entry 1 (x): `case` must be one of any, capital, exact"),
    ("[[entry]\nform", "not valid TOML"),
]


@pytest.mark.parametrize(("content", "message"), BAD)
def test_a_bad_file_is_named_with_its_entry_and_the_reason(content, message):
    with pytest.raises(LexiconError, match=r"words\.toml: ") as caught:
        list(parse_toml(content, "words.toml"))
    assert message in str(caught.value)


def test_a_row_with_too_many_cells_is_named_with_its_line():
    with pytest.raises(LexiconError, match=r"words\.tsv: line 3: 3 cells under 2 headings"):
        list(parse_tsv("# c\nform\tvariants\na\tb\tc", "words.tsv"))


def test_the_longest_wording_wins_and_case_is_kept():
    from danvan_cli.text.fold import fold
    from danvan_cli.text.tokens import tokenise

    rows = [{"form": "sở", "type": "t", "case": "capital"}, {"form": "sở nội vụ", "type": "t"}]
    lexicon = Lexicon()
    words = type(lexicon.gazetteer("honorifics"))(entry.make_entry(row, "here") for row in rows)
    folded = fold("Sở Nội vụ, sở và Sở")
    found = words.find_all(tokenise(folded.text))
    assert [match.form for match in found] == ["sở nội vụ", "sở"]


def test_names_that_the_user_ignores_are_not_listed(tmp_path):
    from danvan_cli import extract
    from danvan_cli.lexicon.user import load_user_lexicon

    text = "Bà Lê Thị Hoà, Chủ tịch UBND xã Tân Phú, và ông Trần Văn Nam, Bí thư Đảng uỷ xã, cùng dự."
    words = tmp_path / "bo-qua.toml"
    words.write_text('[[entry]]\ntype = "ignored_names"\nform = "Lê Thị Hòa"\n'
                     '[[entry]]\ntype = "ignored_names"\nform = "UBND xã Tân Phú"\n', encoding="utf-8")
    document = extract(text, lexicon=Lexicon(load_user_lexicon(words)))
    assert [official.name for official in document.officials] == ["Trần Văn Nam"]
    assert "Ủy ban nhân dân xã Tân Phú" not in [body.name for body in document.organisations]
    assert len(extract(text).officials) == 2
