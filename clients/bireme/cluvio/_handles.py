"""Handles on executions, reports' data and exports: `Job`, `Query`, `ReportData`, `Export`, and asynchronous twins.

All that they do stands in `_flows`; each method here runs one flow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from bireme._runtime.handles import AsyncFile, AsyncHandle, File, Handle, Types

from ._flows import ExecutionFlows, ExportFlows, QueryFlows, ReportFlows

if TYPE_CHECKING:
    from bireme._runtime.jobs import OnProgress
    from bireme._runtime.pace import Poll

    from .generated.records.execution import Execution

__all__ = [
    "AsyncExport",
    "AsyncJob",
    "AsyncQuery",
    "AsyncReportData",
    "Export",
    "Job",
    "Query",
    "ReportData",
    "Types",
]


class _Cancellable(Handle):
    """What all handles share: Cluvio can cancel executions and exports."""

    def wait(
        self,
        timeout: float | None = None,
        *,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> Self:
        """Waits until it has ended well, and gives this handle.

        Args:
            timeout: seconds for the whole wait; the client's `timeout` if not given.
            poll: how often to look; the client's if not given.
            on_progress: called after every look with a `Progress` (job_id, status, elapsed, polls, token).
            cancel_on_timeout: cancel it at the server when the time is up.

        Raises:
            JobFailed: it has failed; `.status` says how (`query_error`, `timed_out`, ...).
            JobCancelled: somebody cancelled it.
            WaitTimeout: it is not over yet; its `token` goes to `resume`.
            ApiError: the server refused to tell; an execution can be read for 24 hours from its start.

        Example:
            >>> query.wait(120, cancel_on_timeout=True).to_arrow()            # doctest: +SKIP
        """
        self._sender.run(self._wait(timeout, poll, on_progress, cancel_on_timeout=cancel_on_timeout))
        return self


class _Executed(_Cancellable, ExecutionFlows):
    """What handles on executions share."""

    def refresh(self) -> Execution:
        """Asks the server once and gives the execution's record: times, rows and columns of the result, its size.

        Raises:
            Unsupported: it is the data of a report as it was cached, which has no execution to ask for.
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Example:
            >>> query.refresh().result_rows                                   # doctest: +SKIP
            12
        """
        return self._sender.run(self._record())

    def cancel(self) -> None:
        """Stops it at the server; without effect once it is over.

        Raises:
            ApiError, NetworkError: the server could not be asked, or refused.

        Example:
            >>> query.cancel(); query.status                                  # doctest: +SKIP
            'cancelled'
        """
        self._sender.run(self._cancel())


class Job(_Executed):
    """An execution that leaves nothing to read here: the run of an alert, the refresh of a datasource.

    Example:
        >>> job = c.run_alert("mnth-busy-0001", wait=False)                   # doctest: +SKIP
        >>> job.wait().status                                                 # doctest: +SKIP
        'success'
    """

    def result(self, timeout: float | None = None) -> Execution:
        """Waits (at most `timeout` seconds), then gives the execution's record. Raises as `wait`.

        Example:
            >>> c.refresh_datasource("smpl-data-0001").result().completed_at  # doctest: +SKIP
            datetime.datetime(2025, 3, 1, 8, 15, 2, tzinfo=datetime.timezone.utc)
        """
        self.wait(timeout)
        return self.refresh()


class Query(_Executed, File, QueryFlows):
    """An execution of SQL, and its rows: as a table, one by one, or in a file.

    Reading waits for the execution first if that is not over. Each read downloads anew; data is kept for 24 hours.

    Example:
        >>> query = c.query("smpl-data-0001", "select carrier, count(*) from flights group by 1")  # doctest: +SKIP
        >>> query.to_pandas().head(2)                                         # doctest: +SKIP
        >>> query.to_file("carriers.parquet")                                 # doctest: +SKIP
    """


class ReportData(_Executed, File, ReportFlows):
    """The data of a report under some inputs, as it is cached at the server; read as a table, as rows, or saved.

    Example:
        >>> data = c.report_data("flts-mnth-0001")                            # doctest: +SKIP
        >>> data.to_arrow().num_rows                                          # doctest: +SKIP
        12
    """


class Export(_Cancellable, File, ExportFlows):
    """A file that Cluvio renders: a job, then a PDF or PNG to be saved, or a CSV that can be read as a table as well.

    Example:
        >>> c.export_dashboard("flgt-oper-0001", "pdf").to_file("flights.pdf")  # doctest: +SKIP
    """

    def cancel(self) -> None:
        """As `Query.cancel`."""
        self._sender.run(self._cancel())


class _AsyncCancellable(AsyncHandle):
    """`_Cancellable` for asynchronous callers."""

    async def wait(
        self,
        timeout: float | None = None,
        *,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> Self:
        """As `Query.wait`."""
        await self._sender.run(self._wait(timeout, poll, on_progress, cancel_on_timeout=cancel_on_timeout))
        return self


class _AsyncExecuted(_AsyncCancellable, ExecutionFlows):
    """`_Executed` for asynchronous callers."""

    async def refresh(self) -> Execution:
        """As `Query.refresh`."""
        return await self._sender.run(self._record())

    async def cancel(self) -> None:
        """As `Query.cancel`."""
        await self._sender.run(self._cancel())


class AsyncJob(_AsyncExecuted):
    """`Job` for asynchronous callers, with the same methods.

    Example:
        >>> (await c.run_alert("mnth-busy-0001")).status                      # doctest: +SKIP
        'success'
    """

    async def result(self, timeout: float | None = None) -> Execution:
        """As `Job.result`."""
        await self.wait(timeout)
        return await self.refresh()


class AsyncQuery(_AsyncExecuted, AsyncFile, QueryFlows):
    """`Query` for asynchronous callers, with the same methods.

    Example:
        >>> query = await c.query("smpl-data-0001", "select 1")               # doctest: +SKIP
        >>> async for row in query.iter_rows():                               # doctest: +SKIP
        ...     print(row)
    """


class AsyncReportData(_AsyncExecuted, AsyncFile, ReportFlows):
    """`ReportData` for asynchronous callers, with the same methods.

    Example:
        >>> await (await c.report_data("flts-mnth-0001")).to_pandas()         # doctest: +SKIP
    """


class AsyncExport(_AsyncCancellable, AsyncFile, ExportFlows):
    """`Export` for asynchronous callers, with the same methods.

    Example:
        >>> export = await c.export_report("flts-mnth-0001", "png")           # doctest: +SKIP
        >>> await export.to_file("flights.png")                               # doctest: +SKIP
    """

    async def cancel(self) -> None:
        """As `Query.cancel`."""
        await self._sender.run(self._cancel())
