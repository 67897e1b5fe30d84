"""Jobs: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.done import Done
    from ..models.export_result import ExportResult
    from ..models.job import Job
    from ..models.job_logs import JobLogs
    from ..models.last_runs import LastRuns
    from ..models.source_type import SourceType


class Jobs:
    """Work that the server does in the background, with its state and its log."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawJobs:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawJobs(self._sender)

    def list(self, *, source_type: str | Unset = UNSET) -> builtins.list[Job]:
        """List jobs.

        Gives the newest jobs, at most a hundred, newest first; with `source_type` those of sources of that
        kind.

        Args:
            source_type: Kind of source, such as DataImport; jobs of others are left out.

        Returns:
            The jobs.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.list()

        Notes:
            GET /jobs.json. Needs the permission view_jobs. Evidence: inferred: A third-party command line;
            order and length: inferred.
        """
        from ..api.jobs import jobs_list as _operation

        return self._sender.send(_operation.request(source_type=source_type))

    def last_run_jobs(
        self, *, source_type: SourceType | str | Unset = UNSET, ids: Sequence[int] | Unset = UNSET
    ) -> LastRuns:
        """Read the newest job of each source.

        Gives the newest job of each source that is asked for, by the id of the source. A source that never
        ran is left out.

        Args:
            source_type: Kind of the sources; without it, sources of every kind. One of DataImport,
                DataTransform, EmailSchedule, ScheduleCache.
            ids: Ids of the sources; without any, all of them.

        Returns:
            The newest job of each source.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.last_run_jobs()

        Notes:
            GET /jobs/last_run_jobs.json. Needs the permission view_jobs. Evidence: public-reference: Older
            documentation pages, Jobs.
        """
        from ..api.jobs import jobs_last_run_jobs as _operation

        return self._sender.send(_operation.request(source_type=source_type, ids=ids))

    def get(self, job_id: int) -> Job:
        """Read a job.

        Gives a job as it stands now.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            The job.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.get(900101)

        Notes:
            GET /jobs/{job_id}.json. Needs the permission view_jobs. Evidence: public-reference: Older
            documentation pages, Jobs.
        """
        from ..api.jobs import jobs_get as _operation

        return self._sender.send(_operation.request(job_id))

    def get_results(self, job_id: int) -> ExportResult:
        """Ask how far a job is.

        Says how a job stands in the words of `reports_get_export_results`, by its id in the path. Serves
        jobs of every kind.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            How far the job is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.get_results(900101)

        Notes:
            GET /jobs/{job_id}/get_results.json. Needs the permission view_jobs. Evidence: documented:
            Reports API page of the documentation; reply: as for the poll of exports.
        """
        from ..api.jobs import jobs_get_results as _operation

        return self._sender.send(_operation.request(job_id))

    def get_logs(self, job_id: int, *, last_id: int | Unset = UNSET) -> JobLogs:
        """Read a stretch of the log of a job.

        Gives the lines that follow the one named by `last_id`, at most a hundred. Call it again with the
        last id seen while `has_more` is true.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            last_id: Id of the last line seen; 0 for the start. The server's default is 0.

        Returns:
            Lines of the log.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.get_logs(900101)

        Notes:
            GET /jobs/{job_id}/logs.json. Needs the permission view_jobs. Evidence: public-reference: Older
            documentation pages, Jobs and the vendor's command line.
        """
        from ..api.jobs import jobs_get_logs as _operation

        return self._sender.send(_operation.request(job_id, last_id=last_id))

    def cancel(self, job_id: int) -> Done:
        """Stop a job.

        Asks a job to stop. It shows `cancelling` and then `cancelled`; a job that is over stays as it is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            The wish has been noted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.jobs.cancel(900101)

        Notes:
            PUT /jobs/{job_id}/cancel.json. Needs the permission view_jobs. Evidence: inferred: A third-
            party command line.
        """
        from ..api.jobs import jobs_cancel as _operation

        return self._sender.send(_operation.request(job_id))


class RawJobs:
    """Jobs with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, source_type: str | Unset = UNSET) -> RawResponse[builtins.list[Job]]:
        """List jobs.

        Args:
            source_type: Kind of source, such as DataImport; jobs of others are left out.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[Job].

        Example:
            reply = h.jobs.with_raw_response.list()
        """
        from ..api.jobs import jobs_list as _operation

        return self._sender.send_raw(_operation.request(source_type=source_type))

    def last_run_jobs(
        self, *, source_type: SourceType | str | Unset = UNSET, ids: Sequence[int] | Unset = UNSET
    ) -> RawResponse[LastRuns]:
        """Read the newest job of each source.

        Args:
            source_type: Kind of the sources; without it, sources of every kind. One of DataImport,
                DataTransform, EmailSchedule, ScheduleCache.
            ids: Ids of the sources; without any, all of them.

        Returns:
            Status, headers and body as they came; `.parse()` gives LastRuns.

        Example:
            reply = h.jobs.with_raw_response.last_run_jobs()
        """
        from ..api.jobs import jobs_last_run_jobs as _operation

        return self._sender.send_raw(_operation.request(source_type=source_type, ids=ids))

    def get(self, job_id: int) -> RawResponse[Job]:
        """Read a job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Job.

        Example:
            reply = h.jobs.with_raw_response.get(900101)
        """
        from ..api.jobs import jobs_get as _operation

        return self._sender.send_raw(_operation.request(job_id))

    def get_results(self, job_id: int) -> RawResponse[ExportResult]:
        """Ask how far a job is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportResult.

        Example:
            reply = h.jobs.with_raw_response.get_results(900101)
        """
        from ..api.jobs import jobs_get_results as _operation

        return self._sender.send_raw(_operation.request(job_id))

    def get_logs(self, job_id: int, *, last_id: int | Unset = UNSET) -> RawResponse[JobLogs]:
        """Read a stretch of the log of a job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            last_id: Id of the last line seen; 0 for the start. The server's default is 0.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobLogs.

        Example:
            reply = h.jobs.with_raw_response.get_logs(900101)
        """
        from ..api.jobs import jobs_get_logs as _operation

        return self._sender.send_raw(_operation.request(job_id, last_id=last_id))

    def cancel(self, job_id: int) -> RawResponse[Done]:
        """Stop a job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = h.jobs.with_raw_response.cancel(900101)
        """
        from ..api.jobs import jobs_cancel as _operation

        return self._sender.send_raw(_operation.request(job_id))


class AsyncJobs:
    """Work that the server does in the background, with its state and its log."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawJobs:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawJobs(self._sender)

    async def list(self, *, source_type: str | Unset = UNSET) -> builtins.list[Job]:
        """List jobs.

        Gives the newest jobs, at most a hundred, newest first; with `source_type` those of sources of that
        kind.

        Args:
            source_type: Kind of source, such as DataImport; jobs of others are left out.

        Returns:
            The jobs.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.list()

        Notes:
            GET /jobs.json. Needs the permission view_jobs. Evidence: inferred: A third-party command line;
            order and length: inferred.
        """
        from ..api.jobs import jobs_list as _operation

        return await self._sender.send(_operation.request(source_type=source_type))

    async def last_run_jobs(
        self, *, source_type: SourceType | str | Unset = UNSET, ids: Sequence[int] | Unset = UNSET
    ) -> LastRuns:
        """Read the newest job of each source.

        Gives the newest job of each source that is asked for, by the id of the source. A source that never
        ran is left out.

        Args:
            source_type: Kind of the sources; without it, sources of every kind. One of DataImport,
                DataTransform, EmailSchedule, ScheduleCache.
            ids: Ids of the sources; without any, all of them.

        Returns:
            The newest job of each source.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.last_run_jobs()

        Notes:
            GET /jobs/last_run_jobs.json. Needs the permission view_jobs. Evidence: public-reference: Older
            documentation pages, Jobs.
        """
        from ..api.jobs import jobs_last_run_jobs as _operation

        return await self._sender.send(_operation.request(source_type=source_type, ids=ids))

    async def get(self, job_id: int) -> Job:
        """Read a job.

        Gives a job as it stands now.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            The job.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.get(900101)

        Notes:
            GET /jobs/{job_id}.json. Needs the permission view_jobs. Evidence: public-reference: Older
            documentation pages, Jobs.
        """
        from ..api.jobs import jobs_get as _operation

        return await self._sender.send(_operation.request(job_id))

    async def get_results(self, job_id: int) -> ExportResult:
        """Ask how far a job is.

        Says how a job stands in the words of `reports_get_export_results`, by its id in the path. Serves
        jobs of every kind.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            How far the job is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.get_results(900101)

        Notes:
            GET /jobs/{job_id}/get_results.json. Needs the permission view_jobs. Evidence: documented:
            Reports API page of the documentation; reply: as for the poll of exports.
        """
        from ..api.jobs import jobs_get_results as _operation

        return await self._sender.send(_operation.request(job_id))

    async def get_logs(self, job_id: int, *, last_id: int | Unset = UNSET) -> JobLogs:
        """Read a stretch of the log of a job.

        Gives the lines that follow the one named by `last_id`, at most a hundred. Call it again with the
        last id seen while `has_more` is true.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            last_id: Id of the last line seen; 0 for the start. The server's default is 0.

        Returns:
            Lines of the log.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.get_logs(900101)

        Notes:
            GET /jobs/{job_id}/logs.json. Needs the permission view_jobs. Evidence: public-reference: Older
            documentation pages, Jobs and the vendor's command line.
        """
        from ..api.jobs import jobs_get_logs as _operation

        return await self._sender.send(_operation.request(job_id, last_id=last_id))

    async def cancel(self, job_id: int) -> Done:
        """Stop a job.

        Asks a job to stop. It shows `cancelling` and then `cancelled`; a job that is over stays as it is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            The wish has been noted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.jobs.cancel(900101)

        Notes:
            PUT /jobs/{job_id}/cancel.json. Needs the permission view_jobs. Evidence: inferred: A third-
            party command line.
        """
        from ..api.jobs import jobs_cancel as _operation

        return await self._sender.send(_operation.request(job_id))


class AsyncRawJobs:
    """AsyncJobs with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, source_type: str | Unset = UNSET) -> RawResponse[builtins.list[Job]]:
        """List jobs.

        Args:
            source_type: Kind of source, such as DataImport; jobs of others are left out.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[Job].

        Example:
            reply = await h.jobs.with_raw_response.list()
        """
        from ..api.jobs import jobs_list as _operation

        return await self._sender.send_raw(_operation.request(source_type=source_type))

    async def last_run_jobs(
        self, *, source_type: SourceType | str | Unset = UNSET, ids: Sequence[int] | Unset = UNSET
    ) -> RawResponse[LastRuns]:
        """Read the newest job of each source.

        Args:
            source_type: Kind of the sources; without it, sources of every kind. One of DataImport,
                DataTransform, EmailSchedule, ScheduleCache.
            ids: Ids of the sources; without any, all of them.

        Returns:
            Status, headers and body as they came; `.parse()` gives LastRuns.

        Example:
            reply = await h.jobs.with_raw_response.last_run_jobs()
        """
        from ..api.jobs import jobs_last_run_jobs as _operation

        return await self._sender.send_raw(_operation.request(source_type=source_type, ids=ids))

    async def get(self, job_id: int) -> RawResponse[Job]:
        """Read a job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Job.

        Example:
            reply = await h.jobs.with_raw_response.get(900101)
        """
        from ..api.jobs import jobs_get as _operation

        return await self._sender.send_raw(_operation.request(job_id))

    async def get_results(self, job_id: int) -> RawResponse[ExportResult]:
        """Ask how far a job is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportResult.

        Example:
            reply = await h.jobs.with_raw_response.get_results(900101)
        """
        from ..api.jobs import jobs_get_results as _operation

        return await self._sender.send_raw(_operation.request(job_id))

    async def get_logs(self, job_id: int, *, last_id: int | Unset = UNSET) -> RawResponse[JobLogs]:
        """Read a stretch of the log of a job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            last_id: Id of the last line seen; 0 for the start. The server's default is 0.

        Returns:
            Status, headers and body as they came; `.parse()` gives JobLogs.

        Example:
            reply = await h.jobs.with_raw_response.get_logs(900101)
        """
        from ..api.jobs import jobs_get_logs as _operation

        return await self._sender.send_raw(_operation.request(job_id, last_id=last_id))

    async def cancel(self, job_id: int) -> RawResponse[Done]:
        """Stop a job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Done.

        Example:
            reply = await h.jobs.with_raw_response.cancel(900101)
        """
        from ..api.jobs import jobs_cancel as _operation

        return await self._sender.send_raw(_operation.request(job_id))
