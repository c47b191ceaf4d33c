"""The words that figures are read with, taken from the lexicon once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from danvan_cli.lexicon import Entry, Gazetteer, Lexicon
from danvan_cli.lexicon.word_classes import WordClasses, load_word_classes
from danvan_cli.text.fold import fold_strings, lower

_OPENING = {"digit", "ten", "vague", "fraction"}


class Vocabulary(Struct, frozen=True, eq=False):
    """Word lists of the figure grammar, each documented in the lexicon file it is from.

    `digits`, `roles`, `number_nouns` are of number_words; `starts` gives the words that may follow the first one of a
    number written out, and "" where it is one by itself; `playing` gives the words of phrase_words by role, and the
    gazetteers below it those that are looked up in place. `ends` are the words that end a noun phrase, `hard_ends`
    those that do even in a longer word, `pairs` those that join two.

    One look at these spares most tokens further ones: `chain` are the wordings that may stand between a clause and its
    figure ("tăng", "đạt khoảng"), `chain_ends` their last words, `across_ends` those of what may part a change from its
    figure ("so với"), `label_ends` of `labels`; `playing_starts` gives by role the first words of `playing`, each with
    the tokens of the longest wording that it begins.
    """

    classes: WordClasses
    digits: Mapping[str, int]
    roles: Mapping[str, str]
    number_nouns: frozenset[str]
    starts: Mapping[str, frozenset[str]]
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
    documents: Gazetteer
    classifiers: Gazetteer
    quantities: Gazetteer
    surnames: frozenset[str]
    playing: Mapping[str, frozenset[str]]
    pairs: frozenset[str]
    ends: frozenset[str]
    hard_ends: frozenset[str]
    chain: frozenset[str]
    chain_ends: frozenset[str]
    across_ends: frozenset[str]
    label_ends: frozenset[str]
    playing_starts: Mapping[str, Mapping[str, int]]
    baselines: Gazetteer
    time_units: Gazetteer
    work_times: Gazetteer
    money: Gazetteer
    defining: Gazetteer
    epithets: Gazetteer

    def plays(self, word: str, role: str) -> bool:
        """Whether a folded lower-case word has a role of phrase_words."""
        return word in self.playing[role]

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


def _foldings(*lists: Iterable[Entry]) -> dict[str, str]:
    """Give the folded lower-case spelling of every wording of some lists, all folded at once."""
    forms = [form for entries in lists for entry in entries for form in entry.forms]
    return dict(zip(forms, map(lower, fold_strings(forms)), strict=True))


def _table(entries: Iterable[Entry], key: str, folded: Mapping[str, str]) -> dict[str, Any]:
    """Give the value of an attribute for every wording of the entries that have it."""
    return {folded[form]: entry.get(key) for entry in entries for form in entry.forms if entry.get(key)}


def _first_words(wordings: Iterable[str]) -> frozenset[str]:
    return frozenset(wording.partition(" ")[0] for wording in wordings)


def _longest_by_first(wordings: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for wording in wordings:
        first, length = wording.partition(" ")[0], wording.count(" ") + 1
        longest[first] = max(length, longest.get(first, 0))
    return longest


def _last_words(wordings: Iterable[str]) -> frozenset[str]:
    return frozenset(wording.rpartition(" ")[2] for wording in wordings)


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Give the word lists of a lexicon, built once."""
    numbers, scales, units = (lexicon.entries(name) for name in ("number_words", "scales", "units"))
    qualifiers, changes = lexicon.entries("qualifiers"), lexicon.entries("change_words")
    phrase_words, label_words = lexicon.entries("phrase_words"), lexicon.entries("labels")
    folded = _foldings(numbers, scales, qualifiers, changes, phrase_words, label_words)
    roles = _table(numbers, "role", folded)
    playing: dict[str, set[str]] = {}
    for entry in phrase_words:
        for role in entry.get("roles", "").split("|"):
            playing.setdefault(role, set()).add(folded[entry.form])
    comparatives = _table([entry for entry in changes if entry.get("than")], "change", folded)
    bounds = _table([entry for entry in qualifiers if not entry.get("after")], "bound", folded)
    turns = _table(changes, "change", folded)
    levels = frozenset(folded[form] for entry in changes if entry.get("level") for form in entry.forms)
    labels = _table(label_words, "kind", folded)
    numerals = {folded[form] for entry in scales for form in entry.forms}
    after = frozenset(word for wording in (*roles, *numerals) for word in wording.split()) | playing["to"]
    begun = numerals | _first_words(word for word, role in roles.items() if role in _OPENING)
    chain = frozenset({*bounds, *turns, *levels, *playing["link"], *playing["manner"]})

    def gazetteer(role: str) -> Gazetteer:
        return Gazetteer(entry for entry in phrase_words if role in entry.get("roles", "").split("|"))

    return Vocabulary(
        classes=load_word_classes(),
        digits=_table(numbers, "value", folded),
        roles=roles,
        number_nouns=frozenset(folded[form] for entry in numbers if entry.get("noun") for form in entry.forms),
        starts={word: frozenset({""}) if roles.get(word) == "fraction" else after for word in begun},
        scales={folded[form]: entry for entry in scales for form in entry.forms},
        glued_scales={form: entry.get("value") for entry in scales for form in entry.get("glued", ())},
        units=Gazetteer(units),
        glued_units={form: entry for entry in units for form in entry.get("glued", ())},
        qualifiers=bounds,
        qualifiers_after=Gazetteer(entry for entry in qualifiers if entry.get("after")),
        changes=turns,
        share_changes=frozenset(folded[form] for entry in changes if entry.get("share") for form in entry.forms),
        comparatives=comparatives,
        levels=levels,
        labels=labels,
        documents=Gazetteer(lexicon.entries("document_types")),
        classifiers=Gazetteer(lexicon.entries("classifiers")),
        quantities=Gazetteer(lexicon.entries("quantities")),
        surnames=lexicon.words("surnames"),
        playing={role: frozenset(wordings) for role, wordings in playing.items()},
        pairs=frozenset(playing["pair"]),
        ends=frozenset({*turns, *playing["end"], *playing["time word"]}),
        hard_ends=frozenset(playing["hard end"]),
        chain=chain,
        chain_ends=_last_words(chain),
        across_ends=_last_words({*comparatives, *playing["comparison"]}),
        label_ends=_last_words(labels),
        playing_starts={role: _longest_by_first(wordings) for role, wordings in playing.items()},
        baselines=gazetteer("baseline"),
        time_units=gazetteer("time unit"),
        work_times=gazetteer("work time"),
        money=gazetteer("money"),
        defining=gazetteer("defining"),
        epithets=gazetteer("epithet"),
    )
