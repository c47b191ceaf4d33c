"""The optional extras of the package, and what a user is told who lacks one."""

from __future__ import annotations


def needs(extra: str) -> str:
    """Give the end of a message that begins with what needs the extra.

    >>> needs("pdf")
    "needs danvan[pdf]: pip install 'danvan[pdf]'"
    """
    return f"needs danvan[{extra}]: pip install 'danvan[{extra}]'"
