"""UTF-16 and UTF-32: by their byte order mark, or without one by what they decode to."""

from __future__ import annotations

import codecs

from danvan_cli.text.pattern import lazy_pattern

# The four-byte marks first: the mark of UTF-32 LE begins with the one of UTF-16 LE.
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNMARKED = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_UNIT = 4
_SAMPLE = 4096
# What Vietnamese text is written with: ASCII, Latin letters, combining marks, punctuation, currency signs.
_USUAL = lazy_pattern(r"[\t\n\r -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u203a\u20ab\u20ac\ufeff]")
_USUAL_SHARE = 0.9


def marked_encoding(data: bytes) -> str | None:
    """Give the Unicode encoding that a byte order mark at the beginning of `data` tells, or None."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def guess_wide(data: bytes) -> str | None:
    """Give the UTF-16 or UTF-32 encoding of `data`, None where it is neither.

    Without a byte order mark, `data` must hold NUL bytes and read as Latin script.
    """
    marked = marked_encoding(data)
    if marked is not None:
        return marked if marked != "utf-8-sig" else None
    if b"\x00" not in data[:_SAMPLE]:
        return None
    sample = data[:min(_SAMPLE, len(data)) // _UNIT * _UNIT] or data
    for name in _UNMARKED:
        text = sample.decode(name, "ignore")
        if text and len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text):
            return name
    return None
