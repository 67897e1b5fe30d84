"""Query reports: read one."""

from __future__ import annotations

from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .data_sets import data_set_view
from .refusals import not_found
from .views import API, cached, public

__all__ = ["handlers"]

handlers = Handlers()


@handlers.operation("query_reports_get")
def query_reports_get(call: Call) -> Answer:
    """One report, with its data set where that is asked for."""
    report = call.session.store.get(API, "query_reports", call.path["id"])
    if report is None:
        raise not_found("report", call.path["id"])
    with_set = bool(call.query.get("include_data_set"))

    def build() -> dict[str, Any]:
        view = public(report)
        data_set = call.session.store.get(API, "data_sets", report["data_set_id"]) if with_set else None
        if data_set is not None:
            view["data_set"] = data_set_view(call, data_set)
        return {"query_report": view}

    return Answer(body=cached(call, ("report", report["id"], with_set), build))
