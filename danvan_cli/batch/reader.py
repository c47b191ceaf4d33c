"""What a worker does with an input: it reads the text, extracts, and writes the document as a line."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from danvan_cli.batch.job import Input, Outcome, Settings
from danvan_cli.batch.remote import is_address, open_anywhere
from danvan_cli.document import Text
from danvan_cli.fault import internal_error
from danvan_cli.lexicon import Lexicon
from danvan_cli.lexicon.user import load_user_lexicon
from danvan_cli.pipeline import default_lexicon, extract
from danvan_cli.read import ReadError, read_bytes, read_path, read_stream
from danvan_cli.read.errors import unreadable
from danvan_cli.write import Options, open_writer


class Reader:
    """Reads inputs as the settings say; making one loads the words.

    Raises LexiconError for words that cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._words = Lexicon(load_user_lexicon(settings.lexicon)) if settings.lexicon else default_lexicon()
        self._writer = open_writer(
            "jsonl", Options(kinds=settings.kinds, explain=settings.explain, with_text=settings.with_text))

    def read(self, job: Input) -> Outcome:
        """Read one document; whatever is wrong with it is told in the outcome."""
        try:
            document = extract(_text(job, self._settings.encoding), lexicon=self._words)
            line = self._writer.document(document).removesuffix("\n")
        except ReadError as error:
            return Outcome(None, error.reason)
        except MemoryError:
            return self.starved()
        except Exception as error:  # the cause is ours, not the text's, and the next text may be read
            if os.environ.get("DANVAN_DEBUG"):
                sys.excepthook(type(error), error, error.__traceback__)
            return Outcome(None, internal_error(error))
        return Outcome(
            line, None, len(document.officials), len(document.organisations), len(document.indicators))

    def starved(self) -> Outcome:
        """Give the outcome of a document for which the memory is too small."""
        limit = self._settings.memory
        return Outcome(None, f"takes more memory than {f'the {limit} MiB allowed' if limit else 'there is'}")


def _text(job: Input, encoding: str | None) -> Text:
    """Give the text of an input, under the name that the input has in the results."""
    if isinstance(job.content, str):
        return Text(job.content, job.source)
    if job.content is not None:
        return read_bytes(job.content, job.source, encoding)
    if job.path is None:
        raise ValueError("an input without a path and without content")
    if is_address(job.path):
        return _text_at(job.path, job.source, encoding)
    return replace(read_path(job.path, encoding), source=job.source)


def _text_at(address: str, source: str, encoding: str | None) -> Text:
    try:
        with open_anywhere(address) as stream:
            return read_stream(stream, source, encoding)
    except OSError as error:
        raise unreadable(source, error) from error
