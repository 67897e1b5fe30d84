"""Users: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.async_job import AsyncJob
    from ..models.async_job_reply import AsyncJobReply
    from ..models.listed_user import ListedUser
    from ..models.message import Message
    from ..models.user import User
    from ..models.user_check_reply import UserCheckReply
    from ..models.user_invitation import UserInvitation
    from ..models.user_page import UserPage
    from ..models.user_reply import UserReply
    from ..models.user_role import UserRole
    from ..models.user_sort import UserSort
    from ..models.user_status import UserStatus
    from ..models.user_update import UserUpdate


class Users:
    """The people of a workspace, and who the key in use belongs to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUsers(self._sender)

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        status: UserStatus | str | Unset = UNSET,
        role: UserRole | str | Unset = UNSET,
        has_authentication_token: bool | Unset = UNSET,
        exclude_deleted: bool | Unset = UNSET,
        sort: UserSort | str | Unset = UNSET,
    ) -> UserPage:
        """List users page by page.

        Lists the people of the workspace, invited and deleted ones included unless the filters leave them
        out. `counters` counts all users that the filters let through, not those of the page; `groups` holds
        the groups of the users on the page. To go on, pass `cursors.next` of one page as `after` of the
        next call, until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Text to look for in e-mail address, name and initials, and in the names of the
                user's groups.
            status: Only users in this state. One of active, deleted, pending.
            role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
            has_authentication_token: Only users who have an API key, or only those who have none. Whether
                the user may still use the API makes no difference.
            exclude_deleted: Leave deleted users out.
            sort: Order of the list; users who are equal in it stand in the same direction by id. One of
                natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
                default is natural.

        Returns:
            One page of users.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.list()

        Notes:
            GET /users. Rate limit level 1. Needs the permission view_users. Evidence: documented: API
            documentation, Users: list; method, path and success status: public API reference.
        """
        from ..api.users import users_list as _operation

        return self._sender.send(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                status=status,
                role=role,
                has_authentication_token=has_authentication_token,
                exclude_deleted=exclude_deleted,
                sort=sort,
            )
        )

    def iter(
        self,
        *,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        status: UserStatus | str | Unset = UNSET,
        role: UserRole | str | Unset = UNSET,
        has_authentication_token: bool | Unset = UNSET,
        exclude_deleted: bool | Unset = UNSET,
        sort: UserSort | str | Unset = UNSET,
    ) -> Iterator[ListedUser]:
        """List users page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Text to look for in e-mail address, name and initials, and in the names of the
                user's groups.
            status: Only users in this state. One of active, deleted, pending.
            role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
            has_authentication_token: Only users who have an API key, or only those who have none. Whether
                the user may still use the API makes no difference.
            exclude_deleted: Leave deleted users out.
            sort: Order of the list; users who are equal in it stand in the same direction by id. One of
                natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
                default is natural.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in h.users.iter():
                print(item)
        """
        from ..api.users import users_list as _operation

        _request = _operation.request(
            limit=limit,
            search_term=search_term,
            status=status,
            role=role,
            has_authentication_token=has_authentication_token,
            exclude_deleted=exclude_deleted,
            sort=sort,
        )
        return self._sender.paginate(_request, _operation.items)

    def update(self, id: int, *, body: UserUpdate | Mapping[str, Any] | Unset = UNSET) -> User:
        """Change a user.

        Changes what the body names and leaves the rest alone. `group_ids` replaces the set of the user's
        groups; an empty list takes the user out of all. Taking away `allow_authentication_token` stops the
        user's key. The reply is the user itself, without a key around it.

        Args:
            id: Id of the user.
            body: What to change.

        Returns:
            The user as changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.update(2, body={'user': {'role': 'explorer', 'group_ids': [1]}})

        Notes:
            PUT /users/{id}. Rate limit level 1. Needs the permission manage_users. Evidence: documented:
            API documentation, Users: update; method, path and success status: public API reference.
        """
        from ..api.users import users_update as _operation

        return self._sender.send(_operation.request(id, body=body))

    def delete(self, id: int) -> str:
        """Delete a user.

        Ends a user's access to the workspace, by key as well. The user is kept as deleted, owns what they
        owned, and can be restored. Nobody can delete themselves.

        Args:
            id: Id of the user.

        Returns:
            The user is deleted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.delete(2)

        Notes:
            DELETE /users/{id}. Rate limit level 1. Needs the permission manage_users. Evidence: documented:
            API documentation, Users: delete; method, path and success status: public API reference.
        """
        from ..api.users import users_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> AsyncJob:
        """Invite people.

        Adds users by their e-mail addresses and starts a job that sends them invitations. They are listed
        at once, with the status `pending`. One address that cannot be invited refuses the whole call, and
        the error says which and why.

        Args:
            body: Whom to invite, and what they may do.

        Returns:
            The job that sends the invitations.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.invite(body=...)

        Notes:
            POST /users/invite. Rate limit level 2. Needs the permission manage_users. Evidence: documented:
            API documentation, Users: invite; method, path and success status: public API reference.
        """
        from ..api.users import users_invite as _operation

        _reply = self._sender.send(_operation.request(body=body))
        return _reply.job

    def restore(self, id: int) -> str:
        """Restore a deleted user.

        Takes the deletion of a user back; role, groups and keys are what they were.

        Args:
            id: Id of the deleted user.

        Returns:
            The user is back.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.restore(5)

        Notes:
            POST /users/{id}/restore. Rate limit level 1. Needs the permission manage_users. Evidence:
            documented: API documentation, Users: restore; method, path and success status: public API
            reference.
        """
        from ..api.users import users_restore as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def resend_invite(self, id: int) -> AsyncJob:
        """Send an invitation again.

        Starts a job that sends the invitation of a user once more. Refused for users who have no open
        invitation.

        Args:
            id: Id of the invited user.

        Returns:
            The job that sends the invitation, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.resend_invite(4)

        Notes:
            POST /users/{id}/resend_invite. Rate limit level 2. Needs the permission manage_users. Evidence:
            documented: API documentation, Users: resend invitation; method, path and success status: public
            API reference.
        """
        from ..api.users import users_resend_invite as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.job

    def revoke_authentication_token(self, id: int) -> str:
        """Revoke the API key of a user.

        Makes a user's API key useless from now on. Everybody may revoke their own key; for that of somebody
        else, the owner of the key in use has to be an administrator (`manage_users`).

        Args:
            id: Id of the user.

        Returns:
            The key is revoked.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.revoke_authentication_token(2)

        Notes:
            POST /users/{id}/revoke_authentication_token. Rate limit level 1. Evidence: documented: API
            documentation, Users: revoke; method, path and success status: public API reference.
        """
        from ..api.users import users_revoke_authentication_token as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def check_holistics_user(self, *, email: str | Unset = UNSET) -> bool:
        """Tell whether an address belongs to a user.

        Tells whether somebody in the workspace has this e-mail address. Case makes no difference; deleted
        users count.

        Args:
            email: The address to look for. Without one the answer is no.

        Returns:
            Whether there is such a user.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.users.check_holistics_user()

        Notes:
            GET /users/check_holistics_user. Rate limit level 1. Needs the permission view_users. Evidence:
            documented: API documentation, Users: check; method, path and success status: public API
            reference.
        """
        from ..api.users import users_check_holistics_user as _operation

        _reply = self._sender.send(_operation.request(email=email))
        return _reply.is_already_user

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

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        status: UserStatus | str | Unset = UNSET,
        role: UserRole | str | Unset = UNSET,
        has_authentication_token: bool | Unset = UNSET,
        exclude_deleted: bool | Unset = UNSET,
        sort: UserSort | str | Unset = UNSET,
    ) -> RawResponse[UserPage]:
        """List users page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Text to look for in e-mail address, name and initials, and in the names of the
                user's groups.
            status: Only users in this state. One of active, deleted, pending.
            role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
            has_authentication_token: Only users who have an API key, or only those who have none. Whether
                the user may still use the API makes no difference.
            exclude_deleted: Leave deleted users out.
            sort: Order of the list; users who are equal in it stand in the same direction by id. One of
                natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
                default is natural.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserPage.

        Example:
            reply = h.users.with_raw_response.list()
        """
        from ..api.users import users_list as _operation

        return self._sender.send_raw(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                status=status,
                role=role,
                has_authentication_token=has_authentication_token,
                exclude_deleted=exclude_deleted,
                sort=sort,
            )
        )

    def update(self, id: int, *, body: UserUpdate | Mapping[str, Any] | Unset = UNSET) -> RawResponse[User]:
        """Change a user.

        Args:
            id: Id of the user.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives User.

        Example:
            reply = h.users.with_raw_response.update(2, body={'user': {'role': 'explorer', 'group_ids': [1]}})
        """
        from ..api.users import users_update as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a user.

        Args:
            id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.users.with_raw_response.delete(2)
        """
        from ..api.users import users_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> RawResponse[AsyncJobReply]:
        """Invite people.

        Args:
            body: Whom to invite, and what they may do.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.users.with_raw_response.invite(body=...)
        """
        from ..api.users import users_invite as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def restore(self, id: int) -> RawResponse[Message]:
        """Restore a deleted user.

        Args:
            id: Id of the deleted user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.users.with_raw_response.restore(5)
        """
        from ..api.users import users_restore as _operation

        return self._sender.send_raw(_operation.request(id))

    def resend_invite(self, id: int) -> RawResponse[AsyncJobReply]:
        """Send an invitation again.

        Args:
            id: Id of the invited user.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.users.with_raw_response.resend_invite(4)
        """
        from ..api.users import users_resend_invite as _operation

        return self._sender.send_raw(_operation.request(id))

    def revoke_authentication_token(self, id: int) -> RawResponse[Message]:
        """Revoke the API key of a user.

        Args:
            id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.users.with_raw_response.revoke_authentication_token(2)
        """
        from ..api.users import users_revoke_authentication_token as _operation

        return self._sender.send_raw(_operation.request(id))

    def check_holistics_user(self, *, email: str | Unset = UNSET) -> RawResponse[UserCheckReply]:
        """Tell whether an address belongs to a user.

        Args:
            email: The address to look for. Without one the answer is no.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserCheckReply.

        Example:
            reply = h.users.with_raw_response.check_holistics_user()
        """
        from ..api.users import users_check_holistics_user as _operation

        return self._sender.send_raw(_operation.request(email=email))

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

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        status: UserStatus | str | Unset = UNSET,
        role: UserRole | str | Unset = UNSET,
        has_authentication_token: bool | Unset = UNSET,
        exclude_deleted: bool | Unset = UNSET,
        sort: UserSort | str | Unset = UNSET,
    ) -> UserPage:
        """List users page by page.

        Lists the people of the workspace, invited and deleted ones included unless the filters leave them
        out. `counters` counts all users that the filters let through, not those of the page; `groups` holds
        the groups of the users on the page. To go on, pass `cursors.next` of one page as `after` of the
        next call, until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Text to look for in e-mail address, name and initials, and in the names of the
                user's groups.
            status: Only users in this state. One of active, deleted, pending.
            role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
            has_authentication_token: Only users who have an API key, or only those who have none. Whether
                the user may still use the API makes no difference.
            exclude_deleted: Leave deleted users out.
            sort: Order of the list; users who are equal in it stand in the same direction by id. One of
                natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
                default is natural.

        Returns:
            One page of users.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.list()

        Notes:
            GET /users. Rate limit level 1. Needs the permission view_users. Evidence: documented: API
            documentation, Users: list; method, path and success status: public API reference.
        """
        from ..api.users import users_list as _operation

        return await self._sender.send(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                status=status,
                role=role,
                has_authentication_token=has_authentication_token,
                exclude_deleted=exclude_deleted,
                sort=sort,
            )
        )

    def iter(
        self,
        *,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        status: UserStatus | str | Unset = UNSET,
        role: UserRole | str | Unset = UNSET,
        has_authentication_token: bool | Unset = UNSET,
        exclude_deleted: bool | Unset = UNSET,
        sort: UserSort | str | Unset = UNSET,
    ) -> AsyncIterator[ListedUser]:
        """List users page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Text to look for in e-mail address, name and initials, and in the names of the
                user's groups.
            status: Only users in this state. One of active, deleted, pending.
            role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
            has_authentication_token: Only users who have an API key, or only those who have none. Whether
                the user may still use the API makes no difference.
            exclude_deleted: Leave deleted users out.
            sort: Order of the list; users who are equal in it stand in the same direction by id. One of
                natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
                default is natural.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in h.users.iter():
                print(item)
        """
        from ..api.users import users_list as _operation

        _request = _operation.request(
            limit=limit,
            search_term=search_term,
            status=status,
            role=role,
            has_authentication_token=has_authentication_token,
            exclude_deleted=exclude_deleted,
            sort=sort,
        )
        return self._sender.paginate(_request, _operation.items)

    async def update(self, id: int, *, body: UserUpdate | Mapping[str, Any] | Unset = UNSET) -> User:
        """Change a user.

        Changes what the body names and leaves the rest alone. `group_ids` replaces the set of the user's
        groups; an empty list takes the user out of all. Taking away `allow_authentication_token` stops the
        user's key. The reply is the user itself, without a key around it.

        Args:
            id: Id of the user.
            body: What to change.

        Returns:
            The user as changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.update(2, body={'user': {'role': 'explorer', 'group_ids': [1]}})

        Notes:
            PUT /users/{id}. Rate limit level 1. Needs the permission manage_users. Evidence: documented:
            API documentation, Users: update; method, path and success status: public API reference.
        """
        from ..api.users import users_update as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def delete(self, id: int) -> str:
        """Delete a user.

        Ends a user's access to the workspace, by key as well. The user is kept as deleted, owns what they
        owned, and can be restored. Nobody can delete themselves.

        Args:
            id: Id of the user.

        Returns:
            The user is deleted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.delete(2)

        Notes:
            DELETE /users/{id}. Rate limit level 1. Needs the permission manage_users. Evidence: documented:
            API documentation, Users: delete; method, path and success status: public API reference.
        """
        from ..api.users import users_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> AsyncJob:
        """Invite people.

        Adds users by their e-mail addresses and starts a job that sends them invitations. They are listed
        at once, with the status `pending`. One address that cannot be invited refuses the whole call, and
        the error says which and why.

        Args:
            body: Whom to invite, and what they may do.

        Returns:
            The job that sends the invitations.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.invite(body=...)

        Notes:
            POST /users/invite. Rate limit level 2. Needs the permission manage_users. Evidence: documented:
            API documentation, Users: invite; method, path and success status: public API reference.
        """
        from ..api.users import users_invite as _operation

        _reply = await self._sender.send(_operation.request(body=body))
        return _reply.job

    async def restore(self, id: int) -> str:
        """Restore a deleted user.

        Takes the deletion of a user back; role, groups and keys are what they were.

        Args:
            id: Id of the deleted user.

        Returns:
            The user is back.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.restore(5)

        Notes:
            POST /users/{id}/restore. Rate limit level 1. Needs the permission manage_users. Evidence:
            documented: API documentation, Users: restore; method, path and success status: public API
            reference.
        """
        from ..api.users import users_restore as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def resend_invite(self, id: int) -> AsyncJob:
        """Send an invitation again.

        Starts a job that sends the invitation of a user once more. Refused for users who have no open
        invitation.

        Args:
            id: Id of the invited user.

        Returns:
            The job that sends the invitation, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.resend_invite(4)

        Notes:
            POST /users/{id}/resend_invite. Rate limit level 2. Needs the permission manage_users. Evidence:
            documented: API documentation, Users: resend invitation; method, path and success status: public
            API reference.
        """
        from ..api.users import users_resend_invite as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.job

    async def revoke_authentication_token(self, id: int) -> str:
        """Revoke the API key of a user.

        Makes a user's API key useless from now on. Everybody may revoke their own key; for that of somebody
        else, the owner of the key in use has to be an administrator (`manage_users`).

        Args:
            id: Id of the user.

        Returns:
            The key is revoked.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.revoke_authentication_token(2)

        Notes:
            POST /users/{id}/revoke_authentication_token. Rate limit level 1. Evidence: documented: API
            documentation, Users: revoke; method, path and success status: public API reference.
        """
        from ..api.users import users_revoke_authentication_token as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def check_holistics_user(self, *, email: str | Unset = UNSET) -> bool:
        """Tell whether an address belongs to a user.

        Tells whether somebody in the workspace has this e-mail address. Case makes no difference; deleted
        users count.

        Args:
            email: The address to look for. Without one the answer is no.

        Returns:
            Whether there is such a user.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.users.check_holistics_user()

        Notes:
            GET /users/check_holistics_user. Rate limit level 1. Needs the permission view_users. Evidence:
            documented: API documentation, Users: check; method, path and success status: public API
            reference.
        """
        from ..api.users import users_check_holistics_user as _operation

        _reply = await self._sender.send(_operation.request(email=email))
        return _reply.is_already_user

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

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        status: UserStatus | str | Unset = UNSET,
        role: UserRole | str | Unset = UNSET,
        has_authentication_token: bool | Unset = UNSET,
        exclude_deleted: bool | Unset = UNSET,
        sort: UserSort | str | Unset = UNSET,
    ) -> RawResponse[UserPage]:
        """List users page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Text to look for in e-mail address, name and initials, and in the names of the
                user's groups.
            status: Only users in this state. One of active, deleted, pending.
            role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
            has_authentication_token: Only users who have an API key, or only those who have none. Whether
                the user may still use the API makes no difference.
            exclude_deleted: Leave deleted users out.
            sort: Order of the list; users who are equal in it stand in the same direction by id. One of
                natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
                default is natural.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserPage.

        Example:
            reply = await h.users.with_raw_response.list()
        """
        from ..api.users import users_list as _operation

        return await self._sender.send_raw(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                status=status,
                role=role,
                has_authentication_token=has_authentication_token,
                exclude_deleted=exclude_deleted,
                sort=sort,
            )
        )

    async def update(self, id: int, *, body: UserUpdate | Mapping[str, Any] | Unset = UNSET) -> RawResponse[User]:
        """Change a user.

        Args:
            id: Id of the user.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives User.

        Example:
            reply = await h.users.with_raw_response.update(2, body={'user': {'role': 'explorer', 'group_ids': [1]}})
        """
        from ..api.users import users_update as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a user.

        Args:
            id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.users.with_raw_response.delete(2)
        """
        from ..api.users import users_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def invite(self, *, body: UserInvitation | Mapping[str, Any]) -> RawResponse[AsyncJobReply]:
        """Invite people.

        Args:
            body: Whom to invite, and what they may do.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.users.with_raw_response.invite(body=...)
        """
        from ..api.users import users_invite as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def restore(self, id: int) -> RawResponse[Message]:
        """Restore a deleted user.

        Args:
            id: Id of the deleted user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.users.with_raw_response.restore(5)
        """
        from ..api.users import users_restore as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def resend_invite(self, id: int) -> RawResponse[AsyncJobReply]:
        """Send an invitation again.

        Args:
            id: Id of the invited user.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.users.with_raw_response.resend_invite(4)
        """
        from ..api.users import users_resend_invite as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def revoke_authentication_token(self, id: int) -> RawResponse[Message]:
        """Revoke the API key of a user.

        Args:
            id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.users.with_raw_response.revoke_authentication_token(2)
        """
        from ..api.users import users_revoke_authentication_token as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def check_holistics_user(self, *, email: str | Unset = UNSET) -> RawResponse[UserCheckReply]:
        """Tell whether an address belongs to a user.

        Args:
            email: The address to look for. Without one the answer is no.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserCheckReply.

        Example:
            reply = await h.users.with_raw_response.check_holistics_user()
        """
        from ..api.users import users_check_holistics_user as _operation

        return await self._sender.send_raw(_operation.request(email=email))

    async def me(self) -> RawResponse[UserReply]:
        """Tell whose key is in use.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserReply.

        Example:
            reply = await h.users.with_raw_response.me()
        """
        from ..api.users import users_me as _operation

        return await self._sender.send_raw(_operation.request())
