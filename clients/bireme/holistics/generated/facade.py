"""Every operation under its tag, for callers that block and for asynchronous ones."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, Sender

if TYPE_CHECKING:
    from .resources.dashboard_widgets import (
        AsyncDashboardWidgets,
        AsyncRawDashboardWidgets,
        DashboardWidgets,
        RawDashboardWidgets,
    )
    from .resources.dashboards import AsyncDashboards, AsyncRawDashboards, Dashboards, RawDashboards
    from .resources.data_alerts import AsyncDataAlerts, AsyncRawDataAlerts, DataAlerts, RawDataAlerts
    from .resources.data_models import AsyncDataModels, AsyncRawDataModels, DataModels, RawDataModels
    from .resources.data_schedules import AsyncDataSchedules, AsyncRawDataSchedules, DataSchedules, RawDataSchedules
    from .resources.data_sets import AsyncDataSets, AsyncRawDataSets, DataSets, RawDataSets
    from .resources.data_sources import AsyncDataSources, AsyncRawDataSources, DataSources, RawDataSources
    from .resources.dependencies import AsyncDependencies, AsyncRawDependencies, Dependencies, RawDependencies
    from .resources.exports import AsyncExports, AsyncRawExports, Exports, RawExports
    from .resources.groups import AsyncGroups, AsyncRawGroups, Groups, RawGroups
    from .resources.job_queues import AsyncJobQueues, AsyncRawJobQueues, JobQueues, RawJobQueues
    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
    from .resources.query_reports import AsyncQueryReports, AsyncRawQueryReports, QueryReports, RawQueryReports
    from .resources.user_attribute_entries import (
        AsyncRawUserAttributeEntries,
        AsyncUserAttributeEntries,
        RawUserAttributeEntries,
        UserAttributeEntries,
    )
    from .resources.user_attributes import (
        AsyncRawUserAttributes,
        AsyncUserAttributes,
        RawUserAttributes,
        UserAttributes,
    )
    from .resources.users import AsyncRawUsers, AsyncUsers, RawUsers, Users

__all__ = [
    "AsyncFacade",
    "Facade",
    "Jobs",
    "RawJobs",
    "AsyncJobs",
    "AsyncRawJobs",
    "JobQueues",
    "RawJobQueues",
    "AsyncJobQueues",
    "AsyncRawJobQueues",
    "Dashboards",
    "RawDashboards",
    "AsyncDashboards",
    "AsyncRawDashboards",
    "DashboardWidgets",
    "RawDashboardWidgets",
    "AsyncDashboardWidgets",
    "AsyncRawDashboardWidgets",
    "DataSchedules",
    "RawDataSchedules",
    "AsyncDataSchedules",
    "AsyncRawDataSchedules",
    "DataAlerts",
    "RawDataAlerts",
    "AsyncDataAlerts",
    "AsyncRawDataAlerts",
    "Exports",
    "RawExports",
    "AsyncExports",
    "AsyncRawExports",
    "Dependencies",
    "RawDependencies",
    "AsyncDependencies",
    "AsyncRawDependencies",
    "Users",
    "RawUsers",
    "AsyncUsers",
    "AsyncRawUsers",
    "Groups",
    "RawGroups",
    "AsyncGroups",
    "AsyncRawGroups",
    "DataSources",
    "RawDataSources",
    "AsyncDataSources",
    "AsyncRawDataSources",
    "DataSets",
    "RawDataSets",
    "AsyncDataSets",
    "AsyncRawDataSets",
    "DataModels",
    "RawDataModels",
    "AsyncDataModels",
    "AsyncRawDataModels",
    "QueryReports",
    "RawQueryReports",
    "AsyncQueryReports",
    "AsyncRawQueryReports",
    "UserAttributes",
    "RawUserAttributes",
    "AsyncUserAttributes",
    "AsyncRawUserAttributes",
    "UserAttributeEntries",
    "RawUserAttributeEntries",
    "AsyncUserAttributeEntries",
    "AsyncRawUserAttributeEntries",
]

_MODULES = {
    "Jobs": "jobs",
    "RawJobs": "jobs",
    "AsyncJobs": "jobs",
    "AsyncRawJobs": "jobs",
    "JobQueues": "job_queues",
    "RawJobQueues": "job_queues",
    "AsyncJobQueues": "job_queues",
    "AsyncRawJobQueues": "job_queues",
    "Dashboards": "dashboards",
    "RawDashboards": "dashboards",
    "AsyncDashboards": "dashboards",
    "AsyncRawDashboards": "dashboards",
    "DashboardWidgets": "dashboard_widgets",
    "RawDashboardWidgets": "dashboard_widgets",
    "AsyncDashboardWidgets": "dashboard_widgets",
    "AsyncRawDashboardWidgets": "dashboard_widgets",
    "DataSchedules": "data_schedules",
    "RawDataSchedules": "data_schedules",
    "AsyncDataSchedules": "data_schedules",
    "AsyncRawDataSchedules": "data_schedules",
    "DataAlerts": "data_alerts",
    "RawDataAlerts": "data_alerts",
    "AsyncDataAlerts": "data_alerts",
    "AsyncRawDataAlerts": "data_alerts",
    "Exports": "exports",
    "RawExports": "exports",
    "AsyncExports": "exports",
    "AsyncRawExports": "exports",
    "Dependencies": "dependencies",
    "RawDependencies": "dependencies",
    "AsyncDependencies": "dependencies",
    "AsyncRawDependencies": "dependencies",
    "Users": "users",
    "RawUsers": "users",
    "AsyncUsers": "users",
    "AsyncRawUsers": "users",
    "Groups": "groups",
    "RawGroups": "groups",
    "AsyncGroups": "groups",
    "AsyncRawGroups": "groups",
    "DataSources": "data_sources",
    "RawDataSources": "data_sources",
    "AsyncDataSources": "data_sources",
    "AsyncRawDataSources": "data_sources",
    "DataSets": "data_sets",
    "RawDataSets": "data_sets",
    "AsyncDataSets": "data_sets",
    "AsyncRawDataSets": "data_sets",
    "DataModels": "data_models",
    "RawDataModels": "data_models",
    "AsyncDataModels": "data_models",
    "AsyncRawDataModels": "data_models",
    "QueryReports": "query_reports",
    "RawQueryReports": "query_reports",
    "AsyncQueryReports": "query_reports",
    "AsyncRawQueryReports": "query_reports",
    "UserAttributes": "user_attributes",
    "RawUserAttributes": "user_attributes",
    "AsyncUserAttributes": "user_attributes",
    "AsyncRawUserAttributes": "user_attributes",
    "UserAttributeEntries": "user_attribute_entries",
    "RawUserAttributeEntries": "user_attribute_entries",
    "AsyncUserAttributeEntries": "user_attribute_entries",
    "AsyncRawUserAttributeEntries": "user_attribute_entries",
}


class Facade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def jobs(self) -> Jobs:
        """Work that the server does in the background, with its state and its log."""
        from .resources.jobs import Jobs

        return Jobs(self._sender)

    @cached_property
    def job_queues(self) -> JobQueues:
        """Where jobs wait for a worker."""
        from .resources.job_queues import JobQueues

        return JobQueues(self._sender)

    @cached_property
    def dashboards(self) -> Dashboards:
        """Dashboards with their filters and widgets, and warming their cache."""
        from .resources.dashboards import Dashboards

        return Dashboards(self._sender)

    @cached_property
    def dashboard_widgets(self) -> DashboardWidgets:
        """Single tiles of a dashboard, and exporting what they show."""
        from .resources.dashboard_widgets import DashboardWidgets

        return DashboardWidgets(self._sender)

    @cached_property
    def data_schedules(self) -> DataSchedules:
        """Sending dashboards and reports by a timetable, by mail, to Slack or as files."""
        from .resources.data_schedules import DataSchedules

        return DataSchedules(self._sender)

    @cached_property
    def data_alerts(self) -> DataAlerts:
        """Watching widgets by a timetable and sending word when conditions hold."""
        from .resources.data_alerts import DataAlerts

        return DataAlerts(self._sender)

    @cached_property
    def exports(self) -> Exports:
        """Files that finished export jobs have left behind."""
        from .resources.exports import Exports

        return Exports(self._sender)

    @cached_property
    def dependencies(self) -> Dependencies:
        """What rests on a data source, a data model or a data set."""
        from .resources.dependencies import Dependencies

        return Dependencies(self._sender)

    @cached_property
    def users(self) -> Users:
        """The people of a workspace, and who the key in use belongs to."""
        from .resources.users import Users

        return Users(self._sender)

    @cached_property
    def groups(self) -> Groups:
        """Groups of people, and who is in them."""
        from .resources.groups import Groups

        return Groups(self._sender)

    @cached_property
    def data_sources(self) -> DataSources:
        """Databases and other places that data comes from or is delivered to."""
        from .resources.data_sources import DataSources

        return DataSources(self._sender)

    @cached_property
    def data_sets(self) -> DataSets:
        """Data models put together for people to explore."""
        from .resources.data_sets import DataSets

        return DataSets(self._sender)

    @cached_property
    def data_models(self) -> DataModels:
        """Tables and queries with their fields."""
        from .resources.data_models import DataModels

        return DataModels(self._sender)

    @cached_property
    def query_reports(self) -> QueryReports:
        """Queries on data sets together with the way they are drawn."""
        from .resources.query_reports import QueryReports

        return QueryReports(self._sender)

    @cached_property
    def user_attributes(self) -> UserAttributes:
        """What can be noted about people and groups, to show them the data that is theirs."""
        from .resources.user_attributes import UserAttributes

        return UserAttributes(self._sender)

    @cached_property
    def user_attribute_entries(self) -> UserAttributeEntries:
        """What has been noted about whom, and what it amounts to."""
        from .resources.user_attribute_entries import UserAttributeEntries

        return UserAttributeEntries(self._sender)


class AsyncFacade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Work that the server does in the background, with its state and its log."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self._sender)

    @cached_property
    def job_queues(self) -> AsyncJobQueues:
        """Where jobs wait for a worker."""
        from .resources.job_queues import AsyncJobQueues

        return AsyncJobQueues(self._sender)

    @cached_property
    def dashboards(self) -> AsyncDashboards:
        """Dashboards with their filters and widgets, and warming their cache."""
        from .resources.dashboards import AsyncDashboards

        return AsyncDashboards(self._sender)

    @cached_property
    def dashboard_widgets(self) -> AsyncDashboardWidgets:
        """Single tiles of a dashboard, and exporting what they show."""
        from .resources.dashboard_widgets import AsyncDashboardWidgets

        return AsyncDashboardWidgets(self._sender)

    @cached_property
    def data_schedules(self) -> AsyncDataSchedules:
        """Sending dashboards and reports by a timetable, by mail, to Slack or as files."""
        from .resources.data_schedules import AsyncDataSchedules

        return AsyncDataSchedules(self._sender)

    @cached_property
    def data_alerts(self) -> AsyncDataAlerts:
        """Watching widgets by a timetable and sending word when conditions hold."""
        from .resources.data_alerts import AsyncDataAlerts

        return AsyncDataAlerts(self._sender)

    @cached_property
    def exports(self) -> AsyncExports:
        """Files that finished export jobs have left behind."""
        from .resources.exports import AsyncExports

        return AsyncExports(self._sender)

    @cached_property
    def dependencies(self) -> AsyncDependencies:
        """What rests on a data source, a data model or a data set."""
        from .resources.dependencies import AsyncDependencies

        return AsyncDependencies(self._sender)

    @cached_property
    def users(self) -> AsyncUsers:
        """The people of a workspace, and who the key in use belongs to."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self._sender)

    @cached_property
    def groups(self) -> AsyncGroups:
        """Groups of people, and who is in them."""
        from .resources.groups import AsyncGroups

        return AsyncGroups(self._sender)

    @cached_property
    def data_sources(self) -> AsyncDataSources:
        """Databases and other places that data comes from or is delivered to."""
        from .resources.data_sources import AsyncDataSources

        return AsyncDataSources(self._sender)

    @cached_property
    def data_sets(self) -> AsyncDataSets:
        """Data models put together for people to explore."""
        from .resources.data_sets import AsyncDataSets

        return AsyncDataSets(self._sender)

    @cached_property
    def data_models(self) -> AsyncDataModels:
        """Tables and queries with their fields."""
        from .resources.data_models import AsyncDataModels

        return AsyncDataModels(self._sender)

    @cached_property
    def query_reports(self) -> AsyncQueryReports:
        """Queries on data sets together with the way they are drawn."""
        from .resources.query_reports import AsyncQueryReports

        return AsyncQueryReports(self._sender)

    @cached_property
    def user_attributes(self) -> AsyncUserAttributes:
        """What can be noted about people and groups, to show them the data that is theirs."""
        from .resources.user_attributes import AsyncUserAttributes

        return AsyncUserAttributes(self._sender)

    @cached_property
    def user_attribute_entries(self) -> AsyncUserAttributeEntries:
        """What has been noted about whom, and what it amounts to."""
        from .resources.user_attribute_entries import AsyncUserAttributeEntries

        return AsyncUserAttributeEntries(self._sender)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".resources.{_MODULES[name]}", __package__), name)
