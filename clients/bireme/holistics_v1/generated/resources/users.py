"""Users: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.done import Done
    from ..models.user import User
    from ..models.user_invitation import UserInvitation


class Users:
    """The people of the workspace, and who the key in use belongs to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUsers(self._sender)

    def list(self) -> builtins.list[User]:
        """List users.

        Gives all users of the workspace with their groups, deleted ones too. There are no pages.

        Returns:
            The users.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.list()

        Notes:
            GET /users.json. Needs the permission view_users. Evidence: public-reference: Older
            documentation pages, User API.
        """
        from ..api.users import users_list as _operation

        return self._sender.send(_operation.request())

    def info(self) -> User:
        """Read the owner of the key.

        Gives the user whose key is in use. Command lines call it to see whether a key is good.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.info()

        Notes:
            GET /users/info.json. Evidence: public-reference: The vendor's command line, which reads id and
            email; the other keys: as in the list of users.
        """
        from ..api.users import users_info as _operation

        return self._sender.send(_operation.request())

    def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> Done:
        """Invite a user.

        Adds a user and writes to the address. An address that a user already has gives 422.

        Args:
            body: Who is invited.

        Returns:
            The invitation is on its way.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.invite(body={'name': 'Nora New', 'email': 'nora@example.com', 'role': 'explorer', 'message': 'Have a look at our flights.'})

        Notes:
            POST /users/invite.json. Needs the permission manage_users. Evidence: public-reference: Older
            documentation pages, User API; reply: inferred.
        """
        from ..api.users import users_invite as _operation

        return self._sender.send(_operation.request(body=body))


class RawUsers:
    """Users with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[builtins.list[User]]:
        """List users.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[User].

        Example:
            reply = h.users.with_raw_response.list()
        """
        from ..api.users import users_list as _operation

        return self._sender.send_raw(_operation.request())

    def info(self) -> RawResponse[User]:
        """Read the owner of the key.

        Returns:
            Status, headers and body as they came; `.parse()` gives User.

        Example:
            reply = h.users.with_raw_response.info()
        """
        from ..api.users import users_info as _operation

        return self._sender.send_raw(_operation.request())

    def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> RawResponse[Done]:
        """Invite a user.

        Args:
            body: Who is invited.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = h.users.with_raw_response.invite(body={'name': 'Nora New', 'email': 'nora@example.com', 'role': 'explorer', 'message': 'Have a look at our flights.'})
        """
        from ..api.users import users_invite as _operation

        return self._sender.send_raw(_operation.request(body=body))


class AsyncUsers:
    """The people of the workspace, and who the key in use belongs to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawUsers(self._sender)

    async def list(self) -> builtins.list[User]:
        """List users.

        Gives all users of the workspace with their groups, deleted ones too. There are no pages.

        Returns:
            The users.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.list()

        Notes:
            GET /users.json. Needs the permission view_users. Evidence: public-reference: Older
            documentation pages, User API.
        """
        from ..api.users import users_list as _operation

        return await self._sender.send(_operation.request())

    async def info(self) -> User:
        """Read the owner of the key.

        Gives the user whose key is in use. Command lines call it to see whether a key is good.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.info()

        Notes:
            GET /users/info.json. Evidence: public-reference: The vendor's command line, which reads id and
            email; the other keys: as in the list of users.
        """
        from ..api.users import users_info as _operation

        return await self._sender.send(_operation.request())

    async def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> Done:
        """Invite a user.

        Adds a user and writes to the address. An address that a user already has gives 422.

        Args:
            body: Who is invited.

        Returns:
            The invitation is on its way.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.invite(body={'name': 'Nora New', 'email': 'nora@example.com', 'role': 'explorer', 'message': 'Have a look at our flights.'})

        Notes:
            POST /users/invite.json. Needs the permission manage_users. Evidence: public-reference: Older
            documentation pages, User API; reply: inferred.
        """
        from ..api.users import users_invite as _operation

        return await self._sender.send(_operation.request(body=body))


class AsyncRawUsers:
    """AsyncUsers with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[builtins.list[User]]:
        """List users.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[User].

        Example:
            reply = await h.users.with_raw_response.list()
        """
        from ..api.users import users_list as _operation

        return await self._sender.send_raw(_operation.request())

    async def info(self) -> RawResponse[User]:
        """Read the owner of the key.

        Returns:
            Status, headers and body as they came; `.parse()` gives User.

        Example:
            reply = await h.users.with_raw_response.info()
        """
        from ..api.users import users_info as _operation

        return await self._sender.send_raw(_operation.request())

    async def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> RawResponse[Done]:
        """Invite a user.

        Args:
            body: Who is invited.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = await h.users.with_raw_response.invite(body={'name': 'Nora New', 'email': 'nora@example.com', 'role': 'explorer', 'message': 'Have a look at our flights.'})
        """
        from ..api.users import users_invite as _operation

        return await self._sender.send_raw(_operation.request(body=body))
