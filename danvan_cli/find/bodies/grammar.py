"""The words of the grammar: heads, fields of work, names, levels, from the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from danvan_cli.find.bodies.trie import Trie
from danvan_cli.lexicon import Entry, Lexicon
from danvan_cli.lexicon.word_classes import WordClasses, load_word_classes
from danvan_cli.text.fold import fold_strings, lower
from danvan_cli.text.tokens import words_of

CONNECTORS = frozenset({"và", "-", "&", ",", "/"})


class Head(Struct, frozen=True):
    """What a name of an organisation starts with; the fields are those of `organisation_heads.toml`."""

    form: str
    kind: str
    level: str | None
    takes: frozenset[str]
    alone: str | None
    family: str
    loose: bool
    personal: bool
    standing: str | None
    capital: bool
    needs: bool
    common: bool
    kinds: frozenset[str]
    unit: str | None
    own: bool
    official: str | None
    titled: bool
    typed: bool


class Domain(Struct, frozen=True):
    """A field of work with its official wording, the heads that take it (none: any), and the kind of its bodies.

    Without a `kind`, they are of their heads'.
    """

    form: str
    heads: frozenset[str]
    kind: str | None

    def fits(self, head: Head) -> bool:
        """Whether a name may be made of the head and this field."""
        return not self.heads or head.family in self.heads


class Level(Struct, frozen=True):
    """A word for an administrative level ("huyện": district; "vùng": none).

    `numbered` where its units may have numbers for names, `alone` where it may stand without a name.
    """

    form: str
    level: str | None
    numbered: bool
    alone: bool


class Grammar(Struct, frozen=True):
    """All words that the grammar knows, ready for lookup at a token.

    `abbreviations` gives fields of work by the letters of their abbreviation; `words` tells for a lower-case
    word of names its use ("link": may not end one); `measures` are the scale words and units that numbers count,
    each with the words before which it is none ("ký" before "kết").
    `abroad` holds the names of other countries, `home` the first words of the names of Viet Nam ("việt", "vn").
    `starts` gives the words that may follow the first one of a head or a name, and "" where it is one by itself.
    """

    heads: Trie[Head]
    names: Trie[Entry]
    domains: Trie[tuple[Domain, ...]]
    abbreviations: dict[str, tuple[Domain, ...]]
    levels: Trie[Level]
    countries: Trie[str]
    abroad: frozenset[str]
    home: frozenset[str]
    words: Trie[str]
    stops: frozenset[str]
    plural: Trie[bool]
    many: Trie[bool]
    counted: Trie[bool]
    dated: Trie[bool]
    laws: Trie[bool]
    others: Trie[bool]
    offices: frozenset[str]
    chairs: frozenset[str]
    measures: Mapping[str, tuple[str, ...]]
    surnames: frozenset[str]
    any_surnames: frozenset[str]
    common_surnames: frozenset[str]
    namesakes: Trie[bool]
    classes: WordClasses
    starts: Mapping[str, frozenset[str]]


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """Make the grammar of a lexicon, once."""
    heads = Trie(_heads(lexicon))
    names = Trie((form, entry) for entry in lexicon.entries("organisation_names") for form in entry.forms)
    domains = [(Domain(entry.form, frozenset(entry.get("heads", "").split("|")) - {""}, entry.get("kind")), form)
               for entry in lexicon.entries("organisation_domains") for form in entry.forms]
    return Grammar(
        heads=heads,
        names=names,
        domains=Trie(_alike(domains), CONNECTORS),
        abbreviations=dict(_grouped((form, domain) for domain, form in domains if form.isupper())),
        levels=Trie((form, _level(entry)) for entry in lexicon.entries("organisation_levels") for form in entry.forms),
        countries=Trie((form, entry.form) for entry in lexicon.entries("countries") for form in entry.forms),
        abroad=frozenset(entry.form for entry in lexicon.entries("countries") if entry.get("use") != "home"),
        home=frozenset(lower(form).split()[0] for entry in lexicon.entries("countries")
                       if entry.get("use") == "home" for form in fold_strings(list(entry.forms))),
        words=Trie((form, entry.get("use", ""))
                   for entry in lexicon.entries("organisation_words") for form in entry.forms),
        stops=lexicon.words("organisation_stops"),
        plural=Trie((form, True) for form in _around(lexicon, "plural")),
        many=Trie((form, True) for form in _around(lexicon, "many")),
        counted=Trie((form, True) for form in _around(lexicon, "counted")),
        dated=Trie((form, True) for form in _around(lexicon, "dated")),
        laws=Trie((form, True) for form in _around(lexicon, "law")),
        others=Trie((form, True) for form in _around(lexicon, "other")),
        offices=frozenset(map(lower, fold_strings(list(_around(lexicon, "office"))))),
        chairs=frozenset(map(lower, fold_strings(list(_around(lexicon, "chair"))))),
        measures={lower(form): entry.get("not_before", ()) for name in ("scales", "units")
                  for entry in lexicon.entries(name) for form in fold_strings(list(entry.forms))},
        surnames=_first_syllables(lexicon, without="rare"),
        any_surnames=_first_syllables(lexicon),
        common_surnames=_first_syllables(lexicon, only="common"),
        namesakes=Trie((form, True) for name in ("namesakes", "historical_people")
                       for entry in lexicon.entries(name) for form in entry.forms),
        classes=load_word_classes(),
        starts={word: heads.second_words(word) | names.second_words(word)
                for word in heads.first_words | names.first_words},
    )


def _level(entry: Entry) -> Level:
    return Level(entry.form, entry.get("level"), entry.get("names") == "number", entry.get("alone") != "no")


def _around(lexicon: Lexicon, role: str) -> Iterator[str]:
    """Give the wordings of `organisation_context.toml` that play a role."""
    for entry in lexicon.entries("organisation_context"):
        if entry.get("role") == role:
            yield from entry.forms


def _heads(lexicon: Lexicon) -> Iterator[tuple[str, Head]]:
    """Give every wording of a head; those of its kin are heads of their own."""
    for entry in lexicon.entries("organisation_heads"):
        head = Head(
            form=entry.form, kind=entry.get("kind"), level=entry.get("level"), takes=frozenset(entry.get("takes", ())),
            alone=entry.get("alone"), family=entry.get("family", lower(entry.form)), loose=entry.get("loose", False),
            personal=entry.get("personal", False), standing=entry.get("standing"),
            capital=entry.case == "capital", needs=entry.get("needs", False), common=entry.get("common", False),
            kinds=frozenset(entry.get("kinds", ())),
            unit=entry.get("unit"), own=entry.get("own", False), official=entry.get("official"),
            titled=entry.get("titled", False), typed=entry.get("typed", False))
        for form in entry.forms:
            yield form, head
        for form in entry.get("kin", ()):
            yield form, replace(head, form=form, official=None)


def _first_syllables(lexicon: Lexicon, *, only: str | None = None, without: str | None = None) -> frozenset[str]:
    """Give the first syllables of surnames: those of one `use`, or all without one."""
    forms = [form for entry in lexicon.entries("surnames")
             if only in (None, entry.get("use")) and (without is None or entry.get("use") != without)
             for form in entry.forms]
    return frozenset(lower(form).split()[0] for form in fold_strings(forms))


def _alike(domains: Sequence[tuple[Domain, str]]) -> Iterator[tuple[str, tuple[Domain, ...]]]:
    """Give every form with all fields of work that it may stand for, whatever its capitals and what joins its words.

    "Lao Động" is the newspaper's, "Lao động" the department's.
    """
    forms = [form for _, form in domains]
    keys = [tuple(word for word in words_of(folded) if word not in CONNECTORS) for folded in fold_strings(forms)]
    alike: dict[tuple[str, ...], list[Domain]] = {}
    for key, (domain, _) in zip(keys, domains, strict=True):
        alike.setdefault(key, []).append(domain)
    for key, form in zip(keys, forms, strict=True):
        yield form, tuple(alike[key])


def _grouped(rows: Iterable[tuple[str, Domain]]) -> list[tuple[str, tuple[Domain, ...]]]:
    grouped: dict[str, list[Domain]] = {}
    for form, domain in rows:
        grouped.setdefault(form, []).append(domain)
    return [(form, tuple(found)) for form, found in grouped.items()]
