"""Citations: the legal and Party documents that a sentence names ("Nghị quyết số 25-NQ/TW của Bộ Chính trị")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from danvan_cli.find.mentions import BodyMention, CitationMention
from danvan_cli.lexicon import Entry, Lexicon
from danvan_cli.lexicon.word_classes import load_word_classes
from danvan_cli.segment import Page, Sentence
from danvan_cli.text.pattern import lazy_pattern
from danvan_cli.text.tokens import Token

# The number of a document as Decree 30/2020/NĐ-CP and Guide 36-HD/VPTW write it: digits, then the symbols of type
# and issuer behind hyphens and slashes. A bare number ("Nghị quyết 39") is taken only after these.
_NUMBER = lazy_pattern(
    r"\s*+(?P<so>số\s*+:?\s*+)?"
    r"(?P<number>\d{1,5}(?:[-/]\d{4})?(?:\s?[-/]\s?[\p{L}&]{1,12})++|\d{1,4}(?:/\d{4})?(?![\d.,/%-]))")
_NUMBER_SIGN = "số"
_OWN_NUMBER = lazy_pattern(
    rf"{_NUMBER_SIGN}\s*+:?\s*+"
    r"(?P<number>\d{1,5}\s?[-/]\s?(?:(?:19|20)\d\d/)?(?P<symbol>\p{L}{2,6})(?:\s?[-/]\s?[\p{L}&]{1,12})*+)$")
_DATED = lazy_pattern(
    r"\s*+\(?,?\s*+ngày\s++"
    r"(?P<day>\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{4}|\d{1,2}\s++tháng\s++\d{1,2}\s*+(?:,\s*+)?năm\s++\d{4})\)?")
_OF = lazy_pattern(r"\s*+,?\s*+của\s++")
_QUOTED = lazy_pattern(r'\s*+(?:về\s++|")(?<=["\s])"?(?P<name>[^"\n]{3,150})"')
_YEAR = lazy_pattern(r"\s*+(?:năm\s++)?(?:19|20)\d\d(?!\d)")


def find_citations(
    page: Page, sentence: Sentence, at: Sequence[int], bodies: Sequence[BodyMention], lexicon: Lexicon,
) -> tuple[CitationMention, ...]:
    """Find the documents that a sentence names, in text order; `at` are the tokens at which one may begin."""
    own = _own_number(page, sentence, lexicon)
    if own:
        return (own,)
    if not at:
        return ()
    found: list[CitationMention] = []
    types, tokens = lexicon.gazetteer("document_types"), sentence.tokens
    starts = [body.start for body in bodies]
    for index in at:
        start = tokens[index].start
        if (found and start < found[-1].end) or _inside(start, bodies, starts):
            continue
        match = types.match(tokens, index)
        citation = match and _citation(page, sentence, index, match.end, match.entry, bodies, starts)
        if citation:
            found.append(citation)
    return tuple(found)


def _inside(position: int, bodies: Sequence[BodyMention], starts: Sequence[int]) -> bool:
    """Whether a body begins before `position` and goes on after it."""
    before = bisect_left(starts, position) - 1
    return before >= 0 and position < bodies[before].end


def _citation(
    page: Page, sentence: Sentence, first: int, last: int, entry: Entry, bodies: Sequence[BodyMention],
    starts: Sequence[int],
) -> CitationMention | None:
    """Read what follows the type at tokens `first:last`: a number, a quoted name, or the name of a law."""
    tokens = sentence.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    numbered = _NUMBER.match(page.folded.lower, end, sentence.end)
    number: str | None = None
    if numbered and (numbered["so"] or not numbered["number"].isdigit() or _bare_number(tokens, last, entry)):
        number = "".join(page.text(*numbered.span("number")).split())
        end, rule = numbered.end(), "citation.type-number"
    elif entry.get("named") and tokens[first].is_capital:
        stop = _named_end(page, sentence, last)
        if not stop:
            return None
        end, rule = stop, "citation.type-name"
    else:
        return None
    dated = _DATED.match(page.folded.lower, end, sentence.end)
    of = _OF.match(page.folded.lower, dated.end() if dated else end, sentence.end)
    after = bisect_left(starts, of.end()) if of else len(starts)
    issuer = bodies[after] if of and after < len(starts) and starts[after] == of.end() else None
    return CitationMention(start, end, entry.form.capitalize(), number, issuer, dated["day"] if dated else None, rule)


def _bare_number(tokens: Sequence[Token], index: int, entry: Entry) -> bool:
    """Whether a number without "số" names the document: "Nghị quyết 39", not "kế hoạch 5 năm"."""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return (tokens[index - 1].kind == "word" and not entry.get("named") and len(tokens[index].text) > 1
            and "N" not in load_word_classes().classes(after) and after not in ("%", "tháng", "năm"))


def _named_end(page: Page, sentence: Sentence, index: int) -> int | None:
    """Give where the name of a law ("Luật Hôn nhân và gia đình 2014") or a quoted name ends."""
    tokens = sentence.tokens
    end = tokens[index - 1].end
    quoted = _QUOTED.match(page.folded.text, end, sentence.end)
    if quoted:
        return int(quoted.end())
    if index >= len(tokens) or not tokens[index].is_capital:
        return None
    words = [token.lower for token in tokens[index:index + 12]]
    step = load_word_classes().longest(words, 0)
    verb = load_word_classes().classes(" ".join(words[:step]))[:1] == ("V",)
    while index + step < len(tokens) and step < len(words) and _goes_on(tokens, index + step, verb=verb):
        step += load_word_classes().longest(words, step)
    end = tokens[index + step - 1].end
    year = _YEAR.match(page.folded.lower, end, sentence.end)
    return int(year.end()) if year else end


def _goes_on(tokens: Sequence[Token], index: int, *, verb: bool) -> bool:
    """Whether the name of a law goes on at a token: another capital, "và" and a noun, the object of its verb.

    The verb's object ends where the sentence goes on: at a mark, an adverb ("đã"), another verb or the year.
    """
    token = tokens[index]
    if token.kind != "word":
        return False
    if token.is_capital or token.lower == "và" or tokens[index - 1].lower == "và":
        return True
    first = load_word_classes().classes(token.lower)[:1]
    return verb and first not in (("R",), ("C",), ("P",), ("V",)) and token.lower != "năm"


def _own_number(page: Page, sentence: Sentence, lexicon: Lexicon) -> CitationMention | None:
    """Read the line that numbers the document itself: "Số 87-BC/BDV"."""
    if not page.folded.lower.startswith(_NUMBER_SIGN, sentence.start):
        return None  # most sentences
    line = _OWN_NUMBER.match(page.folded.lower, sentence.start, sentence.end)
    entry = line and _symbols(lexicon).get(line["symbol"])
    if not line or not entry:
        return None
    return CitationMention(sentence.start, line.end(), entry.form.capitalize(), page.text(*line.span("number")),
                           None, None, "citation.own-number")


@cache
def _symbols(lexicon: Lexicon) -> dict[str, Entry]:
    return {symbol.lower(): entry for entry in lexicon.entries("document_types")
            for symbol in entry.get("symbol", "").split("|") if symbol}
