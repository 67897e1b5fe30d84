"""Users and groups, which both versions of the API share, as the legacy one shows and checks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.people import (
    GROUPS,
    USERS,
    add_group,
    add_user,
    change_group,
    drop_group,
    group_ids_of,
    invitation_by,
    name_problem,
    set_groups,
    taken_by,
)
from bireme_emulator.holistics.views import API, caller_of
from bireme_emulator.kernel.delivery.addresses import is_address

from .refusals import cannot, unknown

if TYPE_CHECKING:
    from bireme_emulator.kernel.context import Call
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "TENANT",
    "group_view",
    "groups",
    "invite",
    "named_group",
    "remove_group",
    "set_member",
    "user_view",
    "users",
]

TENANT = 1
# The role that version 2 calls user was called viewer before.
_ROLES = {"viewer": "user"}
_OLD_ROLES = {new: old for old, new in _ROLES.items()}
_SHOWN = (
    *("id", "name", "email", "initials", "is_deleted", "is_activated", "has_authentication_token"),
    *("allow_authentication_token", "current_sign_in_at", "last_sign_in_at"),
)


def users(session: Session) -> list[Mapping[str, Any]]:
    """All users, deleted ones too."""
    return list(session.store.list(API, USERS))


def user_view(session: Session, user: Mapping[str, Any]) -> dict[str, Any]:
    """A user as the legacy API shows one, with the groups in full."""
    view = {key: user[key] for key in _SHOWN}
    view["role"] = _OLD_ROLES.get(user["role"], user["role"])
    view["groups"] = [group_view(_group(session, id)) for id in group_ids_of(session, user["id"])]
    return view


def invite(call: Call, wanted: Mapping[str, Any]) -> int:
    """Add a user who has not taken up the invitation yet; gives the id.

    Raises a 422 `Fault` for an address that is none or in use.
    """
    email, role = wanted["email"], wanted["role"]
    if not is_address(email):
        raise cannot("email: it is not an e-mail address")
    with call.session.store.transaction():
        if taken_by(users(call.session), "email", email):
            raise cannot(f"{email} is a user already; send the invitation again instead")
        return add_user(
            call.session,
            email,
            _ROLES.get(role, role),
            name=wanted.get("name") or None,
            enable_export_data=role != "viewer",
            _invitation=invitation_by(caller_of(call).user, wanted.get("message")),
        )


def groups(session: Session) -> list[Mapping[str, Any]]:
    """All groups."""
    return list(session.store.list(API, GROUPS))


def group_view(group: Mapping[str, Any]) -> dict[str, Any]:
    """A group as the legacy API shows one."""
    times = {"created_at": group.get("_created_at"), "updated_at": group.get("_updated_at")}
    return {"id": group["id"], "name": group["name"], **times, "tenant_id": TENANT}


def named_group(session: Session, name: str, id: int | None = None) -> Mapping[str, Any]:
    """Make a group of that name, or rename the one with the id.

    Raises a `Fault`: 404 when there is none, 422 for a name that is blank, too long or another group's.
    """
    with session.store.transaction():
        group = None if id is None else _group(session, id)
        problem = name_problem(name) or taken_by(groups(session), "name", name, but=id)
        if problem:
            raise cannot(f"Name {problem}")
        name = name.strip()
        return add_group(session, name) if group is None else change_group(session, group, name=name)


def remove_group(session: Session, id: int) -> None:
    """Remove a group with its memberships. Raises a 404 `Fault` when there is none."""
    with session.store.transaction():
        drop_group(session, _group(session, id)["id"])


def set_member(session: Session, group_id: int, user_id: int, *, member: bool) -> None:
    """Put a user into a group or take them out. Raises a 404 `Fault` where one of the two is not there."""
    with session.store.transaction():
        group = _group(session, group_id)
        if session.store.get(API, USERS, user_id) is None:
            raise unknown()
        if member:
            set_groups(session, [user_id], [group_id], only=False)
        else:
            change_group(session, group, user_ids=[id for id in group["user_ids"] if id != user_id])


def _group(session: Session, id: int) -> Mapping[str, Any]:
    group = session.store.get(API, GROUPS, id)
    if group is None:
        raise unknown()
    return group
