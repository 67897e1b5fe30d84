"""Copies of dashboards: a second dashboard with the same reports, and the backup as one JSON object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.frozen import thaw

from .access import may_use_datasource
from .contents import filters_of, reports_of, snippets_of
from .dashboards import KIND, found_dashboard, require_unnarrowed
from .documents import document
from .records import created, now

__all__ = ["handlers"]

handlers = Handlers()

_NOT_COPIED = ("thumbnail_image_url", "thumbnail_created_at")


@handlers.operation("duplicateDashboard")
def duplicate_dashboard(call: Call) -> Answer:
    """Make a copy with copies of all reports in the same places: unlocked, shared with nobody, in no group."""
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        require_unnarrowed(call)
        reports = reports_of(call, dashboard)
        for report in reports:
            may_use_datasource(call, report["relationships"]["datasource"])
        stamps = {"created_at": now(call), "updated_at": now(call)}
        held = {**thaw(dashboard)["attributes"], **dict.fromkeys(_NOT_COPIED)}
        attributes = {**held, **stamps, "name": f"{held['name']} (Copy)", "is_locked": False}
        copy = created(call, KIND, attributes, {"user": None, "user_groups": []})
        for report in reports:
            copied = thaw(report)
            related = {**copied["relationships"], "dashboard": copy["id"]}
            created(call, "reports", {**copied["attributes"], **stamps}, related, copied["private"])
    return document(call, KIND, copy, status=201)


@handlers.operation("createDashboardBackup")
def create_dashboard_backup(call: Call) -> Answer:
    """The dashboard with its reports, and the filters and snippets that they use; without results and credentials."""
    dashboard = found_dashboard(call)
    reports = reports_of(call, dashboard)
    body = {
        "format": "bireme-dashboard-backup",
        "format_version": 1,
        "dashboard": _kept(dashboard),
        "reports": _all_kept(reports),
        "filters": _all_kept(filters_of(call, reports)),
        "sql_snippets": _all_kept(snippets_of(call, reports)),
    }
    return Answer(body=body)


def _all_kept(records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [_kept(record) for record in records]


def _kept(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a backup holds of an object."""
    copied = thaw(record)
    kept = {"id": copied["id"], "attributes": copied["attributes"]}
    datasource = copied["relationships"].get("datasource")
    return {**kept, "datasource_id": datasource} if datasource else kept
