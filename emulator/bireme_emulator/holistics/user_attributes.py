"""User attributes: what can be noted about users and groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .attribute_values import misfit
from .listing import listed, page_key
from .people import ATTRIBUTES, ENTRIES, Problems, found, name_problem, taken_by
from .refusals import cannot
from .views import API, cached, public

__all__ = ["handlers"]

handlers = Handlers()

_RESERVED = "h_"  # names of the system begin so (h_email); nobody else's may


@handlers.operation("user_attributes_list")
def user_attributes_list(call: Call) -> Answer:
    """One page of the attributes, by id, those of the system included."""

    def build() -> dict[str, Any]:
        page, cursors = listed(call, lambda: call.session.store.list(API, ATTRIBUTES), lambda one: (one["id"],))
        return {"user_attributes": [public(one) for one in page], "cursors": cursors}

    return Answer(body=cached(call, ("user_attributes", *page_key(call)), build))


@handlers.operation("user_attributes_create")
def user_attributes_create(call: Call) -> Answer:
    """Add an attribute."""
    store = call.session.store
    with store.transaction():
        fields = _checked(call, call.body["user_attribute"])
        id = store.next_id(API, ATTRIBUTES)
        attribute = {"id": id, "description": "", **fields, "is_system_attribute": False}
        store.put(API, ATTRIBUTES, id, attribute)
    return Answer(body={"user_attribute": attribute, "status": "created"})


@handlers.operation("user_attributes_update")
def user_attributes_update(call: Call) -> Answer:
    """Change an attribute; values that there are must fit its type."""
    store = call.session.store
    with store.transaction():
        attribute = _own(call, call.path["id"])
        changed = {**attribute, **_checked(call, call.body["user_attribute"], but=attribute["id"])}
        problems = Problems()
        for entry in _entries(call, attribute["id"]):
            bad = misfit(changed["attribute_type"], entry["values"])
            if bad is not None:
                whose = f"{entry['subject_type'].lower()} {entry['subject_id']}"
                problems.add("attribute_type", f"does not fit the value {bad[:100]!r} of {whose}")
                break
        problems.raise_if_any()
        store.put(API, ATTRIBUTES, attribute["id"], changed)
    return Answer(body={"user_attribute": public(changed)})


@handlers.operation("user_attributes_delete")
def user_attributes_delete(call: Call) -> Answer:
    """Remove an attribute with its entries."""
    store = call.session.store
    with store.transaction():
        attribute = _own(call, call.path["id"])
        store.delete(API, ATTRIBUTES, attribute["id"])
        for entry in _entries(call, attribute["id"]):
            store.delete(API, ENTRIES, entry["id"])
    return Answer(body={"message": f"User attribute {attribute['id']} has been deleted."})


def _own(call: Call, id: int) -> Mapping[str, Any]:
    """An attribute of the workspace's own. Raises a `Fault`: 404 for an unknown one, 422 for one of the system."""
    attribute = found(call, ATTRIBUTES, id)
    if attribute["is_system_attribute"]:
        raise cannot(f"User attribute {attribute['id']}, {attribute['name']}, belongs to the system.")
    return attribute


def _entries(call: Call, attribute_id: int) -> list[Mapping[str, Any]]:
    return [entry for entry in call.session.store.list(API, ENTRIES) if entry["user_attribute_id"] == attribute_id]


def _checked(call: Call, given: Mapping[str, Any], but: int | None = None) -> dict[str, Any]:
    """The fields as they are kept. Raises a 422 `Fault` naming every bad one."""
    problems = Problems()
    fields = {key: given[key] for key in ("name", "attribute_type", "label", "description") if key in given}
    for field in ("name", "attribute_type", "label"):
        problems.add(field, name_problem(fields[field]))
    fields["name"] = fields["name"].strip()
    if fields["name"].casefold().startswith(_RESERVED):
        problems.add("name", f"begins with {_RESERVED}, as only attributes of the system do")
    problems.add("name", taken_by(call.session.store.list(API, ATTRIBUTES), "name", fields["name"], but=but))
    problems.raise_if_any()
    return fields
