"""Names that hold a number: streets, places, brands, campaigns ("ấp Mới 2", “5 không, 3 sạch”)."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.find.figures.figure import Figure
from danvan_cli.find.figures.vocabulary import Vocabulary
from danvan_cli.find.figures.words import is_counted, longest_word, role_start
from danvan_cli.text.tokens import Token

# How many tokens before a number the quotation that it ends may open.
QUOTED = 4


def name(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Exclude a house number before a street, and the number that ends a name: "12 Tôn Đức Thắng", "PMU 1"."""
    before = tokens[figure.first - 1] if figure.first else None
    if tokens[figure.first].text[1:] == ".0" and before and before.kind == "word":
        return "version"  # "cách mạng công nghiệp 4.0"
    if before and figure.kind == "digits" and not words.classifiers.match(tokens, figure.end):
        coded = before.text.isupper() and before.kind == "word" and not _is_headline(tokens, figure.first)
        if coded or (
            before.text == "-"
            and before.end == tokens[figure.first].start
            and figure.first > 1
            and tokens[figure.first - 2].is_capital
        ):
            return "code"
        if _is_numbered_place(tokens, figure.first, words) and not is_counted(tokens, figure.end, words):
            return "place"
    if figure.end >= len(tokens) or figure.kind not in {"digits", "range"}:
        return None
    after = tokens[figure.end]
    if after.text == '"' and any(token.text == '"' for token in tokens[max(0, figure.first - QUOTED) : figure.first]):
        return "quoted"  # mũi "sởi 0"
    if not after.is_capital or (len(after.text) > 1 and after.text.isupper()):
        return None
    # "4 Phó Bí thư", "12 Bằng khen": a title or an honour; a noun of one syllable is rather a name ("3 Miền").
    # So is one all of whose syllables have a capital ("243 Cách Mạng Tháng Tám").
    second = tokens[figure.end + 1] if figure.end + 1 < len(tokens) else None
    worded = " " in longest_word(tokens, figure.end, words) and not (second and second.is_capital)
    titled = worded or words.classifiers.match(tokens, figure.end)
    return None if titled and is_counted(tokens, figure.end, words) else "name"


def _is_numbered_place(tokens: Sequence[Token], index: int, words: Vocabulary) -> bool:
    """Whether a place with a name of one or two words stands before token `index`: "ấp Mới | 2"."""
    return tokens[index - 1].is_capital and any(
        index > length
        and all(token.is_capital for token in tokens[index - length : index])
        and not tokens[index - length - 1].is_capital
        and words.plays(tokens[index - length - 1].lower, "hamlet")
        for length in (1, 2)
    )


def _is_headline(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words around token `index` are all in capitals, so that capitals tell nothing."""
    around = tokens[max(0, index - 6) : index + 6]
    return sum(token.text.isupper() for token in around) * 2 > len(around)


def campaign(tokens: Sequence[Token], figure: Figure, words: Vocabulary) -> str | None:
    """Exclude numbers in the quoted name of a campaign: "phong trào “5 không, 3 sạch”"."""
    quotes = [i for i in range(max(0, figure.first - 7), figure.first) if tokens[i].text == '"']
    opening = quotes[-1] if quotes else 0
    if not opening:
        return None
    if role_start(tokens, opening, "campaign", words, 3) == opening:
        return None
    closing = next((i for i in range(figure.last, min(len(tokens), figure.last + 14)) if tokens[i].text == '"'), None)
    return "campaign" if closing is not None else None
