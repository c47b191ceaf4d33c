"""Words: underthesea's, with offsets, whatever the text and whatever underthesea does."""

import json
import logging
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from danvan_cli.segment.underthesea import SegmenterError, load_underthesea
from danvan_cli.segment.words import WordSegmenter
from danvan_cli.text.fold import fold_string

SEGMENTER = WordSegmenter()
SYLLABLES = WordSegmenter(None)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


NASTY = [
    "Uỷ ban Mặt trận Tổ quốc tỉnh Hoà Bình giám sát công trình thuỷ lợi.",
    decomposed("Uỷ ban thuỷ lợi tỉnh Hoà Bình"),
    "Đaị hội, ngành nghành, qui định",                            # spellings that underthesea mends
    "H’Yim Niê và K‘Brêu ở xã Ea H’leo",
    "000 85 .",                                                   # raised IndexError once (issue 528)
    "a\u0301\u0301 \u0301 x\u0302y \u0344 \u0958",                  # marks that no letter takes in
    "Sở Nội\u200b vụ\u00ad TP.\u00a0HCM",
    "dòng một\r\ndòng hai\n\n\tdòng ba\u2028dòng bốn",
    "a\x00b\x1b[2J\ud800c\U0001f600😀👨‍👩‍👧",
    "Xem http://bao.vn/tin?id=1#a, www.bao.vn/a/b hoặc viet@bao.vn!",
    "http://" + "!" * 500,                                        # exponential in underthesea's patterns
    "a." * 500 + "/",
    "Nguyễn " * 300,
    "1.234,5% 12/3/2024 U23 m2 LĐ-TB&XH 3-5 v.v...",
    "한국 日本 ไทย Ⅷ ½ ﬁ",
    "",
    " \n ",
]


@pytest.mark.parametrize("segmenter", [SEGMENTER, SYLLABLES], ids=["words", "syllables"])
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_words_quote_the_text_and_cover_it(text: str, segmenter: WordSegmenter) -> None:
    covered = ""
    last = 0
    for word in segmenter.words(text):
        assert last <= word.start < word.end <= len(text)
        assert fold_string(text[word.start:word.end]) == word.text
        covered += word.text
        last = word.end
    assert "".join(covered.split()) == "".join(fold_string(text).split())


@pytest.mark.parametrize(("text", "words"), [
    ("Thành phố Hồ Chí Minh có nhiều công nhân", ["Thành phố", "Hồ Chí Minh", "có", "nhiều", "công nhân"]),
    ("công nhân  Hoà Bình", ["công nhân", "Hòa Bình"]),
    ("xem http://bao.vn/a-b.", ["xem", "http://bao.vn/a-b", "."]),
])
def test_words_of_several_syllables(text: str, words: list[str]) -> None:
    assert [word.text for word in SEGMENTER.words(text)] == words


def test_offsets_count_the_text_as_read() -> None:
    text = decomposed("công nhân Hoà  Bình")
    assert SEGMENTER.words(text) == (("công nhân", 0, 11), ("Hòa Bình", 12, len(text)))


class PanicException(BaseException):
    """What pyo3 raises where Rust panics is no Exception."""


def raising(error: BaseException):
    def model(line: str) -> list[str]:
        raise error
    return lambda: model


@pytest.mark.parametrize("load", [
    raising(IndexError("list index out of range")),
    raising(UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")),
    raising(PanicException("called `Option::unwrap()` on a `None` value")),
    lambda: lambda line: [],
    lambda: lambda line: line.split()[:-1],
    lambda: lambda line: line.replace("h", "").split(),
    lambda: lambda line: [*line.split(), "thêm"],
    lambda: lambda line: [""],
])
def test_where_the_model_fails_syllables_stand_in(load) -> None:
    text = "Ban Dân vận họp."
    assert WordSegmenter(load).words(text) == SYLLABLES.words(text)


def test_an_interrupt_is_no_failure_of_the_model() -> None:
    with pytest.raises(KeyboardInterrupt):
        WordSegmenter(raising(KeyboardInterrupt())).words("Ban Dân vận")


def test_a_long_text_is_given_in_pieces() -> None:
    seen = []

    def model(line: str) -> list[str]:
        seen.append(len(line))
        return line.split()

    text = "Ban Dân vận họp bàn. " * 1000 + "khẩn trương " * 1000
    assert len(WordSegmenter(lambda: model).words(text)) == 7000
    assert max(seen) < 4100


def test_a_missing_underthesea_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "underthesea", None)
    load_underthesea.cache_clear()
    with pytest.raises(SegmenterError, match="install it again"):
        SEGMENTER.words("Ban Dân vận")


IMPORTED = """
import json, logging, os, socket, sys, threading, warnings

def state():
    return {
        "environment": dict(os.environ), "folder": os.getcwd(), "threads": threading.active_count(),
        "handlers": [repr(h) for h in logging.getLogger().handlers], "level": logging.getLogger().level,
        "stdout": [repr(h) for h in logging.getLogger("underthesea").handlers],
        "filters": [repr(f) for f in warnings.filters], "recursion": sys.getrecursionlimit(),
    }

def refuse(*arguments, **more):
    raise OSError("no network")

socket.socket.connect = refuse
socket.getaddrinfo = refuse
from danvan_cli.segment.words import WordSegmenter
segmenter = WordSegmenter()
assert "underthesea" not in sys.modules
before = state()
words = [word.text for word in segmenter.words("công nhân vệ sinh")]
assert "underthesea" in sys.modules
print(json.dumps([before, state(), words]))
"""


def test_loading_the_model_leaves_the_process_as_it_was(tmp_path: Path) -> None:
    """Without network, and with a home that cannot be written."""
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, cwd=tmp_path, timeout=120, check=False,
        env={**os.environ, "HOME": str(home), "PYTHONPATH": str(root)})
    assert done.returncode == 0, done.stderr.decode()
    before, after, words = json.loads(done.stdout)
    assert after == before
    assert words == ["công nhân", "vệ sinh"]
    assert list(home.iterdir()) == []


def test_records_of_the_program_keep_their_handlers(caplog: pytest.LogCaptureFixture) -> None:
    load_underthesea.cache_clear()
    SEGMENTER.words("Ban Dân vận")
    with caplog.at_level(logging.INFO):
        logging.getLogger("chương trình").info("còn ghi")
    assert caplog.messages == ["còn ghi"]
