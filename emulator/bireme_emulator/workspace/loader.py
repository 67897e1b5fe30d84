"""Read a workspace: its data files, and its objects completed to the shape that the API answers with.

The seed file says only what differs from object to object; here every object gets the rest of its fields, and every
reference from one object to another is checked, so that a slip in the file stops the start instead of a request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bireme_emulator.kernel.yamlfiles import read_yaml

_HERE = Path(__file__).parent
_TENANT = 1
_SKIP: dict[str, Any] = {"operator": "none", "values": [], "modifier": None}

Json = dict[str, Any]


class WorkspaceError(ValueError):
    """A workspace is not there, or its seed file contradicts itself."""


@dataclass(frozen=True)
class Workspace:
    """A workspace ready to be seeded.

    `objects` maps a kind (`dashboards`, `query_reports`, ...) to its objects; keys that begin with `_` are private to
    the emulator. `data` maps a table name to its Parquet file.
    """

    name: str
    objects: Mapping[str, list[Json]]
    data: Mapping[str, Path]


def load_workspace(workspace: str | Path = "demo") -> Workspace:
    """Return the workspace named `demo`, or the one in a folder with `holistics.yaml` and `data/*.parquet`.

    Raises WorkspaceError when there is no such workspace, or when its objects refer to what does not exist.

    Example: `load_workspace("demo").data["flights"]`
    """
    folder = _HERE if str(workspace) == "demo" else Path(workspace)
    seed = folder / "holistics.yaml"
    if not seed.is_file():
        raise WorkspaceError(
            f"There is no workspace {str(workspace)!r}: {seed} is missing. Use 'demo' or give a folder."
        )
    raw: dict[str, list[Json]] = read_yaml(seed)
    data = {path.stem: path for path in sorted((folder / "data").glob("*.parquet"))}
    return Workspace(name=str(workspace), objects=_Completer(raw).objects(), data=data)


def complete(raw: Mapping[str, list[Json]]) -> dict[str, list[Json]]:
    """Return objects as terse as in a seed file, each completed; kinds that are left out are empty.

    Raises WorkspaceError when one refers to what is not among them.
    """
    kinds = ("data_sources", "data_models", "data_sets", "query_reports", "dashboards", "dashboard_widgets")
    return _Completer({kind: raw.get(kind, []) for kind in kinds}).objects()


class _Completer:
    """Completes the terse objects of one seed file and checks what they refer to."""

    def __init__(self, raw: Mapping[str, list[Json]]) -> None:
        self.raw = raw
        self.sources = {item["id"] for item in raw["data_sources"]}
        self.models = {model["name"]: self._model(model) for model in raw["data_models"]}
        self.data_sets = {item["id"]: self._data_set(item) for item in raw["data_sets"]}
        self.widgets = {item["id"]: item for item in raw["dashboard_widgets"]}
        self._mapping_id = 9000

    def objects(self) -> dict[str, list[Json]]:
        """Return all kinds, each object complete."""
        reports = [self._report(item) for item in self.raw["query_reports"]]
        dashboards = [self._dashboard(item) for item in self.raw["dashboards"]]
        known = {"dashboards": {item["id"] for item in dashboards}, "reports": {item["id"] for item in reports}}
        for widget in self.widgets.values():
            self._require(widget["_dashboard_id"] in known["dashboards"], f"widget {widget['id']}: no such dashboard")
            is_report = widget["source_type"] == "QueryReport"
            found = not is_report or widget["source_id"] in known["reports"]
            self._require(found, f"widget {widget['id']}: there is no report {widget['source_id']}")
        return {
            "data_sources": [dict(item) for item in self.raw["data_sources"]],
            "data_models": list(self.models.values()),
            "data_sets": list(self.data_sets.values()),
            "query_reports": reports,
            "dashboards": dashboards,
            "dashboard_widgets": list(self.widgets.values()),
            **self._sent(known),
        }

    def _sent(self, known: Mapping[str, set[Any]]) -> dict[str, list[Json]]:
        """Return schedules and alerts; what they are about must be there."""
        schedules, alerts = self.raw.get("data_schedules", []), self.raw.get("data_alerts", [])
        for item in schedules:
            kind = "reports" if item["source_type"] == "QueryReport" else "dashboards"
            found = item["source_id"] in known[kind]
            self._require(found, f"schedule {item['id']}: there is no {item['source_type']} {item['source_id']}")
        for item in alerts:
            found = item["source_id"] in self.widgets
            self._require(found, f"alert {item['id']}: there is no widget {item['source_id']}")
        return {"data_schedules": [*schedules], "data_alerts": [*alerts]}

    @staticmethod
    def _require(condition: bool, problem: str) -> None:
        if not condition:
            raise WorkspaceError(f"holistics.yaml: {problem}")

    def _model(self, item: Json) -> Json:
        owner = {"id": item["id"], "name": item["name"]}
        dimensions = [_field(field, owner) for field in item["dimensions"]]
        measures = [_field(field, owner) for field in item["measures"]]
        source = item.get("data_source_id", 1)
        self._require(source in self.sources, f"model {item['id']}: there is no data source {source}")
        imported = {"_import_table": item["_import_table"]} if "_import_table" in item else {}
        return {
            "id": item["id"],
            "data_source_id": source,
            "name": item["name"],
            "label": item["label"],
            "fields": dimensions + measures,
            "dimensions": dimensions,
            "measures": measures,
            "params": [],
            "category_id": item.get("category_id"),
            "metadata": {},
            "sql": item.get("sql"),
            "table_name": item.get("table_name"),
            **imported,
        }

    def _data_set(self, item: Json) -> Json:
        for name in item["models"]:
            self._require(name in self.models, f"data set {item['id']}: there is no model {name!r}")
        source = item["data_source_id"]
        self._require(source in self.sources, f"data set {item['id']}: there is no data source {source}")
        joins = [self._join(join, number, item) for number, join in enumerate(item["joins"], start=item["id"] * 10)]
        return {
            "id": item["id"],
            "name": item["name"],
            "label": item["label"],
            "description": item["description"],
            "owner_id": item["owner_id"],
            "tenant_id": _TENANT,
            "data_source_id": item["data_source_id"],
            "category_id": item["category_id"],
            "related_joins": joins,
            "join_configs": [_join_config(join, item["id"]) for join in joins],
            "data_models": [self.models[name] for name in item["models"]],
            "uname": item["name"],
            "from_aml": item.get("from_aml", False),
            "project_id": item.get("project_id"),
            "tags": item.get("tags", []),
        }

    def _join(self, join: Json, number: int, data_set: Json) -> Json:
        for end in ("source", "dest"):
            self._require(join[end] in data_set["models"], f"data set {data_set['id']}: join of {join[end]!r}")
        source, dest = self.models[join["source"]], self.models[join["dest"]]
        return {
            "id": number,
            "name": f"{source['name']}_to_{dest['name']}",
            "link_type": "n-1",
            "join_on": join["condition"],
            "data_source_id": source["data_source_id"],
            "source_model_id": source["id"],
            "dest_model_id": dest["id"],
            "source_model": {"id": source["id"], "name": source["name"]},
            "dest_model": {"id": dest["id"], "name": dest["name"]},
            "missing_source_fields": [],
            "missing_dest_fields": [],
        }

    def _report(self, item: Json) -> Json:
        data_set = self.data_sets.get(item["data_set_id"])
        if data_set is None:
            raise WorkspaceError(f"holistics.yaml: report {item['id']}: there is no data set {item['data_set_id']}")
        query = item["_query"]
        for part in ("dimensions", "measures", "columns", "conditions"):
            for entry in query.get(part, ()):
                self._field_path(entry["field"], data_set["id"], f"report {item['id']}")
        return {
            "id": item["id"],
            "title": item["title"],
            "data_set_id": data_set["id"],
            "data_source_id": data_set["data_source_id"],
            "owner_id": item["owner_id"],
            "category_id": item["category_id"],
            "is_adhoc": item.get("is_adhoc", False),
            "viz_setting": self._viz_setting(item, data_set["id"]),
            "_query": query,
        }

    def _viz_setting(self, item: Json, data_set_id: int) -> Json:
        fields: dict[str, list[Json]] = {}
        for part in ("dimensions", "measures", "columns"):
            for entry in item["_query"].get(part, ()):
                path = self._field_path(entry["field"], data_set_id, f"report {item['id']}")
                shown = {
                    "path_hash": path,
                    "transformation": entry.get("transform"),
                    "custom_label": entry.get("label"),
                }
                fields.setdefault(part, []).append(shown)
        return {
            "viz_type": item["viz_type"],
            "source_id": data_set_id,
            "adhoc_fields": [],
            "fields": fields,
            "settings": {},
            "format": {},
            "filters": [],
            "hashid": None,
            "custom_chart_id": None,
        }

    def _field_path(self, dotted: str, data_set_id: int | None, where: str) -> Json:
        """Return the API's field path of `model.field`; the error for an unknown one says where it stands."""
        model_name, _, name = dotted.partition(".")
        model = self.models.get(model_name)
        known = model is not None and any(field["name"] == name for field in model["fields"])
        if model is None or not known:
            raise WorkspaceError(f"holistics.yaml: {where}: there is no field {dotted!r}")
        is_metric = any(field["name"] == name for field in model["measures"])
        return {"field_name": name, "model_id": model["id"], "data_set_id": data_set_id, "is_metric": is_metric}

    def _dashboard(self, item: Json) -> Json:
        filters = [self._filter(entry, order) for order, entry in enumerate(item["dynamic_filters"])]
        kept = {key: value for key, value in item.items() if key != "dynamic_filters"}
        return {**kept, "dynamic_filters": filters}

    def _filter(self, item: Json, order: int) -> Json:
        source = item["filter_source"]
        if "field" in source:
            first_widget = item["mappings"][0]["widgets"][0]
            path = self._field_path(source["field"], self._data_set_of(first_widget), f"filter {item['id']}")
            shown = {"source_type": "DmFieldFilterSource", "data_set_id": path["data_set_id"], "field_path": path}
        else:
            options = [{"value": value} for value in source["options"]]
            shown = {"source_type": "ManualFilterSource", "manual_options": options}
        return {
            "id": item["id"],
            "order": order,
            "uname": item["uname"],
            "definition": {
                "id": item["id"] + 5000,
                "label": item["label"],
                "default_condition": item.get("default_condition", _SKIP),
                "filter_type": item["filter_type"],
                "input_type": item["input_type"],
                "is_sharable": False,
                "filter_source": shown,
                "constraints": None,
            },
            "drillthrough_enabled": False,
            "mappings": [self._mapping(line, widget, item) for line in item["mappings"] for widget in line["widgets"]],
        }

    def _mapping(self, line: Json, widget_id: int, dynamic_filter: Json) -> Json:
        where = f"filter {dynamic_filter['id']}"
        self._require(widget_id in self.widgets, f"{where}: there is no widget {widget_id}")
        self._mapping_id += 1
        return {
            "id": self._mapping_id,
            "viz_conditionable_id": widget_id,
            "viz_conditionable_type": "DashboardWidget",
            "field_path": self._field_path(line["field"], self._data_set_of(widget_id), where),
            "aggregation": None,
        }

    def _data_set_of(self, widget_id: int) -> int | None:
        """Return the data set of the report that a widget shows."""
        report_id = self.widgets.get(widget_id, {}).get("source_id")
        sets = (item["data_set_id"] for item in self.raw["query_reports"] if item["id"] == report_id)
        return next(sets, None)


def _field(field: Json, model: Json) -> Json:
    return {
        "name": field["name"],
        "label": field["label"],
        "sql": field["sql"],
        "type": field["type"],
        "syntax": "sql",
        "aggregation_type": field.get("aggregation_type"),
        "transform_type": None,
        "custom_label": None,
        "field_format": None,
        "description": field.get("description"),
        "is_custom": False,
        "is_custom_measure": False,
        "primary_key": field.get("primary_key", False),
        "model": model,
    }


def _join_config(join: Json, data_set_id: int) -> Json:
    shown = {key: join[key] for key in ("name", "link_type", "join_on")}
    models = {end: join[end]["name"] for end in ("source_model", "dest_model")}
    return {
        "id": join["id"] + 10000,
        "data_set_id": data_set_id,
        "join_id": join["id"],
        "active": True,
        "direction": "both",
        "join": {**shown, **models},
    }
