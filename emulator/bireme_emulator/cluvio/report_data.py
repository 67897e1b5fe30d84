"""The data of one report: running its query anew, and the way to what is cached (vendor page, Reports)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .data_tokens import ResultForm, issue
from .organization import organization
from .queries import freshness_of, inputs_of, known_of, report_query, start
from .refusals import invalid
from .reports import found_report

__all__ = ["handlers"]

handlers = Handlers()

_CSV = ("csv_column_separator", "csv_decimal_separator", "csv_quote_style")


@handlers.operation("refreshReport")
def refresh_report(call: Call) -> Answer:
    """Start the query, however fresh the data; one that runs for the same inputs is stopped."""
    with call.session.store.transaction():
        report, dashboard = found_report(call)
        query = report_query(report, inputs_of(call, dashboard))
        if query is None:
            raise invalid("The report has no SQL query to run")
        execution = start(call.session, call.api, query)
    return Answer(body={"execution_id": execution["id"]})


@handlers.operation("getReportData")
def get_report_data(call: Call) -> Answer:
    """Key and token for the newest data of these inputs, 204 where none is cached. Never starts a query."""
    body: Mapping[str, Any] = call.body
    report, dashboard = found_report(call)
    query = report_query(report, inputs_of(call, dashboard))
    freshness = freshness_of(report, dashboard)
    data = None if query is None else known_of(call.session, call.api, query, freshness).data
    if data is None:
        return Answer(204)
    form = ResultForm()
    if body.get("data_format") == "csv":
        settings = organization(call.session, call.api)
        chosen = {name: body[name] if body.get(name) is not None else settings[name] for name in _CSV}
        form = ResultForm("csv", **chosen)
    data_key, token = issue(call.session, call.api, data["id"], form)
    return Answer(body={"data_key": data_key, "data_access_token": token})
