"""What can be wrong with lexicon entries beyond the schema, which the loader keeps."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from danvan_cli.lexicon.entry import Entry
from danvan_cli.lexicon.gazetteer import Gazetteer
from danvan_cli.text.fold import fold
from danvan_cli.text.tokens import tokenise


def problems(entries: Iterable[Entry], *, rejects: bool = True) -> Iterator[tuple[int, str]]:
    """Give, in one line each, what is wrong with entries, and with which (from 0): spelling, doubles, dates, examples.

    `rejects` tells whether to look for the entries in their `not` too: in files whose readers look further
    than the wording, to be found there is no fault. Patterns ("[trong] năm {y}") are for their own readers.
    """
    seen: set[tuple[object, ...]] = set()
    for number, entry in enumerate(entries):
        # A word may stand for several things, told apart by what else the entry says.
        key = (entry.type, entry.form, entry.case, *sorted(map(str, entry.attributes.items())))
        if key in seen:
            yield number, f"{entry.form}: stands twice"
        seen.add(key)
        for problem in (*_spelling(entry), *_dates(entry), *_examples(entry, rejects=rejects)):
            yield number, f"{entry.form}: {problem}"


def _spelling(entry: Entry) -> Iterator[str]:
    for form in entry.forms:
        if form != unicodedata.normalize("NFC", form):
            yield f"`{form}` is not composed Unicode (NFC)"
        if form != " ".join(form.split()):
            yield f"`{form}` has spaces too many"
    if len(set(entry.forms)) < len(entry.forms):
        yield "a wording stands twice"


def _dates(entry: Entry) -> Iterator[str]:
    for key, day in (("valid_from", entry.valid_from), ("valid_to", entry.valid_to)):
        if day is not None and not _is_date(day):
            yield f"`{key}` is no date (YYYY-MM-DD): {day}"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _examples(entry: Entry, *, rejects: bool) -> Iterator[str]:
    if any(mark in form for form in entry.forms for mark in "{["):
        return
    words = Gazetteer([entry])
    for text in entry.examples:
        if not _found(words, text):
            yield f"not found in its example `{text}`"
    for text in entry.rejects if rejects else ():
        if _found(words, text):
            yield f"found in `{text}`, where it must not be"


def _found(words: Gazetteer, text: str) -> bool:
    folded = fold(text)
    return bool(words.find_all(tokenise(folded.text)))
