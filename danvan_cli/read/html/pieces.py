"""The pieces of a web page: its paragraphs, headings, captions, list items and tables in document order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import regex
from lxml import etree

from danvan_cli.read.html.tables import find_tables, read_table

# What starts on a line of its own.
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What no reader of a page sees as its text.
_UNSEEN = frozenset((
    "applet", "audio", "button", "canvas", "datalist", "embed", "frameset", "head", "iframe", "input", "map",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video"))
_AROUND = frozenset(("aside", "footer", "menu", "nav"))
_HIDDEN = regex.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all", regex.IGNORECASE)
# What pages part by their styles; other elements are parts of words ("<b>H</b>ọp").
_PARTED = frozenset(("a", "label", "span", "time"))
# Classes that editors of newspapers give the line below a picture.
_CAPTIONED = frozenset(("p", "div", "td", "tr", "figcaption", "caption"))
_CAPTION = regex.compile(r"caption|chu-?thich|pic_?desc|photo_?desc", regex.IGNORECASE)
_LONGEST_CAPTION = 300
_LONGEST_HEADING = 150  # newspapers set the lead of an article as a heading too
# Classes that editors give the line with the author's name: "author", "detail-tacgia", not "comment-author".
_BYLINE = regex.compile(
    r"(?<![\w-])(?:(?:article|cms|detail|news|post)[-_]*+)?(?:author|byline|tac-?gia)(?![\w-])", regex.IGNORECASE)
_LONGEST_BYLINE = 100
_DIGIT = regex.compile(r"\d")
_BOX = 8  # elements: a picture, its frame, its link, the marks of the line below it
_SPACE = regex.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page: its lines, the `tag` and the `parent` of its element, and the `kind` of its mark.

    `linked` is the share of its characters that are links, `links` the number of cells that are where it is a table;
    `around` tells that it stands in a menu, a margin or a footer; `apart` that empty paragraphs are before it.
    """

    text: str
    tag: str
    parent: etree._Element | None
    kind: str | None
    linked: float = 0.0
    around: bool = False
    apart: bool = False
    links: int = 0


def text_of(node: etree._Element) -> str:
    """Give the text of an element as it is, in one piece."""
    return "".join(map(str, node.itertext()))


def read_pieces(root: etree._Element) -> Iterator[Piece]:
    """Give the pieces of a page, hidden ones and programs left out.

    Linear in the page; elements may be nested as deep as they like.
    """
    reader = _Reader(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    unseen = None
    for event, node in walk:
        if event == "start":
            if reader.tells(node):
                yield from reader.open(node)
            else:
                unseen = node
                walk.skip_subtree()
                yield from reader.table(node)
        else:
            if node is not unseen:
                yield from reader.close(node)
            if node is not root:
                reader.add(node.tail)


class _Reader:
    """Reads a page as it is walked through: which blocks, links and menus are open, and the line in the making."""

    def __init__(self, root: etree._Element) -> None:
        self._tables = find_tables(root)
        self._blocks = [root]
        self._inside = dict.fromkeys(("a", "pre", *_AROUND), 0)
        self._line: list[str] = []
        self._length = self._linked = 0
        self._apart = self._at_seam = False

    def tells(self, node: etree._Element) -> bool:
        """Whether what is in an element is to be read by walking through it."""
        style = node.get("style")
        return not (node.tag in _UNSEEN or node in self._tables or node.get("hidden") is not None
                    or (style and _HIDDEN.search(style)))

    def open(self, node: etree._Element) -> Iterator[Piece]:
        if node.tag in _BLOCKS:
            yield from self._end_line()
            self._blocks.append(node)
        if node.tag in self._inside:
            self._inside[node.tag] += 1
        if node.tag == "br":
            self._line.append("\n")
        self._meet(node)
        self.add(node.text)

    def close(self, node: etree._Element) -> Iterator[Piece]:
        if node.tag in _BLOCKS:
            yield from self._end_line()
            self._blocks.pop()
        if node.tag in self._inside:
            self._inside[node.tag] -= 1
        self._meet(node)

    def table(self, node: etree._Element) -> Iterator[Piece]:
        """Read a table of data as a whole."""
        yield from self._end_line()
        if node in self._tables:
            text = read_table(node)
            links = [text_of(link) for link in node.iter("a")]
            yield Piece(text, node.tag, node.getparent(), "table", sum(map(len, links)) / max(1, len(text)),
                        self._is_around(), links=len(links))

    def add(self, text: str | None) -> None:
        """Add characters to the line."""
        if text:
            self._line.append(self._seam(text))
            self._at_seam = False
            self._line.append(text if self._inside["pre"] else _SPACE.sub(" ", text))
            self._length += len(text)
            self._linked += len(text) if self._inside["a"] else 0

    def _meet(self, node: etree._Element) -> None:
        """Note that an element begins or ends: one of time is a line of its own unless it stands in a sentence."""
        self._at_seam = self._at_seam or node.tag in _PARTED
        if node.tag == "time" and self._line and not self._line[-1][-1:].isspace():
            self._line.append("\n")

    def _seam(self, text: str) -> str:
        """Give what the styles of a page part elements by: "Hoài Nam" and "12/3/2024" in two of them are two words."""
        before = self._line[-1][-1:] if self._at_seam and self._line else ""
        return " " if (before.islower() or before.isdigit()) and text[0].isupper() else ""

    def _end_line(self) -> Iterator[Piece]:
        block = self._blocks[-1]
        lines = (line.strip(" ") for line in "".join(self._line).split("\n")) if self._line else ()
        text = "\n".join(lines).strip("\n")
        if text:
            yield Piece(text, block.tag, block.getparent(), _kind(block, text), self._linked / max(1, self._length),
                        self._is_around(), self._apart)
            self._apart = False
        elif block.tag == "p":
            self._apart = True
        self._line, self._length, self._linked = [], 0, 0
        self._at_seam = False

    def _is_around(self) -> bool:
        return any(self._inside[tag] for tag in _AROUND)


def _kind(node: etree._Element, text: str) -> str | None:
    if node.tag in _HEADINGS:
        return "heading" if len(text) <= _LONGEST_HEADING else None
    if _BYLINE.search(node.get("class", "")) and len(text) <= _LONGEST_BYLINE and not _DIGIT.search(text):
        return "byline"
    parent = node.getparent() if node.tag == "p" else None
    is_caption = any(place.tag in ("figcaption", "caption") or _CAPTION.search(place.get("class", ""))
                     for place in (node, parent) if place is not None and place.tag in _CAPTIONED)
    return "caption" if is_caption or _is_box_of_picture(node, text) else None


def _is_box_of_picture(node: etree._Element, text: str) -> bool:
    """Whether an element is made for a picture and the line below it; a paragraph of the text may hold one too."""
    if node.tag not in ("div", "figure") or len(text) > _LONGEST_CAPTION or "\n" in text:
        return False
    inside = [child.tag for child in islice(node.iter(), _BOX)]
    return len(inside) < _BOX and "img" in inside and "p" not in inside
