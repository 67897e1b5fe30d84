"""People as records: who is pending, deactivated or active, seats of the plan, and who is in which user group.

A user's record holds the ids of the custom groups that the user is in. Who is in a built-in group follows from roles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from bireme_emulator.kernel.context import Call

from .organization import organization
from .records import all_of, changed, find, ids_of
from .refusals import invalid

__all__ = [
    "ALL_ANALYSTS",
    "ALL_USERS",
    "GROUPS",
    "USERS",
    "behavior_of",
    "checked_group_ids",
    "group_ids_of",
    "is_in",
    "members_of",
    "require_seat",
    "set_members",
    "status_of",
]

USERS, GROUPS = "users", "user_groups"
ALL_USERS, ALL_ANALYSTS = "all_users", "all_analysts"
_ANALYSTS = ("analyst", "admin")


def status_of(user: Mapping[str, Any]) -> Literal["active", "pending", "deactivated"]:
    """Whether a user can log in, has yet to accept the invitation, or is shut out."""
    attributes = user["attributes"]
    if attributes.get("deactivated_at"):
        return "deactivated"
    invited, accepted = attributes.get("invitation_created_at"), attributes.get("invitation_accepted_at")
    return "pending" if invited and not accepted else "active"


def require_seat(call: Call, role: str, but: str | None = None) -> None:
    """Raise a 422 `Fault` where the plan has no free seat for a role; `but` is the user who is to take it.

    Viewers need no seat. Whoever is not deactivated holds one, the pending included.
    """
    seats = organization(call.session, call.api)["seats"].get(role)
    if seats is None:
        return
    taken = [user for user in all_of(call, USERS) if user["attributes"]["role"] == role and user["id"] != but]
    if sum(status_of(user) != "deactivated" for user in taken) >= seats:
        raise invalid(f"role: all {seats} {role} seats of the plan are taken")


def behavior_of(group: Mapping[str, Any]) -> str | None:
    """What makes a group built-in, `None` for a custom one."""
    behavior: str | None = group["attributes"].get("built_in_behavior")
    return behavior


def is_in(user: Mapping[str, Any], group: Mapping[str, Any]) -> bool:
    """Whether a user is in a group; nobody who is deactivated is in a built-in one."""
    behavior = behavior_of(group)
    if behavior is None:
        return group["id"] in ids_of(user, GROUPS)
    wanted = behavior == ALL_USERS or user["attributes"]["role"] in _ANALYSTS
    return wanted and status_of(user) != "deactivated"


def group_ids_of(call: Call, user: Mapping[str, Any]) -> list[str]:
    """The ids of all groups that a user is in, built-in ones included."""
    return [group["id"] for group in all_of(call, GROUPS) if is_in(user, group)]


def members_of(call: Call, group: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The users that are in a group."""
    return [user for user in all_of(call, USERS) if is_in(user, group)]


def checked_group_ids(call: Call, ids: Sequence[str], user: Mapping[str, Any], where: str) -> list[str]:
    """The custom groups among those that a user is to be in.

    Built-in ones that the user is in anyway are passed over, so that what was read can be sent back. Raises a 422
    `Fault` for any other built-in group, and for an id that is no group's; `where` names the place in the request.
    """
    custom, problems = [], []
    for id in dict.fromkeys(ids):
        group = find(call, GROUPS, id)
        if group is None:
            problems.append(f"{where}: there is no user group {id}")
        elif behavior_of(group) is None:
            custom.append(id)
        elif not is_in(user, group):
            problems.append(f"{where}: nobody is put into the built-in group {id} by hand")
    if problems:
        raise invalid(*problems)
    return custom


def set_members(call: Call, group_id: str, user_ids: Sequence[str]) -> None:
    """Have a custom group contain these users and no others."""
    for user in all_of(call, USERS):
        held = ids_of(user, GROUPS)
        if (user["id"] in user_ids) != (group_id in held):
            kept = [id for id in held if id != group_id] + [group_id] * (user["id"] in user_ids)
            changed(call, USERS, user, relationships={GROUPS: kept})
