"""Dashboard groups: folders of dashboards, and their order (vendor page, Dashboard Groups).

A group knows its dashboards. The order is for everyone; personal groups do not exist here, since no API key sees them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_see_dashboard, may_use_dashboard
from .documents import attributes_of, collection, defaults_of, describe, document, relationships_of
from .records import all_of, changed, created, found, ids_of, now, remove
from .refusals import invalid

__all__ = ["KIND", "handlers"]

KIND = "dashboard_groups"
_MEMBERS = "dashboards"

handlers = Handlers()


def _shown(call: Call, group: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    return group["attributes"], {_MEMBERS: [id for id in ids_of(group, _MEMBERS) if may_see_dashboard(call, id)]}


describe(KIND, shown=_shown, defaults={"description": None})


@handlers.operation("createDashboardGroup")
def create_dashboard_group(call: Call) -> Answer:
    """Make a group, at once with dashboards where they are given. It has no place in the order yet."""
    with call.session.store.transaction():
        attributes, relationships = attributes_of(call), relationships_of(call)
        members = _members(call, (), relationships.get(_MEMBERS))
        shown = {**defaults_of(KIND), **attributes, "created_at": now(call), "updated_at": now(call)}
        group = created(call, KIND, shown, {_MEMBERS: members}, {"position": None})
    return document(call, KIND, group, status=201)


@handlers.operation("listDashboardGroups")
def list_dashboard_groups(call: Call) -> Answer:
    """All groups: those with a place in the order first, then the others by name."""
    return collection(call, KIND, sorted(all_of(call, KIND), key=_order))


@handlers.operation("getDashboardGroup")
def get_dashboard_group(call: Call) -> Answer:
    """One group."""
    return document(call, KIND, found(call, KIND), call.query.get("include"))


@handlers.operation("updateDashboardGroup")
def update_dashboard_group(call: Call) -> Answer:
    """Change what is given; given dashboards take the place of those before."""
    with call.session.store.transaction():
        group = found(call, KIND)
        attributes, relationships = attributes_of(call), relationships_of(call)
        members = ids_of(group, _MEMBERS)
        if _MEMBERS in relationships:
            members = _members(call, members, relationships[_MEMBERS])
        group = changed(call, KIND, group, {**attributes, "updated_at": now(call)}, {_MEMBERS: members})
    return document(call, KIND, group)


@handlers.operation("deleteDashboardGroup")
def delete_dashboard_group(call: Call) -> Answer:
    """Remove a group; its dashboards stay."""
    with call.session.store.transaction():
        remove(call, KIND, found(call, KIND)["id"])
    return Answer(204)


@handlers.operation("sortDashboardGroups")
def sort_dashboard_groups(call: Call) -> Answer:
    """Give the named groups their places; all others lose theirs and follow by name."""
    with call.session.store.transaction():
        wanted = [*dict.fromkeys(call.body.get("dashboard_group_ids") or ())]
        groups = {group["id"]: group for group in all_of(call, KIND)}
        unknown = [id for id in wanted if id not in groups]
        if unknown:
            raise invalid(*(f"dashboard_group_ids: there is no dashboard group {id!a:.80}" for id in unknown))
        places = {id: place for place, id in enumerate(wanted, start=1)}
        for id, group in groups.items():
            if group["private"].get("position") != places.get(id):
                changed(call, KIND, group, private={"position": places.get(id)})
    return Answer(204)


def _order(group: Mapping[str, Any]) -> tuple[bool, int, str, str]:
    position, name = group["private"].get("position"), group["attributes"]["name"]
    return position is None, position or 0, "" if position else name.casefold(), group["id"]


def _members(call: Call, held: Sequence[str], wanted: Sequence[str] | None) -> list[str]:
    """The dashboards of a group from now on; those that the key does not reach stay in it.

    Raises a 403 `Fault` for a wanted one beyond the key's reach.
    """
    for id in wanted or ():
        may_use_dashboard(call, id)
    return [*(wanted or ()), *(id for id in held if not may_see_dashboard(call, id))]
