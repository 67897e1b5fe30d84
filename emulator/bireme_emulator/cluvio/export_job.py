"""The work of an export job: find the results that are to be shown, draw them or write them down, keep the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from bireme_emulator.kernel.jobs import JobContext, JobFailure

from .answers import Record, answer_to, reports_on, run, shown_by
from .inputs import Inputs, InputsError
from .organization import organization
from .pictures import PictureKind, dashboard_picture, report_picture
from .queries import report_query
from .results import NoResult, Result
from .results import open as open_result

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["JOB", "MEDIA_TYPES", "found_source", "run_export", "stem", "write_lines"]

JOB = "export"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def run_export(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """The kernel's job: one file. Its result names the file, and the executions that the reports show in it."""
    session, api, form = context.session, context.api, params["form"]
    dashboard, report = found_source(session, api, params["dashboard_id"], params["report_id"])
    try:
        inputs = Inputs.of(params["parameters"])
    except InputsError as error:
        raise JobFailure(str(error)) from error
    name = (dashboard if report is None else report)["attributes"]["name"]
    draft = session.files.create(f"{stem(name)}.{form}", MEDIA_TYPES[form], owner=f"job/{context.job_id}")
    try:
        if report is not None and form == "csv":
            shown = _write_csv(context, report, inputs, draft.path)
        else:
            shown = _draw(context, dashboard, report, inputs, cast("PictureKind", form), draft.path)
        if context.cancelled():
            raise JobFailure("Cancelled")
        file = session.files.publish(draft)
    finally:
        session.files.discard(draft)
    context.log("INFO", f"{file.name}: {file.size:,} bytes")
    return {"file_id": file.id, "bytes": file.size, "shown": shown}


def found_source(session: Session, api: str, dashboard_id: str, report_id: str | None) -> tuple[Record, Record | None]:
    """The dashboard and the report of it that a job is about. Raises `JobFailure` where one has gone."""
    dashboard = session.store.get(api, "dashboards", dashboard_id)
    if dashboard is None:
        raise JobFailure(f"There is no dashboard {dashboard_id} any more")
    if report_id is None:
        return dashboard, None
    report = session.store.get(api, "reports", report_id)
    if report is None:
        raise JobFailure(f"There is no report {report_id} any more")
    return dashboard, report


def stem(name: str) -> str:
    """A file's name from that of a report or dashboard: letters and digits of any script, the rest as hyphens.

    >>> stem("Flights / month: 2013")
    'Flights-month-2013'
    """
    whole = name.encode("utf-8", "ignore").decode()
    return re.sub(r"[\W_]+", "-", whole).strip("-")[:60] or "export"


def write_lines(
    session: Session, api: str, result: Result, path: Path, cancelled: Callable[[], bool] = lambda: False
) -> int:
    """Write a result as CSV with the organization's separators; gives the bytes.

    Raises `JobFailure` for more bytes than the organization's plan allows, and where the work is to stop.
    """
    from .result_csv import CsvOptions, write_csv

    settings = organization(session, api)
    separators = settings["csv_column_separator"], settings["csv_decimal_separator"]
    options = CsvOptions(*separators, settings["csv_quote_style"], result.time_zone)
    size, most = 0, settings["max_csv_bytes"]
    with path.open("wb") as file:
        for part in write_csv(result.reader(), options):
            size += len(part)
            if size > most:
                raise JobFailure(f"The CSV is larger than the {most:,} bytes that the plan allows; filter the report")
            if cancelled():
                raise JobFailure("Cancelled")
            file.write(part)
    return size


def _draw(
    context: JobContext, dashboard: Record, report: Record | None, inputs: Inputs, form: PictureKind, path: Path
) -> Mapping[str, Any]:
    """Draw the report, or the dashboard with all of its reports; gives what each of them shows."""
    session, api = context.session, context.api
    reports = reports_on(session, api, dashboard["id"]) if report is None else [report]
    answers = [(one, answer_to(context, one, dashboard, inputs)) for one in reports]
    if report is None:
        path.write_bytes(dashboard_picture(context, dashboard, answers, inputs, form))
    else:
        path.write_bytes(report_picture(context, dashboard, answers[0], inputs, form))
    return shown_by(answers)


def _write_csv(context: JobContext, report: Record, inputs: Inputs, path: Path) -> Mapping[str, Any]:
    """Run the query of the report and write all that it gives; the cache is neither asked nor fed."""
    query = report_query(report, inputs)
    if query is None:
        raise JobFailure("The report has no SQL query to run")
    execution = run(context, query, "export_query", None)
    try:
        result = open_result(context.session, context.api, execution)
    except NoResult as error:
        raise JobFailure(execution["error"] or str(error)) from error
    write_lines(context.session, context.api, result, path, context.cancelled)
    return shown_by([(report, execution)])
