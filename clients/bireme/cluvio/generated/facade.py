"""Every operation under its tag, for callers that block and for asynchronous ones."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, Sender

if TYPE_CHECKING:
    from .resources.dashboard_groups import (
        AsyncDashboardGroups,
        AsyncRawDashboardGroups,
        DashboardGroups,
        RawDashboardGroups,
    )
    from .resources.dashboard_schedules import (
        AsyncDashboardSchedules,
        AsyncRawDashboardSchedules,
        DashboardSchedules,
        RawDashboardSchedules,
    )
    from .resources.dashboards import AsyncDashboards, AsyncRawDashboards, Dashboards, RawDashboards
    from .resources.datasource_agents import (
        AsyncDatasourceAgents,
        AsyncRawDatasourceAgents,
        DatasourceAgents,
        RawDatasourceAgents,
    )
    from .resources.datasources import AsyncDatasources, AsyncRawDatasources, Datasources, RawDatasources
    from .resources.executions import AsyncExecutions, AsyncRawExecutions, Executions, RawExecutions
    from .resources.export_jobs import AsyncExportJobs, AsyncRawExportJobs, ExportJobs, RawExportJobs
    from .resources.filters import AsyncFilters, AsyncRawFilters, Filters, RawFilters
    from .resources.reports import AsyncRawReports, AsyncReports, RawReports, Reports
    from .resources.result_data import AsyncRawResultData, AsyncResultData, RawResultData, ResultData
    from .resources.schema_data import AsyncRawSchemaData, AsyncSchemaData, RawSchemaData, SchemaData
    from .resources.sql_alerts import AsyncRawSqlAlerts, AsyncSqlAlerts, RawSqlAlerts, SqlAlerts
    from .resources.sql_snippets import AsyncRawSqlSnippets, AsyncSqlSnippets, RawSqlSnippets, SqlSnippets
    from .resources.user_groups import AsyncRawUserGroups, AsyncUserGroups, RawUserGroups, UserGroups
    from .resources.users import AsyncRawUsers, AsyncUsers, RawUsers, Users

__all__ = [
    "AsyncFacade",
    "Facade",
    "Datasources",
    "RawDatasources",
    "AsyncDatasources",
    "AsyncRawDatasources",
    "DatasourceAgents",
    "RawDatasourceAgents",
    "AsyncDatasourceAgents",
    "AsyncRawDatasourceAgents",
    "Executions",
    "RawExecutions",
    "AsyncExecutions",
    "AsyncRawExecutions",
    "Dashboards",
    "RawDashboards",
    "AsyncDashboards",
    "AsyncRawDashboards",
    "DashboardGroups",
    "RawDashboardGroups",
    "AsyncDashboardGroups",
    "AsyncRawDashboardGroups",
    "DashboardSchedules",
    "RawDashboardSchedules",
    "AsyncDashboardSchedules",
    "AsyncRawDashboardSchedules",
    "Reports",
    "RawReports",
    "AsyncReports",
    "AsyncRawReports",
    "Filters",
    "RawFilters",
    "AsyncFilters",
    "AsyncRawFilters",
    "SqlSnippets",
    "RawSqlSnippets",
    "AsyncSqlSnippets",
    "AsyncRawSqlSnippets",
    "SqlAlerts",
    "RawSqlAlerts",
    "AsyncSqlAlerts",
    "AsyncRawSqlAlerts",
    "Users",
    "RawUsers",
    "AsyncUsers",
    "AsyncRawUsers",
    "UserGroups",
    "RawUserGroups",
    "AsyncUserGroups",
    "AsyncRawUserGroups",
    "ExportJobs",
    "RawExportJobs",
    "AsyncExportJobs",
    "AsyncRawExportJobs",
    "ResultData",
    "RawResultData",
    "AsyncResultData",
    "AsyncRawResultData",
    "SchemaData",
    "RawSchemaData",
    "AsyncSchemaData",
    "AsyncRawSchemaData",
]

_MODULES = {
    "Datasources": "datasources",
    "RawDatasources": "datasources",
    "AsyncDatasources": "datasources",
    "AsyncRawDatasources": "datasources",
    "DatasourceAgents": "datasource_agents",
    "RawDatasourceAgents": "datasource_agents",
    "AsyncDatasourceAgents": "datasource_agents",
    "AsyncRawDatasourceAgents": "datasource_agents",
    "Executions": "executions",
    "RawExecutions": "executions",
    "AsyncExecutions": "executions",
    "AsyncRawExecutions": "executions",
    "Dashboards": "dashboards",
    "RawDashboards": "dashboards",
    "AsyncDashboards": "dashboards",
    "AsyncRawDashboards": "dashboards",
    "DashboardGroups": "dashboard_groups",
    "RawDashboardGroups": "dashboard_groups",
    "AsyncDashboardGroups": "dashboard_groups",
    "AsyncRawDashboardGroups": "dashboard_groups",
    "DashboardSchedules": "dashboard_schedules",
    "RawDashboardSchedules": "dashboard_schedules",
    "AsyncDashboardSchedules": "dashboard_schedules",
    "AsyncRawDashboardSchedules": "dashboard_schedules",
    "Reports": "reports",
    "RawReports": "reports",
    "AsyncReports": "reports",
    "AsyncRawReports": "reports",
    "Filters": "filters",
    "RawFilters": "filters",
    "AsyncFilters": "filters",
    "AsyncRawFilters": "filters",
    "SqlSnippets": "sql_snippets",
    "RawSqlSnippets": "sql_snippets",
    "AsyncSqlSnippets": "sql_snippets",
    "AsyncRawSqlSnippets": "sql_snippets",
    "SqlAlerts": "sql_alerts",
    "RawSqlAlerts": "sql_alerts",
    "AsyncSqlAlerts": "sql_alerts",
    "AsyncRawSqlAlerts": "sql_alerts",
    "Users": "users",
    "RawUsers": "users",
    "AsyncUsers": "users",
    "AsyncRawUsers": "users",
    "UserGroups": "user_groups",
    "RawUserGroups": "user_groups",
    "AsyncUserGroups": "user_groups",
    "AsyncRawUserGroups": "user_groups",
    "ExportJobs": "export_jobs",
    "RawExportJobs": "export_jobs",
    "AsyncExportJobs": "export_jobs",
    "AsyncRawExportJobs": "export_jobs",
    "ResultData": "result_data",
    "RawResultData": "result_data",
    "AsyncResultData": "result_data",
    "AsyncRawResultData": "result_data",
    "SchemaData": "schema_data",
    "RawSchemaData": "schema_data",
    "AsyncSchemaData": "schema_data",
    "AsyncRawSchemaData": "schema_data",
}


class Facade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def datasources(self) -> Datasources:
        """Databases that queries run on, their connections, and their tables and columns."""
        from .resources.datasources import Datasources

        return Datasources(self._sender)

    @cached_property
    def datasource_agents(self) -> DatasourceAgents:
        """Programs beside a database that connect out to Cluvio."""
        from .resources.datasource_agents import DatasourceAgents

        return DatasourceAgents(self._sender)

    @cached_property
    def executions(self) -> Executions:
        """Single runs of queries: starting, following and stopping them, and the way to their rows."""
        from .resources.executions import Executions

        return Executions(self._sender)

    @cached_property
    def dashboards(self) -> Dashboards:
        """Dashboards, the state of their data, who may see them, and rendering them."""
        from .resources.dashboards import Dashboards

        return Dashboards(self._sender)

    @cached_property
    def dashboard_groups(self) -> DashboardGroups:
        """Folders of dashboards and their order."""
        from .resources.dashboard_groups import DashboardGroups

        return DashboardGroups(self._sender)

    @cached_property
    def dashboard_schedules(self) -> DashboardSchedules:
        """Dashboards and reports that are mailed by a timetable."""
        from .resources.dashboard_schedules import DashboardSchedules

        return DashboardSchedules(self._sender)

    @cached_property
    def reports(self) -> Reports:
        """Queries on dashboards with the way they are drawn, their data, and rendering them."""
        from .resources.reports import Reports

        return Reports(self._sender)

    @cached_property
    def filters(self) -> Filters:
        """Variables that people set on dashboards, and the options to choose from."""
        from .resources.filters import Filters

        return Filters(self._sender)

    @cached_property
    def sql_snippets(self) -> SqlSnippets:
        """Pieces of SQL that are used by name."""
        from .resources.sql_snippets import SqlSnippets

        return SqlSnippets(self._sender)

    @cached_property
    def sql_alerts(self) -> SqlAlerts:
        """Queries that are run by a timetable and judged, and who hears of it."""
        from .resources.sql_alerts import SqlAlerts

        return SqlAlerts(self._sender)

    @cached_property
    def users(self) -> Users:
        """The people of the organization, and inviting them."""
        from .resources.users import Users

        return Users(self._sender)

    @cached_property
    def user_groups(self) -> UserGroups:
        """Groups of people that dashboards are shared with."""
        from .resources.user_groups import UserGroups

        return UserGroups(self._sender)

    @cached_property
    def export_jobs(self) -> ExportJobs:
        """Rendering of files in the background."""
        from .resources.export_jobs import ExportJobs

        return ExportJobs(self._sender)

    @cached_property
    def result_data(self) -> ResultData:
        """Rows of results, on the data server."""
        from .resources.result_data import ResultData

        return ResultData(self._sender)

    @cached_property
    def schema_data(self) -> SchemaData:
        """Tables and columns of datasources, on the data server."""
        from .resources.schema_data import SchemaData

        return SchemaData(self._sender)


class AsyncFacade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def datasources(self) -> AsyncDatasources:
        """Databases that queries run on, their connections, and their tables and columns."""
        from .resources.datasources import AsyncDatasources

        return AsyncDatasources(self._sender)

    @cached_property
    def datasource_agents(self) -> AsyncDatasourceAgents:
        """Programs beside a database that connect out to Cluvio."""
        from .resources.datasource_agents import AsyncDatasourceAgents

        return AsyncDatasourceAgents(self._sender)

    @cached_property
    def executions(self) -> AsyncExecutions:
        """Single runs of queries: starting, following and stopping them, and the way to their rows."""
        from .resources.executions import AsyncExecutions

        return AsyncExecutions(self._sender)

    @cached_property
    def dashboards(self) -> AsyncDashboards:
        """Dashboards, the state of their data, who may see them, and rendering them."""
        from .resources.dashboards import AsyncDashboards

        return AsyncDashboards(self._sender)

    @cached_property
    def dashboard_groups(self) -> AsyncDashboardGroups:
        """Folders of dashboards and their order."""
        from .resources.dashboard_groups import AsyncDashboardGroups

        return AsyncDashboardGroups(self._sender)

    @cached_property
    def dashboard_schedules(self) -> AsyncDashboardSchedules:
        """Dashboards and reports that are mailed by a timetable."""
        from .resources.dashboard_schedules import AsyncDashboardSchedules

        return AsyncDashboardSchedules(self._sender)

    @cached_property
    def reports(self) -> AsyncReports:
        """Queries on dashboards with the way they are drawn, their data, and rendering them."""
        from .resources.reports import AsyncReports

        return AsyncReports(self._sender)

    @cached_property
    def filters(self) -> AsyncFilters:
        """Variables that people set on dashboards, and the options to choose from."""
        from .resources.filters import AsyncFilters

        return AsyncFilters(self._sender)

    @cached_property
    def sql_snippets(self) -> AsyncSqlSnippets:
        """Pieces of SQL that are used by name."""
        from .resources.sql_snippets import AsyncSqlSnippets

        return AsyncSqlSnippets(self._sender)

    @cached_property
    def sql_alerts(self) -> AsyncSqlAlerts:
        """Queries that are run by a timetable and judged, and who hears of it."""
        from .resources.sql_alerts import AsyncSqlAlerts

        return AsyncSqlAlerts(self._sender)

    @cached_property
    def users(self) -> AsyncUsers:
        """The people of the organization, and inviting them."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self._sender)

    @cached_property
    def user_groups(self) -> AsyncUserGroups:
        """Groups of people that dashboards are shared with."""
        from .resources.user_groups import AsyncUserGroups

        return AsyncUserGroups(self._sender)

    @cached_property
    def export_jobs(self) -> AsyncExportJobs:
        """Rendering of files in the background."""
        from .resources.export_jobs import AsyncExportJobs

        return AsyncExportJobs(self._sender)

    @cached_property
    def result_data(self) -> AsyncResultData:
        """Rows of results, on the data server."""
        from .resources.result_data import AsyncResultData

        return AsyncResultData(self._sender)

    @cached_property
    def schema_data(self) -> AsyncSchemaData:
        """Tables and columns of datasources, on the data server."""
        from .resources.schema_data import AsyncSchemaData

        return AsyncSchemaData(self._sender)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".resources.{_MODULES[name]}", __package__), name)
