"""Executions: what a datasource is asked, from the first word to the result.

An execution waits (`waiting`) while its datasource has as many under way as it allows, then it starts and is queued
for a worker (`starting`, `scheduled`), runs (`running`) and ends: `success`, `query_error`, `timed_out`, `cancelled`,
or `internal_error`. It can be read for 24 hours from its start (vendor page, Get Execution).

    execution = start(session, api, "smpl-data-0001", "SELECT 1", inputs=Inputs.of(None))
    session.jobs.wait(execution["job_id"])
    with results.open(session, api, find(session, api, execution["id"])).reader() as reader: ...

Work that is a job of its own and needs a result (an export, an alert) does not wait for another job, which might have
no worker; it runs the query itself, with `begin` and `run_now`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from bireme_emulator.kernel.jobs import FINAL as JOB_FINAL
from bireme_emulator.kernel.jobs import JobContext, JobRefused

from .execution_book import KIND, Execution, book_of, is_over
from .facts import period
from .ids import new_uuid
from .inputs import Inputs

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "JOB",
    "KIND",
    "Execution",
    "ExecutionKind",
    "admit",
    "begin",
    "cancel",
    "entrust",
    "find",
    "finish",
    "is_over",
    "on_end",
    "run_now",
    "stamp",
    "start",
    "status_of",
    "unfinished_on",
]

JOB = "execution"  # the kernel's kind of job that runs one
ExecutionKind: TypeAlias = Literal["sql_query", "sql_filter", "sql_alert", "almanach_query", "export_query"]

_listeners: dict[str, Callable[[Session, str, Execution], None]] = {}
_MOST_AT_ONCE = 20  # per datasource, unless it says otherwise (vendor page, DatasourceAttributes)


def on_end(kind: ExecutionKind, listener: Callable[[Session, str, Execution], None]) -> None:
    """Have `listener(session, api, execution)` called when an execution of a kind has ended, well or not."""
    _listeners[kind] = listener


def start(
    session: Session,
    api: str,
    datasource_id: str,
    sql: str,
    *,
    inputs: Inputs,
    kind: ExecutionKind = "sql_query",
    r_query: str | None = None,
    dashboard_id: str | None = None,
    owner: str | None = None,
) -> Execution:
    """Take a query on; gives its record (see `execution_book`) without waiting for anything.

    Within a transaction of the store it begins when that is kept. `owner` and the inputs are what results are cached
    by (see `cache`); without an owner nobody but who has the id finds the result. A query that cannot run, because its
    SQL or its datasource is no good, is an execution that ends with `query_error`.
    """
    with session.store.transaction():
        record = _new(session, api, datasource_id, sql, inputs, kind, r_query, dashboard_id, owner)
        book_of(session, api).put({**record, "status": "waiting"})
        admit(session, api, datasource_id)
        return _known(session, api, record["id"])


def begin(
    context: JobContext,
    api: str,
    datasource_id: str,
    sql: str,
    *,
    inputs: Inputs,
    kind: ExecutionKind = "sql_query",
    r_query: str | None = None,
    dashboard_id: str | None = None,
    owner: str | None = None,
) -> Execution:
    """The same for a job that will run the query itself, with `run_now`.

    A job that is run again after a restart gets the execution that it had begun before.
    """
    session = context.session
    book = book_of(session, api)
    with session.store.transaction():
        for earlier in book.unfinished(datasource_id):
            if (earlier["job_id"], earlier["sql"], earlier["inputs_key"]) == (context.job_id, sql, inputs.key):
                return earlier
        record = _new(session, api, datasource_id, sql, inputs, kind, r_query, dashboard_id, owner)
        return book.put({**record, "status": "starting", "job_id": context.job_id, "own_job": False})


def entrust(
    session: Session,
    api: str,
    id: str,
    job_id: int,
    datasource_id: str,
    sql: str,
    *,
    inputs: Inputs,
    kind: ExecutionKind,
    owner: str,
) -> Execution:
    """The same for a job that has just been submitted, by whoever has to know the id of the execution at once.

    `id` is a `new_uuid`. Call it in the transaction that submits the job; the job finds the execution by its id.
    """
    record = _new(session, api, datasource_id, sql, inputs, kind, None, None, owner)
    return book_of(session, api).put(
        {**record, "id": id, "execution_id": id, "status": "starting", "job_id": job_id, "own_job": False}
    )


def run_now(context: JobContext, execution: Execution) -> Execution:
    """Run an execution of `begin` or `entrust` in the calling job, and give its record as it is afterwards.

    It does not wait for others on its datasource. Raises `JobFailure` where the job is to stop: because it was
    cancelled (so is the execution then), or because the emulator stops.
    """
    from .execution_job import run

    return run(context, execution)


def find(session: Session, api: str, execution_id: str) -> Execution | None:
    """The execution, or `None` where there is none or its 24 hours are over."""
    record = book_of(session, api).get(execution_id)
    if record is None or session.clock.now() - datetime.fromisoformat(record["created_at"]) >= period("execution"):
        return None
    return settled(session, api, record)


def cancel(session: Session, api: str, execution_id: str) -> None:
    """Stop an execution: one that waits at once, one that runs as soon as the database lets go.

    Without effect on one that has ended or is not known.
    """
    with session.store.transaction():
        record = book_of(session, api).get(execution_id)
        if record is None or is_over(record):
            return
        finish(session, api, execution_id, "cancelled")
        if record["own_job"] and record["job_id"] is not None:
            with contextlib.suppress(JobRefused):  # it has ended in this moment
                session.jobs.cancel(record["job_id"])


def unfinished_on(session: Session, api: str, datasource_id: str) -> Sequence[Execution]:
    """What has not ended on a datasource, oldest first."""
    return book_of(session, api).unfinished(datasource_id)


def status_of(session: Session, execution: Execution) -> str:
    """The vendor's `execution_status`: as recorded, with `scheduled` for what has started and waits for a worker."""
    if execution["status"] == "starting" and execution["job_id"] is not None:
        job = session.jobs.get(execution["job_id"])
        if job is not None and job["status"] == "queued":
            return "scheduled"
    return str(execution["status"])


def finish(
    session: Session,
    api: str,
    execution_id: str,
    status: str,
    *,
    unless: Callable[[], bool] = lambda: False,
    **facts: Any,
) -> Execution | None:
    """Record how an execution goes on or ends; `None` where it has ended already or is gone, and nothing changes.

    `unless` is asked when nobody else can write any more: whether the work has been told to stop, be it because the
    state is another by now. What ends makes room for the next on its datasource.
    """
    book = book_of(session, api)
    with session.store.transaction():
        record = book.get(execution_id)
        if record is None or is_over(record) or unless():
            return None
        moment = stamp(session)
        changed = {**record, **facts, "status": status, "updated_at": moment}
        if is_over(changed):
            changed["completed_at"] = moment
        kept = book.put(changed)
        if is_over(kept):
            admit(session, api, record["datasource_id"])
            if kept["kind"] in _listeners:  # when its result is kept too
                session.store.after_commit(lambda: _listeners[kept["kind"]](session, api, kept))
        return kept


def admit(session: Session, api: str, datasource_id: str) -> None:
    """Start what waits on a datasource, as far as it allows; call it also when it begins to allow more."""
    book = book_of(session, api)
    with session.store.transaction():
        datasource = session.store.get(api, "datasources", datasource_id)
        said = None if datasource is None else datasource["attributes"].get("max_concurrent_executions")
        most = _MOST_AT_ONCE if said is None else said
        unfinished = book.unfinished(datasource_id)
        waiting = [record for record in unfinished if record["status"] == "waiting"]
        room = max(0, most - sum(_is_under_way(record) for record in unfinished))
        for record in waiting[:room]:
            job = session.jobs.submit(api, JOB, {"api": api, "execution_id": record["id"]}, source=_source(record))
            book.put({**record, "status": "starting", "job_id": job["id"], "updated_at": stamp(session)})


def _is_under_way(execution: Execution) -> bool:
    """Whether it takes a place on its datasource. What a job runs itself does from when it runs."""
    return execution["status"] == "running" or (execution["status"] == "starting" and bool(execution["own_job"]))


def settled(session: Session, api: str, execution: Execution) -> Execution:
    """The record; one whose job is no more, and that nothing would ever end, ends here with `internal_error`."""
    if is_over(execution):
        return execution
    if execution["status"] == "waiting":
        for other in _lost(session, api, book_of(session, api).unfinished(execution["datasource_id"])):
            _end_lost(session, api, other)
    elif _lost(session, api, [execution]):
        _end_lost(session, api, execution)
    return _known(session, api, execution["id"])


def stamp(session: Session) -> str:
    """The present moment, ISO 8601 with milliseconds, UTC as `Z`."""
    return session.clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _new(
    session: Session,
    api: str,
    datasource_id: str,
    sql: str,
    inputs: Inputs,
    kind: ExecutionKind,
    r_query: str | None,
    dashboard_id: str | None,
    owner: str | None,
) -> dict[str, Any]:
    book_of(session, api).purge()
    id, moment = new_uuid(session, api), stamp(session)
    return {
        "id": id,
        "execution_id": id,
        "api": api,
        "kind": kind,
        "datasource_id": datasource_id,
        "dashboard_id": dashboard_id,
        "owner": owner,
        "inputs_key": inputs.key,
        "parameters": inputs.document(),
        "sql": sql,
        "r_query": r_query,
        "job_id": None,
        "own_job": True,
        "error": None,
        "created_at": moment,
        "updated_at": moment,
        "started_at": None,
        "completed_at": None,
    }


def _known(session: Session, api: str, id: str) -> Execution:
    record = book_of(session, api).get(id)
    assert record is not None, "it has just been kept"
    return record


def _source(record: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "Execution", "id": record["id"], "action": record["kind"]}


def _lost(session: Session, api: str, executions: Sequence[Execution]) -> list[Execution]:
    """Those that have started, and whose job has ended without them, or is gone."""
    found = []
    for execution in executions:
        if execution["status"] == "waiting":
            continue
        job = session.jobs.get(execution["job_id"])
        if job is None or job["status"] in JOB_FINAL:
            found.append(execution)
    return found


def _end_lost(session: Session, api: str, execution: Execution) -> None:
    job = session.jobs.get(execution["job_id"])
    said = job and job["last_error_log"]
    finish(session, api, execution["id"], "internal_error", error=said or "The emulator stopped while this ran")
