"""Short names: abbreviations that a text gives in brackets, and the later mentions that use them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex
from msgspec.structs import replace

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon.places import Places
from danvan_cli.segment import Page

# "(EVN)", "(sau đây gọi tắt là EVN)", "(viết tắt: VEC)": an abbreviation in brackets right after a name.
_DEFINED = regex.compile(
    r"\s*+\((?:(?:sau đây )?(?:gọi tắt|viết tắt)(?: là|:)? )?\"?(?P<short>\p{Lu}[\p{L}&.-]{1,14}+)\"?\)")
# "Hiệp định … Việt Nam - Liên minh châu Âu (EVFTA)": what stands in brackets is not the body's.
_PAIRED = regex.compile(r"\p{L} - \Z")
_PAIR = 4
# No definition is longer; without an end, the pattern looks for its bracket to the end of the text.
_REACH = 80

_Defined = Mapping[str, BodyMention]


def defined_names(page: Page, findings: Sequence[Findings]) -> _Defined:
    """Give the bodies for which the text defines an abbreviation in brackets after them, by abbreviation.

    Each stands at the offsets of the abbreviation there.
    """
    defined: dict[str, BodyMention] = {}
    for found in findings:
        for body in found.bodies:
            match = _DEFINED.match(page.folded.text, body.end, body.end + _REACH)
            paired = _PAIRED.search(page.folded.text, max(0, body.start - _PAIR), body.start)
            if match and not paired and _is_abbreviation(match["short"]):
                defined.setdefault(match["short"], replace(
                    body, start=match.start("short"), end=match.end("short"), rule="organisation.short-name"))
    return defined


def find_short_names(findings: Sequence[Findings], defined: _Defined) -> Iterator[BodyMention]:
    """Find the defined abbreviations where they are given and where they stand alone later, sentence by sentence."""
    for found in findings if defined else ():
        taken = [(body.start, body.end) for body in found.bodies]
        for token in found.sentence.tokens:
            body = defined.get(token.text)
            if body and token.start >= body.start and not any(start <= token.start < end for start, end in taken):
                yield replace(body, start=token.start, end=token.end)


def spell_out(body: BodyMention, defined: _Defined) -> BodyMention:
    """Give a body that is named by a defined abbreviation, alone or after its head ("Công ty TISCO"), the full name."""
    head, _, short = body.name.rpartition(" ")
    full = defined.get(short)
    if full is None or full.kind != body.kind:
        return body
    # A listed abbreviation ("EVN") means the same before it is given, but not a listed name's ("Liên Hợp Quốc (FAO)").
    meant = full.name != full.head if body.name == body.head else head == body.head and body.start >= full.start
    if not meant:
        return body
    return replace(full, start=body.start, end=body.end, rule=body.rule)


def _is_abbreviation(short: str) -> bool:
    """Whether most letters are capitals ("Vinashin" is not taken: it may be anything) and no place is meant."""
    capitals = sum(char.isupper() for char in short)
    return capitals > 1 and capitals * 2 > len(short) and not Places().is_province(short)
