"""Organisations of a document: every mention under one canonical name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, takewhile, zip_longest

from msgspec import Struct, field

from danvan_cli.document import Organisation, OrganisationMention
from danvan_cli.find.findings import Findings
from danvan_cli.find.mentions import BodyMention
from danvan_cli.lexicon import Lexicon
from danvan_cli.resolve.context import Context
from danvan_cli.resolve.homes import Homes
from danvan_cli.resolve.short_names import defined_names, find_short_names, spell_out
from danvan_cli.segment import Page

_NAMED_KINDS = frozenset({"company", "public_service", "press"})
"""Kinds of bodies with names of their own, which texts shorten."""
LONGEST_TITLE = 40
"""Code points between two bodies of coordinated offices: a comma and the second title."""


_Key = tuple[str, str | None]
"""What mentions of one body share: its name without type words, and its place."""


class Bodies(Struct, frozen=True):
    """The organisations of a document and, for every mention, bodies inside bodies too, its canonical name.

    `names` is keyed by the folded span of the mention; `places` gives a canonical name's place. `homes` are the
    units that the document names.
    """

    organisations: tuple[Organisation, ...]
    names: Mapping[tuple[int, int], str]
    places: Mapping[str, str | None]
    homes: Homes


class Completed(Struct, frozen=True):
    """A mention with its name and place completed from the document; `listed` is False for a body inside another."""

    mention: BodyMention
    name: str
    level: str | None
    place: str | None
    listed: bool


class _Group(Struct):
    """The mentions of one body."""

    members: list[Completed] = field(default_factory=list)

    @property
    def fullest(self) -> Completed:
        """The member whose name says most, the first of equals."""
        return max(self.members, key=lambda member: len(member.name))

    @property
    def place(self) -> str | None:
        """The place of the fullest name, or of the first member that has one."""
        return self.fullest.place or _first([member.place for member in self.members])

    @property
    def level(self) -> str | None:
        """The level of the fullest name, or of the first member that has one."""
        return self.fullest.level or _first([member.level for member in self.members])


def resolve_organisations(page: Page, findings: Sequence[Findings], context: Context, lexicon: Lexicon) -> Bodies:
    """Group the mentions of organisations by body, in the order in which the bodies first appear.

    A mention is completed with the unit that it leaves out ("UBND tỉnh"); a short one joins the longer name
    that it begins, where there is only one.
    """
    homes = Homes(findings, context)
    completed = sorted(
        (one for mention in _mentions(page, findings) for one in _complete(mention, mention.body, homes, context)),
        key=lambda one: (one.mention.start, -one.mention.end))
    groups = _join_short(_by_key(completed, lexicon.words("place_types")), lexicon.words("firm_parts"))
    listed = [(group, members) for group in groups if (members := [one for one in group.members if one.listed])]
    listed.sort(key=lambda pair: pair[1][0].mention.start)
    organisations = tuple(_organisation(page, *pair) for pair in listed)
    names: dict[tuple[int, int], str] = {}
    places: dict[str, str | None] = {}
    for group in groups:
        name = group.fullest.name
        places[name] = group.place
        for one in group.members:
            names[one.mention.start, one.mention.end] = name
    return Bodies(organisations, names, places, homes)


class _Placed(Struct, frozen=True):
    """A mention with the offset at which its paragraph begins, and the next one if it shares its place.

    In "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Hà Tĩnh" the place of the second body is that of the first.
    """

    body: BodyMention
    paragraph: int
    beside: BodyMention | None = None


def _mentions(page: Page, findings: Sequence[Findings]) -> Iterable[_Placed]:
    defined = defined_names(page, findings)
    for found in findings:
        for body, after in zip_longest(found.bodies, found.bodies[1:]):
            shares = after is not None and _is_coordinated(page.text(body.end, after.start))
            yield _Placed(spell_out(body, defined), found.paragraph.start, after if shares else None)
    for body in find_short_names(findings, defined):
        yield _Placed(body, body.start)


def _is_coordinated(between: str) -> bool:
    """Whether only a comma and the next title stand between two bodies."""
    return between.startswith((",", " kiêm")) and len(between) <= LONGEST_TITLE and not any(
        mark in between[1:] for mark in ",;:.(")


def _complete(mention: _Placed, body: BodyMention, homes: Homes, context: Context) -> list[Completed]:
    """Complete a body and the bodies inside it, the outermost first."""
    inside = _complete(mention, body.inner, homes, context) if body.inner else []
    name, level, place = body.name, body.level, body.place
    if body.inner:
        inner = inside[0]
        name = name.replace(body.inner.name, inner.name)
        level, place = inner.level or level, place or inner.place
    elif body.lacks and (home := homes.beside(body.lacks, mention.beside)
                         or homes.find(body.lacks, body.start, mention.paragraph)):
        name = f"{name} {home.name if body.lacks == home.type else home.full_name}"
        level, place = home.level or level, home.full_name
    elif body.kind == "front" and level is None and context.unit:
        place = context.unit.full_name  # the Front as such, as it is at the place of the document
    return [Completed(body, name, level, place, listed=True),
            *(Completed(one.mention, one.name, one.level, one.place, listed=False) for one in inside)]


def _by_key(completed: Iterable[Completed], types: Collection[str]) -> dict[_Key, _Group]:
    """Group mentions by bare name and place: the province's police is not that of the city of the same name."""
    named: dict[str, list[Completed]] = {}
    for one in completed:
        named.setdefault(_bare_name(one, types), []).append(one)
    groups: dict[_Key, _Group] = {}
    for name, members in named.items():
        typed = {one.place for one in members if one.place and one.place in one.name}
        for one in members:
            groups.setdefault((name, _meant_place(one, typed)), _Group()).members.append(one)
    return groups


def _meant_place(one: Completed, typed: Collection[str]) -> str | None:
    """Give the place of a mention: one of those `typed`, with their type words, beside it, if that may be meant.

    A bare name ("Công an Thái Nguyên") is the province's where there is one; that of a town or a district is of
    the only unit that the others name.
    """
    may_be = one.place not in typed and one.level != "province" and len(typed) == 1
    return next(iter(typed)) if may_be else one.place


def _bare_name(one: Completed, types: Collection[str]) -> str:
    """Give the name without the type word of its place and "Việt Nam"."""
    name = one.name
    if one.place:
        words = one.place.split(" ")
        bare = next((" ".join(words[size:]) for size in (2, 1) if " ".join(words[:size]) in types), one.place)
        name = name.replace(one.place, bare)
    return name.removesuffix(" Việt Nam").casefold()


def _join_short(groups: dict[_Key, _Group], parts: Collection[str]) -> list[_Group]:
    """Join a name without a place to the only longer one that it shortens: "Ban Dân vận", "Công ty Hào Dương".

    The longest come first, so that a chain of names is joined link by link. `parts` are those of firms.
    """
    joined = dict(groups)
    ordered = sorted(groups, key=lambda key: key[0])
    by_end: dict[str, list[_Key]] = {}
    for key, group in groups.items():
        first = group.members[0]
        words = first.name.casefold().split() if first.mention.kind in _NAMED_KINDS else ()
        for start in range(1, len(words)):
            by_end.setdefault(" ".join(words[start:]), []).append(key)
    for key, group in sorted(groups.items(), key=lambda item: -len(item[0][0])):
        first = group.members[0]
        if group.place or group.level == "central":
            continue
        longer = {other for other in _beginning_with(key[0] + " ", ordered)
                  if other in joined and joined[other].members[0].mention.head == first.mention.head}
        longer |= {other for other in by_end.get(_own_part(first), ()) if other in joined
                   and len(other[0]) > len(key[0]) and _ends_name(first, joined[other].members[0], parts)}
        if len(longer) == 1:
            joined[longer.pop()].members.extend(group.members)
            del joined[key]
    for group in joined.values():
        group.members.sort(key=lambda member: (member.mention.start, -member.mention.end))
    return list(joined.values())


def _own_part(one: Completed) -> str:
    """Give what follows the sort of body in a name, in lower case; a brand is its own ("FLC")."""
    name = one.name.casefold()
    return name.removeprefix(one.mention.head.casefold()).strip() or name


def _beginning_with(prefix: str, ordered: Sequence[_Key]) -> Iterable[_Key]:
    """Give the keys, ordered by name, whose name begins with a prefix."""
    start = bisect_left(ordered, prefix, key=lambda key: key[0])
    return takewhile(lambda key: key[0].startswith(prefix), islice(ordered, start, None))


def _ends_name(short: Completed, full: Completed, parts: Collection[str]) -> bool:
    """Whether a firm, school or newspaper is named by its sort and the end of its full name: "Công ty Hào Dương".

    A brand is the firm that has it for its whole name ("Tập đoàn FLC"), not one of the firm's `parts`. Two schools
    of one sort are two, though one's name ends like the other's ("Đại học Kinh tế", "Đại học Sư phạm Kinh tế").
    """
    one, other = short.mention, full.mention
    if one.kind != other.kind or one.kind not in _NAMED_KINDS or one.inner or other.inner:
        return False
    name, whole, head = short.name.casefold(), full.name.casefold(), one.head.casefold()
    if one.name == one.head:
        return whole == f"{other.head} {name}".casefold() and other.head.casefold() not in parts
    rest = name.removeprefix(head)
    if one.kind != "company" and one.head == other.head and not rest.strip().isdigit():
        return False
    return whole.endswith(f" {name}") or (whole.startswith(head) and whole.endswith(rest))


def _organisation(page: Page, group: _Group, listed: Sequence[Completed]) -> Organisation:
    """Make the organisation of a group, of which the listed members are no bodies inside others."""
    fullest = group.fullest
    mentions = [OrganisationMention(*page.span(member.mention.start, member.mention.end), member.mention.rule)
                for member in listed]
    return Organisation(
        name=fullest.name,
        kind=fullest.mention.kind,
        level=group.level,
        place=group.place,
        aliases=tuple(dict.fromkeys([" ".join(mention.text.split()) for mention in mentions])),
        mentions=tuple(mentions))


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)
