"""Reports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.execution_started import ExecutionStarted
    from ..models.export_job_started import ExportJobStarted
    from ..models.inputs_submission import InputsSubmission
    from ..models.report_collection import ReportCollection
    from ..models.report_creation import ReportCreation
    from ..models.report_data_access import ReportDataAccess
    from ..models.report_data_query import ReportDataQuery
    from ..models.report_document import ReportDocument
    from ..models.report_include import ReportInclude
    from ..models.report_update import ReportUpdate
    from ..records.report import Report


class Reports:
    """Queries on dashboards with the way they are drawn, their data, and rendering them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawReports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawReports(self._sender)

    def list(self) -> builtins.list[Report]:
        """List all reports.

        Lists the reports of all dashboards that the key may see, in one reply.

        Returns:
            The reports.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.list()

        Notes:
            GET /reports. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Reports: List Reports.
        """
        from ..api.reports import list_reports as _operation
        from ..records.report import Report

        _reply = self._sender.send(_operation.request())
        return Report.all_of(_reply)

    def create(
        self,
        *,
        name: str,
        dashboard: Record | str | None,
        datasource: Record | str | None,
        description: str | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        r_query: str | Unset = UNSET,
        r_query_enabled: bool | Unset = UNSET,
        data_refresh_rate: int | Unset = UNSET,
        data_refresh_anchor_time: str | Unset = UNSET,
        download_actions_enabled: bool | Unset = UNSET,
        data_download_enabled: bool | Unset = UNSET,
        maximize_action_enabled: bool | Unset = UNSET,
        refresh_enabled: bool | Unset = UNSET,
        unused_filters_warning_enabled: bool | Unset = UNSET,
        unlimited_csv_export_enabled: bool | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        default_page_height: int | Unset = UNSET,
        display_name_as_title: bool | Unset = UNSET,
        attribution: str | Unset = UNSET,
        no_data_message: str | Unset = UNSET,
        width: int | Unset = UNSET,
        height: int | Unset = UNSET,
    ) -> Report:
        """Create a report.

        Creates a report on a dashboard. The dashboard finds it a place where the wanted `width` and
        `height` fit. The key needs access to the datasource.

        Args:
            name: Name of the report.
            dashboard: Dashboard that the report stands on.
            datasource: Datasource that its SQL runs on.
            description: What the report shows.
            sql_query: SQL of the report, with Cluvio's expressions for filters, time range and snippets.
            r_query: R code that is given the SQL result and makes another one of it.
            r_query_enabled: Whether `r_query` is run.
            data_refresh_rate: Age in minutes from which cached results count as stale, in place of the
                dashboard's.
            data_refresh_anchor_time: Time of day, like `15:42`, before which results count as stale, in
                place of the dashboard's. In the time zone of the organization.
            download_actions_enabled: Whether people may download the report in any form, by CSV, Excel, PDF
                or PNG. Limits of the plan and of sharing links hold besides.
            data_download_enabled: Whether people may download the data, by CSV or Excel. Limits of the plan
                and of sharing links hold besides.
            maximize_action_enabled: Whether people may enlarge the report.
            refresh_enabled: Whether people may refresh the report.
            unused_filters_warning_enabled: Whether a warning shows that the report takes no notice of some
                of the filters.
            unlimited_csv_export_enabled: Whether `exportReportCsv` may be used on the report.
            default_page_width: Width in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            default_page_height: Height in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            display_name_as_title: Whether the name stands above the report on the dashboard.
            attribution: Line shown below the report, such as a source or a copyright.
            no_data_message: Text shown in place of an empty result.
            width: Width in columns of the dashboard's grid. The dashboard finds a place for it; from then
                on it is changed by `updateDashboardLayout` only. Left out or 0, the server chooses.
            height: Height in rows of the dashboard's grid. Chosen and changed like the width.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.create(name='Flights per carrier', sql_query='SELECT carrier, count(*) AS flights FROM flights GROUP BY 1 ORDER BY 2 DESC', width=6, ...)

        Notes:
            POST /reports. Needs one of the permissions manage_dashboards. Evidence: documented: Vendor
            page, Reports: Create Report.
        """
        from ..api.reports import create_report as _operation
        from ..records.report import Report

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "sql_query": sql_query,
                "r_query": r_query,
                "r_query_enabled": r_query_enabled,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "download_actions_enabled": download_actions_enabled,
                "data_download_enabled": data_download_enabled,
                "maximize_action_enabled": maximize_action_enabled,
                "refresh_enabled": refresh_enabled,
                "unused_filters_warning_enabled": unused_filters_warning_enabled,
                "unlimited_csv_export_enabled": unlimited_csv_export_enabled,
                "default_page_width": default_page_width,
                "default_page_height": default_page_height,
                "display_name_as_title": display_name_as_title,
                "attribution": attribution,
                "no_data_message": no_data_message,
                "width": width,
                "height": height,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return Report.of(_reply)

    def get(self, id: str, *, include: ReportInclude | str | Unset = UNSET) -> Report:
        """Read one report.

        Returns a report with its SQL and its place on the dashboard. Asking for the datasource in `include`
        needs View Datasources, Manage Datasources or Manage Dashboards.

        Args:
            id: Id of the report.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, datasource.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.get('flts-mnth-0001')

        Notes:
            GET /reports/{id}. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Reports: Get Report.
        """
        from ..api.reports import get_report as _operation
        from ..records.report import Report

        _reply = self._sender.send(_operation.request(id, include=include))
        return Report.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a report.

        Deletes a report, which leaves its dashboard. The key needs access to its datasource.

        Args:
            id: Id of the report.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.delete('flts-mnth-0001')

        Notes:
            DELETE /reports/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Reports: Delete Report.
        """
        from ..api.reports import delete_report as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        r_query: str | None | Unset = UNSET,
        r_query_enabled: bool | Unset = UNSET,
        data_refresh_rate: int | None | Unset = UNSET,
        data_refresh_anchor_time: str | None | Unset = UNSET,
        download_actions_enabled: bool | Unset = UNSET,
        data_download_enabled: bool | Unset = UNSET,
        maximize_action_enabled: bool | Unset = UNSET,
        refresh_enabled: bool | Unset = UNSET,
        unused_filters_warning_enabled: bool | Unset = UNSET,
        unlimited_csv_export_enabled: bool | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        default_page_height: int | Unset = UNSET,
        display_name_as_title: bool | Unset = UNSET,
        attribution: str | None | Unset = UNSET,
        no_data_message: str | None | Unset = UNSET,
        dashboard: Record | str | None | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
    ) -> Report:
        """Change a report.

        Changes a report. What is left out stays as it is. Place and size are changed with
        `updateDashboardLayout`. The key needs access to the datasource.

        Args:
            id: Id of the report.
            name: Name of the report.
            description: What the report shows.
            sql_query: SQL of the report, with Cluvio's expressions for filters, time range and snippets.
            r_query: R code that is given the SQL result and makes another one of it.
            r_query_enabled: Whether `r_query` is run.
            data_refresh_rate: Age in minutes from which cached results count as stale, in place of the
                dashboard's.
            data_refresh_anchor_time: Time of day, like `15:42`, before which results count as stale, in
                place of the dashboard's. In the time zone of the organization.
            download_actions_enabled: Whether people may download the report in any form, by CSV, Excel, PDF
                or PNG. Limits of the plan and of sharing links hold besides.
            data_download_enabled: Whether people may download the data, by CSV or Excel. Limits of the plan
                and of sharing links hold besides.
            maximize_action_enabled: Whether people may enlarge the report.
            refresh_enabled: Whether people may refresh the report.
            unused_filters_warning_enabled: Whether a warning shows that the report takes no notice of some
                of the filters.
            unlimited_csv_export_enabled: Whether `exportReportCsv` may be used on the report.
            default_page_width: Width in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            default_page_height: Height in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            display_name_as_title: Whether the name stands above the report on the dashboard.
            attribution: Line shown below the report, such as a source or a copyright.
            no_data_message: Text shown in place of an empty result.
            dashboard: Dashboard that the report stands on.
            datasource: Datasource that its SQL runs on.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.update('flts-mnth-0001', name='Flights per month', unlimited_csv_export_enabled=True)

        Notes:
            PATCH /reports/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Reports: Update Report.
        """
        from ..api.reports import update_report as _operation
        from ..records.report import Report

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "sql_query": sql_query,
                "r_query": r_query,
                "r_query_enabled": r_query_enabled,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "download_actions_enabled": download_actions_enabled,
                "data_download_enabled": data_download_enabled,
                "maximize_action_enabled": maximize_action_enabled,
                "refresh_enabled": refresh_enabled,
                "unused_filters_warning_enabled": unused_filters_warning_enabled,
                "unlimited_csv_export_enabled": unlimited_csv_export_enabled,
                "default_page_width": default_page_width,
                "default_page_height": default_page_height,
                "display_name_as_title": display_name_as_title,
                "attribution": attribution,
                "no_data_message": no_data_message,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return Report.of(_reply)

    def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExecutionStarted:
        """Run a report's query anew.

        Starts the query of a report under the given inputs, however fresh its data is; one that runs
        already for them is stopped. Answers at once; follow it with `getExecution`, or with
        `pollDashboardStatus` under the same inputs.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The execution to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.refresh('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/refresh. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Refresh Report.
        """
        from ..api.reports import refresh_report as _operation

        return self._sender.send(_operation.request(id, body=body))

    def duplicate(self, id: str) -> Report:
        """Copy a report.

        Makes a copy of a report on the same dashboard, and returns it.

        Args:
            id: Id of the report.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.duplicate('flts-mnth-0001')

        Notes:
            POST /reports/{id}/duplicate. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Reports: Duplicate Report.
        """
        from ..api.reports import duplicate_report as _operation
        from ..records.report import Report

        _reply = self._sender.send(_operation.request(id))
        return Report.of(_reply)

    def get_data(self, id: str, *, body: ReportDataQuery | Mapping[str, Any]) -> ReportDataAccess | None:
        """Get access to a report's data.

        Returns a key and a token for the cached data of a report under the given inputs. The data server
        then answers in the form asked for here, JSON or CSV. No query is ever started: status 204 means
        that nothing is cached, and `refreshReport` fetches it. The token lives for minutes and works in the
        same location only.

        Args:
            id: Id of the report.
            body: Which data of a report is wanted, and in which form.

        Returns:
            Key and token of the data. Nothing is cached for these inputs.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.get_data('flts-mnth-0001', body=...)

        Notes:
            POST /reports/{id}/data. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Get Report Data.
        """
        from ..api.reports import get_report_data as _operation

        return self._sender.send(_operation.request(id, body=body))

    def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a PDF of a report.

        Starts a job that renders the report under the given inputs as PDF, and answers at once; follow it
        with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not stale
        by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.export_pdf('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/export/pdf. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Export Report PDF.
        """
        from ..api.reports import export_report_pdf as _operation

        return self._sender.send(_operation.request(id, body=body))

    def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a picture of a report.

        Starts a job that renders the report under the given inputs as PNG, and answers at once; follow it
        with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not stale
        by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.export_png('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/export/png. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Export Report PNG.
        """
        from ..api.reports import export_report_png as _operation

        return self._sender.send(_operation.request(id, body=body))

    def export_csv(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a CSV file of a report.

        Starts a job that runs the query of the report and writes all of its rows as CSV, up to the size
        that the plan allows; follow it with `getExportJob`. The report must have
        `unlimited_csv_export_enabled`. One job in ten minutes is started for equal inputs; within them, the
        id of the last that succeeded is returned, and no query runs.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.reports.export_csv('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/export/csv. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Export Report CSV.
        """
        from ..api.reports import export_report_csv as _operation

        return self._sender.send(_operation.request(id, body=body))


class RawReports:
    """Reports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[ReportCollection]:
        """List all reports.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportCollection.

        Example:
            reply = c.reports.with_raw_response.list()
        """
        from ..api.reports import list_reports as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: ReportCreation | Mapping[str, Any]) -> RawResponse[ReportDocument]:
        """Create a report.

        Args:
            body: Request that creates a report.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = c.reports.with_raw_response.create(body=...)
        """
        from ..api.reports import create_report as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: ReportInclude | str | Unset = UNSET) -> RawResponse[ReportDocument]:
        """Read one report.

        Args:
            id: Id of the report.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = c.reports.with_raw_response.get('flts-mnth-0001')
        """
        from ..api.reports import get_report as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a report.

        Args:
            id: Id of the report.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.reports.with_raw_response.delete('flts-mnth-0001')
        """
        from ..api.reports import delete_report as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: ReportUpdate | Mapping[str, Any]) -> RawResponse[ReportDocument]:
        """Change a report.

        Args:
            id: Id of the report.
            body: Request that changes a report.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = c.reports.with_raw_response.update('flts-mnth-0001', body={'data': {'attributes': {'name': 'Flights per month', 'unlimited_csv_export_enabled': True}}})
        """
        from ..api.reports import update_report as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExecutionStarted]:
        """Run a report's query anew.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted.

        Example:
            reply = c.reports.with_raw_response.refresh('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import refresh_report as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def duplicate(self, id: str) -> RawResponse[ReportDocument]:
        """Copy a report.

        Args:
            id: Id of the report.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = c.reports.with_raw_response.duplicate('flts-mnth-0001')
        """
        from ..api.reports import duplicate_report as _operation

        return self._sender.send_raw(_operation.request(id))

    def get_data(self, id: str, *, body: ReportDataQuery | Mapping[str, Any]) -> RawResponse[ReportDataAccess | None]:
        """Get access to a report's data.

        Args:
            id: Id of the report.
            body: Which data of a report is wanted, and in which form.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDataAccess | None.

        Example:
            reply = c.reports.with_raw_response.get_data('flts-mnth-0001', body=...)
        """
        from ..api.reports import get_report_data as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a PDF of a report.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = c.reports.with_raw_response.export_pdf('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import export_report_pdf as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a picture of a report.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = c.reports.with_raw_response.export_png('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import export_report_png as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def export_csv(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a CSV file of a report.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = c.reports.with_raw_response.export_csv('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import export_report_csv as _operation

        return self._sender.send_raw(_operation.request(id, body=body))


class AsyncReports:
    """Queries on dashboards with the way they are drawn, their data, and rendering them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawReports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawReports(self._sender)

    async def list(self) -> builtins.list[Report]:
        """List all reports.

        Lists the reports of all dashboards that the key may see, in one reply.

        Returns:
            The reports.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.list()

        Notes:
            GET /reports. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Reports: List Reports.
        """
        from ..api.reports import list_reports as _operation
        from ..records.report import Report

        _reply = await self._sender.send(_operation.request())
        return Report.all_of(_reply)

    async def create(
        self,
        *,
        name: str,
        dashboard: Record | str | None,
        datasource: Record | str | None,
        description: str | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        r_query: str | Unset = UNSET,
        r_query_enabled: bool | Unset = UNSET,
        data_refresh_rate: int | Unset = UNSET,
        data_refresh_anchor_time: str | Unset = UNSET,
        download_actions_enabled: bool | Unset = UNSET,
        data_download_enabled: bool | Unset = UNSET,
        maximize_action_enabled: bool | Unset = UNSET,
        refresh_enabled: bool | Unset = UNSET,
        unused_filters_warning_enabled: bool | Unset = UNSET,
        unlimited_csv_export_enabled: bool | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        default_page_height: int | Unset = UNSET,
        display_name_as_title: bool | Unset = UNSET,
        attribution: str | Unset = UNSET,
        no_data_message: str | Unset = UNSET,
        width: int | Unset = UNSET,
        height: int | Unset = UNSET,
    ) -> Report:
        """Create a report.

        Creates a report on a dashboard. The dashboard finds it a place where the wanted `width` and
        `height` fit. The key needs access to the datasource.

        Args:
            name: Name of the report.
            dashboard: Dashboard that the report stands on.
            datasource: Datasource that its SQL runs on.
            description: What the report shows.
            sql_query: SQL of the report, with Cluvio's expressions for filters, time range and snippets.
            r_query: R code that is given the SQL result and makes another one of it.
            r_query_enabled: Whether `r_query` is run.
            data_refresh_rate: Age in minutes from which cached results count as stale, in place of the
                dashboard's.
            data_refresh_anchor_time: Time of day, like `15:42`, before which results count as stale, in
                place of the dashboard's. In the time zone of the organization.
            download_actions_enabled: Whether people may download the report in any form, by CSV, Excel, PDF
                or PNG. Limits of the plan and of sharing links hold besides.
            data_download_enabled: Whether people may download the data, by CSV or Excel. Limits of the plan
                and of sharing links hold besides.
            maximize_action_enabled: Whether people may enlarge the report.
            refresh_enabled: Whether people may refresh the report.
            unused_filters_warning_enabled: Whether a warning shows that the report takes no notice of some
                of the filters.
            unlimited_csv_export_enabled: Whether `exportReportCsv` may be used on the report.
            default_page_width: Width in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            default_page_height: Height in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            display_name_as_title: Whether the name stands above the report on the dashboard.
            attribution: Line shown below the report, such as a source or a copyright.
            no_data_message: Text shown in place of an empty result.
            width: Width in columns of the dashboard's grid. The dashboard finds a place for it; from then
                on it is changed by `updateDashboardLayout` only. Left out or 0, the server chooses.
            height: Height in rows of the dashboard's grid. Chosen and changed like the width.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.create(name='Flights per carrier', sql_query='SELECT carrier, count(*) AS flights FROM flights GROUP BY 1 ORDER BY 2 DESC', width=6, ...)

        Notes:
            POST /reports. Needs one of the permissions manage_dashboards. Evidence: documented: Vendor
            page, Reports: Create Report.
        """
        from ..api.reports import create_report as _operation
        from ..records.report import Report

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "sql_query": sql_query,
                "r_query": r_query,
                "r_query_enabled": r_query_enabled,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "download_actions_enabled": download_actions_enabled,
                "data_download_enabled": data_download_enabled,
                "maximize_action_enabled": maximize_action_enabled,
                "refresh_enabled": refresh_enabled,
                "unused_filters_warning_enabled": unused_filters_warning_enabled,
                "unlimited_csv_export_enabled": unlimited_csv_export_enabled,
                "default_page_width": default_page_width,
                "default_page_height": default_page_height,
                "display_name_as_title": display_name_as_title,
                "attribution": attribution,
                "no_data_message": no_data_message,
                "width": width,
                "height": height,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return Report.of(_reply)

    async def get(self, id: str, *, include: ReportInclude | str | Unset = UNSET) -> Report:
        """Read one report.

        Returns a report with its SQL and its place on the dashboard. Asking for the datasource in `include`
        needs View Datasources, Manage Datasources or Manage Dashboards.

        Args:
            id: Id of the report.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, datasource.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.get('flts-mnth-0001')

        Notes:
            GET /reports/{id}. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Reports: Get Report.
        """
        from ..api.reports import get_report as _operation
        from ..records.report import Report

        _reply = await self._sender.send(_operation.request(id, include=include))
        return Report.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a report.

        Deletes a report, which leaves its dashboard. The key needs access to its datasource.

        Args:
            id: Id of the report.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.delete('flts-mnth-0001')

        Notes:
            DELETE /reports/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Reports: Delete Report.
        """
        from ..api.reports import delete_report as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        r_query: str | None | Unset = UNSET,
        r_query_enabled: bool | Unset = UNSET,
        data_refresh_rate: int | None | Unset = UNSET,
        data_refresh_anchor_time: str | None | Unset = UNSET,
        download_actions_enabled: bool | Unset = UNSET,
        data_download_enabled: bool | Unset = UNSET,
        maximize_action_enabled: bool | Unset = UNSET,
        refresh_enabled: bool | Unset = UNSET,
        unused_filters_warning_enabled: bool | Unset = UNSET,
        unlimited_csv_export_enabled: bool | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        default_page_height: int | Unset = UNSET,
        display_name_as_title: bool | Unset = UNSET,
        attribution: str | None | Unset = UNSET,
        no_data_message: str | None | Unset = UNSET,
        dashboard: Record | str | None | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
    ) -> Report:
        """Change a report.

        Changes a report. What is left out stays as it is. Place and size are changed with
        `updateDashboardLayout`. The key needs access to the datasource.

        Args:
            id: Id of the report.
            name: Name of the report.
            description: What the report shows.
            sql_query: SQL of the report, with Cluvio's expressions for filters, time range and snippets.
            r_query: R code that is given the SQL result and makes another one of it.
            r_query_enabled: Whether `r_query` is run.
            data_refresh_rate: Age in minutes from which cached results count as stale, in place of the
                dashboard's.
            data_refresh_anchor_time: Time of day, like `15:42`, before which results count as stale, in
                place of the dashboard's. In the time zone of the organization.
            download_actions_enabled: Whether people may download the report in any form, by CSV, Excel, PDF
                or PNG. Limits of the plan and of sharing links hold besides.
            data_download_enabled: Whether people may download the data, by CSV or Excel. Limits of the plan
                and of sharing links hold besides.
            maximize_action_enabled: Whether people may enlarge the report.
            refresh_enabled: Whether people may refresh the report.
            unused_filters_warning_enabled: Whether a warning shows that the report takes no notice of some
                of the filters.
            unlimited_csv_export_enabled: Whether `exportReportCsv` may be used on the report.
            default_page_width: Width in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            default_page_height: Height in pixels of rendered PDF and PNG files, unless the chart
                configuration has another.
            display_name_as_title: Whether the name stands above the report on the dashboard.
            attribution: Line shown below the report, such as a source or a copyright.
            no_data_message: Text shown in place of an empty result.
            dashboard: Dashboard that the report stands on.
            datasource: Datasource that its SQL runs on.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.update('flts-mnth-0001', name='Flights per month', unlimited_csv_export_enabled=True)

        Notes:
            PATCH /reports/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Reports: Update Report.
        """
        from ..api.reports import update_report as _operation
        from ..records.report import Report

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "sql_query": sql_query,
                "r_query": r_query,
                "r_query_enabled": r_query_enabled,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "download_actions_enabled": download_actions_enabled,
                "data_download_enabled": data_download_enabled,
                "maximize_action_enabled": maximize_action_enabled,
                "refresh_enabled": refresh_enabled,
                "unused_filters_warning_enabled": unused_filters_warning_enabled,
                "unlimited_csv_export_enabled": unlimited_csv_export_enabled,
                "default_page_width": default_page_width,
                "default_page_height": default_page_height,
                "display_name_as_title": display_name_as_title,
                "attribution": attribution,
                "no_data_message": no_data_message,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return Report.of(_reply)

    async def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExecutionStarted:
        """Run a report's query anew.

        Starts the query of a report under the given inputs, however fresh its data is; one that runs
        already for them is stopped. Answers at once; follow it with `getExecution`, or with
        `pollDashboardStatus` under the same inputs.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The execution to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.refresh('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/refresh. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Refresh Report.
        """
        from ..api.reports import refresh_report as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def duplicate(self, id: str) -> Report:
        """Copy a report.

        Makes a copy of a report on the same dashboard, and returns it.

        Args:
            id: Id of the report.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.duplicate('flts-mnth-0001')

        Notes:
            POST /reports/{id}/duplicate. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Reports: Duplicate Report.
        """
        from ..api.reports import duplicate_report as _operation
        from ..records.report import Report

        _reply = await self._sender.send(_operation.request(id))
        return Report.of(_reply)

    async def get_data(self, id: str, *, body: ReportDataQuery | Mapping[str, Any]) -> ReportDataAccess | None:
        """Get access to a report's data.

        Returns a key and a token for the cached data of a report under the given inputs. The data server
        then answers in the form asked for here, JSON or CSV. No query is ever started: status 204 means
        that nothing is cached, and `refreshReport` fetches it. The token lives for minutes and works in the
        same location only.

        Args:
            id: Id of the report.
            body: Which data of a report is wanted, and in which form.

        Returns:
            Key and token of the data. Nothing is cached for these inputs.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.get_data('flts-mnth-0001', body=...)

        Notes:
            POST /reports/{id}/data. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Get Report Data.
        """
        from ..api.reports import get_report_data as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a PDF of a report.

        Starts a job that renders the report under the given inputs as PDF, and answers at once; follow it
        with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not stale
        by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.export_pdf('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/export/pdf. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Export Report PDF.
        """
        from ..api.reports import export_report_pdf as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a picture of a report.

        Starts a job that renders the report under the given inputs as PNG, and answers at once; follow it
        with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not stale
        by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.export_png('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/export/png. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Export Report PNG.
        """
        from ..api.reports import export_report_png as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def export_csv(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a CSV file of a report.

        Starts a job that runs the query of the report and writes all of its rows as CSV, up to the size
        that the plan allows; follow it with `getExportJob`. The report must have
        `unlimited_csv_export_enabled`. One job in ten minutes is started for equal inputs; within them, the
        id of the last that succeeded is returned, and no query runs.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.reports.export_csv('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /reports/{id}/export/csv. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Reports: Export Report CSV.
        """
        from ..api.reports import export_report_csv as _operation

        return await self._sender.send(_operation.request(id, body=body))


class AsyncRawReports:
    """AsyncReports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[ReportCollection]:
        """List all reports.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportCollection.

        Example:
            reply = await c.reports.with_raw_response.list()
        """
        from ..api.reports import list_reports as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: ReportCreation | Mapping[str, Any]) -> RawResponse[ReportDocument]:
        """Create a report.

        Args:
            body: Request that creates a report.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = await c.reports.with_raw_response.create(body=...)
        """
        from ..api.reports import create_report as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: str, *, include: ReportInclude | str | Unset = UNSET) -> RawResponse[ReportDocument]:
        """Read one report.

        Args:
            id: Id of the report.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = await c.reports.with_raw_response.get('flts-mnth-0001')
        """
        from ..api.reports import get_report as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a report.

        Args:
            id: Id of the report.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.reports.with_raw_response.delete('flts-mnth-0001')
        """
        from ..api.reports import delete_report as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: ReportUpdate | Mapping[str, Any]) -> RawResponse[ReportDocument]:
        """Change a report.

        Args:
            id: Id of the report.
            body: Request that changes a report.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = await c.reports.with_raw_response.update('flts-mnth-0001', body={'data': {'attributes': {'name': 'Flights per month', 'unlimited_csv_export_enabled': True}}})
        """
        from ..api.reports import update_report as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExecutionStarted]:
        """Run a report's query anew.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted.

        Example:
            reply = await c.reports.with_raw_response.refresh('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import refresh_report as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def duplicate(self, id: str) -> RawResponse[ReportDocument]:
        """Copy a report.

        Args:
            id: Id of the report.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDocument.

        Example:
            reply = await c.reports.with_raw_response.duplicate('flts-mnth-0001')
        """
        from ..api.reports import duplicate_report as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def get_data(
        self, id: str, *, body: ReportDataQuery | Mapping[str, Any]
    ) -> RawResponse[ReportDataAccess | None]:
        """Get access to a report's data.

        Args:
            id: Id of the report.
            body: Which data of a report is wanted, and in which form.

        Returns:
            Status, headers and body as they came; `.parse()` gives ReportDataAccess | None.

        Example:
            reply = await c.reports.with_raw_response.get_data('flts-mnth-0001', body=...)
        """
        from ..api.reports import get_report_data as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a PDF of a report.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = await c.reports.with_raw_response.export_pdf('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import export_report_pdf as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a picture of a report.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = await c.reports.with_raw_response.export_png('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import export_report_png as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def export_csv(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a CSV file of a report.

        Args:
            id: Id of the report.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = await c.reports.with_raw_response.export_csv('flts-mnth-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.reports import export_report_csv as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))
