"""What a user is told of an error that nobody foresaw."""

from __future__ import annotations


def described(error: BaseException) -> str:
    """Give an error in one line.

    >>> described(ValueError("ôi")), described(MemoryError())
    ('ValueError: ôi', 'MemoryError')
    """
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def internal_error(error: BaseException) -> str:
    """Give an error whose cause is danvan's own, and what to do: the end of a message that begins with where it was.

    >>> internal_error(ValueError("ôi"))
    'internal error: ValueError: ôi; please report it (DANVAN_DEBUG=1 shows where)'
    """
    return f"internal error: {described(error)}; please report it (DANVAN_DEBUG=1 shows where)"
