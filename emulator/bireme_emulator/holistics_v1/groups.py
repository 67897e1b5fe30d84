"""Groups: list, make, rename, remove, and who is in them."""

from __future__ import annotations

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .people import group_view, groups, named_group, remove_group, set_member

__all__ = ["handlers"]

handlers = Handlers()


@handlers.operation("groups_list")
def groups_list(call: Call) -> Answer:
    """All groups with the number of their users."""
    listed = groups(call.session)
    return Answer(body=[{"id": g["id"], "name": g["name"], "num_user": len(g["user_ids"])} for g in listed])


@handlers.operation("groups_create")
def groups_create(call: Call) -> Answer:
    """Make a group."""
    return Answer(body=group_view(named_group(call.session, call.body["group"]["name"])))


@handlers.operation("groups_update")
def groups_update(call: Call) -> Answer:
    """Rename a group."""
    return Answer(body=group_view(named_group(call.session, call.body["group"]["name"], call.path["group_id"])))


@handlers.operation("groups_delete")
def groups_delete(call: Call) -> Answer:
    """Remove a group."""
    remove_group(call.session, call.path["group_id"])
    return Answer(body={"status": "OK"})


@handlers.operation("groups_add_user")
def groups_add_user(call: Call) -> Answer:
    """Put a user into a group."""
    set_member(call.session, call.path["group_id"], call.path["user_id"], member=True)
    return Answer(body={"status": "OK"})


@handlers.operation("groups_remove_user")
def groups_remove_user(call: Call) -> Answer:
    """Take a user out of a group."""
    set_member(call.session, call.path["group_id"], call.path["user_id"], member=False)
    return Answer(body={"status": "OK"})
