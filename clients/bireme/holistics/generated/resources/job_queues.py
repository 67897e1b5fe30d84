"""JobQueues: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.job_queue import JobQueue
    from ..models.job_queues_reply import JobQueuesReply


class JobQueues:
    """Where jobs wait for a worker."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawJobQueues:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawJobQueues(self._sender)

    def list(self) -> builtins.list[JobQueue]:
        """List the queues that jobs wait in.

        Lists the queues with the number of their workers and how many of these are busy. When all are busy,
        new jobs stay in the status `queued`.

        Returns:
            The queues.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.job_queues.list()

        Notes:
            GET /job_queues. Rate limit level 1. Needs the permission view_job_queues. Evidence: documented:
            API documentation, Jobs: queues; method, path and success status: public API reference.
        """
        from ..api.job_queues import job_queues_list as _operation

        _reply = self._sender.send(_operation.request())
        return _reply.job_queues


class RawJobQueues:
    """JobQueues with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[JobQueuesReply]:
        """List the queues that jobs wait in.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobQueuesReply.

        Example:
            reply = h.job_queues.with_raw_response.list()
        """
        from ..api.job_queues import job_queues_list as _operation

        return self._sender.send_raw(_operation.request())


class AsyncJobQueues:
    """Where jobs wait for a worker."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawJobQueues:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawJobQueues(self._sender)

    async def list(self) -> builtins.list[JobQueue]:
        """List the queues that jobs wait in.

        Lists the queues with the number of their workers and how many of these are busy. When all are busy,
        new jobs stay in the status `queued`.

        Returns:
            The queues.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.job_queues.list()

        Notes:
            GET /job_queues. Rate limit level 1. Needs the permission view_job_queues. Evidence: documented:
            API documentation, Jobs: queues; method, path and success status: public API reference.
        """
        from ..api.job_queues import job_queues_list as _operation

        _reply = await self._sender.send(_operation.request())
        return _reply.job_queues


class AsyncRawJobQueues:
    """AsyncJobQueues with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[JobQueuesReply]:
        """List the queues that jobs wait in.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobQueuesReply.

        Example:
            reply = await h.job_queues.with_raw_response.list()
        """
        from ..api.job_queues import job_queues_list as _operation

        return await self._sender.send_raw(_operation.request())
