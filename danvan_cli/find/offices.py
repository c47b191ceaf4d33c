"""Offices: a title with the body and the place it is held in, cut where the office ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from danvan_cli.find.complements import Complement, read_complement
from danvan_cli.find.line import BodySpan, Line, line_words
from danvan_cli.find.mentions import BodyMention, OfficeMention
from danvan_cli.find.name_shape import is_vietnamese, opener
from danvan_cli.find.titles import Title
from danvan_cli.lexicon import Lexicon
from danvan_cli.text.tokens import Token


class Office(NamedTuple):
    """An office at tokens `start:end` with its title."""

    start: int
    end: int
    title: Title
    mention: OfficeMention


def find_offices(
    tokens: Sequence[Token], at: Sequence[int], bodies: Mapping[int, BodySpan], lexicon: Lexicon,
) -> list[Office]:
    """Find the offices in the tokens of a sentence.

    `at` are the tokens at which a title may begin, `bodies` the organisations by their first token.
    """
    if not (at or bodies):
        return []
    line = Line(tokens, bodies, line_words(lexicon))
    enterprises = state_enterprises(lexicon)
    found: list[Office] = []
    done = 0
    for index in sorted({*at, *bodies}) if bodies else at:
        if index < done:
            continue
        title = line.title(index)
        office = _office(line, title, enterprises) if title else None
        if office:
            found.append(office)
            done = office.end
        elif index in bodies:
            done = bodies[index].end
    return found


@cache
def state_enterprises(lexicon: Lexicon) -> tuple[str, ...]:
    """Give the names, in lower case, by which enterprises of the State are told from other companies."""
    return tuple(sorted(lexicon.words("state_enterprises")))


def is_private_company(body: BodyMention, enterprises: Sequence[str]) -> bool:
    """Whether a body is a company that is not the State's; a branch is what the body it is of is."""
    if body.kind != "company" or (body.inner and body.inner.kind != "company"):
        return False
    lowered = body.name.lower()
    return not any(name in lowered for name in enterprises)


def _office(line: Line, title: Title, enterprises: Sequence[str]) -> Office | None:
    """Give the office whose title is `title`, None where the words are none."""
    found = read_complement(line, title)
    entry = title.entry
    if found.body is None and not _needs_no_body(line, title, found.end):
        return None
    alone = found.end == title.end and found.body is None and not entry.get("whole") and not entry.get("body")
    mention = OfficeMention(
        start=line.tokens[title.start].start,
        end=_last_offset(line, found),
        title=_wording(line.tokens[title.start:title.end], title),
        head=title.head,
        body=found.body.body if found.body else None,
        implied=entry.get("body") or found.implied,
        former=title.former,
        bare=alone or found.rule == "office.title-this",
        plural=title.plural,
        private=_is_private(line, title, found, enterprises),
        rule=found.rule)
    return Office(title.start, found.end, title, mention)


def _needs_no_body(line: Line, title: Title, end: int) -> bool:
    """Whether a title is an office without a body; some are where a dash gives them to a holder: "Bà … - Thư ký;"."""
    needs = title.entry.get("needs")
    if needs != "holder":
        return bool(needs != "body")
    return (title.start > 1 and line.is_at(title.start - 1, "-") and line.is_capital(title.start)
            and (end == len(line.tokens) or line.tokens[end].text in ",;."))


def _wording(tokens: Sequence[Token], title: Title) -> str:
    """Give the title as written, an abbreviation in full ("UVBTV")."""
    if len(tokens) == 1 and tokens[0].text.isupper():
        return str(title.entry.get("title", title.entry.form))
    return " ".join([token.text for token in tokens])


def _last_offset(line: Line, found: Complement) -> int:
    """Give where an office ends: its body may end inside a token ("TP-PV")."""
    if found.body and found.body.end == found.end:
        return found.body.body.end
    return line.tokens[found.end - 1].end


def _is_private(line: Line, title: Title, found: Complement, enterprises: Sequence[str]) -> bool:
    """Whether an office is that of a company or a foreign state, or may be one for all that is said here."""
    if _is_foreign(line, title, found.end):
        return True
    if found.body is None:
        word = line.match(line.words.complements, title.end)
        public = word is not None and word.entry.get("role") == "word"  # "giám đốc bệnh viện"
        return _is_unknown(line, found.end) or (title.entry.get("sector") == "any" and not public)
    body = found.body.body
    return is_private_company(body, enterprises) or body.kind == "international"


def _is_foreign(line: Line, title: Title, end: int) -> bool:
    """Whether an office ends with a foreign country, or one follows it, and Viet Nam is not named."""
    abroad = any((line.country(at, title.end) or 0) >= end for at in range(max(title.end, end - 4), end + 1))
    return abroad and not any(line.has(at, "home") for at in range(title.end, end))


def _is_unknown(line: Line, index: int) -> bool:
    """Whether the name of what is no known body and no person stands at `index`: "Chủ tịch Yeah1"."""
    if not line.is_capital(index) or index in line.bodies:
        return False
    if line.title(index):
        return False
    token = line.tokens[index]
    strange = (token.text.isupper() and len(token.text) > 1) or not is_vietnamese(token)
    return strange and opener(line.tokens, index, line.words.names) is None
