"""Jobs of both versions of the API: read, list, log, cancel."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.views import API, caller_of
from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.jobs import ACTIVE, FINAL, JobRefused

from .people import TENANT
from .progress import export_result, seen_job

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["handlers"]

_PAGE = 100  # lines of a log, and jobs of a list, in one reply

handlers = Handlers()


@handlers.operation("jobs_get")
def jobs_get(call: Call) -> Answer:
    """One job."""
    return Answer(body=_view(call.session, seen_job(call, call.path["job_id"])))


@handlers.operation("jobs_list")
def jobs_list(call: Call) -> Answer:
    """The newest jobs that the caller may see, newest first."""
    wanted = call.query.get("source_type")
    jobs = [job for job in _seen(call) if wanted is None or _source(job).get("type") == wanted]
    return Answer(body=[_view(call.session, job) for job in jobs[: -_PAGE - 1 : -1]])


@handlers.operation("jobs_last_run_jobs")
def jobs_last_run_jobs(call: Call) -> Answer:
    """The newest job of each source."""
    wanted, ids = call.query.get("source_type"), call.query.get("ids[]")
    newest: dict[str, dict[str, Any]] = {}
    for job in _seen(call):
        source = _source(job)
        if (wanted is None or source.get("type") == wanted) and (not ids or source.get("id") in ids):
            shown = {key: job[key] for key in ("id", "status", "start_time", "end_time", "created_at")}
            newest[str(source.get("id"))] = shown
    return Answer(body=newest)


@handlers.operation("jobs_get_logs")
def jobs_get_logs(call: Call) -> Answer:
    """The lines that follow the last one seen. More can come while the job is not over."""
    job = seen_job(call, call.path["job_id"])
    last = call.query["last_id"]
    over = job["status"] in FINAL
    lines = call.session.jobs.logs(job["id"])
    page = lines[last : last + _PAGE]
    logs = [{"id": last + place, **line} for place, line in enumerate(page, 1)]
    return Answer(body={"logs": logs, "has_more": not over or last + len(page) < len(lines)})


@handlers.operation("jobs_cancel")
def jobs_cancel(call: Call) -> Answer:
    """Ask a job to stop; one that is over stays as it is."""
    job = seen_job(call, call.path["job_id"])
    if job["status"] in ACTIVE:
        with contextlib.suppress(JobRefused):  # it ended in this moment
            call.session.jobs.cancel(job["id"])
    return Answer(body={"status": "OK"})


@handlers.operation("jobs_get_results")
def jobs_get_results(call: Call) -> Answer:
    """How far a job of any kind is."""
    return Answer(body=export_result(call, seen_job(call, call.path["job_id"])))


@handlers.operation("data_imports_job_result")
def data_imports_job_result(call: Call) -> Answer:
    """The same under its oldest address."""
    return Answer(body=export_result(call, seen_job(call, call.path["job_id"])))


def _seen(call: Call) -> list[Mapping[str, Any]]:
    """The jobs that the caller may see, oldest first."""
    caller = caller_of(call)
    everyone = "view_all_jobs" in caller.permissions
    return [job for job in call.session.jobs.list(API) if everyone or job["user_id"] == caller.user["id"]]


def _source(job: Mapping[str, Any]) -> Mapping[str, Any]:
    return job["source"] or {}


def _view(session: Session, job: Mapping[str, Any]) -> dict[str, Any]:
    source, user = _source(job), session.store.get(API, "users", job["user_id"] or 0)
    kept = {key: job[key] for key in ("id", "status", "created_at", "start_time", "end_time")}
    name = user["name"] if user is not None else None
    return {
        **kept,
        "source_id": source.get("id"),
        "source_type": source.get("type"),
        "source_method": source.get("action") or job["kind"],
        "user_id": job["user_id"],
        "duration": _duration(job),
        "cancellable": job["status"] in ACTIVE,
        "tenant_id": TENANT,
        "title": _title(session, source),
        "user": {"name": name or ""},
    }


def _duration(job: Mapping[str, Any]) -> float:
    """Seconds; -1 while the job is not over."""
    if job["end_time"] is None:
        return -1.0
    begin = job["start_time"] or job["end_time"]
    return (datetime.fromisoformat(job["end_time"]) - datetime.fromisoformat(begin)).total_seconds()


_KINDS = {
    "QueryReport": (API, "query_reports"),
    "Dashboard": (API, "dashboards"),
    "DashboardWidget": (API, "dashboard_widgets"),
    "DataImport": ("holistics_v1", "data_imports"),
    "DataTransform": ("holistics_v1", "data_transforms"),
}


def _title(session: Session, source: Mapping[str, Any]) -> str | None:
    api, kind = _KINDS.get(str(source.get("type")), (API, ""))
    record: Mapping[str, Any] = session.store.get(api, kind, source.get("id") or 0) or {}
    title: str | None = record.get("title") or record.get("source_title")
    return title
