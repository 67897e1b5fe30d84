"""UserAttributeEntries: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.subject_type import SubjectType
    from ..models.user_attribute_entries_reply import UserAttributeEntriesReply
    from ..models.user_attribute_entries_submission import UserAttributeEntriesSubmission
    from ..models.user_attribute_entry import UserAttributeEntry
    from ..models.user_attribute_entry_page import UserAttributeEntryPage
    from ..models.user_attribute_values import UserAttributeValues
    from ..models.user_attribute_values_reply import UserAttributeValuesReply


class UserAttributeEntries:
    """What has been noted about whom, and what it amounts to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUserAttributeEntries:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUserAttributeEntries(self._sender)

    def list(self, *, subject_type: SubjectType | str, subject_id: float) -> UserAttributeEntryPage:
        """List the entries of a user or a group.

        Lists what has been set for one user or one group, attribute by attribute; the values are read with
        the computed values. All entries come at once: there is one for each attribute at most.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            The entries.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attribute_entries.list(subject_type='User', subject_id=2)

        Notes:
            GET /user_attribute_entries. Rate limit level 1. Needs the permission view_attributes. Evidence:
            documented: API documentation, User Attributes: list entries; method, path and success status:
            public API reference.
        """
        from ..api.user_attribute_entries import user_attribute_entries_list as _operation

        return self._sender.send(_operation.request(subject_type=subject_type, subject_id=subject_id))

    def computed_values(self, *, subject_type: SubjectType | str, subject_id: float) -> UserAttributeValues:
        """Tell which values hold for a user or a group.

        Returns the values of every attribute that hold for a user or a group: those entered for the user;
        where the user inherits, those of the user's groups together. The operator `matches_user_attribute`
        compares with them.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            The values by name of the attribute.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attribute_entries.computed_values(subject_type='User', subject_id=2)

        Notes:
            GET /user_attribute_entries/computed_values. Rate limit level 1. Needs the permission
            view_attributes. Evidence: documented: API documentation, User Attributes: computed values;
            method, path and success status: public API reference.
        """
        from ..api.user_attribute_entries import user_attribute_entries_computed_values as _operation

        _reply = self._sender.send(_operation.request(subject_type=subject_type, subject_id=subject_id))
        return _reply.user_attribute_values

    def upsert(self, *, body: UserAttributeEntriesSubmission | Mapping[str, Any]) -> builtins.list[UserAttributeEntry]:
        """Set what attributes are for users and groups.

        Adds or replaces up to 100 entries, each of one attribute and one user or group. An attribute is
        named by its id or by its name. If one entry cannot be saved, none is.

        Args:
            body: The entries.

        Returns:
            The entries in the order in which they were given.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attribute_entries.upsert(body=...)

        Notes:
            PUT /user_attribute_entries/upsert. Rate limit level 1. Needs the permission manage_attributes.
            Evidence: documented: API documentation, User Attributes: upsert entries; method, path and
            success status: public API reference.
        """
        from ..api.user_attribute_entries import user_attribute_entries_upsert as _operation

        _reply = self._sender.send(_operation.request(body=body))
        return _reply.user_attribute_entries


class RawUserAttributeEntries:
    """UserAttributeEntries with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, subject_type: SubjectType | str, subject_id: float) -> RawResponse[UserAttributeEntryPage]:
        """List the entries of a user or a group.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeEntryPage.

        Example:
            reply = h.user_attribute_entries.with_raw_response.list(subject_type='User', subject_id=2)
        """
        from ..api.user_attribute_entries import user_attribute_entries_list as _operation

        return self._sender.send_raw(_operation.request(subject_type=subject_type, subject_id=subject_id))

    def computed_values(
        self, *, subject_type: SubjectType | str, subject_id: float
    ) -> RawResponse[UserAttributeValuesReply]:
        """Tell which values hold for a user or a group.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeValuesReply.

        Example:
            reply = h.user_attribute_entries.with_raw_response.computed_values(subject_type='User', subject_id=2)
        """
        from ..api.user_attribute_entries import user_attribute_entries_computed_values as _operation

        return self._sender.send_raw(_operation.request(subject_type=subject_type, subject_id=subject_id))

    def upsert(
        self, *, body: UserAttributeEntriesSubmission | Mapping[str, Any]
    ) -> RawResponse[UserAttributeEntriesReply]:
        """Set what attributes are for users and groups.

        Args:
            body: The entries.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeEntriesReply.

        Example:
            reply = h.user_attribute_entries.with_raw_response.upsert(body=...)
        """
        from ..api.user_attribute_entries import user_attribute_entries_upsert as _operation

        return self._sender.send_raw(_operation.request(body=body))


class AsyncUserAttributeEntries:
    """What has been noted about whom, and what it amounts to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawUserAttributeEntries:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawUserAttributeEntries(self._sender)

    async def list(self, *, subject_type: SubjectType | str, subject_id: float) -> UserAttributeEntryPage:
        """List the entries of a user or a group.

        Lists what has been set for one user or one group, attribute by attribute; the values are read with
        the computed values. All entries come at once: there is one for each attribute at most.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            The entries.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attribute_entries.list(subject_type='User', subject_id=2)

        Notes:
            GET /user_attribute_entries. Rate limit level 1. Needs the permission view_attributes. Evidence:
            documented: API documentation, User Attributes: list entries; method, path and success status:
            public API reference.
        """
        from ..api.user_attribute_entries import user_attribute_entries_list as _operation

        return await self._sender.send(_operation.request(subject_type=subject_type, subject_id=subject_id))

    async def computed_values(self, *, subject_type: SubjectType | str, subject_id: float) -> UserAttributeValues:
        """Tell which values hold for a user or a group.

        Returns the values of every attribute that hold for a user or a group: those entered for the user;
        where the user inherits, those of the user's groups together. The operator `matches_user_attribute`
        compares with them.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            The values by name of the attribute.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attribute_entries.computed_values(subject_type='User', subject_id=2)

        Notes:
            GET /user_attribute_entries/computed_values. Rate limit level 1. Needs the permission
            view_attributes. Evidence: documented: API documentation, User Attributes: computed values;
            method, path and success status: public API reference.
        """
        from ..api.user_attribute_entries import user_attribute_entries_computed_values as _operation

        _reply = await self._sender.send(_operation.request(subject_type=subject_type, subject_id=subject_id))
        return _reply.user_attribute_values

    async def upsert(
        self, *, body: UserAttributeEntriesSubmission | Mapping[str, Any]
    ) -> builtins.list[UserAttributeEntry]:
        """Set what attributes are for users and groups.

        Adds or replaces up to 100 entries, each of one attribute and one user or group. An attribute is
        named by its id or by its name. If one entry cannot be saved, none is.

        Args:
            body: The entries.

        Returns:
            The entries in the order in which they were given.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attribute_entries.upsert(body=...)

        Notes:
            PUT /user_attribute_entries/upsert. Rate limit level 1. Needs the permission manage_attributes.
            Evidence: documented: API documentation, User Attributes: upsert entries; method, path and
            success status: public API reference.
        """
        from ..api.user_attribute_entries import user_attribute_entries_upsert as _operation

        _reply = await self._sender.send(_operation.request(body=body))
        return _reply.user_attribute_entries


class AsyncRawUserAttributeEntries:
    """AsyncUserAttributeEntries with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, subject_type: SubjectType | str, subject_id: float) -> RawResponse[UserAttributeEntryPage]:
        """List the entries of a user or a group.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeEntryPage.

        Example:
            reply = await h.user_attribute_entries.with_raw_response.list(subject_type='User', subject_id=2)
        """
        from ..api.user_attribute_entries import user_attribute_entries_list as _operation

        return await self._sender.send_raw(_operation.request(subject_type=subject_type, subject_id=subject_id))

    async def computed_values(
        self, *, subject_type: SubjectType | str, subject_id: float
    ) -> RawResponse[UserAttributeValuesReply]:
        """Tell which values hold for a user or a group.

        Args:
            subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
            subject_id: Id of the user or the group.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeValuesReply.

        Example:
            reply = await h.user_attribute_entries.with_raw_response.computed_values(subject_type='User', subject_id=2)
        """
        from ..api.user_attribute_entries import user_attribute_entries_computed_values as _operation

        return await self._sender.send_raw(_operation.request(subject_type=subject_type, subject_id=subject_id))

    async def upsert(
        self, *, body: UserAttributeEntriesSubmission | Mapping[str, Any]
    ) -> RawResponse[UserAttributeEntriesReply]:
        """Set what attributes are for users and groups.

        Args:
            body: The entries.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeEntriesReply.

        Example:
            reply = await h.user_attribute_entries.with_raw_response.upsert(body=...)
        """
        from ..api.user_attribute_entries import user_attribute_entries_upsert as _operation

        return await self._sender.send_raw(_operation.request(body=body))
