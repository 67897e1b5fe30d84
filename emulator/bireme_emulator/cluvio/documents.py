"""JSON:API documents: how stored objects look to a key, and what a request document says.

A module of a resource says once how its objects look, with `describe`; documents of every kind that include such
objects then show them alike:

    describe("reports", shown=_shown, defaults={"r_query_enabled": False}, include_needs={"datasource": DATA_READERS})

Relationships are stored as ids (see `records`); which type a relationship leads to is in `records.TYPES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bireme_emulator.kernel.context import Answer, Call

from .access import allowed, require
from .records import TYPES, find, ids_of
from .refusals import VND_API, invalid
from .request_documents import attributes_of, relationships_of

__all__ = [
    "Kind",
    "Shown",
    "attributes_of",
    "collection",
    "defaults_of",
    "describe",
    "document",
    "relationships_of",
    "resource",
]

Shown: TypeAlias = Callable[[Call, Mapping[str, Any]], tuple[Mapping[str, Any], Mapping[str, Any]]]
"""From call and stored object to its attributes and relationships (ids by name) as this caller may see them."""

_LINKS = "dashboard_sharing_links"  # each of them is wrapped once more than JSON:API has it (vendor page)


@dataclass(frozen=True, slots=True)
class Kind:
    """How objects of a kind look.

    `shown` works out attributes and relationships, the stored ones unless given. `defaults` are the attributes of a
    new object. `needs` hides an attribute or relationship from keys that have none of the named permissions, and
    `include_needs` refuses its inclusion to them (403). `reached` leaves out included objects beyond a key's reach.
    """

    shown: Shown = field(default=lambda call, record: (record["attributes"], record["relationships"]))
    defaults: Mapping[str, Any] = field(default_factory=dict)
    needs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    include_needs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    reached: Callable[[Call, Mapping[str, Any]], bool] = field(default=lambda call, record: True)


_kinds: dict[str, Kind] = {}
_PLAIN = Kind()


def describe(kind: str, **fields: Any) -> None:
    """Say how objects of a kind (a JSON:API type) look; the fields are those of `Kind`.

    Raises `ValueError` where that has been said before.
    """
    if kind in _kinds:
        raise ValueError(f"objects of kind {kind!r} are described twice; remove one of the two")
    _kinds[kind] = Kind(**fields)


def defaults_of(kind: str) -> Mapping[str, Any]:
    """The attributes that a new object of a kind has where nothing else is said."""
    return _kinds.get(kind, _PLAIN).defaults


def document(
    call: Call, kind: str, record: Mapping[str, Any], include: str | None = None, *, status: int = 200
) -> Answer:
    """The reply with one object. `include` is the query parameter: its objects come along in full.

    Raises a 403 `Fault` where the key may not see what is to be included.

    Example: `return document(call, "reports", found(call, "reports"), call.query.get("include"))`
    """
    body: dict[str, Any] = {"data": resource(call, kind, record)}
    if include:
        body["included"] = _included(call, kind, [record], include)
    return Answer(status, body, {"Content-Type": VND_API})


def collection(call: Call, kind: str, records: Sequence[Mapping[str, Any]], include: str | None = None) -> Answer:
    """The reply with a list of objects, in the given order; otherwise as `document`."""
    body: dict[str, Any] = {"data": [resource(call, kind, record) for record in records]}
    if include:
        body["included"] = _included(call, kind, records, include)
    return Answer(200, body, {"Content-Type": VND_API})


def resource(call: Call, kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """One object as the caller may see it. What has no value is shown as null; what is hidden is left out."""
    attributes, relationships = _visible(call, kind, record)
    shown: dict[str, Any] = {"id": record["id"], "type": kind, "attributes": attributes}
    if relationships:
        shown["relationships"] = {name: _linkage(name, held) for name, held in relationships.items()}
    return shown


def _visible(call: Call, kind: str, record: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    described = _kinds.get(kind, _PLAIN)
    hidden = {name for name, permissions in described.needs.items() if not allowed(call, *permissions)}
    attributes, relationships = described.shown(call, record)
    return (
        {name: value for name, value in attributes.items() if name not in hidden},
        {name: held for name, held in relationships.items() if name not in hidden},
    )


def _linkage(name: str, held: str | Sequence[str] | None) -> dict[str, Any]:
    type = TYPES[name]
    if held is None:
        return {"data": None}
    if isinstance(held, str):
        return {"data": {"id": held, "type": type}}
    links: list[dict[str, Any]] = [{"id": id, "type": type} for id in held]
    return {"data": [{"data": link} for link in links] if name == _LINKS else links}


def _included(call: Call, kind: str, records: Sequence[Mapping[str, Any]], include: str) -> list[dict[str, Any]]:
    """The objects that the relationships named in `include` lead to, each once."""
    described = _kinds.get(kind, _PLAIN)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for name in dict.fromkeys(part.strip() for part in include.split(",")):
        if name not in TYPES:
            raise invalid(f"include: {kind} have no relationship {name!r}")
        permissions = described.include_needs.get(name) or described.needs.get(name)
        if permissions:
            require(call, f"include={name}", *permissions)
        type = TYPES[name]
        target = _kinds.get(type, _PLAIN)
        for record in records:
            relationships = _visible(call, kind, record)[1]
            for id in ids_of({"relationships": relationships}, name):
                related = find(call, type, id)
                if related is not None and (type, id) not in found and target.reached(call, related):
                    found[type, id] = resource(call, type, related)
    return [*found.values()]
