"""The four operations of executions: run SQL on a datasource, read, cancel, get the way to the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_use_dashboard, may_use_datasource
from .data_tokens import issue
from .datasources import used_datasource
from .documents import describe, document
from .executions import KIND, Execution, cancel, find, start, status_of
from .inputs import Inputs, InputsError
from .refusals import invalid, not_found
from .results import NoResult
from .results import open as open_result

__all__ = ["handlers"]

handlers = Handlers()


def _shown(call: Call, execution: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    counted = {f"result_{name}": execution.get(name) for name in ("columns", "rows", "size")}
    times = {name: execution[name] for name in ("created_at", "updated_at", "started_at", "completed_at")}
    said = {"execution_id": execution["id"], "execution_type": execution["kind"]}
    return {**said, "execution_status": status_of(call.session, execution), **counted, **times}, {}


describe(KIND, shown=_shown)


@handlers.operation("runExecution")
def run_execution(call: Call) -> Answer:
    """Take a query on. Whether its SQL is any good shows in how it ends."""
    id = used_datasource(call)["id"]
    if not call.body["sql_query"].strip():
        raise invalid("sql_query: must not be blank")
    try:
        inputs = Inputs.of(call.body.get("parameters"))
    except InputsError as error:
        raise invalid(str(error)) from error
    r_query = call.body.get("r_query") or None
    execution = start(call.session, call.api, id, call.body["sql_query"], inputs=inputs, r_query=r_query)
    return document(call, KIND, execution, status=201)


@handlers.operation("getExecution")
def get_execution(call: Call) -> Answer:
    """How far an execution is."""
    return document(call, KIND, _seen(call))


@handlers.operation("cancelExecution")
def cancel_execution(call: Call) -> Answer:
    """Stop an execution; one that has ended stays as it is."""
    cancel(call.session, call.api, _seen(call)["id"])
    return Answer(204)


@handlers.operation("getExecutionData")
def get_execution_data(call: Call) -> Answer:
    """Data key and token for the rows, which the data server gives as JSON; 204 where there are none."""
    execution = _seen(call)
    try:
        result = open_result(call.session, call.api, execution)
    except NoResult:
        return Answer(204)
    key, token = issue(call.session, call.api, execution["id"])
    body = {"data_key": key, "data_access_token": token, "data_timestamp": result.data_timestamp}
    return Answer(body=body)


def _seen(call: Call) -> Execution:
    """The execution of the path. Raises a `Fault`: 404 unknown or over for a day, 403 beyond the key."""
    execution = find(call.session, call.api, call.path["id"])
    if execution is None:
        raise not_found(KIND, call.path["id"])
    may_use_datasource(call, execution["datasource_id"])
    may_use_dashboard(call, execution["dashboard_id"])
    return execution
