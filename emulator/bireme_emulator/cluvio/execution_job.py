"""The work of an execution: compile its SQL, ask the datasource, hand the answer to R if wanted, keep the result."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.clock import new_token
from bireme_emulator.kernel.jobs import JobContext, JobFailure
from bireme_emulator.kernel.query import QueryCancelled, QueryError, QueryTimeout

from .execution_book import Execution, book_of, is_over
from .executions import finish, stamp
from .reach import reach
from .results import keep

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["run", "run_execution"]

_log = logging.getLogger("bireme_emulator.cluvio")


def run_execution(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """The kernel's job: run the execution that it was submitted for, unless that has ended already."""
    execution = book_of(context.session, params["api"]).get(params["execution_id"])
    if execution is None or is_over(execution):
        return {}
    ended = run(context, execution)
    return {"execution_id": ended["id"], "status": ended["status"]}


def run(context: JobContext, execution: Execution) -> Execution:
    """Run an execution and record how it ended; gives its record. Raises `JobFailure` where the job is to stop."""
    session, api, id = context.session, execution["api"], execution["id"]
    began = finish(session, api, id, "running", unless=context.cancelled, started_at=stamp(session), error=None)
    if began is not None:
        try:
            _work(context, execution)
        except QueryCancelled as error:
            _stopped(context, api, id, error)
        except QueryTimeout as error:
            _failed(context, api, id, "timed_out", error.message)
        except QueryError as error:
            _failed(context, api, id, "query_error", error.message)
        except Exception as error:
            if context.cancelled():
                _stopped(context, api, id, error)
            else:
                debug_id = new_token(6)
                _log.error("execution %s failed, debug id %s", id, debug_id, exc_info=error)
                _failed(context, api, id, "internal_error", f"Something went wrong on our side. Debug id: {debug_id}")
    ended = book_of(session, api).get(id)
    if ended is None or not is_over(ended):
        _stopped(context, api, id)
        raise JobFailure("The state was replaced while this ran")
    return ended


def _work(context: JobContext, execution: Execution) -> None:
    session, api, id = context.session, execution["api"], execution["id"]

    def unwanted() -> bool:
        current = book_of(session, api).get(id)
        return context.cancelled() or current is None or is_over(current)

    source = reach(session, api, execution["datasource_id"])
    if execution["kind"] == "almanach_query":
        from .schemas import read_schemas

        read_schemas(session, api, execution["datasource_id"], source, cancelled=unwanted, execution=execution)
        return
    from .execution_sql import compiled

    query, zone = compiled(session, api, execution, source)
    reader = source.engine.reader(query, cancelled=unwanted)
    if execution["r_query"]:
        from .rscript import run_script, table_for_r

        reader = run_script(execution["r_query"], table_for_r(reader), cancelled=unwanted).to_reader()
    keep(session, api, execution, reader, zone, cancelled=context.cancelled)


def _failed(context: JobContext, api: str, id: str, status: str, message: str) -> None:
    context.log("ERROR", message)
    finish(context.session, api, id, status, unless=context.cancelled, error=message)


def _stopped(context: JobContext, api: str, id: str, error: Exception | None = None) -> None:
    """Cancelled by itself it has ended, with its job it ends now; if the emulator stops it is run again after that."""
    session: Session = context.session
    current = book_of(session, api).get(id)
    if current is not None and is_over(current):
        return
    job = session.jobs.get(context.job_id)
    if job is not None and job["status"] == "cancelling":
        finish(session, api, id, "cancelled")
    raise JobFailure("Stopped") from error
