"""What a filter may be: which control goes with which values, and which attributes belong to which control."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bireme_emulator.kernel.context import Call

from .expressions import BUILT_IN_SNIPPETS, CONTROL_TYPES, ExpressionError, FilterDefinition, references
from .expressions.definitions import DYNAMIC_DROPDOWNS, MANUAL_DROPDOWNS, RANGES, STATIC_DROPDOWNS
from .expressions.selections import Selections
from .inputs import AGGREGATIONS, Inputs, InputsError, read_values
from .query_sources import FILTERS, filter_definitions, snippets_of
from .records import all_of, find, ids_of
from .refusals import invalid

__all__ = ["DROPDOWNS", "RANGE_SWITCHES", "SQL_DROPDOWNS", "belonging", "check_filter"]

SQL_DROPDOWNS = STATIC_DROPDOWNS | DYNAMIC_DROPDOWNS
DROPDOWNS = SQL_DROPDOWNS | MANUAL_DROPDOWNS

_RESERVED = ("timerange", "aggregation", "tz", *AGGREGATIONS)
RANGE_SWITCHES = ("relative_range_enabled", "before_range_enabled", "after_range_enabled", "from_to_range_enabled")
# Attributes that belong to some controls only, and what they are to say nothing.
_ONLY: Mapping[str, tuple[frozenset[str], Sequence[Any]]] = {
    "values": (MANUAL_DROPDOWNS, (None, [])),
    "value_names": (MANUAL_DROPDOWNS, (None, [])),
    "sql_query": (SQL_DROPDOWNS, (None, "")),
    "data_refresh_rate": (SQL_DROPDOWNS, (None,)),
    "dropdown_validate": (DROPDOWNS, (None, False)),
    "allowed_aggregations": (frozenset({"date_time_aggregation"}), (None, [])),
    **dict.fromkeys(RANGE_SWITCHES, (RANGES, (None, True))),
}
_LONGEST_RATE = 10 * 366 * 24 * 60  # minutes


def belonging(attributes: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes without those that another control left behind; what the request itself gives stays."""
    control = attributes["control_type"]
    return {
        name: value
        for name, value in attributes.items()
        if name in given or name not in _ONLY or control in _ONLY[name][0]
    }


def check_filter(call: Call, attributes: Mapping[str, Any], relationships: Mapping[str, Any], id: str | None) -> None:
    """Raise a 422 `Fault` that names everything that is wrong with a filter; `id` is its own, `None` for a new one."""
    problems = [
        *_name_problems(call, attributes, id),
        *_type_problems(attributes),
        *_manual_problems(attributes),
        *_sql_problems(call, attributes, relationships),
        *_parent_problems(call, attributes, relationships, id),
    ]
    if not problems:
        problems += _default_problems(call, attributes)
    if problems:
        raise invalid(*problems)


def _name_problems(call: Call, attributes: Mapping[str, Any], id: str | None) -> Iterator[str]:
    name = attributes["variable_name"]
    if not name.replace("_", "a").replace("-", "a").isalnum() or not name.isascii():
        yield "attributes/variable_name: give letters, digits, underscores and hyphens"
    elif name in _RESERVED:
        yield f"attributes/variable_name: {name} is a built-in variable; choose another name"
    elif "--" in name:
        yield "attributes/variable_name: two hyphens in a row begin a comment in SQL; choose another name"
    elif any(one["id"] != id and one["attributes"]["variable_name"] == name for one in all_of(call, FILTERS)):
        yield f"attributes/variable_name: there is a filter for {name} already; choose another name"


def _type_problems(attributes: Mapping[str, Any]) -> Iterator[str]:
    control, value_type = attributes["control_type"], attributes["value_type"]
    types = CONTROL_TYPES[control]
    if value_type not in types:
        yield f"attributes/value_type: {control} goes with {', '.join(sorted(types))}, not {value_type}"
    for name, (controls, nothing) in _ONLY.items():
        if control not in controls and attributes.get(name) not in nothing:
            yield f"attributes/{name}: it is for {', '.join(sorted(controls))} only; leave it out"


def _manual_problems(attributes: Mapping[str, Any]) -> Iterator[str]:
    values, names = attributes.get("values") or (), attributes.get("value_names") or ()
    if len(names) > len(values):
        yield f"attributes/value_names: there are {len(names)} for {len(values)} values; give at most one for each"
    for name, texts in (("values", values), ("value_names", names)):
        if any("\0" in text for text in texts):
            yield f"attributes/{name}: options have no NUL characters"
    if len(set(values)) != len(values):
        yield "attributes/values: give each value once"


def _sql_problems(call: Call, attributes: Mapping[str, Any], relationships: Mapping[str, Any]) -> Iterator[str]:
    control, sql = attributes["control_type"], attributes.get("sql_query") or ""
    datasource_id = relationships.get("datasource")
    if control not in SQL_DROPDOWNS:
        if datasource_id is not None:
            yield "relationships/datasource: only SQL drop-downs have one; leave it out, or set it to null"
        return
    rate = attributes.get("data_refresh_rate")
    if rate is not None and not 1 <= rate <= _LONGEST_RATE:
        yield f"attributes/data_refresh_rate: give 1 to {_LONGEST_RATE} minutes"
    if datasource_id is None:
        yield "relationships/datasource: a SQL drop-down has a datasource; give its id"
    if not sql.strip() or "\0" in sql:
        yield "attributes/sql_query: a SQL drop-down has a query; give its SQL, without NUL characters"
    elif control in STATIC_DROPDOWNS:
        yield from _static_problems(call, sql, datasource_id, f"use {control}_dynamic for that")


def _static_problems(call: Call, sql: str, datasource_id: str | None, remedy: str) -> Iterator[str]:
    session, api = call.session, call.api
    snippets, definitions = snippets_of(session, api, datasource_id), filter_definitions(session, api)
    try:
        used = references(
            sql, snippets=snippets, filters=definitions, builtins=dict.fromkeys(BUILT_IN_SNIPPETS)
        ).variables
    except ExpressionError as error:
        yield f"attributes/sql_query: {error}"
        return
    if used:
        yield f"attributes/sql_query: a static drop-down takes SQL without filters ({', '.join(used)}); {remedy}"


def _parent_problems(
    call: Call, attributes: Mapping[str, Any], relationships: Mapping[str, Any], id: str | None
) -> Iterator[str]:
    parent_id = relationships.get("parent_filter")
    if parent_id is None:
        return
    if attributes["control_type"] not in STATIC_DROPDOWNS:
        yield "relationships/parent_filter: only static SQL drop-downs have one; leave it out, or set it to null"
        return
    seen: set[str] = set()
    while parent_id is not None and parent_id not in seen:
        if parent_id == id:
            yield "relationships/parent_filter: the filter would depend on itself; choose another one"
            return
        seen.add(parent_id)
        parent = find(call, FILTERS, parent_id)
        parent_id = None if parent is None else next(iter(ids_of(parent, "parent_filter")), None)


def _default_problems(call: Call, attributes: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the default values: each must fit the value type, and all together the control."""
    where = "attributes/default_values"
    try:
        values = read_values(where, attributes.get("default_values"))
        selections = Selections(Inputs(), {}, datetime(2020, 1, 1, tzinfo=UTC), "UTC")
        selections.check(FilterDefinition.of({**attributes, "default_values": values, "required": False}), where)
    except InputsError as error:
        yield f"{where}: {error}" if not str(error).startswith(where) else str(error)
