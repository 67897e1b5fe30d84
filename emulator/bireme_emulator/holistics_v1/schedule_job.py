"""The work behind an email schedule: run its source, write the files, mail them. Its crontab is in UTC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.holistics.documents import write_pdf, write_xlsx
from bireme_emulator.holistics.semantics import SemanticError
from bireme_emulator.holistics.views import API, charts_of, slug
from bireme_emulator.holistics.widget_query import WidgetQuery
from bireme_emulator.kernel.delivery import Attachment, DeliveryFailed, DeliveryInDoubt, Email
from bireme_emulator.kernel.files import Draft
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import QueryError
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
_FORMATS = {
    "csv": ("csv", "text/csv"),
    "txt": ("txt", "text/plain"),
    "excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": ("pdf", "application/pdf"),
}
_PREVIEWED = 10  # rows that the message itself shows


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
    """Run the source and mail it; nothing is sent where there are no rows and the schedule wants it so."""
    record = context.session.store.get(STATE, KIND, params["id"])
    if record is None:
        raise JobFailure(f"There is no email schedule {params['id']} any more.")
    if record["_has_password"]:
        context.log("INFO", "The files are sent without their password, which this emulator does not apply")
    drafts: list[Draft] = []
    try:
        rows, text = 0, [record["body_text"]] if record["body_text"] else []
        for report in _reports(context.session, record):
            found, shown = _written(context, record, report, drafts)
            rows += found
            text += [shown] if shown else []
        if not rows and record["options"]["dont_send_when_empty"]:
            context.log("INFO", "There are no rows, so nothing is sent")
            return {"rows": 0, "sent": False}
        _send(context, record, "\n\n".join(text), drafts)
    finally:
        for draft in drafts:
            context.session.files.discard(draft)
    return {"rows": rows, "sent": True}


def _send(context: JobContext, record: Mapping[str, Any], text: str, drafts: list[Draft]) -> None:
    email = Email(
        to=tuple(record["recipients"]),
        bcc=tuple(record["bcc"]),
        subject=record["title"],
        text=text,
        attachments=tuple(Attachment(draft.name, draft.media_type, draft.path) for draft in drafts),
    )
    key = f"legacy-schedule/{context.job_id}"
    try:
        context.session.deliveries.deliver(key, email, log=context.log, stop=context.cancelled)
    except (DeliveryFailed, DeliveryInDoubt) as error:
        raise JobFailure(str(error)) from error


def _reports(session: Session, record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The report, or those of the dashboard's chosen widgets."""
    source, chosen = record["source"], record["options"]["selected_widgets"]
    ids = [source["id"]]
    if source["type"] == "Dashboard":
        widgets = charts_of(session, source["id"])
        ids = [widget["source_id"] for widget in widgets if chosen == "_all" or widget["id"] in chosen]
    for id in ids:
        report = session.store.get(API, "query_reports", id)
        if report is None:
            raise JobFailure(f"There is no report {id} any more.")
        yield report


def _written(
    context: JobContext, record: Mapping[str, Any], report: Mapping[str, Any], drafts: list[Draft]
) -> tuple[int, str]:
    """Write the files of a report, adding to `drafts`; gives the number of rows and what the message shows of them."""
    session, engine = context.session, context.session.engine
    kinds = dict.fromkeys([record["format"], *(["pdf"] if record["options"]["include_pdf"] else [])])
    kinds.pop("none", None)
    try:
        compiled = query_of(session, report, record["filter_values"])
        preview = engine.preview(compiled, _PREVIEWED, cancelled=context.cancelled)
        query = WidgetQuery(report["id"], report["title"], report["viz_setting"]["viz_type"], "", compiled)
        for kind in kinds:
            suffix, media_type = _FORMATS[kind]
            draft = session.files.create(f"{slug(report['title'])}.{suffix}", media_type)
            drafts.append(draft)
            path: Path = draft.path
            if suffix == "xlsx":
                write_xlsx(context, engine, compiled, query, path)
            elif suffix == "pdf":
                write_pdf(context, engine, compiled, query, path)
            else:
                engine.write_csv(compiled, path, cancelled=context.cancelled)
    except (ConditionError, SemanticError) as error:
        raise JobFailure(str(error)) from error
    except QueryError as error:
        raise JobFailure(error.message) from error
    if not record["options"]["preview"]:
        return preview.total, ""
    lines = [" | ".join(column.name for column in preview.columns)]
    lines += [" | ".join("" if value is None else str(value) for value in row) for row in preview.rows]
    return preview.total, "\n".join([report["title"], *lines])
