"""What is on a dashboard: its reports and their places, and the filters and snippets that the reports use.

Which filters and snippets those are follows from the SQL. A filter belongs to a dashboard when a report of it names
the variable, be it through a snippet or in the query of another filter; a variable without a filter is an ad hoc one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bireme_emulator.kernel.context import Call

from .expressions import BUILT_IN_SNIPPETS, ExpressionError, FilterDefinition, References, Snippet, references
from .grid import PLACE
from .queries import cancel_all, owner_of
from .records import all_of, ids_of, referring, remove

__all__ = ["LINKS", "filters_of", "groups_of", "layout_of", "remove_reports", "reports_of", "snippets_of"]

LINKS = "dashboard_sharing_links"
_BUILT_IN = dict.fromkeys(BUILT_IN_SNIPPETS)

Record = Mapping[str, Any]


def reports_of(call: Call, dashboard: Record) -> list[Record]:
    """The reports of a dashboard as one reads them: from the top, and in a row from the left."""
    reports = referring(call, "reports", "dashboard", dashboard["id"])
    return sorted(reports, key=lambda report: (report["attributes"]["row"], report["attributes"]["column"]))


def layout_of(reports: Iterable[Record]) -> list[dict[str, Any]]:
    """Place and size of each report, as a dashboard shows them."""
    return [
        {"type": "report", "id": report["id"], **{name: report["attributes"][name] for name in PLACE}}
        for report in reports
    ]


def remove_reports(call: Call, reports: Iterable[Record]) -> None:
    """Remove reports with the schedules that are theirs alone; their queries stop."""
    reports = [*reports]
    cancel_all(call, [owner_of("reports", report["id"]) for report in reports])
    for report in reports:
        for schedule in referring(call, "dashboard_schedules", "report", report["id"]):
            remove(call, "dashboard_schedules", schedule["id"])
        remove(call, "reports", report["id"])


def groups_of(call: Call, dashboard: Record) -> list[Record]:
    """The dashboard groups that a dashboard is in."""
    return referring(call, "dashboard_groups", "dashboards", dashboard["id"])


def filters_of(call: Call, reports: Iterable[Record]) -> list[Record]:
    """The custom filters that reports use, also those that only other filters of them use; by variable name."""
    known = {filter["attributes"]["variable_name"]: filter for filter in all_of(call, "filters")}
    by_id = {filter["id"]: filter for filter in known.values()}
    used: dict[str, Record] = {}
    names = [name for report in reports for name in _named(call, report).variables]
    while names:
        filter = known.get(names.pop())
        if filter is None or filter["id"] in used:
            continue
        used[filter["id"]] = filter
        names += _named(call, filter).variables
        names += [by_id[id]["attributes"]["variable_name"] for id in ids_of(filter, "parent_filter") if id in by_id]
    return sorted(used.values(), key=lambda filter: str(filter["attributes"]["variable_name"]))


def snippets_of(call: Call, reports: Iterable[Record]) -> list[Record]:
    """The SQL snippets that reports use, directly or through others; by id."""
    used: dict[str, Record] = {}
    for report in reports:
        snippets = _snippets(call, report)
        for name in _named(call, report).snippets:
            used[snippets[name]["id"]] = snippets[name]
    return sorted(used.values(), key=lambda snippet: str(snippet["id"]))


def _snippets(call: Call, user: Record) -> dict[str, Record]:
    """The snippets that a report or filter may use, by name: those of its datasource."""
    datasource_id = user["relationships"].get("datasource")
    found = referring(call, "sql_snippets", "datasource", datasource_id) if datasource_id else []
    return {snippet["attributes"]["name"]: snippet for snippet in found}


def _named(call: Call, user: Record) -> References:
    """What the SQL of a report or filter names; nothing where it cannot be read."""
    text = user["attributes"].get("sql_query") or ""
    if "{" not in text and "[" not in text:
        return References((), ())
    snippets = tuple(
        (name, snippet["attributes"]["text"], snippet["attributes"].get("params"))
        for name, snippet in _snippets(call, user).items()
    )
    filters = tuple(FilterDefinition.of(filter["attributes"]) for filter in all_of(call, "filters"))
    return _references(text, snippets, filters)


@lru_cache(maxsize=2048)
def _references(
    text: str, snippets: tuple[tuple[str, str, str | None], ...], filters: tuple[FilterDefinition, ...]
) -> References:
    try:
        return references(
            text,
            snippets={name: Snippet(body, Snippet.names(params)) for name, body, params in snippets},
            filters={filter.variable_name: filter for filter in filters},
            builtins=_BUILT_IN,
        )
    except (ExpressionError, ValueError):
        return References((), ())
