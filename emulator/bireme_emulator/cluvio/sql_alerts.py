"""SQL alerts: create, list, read, change, delete, run now, and how their runs came out (vendor page, SQL Alerts)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from . import cache
from .access import allowed, may_use_datasource
from .alert_conditions import COMPARISONS
from .alert_job import KIND, owner_of, start_alert
from .alert_results import BadCursor, forget, page, state
from .documents import attributes_of, collection, defaults_of, describe, document, relationships_of
from .facts import defaults_in
from .inputs import Inputs
from .organization import time_zone
from .recipients import address_problems
from .records import all_of, changed, created, found, now, remove
from .refusals import invalid
from .timing import Timing, TimingError, read_alert_timing, timer

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session
    from bireme_emulator.kernel.timetable import Timer

__all__ = ["alert_timers", "handlers", "run_due"]

_TIMING = ("run_schedule", "run_at", "run_every")
_RECEIVERS = ("emails", "cc_emails", "bcc_emails", "error_emails")
_OPTIONAL = ("description", "run_at", "run_every", "trigger_value", *_RECEIVERS, "attach_as")
_LAST = (
    "last_result_status",
    "last_error_message",
    "last_query_run",
    "last_query_success",
    "last_query_error_message",
)

handlers = Handlers()


def _shown(call: Call, alert: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    running = cache.running(call.session, call.api, owner_of(alert["id"]), Inputs())
    last = state(call.session, call.api, alert["id"])
    computed = {name: last.get(name) for name in _LAST}
    computed["running_execution_id"] = running[0]["id"] if running else None
    return {**alert["attributes"], **computed}, alert["relationships"]


describe(
    KIND,
    shown=_shown,
    defaults={**dict.fromkeys(_OPTIONAL), **defaults_in("SqlAlertCreationAttributes")},
    include_needs={"datasource": ["view_datasources", "manage_datasources", "manage_alerts"]},
)


@handlers.operation("createSqlAlert")
def create_sql_alert(call: Call) -> Answer:
    """A new alert on a datasource that the key reaches."""
    with call.session.store.transaction():
        attributes, relationships = {**defaults_of(KIND), **attributes_of(call)}, relationships_of(call)
        _check(call, attributes, relationships)
        stamps = {"created_at": now(call), "updated_at": now(call)}
        since = {"since": call.session.clock.now().isoformat()}
        alert = created(call, KIND, {**attributes, **stamps}, relationships, since)
    return document(call, KIND, alert, status=201)


@handlers.operation("listSqlAlerts")
def list_sql_alerts(call: Call) -> Answer:
    """All alerts."""
    return collection(call, KIND, all_of(call, KIND))


@handlers.operation("getSqlAlert")
def get_sql_alert(call: Call) -> Answer:
    """One alert."""
    return document(call, KIND, found(call, KIND), call.query.get("include"))


@handlers.operation("updateSqlAlert")
def update_sql_alert(call: Call) -> Answer:
    """Change what is given. Intervals count anew only where it is said anew when the alert runs."""
    with call.session.store.transaction():
        alert = _used(call)
        attributes, relationships = attributes_of(call), relationships_of(call)
        merged = {**alert["attributes"], **attributes}
        _check(call, merged, {**alert["relationships"], **relationships})
        anew = any(merged.get(name) != alert["attributes"].get(name) for name in _TIMING)
        private = {"since": call.session.clock.now().isoformat()} if anew else None
        kept = changed(call, KIND, alert, {**attributes, "updated_at": now(call)}, relationships, private)
    return document(call, KIND, kept)


@handlers.operation("deleteSqlAlert")
def delete_sql_alert(call: Call) -> Answer:
    """Remove an alert with its results; a run that is under way ends without a mail."""
    with call.session.store.transaction():
        alert = _used(call)
        forget(call.session, call.api, alert["id"])
        remove(call, KIND, alert["id"])
    return Answer(204)


@handlers.operation("runSqlAlertQuery")
def run_sql_alert_query(call: Call) -> Answer:
    """Run an alert once more, whatever its schedule and whether a run is under way."""
    with call.session.store.transaction():
        execution_id = start_alert(call.session, call.api, _used(call))
    return Answer(body={"execution_id": execution_id})


@handlers.operation("listSqlAlertResults")
def list_sql_alert_results(call: Call) -> Answer:
    """One page of results, newest first; the SQL in them is for keys that may see it."""
    alert = found(call, KIND)
    try:
        shown, count, cursor = page(call.session, call.api, alert["id"], call.query["limit"], call.query.get("cursor"))
    except BadCursor as error:
        raise invalid("cursor: it was not given out for this alert; leave it out to begin with the newest") from error
    names = ["result_status", "error_message", "created_at"]
    if allowed(call, "include_sql_details"):
        names += ["sql_query", "sql_query_duration"]
    items = [{name: each[name] for name in names if each[name] is not None} for each in shown]
    return Answer(body={"items": items, "count": count, **({} if cursor is None else {"cursor": cursor})})


def alert_timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each alert that runs by itself; times of day are those of the organization."""
    zone = str(time_zone(session, api))
    for alert in session.store.list(api, KIND):
        attributes = alert["attributes"]
        timing = _timing(attributes)
        if timing is not None:
            since = alert["private"].get("since") or attributes["created_at"]
            yield timer(f"alert/{alert['id']}", timing, zone, datetime.fromisoformat(since))


def run_due(session: Session, api: str, alert_id: str, due: datetime) -> None:
    """Have an alert run at its time; nothing where it has gone meanwhile."""
    alert = session.store.get(api, KIND, alert_id)
    if alert is not None:
        start_alert(session, api, alert, due)


def _timing(attributes: Mapping[str, Any]) -> Timing | None:
    return read_alert_timing(attributes["run_schedule"], attributes.get("run_at"), attributes.get("run_every"))


def _used(call: Call) -> Mapping[str, Any]:
    """The alert of the path, whose datasource the key must reach. Raises a `Fault`."""
    alert = found(call, KIND)
    may_use_datasource(call, alert["relationships"]["datasource"])
    return alert


def _check(call: Call, attributes: Mapping[str, Any], relationships: Mapping[str, Any]) -> None:
    """Raise a `Fault`: 422 with all that is wrong with an alert, 403 for a datasource beyond the key's reach."""
    problems = []
    try:
        _timing(attributes)
    except TimingError as error:
        problems.append(str(error))
    problems += _value_problems(attributes["trigger_condition"], attributes.get("trigger_value"))
    for name in _RECEIVERS:
        problems += address_problems(name, attributes.get(name))
    if relationships.get("datasource") is None:
        problems.append("relationships/datasource: it is required")
    if problems:
        raise invalid(*problems)
    may_use_datasource(call, relationships["datasource"])


def _value_problems(condition: str, value: float | None) -> list[str]:
    if value is None:
        return [f"trigger_value: {condition} compares the result with it; give a number"] * (condition in COMPARISONS)
    return [] if isinstance(value, int) or math.isfinite(value) else ["trigger_value: give a finite number"]
