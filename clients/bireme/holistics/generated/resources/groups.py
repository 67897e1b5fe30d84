"""Groups: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.group import Group
    from ..models.group_creation import GroupCreation
    from ..models.group_page import GroupPage
    from ..models.group_reply import GroupReply
    from ..models.group_sort import GroupSort
    from ..models.group_update import GroupUpdate
    from ..models.message import Message


class Groups:
    """Groups of people, and who is in them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawGroups(self._sender)

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: GroupSort | str | Unset = UNSET,
        include_users: bool | Unset = UNSET,
    ) -> GroupPage:
        """List groups page by page.

        Lists the groups of the workspace with the ids of their members. `include_users` adds the members of
        the listed groups themselves. To go on, pass `cursors.next` of one page as `after` of the next call,
        until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.
            include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

        Returns:
            One page of groups.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.list()

        Notes:
            GET /groups. Rate limit level 1. Needs the permission view_groups. Evidence: documented: API
            documentation, Groups: list; method, path and success status: public API reference.
        """
        from ..api.groups import groups_list as _operation

        return self._sender.send(
            _operation.request(before=before, after=after, limit=limit, sort=sort, include_users=include_users)
        )

    def iter(
        self, *, limit: int | Unset = UNSET, sort: GroupSort | str | Unset = UNSET, include_users: bool | Unset = UNSET
    ) -> Iterator[Group]:
        """List groups page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.
            include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in h.groups.iter():
                print(item)
        """
        from ..api.groups import groups_list as _operation

        _request = _operation.request(limit=limit, sort=sort, include_users=include_users)
        return self._sender.paginate(_request, _operation.items)

    def create(self, *, body: GroupCreation | Mapping[str, Any]) -> Group:
        """Create a group.

        Adds a group without members. Its name must not be taken.

        Args:
            body: The group.

        Returns:
            The new group.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.create(body={'group': {'name': 'Night shift'}})

        Notes:
            POST /groups. Rate limit level 1. Needs the permission manage_groups. Evidence: documented: API
            documentation, Groups: create; method, path and success status: public API reference.
        """
        from ..api.groups import groups_create as _operation

        _reply = self._sender.send(_operation.request(body=body))
        return _reply.group

    def get(self, id: int, *, include_users: bool | Unset = UNSET) -> Group:
        """Read one group.

        Returns a group with the ids of its members; `include_users` adds the members themselves.

        Args:
            id: Id of the group.
            include_users: Add `users`, the members, to the group.

        Returns:
            The group.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.get(1)

        Notes:
            GET /groups/{id}. Rate limit level 1. Needs the permission view_groups. Evidence: documented:
            API documentation, Groups: get; method, path and success status: public API reference.
        """
        from ..api.groups import groups_get as _operation

        _reply = self._sender.send(_operation.request(id, include_users=include_users))
        return _reply.group

    def update(self, id: int, *, body: GroupUpdate | Mapping[str, Any]) -> Group:
        """Rename a group.

        Gives a group another name. Members are changed with the operations to add and to remove a user.

        Args:
            id: Id of the group.
            body: What to change.

        Returns:
            The group as changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.update(1, body={'group': {'name': 'Flight operations'}})

        Notes:
            PUT /groups/{id}. Rate limit level 1. Needs the permission manage_groups. Evidence: documented:
            API documentation, Groups: update; method, path and success status: public API reference.
        """
        from ..api.groups import groups_update as _operation

        _reply = self._sender.send(_operation.request(id, body=body))
        return _reply.group

    def delete(self, id: int) -> str:
        """Delete a group.

        Removes a group. Its members stay, without this membership and without what it passed on to them.

        Args:
            id: Id of the group.

        Returns:
            The group is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.delete(1)

        Notes:
            DELETE /groups/{id}. Rate limit level 1. Needs the permission manage_groups. Evidence:
            documented: API documentation, Groups: delete; method, path and success status: public API
            reference.
        """
        from ..api.groups import groups_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def add_user(self, id: int, user_id: int) -> str:
        """Put a user into a group.

        Makes a user a member of a group. Refused for one who is a member already, and for a deleted user.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            The membership is changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.add_user(1, 2)

        Notes:
            POST /groups/{id}/add_user/{user_id}. Rate limit level 1. Needs the permission manage_groups.
            Evidence: documented: API documentation, Groups: add user; method, path and success status:
            public API reference.
        """
        from ..api.groups import groups_add_user as _operation

        _reply = self._sender.send(_operation.request(id, user_id))
        return _reply.message

    def remove_user(self, id: int, user_id: int) -> str:
        """Take a user out of a group.

        Ends a membership. Not found where the user is no member.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            The membership is changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.groups.remove_user(1, 2)

        Notes:
            POST /groups/{id}/remove_user/{user_id}. Rate limit level 1. Needs the permission manage_groups.
            Evidence: documented: API documentation, Groups: remove user; method, path and success status:
            public API reference.
        """
        from ..api.groups import groups_remove_user as _operation

        _reply = self._sender.send(_operation.request(id, user_id))
        return _reply.message


class RawGroups:
    """Groups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: GroupSort | str | Unset = UNSET,
        include_users: bool | Unset = UNSET,
    ) -> RawResponse[GroupPage]:
        """List groups page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.
            include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupPage.

        Example:
            reply = h.groups.with_raw_response.list()
        """
        from ..api.groups import groups_list as _operation

        return self._sender.send_raw(
            _operation.request(before=before, after=after, limit=limit, sort=sort, include_users=include_users)
        )

    def create(self, *, body: GroupCreation | Mapping[str, Any]) -> RawResponse[GroupReply]:
        """Create a group.

        Args:
            body: The group.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupReply.

        Example:
            reply = h.groups.with_raw_response.create(body={'group': {'name': 'Night shift'}})
        """
        from ..api.groups import groups_create as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: int, *, include_users: bool | Unset = UNSET) -> RawResponse[GroupReply]:
        """Read one group.

        Args:
            id: Id of the group.
            include_users: Add `users`, the members, to the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupReply.

        Example:
            reply = h.groups.with_raw_response.get(1)
        """
        from ..api.groups import groups_get as _operation

        return self._sender.send_raw(_operation.request(id, include_users=include_users))

    def update(self, id: int, *, body: GroupUpdate | Mapping[str, Any]) -> RawResponse[GroupReply]:
        """Rename a group.

        Args:
            id: Id of the group.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupReply.

        Example:
            reply = h.groups.with_raw_response.update(1, body={'group': {'name': 'Flight operations'}})
        """
        from ..api.groups import groups_update as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a group.

        Args:
            id: Id of the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.groups.with_raw_response.delete(1)
        """
        from ..api.groups import groups_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def add_user(self, id: int, user_id: int) -> RawResponse[Message]:
        """Put a user into a group.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.groups.with_raw_response.add_user(1, 2)
        """
        from ..api.groups import groups_add_user as _operation

        return self._sender.send_raw(_operation.request(id, user_id))

    def remove_user(self, id: int, user_id: int) -> RawResponse[Message]:
        """Take a user out of a group.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.groups.with_raw_response.remove_user(1, 2)
        """
        from ..api.groups import groups_remove_user as _operation

        return self._sender.send_raw(_operation.request(id, user_id))


class AsyncGroups:
    """Groups of people, and who is in them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawGroups:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawGroups(self._sender)

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: GroupSort | str | Unset = UNSET,
        include_users: bool | Unset = UNSET,
    ) -> GroupPage:
        """List groups page by page.

        Lists the groups of the workspace with the ids of their members. `include_users` adds the members of
        the listed groups themselves. To go on, pass `cursors.next` of one page as `after` of the next call,
        until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.
            include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

        Returns:
            One page of groups.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.list()

        Notes:
            GET /groups. Rate limit level 1. Needs the permission view_groups. Evidence: documented: API
            documentation, Groups: list; method, path and success status: public API reference.
        """
        from ..api.groups import groups_list as _operation

        return await self._sender.send(
            _operation.request(before=before, after=after, limit=limit, sort=sort, include_users=include_users)
        )

    def iter(
        self, *, limit: int | Unset = UNSET, sort: GroupSort | str | Unset = UNSET, include_users: bool | Unset = UNSET
    ) -> AsyncIterator[Group]:
        """List groups page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.
            include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in h.groups.iter():
                print(item)
        """
        from ..api.groups import groups_list as _operation

        _request = _operation.request(limit=limit, sort=sort, include_users=include_users)
        return self._sender.paginate(_request, _operation.items)

    async def create(self, *, body: GroupCreation | Mapping[str, Any]) -> Group:
        """Create a group.

        Adds a group without members. Its name must not be taken.

        Args:
            body: The group.

        Returns:
            The new group.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.create(body={'group': {'name': 'Night shift'}})

        Notes:
            POST /groups. Rate limit level 1. Needs the permission manage_groups. Evidence: documented: API
            documentation, Groups: create; method, path and success status: public API reference.
        """
        from ..api.groups import groups_create as _operation

        _reply = await self._sender.send(_operation.request(body=body))
        return _reply.group

    async def get(self, id: int, *, include_users: bool | Unset = UNSET) -> Group:
        """Read one group.

        Returns a group with the ids of its members; `include_users` adds the members themselves.

        Args:
            id: Id of the group.
            include_users: Add `users`, the members, to the group.

        Returns:
            The group.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.get(1)

        Notes:
            GET /groups/{id}. Rate limit level 1. Needs the permission view_groups. Evidence: documented:
            API documentation, Groups: get; method, path and success status: public API reference.
        """
        from ..api.groups import groups_get as _operation

        _reply = await self._sender.send(_operation.request(id, include_users=include_users))
        return _reply.group

    async def update(self, id: int, *, body: GroupUpdate | Mapping[str, Any]) -> Group:
        """Rename a group.

        Gives a group another name. Members are changed with the operations to add and to remove a user.

        Args:
            id: Id of the group.
            body: What to change.

        Returns:
            The group as changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.update(1, body={'group': {'name': 'Flight operations'}})

        Notes:
            PUT /groups/{id}. Rate limit level 1. Needs the permission manage_groups. Evidence: documented:
            API documentation, Groups: update; method, path and success status: public API reference.
        """
        from ..api.groups import groups_update as _operation

        _reply = await self._sender.send(_operation.request(id, body=body))
        return _reply.group

    async def delete(self, id: int) -> str:
        """Delete a group.

        Removes a group. Its members stay, without this membership and without what it passed on to them.

        Args:
            id: Id of the group.

        Returns:
            The group is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.delete(1)

        Notes:
            DELETE /groups/{id}. Rate limit level 1. Needs the permission manage_groups. Evidence:
            documented: API documentation, Groups: delete; method, path and success status: public API
            reference.
        """
        from ..api.groups import groups_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def add_user(self, id: int, user_id: int) -> str:
        """Put a user into a group.

        Makes a user a member of a group. Refused for one who is a member already, and for a deleted user.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            The membership is changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.add_user(1, 2)

        Notes:
            POST /groups/{id}/add_user/{user_id}. Rate limit level 1. Needs the permission manage_groups.
            Evidence: documented: API documentation, Groups: add user; method, path and success status:
            public API reference.
        """
        from ..api.groups import groups_add_user as _operation

        _reply = await self._sender.send(_operation.request(id, user_id))
        return _reply.message

    async def remove_user(self, id: int, user_id: int) -> str:
        """Take a user out of a group.

        Ends a membership. Not found where the user is no member.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            The membership is changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.groups.remove_user(1, 2)

        Notes:
            POST /groups/{id}/remove_user/{user_id}. Rate limit level 1. Needs the permission manage_groups.
            Evidence: documented: API documentation, Groups: remove user; method, path and success status:
            public API reference.
        """
        from ..api.groups import groups_remove_user as _operation

        _reply = await self._sender.send(_operation.request(id, user_id))
        return _reply.message


class AsyncRawGroups:
    """AsyncGroups with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: GroupSort | str | Unset = UNSET,
        include_users: bool | Unset = UNSET,
    ) -> RawResponse[GroupPage]:
        """List groups page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.
            include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupPage.

        Example:
            reply = await h.groups.with_raw_response.list()
        """
        from ..api.groups import groups_list as _operation

        return await self._sender.send_raw(
            _operation.request(before=before, after=after, limit=limit, sort=sort, include_users=include_users)
        )

    async def create(self, *, body: GroupCreation | Mapping[str, Any]) -> RawResponse[GroupReply]:
        """Create a group.

        Args:
            body: The group.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupReply.

        Example:
            reply = await h.groups.with_raw_response.create(body={'group': {'name': 'Night shift'}})
        """
        from ..api.groups import groups_create as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: int, *, include_users: bool | Unset = UNSET) -> RawResponse[GroupReply]:
        """Read one group.

        Args:
            id: Id of the group.
            include_users: Add `users`, the members, to the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupReply.

        Example:
            reply = await h.groups.with_raw_response.get(1)
        """
        from ..api.groups import groups_get as _operation

        return await self._sender.send_raw(_operation.request(id, include_users=include_users))

    async def update(self, id: int, *, body: GroupUpdate | Mapping[str, Any]) -> RawResponse[GroupReply]:
        """Rename a group.

        Args:
            id: Id of the group.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives GroupReply.

        Example:
            reply = await h.groups.with_raw_response.update(1, body={'group': {'name': 'Flight operations'}})
        """
        from ..api.groups import groups_update as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a group.

        Args:
            id: Id of the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.groups.with_raw_response.delete(1)
        """
        from ..api.groups import groups_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def add_user(self, id: int, user_id: int) -> RawResponse[Message]:
        """Put a user into a group.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.groups.with_raw_response.add_user(1, 2)
        """
        from ..api.groups import groups_add_user as _operation

        return await self._sender.send_raw(_operation.request(id, user_id))

    async def remove_user(self, id: int, user_id: int) -> RawResponse[Message]:
        """Take a user out of a group.

        Args:
            id: Id of the group.
            user_id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.groups.with_raw_response.remove_user(1, 2)
        """
        from ..api.groups import groups_remove_user as _operation

        return await self._sender.send_raw(_operation.request(id, user_id))
