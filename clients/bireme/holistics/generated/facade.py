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
    from .resources.exports import AsyncExports, AsyncRawExports, Exports, RawExports
    from .resources.groups import AsyncGroups, AsyncRawGroups, Groups, RawGroups
    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
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
    "Users",
    "RawUsers",
    "AsyncUsers",
    "AsyncRawUsers",
    "Groups",
    "RawGroups",
    "AsyncGroups",
    "AsyncRawGroups",
    "UserAttributes",
    "RawUserAttributes",
    "AsyncUserAttributes",
    "AsyncRawUserAttributes",
    "UserAttributeEntries",
    "RawUserAttributeEntries",
    "AsyncUserAttributeEntries",
    "AsyncRawUserAttributeEntries",
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
    "Groups": "groups",
    "RawGroups": "groups",
    "AsyncGroups": "groups",
    "AsyncRawGroups": "groups",
    "UserAttributes": "user_attributes",
    "RawUserAttributes": "user_attributes",
    "AsyncUserAttributes": "user_attributes",
    "AsyncRawUserAttributes": "user_attributes",
    "UserAttributeEntries": "user_attribute_entries",
    "RawUserAttributeEntries": "user_attribute_entries",
    "AsyncUserAttributeEntries": "user_attribute_entries",
    "AsyncRawUserAttributeEntries": "user_attribute_entries",
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
    def groups(self) -> Groups:
        """Groups of people, and who is in them."""
        from .resources.groups import Groups

        return Groups(self._sender)

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
    def groups(self) -> AsyncGroups:
        """Groups of people, and who is in them."""
        from .resources.groups import AsyncGroups

        return AsyncGroups(self._sender)

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
    def exports(self) -> AsyncExports:
        """Files that finished export jobs have left behind."""
        from .resources.exports import AsyncExports

        return AsyncExports(self._sender)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".resources.{_MODULES[name]}", __package__), name)
