"""DataSources: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.async_job import AsyncJob
    from ..models.async_job_reply import AsyncJobReply
    from ..models.data_source import DataSource
    from ..models.data_source_reply import DataSourceReply
    from ..models.data_source_update import DataSourceUpdate
    from ..models.message import Message


class DataSources:
    """Databases and other places that data comes from or is delivered to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataSources:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataSources(self._sender)

    def get(self, id: int) -> DataSource:
        """Read one data source.

        Returns a database connection with its settings. Credentials are never part of the reply.

        Args:
            id: Id of the data source.

        Returns:
            The data source.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sources.get(1)

        Notes:
            GET /data_sources/{id}. Rate limit level 1. Needs the permission view_data. Evidence:
            documented: API documentation, Data Sources: get; method, path and success status: public API
            reference.
        """
        from ..api.data_sources import data_sources_get as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.data_source

    def update(self, id: int, *, body: DataSourceUpdate | Mapping[str, Any]) -> DataSource:
        """Change a data source.

        Changes the name, settings or connection of a data source. What the body leaves out stays as it is,
        key by key. The time zone in `settings` is the one that dates of filters and reports are read in. A
        password can be set but never read.

        Args:
            id: Id of the data source.
            body: What to change.

        Returns:
            The data source as it is now.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sources.update(1, body={'data_source': {'settings': {'timezone': 'Europe/Berlin'}}})

        Notes:
            PUT /data_sources/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Sources: update; method, path and success status: public API
            reference; that absent keys stay: inferred.
        """
        from ..api.data_sources import data_sources_update as _operation

        _reply = self._sender.send(_operation.request(id, body=body))
        return _reply.data_source

    def delete(self, id: int) -> str:
        """Delete a data source.

        Deletes a data source for good. One that data models, data sets or schedules use is refused.

        Args:
            id: Id of the data source.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sources.delete(1)

        Notes:
            DELETE /data_sources/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Sources: delete; method, path and success status: public API
            reference; what stands against it: inferred.
        """
        from ..api.data_sources import data_sources_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def bust_exploration_cache(self, id: int) -> AsyncJob:
        """Drop the cached results of a data source.

        Starts a job that drops every cached result of explorations and reports on a data source, so that
        the next ones are queried afresh. Models that are persisted in the database are not rebuilt: results
        are as fresh as those are. The vendor calls the operation beta.

        Args:
            id: Id of the data source.

        Returns:
            The job that has been accepted, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sources.bust_exploration_cache(1)

        Notes:
            POST /data_sources/{id}/bust_exploration_cache. Rate limit level 2. Needs the permission
            manage_data. Evidence: documented: API documentation, Data Sources: bust exploration cache;
            method, path and success status: public API reference.
        """
        from ..api.data_sources import data_sources_bust_exploration_cache as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.job


class RawDataSources:
    """DataSources with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, id: int) -> RawResponse[DataSourceReply]:
        """Read one data source.

        Args:
            id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSourceReply.

        Example:
            reply = h.data_sources.with_raw_response.get(1)
        """
        from ..api.data_sources import data_sources_get as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: int, *, body: DataSourceUpdate | Mapping[str, Any]) -> RawResponse[DataSourceReply]:
        """Change a data source.

        Args:
            id: Id of the data source.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSourceReply.

        Example:
            reply = h.data_sources.with_raw_response.update(1, body={'data_source': {'settings': {'timezone': 'Europe/Berlin'}}})
        """
        from ..api.data_sources import data_sources_update as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data source.

        Args:
            id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.data_sources.with_raw_response.delete(1)
        """
        from ..api.data_sources import data_sources_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def bust_exploration_cache(self, id: int) -> RawResponse[AsyncJobReply]:
        """Drop the cached results of a data source.

        Args:
            id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.data_sources.with_raw_response.bust_exploration_cache(1)
        """
        from ..api.data_sources import data_sources_bust_exploration_cache as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncDataSources:
    """Databases and other places that data comes from or is delivered to."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataSources:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataSources(self._sender)

    async def get(self, id: int) -> DataSource:
        """Read one data source.

        Returns a database connection with its settings. Credentials are never part of the reply.

        Args:
            id: Id of the data source.

        Returns:
            The data source.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sources.get(1)

        Notes:
            GET /data_sources/{id}. Rate limit level 1. Needs the permission view_data. Evidence:
            documented: API documentation, Data Sources: get; method, path and success status: public API
            reference.
        """
        from ..api.data_sources import data_sources_get as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.data_source

    async def update(self, id: int, *, body: DataSourceUpdate | Mapping[str, Any]) -> DataSource:
        """Change a data source.

        Changes the name, settings or connection of a data source. What the body leaves out stays as it is,
        key by key. The time zone in `settings` is the one that dates of filters and reports are read in. A
        password can be set but never read.

        Args:
            id: Id of the data source.
            body: What to change.

        Returns:
            The data source as it is now.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sources.update(1, body={'data_source': {'settings': {'timezone': 'Europe/Berlin'}}})

        Notes:
            PUT /data_sources/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Sources: update; method, path and success status: public API
            reference; that absent keys stay: inferred.
        """
        from ..api.data_sources import data_sources_update as _operation

        _reply = await self._sender.send(_operation.request(id, body=body))
        return _reply.data_source

    async def delete(self, id: int) -> str:
        """Delete a data source.

        Deletes a data source for good. One that data models, data sets or schedules use is refused.

        Args:
            id: Id of the data source.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sources.delete(1)

        Notes:
            DELETE /data_sources/{id}. Rate limit level 1. Needs the permission manage_data. Evidence:
            documented: API documentation, Data Sources: delete; method, path and success status: public API
            reference; what stands against it: inferred.
        """
        from ..api.data_sources import data_sources_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def bust_exploration_cache(self, id: int) -> AsyncJob:
        """Drop the cached results of a data source.

        Starts a job that drops every cached result of explorations and reports on a data source, so that
        the next ones are queried afresh. Models that are persisted in the database are not rebuilt: results
        are as fresh as those are. The vendor calls the operation beta.

        Args:
            id: Id of the data source.

        Returns:
            The job that has been accepted, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sources.bust_exploration_cache(1)

        Notes:
            POST /data_sources/{id}/bust_exploration_cache. Rate limit level 2. Needs the permission
            manage_data. Evidence: documented: API documentation, Data Sources: bust exploration cache;
            method, path and success status: public API reference.
        """
        from ..api.data_sources import data_sources_bust_exploration_cache as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.job


class AsyncRawDataSources:
    """AsyncDataSources with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, id: int) -> RawResponse[DataSourceReply]:
        """Read one data source.

        Args:
            id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSourceReply.

        Example:
            reply = await h.data_sources.with_raw_response.get(1)
        """
        from ..api.data_sources import data_sources_get as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: int, *, body: DataSourceUpdate | Mapping[str, Any]) -> RawResponse[DataSourceReply]:
        """Change a data source.

        Args:
            id: Id of the data source.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSourceReply.

        Example:
            reply = await h.data_sources.with_raw_response.update(1, body={'data_source': {'settings': {'timezone': 'Europe/Berlin'}}})
        """
        from ..api.data_sources import data_sources_update as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data source.

        Args:
            id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.data_sources.with_raw_response.delete(1)
        """
        from ..api.data_sources import data_sources_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def bust_exploration_cache(self, id: int) -> RawResponse[AsyncJobReply]:
        """Drop the cached results of a data source.

        Args:
            id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.data_sources.with_raw_response.bust_exploration_cache(1)
        """
        from ..api.data_sources import data_sources_bust_exploration_cache as _operation

        return await self._sender.send_raw(_operation.request(id))
