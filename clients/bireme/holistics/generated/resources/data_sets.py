"""DataSets: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.data_set import DataSet
    from ..models.data_set_reply import DataSetReply
    from ..models.message import Message


class DataSets:
    """Data models put together for people to explore."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataSets:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataSets(self._sender)

    def get(self, id: int, *, include_models: bool | Unset = UNSET, include_reports: bool | Unset = UNSET) -> DataSet:
        """Read one data set.

        Returns a data set with its joins. Its data models and its reports are left out unless asked for.

        Args:
            id: Id of the data set.
            include_models: With `true`, the reply has the data models of the set under `data_models`.
            include_reports: With `true`, the reply has the reports on the set under `reports`.

        Returns:
            The data set.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sets.get(206)

        Notes:
            GET /data_sets/{id}. Rate limit level 1. Needs the permission view_data. Evidence: documented:
            API documentation, Data Sets: get; method, path and success status: public API reference.
        """
        from ..api.data_sets import data_sets_get as _operation

        _reply = self._sender.send(
            _operation.request(id, include_models=include_models, include_reports=include_reports)
        )
        return _reply.data_set

    def delete(self, id: int) -> str:
        """Delete a data set.

        Deletes a data set for good. One that reports use is refused, and so is one that is defined in AML:
        that is deleted where its code is.

        Args:
            id: Id of the data set.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sets.delete(206)

        Notes:
            DELETE /data_sets/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Sets: delete; method, path and success status: public API
            reference; that reports stand against it and the status for AML: inferred.
        """
        from ..api.data_sets import data_sets_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message


class RawDataSets:
    """DataSets with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self, id: int, *, include_models: bool | Unset = UNSET, include_reports: bool | Unset = UNSET
    ) -> RawResponse[DataSetReply]:
        """Read one data set.

        Args:
            id: Id of the data set.
            include_models: With `true`, the reply has the data models of the set under `data_models`.
            include_reports: With `true`, the reply has the reports on the set under `reports`.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSetReply.

        Example:
            reply = h.data_sets.with_raw_response.get(206)
        """
        from ..api.data_sets import data_sets_get as _operation

        return self._sender.send_raw(
            _operation.request(id, include_models=include_models, include_reports=include_reports)
        )

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data set.

        Args:
            id: Id of the data set.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.data_sets.with_raw_response.delete(206)
        """
        from ..api.data_sets import data_sets_delete as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncDataSets:
    """Data models put together for people to explore."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataSets:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataSets(self._sender)

    async def get(
        self, id: int, *, include_models: bool | Unset = UNSET, include_reports: bool | Unset = UNSET
    ) -> DataSet:
        """Read one data set.

        Returns a data set with its joins. Its data models and its reports are left out unless asked for.

        Args:
            id: Id of the data set.
            include_models: With `true`, the reply has the data models of the set under `data_models`.
            include_reports: With `true`, the reply has the reports on the set under `reports`.

        Returns:
            The data set.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sets.get(206)

        Notes:
            GET /data_sets/{id}. Rate limit level 1. Needs the permission view_data. Evidence: documented:
            API documentation, Data Sets: get; method, path and success status: public API reference.
        """
        from ..api.data_sets import data_sets_get as _operation

        _reply = await self._sender.send(
            _operation.request(id, include_models=include_models, include_reports=include_reports)
        )
        return _reply.data_set

    async def delete(self, id: int) -> str:
        """Delete a data set.

        Deletes a data set for good. One that reports use is refused, and so is one that is defined in AML:
        that is deleted where its code is.

        Args:
            id: Id of the data set.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sets.delete(206)

        Notes:
            DELETE /data_sets/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Sets: delete; method, path and success status: public API
            reference; that reports stand against it and the status for AML: inferred.
        """
        from ..api.data_sets import data_sets_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message


class AsyncRawDataSets:
    """AsyncDataSets with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self, id: int, *, include_models: bool | Unset = UNSET, include_reports: bool | Unset = UNSET
    ) -> RawResponse[DataSetReply]:
        """Read one data set.

        Args:
            id: Id of the data set.
            include_models: With `true`, the reply has the data models of the set under `data_models`.
            include_reports: With `true`, the reply has the reports on the set under `reports`.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSetReply.

        Example:
            reply = await h.data_sets.with_raw_response.get(206)
        """
        from ..api.data_sets import data_sets_get as _operation

        return await self._sender.send_raw(
            _operation.request(id, include_models=include_models, include_reports=include_reports)
        )

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data set.

        Args:
            id: Id of the data set.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.data_sets.with_raw_response.delete(206)
        """
        from ..api.data_sets import data_sets_delete as _operation

        return await self._sender.send_raw(_operation.request(id))
