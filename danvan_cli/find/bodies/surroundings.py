"""What stands around a name: plurals, many levels, laws, offices and places that make it no organisation's name."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.bodies.reader import Reader
from danvan_cli.find.bodies.reading import Reading
from danvan_cli.find.bodies.trie import Trie
from danvan_cli.find.bodies.unit_names import known_name
from danvan_cli.find.bodies.wordings import is_abbreviation
from danvan_cli.text.tokens import Token

LONGEST_COUNTED = 3
"""How many words may stand between a number and the bodies that it counts: "12 nhà làm việc công an xã"."""
LONGEST_SYMBOL = 8
"""How many tokens of a document's number may stand before a body in it: "188/TTr-"."""


def is_many(reading: Reading, reader: Reader) -> bool:
    """Whether the reading stands for several organisations: "các Ban Dân vận Huyện ủy", "UBND các huyện"."""
    return not reading.is_particular and (
        _stands_before(reader.grammar.plural, reader.tokens, reading.start)
        or _stands_after(reader.grammar.many, reader.tokens, reading.end)
        or _is_counted(reading.start, reader))


def is_only_one(reading: Reading) -> bool:
    """Whether there is only one such body, as its name is listed: "Quốc hội" in "63 đoàn đại biểu Quốc hội"."""
    return bool(reading.entry or (reading.head and reading.head.official))


def _is_counted(start: int, reader: Reader) -> bool:
    """Whether a number counts what begins at token `start`: "63 đoàn đại biểu Quốc hội", "12 trụ sở công an xã"."""
    tokens, grammar = reader.tokens, reader.grammar
    for at in range(start - 1, max(-1, start - 2 - LONGEST_COUNTED), -1):
        if tokens[at].kind == "number":
            near = at + 1 == start and tokens[start].text.islower()
            return (near or any(end == start for end, _ in grammar.counted.matches(tokens, at + 1))) and (
                not _stands_before(grammar.dated, tokens, at))
    return False


def is_organisation(reading: Reading, reader: Reader) -> bool:
    """Whether the reading is an organisation where it stands, not part of a law's, office's, place's or other name."""
    head = reading.head
    if head and reading.is_bare and head.alone == "inner":
        return False
    if head and head.standing and reader.is_after_office(reading.start, chair=head.standing == "chair"):
        return False  # the head belongs to the office: "Phó Bí thư Thường trực Tỉnh ủy"
    return not (_is_law(reading, reader) or _is_other_name(reading, reader) or _is_symbol(reading, reader))


def _stands_before(words: Trie[bool], tokens: Sequence[Token], index: int) -> bool:
    """Whether one of the wordings, of two syllables at most, ends where token `index` begins."""
    for start in range(max(0, index - 2), index):
        if tokens[start].lower in words.first_words:
            for end, _ in words.matches(tokens, start):
                if end == index:
                    return True
    return False


def _stands_after(words: Trie[bool], tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and words.match(tokens, index) is not None


def _is_law(reading: Reading, reader: Reader) -> bool:
    """Whether the name of a law goes before ("Luật Mặt trận Tổ quốc"), not a word that ends so ("kỷ luật Đảng ủy")."""
    tokens, start, grammar = reader.tokens, reading.start, reader.grammar
    if not _stands_before(grammar.laws, tokens, start):
        return False
    if start < 2 or any(end == start for end, _ in grammar.laws.matches(tokens, start - 2)):
        return True
    return not grammar.classes.classes(f"{tokens[start - 2].lower} {tokens[start - 1].lower}")


def ends_word(start: int, reader: Reader) -> bool:
    """Whether the token at `start` ends a compound: "đại hội", "nội bộ", "cán bộ", "nhiệm vụ", but not "Trưởng ban"."""
    tokens = reader.tokens
    if not start or tokens[start - 1].kind != "word":
        return False
    before = tokens[start - 1].lower
    compound = (reader.grammar.classes.classes(f"{before} {tokens[start].lower}")
                and before not in reader.grammar.offices)
    other = reader.grammar.others.match(tokens, start - 1)  # "ngày hội"
    return bool(compound or (other and other[0] > start)) and (not tokens[start].is_capital or reader.shouting)


def _is_other_name(reading: Reading, reader: Reader) -> bool:
    """Whether a one-syllable head is part of a place's or a person's name: "Hội An", "Hải Phòng"."""
    head, tokens, start = reading.head, reader.tokens, reading.start
    if not head or " " in head.form or not tokens[start].is_capital or reader.shouting:
        return False
    if is_abbreviation(tokens[start]) and not reading.domain:
        return True  # a photographer's name in capitals
    end = known_name(tokens, start)
    if end is not None and end - start > 1 and not reading.domain:
        return True
    return bool(start) and tokens[start - 1].is_capital and _goes_on_name(start, reader)


def _is_symbol(reading: Reading, reader: Reader) -> bool:
    """Whether the reading stands in the number of a document: "Tờ trình số 188/TTr-UBND"."""
    tokens, at = reader.tokens, reading.start
    while at and tokens[at - 1].end == tokens[at].start and reading.start - at < LONGEST_SYMBOL:
        at -= 1
    glued = [token.text for token in tokens[at:reading.start]]
    return "/" in glued and glued[0].isdigit() and glued[-1] in "-/" and any(map(str.isalpha, glued))


def _goes_on_name(start: int, reader: Reader) -> bool:
    """Whether the token at `start` goes on a name that begins before it: "Hải Phòng", "Tây Ban Nha"."""
    tokens, grammar = reader.tokens, reader.grammar
    place = known_name(tokens, start - 1)
    country = grammar.countries.match(tokens, start - 1)
    return (place is not None and place > start) or (country is not None and country[0] > start) \
        or tokens[start - 1].lower in grammar.surnames
