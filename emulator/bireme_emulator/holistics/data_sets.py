"""Data sets: read one, delete one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .dependencies import dependants, named
from .refusals import cannot, not_found
from .removal import message
from .views import API, cached, caller_of, public

__all__ = ["data_set_view", "handlers"]

handlers = Handlers()


@handlers.operation("data_sets_get")
def data_sets_get(call: Call) -> Answer:
    """One data set, with its models and its reports where they are asked for."""
    data_set = _stored(call)
    models, reports = bool(call.query.get("include_models")), bool(call.query.get("include_reports"))

    def build() -> dict[str, Any]:
        view = data_set_view(call, data_set)
        if models:
            view["data_models"] = [public(model) for model in data_set["data_models"]]
        if reports:
            known = call.session.store.list(API, "query_reports")
            view["reports"] = [public(report) for report in known if report["data_set_id"] == data_set["id"]]
        return {"data_set": view}

    return Answer(body=cached(call, ("data_set", data_set["id"], models, reports), build))


@handlers.operation("data_sets_delete")
def data_sets_delete(call: Call) -> Answer:
    """Delete a data set that no report needs and that is not defined by code."""
    data_set = _stored(call)
    id = data_set["id"]
    if data_set["from_aml"]:
        raise cannot(f"Data set {id} is defined in AML and cannot be deleted here; delete it in its AML project.")
    reports = dependants(call.session, "data_sets", id).get("query_report_ids")
    if reports:
        raise cannot(f"Data set {id} is used by {named(reports, 'report')}; delete these first.")
    call.session.store.delete(API, "data_sets", id)
    return message("Data set", id)


def data_set_view(call: Call, data_set: Mapping[str, Any]) -> dict[str, Any]:
    """A data set and what the caller may do with it, without its models and reports."""
    permissions = caller_of(call).permissions
    owner = call.session.store.get(API, "users", data_set["owner_id"])
    view = {key: value for key, value in public(data_set).items() if key != "data_models"}
    view["owner"] = None if owner is None else owner["name"] or owner["email"]
    view["permission"] = {"can_crud": "manage_data" in permissions, "can_read": "view_data" in permissions}
    return view


def _stored(call: Call) -> Mapping[str, Any]:
    data_set = call.session.store.get(API, "data_sets", call.path["id"])
    if data_set is None:
        raise not_found("data set", call.path["id"])
    return data_set
