"""UserGroups: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.user_group_collection import UserGroupCollection
    from ..models.user_group_creation import UserGroupCreation
    from ..models.user_group_document import UserGroupDocument
    from ..models.user_group_include import UserGroupInclude
    from ..models.user_group_update import UserGroupUpdate
    from ..records.user_group import UserGroup


class UserGroups:
    """Groups of people that dashboards are shared with."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUserGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUserGroups(self._sender)

    def list(self) -> builtins.list[UserGroup]:
        """List all user groups.

        Lists all groups of users in one reply, the built-in ones included.

        Returns:
            The user groups.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.user_groups.list()

        Notes:
            GET /user_groups. Needs one of the permissions view_users. Evidence: documented: Vendor page,
            User Groups: List User Groups.
        """
        from ..api.user_groups import list_user_groups as _operation
        from ..records.user_group import UserGroup

        _reply = self._sender.send(_operation.request())
        return UserGroup.all_of(_reply)

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        dashboards: Sequence[Record | str] | Unset = UNSET,
        users: Sequence[Record | str] | Unset = UNSET,
    ) -> UserGroup:
        """Create a user group.

        Creates a group of users, with members and with dashboards that are shared with it.

        Args:
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards that are shared with the group.
            users: Users in the group.

        Returns:
            The user group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.user_groups.create(name='Crew', description='People who fly.', dashboards=['flgt-oper-0001'], users=['adad-love-0001'])

        Notes:
            POST /user_groups. Needs one of the permissions manage_users. Evidence: documented: Vendor page,
            User Groups: Create User Group.
        """
        from ..api.user_groups import create_user_group as _operation
        from ..records.user_group import UserGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
                "users": _records.many("users", "users", users),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return UserGroup.of(_reply)

    def get(self, id: str, *, include: UserGroupInclude | str | Unset = UNSET) -> UserGroup:
        """Read one user group.

        Returns a group of users. The members of built-in groups follow from the roles of the users.

        Args:
            id: Id of the group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of users, dashboards.

        Returns:
            The user group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.user_groups.get('oper-team-0001')

        Notes:
            GET /user_groups/{id}. Needs one of the permissions view_users. Evidence: documented: Vendor
            page, User Groups: Get User Group.
        """
        from ..api.user_groups import get_user_group as _operation
        from ..records.user_group import UserGroup

        _reply = self._sender.send(_operation.request(id, include=include))
        return UserGroup.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a user group.

        Deletes a group of users. Its members lose access to what was shared with them through it alone.
        Built-in groups cannot be deleted.

        Args:
            id: Id of the group.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.user_groups.delete('oper-team-0001')

        Notes:
            DELETE /user_groups/{id}. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, User Groups: Delete User Group.
        """
        from ..api.user_groups import delete_user_group as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        dashboards: Sequence[Record | str] | Unset = UNSET,
        users: Sequence[Record | str] | Unset = UNSET,
    ) -> UserGroup:
        """Change a user group.

        Changes name, description, members or dashboards. What is left out stays as it is; a list replaces
        the one before. A built-in group keeps its name and its members.

        Args:
            id: Id of the group.
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards that are shared with the group.
            users: Users in the group.

        Returns:
            The user group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.user_groups.update('oper-team-0001', description='People who fly and those who plan it.')

        Notes:
            PATCH /user_groups/{id}. Needs one of the permissions manage_users. Evidence: documented: Vendor
            page, User Groups: Update User Group.
        """
        from ..api.user_groups import update_user_group as _operation
        from ..records.user_group import UserGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
                "users": _records.many("users", "users", users),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return UserGroup.of(_reply)


class RawUserGroups:
    """UserGroups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[UserGroupCollection]:
        """List all user groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupCollection.

        Example:
            reply = c.user_groups.with_raw_response.list()
        """
        from ..api.user_groups import list_user_groups as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: UserGroupCreation | Mapping[str, Any]) -> RawResponse[UserGroupDocument]:
        """Create a user group.

        Args:
            body: Request that creates a user group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupDocument.

        Example:
            reply = c.user_groups.with_raw_response.create(body=...)
        """
        from ..api.user_groups import create_user_group as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: UserGroupInclude | str | Unset = UNSET) -> RawResponse[UserGroupDocument]:
        """Read one user group.

        Args:
            id: Id of the group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of users, dashboards.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupDocument.

        Example:
            reply = c.user_groups.with_raw_response.get('oper-team-0001')
        """
        from ..api.user_groups import get_user_group as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a user group.

        Args:
            id: Id of the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.user_groups.with_raw_response.delete('oper-team-0001')
        """
        from ..api.user_groups import delete_user_group as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: UserGroupUpdate | Mapping[str, Any]) -> RawResponse[UserGroupDocument]:
        """Change a user group.

        Args:
            id: Id of the group.
            body: Request that changes a user group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupDocument.

        Example:
            reply = c.user_groups.with_raw_response.update('oper-team-0001', body={'data': {'attributes': {'description': 'People who fly and those who plan it.'}}})
        """
        from ..api.user_groups import update_user_group as _operation

        return self._sender.send_raw(_operation.request(id, body=body))


class AsyncUserGroups:
    """Groups of people that dashboards are shared with."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawUserGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawUserGroups(self._sender)

    async def list(self) -> builtins.list[UserGroup]:
        """List all user groups.

        Lists all groups of users in one reply, the built-in ones included.

        Returns:
            The user groups.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.user_groups.list()

        Notes:
            GET /user_groups. Needs one of the permissions view_users. Evidence: documented: Vendor page,
            User Groups: List User Groups.
        """
        from ..api.user_groups import list_user_groups as _operation
        from ..records.user_group import UserGroup

        _reply = await self._sender.send(_operation.request())
        return UserGroup.all_of(_reply)

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        dashboards: Sequence[Record | str] | Unset = UNSET,
        users: Sequence[Record | str] | Unset = UNSET,
    ) -> UserGroup:
        """Create a user group.

        Creates a group of users, with members and with dashboards that are shared with it.

        Args:
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards that are shared with the group.
            users: Users in the group.

        Returns:
            The user group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.user_groups.create(name='Crew', description='People who fly.', dashboards=['flgt-oper-0001'], users=['adad-love-0001'])

        Notes:
            POST /user_groups. Needs one of the permissions manage_users. Evidence: documented: Vendor page,
            User Groups: Create User Group.
        """
        from ..api.user_groups import create_user_group as _operation
        from ..records.user_group import UserGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
                "users": _records.many("users", "users", users),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return UserGroup.of(_reply)

    async def get(self, id: str, *, include: UserGroupInclude | str | Unset = UNSET) -> UserGroup:
        """Read one user group.

        Returns a group of users. The members of built-in groups follow from the roles of the users.

        Args:
            id: Id of the group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of users, dashboards.

        Returns:
            The user group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.user_groups.get('oper-team-0001')

        Notes:
            GET /user_groups/{id}. Needs one of the permissions view_users. Evidence: documented: Vendor
            page, User Groups: Get User Group.
        """
        from ..api.user_groups import get_user_group as _operation
        from ..records.user_group import UserGroup

        _reply = await self._sender.send(_operation.request(id, include=include))
        return UserGroup.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a user group.

        Deletes a group of users. Its members lose access to what was shared with them through it alone.
        Built-in groups cannot be deleted.

        Args:
            id: Id of the group.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.user_groups.delete('oper-team-0001')

        Notes:
            DELETE /user_groups/{id}. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, User Groups: Delete User Group.
        """
        from ..api.user_groups import delete_user_group as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        dashboards: Sequence[Record | str] | Unset = UNSET,
        users: Sequence[Record | str] | Unset = UNSET,
    ) -> UserGroup:
        """Change a user group.

        Changes name, description, members or dashboards. What is left out stays as it is; a list replaces
        the one before. A built-in group keeps its name and its members.

        Args:
            id: Id of the group.
            name: Name of the group.
            description: What the group is for.
            dashboards: Dashboards that are shared with the group.
            users: Users in the group.

        Returns:
            The user group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.user_groups.update('oper-team-0001', description='People who fly and those who plan it.')

        Notes:
            PATCH /user_groups/{id}. Needs one of the permissions manage_users. Evidence: documented: Vendor
            page, User Groups: Update User Group.
        """
        from ..api.user_groups import update_user_group as _operation
        from ..records.user_group import UserGroup

        _body = _records.body(
            {
                "name": name,
                "description": description,
            },
            {
                "dashboards": _records.many("dashboards", "dashboards", dashboards),
                "users": _records.many("users", "users", users),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return UserGroup.of(_reply)


class AsyncRawUserGroups:
    """AsyncUserGroups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[UserGroupCollection]:
        """List all user groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupCollection.

        Example:
            reply = await c.user_groups.with_raw_response.list()
        """
        from ..api.user_groups import list_user_groups as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: UserGroupCreation | Mapping[str, Any]) -> RawResponse[UserGroupDocument]:
        """Create a user group.

        Args:
            body: Request that creates a user group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupDocument.

        Example:
            reply = await c.user_groups.with_raw_response.create(body=...)
        """
        from ..api.user_groups import create_user_group as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: str, *, include: UserGroupInclude | str | Unset = UNSET) -> RawResponse[UserGroupDocument]:
        """Read one user group.

        Args:
            id: Id of the group.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of users, dashboards.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupDocument.

        Example:
            reply = await c.user_groups.with_raw_response.get('oper-team-0001')
        """
        from ..api.user_groups import get_user_group as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a user group.

        Args:
            id: Id of the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.user_groups.with_raw_response.delete('oper-team-0001')
        """
        from ..api.user_groups import delete_user_group as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: UserGroupUpdate | Mapping[str, Any]) -> RawResponse[UserGroupDocument]:
        """Change a user group.

        Args:
            id: Id of the group.
            body: Request that changes a user group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserGroupDocument.

        Example:
            reply = await c.user_groups.with_raw_response.update('oper-team-0001', body={'data': {'attributes': {'description': 'People who fly and those who plan it.'}}})
        """
        from ..api.user_groups import update_user_group as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))
