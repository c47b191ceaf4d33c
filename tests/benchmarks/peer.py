"""Throughput beside that of underthesea: its word segmentation alone, and its recogniser of names."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence


def rows(texts: Sequence[str], rounds: int) -> Iterator[tuple[str, str]]:
    """Measure in turn, round by round; the recogniser, which is slow, on an eighth of the texts."""
    from underthesea import ner, sent_tokenize, word_tokenize

    from danvan_cli import extract

    def segmented(text: str) -> None:
        for sentence in sent_tokenize(text):
            word_tokenize(sentence)

    def named(text: str) -> None:
        for sentence in sent_tokenize(text):
            ner(sentence)

    few = texts[:max(3, len(texts) // 8)]
    for read in (extract, segmented, named):
        read(texts[0])
    ours, words, ours_few, names = [], [], [], []
    for _ in range(rounds):
        ours.append(seconds(extract, texts))
        words.append(seconds(segmented, texts))
        ours_few.append(seconds(extract, few))
        names.append(seconds(named, few))
    speed = sum(map(len, texts)) / statistics.median(ours) / 1000
    yield "`extract`, thousand characters a second", f"{speed:,.0f}"
    yield "`extract` over `underthesea.word_tokenize`", f"{_ratio(words, ours):.1f} times as fast"
    yield "`extract` over `underthesea.ner`", f"{_ratio(names, ours_few):.0f} times as fast"


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Give how long reading all texts takes."""
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def _ratio(theirs: Sequence[float], ours: Sequence[float]) -> float:
    return statistics.median(their / our for their, our in zip(theirs, ours, strict=True))
