"""The `--only` option: the kinds to write, which may be repeated in any order."""

from __future__ import annotations

import click

from danvan_cli.write.options import KINDS


def in_order(ctx: click.Context, param: click.Parameter, chosen: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001
    """Give the chosen kinds in the order in which they are written."""
    return tuple(kind for kind in KINDS if kind in chosen)
