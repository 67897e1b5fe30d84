"""Exports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from bireme._wire import AsyncSender, RawResponse, Sender


class Exports:
    """Files that finished exports have left behind."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawExports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawExports(self._sender)

    def download(self, *, job_id: int) -> bytes:
        """Fetch the file of an export.

        Answers with a redirect to the file that an export has written. The address is signed and lives for
        a minute, on another host: follow it at once, and without the API key. A job that is not over, has
        failed or has no file any more gives 422.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.exports.download(job_id=900101)

        Notes:
            GET /exports/download. Needs the permission export_data. Evidence: documented: Reports API page
            of the documentation; statuses and bodies: recordings of the real service and the tests of the
            vendor's R package.
        """
        from ..api.exports import exports_download as _operation

        return self._sender.send(_operation.request(job_id=job_id))


class RawExports:
    """Exports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def download(self, *, job_id: int) -> RawResponse[bytes]:
        """Fetch the file of an export.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = h.exports.with_raw_response.download(job_id=900101)
        """
        from ..api.exports import exports_download as _operation

        return self._sender.send_raw(_operation.request(job_id=job_id))


class AsyncExports:
    """Files that finished exports have left behind."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawExports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawExports(self._sender)

    async def download(self, *, job_id: int) -> bytes:
        """Fetch the file of an export.

        Answers with a redirect to the file that an export has written. The address is signed and lives for
        a minute, on another host: follow it at once, and without the API key. A job that is not over, has
        failed or has no file any more gives 422.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.exports.download(job_id=900101)

        Notes:
            GET /exports/download. Needs the permission export_data. Evidence: documented: Reports API page
            of the documentation; statuses and bodies: recordings of the real service and the tests of the
            vendor's R package.
        """
        from ..api.exports import exports_download as _operation

        return await self._sender.send(_operation.request(job_id=job_id))


class AsyncRawExports:
    """AsyncExports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def download(self, *, job_id: int) -> RawResponse[bytes]:
        """Fetch the file of an export.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = await h.exports.with_raw_response.download(job_id=900101)
        """
        from ..api.exports import exports_download as _operation

        return await self._sender.send_raw(_operation.request(job_id=job_id))
