"""Where a job stands, in the words of the legacy polls: `not yet` (or `running`), `success`, `failure`.

Nothing else is said: the vendor's R package goes on for ever, without a pause, at a word that it does not know. Work
that is under way already is followed to the job that does it, unless a switch of the control API says to name that job.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.views import API, caller_of
from bireme_emulator.kernel.files import FileGone

from .pipeline_jobs import STATE
from .refusals import forbidden, unknown

if TYPE_CHECKING:
    from bireme_emulator.kernel.context import Call
    from bireme_emulator.kernel.sessions import Session

__all__ = ["SWITCHES", "done_by", "export_result", "names_existing_jobs", "progress", "seen_job"]

_SWITCH = "names_existing_jobs"
SWITCHES = {
    _SWITCH: "Equal exports share a job: the poll of the second says already_existed and names the first. Only the "
    "vendor's Python package understands that; its R package never ends. Both ids can be downloaded.",
}

_OVER = {"success": "success", "failure": "failure", "cancelled": "failure"}


def names_existing_jobs(session: Session) -> bool:
    """Whether the switch is on by which a poll names the job that does the same already."""
    return session.is_on(STATE, _SWITCH)


def seen_job(call: Call, id: int) -> Mapping[str, Any]:
    """The job. Raises a `Fault`: 404 when there is none, 403 when it is another user's and the caller no admin."""
    job = call.session.jobs.get(id)
    if job is None or job["api"] != API:
        raise unknown()
    caller = caller_of(call)
    if job["user_id"] != caller.user["id"] and "view_all_jobs" not in caller.permissions:
        raise forbidden(f"Job {id} was started by somebody else")
    return job


def done_by(session: Session, job: Mapping[str, Any]) -> Mapping[str, Any]:
    """The job that does the work of this one: itself, or the equal one that was there before."""
    if job["status"] != "already_existed":
        return job
    return session.jobs.get(job["existing_job_id"]) or job


def progress(session: Session, job: Mapping[str, Any], waiting: str) -> dict[str, Any]:
    """The status of a job, with the reason where it has failed."""
    if job["status"] == "already_existed" and names_existing_jobs(session):
        return {"status": "already_existed", "job_id": job["existing_job_id"]}
    job = done_by(session, job)
    status = _OVER.get(job["status"], waiting)
    if status == "failure":
        reason = job["last_error_log"] or f"The job is {job['status']}"
        return {"status": status, "error": reason}
    return {"status": status}


def export_result(call: Call, job: Mapping[str, Any]) -> dict[str, Any]:
    """The reply of an export poll, or of the poll of any job."""
    said = progress(call.session, job, "not yet")
    if said["status"] == "success":
        said["export"] = _place(call, done_by(call.session, job))
    return said


def _place(call: Call, job: Mapping[str, Any]) -> dict[str, str] | None:
    """Where the file is in the store of the service: an address without signature, which opens nothing."""
    file_id = (job["result"] or {}).get("file_id")
    try:
        file = call.session.files.get(file_id) if file_id is not None else None
    except FileGone:
        return None
    return None if file is None else {"http_path": f"{call.files_url}/{file.name}"}
