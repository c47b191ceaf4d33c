"""The letter ư of TCVN3, which a PDF file has as a hyphen: both have the number AD in Windows-1252."""

from __future__ import annotations

import regex

from danvan_cli.read.mojibake import mend

# A hyphen inside or at the end of a word in small letters, which in TCVN3 may be signs too.
_HYPHEN = regex.compile(r"(?<=[\p{Ll}®¬])-(?=[\p{Ll}¬]|\s|$)")
_STRANGE = regex.compile(r"[^\x00-\x7f]")


def with_horns(text: str) -> str:
    r"""Give a text of TCVN3 letters with ư where hyphens stand for it; any other text as it is.

    >>> with_horns("Nhµ n-íc ®-îc biÕt").encode("ascii", "backslashreplace").decode()
    'Nh\\xb5 n\\xad\\xedc \\xae\\xad\\xeec bi\\xd5t'
    >>> with_horns("Thừa Thiên-huế")
    'Thừa Thiên-huế'
    """
    if not (_STRANGE.search(text) and _HYPHEN.search(text)):
        return text
    restored = _HYPHEN.sub("\xad", text)
    mended = mend(restored)
    return restored if mended is not None and mended.layers == ("tcvn3",) else text
