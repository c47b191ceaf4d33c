"""Scores: how many readings are right, wrong and missed, and each difference in its context.

Figures, micro-averaged over the documents:

- `officials`: one per person and document, the full name;
- `positions`: one per office of an official, in any accepted wording;
- `organisations`: every mention, exact span;
- `numbers`: every indicator whose number is found where it stands;
- `indicators`: the number found, and value, bound, unit and change all right;
- `full`: `indicators`, and the measure right too (F1 of its words at least `MEASURE_F1`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from danvan_cli.document import Document, Indicator
from danvan_cli.evaluate.gold import Gold, NotedIndicator, Span
from danvan_cli.text.fold import fold_key

KINDS = ("officials", "positions", "organisations", "numbers", "indicators", "full")
MEASURE_F1 = 0.75
"""Share of its words that a measure must have in common with the annotated one."""
CONTEXT = 30
"""Code points shown on either side of a difference."""

_UNITS = {"m²": "m2", "m³": "m3", "km²": "km2", "đồng": "vnd"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One reading that differs: `what` is wrong, missed or misread, of a `kind`."""

    source: str
    kind: str
    what: str
    quote: str


@dataclass(slots=True)
class Tally:
    """Counts of one kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that is given."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """The tallies of all kinds over the documents added so far, and their differences."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    differences: list[Difference] = field(default_factory=list)

    def add(self, gold: Gold, document: Document) -> None:
        """Score one document."""
        for kind, what, quote in (*self._officials(gold, document), *self._organisations(gold, document),
                                  *self._indicators(gold, document)):
            self.differences.append(Difference(gold.text.source, kind, what, quote))

    def _officials(self, gold: Gold, document: Document) -> Iterator[tuple[str, str, str]]:
        ignored = set(map(fold_key, gold.ignored))
        wanted = {fold_key(name): (name, offices) for name, offices in gold.officials.items()}
        given = {fold_key(official.name): official for official in document.officials
                 if fold_key(official.name) not in ignored}
        tally = self.tallies["officials"]
        for key in sorted(wanted.keys() | given.keys()):
            name, offices = wanted[key] if key in wanted else (given[key].name, ())
            if key in wanted and key in given:
                tally.right += 1
            elif key in wanted:
                tally.missed += 1
                yield "officials", "missed", name
            else:
                tally.wrong += 1
                yield "officials", "wrong", name
            texts = [position.text for position in given[key].positions] if key in given else []
            yield from self._positions(name, offices, texts)

    def _positions(
        self, name: str, offices: tuple[tuple[str, ...], ...], texts: list[str],
    ) -> Iterator[tuple[str, str, str]]:
        tally = self.tallies["positions"]
        forms = [set(map(_words, office)) for office in offices]
        found = set()
        for words, text in {_words(text): text for text in texts}.items():
            hits = {number for number, accepted in enumerate(forms) if words in accepted}
            found |= hits
            tally.wrong += not hits
            if not hits:
                yield "positions", "wrong", f"{name}: {text}"
        tally.right += len(found)
        tally.missed += len(offices) - len(found)
        for number, office in enumerate(offices):
            if number not in found:
                yield "positions", "missed", f"{name}: {office[0]}"

    def _organisations(self, gold: Gold, document: Document) -> Iterator[tuple[str, str, str]]:
        tally = self.tallies["organisations"]
        wanted = set(gold.organisations)
        given = {(mention.start, mention.end) for body in document.organisations for mention in body.mentions}
        for span in sorted(wanted | given):
            if span in wanted and span in given:
                tally.right += 1
            elif span in wanted:
                tally.missed += 1
                yield "organisations", "missed", _context(gold, span)
            elif not _optional(span, gold):
                tally.wrong += 1
                yield "organisations", "wrong", _context(gold, span)

    def _indicators(self, gold: Gold, document: Document) -> Iterator[tuple[str, str, str]]:
        left = list(gold.indicators)
        kinds = [self.tallies[kind] for kind in ("numbers", "indicators", "full")]
        for given in document.indicators:
            span = given.number.start, given.number.end
            wanted = next((entry for entry in left if _overlap(span, entry.number)), None)
            if wanted is None:
                if not any(_overlap(span, other) for other in gold.optional_indicators):
                    for tally in kinds:
                        tally.wrong += 1
                    yield "indicators", "wrong", _context(gold, span)
                continue
            left.remove(wanted)
            misread = _misread(wanted.noted, given)
            understood = not misread
            measure = wanted.noted.measure
            if measure and _word_f1(given.measure, measure) < MEASURE_F1:
                misread.append(f"measure {given.measure!r} for {measure!r}")
            for tally, right in zip(kinds, (True, understood, not misread), strict=True):
                tally.right += right
                tally.wrong += not right
                tally.missed += not right
            if misread:
                yield "indicators", "misread", f"{_context(gold, span)} [{'; '.join(misread)}]"
        for entry in left:
            for tally in kinds:
                tally.missed += 1
            yield "indicators", "missed", entry.noted.quote


def _misread(wanted: NotedIndicator, given: Indicator) -> list[str]:
    """Say which of value, bound, unit and change differ; a vague sum is judged by unit and change alone."""
    wrong = []
    if wanted.value is not None:
        value = (given.value, given.value_max) if isinstance(wanted.value, tuple) else (given.value,)
        target = wanted.value if isinstance(wanted.value, tuple) else (wanted.value,)
        if not all(a is not None and abs(float(a) - b) <= 1e-6 * max(1.0, abs(b))
                   for a, b in zip(value, target, strict=True)):
            wrong.append(f"value {given.value} for {wanted.value}")
        if given.bound != wanted.bound:
            wrong.append(f"bound {given.bound} for {wanted.bound}")
    if _unit(given.unit) != _unit(wanted.unit):
        wrong.append(f"unit {given.unit} for {wanted.unit}")
    if given.change != wanted.change:
        wrong.append(f"change {given.change} for {wanted.change}")
    return wrong


def _unit(unit: str) -> str:
    """Give one spelling of a unit; the denominator of a rate is not part of it."""
    bare = fold_key(unit.split("/")[0])
    return _UNITS.get(bare, bare)


def _words(string: str) -> str:
    """Give the words of an office; the marks between them do not matter."""
    return " ".join(regex.findall(r"[\w/.]+", fold_key(string)))


def _word_f1(given: str | None, wanted: str) -> float:
    ours, theirs = (Counter(regex.findall(r"\w+", fold_key(text))) for text in (given or "", wanted))
    total = sum(ours.values()) + sum(theirs.values())
    return 2 * sum((ours & theirs).values()) / total if total else 1.0


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _optional(span: Span, gold: Gold) -> bool:
    return span in gold.optional_organisations or (
        any(_overlap(span, other) for other in gold.optional_organisations)
        and not any(_overlap(span, other) for other in gold.organisations))


def _context(gold: Gold, span: Span) -> str:
    content = gold.text.content
    before, after = content[max(0, span[0] - CONTEXT):span[0]], content[span[1]:span[1] + CONTEXT]
    return " ".join(f"{before}[{content[span[0]:span[1]]}]{after}".split())
