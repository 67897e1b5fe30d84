"""Users: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.assignable_role import AssignableRole
    from ..models.user_activation import UserActivation
    from ..models.user_collection import UserCollection
    from ..models.user_document import UserDocument
    from ..models.user_include import UserInclude
    from ..models.user_invitation import UserInvitation
    from ..models.user_list_include import UserListInclude
    from ..models.user_update import UserUpdate
    from ..records.user import User


class Users:
    """The people of the organization, and inviting them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUsers(self._sender)

    def list(self, *, include: UserListInclude | str | Unset = UNSET) -> builtins.list[User]:
        """List all users.

        Lists all users of the organization in one reply. `deactivated_at` and `invitation_accepted_at` tell
        who cannot sign in, or cannot yet.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups.

        Returns:
            The users.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.list()

        Notes:
            GET /users. Needs one of the permissions view_users. Evidence: documented: Vendor page, Users:
            List Users.
        """
        from ..api.users import list_users as _operation
        from ..records.user import User

        _reply = self._sender.send(_operation.request(include=include))
        return User.all_of(_reply)

    def get(self, id: str, *, include: UserInclude | str | Unset = UNSET) -> User:
        """Read one user.

        Returns a user. Whether logins need a second factor is there only for keys with Manage Users.

        Args:
            id: Id of the user.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups, invited_by_user.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.get('adad-love-0001')

        Notes:
            GET /users/{id}. Needs one of the permissions view_users. Evidence: documented: Vendor page,
            Users: Get User.
        """
        from ..api.users import get_user as _operation
        from ..records.user import User

        _reply = self._sender.send(_operation.request(id, include=include))
        return User.of(_reply)

    def update(
        self,
        id: str,
        *,
        role: AssignableRole | str | Unset = UNSET,
        user_groups: Sequence[Record | str] | Unset = UNSET,
    ) -> User:
        """Change a user.

        Changes role and groups of a user. What is left out stays as it is. A key can neither make somebody
        an admin nor change one.

        Args:
            id: Id of the user.
            role: Role from now on: `analyst`, for which a seat must be free, or `viewer`.
            user_groups: Groups that the user is in.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.update('adad-love-0001', role='viewer', user_groups=['oper-team-0001'])

        Notes:
            PATCH /users/{id}. Needs one of the permissions manage_users. Evidence: documented: Vendor page,
            Users: Update User.
        """
        from ..api.users import update_user as _operation
        from ..records.user import User

        _body = _records.body(
            {
                "role": role,
            },
            {
                "user_groups": _records.many("user_groups", "user_groups", user_groups),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return User.of(_reply)

    def deactivate(self, id: str) -> None:
        """Shut a user out.

        Signs a user out, refuses further logins and frees the seat. Not possible for admins.

        Args:
            id: Id of the user.

        Returns:
            The user is shut out.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.deactivate('adad-love-0001')

        Notes:
            POST /users/{id}/deactivate. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Deactivate User.
        """
        from ..api.users import deactivate_user as _operation

        return self._sender.send(_operation.request(id))

    def activate(self, id: str, *, body: UserActivation | Mapping[str, Any] | Unset = UNSET) -> None:
        """Let a user in again.

        Lets a deactivated user sign in again. As an analyst, the user needs a free seat; with `role:
        viewer` none. Former admins come back as viewer or analyst only.

        Args:
            id: Id of the user.
            body: As what a user comes back.

        Returns:
            The user can sign in again.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.activate('adad-love-0001', body={'role': 'viewer'})

        Notes:
            POST /users/{id}/activate. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Activate User.
        """
        from ..api.users import activate_user as _operation

        return self._sender.send(_operation.request(id, body=body))

    def invite(self, *, body: UserInvitation | Mapping[str, Any] | Unset = UNSET) -> User:
        """Invite a user.

        Creates a user and sends an invitation by mail. The account is there at once, in groups too, but
        nobody can sign in to it until the invitation is accepted. The address must be in a domain that is
        registered with the organization. Admins and analysts take a seat of the plan.

        Args:
            body: Whom to invite.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.invite(body={'email': 'cleo@example.com', 'role': 'viewer', 'user_group_ids': ['oper-team-0001']})

        Notes:
            POST /user_invites. Needs one of the permissions manage_users. Evidence: documented: Vendor
            page, Users: Invite User.
        """
        from ..api.users import invite_user as _operation
        from ..records.user import User

        _reply = self._sender.send(_operation.request(body=body))
        return User.of(_reply)

    def resend_invite(self, id: str) -> None:
        """Send an invitation again.

        Sends the mail of an invitation that has not been accepted again. `id` is the id of the user.

        Args:
            id: Id of the invited user.

        Returns:
            The mail has been sent again.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.resend_invite('adad-love-0001')

        Notes:
            POST /user_invites/{id}/resend. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Resend User Invite.
        """
        from ..api.users import resend_user_invite as _operation

        return self._sender.send(_operation.request(id))

    def delete_invite(self, id: str) -> None:
        """Take an invitation back.

        Takes an invitation back that has not been accepted, and removes the user. `id` is the id of the
        user.

        Args:
            id: Id of the invited user.

        Returns:
            The invitation is taken back.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.users.delete_invite('adad-love-0001')

        Notes:
            DELETE /user_invites/{id}. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Delete User Invite.
        """
        from ..api.users import delete_user_invite as _operation

        return self._sender.send(_operation.request(id))


class RawUsers:
    """Users with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, include: UserListInclude | str | Unset = UNSET) -> RawResponse[UserCollection]:
        """List all users.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserCollection.

        Example:
            reply = c.users.with_raw_response.list()
        """
        from ..api.users import list_users as _operation

        return self._sender.send_raw(_operation.request(include=include))

    def get(self, id: str, *, include: UserInclude | str | Unset = UNSET) -> RawResponse[UserDocument]:
        """Read one user.

        Args:
            id: Id of the user.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups, invited_by_user.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserDocument.

        Example:
            reply = c.users.with_raw_response.get('adad-love-0001')
        """
        from ..api.users import get_user as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def update(self, id: str, *, body: UserUpdate | Mapping[str, Any]) -> RawResponse[UserDocument]:
        """Change a user.

        Args:
            id: Id of the user.
            body: Request that changes a user.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserDocument.

        Example:
            reply = c.users.with_raw_response.update('adad-love-0001', body={'data': {'attributes': {'role': 'viewer'}, 'relationships': {'user_groups': {'data': [{'id': 'oper-team-0001', 'type': 'user_groups'}]}}}})
        """
        from ..api.users import update_user as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def deactivate(self, id: str) -> RawResponse[None]:
        """Shut a user out.

        Args:
            id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.users.with_raw_response.deactivate('adad-love-0001')
        """
        from ..api.users import deactivate_user as _operation

        return self._sender.send_raw(_operation.request(id))

    def activate(self, id: str, *, body: UserActivation | Mapping[str, Any] | Unset = UNSET) -> RawResponse[None]:
        """Let a user in again.

        Args:
            id: Id of the user.
            body: As what a user comes back.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.users.with_raw_response.activate('adad-love-0001', body={'role': 'viewer'})
        """
        from ..api.users import activate_user as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def invite(self, *, body: UserInvitation | Mapping[str, Any] | Unset = UNSET) -> RawResponse[UserDocument]:
        """Invite a user.

        Args:
            body: Whom to invite.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserDocument.

        Example:
            reply = c.users.with_raw_response.invite(body={'email': 'cleo@example.com', 'role': 'viewer', 'user_group_ids': ['oper-team-0001']})
        """
        from ..api.users import invite_user as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def resend_invite(self, id: str) -> RawResponse[None]:
        """Send an invitation again.

        Args:
            id: Id of the invited user.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.users.with_raw_response.resend_invite('adad-love-0001')
        """
        from ..api.users import resend_user_invite as _operation

        return self._sender.send_raw(_operation.request(id))

    def delete_invite(self, id: str) -> RawResponse[None]:
        """Take an invitation back.

        Args:
            id: Id of the invited user.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.users.with_raw_response.delete_invite('adad-love-0001')
        """
        from ..api.users import delete_user_invite as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncUsers:
    """The people of the organization, and inviting them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawUsers:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawUsers(self._sender)

    async def list(self, *, include: UserListInclude | str | Unset = UNSET) -> builtins.list[User]:
        """List all users.

        Lists all users of the organization in one reply. `deactivated_at` and `invitation_accepted_at` tell
        who cannot sign in, or cannot yet.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups.

        Returns:
            The users.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.list()

        Notes:
            GET /users. Needs one of the permissions view_users. Evidence: documented: Vendor page, Users:
            List Users.
        """
        from ..api.users import list_users as _operation
        from ..records.user import User

        _reply = await self._sender.send(_operation.request(include=include))
        return User.all_of(_reply)

    async def get(self, id: str, *, include: UserInclude | str | Unset = UNSET) -> User:
        """Read one user.

        Returns a user. Whether logins need a second factor is there only for keys with Manage Users.

        Args:
            id: Id of the user.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups, invited_by_user.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.get('adad-love-0001')

        Notes:
            GET /users/{id}. Needs one of the permissions view_users. Evidence: documented: Vendor page,
            Users: Get User.
        """
        from ..api.users import get_user as _operation
        from ..records.user import User

        _reply = await self._sender.send(_operation.request(id, include=include))
        return User.of(_reply)

    async def update(
        self,
        id: str,
        *,
        role: AssignableRole | str | Unset = UNSET,
        user_groups: Sequence[Record | str] | Unset = UNSET,
    ) -> User:
        """Change a user.

        Changes role and groups of a user. What is left out stays as it is. A key can neither make somebody
        an admin nor change one.

        Args:
            id: Id of the user.
            role: Role from now on: `analyst`, for which a seat must be free, or `viewer`.
            user_groups: Groups that the user is in.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.update('adad-love-0001', role='viewer', user_groups=['oper-team-0001'])

        Notes:
            PATCH /users/{id}. Needs one of the permissions manage_users. Evidence: documented: Vendor page,
            Users: Update User.
        """
        from ..api.users import update_user as _operation
        from ..records.user import User

        _body = _records.body(
            {
                "role": role,
            },
            {
                "user_groups": _records.many("user_groups", "user_groups", user_groups),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return User.of(_reply)

    async def deactivate(self, id: str) -> None:
        """Shut a user out.

        Signs a user out, refuses further logins and frees the seat. Not possible for admins.

        Args:
            id: Id of the user.

        Returns:
            The user is shut out.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.deactivate('adad-love-0001')

        Notes:
            POST /users/{id}/deactivate. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Deactivate User.
        """
        from ..api.users import deactivate_user as _operation

        return await self._sender.send(_operation.request(id))

    async def activate(self, id: str, *, body: UserActivation | Mapping[str, Any] | Unset = UNSET) -> None:
        """Let a user in again.

        Lets a deactivated user sign in again. As an analyst, the user needs a free seat; with `role:
        viewer` none. Former admins come back as viewer or analyst only.

        Args:
            id: Id of the user.
            body: As what a user comes back.

        Returns:
            The user can sign in again.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.activate('adad-love-0001', body={'role': 'viewer'})

        Notes:
            POST /users/{id}/activate. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Activate User.
        """
        from ..api.users import activate_user as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def invite(self, *, body: UserInvitation | Mapping[str, Any] | Unset = UNSET) -> User:
        """Invite a user.

        Creates a user and sends an invitation by mail. The account is there at once, in groups too, but
        nobody can sign in to it until the invitation is accepted. The address must be in a domain that is
        registered with the organization. Admins and analysts take a seat of the plan.

        Args:
            body: Whom to invite.

        Returns:
            The user.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.invite(body={'email': 'cleo@example.com', 'role': 'viewer', 'user_group_ids': ['oper-team-0001']})

        Notes:
            POST /user_invites. Needs one of the permissions manage_users. Evidence: documented: Vendor
            page, Users: Invite User.
        """
        from ..api.users import invite_user as _operation
        from ..records.user import User

        _reply = await self._sender.send(_operation.request(body=body))
        return User.of(_reply)

    async def resend_invite(self, id: str) -> None:
        """Send an invitation again.

        Sends the mail of an invitation that has not been accepted again. `id` is the id of the user.

        Args:
            id: Id of the invited user.

        Returns:
            The mail has been sent again.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.resend_invite('adad-love-0001')

        Notes:
            POST /user_invites/{id}/resend. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Resend User Invite.
        """
        from ..api.users import resend_user_invite as _operation

        return await self._sender.send(_operation.request(id))

    async def delete_invite(self, id: str) -> None:
        """Take an invitation back.

        Takes an invitation back that has not been accepted, and removes the user. `id` is the id of the
        user.

        Args:
            id: Id of the invited user.

        Returns:
            The invitation is taken back.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.users.delete_invite('adad-love-0001')

        Notes:
            DELETE /user_invites/{id}. Needs one of the permissions manage_users. Evidence: documented:
            Vendor page, Users: Delete User Invite.
        """
        from ..api.users import delete_user_invite as _operation

        return await self._sender.send(_operation.request(id))


class AsyncRawUsers:
    """AsyncUsers with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, include: UserListInclude | str | Unset = UNSET) -> RawResponse[UserCollection]:
        """List all users.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserCollection.

        Example:
            reply = await c.users.with_raw_response.list()
        """
        from ..api.users import list_users as _operation

        return await self._sender.send_raw(_operation.request(include=include))

    async def get(self, id: str, *, include: UserInclude | str | Unset = UNSET) -> RawResponse[UserDocument]:
        """Read one user.

        Args:
            id: Id of the user.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of user_groups, invited_by_user.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserDocument.

        Example:
            reply = await c.users.with_raw_response.get('adad-love-0001')
        """
        from ..api.users import get_user as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def update(self, id: str, *, body: UserUpdate | Mapping[str, Any]) -> RawResponse[UserDocument]:
        """Change a user.

        Args:
            id: Id of the user.
            body: Request that changes a user.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserDocument.

        Example:
            reply = await c.users.with_raw_response.update('adad-love-0001', body={'data': {'attributes': {'role': 'viewer'}, 'relationships': {'user_groups': {'data': [{'id': 'oper-team-0001', 'type': 'user_groups'}]}}}})
        """
        from ..api.users import update_user as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def deactivate(self, id: str) -> RawResponse[None]:
        """Shut a user out.

        Args:
            id: Id of the user.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.users.with_raw_response.deactivate('adad-love-0001')
        """
        from ..api.users import deactivate_user as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def activate(self, id: str, *, body: UserActivation | Mapping[str, Any] | Unset = UNSET) -> RawResponse[None]:
        """Let a user in again.

        Args:
            id: Id of the user.
            body: As what a user comes back.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.users.with_raw_response.activate('adad-love-0001', body={'role': 'viewer'})
        """
        from ..api.users import activate_user as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def invite(self, *, body: UserInvitation | Mapping[str, Any] | Unset = UNSET) -> RawResponse[UserDocument]:
        """Invite a user.

        Args:
            body: Whom to invite.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserDocument.

        Example:
            reply = await c.users.with_raw_response.invite(body={'email': 'cleo@example.com', 'role': 'viewer', 'user_group_ids': ['oper-team-0001']})
        """
        from ..api.users import invite_user as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def resend_invite(self, id: str) -> RawResponse[None]:
        """Send an invitation again.

        Args:
            id: Id of the invited user.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.users.with_raw_response.resend_invite('adad-love-0001')
        """
        from ..api.users import resend_user_invite as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def delete_invite(self, id: str) -> RawResponse[None]:
        """Take an invitation back.

        Args:
            id: Id of the invited user.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.users.with_raw_response.delete_invite('adad-love-0001')
        """
        from ..api.users import delete_user_invite as _operation

        return await self._sender.send_raw(_operation.request(id))
