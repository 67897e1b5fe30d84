"""The options of drop-downs: those of manual ones are stored with them, those of SQL ones are results of their queries.

A static SQL drop-down keeps the options that its present query gave last. A dynamic one has options per dashboard and
inputs, as long as the result of that query is kept (24 hours).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.frozen import thaw
from bireme_emulator.kernel.timetable import Timer

from . import cache, results
from .execution_book import Execution
from .expressions.definitions import DYNAMIC_DROPDOWNS, MANUAL_DROPDOWNS, STATIC_DROPDOWNS
from .inputs import Inputs
from .query_sources import FILTERS

if TYPE_CHECKING:
    import pyarrow

    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "current",
    "filter_timers",
    "inputs_of",
    "known_options",
    "noticed",
    "owner_of",
    "refresh",
    "run_due",
    "status",
]

_MOST = 10_000  # options of one drop-down; nobody chooses from more


def owner_of(filter: Mapping[str, Any], dashboard_id: str | None = None) -> str:
    """Whose query it is, as `cache` has it: of the filter, and of the dashboard too where it is a dynamic one."""
    dynamic = filter["attributes"]["control_type"] in DYNAMIC_DROPDOWNS
    return f"filter:{filter['id']}@{dashboard_id}" if dynamic else f"filter:{filter['id']}"


def inputs_of(filter: Mapping[str, Any], inputs: Inputs) -> Inputs:
    """The inputs that its query depends on: none of a static drop-down."""
    return inputs if filter["attributes"]["control_type"] in DYNAMIC_DROPDOWNS else Inputs()


def refresh(
    session: Session, api: str, filter: Mapping[str, Any], dashboard_id: str | None, inputs: Inputs
) -> Execution:
    """Run the query of a SQL drop-down anew; what runs for the same is cancelled first. Gives the execution."""
    dynamic = filter["attributes"]["control_type"] in DYNAMIC_DROPDOWNS
    return cache.refresh(
        session,
        api,
        owner_of(filter, dashboard_id),
        filter["relationships"]["datasource"],
        filter["attributes"]["sql_query"],
        inputs=inputs_of(filter, inputs),
        kind="sql_filter",
        dashboard_id=dashboard_id if dynamic else None,
    )


def current(
    session: Session, api: str, filter: Mapping[str, Any], dashboard_id: str | None, inputs: Inputs
) -> Execution | None:
    """The newest execution of its present query that has data, or `None`."""
    execution = cache.current(session, api, owner_of(filter, dashboard_id), inputs_of(filter, inputs))
    return execution if execution is not None and execution["sql"] == filter["attributes"]["sql_query"] else None


def known_options(
    session: Session, api: str, filter: Mapping[str, Any], dashboard_id: str | None, inputs: Inputs
) -> dict[str, Any]:
    """The options as the API tells them: `options` where there are any, `data_timestamp` for SQL drop-downs."""
    control, private = filter["attributes"]["control_type"], filter["private"]
    if control in DYNAMIC_DROPDOWNS:
        execution = current(session, api, filter, dashboard_id, inputs)
        if execution is None:
            return {}
        result = results.open(session, api, execution)
        return {"data_timestamp": result.data_timestamp, "options": _read(result.reader(), with_parents=False)}
    options = thaw(private["options"]) if private.get("options") else None
    if options is None:
        return {}
    if control in MANUAL_DROPDOWNS:
        return {"options": options}
    if filter["relationships"].get("parent_filter") is None:
        options.pop("parent_values", None)
    return {"data_timestamp": private["options_timestamp"], "options": options}


def filter_timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each static SQL drop-down that has a rate: its query is run again every so many minutes."""
    for filter in session.store.list(api, FILTERS):
        attributes = filter["attributes"]
        rate = attributes.get("data_refresh_rate")
        if attributes["control_type"] in STATIC_DROPDOWNS and rate is not None:
            since = datetime.fromisoformat(filter["private"].get("since") or attributes["created_at"])
            yield Timer(f"filter/{filter['id']}", (), "UTC", since, timedelta(minutes=rate))


def run_due(session: Session, api: str, filter_id: str, due: datetime) -> None:
    """Run the query of a static drop-down at its time; nothing where it has gone or is another one meanwhile."""
    filter = session.store.get(api, FILTERS, filter_id)
    if filter is not None and filter["attributes"]["control_type"] in STATIC_DROPDOWNS:
        refresh(session, api, filter, None, Inputs())


def status(filter: Mapping[str, Any]) -> dict[str, Any]:
    """What a status poll says of a filter that is no dynamic drop-down: when it, or its options, last changed."""
    attributes = filter["attributes"]
    known: dict[str, Any] = {"updated_at": attributes.get("last_query_success") or attributes["updated_at"]}
    if attributes["control_type"] in STATIC_DROPDOWNS and filter["private"].get("options_timestamp") is not None:
        known["data_timestamp"] = filter["private"]["options_timestamp"]
    return known


def noticed(session: Session, api: str, execution: Execution) -> None:
    """Keep what a filter's query that has ended gave: its options, or what went wrong."""
    filter_id = str(execution["owner"] or "").removeprefix("filter:").partition("@")[0]
    options = problem = None
    if execution["status"] == "success":
        try:
            reader = results.open(session, api, execution).reader()
        except results.NoResult:
            return
        options = _read(reader, with_parents=True)
        static = "@" not in execution["owner"]
        if static and any("\0" in text for texts in options.values() for text in texts):
            problem, options = "The query gives NUL characters; the options stay as they were.", None
    elif execution["status"] == "cancelled":
        return
    else:
        problem = execution["error"] or f"The query ended with {execution['status']}."
    with session.store.transaction():
        filter = session.store.get(api, FILTERS, filter_id)
        if filter is None or filter["attributes"].get("sql_query") != execution["sql"]:
            return  # it was changed meanwhile, and this is about the query that it had
        session.store.put(api, FILTERS, filter_id, _with_outcome(filter, execution, options, problem))


def _with_outcome(
    filter: Mapping[str, Any], execution: Execution, options: Mapping[str, Any] | None, problem: str | None
) -> dict[str, Any]:
    changed: dict[str, Any] = thaw(filter)
    changed["attributes"]["last_query_error_message"] = problem
    if options is not None:
        started = datetime.fromisoformat(execution["started_at"])
        changed["attributes"]["last_query_success"] = execution["completed_at"]
        changed["private"] |= {"options": dict(options), "options_timestamp": int(started.timestamp())}
    return changed


def _read(reader: pyarrow.RecordBatchReader, *, with_parents: bool) -> dict[str, list[str]]:
    """The options in a result: values in its first column, labels in the second, values of the parent in the third."""
    columns = ["values", "value_names", "parent_values"]
    width = min(len(reader.schema), 3 if with_parents else 2)
    seen: dict[tuple[str, ...], None] = {}
    for batch in reader:
        for row in zip(*(_texts(batch.column(index)) for index in range(width)), strict=True):
            value, *others = row
            if value is not None:  # there is no way to choose it
                seen.setdefault((value, *(value if other is None else other for other in others)))
        if len(seen) >= _MOST:
            break
    rows = [*seen][:_MOST]
    found = {name: [row[index] for row in rows] for index, name in enumerate(columns[:width])}
    found.setdefault("value_names", found["values"])
    return found


def _texts(column: pyarrow.Array) -> Sequence[str | None]:
    """The values of a column as options have them."""
    return [None if value is None else _text(value) for value in column.to_pylist()]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
