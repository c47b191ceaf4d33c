"""Words: underthesea's segmentation behind one class, with offsets into the text as read.

underthesea gives strings without offsets and respells what it reads ("hoà" becomes "hòa"), sometimes with
more characters than before (https://github.com/undertheseanlp/underthesea/issues/684). Here it gets the
folded text and is told to respell nothing, so that each word is found again character by character. Where
that fails, and where it cannot be trusted, danvan's own tokens stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex
from msgspec import Struct

from danvan_cli.segment.underthesea import Model, load_underthesea
from danvan_cli.text.fold import Folded, fold
from danvan_cli.text.tokens import tokenise

_STRING = regex.compile(r"\S++")
# The model is given at once what ends with a stop beyond so many characters, or at the greater number.
_STRETCH, _LONGEST_STRETCH = 1000, 4000
_STOPS = (".", "!", "?", "…", ";")
# Strings that the model never sees: addresses of the web, on which its patterns take exponential time
# ("http://!!!!!!!!!!!!!!!!!!!!!!!!"); very long ones, on which they take quadratic time; marks that no letter
# takes in, which it parts from their letter; lone surrogates, which it cannot encode.
_UNSAFE = regex.compile(r"(?P<address>(?:https?|ftps?):|[a-z0-9-]\.[a-z]{2,13}/|www\.)|[\p{M}\p{Cs}]|.{60}",
                        regex.IGNORECASE)
_TRAILING_MARKS = "!()[]{};:'\".,<>?…"


class Word(NamedTuple):
    """A word: its folded spelling, single spaces between syllables, and where it stands in the raw text."""

    text: str
    start: int
    end: int


class WordSegmenter(Struct, frozen=True):
    """Cuts any text into words of one or more syllables.

    `load` gives the model when the first word is asked for; without it each syllable, number or mark is a
    word. The model that underthesea brings needs neither the network nor a home folder.
    """

    load: Callable[[], Model] | None = load_underthesea

    def words(self, text: str) -> tuple[Word, ...]:
        """Give the words of a sentence, in order, with offsets into it.

        No two overlap, and together they cover all characters but spaces and invisible marks. Line ends are
        spaces like others. Any string at all is accepted. Raises SegmenterError where there is no model.

        >>> WordSegmenter(None).words("Hoà  Bình")
        (Word(text='Hòa', start=0, end=3), Word(text='Bình', start=5, end=9))
        """
        folded = fold(text)
        spans: list[tuple[int, int]] = []
        for start, end in self._spans(folded):
            if spans and folded.raw(start, end)[0] < folded.raw(*spans[-1])[1]:
                spans[-1] = spans[-1][0], end  # two parts of one raw character
            else:
                spans.append((start, end))
        return tuple(Word(" ".join(folded.text[start:end].split()), *folded.raw(start, end))
                     for start, end in spans)

    def _spans(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Give the folded spans of the words."""
        for start, end, is_safe in _stretches(folded.text):
            spans = _model_spans(self.load(), folded.text, start, end) if is_safe and self.load else None
            yield from _own_spans(folded, start, end) if spans is None else spans


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Cut a text into what the model may see at once, and the strings that it may not."""
    first, end = None, 0
    for string in _STRING.finditer(text):
        is_safe = not _UNSAFE.search(text, *string.span())
        if first is not None and (not is_safe or end - first > (
                _STRETCH if text[end - 1] in _STOPS else _LONGEST_STRETCH)):
            yield first, end, True
            first = None
        if is_safe:
            first = string.start() if first is None else first
            end = string.end()
        else:
            yield *string.span(), False
    if first is not None:
        yield first, end, True


def _model_spans(model: Model, text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """Give the spans of the model's words in the stretch `start:end`, None where they are not its text."""
    try:
        words = model(text[start:end])
    except Exception:
        return None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of the Rust core, which derives it from BaseException
            return None
        raise
    spans = []
    for word in words:
        first = None
        for syllable in word.split():
            while start < end and text[start].isspace():
                start += 1
            if not text.startswith(syllable, start, end):
                return None
            first = start if first is None else first
            start += len(syllable)
        if first is not None:
            spans.append((first, start))
    return spans if not text[start:end].strip() else None


def _own_spans(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the spans of danvan's tokens, an address of the web as one."""
    found = _UNSAFE.search(folded.text, start, end)
    if found and found.lastgroup == "address":
        address = folded.text[start:end].rstrip(_TRAILING_MARKS)
        if address:
            yield start, start + len(address)
        start += len(address)
    for token in tokenise(folded.text, start, end):
        yield token.start, token.end
