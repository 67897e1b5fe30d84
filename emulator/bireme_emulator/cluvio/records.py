"""How the objects of one location are kept: `{id, attributes, relationships, private}` by JSON:API type.

`relationships` maps a name to an id, to a list of ids or to `None`; `private` is never shown to anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Call
from bireme_emulator.kernel.frozen import thaw

from .ids import new_id
from .refusals import not_found

__all__ = ["TYPES", "all_of", "changed", "created", "find", "found", "ids_of", "keep", "now", "referring", "remove"]

TYPES = {
    "agents": "datasource_agents",
    "dashboard": "dashboards",
    "dashboard_groups": "dashboard_groups",
    "dashboard_sharing_links": "dashboard_sharing_links",
    "dashboards": "dashboards",
    "datasource": "datasources",
    "datasources": "datasources",
    "filters": "filters",
    "invited_by_user": "users",
    "parent_filter": "filters",
    "report": "reports",
    "reports": "reports",
    "sql_snippets": "sql_snippets",
    "user": "users",
    "user_groups": "user_groups",
    "users": "users",
}
"""The type of the objects that a relationship of this name leads to; it is the same for every kind of object."""


def now(call: Call) -> str:
    """The present moment as attributes have it, to the second."""
    return call.session.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def created(
    call: Call,
    kind: str,
    attributes: Mapping[str, Any],
    relationships: Mapping[str, Any] | None = None,
    private: Mapping[str, Any] | None = None,
    *,
    id: str | None = None,
) -> Mapping[str, Any]:
    """Store a new object and give it back; its id is drawn unless given."""
    record = {
        "id": id or new_id(call.session, call.api),
        "attributes": {**attributes},
        "relationships": {**(relationships or {})},
        "private": {**(private or {})},
    }
    keep(call, kind, record)
    return record


def changed(
    call: Call,
    kind: str,
    record: Mapping[str, Any],
    attributes: Mapping[str, Any] | None = None,
    relationships: Mapping[str, Any] | None = None,
    private: Mapping[str, Any] | None = None,
) -> Mapping[str, Any]:
    """Store an object with some members replaced, and give it back."""
    given = {"attributes": attributes, "relationships": relationships, "private": private}
    merged = {**record, **{part: {**record[part], **changes} for part, changes in given.items() if changes}}
    keep(call, kind, merged)
    return merged


def keep(call: Call, kind: str, record: Mapping[str, Any]) -> None:
    """Store an object as it stands."""
    call.session.store.put(call.api, kind, record["id"], thaw(record))


def remove(call: Call, kind: str, id: str) -> None:
    """Remove an object; what refers to it is the caller's to put right (see `referring`)."""
    call.session.store.delete(call.api, kind, id)


def find(call: Call, kind: str, id: str) -> Mapping[str, Any] | None:
    """The stored object, or `None`."""
    return call.session.store.get(call.api, kind, id)


def found(call: Call, kind: str, id: str | None = None) -> Mapping[str, Any]:
    """The stored object with an id, that of the path unless given. Raises a 404 `Fault` where there is none."""
    id = call.path["id"] if id is None else id
    record = find(call, kind, id)
    if record is None:
        raise not_found(kind, id)
    return record


def all_of(call: Call, kind: str) -> list[Mapping[str, Any]]:
    """All objects of a kind, by id."""
    return [*call.session.store.list(call.api, kind)]


def ids_of(record: Mapping[str, Any], name: str) -> list[str]:
    """The ids that a relationship holds, be it to one object or to many."""
    held = record["relationships"].get(name)
    if held is None:
        return []
    return [held] if isinstance(held, str) else [*held]


def referring(call: Call, kind: str, name: str, id: str) -> list[Mapping[str, Any]]:
    """The objects of a kind whose stored relationship `name` holds `id`."""
    return [record for record in all_of(call, kind) if id in ids_of(record, name)]
