"""Users: listing, changing, deleting and restoring them, and the owner of the key in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.delivery.addresses import is_address

from .authentication import password_digest, revoke_keys
from .listing import listed, page_key
from .paging import SortKey
from .people import (
    GROUPS,
    USERS,
    Problems,
    checked_group_ids,
    derived,
    found,
    group_ids_of,
    initials,
    set_groups,
    sortable,
    taken_by,
)
from .refusals import cannot, denied
from .views import API, cached, caller_of, public

__all__ = ["handlers", "status_of"]

handlers = Handlers()

_PLAIN = ("name", "title", "job_title", "role", "allow_authentication_token", "enable_export_data")
_NOT_LISTED = ("title", "job_title")  # third-party code notes that lists of the real service come without them


def _order(field: str | None, *, down: bool = False) -> Callable[[Mapping[str, Any]], SortKey]:
    sign = -1 if down else 1
    if field is None:
        return lambda user: (sign * user["id"],)
    return lambda user: (sortable(user[field], down=down), sign * user["id"])


# `natural` is the order of the web interface, which is not documented: by name, we say, or by address without one.
_SORTS: dict[str, Callable[[Mapping[str, Any]], SortKey]] = {
    "natural": lambda user: (sortable(user["name"] or user["email"]), user["id"]),
    "id_asc": _order(None),
    "id_desc": _order(None, down=True),
    "name_asc": _order("name"),
    "name_desc": _order("name", down=True),
    "initials_asc": _order("initials"),
    "initials_desc": _order("initials", down=True),
}


def status_of(user: Mapping[str, Any]) -> str:
    """`deleted`, `pending` (has not accepted the invitation) or `active`."""
    if user["is_deleted"]:
        return "deleted"
    return "active" if user["is_activated"] else "pending"


@handlers.operation("users_me")
def users_me(call: Call) -> Answer:
    """The owner of the key."""
    user = caller_of(call).user
    return Answer(body=cached(call, ("me",), lambda: {"user": public(user)}))


@handlers.operation("users_list")
def users_list(call: Call) -> Answer:
    """One page of the users that the filters let through; the counters count them all."""
    sort = call.query.get("sort") or "natural"

    def build() -> dict[str, Any]:
        users, by_role = _selected(call)
        page, cursors = listed(call, lambda: users, _SORTS[sort], sort)
        shown = [_listed(call, user) for user in page]
        groups = {id: found(call, GROUPS, id) for user in shown for id in user["group_ids"]}
        return {
            "counters": {"total": len(users), "by_role": by_role},
            "users": shown,
            "groups": {str(id): public(groups[id]) for id in sorted(groups)},
            "cursors": cursors,
        }

    return Answer(body=cached(call, ("users", *page_key(call)), build))


@handlers.operation("users_check_holistics_user")
def users_check_holistics_user(call: Call) -> Answer:
    """Whether an address is a user's, deleted ones included."""
    email = call.query.get("email") or ""
    users = call.session.store.list(API, USERS)
    return Answer(body={"is_already_user": bool(email) and taken_by(users, "email", email) is not None})


@handlers.operation("users_update")
def users_update(call: Call) -> Answer:
    """Change what the body names."""
    store = call.session.store
    with store.transaction():
        user = found(call, USERS, call.path["id"])
        if user["is_deleted"]:
            raise cannot(f"User {user['id']} is deleted; restore the user first.")
        changes: Mapping[str, Any] = (call.body or {}).get("user") or {}
        changed, group_ids = _checked(call, user, changes)
        if changed != user:
            store.put(API, USERS, user["id"], changed)
        if group_ids is not None:
            set_groups(call.session, [user["id"]], group_ids, only=True)
    return Answer(body=public(changed))


@handlers.operation("users_delete")
def users_delete(call: Call) -> Answer:
    """Mark a user as deleted; the user's keys are refused from then on."""
    with call.session.store.transaction():
        user = found(call, USERS, call.path["id"])
        if user["id"] == caller_of(call).user["id"]:
            raise cannot("You cannot delete yourself.")
        if user["is_deleted"]:
            raise cannot(f"User {user['id']} is deleted already.")
        if _is_last_admin(call, user):
            raise cannot(f"User {user['id']} is the last administrator of the workspace.")
        call.session.store.put(API, USERS, user["id"], {**user, "is_deleted": True})
    return Answer(body={"message": f"User {user['id']} has been deleted."})


@handlers.operation("users_restore")
def users_restore(call: Call) -> Answer:
    """Take a deletion back."""
    with call.session.store.transaction():
        user = found(call, USERS, call.path["id"])
        if not user["is_deleted"]:
            raise cannot(f"User {user['id']} is not deleted.")
        call.session.store.put(API, USERS, user["id"], {**user, "is_deleted": False})
    return Answer(body={"message": f"User {user['id']} has been restored."})


@handlers.operation("users_revoke_authentication_token")
def users_revoke_authentication_token(call: Call) -> Answer:
    """Make a user's key useless: one's own, or as an administrator anybody's."""
    caller, id = caller_of(call), call.path["id"]
    if id != caller.user["id"] and "manage_users" not in caller.permissions:
        raise denied("Only an administrator can revoke the key of somebody else.")
    user = found(call, USERS, id)
    revoke_keys(call.session, user["id"])
    return Answer(body={"message": f"The API key of user {user['id']} has been revoked."})


def _listed(call: Call, user: Mapping[str, Any]) -> dict[str, Any]:
    shown = {key: value for key, value in public(user).items() if key not in _NOT_LISTED}
    return {**shown, "group_ids": [*group_ids_of(call.session, user["id"])]}


def _selected(call: Call) -> tuple[Sequence[Mapping[str, Any]], dict[str, int]]:
    """The users that the filters let through, and how many of each role; worked out once for all pages."""
    names = ("search_term", "status", "role", "has_authentication_token", "exclude_deleted")
    wanted = {name: call.query.get(name) for name in names}

    def build() -> tuple[Sequence[Mapping[str, Any]], dict[str, int]]:
        groups = {group["id"]: group["name"].casefold() for group in call.session.store.list(API, GROUPS)}
        term = (wanted["search_term"] or "").casefold()

        def matches(user: Mapping[str, Any]) -> bool:
            said = [(user[field] or "").casefold() for field in ("email", "name", "initials")]
            said += [groups[id] for id in group_ids_of(call.session, user["id"])] if term else []
            return (
                any(term in text for text in said)
                and wanted["status"] in (None, status_of(user))
                and wanted["role"] in (None, user["role"])
                and wanted["has_authentication_token"] in (None, user["has_authentication_token"])
                and not (wanted["exclude_deleted"] and user["is_deleted"])
            )

        users = [user for user in call.session.store.list(API, USERS) if matches(user)]
        return users, dict(sorted(Counter(user["role"] for user in users).items()))

    return derived(call.session, ("users", *wanted.values()), build)


def _checked(
    call: Call, user: Mapping[str, Any], changes: Mapping[str, Any]
) -> tuple[dict[str, Any], Sequence[int] | None]:
    """The user with the changes, and the groups where they change. Raises a 422 `Fault` naming every bad field."""
    problems = Problems()
    changed = {**user, **{field: changes[field] for field in _PLAIN if field in changes}}
    if "email" in changes:
        email = changes["email"]
        problems.add("email", None if is_address(email) else "is not an e-mail address")
        problems.add("email", taken_by(call.session.store.list(API, USERS), "email", email, but=user["id"]))
        changed["email"] = email
    if "password" in changes:
        problems.add("password", None if changes["password"] else "can't be blank")
        changed["_password"] = password_digest(changes["password"])
    if changed["role"] != "admin" and _is_last_admin(call, user):
        problems.add("role", "cannot be changed: this is the last administrator of the workspace")
    group_ids: Sequence[int] | None = None
    if "group_ids" in changes:
        group_ids, unknown = checked_group_ids(call, changes["group_ids"])
        if unknown:
            problems.add("group_ids", f"names no group: {', '.join(map(str, unknown[:10]))}")
    problems.raise_if_any()
    if "name" in changes or "email" in changes:
        changed["initials"] = initials(changed["name"], changed["email"])
    return changed, group_ids


def _is_last_admin(call: Call, user: Mapping[str, Any]) -> bool:
    """Whether the workspace would be left without an active user of the role `admin`."""

    def administers(one: Mapping[str, Any]) -> bool:
        return one["role"] == "admin" and status_of(one) == "active"

    others = (one for one in call.session.store.list(API, USERS) if one["id"] != user["id"])
    return administers(user) and not any(administers(one) for one in others)
