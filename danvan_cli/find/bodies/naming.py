"""From a reading to a mention: the name in full, its kind, level and place."""

from __future__ import annotations

from danvan_cli.find.bodies.reader import Reader, Reading
from danvan_cli.find.bodies.units import UnitReading, spelled
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon.places import Places, Unit

_OWN_KIND = frozenset({"military_police", "justice", "company", "press", "public_service", "mass_organisation"})


def mention_of(reading: Reading, reader: Reader) -> BodyMention:
    """Make the mention of a reading."""
    tokens = reader.tokens
    start, end = tokens[reading.start].start, tokens[reading.end - 1].end
    if reading.entry:
        entry = reading.entry
        return BodyMention(start, end, entry.form, entry.form, entry.get("kind"), entry.get("level"), None, None, reading.rule)
    head = reading.head
    assert head is not None  # noqa: S101  # a reading without an entry has a head
    inner = mention_of(reading.inner, reader) if reading.inner else None
    unit = _unit(reading.unit, head.level) if reading.unit else None
    pieces = [head.form]
    if reading.number and reading.topic and reading.number[0] < reading.topic[0]:
        pieces.append(spelled(tokens, *reading.number))
    if reading.domain:
        pieces.append(reading.domain)
    if reading.topic:
        pieces.append(spelled(tokens, *reading.topic))
    if reading.number and not (reading.topic and reading.number[0] < reading.topic[0]):
        pieces.append(spelled(tokens, *reading.number))
    if inner:
        pieces.append(inner.name)
    if reading.nation:
        pieces.append(reading.nation)
    if reading.unit:
        pieces.append(_unit_name(reading.unit, unit))
    if reading.branch:
        pieces.append("- " + spelled(tokens, *reading.branch).lstrip("- "))
    kind = inner.kind if inner and head.kind not in _OWN_KIND else head.kind
    level = _level(reading, unit, inner, head.level)
    place = _place(reading.unit, unit) or (inner.place if inner else None)
    return BodyMention(start, end, " ".join(pieces), head.form, kind, level, place, inner, reading.rule)


def _unit(reading: UnitReading, level: str | None) -> Unit | None:
    """Find the unit that the mention names, None where it is unknown or could be several."""
    if not reading.name or reading.level == "central":
        return None
    found = Places().lookup(reading.name, type=reading.word)
    if reading.word is None and level:
        found = tuple(unit for unit in found if unit.level == level) or found
    distinct = {unit.full_name for unit in found if unit.level == (found[0].level if found else None)}
    return found[0] if len(distinct) == 1 else None


def _unit_name(reading: UnitReading, unit: Unit | None) -> str:
    name = unit.name if unit and reading.name else reading.name
    if reading.word is None:
        return name or ""
    return f"{reading.word} {name}" if name else reading.word


def _place(reading: UnitReading | None, unit: Unit | None) -> str | None:
    if reading is None or not reading.name or reading.level == "central":
        return None
    if unit:
        return unit.full_name
    return f"{reading.word} {reading.name}" if reading.word else reading.name


def _level(reading: Reading, unit: Unit | None, inner: BodyMention | None, own: str | None) -> str | None:
    if unit:
        return unit.level
    if reading.unit and reading.unit.level:
        return reading.unit.level
    return (inner.level if inner else None) or own
