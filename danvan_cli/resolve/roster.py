"""The roster: every person a document names, each mention with the person it means."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from danvan_cli.find.mentions import NameMention, OfficeMention, PersonFound
from danvan_cli.text.fold import fold_key

LONGEST_REACH, LONGEST_STORY = 400, 1200
"""Characters between a person's name and a pronoun that may still mean them; more where nobody was named since."""


class Person(Struct):
    """A person with their mentions and offices in text order; `titles` are mentions by office alone."""

    name: str
    key: str
    names: list[NameMention] = field(default_factory=list)
    offices: list[OfficeMention] = field(default_factory=list)
    titles: list[PersonFound] = field(default_factory=list)
    comrade: bool = False
    genders: set[str] = field(default_factory=set)
    full_at: list[int] = field(default_factory=list)  # where they are named in full, in text order


class Roster:
    """The people of a document, full names first found."""

    def __init__(self, found: Sequence[PersonFound]) -> None:
        self._by_key: dict[str, Person] = {}
        self._by_given: dict[str, list[Person]] = {}
        named = [(item, item.name) for item in found if item.name]
        full = [pair for pair in named if pair[1].rule == "name.full"]
        for item, name in full:
            if len(name.name.split()) > 2:
                self._add(self._enter(name), item)
        for item, name in full:
            if len(name.name.split()) <= 2:  # "bà Kim Ngân" after "Nguyễn Thị Kim Ngân" is no name of its own
                meant = self._meant(name)
                self._add(meant or self._enter(name), _as_given(item) if meant else item)
        latest = _Latest()
        for item, name in named:
            if name.rule == "name.pronoun":
                if (person := latest.meant(name)):
                    person.offices.extend(item.offices)
                continue
            whole = name.rule == "name.full"
            person = (self._by_key.get(_key(name)) if whole else None) or self._meant(name)
            if person is None and _tells_enough(item):
                person = self._enter(name)
            if person and not whole:
                self._add(person, item)
            latest.see(person, name)
        for person in self._by_key.values():
            person.names.sort(key=lambda name: name.start)
            person.offices.sort(key=lambda office: office.start)

    @property
    def people(self) -> Iterable[Person]:
        """Everybody named in full."""
        return self._by_key.values()

    def _enter(self, name: NameMention) -> Person:
        key = _key(name)
        person = self._by_key.get(key)
        if person is None:
            person = self._by_key[key] = Person(name.name, key)
            words = key.split()
            for length in range(1, min(3, len(words))):
                self._by_given.setdefault(" ".join(words[-length:]), []).append(person)
        return person

    def _add(self, person: Person, item: PersonFound) -> None:
        if item.name:
            person.names.append(item.name)
            if item.name.gender:
                person.genders.add(item.name.gender)
            if item.name.rule == "name.full":
                insort(person.full_at, item.name.start)
        person.offices.extend(item.offices)
        person.comrade = person.comrade or item.comrade

    def _meant(self, name: NameMention) -> Person | None:
        """Give whom a given name means: whoever so called was named last before it, else first after it."""
        named = self._by_given.get(fold_key(name.name), ())
        fitting = [person for person in named if _agrees(person, name)]
        before = [(person.full_at[at - 1], person) for person in fitting
                  if (at := bisect_left(person.full_at, name.start))]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return fitting[0] if len(fitting) == 1 else None


class _Latest(Struct):
    """Who was named last, while a document is read."""

    people: dict[str | None, tuple[Person, int]] = field(default_factory=dict)  # by the sex that is known of them
    last: Person | None = None

    def see(self, person: Person | None, name: NameMention) -> None:
        """Remember a mention; that of a stranger ends what pronouns may mean."""
        self.last = person
        if person is None:
            self.people.clear()
            return
        self.people[min(person.genders, default=None)] = (person, name.end)

    def meant(self, pronoun: NameMention) -> Person | None:
        """Give whom a pronoun means: who was named last before it, not far away, and is of its sex."""
        genders = (pronoun.gender, None) if pronoun.gender else tuple(self.people)
        near = [(at, person) for gender in genders if gender in self.people
                for person, at in (self.people[gender],)
                if pronoun.start - at <= (LONGEST_STORY if person is self.last else LONGEST_REACH)]
        if not near:
            return None
        person = max(near, key=lambda pair: pair[0])[1]
        self.see(person, pronoun)
        return person


def _key(name: NameMention) -> str:
    return fold_key(name.name)


def _tells_enough(item: PersonFound) -> bool:
    """Whether two words of a name are all of it: those of somebody called so with a public office."""
    return item.name is not None and " " in item.name.name and any(
        office.body and not office.private for office in item.offices)


def _as_given(item: PersonFound) -> PersonFound:
    return replace(item, name=replace(item.name, rule="name.given")) if item.name else item


def _agrees(person: Person, name: NameMention) -> bool:
    """Whether the sex that the honorifics tell is not another."""
    return not (name.gender and person.genders and name.gender not in person.genders)
