"""The XML of an Office file, read element by element with a limit on everything that a document may bloat.

Document type declarations, and with them all entities, are refused: no Office file has one, and nothing outside
the file is ever opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

MAX_DEPTH = 256
"""Elements within elements: tables ten deep in one another have some 100."""

MAX_NODES = 1_000_000
"""Elements that are held at once: those of one table, some 100,000 cells."""

MAX_BLOCKS = 400_000
"""Paragraphs and tables of a document: ten thousand pages. Millions of empty ones fit into a small file."""

# Part of a namespace's address, the same in all its editions -> what its names begin with here.
_NAMESPACES = (("/wordprocessingml/", ""), ("/markup-compatibility/", "mc_"), ("/relationships", "r_"),
               ("/core-properties", "cp_"), ("/dc/elements/", "dc_"), ("/math", "m_"))
_OTHER = "other_"


class HostileXmlError(Exception):
    """The XML is well-formed as far as it was read, but made to exhaust its reader. The message says how."""


class _Builder(TreeBuilder):
    """Builds one `container` child after another, and hands each over as soon as it is whole."""

    def __init__(self, container: str | None) -> None:
        super().__init__()
        self.done: list[Element] = []
        self._container = container
        self._names: dict[str, str] = {}
        self._open: list[Element] = []
        self._nodes = 0
        self._blocks = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002  (as expat calls it)
        raise HostileXmlError("it declares XML entities")

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise HostileXmlError(f"one table or part of it has more than {MAX_NODES:,} elements")
        if len(self._open) >= MAX_DEPTH:
            raise HostileXmlError(f"its elements are nested more than {MAX_DEPTH} deep")
        node = super().start(self._short(tag), {self._short(key): value for key, value in attrs.items()})
        self._open.append(node)
        return node

    def end(self, tag: str) -> Element:
        node = super().end(self._short(tag))
        self._open.pop()
        if self._open and self._open[-1].tag == self._container:
            self._open[-1].clear()
            self._nodes = len(self._open)
            self._blocks += 1
            if self._blocks > MAX_BLOCKS:
                raise HostileXmlError(f"it has more than {MAX_BLOCKS:,} paragraphs")
            self.done.append(node)
        return node

    def _short(self, name: str) -> str:
        """Give `t` for `{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t`, in any edition of it."""
        short = self._names.get(name)
        if short is None:
            space, _, local = name.rpartition("}")
            known = (prefix for part, prefix in _NAMESPACES if part in space)
            short = self._names[name] = (next(known, _OTHER) if space else "") + local
        return short


def children(chunks: Iterable[bytes], container: str) -> Iterator[Element]:
    """Give the children of each element `container`, one after another, of an XML file given in chunks.

    Names of elements and attributes are short: `w:p` is "p", `mc:Choice` "mc_Choice". Raises HostileXmlError, and
    ParseError for what is no XML.
    """
    builder = _Builder(container)
    parser = XMLParser(target=builder)  # noqa: S314  (the builder refuses what is dangerous: declarations, depth, number)
    for chunk in chunks:
        parser.feed(chunk)
        yield from builder.done
        builder.done.clear()
    parser.close()
    yield from builder.done


__all__ = ["Element", "HostileXmlError", "ParseError", "children"]
