"""What a web page tells of itself: when it was published, by machine-readable marks alone, never by guess."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import regex
from lxml import etree

# Names of <meta> (property, name or itemprop) that mean the first publication. Sources: the Open Graph protocol,
# schema.org, Dublin Core, Parse.ly, and what Vietnamese newspapers use besides.
_PUBLISHED = frozenset((
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_time", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date"))
_OFFICE = regex.compile(r"microsoft|libreoffice|openoffice|word", regex.IGNORECASE)
_ISO = regex.compile(r"\s*+(\d{4})-(\d{2})-(\d{2})(?:[T ]|\s*+$)")
_DAY_FIRST = regex.compile(r"\s*+(\d{1,2})/(\d{1,2})/(\d{4})\b")
_VIETNAM = timezone(timedelta(hours=7))


def published(root: etree._Element) -> str | None:
    """Give the day on which the page was published, in Viet Nam, as ISO 8601 date; None where it does not tell."""
    for told in (*_json_dates(root), *_meta_dates(root)):
        day = _day(told)
        if day:
            return day
    return None


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
