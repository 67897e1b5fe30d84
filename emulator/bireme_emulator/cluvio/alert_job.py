"""The work of an alert: run its query, judge what comes of it, record that, and send the mail if there is to be one.

Execution and job are begun together, and the result is recorded together with whether there is a mail. So an alert
that is killed on the way is run again, judged once, and its mail goes out once: its key is that of the job.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.delivery import Attachment, DeliveryFailed, Email
from bireme_emulator.kernel.jobs import JobContext, JobFailure

from . import executions
from .alert_conditions import AlertError, condition_in_words, judge
from .alert_letters import Letter, excerpt_of, moment_in_words
from .alert_results import find, recorded, state
from .execution_book import book_of
from .export_job import stem, write_lines
from .ids import new_uuid
from .inputs import Inputs
from .organization import organization, time_zone
from .recipients import addresses
from .results import NoResult, Result
from .results import open as open_result

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["JOB", "KIND", "owner_of", "run_alert", "start_alert"]

JOB = "sql_alert"
KIND = "sql_alerts"

_FAILED = {"timed_out": "internal_timeout"}  # an execution's status that a result has no word for
_ENDED = frozenset({"query_error", "internal_error", "internal_timeout", "cancelled"})
_MEDIA = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def start_alert(session: Session, api: str, alert: Mapping[str, Any], due: datetime | None = None) -> str:
    """Have an alert run, by itself at `due` or at once; gives the id of its execution without waiting for anything."""
    datasource_id = alert["relationships"]["datasource"]
    with session.store.transaction():
        id = new_uuid(session, api)
        params = {"alert_id": alert["id"], "execution_id": id, "due": due.isoformat() if due else None}
        source = {"type": "SqlAlert", "id": alert["id"], "action": "run"}
        job = session.jobs.submit(api, JOB, params, source=source)
        sql, owner = alert["attributes"]["sql_query"], owner_of(alert["id"])
        executions.entrust(
            session, api, id, job["id"], datasource_id, sql, inputs=Inputs(), kind="sql_alert", owner=owner
        )
    return id


def owner_of(alert_id: str) -> str:
    """What the executions of an alert are kept under."""
    return f"sql_alert:{alert_id}"


def run_alert(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """The kernel's job: one run of an alert. The result says how it came out and how many mails were sent."""
    session, api = context.session, context.api
    execution = book_of(session, api).get(params["execution_id"])
    if execution is None:
        raise JobFailure("The execution is no longer kept")
    ended = _run(context, execution, params["alert_id"])
    outcome = _judged(context, params["alert_id"], ended)
    if outcome is None:
        context.log("INFO", "The alert was deleted meanwhile; nothing is sent")
        return {"result_status": None, "sent": 0}
    context.log("INFO", f"The run came out as {outcome['result_status']}")
    return {"result_status": outcome["result_status"], "sent": _sent(context, params, ended, outcome)}


def _run(context: JobContext, execution: executions.Execution, alert_id: str) -> executions.Execution:
    """The execution when it is over. One that is cancelled with its job is recorded as that."""
    try:
        return executions.run_now(context, execution)
    except JobFailure:
        ended = book_of(context.session, context.api).get(execution["id"])
        if ended is not None and executions.is_over(ended):
            _judged(context, alert_id, ended)
        raise


def _judged(context: JobContext, alert_id: str, execution: executions.Execution) -> Mapping[str, Any] | None:
    """The result of a run, recorded now unless it was before a restart; `None` where the alert is gone."""
    session, api = context.session, context.api
    alert = session.store.get(api, KIND, alert_id)
    if alert is None:
        return None
    earlier = find(session, api, alert_id, execution["id"])
    if earlier is not None:
        return earlier
    status, error = _outcome(session, api, alert["attributes"], execution)
    with session.store.transaction():
        if session.store.get(api, KIND, alert_id) is None:
            return None
        mail = _mail(alert["attributes"], status, state(session, api, alert_id).get("triggered"))
        return recorded(session, api, alert_id, execution, status, error, mail)


def _outcome(
    session: Session, api: str, alert: Mapping[str, Any], execution: executions.Execution
) -> tuple[str, str | None]:
    """Status and error message of a run."""
    status = _FAILED.get(execution["status"], execution["status"])
    if status in _ENDED:
        return status, execution["error"]
    try:
        result = open_result(session, api, execution)
        verdict = judge(alert["trigger_condition"], alert.get("trigger_value"), result)
    except AlertError as error:
        return "alert_error", str(error)
    except NoResult as error:
        return "internal_error", str(error)
    return ("alert_triggered" if verdict.triggered else "ok"), None


def _mail(alert: Mapping[str, Any], status: str, triggered_before: bool | None) -> str | None:
    """Which mail a run is followed by: about the `result`, about an `error`, or none.

    The first run of all has changed something when it triggers. What is cancelled was wanted so.
    """
    if status == "cancelled":
        return None
    if status not in ("ok", "alert_triggered"):
        return "error"
    triggered = status == "alert_triggered"
    wanted = {"triggered": triggered, "changed": triggered != bool(triggered_before), "all": True}
    return "result" if wanted[alert["email_condition"]] else None


def _sent(
    context: JobContext, params: Mapping[str, Any], execution: executions.Execution, outcome: Mapping[str, Any]
) -> int:
    """Send the mail of a run, once however often the job runs; gives how many were sent. Raises `JobFailure`."""
    session, api = context.session, context.api
    alert = session.store.get(api, KIND, params["alert_id"])
    if outcome["mail"] is None or alert is None:
        return 0
    attributes = alert["attributes"]
    to, cc, bcc = (addresses(attributes.get(name)) for name in ("emails", "cc_emails", "bcc_emails"))
    if outcome["mail"] == "error" and addresses(attributes.get("error_emails")):
        to, cc, bcc = addresses(attributes["error_emails"]), (), ()
    if not (to or cc or bcc):
        context.log("INFO", "No mail is sent, because there are no recipients")
        return 0
    with _attached(context, attributes, execution, outcome) as (letter, files):
        mail = Email(to, letter.subject, letter.text, files, bcc=bcc, html=letter.html, cc=cc)
        try:
            session.deliveries.deliver(f"job/{context.job_id}/0", mail, log=context.log, stop=context.cancelled)
        except DeliveryFailed as error:
            raise JobFailure(f"Not delivered. {error}") from error
    return 1


@contextmanager
def _attached(
    context: JobContext, alert: Mapping[str, Any], execution: executions.Execution, outcome: Mapping[str, Any]
) -> Iterator[tuple[Letter, tuple[Attachment, ...]]]:
    """The letter, and the result as a file where one goes along; it is gone after the block."""
    session, api = context.session, context.api
    try:
        result = open_result(session, api, execution)
    except NoResult:
        result = None
    form = alert.get("attach_as")
    if result is None or form is None:
        yield _letter(context, alert, execution, outcome, result, None), ()
        return
    suffix, media_type = _MEDIA[form]
    draft = session.files.create(f"{stem(alert['name'])}.{suffix}", media_type)
    try:
        problem = _write(context, result, form, alert["name"], draft)
        files = () if problem else (Attachment(draft.name, draft.media_type, draft.path),)
        yield _letter(context, alert, execution, outcome, result, problem), files
    finally:
        session.files.discard(draft)


def _write(context: JobContext, result: Result, form: str, name: str, draft: Any) -> str | None:
    """Write a result into a file; gives what is to be said where it cannot be. Raises `JobFailure` if it is to stop."""
    from bireme_emulator.kernel import render

    try:
        if form == "csv":
            write_lines(context.session, context.api, result, draft.path, context.cancelled)
        else:
            render.write_xlsx(result.reader(), draft.path, name)
        return None
    except render.RenderError as error:
        problem = f"The result is not attached: {error.message}"
    except JobFailure as error:
        if context.cancelled():
            raise
        problem = f"The result is not attached: {error}"
    context.log("ERROR", problem)
    return problem


def _letter(
    context: JobContext,
    alert: Mapping[str, Any],
    execution: executions.Execution,
    outcome: Mapping[str, Any],
    result: Result | None,
    problem: str | None,
) -> Letter:
    session, api, status = context.session, context.api, outcome["result_status"]
    condition = condition_in_words(alert["trigger_condition"], alert.get("trigger_value"))
    headlines = {
        "alert_triggered": f"Triggered: {condition}",
        "ok": "Not triggered",
        "alert_error": "The result could not be judged",
        "query_error": "The query failed",
    }
    datasource = session.store.get(api, "datasources", execution["datasource_id"])
    ran = datetime.fromisoformat(execution["started_at"] or execution["created_at"])
    facts = [
        ("Condition", f"{condition[0].upper()}{condition[1:]}"),
        ("Rows", "" if result is None else f"{result.rows:,}"),
        ("Datasource", execution["datasource_id"] if datasource is None else datasource["attributes"]["name"]),
        ("Run", moment_in_words(ran, time_zone(session, api))),
        ("Organization", organization(session, api)["name"]),
        ("Attachment", problem or ""),
    ]
    value = _value(alert, status, result)
    return Letter(
        alert,
        status,
        headlines.get(status, "The query did not finish"),
        facts=[(label, said) for label, said in facts if said],
        value=value,
        excerpt=None if value is not None or result is None or result.rows == 0 else excerpt_of(result),
        message=outcome["error_message"],
    )


def _value(alert: Mapping[str, Any], status: str, result: Result | None) -> Decimal | None:
    if result is None or status not in ("ok", "alert_triggered"):
        return None
    try:
        return judge(alert["trigger_condition"], alert.get("trigger_value"), result).value
    except AlertError:  # the condition has been changed since the run was judged
        return None
