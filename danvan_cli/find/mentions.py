"""What the finders give: mentions with offsets into the folded text, before anybody knows who is who.

Every mention carries the id of the rule that made it.
"""

from __future__ import annotations

from msgspec import Struct

from danvan_cli.document import Number


class PlaceMention(Struct, frozen=True):
    """An administrative unit named in the text: "huyện Củ Chi", "Hà Nội"; `type` is None where unsaid."""

    start: int
    end: int
    name: str
    type: str | None


class BodyMention(Struct, frozen=True):
    """A mention of an organisation.

    `name` is the wording with abbreviations expanded; `head` the canonical form of its head in the lexicon
    ("Ủy ban nhân dân"); `place` the full name of the unit that the mention itself names, `level` the level
    that it tells ("UBND tỉnh": province). `inner` is the body named inside it ("Ban Dân vận Tỉnh ủy": the
    Tỉnh ủy), which is never listed as a mention of its own. `lacks` is the type word or the level of the unit
    that it belongs to where the mention leaves the unit's name out ("UBND tỉnh": tỉnh, "Sở Y tế": province).
    """

    start: int
    end: int
    name: str
    head: str
    kind: str
    level: str | None
    place: str | None
    inner: BodyMention | None
    rule: str
    lacks: str | None = None


class OfficeMention(Struct, frozen=True):
    """A mention of an office: title, organisation and place from `start` to `end`.

    `title` is the wording of the title alone ("Phó Trưởng Ban"), in full where it is abbreviated; `head` its
    canonical form in lower case, without former, acting and rank words ("phó trưởng ban"), by which offices
    are compared; `body` the organisation it is held in, `implied` the one that the title alone tells.
    `bare` tells a title without body or place, `plural` a title of several people, `private` an office of a
    company or a foreign state, or one that a company has too and nothing here makes public.
    """

    start: int
    end: int
    title: str
    head: str
    body: BodyMention | None
    implied: str | None
    former: bool
    bare: bool
    plural: bool
    private: bool
    rule: str


class NameMention(Struct, frozen=True):
    """A personal name from `start` to `end`, honorific, rank and academic titles not included.

    `name` is its canonical spelling; `honorific`, `rank` and `gender` what stands before it tells;
    `whole_start` is where the mention begins with them.
    """

    start: int
    end: int
    whole_start: int
    name: str
    honorific: str | None
    rank: str | None
    gender: str | None
    rule: str


class PersonFound(Struct, frozen=True):
    """A person in a sentence: a name, or offices that stand for one ("Chủ tịch UBND tỉnh giao …"), or both.

    A name of rule `name.pronoun` is empty: a word that means somebody named before.

    `comrade` tells that the text calls the person "đồng chí", which tells an official without any
    office; `start` is where the mention begins, with honorific, rank or title.
    """

    name: NameMention | None
    offices: tuple[OfficeMention, ...]
    comrade: bool
    start: int
    rule: str


class FigureMention(Struct, frozen=True):
    """A number that may be an indicator, with the span of its digits and scale word and what it says."""

    start: int
    end: int
    value: Number | None
    value_max: Number | None
    magnitude: Number | None
    rule: str


class IndicatorMention(Struct, frozen=True):
    """An indicator: a figure with its qualifiers, from the qualifier through the measure.

    Fields are those of `danvan_cli.document.Indicator`, as the paragraph alone tells them; `measure` and
    `baseline` are the folded spans of their wordings, wherever in the paragraph they stand.
    """

    start: int
    end: int
    figure: FigureMention
    bound: str
    unit: str
    per: str | None
    measure: tuple[int, int] | None
    change: str | None
    baseline: tuple[int, int] | None
    total: Number | None
    rule: str


class PeriodMention(Struct, frozen=True):
    """A span of time as written.

    `reading` names how its first and last day follow from `values`, the pairs of slot and wording that its
    template took (`("y", "2024")`); `scope` tells how far it governs figures: `none`, `sentence`, `paragraph`,
    `document` or `report` (see `lexicon/periods.toml`). An `attributive` one after a noun only tells which one is
    meant ("HĐND nhiệm kỳ 2021-2026").
    """

    start: int
    end: int
    reading: str
    values: tuple[tuple[str, str], ...]
    scope: str
    attributive: bool
    rule: str


class CitationMention(Struct, frozen=True):
    """A legal or Party document named in the text; `issuer` and `day` are those that stand beside it."""

    start: int
    end: int
    type: str
    number: str | None
    issuer: BodyMention | None
    day: str | None
    rule: str


class MovementMention(Struct, frozen=True):
    """A named campaign: `start:end` is its name without quotes or head word."""

    start: int
    end: int
    name: str
    rule: str


class TableFigure(Struct, frozen=True):
    """A figure in a cell `start:end` of a table; `number` is the span of its digits.

    `measure` are the spans that together say what it measures, the more general first: the row above a row of parts,
    the row's label, the column's heading. `period` is that of its column or table, `planned` the span of the heading
    where it is of a plan; `body` or `place` is whose figure it is.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: Number
    unit: str
    per: str | None
    measure: tuple[tuple[int, int], ...]
    change: str | None
    baseline: tuple[int, int] | None
    period: PeriodMention | None
    planned: tuple[int, int] | None
    body: BodyMention | None
    place: PlaceMention | None
    rule: str
