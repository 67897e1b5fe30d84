"""Data schedules: create, list, read, change, delete, run now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .jobs import submit
from .listing import listed
from .owned import SCHEDULES
from .schedule_record import checked_schedule
from .views import public

__all__ = ["EXECUTE", "handlers"]

EXECUTE = "data_schedule"

handlers = Handlers()


@handlers.operation("data_schedules_create")
def data_schedules_create(call: Call) -> Answer:
    """Keep a new schedule."""
    body = call.body["data_schedule"]
    kept = SCHEDULES.create(call, checked_schedule(call, body), body.get("id"))
    return Answer(201, {"data_schedule": kept})


@handlers.operation("data_schedules_list")
def data_schedules_list(call: Call) -> Answer:
    """One page of the schedules that the caller may see."""
    query = call.query

    def wanted(record: Mapping[str, Any]) -> bool:
        pairs = (("source_type", record["source_type"]), ("source_id", record["source_id"]))
        fits = all(query.get(name) in (None, value) for name, value in pairs)
        return fits and query.get("dest_type") in (None, record["dest"]["type"])

    page, cursors = listed(call, lambda: filter(wanted, SCHEDULES.seen(call)), lambda each: (each["id"],))
    return Answer(body={"data_schedules": [public(each) for each in page], "cursors": cursors})


@handlers.operation("data_schedules_get")
def data_schedules_get(call: Call) -> Answer:
    """One schedule."""
    return Answer(body={"data_schedule": public(SCHEDULES.get(call, call.path["id"]))})


@handlers.operation("data_schedules_update")
def data_schedules_update(call: Call) -> Answer:
    """Put another schedule in the place of one."""
    record = SCHEDULES.get(call, call.path["id"])
    body = checked_schedule(call, call.body["data_schedule"], record)
    return Answer(body={"data_schedule": SCHEDULES.replace(call, record, body)})


@handlers.operation("data_schedules_delete")
def data_schedules_delete(call: Call) -> Answer:
    """Remove a schedule."""
    return Answer(body=SCHEDULES.delete(call, SCHEDULES.get(call, call.path["id"])))


@handlers.operation("data_schedules_submit_execute")
def data_schedules_submit_execute(call: Call) -> Answer:
    """Start a job that runs a schedule now."""
    record = SCHEDULES.get(call, call.path["id"])
    due = call.session.clock.now().isoformat()
    params = {"schedule_id": record["id"], "due": due, "base_url": call.base_url}
    return submit(call, EXECUTE, params, {"type": "DataSchedule", "id": record["id"], "action": "execute"}, again=True)
