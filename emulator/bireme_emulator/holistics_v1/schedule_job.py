"""The work behind an email schedule: run its source and mail it, by the means of version 2. Its crontab is in UTC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.holistics.letters import Letter
from bireme_emulator.holistics.schedule_job import check_shared, mail, source_link
from bireme_emulator.holistics.semantics import SemanticError
from bireme_emulator.holistics.titles import expanded, local_day
from bireme_emulator.holistics.views import API, charts_of
from bireme_emulator.holistics.widget_query import NO_WIDGET, WidgetQuery, stored
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.timetable import Timer

from .pipeline_jobs import STATE
from .report_query import query_of

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext
    from bireme_emulator.kernel.sessions import Session

__all__ = ["KIND", "SCHEDULE", "SOURCES", "fire", "run_schedule", "timers"]

KIND = "email_schedules"
SCHEDULE = "legacy_email_schedule"
SOURCES = {"QueryReport": "query_reports", "Dashboard": "dashboards"}


def timers(session: Session) -> Iterator[Timer]:
    """The schedules that do not rest."""
    for record in session.store.list(STATE, KIND):
        if not record["schedule"]["paused"]:
            since = datetime.fromisoformat(record["_since"])
            yield Timer(str(record["id"]), record["schedule"]["repeat"], "UTC", since)


def fire(session: Session, key: str, due: datetime) -> None:
    """Start the job of a schedule that is due."""
    record = session.store.get(STATE, KIND, int(key))
    if record is not None:
        source = {"type": "EmailSchedule", "id": record["id"], "action": "send"}
        params = {"id": record["id"], "due": due.isoformat()}
        session.jobs.submit(API, SCHEDULE, params, user_id=record["_owner_id"], source=source)


def run_schedule(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Run the source of a schedule and mail it, with its owner's rights; the result is the number of mails."""
    session = context.session
    record = session.store.get(STATE, KIND, params["id"])
    if record is None:
        raise JobFailure(f"There is no email schedule {params['id']} any more.")
    due = datetime.fromisoformat(params["due"])
    kind, id = record["source"]["type"], record["source"]["id"]
    source = stored(session, SOURCES[kind], id)
    context.log("INFO", f"Email schedule {record['id']}: {kind} {id}, {source['title']}, for {due:%Y-%m-%d %H:%M} UTC")
    if record["_has_password"]:
        context.log("ERROR", "The password is not applied to the files: this emulator cannot lock them. They go open.")
    title = expanded(record["title"], local_day(session, due)) or source["title"]
    link = source_link(kind, source, record["_base_url"])
    letter = Letter(title, link=link, headed=record["options"]["include_header"])
    return mail(context, _destination(record), source["title"], _queries(session, record, source, due), letter)


def _destination(record: Mapping[str, Any]) -> dict[str, Any]:
    """The schedule's wishes as those of a mail of version 2."""
    wanted = record["options"]
    formats = dict.fromkeys([record["format"], *(["pdf"] if wanted["include_pdf"] else [])])
    formats.pop("none", None)
    options = {
        "preview": wanted["preview"],
        "include_filters": wanted["include_header"],
        "include_report_link": wanted["include_report_link"],
        "dont_send_when_empty": wanted["dont_send_when_empty"],
        "body_text": record["body_text"],
        "attachment_formats": list(formats),
    }
    return {"recipients": record["recipients"], "bcc": record["bcc"], "options": options}


def _queries(
    session: Session, record: Mapping[str, Any], source: Mapping[str, Any], due: datetime
) -> list[WidgetQuery]:
    """The queries of the report, or of the dashboard's chosen widgets."""
    reports = [(source["title"], source)]
    if record["source"]["type"] == "Dashboard":
        check_shared(source, stored(session, "users", record["_owner_id"]))
        chosen = record["options"]["selected_widgets"]
        widgets = [one for one in charts_of(session, source["id"]) if chosen == "_all" or one["id"] in chosen]
        reports = [(one["source_title"], stored(session, "query_reports", one["source_id"])) for one in widgets]
    if not reports:
        raise JobFailure(f"Dashboard {source['id']} has none of the widgets that are to be sent.")
    filters = record["filter_values"]
    words = "; ".join(f"{name}: {_worded(value)}" for name, value in filters.items())
    try:
        return [
            WidgetQuery(
                NO_WIDGET, title, report["viz_setting"]["viz_type"], words, query_of(session, report, filters, due)
            )
            for title, report in reports
        ]
    except (ConditionError, SemanticError) as error:
        raise JobFailure(str(error)) from error


def _worded(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
