"""The job behind a preload: run a dashboard's widgets and keep their results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import QueryCancelled, QueryError

from .results import keep_result, kept_result, result_key
from .views import charts_of
from .widget_query import stored, widget_query

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["run_preload"]


def run_preload(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Run the widgets one after the other; those that are cached already are skipped unless `bust_cache` is set.

    A widget whose query fails is reported in the log and does not hold up the others; only when every widget that was
    run fails is the job a failure. (The vendor does not say; a broken chart should not make a dashboard unpreloadable.)
    """
    session = context.session
    dashboard = stored(session, "dashboards", params["dashboard_id"])
    context.log("INFO", f"Preload of dashboard {dashboard['id']}, {dashboard['title']}")
    run, skipped, failed = 0, 0, 0
    for widget in charts_of(session, dashboard["id"]):
        if context.cancelled():
            raise JobFailure("Cancelled")
        query = widget_query(context, dashboard, widget, params["conditions"])
        name = f"Widget {query.widget_id}, {query.title}"
        key = result_key(session, query.widget_id, query.compiled)
        if not params["bust_cache"] and kept_result(session, key) is not None:
            context.log("INFO", f"{name}: cached already, skipped")
            skipped += 1
            continue
        try:
            rows = keep_result(context, key, query.compiled)
        except QueryCancelled as error:
            raise JobFailure("Cancelled") from error
        except QueryError as error:
            context.log("ERROR", f"{name}: {error.message}")
            failed += 1
        else:
            context.log("INFO", f"{name}: {rows:,} rows cached")
            run += 1
    if failed and not run and not skipped:
        raise JobFailure(f"All {failed} widgets failed; the log says why.")
    context.log("INFO", f"{run} widgets run, {skipped} skipped, {failed} failed")
    return {"run": run, "skipped": skipped, "failed": failed}
