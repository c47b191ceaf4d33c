"""What stands around a name: plurals, many levels, offices and places that make it no organisation's name."""

from __future__ import annotations

from danvan_cli.find.bodies.reader import Reader, Reading
from danvan_cli.find.bodies.units import known_name


def is_organisation(reading: Reading, reader: Reader) -> bool:
    """Whether the reading names one particular organisation where it stands."""
    if reading.is_bare and reading.head and reading.head.alone == "inner":
        return False
    return not (_is_plural(reading, reader) or _is_many(reading, reader) or _is_office_word(reading, reader)
                or _is_law(reading, reader) or _ends_word(reading, reader) or _is_other_name(reading, reader))


def _is_particular(reading: Reading) -> bool:
    """Whether the reading has a name of its own or a named place."""
    if reading.entry or reading.proper:
        return True
    if reading.unit:
        return reading.unit.name is not None and reading.unit.level != "central"
    return reading.inner is not None and _is_particular(reading.inner)


def _is_plural(reading: Reading, reader: Reader) -> bool:
    start = reading.start
    before = any(
        index >= 0 and any(end == start for end, _ in reader.grammar.plural.matches(reader.tokens, index))
        for index in (start - 1, start - 2))
    return before and not _is_particular(reading)


def _is_many(reading: Reading, reader: Reader) -> bool:
    if reading.end >= len(reader.tokens) or _is_particular(reading):
        return False
    return reader.grammar.many.match(reader.tokens, reading.end) is not None


def _is_law(reading: Reading, reader: Reader) -> bool:
    """Whether the name is that of a law: "Luật Mặt trận Tổ quốc Việt Nam"."""
    return any(
        index >= 0 and any(end == reading.start for end, _ in reader.grammar.laws.matches(reader.tokens, index))
        for index in (reading.start - 1, reading.start - 2))


def _ends_word(reading: Reading, reader: Reader) -> bool:
    """Whether the head ends a compound: "đại hội", "nội bộ", "cán bộ", "nhiệm vụ", but not "Trưởng ban"."""
    tokens, start = reader.tokens, reading.start
    if not start or tokens[start - 1].kind != "word" or (tokens[start].is_capital and not reader.shouting):
        return False
    before = tokens[start - 1].lower
    return before not in reader.grammar.offices and bool(
        reader.grammar.classes.classes(f"{before} {tokens[start].lower}"))


def _is_office_word(reading: Reading, reader: Reader) -> bool:
    """Whether the head belongs to the office before it: "Phó Bí thư Thường trực Tỉnh ủy"."""
    if not (reading.head and reading.head.standing):
        return False
    return reader.is_after_office(reading.start)


def _is_other_name(reading: Reading, reader: Reader) -> bool:
    """Whether a one-syllable head is part of a place's or a person's name: "Hội An", "Hải Phòng"."""
    head, tokens, start = reading.head, reader.tokens, reading.start
    if reader.shouting or not (head and head.form.count(" ") == 0 and tokens[start].is_capital):
        return False
    if len(tokens[start].text) > 1 and tokens[start].text.isupper() and not reading.domain:
        return True  # a photographer's name in capitals
    end = known_name(tokens, start)
    if end is not None and end - start > 1 and not reading.domain:
        return True
    if start and tokens[start - 1].is_capital and tokens[start - 1].kind == "word":
        country = reader.grammar.countries.match(tokens, start - 1)
        if country and country[0] > start:
            return True  # "Tây Ban Nha"
        cover = known_name(tokens, start - 1)
        return (cover is not None and cover > start) or tokens[start - 1].lower in reader.grammar.surnames
    return False
