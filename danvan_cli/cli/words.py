"""The `--lexicon` option: the shipped words with the user's own added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from danvan_cli.lexicon import Lexicon


def load_words(path: str | None) -> Lexicon | None:
    """Load the words of a user's file onto the shipped ones; None without a file.

    Raises click.UsageError with the line and the reason for a file that cannot be used.
    """
    if path is None:
        return None
    from danvan_cli.lexicon import Lexicon, LexiconError
    from danvan_cli.lexicon.user import load_user_lexicon

    try:
        return Lexicon(load_user_lexicon(path))
    except LexiconError as error:
        raise click.UsageError(str(error)) from error
