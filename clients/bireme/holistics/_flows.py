"""What Holistics does in several calls, written once for both kinds of client: jobs and exports.

The classes here say how jobs of API v2 are looked at; `_handles` gives them a blocking and an asynchronous face.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bireme._runtime import jobs
from bireme._runtime.errors import InvalidInput, Unsupported
from bireme._runtime.flow import Flow
from bireme._runtime.jobs import OnProgress
from bireme._runtime.poll import Hooks, JobId
from bireme._runtime.tokens import ResumeToken
from bireme._wire import AsyncJob as LifeCycle
from bireme._wire import Operation, ParseError, RawResponse, Request

from ._context import Context
from .conditions import FilterLike, filter_condition
from .generated.api.jobs import jobs_get, jobs_get_logs
from .generated.models.async_job_reply import AsyncJobReply
from .generated.models.export_format import ExportFormat
from .generated.models.user_role import UserRole
from .generated.policy import operation

if TYPE_CHECKING:
    from .generated.models.data_alert import DataAlert

__all__ = ["EXPORT", "PRELOAD", "ExportFlows", "JobFlows", "OnProgress"]

EXPORT = "dashboard_widgets_submit_export"
PRELOAD = "dashboards_submit_preload"
INVITE = "users_invite"
RESEND = "users_resend_invite"
RUN_SCHEDULE = "data_schedules_submit_execute"
RUN_ALERT = "data_alerts_submit_execute"
TEST_ALERT = "data_alerts_submit_execute_test"
BUST_CACHE = "data_sources_bust_exploration_cache"
DELETE_MODEL = "data_models_delete"
_STARTED = (  # what a resume token may name; a job that is known by its id alone has no operation
    "",
    EXPORT,
    PRELOAD,
    INVITE,
    RESEND,
    RUN_SCHEDULE,
    RUN_ALERT,
    TEST_ALERT,
    BUST_CACHE,
    DELETE_MODEL,
)
FORMATS: tuple[str, ...] = tuple(format.value for format in ExportFormat)


class JobFlows(jobs.JobFlows):
    """A job of API v2."""

    id: int

    @property
    def _life(self) -> LifeCycle:
        # All jobs of the API have one life cycle; a job of which only the id is known has it as well.
        facts: Operation = operation(self.operation or PRELOAD).OPERATION
        assert facts.job is not None
        return facts.job

    def _poll_request(self, job_id: JobId) -> Request[Any]:
        return jobs_get.request(int(job_id))

    def _own_id(self, job_id: JobId) -> int:
        return int(job_id)

    def _hooks(self) -> Hooks:
        return Hooks(logs=lambda job_id: jobs_get_logs.request(int(job_id)))

    def _record(self) -> Flow[Any]:
        response = yield from self._refresh()
        return self._context.session.value(response).job

    def _logs(self) -> Flow[Any]:
        reply = yield from self._context.session.call_value(jobs_get_logs.request(self.id))
        return reply.job_logs

    def _cannot_cancel(self) -> Unsupported:
        return Unsupported(
            "cancel()",
            f"Holistics API v2 has no operation that cancels a job, so job {self.id} goes on",
            "Stop waiting for it, or cancel it in the web interface.",
        )


class ExportFlows(jobs.FileFlows, JobFlows):
    """An export: a job that leaves a csv, xlsx or pdf file behind."""

    def _download(self) -> Request[Any]:
        assert self._life.result is not None, "the spec names the operation that gives an export's file"
        request: Request[Any] = operation(self._life.result).request(job_id=self.id)
        return request


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


def submit_invitations(
    context: Context,
    emails: Iterable[str],
    role: UserRole | str,
    group_ids: Iterable[int],
    message: str | None,
    *,
    allow_authentication_token: bool | None,
    enable_export_data: bool | None,
) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Invites people; gives the reply and what a handle wants to remember.

    Raises:
        InvalidInput: `emails` or `group_ids` is no list of its kind, or nobody is invited; nothing was sent.
    """
    body: dict[str, Any] = {"emails": _addresses(emails), "role": str(getattr(role, "value", role))}
    ids = [check_id("group_ids", id) for id in _listed("group_ids", group_ids, "group_ids=[3]")]
    optional = {
        "group_ids": ids or None,
        "message": message,
        "allow_authentication_token": allow_authentication_token,
        "enable_export_data": enable_export_data,
    }
    body.update({key: value for key, value in optional.items() if value is not None})
    response = yield from context.session.call(operation(INVITE).request(body=body))
    return response, {}


def submit_resend(context: Context, user_id: int) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Has an invitation sent again; gives the reply and what a handle wants to remember.

    Raises:
        InvalidInput: the user's id is wrong; nothing was sent.
    """
    response = yield from context.session.call(operation(RESEND).request(check_id("user_id", user_id)))
    return response, {"user_id": user_id}


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


def submit_bust_cache(context: Context, data_source_id: int) -> Flow[tuple[RawResponse[Any], dict[str, Any]]]:
    """Starts dropping the cached results of a data source; gives the reply and what a handle wants to remember.

    Raises:
        InvalidInput: the id is wrong; nothing was sent.
    """
    response = yield from context.session.call(
        operation(BUST_CACHE).request(check_id("data_source_id", data_source_id))
    )
    return response, {"data_source_id": data_source_id}


def delete_model(
    context: Context, id: int, drop_import_table: bool
) -> Flow[tuple[RawResponse[Any], dict[str, Any]] | None]:
    """Deletes a data model; gives the reply where that has started a job, or None where the model is gone already.

    Raises:
        InvalidInput: the id is wrong, or `drop_import_table` is no boolean; nothing was sent.
    """
    if not isinstance(drop_import_table, bool):
        raise InvalidInput("drop_import_table", drop_import_table, "is not True or False", "Give one of the two.")
    request = operation(DELETE_MODEL).request(check_id("id", id), drop_import_table=drop_import_table)
    response = yield from context.session.call(request)
    if not isinstance(context.session.value(response), AsyncJobReply):
        return None
    return response, {"data_model_id": id}


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


def _addresses(emails: Iterable[str]) -> list[str]:
    addresses = list(_listed("emails", emails, 'emails=["ada@example.com"]'))
    for given in addresses:
        if not isinstance(given, str):
            raise InvalidInput("emails", given, "is no text", "Give e-mail addresses")
    if not addresses:
        raise InvalidInput("emails", emails, "names nobody", "Give at least one e-mail address")
    return addresses


def _listed(field: str, given: Any, example: str) -> Iterable[Any]:
    # A text is a list of letters to Python, and would be sent as one.
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise InvalidInput(field, given, "is not a list", f"Put it into a list: {example}")
    return given


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
    if found.operation not in _STARTED:
        raise InvalidInput("token", token[:200], "is not of a job of Holistics API v2", "Resume it with its own client")
    if found.operation == EXPORT:
        check_format("token.data.format", found.data.get("format"))
    return {
        "context": context,
        "job_id": check_id("token.job_id", found.job_id),
        "operation": found.operation or None,
        "data": found.data,
    }
