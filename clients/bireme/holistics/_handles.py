"""Handles on jobs: `Job` and `Export` for callers that block, `AsyncJob` and `AsyncExport` for asynchronous ones.

All that they do stands in `_flows`; each method here runs one flow.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, Self, overload

from bireme._runtime import tables, tables_files
from bireme._runtime.handoff import OnProgress as OnTransfer
from bireme._runtime.pace import Poll
from bireme._runtime.senders import AsyncSender, SyncSender

from ._flows import ExportFlows, JobFlows, OnProgress

if TYPE_CHECKING:
    import os
    from pathlib import Path

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from bireme._runtime.tables_files import Target

    from .generated import models

Types = Mapping[str, Any]
"""Column name -> pyarrow type, or the name of one, for columns whose type is not to be inferred."""


class _Handle(JobFlows):
    """What `Job` and `Export` share."""

    def __init__(self, sender: SyncSender, **parts: Any) -> None:
        super().__init__(**parts)
        self._sender = sender

    def done(self) -> bool:
        """Whether the job has ended, well or badly; asks the server unless that is known.

        Raises:
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Example:
            >>> export.done(), export.status                              # doctest: +SKIP
            (False, 'running')
        """
        return self._sender.run(self._done())

    def refresh(self) -> models.Job:
        """Asks the server once and gives the job's record: times, last error, whether it can be cancelled.

        Raises:
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Example:
            >>> export.refresh().start_time                               # doctest: +SKIP
            '2025-03-01T08:15:00.144Z'
        """
        record: models.Job = self._sender.run(self._refresh())
        return record

    def wait(
        self, timeout: float | None = None, *, poll: Poll | None = None, on_progress: OnProgress | None = None
    ) -> Self:
        """Waits until the job has ended well, and gives this handle.

        Args:
            timeout: seconds for the whole wait; the client's `timeout` if not given.
            poll: how often to look; the client's if not given.
            on_progress: called after every look with a `Progress` (job_id, status, elapsed, polls, token).

        Raises:
            JobFailed: with the job's last error and its log.
            JobCancelled: somebody cancelled it.
            WaitTimeout: it is not over yet; its `token` goes to `resume`.
            ApiError: the server refused to tell.

        Example:
            >>> export.wait(120).to_arrow()                               # doctest: +SKIP
        """
        self._sender.run(self._wait(timeout, poll, on_progress))
        return self

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


class Export(_Handle, ExportFlows):
    """An export of a widget: a job, then a file that is read as a table, as rows, or saved.

    Reading waits for the job first if that is not over. Bodies are streamed; each read downloads anew.

    Example:
        >>> export = h.export_widget(4175)                                # doctest: +SKIP
        >>> export.to_pandas().head(2)                                        # doctest: +SKIP
        >>> export.to_file("flights.parquet")                                 # doctest: +SKIP
    """

    def result(self, timeout: float | None = None) -> Self:
        """Waits (at most `timeout` seconds), then gives this handle, ready to be read. Raises as `wait`."""
        return self.wait(timeout)

    def read(self) -> bytes:
        """The whole file in memory, whatever its format. Raises as `to_file`."""
        return self._sender.run(self._read())

    def to_arrow(self, *, types: Types | None = None, strings: bool = False) -> pa.Table:
        """The rows as a `pyarrow.Table`; an empty result keeps its columns. csv only.

        Args:
            types: pyarrow types, or their names, of columns whose type is not to be inferred.
            strings: keep every column as text, exactly as written.

        Raises:
            MissingExtra: pyarrow is not installed (`pip install 'bireme[arrow]'`).
            InvalidInput: the export is no csv, or `types` does not fit.
            DecodeError: the file is not a table.
            JobFailed, WaitTimeout, TransferError, ResultExpired, ApiError: it could not be had.

        Example:
            >>> export.to_arrow(types={"Flight": "string"}).num_rows      # doctest: +SKIP
            336776
        """
        return self._sender.run(tables.to_arrow(self._source(), types=types, strings=strings))

    def to_pandas(self, *, types: Types | None = None, strings: bool = False) -> pd.DataFrame:
        """The rows as a `pandas.DataFrame`. Arguments and errors as `to_arrow`; needs `bireme[pandas]`."""
        return self._sender.run(tables.to_pandas(self._source(), types=types, strings=strings))

    def to_polars(self, *, types: Types | None = None, strings: bool = False) -> pl.DataFrame:
        """The rows as a `polars.DataFrame`. Arguments and errors as `to_arrow`; needs `bireme[polars]`."""
        return self._sender.run(tables.to_polars(self._source(), types=types, strings=strings))

    def iter_batches(self, *, types: Types | None = None, strings: bool = False) -> Iterator[pa.RecordBatch]:
        """The rows as `pyarrow.RecordBatch`es of one schema, in little memory. Arguments and errors as `to_arrow`."""
        return self._sender.iterate(tables.iter_batches(self._source(), types=types, strings=strings))

    def iter_rows(self, *, types: Types | None = None, strings: bool = False) -> Iterator[dict[str, Any]]:
        """The rows one by one as dicts of typed values, in little memory. Arguments and errors as `to_arrow`.

        Example:
            >>> next(export.iter_rows())                                  # doctest: +SKIP
            {'Month': datetime.date(2013, 1, 1), 'Flights': 27004}
        """
        return self._sender.iterate(tables.iter_rows(self._source(), types=types, strings=strings))

    @overload
    def to_file(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | None = None,
        types: Types | None = None,
        strings: bool = False,
        on_progress: OnTransfer | None = None,
    ) -> Path: ...

    @overload
    def to_file(
        self,
        path: BinaryIO,
        *,
        format: str | None = None,
        types: Types | None = None,
        strings: bool = False,
        on_progress: OnTransfer | None = None,
    ) -> None: ...

    def to_file(
        self,
        path: Target,
        *,
        format: str | None = None,
        types: Types | None = None,
        strings: bool = False,
        on_progress: OnTransfer | None = None,
    ) -> Path | None:
        """Saves the file as it came, or as Parquet; it appears, or is replaced, only once it is complete.

        Args:
            path: where to; `.parquet` converts. An open binary file, or `-` for standard output, will do as well; these
                get nothing before the whole file is there.
            format: `parquet`, or the export's own format, where the path does not say.
            types, strings: for Parquet, as for `to_arrow`.
            on_progress: called with bytes received and the total, if known.

        Returns:
            The path; None for an open file.

        Raises:
            OSError: the file cannot be written; what was there before stays. Otherwise as `to_arrow`.

        Example:
            >>> export.to_file("flights.parquet")                         # doctest: +SKIP
            PosixPath('flights.parquet')
        """
        source = self._source(on_progress)
        return self._sender.run(tables_files.to_file(source, path, format=format, types=types, strings=strings))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow C stream, for whatever library takes one. Raises as `to_arrow`.

        Example:
            >>> pyarrow.table(export), polars.DataFrame(export)           # doctest: +SKIP
        """
        reader = self._sender.run(tables.to_reader(self._source()))
        return reader.__arrow_c_stream__(requested_schema)


class _AsyncHandle(JobFlows):
    """What `AsyncJob` and `AsyncExport` share."""

    def __init__(self, sender: AsyncSender, **parts: Any) -> None:
        super().__init__(**parts)
        self._sender = sender

    async def done(self) -> bool:
        """As `Job.done`."""
        return await self._sender.run(self._done())

    async def refresh(self) -> models.Job:
        """As `Job.refresh`."""
        record: models.Job = await self._sender.run(self._refresh())
        return record

    async def wait(
        self, timeout: float | None = None, *, poll: Poll | None = None, on_progress: OnProgress | None = None
    ) -> Self:
        """As `Job.wait`."""
        await self._sender.run(self._wait(timeout, poll, on_progress))
        return self

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


class AsyncExport(_AsyncHandle, ExportFlows):
    """An export of a widget; `Export` for asynchronous callers, with the same methods.

    Example:
        >>> export = await h.export_widget(4175)                          # doctest: +SKIP
        >>> await export.to_file("flights.parquet")                           # doctest: +SKIP
        >>> async for row in export.iter_rows():                              # doctest: +SKIP
        ...     print(row["Flights"])
    """

    async def result(self, timeout: float | None = None) -> Self:
        """As `Export.result`."""
        return await self.wait(timeout)

    async def read(self) -> bytes:
        """As `Export.read`."""
        return await self._sender.run(self._read())

    async def to_arrow(self, *, types: Types | None = None, strings: bool = False) -> pa.Table:
        """As `Export.to_arrow`."""
        return await self._sender.run(tables.to_arrow(self._source(), types=types, strings=strings))

    async def to_pandas(self, *, types: Types | None = None, strings: bool = False) -> pd.DataFrame:
        """As `Export.to_pandas`."""
        return await self._sender.run(tables.to_pandas(self._source(), types=types, strings=strings))

    async def to_polars(self, *, types: Types | None = None, strings: bool = False) -> pl.DataFrame:
        """As `Export.to_polars`."""
        return await self._sender.run(tables.to_polars(self._source(), types=types, strings=strings))

    def iter_batches(self, *, types: Types | None = None, strings: bool = False) -> AsyncIterator[pa.RecordBatch]:
        """As `Export.iter_batches`, for `async for`."""
        return self._sender.iterate(tables.iter_batches(self._source(), types=types, strings=strings))

    def iter_rows(self, *, types: Types | None = None, strings: bool = False) -> AsyncIterator[dict[str, Any]]:
        """As `Export.iter_rows`, for `async for`."""
        return self._sender.iterate(tables.iter_rows(self._source(), types=types, strings=strings))

    @overload
    async def to_file(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | None = None,
        types: Types | None = None,
        strings: bool = False,
        on_progress: OnTransfer | None = None,
    ) -> Path: ...

    @overload
    async def to_file(
        self,
        path: BinaryIO,
        *,
        format: str | None = None,
        types: Types | None = None,
        strings: bool = False,
        on_progress: OnTransfer | None = None,
    ) -> None: ...

    async def to_file(
        self,
        path: Target,
        *,
        format: str | None = None,
        types: Types | None = None,
        strings: bool = False,
        on_progress: OnTransfer | None = None,
    ) -> Path | None:
        """As `Export.to_file`."""
        source = self._source(on_progress)
        return await self._sender.run(tables_files.to_file(source, path, format=format, types=types, strings=strings))
