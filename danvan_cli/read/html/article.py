"""The article of a web page, told from the menus, margins and links around it."""

from __future__ import annotations

import logging
from collections.abc import Container, Sequence
from itertools import accumulate

import regex
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document as Found

from danvan_cli.read.html.metadata import opens_credit
from danvan_cli.read.html.pieces import Piece
from danvan_cli.read.html.tables import spanned

_MAX_ELEMENTS, _MAX_TABLES = 20_000, 300
_MOSTLY_LINKS = 0.5
# A page with fewer lines of links, and no part that HTML calls a menu or a margin, is a document and not of a site.
_FEW_LINKS = 8
_SPACE = regex.compile(r"\s+")
# What an article is written in; short lines in anything else (`<div>`) are dates, shares, counters.
_PROSE_TAGS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "dd", "dt", "pre"))
_PROSE = 100
"""Code points of a piece that is prose whatever it is set in, and of the longest line of credits."""
_LONGEST_HEAD = 12
"""How many pieces above the prose may be of the article."""
_MENU = 3
"""How many links make a menu."""
_REACH = 3
"""How many pieces may stand between the article and the line with its author."""


def find_article(root: etree._Element) -> Found | None:
    """Let trafilatura find the article and what the page tells of it; None where it finds none.

    It is not asked about pages of more tables and elements, or places that cells of tables span, than any article has:
    its time grows with their square.
    """
    tables = sum(1 for _ in root.iter("table"))
    if tables > _MAX_TABLES or any(size >= _MAX_ELEMENTS for size in accumulate(map(spanned, root.iter()))):
        return None
    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # else their remarks go to standard error
    return bare_extraction(root, include_comments=False, with_metadata=True,  # type: ignore[return-value]  # no dict is asked for
                           date_extraction_params={"extensive_search": False, "original_date": True})


def choose(pieces: Sequence[Piece], found: Found | None, title: str | None) -> list[Piece]:
    """Give the pieces that are of the article.

    They are those that trafilatura kept, and between them, or beside them in the same element, what it left for
    being short: captions, lines of a letterhead, signatures; with its title and its author. Where trafilatura found
    none, all but links.
    """
    inside = [piece for piece in pieces if not piece.around]
    told = frozenset() if found is None or found.body is None else _lines(found.body)
    chosen = [at for at, piece in enumerate(inside) if piece.linked <= _MOSTLY_LINKS and _is_told(piece, told)]
    if not chosen:
        return [piece for piece in inside if piece.linked <= _MOSTLY_LINKS]
    prose = next((at for at in chosen if len(inside[at].text) > _PROSE), chosen[0])
    first, head = _head(inside, prose, title)
    kept = {at for at in chosen if at >= first}
    start, end = min(kept), chosen[-1]
    parents = {inside[start].parent, inside[end].parent}

    def is_of_article(at: int, piece: Piece) -> bool:
        if at in kept or _is_title(piece, title):
            return True
        if at >= first and start - _REACH <= at <= end + _REACH and _is_credit(piece):
            return True
        if piece.linked > _MOSTLY_LINKS:
            return False
        return head <= at < prose or (
            at >= first and (start < at < end or _is_beside(piece, parents)) and _is_text(piece))

    return [piece for at, piece in enumerate(inside) if is_of_article(at, piece)]


def _head(pieces: Sequence[Piece], prose: int, title: str | None) -> tuple[int, int]:
    """Tell before which piece there is nothing of the article, and where the lines above its prose begin.

    They begin with its title, or else below the menu, and not far above: trafilatura leaves the lead out, and the line
    with the date.
    """
    near = range(prose - 1, max(prose - _LONGEST_HEAD, 0) - 1, -1)
    links = (at for at in range(prose - 1, -1, -1) if _is_menu(pieces, at))
    first = next(links, -1) + 1
    titled = next((at for at in near if _is_title(pieces[at], title)), None)
    if titled is not None:
        return min(first, titled), titled
    return first, max(first, near[-1] if near else 0)


def _is_menu(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece is the last of several links."""
    return pieces[at].links >= _MENU or (at + 1 >= _MENU and all(
        piece.linked > _MOSTLY_LINKS for piece in pieces[at + 1 - _MENU:at + 1]))


def _is_title(piece: Piece, title: str | None) -> bool:
    if not title:
        return False
    return _squeeze(piece.text) == _squeeze(title)


def _is_text(piece: Piece) -> bool:
    """Whether a piece is set or as long as what an article is written in, not a date, a share or a counter."""
    return piece.kind is not None or piece.tag in _PROSE_TAGS or len(piece.text) > _PROSE


def _is_credit(piece: Piece) -> bool:
    """Whether a line gives the author or the source, by its class or by its words: "Tác giả: …", "Nguồn tin: …"."""
    return piece.kind == "byline" or (len(piece.text) <= _PROSE and ":" in piece.text and opens_credit(piece.text))


def is_document(pieces: Sequence[Piece]) -> bool:
    """Whether there is nothing but a document on the page: hardly a link, no menu, no margin."""
    links = sum(max(piece.links, 1) for piece in pieces if piece.linked > _MOSTLY_LINKS)
    return links < _FEW_LINKS and not any(piece.around for piece in pieces)


def _is_beside(piece: Piece, parents: Container[etree._Element | None]) -> bool:
    if piece.kind != "caption" or piece.parent is None:
        return piece.parent in parents
    return piece.parent in parents or any(place in parents for place in piece.parent.iterancestors())


def _lines(body: etree._Element) -> frozenset[str]:
    """Give the lines of trafilatura's tree, without white space."""
    lines, line = set(), ""
    for event, node in etree.iterwalk(body, events=("start", "end")):
        is_break = node.tag not in ("hi", "ref", "del", "graphic")
        if is_break:
            lines.add(_squeeze(line))
            line = ""
        line += (node.text if event == "start" else node.tail) or ""
    return frozenset((*lines, _squeeze(line))) - {""}


def _is_told(piece: Piece, told: frozenset[str]) -> bool:
    if piece.kind == "table":
        cells = [_squeeze(cell) for cell in piece.text.replace("\n", "\t").split("\t")]
        return sum(cell in told for cell in cells) > len(cells) / 2
    return any(_squeeze(line) in told for line in piece.text.split("\n") if line)


def _squeeze(text: str) -> str:
    return _SPACE.sub("", text)
