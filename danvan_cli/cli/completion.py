"""What a shell completes an argument to, where click does not know it by itself (Shell Completion, click 8)."""

from __future__ import annotations

import click


def lexicon_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """Give the lexicon files whose names begin as typed."""
    from danvan_cli.lexicon.user import lexicon_names

    return [name for name in lexicon_names() if name.startswith(incomplete)]


def encodings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """Give the encodings of Vietnamese texts whose names begin as typed; Python knows a hundred more."""
    from danvan_cli.read.charsets import CHARSET_NAMES

    return [name for name in (*CHARSET_NAMES, "utf-8", "utf-16", "windows-1258") if name.startswith(incomplete.lower())]
