"""A tour of the Cluvio API: every operation is called with success, on the demo and what is made on the way.

`toured(cluvio)` gives the replies by operationId, several where one cannot show all that there is. Objects are made as
full as they can be, so that the replies can be held against the vendor's samples.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import httpx2

from tests.unit.emulator_state.cluvio_boards import BOARD, MONTHS, SAMPLE, WEATHER, wait
from tests.unit.emulator_state.cluvio_world import Cluvio

Replies = dict[str, list[httpx2.Response]]
"""Replies by operationId."""

CARRIER, OPERATIONS_TEAM, BROKEN_ALERT = "fltr-carr-0001", "oper-team-0001", "brkn-qury-0003"
ADA, LENA, MINJUN = "adad-love-0001", "lena-berg-0006", "cho0-minj-0005"

PARAMETERS = {
    "timerange": "1356998400~1388534399",
    "aggregation": "month",
    "filters": [
        {"variable_name": "carrier", "selected_values": ["UA"]},
        {"variable_name": "least_delay", "selected_values": [15]},
    ],
}
BOARD_SETTINGS: dict[str, Any] = {
    "description": "All that there is",
    "time_zone_config": {"type": "input", "fixed_time_zone": "UTC", "allowed_time_zones": ["UTC", "Europe/Berlin"]},
    "data_refresh_anchor_time": "06:00",
    "filters_configuration": {
        "apply_immediately": True,
        "aggregation_options": ["day", "month"],
        "filter_sorting": ["carrier"],
        "hidden_parameters": ["tz"],
    },
}
REPORT = {
    "name": "Full",
    "description": "x",
    "sql_query": "SELECT carrier, count(*) AS n FROM flights WHERE {carrier=carrier} GROUP BY 1",
    "r_query": "sql.data",
    "data_refresh_rate": 60,
    "data_refresh_anchor_time": "06:00",
    "attribution": "x",
    "no_data_message": "x",
    "unlimited_csv_export_enabled": True,
}
SCHEDULE = {
    "name": "Every morning",
    "emails": "ada@example.com",
    "cc_emails": "ben@example.com",
    "bcc_emails": "gail@example.com",
    "attach_as": "csv",
    "schedule": "daily;06:00",
    "subject_text": "x",
    "body_text": "x",
    "send_via": "x",
    "page_width": 800,
    "parameters": {**PARAMETERS, "tz": "UTC"},
}
ALERT = {
    "name": "Full",
    "description": "x",
    "sql_query": "SELECT 1",
    "run_schedule": "at",
    "run_at": "06:00",
    "run_every": 10,
    "trigger_condition": "equal",
    "trigger_value": 1,
    "email_condition": "all",
    "emails": "ada@example.com",
    "cc_emails": "ada@example.com",
    "bcc_emails": "ada@example.com",
    "error_emails": "ada@example.com",
    "attach_as": "csv",
}
#: Datasources of each type and mode: no one of them has all attributes.
SOURCES: dict[str, dict[str, Any]] = {
    "agent": {"database_type": "postgres", "connection_mode": "agent", "data_time_zone": "UTC"},
    "tunnel": {
        "database_type": "mysql",
        "connection_mode": "ssh_tunnel",
        "ssh_tunnel_host": "gate",
        "ssh_tunnel_port": 22,
        "ssh_tunnel_user": "u",
        "password": "p",
    },
    "athena": {
        "database_type": "athena",
        "connection_mode": "direct",
        "athena_region": "eu-west-1",
        "athena_workgroup": "w",
    },
    "databricks": {"database_type": "databricks", "connection_mode": "direct", "databricks_http_path": "/sql"},
    "snowflake": {
        "database_type": "snowflake",
        "connection_mode": "direct",
        "snowflake_identifier": "i",
        "snowflake_region": "r",
        "snowflake_warehouse": "w",
    },
    "bigquery": {"database_type": "bigquery", "connection_mode": "direct", "bigquery_service_key": '{"a": 1}'},
}


def one(type: str, id: str) -> dict[str, Any]:
    return {"data": {"id": id, "type": type}}


def many(type: str, *ids: str) -> dict[str, Any]:
    return {"data": [{"id": id, "type": type} for id in ids]}


class Tour:
    """The replies so far, by operationId."""

    def __init__(self, cluvio: Cluvio) -> None:
        self.cluvio = cluvio
        self.replies: Replies = defaultdict(list)
        self.with_agent = ""  # the id of a datasource that has an agent

    async def call(self, operation: str, method: str, path: str, body: Any = None, **query: Any) -> Any:
        """One call that must succeed; gives its body, `None` where there is none."""
        return await self.at(self.cluvio, operation, method, path, body, **query)

    async def at(self, server: Cluvio, operation: str, method: str, path: str, body: Any = None, **query: Any) -> Any:
        options = {} if body is None else {"json": body}
        reply = await server.call(method, path, params=query, **options)
        assert reply.status_code in (200, 201, 204), f"{operation}: {reply.text}"
        self.replies[operation].append(reply)
        return reply.json() if reply.content else None

    async def made(self, operation: str, path: str, relationships: Any = None, **attributes: Any) -> str:
        """Create an object; gives its id."""
        created = await self.call(operation, "POST", path, self.cluvio.data(relationships, **attributes))
        return str(created["data"]["id"])


async def toured(cluvio: Cluvio) -> Replies:
    """Call all operations; gives their replies by operationId."""
    tour = Tour(cluvio)
    for part in (
        datasources,
        executions,
        dashboards,
        groups,
        reports,
        exports,
        filters,
        snippets,
        alerts,
        people,
        ends,
    ):
        await part(tour)
        wait(cluvio)
    return tour.replies


async def datasources(tour: Tour) -> None:
    agent = await tour.made("createDatasourceAgent", "/datasource_agents", name="Office")
    ids = {}
    for name, attributes in SOURCES.items():
        related = {"agents": many("datasource_agents", agent)} if name == "agent" else None
        common = {"name": name, "host": "db.example", "port": 5432, "username": "u", "database": "d"}
        ids[name] = await tour.made("createDatasource", "/datasources", related, **{**common, **attributes})
    tour.with_agent = ids["agent"]
    whole = tour.cluvio.data(max_concurrent_executions=5)
    for id in ids.values():
        await tour.call("updateDatasource", "PATCH", f"/datasources/{id}", whole)
        await tour.call("getDatasource", "GET", f"/datasources/{id}", include="agents")
        await tour.call("testDatasourceConnection", "POST", f"/datasources/{id}/test")
    await tour.call("refreshDatasource", "POST", f"/datasources/{SAMPLE}/refresh")
    wait(tour.cluvio)
    await tour.call("listDatasources", "GET", "/datasources", include="agents")
    await tour.call("listDatasourceAgents", "GET", "/datasource_agents", include="datasources")
    path = f"/datasource_agents/{agent}"
    await tour.call("getDatasourceAgent", "GET", path, include="datasources")
    await tour.call("updateDatasourceAgent", "PATCH", path, tour.cluvio.data(name="Attic"))
    access = await tour.call("getDatasourceSchema", "GET", f"/datasources/{SAMPLE}/schema")
    data = tour.cluvio.server("data", f"Data {access['data_access_token']}")
    await tour.at(data, "getSchemaData", "GET", f"/schema/{access['data_key']}")


async def executions(tour: Tour) -> None:
    body = {"sql_query": "SELECT 1 AS a, 'Hello' AS b, true AS c, NULL AS d", "parameters": {"timerange": "~"}}
    id = (await tour.call("runExecution", "POST", f"/datasources/{SAMPLE}/executions", body))["data"]["id"]
    wait(tour.cluvio)
    await tour.call("getExecution", "GET", f"/executions/{id}")
    access = await tour.call("getExecutionData", "GET", f"/executions/{id}/data")
    data = tour.cluvio.server("data", f"Data {access['data_access_token']}")
    await tour.at(data, "getResultData", "GET", f"/data/{access['data_key']}")
    await tour.call("cancelExecution", "POST", f"/executions/{id}/cancel")


async def dashboards(tour: Tour) -> None:
    await tour.made("createDashboard", "/dashboards", name="Full", **BOARD_SETTINGS)
    given = tour.cluvio.data(**BOARD_SETTINGS, default_parameters={**PARAMETERS, "tz": "UTC"})
    await tour.call("updateDashboard", "PATCH", f"/dashboards/{BOARD}", given)
    share = {"share_mode": "custom", "user_group_ids": [OPERATIONS_TEAM]}
    await tour.call("shareDashboard", "POST", f"/dashboards/{BOARD}/share", share)
    await tour.call("listDashboards", "GET", "/dashboards")
    for name in ("user", "dashboard_sharing_links", "user_groups", "dashboard_groups"):
        await tour.call("getDashboard", "GET", f"/dashboards/{BOARD}", include=name)
    await tour.call("refreshDashboard", "POST", f"/dashboards/{BOARD}/refresh", {"parameters": PARAMETERS})
    wait(tour.cluvio)
    polled = {"refresh_data": False, "parameters": PARAMETERS}
    await tour.call("pollDashboardStatus", "POST", f"/dashboards/{BOARD}/status", polled)
    await tour.call("createDashboardBackup", "POST", f"/dashboards/{BOARD}/backup")
    await tour.call("duplicateDashboard", "POST", f"/dashboards/{BOARD}/duplicate")
    shown = (await tour.cluvio.get(f"/dashboards/{BOARD}"))["data"]["attributes"]
    await tour.call("updateDashboardLayout", "PUT", f"/dashboards/{BOARD}/layout", {"layout": shown["layout"]})
    await tour.call("lockDashboard", "POST", f"/dashboards/{BOARD}/lock")
    await tour.call("unlockDashboard", "POST", f"/dashboards/{BOARD}/unlock")


async def groups(tour: Tour) -> None:
    related = {"dashboards": many("dashboards", BOARD)}
    id = await tour.made("createDashboardGroup", "/dashboard_groups", related, name="Full", description="x")
    await tour.call("listDashboardGroups", "GET", "/dashboard_groups")
    await tour.call("getDashboardGroup", "GET", f"/dashboard_groups/{id}", include="dashboards")
    await tour.call("updateDashboardGroup", "PATCH", f"/dashboard_groups/{id}", tour.cluvio.data(name="Fuller"))
    await tour.call("sortDashboardGroups", "POST", "/dashboard_groups/sort", {"dashboard_group_ids": [id]})
    related = {"dashboard": one("dashboards", BOARD), "report": one("reports", MONTHS)}
    schedule = await tour.made("createDashboardSchedule", "/dashboard_schedules", related, **SCHEDULE)
    path = f"/dashboard_schedules/{schedule}"
    await tour.call("triggerDashboardSchedule", "POST", f"{path}/trigger")
    wait(tour.cluvio)
    await tour.call("updateDashboardSchedule", "PATCH", path, tour.cluvio.data(name="Each morning"))
    await tour.call("getDashboardSchedule", "GET", path, include="dashboard")
    await tour.call("getDashboardSchedule", "GET", path, include="report")
    await tour.call("deleteDashboardSchedule", "DELETE", "/dashboard_schedules/mond-mail-0001")
    await tour.call("listDashboardSchedules", "GET", "/dashboard_schedules")


async def reports(tour: Tour) -> None:
    related = {"dashboard": one("dashboards", BOARD), "datasource": one("datasources", SAMPLE)}
    id = await tour.made("createReport", "/reports", related, **REPORT, width=6, height=4)
    broken = await tour.made("createReport", "/reports", related, **{**REPORT, "sql_query": "SELECT nothing"})
    for report in (broken, id):
        body = {"parameters": PARAMETERS}
        await tour.call("refreshReport", "POST", f"/reports/{report}/refresh", body)
    wait(tour.cluvio)
    await tour.call("listReports", "GET", "/reports")
    for name in ("dashboard", "datasource"):
        await tour.call("getReport", "GET", f"/reports/{broken}", include=name)
    await tour.call("getReportData", "POST", f"/reports/{id}/data", {"parameters": PARAMETERS})
    await tour.call("updateReport", "PATCH", f"/reports/{id}", tour.cluvio.data(name="Fuller"))
    copy = (await tour.call("duplicateReport", "POST", f"/reports/{id}/duplicate"))["data"]["id"]
    await tour.call("deleteReport", "DELETE", f"/reports/{copy}")


async def exports(tour: Tour) -> None:
    jobs = []
    for what, path in (("Dashboard", f"/dashboards/{WEATHER}"), ("Report", f"/reports/{MONTHS}")):
        for form in ("Pdf", "Png", *(["Csv"] if what == "Report" else [])):
            started = await tour.call(f"export{what}{form}", "POST", f"{path}/export/{form.lower()}", {})
            jobs.append(started["job_id"])
    wait(tour.cluvio)
    for id in jobs:
        await tour.call("getExportJob", "GET", f"/export_jobs/{id}")
    related = {"dashboard": one("dashboards", BOARD), "datasource": one("datasources", SAMPLE)}
    fields = {**REPORT, "sql_query": "SELECT nothing"}
    broken = await tour.made("createReport", "/reports", related, **fields)
    failed = (await tour.call("exportReportCsv", "POST", f"/reports/{broken}/export/csv", {}))["job_id"]
    wait(tour.cluvio)
    await tour.call("getExportJob", "GET", f"/export_jobs/{failed}")
    await tour.call("cancelExportJob", "POST", f"/export_jobs/{failed}/cancel")


async def filters(tour: Tour) -> None:
    related = {"datasource": one("datasources", SAMPLE), "parent_filter": one("filters", CARRIER)}
    fields = {
        "variable_name": "airport",
        "display_name": "Airport",
        "control_type": "dropdown",
        "value_type": "TEXT",
        "sql_query": "SELECT dest, min(dest), min(carrier) FROM flights WHERE [flown] GROUP BY 1",
        "data_refresh_rate": 60,
        "default_values": ["HNL"],
        "dropdown_validate": True,
    }
    id = await tour.made("createFilter", "/filters", related, **fields)
    broken = {**fields, "variable_name": "broken", "sql_query": "SELECT nothing"}
    unreached = {**fields, "variable_name": "unreached", "sql_query": "SELECT 1"}
    far = await tour.made("createFilter", "/filters", {"datasource": one("datasources", tour.with_agent)}, **unreached)
    await tour.call("getFilter", "GET", f"/filters/{far}", include="datasource")
    wrong = await tour.made("createFilter", "/filters", related, **broken)
    units: dict[str, Any] = {"control_type": "date_time_aggregation", "allowed_aggregations": ["day", "month"]}
    unit = await tour.made("createFilter", "/filters", None, variable_name="unit", value_type="TEXT", **units)
    for each in (id, wrong):
        await tour.call("refreshDropDownFilterOptions", "POST", f"/filters/{each}/refresh")
    wait(tour.cluvio)
    await tour.call("getDropDownFilterOptions", "POST", f"/filters/{id}/options")
    await tour.call("listFilters", "GET", "/filters")
    for each in (id, wrong, unit):
        for name in ("datasource", "parent_filter", "sql_snippets"):
            await tour.call("getFilter", "GET", f"/filters/{each}", include=name)
        await tour.call("updateFilter", "PATCH", f"/filters/{each}", tour.cluvio.data(display_name="Airports"))
    await tour.call("deleteFilter", "DELETE", f"/filters/{wrong}")


async def snippets(tour: Tour) -> None:
    related = {"datasource": one("datasources", SAMPLE)}
    fields = {"name": "full", "description": "x", "text": "[flown] AND [what]", "params": "what"}
    id = await tour.made("createSqlSnippet", "/sql_snippets", related, **fields)
    far = {"datasource": one("datasources", tour.with_agent)}
    other = await tour.made("createSqlSnippet", "/sql_snippets", far, name="far", text="1")
    await tour.call("getSqlSnippet", "GET", f"/sql_snippets/{other}", include="datasource")
    await tour.call("listSqlSnippets", "GET", "/sql_snippets")
    for name in ("datasource", "sql_snippets"):
        await tour.call("getSqlSnippet", "GET", f"/sql_snippets/{id}", include=name)
    await tour.call("updateSqlSnippet", "PATCH", f"/sql_snippets/{id}", tour.cluvio.data(description="y"))
    await tour.call("deleteSqlSnippet", "DELETE", f"/sql_snippets/{id}")


async def alerts(tour: Tour) -> None:
    related = {"datasource": one("datasources", SAMPLE)}
    id = await tour.made("createSqlAlert", "/sql_alerts", related, **ALERT)
    words = await tour.made("createSqlAlert", "/sql_alerts", related, **{**ALERT, "sql_query": "SELECT 'words'"})
    away = {"datasource": one("datasources", tour.with_agent)}
    far = await tour.made("createSqlAlert", "/sql_alerts", away, **{**ALERT, "run_schedule": "disabled"})
    await tour.call("getSqlAlert", "GET", f"/sql_alerts/{far}", include="datasource")
    jobs = tour.cluvio.control.jobs
    for each in (id, words, BROKEN_ALERT, BROKEN_ALERT):
        await tour.call("runSqlAlertQuery", "POST", f"/sql_alerts/{each}/run")
        wait(tour.cluvio)
    await tour.call("listSqlAlertResults", "GET", f"/sql_alerts/{BROKEN_ALERT}/results", limit=1)
    jobs.set_progression("sql_alert", "manual")
    await tour.call("runSqlAlertQuery", "POST", f"/sql_alerts/{id}/run")
    await tour.call("listSqlAlerts", "GET", "/sql_alerts")
    for each in (id, words, BROKEN_ALERT):
        await tour.call("getSqlAlert", "GET", f"/sql_alerts/{each}", include="datasource")
        await tour.call("updateSqlAlert", "PATCH", f"/sql_alerts/{each}", tour.cluvio.data(description="y"))
    jobs.set_progression("sql_alert", "immediate")
    for job in jobs.list():
        if job["status"] in ("created", "queued"):
            jobs.advance(job["id"])
    wait(tour.cluvio)
    await tour.call("deleteSqlAlert", "DELETE", f"/sql_alerts/{words}")


async def people(tour: Tour) -> None:
    await tour.call("listUsers", "GET", "/users", include="user_groups")
    for name in ("user_groups", "invited_by_user"):
        await tour.call("getUser", "GET", f"/users/{LENA}", include=name)
    groups = {"user_groups": many("user_groups", OPERATIONS_TEAM)}
    await tour.call("updateUser", "PATCH", f"/users/{LENA}", tour.cluvio.data(groups, role="viewer"))
    await tour.call("deactivateUser", "POST", f"/users/{MINJUN}/deactivate")
    await tour.call("activateUser", "POST", f"/users/{MINJUN}/activate", {"role": "viewer"})
    body = {"email": "new@example.com", "user_group_ids": [OPERATIONS_TEAM]}
    invited = (await tour.call("inviteUser", "POST", "/user_invites", body))["data"]["id"]
    await tour.call("resendUserInvite", "POST", f"/user_invites/{invited}/resend")
    wait(tour.cluvio)
    await tour.call("deleteUserInvite", "DELETE", f"/user_invites/{invited}")
    related = {"users": many("users", ADA), "dashboards": many("dashboards", BOARD)}
    id = await tour.made("createUserGroup", "/user_groups", related, name="Full", description="x")
    await tour.call("listUserGroups", "GET", "/user_groups")
    for name in ("users", "dashboards"):
        await tour.call("getUserGroup", "GET", f"/user_groups/{id}", include=name)
    await tour.call("updateUserGroup", "PATCH", f"/user_groups/{id}", tour.cluvio.data(name="Fuller"))
    await tour.call("deleteUserGroup", "DELETE", f"/user_groups/{id}")


async def ends(tour: Tour) -> None:
    """Delete what no other part of the tour deletes."""
    agent = await tour.made("createDatasourceAgent", "/datasource_agents", name="Cellar")
    await tour.call("deleteDatasourceAgent", "DELETE", f"/datasource_agents/{agent}")
    source = await tour.made("createDatasource", "/datasources", name="x", **SOURCES["databricks"])
    await tour.call("deleteDatasource", "DELETE", f"/datasources/{source}")
    group = await tour.made("createDashboardGroup", "/dashboard_groups", name="x")
    await tour.call("deleteDashboardGroup", "DELETE", f"/dashboard_groups/{group}")
    board = await tour.made("createDashboard", "/dashboards", name="x")
    await tour.call("deleteDashboard", "DELETE", f"/dashboards/{board}")
