"""Dashboard schedules: create, list, read, change, delete, send now (vendor page, Dashboard Schedules).

A schedule sends a dashboard, or a report where it names one, by mail at local times of the organization.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_see_dashboard, may_use_dashboard
from .documents import attributes_of, collection, defaults_of, describe, document, relationships_of
from .inputs import Inputs, InputsError
from .organization import time_zone
from .recipients import address_problems
from .records import all_of, changed, created, find, found, now
from .refusals import invalid
from .schedule_job import ATTACHMENTS, attachments_of, start_schedule
from .schedule_records import KIND, last_sent_at, remove_schedule
from .timing import TimingError, read_schedule, timer

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session
    from bireme_emulator.kernel.timetable import Timer

__all__ = ["handlers", "schedule_timers", "send_due"]

_RECEIVERS = ("emails", "cc_emails", "bcc_emails")
_OPTIONAL = ("cc_emails", "bcc_emails", "subject_text", "body_text", "send_via", "page_width", "parameters")
_SOURCES = ("dashboard", "report")

handlers = Handlers()


def _shown(call: Call, schedule: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    sent = last_sent_at(call.session, call.api, schedule["id"])
    relationships = {**dict.fromkeys(_SOURCES), **schedule["relationships"]}
    return {**schedule["attributes"], "last_sent_at": sent}, relationships


describe(KIND, shown=_shown, defaults=dict.fromkeys(_OPTIONAL))


@handlers.operation("createDashboardSchedule")
def create_dashboard_schedule(call: Call) -> Answer:
    """A new schedule of a dashboard or report that the key reaches."""
    with call.session.store.transaction():
        attributes, relationships = {**defaults_of(KIND), **attributes_of(call)}, relationships_of(call)
        _check(call, attributes, relationships)
        stamps = {"created_at": now(call), "updated_at": now(call)}
        since = {"since": call.session.clock.now().isoformat()}
        schedule = created(call, KIND, {**attributes, **stamps}, relationships, since)
    return document(call, KIND, schedule, status=201)


@handlers.operation("listDashboardSchedules")
def list_dashboard_schedules(call: Call) -> Answer:
    """The schedules of all dashboards that the key reaches."""
    reached = [one for one in all_of(call, KIND) if may_see_dashboard(call, _dashboard_id(call, one["relationships"]))]
    return collection(call, KIND, reached)


@handlers.operation("getDashboardSchedule")
def get_dashboard_schedule(call: Call) -> Answer:
    """One schedule."""
    return document(call, KIND, _found(call), call.query.get("include"))


@handlers.operation("updateDashboardSchedule")
def update_dashboard_schedule(call: Call) -> Answer:
    """Change what is given; times that have passed meanwhile are not made up for."""
    with call.session.store.transaction():
        schedule = _found(call)
        attributes, relationships = attributes_of(call), relationships_of(call)
        _check(call, {**schedule["attributes"], **attributes}, {**schedule["relationships"], **relationships})
        anew = attributes.get("schedule", schedule["attributes"]["schedule"]) != schedule["attributes"]["schedule"]
        private = {"since": call.session.clock.now().isoformat()} if anew else None
        kept = changed(call, KIND, schedule, {**attributes, "updated_at": now(call)}, relationships, private)
    return document(call, KIND, kept)


@handlers.operation("deleteDashboardSchedule")
def delete_dashboard_schedule(call: Call) -> Answer:
    """Remove a schedule; one that is being sent at this moment sends nothing any more."""
    with call.session.store.transaction():
        remove_schedule(call.session, call.api, _found(call)["id"])
    return Answer(204)


@handlers.operation("triggerDashboardSchedule")
def trigger_dashboard_schedule(call: Call) -> Answer:
    """Send a schedule once more, disabled or not. Its regular times stay as they are."""
    with call.session.store.transaction():
        start_schedule(call.session, call.api, _found(call))
    return Answer(204)


def schedule_timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each schedule that is not disabled; its times of day are those of the organization."""
    zone = str(time_zone(session, api))
    for schedule in session.store.list(api, KIND):
        timing = read_schedule(schedule["attributes"]["schedule"])
        if timing is not None:
            since = schedule["private"].get("since") or schedule["attributes"]["created_at"]
            yield timer(f"schedule/{schedule['id']}", timing, zone, datetime.fromisoformat(since))


def send_due(session: Session, api: str, schedule_id: str, due: datetime) -> None:
    """Send a schedule at its time; nothing where it has gone meanwhile."""
    schedule = session.store.get(api, KIND, schedule_id)
    if schedule is not None:
        start_schedule(session, api, schedule, due)


def _found(call: Call) -> Mapping[str, Any]:
    """The schedule of the path. Raises a 404 `Fault`, or 403 for one of a dashboard beyond the key's reach."""
    schedule = found(call, KIND)
    may_use_dashboard(call, _dashboard_id(call, schedule["relationships"]))
    return schedule


def _dashboard_id(call: Call, relationships: Mapping[str, Any]) -> str | None:
    """The dashboard that is sent, or that the report is on which is sent."""
    report_id = relationships.get("report")
    if report_id is None:
        return relationships.get("dashboard")
    report = find(call, "reports", report_id)
    return None if report is None else str(report["relationships"]["dashboard"])


def _check(call: Call, attributes: Mapping[str, Any], relationships: Mapping[str, Any]) -> None:
    """Raise a `Fault`: 422 with all that is wrong with a schedule, 403 for a dashboard beyond the key's reach."""
    blank = [name for name in ("emails", "attach_as", "schedule") if not (attributes[name] or "").strip(" ,")]
    problems = [f"{name}: can't be blank" for name in blank]
    for name in _RECEIVERS:
        problems += address_problems(name, attributes.get(name))
    problems += [
        f"attach_as: {kind[:60]!a} is none of {', '.join(ATTACHMENTS)}"
        for kind in attachments_of(attributes["attach_as"] or "")
        if kind not in ATTACHMENTS
    ][:3]
    if "schedule" not in blank:
        problems += _timing_problems(attributes["schedule"])
    dashboard_id = _dashboard_id(call, relationships)
    if dashboard_id is None:
        problems.append("relationships: one of dashboard and report is required")
    if problems:
        raise invalid(*problems)
    may_use_dashboard(call, dashboard_id)
    dashboard = found(call, "dashboards", dashboard_id)
    try:
        Inputs.of(attributes.get("parameters"), dashboard, str(time_zone(call.session, call.api)))
    except InputsError as error:
        raise invalid(str(error)) from error


def _timing_problems(schedule: str) -> list[str]:
    try:
        read_schedule(schedule)
    except TimingError as error:
        return [str(error)]
    return []
