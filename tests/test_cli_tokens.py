"""`danvan tokens`: sentences and words, as people and as programs read them."""

import json
import unicodedata

import pytest
from running import danvan

PAGE = "Uỷ ban tỉnh Hoà Bình họp.\r\nÔng An chủ trì.\r\n\r\nĐoạn hai.\r\n"


def test_people_see_sentences_with_offsets_and_paragraphs_apart() -> None:
    done = danvan("tokens", "--syllables", stdin=PAGE)
    assert done.stdout.decode().splitlines() == [
        "0-25  Ủy | ban | tỉnh | Hòa | Bình | họp | .",
        "",
        "27-42  Ông | An | chủ | trì | .",
        "",
        "46-55  Đoạn | hai | .",
    ]
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("options", [(), ("--no-words",)])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_programs_get_a_sentence_a_line_that_quotes_the_text(form: str, options: tuple[str, ...]) -> None:
    text = unicodedata.normalize(form, PAGE)
    done = danvan("tokens", "-f", "jsonl", *options, stdin=text)
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [list(row) for row in rows] == [["start", "end", "text", "words"]] * 3
    for row in rows:
        assert text[row["start"]:row["end"]] == row["text"]
        for word, start, end in row["words"]:
            quoted = unicodedata.normalize("NFC", text[start:end])
            assert quoted.replace("Uỷ", "Ủy").replace("Hoà", "Hòa") == word


def test_words_have_several_syllables() -> None:
    done = danvan("tokens", stdin="Công nhân vệ sinh họp.")
    assert done.stdout.decode() == "0-22  Công nhân | vệ sinh | họp | .\n"


def test_a_document_cannot_drive_the_terminal() -> None:
    done = danvan("tokens", "--syllables", stdin="Tin\x1b[2J \u202emật")
    assert b"\x1b" not in done.stdout
    assert "\u202e" not in done.stdout.decode()


def test_a_bad_file_is_told_and_the_others_are_done(tmp_path) -> None:
    (tmp_path / "tin.txt").write_text("Tin.", encoding="utf-8")
    done = danvan("tokens", "--syllables", str(tmp_path / "khong-co.txt"), str(tmp_path / "tin.txt"))
    assert (done.returncode, done.stdout) == (1, b"0-4  Tin | .\n")
    assert done.stderr.decode().count("no such file") == 1


def test_warnings_and_usage_errors_go_to_standard_error() -> None:
    done = danvan("tokens", "--syllables", stdin="ChÝnh phñ")
    assert b"tcvn3" in done.stderr
    assert done.returncode == 0
    done = danvan("tokens", "--encoding", "klingon", stdin="Tin.")
    assert done.returncode == 2
    assert b"klingon" in done.stderr


def test_legacy_encodings_are_read() -> None:
    done = danvan("tokens", "--syllables", "--encoding", "tcvn3", stdin=b"Ch\xddnh ph\xf1")
    assert done.stdout.decode() == "0-9  Chính | phủ\n"
