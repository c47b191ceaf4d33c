"""What is handed to a worker and what comes back: plain values that travel between processes and machines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """One document to be read.

    `source` is its name in the results. Its text is either a file (`path`: a plain path or an address that
    fsspec opens) or was read with the corpus or archive that holds it (`content`: a decoded text, or the
    bytes of a member). `fingerprint` changes when the input does: it decides whether a result that the journal holds
    is still the result of this input.
    """

    source: str
    fingerprint: str
    path: str | None = None
    content: str | bytes | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How every document of a run is read and written: what a worker must know, once, before it starts.

    `lexicon` is the path of the user's words; `kinds`, `explain` and `with_text` are those of
    `danvan_cli.write.Options`; `memory` is the most that a worker may take, in MiB.
    """

    encoding: str | None = None
    lexicon: str | None = None
    kinds: tuple[str, ...] = ()
    explain: bool = False
    with_text: bool = False
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input.

    `line` is its document as one line of JSON (without the line end), or `error` the reason why there is none.
    `people`, `bodies` and `figures` count what the document holds.
    """

    line: str | None
    error: str | None = None
    people: int = 0
    bodies: int = 0
    figures: int = 0
