"""Datelines: the organ that opens a report: "(Chinhphu.vn) - Ngày 6/1 …", "TTXVN 9/7 - …", "QTO - …"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.credits import credit_words


class Dateline(NamedTuple):
    """The organ at `start:end` of the folded text; `dashed` tells that a dash follows, as it does in no sentence."""

    start: int
    end: int
    dashed: bool


def read_dateline(text: str, start: int, end: int, lexicon: Lexicon) -> Dateline | None:
    """Read the organ that the line `start:end` of a folded text opens with, None where there is none."""
    found = _pattern(lexicon).match(text, start, end)
    return Dateline(*found.span("organ"), found.group().endswith("- ")) if found else None


@cache
def _pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    agency = credit_words(lexicon)["agency"]
    organ = rf"(?:[\p{{L}}\d-]++\.){{1,3}}(?i:vn|com|net|org)|{agency}(?:/{agency})?"
    day = r"(?:,?\s\d{1,2}/\d{1,2}(?:/\d{4})?)?"
    # Online papers sign with capitals that end in O: "QTO", "TPO", "BGĐTO". In brackets any capitals are an organ's.
    return regex.compile(
        rf"(?|\((?P<organ>{organ}|\p{{Lu}}{{2,6}})\){day}(?:,?\s?-\s|\s(?=\p{{Lu}}))"
        rf"|(?P<organ>{organ}|\p{{Lu}}{{1,5}}O){day},?\s?-\s)")
