"""What a web page tells of itself: when it was published, who wrote it, and which site it is of."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any

import regex
from lxml import etree

from danvan_cli.lexicon.entry import load_entries
from danvan_cli.read.html.pieces import text_of
from danvan_cli.text.fold import fold_key

# Names of <meta> (property, name or itemprop) that mean the first publication. Sources: the Open Graph protocol,
# schema.org, Dublin Core, Parse.ly, and what Vietnamese newspapers use besides.
_PUBLISHED = frozenset((
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_time", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date"))
_AUTHORS = frozenset(("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"))
_TITLES = frozenset(("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "headline"))
_OFFICE = regex.compile(r"microsoft|libreoffice|openoffice|word", regex.IGNORECASE)
_ISO = regex.compile(r"\s*+(\d{4})-(\d{2})-(\d{2})(?:[T ]|\s*+$)")
_DAY_FIRST = regex.compile(r"\s*+(\d{1,2})/(\d{1,2})/(\d{4})\b")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’.-]*+(?:\s\p{Lu}[\p{L}\p{M}'’.-]*+){1,4}")
_INITIALS = regex.compile(r"\p{Lu}{1,2}(?:\.\s?\p{Lu}\p{L}*+){1,3}\.?")  # "N.A", "H.T. Dũng"
_TITLE_PARTS = regex.compile(r"\s[-–—|>»]\s")
_SMALL = regex.compile(r"\P{Lu}*+\p{Lu}?\P{Lu}*+")  # "Báo chí đồng hành" is no newspaper
_VIETNAM = timezone(timedelta(hours=7))
# What programs write for a day that they do not know: the zero of .NET, of spreadsheets and of Unix.
_NO_DAYS = frozenset(("0001-01-01", "1900-01-01", "1970-01-01"))


def published(root: etree._Element) -> str | None:
    """Give the day on which the page was published, in Viet Nam, as ISO 8601 date; None where it does not tell."""
    for told in (*_json_dates(root), *_meta_dates(root)):
        day = _day(told)
        if day and day not in _NO_DAYS:
            return day
    return None


def author(root: etree._Element, found: str | None) -> str | None:
    """Give the authors that a page tells, or that trafilatura found, where they are the names of somebody.

    They are also given as the words of a by-line ("Bài; Ảnh Thu Hà"), the paper, and whoever runs the site ("admin").
    trafilatura leaves the stops of initials out.
    """
    for told in (_json_authors(root), _meta_authors(root), (found or "").split(";")):
        names = [" ".join(name.split()) for name in told]
        believed = list(dict.fromkeys(name for name in names if _is_name(name)))
        if believed:
            return "; ".join(believed)
    return None


def _is_name(name: str) -> bool:
    is_name = _NAME.fullmatch(name) and any(len(word) > 1 for word in name.split())
    return bool(is_name or _INITIALS.fullmatch(name)) and not opens_credit(name)


def believed_title(root: etree._Element, title: str | None, lines: Container[str]) -> str | None:
    """Give the title that trafilatura found where the page tells it as that of the article, or shows it.

    Portals call all their pages by their own name.
    """
    if title is None or title in lines:
        return title
    told = (meta.get("content", "") for meta in root.iter("meta") if _names(meta) & _TITLES)
    return title if any(" ".join(one.split()).startswith(title) for one in told) else None


def site(root: etree._Element, found: str | None) -> str | None:
    """Give the name of the site, by what trafilatura found or by the title of the page."""
    is_name = found and not _notice().match(fold_key(found))
    return found if is_name else _site_in_title(root)


def opens_credit(line: str) -> bool:
    """Whether a line begins with a word of credits or with that of a newspaper."""
    return bool(_label().match(fold_key(line)))


def _site_in_title(root: etree._Element) -> str | None:
    """Give the newspaper or portal that the title of a page ends or begins with: "Tin trong tỉnh - Báo Hậu Giang"."""
    parts = _TITLE_PARTS.split(" ".join(root.findtext(".//head/title", "").split()))
    sites = (part for part in (parts[-1], parts[0]) if _press().match(fold_key(part))
             and not _SMALL.fullmatch(part))
    return next(sites, None) if len(parts) > 1 else None


@cache
def _label() -> regex.Pattern[str]:
    return _any_word_of("label", "photo", "press", "source")


@cache
def _notice() -> regex.Pattern[str]:
    """Give the words that begin a notice of copyright, which some pages tell in place of their name."""
    forms = (form for entry in load_entries("furniture") if entry.get("match") == "start" for form in entry.forms)
    return regex.compile("|".join(regex.escape(fold_key(form)) for form in forms))


@cache
def _press() -> regex.Pattern[str]:
    return _any_word_of("press")


def _any_word_of(*roles: str) -> regex.Pattern[str]:
    forms = (form for entry in load_entries("credits") if entry.get("role") in roles for form in entry.forms)
    return regex.compile(rf"(?:{'|'.join(regex.escape(fold_key(form)) for form in forms)})(?!\w)")


def is_of_office(root: etree._Element) -> bool:
    """Whether an office program wrote the page: its title and author are then those of a document's properties."""
    return any(_OFFICE.search(meta.get("content", "")) for meta in root.iter("meta")
               if meta.get("name", "").lower() in ("generator", "progid"))


def _names(node: etree._Element) -> set[str]:
    return {node.get(key, "").lower() for key in ("property", "name", "itemprop")}


def _meta_dates(root: etree._Element) -> Iterator[str]:
    for node in root.iter(etree.Element):
        is_named = (node.tag == "meta" or node.get("itemprop")) and _names(node) & _PUBLISHED
        if is_named or (node.tag == "time" and node.get("pubdate") is not None):
            yield node.get("content") or node.get("datetime") or node.text or ""


def _meta_authors(root: etree._Element) -> list[str]:
    metas = [meta.get("content", "") for meta in root.iter("meta") if _names(meta) & _AUTHORS]
    shown = [text_of(node) for node in root.iterfind(".//*[@itemprop='author']") if node.tag != "meta"]
    return [name for told in (*metas, *shown) for name in told.split(";")]


def _json_authors(root: etree._Element) -> list[str]:
    names = []
    for value in _json_values(root):
        told = value.get("author")
        for one in told if isinstance(told, list) else [told]:
            name = one.get("name") if isinstance(one, dict) else one
            names += [name] if isinstance(name, str) else []
    return names


def _json_dates(root: etree._Element) -> Iterator[str]:
    return (str(value.get("datePublished") or "") for value in _json_values(root))


def _json_values(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Give the objects of the page's JSON-LD that may be its article."""
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                values = deque([json.loads(script.text or "")])
            except (ValueError, RecursionError):
                continue
            while values:
                value = values.popleft()
                if isinstance(value, dict):
                    yield value
                    values += (value.get("@graph"), value.get("mainEntity"))
                elif isinstance(value, list):
                    values += value


def _day(text: str) -> str | None:
    iso, local = _ISO.match(text), _DAY_FIRST.match(text)
    try:
        if iso:
            moment = text.strip().replace("Z", "+00:00")
            return _local_day(moment) or date(*map(int, iso.groups())).isoformat()
        if local:
            return date(*map(int, local.groups()[::-1])).isoformat()
    except ValueError:
        pass
    return None


def _local_day(moment: str) -> str | None:
    try:
        told = datetime.fromisoformat(moment)
        return (told.astimezone(_VIETNAM) if told.tzinfo else told).date().isoformat()
    except (ValueError, OverflowError):  # no moment, or one on the first or last day of all
        return None
