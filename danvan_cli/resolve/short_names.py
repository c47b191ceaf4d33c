"""Short names: abbreviations that a text gives in brackets, and the later mentions that use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon.places import Places
from danvan_cli.segment import Page

# "(EVN)", "(sau đây gọi tắt là EVN)", "(viết tắt: VEC)": an abbreviation in brackets right after a name.
_DEFINED = regex.compile(
    r"\s*+\((?:(?:sau đây )?(?:gọi tắt|viết tắt)(?: là|:)? )?\"?(?P<short>\p{Lu}[\p{L}&.-]{1,14}+)\"?\)")
# No definition is longer; without an end, the pattern looks for its bracket to the end of the text.
_REACH = 80


def find_short_names(page: Page, findings: Sequence[Findings]) -> tuple[BodyMention, ...]:
    """Find the abbreviations defined in brackets after a body, there and wherever they stand alone later.

    Each is a mention with the name of the body that it stands for; text order is not kept.
    """
    defined: dict[str, tuple[int, BodyMention]] = {}
    for found in findings:
        for body in found.bodies:
            match = _DEFINED.match(page.folded.text, body.end, body.end + _REACH)
            if match and _is_abbreviation(match["short"]):
                defined.setdefault(match["short"], (match.start("short"), body))
    return tuple(_uses(findings, defined)) if defined else ()


def _is_abbreviation(short: str) -> bool:
    """Whether most letters are capitals ("Vinashin" is not taken: it may be anything) and no place is meant."""
    capitals = sum(char.isupper() for char in short)
    return capitals > 1 and capitals * 2 > len(short) and not Places().is_province(short)


def _uses(findings: Sequence[Findings], defined: dict[str, tuple[int, BodyMention]]) -> Iterator[BodyMention]:
    for found in findings:
        taken = [(body.start, body.end) for body in found.bodies]
        for token in found.sentence.tokens:
            if token.text in defined and not any(start <= token.start < end for start, end in taken):
                first, body = defined[token.text]
                if token.start >= first:
                    yield replace(body, start=token.start, end=token.end, rule="organisation.short-name")
