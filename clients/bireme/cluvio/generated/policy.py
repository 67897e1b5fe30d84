"""What the spec says on the API as a whole: its servers, its credentials, and where each operation stands."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any, Final

#: The header that carries the key, and what stands before the key in it.
AUTH: Final[str | None] = "Authorization"
AUTH_PREFIX: Final = "Api "

#: Every way to prove who one is: the header, and what stands before the secret in it.
CREDENTIALS: Final[dict[str, tuple[str, str]]] = {
    "ApiKey": ("Authorization", "Api "),
    "DataAccessToken": ("Authorization", "Data "),
}

#: The base URL of each region.
SERVERS: Final[dict[str, str]] = {"eu": "https://api.eu.cluvio.com", "us": "https://api.us.cluvio.com"}

#: The same for the servers that hand out data, where the vendor has such.
DATA_SERVERS: Final[dict[str, str]] = {"eu": "https://data.eu.cluvio.com", "us": "https://data.us.cluvio.com"}

#: What is known of each value of an enum: schema -> value -> facts.
VALUES: Final[dict[str, dict[str, dict[str, Any]]]] = {}

#: operationId -> module, relative to this package.
OPERATIONS: Final[dict[str, str]] = {
    "listDatasources": ".api.datasources.list_datasources",
    "createDatasource": ".api.datasources.create_datasource",
    "getDatasource": ".api.datasources.get_datasource",
    "deleteDatasource": ".api.datasources.delete_datasource",
    "updateDatasource": ".api.datasources.update_datasource",
    "testDatasourceConnection": ".api.datasources.test_datasource_connection",
    "refreshDatasource": ".api.datasources.refresh_datasource",
    "getDatasourceSchema": ".api.datasources.get_datasource_schema",
    "listDatasourceAgents": ".api.datasource_agents.list_datasource_agents",
    "createDatasourceAgent": ".api.datasource_agents.create_datasource_agent",
    "getDatasourceAgent": ".api.datasource_agents.get_datasource_agent",
    "deleteDatasourceAgent": ".api.datasource_agents.delete_datasource_agent",
    "updateDatasourceAgent": ".api.datasource_agents.update_datasource_agent",
    "runExecution": ".api.executions.run_execution",
    "getExecution": ".api.executions.get_execution",
    "cancelExecution": ".api.executions.cancel_execution",
    "getExecutionData": ".api.executions.get_execution_data",
    "listDashboards": ".api.dashboards.list_dashboards",
    "createDashboard": ".api.dashboards.create_dashboard",
    "getDashboard": ".api.dashboards.get_dashboard",
    "deleteDashboard": ".api.dashboards.delete_dashboard",
    "updateDashboard": ".api.dashboards.update_dashboard",
    "pollDashboardStatus": ".api.dashboards.poll_dashboard_status",
    "refreshDashboard": ".api.dashboards.refresh_dashboard",
    "lockDashboard": ".api.dashboards.lock_dashboard",
    "unlockDashboard": ".api.dashboards.unlock_dashboard",
    "exportDashboardPdf": ".api.dashboards.export_dashboard_pdf",
    "exportDashboardPng": ".api.dashboards.export_dashboard_png",
    "shareDashboard": ".api.dashboards.share_dashboard",
    "duplicateDashboard": ".api.dashboards.duplicate_dashboard",
    "updateDashboardLayout": ".api.dashboards.update_dashboard_layout",
    "createDashboardBackup": ".api.dashboards.create_dashboard_backup",
    "listDashboardGroups": ".api.dashboard_groups.list_dashboard_groups",
    "createDashboardGroup": ".api.dashboard_groups.create_dashboard_group",
    "getDashboardGroup": ".api.dashboard_groups.get_dashboard_group",
    "deleteDashboardGroup": ".api.dashboard_groups.delete_dashboard_group",
    "updateDashboardGroup": ".api.dashboard_groups.update_dashboard_group",
    "sortDashboardGroups": ".api.dashboard_groups.sort_dashboard_groups",
    "listDashboardSchedules": ".api.dashboard_schedules.list_dashboard_schedules",
    "createDashboardSchedule": ".api.dashboard_schedules.create_dashboard_schedule",
    "getDashboardSchedule": ".api.dashboard_schedules.get_dashboard_schedule",
    "deleteDashboardSchedule": ".api.dashboard_schedules.delete_dashboard_schedule",
    "updateDashboardSchedule": ".api.dashboard_schedules.update_dashboard_schedule",
    "triggerDashboardSchedule": ".api.dashboard_schedules.trigger_dashboard_schedule",
    "listReports": ".api.reports.list_reports",
    "createReport": ".api.reports.create_report",
    "getReport": ".api.reports.get_report",
    "deleteReport": ".api.reports.delete_report",
    "updateReport": ".api.reports.update_report",
    "refreshReport": ".api.reports.refresh_report",
    "duplicateReport": ".api.reports.duplicate_report",
    "getReportData": ".api.reports.get_report_data",
    "exportReportPdf": ".api.reports.export_report_pdf",
    "exportReportPng": ".api.reports.export_report_png",
    "exportReportCsv": ".api.reports.export_report_csv",
    "listFilters": ".api.filters.list_filters",
    "createFilter": ".api.filters.create_filter",
    "getFilter": ".api.filters.get_filter",
    "deleteFilter": ".api.filters.delete_filter",
    "updateFilter": ".api.filters.update_filter",
    "getDropDownFilterOptions": ".api.filters.get_drop_down_filter_options",
    "refreshDropDownFilterOptions": ".api.filters.refresh_drop_down_filter_options",
    "listSqlSnippets": ".api.sql_snippets.list_sql_snippets",
    "createSqlSnippet": ".api.sql_snippets.create_sql_snippet",
    "getSqlSnippet": ".api.sql_snippets.get_sql_snippet",
    "deleteSqlSnippet": ".api.sql_snippets.delete_sql_snippet",
    "updateSqlSnippet": ".api.sql_snippets.update_sql_snippet",
    "listSqlAlerts": ".api.sql_alerts.list_sql_alerts",
    "createSqlAlert": ".api.sql_alerts.create_sql_alert",
    "getSqlAlert": ".api.sql_alerts.get_sql_alert",
    "deleteSqlAlert": ".api.sql_alerts.delete_sql_alert",
    "updateSqlAlert": ".api.sql_alerts.update_sql_alert",
    "runSqlAlertQuery": ".api.sql_alerts.run_sql_alert_query",
    "listSqlAlertResults": ".api.sql_alerts.list_sql_alert_results",
    "listUsers": ".api.users.list_users",
    "getUser": ".api.users.get_user",
    "updateUser": ".api.users.update_user",
    "deactivateUser": ".api.users.deactivate_user",
    "activateUser": ".api.users.activate_user",
    "inviteUser": ".api.users.invite_user",
    "resendUserInvite": ".api.users.resend_user_invite",
    "deleteUserInvite": ".api.users.delete_user_invite",
    "listUserGroups": ".api.user_groups.list_user_groups",
    "createUserGroup": ".api.user_groups.create_user_group",
    "getUserGroup": ".api.user_groups.get_user_group",
    "deleteUserGroup": ".api.user_groups.delete_user_group",
    "updateUserGroup": ".api.user_groups.update_user_group",
    "getExportJob": ".api.export_jobs.get_export_job",
    "cancelExportJob": ".api.export_jobs.cancel_export_job",
    "getResultData": ".api.result_data.get_result_data",
    "getSchemaData": ".api.schema_data.get_schema_data",
}


def operation(operation_id: str) -> ModuleType:
    """The module of an operation, with its `OPERATION`, `request` and `parse`; it is imported on first use.

    Raises:
        KeyError: the API has no such operation.
    """
    return import_module(OPERATIONS[operation_id], __package__)
