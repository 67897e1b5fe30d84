"""Users and groups in the store, which they share with version 2. The one place that knows how they are kept.

A group is `{id, name, user_ids, created_at, updated_at}` under the kind `groups`; a user stands under `users`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.views import API, public

from .refusals import cannot, unknown
from .times import stamp

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "TENANT",
    "group_view",
    "groups",
    "invite",
    "named_group",
    "remove_group",
    "set_member",
    "stored_group",
    "user_view",
    "users",
]

TENANT = 1
# The role that version 2 calls user was called viewer before.
_ROLES = {"viewer": "user"}
_SHOWN = (
    *("id", "name", "email", "initials", "is_deleted", "is_activated", "has_authentication_token"),
    *("allow_authentication_token", "current_sign_in_at", "last_sign_in_at"),
)
_OLD_ROLES = {new: old for old, new in _ROLES.items()}


def users(session: Session) -> list[Mapping[str, Any]]:
    """All users, deleted ones too."""
    return list(session.store.list(API, "users"))


def user_view(session: Session, user: Mapping[str, Any]) -> dict[str, Any]:
    """A user as the legacy API shows one, with the groups in full."""
    view = {key: public(user).get(key) for key in _SHOWN}
    view["role"] = _OLD_ROLES.get(user["role"], user["role"])
    view["groups"] = [group_view(group) for group in groups(session) if user["id"] in group.get("user_ids", ())]
    return view


def invite(session: Session, wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add a user who has not taken up the invitation yet. Raises a 422 `Fault` where the address is in use."""
    email = wanted["email"]
    if any(user["email"].casefold() == email.casefold() for user in users(session)):
        raise cannot(f"{email} is a user already; send the invitation again instead")
    name = wanted.get("name") or None
    user = {
        "id": session.store.next_id(API, "users"),
        "email": email,
        "name": name,
        "initials": "".join(word[0] for word in (name or email).split()[:2]).upper(),
        "role": _ROLES.get(wanted["role"], wanted["role"]),
        "is_deleted": False,
        "is_activated": False,
        "has_authentication_token": False,
        "allow_authentication_token": False,
        "enable_export_data": wanted["role"] != "viewer",
        "current_sign_in_at": None,
        "last_sign_in_at": None,
        "created_at": stamp(session.clock.now()),
        "title": None,
        "job_title": None,
    }
    session.store.put(API, "users", user["id"], user)
    return user


def groups(session: Session) -> list[Mapping[str, Any]]:
    """All groups."""
    return list(session.store.list(API, "groups"))


def stored_group(session: Session, id: int) -> Mapping[str, Any]:
    """A group. Raises a 404 `Fault` when there is none."""
    group = session.store.get(API, "groups", id)
    if group is None:
        raise unknown()
    return group


def group_view(group: Mapping[str, Any]) -> dict[str, Any]:
    """A group as the legacy API shows one."""
    shown = {key: group.get(key) for key in ("id", "name", "created_at", "updated_at")}
    return {**shown, "tenant_id": TENANT}


def named_group(session: Session, name: str, id: int | None = None) -> Mapping[str, Any]:
    """Make a group of that name, or rename the one with the id. Raises a 422 `Fault` where another has the name."""
    if any(group["name"] == name and group["id"] != id for group in groups(session)):
        raise cannot(f"Name {name!r} has already been taken")
    now = stamp(session.clock.now())
    if id is None:
        id = session.store.next_id(API, "groups")
        group: dict[str, Any] = {"id": id, "name": name, "user_ids": [], "created_at": now, "updated_at": now}
    else:
        group = {**stored_group(session, id), "name": name, "updated_at": now}
    session.store.put(API, "groups", id, group)
    return group


def remove_group(session: Session, id: int) -> None:
    """Remove a group. Raises a 404 `Fault` when there is none."""
    stored_group(session, id)
    session.store.delete(API, "groups", id)


def set_member(session: Session, group_id: int, user_id: int, *, member: bool) -> None:
    """Put a user into a group or take them out. Raises a 404 `Fault` where one of the two is not there."""
    group = stored_group(session, group_id)
    if session.store.get(API, "users", user_id) is None:
        raise unknown()
    others = [id for id in group.get("user_ids", ()) if id != user_id]
    ids = [*others, user_id] if member else others
    session.store.put(API, "groups", group_id, {**group, "user_ids": ids, "updated_at": stamp(session.clock.now())})
