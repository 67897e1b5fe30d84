"""Groups: what they are called and who is in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .listing import listed, page_key
from .paging import SortKey
from .people import (
    GROUPS,
    USERS,
    Problems,
    add_group,
    change_group,
    drop_group,
    found,
    name_problem,
    sortable,
    taken_by,
)
from .refusals import cannot, not_found
from .views import API, cached, public

__all__ = ["handlers"]

handlers = Handlers()

# `natural` is the order of the web interface, which is not documented: by name, we say.
_SORTS: dict[str, Callable[[Mapping[str, Any]], SortKey]] = {
    "natural": lambda group: (sortable(group["name"]), group["id"]),
    "id_asc": lambda group: (group["id"],),
    "id_desc": lambda group: (-group["id"],),
}


@handlers.operation("groups_list")
def groups_list(call: Call) -> Answer:
    """One page of groups, with their members where asked for."""
    sort = call.query.get("sort") or "natural"

    def build() -> dict[str, Any]:
        page, cursors = listed(call, lambda: call.session.store.list(API, GROUPS), _SORTS[sort], sort)
        users: dict[str, Any] = {}
        if call.query.get("include_users"):
            members = sorted({id for group in page for id in group["user_ids"]})
            users = {str(id): public(found(call, USERS, id)) for id in members}
        return {"groups": [public(group) for group in page], "users": users, "cursors": cursors}

    return Answer(body=cached(call, ("groups", *page_key(call)), build))


@handlers.operation("groups_get")
def groups_get(call: Call) -> Answer:
    """One group, with its members where asked for."""
    group = found(call, GROUPS, call.path["id"])
    view = public(group)
    if call.query.get("include_users"):
        view["users"] = [public(found(call, USERS, id)) for id in group["user_ids"]]
    return Answer(body={"group": view})


@handlers.operation("groups_create")
def groups_create(call: Call) -> Answer:
    """Add a group without members."""
    store = call.session.store
    with store.transaction():
        name = _checked_name(call, call.body["group"]["name"])
        group = add_group(call.session, name)
    return Answer(201, {"group": public(group)})


@handlers.operation("groups_update")
def groups_update(call: Call) -> Answer:
    """Rename a group."""
    store = call.session.store
    with store.transaction():
        group = found(call, GROUPS, call.path["id"])
        fields = call.body["group"]
        if "name" in fields:
            group = change_group(call.session, group, name=_checked_name(call, fields["name"], but=group["id"]))
    return Answer(body={"group": public(group)})


@handlers.operation("groups_delete")
def groups_delete(call: Call) -> Answer:
    """Remove a group, its memberships and its attribute entries."""
    store = call.session.store
    with store.transaction():
        group = found(call, GROUPS, call.path["id"])
        drop_group(call.session, group["id"])
    return Answer(body={"message": f"Group {group['id']} has been deleted."})


@handlers.operation("groups_add_user")
def groups_add_user(call: Call) -> Answer:
    """Make a user a member."""
    store = call.session.store
    with store.transaction():
        group, user = found(call, GROUPS, call.path["id"]), found(call, USERS, call.path["user_id"])
        if user["id"] in group["user_ids"]:
            raise cannot(f"User {user['id']} is in group {group['id']} already.")
        if user["is_deleted"]:
            raise cannot(f"User {user['id']} is deleted; restore the user first.")
        change_group(call.session, group, user_ids=sorted([*group["user_ids"], user["id"]]))
    return Answer(body={"message": f"User {user['id']} has been added to group {group['id']}."})


@handlers.operation("groups_remove_user")
def groups_remove_user(call: Call) -> Answer:
    """End a membership."""
    store = call.session.store
    with store.transaction():
        group, user = found(call, GROUPS, call.path["id"]), found(call, USERS, call.path["user_id"])
        if user["id"] not in group["user_ids"]:
            raise not_found(f"member of group {group['id']} with the id", user["id"])
        change_group(call.session, group, user_ids=[id for id in group["user_ids"] if id != user["id"]])
    return Answer(body={"message": f"User {user['id']} has been removed from group {group['id']}."})


def _checked_name(call: Call, name: str, but: int | None = None) -> str:
    """The name as it is kept. Raises a 422 `Fault` for one that is blank, too long or taken."""
    problems = Problems()
    problems.add("name", name_problem(name) or taken_by(call.session.store.list(API, GROUPS), "name", name, but=but))
    problems.raise_if_any()
    return name.strip()
