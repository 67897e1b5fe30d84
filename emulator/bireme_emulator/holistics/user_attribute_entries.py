"""Entries of user attributes: what is set for one user or one group, and what it amounts to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .attribute_values import ALL_SHOWN, misfit, values_of
from .people import ATTRIBUTES, ENTRIES, GROUPS, USERS, Problems, entry_id, found
from .refusals import not_found
from .views import API

__all__ = ["handlers"]

handlers = Handlers()

_SHOWN = ("user_attribute_id", "input_type", "subject_type", "subject_id")
_KINDS = {"User": USERS, "Group": GROUPS}


@handlers.operation("user_attribute_entries_list")
def user_attribute_entries_list(call: Call) -> Answer:
    """All entries of one user or group, by attribute."""
    subject = _subject(call, call.query)
    entries = [
        entry
        for entry in call.session.store.list(API, ENTRIES)
        if (entry["subject_type"], entry["subject_id"]) == subject
    ]
    entries.sort(key=lambda entry: entry["user_attribute_id"])
    cursors = {"previous": None, "next": None}
    return Answer(body={"user_attribute_entries": [_shown(entry) for entry in entries], "cursors": cursors})


@handlers.operation("user_attribute_entries_computed_values")
def user_attribute_entries_computed_values(call: Call) -> Answer:
    """The values of every attribute that hold for one user or group."""
    values = values_of(call.session, *_subject(call, call.query))
    shown = {name: ALL_SHOWN if held is None else [*held] for name, held in values.items()}
    return Answer(body={"user_attribute_values": shown})


@handlers.operation("user_attribute_entries_upsert")
def user_attribute_entries_upsert(call: Call) -> Answer:
    """Save all entries or none."""
    store = call.session.store
    entries: dict[str, dict[str, Any]] = {}
    problems = Problems()
    with store.transaction():
        for number, given in enumerate(call.body["user_attribute_entries"], start=1):
            entry, problem = _checked(call, given)
            twice = "sets what an earlier one sets" if entry["id"] in entries else None
            for said in filter(None, (problem, twice)):
                problems.add("user_attribute_entries", f"entry {number} {said}")
            entries[entry["id"]] = entry
        problems.raise_if_any()
        for entry in entries.values():
            store.put(API, ENTRIES, entry["id"], entry)
    return Answer(body={"user_attribute_entries": [_shown(entry) for entry in entries.values()]})


def _subject(call: Call, given: Mapping[str, Any]) -> tuple[str, int]:
    """Type and id of whom it is about. Raises a 404 `Fault` for nobody."""
    record = found(call, _KINDS[given["subject_type"]], given["subject_id"])
    return given["subject_type"], record["id"]


def _shown(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in _SHOWN}


def _checked(call: Call, given: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    """The entry as it is kept, and what is wrong with it. Raises a 404 `Fault` for an unknown attribute or subject."""
    attribute = _attribute(call, given)
    subject_type, subject_id = _subject(call, given)
    input_type, values = given.get("input_type") or "manual", given.get("values") or []
    entry = {
        "id": entry_id(subject_type, subject_id, attribute["id"]),
        "user_attribute_id": attribute["id"],
        "input_type": input_type,
        "values": [*values],
        "subject_type": subject_type,
        "subject_id": subject_id,
    }
    if attribute["is_system_attribute"]:
        return entry, f"is of {attribute['name']}, which the system fills itself"
    if values and input_type != "manual":
        return entry, f"has values, which the input type {input_type} does not take"
    bad = misfit(attribute["attribute_type"], values)
    return entry, None if bad is None else f"has the value {bad[:100]!r}, which is no {attribute['attribute_type']}"


def _attribute(call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
    if "user_attribute_id" in given:
        return found(call, ATTRIBUTES, given["user_attribute_id"])
    name = given["user_attribute_name"]
    for attribute in call.session.store.list(API, ATTRIBUTES):
        if attribute["name"] == name:
            return attribute
    raise not_found("user attribute", name[:100])
