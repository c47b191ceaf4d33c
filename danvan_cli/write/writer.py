"""What a format is when it is at work."""

from __future__ import annotations

from abc import ABC, abstractmethod

from danvan_cli.document import Document
from danvan_cli.write.options import Options


class Writer(ABC):
    """A format at work: `head`, then `document` for each document, then `tail`, give the whole output.

    `keeps_warnings` tells whether a document's warnings are part of it.
    """

    keeps_warnings = False

    def __init__(self, options: Options) -> None:
        self._options = options

    def head(self) -> str:
        """Give what stands before the first document: in most formats nothing."""
        return ""

    @abstractmethod
    def document(self, document: Document) -> str:
        """Give one document."""

    def tail(self) -> str:
        """Give what stands after the last document: in most formats nothing."""
        return ""
