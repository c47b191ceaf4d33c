"""A web page: decoded, parsed without touching the network, its article as text with title, date and site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex
from lxml import etree, html

from danvan_cli.document import Text
from danvan_cli.read.blocks import Block, compose
from danvan_cli.read.decode import REPLACE, decode
from danvan_cli.read.errors import TooLargeError, UndecodableError, UnknownEncodingError
from danvan_cli.read.html.article import choose, find_article, is_document
from danvan_cli.read.html.metadata import author, believed_title, is_of_office, published, site
from danvan_cli.read.html.pieces import Piece, read_pieces
from danvan_cli.read.properties import with_properties

MAX_PAGE = 16 * 1024 * 1024
"""The longest page in bytes; an article with all its scripts has one hundredth of it."""

_HEAD = 4096
_FLAT_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "li", "ol", "p", "section", "table",
    "td", "th", "tr", "ul"))
# Any tag but those of text that is not seen.
_ELEMENT = regex.compile(
    r"</?((?!(?:script|style|head|title|template|noscript|textarea|select)\b)[a-z][a-z0-9]*+)[^<>]*+>",
    regex.IGNORECASE)
_CHARSET = regex.compile(rb"charset\s*+=\s*+[\"']?\s*+([\w.:-]++)", regex.IGNORECASE)


def read_html(data: bytes, source: str, encoding: str | None = None) -> Text:
    """Read the bytes of a web page, or of a document that was saved as one.

    What the page says of its encoding is believed only where the bytes are no text otherwise. Raises ReadError.
    """
    if len(data) > MAX_PAGE:
        raise TooLargeError(source, f"is a web page of more than {MAX_PAGE // 1024 ** 2} MiB; save its text instead")
    text = replace(_decode(data, source, encoding), format="html")
    root = _parse(text.content)
    if root is None:
        return compose((), text)
    pieces = list(read_pieces(root))
    found = find_article(root)
    of_office = is_of_office(root)
    lines = {line for piece in pieces for line in piece.text.split("\n")}
    title = believed_title(root, found.title, lines) if found and not of_office else None
    is_whole = is_document(pieces)
    text = compose(_blocks(pieces if is_whole else choose(pieces, found, title), title, tight=is_whole), text)
    if found is None:
        return replace(text, date=published(root))
    if of_office:
        return with_properties(text, found.title, found.author)
    return replace(text, title=title, date=published(root), author=author(root, found.author),
                   publisher=site(root, found.sitename))


def _decode(data: bytes, source: str, encoding: str | None) -> Text:
    try:
        return decode(data, source, encoding)
    except UndecodableError:
        told = _CHARSET.search(data[:_HEAD])
        if encoding is not None or told is None:
            raise
        try:  # a browser would show the page, with a sign in place of what is damaged
            return decode(data, source, told.group(1).decode("ascii") + REPLACE)
        except UnknownEncodingError:
            pass
        raise


def _parse(content: str) -> etree._Element | None:
    """Parse a page, however bad; None where there is nothing in it."""
    content = content.replace("\0", "")
    root = _tree(content)
    # libxml2 gives up where elements are nested 256 deep, as unclosed ones are in old pages.
    return _tree(_flat(content)) if root is None and _ELEMENT.search(content) else root


def _tree(content: str) -> etree._Element | None:
    # As bytes, for lxml takes no text that tells its encoding. Neither the network nor a DTD is ever used.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    too_deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return None if too_deep else root


def _flat(content: str) -> str:
    """Give a page without elements that are nested: blocks begin a paragraph, other elements are left out."""
    return _ELEMENT.sub(lambda match: "<p>" if match.group(1).lower() in _FLAT_BLOCKS else "", content)


def _blocks(pieces: Sequence[Piece], title: str | None, *, tight: bool) -> Iterator[Block]:
    """Give the blocks of a page; with `tight`, paragraphs without an empty one between them are lines."""
    before: Piece | None = None
    for piece in pieces:
        kind = "title" if piece.tag == "h1" or piece.text == title else piece.kind
        follows = before is not None and before.parent is piece.parent and before.tag == piece.tag == "p"
        yield Block(piece.text, kind, tight and follows and not piece.apart)
        before = piece
