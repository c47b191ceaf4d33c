"""Result stores: documents as lines of JSON go in, a file or folder that a user works in comes out.

One module a store, one registry. Each store takes the documents in their order, one at a time, so that memory does
not grow with their number, and gives the same bytes for the same lines.
"""

from danvan_cli.batch.stores.errors import LineError, StoreError, UnfitTargetError
from danvan_cli.batch.stores.record import Record
from danvan_cli.batch.stores.registry import STORES, Store, check_store, store_of_path, write_records, write_store

__all__ = [
    "STORES", "LineError", "Record", "Store", "StoreError", "UnfitTargetError", "check_store", "store_of_path",
    "write_records", "write_store"]
