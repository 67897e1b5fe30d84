"""What is on a dashboard: its reports and their places, and the filters and snippets that the reports use.

Which filters and snippets those are follows from the SQL. A filter belongs to a dashboard when a report of it names
the variable, be it through a snippet or in the query of another filter; a variable without a filter is an ad hoc one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Call

from .grid import PLACE
from .queries import cancel_all, report_owner
from .query_sources import FILTERS, SNIPPETS, snippet_closure
from .query_sources import filters_of as variables_in
from .records import all_of, find, ids_of, referring, remove
from .schedule_records import KIND as SCHEDULES
from .schedule_records import remove_schedule

__all__ = ["LINKS", "filters_of", "groups_of", "layout_of", "remove_reports", "reports_of", "snippets_of"]

LINKS = "dashboard_sharing_links"

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
    cancel_all(call, [report_owner(report["id"]) for report in reports])
    for report in reports:
        for schedule in referring(call, SCHEDULES, "report", report["id"]):
            remove_schedule(call.session, call.api, schedule["id"])
        remove(call, "reports", report["id"])


def groups_of(call: Call, dashboard: Record) -> list[Record]:
    """The dashboard groups that a dashboard is in."""
    return referring(call, "dashboard_groups", "dashboards", dashboard["id"])


def filters_of(call: Call, reports: Iterable[Record]) -> list[Record]:
    """The custom filters that reports use, also those that only other filters of them use; by variable name."""
    by_name = {filter["attributes"]["variable_name"]: filter for filter in all_of(call, FILTERS)}
    used: dict[str, Record] = {}
    names = [name for report in reports for name in _variables(call, report)]
    while names:
        filter = by_name.get(names.pop())
        if filter is None or filter["id"] in used:
            continue
        used[filter["id"]] = filter
        parents = [find(call, FILTERS, id) for id in ids_of(filter, "parent_filter")]
        names += _variables(call, filter)
        names += [parent["attributes"]["variable_name"] for parent in parents if parent is not None]
    return sorted(used.values(), key=lambda filter: str(filter["attributes"]["variable_name"]))


def snippets_of(call: Call, reports: Iterable[Record]) -> list[Record]:
    """The SQL snippets that reports use, directly or through others; by id."""
    ids = {id for report in reports for id in snippet_closure(call.session, call.api, *_query(report))}
    found = [find(call, SNIPPETS, id) for id in sorted(ids)]
    return [snippet for snippet in found if snippet is not None]


def _variables(call: Call, user: Record) -> Sequence[str]:
    """The variables that the SQL of a report or filter names; none where it cannot be read."""
    return variables_in(call.session, call.api, *_query(user))


def _query(user: Record) -> tuple[str, str | None]:
    """The SQL of a report or filter, and the datasource that it runs on."""
    return user["attributes"].get("sql_query") or "", user["relationships"].get("datasource")
