"""Where the inputs come from: folders, files, corpora of many rows, archives of texts.

All are read as they are asked for, so that memory does not grow with their number.
"""

from danvan_cli.batch.sources.choice import Choice, Failure, Shard
from danvan_cli.batch.sources.listing import list_inputs, listed_paths

__all__ = ["Choice", "Failure", "Shard", "list_inputs", "listed_paths"]
