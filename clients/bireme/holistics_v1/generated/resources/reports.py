"""Reports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.export_result import ExportResult
    from ..models.query_results import QueryResults
    from ..models.report_filters import ReportFilters
    from ..models.reports_export_inline_format import ReportsExportInlineFormat
    from ..models.reports_submit_export_format import ReportsSubmitExportFormat
    from ..models.reports_submit_export_with_body_format import ReportsSubmitExportWithBodyFormat
    from ..models.submitted import Submitted


class Reports:
    """Queries and exports of single reports."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawReports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawReports(self._sender)

    def get_query_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> QueryResults:
        """Read the rows of a query job.

        Says how far a query job is and, once it has ended well, gives one page of its rows. Call it until
        `status` is `success` or `failure`, then go on with `_page` up to `num_pages`.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Number of the page of rows, beginning with 1. The server's default is 1.
            page_size: How many rows one page holds. The server's default is 25.

        Returns:
            Rows, or how far the query is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.get_query_results(job_id=900101)

        Notes:
            GET /queries/get_query_results.json. Needs the permission export_data. Evidence: documented:
            Reports API page of the documentation; keys of the reply: third-party code.
        """
        from ..api.reports import reports_get_query_results as _operation

        return self._sender.send(_operation.request(job_id=job_id, page=page, page_size=page_size))

    def get_export_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> ExportResult:
        """Ask how far an export is.

        Says `not yet` while an export waits or runs, then `success` or `failure`, always with status 200.
        Call it again after a pause until it is over. What `export` holds is no sign of anything.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Has no effect here. The vendor's Python package sends it with every poll.
            page_size: Has no effect here. The vendor's Python package sends it with every poll.

        Returns:
            How far the export is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.get_export_results(job_id=900101)

        Notes:
            GET /queries/get_export_results.json. Needs the permission export_data. Evidence: documented:
            Reports API page of the documentation; statuses and bodies: recordings of the real service.
        """
        from ..api.reports import reports_get_export_results as _operation

        return self._sender.send(_operation.request(job_id=job_id, page=page, page_size=page_size))

    def submit_query(
        self, report_id: int | str, *, filters: ReportFilters | Mapping[str, Any] | Unset = UNSET
    ) -> Submitted:
        """Start a query of a report.

        Starts a job that runs the query of a report. Poll `reports_get_query_results`, which gives the rows
        once the job has ended. Every filter of the report is a query parameter of its own.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.submit_query(12345)

        Notes:
            GET /queries/{report_id}/submit_query.json. Needs the permission export_data. Evidence:
            documented: Reports API page of the documentation; keys of the reply: as recorded for exports.
        """
        from ..api.reports import reports_submit_query as _operation

        return self._sender.send(_operation.request(report_id, filters=filters))

    def submit_export(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> Submitted:
        """Start an export of a report.

        Starts a job that writes the rows of a report into a file. Poll `reports_get_export_results` until
        it says `success`, then fetch the file with `exports_download`. Every filter of the report is a
        query parameter of its own; names that the report does not know are ignored. The reply is JSON
        whatever the form of the file.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.submit_export(12345, 'csv')

        Notes:
            GET /queries/{report_id}/submit_export.{format}. Needs the permission export_data. Evidence:
            documented: Reports API page of the documentation; statuses and bodies: recordings of the real
            service.
        """
        from ..api.reports import reports_submit_export as _operation

        return self._sender.send(_operation.request(report_id, format_, filters=filters))

    def submit_export_with_body(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportWithBodyFormat | str,
        *,
        body: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> Submitted:
        """Start an export of a report with filters in the body.

        The same as `reports_submit_export` for filters that are too long for an address, some 500
        characters: they are one JSON object here.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json.
            body: Filter values by the name of the filter; a value or a list.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.submit_export_with_body(12345, 'csv', body={'carrier': ['UA', 'AA'], 'status': 'active'})

        Notes:
            POST /queries/{report_id}/submit_export.{format}. Needs the permission export_data. Evidence:
            documented: Reports API page of the documentation; reply: as for the form without a body.
        """
        from ..api.reports import reports_submit_export_with_body as _operation

        return self._sender.send(_operation.request(report_id, format_, body=body))

    def get_query_results_by_report(self, report_id: int | str, *, job_id: int) -> QueryResults:
        """Read the rows of a query job by its report.

        The older form of `reports_get_query_results`, with the report in the path. The job must be one of
        that report. New programs use the other form.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Rows, or how far the query is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.get_query_results_by_report(12345, job_id=900101)

        Notes:
            GET /queries/{report_id}.json. Needs the permission export_data. Evidence: documented: Reports
            API page of the documentation, legacy syntax; reply: as for the newer form.
        """
        from ..api.reports import reports_get_query_results_by_report as _operation

        return self._sender.send(_operation.request(report_id, job_id=job_id))

    def export_inline(
        self,
        report_id: int | str,
        format_: ReportsExportInlineFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> bytes:
        """Export a small report at once.

        Gives the rows of a report as a file in the reply itself, up to ten thousand of them; a larger
        report gives 422. New programs start an export instead.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.reports.export_inline(12345, 'csv')

        Notes:
            GET /queries/{report_id}.{format}. Needs the permission export_data. Evidence: documented:
            Reports API page of the documentation, small data sets; what happens above the limit: inferred.
        """
        from ..api.reports import reports_export_inline as _operation

        return self._sender.send(_operation.request(report_id, format_, filters=filters))


class RawReports:
    """Reports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_query_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> RawResponse[QueryResults]:
        """Read the rows of a query job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Number of the page of rows, beginning with 1. The server's default is 1.
            page_size: How many rows one page holds. The server's default is 25.

        Returns:
            Status, headers and body as they came; `.parse()` gives QueryResults.

        Example:
            reply = h.reports.with_raw_response.get_query_results(job_id=900101)
        """
        from ..api.reports import reports_get_query_results as _operation

        return self._sender.send_raw(_operation.request(job_id=job_id, page=page, page_size=page_size))

    def get_export_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> RawResponse[ExportResult]:
        """Ask how far an export is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Has no effect here. The vendor's Python package sends it with every poll.
            page_size: Has no effect here. The vendor's Python package sends it with every poll.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportResult.

        Example:
            reply = h.reports.with_raw_response.get_export_results(job_id=900101)
        """
        from ..api.reports import reports_get_export_results as _operation

        return self._sender.send_raw(_operation.request(job_id=job_id, page=page, page_size=page_size))

    def submit_query(
        self, report_id: int | str, *, filters: ReportFilters | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[Submitted]:
        """Start a query of a report.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = h.reports.with_raw_response.submit_query(12345)
        """
        from ..api.reports import reports_submit_query as _operation

        return self._sender.send_raw(_operation.request(report_id, filters=filters))

    def submit_export(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> RawResponse[Submitted]:
        """Start an export of a report.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = h.reports.with_raw_response.submit_export(12345, 'csv')
        """
        from ..api.reports import reports_submit_export as _operation

        return self._sender.send_raw(_operation.request(report_id, format_, filters=filters))

    def submit_export_with_body(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportWithBodyFormat | str,
        *,
        body: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> RawResponse[Submitted]:
        """Start an export of a report with filters in the body.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json.
            body: Filter values by the name of the filter; a value or a list.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = h.reports.with_raw_response.submit_export_with_body(12345, 'csv', body={'carrier': ['UA', 'AA'], 'status': 'active'})
        """
        from ..api.reports import reports_submit_export_with_body as _operation

        return self._sender.send_raw(_operation.request(report_id, format_, body=body))

    def get_query_results_by_report(self, report_id: int | str, *, job_id: int) -> RawResponse[QueryResults]:
        """Read the rows of a query job by its report.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives QueryResults.

        Example:
            reply = h.reports.with_raw_response.get_query_results_by_report(12345, job_id=900101)
        """
        from ..api.reports import reports_get_query_results_by_report as _operation

        return self._sender.send_raw(_operation.request(report_id, job_id=job_id))

    def export_inline(
        self,
        report_id: int | str,
        format_: ReportsExportInlineFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> RawResponse[bytes]:
        """Export a small report at once.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = h.reports.with_raw_response.export_inline(12345, 'csv')
        """
        from ..api.reports import reports_export_inline as _operation

        return self._sender.send_raw(_operation.request(report_id, format_, filters=filters))


class AsyncReports:
    """Queries and exports of single reports."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawReports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawReports(self._sender)

    async def get_query_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> QueryResults:
        """Read the rows of a query job.

        Says how far a query job is and, once it has ended well, gives one page of its rows. Call it until
        `status` is `success` or `failure`, then go on with `_page` up to `num_pages`.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Number of the page of rows, beginning with 1. The server's default is 1.
            page_size: How many rows one page holds. The server's default is 25.

        Returns:
            Rows, or how far the query is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.get_query_results(job_id=900101)

        Notes:
            GET /queries/get_query_results.json. Needs the permission export_data. Evidence: documented:
            Reports API page of the documentation; keys of the reply: third-party code.
        """
        from ..api.reports import reports_get_query_results as _operation

        return await self._sender.send(_operation.request(job_id=job_id, page=page, page_size=page_size))

    async def get_export_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> ExportResult:
        """Ask how far an export is.

        Says `not yet` while an export waits or runs, then `success` or `failure`, always with status 200.
        Call it again after a pause until it is over. What `export` holds is no sign of anything.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Has no effect here. The vendor's Python package sends it with every poll.
            page_size: Has no effect here. The vendor's Python package sends it with every poll.

        Returns:
            How far the export is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.get_export_results(job_id=900101)

        Notes:
            GET /queries/get_export_results.json. Needs the permission export_data. Evidence: documented:
            Reports API page of the documentation; statuses and bodies: recordings of the real service.
        """
        from ..api.reports import reports_get_export_results as _operation

        return await self._sender.send(_operation.request(job_id=job_id, page=page, page_size=page_size))

    async def submit_query(
        self, report_id: int | str, *, filters: ReportFilters | Mapping[str, Any] | Unset = UNSET
    ) -> Submitted:
        """Start a query of a report.

        Starts a job that runs the query of a report. Poll `reports_get_query_results`, which gives the rows
        once the job has ended. Every filter of the report is a query parameter of its own.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.submit_query(12345)

        Notes:
            GET /queries/{report_id}/submit_query.json. Needs the permission export_data. Evidence:
            documented: Reports API page of the documentation; keys of the reply: as recorded for exports.
        """
        from ..api.reports import reports_submit_query as _operation

        return await self._sender.send(_operation.request(report_id, filters=filters))

    async def submit_export(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> Submitted:
        """Start an export of a report.

        Starts a job that writes the rows of a report into a file. Poll `reports_get_export_results` until
        it says `success`, then fetch the file with `exports_download`. Every filter of the report is a
        query parameter of its own; names that the report does not know are ignored. The reply is JSON
        whatever the form of the file.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.submit_export(12345, 'csv')

        Notes:
            GET /queries/{report_id}/submit_export.{format}. Needs the permission export_data. Evidence:
            documented: Reports API page of the documentation; statuses and bodies: recordings of the real
            service.
        """
        from ..api.reports import reports_submit_export as _operation

        return await self._sender.send(_operation.request(report_id, format_, filters=filters))

    async def submit_export_with_body(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportWithBodyFormat | str,
        *,
        body: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> Submitted:
        """Start an export of a report with filters in the body.

        The same as `reports_submit_export` for filters that are too long for an address, some 500
        characters: they are one JSON object here.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json.
            body: Filter values by the name of the filter; a value or a list.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.submit_export_with_body(12345, 'csv', body={'carrier': ['UA', 'AA'], 'status': 'active'})

        Notes:
            POST /queries/{report_id}/submit_export.{format}. Needs the permission export_data. Evidence:
            documented: Reports API page of the documentation; reply: as for the form without a body.
        """
        from ..api.reports import reports_submit_export_with_body as _operation

        return await self._sender.send(_operation.request(report_id, format_, body=body))

    async def get_query_results_by_report(self, report_id: int | str, *, job_id: int) -> QueryResults:
        """Read the rows of a query job by its report.

        The older form of `reports_get_query_results`, with the report in the path. The job must be one of
        that report. New programs use the other form.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Rows, or how far the query is.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.get_query_results_by_report(12345, job_id=900101)

        Notes:
            GET /queries/{report_id}.json. Needs the permission export_data. Evidence: documented: Reports
            API page of the documentation, legacy syntax; reply: as for the newer form.
        """
        from ..api.reports import reports_get_query_results_by_report as _operation

        return await self._sender.send(_operation.request(report_id, job_id=job_id))

    async def export_inline(
        self,
        report_id: int | str,
        format_: ReportsExportInlineFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> bytes:
        """Export a small report at once.

        Gives the rows of a report as a file in the reply itself, up to ten thousand of them; a larger
        report gives 422. New programs start an export instead.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            The content of the file.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.reports.export_inline(12345, 'csv')

        Notes:
            GET /queries/{report_id}.{format}. Needs the permission export_data. Evidence: documented:
            Reports API page of the documentation, small data sets; what happens above the limit: inferred.
        """
        from ..api.reports import reports_export_inline as _operation

        return await self._sender.send(_operation.request(report_id, format_, filters=filters))


class AsyncRawReports:
    """AsyncReports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_query_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> RawResponse[QueryResults]:
        """Read the rows of a query job.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Number of the page of rows, beginning with 1. The server's default is 1.
            page_size: How many rows one page holds. The server's default is 25.

        Returns:
            Status, headers and body as they came; `.parse()` gives QueryResults.

        Example:
            reply = await h.reports.with_raw_response.get_query_results(job_id=900101)
        """
        from ..api.reports import reports_get_query_results as _operation

        return await self._sender.send_raw(_operation.request(job_id=job_id, page=page, page_size=page_size))

    async def get_export_results(
        self, *, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET
    ) -> RawResponse[ExportResult]:
        """Ask how far an export is.

        Args:
            job_id: Id of the job, as in the reply of the call that started it.
            page: Has no effect here. The vendor's Python package sends it with every poll.
            page_size: Has no effect here. The vendor's Python package sends it with every poll.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportResult.

        Example:
            reply = await h.reports.with_raw_response.get_export_results(job_id=900101)
        """
        from ..api.reports import reports_get_export_results as _operation

        return await self._sender.send_raw(_operation.request(job_id=job_id, page=page, page_size=page_size))

    async def submit_query(
        self, report_id: int | str, *, filters: ReportFilters | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[Submitted]:
        """Start a query of a report.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = await h.reports.with_raw_response.submit_query(12345)
        """
        from ..api.reports import reports_submit_query as _operation

        return await self._sender.send_raw(_operation.request(report_id, filters=filters))

    async def submit_export(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> RawResponse[Submitted]:
        """Start an export of a report.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = await h.reports.with_raw_response.submit_export(12345, 'csv')
        """
        from ..api.reports import reports_submit_export as _operation

        return await self._sender.send_raw(_operation.request(report_id, format_, filters=filters))

    async def submit_export_with_body(
        self,
        report_id: int | str,
        format_: ReportsSubmitExportWithBodyFormat | str,
        *,
        body: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> RawResponse[Submitted]:
        """Start an export of a report with filters in the body.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, json.
            body: Filter values by the name of the filter; a value or a list.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = await h.reports.with_raw_response.submit_export_with_body(12345, 'csv', body={'carrier': ['UA', 'AA'], 'status': 'active'})
        """
        from ..api.reports import reports_submit_export_with_body as _operation

        return await self._sender.send_raw(_operation.request(report_id, format_, body=body))

    async def get_query_results_by_report(self, report_id: int | str, *, job_id: int) -> RawResponse[QueryResults]:
        """Read the rows of a query job by its report.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            job_id: Id of the job, as in the reply of the call that started it.

        Returns:
            Status, headers and body as they came; `.parse()` gives QueryResults.

        Example:
            reply = await h.reports.with_raw_response.get_query_results_by_report(12345, job_id=900101)
        """
        from ..api.reports import reports_get_query_results_by_report as _operation

        return await self._sender.send_raw(_operation.request(report_id, job_id=job_id))

    async def export_inline(
        self,
        report_id: int | str,
        format_: ReportsExportInlineFormat | str,
        *,
        filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
    ) -> RawResponse[bytes]:
        """Export a small report at once.

        Args:
            report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
                month`; only the number counts.
            format_: Form of the file. One of csv, xlsx.
            filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
                a list repeats the name. Names that the report does not know are ignored.

        Returns:
            Status, headers and body as they came; `.parse()` gives bytes.

        Example:
            reply = await h.reports.with_raw_response.export_inline(12345, 'csv')
        """
        from ..api.reports import reports_export_inline as _operation

        return await self._sender.send_raw(_operation.request(report_id, format_, filters=filters))
