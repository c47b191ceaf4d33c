"""The context of a document: its title, date and place, which fill in what its sentences leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

import regex

from danvan_cli.document import Place
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import PlaceMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.lexicon.places import Places, Unit
from danvan_cli.resolve import calendar
from danvan_cli.segment import Page, Paragraph
from danvan_cli.text.fold import fold_string, lower

HEAD = 14
"""How many paragraphs may stand before and in the heading of a document."""
LONGEST_TITLE = 300
"""Code points of a line that may still be a title."""

LEADING, LEADING_COMMUNE = 5, 16
"""The least weight of the place of a document, and that of a commune, which most articles only pass through."""

NATIONAL = 4
"""How many central bodies in the opening make a document national."""

_STAMP_DAY = regex.compile(r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?!\d)")
_STAMP_TIME = regex.compile(r"\d{1,2}\s?[:hg]\s?\d{2}")
_ISSUED = regex.compile(r"\p{Lu}[^,]{1,40},\s*+ngày\s++(?P<day>\d{1,2}\s++tháng\s++\d{1,2}\s++năm\s++\d{4})")
# Readings whose year lies ahead or far back, and so does not tell the year of an event beside it.
_PLANS = frozenset({"years", "until_year", "since_year"})
_LEVELS = ("province", "district", "commune")
_STOPPED = regex.compile(r"[.;:,]\W*$")


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole document is about.

    `title` is as written; `date` ISO 8601: the day of publication or issue, else that of the reported event;
    `unit` the place whose bodies the document speaks of, None where it is national or unclear; `title_span` is where
    the title stands in the folded text.
    """

    title: str | None
    date: str | None
    unit: Unit | None
    title_span: tuple[int, int] | None

    @property
    def place(self) -> Place | None:
        """The place as it is written down."""
        if not self.unit:
            return None
        now = self.unit.now if self.unit.now != self.unit.full_name else None
        return Place(self.unit.full_name, self.unit.level, now)

    @property
    def year(self) -> int | None:
        """The year that the document speaks in."""
        return int(self.date[:4]) if self.date else None


def resolve_context(page: Page, findings: Sequence[Findings], lexicon: Lexicon) -> Context:
    """Tell title, date and place of a document."""
    title = _title(page, lexicon)
    return Context(
        _squeeze(page.quote(*title).text) if title else None,
        _date(page, title, findings, lexicon),
        _unit(page, title, findings),
        title)


# ------------------------------------------------------------------------------------------------ title


def _title(page: Page, lexicon: Lexicon) -> tuple[int, int] | None:
    """Give the folded span of the title: a heading of an official document, or the first line of an article."""
    head = page.paragraphs[:HEAD]
    heading = _heading(page, head, lexicon)
    if heading:
        return heading
    for number, paragraph in enumerate(head):
        if paragraph.kind == "furniture" or _is_stamp(page, paragraph, lexicon) or _is_label(page, paragraph, lexicon):
            continue
        alone = number + 1 == len(page.paragraphs)
        stopped = _STOPPED.search(_text(page, paragraph)[-4:])
        if alone or stopped or paragraph.end - paragraph.start > LONGEST_TITLE:
            return None
        return paragraph.start, paragraph.end
    return None


def _heading(page: Page, head: Sequence[Paragraph], lexicon: Lexicon) -> tuple[int, int] | None:
    """Give the type of an official document in capitals with the line below it ("BÁO CÁO / kết quả công tác …")."""
    for paragraph, following in zip_longest(head, head[1:]):
        text = _text(page, paragraph)
        first = text.split("\n", 1)[0].strip(" *:")
        if first.isupper() and lower(first) in _headings(lexicon):
            end = paragraph.end if "\n" in text or not following else following.end
            return paragraph.start, end if end - paragraph.start <= LONGEST_TITLE else paragraph.end
        if len(text) > LONGEST_TITLE:
            return None
    return None


@cache
def _headings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lower(fold_string(form)) for entry in lexicon.entries("document_types")
                     if entry.get("heading") for form in entry.forms)


def _is_label(page: Page, paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a line is a section label or has no words at all ("*", "-----", "A A")."""
    line = _line(page, paragraph)
    return line.strip(" .:*-|") in lexicon.words("section_labels") or not regex.search(r"\p{L}{2}", line)


# ------------------------------------------------------------------------------------------------- date


def _date(page: Page, title: tuple[int, int] | None, findings: Sequence[Findings], lexicon: Lexicon) -> str | None:
    """Give the day of publication or issue, else of the event that the first paragraphs report."""
    for paragraph in page.paragraphs[:HEAD]:
        text = _text(page, paragraph)
        issued = _ISSUED.fullmatch(text.strip())
        if issued:
            return _iso(issued["day"])
        if _is_stamp(page, paragraph, lexicon):
            # A day without a time above the title is today's, printed by the page around an old article.
            banner = paragraph is page.paragraphs[0] and not _STAMP_TIME.search(text)
            found = _STAMP_DAY.search(text)
            if found and not (banner and title and paragraph.end <= title[0]):
                return _iso(found.group().replace(".", "/"))
    near = _start_of(page, 3)
    return _event_date([found for found in findings if found.paragraph.start <= near])


def _event_date(findings: Sequence[Findings]) -> str | None:
    for found in findings:
        for period in found.periods:
            if period.reading == "day":
                years = [year for other in findings if other.paragraph is found.paragraph
                         for mention in other.periods
                         if mention.reading not in _PLANS and (year := calendar.year_of(mention))]
                own = calendar.year_of(period)
                return _iso(dict(period.values)["d"], own or max(years, default=None))
    return None


def _is_stamp(page: Page, paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a line holds a date, perhaps a time, and nothing but the words of such lines."""
    words = lexicon.words("stamp_words")
    return bool(_STAMP_DAY.search(_text(page, paragraph))) and all(
        token.kind != "word" or token.lower in words or len(token.text) == 1
        for sentence in paragraph.sentences for token in sentence.tokens)


def _iso(wording: str, year: int | None = None) -> str | None:
    found = calendar.day(wording, year)
    return found.isoformat() if found else None


# ------------------------------------------------------------------------------------------------ place


def _unit(page: Page, title: tuple[int, int] | None, findings: Sequence[Findings]) -> Unit | None:
    """Give the unit that the document is about: the one that weighs most, named early and in its bodies.

    A unit named in the title weighs most; then one that names a body ("Tỉnh ủy Hậu Giang"), then any in the
    first paragraphs. Each mention of a unit also lends a little weight to the province that it lies in. What is
    named only further on is not the place, nor is a unit without the title's word where central bodies act.
    """
    weights: Counter[Unit] = Counter()
    named: set[Unit] = set()
    opening = _start_of(page, 4)
    national = _is_national([found for found in findings if found.paragraph.start <= opening])
    for found in findings:
        near = 3 if found.paragraph.start <= opening else 1
        for mention in found.places:
            unit = highest_unit(mention)
            if unit is None:
                continue
            in_title = title and title[0] <= mention.start < title[1]
            in_body = any(body.start <= mention.start < body.end for body in found.bodies)
            weights[unit] += (8 if in_title else near) + (2 * near if in_body else 0)
            if in_title or (near > 1 and not national):
                named.add(unit)
    place = _heaviest(weights)
    return place if place in named else None


def _is_national(findings: Sequence[Findings]) -> bool:
    """Whether the bodies of the opening are mostly central ones, and several."""
    levels = Counter(body.level for found in findings for body in found.bodies)
    return levels["central"] >= NATIONAL and levels["central"] > levels.total() / 2


def highest_unit(mention: PlaceMention) -> Unit | None:
    """Give the unit that a mention names: the one of the highest level, None where several are equals.

    A district and the ward that took its name in 2025 are told apart so; many communes share one name.
    """
    units = Places().lookup(mention.name, type=mention.type, communes=mention.type is not None)
    level = min((_LEVELS.index(unit.level) for unit in units), default=0)
    top = [unit for unit in units if unit.level == _LEVELS[level]]
    return top[0] if len(top) == 1 else None


def _heaviest(weights: Counter[Unit]) -> Unit | None:
    """Give the unit of the largest weight if it clearly leads; a province is led by its own districts' weight too."""
    totals = Counter(weights)
    for unit, weight in weights.items():
        for other in weights:
            if other.full_name in unit.parents:
                totals[other] += weight // 3
    ranked = [item for item in totals.most_common() if item[0].level != "commune" or item[1] >= LEADING_COMMUNE][:2]
    if not ranked or ranked[0][1] < LEADING:
        return None
    (first, weight), second = ranked[0], ranked[1:]
    if second and weight < 1.5 * second[0][1] and not _related(first, second[0][0]):
        return None
    return first


def _related(unit: Unit, other: Unit) -> bool:
    return unit.full_name in other.parents or other.full_name in unit.parents


def _start_of(page: Page, number: int) -> int:
    """Give where paragraph `number` starts, furniture not counted, or the last one if there are fewer."""
    starts = [paragraph.start for paragraph in page.paragraphs if paragraph.kind == "body"]
    return starts[min(number, len(starts) - 1)] if starts else 0


def _text(page: Page, paragraph: Paragraph) -> str:
    return page.text(paragraph.start, paragraph.end)


def _line(page: Page, paragraph: Paragraph) -> str:
    return page.folded.lower[paragraph.start:paragraph.end].strip()


def _squeeze(text: str) -> str:
    return " ".join(text.split())
