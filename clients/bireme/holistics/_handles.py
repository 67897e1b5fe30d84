"""Handles on jobs: `Job` and `Export` for callers that block, `AsyncJob` and `AsyncExport` for asynchronous ones.

All that they do stands in `_flows`; each method here runs one flow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from bireme._runtime.handles import AsyncFile, AsyncHandle, File, Handle, Types

from ._flows import ExportFlows, JobFlows

if TYPE_CHECKING:
    from .generated import models

__all__ = ["AsyncExport", "AsyncJob", "Export", "Job", "Types"]


class _Handle(Handle, JobFlows):
    """What `Job` and `Export` share."""

    def refresh(self) -> models.Job:
        """Asks the server once and gives the job's record: times, last error, whether it can be cancelled.

        Raises:
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Example:
            >>> export.refresh().start_time                               # doctest: +SKIP
            '2025-03-01T08:15:00.144Z'
        """
        record: models.Job = self._sender.run(self._record())
        return record

    def logs(self) -> list[models.JobLog]:
        """The job's log, oldest entry first.

        Raises:
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Example:
            >>> [entry.message for entry in export.logs()]                # doctest: +SKIP
            ['Job created', 'Running', 'Finished']
        """
        entries: list[models.JobLog] = self._sender.run(self._logs())
        return entries

    def cancel(self) -> NoReturn:
        """Holistics API v2 has no operation that cancels a job.

        Raises:
            Unsupported: always; it says what can be done instead.
        """
        raise self._cannot_cancel()


class Job(_Handle):
    """A job that Holistics runs: its id, its state, and waiting for its end.

    Example:
        >>> job = h.preload_dashboard(16076, wait=False)                  # doctest: +SKIP
        >>> job.done(), job.status                                            # doctest: +SKIP
        (False, 'running')
        >>> job.wait().status                                                 # doctest: +SKIP
        'success'
    """

    def result(self, timeout: float | None = None) -> models.Job:
        """Waits (at most `timeout` seconds), then gives the job's record. Raises as `wait`.

        Example:
            >>> h.job(8123456).result().end_time                          # doctest: +SKIP
            '2025-03-01T08:15:02.001Z'
        """
        self.wait(timeout)
        return self.refresh()


class Export(_Handle, File, ExportFlows):
    """An export of a widget: a job, then a file that is read as a table, as rows, or saved.

    Reading waits for the job first if that is not over. Bodies are streamed; each read downloads anew.

    Example:
        >>> export = h.export_widget(4175)                                # doctest: +SKIP
        >>> export.to_pandas().head(2)                                        # doctest: +SKIP
        >>> export.to_file("flights.parquet")                                 # doctest: +SKIP
    """


class _AsyncHandle(AsyncHandle, JobFlows):
    """What `AsyncJob` and `AsyncExport` share."""

    async def refresh(self) -> models.Job:
        """As `Job.refresh`."""
        record: models.Job = await self._sender.run(self._record())
        return record

    async def logs(self) -> list[models.JobLog]:
        """As `Job.logs`."""
        entries: list[models.JobLog] = await self._sender.run(self._logs())
        return entries

    async def cancel(self) -> NoReturn:
        """As `Job.cancel`."""
        raise self._cannot_cancel()


class AsyncJob(_AsyncHandle):
    """A job that Holistics runs; `Job` for asynchronous callers, with the same methods.

    Example:
        >>> job = await h.preload_dashboard(16076, wait=False)            # doctest: +SKIP
        >>> (await job.wait()).status                                         # doctest: +SKIP
        'success'
    """

    async def result(self, timeout: float | None = None) -> models.Job:
        """As `Job.result`."""
        await self.wait(timeout)
        return await self.refresh()


class AsyncExport(_AsyncHandle, AsyncFile, ExportFlows):
    """An export of a widget; `Export` for asynchronous callers, with the same methods.

    Example:
        >>> export = await h.export_widget(4175)                          # doctest: +SKIP
        >>> await export.to_file("flights.parquet")                           # doctest: +SKIP
        >>> async for row in export.iter_rows():                              # doctest: +SKIP
        ...     print(row["Flights"])
    """
