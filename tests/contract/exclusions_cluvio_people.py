"""What schemathesis cannot know about users, invitations and user groups of the Cluvio API: state, mostly."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["PEOPLE"]

_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."
_ADMIN, _ANALYST, _VIEWER, _PENDING = "gail-admn-0001", "adad-love-0001", "cho0-minj-0005", "noor-haid-0009"
_BUILT_IN, _GROUP = "alla-naly-sts0", "oper-team-0001"


def _linked(relationship: str, kind: str, id: str, **attributes: Any) -> dict[str, Any]:
    related = {relationship: {"data": [{"type": kind, "id": id}]}}
    return {"data": {"attributes": attributes, "relationships": related}}


def _invite(email: str, **more: Any) -> Ask:
    return Ask("inviteUser", body={"email": email, **more})


def _invited(role: str, count: int) -> tuple[Ask, ...]:
    return tuple(_invite(f"{role}{number}@example.com", role=role) for number in range(count))


_USERS = (
    Exclusion(
        ("updateUser", "deactivateUser"), 422,
        (r"The user is an admin, whom an API key cannot change",),
        _STATE,
        (
            Ask("updateUser", {"id": _ADMIN}, body={"data": {"attributes": {"role": "viewer"}}}),
            Ask("deactivateUser", {"id": _ADMIN}),
        ),
    ),
    Exclusion(
        ("deactivateUser",), 422,
        (r"The user is \w+ and cannot be deactivated.*",),
        _STATE,
        (Ask("deactivateUser", {"id": _PENDING}),),
    ),
    Exclusion(
        ("activateUser",), 422,
        (r"The user is \w+, not deactivated",),
        _STATE,
        (Ask("activateUser", {"id": _ANALYST}),),
    ),
    Exclusion(
        ("updateUser", "activateUser", "inviteUser"), 422,
        (r"role: all \d+ \w+ seats of the plan are taken",),
        _STATE,
        (
            Ask("updateUser", {"id": _VIEWER}, body={"data": {"attributes": {"role": "analyst"}}},
                before=_invited("analyst", 2)),
            Ask("activateUser", {"id": "tomi-kova-0007"}, before=_invited("analyst", 2)),
            Ask("inviteUser", body={"email": "one.more@example.com", "role": "admin"}, before=_invited("admin", 1)),
        ),
    ),
    Exclusion(
        ("inviteUser",), 422,
        (
            r"email: can't be blank",
            r"email: is not an e-mail address",
            r"email: belongs to a user already",
            r"email: its domain is not registered with the organization; .*",
        ),
        _STATE,
        (
            Ask("inviteUser"),
            _invite("a.b@localhost"),
            _invite("gail@example.com"),
            _invite("gail@elsewhere.example"),
        ),
    ),
    Exclusion(
        ("inviteUser", "updateUser"), 422,
        (
            r"user_group_ids: there is no user group .*",
            r"(user_group_ids|relationships/user_groups): nobody is put into the built-in group .* by hand",
            r"relationships/user_groups: there is no user_groups .*",
        ),
        _STATE,
        (
            _invite("zoe@example.com", user_group_ids=["none"]),
            _invite("zoe@example.com", user_group_ids=[_BUILT_IN]),
            Ask("updateUser", {"id": _VIEWER}, body=_linked("user_groups", "user_groups", "none")),
            Ask("updateUser", {"id": _VIEWER}, body=_linked("user_groups", "user_groups", _BUILT_IN)),
        ),
    ),
    Exclusion(
        ("resendUserInvite", "deleteUserInvite"), 422,
        (r"The user is \w+ and has no pending invitation",),
        _STATE,
        (Ask("resendUserInvite", {"id": _ANALYST}), Ask("deleteUserInvite", {"id": _ADMIN})),
    ),
)  # fmt: skip
_GROUPS = (
    Exclusion(
        ("updateUserGroup", "deleteUserGroup"), 422,
        (
            r"(name|description): the group is built-in and keeps its .*",
            r"relationships/users: the group is built-in; its members follow from the roles of users",
            r"The group is built-in and cannot be deleted",
        ),
        _STATE,
        (
            Ask("updateUserGroup", {"id": _BUILT_IN}, body={"data": {"attributes": {"name": "Everyone"}}}),
            Ask("updateUserGroup", {"id": _BUILT_IN}, body=_linked("users", "users", _ADMIN)),
            Ask("deleteUserGroup", {"id": _BUILT_IN}),
        ),
    ),
    Exclusion(
        ("createUserGroup", "updateUserGroup"), 422,
        (r"name: can't be blank",),
        "The vendor does not say that a group must have a name, and a group without one could not be shown.",
        (
            Ask("createUserGroup", body={"data": {"attributes": {}}}),
            Ask("updateUserGroup", {"id": _GROUP}, body={"data": {"attributes": {"name": ""}}}),
        ),
    ),
    Exclusion(
        ("createUserGroup", "updateUserGroup"), 422,
        (r"relationships/users: there is no users .*", r"relationships/dashboards: there is no dashboards .*"),
        _STATE,
        (
            Ask("createUserGroup", body=_linked("users", "users", "none", name="Pilots")),
            Ask("updateUserGroup", {"id": _GROUP}, body=_linked("dashboards", "dashboards", "none")),
        ),
    ),
)  # fmt: skip
PEOPLE: tuple[Exclusion, ...] = (*_USERS, *_GROUPS)
