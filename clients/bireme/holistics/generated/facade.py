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
    from .resources.data_schedules import AsyncDataSchedules, AsyncRawDataSchedules, DataSchedules, RawDataSchedules
    from .resources.exports import AsyncExports, AsyncRawExports, Exports, RawExports
    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
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
    "DataSchedules",
    "RawDataSchedules",
    "AsyncDataSchedules",
    "AsyncRawDataSchedules",
    "DataAlerts",
    "RawDataAlerts",
    "AsyncDataAlerts",
    "AsyncRawDataAlerts",
    "Jobs",
    "RawJobs",
    "AsyncJobs",
    "AsyncRawJobs",
    "Exports",
    "RawExports",
    "AsyncExports",
    "AsyncRawExports",
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
    "DataSchedules": "data_schedules",
    "RawDataSchedules": "data_schedules",
    "AsyncDataSchedules": "data_schedules",
    "AsyncRawDataSchedules": "data_schedules",
    "DataAlerts": "data_alerts",
    "RawDataAlerts": "data_alerts",
    "AsyncDataAlerts": "data_alerts",
    "AsyncRawDataAlerts": "data_alerts",
    "Jobs": "jobs",
    "RawJobs": "jobs",
    "AsyncJobs": "jobs",
    "AsyncRawJobs": "jobs",
    "Exports": "exports",
    "RawExports": "exports",
    "AsyncExports": "exports",
    "AsyncRawExports": "exports",
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
    def jobs(self) -> Jobs:
        """Work that the server does in the background, with its state and its log."""
        from .resources.jobs import Jobs

        return Jobs(self._sender)

    @cached_property
    def exports(self) -> Exports:
        """Files that finished export jobs have left behind."""
        from .resources.exports import Exports

        return Exports(self._sender)


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
    def jobs(self) -> AsyncJobs:
        """Work that the server does in the background, with its state and its log."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self._sender)

    @cached_property
    def exports(self) -> AsyncExports:
        """Files that finished export jobs have left behind."""
        from .resources.exports import AsyncExports

        return AsyncExports(self._sender)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".resources.{_MODULES[name]}", __package__), name)
