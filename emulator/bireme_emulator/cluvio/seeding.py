"""Filling a location from the workspace's `cluvio` folder: the organization, keys, and objects of all kinds.

Each file of the folder maps kinds to objects: `{users: [{id, attributes, relationships, private, locations}]}`. All
but `id` may be left out; attributes are completed by the kind's defaults, and `locations` (`[eu]`) says where an object
is when it is not everywhere. A kind may be spread over files. `organization.yaml` holds the settings and the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

import bireme_emulator.workspace
from bireme_emulator.kernel.config import EmulatorError

from .access import put_key
from .documents import defaults_of
from .organization import put_organization
from .records import TYPES

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["LOCATIONS", "objects", "seed"]

LOCATIONS = ("eu", "us")
_FOLDER = "cluvio"
_SETTINGS = "organization.yaml"
_NAMES = ("name", "title", "variable_name", "email")

_read: dict[Path, dict[str, Any]] = {}  # files of the demo, which do not change while the emulator runs


def seed(session: Session, api: str) -> None:
    """Fill a location (`cluvio_eu`) of a new session; a workspace without a folder `cluvio` has the demo's.

    Raises `EmulatorError` naming the file and the object that contradicts itself or the others.
    """
    location = api.rpartition("_")[2]
    folder = _folder(str(session.workspace.name) if session.workspace is not None else "demo")
    settings = _load(folder / _SETTINGS)
    records = _records(folder, location)
    with session.store.transaction():
        put_organization(session, api, settings.get(_FOLDER, {}).get(location, settings.get("organization", {})))
        for key in settings.get("keys", ()):
            if location in key.get("locations", LOCATIONS):
                given = {name: value for name, value in key.items() if name not in ("secret", "locations")}
                put_key(session, api, key["secret"], **given)
        for kind, kept in records.items():
            for id, record in kept.items():
                session.store.put(api, kind, id, record)


def objects(session: Session, api: str) -> dict[str, list[dict[str, Any]]]:
    """What a location has, as `{kind: [{id, name}]}`: what people make, and not what comes of it."""
    store = session.store
    kinds = [kind for kind in store.kinds(api) if kind in _LISTED]
    return {
        kind: [{"id": record["id"], "name": _name(record["attributes"])} for record in store.list(api, kind)]
        for kind in kinds
    }


_LISTED = frozenset({*TYPES.values(), "dashboard_schedules", "sql_alerts"})


def _name(attributes: Mapping[str, Any]) -> str | None:
    return next((attributes[name] for name in _NAMES if attributes.get(name)), None)


def _folder(workspace: str) -> Path:
    own, demo = Path(workspace) / _FOLDER, Path(bireme_emulator.workspace.__file__).with_name(_FOLDER)
    return own if own.is_dir() else demo


def _load(file: Path) -> dict[str, Any]:
    if file not in _read:
        if not file.is_file():
            return {}
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=loader) or {}
        if not isinstance(content, dict):
            raise EmulatorError(f"{file.name}: it must map kinds to lists of objects")
        if file.parent != _folder("demo"):
            return content
        _read[file] = content
    return _read[file]


def _records(folder: Path, location: str) -> dict[str, dict[str, dict[str, Any]]]:
    """All objects of a location by kind and id, completed; every reference leads somewhere."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    places: dict[tuple[str, str], str] = {}
    for file in sorted(folder.glob("*.yaml")):
        if file.name == _SETTINGS:
            continue
        for kind, listed in _load(file).items():
            for item in listed or ():
                if location not in item.get("locations", LOCATIONS):
                    continue
                where = f"{_FOLDER}/{file.name}: {kind} {item['id']}"
                if (kind, item["id"]) in places:
                    raise EmulatorError(f"{where}: there is another one of that id")
                places[kind, item["id"]] = where
                found.setdefault(kind, {})[item["id"]] = {
                    "id": item["id"],
                    "attributes": {**defaults_of(kind), **item.get("attributes", {})},
                    "relationships": item.get("relationships", {}),
                    "private": item.get("private", {}),
                }
    _check_links(found, places)
    return found


def _check_links(found: Mapping[str, Mapping[str, Mapping[str, Any]]], places: Mapping[tuple[str, str], str]) -> None:
    for (kind, id), where in places.items():
        for name, held in found[kind][id]["relationships"].items():
            if name not in TYPES:
                raise EmulatorError(f"{where}: there is no relationship {name!r}")
            for target in [held] if isinstance(held, str) else held or ():
                if target not in found.get(TYPES[name], {}):
                    raise EmulatorError(f"{where}: {name} names {target}, and there is no such object in this location")
