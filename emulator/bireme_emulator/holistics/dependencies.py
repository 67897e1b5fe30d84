"""Dependencies: what rests on a data source, a data model or a data set, read off the objects as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .refusals import not_found
from .views import API, has_data

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["dependants", "handlers", "named"]

handlers = Handlers()

_KINDS = {
    "DataSource": ("data_sources", "data source"),
    "DataModel": ("data_models", "data model"),
    "DataSet": ("data_sets", "data set"),
}


@handlers.operation("dependencies_downstream_dependencies")
def dependencies_downstream_dependencies(call: Call) -> Answer:
    """The ids of all dependants of an object, by kind."""
    id, (kind, words) = call.query["id"], _KINDS[call.query["type"]]
    if call.session.store.get(API, kind, id) is None:
        raise not_found(words, id)
    return Answer(body={"dependants": dependants(call.session, kind, id)})


def dependants(session: Session, kind: str, id: int) -> dict[str, list[int]]:
    """The ids of what rests on a record of kind `data_sources`, `data_models` or `data_sets`; keys without ids are out.

    Example: `dependants(session, "data_sets", 203)` gives `{"query_report_ids": [12370, ...], ...}`
    """
    store = session.store
    models = {id} if kind == "data_models" else set()
    found: dict[str, set[int]] = {}
    if kind == "data_sources":
        found["data_model_ids"] = models = _ids(m for m in store.list(API, "data_models") if m["data_source_id"] == id)
    sets = {id} if kind == "data_sets" else set()
    if kind != "data_sets":
        of_source = id if kind == "data_sources" else None
        sets = _ids(one for one in store.list(API, "data_sets") if _rests_on(one, of_source, models))
        found["data_set_ids"] = sets
    reports = _ids(report for report in store.list(API, "query_reports") if report["data_set_id"] in sets)
    drawing = [w for w in store.list(API, "dashboard_widgets") if has_data(w) and w["source_id"] in reports]
    found["query_report_ids"] = reports
    found["dashboard_widget_ids"] = _ids(drawing)
    found["dashboard_ids"] = {widget["_dashboard_id"] for widget in drawing}
    return {key: sorted(ids) for key, ids in found.items() if ids}


def named(ids: list[int], one: str, most: int = 5) -> str:
    """Dependants in words, e.g. `data sets 201, 202` or `data set 201`."""
    listed = ", ".join(str(id) for id in ids[:most])
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return f"{one}{'s' if len(ids) > 1 else ''} {listed}{more}"


def _rests_on(data_set: Mapping[str, Any], source: int | None, models: set[int]) -> bool:
    return data_set["data_source_id"] == source or any(model["id"] in models for model in data_set["data_models"])


def _ids(records: Any) -> set[int]:
    return {record["id"] for record in records if isinstance(record["id"], int)}
