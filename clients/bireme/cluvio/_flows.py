"""How Cluvio's executions and export jobs are followed, and how their results are had; for both kinds of client.

The classes here say how the API is asked; `_handles` gives them a blocking and an asynchronous face.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zlib import crc32

from bireme._runtime import jobs
from bireme._runtime.context import Context
from bireme._runtime.errors import InvalidInput, NoCachedData, NoData, Unsupported
from bireme._runtime.flow import Flow, Stream
from bireme._runtime.handoff import Opening, expired, open_twice
from bireme._runtime.jobs import OnProgress
from bireme._runtime.pace import Poll
from bireme._runtime.pointers import find
from bireme._runtime.poll import Hooks, JobId
from bireme._runtime.tokens import is_job_id
from bireme._wire import AsyncJob as LifeCycle
from bireme._wire import Operation, ParseError, RawResponse, Request

from ._access import DATA, Access, access_of, open_data
from ._types import DATA_TYPES
from .generated.api.executions import cancel_execution, get_execution, get_execution_data
from .generated.api.export_jobs import cancel_export_job, get_export_job
from .generated.api.reports import get_report_data
from .generated.policy import operation
from .generated.records.execution import Execution

__all__ = ["ExecutionFlows", "ExportFlows", "QueryFlows", "ReportFlows", "handle_of"]

RUN = "runExecution"
REFRESH_DATASOURCE = "refreshDatasource"
REFRESH_REPORT = "refreshReport"
REFRESH_FILTER = "refreshDropDownFilterOptions"
RUN_ALERT = "runSqlAlertQuery"
REPORT_DATA = "getReportData"
EXPORTS: Mapping[str, tuple[str, str]] = {
    "exportDashboardPdf": ("dashboard", "pdf"),
    "exportDashboardPng": ("dashboard", "png"),
    "exportReportPdf": ("report", "pdf"),
    "exportReportPng": ("report", "png"),
    "exportReportCsv": ("report", "csv"),
}

#: What a status stands for; the API tells no more about an execution that has failed.
REASONS: Mapping[str, str] = {
    "query_error": "the database refused the SQL or the R script failed; the API does not say why, the web "
    "application shows it",
    "timed_out": "the query took longer than the datasource allows",
    "internal_error": "a fault of Cluvio's; run it again",
    "internal_timeout": "Cluvio itself took too long; run it again",
}

# Seconds for which the link in a reply is taken to be fresh enough to be used without asking for another.
FRESH_LINK = 10.0


class ExecutionFlows(jobs.JobFlows):
    """An execution of a query."""

    id: str

    @property
    def _life(self) -> LifeCycle:
        # All executions have one life cycle; one of which only the id is known has it as well.
        return life_of(self.operation if self.operation not in (None, REPORT_DATA) else RUN)

    def _poll_request(self, job_id: JobId) -> Request[Any]:
        return get_execution.request(str(job_id))

    def _own_id(self, job_id: JobId) -> str:
        return str(job_id)

    def _hooks(self) -> Hooks:
        return Hooks(cancel=lambda job_id: cancel_execution.request(str(job_id)), reasons=REASONS)

    def _wait(
        self,
        timeout: float | None,
        poll: Poll | None,
        on_progress: OnProgress | None,
        *,
        cancel_on_timeout: bool = False,
        cancel_on_interrupt: bool = False,
    ) -> Flow[None]:
        # What others may be waiting for as well (a report, an alert) goes on when this caller gives up.
        ours = cancel_on_interrupt or self.operation == RUN
        return super()._wait(timeout, poll, on_progress, cancel_on_timeout=cancel_on_timeout, cancel_on_interrupt=ours)

    def _cancel(self) -> Flow[None]:
        if not self._ended:
            yield from self._context.session.call_value(cancel_execution.request(self.id))
            yield from self._refresh()

    def _record(self) -> Flow[Execution]:
        response = yield from self._refresh()
        return Execution.of(self._context.session.value(response))


class TableFlows(jobs.FileFlows, ExecutionFlows):
    """An execution whose rows are on the data server; `access` is the way to them, where it is known already."""

    def __init__(self, *args: Any, access: Access | None = None, **parts: Any) -> None:
        super().__init__(*args, **parts)
        self._access = access

    @property
    def data_timestamp(self) -> datetime | None:
        """When the data was fetched from the database (UTC), as far as the API has said so."""
        return None if self._access is None else self._access.fetched

    def _download(self) -> Request[Any]:
        return DATA

    def _reading(self) -> dict[str, Any]:
        return {"declared": DATA_TYPES}

    def _opening(self) -> Opening | None:
        return lambda deadline: open_data(self._context.session, self._access, self._fresh_access, deadline)

    def _fresh_access(self, deadline: float | None) -> Flow[Access]:
        self._access = yield from self._hand_off(deadline)
        return self._access

    @abstractmethod
    def _hand_off(self, deadline: float | None) -> Flow[Access]:
        """Asks the API server for key and token.

        Raises:
            NoData: it has no data.
        """


class QueryFlows(TableFlows):
    """An execution, and the rows that it leaves behind: always JSON on the data server."""

    @property
    def format(self) -> str:
        """What the data server sends: always `json`."""
        return "json"

    def _hand_off(self, deadline: float | None) -> Flow[Access]:
        session = self._context.session
        response = yield from session.call(get_execution_data.request(self.id), deadline=deadline)
        if session.value(response) is None:
            check_no_content(self._context, response)
            text = (
                f"getExecutionData: execution {self.id} has left no data, though it is {self.status!r}. Data is kept "
                "for 24 hours after an execution has ended: run the query again."
            )
            raise NoData(text, operation=response.request.operation.id, job_id=self.id)
        return access_of(session, response, session.document(response))


class ReportFlows(TableFlows):
    """Data of a report as it is cached, perhaps after an execution that has refreshed it."""

    @property
    def report_id(self) -> str:
        """The report's id."""
        return str(self._data["report_id"])

    @property
    def execution_id(self) -> str | None:
        """The execution that refreshes the report; None where it is read as it is cached."""
        return None if self.operation == REPORT_DATA else self.id

    @property
    def format(self) -> str:
        """What the data server sends: `json` or `csv`."""
        return str(self._data["data_format"])

    def _record(self) -> Flow[Execution]:
        if self.operation == REPORT_DATA:
            reason = "the API does not say which execution has left the data that is cached"
            raise Unsupported("refresh()", reason, "Use report_data(..., refresh=True) to run the report's query.")
        return super()._record()

    def _reading(self) -> dict[str, Any]:
        if self.format == "json":
            return super()._reading()
        separator, decimal = self._data.get("csv_column_separator"), self._data.get("csv_decimal_separator")
        if separator and decimal:
            return {"separator": separator, "decimal": decimal}
        # What is left out is the organization's setting, which the API does not tell.
        reason = "is CSV whose separators are the organization's, which are not known: its rows could be misread"
        remedy = "Leave format= out (JSON has the types as well), or ask for csv_column_separator=',' and "
        return {"obstacle": InvalidInput("format", "csv", reason, remedy + "csv_decimal_separator='.'.")}

    def _hand_off(self, deadline: float | None) -> Flow[Access]:
        session = self._context.session
        body = {name: value for name, value in self._data.items() if name != "report_id"}
        response = yield from session.call(get_report_data.request(self.report_id, body=body), deadline=deadline)
        if session.value(response) is None:
            check_no_content(self._context, response)
            raise no_cached_data(self.report_id)
        return access_of(session, response, session.document(response))


class ExportFlows(jobs.FileFlows):
    """A job that renders a file, which is fetched from a link that works for a short time."""

    id: str
    _link: str | None = None
    _seen = 0.0

    @property
    def _life(self) -> LifeCycle:
        return life_of(self.operation or "")

    def _poll_request(self, job_id: JobId) -> Request[Any]:
        return get_export_job.request(str(job_id))

    def _own_id(self, job_id: JobId) -> str:
        return str(job_id)

    def _hooks(self) -> Hooks:
        return Hooks(cancel=lambda job_id: cancel_export_job.request(str(job_id)))

    def _cancel(self) -> Flow[None]:
        if not self._ended:
            yield from self._context.session.call_value(cancel_export_job.request(self.id))
            yield from self._refresh()

    def _ended_well(self, response: RawResponse[Any]) -> None:
        session = self._context.session
        link = find(session.document(response), "/file_url")
        if not isinstance(link, str) or not link:
            raise session.decode_error(response, ParseError("/file_url", "is missing, though the job has succeeded"))
        self._link, self._seen = link, session.clock.monotonic()

    def _download(self) -> Request[Any]:
        # The link that the job's state holds is followed in its name.
        return Request(get_export_job.OPERATION, self._poll_request(self.id).path, lambda reply: reply.content)

    def _opening(self) -> Opening | None:
        return self._open_file

    def _open_file(self, deadline: float) -> Flow[Stream]:
        session, request = self._context.session, self._download()

        def at(link: str) -> Flow[Stream]:
            return session.open(request, deadline=deadline, elsewhere=link)

        def known() -> Flow[Stream]:
            age = session.clock.monotonic() - self._seen
            if self._link is not None and age <= FRESH_LINK:
                return (yield from at(self._link))
            return (yield from fresh())

        def fresh() -> Flow[Stream]:
            return (yield from at((yield from self._fresh_link(deadline))))

        return (yield from open_twice(request.operation.id, "link to the file", known, fresh, expired))

    def _fresh_link(self, deadline: float) -> Flow[str]:
        response = yield from self._refresh()
        if self._succeeded:
            self._ended_well(response)
        else:  # not any more: the wait knows what that means
            yield from self._wait(max(1.0, deadline - self._context.session.clock.monotonic()), None, None)
        assert self._link is not None
        return self._link


def no_cached_data(report_id: str) -> NoCachedData:
    """The error for a report that has nothing cached under the inputs that were asked for."""
    text = (
        f"getReportData: nothing is cached for report {report_id} under these inputs, and reading starts no query. "
        "Use refresh=True to run it."
    )
    return NoCachedData(text, operation=REPORT_DATA, job_id=report_id)


def check_no_content(context: Context, response: RawResponse[Any]) -> None:
    """Raises DecodeError for an empty reply that is no 204, the only way to say that there is nothing."""
    if response.status != 204:
        raise context.session.decode_error(response, ParseError("", "the body is empty"))


def life_of(operation_id: str) -> LifeCycle:
    """The life cycle of the job that an operation starts, from the spec."""
    facts: Operation = operation(operation_id).OPERATION
    assert facts.job is not None
    return facts.job


def handle_of(context: Context, started: RawResponse[Any], data: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What a handle is made of, from the reply that started its job.

    Raises:
        DecodeError: the reply names no job.
    """
    session, facts = context.session, started.request.operation
    life = life_of(facts.id)
    session.value(started)
    document = session.document(started)
    job_id, status = find(document, life.id), find(document, life.status)
    if not is_job_id(job_id):
        raise session.decode_error(started, ParseError(life.id, "is not the id of a job"))
    return {
        "context": context,
        "job_id": str(job_id),
        "operation": facts.id,
        "status": status if isinstance(status, str) else None,
        "kind": f"{facts.id} {started.request.path} {crc32(started.request.content or b'')}",
        # Most replies name the job and say nothing of its state.
        "started": started if isinstance(status, str) else None,
        "data": dict(data or {}),
    }
