"""One resource for a person to read: its fields, what it goes together with, and its texts as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from bireme._wire import Record
from bireme.cli.output import GAP, one_line, shown

_INDENT = "    "


def print_record(record: Record) -> None:
    """Names as `--set` takes them and values, the id first; texts of several lines stand below, as they are.

    What is empty is left out.
    """
    resource = record.to_dict()
    fields = [("id", record.id), *_flat(resource.get("attributes") or {}), *_related(resource)]
    fields = [(name, value) for name, value in fields if value not in (None, "", [], {})]
    long = [(name, value) for name, value in fields if isinstance(value, str) and "\n" in value.strip()]
    short = [pair for pair in fields if pair not in long]
    width = max(len(name) for name, _ in short)
    for name, value in short:
        typer.echo(f"{name:<{width}}{GAP}{shown(value)}")
    for name, value in long:
        typer.echo(f"{name}")
        for line in value.strip().splitlines():
            typer.echo(f"{_INDENT}{_kept(line)}".rstrip())


def _flat(value: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """Nested fields one a line: `time_zone_config.type`."""
    found: list[tuple[str, Any]] = []
    for key, each in value.items():
        name = prefix + key
        if isinstance(each, dict):
            found += _flat(each, f"{name}.")
        elif isinstance(each, list) and any(isinstance(item, dict | list) for item in each):
            found.append((name, "\n".join(_short(item) for item in each)))
        else:
            found.append((name, each))
    return found


def _short(item: Any) -> str:
    if not isinstance(item, dict):
        return shown(item)
    return " ".join(f"{key}={shown(value)}" for key, value in item.items() if value not in (None, "", [], {}))


def _related(resource: dict[str, Any]) -> list[tuple[str, Any]]:
    found = []
    for name, relationship in (resource.get("relationships") or {}).items():
        data = relationship.get("data") if isinstance(relationship, dict) else None
        many: Sequence[Any] = data if isinstance(data, list) else [data]
        ids = [str(_identifier(each).get("id")) for each in many if isinstance(each, dict)]
        found.append((name, ids))
    return found


def _identifier(linked: dict[str, Any]) -> dict[str, Any]:
    """Cluvio wraps each entry of `dashboard_sharing_links` once more."""
    inner = linked.get("data")
    return inner if isinstance(inner, dict) else linked


def _kept(line: str) -> str:
    """A line as it is indented, without what could steer a terminal."""
    text = line.expandtabs(4)
    return " " * (len(text) - len(text.lstrip())) + one_line(text)
