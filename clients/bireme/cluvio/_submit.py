"""What Cluvio does in several calls, written once for both kinds of client: starting things, and reading small ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._runtime.context import Context
from bireme._runtime.errors import InvalidInput, NoCachedData, NoData
from bireme._runtime.flow import Flow
from bireme._runtime.tokens import ResumeToken
from bireme._wire import UNSET, Unset

from . import _flows
from ._access import Access, access_of, call_data
from ._checks import check_choice, check_id, check_text
from ._flows import ExecutionFlows, handle_of
from .generated.api.dashboard_schedules import trigger_dashboard_schedule
from .generated.api.datasources import get_datasource_schema
from .generated.api.filters import get_drop_down_filter_options, refresh_drop_down_filter_options
from .generated.api.reports import refresh_report
from .generated.api.schema_data import get_schema_data
from .generated.models.csv_column_separator import CsvColumnSeparator
from .generated.models.csv_decimal_separator import CsvDecimalSeparator
from .generated.models.csv_quote_style import CsvQuoteStyle
from .generated.models.data_format import DataFormat
from .generated.policy import operation
from .parameters import Inputs, parameters_of

if TYPE_CHECKING:
    from bireme._runtime.jobs import OnProgress
    from bireme._runtime.pace import Poll

    from .generated.models.filter_options import FilterOptions
    from .generated.models.single_schema_data import SingleSchemaData

Parts = dict[str, Any]
"""What a handle is made of."""

#: How the data of reports can be written as CSV: argument -> what it may be.
CSV_CHOICES: Mapping[str, tuple[str, ...]] = {
    "csv_column_separator": tuple(each.value for each in CsvColumnSeparator),
    "csv_decimal_separator": tuple(each.value for each in CsvDecimalSeparator),
    "csv_quote_style": tuple(each.value for each in CsvQuoteStyle),
}
DATA_FORMATS = tuple(each.value for each in DataFormat)


def submit_query(
    context: Context, datasource_id: str, sql: str, r: str | None, parameters: Inputs | None
) -> Flow[Parts]:
    """Starts a query.

    Raises:
        InvalidInput: an argument is wrong; nothing was sent.
    """
    body: dict[str, Any] = {"sql_query": check_text("sql", sql, "query")}
    if r is not None:
        body["r_query"] = check_text("r", r, "R script")
    given = parameters_of(parameters)
    if given is not None:
        body["parameters"] = given
    id = check_id("datasource_id", datasource_id, "datasources")
    response = yield from context.session.call(operation(_flows.RUN).request(id, body=body))
    return handle_of(context, response, {"datasource_id": id})


def report_query(report_id: str, parameters: Inputs | None, format: str, options: Mapping[str, str | None]) -> Parts:
    """Which data of a report is wanted, as the API takes it, with the report's id.

    Raises:
        InvalidInput: an argument is wrong.
    """
    wanted: Parts = {
        "report_id": check_id("report_id", report_id, "reports"),
        "data_format": check_choice("format", format, DATA_FORMATS),
    }
    given = parameters_of(parameters)
    if given is not None:
        wanted["parameters"] = given
    for name, choice in options.items():
        if choice is None:
            continue
        wanted[name] = check_choice(name, choice, CSV_CHOICES[name])
        if wanted["data_format"] != "csv":
            raise InvalidInput(name, choice, "is about CSV", "Ask for format='csv', or leave it out.")
    return wanted


def check_refresh(value: Any) -> bool:
    """Whether a report is to be refreshed.

    Raises:
        InvalidInput: it is neither True nor False.
    """
    return bool(check_choice("refresh", value, (True, False)))


def cached_report(context: Context, wanted: Parts, access: Access | None = None) -> Parts:
    """What the handle on a report's cached data is made of."""
    return {
        "context": context,
        "job_id": wanted["report_id"],
        "operation": _flows.REPORT_DATA,
        "status": "success",
        "data": wanted,
        "access": access,
    }


def submit_refresh(context: Context, wanted: Parts) -> Flow[Parts]:
    """Runs a report's query anew."""
    body = {"parameters": wanted["parameters"]} if "parameters" in wanted else {}
    response = yield from context.session.call(refresh_report.request(wanted["report_id"], body=body))
    return handle_of(context, response, wanted)


def submit_export(context: Context, kind: str, id: str, format: str, parameters: Inputs | None) -> Flow[Parts]:
    """Starts an export of a dashboard or a report.

    Raises:
        InvalidInput: an argument is wrong; nothing was sent.
    """
    formats = {known: op for op, (of, known) in _flows.EXPORTS.items() if of == kind}
    format = check_choice("format", format, formats)
    id = check_id(f"{kind}_id", id, f"{kind}s")
    given = parameters_of(parameters)
    body = {} if given is None else {"parameters": given}
    response = yield from context.session.call(operation(formats[format]).request(id, body=body))
    return handle_of(context, response, {f"{kind}_id": id, "format": format})


def submit_by_id(context: Context, operation_id: str, field: str, id: str, kind: str) -> Flow[Parts]:
    """Starts what takes an id alone: a run of an alert, a refresh of a datasource.

    Raises:
        InvalidInput: the id is wrong; nothing was sent.
    """
    id = check_id(field, id, kind)
    response = yield from context.session.call(operation(operation_id).request(id))
    return handle_of(context, response, {field: id})


def trigger_schedule(context: Context, schedule_id: str) -> Flow[None]:
    """Sends a schedule's mail now.

    Raises:
        InvalidInput: the id is wrong; nothing was sent.
    """
    id = check_id("schedule_id", schedule_id, "dashboard_schedules")
    yield from context.session.call_value(trigger_dashboard_schedule.request(id))


def schemas(context: Context, datasource_id: str, name: str | None) -> Flow[list[SingleSchemaData]]:
    """The tables and columns of a datasource: of all its schemas, or of one.

    Raises:
        InvalidInput: an argument is wrong; nothing was sent.
        NoData: there is no such schema.
    """
    from .generated.models.single_schema_data import SingleSchemaData

    id, session = check_id("datasource_id", datasource_id, "datasources"), context.session
    wanted: str | Unset = UNSET if name is None else check_text("name", name, "schema")

    def hand_off(deadline: float | None) -> Flow[Access]:
        response = yield from session.call(get_datasource_schema.request(id, name=wanted), deadline=deadline)
        session.value(response)
        return access_of(session, response, session.document(response))

    data = yield from call_data(session, get_schema_data.request, hand_off)
    found = [data] if isinstance(data, SingleSchemaData) else data.schemas
    if name is None:
        return found
    found = [schema for schema in found if schema.name == name]
    if not found:
        text = f"getSchemaData: datasource {id} has no schema {name!r}, as far as it was read. Leave name= out for all."
        raise NoData(text, operation="getSchemaData", job_id=id)
    return found


def filter_options(
    context: Context,
    filter_id: str,
    dashboard_id: str | None,
    parameters: Inputs | None,
    refresh: bool | str,
    timeout: float | None,
    poll: Poll | None,
    on_progress: OnProgress | None,
) -> Flow[FilterOptions]:
    """The options of a drop-down; its query is run first where that is wanted, or needed.

    Raises:
        InvalidInput: an argument is wrong; nothing was sent.
        NoCachedData: there are none, and none were to be fetched.
        NoData: there are none even after its query has run.
    """
    refresh = check_choice("refresh", refresh, (True, False, "if_needed"))
    id, session = check_id("filter_id", filter_id, "filters"), context.session
    body = _filter_query(dashboard_id, parameters)
    asked = get_drop_down_filter_options.request(id, body=body or UNSET)
    if refresh is not True:
        options = yield from session.call_value(asked)
        if _known(options):
            return options
        if refresh is False:
            text = f"{asked.operation.id}: filter {id} has no options yet, or none for these inputs. Use refresh=True."
            raise NoCachedData(text, operation=asked.operation.id, job_id=id)
    response = yield from session.call(refresh_drop_down_filter_options.request(id, body=body or UNSET))
    if session.value(response) is not None:  # 204: a manual drop-down, whose options are always there
        yield from ExecutionFlows(**handle_of(context, response))._wait(timeout, poll, on_progress)
    options = yield from session.call_value(asked)
    if not _known(options):
        text = f"{asked.operation.id}: filter {id} has no options, though its query has run. Look at its SQL."
        raise NoData(text, operation=asked.operation.id, job_id=id)
    return options


def _filter_query(dashboard_id: str | None, parameters: Inputs | None) -> Parts:
    query: Parts = {}
    if dashboard_id is not None:
        query["dashboard_id"] = check_id("dashboard_id", dashboard_id, "dashboards")
    given = parameters_of(parameters)
    if given is not None:
        query["parameters"] = given
    return query


def _known(options: FilterOptions) -> bool:
    """Whether a drop-down's options are there; an empty list that was fetched at some time is one too."""
    found = options.options
    if isinstance(found, Unset) or isinstance(getattr(found, "values", UNSET), Unset):
        return False
    return bool(found.values) or bool(options.data_timestamp)


def resumed(context: Context, token: str) -> tuple[str, Parts]:
    """The kind of handle that a resume token is of, and what it is made of.

    Raises:
        InvalidInput: it is not a token of this API.
    """
    found = ResumeToken.decode(token)
    kinds = {
        "": "query",
        _flows.RUN: "query",
        _flows.REFRESH_REPORT: "report",
        _flows.REPORT_DATA: "report",
        _flows.REFRESH_DATASOURCE: "job",
        _flows.REFRESH_FILTER: "job",
        _flows.RUN_ALERT: "job",
        **dict.fromkeys(_flows.EXPORTS, "export"),
    }
    if found.operation not in kinds:
        raise InvalidInput("token", token[:200], "is not of a job of Cluvio", "Resume it with its own client")
    kind, data = kinds[found.operation], dict(found.data)
    if kind == "report":
        data = _report_of(data)
        if found.operation == _flows.REPORT_DATA:
            return kind, cached_report(context, data)
    if kind == "export":
        data["format"] = _flows.EXPORTS[found.operation][1]
    job_id = check_id("token.job_id", found.job_id)
    return kind, {"context": context, "job_id": job_id, "operation": found.operation or None, "data": data}


def _report_of(data: Mapping[str, Any]) -> Parts:
    """What a token says on a report, checked: it may have been written by anybody."""
    options = {name: data.get(name) for name in CSV_CHOICES}
    report_id, format = data.get("report_id"), data.get("data_format")
    return report_query(report_id, data.get("parameters"), format, options)  # type: ignore[arg-type]
