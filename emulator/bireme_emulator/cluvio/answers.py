"""What reports show under some inputs: the result that is known and fresh enough, or one that a job makes itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.jobs import JobContext

from . import cache, executions
from .execution_book import Execution
from .inputs import Inputs
from .queries import Query, freshness_of, known_of, report_query

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["Record", "answer_to", "known_answer", "reports_on", "run", "shown_by"]

Record = Mapping[str, Any]


def reports_on(session: Session, api: str, dashboard_id: str) -> list[Record]:
    """The reports of a dashboard as one reads them: from the top, and in a row from the left."""
    reports = [one for one in session.store.list(api, "reports") if one["relationships"]["dashboard"] == dashboard_id]
    return sorted(reports, key=lambda report: (report["attributes"]["row"], report["attributes"]["column"]))


def known_answer(session: Session, api: str, report: Record, dashboard: Record, inputs: Inputs) -> Execution | None:
    """The newest execution of a report that says something and is not stale: it has data, or has failed."""
    query = report_query(report, inputs)
    if query is None:
        return None
    freshness = freshness_of(report, dashboard)
    known = known_of(session, api, query, freshness)
    answer = known.failed or known.data
    if answer is None or cache.is_stale(session, api, answer, freshness.rate, freshness.anchor):
        return None
    return answer


def answer_to(context: JobContext, report: Record, dashboard: Record, inputs: Inputs) -> Execution | None:
    """What a report is to show: the known answer, or that of running its query now; `None` where it has no query.

    Raises `JobFailure` where the job is to stop.
    """
    query = report_query(report, inputs)
    if query is None:
        return None
    known = known_answer(context.session, context.api, report, dashboard, inputs)
    return known or run(context, query, query.kind, query.owner)


def run(context: JobContext, query: Query, kind: executions.ExecutionKind, owner: str | None) -> Execution:
    """Run a query in the calling job; it is cached for `owner`. Raises `JobFailure` where the job is to stop."""
    execution = executions.begin(
        context,
        context.api,
        query.datasource_id,
        query.sql,
        inputs=query.inputs,
        kind=kind,
        r_query=query.r_query,
        dashboard_id=query.dashboard_id,
        owner=owner,
    )
    return executions.run_now(context, execution)


def shown_by(answers: Sequence[tuple[Record, Execution | None]]) -> dict[str, str | None]:
    """The id of the execution that each report shows."""
    return {report["id"]: None if execution is None else execution["id"] for report, execution in answers}
