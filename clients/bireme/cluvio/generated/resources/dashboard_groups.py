"""DashboardGroups: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.dashboard_group_collection import DashboardGroupCollection
    from ..models.dashboard_group_creation import DashboardGroupCreation
    from ..models.dashboard_group_document import DashboardGroupDocument
    from ..models.dashboard_group_include import DashboardGroupInclude
    from ..models.dashboard_group_order import DashboardGroupOrder
    from ..models.dashboard_group_update import DashboardGroupUpdate
    from ..records.dashboard_group import DashboardGroup


class DashboardGroups:
    """Folders of dashboards and their order."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDashboardGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDashboardGroups(self._sender)

    def list(self) -> builtins.list[DashboardGroup]:
        """List all dashboard groups.

        Lists all dashboard groups in one reply: those with a place of their own first, in that order, then
        the others by name. Personal groups of users are never shown.

        Returns:
            The dashboard groups.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_groups.list()

        Notes:
            GET /dashboard_groups. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboard Groups: List Dashboard Groups.
        """
        from ..api.dashboard_groups import list_dashboard_groups as _operation
        from ..records.dashboard_group import DashboardGroup

        _reply = self._sender.send(_operation.request())
        return DashboardGroup.all_of(_reply)

    def create(
        self, *, name: str, description: str | Unset = UNSET, dashboards: Sequence[Record | str] | Unset = UNSET
    ) -> DashboardGroup:
        """Create a dashboard group.

        Creates a group of dashboards, with or without members. It stands in the list by its name until
        `sortDashboardGroups` gives it a place.

        Args:
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards in the group.

        Returns:
            The dashboard group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_groups.create(name='Flights', description='All about flying.', dashboards=['flgt-oper-0001'])

        Notes:
            POST /dashboard_groups. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Dashboard Groups: Create Dashboard Group.
        """
        from ..api.dashboard_groups import create_dashboard_group as _operation
        from ..records.dashboard_group import DashboardGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return DashboardGroup.of(_reply)

    def get(self, id: str, *, include: DashboardGroupInclude | str | Unset = UNSET) -> DashboardGroup:
        """Read one dashboard group.

        Returns a dashboard group. Personal groups of users cannot be read.

        Args:
            id: Id of the dashboard group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboards.

        Returns:
            The dashboard group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_groups.get('flgt-dash-0001')

        Notes:
            GET /dashboard_groups/{id}. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboard Groups: Get Dashboard Group.
        """
        from ..api.dashboard_groups import get_dashboard_group as _operation
        from ..records.dashboard_group import DashboardGroup

        _reply = self._sender.send(_operation.request(id, include=include))
        return DashboardGroup.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a dashboard group.

        Deletes a dashboard group. Its dashboards stay.

        Args:
            id: Id of the dashboard group.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_groups.delete('flgt-dash-0001')

        Notes:
            DELETE /dashboard_groups/{id}. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboard Groups: Delete Dashboard Group.
        """
        from ..api.dashboard_groups import delete_dashboard_group as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        dashboards: Sequence[Record | str] | Unset = UNSET,
    ) -> DashboardGroup:
        """Change a dashboard group.

        Changes name, description or members. What is left out stays as it is; a list of dashboards replaces
        the one before.

        Args:
            id: Id of the dashboard group.
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards in the group.

        Returns:
            The dashboard group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_groups.update('flgt-dash-0001', name='Flying')

        Notes:
            PATCH /dashboard_groups/{id}. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboard Groups: Update Dashboard Group.
        """
        from ..api.dashboard_groups import update_dashboard_group as _operation
        from ..records.dashboard_group import DashboardGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return DashboardGroup.of(_reply)

    def sort(self, *, body: DashboardGroupOrder | Mapping[str, Any]) -> None:
        """Put dashboard groups in order.

        Gives the named groups their places, first to last, for everyone who uses the web application.
        Groups that are not named follow by name.

        Args:
            body: Places of dashboard groups.

        Returns:
            The groups are in this order.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_groups.sort(body={'dashboard_group_ids': ['flgt-dash-0001']})

        Notes:
            POST /dashboard_groups/sort. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboard Groups: Sort Dashboard Groups.
        """
        from ..api.dashboard_groups import sort_dashboard_groups as _operation

        return self._sender.send(_operation.request(body=body))


class RawDashboardGroups:
    """DashboardGroups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[DashboardGroupCollection]:
        """List all dashboard groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupCollection.

        Example:
            reply = c.dashboard_groups.with_raw_response.list()
        """
        from ..api.dashboard_groups import list_dashboard_groups as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: DashboardGroupCreation | Mapping[str, Any]) -> RawResponse[DashboardGroupDocument]:
        """Create a dashboard group.

        Args:
            body: Request that creates a dashboard group.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupDocument.

        Example:
            reply = c.dashboard_groups.with_raw_response.create(body=...)
        """
        from ..api.dashboard_groups import create_dashboard_group as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(
        self, id: str, *, include: DashboardGroupInclude | str | Unset = UNSET
    ) -> RawResponse[DashboardGroupDocument]:
        """Read one dashboard group.

        Args:
            id: Id of the dashboard group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboards.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupDocument.

        Example:
            reply = c.dashboard_groups.with_raw_response.get('flgt-dash-0001')
        """
        from ..api.dashboard_groups import get_dashboard_group as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a dashboard group.

        Args:
            id: Id of the dashboard group.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboard_groups.with_raw_response.delete('flgt-dash-0001')
        """
        from ..api.dashboard_groups import delete_dashboard_group as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: DashboardGroupUpdate | Mapping[str, Any]) -> RawResponse[DashboardGroupDocument]:
        """Change a dashboard group.

        Args:
            id: Id of the dashboard group.
            body: Request that changes a dashboard group.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupDocument.

        Example:
            reply = c.dashboard_groups.with_raw_response.update('flgt-dash-0001', body={'data': {'attributes': {'name': 'Flying'}}})
        """
        from ..api.dashboard_groups import update_dashboard_group as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def sort(self, *, body: DashboardGroupOrder | Mapping[str, Any]) -> RawResponse[None]:
        """Put dashboard groups in order.

        Args:
            body: Places of dashboard groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboard_groups.with_raw_response.sort(body={'dashboard_group_ids': ['flgt-dash-0001']})
        """
        from ..api.dashboard_groups import sort_dashboard_groups as _operation

        return self._sender.send_raw(_operation.request(body=body))


class AsyncDashboardGroups:
    """Folders of dashboards and their order."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDashboardGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDashboardGroups(self._sender)

    async def list(self) -> builtins.list[DashboardGroup]:
        """List all dashboard groups.

        Lists all dashboard groups in one reply: those with a place of their own first, in that order, then
        the others by name. Personal groups of users are never shown.

        Returns:
            The dashboard groups.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_groups.list()

        Notes:
            GET /dashboard_groups. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboard Groups: List Dashboard Groups.
        """
        from ..api.dashboard_groups import list_dashboard_groups as _operation
        from ..records.dashboard_group import DashboardGroup

        _reply = await self._sender.send(_operation.request())
        return DashboardGroup.all_of(_reply)

    async def create(
        self, *, name: str, description: str | Unset = UNSET, dashboards: Sequence[Record | str] | Unset = UNSET
    ) -> DashboardGroup:
        """Create a dashboard group.

        Creates a group of dashboards, with or without members. It stands in the list by its name until
        `sortDashboardGroups` gives it a place.

        Args:
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards in the group.

        Returns:
            The dashboard group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_groups.create(name='Flights', description='All about flying.', dashboards=['flgt-oper-0001'])

        Notes:
            POST /dashboard_groups. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Dashboard Groups: Create Dashboard Group.
        """
        from ..api.dashboard_groups import create_dashboard_group as _operation
        from ..records.dashboard_group import DashboardGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return DashboardGroup.of(_reply)

    async def get(self, id: str, *, include: DashboardGroupInclude | str | Unset = UNSET) -> DashboardGroup:
        """Read one dashboard group.

        Returns a dashboard group. Personal groups of users cannot be read.

        Args:
            id: Id of the dashboard group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboards.

        Returns:
            The dashboard group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_groups.get('flgt-dash-0001')

        Notes:
            GET /dashboard_groups/{id}. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboard Groups: Get Dashboard Group.
        """
        from ..api.dashboard_groups import get_dashboard_group as _operation
        from ..records.dashboard_group import DashboardGroup

        _reply = await self._sender.send(_operation.request(id, include=include))
        return DashboardGroup.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a dashboard group.

        Deletes a dashboard group. Its dashboards stay.

        Args:
            id: Id of the dashboard group.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_groups.delete('flgt-dash-0001')

        Notes:
            DELETE /dashboard_groups/{id}. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboard Groups: Delete Dashboard Group.
        """
        from ..api.dashboard_groups import delete_dashboard_group as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        dashboards: Sequence[Record | str] | Unset = UNSET,
    ) -> DashboardGroup:
        """Change a dashboard group.

        Changes name, description or members. What is left out stays as it is; a list of dashboards replaces
        the one before.

        Args:
            id: Id of the dashboard group.
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards in the group.

        Returns:
            The dashboard group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_groups.update('flgt-dash-0001', name='Flying')

        Notes:
            PATCH /dashboard_groups/{id}. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboard Groups: Update Dashboard Group.
        """
        from ..api.dashboard_groups import update_dashboard_group as _operation
        from ..records.dashboard_group import DashboardGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return DashboardGroup.of(_reply)

    async def sort(self, *, body: DashboardGroupOrder | Mapping[str, Any]) -> None:
        """Put dashboard groups in order.

        Gives the named groups their places, first to last, for everyone who uses the web application.
        Groups that are not named follow by name.

        Args:
            body: Places of dashboard groups.

        Returns:
            The groups are in this order.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_groups.sort(body={'dashboard_group_ids': ['flgt-dash-0001']})

        Notes:
            POST /dashboard_groups/sort. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboard Groups: Sort Dashboard Groups.
        """
        from ..api.dashboard_groups import sort_dashboard_groups as _operation

        return await self._sender.send(_operation.request(body=body))


class AsyncRawDashboardGroups:
    """AsyncDashboardGroups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[DashboardGroupCollection]:
        """List all dashboard groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupCollection.

        Example:
            reply = await c.dashboard_groups.with_raw_response.list()
        """
        from ..api.dashboard_groups import list_dashboard_groups as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: DashboardGroupCreation | Mapping[str, Any]) -> RawResponse[DashboardGroupDocument]:
        """Create a dashboard group.

        Args:
            body: Request that creates a dashboard group.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupDocument.

        Example:
            reply = await c.dashboard_groups.with_raw_response.create(body=...)
        """
        from ..api.dashboard_groups import create_dashboard_group as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(
        self, id: str, *, include: DashboardGroupInclude | str | Unset = UNSET
    ) -> RawResponse[DashboardGroupDocument]:
        """Read one dashboard group.

        Args:
            id: Id of the dashboard group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboards.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupDocument.

        Example:
            reply = await c.dashboard_groups.with_raw_response.get('flgt-dash-0001')
        """
        from ..api.dashboard_groups import get_dashboard_group as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a dashboard group.

        Args:
            id: Id of the dashboard group.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboard_groups.with_raw_response.delete('flgt-dash-0001')
        """
        from ..api.dashboard_groups import delete_dashboard_group as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(
        self, id: str, *, body: DashboardGroupUpdate | Mapping[str, Any]
    ) -> RawResponse[DashboardGroupDocument]:
        """Change a dashboard group.

        Args:
            id: Id of the dashboard group.
            body: Request that changes a dashboard group.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardGroupDocument.

        Example:
            reply = await c.dashboard_groups.with_raw_response.update('flgt-dash-0001', body={'data': {'attributes': {'name': 'Flying'}}})
        """
        from ..api.dashboard_groups import update_dashboard_group as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def sort(self, *, body: DashboardGroupOrder | Mapping[str, Any]) -> RawResponse[None]:
        """Put dashboard groups in order.

        Args:
            body: Places of dashboard groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboard_groups.with_raw_response.sort(body={'dashboard_group_ids': ['flgt-dash-0001']})
        """
        from ..api.dashboard_groups import sort_dashboard_groups as _operation

        return await self._sender.send_raw(_operation.request(body=body))
