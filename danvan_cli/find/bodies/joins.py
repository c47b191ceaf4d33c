"""What a dash or "và" joins to a free phrase, and what begins another name."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.bodies.grammar import Grammar
from danvan_cli.find.bodies.growth import Growth
from danvan_cli.find.bodies.unit_names import capital_run, is_local, known_name
from danvan_cli.find.bodies.wordings import is_common
from danvan_cli.text.tokens import Token


def is_joined(tokens: Sequence[Token], at: int, growth: Growth, grammar: Grammar) -> bool:
    """Whether the dash or mark before token `at` is part of the name: "Bia - Rượu", "Phong Nha - Kẻ Bàng"."""
    before, mark, after = tokens[at - 2:at + 1]
    if mark.text == "&" or (before.end == mark.start and mark.end == after.start):
        return True
    return (mark.text == "-" and is_common(tokens, at, grammar) == growth.common
            and not _is_apposition(tokens, at, growth, grammar))


def begins_pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether two places with a dash begin at token `at`: "BOT Thái Nguyên - Chợ Mới"."""
    dash = capital_run(tokens, at)
    return dash + 1 < len(tokens) and tokens[dash].text == "-" and known_name(tokens, dash + 1) is not None


def begins_head(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a head begins at token `at`, and no longer word of names: "phòng chống thiên tai" is no "Phòng"."""
    head, word = grammar.heads.match(tokens, at), grammar.words.match(tokens, at)
    return head is not None and not (word and word[0] > head[0])


def _is_apposition(tokens: Sequence[Token], at: int, growth: Growth, grammar: Grammar) -> bool:
    """Whether what follows a dash is another name: a person, a place, an organisation, a caption."""
    word = grammar.words.match(tokens, at)
    if tokens[at].lower in grammar.stops and not (word and growth.common):  # "Kinh tế - Luật"
        return True
    run = capital_run(tokens, at)
    if known_name(tokens, at) == run:
        after_place = known_name(tokens, at - 1 - growth.names) == at - 1  # "BOT Hà Nội - Bắc Giang"
        return not (growth.names > 1 and (after_place or is_local(tokens, at, run)))  # "THPT Quang Trung - Đống Đa"
    if tokens[at].lower in grammar.any_surnames and run - at > 1:
        return not (run - at == 2 and growth.names > 1 < growth.most_names)  # "BOT Trung Lương - Mỹ Thuận"
    body = grammar.heads.match(tokens, at) or grammar.names.match(tokens, at)
    return body is not None and not (word and word[0] > body[0])  # "Ca cao" is no "CA"
