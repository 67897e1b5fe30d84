"""What the legacy API does in several calls, written once for both kinds of client: exports and queries of reports.

An export leaves a file behind. A query leaves rows that are read page by page; they are put together as CSV, so that
they become tables in the same way.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from bireme._runtime import jobs
from bireme._runtime.context import Context
from bireme._runtime.errors import InvalidInput
from bireme._runtime.flow import Flow, Offload
from bireme._runtime.handoff import OnProgress as OnTransfer
from bireme._runtime.handoff import write_all
from bireme._runtime.poll import Hooks, JobId
from bireme._runtime.tables import Source
from bireme._runtime.tokens import ResumeToken
from bireme._wire import AsyncJob as LifeCycle
from bireme._wire import Operation, ParseError, RawResponse, Request
from bireme._wire._encode import Pairs, flat_object

from .generated.api.exports import exports_download
from .generated.api.jobs import jobs_cancel, jobs_get_logs
from .generated.api.reports import (
    reports_get_export_results,
    reports_get_query_results,
    reports_submit_export,
    reports_submit_export_with_body,
    reports_submit_query,
)
from .generated.models.reports_submit_export_format import ReportsSubmitExportFormat
from .generated.models.reports_submit_export_with_body_format import ReportsSubmitExportWithBodyFormat
from .generated.policy import operation

EXPORT = "reports_submit_export"
EXPORT_WITH_BODY = "reports_submit_export_with_body"
QUERY = "reports_submit_query"
FORMATS: tuple[str, ...] = tuple(format.value for format in ReportsSubmitExportFormat)
FORMATS_WITH_BODY = frozenset(format.value for format in ReportsSubmitExportWithBodyFormat)

# Reports API: with a query of more than this many characters the filters go into the body.
LONGEST_QUERY = 500
# Rows asked for at a time; the server's own default is 25, which would be forty times the requests.
PAGE_SIZE = 1000

_REPORT = re.compile(r"[0-9]+(-[^/.?#\s]*)?")

Filters = Mapping[str, Any]
"""Filter name -> a value (text, number, bool, date) or a list of them; None leaves a filter as it is."""


class JobFlows(jobs.JobFlows):
    """A job of the legacy API."""

    id: int

    @property
    def _life(self) -> LifeCycle:
        facts: Operation = operation(self.operation or EXPORT).OPERATION
        assert facts.job is not None
        return facts.job

    def _own_id(self, job_id: JobId) -> int:
        return int(job_id)

    def _hooks(self) -> Hooks:
        return Hooks(logs=lambda job_id: jobs_get_logs.request(int(job_id)))

    def _logs(self) -> Flow[list[Any]]:
        """All entries: the server gives them in pieces, each after the last id of the one before."""
        entries: list[Any] = []
        request = jobs_get_logs.request(self.id)
        while True:
            piece = yield from self._context.session.call_value(request)
            found = list(piece.logs or ())
            entries += found
            if not piece.has_more or not found:
                return entries
            request = jobs_get_logs.request(self.id, last_id=found[-1].id)

    def _cancel(self) -> Flow[None]:
        yield from self._context.session.call_value(jobs_cancel.request(self.id))


class ExportFlows(jobs.FileFlows, JobFlows):
    """An export of a report: a job that leaves a csv, json or xlsx file behind."""

    def _poll_request(self, job_id: JobId) -> Request[Any]:
        return reports_get_export_results.request(job_id=int(job_id))

    def _download(self) -> Request[Any]:
        return exports_download.request(job_id=self.id)


class QueryFlows(JobFlows):
    """A query of a report: a job whose rows are read page by page."""

    def _poll_request(self, job_id: JobId) -> Request[Any]:
        return reports_get_query_results.request(job_id=int(job_id), page_size=1)

    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        """The pages as tables read them: the job is waited for, then all pages are written down as one CSV body."""

        def into(file: BinaryIO) -> Flow[None]:
            yield from self._wait(None, None, None)
            names, number, pages, written = self._data.get("columns"), 1, 1, 0
            while number <= pages:
                page = yield from self._page(number)
                rows = page.values or []
                if number == 1:
                    width = len(rows[0]) if rows else 1
                    rows = [names or [f"column_{index}" for index in range(1, width + 1)], *rows]
                    pages = max(1, page.paginated.num_pages or 1) if page.paginated else 1
                elif not rows:
                    return  # the report has become shorter meanwhile
                text = "".join(map(_line, rows)).encode()
                yield Offload(lambda text=text: write_all(file, text))  # type: ignore[misc]
                number, written = number + 1, written + len(text)
                if on_progress is not None:
                    on_progress(written, None)

        return Source(into, "csv", reports_get_query_results.OPERATION.id)

    def _page(self, number: int) -> Flow[Any]:
        size = int(self._data.get("page_size", PAGE_SIZE))
        request = reports_get_query_results.request(job_id=self.id, page=number, page_size=size)
        session = self._context.session
        response = yield from session.call(request)
        page = session.value(response)
        if str(page.status) not in self._life.success:
            problem = ParseError("/status", f"is {str(page.status)!r} for page {number} of a query that has succeeded")
            raise session.decode_error(response, problem)
        return page


def _line(row: Sequence[str | None]) -> str:
    return ",".join(map(_cell, row)) + "\n"


def _cell(value: str | None) -> str:
    """A value as CSV has it; an empty text is quoted, so that it is told from null."""
    if value is None:
        return ""
    if value and not any(char in value for char in '",\r\n'):
        return value
    return '"' + value.replace('"', '""') + '"'


# --- starting ---


def submit_export(
    context: Context, report_id: int | str, format: str, filters: Filters | None
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts an export, with the filters in the address or, where they are long, in the body.

    Raises:
        InvalidInput: the report's id, the format or a filter is wrong; nothing was sent.
    """
    report = check_report("report_id", report_id)
    format = check_format("format", format)
    values = check_filters(filters)
    request: Request[Any] = reports_submit_export.request(report, format, filters=values)
    if query_length(request.query) > LONGEST_QUERY and format in FORMATS_WITH_BODY:
        request = reports_submit_export_with_body.request(report, format, body=values)
    response = yield from context.session.call(request)
    return response, {"format": format, "report_id": report}


def submit_query(
    context: Context, report_id: int | str, filters: Filters | None, columns: Sequence[str] | None, page_size: int
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts a query of a report.

    Raises:
        InvalidInput: the report's id, a filter or a column's name is wrong; nothing was sent.
    """
    report = check_report("report_id", report_id)
    if isinstance(columns, str) or not all(isinstance(name, str) for name in columns or ()):
        raise InvalidInput("columns", columns, "is not a list of names", "Give one name for each column")
    if isinstance(page_size, bool) or not isinstance(page_size, int) or page_size < 1:
        raise InvalidInput("page_size", page_size, "is not a number of rows", "Give a whole number from 1 up")
    request = reports_submit_query.request(report, filters=check_filters(filters))
    response = yield from context.session.call(request)
    return response, {"report_id": report, "columns": list(columns) if columns else None, "page_size": page_size}


def query_length(pairs: Pairs) -> int:
    """How many characters a query has, roughly: before its values are percent-encoded."""
    return sum(len(name) + len(value) + 2 for name, value in pairs)


def check_report(field: str, value: Any) -> int | str:
    """A report's id: a number, or the number with the title as its address has it.

    Raises:
        InvalidInput: it is neither.
    """
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _REPORT.fullmatch(text):
        remedy = "Give the number in the report's address, e.g. 12345 or '12345-sales'"
        raise InvalidInput(field, value, "is not the id of a report", remedy)
    found: int | str = value
    return found


def check_format(field: str, value: Any) -> str:
    """A format that a report can be exported in.

    Raises:
        InvalidInput: it is not one.
    """
    if value not in FORMATS:
        raise InvalidInput(field, value, "is not a format of this export", f"Use one of {', '.join(FORMATS)}")
    return str(getattr(value, "value", value))


def check_filters(filters: Any) -> dict[str, Any]:
    """Filters as they are sent; dates as text, without those that are None.

    Raises:
        InvalidInput: it is no mapping of names, or a value is none that a filter can have.
    """
    if filters is None:
        return {}
    if not isinstance(filters, Mapping):
        raise InvalidInput("filters", filters, "is not a mapping", "Give filters={'name': value, 'other': [1, 2]}")
    found = {}
    for name, value in filters.items():
        if not isinstance(name, str) or not name:
            raise InvalidInput("filters", name, "is not the name of a filter", "Give the name as the report has it")
        if value is not None:
            many = isinstance(value, list | tuple | set | frozenset)
            found[name] = [_scalar(name, item) for item in value] if many else _scalar(name, value)
    flat_object("filters", found)
    return found


def _scalar(name: str, value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str | bool | int) or (isinstance(value, float) and abs(value) < float("inf")):
        return value
    item = getattr(value, "item", None)  # a number of numpy or pandas
    if callable(item) and isinstance(item(), str | bool | int | float):
        return item()
    remedy = "Give text, a number, true or false, a date, or a list of them"
    raise InvalidInput(f"filters[{name!r}]", value, "is no value of a filter", remedy)


def handle_of(context: Context, started: RawResponse[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """What a handle is made of, from the reply that started its job.

    Raises:
        DecodeError: the reply names no job.
    """
    request = started.request
    submitted = context.session.value(started)
    parts = {"context": context, "operation": request.operation.id, "data": data, "job_id": submitted.job_id}
    moved = request.operation.job.moved if request.operation.job else {}
    status = str(submitted.status) if submitted.status else None
    if status in moved:
        # An equal job is under way, and this is its id. How long it still takes says nothing about its kind.
        return parts
    if status is None:
        return {**parts, "kind": request.path}
    return {**parts, "status": status, "kind": request.path, "started": started}


def resumed(context: Context, token: str) -> dict[str, Any]:
    """What a handle is made of, from a resume token.

    Raises:
        InvalidInput: it is not a token of this API.
    """
    found = ResumeToken.decode(token)
    if found.operation not in (EXPORT, EXPORT_WITH_BODY, QUERY):
        remedy = "Resume it with its own client"
        raise InvalidInput("token", token[:200], "is not of a job of the legacy Holistics API", remedy)
    if found.operation != QUERY:
        check_format("token.data.format", found.data.get("format"))
    if isinstance(found.job_id, bool) or not isinstance(found.job_id, int) or found.job_id < 1:
        raise InvalidInput("token.job_id", found.job_id, "is not an id", "Give the text of WaitTimeout.token as it was")
    return {"context": context, "job_id": found.job_id, "operation": found.operation, "data": found.data}
