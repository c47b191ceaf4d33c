"""Credits: the lines and ends of lines that say who wrote a text, who made a picture and where both are from."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from danvan_cli.lexicon import Lexicon
from danvan_cli.lexicon.places import Places
from danvan_cli.lexicon.word_classes import load_word_classes
from danvan_cli.text.fold import fold_key, lower
from danvan_cli.text.pattern import lazy_pattern
from danvan_cli.text.tokens import tokenise

LONGEST, LONGEST_NAMES = 120, 60
"""Code points of the longest line that only gives credit, and of one without a colon or a bracket."""
REACH = 100
"""Code points from the end of a paragraph in which the credit of a picture stands."""
_CREDIT_WORDS = 4
"""Words of the longest name that is believed without a look at its words."""
_SHORT = 40
"""Code points of the longest paragraph that may be a picture's credit without a colon or a dash."""

_NAME = r"\p{Lu}[\p{L}\p{M}'.]*+(?:\s\p{Lu}[\p{L}\p{M}'.]*+){0,4}"
_NAMES = rf"{_NAME}(?:\s?[-,&/+;]\s?{_NAME}){{0,5}}"
_DOMAIN = r"(?:www\.)?(?:[\p{L}\d-]++\.)+(?:vn|com|net|org|info)(?:\.vn)?"
_JOINED = lazy_pattern(r"\s?[-,&/+;]\s?")
_CAPITAL = lazy_pattern(r"\p{Lu}[\p{L}\p{M}']*+")


class Credit(NamedTuple):
    """A credit at `start:end` of the folded text, given to `who_start:who_end`.

    `kind` is byline, source or credit (of a picture). `sure` tells that its wording alone says so, not only where it
    stands.
    """

    kind: str
    start: int
    end: int
    who_start: int
    who_end: int
    sure: bool


class _Patterns(NamedTuple):
    byline: regex.Pattern[str]
    source: regex.Pattern[str]
    picture: regex.Pattern[str]
    caption: regex.Pattern[str]
    press: regex.Pattern[str]


def read_credit(text: str, start: int, end: int, lexicon: Lexicon) -> Credit | None:
    """Read the line `start:end` of a folded text as a by-line or a source line, None where it is neither."""
    if end - start > LONGEST or (
            end - start > LONGEST_NAMES and text.find(":", start, end) < 0 and text.find("(", start, end) < 0):
        return None
    patterns = _patterns(lexicon)
    found = patterns.source.fullmatch(text, start, end)
    if found:
        who = found.span("name" if found["name"] else "press")
        organ = text[slice(*who)]
        press = patterns.press.match(organ)
        if found["name"]:  # "Theo TTXVN" is one, "Theo ông An, chưa có gì chắc chắn." is not
            is_organ = press is not None or _is_organ(organ, lexicon)
        else:  # "Báo Nhân Dân" is one, "Báo Nhân Dân sẽ tiếp tục thông tin" is not
            is_organ = press is not None and (
                found["open"] is not None or all(map(str.istitle, organ[press.end():].split())))
        if is_organ:
            sure = bool(found["domain"] or ":" in text[start:who[0]] or found["open"])
            return Credit("source", start, end, *who, sure)
    found = patterns.byline.fullmatch(text, start, end)
    if not found:
        return None
    sure = any(found[part] for part in ("label", "group", "work", "origin"))
    who = found.span("group") if found["group"] else found.span("who")
    if not sure and not found["before"] and not _are_names(text[slice(*who)], found["body"], lexicon):
        return None
    return Credit("byline", start, end, *who, sure)


def read_picture_credit(text: str, start: int, end: int, lexicon: Lexicon) -> Credit | None:
    """Read the credit of a picture at the end of the paragraph `start:end`: "…. Ảnh: Mai Hương", "(Ảnh: TTXVN)"."""
    near = max(start, end - REACH)
    if text.find(":", near, end) < 0 and text.find("- ", near, end) < 0 and end - start > _SHORT:
        return None
    found = _patterns(lexicon).picture.search(text, near, end)
    if not found:
        return None
    alone = not text[start:found.start()].strip()
    who = text[slice(*found.span("who"))]
    if alone and not found["open"] and len(who.split()) > _CREDIT_WORDS and not regex.fullmatch(_NAMES, who):
        return None
    return Credit("credit", found.start(), end, *found.span("who"), True)


def opens_caption(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line says itself that it is a caption: "Ảnh 1: …", "Video: …", "Trong ảnh: …"."""
    return bool(_patterns(lexicon).caption.match(text, start, end))


def names_in(who: str) -> list[str]:
    """Give the single names of a list of authors."""
    return [name for name in _JOINED.split(who) if name.strip()]


def _are_names(who: str, body: str | None, lexicon: Lexicon) -> bool:
    """Whether a line without any word of credit may be the names of authors: "Mai Hương", "NGỌC MINH - THU HÀ"."""
    if body is not None and not _is_body(body, lexicon):
        return False
    names = names_in(who)
    for name in names:
        words = name.split()
        if not 2 <= len(words) <= 4 or not all(_CAPITAL.fullmatch(word) for word in words):
            return False
        # "Anh Ngọc" writes, "Ông Lê Văn An" is written about.
        if len(words) > 2 and (lower(words[0]) in lexicon.words("honorifics") or _is_body(name, lexicon)):
            return False
        if Places().is_province(name):
            return False
        # "KẾT LUẬN" is a heading, "MỸ LINH" a name: no common word is one.
        if name.isupper() and load_word_classes().longest([lower(word) for word in words], 0) == len(words):
            return False
    return bool(names)


def _is_organ(wording: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind "Theo" may be the name of an organ: it is short, or all of it is one body's."""
    if ", " in wording:
        return False
    return len(wording.split()) <= _CREDIT_WORDS or (
        len(wording) <= LONGEST_NAMES and wording[-1] not in ".…" and _is_body(wording, lexicon))


def _is_body(wording: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a name begins like a body, not like an office: "Nguyễn Huyền-Ban Dân vận Huyện ủy"."""
    tokens = tokenise(wording)
    return bool(lexicon.gazetteer("organisation_heads").match(tokens, 0)
                and not lexicon.gazetteer("titles").match(tokens, 0))


def credit_words(lexicon: Lexicon) -> dict[str, str]:
    """Give for each role of the credits of a lexicon the pattern of its wordings, the longest first."""
    words: dict[str, list[str]] = {}
    for entry in lexicon.entries("credits"):
        for form in entry.forms:
            words.setdefault(entry.get("role"), []).append(regex.escape(fold_key(form)))
    return {role: "(?i:" + "|".join(sorted(forms, key=len, reverse=True)) + ")" for role, forms in words.items()}


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    any_of = credit_words(lexicon)
    label = f"(?:{any_of['label']}|{any_of['photo']})"
    joined = rf"\s?(?:[-,&/+]|{any_of['and']})\s?"
    return _Patterns(
        byline=lazy_pattern(
            rf"[-(*]?\s?(?:(?P<label>{label}(?:{joined}{label}){{0,3}})\s?:\s?|(?P<before>{any_of['before']})\s?:?\s)?"
            rf"(?:(?P<group>{any_of['group']}(?:\s\p{{Lu}}[^.:;]{{1,40}})?)|(?P<who>{_NAMES}))"
            rf"(?P<work>\s?[-(]?\s?{any_of['work']}\)?)?"
            rf"(?P<origin>\s?[-(]\s?{any_of['source']}\s[^()]{{1,60}}\)?)?"
            rf"(?:\s?-\s?(?P<body>\p{{Lu}}[^.:;()]{{2,60}}))?\)?\s?\.?"),
        source=lazy_pattern(
            rf"[-*]?\s?(?P<open>\(\s?)?(?:{any_of['source']}\s?:?\s(?P<name>(?P<domain>{_DOMAIN})|(?:[\p{{Lu}}\d]|{any_of['press']}\s\p{{Lu}})[^:;()?!]{{1,80}}?)"
            rf"|(?P<press>(?P<domain>{_DOMAIN})|{any_of['press']}(?![\p{{L}}\p{{M}}])[^.:;()?!]{{0,50}}?)(?:,[^()]{{1,50}})?)"
            r"\s?\)?\s?\.?"),
        picture=lazy_pattern(
            rf"(?<![\p{{L}}\p{{M}}])(?:(?P<open>\()\s?{any_of['photo']}|(?:-\s?)?(?=\p{{Lu}}){any_of['photo']})"
            rf"\s?:\s?(?P<who>[^():;]{{1,80}}?)\s?\)?\s?\.?$"
            # "Ảnh TỰ TRUNG"
            rf"|(?:-\s?|(?<=(?:^|\n|[.!?]\s)\s?))(?=\p{{Lu}}){any_of['photo']}\s(?P<who>{_NAMES})\s?\.?$"),
        caption=lazy_pattern(rf"(?:\p{{L}}{{2,6}}\s)?{any_of['photo']}(?:\s\d+)?(?:\s?\([^()]{{1,40}}\))?\s?:\s"),
        press=lazy_pattern(rf"{_DOMAIN}|{any_of['press']}(?![\p{{L}}\p{{M}}])"),
    )
