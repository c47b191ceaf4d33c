"""Kinds: what each paragraph of a page is, told by its wording and by where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from operator import attrgetter

import regex
from msgspec import Struct

from danvan_cli.lexicon import Lexicon
from danvan_cli.segment.credits import REACH, Credit, names_in, opens_caption, read_credit, read_picture_credit
from danvan_cli.segment.furniture import is_furniture, is_link, is_pointer, opens_links
from danvan_cli.segment.marked import Kinded
from danvan_cli.segment.stamps import is_stamp, read_signed
from danvan_cli.text.fold import Folded

HEAD = 6
"""How many paragraphs may stand before the by-line below a title."""
# Code points from which on a paragraph is prose, and a line is a sentence; and those of the longest caption.
_PROSE, _SENTENCE, _LONGEST_CAPTION = 120, 20, 500
# What stands after this share of a text, or is one of so many last paragraphs, may be after its end.
_TAIL, _LAST = 0.5, 3
_LONGEST_SYLLABLE = 8  # "Nguyễn " and more
# More lines that may be credits are a list of names; further down than so many lines there is no head.
_MOST_CREDITS, _MOST_LINES = 16, 40
_STOPPED = regex.compile(r"[.!?…\"')/]\s*+$")


class Piece(Struct):
    """A paragraph, or a part of one, in the making; `credit` is what may be a credit if it stands where one does."""

    start: int
    end: int
    kind: str
    credit: Credit | None = None


def tell_kinds(folded: Folded, spans: Sequence[Kinded], lexicon: Lexicon) -> list[Kinded]:
    """Give the paragraphs of a text with their kinds, a picture's credit apart from its caption.

    Those whose kind is told already keep it. Others are body, caption, credit (of a picture), byline, source or
    furniture; what may be one of these and may be the text itself is body.
    """
    pieces: list[Piece] = []
    for start, end, kind in spans:
        pieces += _pieces(folded, start, end, lexicon) if not kind or kind == "caption" else [Piece(start, end, kind)]
    _mark_links(folded, pieces, lexicon)
    _mark_credits(folded, pieces, lexicon)
    return [(piece.start, piece.end, piece.kind) for piece in pieces]


def _pieces(folded: Folded, start: int, end: int, lexicon: Lexicon) -> list[Piece]:
    """Tell a paragraph by its wording alone."""
    text = folded.text
    if end - start > _PROSE and text.endswith(".", start, end) and not _has_colon(text, start, end):
        return [Piece(start, end, "body")]  # most paragraphs
    signed = read_signed(text, start, end, lexicon)
    if signed and (credit := read_credit(text, *signed.who, lexicon)):
        who = Piece(*signed.who, credit.kind if credit.sure else "body", credit)
        return sorted([who, Piece(*signed.stamp, "body")], key=attrgetter("start"))
    if is_furniture(folded.lower[start:end], lexicon):
        return [Piece(start, end, "furniture")]
    picture = read_picture_credit(text, start, end, lexicon)
    if picture and not text[start:picture.start].strip():
        return [Piece(start, end, "credit")]
    if picture:  # of the caption before it, or of its author's line
        before = start + len(text[start:picture.start].rstrip())
        kind = "caption" if before - start <= _LONGEST_CAPTION else "body"
        return [_line(text, start, before, kind, lexicon), Piece(picture.start, end, "credit")]
    return [_line(text, start, end, "caption" if opens_caption(text, start, end, lexicon) else "body", lexicon)]


def _line(text: str, start: int, end: int, kind: str, lexicon: Lexicon) -> Piece:
    """Give a line as the credit that it is or may be, else as of a kind."""
    credit = read_credit(text, start, end, lexicon)
    return Piece(start, end, credit.kind if credit and credit.sure else kind, credit)


def _has_colon(text: str, start: int, end: int) -> bool:
    """Whether a colon stands where that of a credit or a caption does."""
    return text.find(":", start, start + REACH) >= 0 or text.find(":", max(start, end - REACH), end) >= 0


def _mark_links(folded: Folded, pieces: Sequence[Piece], lexicon: Lexicon) -> None:
    """Mark pointers that stand together, and what stands below "Tin liên quan".

    That is all to the end of the page if no prose follows, else what has bullets. A single pointer may belong to the
    text ("> > Xem video: …").
    """
    inside, last_prose = False, None
    for at, piece in enumerate(pieces):
        if piece.kind == "furniture":
            if opens_links(folded.lower[piece.start:piece.end], lexicon):
                inside = True
                last_prose = _last_prose(folded, pieces) if last_prose is None else last_prose
        elif inside and piece.kind == "body":
            inside = is_link(folded.lower[piece.start:piece.end], bulleted=at < (last_prose or 0))
            piece.kind = "furniture" if inside else "body"
        elif at and is_pointer(folded.text, piece.start, piece.end):
            before = pieces[at - 1]
            if is_pointer(folded.text, before.start, before.end):
                before.kind = piece.kind = "furniture"


def _mark_credits(folded: Folded, pieces: Sequence[Piece], lexicon: Lexicon) -> None:
    """Mark the names and sources that stand where a credit does: below the title or after the text."""
    unsure = [at for at, piece in enumerate(pieces) if at and piece.credit and not piece.credit.sure]
    if len(unsure) > _MOST_CREDITS:  # a list of names
        return
    for at in unsure:
        piece, credit = pieces[at], pieces[at].credit
        if credit is None or not (_is_in_tail(folded, pieces, at) or _is_in_head(folded, pieces, at, lexicon)):
            continue
        # Capitals are as often a heading: they are a name at the end of the text only.
        if (folded.text[piece.start:piece.end].isupper() and credit.kind == "byline"
                and any(_is_prose(folded, after) for after in pieces[at + 1:])):
            continue
        if credit.kind == "source" or not _is_spoken_of(folded, pieces, piece, credit):
            piece.kind = credit.kind
            if credit.kind == "byline":
                _mark_captions(folded, pieces[at + 1:])


def _mark_captions(folded: Folded, pieces: Sequence[Piece]) -> None:
    """Mark what stands after the author's name at the end of a page."""
    if all(piece.end - piece.start <= _LONGEST_CAPTION and not _is_prose(folded, piece) for piece in pieces):
        for piece in pieces:
            piece.kind = "caption" if piece.kind == "body" and piece.credit is None else piece.kind


def _is_in_tail(folded: Folded, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line stands after the text: late, and below a finished sentence, a caption or another credit."""
    piece = pieces[at]
    before = next((one for one in reversed(pieces[:at]) if one.kind != "furniture"), piece)
    late = len(pieces) - at <= _LAST or piece.start >= _TAIL * len(folded.text)
    return late and (before.kind in {"caption", "credit", "source", "byline"}
                     or bool(_STOPPED.search(folded.text, max(before.start, before.end - 4), before.end)
                             and before.end - before.start > _SENTENCE))


def _is_in_head(folded: Folded, pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Whether a line stands between the title and the text."""
    if at >= _MOST_LINES or sum(piece.kind != "furniture" for piece in pieces[:at]) > HEAD:
        return False
    after = next((piece for piece in islice(pieces, at + 1, None) if piece.kind != "furniture"
                  and not is_stamp(folded.text, piece.start, piece.end, lexicon)), None)
    return (after is not None and _is_prose(folded, after)
            and not any(_is_prose(folded, piece) for piece in pieces[:at]))


def _is_spoken_of(folded: Folded, pieces: Sequence[Piece], line: Piece, credit: Credit) -> bool:
    """Whether the text itself names one of the authors, who then are none: the line is a caption or a heading."""
    names = names_in(folded.text[credit.who_start:credit.who_end])
    return any(_names(folded.text[piece.start:piece.end], name) for piece in pieces for name in names
               if piece is not line and piece.kind in {"body", "caption"} and piece.credit is None)


def _names(text: str, name: str) -> bool:
    """Whether a text names somebody so; a short name inside a longer one is another's."""
    at = text.find(name)
    while at >= 0:
        after = at + len(name)
        syllable = text[max(0, at - _LONGEST_SYLLABLE):at].split(" ")[-2:-1]
        longer = name.count(" ") == 1 and syllable and syllable[0][:1].isupper()
        if not longer and not text[after:after + 1].isalpha():
            return True
        at = text.find(name, after)
    return False


def _last_prose(folded: Folded, pieces: Sequence[Piece]) -> int:
    return next((at for at in range(len(pieces) - 1, -1, -1) if _is_prose(folded, pieces[at])), -1)


def _is_prose(folded: Folded, piece: Piece) -> bool:
    return (piece.kind == "body" and piece.end - piece.start > _PROSE
            and bool(_STOPPED.search(folded.text, max(piece.start, piece.end - 4), piece.end)))
