"""Exports: handing out the file of a finished job."""

from __future__ import annotations

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.files import FileGone

from .jobs import seen_job
from .refusals import cannot

__all__ = ["LINK_SECONDS", "handlers"]

LINK_SECONDS = 60.0  # as in a recording of the vendor's service: its links end after a minute

handlers = Handlers()


@handlers.operation("exports_download")
def exports_download(call: Call) -> Answer:
    """Redirect to the file of an export job, by a link that lives for a minute."""
    job = seen_job(call, call.query["job_id"])
    id, status = job["id"], job["status"]
    if not job["kind"].endswith("_export"):
        raise cannot(f"Job {id} is not an export; it has no file.")
    if status == "already_existed":
        raise cannot(f"Job {id} did not run, because job {job['existing_job_id']} does the same; download that one.")
    if status == "failure":
        raise cannot(f"Job {id} has failed and left no file: {job['last_error_log']}")
    if status != "success":
        raise cannot(f"Job {id} is {status}; its file is not ready.")
    try:
        link = call.session.files.sign(job["result"]["file_id"], call.files_url, LINK_SECONDS)
    except FileGone as error:
        raise cannot(f"The file of job {id} is no longer kept; run the export again.") from error
    return Answer(status=302, headers={"Location": link})
