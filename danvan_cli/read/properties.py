"""The properties of an office file: who made it and what it is called, where they can be believed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from danvan_cli.document import Text
from danvan_cli.lexicon.entry import load_entries
from danvan_cli.text.fold import fold_key

_WORD = regex.compile(r"[\p{L}\p{M}]++")
_MAX_NAME_WORDS = 5
_MIN_TITLE_WORDS = 4
# How far into a text its title is looked for, in characters.
_BEGINNING = 4000


def with_properties(text: Text, title: str | None, author: str | None) -> Text:
    """Give the text with the title and author that its file tells, where they are what they say.

    Word fills the title with whatever line came first, or keeps a template's: it must stand at the beginning of
    the text and be longer than a line of a letterhead's. The author is often the computer's name: it must be
    the name of a person.
    """
    return replace(text, title=_believed_title(title, text.content), author=_person(author))


def _believed_title(title: str | None, content: str) -> str | None:
    words = (title or "").split()
    found = len(words) >= _MIN_TITLE_WORDS and fold_key(" ".join(words)) in fold_key(content[:_BEGINNING])
    return " ".join(words) if found else None


def _person(name: str | None) -> str | None:
    words = (name or "").split()
    is_name = (1 < len(words) <= _MAX_NAME_WORDS and all(map(_WORD.fullmatch, words))
               and fold_key(words[0]) in _surnames())
    return " ".join(words) if is_name else None


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold_key(entry.form) for entry in load_entries("surnames"))
