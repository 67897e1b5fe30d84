"""DashboardWidgets: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.async_job import AsyncJob
    from ..models.async_job_reply import AsyncJobReply
    from ..models.dashboard_widget import DashboardWidget
    from ..models.dashboard_widget_reply import DashboardWidgetReply
    from ..models.export_format import ExportFormat
    from ..models.export_submission import ExportSubmission
    from ..models.message import Message


class DashboardWidgets:
    """Single tiles of a dashboard, and exporting what they show."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDashboardWidgets:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDashboardWidgets(self._sender)

    def get(
        self,
        id: int,
        *,
        include_dashboard: bool | Unset = UNSET,
        include_report: bool | Unset = UNSET,
        include_url: bool | Unset = UNSET,
    ) -> DashboardWidget:
        """Read one widget.

        Returns a widget and what the owner of the key may do with it. Its dashboard, its report and the web
        addresses are left out unless asked for.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            include_dashboard: With `true`, the reply has the dashboard of the widget under `dashboard`.
            include_report: With `true`, the reply has the report that the widget draws under
                `query_report`.
            include_url: With `true`, the reply has the web address of the widget, and of its dashboard if
                that is included.

        Returns:
            The widget.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboard_widgets.get(4175)

        Notes:
            GET /dashboard_widgets/{id}. Rate limit level 1. Needs the permission view_dashboards. Evidence:
            documented: API documentation, Dashboard Widgets: get; method, path and success status: public
            API reference.
        """
        from ..api.dashboard_widgets import dashboard_widgets_get as _operation

        _reply = self._sender.send(
            _operation.request(
                id, include_dashboard=include_dashboard, include_report=include_report, include_url=include_url
            )
        )
        return _reply.dashboard_widget

    def delete(self, id: int) -> str:
        """Delete a widget.

        Takes a widget off its dashboard for good, with the report that lives in it only, and out of the
        filters of the dashboard. Alerts on the widget and schedules that deliver it alone go with it. A key
        that does not administrate the workspace deletes from dashboards of its owner only.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboard_widgets.delete(4175)

        Notes:
            DELETE /dashboard_widgets/{id}. Rate limit level 1. Needs the permission manage_dashboards.
            Evidence: documented: API documentation, Dashboard Widgets: delete; method, path and success
            status: public API reference; what goes with it and who may do it: inferred.
        """
        from ..api.dashboard_widgets import dashboard_widgets_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def submit_export(
        self, id: int, *, output: ExportFormat | str, body: ExportSubmission | Mapping[str, Any] | Unset = UNSET
    ) -> AsyncJob:
        """Start an export of a widget.

        Starts a job that writes what the widget shows into a file. Poll the job with `jobs_get`; once its
        status is `success`, fetch the file with `exports_download`. An equal export that is waiting or
        running is not started a second time: the reply then has the status `already_existed` and names the
        job to follow. The format goes into the query; the body, which may be left out, carries filter
        conditions.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            output: Format of the file. A server also takes it from the body, under the same name. `csv` and
                `xlsx` hold the rows and need the right to export data, `pdf` holds the picture. One of csv,
                xlsx, pdf.
            body: Filter conditions to apply to the widget, and optionally the format.

        Returns:
            The job that has been accepted, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboard_widgets.submit_export(4175, output='csv')

        Notes:
            POST /dashboard_widgets/{id}/submit_export. Rate limit level 2. Needs the permission export.
            Evidence: documented: API documentation, Dashboard Widgets: export, and the export tutorial;
            handling of equal jobs: documentation of job de-duplication.
        """
        from ..api.dashboard_widgets import dashboard_widgets_submit_export as _operation

        _reply = self._sender.send(_operation.request(id, output=output, body=body))
        return _reply.job


class RawDashboardWidgets:
    """DashboardWidgets with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        id: int,
        *,
        include_dashboard: bool | Unset = UNSET,
        include_report: bool | Unset = UNSET,
        include_url: bool | Unset = UNSET,
    ) -> RawResponse[DashboardWidgetReply]:
        """Read one widget.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            include_dashboard: With `true`, the reply has the dashboard of the widget under `dashboard`.
            include_report: With `true`, the reply has the report that the widget draws under
                `query_report`.
            include_url: With `true`, the reply has the web address of the widget, and of its dashboard if
                that is included.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardWidgetReply.

        Example:
            reply = h.dashboard_widgets.with_raw_response.get(4175)
        """
        from ..api.dashboard_widgets import dashboard_widgets_get as _operation

        return self._sender.send_raw(
            _operation.request(
                id, include_dashboard=include_dashboard, include_report=include_report, include_url=include_url
            )
        )

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a widget.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.dashboard_widgets.with_raw_response.delete(4175)
        """
        from ..api.dashboard_widgets import dashboard_widgets_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def submit_export(
        self, id: int, *, output: ExportFormat | str, body: ExportSubmission | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[AsyncJobReply]:
        """Start an export of a widget.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            output: Format of the file. A server also takes it from the body, under the same name. `csv` and
                `xlsx` hold the rows and need the right to export data, `pdf` holds the picture. One of csv,
                xlsx, pdf.
            body: Filter conditions to apply to the widget, and optionally the format.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.dashboard_widgets.with_raw_response.submit_export(4175, output='csv')
        """
        from ..api.dashboard_widgets import dashboard_widgets_submit_export as _operation

        return self._sender.send_raw(_operation.request(id, output=output, body=body))


class AsyncDashboardWidgets:
    """Single tiles of a dashboard, and exporting what they show."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDashboardWidgets:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDashboardWidgets(self._sender)

    async def get(
        self,
        id: int,
        *,
        include_dashboard: bool | Unset = UNSET,
        include_report: bool | Unset = UNSET,
        include_url: bool | Unset = UNSET,
    ) -> DashboardWidget:
        """Read one widget.

        Returns a widget and what the owner of the key may do with it. Its dashboard, its report and the web
        addresses are left out unless asked for.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            include_dashboard: With `true`, the reply has the dashboard of the widget under `dashboard`.
            include_report: With `true`, the reply has the report that the widget draws under
                `query_report`.
            include_url: With `true`, the reply has the web address of the widget, and of its dashboard if
                that is included.

        Returns:
            The widget.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboard_widgets.get(4175)

        Notes:
            GET /dashboard_widgets/{id}. Rate limit level 1. Needs the permission view_dashboards. Evidence:
            documented: API documentation, Dashboard Widgets: get; method, path and success status: public
            API reference.
        """
        from ..api.dashboard_widgets import dashboard_widgets_get as _operation

        _reply = await self._sender.send(
            _operation.request(
                id, include_dashboard=include_dashboard, include_report=include_report, include_url=include_url
            )
        )
        return _reply.dashboard_widget

    async def delete(self, id: int) -> str:
        """Delete a widget.

        Takes a widget off its dashboard for good, with the report that lives in it only, and out of the
        filters of the dashboard. Alerts on the widget and schedules that deliver it alone go with it. A key
        that does not administrate the workspace deletes from dashboards of its owner only.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboard_widgets.delete(4175)

        Notes:
            DELETE /dashboard_widgets/{id}. Rate limit level 1. Needs the permission manage_dashboards.
            Evidence: documented: API documentation, Dashboard Widgets: delete; method, path and success
            status: public API reference; what goes with it and who may do it: inferred.
        """
        from ..api.dashboard_widgets import dashboard_widgets_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def submit_export(
        self, id: int, *, output: ExportFormat | str, body: ExportSubmission | Mapping[str, Any] | Unset = UNSET
    ) -> AsyncJob:
        """Start an export of a widget.

        Starts a job that writes what the widget shows into a file. Poll the job with `jobs_get`; once its
        status is `success`, fetch the file with `exports_download`. An equal export that is waiting or
        running is not started a second time: the reply then has the status `already_existed` and names the
        job to follow. The format goes into the query; the body, which may be left out, carries filter
        conditions.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            output: Format of the file. A server also takes it from the body, under the same name. `csv` and
                `xlsx` hold the rows and need the right to export data, `pdf` holds the picture. One of csv,
                xlsx, pdf.
            body: Filter conditions to apply to the widget, and optionally the format.

        Returns:
            The job that has been accepted, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboard_widgets.submit_export(4175, output='csv')

        Notes:
            POST /dashboard_widgets/{id}/submit_export. Rate limit level 2. Needs the permission export.
            Evidence: documented: API documentation, Dashboard Widgets: export, and the export tutorial;
            handling of equal jobs: documentation of job de-duplication.
        """
        from ..api.dashboard_widgets import dashboard_widgets_submit_export as _operation

        _reply = await self._sender.send(_operation.request(id, output=output, body=body))
        return _reply.job


class AsyncRawDashboardWidgets:
    """AsyncDashboardWidgets with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        id: int,
        *,
        include_dashboard: bool | Unset = UNSET,
        include_report: bool | Unset = UNSET,
        include_url: bool | Unset = UNSET,
    ) -> RawResponse[DashboardWidgetReply]:
        """Read one widget.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            include_dashboard: With `true`, the reply has the dashboard of the widget under `dashboard`.
            include_report: With `true`, the reply has the report that the widget draws under
                `query_report`.
            include_url: With `true`, the reply has the web address of the widget, and of its dashboard if
                that is included.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardWidgetReply.

        Example:
            reply = await h.dashboard_widgets.with_raw_response.get(4175)
        """
        from ..api.dashboard_widgets import dashboard_widgets_get as _operation

        return await self._sender.send_raw(
            _operation.request(
                id, include_dashboard=include_dashboard, include_report=include_report, include_url=include_url
            )
        )

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a widget.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.dashboard_widgets.with_raw_response.delete(4175)
        """
        from ..api.dashboard_widgets import dashboard_widgets_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def submit_export(
        self, id: int, *, output: ExportFormat | str, body: ExportSubmission | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[AsyncJobReply]:
        """Start an export of a widget.

        Args:
            id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
                open widget.
            output: Format of the file. A server also takes it from the body, under the same name. `csv` and
                `xlsx` hold the rows and need the right to export data, `pdf` holds the picture. One of csv,
                xlsx, pdf.
            body: Filter conditions to apply to the widget, and optionally the format.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.dashboard_widgets.with_raw_response.submit_export(4175, output='csv')
        """
        from ..api.dashboard_widgets import dashboard_widgets_submit_export as _operation

        return await self._sender.send_raw(_operation.request(id, output=output, body=body))
