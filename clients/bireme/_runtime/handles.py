"""The faces of jobs and results that all vendors' handles share, for callers that block and for asynchronous ones.

All that they do stands in `jobs` and `tables`; each method here runs one flow.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Self, overload

from . import tables, tables_files
from .handoff import OnProgress as OnTransfer
from .jobs import FileFlows, JobFlows, OnProgress
from .pace import Poll
from .senders import AsyncSender, SyncSender

if TYPE_CHECKING:
    import os
    from pathlib import Path

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from .tables import Source
    from .tables_files import Target

Types = Mapping[str, Any]
"""Column name -> pyarrow type, or the name of one, for columns whose type is not to be inferred."""


class Handle(JobFlows):
    """A job, for callers that block."""

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


class Rows(Handle):
    """A job whose result is a table."""

    @abstractmethod
    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        """The result as tables read it."""

    def result(self, timeout: float | None = None) -> Self:
        """Waits (at most `timeout` seconds), then gives this handle, ready to be read. Raises as `wait`."""
        return self.wait(timeout)

    def to_arrow(self, *, types: Types | None = None, strings: bool = False) -> pa.Table:
        """The rows as a `pyarrow.Table`; an empty result keeps its columns. Tables only: csv, or JSON results.

        Args:
            types: pyarrow types, or their names, of columns whose type is not to be inferred.
            strings: keep every column as text, exactly as written.

        Raises:
            MissingExtra: pyarrow is not installed (`pip install 'bireme[arrow]'`).
            InvalidInput: the result is no table, or `types` does not fit.
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

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow C stream, for whatever library takes one. Raises as `to_arrow`.

        Example:
            >>> pyarrow.table(export), polars.DataFrame(export)           # doctest: +SKIP
        """
        reader = self._sender.run(tables.to_reader(self._source()))
        return reader.__arrow_c_stream__(requested_schema)


class File(Rows, FileFlows):
    """A job whose result is a file."""

    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        return FileFlows._source(self, on_progress)  # of two bases: the one that is not abstract

    def read(self) -> bytes:
        """The whole file in memory, whatever its format. Raises as `to_file`."""
        return self._sender.run(self._read())

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


class AsyncHandle(JobFlows):
    """A job, for asynchronous callers."""

    def __init__(self, sender: AsyncSender, **parts: Any) -> None:
        super().__init__(**parts)
        self._sender = sender

    async def done(self) -> bool:
        """As `Job.done`."""
        return await self._sender.run(self._done())

    async def wait(
        self, timeout: float | None = None, *, poll: Poll | None = None, on_progress: OnProgress | None = None
    ) -> Self:
        """As `Job.wait`."""
        await self._sender.run(self._wait(timeout, poll, on_progress))
        return self


class AsyncRows(AsyncHandle):
    """A job whose result is a table."""

    @abstractmethod
    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        """The result as tables read it."""

    async def result(self, timeout: float | None = None) -> Self:
        """As `Export.result`."""
        return await self.wait(timeout)

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


class AsyncFile(AsyncRows, FileFlows):
    """A job whose result is a file."""

    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        return FileFlows._source(self, on_progress)  # of two bases: the one that is not abstract

    async def read(self) -> bytes:
        """As `Export.read`."""
        return await self._sender.run(self._read())

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
