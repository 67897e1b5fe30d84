"""Filling a location from the workspace's `cluvio` folder: the organization, keys, and objects of all kinds.

Each file of the folder maps kinds to objects: `{users: [{id, attributes, relationships, private, locations}]}`. All
but `id` may be left out; attributes are completed by the kind's defaults, and `locations` (`[eu]`) says where an object
is when it is not everywhere. A kind may be spread over files. `organization.yaml` holds the settings and the keys.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_SETTINGS, _PEOPLE = "organization.yaml", "people.yaml"
_NAMES = ("name", "title", "variable_name", "email")


def seed(session: Session, api: str) -> None:
    """Fill a location (`cluvio_eu`) of a new session.

    A workspace of one's own without a folder `cluvio` has the demo's organization and people, and no other objects.

    Raises `EmulatorError` naming the file and the object that contradicts itself or the others.
    """
    location = api.rpartition("_")[2]
    files = _files("demo" if session.workspace is None else str(session.workspace.name))
    settings = next((_load(file) for file in files if file.name == _SETTINGS), {})
    records = _records([file for file in files if file.name != _SETTINGS], location)
    with session.store.transaction():
        try:
            put_organization(session, api, settings.get("organization", {}))
            for key in settings.get("keys", ()):
                if location in key.get("locations", LOCATIONS):
                    given = {name: value for name, value in key.items() if name not in ("secret", "locations")}
                    put_key(session, api, key["secret"], **given)
        except (LookupError, TypeError, ValueError) as error:
            raise EmulatorError(f"{_FOLDER}/{_SETTINGS}: {error}") from error
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


def _files(workspace: str) -> list[Path]:
    own, demo = Path(workspace) / _FOLDER, Path(bireme_emulator.workspace.__file__).with_name(_FOLDER)
    if workspace == "demo":
        return sorted(demo.glob("*.yaml"))
    return sorted(own.glob("*.yaml")) if own.is_dir() else [demo / name for name in (_SETTINGS, _PEOPLE)]


def _load(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise EmulatorError(f"{_FOLDER}/{file.name}: it cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise EmulatorError(f"{_FOLDER}/{file.name}: it must map kinds to lists of objects")
    return content


def _records(files: Sequence[Path], location: str) -> dict[str, dict[str, dict[str, Any]]]:
    """All objects of a location by kind and id, completed; every reference leads somewhere."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    places: dict[tuple[str, str], str] = {}
    for file in files:
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
