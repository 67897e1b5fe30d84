"""Users: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.user import User
    from ..models.user_reply import UserReply


class Users:
    """The people of a workspace, and who the key in use belongs to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUsers(self._sender)

    def me(self) -> User:
        """Tell whose key is in use.

        Returns the user to whom the API key belongs. A cheap way to find out whether a key works and which
        role it has.

        Returns:
            The owner of the key.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.me()

        Notes:
            GET /users/me. Rate limit level 1. Evidence: documented: API documentation, Users: currently
            authorized user; method, path and success status: public API reference.
        """
        from ..api.users import users_me as _operation

        _reply = self._sender.send(_operation.request())
        return _reply.user


class RawUsers:
    """Users with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def me(self) -> RawResponse[UserReply]:
        """Tell whose key is in use.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserReply.

        Example:
            reply = h.users.with_raw_response.me()
        """
        from ..api.users import users_me as _operation

        return self._sender.send_raw(_operation.request())


class AsyncUsers:
    """The people of a workspace, and who the key in use belongs to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawUsers(self._sender)

    async def me(self) -> User:
        """Tell whose key is in use.

        Returns the user to whom the API key belongs. A cheap way to find out whether a key works and which
        role it has.

        Returns:
            The owner of the key.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.me()

        Notes:
            GET /users/me. Rate limit level 1. Evidence: documented: API documentation, Users: currently
            authorized user; method, path and success status: public API reference.
        """
        from ..api.users import users_me as _operation

        _reply = await self._sender.send(_operation.request())
        return _reply.user


class AsyncRawUsers:
    """AsyncUsers with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def me(self) -> RawResponse[UserReply]:
        """Tell whose key is in use.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserReply.

        Example:
            reply = await h.users.with_raw_response.me()
        """
        from ..api.users import users_me as _operation

        return await self._sender.send_raw(_operation.request())
