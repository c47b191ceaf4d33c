"""Decoding: from bytes to text, by what the bytes tell first, by what reads as Vietnamese last.

The order is: a byte order mark; UTF-8; UTF-16 and UTF-32 without a mark; the legacy Vietnamese sets and
Windows-1258, whichever spells Vietnamese; what charset_normalizer makes of it. All from the third on are
guesses, and each leaves a warning.
"""

from __future__ import annotations

import codecs

import regex

from danvan_cli.document import Text
from danvan_cli.read.binary import refuse_binary
from danvan_cli.read.charsets import CHARSET_NAMES, find_charset
from danvan_cli.read.errors import UndecodableError, UnknownEncodingError, printable_name
from danvan_cli.read.spelling import spelling
from danvan_cli.read.wide import guess_wide, marked_encoding

REPLACE = ":replace"
"""Ending of an encoding's name that asks for U+FFFD in place of bad bytes, as in PYTHONIOENCODING."""

_SAMPLE = 64 * 1024
# A guess must read as Vietnamese in this share of its words beyond ASCII; real articles with some foreign
# names have 0.97 and more, a wrong table 0.3 and less.
_READS_WELL = 0.8
# Mojibake is reported where so many more words, and this more of all, are Vietnamese when read by the table.
_MOJIBAKE_WORDS = 2
_MOJIBAKE_SHARE = 0.2
_MOJIBAKE_SAMPLE = 8 * 1024
# What Vietnamese is never written with, and TCVN3 or VNI letters look like as Windows-1252.
_STRANGE = regex.compile(r"[¨©ª¬®µ¶·¸¹º¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñöøûüþÿ]")
_LEGACY_CODEC = "cp1258"
_WIDE = ("utf_16", "utf_32")  # any bytes of even number are some text in these: `guess_wide` knows better


def decode(data: bytes, source: str, encoding: str | None = None) -> Text:
    """Decode bytes to a Text whose content is exactly what they say: line ends kept, a byte order mark not.

    `encoding` forces one: a Python codec, or tcvn3, vni, viscii, tcvn-5712; with `:replace` after its name
    ("utf-8:replace") what cannot be decoded becomes U+FFFD. Raises UndecodableError, BinaryFileError or
    UnknownEncodingError.

    >>> decode("Chính phủ".encode("utf-16"), "a.txt").content
    'Chính phủ'
    """
    source = printable_name(source)
    text = _decode_as(data, source, encoding) if encoding is not None else _decode_unnamed(data, source)
    if text.content and not text.content.isspace():
        return _with_warning(text, _mojibake_remark(text.content))
    return _with_warning(text, "the input holds no text")


def _decode_unnamed(data: bytes, source: str) -> Text:
    marked = marked_encoding(data)
    if marked is not None:
        try:
            return Text(data.decode(marked), source, marked)
        except UnicodeDecodeError as error:
            raise _undecodable(source, marked, error) from error
    refuse_binary(data, source)
    wide = guess_wide(data)
    if wide is None:
        try:
            return Text(data.decode("utf-8"), source, "utf-8")
        except UnicodeDecodeError as error:
            if _is_damaged_utf8(data):
                raise _undecodable(source, "utf-8", error) from error
    else:
        try:
            return _guessed(data.decode(wide), source, wide)
        except UnicodeDecodeError as error:
            raise _undecodable(source, wide, error) from error
    return _guess_legacy(data, source) or _guess_any(data, source)


def _decode_as(data: bytes, source: str, encoding: str) -> Text:
    """Decode as told."""
    name, replace = (encoding[:-len(REPLACE)], True) if encoding.endswith(REPLACE) else (encoding, False)
    charset = find_charset(name)
    if charset is not None:
        return Text(charset.decode(data), source, charset.name)
    try:
        name = codecs.lookup(name).name
        "".encode(name)  # base64 is a codec, but none of text
    except (LookupError, ValueError) as error:
        raise _unknown(source, name) from error
    try:
        content = data.decode(name, "replace" if replace else "strict")
    except UnicodeError as error:
        raise _undecodable(source, name, error) from error
    text = Text(content.removeprefix("\ufeff"), source, name)
    lost = content.count("\ufffd") if replace else 0
    return _with_warning(text, f"{lost} places could not be decoded as {name}" if lost else None)


def _guess_legacy(data: bytes, source: str) -> Text | None:
    """Decode by the Vietnamese table that makes most words Vietnamese, None where none makes enough."""
    # A sample is cut after white space, so that no two-byte letter is split.
    sample = data[:_SAMPLE].rsplit(None, 1)[0] if len(data) > _SAMPLE else data
    best, best_count = None, 0
    for name in (*CHARSET_NAMES, _LEGACY_CODEC):
        charset = find_charset(name)
        reading = charset.decode(sample) if charset else sample.decode(name, "replace")
        found = spelling(reading)
        if found.share >= _READS_WELL and found.vietnamese > best_count:
            best, best_count = name, found.vietnamese
    if best is None:
        return None
    charset = find_charset(best)
    try:
        return _guessed(charset.decode(data) if charset else data.decode(best), source, best)
    except UnicodeDecodeError:
        return None


def _guess_any(data: bytes, source: str) -> Text:
    from charset_normalizer import from_bytes  # 20 ms that only the last resort pays

    found = from_bytes(data[:_SAMPLE]).best()
    if found is not None and not found.encoding.startswith(_WIDE):
        try:
            return _guessed(data.decode(found.encoding), source, found.encoding)
        except UnicodeDecodeError:
            pass
    raise UndecodableError(source, "cannot be decoded: no encoding fits; use --encoding NAME")


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is well-formed UTF-8, which no other encoding is by chance."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    return good >= bad


def _unknown(source: str, encoding: str) -> UnknownEncodingError:
    return UnknownEncodingError(
        source, f"there is no encoding “{printable_name(encoding)}”; there are utf-8, utf-16, cp1258, "
                f"{', '.join(CHARSET_NAMES)} and every other text codec of Python")


def _undecodable(source: str, encoding: str, error: UnicodeError) -> UndecodableError:
    where = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
    return UndecodableError(
        source, f"cannot be decoded as {encoding}{where}; use --encoding NAME, "
                f"or --encoding {encoding}{REPLACE} to put U+FFFD there")


def _guessed(content: str, source: str, encoding: str) -> Text:
    return Text(content, source, encoding, (
        f"the encoding was guessed to be {encoding}; if letters look wrong, use --encoding NAME",))


def _mojibake_remark(content: str) -> str | None:
    """Say which legacy set a text looks like that was decoded as Windows-1252 before it came here."""
    strange = _STRANGE.search(content)
    if strange is None:
        return None
    # Only the lines that look strange, for a page may hold good text too.
    reach = max(0, strange.start() - _MOJIBAKE_SAMPLE // 2)
    first = max(reach, content.rfind("\n", reach, strange.start()) + 1)
    lines = content[first:first + _SAMPLE].splitlines()
    sample = "\n".join(line for line in lines if _STRANGE.search(line))[:_MOJIBAKE_SAMPLE]
    before = spelling(sample)
    for name in ("tcvn3", "vni"):
        charset = find_charset(name)
        after = spelling(charset.convert(sample)) if charset and before.share < _READS_WELL else before
        gained = after.vietnamese - before.vietnamese
        if gained >= _MOJIBAKE_WORDS and after.share >= before.share + _MOJIBAKE_SHARE:
            return (f"the text looks like {name} kept as Latin letters; mend it first, for example: "
                    f"iconv -f UTF-8 -t CP1252 FILE | danvan extract --encoding {name} -")
    return None


def _with_warning(text: Text, remark: str | None) -> Text:
    if remark is None:
        return text
    return Text(text.content, text.source, text.encoding, (*text.warnings, remark))
