"""What decides what a document of the results is: results of different recipes must not be mixed."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import danvan_cli
from danvan_cli.batch.errors import ChangedOptionsError
from danvan_cli.batch.job import Settings

_DIGITS = 12
_SOURCES = frozenset({".py", ".toml", ".tsv"})


def _version() -> str:
    """Give the version of danvan and a digest of its own files: a rule or word changed in place is another danvan."""
    package = Path(danvan_cli.__file__).parent
    digest = sha256()
    for path in sorted(path for path in package.rglob("*") if path.suffix in _SOURCES):
        digest.update(path.read_bytes())
    return f"{danvan_cli.__version__} (sha256 {digest.hexdigest()[:_DIGITS]})"


def recipe_of(settings: Settings) -> dict[str, str]:
    """Give the version of danvan and the options that the documents depend on, as a user would write them.

    >>> list(recipe_of(Settings(kinds=("officials", "indicators"), explain=True)))[1:]
    ['--only', '--explain']
    """
    recipe = {"danvan": _version()}
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


def refuse_other(name: str, known: Mapping[str, str], recipe: Mapping[str, str]) -> None:
    """Raise ChangedOptionsError, which tells how, where what `name` holds was made by another recipe."""
    if known != recipe:
        raise ChangedOptionsError(
            f"{name}: was made {_difference(known, recipe)}; repeat the command as it was, or name another "
            "output, or read everything anew with --restart")


def _difference(known: Mapping[str, str], recipe: Mapping[str, str]) -> str:
    """Say how two recipes differ: "with --only officials, not without --only"."""
    changed = [name for name in (*known, *(name for name in recipe if name not in known))
               if known.get(name) != recipe.get(name)]
    before, now = (" and ".join(f"with {name} {made[name]}".rstrip() if name in made else f"without {name}"
                                for name in changed) for made in (known, recipe))
    return f"{before}, not {now}"
