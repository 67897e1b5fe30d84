"""People and groups as records: finding them, who is in which group, and what a name or an address has to be.

A group's record holds the ids of its members; which groups a user is in is worked out from there, so the two sides of a
membership never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from bireme_emulator.kernel.context import Call

from .authentication import put_key
from .refusals import not_found, record_error
from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "ATTRIBUTES",
    "ENTRIES",
    "GROUPS",
    "USERS",
    "Problems",
    "add_group",
    "add_user",
    "change_group",
    "checked_group_ids",
    "derived",
    "drop_group",
    "entry_id",
    "found",
    "group_ids_of",
    "initials",
    "invitation_by",
    "moment",
    "name_problem",
    "put_people",
    "set_groups",
    "sortable",
    "taken_by",
    "whole",
]

USERS, GROUPS, ATTRIBUTES, ENTRIES = "users", "groups", "user_attributes", "user_attribute_entries"
_SYSTEM_ATTRIBUTE = {
    "id": 1,
    "name": "h_email",
    "attribute_type": "string",
    "label": "Email",
    "description": "The address that the user signs in with.",
    "is_system_attribute": True,
}
_UNSTATED = dict.fromkeys(("name", "current_sign_in_at", "last_sign_in_at", "title", "job_title"))
_NAMES = {USERS: "user", GROUPS: "group", ATTRIBUTES: "user attribute"}
_LONGEST_NAME = 255
# What patterns of the spec (ECMA 262) call white space; str.strip() alone would take more than that.
_SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_SORTED_BY = 100  # characters of a text that count in an order; cursors hold them, and addresses are not endless
_DERIVED = "holistics.people"

T = TypeVar("T")


class Problems(dict[str, list[str]]):
    """What is wrong with a record, by field.

    >>> problems = Problems()
    >>> problems.add("name", "has already been taken")
    >>> problems.raise_if_any()
    Traceback (most recent call last):
    bireme_emulator.kernel.context.Fault: Name has already been taken.
    """

    def add(self, field: str, problem: str | None) -> None:
        """Note a problem, if there is one."""
        if problem is not None:
            self.setdefault(field, []).append(problem)

    def raise_if_any(self) -> None:
        """Raise a 422 `Fault` of type `RecordError` where something has been noted."""
        if self:
            said = [f"{field.replace('_', ' ').capitalize()} {text}" for field, texts in self.items() for text in texts]
            raise record_error(f"{'; '.join(said)}.", **self)


def found(call: Call, kind: str, id: Any) -> Mapping[str, Any]:
    """The record of that id. Raises a 404 `Fault` when there is none."""
    number = whole(id)
    record = None if number is None else call.session.store.get(API, kind, number)
    if record is None:
        raise not_found(_NAMES[kind], id if number is None else number)
    return record


def whole(value: Any) -> int | None:
    """A number as a whole one (`2.0` is 2), or `None` where it is not: ids may arrive as JSON numbers of any form."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) else None


def derived(session: Session, key: tuple[Any, ...], build: Callable[[], T]) -> T:
    """What `build` works out from the records, kept until one of them changes."""
    revision = session.store.revision(API)
    known: tuple[int, dict[tuple[Any, ...], Any]] | None = session.cache.get(_DERIVED)
    if known is None or known[0] != revision or len(known[1]) >= 200:
        known = session.cache[_DERIVED] = (revision, {})
    if key not in known[1]:
        known[1][key] = build()
    value: T = known[1][key]
    return value


def group_ids_of(session: Session, user_id: int) -> Sequence[int]:
    """Ids of the groups that a user is in, ascending."""

    def build() -> dict[int, list[int]]:
        groups: dict[int, list[int]] = {}
        for group in session.store.list(API, GROUPS):
            for member in group["user_ids"]:
                groups.setdefault(member, []).append(group["id"])
        return groups

    return derived(session, ("memberships",), build).get(user_id, [])


def taken_by(records: Iterable[Mapping[str, Any]], field: str, value: str, but: int | None = None) -> str | None:
    """The problem that another record than `but` has that value, case disregarded, or `None`."""
    wanted = value.strip().casefold()
    for record in records:
        if record["id"] != but and (record[field] or "").strip().casefold() == wanted:
            return "has already been taken"
    return None


def name_problem(name: str) -> str | None:
    """What is wrong with a name in itself, or `None`."""
    if not name.strip(_SPACE):
        return "can't be blank"
    return f"is too long (maximum is {_LONGEST_NAME} characters)" if len(name) > _LONGEST_NAME else None


def initials(name: str | None, email: str) -> str:
    """The letters that stand for a person: of the first and the last name, or the first two of the address.

    >>> initials("Ada Maria Keller", ""), initials(None, "ben@example.com")
    ('AK', 'BE')
    """
    words = (name or "").split()
    letters = f"{words[0][0]}{words[-1][0] if len(words) > 1 else ''}" if words else email[:2]
    return letters.upper()


def moment(session: Session) -> str:
    """The present time of the session, as records hold it."""
    return session.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def sortable(text: str | None, *, down: bool = False) -> str:
    """A text as part of a sort key, case disregarded; `down` gives one that sorts the other way round.

    >>> sorted(["a", "ab", "b"], key=lambda text: sortable(text, down=True))
    ['b', 'ab', 'a']
    """
    plain = (text or "").casefold()[:_SORTED_BY]
    # Texts cannot be negated, so every character becomes a number of fixed width, counted from the other end; the mark
    # behind the last one sorts after all digits.
    return "".join(f"{0x10FFFF - ord(letter):06x}" for letter in plain) + "~" if down else plain


def entry_id(subject_type: str, subject_id: int, attribute_id: int) -> str:
    """Under which id the entry of a user or group for an attribute is kept."""
    return f"{subject_type}-{subject_id}-{attribute_id}"


def put_people(session: Session, people: Mapping[str, list[dict[str, Any]]]) -> None:
    """Store users, the digests of their keys, groups, attributes (that of the system among them) and entries."""
    store = session.store
    for user in people["users"]:
        store.put(API, USERS, user["id"], {**_UNSTATED, **user})
    for entry in people["keys"]:
        put_key(session, entry["key"], entry["user_id"], active=entry.get("active", True))
    for group in people.get(GROUPS, ()):
        store.put(API, GROUPS, group["id"], group)
    store.put(API, ATTRIBUTES, 1, _SYSTEM_ATTRIBUTE)
    for attribute in people.get(ATTRIBUTES, ()):
        store.put(API, ATTRIBUTES, attribute["id"], {"description": "", **attribute, "is_system_attribute": False})
    for entry in people.get(ENTRIES, ()):
        name = entry_id(entry["subject_type"], entry["subject_id"], entry["user_attribute_id"])
        store.put(API, ENTRIES, name, {"id": name, "values": [], **entry})


def add_user(session: Session, email: str, role: str, **more: Any) -> int:
    """Store somebody who has not accepted an invitation yet; gives the id. `more` sets what is not as usual."""
    id = session.store.next_id(API, USERS)
    user = {
        "id": id,
        "email": email,
        "name": None,
        "initials": initials(more.get("name"), email),
        "role": role,
        "is_deleted": False,
        "is_activated": False,
        "has_authentication_token": False,
        "allow_authentication_token": False,
        "enable_export_data": True,
        "current_sign_in_at": None,
        "last_sign_in_at": None,
        "created_at": moment(session),
        "title": None,
        "job_title": None,
        **more,
    }
    session.store.put(API, USERS, id, user)
    return id


def invitation_by(inviter: Mapping[str, Any], message: str | None) -> dict[str, str]:
    """What the mail to somebody invited says, as it is kept with the user."""
    return {"by": inviter["name"] or inviter["email"], "message": message or ""}


def add_group(session: Session, name: str) -> dict[str, Any]:
    """Store a group without members. When it was made and changed is private, as only the legacy API tells it."""
    now = moment(session)
    id = session.store.next_id(API, GROUPS)
    group = {"id": id, "name": name, "user_ids": [], "_created_at": now, "_updated_at": now}
    session.store.put(API, GROUPS, id, group)
    return group


def change_group(session: Session, group: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """Store a group with another name or other members."""
    changed = {**group, **changes, "_updated_at": moment(session)}
    session.store.put(API, GROUPS, group["id"], changed)
    return changed


def drop_group(session: Session, id: int) -> None:
    """Remove a group, its memberships and its attribute entries."""
    session.store.delete(API, GROUPS, id)
    for entry in session.store.list(API, ENTRIES):
        if (entry["subject_type"], entry["subject_id"]) == ("Group", id):
            session.store.delete(API, ENTRIES, entry["id"])


def checked_group_ids(call: Call, given: Iterable[Any]) -> tuple[list[int], list[Any]]:
    """The ids of groups among `given`, each once and ascending, and those that are of none."""
    numbers = {id: whole(id) for id in given}
    known = {number for number in numbers.values() if number and call.session.store.get(API, GROUPS, number)}
    return sorted(known), [id for id, number in numbers.items() if number not in known]


def set_groups(session: Session, user_ids: Sequence[int], group_ids: Iterable[int], *, only: bool) -> None:
    """Put users into groups; with `only`, take them out of all others as well."""
    wanted, moved = set(group_ids), set(user_ids)
    for group in session.store.list(API, GROUPS):
        members = set(group["user_ids"])
        changed = members | moved if group["id"] in wanted else members - (moved if only else set())
        if changed != members:
            change_group(session, group, user_ids=sorted(changed))
