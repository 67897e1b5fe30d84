"""DataSources: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.data_source import DataSource


class DataSources:
    """The databases of the workspace."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataSources:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataSources(self._sender)

    def list(self) -> builtins.list[DataSource]:
        """List data sources.

        Gives all data sources of the workspace.

        Returns:
            The data sources.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sources.list()

        Notes:
            GET /data_sources.json. Needs the permission view_data. Evidence: public-reference: The vendor's
            command line.
        """
        from ..api.data_sources import data_sources_list as _operation

        return self._sender.send(_operation.request())

    def get(self, data_source_id: int) -> DataSource:
        """Read a data source.

        Gives one data source.

        Args:
            data_source_id: Id of the data source.

        Returns:
            The data source.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_sources.get(1)

        Notes:
            GET /data_sources/{data_source_id}.json. Needs the permission view_data. Evidence: inferred: A
            third-party command line.
        """
        from ..api.data_sources import data_sources_get as _operation

        return self._sender.send(_operation.request(data_source_id))


class RawDataSources:
    """DataSources with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[builtins.list[DataSource]]:
        """List data sources.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[DataSource].

        Example:
            reply = h.data_sources.with_raw_response.list()
        """
        from ..api.data_sources import data_sources_list as _operation

        return self._sender.send_raw(_operation.request())

    def get(self, data_source_id: int) -> RawResponse[DataSource]:
        """Read a data source.

        Args:
            data_source_id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSource.

        Example:
            reply = h.data_sources.with_raw_response.get(1)
        """
        from ..api.data_sources import data_sources_get as _operation

        return self._sender.send_raw(_operation.request(data_source_id))


class AsyncDataSources:
    """The databases of the workspace."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataSources:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataSources(self._sender)

    async def list(self) -> builtins.list[DataSource]:
        """List data sources.

        Gives all data sources of the workspace.

        Returns:
            The data sources.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sources.list()

        Notes:
            GET /data_sources.json. Needs the permission view_data. Evidence: public-reference: The vendor's
            command line.
        """
        from ..api.data_sources import data_sources_list as _operation

        return await self._sender.send(_operation.request())

    async def get(self, data_source_id: int) -> DataSource:
        """Read a data source.

        Gives one data source.

        Args:
            data_source_id: Id of the data source.

        Returns:
            The data source.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_sources.get(1)

        Notes:
            GET /data_sources/{data_source_id}.json. Needs the permission view_data. Evidence: inferred: A
            third-party command line.
        """
        from ..api.data_sources import data_sources_get as _operation

        return await self._sender.send(_operation.request(data_source_id))


class AsyncRawDataSources:
    """AsyncDataSources with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[builtins.list[DataSource]]:
        """List data sources.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[DataSource].

        Example:
            reply = await h.data_sources.with_raw_response.list()
        """
        from ..api.data_sources import data_sources_list as _operation

        return await self._sender.send_raw(_operation.request())

    async def get(self, data_source_id: int) -> RawResponse[DataSource]:
        """Read a data source.

        Args:
            data_source_id: Id of the data source.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSource.

        Example:
            reply = await h.data_sources.with_raw_response.get(1)
        """
        from ..api.data_sources import data_sources_get as _operation

        return await self._sender.send_raw(_operation.request(data_source_id))
