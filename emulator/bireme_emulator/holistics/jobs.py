"""Jobs: starting one, reading its state and its log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.jobs import ACTIVE

from .refusals import denied, not_found
from .views import API, caller_of

__all__ = ["handlers", "seen_job", "submit"]

handlers = Handlers()


def submit(
    call: Call, kind: str, params: Mapping[str, Any], source: Mapping[str, Any], *, again: bool = False
) -> Answer:
    """Start a job, or point to an equal one of the same user that has not finished yet.

    With `again` it is started in any case: two calls for a mail are two mails.
    """
    user_id = caller_of(call).user["id"]
    wording = json.dumps([user_id, params], sort_keys=True, separators=(",", ":"))
    same = None if again else hashlib.sha256(wording.encode()).hexdigest()
    job = call.session.jobs.submit(API, kind, params, user_id=user_id, dedupe_key=same, source=source)
    return Answer(body={"job": {key: job[key] for key in ("id", "status", "existing_job_id")}})


def seen_job(call: Call, id: int) -> Mapping[str, Any]:
    """The job. Raises a `Fault`: 404 when there is none, 403 when it is another user's and the caller no admin."""
    job = call.session.jobs.get(id)
    if job is None or job["api"] != API:
        raise not_found("job", id)
    caller = caller_of(call)
    if job["user_id"] != caller.user["id"] and "view_all_jobs" not in caller.permissions:
        raise denied(f"Job {id} was started by somebody else.")
    return job


@handlers.operation("jobs_get")
def jobs_get(call: Call) -> Answer:
    """The state of one job."""
    job = seen_job(call, call.path["id"])
    shown = ("id", "user_id", "status", "start_time", "end_time", "last_error_log", "existing_job_id")
    return Answer(body={"job": {**{key: job[key] for key in shown}, "cancellable": job["status"] in ACTIVE}})


@handlers.operation("job_queues_list")
def job_queues_list(call: Call) -> Answer:
    """The one queue that all jobs of the session wait in, with its workers."""
    total, busy = call.session.jobs.occupancy()
    queue = {"id": 1, "queue": "default", "total_workers": total, "busy_workers": busy}
    return Answer(body={"job_queues": [queue]})


@handlers.operation("jobs_get_logs")
def jobs_get_logs(call: Call) -> Answer:
    """The log of one job, oldest line first."""
    job = seen_job(call, call.path["id"])
    return Answer(body={"job_logs": call.session.jobs.logs(job["id"])})
