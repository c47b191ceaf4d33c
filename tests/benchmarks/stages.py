"""What each stage of the pipeline takes of the whole."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from types import ModuleType
from typing import Any

STAGES = {
    "segment: fold, cut and tokenise": ("danvan_cli.pipeline", "segment"),
    "scan: what may begin at each token": ("danvan_cli.find.findings", "anchors"),
    "find organisations": ("danvan_cli.find.findings", "find_bodies"),
    "find people and offices": ("danvan_cli.find.findings", "find_people"),
    "find indicators": ("danvan_cli.find.findings", "find_indicators"),
    "find places": ("danvan_cli.find.findings", "find_places"),
    "find periods": ("danvan_cli.find.findings", "find_periods"),
    "find documents": ("danvan_cli.find.findings", "find_citations"),
    "find movements": ("danvan_cli.find.findings", "find_movements"),
    "resolve the context": ("danvan_cli.pipeline", "resolve_context"),
    "resolve organisations": ("danvan_cli.pipeline", "resolve_organisations"),
    "resolve people": ("danvan_cli.pipeline", "resolve_people"),
    "resolve indicators": ("danvan_cli.pipeline", "resolve_indicators"),
}
"""Stages by what they do, and the module and name by which the pipeline calls them."""


def rows(texts: Sequence[str], rounds: int) -> Iterator[tuple[str, str]]:
    """Time the stages inside whole readings, and the writing of JSON apart; the least of the rounds counts."""
    from danvan_cli import extract
    from danvan_cli.write import Options, open_writer

    documents = [extract(text) for text in texts]
    writer = open_writer("jsonl", Options())
    least: dict[str, float] = {}
    with _timed() as spent:
        for _ in range(rounds):
            spent.clear()
            start = time.perf_counter()
            for text in texts:
                extract(text)
            spent["whole"] = time.perf_counter() - start
            start = time.perf_counter()
            for document in documents:
                writer.document(document)
            spent["write JSON"] = time.perf_counter() - start
            least = {stage: min(took, least.get(stage, took)) for stage, took in spent.items()}
    whole = least.pop("whole")
    for stage in (*STAGES, "write JSON"):
        yield f"&nbsp;&nbsp;{stage}", f"{least.get(stage, 0) / whole:.0%} of `extract`"


@contextmanager
def _timed() -> Iterator[Counter[str]]:
    """Add up what the stages take while the context is open."""
    spent: Counter[str] = Counter()
    known: list[tuple[ModuleType, str, Any]] = []
    for stage, (home, name) in STAGES.items():
        module = __import__(home, fromlist=[name])
        known.append((module, name, getattr(module, name)))
        setattr(module, name, _clocked(getattr(module, name), stage, spent))
    try:
        yield spent
    finally:
        for module, name, function in known:
            setattr(module, name, function)


def _clocked(function: Callable[..., Any], stage: str, spent: Counter[str]) -> Callable[..., Any]:
    @wraps(function)
    def clocked(*args: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*args, **options)
        finally:
            spent[stage] += time.perf_counter() - start  # type: ignore[assignment]  # seconds, not a count

    return clocked
