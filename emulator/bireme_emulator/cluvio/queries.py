"""The queries of reports and filters: the inputs they are run with, what is known of their results, and starting them.

A result counts for a report only while it is the answer to the report's query as it now stands; after a change of the
SQL, the R code or the datasource there is nothing cached.

    query = report_query(report, inputs_of(call, dashboard))
    known = known_of(session, api, query, freshness_of(report, dashboard))
    if not known.settled:
        start(session, api, query)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from bireme_emulator.kernel.context import Call

from . import cache, executions, filter_options
from .execution_book import KIND as EXECUTIONS
from .execution_book import Execution, is_over
from .expressions.definitions import DYNAMIC_DROPDOWNS
from .inputs import Inputs, InputsError
from .organization import organization
from .refusals import invalid

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "Freshness",
    "Known",
    "Query",
    "cancel_all",
    "filter_query",
    "freshness_of",
    "inputs_of",
    "known_of",
    "query_error",
    "refusing_inputs",
    "report_owner",
    "report_query",
    "start",
]

Record: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: SQL, R code for its result if any, where, for whom (`owner`, see `cache`), with which inputs."""

    owner: str
    kind: executions.ExecutionKind
    sql: str
    r_query: str | None
    datasource_id: str
    dashboard_id: str | None
    inputs: Inputs

    def asked_by(self, execution: Execution) -> bool:
        """Whether an execution of the owner asks this, and not what it asked before it was changed."""
        asked = (execution["sql"], execution["r_query"], execution["datasource_id"])
        return asked == (self.sql, self.r_query, self.datasource_id)


@dataclass(frozen=True, slots=True)
class Freshness:
    """From which age on results are stale, in minutes, and the time of day that they must not be from before."""

    rate: float | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a query.

    `data` is the newest execution that has data, `failed` the newest of all if it ended without, `running` one that is
    under way, `latest` the newest however it is; `None` where there is none within 24 hours. `current` says whether
    `data` is not stale, `settled` whether there is no reason to run the query again: it runs, its data is current, or
    it has failed too recently.
    """

    data: Execution | None
    failed: Execution | None
    running: Execution | None
    latest: Execution | None
    current: bool
    settled: bool


def report_owner(id: str) -> str:
    """Whose results those of a report are."""
    return f"report:{id}"


def report_query(report: Record, inputs: Inputs) -> Query | None:
    """The query of a report, `None` where it has no SQL."""
    attributes = report["attributes"]
    if not (attributes.get("sql_query") or "").strip():
        return None
    return Query(
        owner=report_owner(report["id"]),
        kind="sql_query",
        sql=attributes["sql_query"],
        r_query=(attributes.get("r_query") or None) if attributes.get("r_query_enabled") else None,
        datasource_id=report["relationships"]["datasource"],
        dashboard_id=report["relationships"]["dashboard"],
        inputs=inputs,
    )


def filter_query(filter: Record, dashboard_id: str, inputs: Inputs) -> Query:
    """The query of a SQL drop-down on a dashboard; a static one is the same on all of them and takes no inputs."""
    return Query(
        owner=filter_options.owner_of(filter, dashboard_id),
        kind="sql_filter",
        sql=filter["attributes"]["sql_query"],
        r_query=None,
        datasource_id=filter["relationships"]["datasource"],
        dashboard_id=dashboard_id if filter["attributes"]["control_type"] in DYNAMIC_DROPDOWNS else None,
        inputs=filter_options.inputs_of(filter, inputs),
    )


def freshness_of(record: Record, dashboard: Record) -> Freshness:
    """How fresh the results of a report or filter are to be: the lower of the two rates, and its own anchor or the
    dashboard's.
    """
    own, general = record["attributes"], dashboard["attributes"]
    rates = [rate for part in (own, general) if (rate := part.get("data_refresh_rate")) is not None]
    anchor = own.get("data_refresh_anchor_time") or general.get("data_refresh_anchor_time")
    return Freshness(min(rates, default=None), anchor)


def known_of(session: Session, api: str, query: Query, freshness: Freshness) -> Known:
    """What is known of a query, and how fresh that is."""

    def stale(execution: Execution) -> bool:
        return cache.is_stale(session, api, execution, freshness.rate, freshness.anchor)

    owner, inputs = query.owner, query.inputs
    under_way = [one for one in cache.running(session, api, owner, inputs) if query.asked_by(one)]
    running = under_way[0] if under_way else None
    data = _asked(query, cache.current(session, api, owner, inputs))
    failed = _asked(query, cache.failed(session, api, owner, inputs))
    latest = _asked(query, cache.newest(session, api, owner, inputs))
    current = data is not None and not stale(data)
    answered = current if failed is None else not stale(failed)
    return Known(data, failed, running, latest, current, settled=running is not None or answered)


def start(session: Session, api: str, query: Query) -> Execution:
    """Run a query anew; what is under way for the same inputs is cancelled first."""
    return cache.refresh(
        session,
        api,
        query.owner,
        query.datasource_id,
        query.sql,
        inputs=query.inputs,
        kind=query.kind,
        r_query=query.r_query,
        dashboard_id=query.dashboard_id,
    )


@contextmanager
def refusing_inputs(named: str = "parameters") -> Iterator[None]:
    """Inputs that cannot be used are a 422 `Fault`; `named` is what the request calls them."""
    try:
        yield
    except InputsError as error:
        raise invalid(str(error).replace("parameters", named, 1)) from error


def inputs_of(call: Call, dashboard: Record) -> Inputs:
    """The inputs that a request asks for on a dashboard. Raises a 422 `Fault` for those that cannot be used."""
    zone = organization(call.session, call.api)["time_zone"]
    with refusing_inputs():
        return Inputs.of((call.body or {}).get("parameters"), dashboard, zone)


def query_error(call: Call, report: Record, dashboard: Record) -> str | None:
    """What went wrong when the query of a report was last run with the dashboard's default parameters, if it did."""
    try:
        inputs = Inputs.of(None, dashboard, organization(call.session, call.api)["time_zone"])
    except InputsError:  # the defaults do not fit the dashboard any more
        return None
    query = report_query(report, inputs)
    if query is None:
        return None
    failed = _asked(query, cache.failed(call.session, call.api, query.owner, inputs))
    return None if failed is None else failed["error"]


def cancel_all(call: Call, owners: Iterable[str] = (), *, dashboard_id: str | None = None) -> None:
    """Stop what runs for these owners, and on the dashboard if one is named, whatever the inputs."""
    wanted = {*owners}
    for execution in call.session.store.list(call.api, EXECUTIONS):
        there = dashboard_id is not None and execution["dashboard_id"] == dashboard_id
        if (there or execution["owner"] in wanted) and not is_over(execution):
            executions.cancel(call.session, call.api, execution["id"])


def _asked(query: Query, execution: Execution | None) -> Execution | None:
    return execution if execution is not None and query.asked_by(execution) else None
