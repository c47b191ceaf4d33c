"""danvan: officials, organisations and figures from Vietnamese public-affairs text.

>>> from danvan_cli import extract
>>> document = extract("Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Hà Nam, chủ trì 12 cuộc đối thoại.")
>>> document.officials[0].positions[0].text
'Chủ tịch UBND tỉnh Hà Nam'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from danvan_cli.document import Document, Text
    from danvan_cli.lexicon import Lexicon, LexiconError
    from danvan_cli.pipeline import extract

__version__ = "0.1.0"

__all__ = ["Document", "Lexicon", "LexiconError", "Text", "__version__", "extract"]

_HOMES = {
    "Document": "danvan_cli.document",
    "Text": "danvan_cli.document",
    "Lexicon": "danvan_cli.lexicon",
    "LexiconError": "danvan_cli.lexicon",
    "extract": "danvan_cli.pipeline",
}


def __getattr__(name: str) -> Any:
    # The engine is imported when first asked for: `danvan --help` needs none of it.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
