"""What user attributes amount to: the entries of a user, of the user's groups, and what the system knows itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from .people import ATTRIBUTES, ENTRIES, GROUPS, USERS, derived, entry_id, group_ids_of
from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["ALL_SHOWN", "Values", "misfit", "values_of"]

Values: TypeAlias = Sequence[str] | None
"""The values of one attribute; `None` stands for all there are, so that nothing is held back."""

ALL_SHOWN = ["*"]
"""How the API shows that all values hold. The vendor's documents do not say how the real service does."""


def values_of(session: Session, subject_type: str, subject_id: int) -> Mapping[str, Values]:
    """The values of every attribute that hold for a `User` or a `Group`, by name of the attribute.

    What is entered for the user itself comes first. Where the user inherits, or has no entry, the values of the user's
    groups hold together; where one of these has all, so has the user. Without any entry there are no values.
    """
    return derived(session, ("values", subject_type, subject_id), lambda: _computed(session, subject_type, subject_id))


def misfit(attribute_type: str, values: Sequence[str]) -> str | None:
    """The first value that is none of the type, or `None`. Types other than `number` and `boolean` take any text.

    >>> misfit("number", ["1.5", "x"]), misfit("boolean", ["true"]), misfit("string", ["x"])
    ('x', None, None)
    """
    if attribute_type == "number":
        return next((value for value in values if not _is_number(value)), None)
    if attribute_type == "boolean":
        return next((value for value in values if value not in ("true", "false")), None)
    return None


def _computed(session: Session, subject_type: str, subject_id: int) -> dict[str, Values]:
    store = session.store
    user = store.get(API, USERS, subject_id) if subject_type == "User" else None
    values: dict[str, Values] = {}
    for attribute in store.list(API, ATTRIBUTES):
        if attribute["is_system_attribute"]:
            values[attribute["name"]] = _of_system(attribute["name"], user)
        elif user is not None:
            values[attribute["name"]] = _of_user(session, user["id"], attribute["id"])
        else:
            values[attribute["name"]] = _of_group(session, subject_id, attribute["id"])
    return values


def _of_system(name: str, user: Mapping[str, Any] | None) -> Values:
    # h_email is the one system attribute that the documents name.
    return [user["email"]] if user is not None and name == "h_email" else []


def _of_user(session: Session, user_id: int, attribute_id: int) -> Values:
    entry = session.store.get(API, ENTRIES, entry_id("User", user_id, attribute_id))
    if entry is not None and entry["input_type"] != "inherit":
        return _entered(entry)
    inherited: list[str] = []
    for group_id in group_ids_of(session, user_id):
        values = _of_group(session, group_id, attribute_id)
        if values is None:
            return None
        inherited += [value for value in values if value not in inherited]
    return inherited


def _of_group(session: Session, group_id: int, attribute_id: int) -> Values:
    """A group has nothing to inherit from: `inherit` there is the same as no entry."""
    assert session.store.get(API, GROUPS, group_id) is not None, "only known groups are asked for"
    entry = session.store.get(API, ENTRIES, entry_id("Group", group_id, attribute_id))
    return [] if entry is None or entry["input_type"] == "inherit" else _entered(entry)


def _entered(entry: Mapping[str, Any]) -> Values:
    return None if entry["input_type"] == "all" else [*entry["values"]]


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
