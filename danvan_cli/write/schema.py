"""The JSON Schema of a document, made from the data model, so that the two cannot part.

Types, keys and their order are those of the dataclasses; what a dataclass cannot say (what a field means,
which codes it may hold) is in the tables below, which a test keeps complete.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

from danvan_cli.document import SCHEMA_VERSION, Document
from danvan_cli.write.meanings import CODES, MEANINGS

_SCALARS = {str: "string", bool: "boolean", int: "integer", Decimal: "number"}


def document_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of what `danvan extract` prints for one document.

    Every key is required and no other is allowed; optional are `rule`, which only `--explain` prints, and the
    `text` of `--with-text`.
    """
    definitions: dict[str, Any] = {}
    body = _object(Document, definitions)
    body["properties"]["schema"]["const"] = SCHEMA_VERSION
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:danvan:document:{SCHEMA_VERSION}",
        "title": "A document as danvan reads it",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    properties = {name: _property(kind.__name__, name, hints[name], definitions) for name in names}
    return {
        "description": MEANINGS[kind.__name__],
        "type": "object",
        "properties": properties,
        "required": [f.name for f in fields(kind) if f.default is MISSING],
        "additionalProperties": False,
    }


def _property(owner: str, name: str, hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    key = f"{owner}.{name}"
    meaning = MEANINGS.get(key) or MEANINGS[f"*.{name}"]
    schema: dict[str, Any] = {"description": meaning, **_type(hint, definitions)}
    if key in CODES:
        schema["enum"] = [*CODES[key], *([None] if type(None) in get_args(hint) else [])]
    if name in ("start", "end") and hint is int:
        schema["minimum"] = 0
    return schema


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # holds the place, should the data model ever refer to itself
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], definitions)}
    if get_origin(hint) in (Union, types.UnionType):
        return _union([part for part in get_args(hint) if part is not type(None)], definitions)
    raise TypeError(f"no JSON type for {hint!r}")


def _union(parts: list[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    # The data model has two unions: something or None, and an int or Decimal (a JSON number) or None.
    if set(parts) == {int, Decimal}:
        return {"type": ["number", "null"]}
    (part,) = parts
    schema = _type(part, definitions)
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
