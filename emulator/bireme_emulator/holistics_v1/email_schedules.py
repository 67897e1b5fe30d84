"""Email schedules of the legacy API: make one, read it, change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.holistics.views import API, caller_of, public
from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.crontab import crontab_problem

from .pipeline_jobs import STATE
from .refusals import cannot, unknown
from .schedule_job import KIND, SOURCES

__all__ = ["handlers"]

_OPTIONS = {
    "preview": True,
    "include_pdf": False,
    "include_header": False,
    "selected_widgets": "_all",
    "include_report_link": False,
    "dont_send_when_empty": False,
}
_EMPTY: dict[str, Any] = {"bcc": [], "body_text": None, "format": "excel", "filter_values": {}}

handlers = Handlers()


@handlers.operation("email_schedules_create")
def email_schedules_create(call: Call) -> Answer:
    """Make a schedule."""
    body = call.body
    source = body["source"]
    kind = SOURCES.get(source["type"])
    if kind is None or call.session.store.get(API, kind, source["id"]) is None:
        raise cannot(f"source: there is no {source['type']} {source['id']}; it can be {' or '.join(SOURCES)}")
    id = call.session.store.next_id(STATE, KIND, first=5301)
    empty = {"id": id, **_EMPTY, "options": _OPTIONS, "schedule": {"paused": False}, "_has_password": False}
    kept = {**empty, "_owner_id": caller_of(call).user["id"], "source": source}
    return Answer(body=_saved(call, kept, body))


@handlers.operation("email_schedules_get")
def email_schedules_get(call: Call) -> Answer:
    """One schedule."""
    return Answer(body=_view(_stored(call)))


@handlers.operation("email_schedules_update")
def email_schedules_update(call: Call) -> Answer:
    """Change what is given of a schedule; the source stays."""
    with call.session.store.transaction():
        return Answer(body=_saved(call, _stored(call), call.body))


def _stored(call: Call) -> Mapping[str, Any]:
    found = call.session.store.get(STATE, KIND, call.path["email_schedule_id"])
    if found is None:
        raise unknown()
    return found


def _saved(call: Call, kept: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Store a schedule with what is given, and show it. Raises a 422 `Fault` for a crontab that is none."""
    plain = ("title", "recipients", "bcc", "body_text", "format", "filter_values")
    changes: dict[str, Any] = {key: given[key] for key in plain if key in given}
    for key in ("options", "schedule"):
        known = {
            name: value for name, value in (given.get(key) or {}).items() if name in (*_OPTIONS, "repeat", "paused")
        }
        changes[key] = {**kept[key], **known}
    if "password" in given:
        changes["_has_password"] = given["password"] is not None  # the password itself is of no use here
    problem = crontab_problem(changes["schedule"]["repeat"], "UTC")
    if problem is not None:
        raise cannot(f"schedule.repeat: {problem}")
    record = {**kept, **changes, "_base_url": call.base_url}
    if kept["schedule"] != record["schedule"]:
        record["_since"] = call.session.clock.now().isoformat()  # what came due before is not made up for
    call.session.store.put(STATE, KIND, record["id"], record)
    return _view(record)


def _view(record: Mapping[str, Any]) -> dict[str, Any]:
    options = {**record["options"], "password_enabled": record["_has_password"]}
    return {**public(record), "options": options}
