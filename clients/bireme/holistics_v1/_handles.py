"""Handles on jobs of the legacy API: `Export` and `Query` for callers that block, and their asynchronous twins.

All that they do stands in `_flows`; each method here runs one flow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._runtime.handles import AsyncFile, AsyncHandle, AsyncRows, File, Handle, Rows

from ._flows import ExportFlows, JobFlows, QueryFlows

if TYPE_CHECKING:
    from .generated import models


class _Handle(Handle, JobFlows):
    """What `Export` and `Query` share."""

    def logs(self) -> list[models.JobLog]:
        """The job's log, oldest entry first, all of it.

        Raises:
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Example:
            >>> [entry.message for entry in export.logs()]                # doctest: +SKIP
            ['Job created', 'Running', 'Finished']
        """
        return self._sender.run(self._logs())

    def cancel(self) -> None:
        """Asks the server to cancel the job; `wait` then raises JobFailed.

        Raises:
            ApiError, NetworkError, DecodeError: the server refused, or could not be asked.

        Example:
            >>> v1.export_report(12345, wait=False).cancel()              # doctest: +SKIP
        """
        self._sender.run(self._cancel())


class Export(_Handle, File, ExportFlows):
    """An export of a report: a job, then a file that is read as a table, as rows, or saved.

    Reading waits for the job first if that is not over. Bodies are streamed; each read downloads anew, without the key
    where the file stands on another origin.

    Example:
        >>> export = v1.export_report(12345, filters={"carrier": ["UA", "AA"]})  # doctest: +SKIP
        >>> export.to_pandas().head(2)                                           # doctest: +SKIP
        >>> export.to_file("flights.parquet")                                    # doctest: +SKIP
    """


class Query(_Handle, QueryFlows, Rows):
    """A query of a report: a job, then rows that are read page by page as often as they are asked for.

    The API sends every value as text or null and names no columns: types are found as in a csv file, and columns are
    called `column_1`, `column_2`, ... unless names were given.

    Example:
        >>> query = v1.query_report(12345, columns=["month", "flights"])         # doctest: +SKIP
        >>> query.to_pandas()                                                    # doctest: +SKIP
    """


class _AsyncHandle(AsyncHandle, JobFlows):
    """What `AsyncExport` and `AsyncQuery` share."""

    async def logs(self) -> list[models.JobLog]:
        """As `Export.logs`."""
        return await self._sender.run(self._logs())

    async def cancel(self) -> None:
        """As `Export.cancel`."""
        await self._sender.run(self._cancel())


class AsyncExport(_AsyncHandle, AsyncFile, ExportFlows):
    """An export of a report; `Export` for asynchronous callers, with the same methods.

    Example:
        >>> export = await v1.export_report(12345)                        # doctest: +SKIP
        >>> await export.to_file("flights.parquet")                           # doctest: +SKIP
    """


class AsyncQuery(_AsyncHandle, QueryFlows, AsyncRows):
    """A query of a report; `Query` for asynchronous callers, with the same methods.

    Example:
        >>> query = await v1.query_report(12345)                          # doctest: +SKIP
        >>> async for row in query.iter_rows():                               # doctest: +SKIP
        ...     print(row["column_1"])
    """
