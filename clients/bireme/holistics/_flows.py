"""What Holistics does in several calls, written once for both kinds of client: jobs and exports.

A handle is what a call that starts a job leaves behind: the job's id, its last known status, and the means to go on.
The classes here hold the state and the flows; `_handles` gives them a blocking and an asynchronous face.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from bireme._runtime.errors import InvalidInput, Unsupported
from bireme._runtime.flow import Flow
from bireme._runtime.handoff import OnProgress as OnTransfer
from bireme._runtime.handoff import fetch, spool_to
from bireme._runtime.pace import Poll
from bireme._runtime.poll import Hooks, Progress, Waited, wait_for
from bireme._runtime.tables import Source
from bireme._runtime.tokens import ResumeToken
from bireme._wire import AsyncJob as LifeCycle
from bireme._wire import Operation, ParseError, RawResponse, Request

from ._context import Context
from .conditions import FilterLike, filter_condition
from .generated.api.jobs import jobs_get, jobs_get_logs
from .generated.models.export_format import ExportFormat
from .generated.policy import operation

if TYPE_CHECKING:
    from .generated.models.data_alert import DataAlert

OnProgress = Callable[[Progress], None]

EXPORT = "dashboard_widgets_submit_export"
PRELOAD = "dashboards_submit_preload"
RUN_SCHEDULE = "data_schedules_submit_execute"
RUN_ALERT = "data_alerts_submit_execute"
TEST_ALERT = "data_alerts_submit_execute_test"
FORMATS: tuple[str, ...] = tuple(format.value for format in ExportFormat)
# An equal job may itself stand for another; longer chains are left to the wait, which finds circles.
_FOLLOWED = 3


class JobFlows:
    """A job that the server runs. Subclasses give these flows a face.

    A handle holds the client with its key, so it cannot be pickled: `resume_token` is what to give to another process.

    Attributes:
        id: the job's id. Where the server has found an equal job under way, the id of that one.
        status: the last status seen, e.g. `running`; None where none was seen yet.
        operation: the operationId that started the job; None for a job that is known by its id alone.
    """

    def __init__(
        self,
        context: Context,
        job_id: int,
        *,
        operation: str | None,
        status: str | None = None,
        kind: str | None = None,
        started: RawResponse[Any] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.id = job_id
        self.status = status
        self.operation = operation
        self._context = context
        self._kind = kind
        self._started = started
        self._data = dict(data or {})

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={self.id}, status={self.status!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a client and its key: send its resume_token, and resume() there")

    @property
    def resume_token(self) -> str:
        """A JSON text from which `resume` takes this up again, in this process or another. It holds no secret.

        >>> h.export_widget(4175, wait=False).resume_token                # doctest: +SKIP
        '{"v": 1, "operation": "dashboard_widgets_submit_export", "job_id": 12, "data": {"format": "csv", ...}}'
        """
        return ResumeToken(self.operation or "", self.id, self._data).encode()

    @property
    def _life(self) -> LifeCycle:
        # All jobs of the API have one life cycle; a job of which only the id is known has it as well.
        facts: Operation = operation(self.operation or PRELOAD).OPERATION
        assert facts.job is not None
        return facts.job

    @property
    def _succeeded(self) -> bool:
        return self.status in self._life.success

    @property
    def _ended(self) -> bool:
        life = self._life
        return self.status in (*life.success, *life.failure, *life.cancelled)

    def _done(self) -> Flow[bool]:
        if not self._ended:
            yield from self._refresh()
        return self._ended

    def _refresh(self) -> Flow[Any]:
        """Asks for the job once; follows it where an equal job stands for it."""
        self._started = None
        job = yield from self._look()
        for _ in range(_FOLLOWED):
            if self.status not in self._life.moved or not job.existing_job_id:
                break
            self.id, self.status, self._kind = job.existing_job_id, None, None
            job = yield from self._look()
        return job

    def _look(self) -> Flow[Any]:
        reply = yield from self._context.session.call_value(jobs_get.request(self.id))
        self.status = str(reply.job.status) if reply.job.status else None
        return reply.job

    def _wait(self, timeout: float | None, poll: Poll | None, on_progress: OnProgress | None) -> Flow[None]:
        if self._succeeded:
            return
        # The reply that started the job is news to one wait only.
        started, self._started = self._started, None

        def seen(progress: Progress) -> None:
            self.id, self.status = int(progress.job_id), progress.status
            if on_progress is not None:
                on_progress(progress)

        waited: Waited = yield from wait_for(
            self._context.session,
            self._life,
            self.id if started is None else started,
            lambda job_id: jobs_get.request(int(job_id)),
            timeout=self._context.timeout if timeout is None else timeout,
            poll=poll or self._context.poll,
            hooks=Hooks(logs=lambda job_id: jobs_get_logs.request(int(job_id)), on_progress=seen),
            operation=self.operation or "",
            kind=self._kind,
            token_data=self._data,
        )
        self.id, self.status = int(waited.job_id), waited.status

    def _logs(self) -> Flow[Any]:
        reply = yield from self._context.session.call_value(jobs_get_logs.request(self.id))
        return reply.job_logs

    def _cannot_cancel(self) -> Unsupported:
        return Unsupported(
            "cancel()",
            f"Holistics API v2 has no operation that cancels a job, so job {self.id} goes on",
            "Stop waiting for it, or cancel it in the web interface.",
        )


class ExportFlows(JobFlows):
    """An export: a job that leaves a file behind."""

    @property
    def format(self) -> str:
        """What the file is: `csv`, `xlsx` or `pdf`."""
        return str(self._data.get("format", "csv"))

    def _download(self) -> Request[Any]:
        assert self._life.result is not None, "the spec names the operation that gives an export's file"
        request: Request[Any] = operation(self._life.result).request(job_id=self.id)
        return request

    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        """The file as tables read it: it is waited for first, then fetched."""

        def into(file: BinaryIO) -> Flow[Any]:
            yield from self._wait(None, None, None)
            session, request = self._context.session, self._download()
            return (yield from spool_to(session, request, file, on_progress=on_progress, kind=self.format))

        return Source(into, self.format, self._download().operation.id)

    def _read(self) -> Flow[bytes]:
        yield from self._wait(None, None, None)
        response = yield from fetch(self._context.session, self._download(), kind=self.format)
        return response.content


def submit_export(
    context: Context, widget_id: int, format: str, filters: Iterable[FilterLike]
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts an export; gives the reply and what a handle wants to remember.

    Raises:
        InvalidInput: the format, a filter or the widget's id is wrong; nothing was sent.
    """
    format = check_format("format", format)
    conditions = _checked(filters)
    body = {"dashboard_filter_conditions": conditions} if conditions else {}
    request = operation(EXPORT).request(check_id("widget_id", widget_id), output=format, body=body)
    response = yield from context.session.call(request)
    return response, {"format": format, "widget_id": widget_id}


def submit_preload(
    context: Context, dashboard_id: int, filters: Iterable[FilterLike], bust_cache: bool
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts a preload; gives the reply and what a handle wants to remember.

    Raises:
        InvalidInput: a filter or the dashboard's id is wrong; nothing was sent.
    """
    conditions = _checked(filters)
    body: dict[str, Any] = {"bust_cache": bust_cache}
    if conditions:
        body["dashboard_filter_conditions"] = conditions
    request = operation(PRELOAD).request(check_id("dashboard_id", dashboard_id), body=body)
    response = yield from context.session.call(request)
    return response, {"dashboard_id": dashboard_id}


def submit_run(
    context: Context, operation_id: str, field: str, id: int
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts a run of a schedule or an alert; `field` names the id. Gives the reply and what a handle remembers.

    Raises:
        InvalidInput: the id is wrong; nothing was sent.
    """
    request = operation(operation_id).request(check_id(field, id))
    response = yield from context.session.call(request)
    return response, {field: id}


def submit_test(
    context: Context, alert: DataAlert | Mapping[str, Any]
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts a trial of an alert; gives the reply and what a handle remembers.

    Raises:
        InvalidInput: it is no alert; nothing was sent.
    """
    from .generated.models.data_alert import DataAlert  # with all that it consists of, which few callers need

    if isinstance(alert, DataAlert):
        body = alert.to_dict()
    elif isinstance(alert, Mapping):
        body = dict(alert)
    else:
        raise InvalidInput("alert", alert, "is not an alert", "Give a DataAlert or a mapping with the API's own keys")
    response = yield from context.session.call(operation(TEST_ALERT).request(body={"test_data_alert": body}))
    return response, {}


def check_id(field: str, value: Any) -> int:
    """An id that can be sent.

    Raises:
        InvalidInput: it is not a whole number above 0.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise InvalidInput(field, value, "is not an id", "Give a whole number from 1 up, as in the object's address")
    return value


def check_format(field: str, value: Any) -> str:
    """A format that a widget can be exported in.

    Raises:
        InvalidInput: it is not one.
    """
    if value not in FORMATS:
        raise InvalidInput(field, value, "is not a format of this export", f"Use one of {', '.join(FORMATS)}")
    return str(getattr(value, "value", value))


def _checked(filters: Iterable[FilterLike]) -> list[dict[str, Any]]:
    """Filter conditions as the API takes them."""
    if isinstance(filters, str | Mapping) or not isinstance(filters, Iterable):
        raise InvalidInput("filters", filters, "is not a list of conditions", "Put it into a list: filters=[...]")
    return [filter_condition(given).to_dict() for given in filters]


def handle_of(context: Context, started: RawResponse[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """What a handle is made of, from the reply that started its job.

    Raises:
        DecodeError: the reply names no job.
    """
    request = started.request
    job = context.session.value(started).job
    if not job.id:
        raise context.session.decode_error(started, ParseError("/job/id", "is missing"))
    parts = {"context": context, "operation": request.operation.id, "data": data}
    moved = request.operation.job.moved if request.operation.job else {}
    if str(job.status) in moved and job.existing_job_id:
        # An equal job is under way. It began earlier, so how long it still takes says nothing about its kind.
        return {**parts, "job_id": job.existing_job_id}
    return {
        **parts,
        "job_id": job.id,
        "status": str(job.status) if job.status else None,
        "kind": f"{request.path}?{data.get('format', '')}",
        "started": started,
    }


def resumed(context: Context, token: str) -> dict[str, Any]:
    """What a handle is made of, from a resume token.

    Raises:
        InvalidInput: it is not a token of this API.
    """
    found = ResumeToken.decode(token)
    if found.operation not in ("", EXPORT, PRELOAD, RUN_SCHEDULE, RUN_ALERT, TEST_ALERT):
        raise InvalidInput("token", token[:200], "is not of a job of Holistics API v2", "Resume it with its own client")
    if found.operation == EXPORT:
        check_format("token.data.format", found.data.get("format"))
    return {
        "context": context,
        "job_id": check_id("token.job_id", found.job_id),
        "operation": found.operation or None,
        "data": found.data,
    }
