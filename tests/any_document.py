"""Any document that the data model allows, made by hypothesis from the model itself."""

import dataclasses
import types
from decimal import Decimal
from typing import Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from danvan_cli.document import SCHEMA_VERSION, Document

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
DAYS = st.dates().map(lambda day: day.isoformat())
NUMBERS = st.integers(-10**18, 10**18) | st.decimals(-10**6, 10**6, allow_nan=False, places=8)
"""Of figures in prose: whole ones, and others of at most 15 digits, which JSON's floats hold exactly."""


def values_of(hint, name=""):
    """Values of a type of the data model, for the field `name`."""
    if hint is str:
        return TEXTS
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.just(SCHEMA_VERSION) if name == "schema" else st.integers(0, 2**40)
    if dataclasses.is_dataclass(hint):
        return st.builds(hint, **{key: values_of(of, key) for key, of in get_type_hints(hint).items()})
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=3).map(tuple)
    assert get_origin(hint) in (Union, types.UnionType)
    parts = [part for part in get_args(hint) if part is not type(None)]
    if str in parts and name in ("date", "start", "end"):
        return st.none() | DAYS
    return st.none() | (NUMBERS if Decimal in parts else values_of(parts[0]))


DOCUMENTS = values_of(Document)
