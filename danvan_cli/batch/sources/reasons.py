"""What the system says of a file that it does not give, in the words of `danvan extract`."""

from __future__ import annotations


def reason_of(error: OSError | ValueError) -> str:
    """Give the reason why a file or folder cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read: {(error.strerror if isinstance(error, OSError) else None) or error}"
