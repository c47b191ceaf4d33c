"""One paragraph of a Word document: the text that a reader sees in it, and what is anchored to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from danvan_cli.read.docx.styles import Look, Styles, look, value
from danvan_cli.read.docx.xml import Element
from danvan_cli.read.legacy_fonts import font_charset, read_in_font

# What is no text that a reader sees: deletions, the old place of what was moved, codes of fields, and
# properties, whose old versions hold text too.
_UNSEEN = frozenset(("del", "moveFrom", "delText", "delInstrText", "instrText", "pPr", "rPr", "sdtPr",
                     "mc_Fallback"))
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PRIVATE = 0xF000


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its `text`, the `boxes` of text anchored in it, and the (type, id) of the `notes` it refers to.

    `numbered` tells that Word prints a number or a bullet before it.
    """

    text: str
    kind: str | None
    numbered: bool
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def read_paragraph(node: Element, styles: Styles) -> Paragraph:
    """Read a `w:p`: insertions as text, deletions and hidden text not at all, old fonts as what they show."""
    style = value(node.find("pPr/pStyle")) or styles.paragraph
    paragraph = Paragraph("", styles.kind(style), _is_numbered(node, style, styles))
    base = styles.look(style).over(styles.default)
    pieces: list[tuple[str | None, str]] = []
    for run in _runs(node, paragraph):
        seen = _run_look(run, styles).over(base)
        text = "".join(_characters(run, paragraph))
        if text and not seen.hidden:
            # Runs in one old font are read together: a letter of VNI may be cut by a change of colour.
            pieces.append((seen.font if font_charset(seen.font) else None, text))
    groups = groupby(pieces, lambda piece: piece[0])
    paragraph.text = "".join(read_in_font("".join(text for _, text in group), font) for font, group in groups)
    return paragraph


def _runs(node: Element, paragraph: Paragraph) -> Iterator[Element]:
    """Give the runs of a paragraph, also those in links, fields and insertions."""
    for child in node:
        if child.tag in ("r", "m_r"):
            yield child
        elif child.tag not in _UNSEEN:
            yield from _runs(child, paragraph)


def _characters(run: Element, paragraph: Paragraph) -> Iterator[str]:
    for child in run:
        if child.tag in ("t", "m_t"):
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == "sym":
            yield _symbol(child)
        elif child.tag in _NOTES:
            paragraph.notes.append((_NOTES[child.tag], child.get("id", "")))
        elif child.tag not in _UNSEEN:
            paragraph.boxes += _boxes(child)


def _boxes(node: Element) -> Iterator[Element]:
    """Give the text boxes of a drawing, each once: what old programs are given instead (`mc:Fallback`) is left."""
    for child in node:
        if child.tag == "txbxContent":
            yield child
        elif child.tag not in _UNSEEN:
            yield from _boxes(child)


def _symbol(node: Element) -> str:
    """Give the character of an old Vietnamese font that was typed as a symbol; pictures of other fonts are none."""
    font = node.get("font")
    try:
        code = int(node.get("char", ""), 16) & ~_PRIVATE
    except ValueError:
        return ""
    return read_in_font(chr(code), font) if font_charset(font) and code <= 0xFF else ""


def _run_look(run: Element, styles: Styles) -> Look:
    properties = run.find("rPr")
    style = None if properties is None else value(properties.find("rStyle"))
    return look(properties).over(styles.look(style))


def _is_numbered(node: Element, style: str | None, styles: Styles) -> bool:
    own = node.find("pPr/numPr")
    if own is None:
        return styles.is_numbered(style)
    return value(own.find("numId")) != "0"  # Word's way to take the number away
