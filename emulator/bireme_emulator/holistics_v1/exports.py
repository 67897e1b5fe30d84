"""Exports: handing out the file of a finished job."""

from __future__ import annotations

from html import escape

from bireme_emulator.holistics.exports import LINK_SECONDS
from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.files import FileGone

from .progress import done_by, seen_job
from .refusals import no_file

__all__ = ["handlers"]

handlers = Handlers()


@handlers.operation("exports_download")
def exports_download(call: Call) -> Answer:
    """Redirect to the file of an export by a link that lives for a minute, also for exports of version 2."""
    job = done_by(call.session, seen_job(call, call.query["job_id"]))
    if job["status"] != "success" or not job["kind"].endswith("_export"):
        raise no_file()
    try:
        link = call.session.files.sign(job["result"]["file_id"], call.files_url, LINK_SECONDS)
    except FileGone as error:
        raise no_file() from error
    page = f'<html><body>You are being <a href="{escape(link)}">redirected</a>.</body></html>'
    return Answer(302, page.encode(), {"Location": link, "Content-Type": "text/html; charset=utf-8"})
