"""Labels: what the rows of a table are about, and whose row is a part of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention, PlaceMention
from danvan_cli.find.tables.units import TableUnit, read_table_unit
from danvan_cli.find.tables.vocabulary import TableWords
from danvan_cli.segment import Page
from danvan_cli.segment.rows import Cell
from danvan_cli.text.pattern import lazy_pattern

_BULLETS = ("-", "+", "*", "•")
_BULLET = lazy_pattern(r"[-+*•]\s?(?=\p{L})")
_NUMBER = lazy_pattern(r"\(?(?:\d{1,2}(?P<deep>(?:\.\d{1,2})++)?|[IVXLC]+|\p{L})[.)]\s?(?=\p{L})"
                        r"|\d{1,2}(?P<deep>(?:\.\d{1,2})++)\s(?=\p{L})")
UNIT_BRACKET = lazy_pattern(r"\s?\((?P<inner>[^()]*+)\)\s*+$")
_NAME = lazy_pattern(r"\p{Lu}[\p{L}\p{M}']*+(?:[\s-]+(?:\p{Lu}[\p{L}\p{M}']*+|\d{1,2}))*+")


class Label(Struct, frozen=True):
    """The label of a row at `start:end`, without number, bullet and unit; `parent` is that of the row it is a part of.

    `body` or `place` is what the whole label names; `unit` stands in brackets behind it.
    """

    start: int
    end: int
    parent: Label | None
    unit: TableUnit | None
    body: BodyMention | None
    place: PlaceMention | None
    is_total: bool

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The spans of the label and of those it is a part of, the most general first."""
        own = (self.start, self.end)
        return (own,) if self.parent is None else ((self.parent.start, self.parent.end), own)


def read_labels(
    page: Page, rows: Sequence[tuple[Cell | None, Cell]], findings: Mapping[int, Findings], heading: str,
    words: TableWords,
) -> list[Label | None]:
    """Read the labels of rows, given as the cells of number and label; `findings` are those of cells by their start."""
    labels: list[Label | None] = []
    whole: Label | None = None
    parts = False
    for number, cell in rows:
        if cell.start == cell.end:
            labels.append(None)
            continue
        start, is_part = _opening(page, cell, words)
        numbered = page.text(*number) if number else ""
        is_part = is_part or numbered in _BULLETS or "." in numbered.strip(".")
        is_part = is_part or (parts and not numbered)
        label = _label(page, cell, start, whole if is_part else None, findings, heading, words)
        if not is_part:
            whole = label
        # What follows "Trong đó:" is a part without a mark of its own.
        parts = bool(words.part.fullmatch(page.folded.lower, *cell)) or (parts and is_part)
        labels.append(label)
    return labels


def _opening(page: Page, cell: Cell, words: TableWords) -> tuple[int, bool]:
    """Give where the wording of a label starts, and whether what stands before it makes it a part."""
    found = words.part.match(page.folded.lower, *cell)
    if found and found.end() < cell.end:
        return found.end(), True
    found = _BULLET.match(page.folded.text, *cell)
    if found:
        return found.end(), True
    found = _NUMBER.match(page.folded.text, *cell)
    return (found.end(), bool(found["deep"])) if found else (cell.start, False)


def _label(
    page: Page, cell: Cell, start: int, parent: Label | None, findings: Mapping[int, Findings], heading: str,
    words: TableWords,
) -> Label:
    end, unit = cell.end, None
    bracket = UNIT_BRACKET.search(page.folded.lower, start, end)
    if bracket and bracket.start() > start:
        unit = read_table_unit(bracket["inner"], words.figures)
        end = bracket.start() if unit else end
    found = findings.get(cell.start)
    bodies, places = (found.bodies, found.places) if found else ((), ())
    body = next((body for body in bodies if body.start == start and body.end >= end), None)
    place = next((place for place in places if place.start == start and place.end >= end), None)
    total = words.plays(page.folded.lower[start:end], "total")
    if not (place or body or total) and words.plays(heading, "place"):
        place = _place(page, start, end, heading, words)
    return Label(start, end, parent, unit, body, place, total)


def _place(page: Page, start: int, end: int, heading: str, words: TableWords) -> PlaceMention | None:
    """Read a label below a heading of places: "Thị xã Cửa Lò", or "Tân Bình" below "Xã"."""
    lowered = page.folded.lower[start:end]
    kind = max((kind for kind in words.places if lowered.startswith(f"{kind} ")), key=len, default="")
    first = start + len(kind) + 1 if kind else start
    if not _NAME.fullmatch(page.folded.text, first, end):
        return None
    return PlaceMention(start, end, page.text(first, end), kind or (heading if heading in words.places else None))
