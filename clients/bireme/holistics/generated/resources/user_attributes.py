"""UserAttributes: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.message import Message
    from ..models.user_attribute import UserAttribute
    from ..models.user_attribute_created import UserAttributeCreated
    from ..models.user_attribute_page import UserAttributePage
    from ..models.user_attribute_reply import UserAttributeReply
    from ..models.user_attribute_submission import UserAttributeSubmission


class UserAttributes:
    """What can be noted about people and groups, to show them the data that is theirs."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawUserAttributes:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawUserAttributes(self._sender)

    def list(
        self, *, before: str | Unset = UNSET, after: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> UserAttributePage:
        """List user attributes page by page.

        Lists what can be noted about each user and group, the attributes of the system included. To go on,
        pass `cursors.next` of one page as `after` of the next call, until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.

        Returns:
            One page of user attributes.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attributes.list()

        Notes:
            GET /user_attributes. Rate limit level 1. Needs the permission view_attributes. Evidence:
            documented: API documentation, User Attributes: list; method, path and success status: public
            API reference.
        """
        from ..api.user_attributes import user_attributes_list as _operation

        return self._sender.send(_operation.request(before=before, after=after, limit=limit))

    def iter(self, *, limit: int | Unset = UNSET) -> Iterator[UserAttribute]:
        """List user attributes page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in h.user_attributes.iter():
                print(item)
        """
        from ..api.user_attributes import user_attributes_list as _operation

        _request = _operation.request(limit=limit)
        return self._sender.paginate(_request, _operation.items)

    def create(self, *, body: UserAttributeSubmission | Mapping[str, Any]) -> UserAttributeCreated:
        """Create a user attribute.

        Adds an attribute, for which users and groups have no values yet. Its name must not be taken.

        Args:
            body: The attribute.

        Returns:
            The new attribute. The status is 200, not 201.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attributes.create(body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})

        Notes:
            POST /user_attributes. Rate limit level 1. Needs the permission manage_attributes. Evidence:
            documented: API documentation, User Attributes: create; method, path and success status: public
            API reference.
        """
        from ..api.user_attributes import user_attributes_create as _operation

        return self._sender.send(_operation.request(body=body))

    def update(self, id: int, *, body: UserAttributeSubmission | Mapping[str, Any]) -> UserAttribute:
        """Change a user attribute.

        Sets name, type and label of an attribute anew, and its description if one is given. Attributes of
        the system cannot be changed, and the type only if the values that there are fit it.

        Args:
            id: Id of the user attribute.
            body: The attribute as it is to be.

        Returns:
            The attribute as changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attributes.update(2, body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})

        Notes:
            PUT /user_attributes/{id}. Rate limit level 1. Needs the permission manage_attributes. Evidence:
            documented: API documentation, User Attributes: update; method, path and success status: public
            API reference.
        """
        from ..api.user_attributes import user_attributes_update as _operation

        _reply = self._sender.send(_operation.request(id, body=body))
        return _reply.user_attribute

    def delete(self, id: int) -> str:
        """Delete a user attribute.

        Removes an attribute and all its entries. Attributes of the system cannot be removed.

        Args:
            id: Id of the user attribute.

        Returns:
            The attribute is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.user_attributes.delete(2)

        Notes:
            DELETE /user_attributes/{id}. Rate limit level 1. Needs the permission manage_attributes.
            Evidence: documented: API documentation, User Attributes: delete; method, path and success
            status: public API reference.
        """
        from ..api.user_attributes import user_attributes_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message


class RawUserAttributes:
    """UserAttributes with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self, *, before: str | Unset = UNSET, after: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> RawResponse[UserAttributePage]:
        """List user attributes page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributePage.

        Example:
            reply = h.user_attributes.with_raw_response.list()
        """
        from ..api.user_attributes import user_attributes_list as _operation

        return self._sender.send_raw(_operation.request(before=before, after=after, limit=limit))

    def create(self, *, body: UserAttributeSubmission | Mapping[str, Any]) -> RawResponse[UserAttributeCreated]:
        """Create a user attribute.

        Args:
            body: The attribute.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeCreated.

        Example:
            reply = h.user_attributes.with_raw_response.create(body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})
        """
        from ..api.user_attributes import user_attributes_create as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def update(self, id: int, *, body: UserAttributeSubmission | Mapping[str, Any]) -> RawResponse[UserAttributeReply]:
        """Change a user attribute.

        Args:
            id: Id of the user attribute.
            body: The attribute as it is to be.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeReply.

        Example:
            reply = h.user_attributes.with_raw_response.update(2, body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})
        """
        from ..api.user_attributes import user_attributes_update as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a user attribute.

        Args:
            id: Id of the user attribute.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.user_attributes.with_raw_response.delete(2)
        """
        from ..api.user_attributes import user_attributes_delete as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncUserAttributes:
    """What can be noted about people and groups, to show them the data that is theirs."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawUserAttributes:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawUserAttributes(self._sender)

    async def list(
        self, *, before: str | Unset = UNSET, after: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> UserAttributePage:
        """List user attributes page by page.

        Lists what can be noted about each user and group, the attributes of the system included. To go on,
        pass `cursors.next` of one page as `after` of the next call, until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.

        Returns:
            One page of user attributes.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attributes.list()

        Notes:
            GET /user_attributes. Rate limit level 1. Needs the permission view_attributes. Evidence:
            documented: API documentation, User Attributes: list; method, path and success status: public
            API reference.
        """
        from ..api.user_attributes import user_attributes_list as _operation

        return await self._sender.send(_operation.request(before=before, after=after, limit=limit))

    def iter(self, *, limit: int | Unset = UNSET) -> AsyncIterator[UserAttribute]:
        """List user attributes page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in h.user_attributes.iter():
                print(item)
        """
        from ..api.user_attributes import user_attributes_list as _operation

        _request = _operation.request(limit=limit)
        return self._sender.paginate(_request, _operation.items)

    async def create(self, *, body: UserAttributeSubmission | Mapping[str, Any]) -> UserAttributeCreated:
        """Create a user attribute.

        Adds an attribute, for which users and groups have no values yet. Its name must not be taken.

        Args:
            body: The attribute.

        Returns:
            The new attribute. The status is 200, not 201.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attributes.create(body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})

        Notes:
            POST /user_attributes. Rate limit level 1. Needs the permission manage_attributes. Evidence:
            documented: API documentation, User Attributes: create; method, path and success status: public
            API reference.
        """
        from ..api.user_attributes import user_attributes_create as _operation

        return await self._sender.send(_operation.request(body=body))

    async def update(self, id: int, *, body: UserAttributeSubmission | Mapping[str, Any]) -> UserAttribute:
        """Change a user attribute.

        Sets name, type and label of an attribute anew, and its description if one is given. Attributes of
        the system cannot be changed, and the type only if the values that there are fit it.

        Args:
            id: Id of the user attribute.
            body: The attribute as it is to be.

        Returns:
            The attribute as changed.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attributes.update(2, body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})

        Notes:
            PUT /user_attributes/{id}. Rate limit level 1. Needs the permission manage_attributes. Evidence:
            documented: API documentation, User Attributes: update; method, path and success status: public
            API reference.
        """
        from ..api.user_attributes import user_attributes_update as _operation

        _reply = await self._sender.send(_operation.request(id, body=body))
        return _reply.user_attribute

    async def delete(self, id: int) -> str:
        """Delete a user attribute.

        Removes an attribute and all its entries. Attributes of the system cannot be removed.

        Args:
            id: Id of the user attribute.

        Returns:
            The attribute is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.user_attributes.delete(2)

        Notes:
            DELETE /user_attributes/{id}. Rate limit level 1. Needs the permission manage_attributes.
            Evidence: documented: API documentation, User Attributes: delete; method, path and success
            status: public API reference.
        """
        from ..api.user_attributes import user_attributes_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message


class AsyncRawUserAttributes:
    """AsyncUserAttributes with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self, *, before: str | Unset = UNSET, after: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> RawResponse[UserAttributePage]:
        """List user attributes page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributePage.

        Example:
            reply = await h.user_attributes.with_raw_response.list()
        """
        from ..api.user_attributes import user_attributes_list as _operation

        return await self._sender.send_raw(_operation.request(before=before, after=after, limit=limit))

    async def create(self, *, body: UserAttributeSubmission | Mapping[str, Any]) -> RawResponse[UserAttributeCreated]:
        """Create a user attribute.

        Args:
            body: The attribute.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeCreated.

        Example:
            reply = await h.user_attributes.with_raw_response.create(body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})
        """
        from ..api.user_attributes import user_attributes_create as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def update(
        self, id: int, *, body: UserAttributeSubmission | Mapping[str, Any]
    ) -> RawResponse[UserAttributeReply]:
        """Change a user attribute.

        Args:
            id: Id of the user attribute.
            body: The attribute as it is to be.

        Returns:
            Status, headers and body as they came; `.parse()` gives UserAttributeReply.

        Example:
            reply = await h.user_attributes.with_raw_response.update(2, body={'user_attribute': {'name': 'airline', 'attribute_type': 'string', 'label': 'Airline', 'description': 'Airlines whose flights a person looks after.'}})
        """
        from ..api.user_attributes import user_attributes_update as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a user attribute.

        Args:
            id: Id of the user attribute.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.user_attributes.with_raw_response.delete(2)
        """
        from ..api.user_attributes import user_attributes_delete as _operation

        return await self._sender.send_raw(_operation.request(id))
