"""From a reading to a mention: the name in full, its kind, level and place."""

from __future__ import annotations

from functools import lru_cache

from danvan_cli.find.bodies.grammar import Head
from danvan_cli.find.bodies.reader import Reader
from danvan_cli.find.bodies.reading import Reading, Span
from danvan_cli.find.bodies.units import UnitReading
from danvan_cli.find.bodies.wordings import spelled
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon.places import Places, Unit

# Kinds that name the sort of body itself; a board or an office ("Ban", "Văn phòng") is of the kind of its body.
_OWN_KINDS = frozenset({"military_police", "justice", "company", "press", "public_service", "mass_organisation"})

# Kinds of bodies that a unit has one of; a school or a firm only bears its name.
_UNIT_KINDS = frozenset({"state", "council", "party", "front", "mass_organisation", "military_police", "justice"})

# Kinds of bodies that, where they are another country's, are counted as foreign; a firm stays a firm.
_STATE_KINDS = frozenset({"state", "council", "party", "military_police", "justice"})


def mention_of(reading: Reading, reader: Reader) -> BodyMention:
    """Make the mention of a reading."""
    tokens = reader.tokens
    start, end = tokens[reading.start].start, tokens[reading.end - 1].end
    if reading.entry:
        entry = reading.entry
        local = _unit(reading.unit, None) if reading.unit else None
        pieces = [entry.form, _unit_name(reading.unit, local) if reading.unit else None,
                  _branch(reading.branch, reader) if reading.branch else None]
        return BodyMention(
            start, end, " ".join(piece for piece in pieces if piece), entry.form, entry.get("kind"),
            local.level if local else entry.get("level"), _place(reading.unit, local), None, reading.rule)
    head = reading.head
    assert head is not None  # noqa: S101  # a reading without an entry has a head
    inner = mention_of(reading.inner, reader) if reading.inner else None
    unit = _unit(reading.unit, head) if reading.unit else _unit_in_topic(reading, reader)
    foreign = _is_foreign(reading, reader)
    return BodyMention(
        start, end, _name(reading, reader, head, inner, unit), head.form,
        "international" if foreign and head.kind in _STATE_KINDS else _kind(reading.kind, head, inner),
        None if foreign else _level(reading, unit, inner, None if reading.field_kind else head.level),
        _place(reading.unit, unit) or (inner.place if inner else None), inner, reading.rule,
        _lacks(reading, unit, inner, head))


def _name(reading: Reading, reader: Reader, head: Head, inner: BodyMention | None, unit: Unit | None) -> str:
    """Put the parts of the name together, abbreviations expanded."""
    if reading.is_bare and head.official:
        return head.official
    spans = {"topic": reading.topic, "number": reading.number}
    written = {slot: spelled(reader.tokens, *span) for slot, span in spans.items() if span}
    topic, number = written.get("topic"), written.get("number")
    number_first = bool(reading.topic and reading.number and reading.number[0] < reading.topic[0])
    pieces = [
        head.form, number if number_first else None, reading.domain, topic, None if number_first else number,
        _inner_name(reading, inner, reader) if inner else None, reading.nation,
        _unit_name(reading.unit, unit, _type_word(reading, unit, head)) if reading.unit else None,
        spelled(reader.tokens, *reading.seat) if reading.seat else None,
        _branch(reading.branch, reader) if reading.branch else None]
    return " ".join(filter(None, pieces))


def _inner_name(reading: Reading, inner: BodyMention, reader: Reader) -> str:
    assert reading.inner is not None  # noqa: S101  # the mention was made of it
    before = reader.tokens[reading.inner.start - 1].lower
    return f"{before} {inner.name}" if before in ("của", "-") else inner.name


def _branch(span: Span, reader: Reader) -> str:
    return "- " + spelled(reader.tokens, *span).lstrip("- ")


def _is_foreign(reading: Reading, reader: Reader) -> bool:
    """Whether it is a body of another country, or is in one: "Bộ Tư pháp Mỹ"; one with Viet Nam is none."""
    if reading.kind == "international":
        return True
    if reading.inner:
        return _is_foreign(reading.inner, reader)
    if reading.unit is None or reading.unit.word or reading.unit.name not in reader.grammar.abroad:
        return False
    return not any(token.lower in reader.grammar.home for token in reader.tokens[reading.start:reading.unit.end])


def _kind(kind: str, head: Head, inner: BodyMention | None) -> str:
    return kind if inner is None or head.own or kind in _OWN_KINDS else inner.kind


def _unit(reading: UnitReading, head: Head | None) -> Unit | None:
    """Find the unit that the mention names, None where it is unknown or could be several.

    A head may tell its type: "Thành ủy Thái Nguyên" is of the city, not of the province.
    """
    if not reading.name or reading.level == "central":
        return None
    own = _find_unit(reading.name, head.unit, None) if head and head.unit and not reading.word else None
    return own or _find_unit(reading.name, reading.word, head.level if head else None)


@lru_cache(maxsize=65536)
def _find_unit(name: str, word: str | None, level: str | None) -> Unit | None:
    found = Places().lookup(name, type=word, communes=word is not None or level == "commune")
    if word is None and level:
        found = tuple(unit for unit in found if unit.level == level) or found
    distinct = {unit.full_name for unit in found if unit.level == found[0].level}
    return found[0] if len(distinct) == 1 else None


def _unit_in_topic(reading: Reading, reader: Reader) -> Unit | None:
    """Find the province whose newspaper or station it is: "Báo Quảng Ninh"."""
    if not (reading.head and reading.head.kind == "press" and reading.topic):
        return None
    name = spelled(reader.tokens, *reading.topic)
    return _find_unit(name, None, "province") if Places().is_province(name) else None


def _type_word(reading: Reading, unit: Unit | None, head: Head) -> str | None:
    """Give the type word of a unit that the text names without it, where the body is the unit's: "Sở Y tế Hà Nội"."""
    own = not (reading.topic or reading.seat) and head.kind in _UNIT_KINDS and head.unit in (None, "province")
    return unit.type if unit and own else None


def _unit_name(reading: UnitReading, unit: Unit | None, type_word: str | None = None) -> str:
    name = reading.name
    if unit and name:
        written = " ".join(name.replace("-", " ").split())
        # "Thừa Thiên - Huế" is a province of before, whose place is the city of today.
        name = written if written.endswith(f" {unit.name}") else unit.name
    word = reading.word or type_word
    if word is None:
        return name or ""
    return f"{word} {name}" if name else word


def _place(reading: UnitReading | None, unit: Unit | None) -> str | None:
    if unit:
        return unit.full_name
    if reading is None or not reading.name or reading.level == "central":
        return None
    return f"{reading.word} {reading.name}" if reading.word else reading.name


def _level(reading: Reading, unit: Unit | None, inner: BodyMention | None, own: str | None) -> str | None:
    if unit:
        return unit.level
    if reading.unit and reading.unit.level:
        return reading.unit.level
    return (inner.level if inner else None) or own


def _lacks(reading: Reading, unit: Unit | None, inner: BodyMention | None, head: Head) -> str | None:
    if unit or inner:
        return None
    if reading.unit:
        return reading.unit.word if reading.unit.name is None else None
    return head.unit
