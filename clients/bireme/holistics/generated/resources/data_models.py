"""DataModels: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.async_job_reply import AsyncJobReply
    from ..models.data_model import DataModel
    from ..models.data_model_reply import DataModelReply
    from ..models.message import Message


class DataModels:
    """Tables and queries with their fields."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataModels:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataModels(self._sender)

    def get(self, id: int) -> DataModel:
        """Read one data model.

        Returns a data model with its dimensions and measures.

        Args:
            id: Id of the data model.

        Returns:
            The data model.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_models.get(108)

        Notes:
            GET /data_models/{id}. Rate limit level 1. Needs the permission view_data. Evidence: documented:
            API documentation, Data Models: get; method, path and success status: inferred, after the
            pattern of all other resources.
        """
        from ..api.data_models import data_models_get as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.data_model

    def delete(self, id: int, *, drop_import_table: bool | Unset = UNSET) -> AsyncJobReply | Message:
        """Delete a data model.

        Deletes a data model for good. One that a data set uses is refused. With `drop_import_table`, a
        model that imports its data is deleted by a job, which drops the imported table as well; the reply
        is then the job. In every other case the model is gone at once and the reply is a message.

        Args:
            id: Id of the data model.
            drop_import_table: With `true`, the table that the model's data was imported into is dropped as
                well.

        Returns:
            It is gone, or the job that will see to it.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_models.delete(108)

        Notes:
            DELETE /data_models/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Models: delete; method, path, success status and the form of
            the message: inferred.
        """
        from ..api.data_models import data_models_delete as _operation

        return self._sender.send(_operation.request(id, drop_import_table=drop_import_table))


class RawDataModels:
    """DataModels with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, id: int) -> RawResponse[DataModelReply]:
        """Read one data model.

        Args:
            id: Id of the data model.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataModelReply.

        Example:
            reply = h.data_models.with_raw_response.get(108)
        """
        from ..api.data_models import data_models_get as _operation

        return self._sender.send_raw(_operation.request(id))

    def delete(self, id: int, *, drop_import_table: bool | Unset = UNSET) -> RawResponse[AsyncJobReply | Message]:
        """Delete a data model.

        Args:
            id: Id of the data model.
            drop_import_table: With `true`, the table that the model's data was imported into is dropped as
                well.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply | Message.

        Example:
            reply = h.data_models.with_raw_response.delete(108)
        """
        from ..api.data_models import data_models_delete as _operation

        return self._sender.send_raw(_operation.request(id, drop_import_table=drop_import_table))


class AsyncDataModels:
    """Tables and queries with their fields."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataModels:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataModels(self._sender)

    async def get(self, id: int) -> DataModel:
        """Read one data model.

        Returns a data model with its dimensions and measures.

        Args:
            id: Id of the data model.

        Returns:
            The data model.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_models.get(108)

        Notes:
            GET /data_models/{id}. Rate limit level 1. Needs the permission view_data. Evidence: documented:
            API documentation, Data Models: get; method, path and success status: inferred, after the
            pattern of all other resources.
        """
        from ..api.data_models import data_models_get as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.data_model

    async def delete(self, id: int, *, drop_import_table: bool | Unset = UNSET) -> AsyncJobReply | Message:
        """Delete a data model.

        Deletes a data model for good. One that a data set uses is refused. With `drop_import_table`, a
        model that imports its data is deleted by a job, which drops the imported table as well; the reply
        is then the job. In every other case the model is gone at once and the reply is a message.

        Args:
            id: Id of the data model.
            drop_import_table: With `true`, the table that the model's data was imported into is dropped as
                well.

        Returns:
            It is gone, or the job that will see to it.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_models.delete(108)

        Notes:
            DELETE /data_models/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Models: delete; method, path, success status and the form of
            the message: inferred.
        """
        from ..api.data_models import data_models_delete as _operation

        return await self._sender.send(_operation.request(id, drop_import_table=drop_import_table))


class AsyncRawDataModels:
    """AsyncDataModels with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, id: int) -> RawResponse[DataModelReply]:
        """Read one data model.

        Args:
            id: Id of the data model.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataModelReply.

        Example:
            reply = await h.data_models.with_raw_response.get(108)
        """
        from ..api.data_models import data_models_get as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def delete(self, id: int, *, drop_import_table: bool | Unset = UNSET) -> RawResponse[AsyncJobReply | Message]:
        """Delete a data model.

        Args:
            id: Id of the data model.
            drop_import_table: With `true`, the table that the model's data was imported into is dropped as
                well.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply | Message.

        Example:
            reply = await h.data_models.with_raw_response.delete(108)
        """
        from ..api.data_models import data_models_delete as _operation

        return await self._sender.send_raw(_operation.request(id, drop_import_table=drop_import_table))
