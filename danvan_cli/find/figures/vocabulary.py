"""The words that figures are read with, taken from the lexicon once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from danvan_cli.lexicon import Entry, Gazetteer, Lexicon
from danvan_cli.lexicon.word_classes import WordClasses, load_word_classes
from danvan_cli.text.fold import fold_string, lower

_OPENING = {"digit", "ten", "vague", "fraction"}


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word lists of the figure grammar, each documented in the lexicon file it is from.

    `digits`, `roles`, `number_nouns` are of number_words, `starts` the first syllables of what a number may begin
    with; `phrase` gives the roles of words of phrase_words, and the gazetteers below it its words that are looked
    up in place.
    """

    classes: WordClasses
    digits: Mapping[str, int]
    roles: Mapping[str, str]
    number_nouns: frozenset[str]
    starts: frozenset[str]
    scales: Mapping[str, Entry]
    glued_scales: Mapping[str, int]
    units: Gazetteer
    glued_units: Mapping[str, Entry]
    qualifiers: Mapping[str, str]
    qualifiers_after: Gazetteer
    changes: Mapping[str, str]
    share_changes: frozenset[str]
    comparatives: Mapping[str, str]
    levels: frozenset[str]
    labels: Mapping[str, str]
    classifiers: Gazetteer
    quantities: Gazetteer
    surnames: frozenset[str]
    phrase: Mapping[str, frozenset[str]]
    baselines: Gazetteer
    time_units: Gazetteer
    work_times: Gazetteer
    defining: Gazetteer
    epithets: Gazetteer

    def plays(self, word: str, role: str) -> bool:
        """Whether a folded lower-case word has a role of phrase_words."""
        roles = self.phrase.get(word)
        return roles is not None and role in roles

    def opens_number(self, word: str) -> bool:
        """Whether a number written out can begin with a folded lower-case word."""
        return self.roles.get(word) in _OPENING

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
    """Give the value of an attribute for every wording of the entries that have it."""
    return {_folded(form): entry.get(key) for entry in entries for form in entry.forms if entry.get(key)}


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Give the word lists of a lexicon, built once."""
    numbers, scales, units = (lexicon.entries(name) for name in ("number_words", "scales", "units"))
    qualifiers, changes = lexicon.entries("qualifiers"), lexicon.entries("change_words")
    phrase_words = lexicon.entries("phrase_words")
    roles = _table(numbers, "role")

    def gazetteer(role: str) -> Gazetteer:
        return Gazetteer(entry for entry in phrase_words if role in entry.get("roles", "").split("|"))

    return Vocabulary(
        classes=load_word_classes(),
        digits={_folded(form): entry.get("value") for entry in numbers if entry.get("value") for form in entry.forms},
        roles=roles,
        number_nouns=frozenset(_folded(form) for entry in numbers if entry.get("noun") for form in entry.forms),
        starts=frozenset(word.split()[0] for word, role in roles.items() if role in _OPENING)
        | {_folded(form) for entry in scales for form in entry.forms},
        scales={_folded(form): entry for entry in scales for form in entry.forms},
        glued_scales={form: entry.get("value") for entry in scales for form in entry.get("glued", ())},
        units=Gazetteer(units),
        glued_units={form: entry for entry in units for form in entry.get("glued", ())},
        qualifiers=_table(tuple(entry for entry in qualifiers if not entry.get("after")), "bound"),
        qualifiers_after=Gazetteer(entry for entry in qualifiers if entry.get("after")),
        changes=_table(changes, "change"),
        share_changes=frozenset(_folded(form) for entry in changes if entry.get("share") for form in entry.forms),
        comparatives=_table(tuple(entry for entry in changes if entry.get("than")), "change"),
        levels=frozenset(_folded(form) for entry in changes if entry.get("level") for form in entry.forms),
        labels=_table(lexicon.entries("labels"), "kind"),
        classifiers=Gazetteer(lexicon.entries("classifiers")),
        quantities=Gazetteer(lexicon.entries("quantities")),
        surnames=lexicon.words("surnames"),
        phrase={_folded(entry.form): frozenset(entry.get("roles", "").split("|")) for entry in phrase_words},
        baselines=gazetteer("baseline"),
        time_units=gazetteer("time unit"),
        work_times=gazetteer("work time"),
        defining=gazetteer("defining"),
        epithets=gazetteer("epithet"),
    )
