"""The one door to underthesea: imported on first need, and its import leaves the process as it was."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

Model = Callable[[str], list[str]]
"""Cuts a folded line into words, the syllables of a word joined by single spaces, nothing respelt."""


class SegmenterError(Exception):
    """The word segmenter cannot be loaded; the message says what to do."""


@cache
def load_underthesea() -> Model:
    """Load underthesea's word segmenter, once; it takes about a second and 90 MB.

    Its functions share state within the process but not between calls (since 9.5). Raises SegmenterError.
    """
    with _leaving_no_trace():
        try:
            from underthesea import word_tokenize

            word_tokenize("một")  # loads the model, from the package's own folder
        except Exception as error:
            raise SegmenterError(
                f"underthesea cannot be loaded ({type(error).__name__}: {error}); install it again "
                "(pip install --force-reinstall underthesea) or do without words") from error

    def segment(line: str) -> list[str]:
        words: list[str] = word_tokenize(line, use_token_normalize=False)
        return words

    return segment


@contextmanager
def _leaving_no_trace() -> Iterator[None]:
    """Undo what the import does to the process: log handlers (one on stdout), environment variables."""
    environment = dict(os.environ)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.getLogger("underthesea").handlers.clear()
        for name in set(os.environ) - set(environment):
            del os.environ[name]
        os.environ.update(environment)
