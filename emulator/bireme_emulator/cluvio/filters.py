"""Filters: the custom controls of dashboards, and the options of those that are drop-downs (vendor page, Filters)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_use_dashboard, may_use_datasource
from .documents import attributes_of, collection, defaults_of, describe, document, relationships_of
from .executions import on_end
from .expressions.definitions import DYNAMIC_DROPDOWNS, MANUAL_DROPDOWNS
from .facts import defaults_in
from .filter_options import known_options, noticed, refresh
from .filter_rules import DROPDOWNS, SQL_DROPDOWNS, belonging, check_filter
from .inputs import Inputs, InputsError
from .organization import time_zone
from .query_sources import FILTERS, SNIPPETS, snippet_closure
from .records import all_of, changed, created, find, found, keep, now, referring, remove
from .refusals import invalid
from .sql_snippets import DATASOURCE_READERS

__all__ = ["handlers"]

_RELATED = ("datasource", "parent_filter")
_WRITE_ONLY = ("values", "value_names")
_OPTIONS = ("options", "options_timestamp")
_UNRELATED: Mapping[str, Any] = {"datasource": None, SNIPPETS: [], "parent_filter": None}
_DEFAULTS = defaults_in("FilterCreationAttributes")
_UNSAID: Mapping[str, Any] = {
    **dict.fromkeys(("display_name", "sql_query", "data_refresh_rate", "default_values", "allowed_aggregations")),
    **_DEFAULTS,
    **dict.fromkeys(("last_query_success", "last_query_error_message")),
}

handlers = Handlers()
on_end("sql_filter", noticed)


def _shown(call: Call, filter: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """All attributes and relationships that any filter has; what is not for this control is as if it were not said."""
    attributes, relationships = filter["attributes"], {**_UNRELATED, **filter["relationships"]}
    if attributes["control_type"] in SQL_DROPDOWNS:
        sql, datasource_id = attributes.get("sql_query") or "", relationships["datasource"]
        relationships[SNIPPETS] = snippet_closure(call.session, call.api, sql, datasource_id)
    return {**_UNSAID, **attributes}, relationships


describe(
    FILTERS,
    shown=_shown,
    defaults={"required": _DEFAULTS["required"]},
    include_needs={"datasource": DATASOURCE_READERS},
)


@handlers.operation("listFilters")
def list_filters(call: Call) -> Answer:
    """All custom filters."""
    return collection(call, FILTERS, all_of(call, FILTERS))


@handlers.operation("getFilter")
def get_filter(call: Call) -> Answer:
    """One filter."""
    return document(call, FILTERS, found(call, FILTERS), call.query.get("include"))


@handlers.operation("createFilter")
def create_filter(call: Call) -> Answer:
    """A new filter. The key reaches the datasource of a SQL drop-down."""
    with call.session.store.transaction():
        given, linked = attributes_of(call), relationships_of(call)
        attributes = {**defaults_of(FILTERS), **given}
        relationships = {name: linked.get(name) for name in _RELATED}
        may_use_datasource(call, relationships["datasource"])
        check_filter(call, attributes, relationships, None)
        stamps = {"created_at": now(call), "updated_at": now(call)}
        private = {} if attributes["control_type"] not in MANUAL_DROPDOWNS else {"options": _manual_options(attributes)}
        filter = created(call, FILTERS, {**_without_options(attributes), **stamps}, relationships, private)
    return document(call, FILTERS, filter, status=201)


@handlers.operation("updateFilter")
def update_filter(call: Call) -> Answer:
    """Change a filter; what is left out stays, except what does not go with a new control. SQL is not rewritten."""
    with call.session.store.transaction():
        filter = found(call, FILTERS)
        given, linked = attributes_of(call), relationships_of(call)
        if "values" in given:
            given.setdefault("value_names", [])  # the labels of before belong to the values of before
        attributes = belonging({**_with_options(filter), **given}, given)
        relationships = {name: linked.get(name, _kept(filter, name, attributes)) for name in _RELATED}
        may_use_datasource(call, filter["relationships"].get("datasource"))
        may_use_datasource(call, relationships["datasource"])
        check_filter(call, attributes, relationships, filter["id"])
        private = {name: value for name, value in filter["private"].items() if name not in _OPTIONS}
        if attributes["control_type"] in MANUAL_DROPDOWNS:
            private["options"] = _manual_options(attributes)
        elif _same_query(filter, attributes, relationships):
            private = filter["private"]
        else:
            attributes = {name: value for name, value in attributes.items() if not name.startswith("last_query_")}
        attributes["updated_at"] = now(call)
        if attributes.get("data_refresh_rate") != filter["attributes"].get("data_refresh_rate"):
            private = {**private, "since": now(call)}
        filter = {
            "id": filter["id"],
            "attributes": _without_options(attributes),
            "relationships": relationships,
            "private": private,
        }
        keep(call, FILTERS, filter)
    return document(call, FILTERS, filter)


@handlers.operation("deleteFilter")
def delete_filter(call: Call) -> Answer:
    """Remove a filter. SQL that uses it stays as it is; drop-downs below it stand on their own."""
    with call.session.store.transaction():
        filter = found(call, FILTERS)
        may_use_datasource(call, filter["relationships"].get("datasource"))
        for child in referring(call, FILTERS, "parent_filter", filter["id"]):
            changed(call, FILTERS, child, relationships={"parent_filter": None})
        remove(call, FILTERS, filter["id"])
    return Answer(204)


@handlers.operation("getDropDownFilterOptions")
def get_drop_down_filter_options(call: Call) -> Answer:
    """The options as far as they are known; no query is started."""
    filter = _dropdown(call)
    dashboard_id, inputs = _context(call, filter)
    return Answer(200, known_options(call.session, call.api, filter, dashboard_id, inputs))


@handlers.operation("refreshDropDownFilterOptions")
def refresh_drop_down_filter_options(call: Call) -> Answer:
    """Run the query of a SQL drop-down; 204 for a manual one, which has none."""
    with call.session.store.transaction():
        filter = _dropdown(call)
        if filter["attributes"]["control_type"] in MANUAL_DROPDOWNS:
            return Answer(204)
        dashboard_id, inputs = _context(call, filter)
        execution = refresh(call.session, call.api, filter, dashboard_id, inputs)
    return Answer(200, {"execution_id": execution["execution_id"]})


def _dropdown(call: Call) -> Mapping[str, Any]:
    """The filter. Raises a 422 `Fault` for one that has no options."""
    filter = found(call, FILTERS)
    if filter["attributes"]["control_type"] not in DROPDOWNS:
        raise invalid(f"The filter is no drop-down ({filter['attributes']['control_type']}) and has no options")
    return filter


def _context(call: Call, filter: Mapping[str, Any]) -> tuple[str | None, Inputs]:
    """The dashboard and inputs of a request; of no matter where the drop-down is not dynamic."""
    if filter["attributes"]["control_type"] not in DYNAMIC_DROPDOWNS:
        return None, Inputs()
    body = call.body or {}
    missing = [name for name in ("dashboard_id", "parameters") if body.get(name) is None]
    if missing:
        raise invalid(*(f"{name}: the options of a dynamic SQL drop-down depend on it; give it" for name in missing))
    dashboard = find(call, "dashboards", body["dashboard_id"])
    if dashboard is None:
        raise invalid(f"dashboard_id: there is no dashboard {body['dashboard_id']}")
    may_use_dashboard(call, dashboard["id"])
    try:
        return dashboard["id"], Inputs.of(body["parameters"], dashboard, time_zone(call.session, call.api).key)
    except InputsError as error:
        raise invalid(str(error)) from error


def _manual_options(attributes: Mapping[str, Any]) -> dict[str, Any]:
    values, names = [*(attributes.get("values") or ())], [*(attributes.get("value_names") or ())]
    return {"values": values, "value_names": names + values[len(names) :]}


def _with_options(filter: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes, and with those of a manual drop-down the options that it shows nobody."""
    if filter["attributes"]["control_type"] not in MANUAL_DROPDOWNS:
        return dict(filter["attributes"])
    return {**filter["attributes"], **(filter["private"].get("options") or {})}


def _without_options(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if name not in _WRITE_ONLY}


def _kept(filter: Mapping[str, Any], name: str, attributes: Mapping[str, Any]) -> str | None:
    """A relationship of before, as long as it goes with the control."""
    control = attributes["control_type"]
    goes = control in SQL_DROPDOWNS and (name == "datasource" or control not in DYNAMIC_DROPDOWNS)
    return filter["relationships"].get(name) if goes else None


def _same_query(filter: Mapping[str, Any], attributes: Mapping[str, Any], relationships: Mapping[str, Any]) -> bool:
    """Whether the options that are known are still those of the filter's query."""
    before = filter["attributes"]
    same = before.get("sql_query"), before["control_type"], filter["relationships"].get("datasource")
    return same == (attributes.get("sql_query"), attributes["control_type"], relationships["datasource"])
