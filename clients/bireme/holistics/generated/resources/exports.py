"""Exports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from bireme._wire import AsyncSender, RawResponse, Sender


class Exports:
    """Files that finished export jobs have left behind."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawExports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawExports(self._sender)

    def download(self, *, job_id: int) -> bytes:
        """Fetch the file of an export job.

        Answers with a redirect to the file that an export job has written. The address in `Location` is
        signed and lives for a short time only, on another host: follow it at once, and without the API key.
        The media type of the file depends on the format that was exported. A job that is unfinished, has
        failed or is not an export gives 422.

        Args:
            job_id: Id of an export job that has ended with `success`.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.exports.download(job_id=900101)

        Notes:
            GET /exports/download. Rate limit level 1. Needs the permission export. Evidence: documented:
            API documentation, Exports: download, and the export tutorial; redirect and 422: public API
            reference.
        """
        from ..api.exports import exports_download as _operation

        return self._sender.send(_operation.request(job_id=job_id))


class RawExports:
    """Exports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def download(self, *, job_id: int) -> RawResponse[bytes]:
        """Fetch the file of an export job.

        Args:
            job_id: Id of an export job that has ended with `success`.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = h.exports.with_raw_response.download(job_id=900101)
        """
        from ..api.exports import exports_download as _operation

        return self._sender.send_raw(_operation.request(job_id=job_id))


class AsyncExports:
    """Files that finished export jobs have left behind."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawExports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawExports(self._sender)

    async def download(self, *, job_id: int) -> bytes:
        """Fetch the file of an export job.

        Answers with a redirect to the file that an export job has written. The address in `Location` is
        signed and lives for a short time only, on another host: follow it at once, and without the API key.
        The media type of the file depends on the format that was exported. A job that is unfinished, has
        failed or is not an export gives 422.

        Args:
            job_id: Id of an export job that has ended with `success`.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.exports.download(job_id=900101)

        Notes:
            GET /exports/download. Rate limit level 1. Needs the permission export. Evidence: documented:
            API documentation, Exports: download, and the export tutorial; redirect and 422: public API
            reference.
        """
        from ..api.exports import exports_download as _operation

        return await self._sender.send(_operation.request(job_id=job_id))


class AsyncRawExports:
    """AsyncExports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def download(self, *, job_id: int) -> RawResponse[bytes]:
        """Fetch the file of an export job.

        Args:
            job_id: Id of an export job that has ended with `success`.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = await h.exports.with_raw_response.download(job_id=900101)
        """
        from ..api.exports import exports_download as _operation

        return await self._sender.send_raw(_operation.request(job_id=job_id))
