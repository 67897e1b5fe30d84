"""Export jobs: starting them, how far they are, and stopping them (vendor page, Export Jobs and the five exports).

A picture or page that succeeded and still shows what a new one would is given again. A CSV is made at most once in ten
minutes for the same report and inputs. A job and its file are kept for a day.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.files import FileGone
from bireme_emulator.kernel.frozen import thaw
from bireme_emulator.kernel.jobs import JobRefused

from .access import may_use_dashboard
from .answers import known_answer, reports_on
from .dashboards import found_dashboard
from .executions import stamp
from .export_job import JOB
from .facts import period
from .ids import new_uuid
from .inputs import Inputs
from .queries import inputs_of
from .refusals import invalid, not_found
from .reports import found_report

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["handlers"]

KIND = "export_jobs"
_KEPT = timedelta(hours=24)
_HANDED_OUT = timedelta(hours=23)  # who is given the id of an earlier job has an hour to fetch the file
_WAITING = frozenset({"created", "queued", "running"})
_STATUSES = {"created": "started", "queued": "started", "running": "running", "cancelling": "running"}
_CANCELLED = "The export was cancelled"

Record = Mapping[str, Any]

handlers = Handlers()


@handlers.operation("exportDashboardPdf")
def export_dashboard_pdf(call: Call) -> Answer:
    """Start a PDF of a dashboard."""
    return _picture(call, "pdf", found_dashboard(call), None)


@handlers.operation("exportDashboardPng")
def export_dashboard_png(call: Call) -> Answer:
    """Start a PNG of a dashboard."""
    return _picture(call, "png", found_dashboard(call), None)


@handlers.operation("exportReportPdf")
def export_report_pdf(call: Call) -> Answer:
    """Start a PDF of a report."""
    report, dashboard = found_report(call)
    return _picture(call, "pdf", dashboard, report)


@handlers.operation("exportReportPng")
def export_report_png(call: Call) -> Answer:
    """Start a PNG of a report."""
    report, dashboard = found_report(call)
    return _picture(call, "png", dashboard, report)


@handlers.operation("exportReportCsv")
def export_report_csv(call: Call) -> Answer:
    """Start a CSV of all rows of a report, where that is enabled, and not within ten minutes of the last one."""
    report, dashboard = found_report(call)
    inputs = inputs_of(call, dashboard)
    attributes = report["attributes"]
    if not attributes.get("unlimited_csv_export_enabled"):
        raise invalid("unlimited_csv_export_enabled: the report does not have it; set it to true first")
    if not (attributes.get("sql_query") or "").strip():
        raise invalid("The report has no SQL query to run")
    asked = [attributes["sql_query"], attributes.get("r_query_enabled"), attributes.get("r_query")]
    key = _key("csv", report["id"], inputs, [*asked, report["relationships"]["datasource"]])
    with call.session.store.transaction():
        last = next(iter(_known(call, key)), None)
        if last is not None:
            free = datetime.fromisoformat(last["created_at"]) + period("csv_export")
            if call.session.clock.now() < free:
                _require_good(call, last, free)
                return Answer(body={"job_id": last["id"]})
        return _started(call, "csv", key, dashboard, report, inputs)


@handlers.operation("getExportJob")
def get_export_job(call: Call) -> Answer:
    """How far a job is; with success, a link to its file that is good for a short time, a new one every time."""
    job = _job(call, _found(call))
    status = job["status"]
    if status == "success":
        try:
            valid = period("export_file_url").total_seconds()
            link = call.session.files.sign(job["result"]["file_id"], call.files_url, valid)
        except FileGone as error:
            raise not_found(KIND, call.path["id"]) from error
        return Answer(body={"job_status": "success", "file_url": link})
    if status in _STATUSES:
        return Answer(body={"job_status": _STATUSES[status]})
    message = _CANCELLED if status == "cancelled" else job["last_error_log"] or "The export failed"
    return Answer(body={"job_status": "error", "error_message": message})


@handlers.operation("cancelExportJob")
def cancel_export_job(call: Call) -> Answer:
    """Stop a job: its query and its drawing end, and there is no file. Without effect on one that is over."""
    job = _job(call, _found(call))
    with contextlib.suppress(JobRefused):  # it is over
        call.session.jobs.cancel(job["id"])
    return Answer(204)


def _picture(call: Call, form: str, dashboard: Record, report: Record | None) -> Answer:
    """The job for a picture: one that shows what a new one would, or is on the way to, else a new one."""
    inputs = inputs_of(call, dashboard)
    session, api = call.session, call.api
    reports = reports_on(session, api, dashboard["id"]) if report is None else [report]
    target = dashboard["id"] if report is None else report["id"]
    key = _key(form, target, inputs, [_look(each) for each in (dashboard, *reports)])
    with session.store.transaction():
        for record in _known(call, key):
            job = session.jobs.get(record["job_id"])
            if job is None:
                continue
            good = job["status"] == "success" and _shows_current(session, api, job, dashboard, reports, inputs)
            if good or job["status"] in _WAITING:
                return Answer(body={"job_id": record["id"]})
        return _started(call, form, key, dashboard, report, inputs)


def _shows_current(
    session: Session, api: str, job: Record, dashboard: Record, reports: list[Record], inputs: Inputs
) -> bool:
    """Whether the file of a job is kept, and shows of each report what is known of it and is not stale."""
    try:
        session.files.get(job["result"]["file_id"])
    except FileGone:
        return False
    shown = job["result"]["shown"]
    for report in reports:
        answer = known_answer(session, api, report, dashboard, inputs)
        if shown.get(report["id"]) != (None if answer is None else answer["id"]):
            return False
    return True


def _require_good(call: Call, record: Record, free: datetime) -> None:
    """Raise a 422 `Fault` where the last CSV job came to nothing: the next may not start before its time."""
    job = call.session.jobs.get(record["job_id"])
    if job is None or job["status"] not in {*_WAITING, "success"}:
        until = free.strftime("%Y-%m-%dT%H:%M:%SZ")
        raise invalid(
            f"The last export of this report with these inputs came to nothing (job {record['id']}); one can be started"
            f" in ten minutes, the next from {until} on"
        )


def _started(call: Call, form: str, key: str, dashboard: Record, report: Record | None, inputs: Inputs) -> Answer:
    session, api = call.session, call.api
    _drop_old(call)
    id = new_uuid(session, api)
    about = {"dashboard_id": dashboard["id"], "report_id": None if report is None else report["id"]}
    source = {"type": "ExportJob", "id": id, "action": form}
    params = {**about, "form": form, "parameters": inputs.document()}
    job = session.jobs.submit(api, JOB, params, source=source)
    record = {"id": id, "key": key, "form": form, "job_id": job["id"], "created_at": stamp(session), **about}
    session.store.put(api, KIND, id, record)
    return Answer(body={"job_id": id})


def _found(call: Call) -> Record:
    """The record of the job of the path. Raises a 404 `Fault`, or 403 for one of a dashboard beyond the key's reach."""
    record = call.session.store.get(call.api, KIND, call.path["id"])
    if record is None or _age(call, record) >= _KEPT:
        raise not_found(KIND, call.path["id"])
    may_use_dashboard(call, record["dashboard_id"])
    return record


def _job(call: Call, record: Record) -> Record:
    job = call.session.jobs.get(record["job_id"])
    if job is None:
        raise not_found(KIND, record["id"])
    return job


def _known(call: Call, key: str) -> list[Record]:
    """The jobs for the same thing that may be handed out again, newest first."""
    records = call.session.store.list(call.api, KIND)
    same = [record for record in records if record["key"] == key and _age(call, record) < _HANDED_OUT]
    return sorted(same, key=lambda record: (record["created_at"], record["job_id"]), reverse=True)


def _drop_old(call: Call) -> None:
    for record in call.session.store.list(call.api, KIND):
        if _age(call, record) >= _KEPT:
            call.session.store.delete(call.api, KIND, record["id"])


def _age(call: Call, record: Record) -> timedelta:
    return call.session.clock.now() - datetime.fromisoformat(record["created_at"])


def _look(record: Record) -> Any:
    """What of a dashboard or report its picture depends on."""
    return [record["id"], thaw(record["attributes"]), thaw(record["private"])]


def _key(form: str, target: str, inputs: Inputs, look: Any) -> str:
    """Equal for jobs that would make the same file of the same data."""
    whole = json.dumps([form, target, inputs.key, look], sort_keys=True, default=str)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
