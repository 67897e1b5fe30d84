"""What a request document says: the attributes and relationships that its operation takes, and nothing else.

The spec has validated what it documents. Whatever else stands in a document is ignored, read-only attributes among it,
since a client may well send back what it has read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .records import TYPES, find
from .refusals import invalid

if TYPE_CHECKING:
    from bireme_emulator.kernel.context import Call
    from bireme_emulator.kernel.specs import OperationSpec

__all__ = ["attributes_of", "relationships_of", "writable"]


def attributes_of(call: Call) -> dict[str, Any]:
    """The attributes that the request document sets, those that the operation documents.

    Raises a 422 `Fault` where the document is about another object than the path.

    Example: `attributes_of(call)` gives `{"name": "Delays"}` for `{"data": {"attributes": {"name": "Delays"}}}`
    """
    data = _data(call)
    id = data.get("id")
    if id is not None and "id" in call.path and id != call.path["id"]:
        raise invalid(f"data/id: the document is about {id}, the path about {call.path['id']}")
    given = data.get("attributes") or {}
    known = writable(call.operation, "attributes")
    return {name: value for name, value in given.items() if name in known}


def relationships_of(call: Call) -> dict[str, Any]:
    """The relationships that the request document sets: an id, a list of ids (each once) or `None` by name.

    Raises a 422 `Fault` for a link to what does not exist or is of another type.
    """
    given = _data(call).get("relationships") or {}
    known = writable(call.operation, "relationships")
    read, problems = {}, []
    for name, relationship in given.items():
        if name not in known or "data" not in (relationship or {}):
            continue
        data = relationship["data"]
        links = data if isinstance(data, list) else [] if data is None else [data]
        problems += _problems(call, name, links)
        ids = [*dict.fromkeys(str(link.get("id")) for link in links)]
        read[name] = ids if isinstance(data, list) else next(iter(ids), None)
    if problems:
        raise invalid(*problems)
    return read


@lru_cache(maxsize=512)
def writable(operation: OperationSpec, part: str) -> frozenset[str]:
    """The names of the `attributes` or `relationships` that an operation's request document takes."""
    assert operation.body is not None, f"{operation.id} takes no body"
    schema = operation.schema_at(next(iter(operation.body[1].values())))
    for name in ("data", part):
        schema = _members(operation, schema).get(name) or {}
    members = _members(operation, schema)
    return frozenset(name for name in members if not _resolved(operation, members[name]).get("readOnly"))


def _data(call: Call) -> Mapping[str, Any]:
    data: Mapping[str, Any] = (call.body or {}).get("data") or {}
    return data


def _problems(call: Call, name: str, links: list[Mapping[str, Any]]) -> list[str]:
    """What is wrong with the links of one relationship, in words."""
    found = []
    for link in links:
        id, type = link.get("id"), link.get("type", TYPES[name])
        if type != TYPES[name]:
            found.append(f"relationships/{name}: it takes {TYPES[name]}, not {type}")
        elif not id or find(call, type, id) is None:
            what = f"{type} {id}" if id else f"{type} without an id; give one"
            found.append(f"relationships/{name}: there is no {what}")
    return found


def _resolved(operation: OperationSpec, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return operation.schema_at(schema["$ref"][1:]) if "$ref" in schema else schema


def _members(operation: OperationSpec, schema: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of an object schema, those of its parts (`allOf`) included."""
    schema = _resolved(operation, schema)
    members = dict(schema.get("properties") or {})
    for part in schema.get("allOf") or ():
        members.update(_members(operation, part))
    return members
