"""From a report and filter values to a query that can run.

A filter is named by the label or name of a dashboard filter that acts on a widget of the report, or by the name or
label of a field of the report's data set; case does not matter, and neither do blanks and underscores. Names that fit
nothing are ignored, as the real service does. Several values mean any of them, a date may be a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import FieldCondition, check_condition
from bireme_emulator.holistics.views import API
from bireme_emulator.holistics.widget_query import compiled_query

from .refusals import unknown

if TYPE_CHECKING:
    from bireme_emulator.kernel.query import Compiled
    from bireme_emulator.kernel.sessions import Session

__all__ = ["query_of", "report_id", "seen_report"]

_KINDS = {"number": "number", "date": "date", "datetime": "date", "truefalse": "boolean"}
_Field = tuple[int, str, str]  # id of the model, name of the field, type of filter


def report_id(written: int | str) -> int:
    """The number of a report as it stands in a path, where its title may follow: `12345-flights-per-month`."""
    return written if isinstance(written, int) else int(written.partition("-")[0])


def seen_report(session: Session, written: int | str) -> Mapping[str, Any]:
    """The report that a path names. Raises a 404 `Fault` when there is none."""
    report = session.store.get(API, "query_reports", report_id(written))
    if report is None:
        raise unknown()
    return report


def query_of(
    session: Session, report: Mapping[str, Any], filters: Mapping[str, Any], now: datetime | None = None
) -> Compiled:
    """The query of a report under filter values; `now` is what relative dates count from, the clock's time without it.

    Raises `ConditionError` for a value that its field cannot have, `SemanticError`, or `JobFailure` when the data
    source is gone.
    """
    conditions = [] if "sql" in report["_query"] else _conditions(session, report, filters)
    return compiled_query(session, report, conditions, now)


def _conditions(session: Session, report: Mapping[str, Any], filters: Mapping[str, Any]) -> list[FieldCondition]:
    known: dict[str, _Field] = {}
    for name, field in (*_of_dashboards(session, report), *_of_data_set(session, report)):
        known.setdefault(_plain(name), field)
    found = []
    for name, value in filters.items():
        values = [one for one in (value if isinstance(value, list | tuple) else [value]) if one not in (None, "")]
        place = known.get(_plain(name))
        if place is not None and values:
            model_id, field_name, kind = place
            condition = check_condition({"operator": "is", "values": values}, kind, filter_id=name)
            found.append(FieldCondition(model_id, field_name, kind, condition, name))
    return found


def _of_dashboards(session: Session, report: Mapping[str, Any]) -> Iterator[tuple[str, _Field]]:
    """The filters of dashboards that act on a widget of the report."""
    widgets = session.store.list(API, "dashboard_widgets")
    ids = {str(widget["id"]) for widget in widgets if widget["source_id"] == report["id"]}
    for dashboard in session.store.list(API, "dashboards"):
        for item in dashboard["dynamic_filters"]:
            kind = item["definition"]["filter_type"]
            for mapping in item["mappings"]:
                if str(mapping["viz_conditionable_id"]) in ids and kind in {"string", *_KINDS.values()}:
                    path = mapping["field_path"]
                    for name in (item["definition"]["label"], item.get("uname") or ""):
                        yield name, (path["model_id"], path["field_name"], kind)


def _of_data_set(session: Session, report: Mapping[str, Any]) -> Iterator[tuple[str, _Field]]:
    """The fields of the report's data set that are no measures."""
    data_set = session.store.get(API, "data_sets", report["data_set_id"])
    models = {model["name"]: model for model in session.store.list(API, "data_models")}
    for offered in data_set["data_models"] if data_set is not None else ():
        model = models.get(offered["name"])
        if model is None:
            continue
        for field in model["fields"]:
            if not field.get("aggregation_type"):
                place = (model["id"], field["name"], _KINDS.get(field["type"], "string"))
                for name in (field["name"], f"{model['name']}.{field['name']}", field.get("label") or ""):
                    yield name, place


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", "_", name.removesuffix("[]").strip().casefold())
