"""The queries of reports and filters: the inputs they are run with, what is known of their results, and starting them.

A result counts for a report only while it is the answer to the report's query as it now stands; after a change of the
SQL, the R code or the datasource there is nothing cached. Results are found by owner (`report:<id>`) and inputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from bireme_emulator.kernel.context import Call

from . import cache, executions
from .execution_book import KIND as EXECUTIONS
from .execution_book import Execution, is_over
from .inputs import Inputs, InputsError
from .organization import organization
from .refusals import invalid

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "State",
    "cancel_all",
    "inputs_of",
    "owner_of",
    "query_error",
    "refusing_inputs",
    "same_query",
    "start",
    "state_of",
]

Record: TypeAlias = Mapping[str, Any]
Owning: TypeAlias = Literal["reports", "filters"]

_OWNERS = {"reports": "report", "filters": "filter"}
_KINDS: dict[str, executions.ExecutionKind] = {"reports": "sql_query", "filters": "sql_filter"}


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a query under some inputs.

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


def owner_of(kind: Owning, id: str) -> str:
    """Whose results those of a report or filter are: `report:<id>`, `filter:<id>`."""
    return f"{_OWNERS[kind]}:{id}"


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


def start(
    session: Session, api: str, kind: Owning, record: Record, inputs: Inputs, dashboard_id: str | None
) -> Execution:
    """Run the query of a report or filter anew; what is under way for the same inputs is cancelled first."""
    return cache.refresh(
        session,
        api,
        owner_of(kind, record["id"]),
        record["relationships"]["datasource"],
        record["attributes"]["sql_query"],
        inputs=inputs,
        kind=_KINDS[kind],
        r_query=_script(record),
        dashboard_id=dashboard_id,
    )


def state_of(session: Session, api: str, kind: Owning, record: Record, inputs: Inputs, dashboard: Record) -> State:
    """What is known of a query under some inputs, fresh by the rates of the report or filter and of the dashboard.

    The lower rate counts; an anchor time of a report takes the place of the dashboard's.
    """
    owner = owner_of(kind, record["id"])
    data = _of(record, cache.current(session, api, owner, inputs))
    failed = _of(record, cache.failed(session, api, owner, inputs))
    running = next((one for one in cache.running(session, api, owner, inputs) if same_query(record, one)), None)
    rates = [part["attributes"].get("data_refresh_rate") for part in (record, dashboard)]
    rate = min((rate for rate in rates if rate is not None), default=None)
    anchor = record["attributes"].get("data_refresh_anchor_time") or dashboard["attributes"].get(
        "data_refresh_anchor_time"
    )
    current = data is not None and not cache.is_stale(session, api, data, rate, anchor)
    tried = failed is not None and not cache.is_stale(session, api, failed, rate, anchor)
    latest = _of(record, cache.newest(session, api, owner, inputs))
    return State(data, failed, running, latest, current, running is not None or tried or (current and failed is None))


def query_error(call: Call, report: Record, dashboard: Record) -> str | None:
    """What went wrong when the query of a report was last run with the dashboard's default parameters, if it did."""
    try:
        inputs = Inputs.of(None, dashboard, organization(call.session, call.api)["time_zone"])
    except InputsError:  # the defaults do not fit the dashboard any more
        return None
    failed = _of(report, cache.failed(call.session, call.api, owner_of("reports", report["id"]), inputs))
    return None if failed is None else failed["error"]


def same_query(record: Record, execution: Execution) -> bool:
    """Whether an execution asked what a report or filter asks as it now stands."""
    return (execution["sql"], execution["r_query"], execution["datasource_id"]) == (
        record["attributes"].get("sql_query"),
        _script(record),
        record["relationships"].get("datasource"),
    )


def cancel_all(call: Call, owners: Iterable[str]) -> None:
    """Stop what runs for these owners, whatever the inputs."""
    wanted = {*owners}
    for execution in call.session.store.list(call.api, EXECUTIONS):
        if execution["owner"] in wanted and not is_over(execution):
            executions.cancel(call.session, call.api, execution["id"])


def _of(record: Record, execution: Execution | None) -> Execution | None:
    return execution if execution is not None and same_query(record, execution) else None


def _script(record: Record) -> str | None:
    """The R code that is run on the result."""
    attributes = record["attributes"]
    return attributes.get("r_query") or None if attributes.get("r_query_enabled") else None
