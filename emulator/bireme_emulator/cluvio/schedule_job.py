"""The work of a dashboard schedule: find the results, make the files that go along, send the mail.

The mail's key is that of the job, so a job that is killed and run again sends it once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.delivery import DeliveryFailed, Email
from bireme_emulator.kernel.jobs import JobContext, JobFailure

from .answers import Record, answer_to, reports_on
from .export_job import found_source
from .inputs import Inputs, InputsError
from .organization import organization, time_zone
from .recipients import addresses
from .schedule_files import ATTACHMENTS, Enclosures, attachments_of
from .schedule_letters import Letter
from .schedule_records import KIND, note_sent

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["ATTACHMENTS", "JOB", "attachments_of", "run_schedule", "start_schedule"]

JOB = "dashboard_schedule"


def start_schedule(session: Session, api: str, schedule: Record, due: datetime | None = None) -> None:
    """Have a schedule sent, by itself at `due` or at once, without waiting for anything."""
    params = {"schedule_id": schedule["id"], "due": None if due is None else due.isoformat()}
    source = {"type": "DashboardSchedule", "id": schedule["id"], "action": "send"}
    session.jobs.submit(api, JOB, params, source=source)


def run_schedule(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """The kernel's job: one mail. Its result is how many were sent, which is none where the schedule has gone."""
    session, api, id = context.session, context.api, params["schedule_id"]
    schedule = session.store.get(api, KIND, id)
    if schedule is None:
        context.log("INFO", "The schedule was deleted meanwhile; nothing is sent")
        return {"sent": 0}
    dashboard, report = _source(session, api, schedule)
    inputs = _inputs(session, api, schedule, dashboard)
    reports = reports_on(session, api, dashboard["id"]) if report is None else [report]
    answers = [(one, answer_to(context, one, dashboard, inputs)) for one in reports]
    attributes = schedule["attributes"]
    with Enclosures(context, dashboard, report, answers, inputs, attributes.get("page_width")) as enclosures:
        enclosures.add(attachments_of(attributes["attach_as"]))
        if context.cancelled():
            raise JobFailure("Cancelled")
        if session.store.get(api, KIND, id) is None:
            context.log("INFO", "The schedule was deleted meanwhile; nothing is sent")
            return {"sent": 0}
        zone = time_zone(session, api)
        letter = Letter(schedule, dashboard, report, enclosures, inputs, organization(session, api)["name"], zone)
        _send(context, attributes, letter, enclosures)
    note_sent(session, api, id)
    return {"sent": 1}


def _source(session: Session, api: str, schedule: Record) -> tuple[Record, Record | None]:
    """The dashboard, and the report where that is what is sent. Raises `JobFailure`."""
    related: Mapping[str, Any] = schedule["relationships"]
    report_id = related.get("report")
    if report_id is None:
        return found_source(session, api, str(related.get("dashboard")), None)
    report = session.store.get(api, "reports", report_id)
    if report is None:
        raise JobFailure(f"There is no report {report_id} any more")
    return found_source(session, api, report["relationships"]["dashboard"], report_id)


def _inputs(session: Session, api: str, schedule: Record, dashboard: Record) -> Inputs:
    """The schedule's inputs on the dashboard as it now is. Raises `JobFailure` where they do not fit it any more."""
    try:
        return Inputs.of(schedule["attributes"].get("parameters"), dashboard, str(time_zone(session, api)))
    except InputsError as error:
        raise JobFailure(str(error)) from error


def _send(context: JobContext, attributes: Mapping[str, Any], letter: Letter, enclosures: Enclosures) -> None:
    """Deliver the mail, once however often the job runs. Raises `JobFailure`."""
    to, cc, bcc = (addresses(attributes.get(name)) for name in ("emails", "cc_emails", "bcc_emails"))
    mail = Email(to, letter.subject, letter.text, tuple(enclosures.files), bcc=bcc, html=letter.html, cc=cc)
    try:
        context.session.deliveries.deliver(f"job/{context.job_id}/0", mail, log=context.log, stop=context.cancelled)
    except DeliveryFailed as error:
        raise JobFailure(f"Not delivered. {error}") from error
