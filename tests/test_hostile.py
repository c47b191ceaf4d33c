"""Dirty and hostile text: a reading or a clear refusal, with every quote where it says, whatever the characters are."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable

import pytest
from running import COMMAND, PLAIN, danvan, one_line, shell

from danvan_cli import Document, extract
from danvan_cli.read import ReadError, decode
from danvan_cli.write.json_text import encode

SENTENCE = "Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Hà Nam, chủ trì 12 cuộc đối thoại. "
MARKS = "\u0323\u0302"
SIZE = 10_000


def assert_sound(document: Document, content: str) -> None:
    """Every quote is where it says; the JSON can be written as UTF-8 and read."""
    quotes = [*document.indicators, *document.documents,
              *(quote for official in document.officials for quote in (*official.mentions, *official.positions)),
              *(mention for body in document.organisations for mention in body.mentions)]
    for quote in quotes:
        assert content[quote.start:quote.end] == quote.text
    assert json.loads(encode(document.to_dict()).encode("utf-8"))


@pytest.mark.parametrize("piece", [
    "\u0301", MARKS, "\x00", "A\x00", "\ud800", "\udfff\ud800 ", "\u202e", "\ufeff", "\u200b", "a\u200d", "\u00ad\n", "a\u00ad\n",
    "a-\n", "-\n", "\n", "\r", "\x85\u2028", "\u00a0", "\u0430", "\u0430b ", "\U0001d414", "\U0010ffff", "ă", "Nguyễn", "\x1b[31m",
], ids=ascii)
def test_a_heap_of_anything_is_read(piece: str) -> None:
    for content in (piece * SIZE, SENTENCE + "An" + piece * SIZE + SENTENCE):
        assert_sound(extract(content), content)


@pytest.mark.parametrize("dirt", [
    "\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u00ad", "\u200b", "\u200e", "\u200f", "\u202e", "\u2066", "\ufeff",
], ids=ascii)
@pytest.mark.parametrize("place", ["before words", "in words", "around"])
def test_what_no_reader_sees_changes_nothing(dirt: str, place: str) -> None:
    clean = "Ngày 9/7/2024, " + SENTENCE * 2
    content = {"before words": clean.replace(" ", " " + dirt), "in words": clean.replace("n", "n" + dirt),
               "around": dirt + clean + dirt}[place]
    document = extract(content)
    assert_sound(document, content)
    assert [official.name for official in document.officials] == ["Nguyễn Văn An"]
    assert [figure.value for figure in document.indicators] == [12, 12]
    assert [figure.measure for figure in document.indicators] == ["cuộc đối thoại"] * 2
    assert [body.name for body in document.organisations] == ["Ủy ban nhân dân tỉnh Hà Nam"]


def test_a_lone_surrogate_is_a_character_like_others() -> None:
    content = "\ud800 " + SENTENCE + "\udc00"
    document = extract(content)
    assert_sound(document, content)
    assert [official.name for official in document.officials] == ["Nguyễn Văn An"]


@pytest.mark.parametrize(("data", "encoding"), [
    ("\ud800".encode("utf-8", "surrogatepass") + SENTENCE.encode(), "utf-8"),
    (b"\xff\xfe\x00\xd8" + SENTENCE.encode("utf-16-le"), "utf-16"),
    (b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"x", "utf-16"),
    (SENTENCE.encode()[:5] + b"\xf5\xff" + SENTENCE.encode(), "utf-8"),
    (SENTENCE.encode()[:-1] + "ố".encode()[:2], "utf-8"),
])
def test_damaged_unicode_is_refused_with_the_remedy(data: bytes, encoding: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.txt: cannot be decoded as {encoding} at byte \d+; .*:replace"):
        decode(data, "a.txt")
    assert "\ufffd" in decode(data, "a.txt", f"{encoding}:replace").content


def test_nul_bytes_are_refused_or_read_as_told() -> None:
    data = SENTENCE.replace(" ", " \0").encode()
    refused = danvan("extract", "-", stdin=data)
    assert refused.returncode == 1
    assert "NUL byte at offset" in one_line(refused)
    assert "--encoding" in one_line(refused)
    read = danvan("extract", "-", "--encoding", "utf-8", stdin=data)
    assert read.returncode == 0
    assert json.loads(read.stdout)["officials"][0]["name"] == "Nguyễn Văn An"


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev")
def test_an_endless_device_is_refused_at_once() -> None:
    for name in ("/dev/zero", "/dev/urandom"):
        assert "binary file, skipped" in one_line(danvan("extract", name))


@pytest.mark.skipif(sys.platform == "win32", reason="needs yes")
def test_an_endless_pipe_is_refused_in_bounded_memory() -> None:
    result = shell("yes Nguyễn | (ulimit -v 2000000; danvan extract -)")
    assert (result.returncode, result.stdout) == (1, b"")
    assert "larger than 512 MiB" in one_line(result)


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits")
@pytest.mark.parametrize("content", [
    "một dòng dài " * 400_000, "chữ\n" * 300_000, "a" + MARKS * 1_000_000, "ChÝnh phñ n\u00adíc " * 40_000,
], ids=["one line", "short lines", "marks", "mojibake"])
def test_megabytes_are_read_in_memory_of_a_small_multiple(content: str) -> None:
    result = subprocess.run(
        [*COMMAND, "extract", "-"], input=content.encode(), env=PLAIN, capture_output=True, check=False, timeout=300,
        preexec_fn=at_most_gibibytes(1))
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["officials"] == []


def at_most_gibibytes(limit: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (limit << 30, limit << 30))
