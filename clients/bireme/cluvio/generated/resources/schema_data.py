"""SchemaData: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.all_schema_data import AllSchemaData
    from ..models.single_schema_data import SingleSchemaData


class SchemaData:
    """Tables and columns of datasources, on the data server."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawSchemaData:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawSchemaData(self._sender)

    def get(self, data_key: str) -> AllSchemaData | SingleSchemaData:
        """Fetch tables and columns.

        Returns the tables and columns that a data key of `getDatasourceSchema` and its token stand for,
        from the data server of the location that handed them out: one schema if the key is for one, else
        all of them.

        Args:
            data_key: Key of the schema data, as handed out with the token. It is a path: the slashes in it
                are sent as they are, not percent-encoded.

        Returns:
            The tables and columns.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.schema_data.get('eu/org-0001/schemas/smpl-data-0001/public')

        Notes:
            GET /schema/{dataKey}. Evidence: documented: Vendor page, Schema Data: Get Schema Data.
        """
        from ..api.schema_data import get_schema_data as _operation

        return self._sender.send(_operation.request(data_key))


class RawSchemaData:
    """SchemaData with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, data_key: str) -> RawResponse[AllSchemaData | SingleSchemaData]:
        """Fetch tables and columns.

        Args:
            data_key: Key of the schema data, as handed out with the token. It is a path: the slashes in it
                are sent as they are, not percent-encoded.

        Returns:
            Status, headers and body as they came; `.parse()` gives AllSchemaData | SingleSchemaData.

        Example:
            reply = c.schema_data.with_raw_response.get('eu/org-0001/schemas/smpl-data-0001/public')
        """
        from ..api.schema_data import get_schema_data as _operation

        return self._sender.send_raw(_operation.request(data_key))


class AsyncSchemaData:
    """Tables and columns of datasources, on the data server."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawSchemaData:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawSchemaData(self._sender)

    async def get(self, data_key: str) -> AllSchemaData | SingleSchemaData:
        """Fetch tables and columns.

        Returns the tables and columns that a data key of `getDatasourceSchema` and its token stand for,
        from the data server of the location that handed them out: one schema if the key is for one, else
        all of them.

        Args:
            data_key: Key of the schema data, as handed out with the token. It is a path: the slashes in it
                are sent as they are, not percent-encoded.

        Returns:
            The tables and columns.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.schema_data.get('eu/org-0001/schemas/smpl-data-0001/public')

        Notes:
            GET /schema/{dataKey}. Evidence: documented: Vendor page, Schema Data: Get Schema Data.
        """
        from ..api.schema_data import get_schema_data as _operation

        return await self._sender.send(_operation.request(data_key))


class AsyncRawSchemaData:
    """AsyncSchemaData with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, data_key: str) -> RawResponse[AllSchemaData | SingleSchemaData]:
        """Fetch tables and columns.

        Args:
            data_key: Key of the schema data, as handed out with the token. It is a path: the slashes in it
                are sent as they are, not percent-encoded.

        Returns:
            Status, headers and body as they came; `.parse()` gives AllSchemaData | SingleSchemaData.

        Example:
            reply = await c.schema_data.with_raw_response.get('eu/org-0001/schemas/smpl-data-0001/public')
        """
        from ..api.schema_data import get_schema_data as _operation

        return await self._sender.send_raw(_operation.request(data_key))
