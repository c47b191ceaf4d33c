"""The same article, however it was saved, gives the same reading: names, offices, bodies, figures.

The bytes are made by other programs than danvan's tables wherever there is one: Python's codecs, and iconv, which knows
VISCII and TCVN 5712. TCVN3 is TCVN 5712 without its codes of capitals with a tone. Only VNI is written by our own table.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from danvan_cli import Text, extract
from danvan_cli.read import decode
from danvan_cli.read.charsets import find_charset
from danvan_cli.text.fold import fold_string

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
# A report with a heading in capitals, a press article, and a page with names of ethnic minorities.
NAMES = ["bao-cao-quy-1", "hop-bao-kinh-te", "chinh-quyen-hai-cap"]
ARTICLES = {name: (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8") for name in NAMES}

# What tells of the document as a file, and what quotes it letter by letter.
_AS_SAVED = {"encoding", "warnings", "start", "end", "text", "aliases", "mentions"}
# Signs that the legacy sets have not, and what a typist of theirs put.
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "-", "…": "..."})
_LOST_IN_TCVN3 = {letter: letter.lower() for letter in "ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ"}

Encoder = Callable[[str], bytes]


def reading(text: Text) -> Any:
    """What is read in a text, without where it stands, in one spelling."""
    return _plain(extract(text).to_dict())


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items() if key not in _AS_SAVED}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return fold_string(value) if isinstance(value, str) else value


def codec(name: str) -> Encoder:
    return lambda text: text.encode(name)


def iconv(name: str) -> Encoder:
    def encode(text: str) -> bytes:
        if shutil.which("iconv") is None:
            pytest.skip("iconv writes this encoding")
        composed = unicodedata.normalize("NFC", text).translate(_TYPED).encode()
        done = subprocess.run(["iconv", "-f", "UTF-8", "-t", name], input=composed, capture_output=True, check=False)
        if b"not supported" in done.stderr:
            pytest.skip(f"this iconv does not know {name}")
        assert done.returncode == 0, done.stderr
        return done.stdout

    return encode


def tcvn3(text: str) -> bytes:
    composed = unicodedata.normalize("NFC", text)
    return iconv("TCVN")("".join(_LOST_IN_TCVN3.get(letter, letter) for letter in composed))


def vni(text: str) -> bytes:
    charset = find_charset("vni")
    assert charset is not None
    codes = {letter: code for code, letter in sorted(charset.letters.items(), reverse=True)}
    return "".join(codes.get(letter, letter) for letter in text.translate(_TYPED)).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """Tones are characters of their own, which Python's codec wants apart."""
    apart = re.sub("[^\\W\\d_]", lambda letter: _tone_apart(letter.group()), unicodedata.normalize("NFC", text))
    return apart.translate(_TYPED).encode("cp1258")


def _tone_apart(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) + tone if tone else letter


ENCODERS: dict[str, Encoder] = {
    "utf-8": codec("utf-8"), "utf-8-sig": codec("utf-8-sig"), "utf-16": codec("utf-16"),
    "utf-16-le": codec("utf-16-le"), "utf-16-be": codec("utf-16-be"), "utf-32": codec("utf-32"),
    "utf-32-le": codec("utf-32-le"), "cp1258": windows_1258, "tcvn3": tcvn3, "vni": vni,
    "viscii": iconv("VISCII"), "tcvn-5712": iconv("TCVN"),
}


def mistaken(data: bytes) -> str:
    """Decode as Windows-1252 by mistake, its five unused bytes as browsers do."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.fixture(scope="module")
def readings() -> dict[str, Any]:
    return {name: reading(Text(content, name)) for name, content in ARTICLES.items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ENCODERS)
def test_an_article_reads_the_same_in_every_encoding(encoding: str, name: str, readings: dict[str, Any]) -> None:
    text = decode(ENCODERS[encoding](ARTICLES[name]), name)
    # Where no capital with a tone is used, TCVN 5712 is TCVN3.
    assert text.encoding in ({"tcvn3", encoding} if encoding == "tcvn-5712" else {encoding})
    assert reading(text) == readings[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1258", "tcvn3", "vni", "viscii"])
def test_an_article_saved_by_the_wrong_table_is_converted_and_told(
        encoding: str, name: str, readings: dict[str, Any]) -> None:
    data = ENCODERS[encoding](ARTICLES[name])
    for saved in (mistaken(data), data.decode("latin-1")):
        text = decode(saved.encode(), name)
        assert text.encoding == f"utf-8+{encoding}"
        assert [encoding in warning and "converted" in warning for warning in text.warnings] == [True]
        assert reading(text) == readings[name]


@pytest.mark.parametrize("encoding", ["utf-8", "tcvn3"])
def test_two_mistakes_on_top_of_each_other_are_undone(encoding: str, readings: dict[str, Any]) -> None:
    saved = mistaken(mistaken(ENCODERS[encoding](ARTICLES[NAMES[0]])).encode()).encode()
    text = decode(saved, NAMES[0])
    assert text.encoding == f"utf-8+utf-8+{encoding}"
    assert reading(text) == readings[NAMES[0]]
    assert decode(saved, NAMES[0], text.encoding).content == text.content


@pytest.mark.parametrize(("line", "converted"), [
    ("Chñ tÞch UBND tØnh NguyÔn V¨n ¸nh", "Chủ tịch UBND tỉnh Nguyễn Văn Ánh"),
    ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa"),
    ("Nguyá»…n VÄƒn Ä\x90á»©c", "Nguyễn Văn Đức"),
    ("KhÃ¡nh HÃ²a lÃ\xa0 tá»‰nh", "Khánh Hòa là tỉnh"),
    ("KhÃ¡nh HÃ²a lÃ  tá»‰nh", "Khánh Hòa là tỉnh"),        # the no-break space became a space
])
def test_only_the_lines_that_are_mojibake_are_converted(line: str, converted: str) -> None:
    good = ["Ủy ban nhân dân tỉnh họp.", "Xã Hà Ba", "Bà Müller, 20°C, 5 m² · ©"]
    text = decode("\n".join([*good, line]).encode(), "a")
    assert text.content.split("\n") == [*good, converted]
    assert decode(line.encode(), "a").content == converted
    assert "1 line" in text.warnings[0]


def test_conversion_can_be_forced_and_forbidden() -> None:
    data = "ChÝnh phñ".encode()
    assert decode(data, "a", "utf-8+tcvn3").content == decode(data, "a", "utf8+ABC").content == "Chính phủ"
    left = decode(data, "a", "utf-8")
    assert (left.content, left.encoding) == ("ChÝnh phñ", "utf-8")
    assert "--encoding utf-8+tcvn3" in left.warnings[0]


@pytest.mark.parametrize("text", [
    "Déjà vu à Paris, où l'été fut très agréable",
    "Müller, Köln, Zürich, Löw, Özil; São Paulo, El Niño, Peña, Pelé, Mbappé",
    "Così fan tutte; perciò può essere più città",
    "Nhà hàng Café «Résumé» – 20°C, 5 m², 3×4, ½ lít, ® © ™ §5",
    "CHỦ TỊCH XÃ” và “XÔ…", "XÃ” HÀ…", "«cá»…",
    "· Ban A · Ban B · Ban C", "• Xã Hà Nam · Ba Vì",
    "Það er gott að búa á Íslandi; Þór, Æsir", "Zażółć gęślą jaźń", "Ðà Lào, Ðông Ðô, ðã",
    "a²+b²=c², 5ª edición, nº 7, £5, ¥100", "Vì Thị Mò, Là A Páo, Lò Văn Sò",
])
def test_good_text_is_left_alone(text: str) -> None:
    assert decode(text.encode(), "a").content == text


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.txt")))
def test_no_line_of_the_samples_is_taken_for_mojibake(name: str) -> None:
    for line in (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        assert decode(line.encode(), "a").content == line


@pytest.mark.parametrize("title", [
    "Chủ tịch UBND tỉnh", "Giao ban công tác dân vận quý III năm 2023", "GDP 2024: tăng 7,09%, FDI đạt 38 tỷ USD",
    "BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN", "Đồng chí Lò Văn Sơn",
])
@pytest.mark.parametrize("encoding", ["cp1258", "tcvn3", "vni", "viscii", "utf-16-le"])
def test_a_title_is_enough(encoding: str, title: str) -> None:
    text = decode(ENCODERS[encoding](title), "a")
    assert (unicodedata.normalize("NFC", text.content), text.encoding) == (title, encoding)


# One text spelt in many ways

_CLOSED = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_OPEN = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]


def open_tones(text: str) -> str:
    pairs = dict(zip(_CLOSED, _OPEN, strict=True))
    return re.sub(rf"(?<![qQ])({'|'.join(_CLOSED)})(?!\w)", lambda match: pairs[match.group()], text)


def in_words(sign: str, every: int = 7) -> Callable[[str], str]:
    """Put a sign into every seventh place between two letters."""
    return lambda text: "".join(
        char + sign * (at % every == 0 and char.isalpha() and text[at + 1:at + 2].isalpha())
        for at, char in enumerate(text))


def broken(hyphen: str) -> Callable[[str], str]:
    """Break every twentieth long syllable of small letters over two lines."""
    def spell(text: str) -> str:
        words = iter(range(10**9))
        return re.sub(r"(?<![\w'])[bcdđghklmnpqrstvx]\w{4,}", lambda match: (
            match.group()[:2] + hyphen + "\n" + match.group()[2:] if next(words) % 20 == 0 else match.group()), text)

    return spell


def mixed_forms(text: str) -> str:
    chance = random.Random(7)
    return "".join(unicodedata.normalize(chance.choice(["NFC", "NFD"]), part) for part in re.split(r"(\s+)", text))


def replaced(chars: str, others: str) -> Callable[[str], str]:
    return lambda text: text.translate(str.maketrans(chars, others))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text), "mixed forms": mixed_forms,
    "open tones": open_tones,
    "Icelandic": replaced("Đđ", "Ðð"), "Cyrillic": replaced("aeocpxyAEOCPXM", "аеосрхуАЕОСРХМ"),
    "Greek": replaced("ovAEO", "ονΑΕΟ"), "PDF": replaced("ưƯ", "ƣƢ"), "fullwidth": replaced("0123456789", "０１２３４５６７８９"),
    "soft hyphens": in_words("\u00ad"), "zero width": in_words("\u200b"), "byte order marks": in_words("\ufeff", 50),
    "right to left": in_words("\u200f"), "bell": in_words("\x07"), "NUL": in_words("\x00"),
    "no-break spaces": replaced(" ", "\u00a0"), "thin spaces": replaced(" ", "\u2009"),
    "Windows lines": lambda text: text.replace("\n", "\r\n"), "old Mac lines": replaced("\n", "\r"),
    "next lines": replaced("\n", "\x85"), "line separators": replaced("\n", "\u2028"),
    "hyphenated": broken("-"), "soft hyphenated": broken("\u00ad"), "spaced hyphenated": broken("- "),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_an_article_reads_the_same_in_every_spelling(spelling: str, name: str, readings: dict[str, Any]) -> None:
    content = SPELLINGS[spelling](ARTICLES[name])
    assert content != ARTICLES[name]
    assert reading(Text(content, name)) == readings[name]
