"""From a widget and its conditions to a query that can run: what submissions, exports and preloads have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import ConditionError, FieldCondition
from bireme_emulator.holistics.semantics import Catalog, compile_report
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import Compiled

from .attribute_values import values_of
from .filters import conditions_of, described
from .refusals import invalid
from .views import API, caller_of

if TYPE_CHECKING:
    from bireme_emulator.kernel.context import Call
    from bireme_emulator.kernel.jobs import JobContext
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "DROPPED",
    "NO_WIDGET",
    "WidgetQuery",
    "catalog_of",
    "checked_conditions",
    "compiled_query",
    "compiled_report",
    "compiled_widget",
    "dropped_tables",
    "stored",
    "widget_query",
]

DROPPED = "dropped_tables"
_CATALOG = "holistics.catalog"
NO_WIDGET = 0


@dataclass(frozen=True, slots=True)
class WidgetQuery:
    """A widget's query: what it is called, how it is drawn, the conditions in words, and the query itself."""

    widget_id: int
    title: str
    viz_type: str
    filters: str
    compiled: Compiled


def checked_conditions(
    call: Call,
    dashboard: Mapping[str, Any],
    widgets: Iterable[Mapping[str, Any]],
    member: str = "dashboard_filter_conditions",
) -> list[Mapping[str, Any]]:
    """The conditions of the request's body in order of their filters, fit to be kept in a job on these widgets.

    They stand in the member `member` of the body.

    Raises a 422 `Fault` for a filter that the dashboard does not have, one that is named twice, and a condition that
    the filter or a widget's report cannot take.
    """
    submitted = (call.body or {}).get(member) or ()
    ordered = sorted(submitted, key=lambda item: str(item["dynamic_filter_id"]))
    try:
        attributes = values_of(call.session, "User", caller_of(call).user["id"])
        conditions_of(dashboard, 0, ordered, attributes=attributes)  # also where there is no widget to try them on
        for widget in widgets:
            compiled_widget(call.session, caller_of(call).user, dashboard, widget, ordered)
    except ConditionError as error:
        raise invalid(f"{member}: {error}", error.remedy) from error
    return ordered


def widget_query(
    context: JobContext,
    dashboard: Mapping[str, Any],
    widget: Mapping[str, Any],
    submitted: Sequence[Mapping[str, Any]],
) -> WidgetQuery:
    """The query of a widget under the submitted conditions, relative dates taken from the session's clock.

    Raises `JobFailure` for conditions that do not fit any more, the dashboard having changed since.
    """
    assert isinstance(context.user_id, int)
    user = stored(context.session, "users", context.user_id)
    try:
        return compiled_widget(context.session, user, dashboard, widget, submitted)
    except ConditionError as error:
        raise JobFailure(str(error)) from error


def stored(session: Session, kind: str, id: int) -> Mapping[str, Any]:
    """A record that is needed. Raises `JobFailure` when it has been deleted since the job was made."""
    record = session.store.get(API, kind, id)
    if record is None:
        raise JobFailure(f"There is no {kind.removesuffix('s').replace('_', ' ')} {id} any more.")
    return record


def compiled_widget(
    session: Session,
    user: Mapping[str, Any],
    dashboard: Mapping[str, Any],
    widget: Mapping[str, Any],
    submitted: Sequence[Mapping[str, Any]],
    now: datetime | None = None,
) -> WidgetQuery:
    """The query of a widget as `user` sees it; `now` is what relative dates count from, the clock's time without it.

    Raises `ConditionError` for conditions that the dashboard or the widget's report cannot take.
    """
    report = stored(session, "query_reports", widget["source_id"])
    attributes = values_of(session, "User", user["id"])
    conditions = conditions_of(dashboard, widget["id"], submitted, attributes=attributes)
    compiled = compiled_query(session, report, conditions, now)
    viz_type = report["viz_setting"]["viz_type"]
    return WidgetQuery(widget["id"], widget["source_title"], viz_type, described(dashboard, conditions), compiled)


def dropped_tables(session: Session) -> frozenset[str]:
    """The names of tables that were dropped with the import models they belonged to."""
    return frozenset(record["id"] for record in session.store.list(API, DROPPED))


def compiled_report(session: Session, report: Mapping[str, Any], now: datetime | None = None) -> WidgetQuery:
    """The query of a report by itself, without any filters of a dashboard. No result of it is ever cached."""
    compiled = compiled_query(session, report, (), now)
    return WidgetQuery(NO_WIDGET, report["title"], report["viz_setting"]["viz_type"], "", compiled)


def compiled_query(
    session: Session,
    report: Mapping[str, Any],
    conditions: Sequence[FieldCondition],
    now: datetime | None = None,
) -> Compiled:
    """The query of a report under conditions, in the time zone and within the time limit of its data source.

    Raises `ConditionError`, `SemanticError`, or `JobFailure` when the data source is gone.
    """
    settings = stored(session, "data_sources", report["data_source_id"])["settings"]
    at = session.clock.now() if now is None else now
    compiled = compile_report(catalog_of(session), report, conditions, now=at, timezone=settings["timezone"])
    limit = settings.get("query_timeout") or None  # 0 is no limit, like none
    return replace(compiled, without=dropped_tables(session), timeout=limit)


def catalog_of(session: Session) -> Catalog:
    """The data models and data sets, prepared once until a record changes."""
    revision = session.store.revision(API)
    known: tuple[int, Catalog] | None = session.cache.get(_CATALOG)
    if known is None or known[0] != revision:
        catalog = Catalog(session.store.list(API, "data_models"), session.store.list(API, "data_sets"))
        known = session.cache[_CATALOG] = (revision, catalog)
    return known[1]
