"""From a file, a stream or bytes to a `Text`, with its characters exactly as they were decoded."""

from danvan_cli.read.decode import decode
from danvan_cli.read.errors import ReadError
from danvan_cli.read.files import MAX_BYTES, read_bytes, read_path, read_stream

__all__ = ["MAX_BYTES", "ReadError", "decode", "read_bytes", "read_path", "read_stream"]
