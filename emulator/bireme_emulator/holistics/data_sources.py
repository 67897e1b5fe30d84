"""Data sources: read, change, delete, drop the cached results of one.

A data source is a record only. Queries run on the emulator's own data, whatever the record says; nothing ever connects
to the host that stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .data_jobs import CACHE_BUST
from .dependencies import dependants, named
from .jobs import submit
from .refusals import cannot, not_found, record_error
from .removal import message
from .views import API, public

__all__ = ["handlers", "stored_source"]

_SETTINGS = ("require_ssl", "query_timeout", "enable_schema_info", "use_connection_str", "timezone")
_CONNECTION = ("database", "host", "port", "username")

handlers = Handlers()


def stored_source(call: Call) -> Mapping[str, Any]:
    """The record that the path names. Raises a 404 `Fault`."""
    source = call.session.store.get(API, "data_sources", call.path["id"])
    if source is None:
        raise not_found("data source", call.path["id"])
    return source


@handlers.operation("data_sources_get")
def data_sources_get(call: Call) -> Answer:
    """One data source; how it is reached stays private."""
    return Answer(body={"data_source": public(stored_source(call))})


@handlers.operation("data_sources_update")
def data_sources_update(call: Call) -> Answer:
    """Change what the body names, and nothing else."""
    source, changes = stored_source(call), call.body["data_source"]
    problems = {**_name_problems(call, source, changes), **_settings_problems(changes)}
    if problems:
        told = "; ".join(f"{field} {texts[0]}" for field, texts in problems.items())
        raise record_error(f"The data source cannot be saved: {told}.", **problems)
    settings = changes.get("settings", {})
    changed = {
        **source,
        "name": changes.get("name", source["name"]),
        "settings": {**source["settings"], **{key: settings[key] for key in _SETTINGS if key in settings}},
    }
    if "dbconfig" in changes:
        changed["_dbconfig"] = _connection(source.get("_dbconfig", {}), changes["dbconfig"])
    call.session.store.put(API, "data_sources", source["id"], changed)
    return Answer(body={"data_source": public(changed)})


@handlers.operation("data_sources_delete")
def data_sources_delete(call: Call) -> Answer:
    """Delete a data source that nothing needs."""
    source = stored_source(call)
    found = dependants(call.session, "data_sources", source["id"])
    needed = [(found.get("data_model_ids"), "data model"), (found.get("data_set_ids"), "data set")]
    schedules = call.session.store.list(API, "data_schedules")
    needed.append(([one["id"] for one in schedules if one["dest"].get("data_source_id") == source["id"]], "schedule"))
    users = [named(ids, word) for ids, word in needed if ids]
    if users:
        raise cannot(f"Data source {source['id']} is used by {' and '.join(users)}; delete these first.")
    call.session.store.delete(API, "data_sources", source["id"])
    return message("Data source", source["id"])


@handlers.operation("data_sources_bust_exploration_cache")
def data_sources_bust_exploration_cache(call: Call) -> Answer:
    """Start a job that drops the data source's cached results."""
    id = stored_source(call)["id"]
    source = {"type": "DataSource", "id": id, "action": "bust_exploration_cache"}
    return submit(call, CACHE_BUST, {"data_source_id": id}, source)


def _name_problems(call: Call, source: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, list[str]]:
    name = changes.get("name", source["name"])
    if not name.strip():
        return {"name": ["must not be blank"]}
    others = [one for one in call.session.store.list(API, "data_sources") if one["id"] != source["id"]]
    if any(one["name"].casefold() == name.casefold() for one in others):
        return {"name": ["is taken by another data source"]}
    return {}


def _settings_problems(changes: Mapping[str, Any]) -> dict[str, list[str]]:
    timezone = changes.get("settings", {}).get("timezone")
    if timezone is None or timezone in _timezones():
        return {}
    return {"timezone": ["is no IANA time zone; give one such as Europe/Berlin or UTC"]}


@cache
def _timezones() -> frozenset[str]:
    return frozenset(available_timezones() - {"localtime"})  # that one is a matter of the machine


def _connection(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """How the source is reached. Of the password only whether there is one: nothing here could use it."""
    kept = {**old, **{key: new[key] for key in _CONNECTION if key in new}}
    if "password" in new:
        kept["has_password"] = new["password"] is not None
    return kept
