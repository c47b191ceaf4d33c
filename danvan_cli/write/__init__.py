"""Writing: from a `Document` to text in one of several formats, each a module, all in one registry.

A writer is pure: it gives strings and touches no stream, so that what goes wrong with a stream is handled
in one place, by whoever holds it.
"""

from danvan_cli.write.options import KINDS, Options
from danvan_cli.write.registry import FORMATS, Format, format_of_path, open_writer
from danvan_cli.write.writer import Writer

__all__ = ["FORMATS", "KINDS", "Format", "Options", "Writer", "format_of_path", "open_writer"]
