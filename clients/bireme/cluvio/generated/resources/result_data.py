"""ResultData: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    pass


class ResultData:
    """Rows of results, on the data server."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawResultData:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawResultData(self._sender)

    def get(self, data_key: str) -> bytes:
        """Fetch the rows of a result.

        Returns the data that a data key and its token stand for, from the data server of the location that
        handed them out. The data is JSON, or CSV where `getReportData` was asked for it. Reading is
        possible as long as the token lives, which is minutes.

        Args:
            data_key: Key of the data, as handed out with the token. It is a path: the slashes in it are
                sent as they are, not percent-encoded.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.result_data.get('eu/org-0001/results/5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            GET /data/{dataKey}. Evidence: documented: Vendor page, Result Data: Get Result Data.
        """
        from ..api.result_data import get_result_data as _operation

        return self._sender.send(_operation.request(data_key))


class RawResultData:
    """ResultData with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, data_key: str) -> RawResponse[bytes]:
        """Fetch the rows of a result.

        Args:
            data_key: Key of the data, as handed out with the token. It is a path: the slashes in it are
                sent as they are, not percent-encoded.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = c.result_data.with_raw_response.get('eu/org-0001/results/5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.result_data import get_result_data as _operation

        return self._sender.send_raw(_operation.request(data_key))


class AsyncResultData:
    """Rows of results, on the data server."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawResultData:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawResultData(self._sender)

    async def get(self, data_key: str) -> bytes:
        """Fetch the rows of a result.

        Returns the data that a data key and its token stand for, from the data server of the location that
        handed them out. The data is JSON, or CSV where `getReportData` was asked for it. Reading is
        possible as long as the token lives, which is minutes.

        Args:
            data_key: Key of the data, as handed out with the token. It is a path: the slashes in it are
                sent as they are, not percent-encoded.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.result_data.get('eu/org-0001/results/5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            GET /data/{dataKey}. Evidence: documented: Vendor page, Result Data: Get Result Data.
        """
        from ..api.result_data import get_result_data as _operation

        return await self._sender.send(_operation.request(data_key))


class AsyncRawResultData:
    """AsyncResultData with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, data_key: str) -> RawResponse[bytes]:
        """Fetch the rows of a result.

        Args:
            data_key: Key of the data, as handed out with the token. It is a path: the slashes in it are
                sent as they are, not percent-encoded.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = await c.result_data.with_raw_response.get('eu/org-0001/results/5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.result_data import get_result_data as _operation

        return await self._sender.send_raw(_operation.request(data_key))
