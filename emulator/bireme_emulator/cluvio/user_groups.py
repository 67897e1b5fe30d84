"""User groups: custom ones with members and shared dashboards, and the built-in ones (vendor page, User Groups).

Which dashboards are shared with a group is kept with the dashboards (`user_groups`, by ids, built-in groups included),
and who is in a group with the users, so the two sides of a relationship never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_use_dashboard
from .documents import attributes_of, collection, defaults_of, describe, document, relationships_of
from .organization import organization
from .people import GROUPS, USERS, behavior_of, members_of, set_members
from .records import all_of, changed, created, found, ids_of, now, referring, remove
from .refusals import invalid

__all__ = ["handlers"]

_DASHBOARDS = "dashboards"

handlers = Handlers()


def _shown(call: Call, group: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    shared = [dashboard["id"] for dashboard in referring(call, _DASHBOARDS, GROUPS, group["id"])]
    members = [user["id"] for user in members_of(call, group)]
    return group["attributes"], {_DASHBOARDS: shared, USERS: members}


describe(GROUPS, shown=_shown, defaults={"description": None, "built_in_behavior": None})


@handlers.operation("createUserGroup")
def create_user_group(call: Call) -> Answer:
    """Make a custom group, at once with members and dashboards where they are given."""
    with call.session.store.transaction():
        if not organization(call.session, call.api)["custom_user_groups"]:
            raise invalid("The plan has no custom user groups")
        attributes, relationships = attributes_of(call), relationships_of(call)
        _check_name(attributes.get("name"))
        stamps = {"created_at": now(call), "updated_at": now(call)}
        group = created(call, GROUPS, {**defaults_of(GROUPS), **attributes, **stamps})
        _relate(call, group["id"], relationships)
    return document(call, GROUPS, group, status=201)


@handlers.operation("listUserGroups")
def list_user_groups(call: Call) -> Answer:
    """All groups, the built-in ones among them."""
    return collection(call, GROUPS, all_of(call, GROUPS))


@handlers.operation("getUserGroup")
def get_user_group(call: Call) -> Answer:
    """One group."""
    return document(call, GROUPS, found(call, GROUPS), call.query.get("include"))


@handlers.operation("updateUserGroup")
def update_user_group(call: Call) -> Answer:
    """Change what is given; a built-in group takes other dashboards only."""
    with call.session.store.transaction():
        group = found(call, GROUPS)
        attributes, relationships = attributes_of(call), relationships_of(call)
        if behavior_of(group) is not None:
            _check_untouched(call, group, attributes, relationships)
            relationships.pop(USERS, None)
        _check_name(attributes.get("name", group["attributes"]["name"]))
        group = changed(call, GROUPS, group, {**attributes, "updated_at": now(call)})
        _relate(call, group["id"], relationships)
    return document(call, GROUPS, group)


@handlers.operation("deleteUserGroup")
def delete_user_group(call: Call) -> Answer:
    """Remove a custom group; its members lose what only it let them see."""
    with call.session.store.transaction():
        group = found(call, GROUPS)
        if behavior_of(group) is not None:
            raise invalid("The group is built-in and cannot be deleted")
        _share(call, group["id"], ())
        set_members(call, group["id"], ())
        remove(call, GROUPS, group["id"])
    return Answer(204)


def _check_name(name: str | None) -> None:
    if not (name or "").strip():
        raise invalid("name: can't be blank")


def _check_untouched(
    call: Call, group: Mapping[str, Any], attributes: Mapping[str, Any], relationships: Mapping[str, Any]
) -> None:
    """Raise a 422 `Fault` where a built-in group would get another name, description or member."""
    for name, value in attributes.items():
        if value != group["attributes"].get(name):
            raise invalid(f"{name}: the group is built-in and keeps its {name}")
    members = {user["id"] for user in members_of(call, group)}
    if USERS in relationships and set(relationships[USERS] or ()) != members:
        raise invalid(f"relationships/{USERS}: the group is built-in; its members follow from the roles of users")


def _relate(call: Call, group_id: str, relationships: Mapping[str, Any]) -> None:
    if USERS in relationships:
        set_members(call, group_id, relationships[USERS] or ())
    if _DASHBOARDS in relationships:
        _share(call, group_id, relationships[_DASHBOARDS] or ())


def _share(call: Call, group_id: str, dashboard_ids: Sequence[str]) -> None:
    """Have these dashboards and no others shared with a group. Raises a 403 `Fault` for one beyond the key's reach."""
    for dashboard in all_of(call, _DASHBOARDS):
        held = ids_of(dashboard, GROUPS)
        if (dashboard["id"] in dashboard_ids) != (group_id in held):
            may_use_dashboard(call, dashboard["id"])
            kept = [id for id in held if id != group_id] + [group_id] * (dashboard["id"] in dashboard_ids)
            changed(call, _DASHBOARDS, dashboard, relationships={GROUPS: kept})
