"""What schemathesis cannot know about dashboards, their groups and reports of Cluvio: what is where, what is locked."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["DASHBOARDS_AND_REPORTS"]

_RULE = "The rule is about several attributes at once, or about what else there is; 422 is what the document gives."
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."
_BOARD, _WEATHER, _LOCKED = "flgt-oper-0001", "wthr-newy-0002", "punc-targ-0003"
_MONTHS, _LOCKED_REPORT = "flts-mnth-0001", "targ-carr-0015"
_WEATHER_REPORTS = ("temp-days-0011", "prec-mnth-0012", "temp-heat-0013", "cumu-prec-0014")


def _document(relationships: Any = None, **attributes: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"attributes": attributes}
    return {"data": data if relationships is None else {**data, "relationships": relationships}}


def _on(dashboard: str, datasource: str = "smpl-data-0001") -> dict[str, Any]:
    links = {"dashboard": ("dashboards", dashboard), "datasource": ("datasources", datasource)}
    return {name: {"data": {"type": type, "id": id}} for name, (type, id) in links.items()}


def _board(**attributes: Any) -> tuple[Ask, Ask]:
    """A new dashboard, and the same as a change of one."""
    body = _document(**{"name": "x", **attributes})
    return Ask("createDashboard", body=body), Ask("updateDashboard", {"id": _BOARD}, body=body)


def _report(relationships: dict[str, Any]) -> tuple[Ask, Ask]:
    body = _document(relationships, name="x")
    return Ask("createReport", body=body), Ask("updateReport", {"id": _MONTHS}, body=body)


def _layout(*ids: str, column: int = 1, height: int = 1) -> Ask:
    """All below each other, as wide as half the grid."""
    place = {"column": column, "width": 6, "height": height}
    elements = [{"id": id, "row": row, **place} for row, id in enumerate(ids, start=1)]
    return Ask("updateDashboardLayout", {"id": _WEATHER}, body={"layout": elements})


_OF_A_DASHBOARD = ("pollDashboardStatus", "refreshDashboard", "exportDashboardPdf", "exportDashboardPng")
_OF_A_REPORT = ("refreshReport", "getReportData", "exportReportPdf", "exportReportPng", "exportReportCsv")
_OF_A_FILTER = ("getDropDownFilterOptions", "refreshDropDownFilterOptions")
_NOWHERE = {"parameters": {"tz": "Nowhere/At_All"}}
_INPUTS = (
    Exclusion(
        (*_OF_A_DASHBOARD, *_OF_A_REPORT, *_OF_A_FILTER), 422,
        (r"parameters\..* cannot be .*",),
        "Which inputs a dashboard takes, and in which order bounds stand, is not for a schema to say.",
        (
            *(Ask(operation, {"id": _BOARD}, body=_NOWHERE) for operation in _OF_A_DASHBOARD),
            *(Ask(operation, {"id": _MONTHS}, body=_NOWHERE) for operation in _OF_A_REPORT),
            *(Ask(operation, {"id": "fltr-dest-0001"}, body={"dashboard_id": _BOARD, **_NOWHERE})
              for operation in _OF_A_FILTER),
        ),
    ),
    Exclusion(
        ("updateDashboard",), 422,
        (r"default_parameters\..* cannot be .*",),
        "They are judged like the inputs of a request.",
        (Ask("updateDashboard", {"id": _BOARD}, body=_document(default_parameters={"timerange": "2~1"})),),
    ),
    Exclusion(
        ("refreshReport",), 422,
        (r"The report has no SQL query to run",),
        _STATE,
        (Ask("refreshReport", {"id": _MONTHS}, body={},
             before=(Ask("updateReport", {"id": _MONTHS}, body=_document(sql_query="")),)),),
    ),
)  # fmt: skip
_SETTINGS = (
    Exclusion(
        ("createDashboard", "updateDashboard"), 422,
        (
            r"time_zone_config/fixed_time_zone: can't be blank with the type fixed",
            r"time_zone_config/allowed_time_zones: can't be empty with the type input",
            r"time_zone_config/\w+: there is no time zone .*",
        ),
        _RULE,
        (
            *_board(time_zone_config={"type": "fixed"}),
            *_board(time_zone_config={"type": "input"}),
            *_board(time_zone_config={"type": "fixed", "fixed_time_zone": "Nowhere/At_All"}),
        ),
    ),
    Exclusion(
        ("updateDashboard", "deleteDashboard", "updateDashboardLayout",
         "createReport", "updateReport", "deleteReport", "duplicateReport"), 422,
        (r"The dashboard \S+ is locked; unlock it first",),
        "Whether a dashboard is locked is state; that it refuses changes then is the emulator's decision.",
        (
            Ask("updateDashboard", {"id": _LOCKED}, body=_document(name="x")),
            Ask("deleteDashboard", {"id": _LOCKED}),
            Ask("updateDashboardLayout", {"id": _LOCKED}, body={"layout": []}),
            Ask("createReport", body=_document(_on(_LOCKED), name="x")),
            Ask("updateReport", {"id": _LOCKED_REPORT}, body=_document(name="x")),
            Ask("deleteReport", {"id": _LOCKED_REPORT}),
            Ask("duplicateReport", {"id": _LOCKED_REPORT}),
        ),
    ),
    Exclusion(
        ("updateDashboardLayout",), 422,
        (
            r"layout: the dashboard has no report .*",
            r"layout: the report \S+ is there more than once",
            r"layout: the report \S+ is missing",
            r"layout/\S+: it goes beyond the last of 12 columns",
            r"layout/\S+: it overlaps with \S+",
        ),
        _RULE,
        (
            _layout(_MONTHS),
            _layout(*_WEATHER_REPORTS, _WEATHER_REPORTS[0]),
            _layout(_WEATHER_REPORTS[0]),
            _layout(*_WEATHER_REPORTS, column=9),
            _layout(*_WEATHER_REPORTS, height=3),
        ),
    ),
    Exclusion(
        ("shareDashboard",), 422,
        (
            r"user_group_ids: name the groups to share with; the mode none shares with nobody",
            r"user_group_ids: there is no user group .*",
        ),
        _RULE,
        (
            Ask("shareDashboard", {"id": _BOARD}, body={"share_mode": "custom"}),
            Ask("shareDashboard", {"id": _BOARD}, body={"share_mode": "custom", "user_group_ids": ["none"]}),
        ),
    ),
)  # fmt: skip
_NOT_THERE = {"dashboards": {"data": [{"type": "dashboards", "id": "none"}]}}
_LINKS = (
    Exclusion(
        ("createReport", "updateReport"), 422,
        (
            r"relationships/dashboard: there is no dashboards .*",
            r"relationships/datasource: there is no datasources .*",
        ),
        _STATE,
        (*_report(_on("none")), *_report(_on(_BOARD, "none"))),
    ),
    Exclusion(
        ("createDashboardGroup", "updateDashboardGroup"), 422,
        (r"relationships/dashboards: there is no dashboards .*",),
        _STATE,
        (
            Ask("createDashboardGroup", body=_document(_NOT_THERE, name="x")),
            Ask("updateDashboardGroup", {"id": "flgt-dash-0001"}, body=_document(_NOT_THERE)),
        ),
    ),
    Exclusion(
        ("sortDashboardGroups",), 422,
        (r"dashboard_group_ids: there is no dashboard group .*",),
        _STATE,
        (Ask("sortDashboardGroups", body={"dashboard_group_ids": ["none"]}),),
    ),
)  # fmt: skip
DASHBOARDS_AND_REPORTS: tuple[Exclusion, ...] = (*_INPUTS, *_SETTINGS, *_LINKS)
