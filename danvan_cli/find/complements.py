"""Complements: how far an office goes on after its title, over its body, its field and its places."""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.find.bodies.fields import FieldReading
from danvan_cli.find.line import BodySpan, Line
from danvan_cli.find.name_shape import is_common_opener, is_rare_opener, is_vietnamese, opener, split_run
from danvan_cli.find.titles import Title
from danvan_cli.lexicon import Match
from danvan_cli.text.tokens import lowered

LONGEST_FIELD = 9  # syllables of a field in small letters after a title ("kế hoạch tài chính")


class Complement(NamedTuple):
    """What follows a title: where the office ends, its body if one is named, the rule, and a body that it tells."""

    end: int
    body: BodySpan | None
    rule: str
    implied: str | None = None


def read_complement(line: Line, title: Title) -> Complement:
    """Read what follows a title."""
    if title.entry.get("alone"):
        return Complement(title.end, None, "office.title")
    body, field = _body(line, title), line.field(title)
    if field and not (body and body.end > field.end):
        return _after_field(line, title, field)
    if body:
        end = _higher_body(line, body) or _owner(line, body) or _rest(line, body)
        rule = "office.title-unit-body" if body.start < title.end else "office.title-body"
        return Complement(end, body, rule)
    end = _words(line, title)
    if end > title.end:
        this = line.match(line.words.roles["this"], title.end)
        return Complement(_places(line, end), None, "office.title-this" if this else "office.title-words")
    return Complement(end, None, "office.title")


def _after_field(line: Line, title: Title, field: FieldReading) -> Complement:
    """Read what follows a listed field: the body above, the place."""
    unit = title.entry.get("unit")
    above = line.bodies.get(field.end + 1) if line.is_at(field.end, ",") else line.bodies.get(field.end)
    if above and unit != "bộ":
        return Complement(above.end, None, "office.title-field")
    implied = f"{line.words.heads[unit].form} {field.form}" if unit == "bộ" else None
    return Complement(_steps(line, title, field.end), None, "office.title-field", implied)


def _body(line: Line, title: Title) -> BodySpan | None:
    """Give the body of a title: right after it, or after "của", from its own unit on, or after a comma."""
    if after := line.bodies.get(title.end + line.has(title.end, "of")):
        return after
    for at in range(title.start + 1, title.end):  # "Trưởng | Ban Dân vận", "Ủy viên | Ban Thường vụ Tỉnh ủy"
        own = line.bodies.get(at)
        if own and own.end > title.end:
            return own
    if line.is_at(title.end, ",") and (apposed := line.bodies.get(title.end + 1)):
        unit = line.tokens[title.unit].lower if title.unit is not None else title.entry.get("unit")
        if unit and line.tokens[apposed.start].lower == unit:
            return apposed
    return None


def _higher_body(line: Line, body: BodySpan) -> int | None:
    """Give the end of the body above this one, named after a comma ("Vụ Địa phương III, Ban …")."""
    above = line.bodies.get(body.end + 1) if line.is_at(body.end, ",") else None
    if above and line.has(body.start, "part") and not line.has(above.start, "part"):
        return above.end
    return None


def _owner(line: Line, body: BodySpan) -> int | None:
    """Give the end of the body that this one is "của", where a name follows: "Ban Dân nguyện của … Lê Thị A"."""
    owner = line.bodies.get(body.end + 1) if line.has(body.end, "of") else None
    return owner.end if owner and line.is_capital(owner.end) and not line.title(owner.end) else None


def _rest(line: Line, body: BodySpan) -> int:
    """Give the end of a body whose last word was cut in two: "Huyện ủy Đức | Trọng", "Vụ Quản | lý thuế"."""
    last, end = line.tokens[body.end - 1], body.end
    if centre := line.match(line.words.roles["centre"], end):
        return centre.end
    if not last.is_capital or end >= len(line.tokens) or line.tokens[end].start != last.end + 1:
        return end
    if line.is_cut(end):
        return max(end + 1, _lower_field(line, end + 1))
    alone = line.is_capital(end) and line.run(end) == end + 1 and end not in line.bodies
    return end + 1 if alone and is_vietnamese(line.tokens[end]) else end


def _places(line: Line, end: int) -> int:
    """Go on over the units that contain the office's, each after a comma: ", xã Tạ Bú, huyện Mường La"."""
    while line.is_at(end, ",") and line.is_lower(end + 1):
        unit = line.match(line.words.complements, end + 1)
        if not unit or unit.entry.get("role") == "word":
            break
        stop = _place_name(line, unit.end)
        if stop == unit.end:
            break
        end = stop
    return end


def _words(line: Line, title: Title) -> int:
    """Read on where no body was found: units with their names, words of bodies, capitalised fields."""
    end = title.end
    if title.village:
        return _village(line, end, apposed=title.start > 0 and line.tokens[title.start - 1].kind == "mark")
    if title.entry.get("abroad"):
        return _post_abroad(line, end)
    end = _steps(line, title, end)
    if end == title.end < len(line.tokens) and line.tokens[end].lower == title.entry.get("unit"):
        own = _steps(line, title, _lower_field(line, end + 1))  # "Đội trưởng | Đội dân phòng"
        return own if own > end + 1 else end
    field = _lower_field(line, end) if _opens_field(line, title, end) else end
    return _steps(line, title, field) if field > end else end


def _opens_field(line: Line, title: Title, end: int) -> bool:
    """Whether a field in small letters may follow: after "Trưởng phòng", "Tổ trưởng Tổ", not after "Chủ tịch tỉnh"."""
    if end == title.end:
        return title.unit is not None
    if line.tokens[end - 1].lower == title.entry.get("unit"):
        return True
    words = [line.match(line.words.complements, at) for at in range(max(title.end, end - 2), end)]
    named = any(word and word.end == end and word.entry.get("role") != "word" for word in words)
    return (title.unit is not None or line.is_lower(end - 1)) and not named


def _steps(line: Line, title: Title, at: int) -> int:
    while (stop := _step(line, at, title)) > at:
        at = stop
    return at


def _step(line: Line, at: int, title: Title) -> int:
    """Give the end of the next piece of a complement at `at`; `at` itself where the complement has ended."""
    if at >= len(line.tokens) or (at not in line.bodies and line.title(at)):
        return at
    if at == title.end and (this := line.match(line.words.roles["this"], at)):
        return this.end
    if country := line.country(at, title.end):
        return country
    if line.is_capital(at) and (place := line.known_place(at, line.run(at))):
        return place
    if word := _word(line, at):
        return word.end if word.entry.get("role") == "word" else _place_name(line, word.end)
    if line.is_capital(at):
        return _field(line, at)
    if at > title.end and line.has(at, "and") and line.is_capital(at + 1):
        stop = _field(line, at + 1)
        return stop if stop > at + 1 else at
    return at


def _word(line: Line, at: int) -> Match | None:
    """Give the complement word at `at`, unless it only begins a longer common word ("hội đàm", "báo cáo")."""
    word = line.match(line.words.complements, at)
    return word if word and line.word_length(at) <= word.end - at else None


def _lower_field(line: Line, at: int) -> int:
    """Give the end of a field in small letters that a mark or a name closes: "trưởng phòng | đô thị)"."""
    end = at
    while line.is_lower(end) and end not in line.bodies:
        if end > at and _names_unit(line, end):
            return end
        joins = end > at and line.has(end, "and") and line.is_lower(end + 1)
        if end - at >= LONGEST_FIELD or (_acts(line, end) and not joins):
            return at
        end = _past_word(line, end)
    if end in line.bodies:
        return line.bodies[end].end if end > at else at
    if end > at and line.is_number(end) and line.has(end - 1, "number"):
        return end + 1
    closed = end == len(line.tokens) or line.tokens[end].kind == "mark" or line.is_capital(end)
    body = line.is_abbreviation(end) and not line.match(line.words.complements, end)
    return end if closed and not body else at


def _acts(line: Line, at: int) -> bool:
    """Whether a word stands at `at` that tells what somebody does: "dự", "dự họp", but not in "dự án"."""
    verb = line.match(line.words.speech, at)
    if verb is None:
        return False
    end = at + line.word_length(at)
    return end <= verb.end or line.words.classes.classes(lowered(line.tokens, at, end))[:1] == ("V",)


def _past_word(line: Line, at: int) -> int:
    """Give the end of the common word at `at`, if all of it is in small letters: "cộng đồng"."""
    end = at + max(1, line.word_length(at))
    return end if all(map(line.is_lower, range(at, end))) else at + 1


def _names_unit(line: Line, at: int) -> bool:
    """Whether a unit with its name or number stands at `at`: "phường Khương Mai", "khu phố 3"."""
    word = line.match(line.words.complements, at)
    return word is not None and word.entry.get("role") != "word" and (
        line.is_capital(word.end) or line.is_number(word.end))


def _post_abroad(line: Line, at: int) -> int:
    """Give the end of "Việt Nam tại Lào" at `at`, which names the post of an ambassador."""
    home = line.match(line.words.roles["home"], at)
    if not home:
        return line.country(at, at) or at
    seat = line.match(line.words.countries, home.end + 1) if line.has(home.end, "seat") else None
    return seat.end if seat else home.end


def _village(line: Line, at: int, *, apposed: bool) -> int:
    """Read the name or number of a village, or the village a chapter is in ("phụ nữ bản")."""
    stop = _place_name(line, at, apposed=apposed)
    if stop == at:
        while word := _word(line, stop):
            stop = _place_name(line, word.end, apposed=apposed)
    return stop


def _place_name(line: Line, at: int, *, apposed: bool = False) -> int:
    """Give the end of the name or number of a unit that may stand at `at`.

    `apposed` tells that the office follows the name of its holder, who then is not named here once more.
    """
    if line.has(at, "number") and line.is_number(at + 1):
        return at + 2
    if line.is_number(at) or line.is_roman(at):
        return at + 1
    if not line.is_capital(at):
        return at
    stop, names = line.run(at), line.words.names
    known = line.known_place(at, stop)
    if known != stop and (name := _common_name(line, at, stop)):
        return name  # "thôn Mỹ Điền | Đỗ Văn Trung"
    if known:
        return known
    start = split_run(line.tokens, at, stop, names)
    if start is not None and start > at:
        return start
    # A name right after a unit word is the unit's, unless a surname opens three syllables.
    person = start == at and stop - at >= 3 and not (apposed and is_rare_opener(line.tokens, at, names))
    return at if person else stop


def _common_name(line: Line, at: int, stop: int) -> int | None:
    """Give where one of the most frequent surnames opens a name inside `at:stop`, if none does at `at` already."""
    openers = [index for index in range(at, stop - 1) if is_common_opener(line.tokens, index, line.words.names)]
    return openers[0] if openers and openers[0] > at else None


def _field(line: Line, at: int) -> int:
    """Give the end of capitalised words that name a body or its field: "Nội vụ", "Hà Nội"; not a person's rank."""
    if at in line.bodies or line.title(at) or line.match(line.words.ranks, at):
        return at
    length = line.word_length(at)
    if length > 1 and line.is_lower(at + 1):
        return at + length
    stop = line.run(at)
    if line.is_cut(stop):
        return stop + 1
    if stop == at + 1 and length == 1 and line.tokens[at].text.istitle():
        return at  # a given name: "Bộ trưởng | Dũng"
    names = line.words.names
    if not all(map(is_vietnamese, line.tokens[at:stop])):
        return at
    start = split_run(line.tokens, at, stop, names)
    if start is None:
        return stop if opener(line.tokens, at, names) is None and not line.tokens[at].text.isupper() else at
    return start
