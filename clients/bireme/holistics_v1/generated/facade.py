"""Every operation under its tag, for callers that block and for asynchronous ones."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, Sender

if TYPE_CHECKING:
    from .resources.data_imports import AsyncDataImports, AsyncRawDataImports, DataImports, RawDataImports
    from .resources.data_sources import AsyncDataSources, AsyncRawDataSources, DataSources, RawDataSources
    from .resources.data_transforms import (
        AsyncDataTransforms,
        AsyncRawDataTransforms,
        DataTransforms,
        RawDataTransforms,
    )
    from .resources.email_schedules import (
        AsyncEmailSchedules,
        AsyncRawEmailSchedules,
        EmailSchedules,
        RawEmailSchedules,
    )
    from .resources.exports import AsyncExports, AsyncRawExports, Exports, RawExports
    from .resources.groups import AsyncGroups, AsyncRawGroups, Groups, RawGroups
    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
    from .resources.reports import AsyncRawReports, AsyncReports, RawReports, Reports
    from .resources.transports import AsyncRawTransports, AsyncTransports, RawTransports, Transports
    from .resources.users import AsyncRawUsers, AsyncUsers, RawUsers, Users

__all__ = [
    "AsyncFacade",
    "Facade",
    "Reports",
    "RawReports",
    "AsyncReports",
    "AsyncRawReports",
    "Exports",
    "RawExports",
    "AsyncExports",
    "AsyncRawExports",
    "Jobs",
    "RawJobs",
    "AsyncJobs",
    "AsyncRawJobs",
    "DataImports",
    "RawDataImports",
    "AsyncDataImports",
    "AsyncRawDataImports",
    "DataTransforms",
    "RawDataTransforms",
    "AsyncDataTransforms",
    "AsyncRawDataTransforms",
    "DataSources",
    "RawDataSources",
    "AsyncDataSources",
    "AsyncRawDataSources",
    "Transports",
    "RawTransports",
    "AsyncTransports",
    "AsyncRawTransports",
    "Users",
    "RawUsers",
    "AsyncUsers",
    "AsyncRawUsers",
    "Groups",
    "RawGroups",
    "AsyncGroups",
    "AsyncRawGroups",
    "EmailSchedules",
    "RawEmailSchedules",
    "AsyncEmailSchedules",
    "AsyncRawEmailSchedules",
]

_MODULES = {
    "Reports": "reports",
    "RawReports": "reports",
    "AsyncReports": "reports",
    "AsyncRawReports": "reports",
    "Exports": "exports",
    "RawExports": "exports",
    "AsyncExports": "exports",
    "AsyncRawExports": "exports",
    "Jobs": "jobs",
    "RawJobs": "jobs",
    "AsyncJobs": "jobs",
    "AsyncRawJobs": "jobs",
    "DataImports": "data_imports",
    "RawDataImports": "data_imports",
    "AsyncDataImports": "data_imports",
    "AsyncRawDataImports": "data_imports",
    "DataTransforms": "data_transforms",
    "RawDataTransforms": "data_transforms",
    "AsyncDataTransforms": "data_transforms",
    "AsyncRawDataTransforms": "data_transforms",
    "DataSources": "data_sources",
    "RawDataSources": "data_sources",
    "AsyncDataSources": "data_sources",
    "AsyncRawDataSources": "data_sources",
    "Transports": "transports",
    "RawTransports": "transports",
    "AsyncTransports": "transports",
    "AsyncRawTransports": "transports",
    "Users": "users",
    "RawUsers": "users",
    "AsyncUsers": "users",
    "AsyncRawUsers": "users",
    "Groups": "groups",
    "RawGroups": "groups",
    "AsyncGroups": "groups",
    "AsyncRawGroups": "groups",
    "EmailSchedules": "email_schedules",
    "RawEmailSchedules": "email_schedules",
    "AsyncEmailSchedules": "email_schedules",
    "AsyncRawEmailSchedules": "email_schedules",
}


class Facade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def reports(self) -> Reports:
        """Queries and exports of single reports."""
        from .resources.reports import Reports

        return Reports(self._sender)

    @cached_property
    def exports(self) -> Exports:
        """Files that finished exports have left behind."""
        from .resources.exports import Exports

        return Exports(self._sender)

    @cached_property
    def jobs(self) -> Jobs:
        """Work that the server does in the background, with its state and its log."""
        from .resources.jobs import Jobs

        return Jobs(self._sender)

    @cached_property
    def data_imports(self) -> DataImports:
        """Recipes that copy data from a source into a table."""
        from .resources.data_imports import DataImports

        return DataImports(self._sender)

    @cached_property
    def data_transforms(self) -> DataTransforms:
        """Queries whose results are kept as tables."""
        from .resources.data_transforms import DataTransforms

        return DataTransforms(self._sender)

    @cached_property
    def data_sources(self) -> DataSources:
        """The databases of the workspace."""
        from .resources.data_sources import DataSources

        return DataSources(self._sender)

    @cached_property
    def transports(self) -> Transports:
        """Copying a table between data sources, which the vendor has retired."""
        from .resources.transports import Transports

        return Transports(self._sender)

    @cached_property
    def users(self) -> Users:
        """The people of the workspace, and who the key in use belongs to."""
        from .resources.users import Users

        return Users(self._sender)

    @cached_property
    def groups(self) -> Groups:
        """Groups of users."""
        from .resources.groups import Groups

        return Groups(self._sender)

    @cached_property
    def email_schedules(self) -> EmailSchedules:
        """Reports and dashboards that are mailed by the calendar."""
        from .resources.email_schedules import EmailSchedules

        return EmailSchedules(self._sender)


class AsyncFacade:
    """The namespaces of the API, one per tag; each is made when it is first used."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def reports(self) -> AsyncReports:
        """Queries and exports of single reports."""
        from .resources.reports import AsyncReports

        return AsyncReports(self._sender)

    @cached_property
    def exports(self) -> AsyncExports:
        """Files that finished exports have left behind."""
        from .resources.exports import AsyncExports

        return AsyncExports(self._sender)

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Work that the server does in the background, with its state and its log."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self._sender)

    @cached_property
    def data_imports(self) -> AsyncDataImports:
        """Recipes that copy data from a source into a table."""
        from .resources.data_imports import AsyncDataImports

        return AsyncDataImports(self._sender)

    @cached_property
    def data_transforms(self) -> AsyncDataTransforms:
        """Queries whose results are kept as tables."""
        from .resources.data_transforms import AsyncDataTransforms

        return AsyncDataTransforms(self._sender)

    @cached_property
    def data_sources(self) -> AsyncDataSources:
        """The databases of the workspace."""
        from .resources.data_sources import AsyncDataSources

        return AsyncDataSources(self._sender)

    @cached_property
    def transports(self) -> AsyncTransports:
        """Copying a table between data sources, which the vendor has retired."""
        from .resources.transports import AsyncTransports

        return AsyncTransports(self._sender)

    @cached_property
    def users(self) -> AsyncUsers:
        """The people of the workspace, and who the key in use belongs to."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self._sender)

    @cached_property
    def groups(self) -> AsyncGroups:
        """Groups of users."""
        from .resources.groups import AsyncGroups

        return AsyncGroups(self._sender)

    @cached_property
    def email_schedules(self) -> AsyncEmailSchedules:
        """Reports and dashboards that are mailed by the calendar."""
        from .resources.email_schedules import AsyncEmailSchedules

        return AsyncEmailSchedules(self._sender)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".resources.{_MODULES[name]}", __package__), name)
