"""What a writer may be told: which kinds, in which language, how wide, with or without reasons."""

from __future__ import annotations

from dataclasses import dataclass

from danvan_cli.document import KINDS

__all__ = ["KINDS", "LANGUAGES", "MAIN_KINDS", "Options"]

MAIN_KINDS = KINDS[:3]
"""The kinds that a reader sees when none is chosen."""

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Options:
    """How a document is to be written.

    `kinds` are those chosen with `--only`, in the order of KINDS, empty for the format's own choice; `lang`
    the language of headings; `explain` adds the rule that made each extraction; `width` the columns of a
    table and `color` whether it may hold escape sequences; `bom` starts csv with a byte order mark; `raw`
    leaves text cells of csv and tsv exactly as they stand in the document; `with_text` adds the text that was read
    to json and jsonl.
    """

    kinds: tuple[str, ...] = ()
    lang: str = "en"
    explain: bool = False
    width: int = 100
    color: bool = False
    bom: bool = False
    raw: bool = False
    with_text: bool = False
