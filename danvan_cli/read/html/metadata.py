"""What a web page tells of itself: when it was published, who wrote it, and which site it is of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache

import regex
from lxml import etree

from danvan_cli.lexicon.entry import load_entries
from danvan_cli.text.fold import fold_string, lower

# Names of <meta> (property, name or itemprop) that mean the first publication. Sources: the Open Graph protocol,
# schema.org, Dublin Core, Parse.ly, and what Vietnamese newspapers use besides.
_PUBLISHED = frozenset((
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_time", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date"))
_OFFICE = regex.compile(r"microsoft|libreoffice|openoffice|word", regex.IGNORECASE)
_ISO = regex.compile(r"\s*+(\d{4})-(\d{2})-(\d{2})(?:[T ]|\s*+$)")
_DAY_FIRST = regex.compile(r"\s*+(\d{1,2})/(\d{1,2})/(\d{4})\b")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’.-]*+(?:\s\p{Lu}[\p{L}\p{M}'’.-]*+){1,4}")
_TITLE_PARTS = regex.compile(r"\s[-–—|]\s")
_SMALL = regex.compile(r"\P{Lu}*+\p{Lu}?\P{Lu}*+")  # "Báo chí đồng hành" is no newspaper
_VIETNAM = timezone(timedelta(hours=7))


def published(root: etree._Element) -> str | None:
    """Give the day on which the page was published, in Viet Nam, as ISO 8601 date; None where it does not tell."""
    for told in (*_json_dates(root), *_meta_dates(root)):
        day = _day(told)
        if day:
            return day
    return None


def believed_author(told: str | None) -> str | None:
    """Give the author that trafilatura found where it is the name of somebody.

    It also takes the words of a by-line ("Bài; Ảnh Thu Hà"), the paper, and whoever runs the site ("admin").
    """
    names = [name.strip() for name in (told or "").split(";")]
    believed = all(_NAME.fullmatch(name) and not _label().match(lower(fold_string(name))) for name in names)
    return told if believed else None


def site_in_title(root: etree._Element) -> str | None:
    """Give the newspaper or portal that the title of a page ends with: "Tin trong tỉnh - Báo Hậu Giang"."""
    title = " ".join(root.findtext(".//head/title", "").split())
    tail = _TITLE_PARTS.split(title)[-1]
    return tail if tail != title and _press().match(lower(fold_string(tail))) and not _SMALL.fullmatch(tail) else None


@cache
def _label() -> regex.Pattern[str]:
    return _any_word_of("label", "photo", "press", "source")


@cache
def _press() -> regex.Pattern[str]:
    return _any_word_of("press")


def _any_word_of(*roles: str) -> regex.Pattern[str]:
    forms = (form for entry in load_entries("credits") if entry.get("role") in roles for form in entry.forms)
    return regex.compile(rf"(?:{'|'.join(regex.escape(lower(fold_string(form))) for form in forms)})(?!\w)")


def is_of_office(root: etree._Element) -> bool:
    """Whether an office program wrote the page: its title and author are then those of a document's properties."""
    return any(_OFFICE.search(meta.get("content", "")) for meta in root.iter("meta")
               if meta.get("name", "").lower() in ("generator", "progid"))


def _meta_dates(root: etree._Element) -> Iterator[str]:
    for node in root.iter("meta", "time"):
        names = {node.get(key, "").lower() for key in ("property", "name", "itemprop")}
        if names & _PUBLISHED or (node.tag == "time" and node.get("pubdate") is not None):
            yield node.get("content") or node.get("datetime") or ""


def _json_dates(root: etree._Element) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                values = [json.loads(script.text or "")]
            except (ValueError, RecursionError):
                continue
            while values:
                value = values.pop(0)
                if isinstance(value, dict):
                    yield str(value.get("datePublished") or "")
                    values += [value.get("@graph"), value.get("mainEntity")]
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
    except ValueError:
        return None
    return told.astimezone(_VIETNAM).date().isoformat() if told.tzinfo else told.date().isoformat()
