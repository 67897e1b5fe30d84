"""The state of a dashboard's data, and running its queries (vendor page, Poll Dashboard Status, Refresh Dashboard).

A data key names the execution that made the data shown. While nothing is cached it names the one that is to make it,
or, where there is none, the query and its inputs; there is nothing to fetch under such a key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from . import filter_options
from .contents import filters_of, reports_of
from .dashboards import found_dashboard
from .data_tokens import issue
from .executions import status_of
from .expressions.definitions import DYNAMIC_DROPDOWNS, STATIC_DROPDOWNS
from .facts import period
from .inputs import Inputs
from .queries import Known, Query, Record, filter_query, freshness_of, inputs_of, known_of, report_query, start
from .results import open as open_result

__all__ = ["handlers"]

handlers = Handlers()

_DELAY_WHILE_RUNNING = 1


@dataclass(slots=True)
class _Look:
    """One look at a dashboard; what is found is gathered in `data_keys`."""

    call: Call
    dashboard: Record
    refresh: bool
    data_keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    running: bool = False

    def known(self, record: Record, query: Query) -> Known:
        """What is known of a query; with `refresh` it is started where it should be."""
        session, api = self.call.session, self.call.api
        freshness = freshness_of(record, self.dashboard)
        known = known_of(session, api, query, freshness)
        if self.refresh and not known.settled:
            start(session, api, query)
            known = known_of(session, api, query, freshness)
        self.running = self.running or known.running is not None
        return known

    def entry(self, record: Record, query: Query) -> dict[str, Any]:
        """The entry of a report or filter with a data key; the key's own entry is added."""
        known = self.known(record, query)
        maker = known.failed or known.data or known.running
        if maker is not None:
            key, token = issue(self.call.session, self.call.api, maker["id"])
        else:
            digest = hashlib.sha256(f"{query.owner}/{query.inputs.key}".encode()).hexdigest()
            key, token = f"results/none/{digest[:32]}", ""
        self.data_keys[key] = self._key_status(known, token)
        reached = [one["updated_at"] for one in (maker, known.latest) if one is not None]
        return {"data_key": key, "updated_at": max(reached, default=record["attributes"].get("updated_at"))}

    def _key_status(self, known: Known, token: str) -> dict[str, Any]:
        session, api = self.call.session, self.call.api
        about = known.running or known.failed or known.data or known.latest
        shown: dict[str, Any] = {"result_status": "no-data", "running": known.running is not None}
        if about is not None:
            shown |= {"execution_id": about["id"], "execution_status": status_of(session, about)}
        if known.failed is not None:
            shown["result_status"] = known.failed["status"]
        elif known.data is not None:
            data = open_result(session, api, known.data)
            shown |= {
                "result_status": "success",
                "data_timestamp": data.data_timestamp,
                "data_current": known.current,
                "data_access_token": token,
            }
        return shown


@handlers.operation("pollDashboardStatus")
def poll_dashboard_status(call: Call) -> Answer:
    """What there is of every report and custom filter; with `refresh_data` stale data is asked for anew."""
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        inputs = inputs_of(call, dashboard)
        look = _Look(call, dashboard, refresh=bool(call.body.get("refresh_data")))
        reports = reports_of(call, dashboard)
        body: dict[str, Any] = {
            "reports": {report["id"]: _report(look, report, inputs) for report in reports},
            "filters": {filter["id"]: _filter(look, filter, inputs) for filter in filters_of(call, reports)},
        }
    delay = _DELAY_WHILE_RUNNING if look.running else int(period("status_check_delay").total_seconds())
    updated = {"updated_at": dashboard["attributes"].get("updated_at"), "status_check_delay": delay}
    return Answer(body={**body, "data_keys": look.data_keys, **updated})


@handlers.operation("refreshDashboard")
def refresh_dashboard(call: Call) -> Answer:
    """Start the query of every report and SQL filter, however fresh the data is."""
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        inputs = inputs_of(call, dashboard)
        reports = reports_of(call, dashboard)
        queries = [report_query(report, inputs) for report in reports]
        queries += [filter_query(one, dashboard["id"], inputs) for one in filters_of(call, reports) if _has_query(one)]
        for query in queries:
            if query is not None:
                start(call.session, call.api, query)
    return Answer(204)


def _report(look: _Look, report: Record, inputs: Inputs) -> Mapping[str, Any]:
    query = report_query(report, inputs)
    return {"error": "The report has no SQL query"} if query is None else look.entry(report, query)


def _filter(look: _Look, filter: Record, inputs: Inputs) -> Mapping[str, Any]:
    if not _has_query(filter):
        return filter_options.status(filter)
    query = filter_query(filter, look.dashboard["id"], inputs)
    if filter["attributes"]["control_type"] in DYNAMIC_DROPDOWNS:
        return look.entry(filter, query)
    failed = look.known(filter, query).failed
    if failed is not None:
        return {"error": failed["error"] or f"The query ended with {failed['status']}"}
    return filter_options.status(filter)


def _has_query(filter: Record) -> bool:
    """Whether a filter is a SQL drop-down."""
    return filter["attributes"]["control_type"] in STATIC_DROPDOWNS | DYNAMIC_DROPDOWNS
