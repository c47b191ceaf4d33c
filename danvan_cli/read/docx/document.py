"""A Word document (docx): its letterhead, paragraphs, tables, text boxes and notes in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from danvan_cli.document import Text
from danvan_cli.read.blocks import Block, compose
from danvan_cli.read.docx.package import Package, open_package
from danvan_cli.read.docx.paragraph import read_paragraph
from danvan_cli.read.docx.styles import Styles, read_styles
from danvan_cli.read.docx.table import rows_of
from danvan_cli.read.docx.xml import Element
from danvan_cli.read.errors import DamagedFileError
from danvan_cli.read.page_numbers import may_be_page_number
from danvan_cli.read.properties import with_properties
from danvan_cli.read.tables import is_layout, table_lines

Notes = dict[tuple[str, str], Element]

_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "mc_AlternateContent",
                       "mc_Choice"))


def read_docx(data: bytes, source: str, encoding: str | None = None) -> Text:
    """Read the bytes of a Word document; `encoding` tells the set of old fonts that have no known name.

    Headers come first, footers last, each text once; notes follow the paragraph that refers to them. Raises
    ReadError: BinaryFileError for another file in a ZIP archive, DamagedFileError, TooLargeError.
    """
    with open_package(data, source) as package:
        main = next((part for _, kind, part in package.parts() if kind == "officeDocument"), None)
        if main is None:
            raise DamagedFileError(source, "is an Office file without a document in it")
        around = package.parts(main)
        styles = read_styles(node for part in _named(around, "styles") for node in package.read(part, "styles"))
        reader = _Reader(styles, _notes(package, around))
        blocks = [
            *_around(reader, package, _named(around, "header"), "hdr"),
            *reader.blocks(package.read(main, "body")),
            *_around(reader, package, _named(around, "footer"), "ftr"),
        ]
        told = {node.tag: node.text for name in _named(package.parts(), "core-properties")
                for node in package.read(name, "cp_coreProperties")}
    text = compose(blocks, Text("", source, format="docx"), encoding)
    return with_properties(text, told.get("dc_title"), told.get("dc_creator"))


class _Reader:
    """Reads the elements of a document with its styles and notes at hand."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes

    def blocks(self, nodes: Iterable[Element]) -> Iterator[Block]:
        """Give the blocks of paragraphs and tables in their order."""
        after_gap = True
        for node in nodes:
            if node.tag == "p":
                paragraph = list(self._paragraph(node, after_gap))
                yield from paragraph
                after_gap = len(paragraph) > 1 or not paragraph[0].text.strip()
            elif node.tag == "tbl":
                yield from self._table(node)
                after_gap = True
            elif node.tag in _WRAPPERS:
                yield from self.blocks(node)

    def _paragraph(self, node: Element, after_gap: bool) -> Iterator[Block]:
        paragraph = read_paragraph(node, self._styles)
        # As in plain text saved from Word: a line each, blank lines where somebody put an empty paragraph.
        yield Block(paragraph.text, paragraph.kind, tight=not (after_gap or paragraph.numbered))
        for box in paragraph.boxes:
            yield from self.blocks(box)
        for key in paragraph.notes:
            note = self._notes.pop(key, None)  # a note that is referred to twice is read once, also in itself
            if note is not None:
                yield from self.blocks(note)

    def _table(self, node: Element) -> Iterator[Block]:
        rows = rows_of(node)
        cells = [[list(self.blocks(cell.node)) for cell in row] for row in rows]
        texts = [[_flat(blocks) for blocks in row] for row in cells]
        if is_layout(texts):
            yield from (block for row in cells for blocks in row for block in blocks)
            return
        lines = table_lines(
            [text for cell, text in zip(row, line, strict=True)
             for text in ("" if cell.continues else text, *[""] * (cell.span - 1))]
            for row, line in zip(rows, texts, strict=True))
        yield Block(lines, "table")


def _named(parts: Iterable[tuple[str, str, str]], kind: str) -> list[str]:
    return sorted(part for _, its_kind, part in parts if its_kind == kind)


def _notes(package: Package, parts: list[tuple[str, str, str]]) -> Notes:
    """Give the footnotes and endnotes by what refers to them."""
    return {(kind, node.get("id", "")): node
            for kind in ("footnote", "endnote")
            for part in _named(parts, f"{kind}s")
            for node in package.read(part, f"{kind}s")}


def _around(reader: _Reader, package: Package, parts: list[str], container: str) -> Iterator[Block]:
    """Give what stands above or below the pages, once however many sections repeat it, without page numbers."""
    seen: set[str] = set()
    for part in parts:
        for block in reader.blocks(package.read(part, container)):
            if not may_be_page_number(block.text) and block.text not in seen:
                seen.add(block.text)
                yield block


def _flat(blocks: list[Block]) -> str:
    return " ".join(block.text.strip() for block in blocks if block.text.strip())
