"""Derive `word_classes.tsv`: the words of Vietnamese news with the parts of speech they are used in.

    python -m danvan_cli.lexicon.sources.word_classes ARTICLES.jsonl > danvan_cli/lexicon/word_classes.tsv

ARTICLES.jsonl holds one `{"text": …}` a line. underthesea (Apache-2.0) segments and tags each sentence; a word
that was seen at least `LEAST` times outside proper names, and in `WORD_SHARE` of all its uses, is listed with every
part of speech that makes up `SHARE` of these uses, the most frequent first. What the segmenter cut too long is left
out: a word that holds a conjunction ("tài nguyên và môi trường"), a negation and a longer word ("ngân hàng không"),
and those of `miscut_words.txt`, found by reading ("quy định mức"); `missed_words.tsv` adds words that it cuts in two.
Tags are those of the Vietnamese Treebank (VLSP): N noun, Nc classifier, Nu unit, V verb, A adjective, R adverb,
E preposition, C conjunction, L determiner, M numeral, P pronoun, T particle, X other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from danvan_cli.text.fold import fold_key

LEAST = 3
SHARE = 0.12
WORD_SHARE = 0.3
CONJUNCTIONS = {"và", "hoặc", "nhưng"}
NEGATION = "không"
NOT_WORDS = {"CH", "Np", "Ny", "Nb", "B", "FW", "S", "Y", "Z"}


def count_classes(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """Count the parts of speech of every word of the texts."""
    from underthesea import pos_tag, sent_tokenize

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for line in text.splitlines():
            for sentence in sent_tokenize(line):
                for word, tag in pos_tag(sentence):
                    counts[fold_key(word)][tag] += 1
    return counts


def rows(counts: dict[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    """Give each word that is frequent enough with its parts of speech, sorted by word."""
    miscut = set(_lines("miscut_words.txt"))
    missed = dict(line.split("\t") for line in _lines("missed_words.tsv"))
    for word in sorted({*counts, *missed}):
        if word in missed:
            yield word, missed[word]
            continue
        tags = counts[word]
        if word in miscut or cut_too_long(word, counts):
            continue
        if not word.strip() or not all(syllable.isalpha() for syllable in word.split()):
            continue
        used = Counter({tag: n for tag, n in tags.items() if tag not in NOT_WORDS})
        total = sum(used.values())
        if total < LEAST or total < WORD_SHARE * sum(tags.values()):
            continue
        yield word, "|".join(tag for tag, n in used.most_common() if n >= SHARE * total)


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


def cut_too_long(word: str, counts: Container[str]) -> bool:
    """Whether a word is rather several."""
    syllables = word.split()
    if len(syllables) == 1:
        return False
    rest = [part for part, at in ((syllables[:-1], -1), (syllables[1:], 0)) if syllables[at] == NEGATION]
    return not CONJUNCTIONS.isdisjoint(syllables) or any(len(part) > 1 and " ".join(part) in counts for part in rest)


def main() -> None:
    """Read the articles named on the command line and print the table."""
    texts = (json.loads(line)["text"] for path in sys.argv[1:] for line in open(path, encoding="utf-8"))  # noqa: PTH123, SIM115
    print("# Words with their parts of speech, most frequent first.\n"  # noqa: T201
          "# Source: derived by danvan_cli/lexicon/sources/word_classes.py: underthesea 9.5.0 (Apache-2.0) over\n"
          "# 3,000 Vietnamese news articles; counts only, no text.\n"
          "form\tclasses")
    for word, classes in rows(count_classes(texts)):
        print(f"{word}\t{classes}")  # noqa: T201


if __name__ == "__main__":
    main()
