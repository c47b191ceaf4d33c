"""What decides what a document of the results is: results of different recipes must not be mixed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from danvan_cli import __version__
from danvan_cli.batch.job import Settings

_DIGITS = 12


def recipe_of(settings: Settings) -> dict[str, str]:
    """Give the version of danvan and the options that the documents depend on, as a user would write them.

    >>> list(recipe_of(Settings(kinds=("officials", "indicators"), explain=True)))[1:]
    ['--only', '--explain']
    """
    recipe = {"danvan": __version__}
    if settings.encoding is not None:
        recipe["--encoding"] = settings.encoding
    if settings.lexicon is not None:  # its words, not its name
        recipe["--lexicon"] = f"(sha256 {sha256(Path(settings.lexicon).read_bytes()).hexdigest()[:_DIGITS]})"
    if settings.kinds:
        recipe["--only"] = " --only ".join(settings.kinds)
    if settings.explain:
        recipe["--explain"] = ""
    if settings.with_text:
        recipe["--with-text"] = ""
    return recipe
