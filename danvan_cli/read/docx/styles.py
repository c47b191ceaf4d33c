"""The styles of a Word document, as far as they decide what a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from danvan_cli.read.docx.xml import Element

_OFF = ("0", "false", "off")
_MAX_BASES = 20  # styles that are based on one another; a loop of them ends here


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks: its `font`, and whether it is `hidden`; None where nothing tells."""

    font: str | None = None
    hidden: bool | None = None

    def over(self, base: Look) -> Look:
        """Give this look where it tells something, else the one below it."""
        return Look(self.font or base.font, base.hidden if self.hidden is None else self.hidden)


def look(properties: Element | None) -> Look:
    """Read run properties (`w:rPr`)."""
    if properties is None:
        return _PLAIN
    fonts = properties.find("rFonts")
    vanish = properties.find("vanish")
    font = None if fonts is None else fonts.get("ascii") or fonts.get("hAnsi")
    return Look(font, None if vanish is None else vanish.get("val") not in _OFF)


_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its `name` ("heading 1"), what it is `base`d on, its `look`, and whether it makes list items."""

    name: str
    base: str | None
    look: Look
    numbered: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids; `default` is the look of a text without any."""

    default: Look = _PLAIN
    by_id: dict[str, Style] = field(default_factory=dict)
    paragraph: str | None = None

    def look(self, style: str | None) -> Look:
        """Give the look that a style gives, with all that it is based on (not `default`)."""
        found = _PLAIN
        for known in self._chain(style):
            found = found.over(known.look)
        return found

    def kind(self, style: str | None) -> str | None:
        """Give the kind of a paragraph: title, heading, caption, None for running text."""
        for known in self._chain(style):
            name = known.name.lower()
            if name in ("title", "caption"):
                return name
            if name.startswith("heading"):
                return "heading"
        return None

    def is_numbered(self, style: str | None) -> bool:
        """Whether the paragraphs of a style are items of a list."""
        return any(known.numbered for known in self._chain(style))

    def _chain(self, style: str | None) -> Iterable[Style]:
        for _ in range(_MAX_BASES):
            known = self.by_id.get(style or "")
            if known is None:
                return
            yield known
            style = known.base


def read_styles(nodes: Iterable[Element]) -> Styles:
    """Read the children of `w:styles`."""
    default, paragraph, by_id = _PLAIN, None, {}
    for node in nodes:
        if node.tag == "docDefaults":
            default = look(node.find("rPrDefault/rPr"))
        elif node.tag == "style":
            style = node.get("styleId", "")
            if node.get("default") and node.get("default") not in _OFF and node.get("type") == "paragraph":
                paragraph = style
            by_id[style] = Style(
                name=value(node.find("name")) or "", base=value(node.find("basedOn")),
                look=look(node.find("rPr")), numbered=node.find("pPr/numPr") is not None)
    return Styles(default, by_id, paragraph)


def value(node: Element | None) -> str | None:
    """Give the `w:val` of an element."""
    return None if node is None else node.get("val")
