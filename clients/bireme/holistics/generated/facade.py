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
    from .resources.data_models import AsyncDataModels, AsyncRawDataModels, DataModels, RawDataModels
    from .resources.data_sets import AsyncDataSets, AsyncRawDataSets, DataSets, RawDataSets
    from .resources.data_sources import AsyncDataSources, AsyncRawDataSources, DataSources, RawDataSources
    from .resources.dependencies import AsyncDependencies, AsyncRawDependencies, Dependencies, RawDependencies
    from .resources.exports import AsyncExports, AsyncRawExports, Exports, RawExports
    from .resources.job_queues import AsyncJobQueues, AsyncRawJobQueues, JobQueues, RawJobQueues
    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
    from .resources.query_reports import AsyncQueryReports, AsyncRawQueryReports, QueryReports, RawQueryReports
    from .resources.users import AsyncRawUsers, AsyncUsers, RawUsers, Users

__all__ = [
    "AsyncFacade",
    "Facade",
    "Users",
    "RawUsers",
    "AsyncUsers",
    "AsyncRawUsers",
    "Dashboards",
    "RawDashboards",
    "AsyncDashboards",
    "AsyncRawDashboards",
    "DashboardWidgets",
    "RawDashboardWidgets",
    "AsyncDashboardWidgets",
    "AsyncRawDashboardWidgets",
    "Jobs",
    "RawJobs",
    "AsyncJobs",
    "AsyncRawJobs",
    "JobQueues",
    "RawJobQueues",
    "AsyncJobQueues",
    "AsyncRawJobQueues",
    "Exports",
    "RawExports",
    "AsyncExports",
    "AsyncRawExports",
    "Dependencies",
    "RawDependencies",
    "AsyncDependencies",
    "AsyncRawDependencies",
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
]

_MODULES = {
    "Users": "users",
    "RawUsers": "users",
    "AsyncUsers": "users",
    "AsyncRawUsers": "users",
    "Dashboards": "dashboards",
    "RawDashboards": "dashboards",
    "AsyncDashboards": "dashboards",
    "AsyncRawDashboards": "dashboards",
    "DashboardWidgets": "dashboard_widgets",
    "RawDashboardWidgets": "dashboard_widgets",
    "AsyncDashboardWidgets": "dashboard_widgets",
    "AsyncRawDashboardWidgets": "dashboard_widgets",
    "Jobs": "jobs",
    "RawJobs": "jobs",
    "AsyncJobs": "jobs",
    "AsyncRawJobs": "jobs",
    "JobQueues": "job_queues",
    "RawJobQueues": "job_queues",
    "AsyncJobQueues": "job_queues",
    "AsyncRawJobQueues": "job_queues",
    "Exports": "exports",
    "RawExports": "exports",
    "AsyncExports": "exports",
    "AsyncRawExports": "exports",
    "Dependencies": "dependencies",
    "RawDependencies": "dependencies",
    "AsyncDependencies": "dependencies",
    "AsyncRawDependencies": "dependencies",
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
}


class Facade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def users(self) -> Users:
        """The people of a workspace, and who the key in use belongs to."""
        from .resources.users import Users

        return Users(self._sender)

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


class AsyncFacade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def users(self) -> AsyncUsers:
        """The people of a workspace, and who the key in use belongs to."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self._sender)

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


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".resources.{_MODULES[name]}", __package__), name)
