"""From files and bytes to text: exact characters, no silent mojibake, one clear line for each failure."""

import os
import pickle
import shutil
import socket
import subprocess
import threading
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest

from danvan_cli.read import MAX_BYTES, ReadError, decode, files, read_path, read_stream
from danvan_cli.read.charsets import CHARSET_NAMES, find_charset
from danvan_cli.read.errors import (
    BinaryFileError,
    FolderError,
    ForbiddenFileError,
    MissingFileError,
    TooLargeError,
    UndecodableError,
    UnknownEncodingError,
    UnreadableFileError,
    printable_name,
)
from danvan_cli.read.spelling import is_syllable, spelling

NEWS = ("Uỷ ban nhân dân tỉnh Hoà Bình tổ chức hội nghị đối thoại với nhân dân.\r\n"
        "Đồng chí Nguyễn Văn Ước, Chủ tịch Uỷ ban, chủ trì; ở đó có 1.250 người dự.\n")


def legacy(text: str, name: str) -> bytes:
    """Write a text in a legacy set, capitals with tone as small letters where the set has none."""
    charset = find_charset(name)
    codes: dict[str, str] = {}
    for code, letter in charset.letters.items():
        codes.setdefault(letter, code)
    text = unicodedata.normalize("NFC", text)
    return "".join(codes.get(c) or codes.get(c.lower(), c) for c in text).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """Write a text in Windows-1258, which has tones as characters of their own."""
    written = ""
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        written += unicodedata.normalize("NFC", parts.replace(tone, "")) + tone if tone else char
    return written.encode("cp1258")


# Encodings that bytes tell

@pytest.mark.parametrize(("data", "encoding"), [
    (NEWS.encode(), "utf-8"),
    (NEWS.encode("utf-8-sig"), "utf-8-sig"),
    (NEWS.encode("utf-16"), "utf-16"),
    (b"\xfe\xff" + NEWS.encode("utf-16-be"), "utf-16"),
    (NEWS.encode("utf-32"), "utf-32"),
    (b"\x00\x00\xfe\xff" + NEWS.encode("utf-32-be"), "utf-32"),
    (unicodedata.normalize("NFD", NEWS).encode(), "utf-8"),
])
def test_what_the_bytes_tell_is_read_without_a_warning(data: bytes, encoding: str) -> None:
    text = decode(data, "bai.txt")
    assert unicodedata.normalize("NFC", text.content) == unicodedata.normalize("NFC", NEWS)
    assert (text.source, text.encoding, text.warnings) == ("bai.txt", encoding, ())


def test_line_ends_and_normal_forms_stay_as_they_are() -> None:
    content = "một\r\nhai\rba\n\n" + unicodedata.normalize("NFD", "Hoà") + "\u200b\x0c"
    assert decode(content.encode(), "a").content == content


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decode("\ufeffHà Nội".encode(), "a").content == "Hà Nội"
    assert decode("\ufeffHà Nội".encode(), "a", "utf-8").content == "Hà Nội"
    assert decode("\ufeffHà Nội".encode("utf-16-le"), "a", "utf-16-le").content == "Hà Nội"


# Encodings that must be guessed

@pytest.mark.parametrize(("data", "encoding"), [
    (NEWS.encode("utf-16-le"), "utf-16-le"),
    (NEWS.encode("utf-16-be"), "utf-16-be"),
    (NEWS.encode("utf-32-le"), "utf-32-le"),
    (NEWS.encode("utf-32-be"), "utf-32-be"),
    (windows_1258(NEWS), "cp1258"),
    (legacy(NEWS, "tcvn3"), "tcvn3"),
    (legacy(NEWS, "vni"), "vni"),
    (legacy(NEWS, "viscii"), "viscii"),
    (legacy(NEWS + "Ủy ban Ở Úc", "tcvn-5712"), "tcvn-5712"),
])
def test_a_guess_is_right_and_leaves_a_warning(data: bytes, encoding: str) -> None:
    text = decode(data, "bai.txt")
    composed = unicodedata.normalize("NFC", text.content)
    assert composed.casefold().startswith(unicodedata.normalize("NFC", NEWS).casefold())
    assert text.encoding == encoding
    assert [encoding in warning and "--encoding" in warning for warning in text.warnings] == [True]


@pytest.mark.parametrize("data", [
    "Привет, мир! Как дела сегодня?".encode("cp1251"),
    "Déjà vu à Paris, où l'été fut très agréable".encode("latin-1"),
])
def test_what_is_not_vietnamese_is_guessed_with_a_warning(data: bytes) -> None:
    assert "guessed" in decode(data, "a").warnings[0]


def test_damaged_utf8_is_an_error_that_names_the_place_and_the_remedy() -> None:
    data = NEWS.encode()[:100] + b"\xff" + NEWS.encode()[100:]
    with pytest.raises(UndecodableError, match=r"^bai.txt: .*utf-8 at byte \d+.*--encoding utf-8:replace"):
        decode(data, "bai.txt")
    text = decode(data, "bai.txt", "utf-8:replace")
    assert "\ufffd" in text.content
    assert "could not be decoded" in text.warnings[0]


# Encodings that the user tells

@pytest.mark.parametrize(("name", "encoding"), [
    ("tcvn3", "tcvn3"), ("TCVN-3", "tcvn3"), ("ABC", "tcvn3"), (".VnTime", "tcvn3"),
    ("TCVN", "tcvn-5712"),
    ("tcvn5712-1", "tcvn-5712"), ("VNI", "vni"), ("vni-windows", "vni"), ("Viscii", "viscii"),
])
def test_legacy_encodings_have_the_names_people_use(name: str, encoding: str) -> None:
    text = decode(legacy("Chính phủ đối thoại", encoding), "a", name)
    assert (text.content, text.encoding, text.warnings) == ("Chính phủ đối thoại", encoding, ())


def test_the_forced_encoding_is_not_questioned() -> None:
    assert decode(b"Ch\xddnh ph\xf1", "a", "latin-1").content == "ChÝnh phñ"
    assert decode(b"a\x00b", "a", "utf-8").content == "a\x00b"


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "", "a\0b", "\udc80", "utf 8 x"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    for data in (b"", b"Ha Noi"):
        with pytest.raises(UnknownEncodingError, match="tcvn3"):
            decode(data, "a", name)


# The tables

@pytest.mark.parametrize(("name", "data", "content"), [
    ("tcvn3", b"\x93Ch\xddnh ph\xf1\x94", "“Chính phủ”"),
    ("vni", b"\x93Co\xe4ng ho\xf8a\x94", "“Cộng hòa”"),
    ("vni", "ÑAÏI HOÄI ÑAÛNG, Ñaïi hoäi Ñaûng".encode("latin-1"), "ĐẠI HỘI ĐẢNG, Đại hội Đảng"),
    ("vni", "Aù, ngöôøi, ñöôïc, kyõ, kyø, sôû, tæ".encode("latin-1"), "Á, người, được, kỹ, kỳ, sở, tỉ"),
    ("viscii", b"Ch\xednh ph\xfc", "Chính phủ"),
    ("tcvn-5712", b"\x83", "Á"),
])
def test_legacy_letters(name: str, data: bytes, content: str) -> None:
    assert find_charset(name).convert(data.decode("latin-1")) == content


@pytest.mark.parametrize("name", CHARSET_NAMES)
def test_every_vietnamese_letter_can_be_written(name: str) -> None:
    letters = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂĐÊÔƠƯ"
    assert find_charset(name).convert(legacy(letters, name).decode("latin-1")) == letters


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is the oracle")
@pytest.mark.parametrize(("name", "theirs"), [("viscii", "VISCII"), ("tcvn-5712", "TCVN5712-1")])
def test_the_tables_agree_with_iconv(name: str, theirs: str) -> None:
    known = subprocess.run(["iconv", "-l"], capture_output=True, check=True).stdout.decode()
    if theirs not in known:
        pytest.skip(f"this iconv does not know {theirs}")
    # Each byte before a full stop, with which no combining mark composes.
    data = b"".join(bytes([byte]) + b"." for byte in range(1, 256))
    done = subprocess.run(["iconv", "-f", theirs, "-t", "UTF-8"], input=data, capture_output=True, check=True)
    ours = find_charset(name).convert(data.decode("latin-1"))
    assert unicodedata.normalize("NFC", ours) == unicodedata.normalize("NFC", done.stdout.decode())


# Mojibake that came as valid Unicode

@pytest.mark.parametrize(("text", "name"), [
    ("ChÝnh phñ n­íc Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3"),
    ("ChÝnh phñ", "tcvn3"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni"),
    ("ỦY BAN NHÂN DÂN\nUyû ban nhaân daân tænh Ñoàng Nai hoïp", "vni"),
    (NEWS * 40 + "Uyû ban nhaân daân tænh Ñoàng Nai hoïp", "vni"),
])
def test_mojibake_is_reported_once(text: str, name: str) -> None:
    assert [name in warning for warning in decode(text.encode(), "a").warnings] == [True]


@pytest.mark.parametrize("text", [
    NEWS,
    unicodedata.normalize("NFD", NEWS),
    "Bà Müller và ông François gặp Chủ tịch UBND tỉnh; giá 5€, 20°C, ½ lít, ® ©",
    "Công ty Citroën, Škoda, Nestlé, Häagen",
])
def test_no_mojibake_is_seen_where_there_is_none(text: str) -> None:
    assert decode(text.encode(), "a").warnings == ()


@pytest.mark.parametrize(("word", "is_vietnamese"), [
    ("Nguyễn", True), ("thuỷ", True), ("thủy", True), ("ĐƯỜNG", True), ("quyết", True), ("giếng", True),
    ("khuỷu", True), ("nghiêng", True), ("ưỡn", True), ("Müller", False), ("Coäng", False), ("ChÝnh", False),
    ("HĐND", False), ("áá", False),
])
def test_what_is_spelt_as_a_syllable(word: str, is_vietnamese: bool) -> None:
    assert is_syllable(word) is is_vietnamese
    assert is_syllable(unicodedata.normalize("NFD", word)) is is_vietnamese


def test_a_text_without_vietnamese_has_no_share() -> None:
    assert spelling("plain text").share == 0


# Inputs that are no text

@pytest.mark.parametrize(("data", "what"), [
    (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    (b"PK\x03\x04\x14\x00", "docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "doc"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
    (b"\x1f\x8b\x08\x00", "gzip"),
    (b"{\\rtf1\\ansi", "RTF"),
    (b"\x00" * 100, "NUL byte at offset 0"),
    (b"van ban\x00\x01\x02\x03\x80\x81\x82\x83", "NUL byte at offset 7"),
])
def test_binary_input_is_refused_with_a_reason(data: bytes, what: str) -> None:
    with pytest.raises(BinaryFileError, match=f"^a.txt: binary file, skipped: .*{what}"):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_input_is_a_text_with_a_warning(data: bytes) -> None:
    assert decode(data, "a").warnings == ("the input holds no text",)


# Files

def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bài viết.txt"
    path.write_bytes(NEWS.encode())
    text = read_path(path)
    assert (text.content, text.source, text.encoding) == (NEWS, str(path), "utf-8")
    path.write_bytes(legacy("Chính phủ", "vni"))
    assert read_path(str(path), "vni").content == "Chính phủ"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = type("Stdin", (), {"buffer": BytesIO(NEWS.encode())})
    monkeypatch.setattr("sys.stdin", stdin)
    text = read_path("-")
    assert (text.content, text.source) == (NEWS, "<stdin>")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(UnreadableFileError, match="<stdin>"):
        read_path("-")


def test_missing_files_folders_and_loops(tmp_path: Path) -> None:
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    for path, error, words in [
        (tmp_path / "khong-co.txt", MissingFileError, "no such file"),
        (tmp_path, FolderError, "is a folder"),
        (tmp_path / "vong", UnreadableFileError, "cannot be read"),
        (tmp_path / ("a" * 300), UnreadableFileError, "cannot be read"),
        ("a\0b", UnreadableFileError, "cannot be read"),
    ]:
        with pytest.raises(error, match=words) as raised:
            read_path(path)
        assert "\n" not in str(raised.value)
        assert str(raised.value).startswith(printable_name(path))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "mat.txt"
    path.write_text("mật")
    path.chmod(0)
    with pytest.raises(ForbiddenFileError, match="no permission"):
        read_path(path)


def test_a_refused_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "mat.txt"
    path.write_text("mật")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ForbiddenFileError, match="no permission"):
        read_path(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_read_and_a_socket_is_not(tmp_path: Path) -> None:
    pipe = tmp_path / "ong"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(NEWS.encode(),))
    writer.start()
    assert read_path(pipe).content == NEWS
    writer.join()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "o-cam"))
        with pytest.raises(UnreadableFileError, match="cannot be read"):
            read_path(tmp_path / "o-cam")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev")
def test_endless_devices_end() -> None:
    with pytest.raises(BinaryFileError):
        read_path("/dev/zero")
    assert read_path("/dev/null").content == ""


def test_more_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no room
    with pytest.raises(TooLargeError, match="512 MiB; split it"):
        read_path(path)
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(TooLargeError):
        read_stream(BytesIO(b"x" * 11), "<stdin>")
    assert read_stream(BytesIO(b"x" * 10), "<stdin>").content == "x" * 10


def test_a_stream_that_breaks_is_an_error_of_ours() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableFileError, match="Input/output error"):
        read_stream(Broken(), "dia.txt")


def test_names_print_whatever_bytes_they_are_of(tmp_path: Path) -> None:
    name = os.fsdecode(b"b\xe1o c\x1b[2Jo\n.txt")
    with pytest.raises(MissingFileError) as raised:
        read_path(tmp_path / name)
    message = str(raised.value)
    message.encode("utf-8")
    assert message.isprintable()
    assert message.endswith("b\\xe1o c\\x1b[2Jo\\n.txt: no such file")
    try:
        (tmp_path / name).write_text("tin")
    except OSError:
        return  # a file system that takes only UTF-8
    read_path(tmp_path / name).source.encode("utf-8")


def test_errors_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(MissingFileError("a.txt", "no such file")))
    assert isinstance(error, MissingFileError)
    assert isinstance(error, ReadError)
    assert str(error) == "a.txt: no such file"
