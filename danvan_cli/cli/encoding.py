"""The `--encoding` option: known before the first input is read."""

from __future__ import annotations

import click


def check_encoding(encoding: str | None) -> None:
    """Raise click.UsageError for an encoding that does not exist; None is no encoding at all."""
    if encoding is None:
        return
    from danvan_cli.read import ReadError, decode
    from danvan_cli.read.errors import UnknownEncodingError

    try:
        decode(b"", "--encoding", encoding)
    except UnknownEncodingError as error:
        raise click.UsageError(str(error)) from error
    except ReadError:
        pass  # the encoding is known; that no bytes are no text is another matter
