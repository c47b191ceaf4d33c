"""danvan: officials, organisations and figures from Vietnamese public-affairs text.

    from danvan_cli import extract
    document = extract("Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Hà Nam, chủ trì 12 cuộc đối thoại.")
    document.to_dict()
"""

from danvan_cli.document import Document, Text
from danvan_cli.lexicon import Lexicon, LexiconError
from danvan_cli.pipeline import extract

__version__ = "0.1.0"

__all__ = ["Document", "Lexicon", "LexiconError", "Text", "__version__", "extract"]
