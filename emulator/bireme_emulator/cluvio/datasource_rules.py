"""What the attributes of a datasource may be, by its database type (vendor page, notes of DatasourceAttributes).

Only name, type and mode are required. An attribute that belongs to another type or mode is not kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .facts import defaults_in
from .inputs import known_zone

__all__ = ["DEFAULTS", "OPTIONAL", "normalised", "problems"]

DEFAULTS: Mapping[str, Any] = defaults_in("DatasourceCreationAttributes")
_ALWAYS_ENCRYPTED = frozenset({"athena", "bigquery", "databricks", "redshift", "snowflake"})
_ALWAYS_VERIFIED = frozenset({"athena", "bigquery", "databricks", "snowflake"})
_VERIFIED_IF_ENCRYPTED = frozenset({"oracle", "presto"})
_UNUSED: Mapping[str, frozenset[str]] = {
    "host": frozenset({"bigquery", "athena"}),
    "port": frozenset({"bigquery", "athena", "snowflake"}),
    "password": frozenset({"bigquery"}),
}
_OWN = {
    "athena_region": "athena",
    "athena_workgroup": "athena",
    "databricks_http_path": "databricks",
    "snowflake_identifier": "snowflake",
    "snowflake_region": "snowflake",
    "snowflake_warehouse": "snowflake",
    "bigquery_service_key": "bigquery",
}
_TUNNEL = ("ssh_tunnel_host", "ssh_tunnel_port", "ssh_tunnel_user")
_MOST_AT_ONCE = 1000
_READ = ("schema_updated_at", "total_row_count", "total_row_count_exact", "default_schema_name", "server_version")
OPTIONAL = ("host", "port", "username", "password", "database", "data_time_zone", *_TUNNEL, *_OWN, *_READ)
"""The attributes that a datasource may have no value for."""


def problems(attributes: Mapping[str, Any]) -> list[str]:
    """What is wrong with the attributes, each with its name and what to give instead; empty where nothing is."""
    ports = [(name, attributes.get(name)) for name in ("port", "ssh_tunnel_port")]
    found = [
        f"{name}: give a port from 1 to 65535" for name, port in ports if port is not None and not 1 <= port <= 65535
    ]
    if not attributes["name"].strip():
        found.append("name: must not be blank")
    if not 1 <= attributes["max_concurrent_executions"] <= _MOST_AT_ONCE:
        found.append(f"max_concurrent_executions: give a number from 1 to {_MOST_AT_ONCE}")
    zone = attributes.get("data_time_zone")
    if zone and not known_zone(zone):
        found.append("data_time_zone: give an IANA time zone such as Europe/Berlin or UTC")
    if attributes.get("bigquery_service_key") and not _is_json_object(attributes["bigquery_service_key"]):
        found.append("bigquery_service_key: give the key file of the service account, a JSON object")
    return found


def normalised(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes with defaults, with what the type pins, and without what type and mode do not have."""
    kind, mode = attributes["database_type"], attributes["connection_mode"]
    kept = {**DEFAULTS, **{name: value for name, value in attributes.items() if value is not None}}
    for name in [*_UNUSED, *_OWN, *_TUNNEL]:
        foreign = kind in _UNUSED.get(name, ()) or _OWN.get(name, kind) != kind
        if foreign or (name in _TUNNEL and mode != "ssh_tunnel"):
            kept.pop(name, None)
    kept["require_ssl"] = kind in _ALWAYS_ENCRYPTED or kept.get("require_ssl", mode == "direct")
    verified = kind in _ALWAYS_VERIFIED or (kind in _VERIFIED_IF_ENCRYPTED and kept["require_ssl"])
    kept["verify_ssl"] = verified or (mode == "direct" and kept["verify_ssl"])
    return kept


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False
