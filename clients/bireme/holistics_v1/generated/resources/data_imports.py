"""DataImports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.data_import import DataImport
    from ..models.export_result import ExportResult
    from ..models.submitted import Submitted


class DataImports:
    """Recipes that copy data from a source into a table."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataImports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataImports(self._sender)

    def list(self) -> builtins.list[DataImport]:
        """List data imports.

        Gives all data imports of the workspace.

        Returns:
            The imports.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_imports.list()

        Notes:
            GET /data_imports.json. Needs the permission view_data. Evidence: inferred: A third-party
            command line.
        """
        from ..api.data_imports import data_imports_list as _operation

        return self._sender.send(_operation.request())

    def get(self, data_import_id: int) -> DataImport:
        """Read a data import.

        Gives one data import.

        Args:
            data_import_id: Id of the data import.

        Returns:
            The import.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_imports.get(5101)

        Notes:
            GET /data_imports/{data_import_id}.json. Needs the permission view_data. Evidence: inferred: A
            third-party command line.
        """
        from ..api.data_imports import data_imports_get as _operation

        return self._sender.send(_operation.request(data_import_id))

    def execute(self, data_import_id: int) -> Submitted:
        """Run a data import.

        Starts a job that copies what the import reads into its table.

        Args:
            data_import_id: Id of the data import.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_imports.execute(5101)

        Notes:
            POST /data_imports/{data_import_id}/execute.json. Needs the permission manage_data. Evidence:
            public-reference: Older documentation pages, Data Pipeline.
        """
        from ..api.data_imports import data_imports_execute as _operation

        return self._sender.send(_operation.request(data_import_id))

    def job_result(self, job_id: int) -> ExportResult:
        """Ask how far the job of an import is.

        The oldest way to follow the job of an import; later programs use `jobs_get_results`, whose words it
        speaks.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            How far the job is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_imports.job_result(900101)

        Notes:
            GET /data_imports/job_result/{job_id}.json. Needs the permission view_jobs. Evidence: public-
            reference: The oldest documentation pages, Data Pipeline; reply: as for the poll of exports.
        """
        from ..api.data_imports import data_imports_job_result as _operation

        return self._sender.send(_operation.request(job_id))


class RawDataImports:
    """DataImports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[builtins.list[DataImport]]:
        """List data imports.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[DataImport].

        Example:
            reply = h.data_imports.with_raw_response.list()
        """
        from ..api.data_imports import data_imports_list as _operation

        return self._sender.send_raw(_operation.request())

    def get(self, data_import_id: int) -> RawResponse[DataImport]:
        """Read a data import.

        Args:
            data_import_id: Id of the data import.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataImport.

        Example:
            reply = h.data_imports.with_raw_response.get(5101)
        """
        from ..api.data_imports import data_imports_get as _operation

        return self._sender.send_raw(_operation.request(data_import_id))

    def execute(self, data_import_id: int) -> RawResponse[Submitted]:
        """Run a data import.

        Args:
            data_import_id: Id of the data import.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = h.data_imports.with_raw_response.execute(5101)
        """
        from ..api.data_imports import data_imports_execute as _operation

        return self._sender.send_raw(_operation.request(data_import_id))

    def job_result(self, job_id: int) -> RawResponse[ExportResult]:
        """Ask how far the job of an import is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportResult.

        Example:
            reply = h.data_imports.with_raw_response.job_result(900101)
        """
        from ..api.data_imports import data_imports_job_result as _operation

        return self._sender.send_raw(_operation.request(job_id))


class AsyncDataImports:
    """Recipes that copy data from a source into a table."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataImports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataImports(self._sender)

    async def list(self) -> builtins.list[DataImport]:
        """List data imports.

        Gives all data imports of the workspace.

        Returns:
            The imports.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_imports.list()

        Notes:
            GET /data_imports.json. Needs the permission view_data. Evidence: inferred: A third-party
            command line.
        """
        from ..api.data_imports import data_imports_list as _operation

        return await self._sender.send(_operation.request())

    async def get(self, data_import_id: int) -> DataImport:
        """Read a data import.

        Gives one data import.

        Args:
            data_import_id: Id of the data import.

        Returns:
            The import.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_imports.get(5101)

        Notes:
            GET /data_imports/{data_import_id}.json. Needs the permission view_data. Evidence: inferred: A
            third-party command line.
        """
        from ..api.data_imports import data_imports_get as _operation

        return await self._sender.send(_operation.request(data_import_id))

    async def execute(self, data_import_id: int) -> Submitted:
        """Run a data import.

        Starts a job that copies what the import reads into its table.

        Args:
            data_import_id: Id of the data import.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_imports.execute(5101)

        Notes:
            POST /data_imports/{data_import_id}/execute.json. Needs the permission manage_data. Evidence:
            public-reference: Older documentation pages, Data Pipeline.
        """
        from ..api.data_imports import data_imports_execute as _operation

        return await self._sender.send(_operation.request(data_import_id))

    async def job_result(self, job_id: int) -> ExportResult:
        """Ask how far the job of an import is.

        The oldest way to follow the job of an import; later programs use `jobs_get_results`, whose words it
        speaks.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            How far the job is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_imports.job_result(900101)

        Notes:
            GET /data_imports/job_result/{job_id}.json. Needs the permission view_jobs. Evidence: public-
            reference: The oldest documentation pages, Data Pipeline; reply: as for the poll of exports.
        """
        from ..api.data_imports import data_imports_job_result as _operation

        return await self._sender.send(_operation.request(job_id))


class AsyncRawDataImports:
    """AsyncDataImports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[builtins.list[DataImport]]:
        """List data imports.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[DataImport].

        Example:
            reply = await h.data_imports.with_raw_response.list()
        """
        from ..api.data_imports import data_imports_list as _operation

        return await self._sender.send_raw(_operation.request())

    async def get(self, data_import_id: int) -> RawResponse[DataImport]:
        """Read a data import.

        Args:
            data_import_id: Id of the data import.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataImport.

        Example:
            reply = await h.data_imports.with_raw_response.get(5101)
        """
        from ..api.data_imports import data_imports_get as _operation

        return await self._sender.send_raw(_operation.request(data_import_id))

    async def execute(self, data_import_id: int) -> RawResponse[Submitted]:
        """Run a data import.

        Args:
            data_import_id: Id of the data import.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = await h.data_imports.with_raw_response.execute(5101)
        """
        from ..api.data_imports import data_imports_execute as _operation

        return await self._sender.send_raw(_operation.request(data_import_id))

    async def job_result(self, job_id: int) -> RawResponse[ExportResult]:
        """Ask how far the job of an import is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportResult.

        Example:
            reply = await h.data_imports.with_raw_response.job_result(900101)
        """
        from ..api.data_imports import data_imports_job_result as _operation

        return await self._sender.send_raw(_operation.request(job_id))
