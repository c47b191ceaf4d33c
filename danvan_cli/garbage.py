"""How often a process of danvan looks for garbage."""

from __future__ import annotations

import gc

_NEW_OBJECTS = 200_000  # more than are made to load all words, none of which is garbage


def look_seldom() -> None:
    """Look for garbage after so many new objects that loading is over: a sixth of the time of a short run."""
    gc.set_threshold(_NEW_OBJECTS)
