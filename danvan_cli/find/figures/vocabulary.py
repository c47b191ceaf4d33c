"""The words that figures are read with, taken from the lexicon once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from danvan_cli.lexicon import Entry, Gazetteer, Lexicon
from danvan_cli.lexicon.word_classes import WordClasses, load_word_classes
from danvan_cli.text.fold import fold_string, lower


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word lists of the figure grammar; each is documented in the lexicon file of its name."""

    classes: WordClasses
    digits: dict[str, int]
    roles: dict[str, str]
    scales: dict[str, Entry]
    glued_scales: dict[str, int]
    starts: frozenset[str]
    units: Gazetteer
    glued_units: dict[str, Entry]
    qualifiers: dict[str, str]
    qualifiers_after: Gazetteer
    changes: dict[str, str]
    levels: frozenset[str]
    links: frozenset[str]
    manners: frozenset[str]
    baselines: Gazetteer
    labels: dict[str, str]
    time_units: Gazetteer
    work_times: Gazetteer
    dates: frozenset[str]
    campaigns: frozenset[str]
    classifiers: Gazetteer
    quantities: Gazetteer
    dimensions: frozenset[str]
    ends: frozenset[str]
    pairs: frozenset[str]
    defining: Gazetteer
    ceilings: frozenset[str]
    time_words: frozenset[str]
    leads: frozenset[str]
    epithets: Gazetteer
    adverbs: frozenset[str]
    subordinators: frozenset[str]
    predicates: frozenset[str]
    boundaries: frozenset[str]
    lights: frozenset[str]
    surnames: frozenset[str]

    def is_noun(self, word: str) -> bool:
        """Whether a folded lower-case word is first of all a noun."""
        classes = self.classes.classes(word)
        return bool(classes) and classes[0][0] == "N"

    def is_verb(self, word: str) -> bool:
        """Whether a folded lower-case word is first of all a verb."""
        classes = self.classes.classes(word)
        return bool(classes) and classes[0] == "V"


def _folded(form: str) -> str:
    return lower(fold_string(form))


def _table(entries: tuple[Entry, ...], key: str) -> dict[str, str]:
    return {_folded(form): entry.get(key) for entry in entries for form in entry.forms if entry.get(key)}


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Give the word lists of a lexicon, built once."""
    numbers, scales, units = (lexicon.entries(name) for name in ("number_words", "scales", "units"))
    qualifiers, changes = lexicon.entries("qualifiers"), lexicon.entries("change_words")
    words = lexicon.entries("phrase_words")
    roles = _table(numbers, "role")

    def role(name: str) -> frozenset[str]:
        return frozenset(_folded(form) for entry in words if name in entry.get("roles", "").split("|") for form in entry.forms)

    def gazetteer(name: str) -> Gazetteer:
        return Gazetteer(entry for entry in words if name in entry.get("roles", "").split("|"))

    return Vocabulary(
        classes=load_word_classes(),
        digits={_folded(form): entry.get("value") for entry in numbers if entry.get("value") for form in entry.forms},
        roles=roles,
        scales={_folded(form): entry for entry in scales for form in entry.forms},
        glued_scales={form: entry.get("value") for entry in scales for form in entry.get("glued", ())},
        starts=frozenset(word.split()[0] for word, kind in roles.items() if kind in {"digit", "ten", "vague", "fraction"}),
        units=Gazetteer(units),
        glued_units={form: entry for entry in units for form in entry.get("glued", ())},
        qualifiers=_table(tuple(entry for entry in qualifiers if not entry.get("after")), "bound"),
        qualifiers_after=Gazetteer(entry for entry in qualifiers if entry.get("after")),
        changes=_table(changes, "change"),
        levels=frozenset(_folded(form) for entry in changes if entry.get("level") for form in entry.forms),
        links=role("link"),
        manners=role("manner"),
        baselines=gazetteer("baseline"),
        labels=_table(lexicon.entries("labels"), "kind"),
        time_units=gazetteer("time unit"),
        work_times=gazetteer("work time"),
        dates=role("date"),
        campaigns=role("campaign"),
        classifiers=Gazetteer(lexicon.entries("classifiers")),
        quantities=Gazetteer(lexicon.entries("quantities")),
        dimensions=role("dimension"),
        ends=role("end"),
        pairs=role("pair"),
        defining=gazetteer("defining"),
        ceilings=role("ceiling"),
        time_words=role("time word"),
        leads=role("lead"),
        epithets=gazetteer("epithet"),
        adverbs=role("adverb"),
        subordinators=role("subordinator"),
        predicates=role("predicate"),
        boundaries=role("boundary"),
        lights=role("light"),
        surnames=lexicon.words("surnames"),
    )
