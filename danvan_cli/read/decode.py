"""Decoding: from bytes to text, by what the bytes tell first, by what reads as Vietnamese last.

The order is: a byte order mark; UTF-8; UTF-16 and UTF-32 without a mark; the legacy Vietnamese sets and
Windows-1258, whichever spells Vietnamese; what charset_normalizer makes of it. All from the third on are
guesses, and each leaves a warning. So does mojibake, which is converted whatever the encoding was.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import replace

from danvan_cli.document import Text
from danvan_cli.read.binary import refuse_binary
from danvan_cli.read.charsets import CHARSET_NAMES, find_charset
from danvan_cli.read.errors import UndecodableError, UnknownEncodingError, printable_name
from danvan_cli.read.mojibake import LAYER_NAMES, mend, read_layers
from danvan_cli.read.spelling import READS_WELL, spelling
from danvan_cli.read.wide import guess_wide, marked_encoding

REPLACE = ":replace"
"""Ending of an encoding's name that asks for U+FFFD in place of bad bytes, as in PYTHONIOENCODING."""

LAYER = "+"
"""Between an encoding and the one of the mojibake in it."""

_SAMPLE = 64 * 1024
_LEGACY_CODEC = "cp1258"
_WIDE = ("utf_16", "utf_32")  # any bytes of even number are some text in these: `guess_wide` knows better


def decode(data: bytes, source: str, encoding: str | None = None) -> Text:
    """Decode bytes to a Text whose content is exactly what they say: line ends kept, a byte order mark not.

    `encoding` forces one: a Python codec, or tcvn3, vni, viscii, tcvn-5712; with `:replace` after its name
    ("utf-8:replace") what cannot be decoded becomes U+FFFD. Mojibake is converted and told: the encoding is then
    "utf-8+tcvn3", for UTF-8 that keeps TCVN3 as Latin letters. Such a name forces the conversion too, and a name
    without + forbids it. Raises UndecodableError, BinaryFileError or UnknownEncodingError.

    >>> decode("Chính phủ".encode("utf-16"), "a.txt").content
    'Chính phủ'
    """
    source = printable_name(source)
    text = _decode_unnamed(data, source) if encoding is None else _decode_as(data, source, encoding)
    if not text.content or text.content.isspace():
        return _with_warning(text, "the input holds no text")
    if encoding is not None and LAYER in encoding:
        return text
    mended = mend(text.content)
    if mended is None:
        return text
    name = LAYER.join((str(text.encoding), *mended.layers))
    what = f"{' in '.join(mended.layers[::-1])} read as Windows-1252 in {_lines(mended.lines)}"
    if encoding is not None:
        return _with_warning(text, f"what looks like {what}; --encoding {name} converts it")
    return _with_warning(replace(text, content=mended.content, encoding=name), (
        f"{what}, converted; --encoding {text.encoding} leaves it as it is"))


def _decode_unnamed(data: bytes, source: str) -> Text:
    """Decode by what the bytes tell."""
    marked = marked_encoding(data)
    if marked is None:
        refuse_binary(data, source)
    name = marked or guess_wide(data) or "utf-8"
    try:
        content = data.decode(name)
    except UnicodeDecodeError as error:
        if name == "utf-8" and not _is_damaged_utf8(data):
            return _guess_legacy(data, source) or _guess_any(data, source)
        raise _undecodable(source, name, error) from error
    return Text(content, source, name) if name in (marked, "utf-8") else _guessed(content, source, name)


def _decode_as(data: bytes, source: str, encoding: str) -> Text:
    """Decode as told."""
    encoding, *layers = encoding.split(LAYER)
    name, lossy = (encoding[:-len(REPLACE)], True) if encoding.endswith(REPLACE) else (encoding, False)
    layers = [_layer(layer, source) for layer in layers]
    charset = find_charset(name)
    if charset is not None:
        return _with_layers(Text(_decode_legacy(data, charset.name), source, charset.name), layers)
    name = _codec(name, source)
    try:
        content = data.decode(name, "replace" if lossy else "strict")
    except UnicodeError as error:
        raise _undecodable(source, name, error) from error
    text = _with_layers(Text(content.removeprefix("\ufeff"), source, name), layers)
    lost = content.count("\ufffd") if lossy else 0
    return _with_warning(text, f"{lost} places could not be decoded as {name}") if lost else text


def _codec(name: str, source: str) -> str:
    """Give the name that Python has for a text codec."""
    try:
        name = codecs.lookup(name).name
        "".encode(name)  # base64 is a codec, but none of text
    except (LookupError, ValueError) as error:
        raise _unknown(source, name) from error
    return name


def _layer(name: str, source: str) -> str:
    charset = find_charset(name)
    known = charset.name if charset else _codec(name, source)
    if known not in LAYER_NAMES:
        raise _unknown(source, name)
    return known


def _with_layers(text: Text, layers: Sequence[str]) -> Text:
    return text if not layers else replace(
        text, content=read_layers(text.content, layers), encoding=LAYER.join((str(text.encoding), *layers)))


def _guess_legacy(data: bytes, source: str) -> Text | None:
    """Decode by the Vietnamese table that makes most words Vietnamese, None where none makes enough."""
    # A sample is cut after white space, so that no two-byte letter is split.
    sample = data[:_SAMPLE].rsplit(None, 1)[0] if len(data) > _SAMPLE else data
    best, best_score = None, 0
    for name in (*CHARSET_NAMES, _LEGACY_CODEC):
        found = spelling(_decode_legacy(sample, name, "replace"))
        if found.share >= READS_WELL and found.score > best_score:
            best, best_score = name, found.score
    try:
        return _guessed(_decode_legacy(data, best), source, best) if best else None
    except UnicodeDecodeError:
        return None


def _decode_legacy(data: bytes, name: str, errors: str = "strict") -> str:
    # To characters that stand for bytes, as mojibake has them.
    return data.decode(name, errors) if name == _LEGACY_CODEC else read_layers(data.decode("latin-1"), [name])


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


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _guessed(content: str, source: str, encoding: str) -> Text:
    return Text(content, source, encoding, (
        f"the encoding was guessed to be {encoding}; if letters look wrong, use --encoding NAME",))


def _with_warning(text: Text, remark: str) -> Text:
    return replace(text, warnings=(*text.warnings, remark))
