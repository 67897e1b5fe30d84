"""Users: reading them, their role and groups, shutting them out and letting them in again (vendor page, Users)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .documents import attributes_of, collection, describe, document, relationships_of
from .people import GROUPS, USERS, checked_group_ids, group_ids_of, require_seat, status_of
from .records import all_of, changed, found, ids_of, now
from .refusals import invalid

__all__ = ["handlers"]

_NEVER = dict.fromkeys(("deactivated_at", "invitation_created_at", "invitation_accepted_at"))
_SECOND_FACTOR = ("otp_app_enabled", "otp_phone_enabled")

handlers = Handlers()


def _shown(call: Call, user: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    invited_by = user["relationships"].get("invited_by_user")
    return user["attributes"], {GROUPS: group_ids_of(call, user), "invited_by_user": invited_by}


describe(
    USERS,
    shown=_shown,
    defaults={"firstname": None, "lastname": None, "role": "viewer", **dict.fromkeys(_SECOND_FACTOR, False), **_NEVER},
    needs=dict.fromkeys(_SECOND_FACTOR, ("manage_users",)),
)


@handlers.operation("listUsers")
def list_users(call: Call) -> Answer:
    """All users of the organization, deactivated and pending ones among them."""
    return collection(call, USERS, all_of(call, USERS), call.query.get("include"))


@handlers.operation("getUser")
def get_user(call: Call) -> Answer:
    """One user."""
    return document(call, USERS, found(call, USERS), call.query.get("include"))


@handlers.operation("updateUser")
def update_user(call: Call) -> Answer:
    """Change role and custom groups; what is left out stays. Admins are out of reach."""
    with call.session.store.transaction():
        user = _no_admin(found(call, USERS))
        attributes, relationships = attributes_of(call), relationships_of(call)
        role = attributes.get("role")
        if role is not None and role != user["attributes"]["role"] and status_of(user) != "deactivated":
            require_seat(call, role, but=user["id"])
        groups = ids_of(user, GROUPS)
        if GROUPS in relationships:
            planned = {**user, "attributes": {**user["attributes"], **attributes}}
            groups = checked_group_ids(call, relationships[GROUPS] or (), planned, f"relationships/{GROUPS}")
        user = changed(call, USERS, user, attributes, {GROUPS: groups})
    return document(call, USERS, user)


@handlers.operation("deactivateUser")
def deactivate_user(call: Call) -> Answer:
    """Shut a user out; the seat becomes free."""
    with call.session.store.transaction():
        user = _no_admin(found(call, USERS))
        status = status_of(user)
        if status != "active":
            remedy = "; delete the invitation instead" if status == "pending" else ""
            raise invalid(f"The user is {status} and cannot be deactivated{remedy}")
        changed(call, USERS, user, {"deactivated_at": now(call)})
    return Answer(204)


@handlers.operation("activateUser")
def activate_user(call: Call) -> Answer:
    """Let a deactivated user in again: in the role asked for, else the one before; former admins become analysts."""
    with call.session.store.transaction():
        user = found(call, USERS)
        if status_of(user) != "deactivated":
            raise invalid(f"The user is {status_of(user)}, not deactivated")
        before = user["attributes"]["role"]
        role = (call.body or {}).get("role") or ("analyst" if before == "admin" else before)
        require_seat(call, role, but=user["id"])
        changed(call, USERS, user, {"role": role, "deactivated_at": None})
    return Answer(204)


def _no_admin(user: Mapping[str, Any]) -> Mapping[str, Any]:
    """The user. Raises a 422 `Fault` for an admin, whom no API key can change."""
    if user["attributes"]["role"] == "admin":
        raise invalid("The user is an admin, whom an API key cannot change")
    return user
