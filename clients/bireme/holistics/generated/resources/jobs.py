"""Jobs: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.job import Job
    from ..models.job_log import JobLog
    from ..models.job_logs_reply import JobLogsReply
    from ..models.job_reply import JobReply


class Jobs:
    """Work that the server does in the background, with its state and its log."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawJobs:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawJobs(self._sender)

    def get(self, id: int) -> Job:
        """Read the state of a job.

        Returns a job as it stands now. Call it repeatedly until `status` is final. `created`, `queued`,
        `running` and `cancelling` mean that the job is not over; `success`, `failure` and `cancelled` are
        final; `already_existed` points to another job, the one to follow.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            The job.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.get(900101)

        Notes:
            GET /jobs/{id}. Rate limit level 1. Needs the permission view_jobs. Evidence: documented: API
            documentation, Jobs: get, and the export tutorial; list of states: public API reference.
        """
        from ..api.jobs import jobs_get as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.job

    def get_logs(self, id: int) -> list[JobLog]:
        """Read the log of a job.

        Returns all log lines of a job, oldest first. When a job has failed, its lines of level `ERROR` say
        why.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            The log, which may be empty.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.get_logs(900101)

        Notes:
            GET /jobs/{id}/logs. Rate limit level 1. Needs the permission view_jobs. Evidence: documented:
            API documentation, Jobs: logs; method, path and success status: public API reference; order of
            the lines: inferred.
        """
        from ..api.jobs import jobs_get_logs as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.job_logs


class RawJobs:
    """Jobs with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, id: int) -> RawResponse[JobReply]:
        """Read the state of a job.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobReply.

        Example:
            reply = h.jobs.with_raw_response.get(900101)
        """
        from ..api.jobs import jobs_get as _operation

        return self._sender.send_raw(_operation.request(id))

    def get_logs(self, id: int) -> RawResponse[JobLogsReply]:
        """Read the log of a job.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobLogsReply.

        Example:
            reply = h.jobs.with_raw_response.get_logs(900101)
        """
        from ..api.jobs import jobs_get_logs as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncJobs:
    """Work that the server does in the background, with its state and its log."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawJobs:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawJobs(self._sender)

    async def get(self, id: int) -> Job:
        """Read the state of a job.

        Returns a job as it stands now. Call it repeatedly until `status` is final. `created`, `queued`,
        `running` and `cancelling` mean that the job is not over; `success`, `failure` and `cancelled` are
        final; `already_existed` points to another job, the one to follow.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            The job.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.get(900101)

        Notes:
            GET /jobs/{id}. Rate limit level 1. Needs the permission view_jobs. Evidence: documented: API
            documentation, Jobs: get, and the export tutorial; list of states: public API reference.
        """
        from ..api.jobs import jobs_get as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.job

    async def get_logs(self, id: int) -> list[JobLog]:
        """Read the log of a job.

        Returns all log lines of a job, oldest first. When a job has failed, its lines of level `ERROR` say
        why.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            The log, which may be empty.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.get_logs(900101)

        Notes:
            GET /jobs/{id}/logs. Rate limit level 1. Needs the permission view_jobs. Evidence: documented:
            API documentation, Jobs: logs; method, path and success status: public API reference; order of
            the lines: inferred.
        """
        from ..api.jobs import jobs_get_logs as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.job_logs


class AsyncRawJobs:
    """AsyncJobs with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, id: int) -> RawResponse[JobReply]:
        """Read the state of a job.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobReply.

        Example:
            reply = await h.jobs.with_raw_response.get(900101)
        """
        from ..api.jobs import jobs_get as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def get_logs(self, id: int) -> RawResponse[JobLogsReply]:
        """Read the log of a job.

        Args:
            id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobLogsReply.

        Example:
            reply = await h.jobs.with_raw_response.get_logs(900101)
        """
        from ..api.jobs import jobs_get_logs as _operation

        return await self._sender.send_raw(_operation.request(id))
