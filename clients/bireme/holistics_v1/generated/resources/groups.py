"""Groups: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.done import Done
    from ..models.group import Group
    from ..models.group_submission import GroupSubmission
    from ..models.group_summary import GroupSummary


class Groups:
    """Groups of users."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawGroups(self._sender)

    def list(self) -> builtins.list[GroupSummary]:
        """List groups.

        Gives all groups with the number of their users.

        Returns:
            The groups.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.list()

        Notes:
            GET /groups.json. Needs the permission view_groups. Evidence: public-reference: Older
            documentation pages, Group API.
        """
        from ..api.groups import groups_list as _operation

        return self._sender.send(_operation.request())

    def create(self, *, body: GroupSubmission | Mapping[str, Any]) -> Group:
        """Make a group.

        Makes a group without users. A name that another group has gives 422.

        Args:
            body: The new group.

        Returns:
            The group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.create(body={'group': {'name': 'Night shift'}})

        Notes:
            POST /groups.json. Needs the permission manage_groups. Evidence: public-reference: Older
            documentation pages, Group API; refusal of a second group of a name: inferred.
        """
        from ..api.groups import groups_create as _operation

        return self._sender.send(_operation.request(body=body))

    def update(self, group_id: int, *, body: GroupSubmission | Mapping[str, Any]) -> Group:
        """Rename a group.

        Gives a group another name.

        Args:
            group_id: Id of the group.
            body: The new name.

        Returns:
            The group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.update(301, body={'group': {'name': 'Night shift'}})

        Notes:
            PUT /groups/{group_id}.json. Needs the permission manage_groups. Evidence: public-reference:
            Older documentation pages, Group API; reply: inferred.
        """
        from ..api.groups import groups_update as _operation

        return self._sender.send(_operation.request(group_id, body=body))

    def delete(self, group_id: int) -> Done:
        """Remove a group.

        Removes a group; its users stay.

        Args:
            group_id: Id of the group.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.delete(301)

        Notes:
            DELETE /groups/{group_id}.json. Needs the permission manage_groups. Evidence: public-reference:
            Older documentation pages, Group API; reply: inferred.
        """
        from ..api.groups import groups_delete as _operation

        return self._sender.send(_operation.request(group_id))

    def add_user(self, group_id: int, user_id: int) -> Done:
        """Put a user into a group.

        Puts a user into a group; one who is in it already stays.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            The user is in the group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.add_user(301, 3)

        Notes:
            PUT /groups/{group_id}/user/{user_id}. Needs the permission manage_groups. Evidence: public-
            reference: Older documentation pages, Group API.
        """
        from ..api.groups import groups_add_user as _operation

        return self._sender.send(_operation.request(group_id, user_id))

    def remove_user(self, group_id: int, user_id: int) -> Done:
        """Take a user out of a group.

        Takes a user out of a group; one who is not in it stays out.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            The user is not in the group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.remove_user(301, 3)

        Notes:
            DELETE /groups/{group_id}/user/{user_id}. Needs the permission manage_groups. Evidence: public-
            reference: Older documentation pages, Group API.
        """
        from ..api.groups import groups_remove_user as _operation

        return self._sender.send(_operation.request(group_id, user_id))


class RawGroups:
    """Groups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[builtins.list[GroupSummary]]:
        """List groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[GroupSummary].

        Example:
            reply = h.groups.with_raw_response.list()
        """
        from ..api.groups import groups_list as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: GroupSubmission | Mapping[str, Any]) -> RawResponse[Group]:
        """Make a group.

        Args:
            body: The new group.

        Returns:
            Status, headers and body as they came; `.parse()` gives Group.

        Example:
            reply = h.groups.with_raw_response.create(body={'group': {'name': 'Night shift'}})
        """
        from ..api.groups import groups_create as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def update(self, group_id: int, *, body: GroupSubmission | Mapping[str, Any]) -> RawResponse[Group]:
        """Rename a group.

        Args:
            group_id: Id of the group.
            body: The new name.

        Returns:
            Status, headers and body as they came; `.parse()` gives Group.

        Example:
            reply = h.groups.with_raw_response.update(301, body={'group': {'name': 'Night shift'}})
        """
        from ..api.groups import groups_update as _operation

        return self._sender.send_raw(_operation.request(group_id, body=body))

    def delete(self, group_id: int) -> RawResponse[Done]:
        """Remove a group.

        Args:
            group_id: Id of the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = h.groups.with_raw_response.delete(301)
        """
        from ..api.groups import groups_delete as _operation

        return self._sender.send_raw(_operation.request(group_id))

    def add_user(self, group_id: int, user_id: int) -> RawResponse[Done]:
        """Put a user into a group.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = h.groups.with_raw_response.add_user(301, 3)
        """
        from ..api.groups import groups_add_user as _operation

        return self._sender.send_raw(_operation.request(group_id, user_id))

    def remove_user(self, group_id: int, user_id: int) -> RawResponse[Done]:
        """Take a user out of a group.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = h.groups.with_raw_response.remove_user(301, 3)
        """
        from ..api.groups import groups_remove_user as _operation

        return self._sender.send_raw(_operation.request(group_id, user_id))


class AsyncGroups:
    """Groups of users."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawGroups(self._sender)

    async def list(self) -> builtins.list[GroupSummary]:
        """List groups.

        Gives all groups with the number of their users.

        Returns:
            The groups.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.list()

        Notes:
            GET /groups.json. Needs the permission view_groups. Evidence: public-reference: Older
            documentation pages, Group API.
        """
        from ..api.groups import groups_list as _operation

        return await self._sender.send(_operation.request())

    async def create(self, *, body: GroupSubmission | Mapping[str, Any]) -> Group:
        """Make a group.

        Makes a group without users. A name that another group has gives 422.

        Args:
            body: The new group.

        Returns:
            The group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.create(body={'group': {'name': 'Night shift'}})

        Notes:
            POST /groups.json. Needs the permission manage_groups. Evidence: public-reference: Older
            documentation pages, Group API; refusal of a second group of a name: inferred.
        """
        from ..api.groups import groups_create as _operation

        return await self._sender.send(_operation.request(body=body))

    async def update(self, group_id: int, *, body: GroupSubmission | Mapping[str, Any]) -> Group:
        """Rename a group.

        Gives a group another name.

        Args:
            group_id: Id of the group.
            body: The new name.

        Returns:
            The group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.update(301, body={'group': {'name': 'Night shift'}})

        Notes:
            PUT /groups/{group_id}.json. Needs the permission manage_groups. Evidence: public-reference:
            Older documentation pages, Group API; reply: inferred.
        """
        from ..api.groups import groups_update as _operation

        return await self._sender.send(_operation.request(group_id, body=body))

    async def delete(self, group_id: int) -> Done:
        """Remove a group.

        Removes a group; its users stay.

        Args:
            group_id: Id of the group.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.delete(301)

        Notes:
            DELETE /groups/{group_id}.json. Needs the permission manage_groups. Evidence: public-reference:
            Older documentation pages, Group API; reply: inferred.
        """
        from ..api.groups import groups_delete as _operation

        return await self._sender.send(_operation.request(group_id))

    async def add_user(self, group_id: int, user_id: int) -> Done:
        """Put a user into a group.

        Puts a user into a group; one who is in it already stays.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            The user is in the group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.add_user(301, 3)

        Notes:
            PUT /groups/{group_id}/user/{user_id}. Needs the permission manage_groups. Evidence: public-
            reference: Older documentation pages, Group API.
        """
        from ..api.groups import groups_add_user as _operation

        return await self._sender.send(_operation.request(group_id, user_id))

    async def remove_user(self, group_id: int, user_id: int) -> Done:
        """Take a user out of a group.

        Takes a user out of a group; one who is not in it stays out.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            The user is not in the group.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.remove_user(301, 3)

        Notes:
            DELETE /groups/{group_id}/user/{user_id}. Needs the permission manage_groups. Evidence: public-
            reference: Older documentation pages, Group API.
        """
        from ..api.groups import groups_remove_user as _operation

        return await self._sender.send(_operation.request(group_id, user_id))


class AsyncRawGroups:
    """AsyncGroups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[builtins.list[GroupSummary]]:
        """List groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[GroupSummary].

        Example:
            reply = await h.groups.with_raw_response.list()
        """
        from ..api.groups import groups_list as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: GroupSubmission | Mapping[str, Any]) -> RawResponse[Group]:
        """Make a group.

        Args:
            body: The new group.

        Returns:
            Status, headers and body as they came; `.parse()` gives Group.

        Example:
            reply = await h.groups.with_raw_response.create(body={'group': {'name': 'Night shift'}})
        """
        from ..api.groups import groups_create as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def update(self, group_id: int, *, body: GroupSubmission | Mapping[str, Any]) -> RawResponse[Group]:
        """Rename a group.

        Args:
            group_id: Id of the group.
            body: The new name.

        Returns:
            Status, headers and body as they came; `.parse()` gives Group.

        Example:
            reply = await h.groups.with_raw_response.update(301, body={'group': {'name': 'Night shift'}})
        """
        from ..api.groups import groups_update as _operation

        return await self._sender.send_raw(_operation.request(group_id, body=body))

    async def delete(self, group_id: int) -> RawResponse[Done]:
        """Remove a group.

        Args:
            group_id: Id of the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = await h.groups.with_raw_response.delete(301)
        """
        from ..api.groups import groups_delete as _operation

        return await self._sender.send_raw(_operation.request(group_id))

    async def add_user(self, group_id: int, user_id: int) -> RawResponse[Done]:
        """Put a user into a group.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = await h.groups.with_raw_response.add_user(301, 3)
        """
        from ..api.groups import groups_add_user as _operation

        return await self._sender.send_raw(_operation.request(group_id, user_id))

    async def remove_user(self, group_id: int, user_id: int) -> RawResponse[Done]:
        """Take a user out of a group.

        Args:
            group_id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = await h.groups.with_raw_response.remove_user(301, 3)
        """
        from ..api.groups import groups_remove_user as _operation

        return await self._sender.send_raw(_operation.request(group_id, user_id))
