"""Reports: start queries and exports, ask how far they are, read the rows."""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.holistics.semantics import SemanticError
from bireme_emulator.holistics.views import API, caller_of
from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.files import FileGone
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import Compiled, Engine, QueryError

from .progress import done_by, export_result, names_existing_jobs, progress, seen_job
from .refusals import cannot, no_file, unknown
from .report_jobs import EXPORT, MEDIA_TYPES, QUERY
from .report_query import query_of, report_id, seen_report

__all__ = ["handlers"]

_INLINE_ROWS = 10_000

handlers = Handlers()


@handlers.operation("reports_submit_export")
def reports_submit_export(call: Call) -> Answer:
    """Start an export with the filters of the query."""
    return _submit(call, EXPORT, {"format": call.path["format"]}, call.query.get("filters") or {})


@handlers.operation("reports_submit_export_with_body")
def reports_submit_export_with_body(call: Call) -> Answer:
    """Start an export with the filters of the body."""
    return _submit(call, EXPORT, {"format": call.path["format"]}, call.body or {})


@handlers.operation("reports_submit_query")
def reports_submit_query(call: Call) -> Answer:
    """Start a query."""
    return _submit(call, QUERY, {}, call.query.get("filters") or {})


def _submit(call: Call, kind: str, how: Mapping[str, Any], filters: Mapping[str, Any]) -> Answer:
    """Start a job on a report. It is always said to be created: what is under way already shows in the poll."""
    report = seen_report(call.session, call.path["report_id"])
    params = {"report_id": report["id"], **how, "filters": filters}
    user_id = caller_of(call).user["id"]
    same = None
    if names_existing_jobs(call.session):
        wording = json.dumps([user_id, params], sort_keys=True, separators=(",", ":"))
        same = hashlib.sha256(wording.encode("utf-8", "surrogatepass")).hexdigest()
    source = {"type": "QueryReport", "id": report["id"], "action": "export" if kind == EXPORT else "execute"}
    job = call.session.jobs.submit(API, kind, params, user_id=user_id, dedupe_key=same, source=source)
    return Answer(body={"status": "created", "job_id": job["id"]})


@handlers.operation("reports_get_export_results")
def reports_get_export_results(call: Call) -> Answer:
    """How far an export is. Pages mean nothing here."""
    return Answer(body=export_result(call, seen_job(call, call.query["job_id"])))


@handlers.operation("reports_get_query_results")
async def reports_get_query_results(call: Call) -> Answer:
    """How far a query is, and a page of its rows."""
    return await _rows(call, _query_job(call), call.query["_page"], call.query["_page_size"])


@handlers.operation("reports_get_query_results_by_report")
async def reports_get_query_results_by_report(call: Call) -> Answer:
    """The same for the report in the path; always the first page."""
    job = _query_job(call)
    if job["params"]["report_id"] != report_id(call.path["report_id"]):
        raise unknown()
    return await _rows(call, job, 1, 25)


def _query_job(call: Call) -> Mapping[str, Any]:
    job = seen_job(call, call.query["job_id"])
    if job["kind"] != QUERY:
        raise unknown()
    return job


async def _rows(call: Call, job: Mapping[str, Any], page: int, size: int) -> Answer:
    said = progress(call.session, job, "running")
    if said["status"] != "success":
        return Answer(body=said)
    job = done_by(call.session, job)
    total, first = job["result"]["rows"], (page - 1) * size
    values: list[list[str | None]] = []
    if first < total:
        try:
            path = call.session.files.get(job["result"]["file_id"]).path
        except FileGone as error:
            raise no_file() from error
        sql = f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM rows LIMIT {min(size, total)} OFFSET {first}"
        found = await asyncio.to_thread(Engine({"rows": path}).preview, Compiled(sql), min(size, total))
        values = [list(row) for row in found.rows]
    pages = {"num_pages": max(1, math.ceil(total / size)), "page": page}
    return Answer(body={**said, "values": values, "paginated": pages, "last_cache_updated": job["end_time"]})


@handlers.operation("reports_export_inline")
async def reports_export_inline(call: Call) -> Answer:
    """The rows of a small report as a file at once."""
    report = seen_report(call.session, call.path["report_id"])
    output = call.path["format"]
    try:
        compiled = query_of(call.session, report, call.query.get("filters") or {})
        content = await asyncio.to_thread(_file, call, report, compiled, output)
    except (ConditionError, SemanticError, QueryError, JobFailure) as error:
        raise cannot(f"The report cannot be run: {error}") from error
    return Answer(body=content, headers={"Content-Type": MEDIA_TYPES[output], "Content-Disposition": "attachment"})


def _file(call: Call, report: Mapping[str, Any], compiled: Compiled, output: str) -> bytes:
    """The content of the file. Raises `QueryError`, or a 422 `Fault` where there are too many rows."""
    from bireme_emulator.kernel import render

    session = call.session
    draft = session.files.create(f"inline.{output}", MEDIA_TYPES[output])
    try:
        if output == "csv":
            rows = session.engine.write_csv(compiled, draft.path)
        else:
            rows = render.write_xlsx(session.engine.reader(compiled), draft.path, report["title"])
        if rows > _INLINE_ROWS:
            raise cannot(f"The report has {rows} rows, more than the {_INLINE_ROWS} that come at once; export it")
        return draft.path.read_bytes()
    except render.RenderError as error:
        raise cannot(f"The report cannot be run: {error.message}") from error
    finally:
        session.files.discard(draft)
