"""ExportJobs: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.export_job import ExportJob


class ExportJobs:
    """Rendering of files in the background."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawExportJobs:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawExportJobs(self._sender)

    def get(self, id: str) -> ExportJob:
        """Read the state of an export job.

        Returns an export job as it stands now. `started` and `running` mean that it is not over. After
        `success`, `file_url` is where the file can be fetched, for a short time only. After `error`,
        `error_message` says why.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            The job.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.export_jobs.get('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')

        Notes:
            GET /export_jobs/{id}. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Export Jobs: Get Export Job.
        """
        from ..api.export_jobs import get_export_job as _operation

        return self._sender.send(_operation.request(id))

    def cancel(self, id: str) -> None:
        """Stop an export job.

        Stops an export job that is not over. Without effect when it is.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            It has been stopped, or was over already.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.export_jobs.cancel('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')

        Notes:
            POST /export_jobs/{id}/cancel. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Export Jobs: Cancel Export Job.
        """
        from ..api.export_jobs import cancel_export_job as _operation

        return self._sender.send(_operation.request(id))


class RawExportJobs:
    """ExportJobs with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, id: str) -> RawResponse[ExportJob]:
        """Read the state of an export job.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJob.

        Example:
            reply = c.export_jobs.with_raw_response.get('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')
        """
        from ..api.export_jobs import get_export_job as _operation

        return self._sender.send_raw(_operation.request(id))

    def cancel(self, id: str) -> RawResponse[None]:
        """Stop an export job.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.export_jobs.with_raw_response.cancel('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')
        """
        from ..api.export_jobs import cancel_export_job as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncExportJobs:
    """Rendering of files in the background."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawExportJobs:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawExportJobs(self._sender)

    async def get(self, id: str) -> ExportJob:
        """Read the state of an export job.

        Returns an export job as it stands now. `started` and `running` mean that it is not over. After
        `success`, `file_url` is where the file can be fetched, for a short time only. After `error`,
        `error_message` says why.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            The job.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.export_jobs.get('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')

        Notes:
            GET /export_jobs/{id}. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Export Jobs: Get Export Job.
        """
        from ..api.export_jobs import get_export_job as _operation

        return await self._sender.send(_operation.request(id))

    async def cancel(self, id: str) -> None:
        """Stop an export job.

        Stops an export job that is not over. Without effect when it is.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            It has been stopped, or was over already.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.export_jobs.cancel('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')

        Notes:
            POST /export_jobs/{id}/cancel. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Export Jobs: Cancel Export Job.
        """
        from ..api.export_jobs import cancel_export_job as _operation

        return await self._sender.send(_operation.request(id))


class AsyncRawExportJobs:
    """AsyncExportJobs with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, id: str) -> RawResponse[ExportJob]:
        """Read the state of an export job.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJob.

        Example:
            reply = await c.export_jobs.with_raw_response.get('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')
        """
        from ..api.export_jobs import get_export_job as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def cancel(self, id: str) -> RawResponse[None]:
        """Stop an export job.

        Args:
            id: Id of the job: the `job_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.export_jobs.with_raw_response.cancel('0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4')
        """
        from ..api.export_jobs import cancel_export_job as _operation

        return await self._sender.send_raw(_operation.request(id))
