"""Phrases: how far a noun phrase reaches to the right."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.conjuncts import conjunct, states_end
from danvan_cli.find.figures.quantities import quantity_at
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import (
    Word,
    closing_quote,
    ends_label,
    ends_phrase,
    ends_with,
    is_hyphen,
    is_nominal,
    is_verb,
    word_at,
)
from danvan_cli.text.tokens import Token, lowered

# How many tokens a phrase may have, and what stands between a quantity and its value; no conjunct follows one that is
# longer than LONG_CONJUNCT.
PHRASE = 40
VALUE = 3
LONG_CONJUNCT = 4


def noun_phrase(tokens: Sequence[Token], start: int, words: Vocabulary) -> int:
    """Give the token after the noun phrase that begins at `start`; `start` itself where none does.

    A verb stays where it says what kind of thing is counted: after event nouns ("cuộc đối thoại"), and where
    the lexicon calls it defining ("xã đạt chuẩn nông thôn mới").
    """
    head, end = _head(tokens, start, words)
    if end == start:
        return start
    state = _State(tokens, words, head, head_end=end)
    index = end
    while index < min(len(tokens), start + PHRASE) and (next_index := state.step(index)) > index:
        index = next_index
    return index


def _head(tokens: Sequence[Token], start: int, words: Vocabulary) -> tuple[str, int]:
    """Give the kind of the head noun at `start` ("" if unlisted) and the token after it, `start` for none."""
    if start >= len(tokens):
        return "", start
    if tokens[start].text == '"':
        close = closing_quote(tokens, start)
        return "", close if close is not None and close - start > 2 else start
    work = words.work_times.match(tokens, start)
    timed = words.plays(tokens[start].lower, "date") or words.time_units.match(tokens, start)
    if tokens[start].kind != "word" or (timed and not work):
        return "", start
    if words.plays(tokens[start].lower, "determiner") and start + 1 < len(tokens) and tokens[start + 1].kind == "word":
        kind, end = _head(tokens, start + 1, words)
        return kind, max(end, word_at(tokens, start + 1, words).end)
    match = words.classifiers.match(tokens, start)
    word = word_at(tokens, start, words)
    if match or work:
        listed: str = match.entry.get("kind", "") if match else ""
        # "căn nhà lắp ghép": a classifier is often followed by the noun it goes with, as one word or two.
        ends = [found.end for found in (match, work) if found]
        return listed if not match or match.end >= word.end else "", max(word.end, *ends)
    quantity = words.quantities.match(tokens, start)
    if quantity:
        return "event", max(quantity.end, word.end) if is_nominal(tokens, word, words) else quantity.end
    return "", word.end if is_nominal(tokens, word, words) else start


class _State:
    """What has been read of a noun phrase: whether verbs are part of it, and what the last word was."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary, kind: str, head_end: int) -> None:
        self.tokens, self.words, self.kind, self.head_end = tokens, words, kind, head_end
        self.verbs = kind == "event"
        self.after_verb = self.after_about = self.defined = self.long = False

    def step(self, index: int) -> int:
        """Give the token after the next part of the phrase, `index` itself where the phrase ends."""
        tokens, words = self.tokens, self.words
        token = tokens[index]
        if self.kind == "closed":
            return index
        if token.text == '"':
            return closing_quote(tokens, index) or index
        if is_hyphen(tokens, index):
            return index + 2
        if token.text == "/" and index == self.head_end and tokens[index - 1].end == token.start:
            return index  # "từ 48 đến 52 em/lớp": a rate
        if token.text in {",", "-", "/"} or words.plays(token.lower, "pair"):
            if self.after_about and token.text == ",":
                return index
            if self.long or lowered(tokens, index + 1, index + 3) in words.changes:
                return index  # "3 vụ tai nạn, | ít hơn năm trước"
            end = states_end(tokens, index, words) or (
                conjunct(tokens, index, words, kind=self.kind, after_verb=self.after_verb))
            self.long = end - index > LONG_CONJUNCT + 1
            return end
        if token.kind != "word":
            return index
        return self._word(index)

    def _word(self, index: int) -> int:
        tokens, words = self.tokens, self.words
        token, word = tokens[index], word_at(tokens, index, words)
        if token.lower in words.quantities.first_words and _is_valued(tokens, index, words):
            return index  # "3 máy lọc | công suất 50 m3"
        epithet = words.epithets.match(tokens, index)
        if epithet:
            return (
                max(epithet.end, word.end)
                if words.classes.length_at(tokens, index) <= epithet.end - index
                else word.end
            )
        if word.end < len(tokens) and tokens[word.end].kind == "number" and ends_label(tokens, word.end, words):
            named = any(token.is_capital for token in tokens[self.head_end : index])
            return word.end if named else index  # "vốn Chương trình mục tiêu quốc gia", "11 cán bộ | đợt 1/9"
        if index == self.head_end and self._is_kind(word):
            return word.end
        defining = words.defining.match(tokens, index)
        if defining and not self.defined and _has_complement(tokens, defining.end, words):
            self.defined = self.verbs = True
            return defining.end
        if (
            index == self.head_end
            and words.plays(tokens[index - 1].lower, "administrative")
            and ((token.is_capital and not word.classes) or words.plays(token.lower, "administrative"))
        ):
            return index  # "2 xã | An Nhơn Tây", "4 xã | huyện Lương Sơn"
        if (
            token.text[:1].isupper()
            and token.lower in words.surnames
            and index + 1 < len(tokens)
            and (tokens[index + 1].is_capital and not token.text.isupper())
        ):
            return index  # "3 Phó Thủ tướng | Trương Văn An"
        if words.plays(word.text, "about") and self._tells(index) and _followed_by_noun(tokens, word.end, words):
            self.after_about = True
            return word_at(tokens, word.end, words).end
        if (
            words.plays(token.lower, "whole")
            and index + 1 < len(tokens)
            and words.plays(tokens[index + 1].lower, "territory")
        ):
            return index + 2
        if words.plays(token.lower, "reflexive") and index + 1 < len(tokens) and tokens[index + 1].kind == "word":
            return index + 2
        dated = words.plays(token.lower, "period") and words.time_units.match(tokens, index + 1)  # "đầu nhiệm kỳ"
        if dated or ends_phrase(tokens, word, words):
            return index
        return self._plain(token, word, index)

    def _is_kind(self, word: Word) -> bool:
        """Whether a word after the head says what kind it is: its name ("cây sao đen"), its trade ("hộ nuôi tôm")."""
        tokens, words = self.tokens, self.words
        if self.kind == "species":
            stops = any(words.plays(word.text, role) for role in ("predicate", "hard end", "deictic"))
            return word.main != "V" and not stops
        if self.kind != "agent" or not words.plays(word.text, "occupation") or word.end >= len(tokens):
            return False
        after = word_at(tokens, word.end, words)
        return is_nominal(tokens, after, words) and after.main[0] == "N" and not tokens[word.end].is_capital

    def _tells(self, index: int) -> bool:
        """Whether what something is about tells which ones are counted; not so of documents and of people."""
        document = index == self.head_end and ends_with(self.tokens, index, "document", self.words)
        return self.kind != "agent" and not document  # "11 văn bản | về công tác dân vận"

    def _opens_clause(self, word: Word) -> bool:
        """Whether the name of one who acts begins with a word: "5 vấn đề | Thủ tướng kết luận"."""
        tokens, words = self.tokens, self.words
        if self.kind == "agent" or word.start > self.head_end or word.end == word.start + 1:
            return False
        end = word.end
        while end < len(tokens) and (tokens[end].is_capital or words.plays(tokens[end].lower, "adverb")):
            end = word_at(tokens, end, words).end
        if end >= len(tokens) or tokens[end].kind != "word" or not is_verb(word_at(tokens, end, words), words):
            return False
        after = word_at(tokens, end, words).end
        return after == len(tokens) or not tokens[after].is_capital  # "chùa Phật giáo Nam tông Khmer"

    def _goes(self, word: Word) -> bool:
        """Whether a verb of one syllable goes on with a direction, so that it is the predicate."""
        single = word.end == word.start + 1 and word.end < len(self.tokens)
        return single and self.words.plays(self.tokens[word.end].lower, "direction")

    def _plain(self, token: Token, word: Word, index: int) -> int:
        if token.is_capital and self._opens_clause(word):
            return index
        if token.is_capital or word.main[0] == "N" or word.main == "A":
            self.after_verb = self.after_verb and not word.classes
            return word.end
        if word.main == "V":
            if word.end < len(self.tokens) and self.tokens[word.end].kind == "number":
                return index  # "37 vụ tai nạn | làm 41 người chết"
            if self.words.plays(word.text, "occurs") or (index > self.head_end and self._goes(word)):
                return index  # "5 vụ cháy | lan ra rừng"
            if not self.verbs and not ("N" in word.classes and self.kind != "agent"):
                return index
            # One verb defines; the next one after its object is the predicate.
            self.verbs = self.kind == "event"
            self.after_verb = True
            return word.end
        return index


def _is_valued(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a quantity with its own number begins at token `index`: "giá khoảng 350 triệu đồng"."""
    quantity = quantity_at(tokens, index, words)
    if quantity is None:
        return False
    end = quantity.end
    while end < min(len(tokens), quantity.end + VALUE) and tokens[end].lower in words.chain:
        end += 1
    return end < len(tokens) and tokens[end].kind == "number"


def _has_complement(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a defining verb is followed by what it takes."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    return not (words.plays(tokens[index].lower, "end") or words.plays(tokens[index].lower, "pair"))


def _followed_by_noun(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    return (
        index < len(tokens)
        and tokens[index].kind == "word"
        and is_nominal(tokens, word_at(tokens, index, words), words)
    )
