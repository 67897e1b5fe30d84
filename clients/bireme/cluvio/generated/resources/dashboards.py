"""Dashboards: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.color_scheme import ColorScheme
    from ..models.dashboard_arrangement import DashboardArrangement
    from ..models.dashboard_backup import DashboardBackup
    from ..models.dashboard_collection import DashboardCollection
    from ..models.dashboard_creation import DashboardCreation
    from ..models.dashboard_document import DashboardDocument
    from ..models.dashboard_filters_config import DashboardFiltersConfig
    from ..models.dashboard_include import DashboardInclude
    from ..models.dashboard_sharing import DashboardSharing
    from ..models.dashboard_status import DashboardStatus
    from ..models.dashboard_status_query import DashboardStatusQuery
    from ..models.dashboard_update import DashboardUpdate
    from ..models.export_job_started import ExportJobStarted
    from ..models.input_parameters import InputParameters
    from ..models.inputs_submission import InputsSubmission
    from ..models.time_zone_config import TimeZoneConfig
    from ..records.dashboard import Dashboard


class Dashboards:
    """Dashboards, the state of their data, who may see them, and rendering them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDashboards:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDashboards(self._sender)

    def list(self) -> builtins.list[Dashboard]:
        """List all dashboards.

        Lists all dashboards that the key may see, in one reply, each with the ids of its reports and
        filters.

        Returns:
            The dashboards.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.list()

        Notes:
            GET /dashboards. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: List Dashboards.
        """
        from ..api.dashboards import list_dashboards as _operation
        from ..records.dashboard import Dashboard

        _reply = self._sender.send(_operation.request())
        return Dashboard.all_of(_reply)

    def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        time_zone_config: TimeZoneConfig | Mapping[str, Any] | Unset = UNSET,
        automatic_update_enabled: bool | Unset = UNSET,
        thumbnail_enabled: bool | Unset = UNSET,
        prewarm: bool | Unset = UNSET,
        data_refresh_rate: float | Unset = UNSET,
        data_refresh_anchor_time: str | Unset = UNSET,
        is_locked: bool | Unset = UNSET,
        default_parameters: InputParameters | Mapping[str, Any] | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        color_scheme: ColorScheme | str | Unset = UNSET,
        filters_configuration: DashboardFiltersConfig | Mapping[str, Any] | Unset = UNSET,
    ) -> Dashboard:
        """Create a dashboard.

        Creates a dashboard without reports; add them with `createReport`. Only its owner and admins see it
        until `shareDashboard` says otherwise. `default_parameters` has no effect here; set it with
        `updateDashboard`.

        Args:
            name: Name of the dashboard.
            description: What the dashboard is about.
            time_zone_config: Which time zone the dashboard shows and filters times in.
            automatic_update_enabled: Whether the web application looks for newer data on its own while the
                dashboard is open.
            thumbnail_enabled: Whether preview pictures are made. They are renewed once a day at most, and
                only if somebody has opened the dashboard in the last 24 hours.
            prewarm: Whether results are made before somebody asks for them.
            data_refresh_rate: Age in minutes from which cached results count as stale. A lower rate of a
                report or filter goes before it.
            data_refresh_anchor_time: Time of day, like `15:42`, in the time zone of the organization.
                Results from before today's anchor count as stale, so that with `00:00` yesterday's data is
                never shown.
            is_locked: Whether the dashboard is locked against changes in the web application.
            default_parameters: Inputs that a freshly opened dashboard begins with. They can be set on a
                dashboard that exists, not while creating one.
            default_page_width: Width in pixels of rendered PDF and PNG files.
            color_scheme: Palette of the charts: `scheme_1` Blue Ocean, 2 Bluegrass, 3 Green Meadow, 4
                Violet Sky, 5 Vibrant Sunset, 6 Colorful, 7 and 8 variants of it.
            filters_configuration: How the filters of the dashboard look and act.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.create(name='Delays', description='Who is late, and when.', time_zone_config={'type': 'fixed', 'fixed_time_zone': 'America/New_York'}, data_refresh_rate=60)

        Notes:
            POST /dashboards. Needs one of the permissions manage_dashboards. Evidence: documented: Vendor
            page, Dashboards: Create Dashboard.
        """
        from ..api.dashboards import create_dashboard as _operation
        from ..records.dashboard import Dashboard

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "time_zone_config": time_zone_config,
                "automatic_update_enabled": automatic_update_enabled,
                "thumbnail_enabled": thumbnail_enabled,
                "prewarm": prewarm,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "is_locked": is_locked,
                "default_parameters": default_parameters,
                "default_page_width": default_page_width,
                "color_scheme": color_scheme,
                "filters_configuration": filters_configuration,
            },
            {},
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return Dashboard.of(_reply)

    def get(self, id: str, *, include: DashboardInclude | str | Unset = UNSET) -> Dashboard:
        """Read one dashboard.

        Returns a dashboard with the ids of its reports, filters and snippets. Name one kind of related
        objects in `include` to get them along in `included`: users and groups of users need View Users,
        Manage Users or Manage Dashboards, sharing links need Manage Dashboards.

        Args:
            id: Id of the dashboard.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of reports, filters, sql_snippets, dashboard_groups,
                dashboard_sharing_links, user, user_groups.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.get('flgt-oper-0001')

        Notes:
            GET /dashboards/{id}. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Get Dashboard.
        """
        from ..api.dashboards import get_dashboard as _operation
        from ..records.dashboard import Dashboard

        _reply = self._sender.send(_operation.request(id, include=include))
        return Dashboard.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a dashboard.

        Deletes a dashboard for good, with its reports.

        Args:
            id: Id of the dashboard.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.delete('flgt-oper-0001')

        Notes:
            DELETE /dashboards/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Dashboards: Delete Dashboard.
        """
        from ..api.dashboards import delete_dashboard as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        time_zone_config: TimeZoneConfig | Mapping[str, Any] | Unset = UNSET,
        automatic_update_enabled: bool | Unset = UNSET,
        thumbnail_enabled: bool | Unset = UNSET,
        prewarm: bool | Unset = UNSET,
        data_refresh_rate: float | Unset = UNSET,
        data_refresh_anchor_time: str | None | Unset = UNSET,
        is_locked: bool | Unset = UNSET,
        default_parameters: InputParameters | Mapping[str, Any] | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        color_scheme: ColorScheme | str | Unset = UNSET,
        filters_configuration: DashboardFiltersConfig | Mapping[str, Any] | Unset = UNSET,
    ) -> Dashboard:
        """Change a dashboard.

        Changes settings of a dashboard. What is left out stays as it is. Place and size of reports are
        changed with `updateDashboardLayout`, who may see the dashboard with `shareDashboard`.

        Args:
            id: Id of the dashboard.
            name: Name of the dashboard.
            description: What the dashboard is about.
            time_zone_config: Which time zone the dashboard shows and filters times in.
            automatic_update_enabled: Whether the web application looks for newer data on its own while the
                dashboard is open.
            thumbnail_enabled: Whether preview pictures are made. They are renewed once a day at most, and
                only if somebody has opened the dashboard in the last 24 hours.
            prewarm: Whether results are made before somebody asks for them.
            data_refresh_rate: Age in minutes from which cached results count as stale. A lower rate of a
                report or filter goes before it.
            data_refresh_anchor_time: Time of day, like `15:42`, in the time zone of the organization.
                Results from before today's anchor count as stale, so that with `00:00` yesterday's data is
                never shown.
            is_locked: Whether the dashboard is locked against changes in the web application.
            default_parameters: Inputs that a freshly opened dashboard begins with. They can be set on a
                dashboard that exists, not while creating one.
            default_page_width: Width in pixels of rendered PDF and PNG files.
            color_scheme: Palette of the charts: `scheme_1` Blue Ocean, 2 Bluegrass, 3 Green Meadow, 4
                Violet Sky, 5 Vibrant Sunset, 6 Colorful, 7 and 8 variants of it.
            filters_configuration: How the filters of the dashboard look and act.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.update('flgt-oper-0001', name='Flight operations', default_parameters={'aggregation': 'month'}, color_scheme='scheme_3')

        Notes:
            PATCH /dashboards/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Dashboards: Update Dashboard.
        """
        from ..api.dashboards import update_dashboard as _operation
        from ..records.dashboard import Dashboard

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "time_zone_config": time_zone_config,
                "automatic_update_enabled": automatic_update_enabled,
                "thumbnail_enabled": thumbnail_enabled,
                "prewarm": prewarm,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "is_locked": is_locked,
                "default_parameters": default_parameters,
                "default_page_width": default_page_width,
                "color_scheme": color_scheme,
                "filters_configuration": filters_configuration,
            },
            {},
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return Dashboard.of(_reply)

    def poll_status(self, id: str, *, body: DashboardStatusQuery | Mapping[str, Any]) -> DashboardStatus:
        """Look at the state of a dashboard's data.

        Tells for every report and custom filter, under the given inputs, which data there is and whether
        something is being fetched. Where the data of a key is there, `data_keys` has a token with which
        `getResultData` gives it. Queries are started only with `refresh_data`, and only for data that is
        stale by the refresh rate; so an up-to-date display polls with `refresh_data` every time, after
        `status_check_delay`.

        Args:
            id: Id of the dashboard.
            body: What to look at, and whether to fetch what is stale.

        Returns:
            State of every report and custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.poll_status('flgt-oper-0001', body=...)

        Notes:
            POST /dashboards/{id}/status. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboards: Poll Dashboard Status.
        """
        from ..api.dashboards import poll_dashboard_status as _operation

        return self._sender.send(_operation.request(id, body=body))

    def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> None:
        """Run all queries of a dashboard anew.

        Starts the query of every report and SQL filter under the given inputs, however fresh their data is,
        after stopping those that run already under the same inputs. Answers at once; follow with
        `pollDashboardStatus` and the same inputs.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            The queries are on their way.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.refresh('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /dashboards/{id}/refresh. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboards: Refresh Dashboard.
        """
        from ..api.dashboards import refresh_dashboard as _operation

        return self._sender.send(_operation.request(id, body=body))

    def lock(self, id: str) -> None:
        """Lock a dashboard.

        Locks a dashboard against changes in the web application: `is_locked` is true from then on.

        Args:
            id: Id of the dashboard.

        Returns:
            It is locked.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.lock('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/lock. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Lock Dashboard.
        """
        from ..api.dashboards import lock_dashboard as _operation

        return self._sender.send(_operation.request(id))

    def unlock(self, id: str) -> None:
        """Unlock a dashboard.

        Takes the lock of a dashboard away: `is_locked` is false from then on.

        Args:
            id: Id of the dashboard.

        Returns:
            It is no longer locked.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.unlock('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/unlock. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Unlock Dashboard.
        """
        from ..api.dashboards import unlock_dashboard as _operation

        return self._sender.send(_operation.request(id))

    def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a PDF of a dashboard.

        Starts a job that renders the dashboard under the given inputs as PDF, and answers at once; follow
        it with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not
        stale by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.export_pdf('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /dashboards/{id}/export/pdf. Needs one of the permissions view_dashboards,
            manage_dashboards. Evidence: documented: Vendor page, Dashboards: Export Dashboard PDF.
        """
        from ..api.dashboards import export_dashboard_pdf as _operation

        return self._sender.send(_operation.request(id, body=body))

    def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a picture of a dashboard.

        Starts a job that renders the dashboard under the given inputs as PNG, and answers at once; follow
        it with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not
        stale by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.export_png('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /dashboards/{id}/export/png. Needs one of the permissions view_dashboards,
            manage_dashboards. Evidence: documented: Vendor page, Dashboards: Export Dashboard PNG.
        """
        from ..api.dashboards import export_dashboard_png as _operation

        return self._sender.send(_operation.request(id, body=body))

    def share(self, id: str, *, body: DashboardSharing | Mapping[str, Any]) -> None:
        """Say who may see a dashboard.

        Sets who may see a dashboard, in place of what held before. With `custom`, name groups of users; the
        built-in groups go by `all_users` and `all_analysts` there. Those who newly gain access can be told
        by mail.

        Args:
            id: Id of the dashboard.
            body: Who may see a dashboard from now on.

        Returns:
            It is shared as asked for.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.share('flgt-oper-0001', body={'share_mode': 'custom', 'user_group_ids': ['oper-team-0001', 'all_analysts'], 'notify_new_users': False})

        Notes:
            POST /dashboards/{id}/share. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Share Dashboard.
        """
        from ..api.dashboards import share_dashboard as _operation

        return self._sender.send(_operation.request(id, body=body))

    def duplicate(self, id: str) -> Dashboard:
        """Copy a dashboard.

        Makes a copy of a dashboard with copies of all its reports, and returns it.

        Args:
            id: Id of the dashboard.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.duplicate('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/duplicate. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Duplicate Dashboard.
        """
        from ..api.dashboards import duplicate_dashboard as _operation
        from ..records.dashboard import Dashboard

        _reply = self._sender.send(_operation.request(id))
        return Dashboard.of(_reply)

    def update_layout(self, id: str, *, body: DashboardArrangement | Mapping[str, Any]) -> None:
        """Arrange the reports of a dashboard.

        Sets place and size of all reports at once; every report of the dashboard must be in the list. The
        grid has 12 columns and as many rows as needed. Gaps above reports close unless `floating_enabled`
        is true.

        Args:
            id: Id of the dashboard.
            body: Place and size of all reports of a dashboard.

        Returns:
            The reports are arranged as asked for.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.update_layout('flgt-oper-0001', body={'layout': [{'type': 'report', 'id': 'flts-mnth-0001', 'row': 1, 'column': 1, 'width': 12, 'height': 5}], 'floating_enabled': False})

        Notes:
            PUT /dashboards/{id}/layout. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Update Dashboard Layout.
        """
        from ..api.dashboards import update_dashboard_layout as _operation

        return self._sender.send(_operation.request(id, body=body))

    def create_backup(self, id: str) -> DashboardBackup:
        """Back up a dashboard.

        Returns the dashboard as a JSON object that the web application can make a new dashboard of. What is
        inside is not public and may change; the feature is there on request.

        Args:
            id: Id of the dashboard.

        Returns:
            The backup.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboards.create_backup('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/backup. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Create Dashboard Backup.
        """
        from ..api.dashboards import create_dashboard_backup as _operation

        return self._sender.send(_operation.request(id))


class RawDashboards:
    """Dashboards with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[DashboardCollection]:
        """List all dashboards.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardCollection.

        Example:
            reply = c.dashboards.with_raw_response.list()
        """
        from ..api.dashboards import list_dashboards as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: DashboardCreation | Mapping[str, Any]) -> RawResponse[DashboardDocument]:
        """Create a dashboard.

        Args:
            body: Request that creates a dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = c.dashboards.with_raw_response.create(body=...)
        """
        from ..api.dashboards import create_dashboard as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: DashboardInclude | str | Unset = UNSET) -> RawResponse[DashboardDocument]:
        """Read one dashboard.

        Args:
            id: Id of the dashboard.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of reports, filters, sql_snippets, dashboard_groups,
                dashboard_sharing_links, user, user_groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = c.dashboards.with_raw_response.get('flgt-oper-0001')
        """
        from ..api.dashboards import get_dashboard as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboards.with_raw_response.delete('flgt-oper-0001')
        """
        from ..api.dashboards import delete_dashboard as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: DashboardUpdate | Mapping[str, Any]) -> RawResponse[DashboardDocument]:
        """Change a dashboard.

        Args:
            id: Id of the dashboard.
            body: Request that changes a dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = c.dashboards.with_raw_response.update('flgt-oper-0001', body={'data': {'attributes': {'name': 'Flight operations', 'default_parameters': {'aggregation': 'month'}, 'color_scheme': 'scheme_3'}}})
        """
        from ..api.dashboards import update_dashboard as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def poll_status(self, id: str, *, body: DashboardStatusQuery | Mapping[str, Any]) -> RawResponse[DashboardStatus]:
        """Look at the state of a dashboard's data.

        Args:
            id: Id of the dashboard.
            body: What to look at, and whether to fetch what is stale.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardStatus.

        Example:
            reply = c.dashboards.with_raw_response.poll_status('flgt-oper-0001', body=...)
        """
        from ..api.dashboards import poll_dashboard_status as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[None]:
        """Run all queries of a dashboard anew.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboards.with_raw_response.refresh('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.dashboards import refresh_dashboard as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def lock(self, id: str) -> RawResponse[None]:
        """Lock a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboards.with_raw_response.lock('flgt-oper-0001')
        """
        from ..api.dashboards import lock_dashboard as _operation

        return self._sender.send_raw(_operation.request(id))

    def unlock(self, id: str) -> RawResponse[None]:
        """Unlock a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboards.with_raw_response.unlock('flgt-oper-0001')
        """
        from ..api.dashboards import unlock_dashboard as _operation

        return self._sender.send_raw(_operation.request(id))

    def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a PDF of a dashboard.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = c.dashboards.with_raw_response.export_pdf('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.dashboards import export_dashboard_pdf as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a picture of a dashboard.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = c.dashboards.with_raw_response.export_png('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.dashboards import export_dashboard_png as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def share(self, id: str, *, body: DashboardSharing | Mapping[str, Any]) -> RawResponse[None]:
        """Say who may see a dashboard.

        Args:
            id: Id of the dashboard.
            body: Who may see a dashboard from now on.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboards.with_raw_response.share('flgt-oper-0001', body={'share_mode': 'custom', 'user_group_ids': ['oper-team-0001', 'all_analysts'], 'notify_new_users': False})
        """
        from ..api.dashboards import share_dashboard as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def duplicate(self, id: str) -> RawResponse[DashboardDocument]:
        """Copy a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = c.dashboards.with_raw_response.duplicate('flgt-oper-0001')
        """
        from ..api.dashboards import duplicate_dashboard as _operation

        return self._sender.send_raw(_operation.request(id))

    def update_layout(self, id: str, *, body: DashboardArrangement | Mapping[str, Any]) -> RawResponse[None]:
        """Arrange the reports of a dashboard.

        Args:
            id: Id of the dashboard.
            body: Place and size of all reports of a dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboards.with_raw_response.update_layout('flgt-oper-0001', body={'layout': [{'type': 'report', 'id': 'flts-mnth-0001', 'row': 1, 'column': 1, 'width': 12, 'height': 5}], 'floating_enabled': False})
        """
        from ..api.dashboards import update_dashboard_layout as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def create_backup(self, id: str) -> RawResponse[DashboardBackup]:
        """Back up a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardBackup.

        Example:
            reply = c.dashboards.with_raw_response.create_backup('flgt-oper-0001')
        """
        from ..api.dashboards import create_dashboard_backup as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncDashboards:
    """Dashboards, the state of their data, who may see them, and rendering them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDashboards:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDashboards(self._sender)

    async def list(self) -> builtins.list[Dashboard]:
        """List all dashboards.

        Lists all dashboards that the key may see, in one reply, each with the ids of its reports and
        filters.

        Returns:
            The dashboards.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.list()

        Notes:
            GET /dashboards. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: List Dashboards.
        """
        from ..api.dashboards import list_dashboards as _operation
        from ..records.dashboard import Dashboard

        _reply = await self._sender.send(_operation.request())
        return Dashboard.all_of(_reply)

    async def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        time_zone_config: TimeZoneConfig | Mapping[str, Any] | Unset = UNSET,
        automatic_update_enabled: bool | Unset = UNSET,
        thumbnail_enabled: bool | Unset = UNSET,
        prewarm: bool | Unset = UNSET,
        data_refresh_rate: float | Unset = UNSET,
        data_refresh_anchor_time: str | Unset = UNSET,
        is_locked: bool | Unset = UNSET,
        default_parameters: InputParameters | Mapping[str, Any] | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        color_scheme: ColorScheme | str | Unset = UNSET,
        filters_configuration: DashboardFiltersConfig | Mapping[str, Any] | Unset = UNSET,
    ) -> Dashboard:
        """Create a dashboard.

        Creates a dashboard without reports; add them with `createReport`. Only its owner and admins see it
        until `shareDashboard` says otherwise. `default_parameters` has no effect here; set it with
        `updateDashboard`.

        Args:
            name: Name of the dashboard.
            description: What the dashboard is about.
            time_zone_config: Which time zone the dashboard shows and filters times in.
            automatic_update_enabled: Whether the web application looks for newer data on its own while the
                dashboard is open.
            thumbnail_enabled: Whether preview pictures are made. They are renewed once a day at most, and
                only if somebody has opened the dashboard in the last 24 hours.
            prewarm: Whether results are made before somebody asks for them.
            data_refresh_rate: Age in minutes from which cached results count as stale. A lower rate of a
                report or filter goes before it.
            data_refresh_anchor_time: Time of day, like `15:42`, in the time zone of the organization.
                Results from before today's anchor count as stale, so that with `00:00` yesterday's data is
                never shown.
            is_locked: Whether the dashboard is locked against changes in the web application.
            default_parameters: Inputs that a freshly opened dashboard begins with. They can be set on a
                dashboard that exists, not while creating one.
            default_page_width: Width in pixels of rendered PDF and PNG files.
            color_scheme: Palette of the charts: `scheme_1` Blue Ocean, 2 Bluegrass, 3 Green Meadow, 4
                Violet Sky, 5 Vibrant Sunset, 6 Colorful, 7 and 8 variants of it.
            filters_configuration: How the filters of the dashboard look and act.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.create(name='Delays', description='Who is late, and when.', time_zone_config={'type': 'fixed', 'fixed_time_zone': 'America/New_York'}, data_refresh_rate=60)

        Notes:
            POST /dashboards. Needs one of the permissions manage_dashboards. Evidence: documented: Vendor
            page, Dashboards: Create Dashboard.
        """
        from ..api.dashboards import create_dashboard as _operation
        from ..records.dashboard import Dashboard

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "time_zone_config": time_zone_config,
                "automatic_update_enabled": automatic_update_enabled,
                "thumbnail_enabled": thumbnail_enabled,
                "prewarm": prewarm,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "is_locked": is_locked,
                "default_parameters": default_parameters,
                "default_page_width": default_page_width,
                "color_scheme": color_scheme,
                "filters_configuration": filters_configuration,
            },
            {},
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return Dashboard.of(_reply)

    async def get(self, id: str, *, include: DashboardInclude | str | Unset = UNSET) -> Dashboard:
        """Read one dashboard.

        Returns a dashboard with the ids of its reports, filters and snippets. Name one kind of related
        objects in `include` to get them along in `included`: users and groups of users need View Users,
        Manage Users or Manage Dashboards, sharing links need Manage Dashboards.

        Args:
            id: Id of the dashboard.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of reports, filters, sql_snippets, dashboard_groups,
                dashboard_sharing_links, user, user_groups.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.get('flgt-oper-0001')

        Notes:
            GET /dashboards/{id}. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Get Dashboard.
        """
        from ..api.dashboards import get_dashboard as _operation
        from ..records.dashboard import Dashboard

        _reply = await self._sender.send(_operation.request(id, include=include))
        return Dashboard.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a dashboard.

        Deletes a dashboard for good, with its reports.

        Args:
            id: Id of the dashboard.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.delete('flgt-oper-0001')

        Notes:
            DELETE /dashboards/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Dashboards: Delete Dashboard.
        """
        from ..api.dashboards import delete_dashboard as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        time_zone_config: TimeZoneConfig | Mapping[str, Any] | Unset = UNSET,
        automatic_update_enabled: bool | Unset = UNSET,
        thumbnail_enabled: bool | Unset = UNSET,
        prewarm: bool | Unset = UNSET,
        data_refresh_rate: float | Unset = UNSET,
        data_refresh_anchor_time: str | None | Unset = UNSET,
        is_locked: bool | Unset = UNSET,
        default_parameters: InputParameters | Mapping[str, Any] | Unset = UNSET,
        default_page_width: int | Unset = UNSET,
        color_scheme: ColorScheme | str | Unset = UNSET,
        filters_configuration: DashboardFiltersConfig | Mapping[str, Any] | Unset = UNSET,
    ) -> Dashboard:
        """Change a dashboard.

        Changes settings of a dashboard. What is left out stays as it is. Place and size of reports are
        changed with `updateDashboardLayout`, who may see the dashboard with `shareDashboard`.

        Args:
            id: Id of the dashboard.
            name: Name of the dashboard.
            description: What the dashboard is about.
            time_zone_config: Which time zone the dashboard shows and filters times in.
            automatic_update_enabled: Whether the web application looks for newer data on its own while the
                dashboard is open.
            thumbnail_enabled: Whether preview pictures are made. They are renewed once a day at most, and
                only if somebody has opened the dashboard in the last 24 hours.
            prewarm: Whether results are made before somebody asks for them.
            data_refresh_rate: Age in minutes from which cached results count as stale. A lower rate of a
                report or filter goes before it.
            data_refresh_anchor_time: Time of day, like `15:42`, in the time zone of the organization.
                Results from before today's anchor count as stale, so that with `00:00` yesterday's data is
                never shown.
            is_locked: Whether the dashboard is locked against changes in the web application.
            default_parameters: Inputs that a freshly opened dashboard begins with. They can be set on a
                dashboard that exists, not while creating one.
            default_page_width: Width in pixels of rendered PDF and PNG files.
            color_scheme: Palette of the charts: `scheme_1` Blue Ocean, 2 Bluegrass, 3 Green Meadow, 4
                Violet Sky, 5 Vibrant Sunset, 6 Colorful, 7 and 8 variants of it.
            filters_configuration: How the filters of the dashboard look and act.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.update('flgt-oper-0001', name='Flight operations', default_parameters={'aggregation': 'month'}, color_scheme='scheme_3')

        Notes:
            PATCH /dashboards/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Dashboards: Update Dashboard.
        """
        from ..api.dashboards import update_dashboard as _operation
        from ..records.dashboard import Dashboard

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "time_zone_config": time_zone_config,
                "automatic_update_enabled": automatic_update_enabled,
                "thumbnail_enabled": thumbnail_enabled,
                "prewarm": prewarm,
                "data_refresh_rate": data_refresh_rate,
                "data_refresh_anchor_time": data_refresh_anchor_time,
                "is_locked": is_locked,
                "default_parameters": default_parameters,
                "default_page_width": default_page_width,
                "color_scheme": color_scheme,
                "filters_configuration": filters_configuration,
            },
            {},
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return Dashboard.of(_reply)

    async def poll_status(self, id: str, *, body: DashboardStatusQuery | Mapping[str, Any]) -> DashboardStatus:
        """Look at the state of a dashboard's data.

        Tells for every report and custom filter, under the given inputs, which data there is and whether
        something is being fetched. Where the data of a key is there, `data_keys` has a token with which
        `getResultData` gives it. Queries are started only with `refresh_data`, and only for data that is
        stale by the refresh rate; so an up-to-date display polls with `refresh_data` every time, after
        `status_check_delay`.

        Args:
            id: Id of the dashboard.
            body: What to look at, and whether to fetch what is stale.

        Returns:
            State of every report and custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.poll_status('flgt-oper-0001', body=...)

        Notes:
            POST /dashboards/{id}/status. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboards: Poll Dashboard Status.
        """
        from ..api.dashboards import poll_dashboard_status as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> None:
        """Run all queries of a dashboard anew.

        Starts the query of every report and SQL filter under the given inputs, however fresh their data is,
        after stopping those that run already under the same inputs. Answers at once; follow with
        `pollDashboardStatus` and the same inputs.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            The queries are on their way.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.refresh('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /dashboards/{id}/refresh. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Dashboards: Refresh Dashboard.
        """
        from ..api.dashboards import refresh_dashboard as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def lock(self, id: str) -> None:
        """Lock a dashboard.

        Locks a dashboard against changes in the web application: `is_locked` is true from then on.

        Args:
            id: Id of the dashboard.

        Returns:
            It is locked.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.lock('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/lock. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Lock Dashboard.
        """
        from ..api.dashboards import lock_dashboard as _operation

        return await self._sender.send(_operation.request(id))

    async def unlock(self, id: str) -> None:
        """Unlock a dashboard.

        Takes the lock of a dashboard away: `is_locked` is false from then on.

        Args:
            id: Id of the dashboard.

        Returns:
            It is no longer locked.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.unlock('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/unlock. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Unlock Dashboard.
        """
        from ..api.dashboards import unlock_dashboard as _operation

        return await self._sender.send(_operation.request(id))

    async def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a PDF of a dashboard.

        Starts a job that renders the dashboard under the given inputs as PDF, and answers at once; follow
        it with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not
        stale by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.export_pdf('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /dashboards/{id}/export/pdf. Needs one of the permissions view_dashboards,
            manage_dashboards. Evidence: documented: Vendor page, Dashboards: Export Dashboard PDF.
        """
        from ..api.dashboards import export_dashboard_pdf as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> ExportJobStarted:
        """Start a picture of a dashboard.

        Starts a job that renders the dashboard under the given inputs as PNG, and answers at once; follow
        it with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not
        stale by the refresh rate, its id is returned and nothing is started.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            The job to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.export_png('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})

        Notes:
            POST /dashboards/{id}/export/png. Needs one of the permissions view_dashboards,
            manage_dashboards. Evidence: documented: Vendor page, Dashboards: Export Dashboard PNG.
        """
        from ..api.dashboards import export_dashboard_png as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def share(self, id: str, *, body: DashboardSharing | Mapping[str, Any]) -> None:
        """Say who may see a dashboard.

        Sets who may see a dashboard, in place of what held before. With `custom`, name groups of users; the
        built-in groups go by `all_users` and `all_analysts` there. Those who newly gain access can be told
        by mail.

        Args:
            id: Id of the dashboard.
            body: Who may see a dashboard from now on.

        Returns:
            It is shared as asked for.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.share('flgt-oper-0001', body={'share_mode': 'custom', 'user_group_ids': ['oper-team-0001', 'all_analysts'], 'notify_new_users': False})

        Notes:
            POST /dashboards/{id}/share. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Share Dashboard.
        """
        from ..api.dashboards import share_dashboard as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def duplicate(self, id: str) -> Dashboard:
        """Copy a dashboard.

        Makes a copy of a dashboard with copies of all its reports, and returns it.

        Args:
            id: Id of the dashboard.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.duplicate('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/duplicate. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Duplicate Dashboard.
        """
        from ..api.dashboards import duplicate_dashboard as _operation
        from ..records.dashboard import Dashboard

        _reply = await self._sender.send(_operation.request(id))
        return Dashboard.of(_reply)

    async def update_layout(self, id: str, *, body: DashboardArrangement | Mapping[str, Any]) -> None:
        """Arrange the reports of a dashboard.

        Sets place and size of all reports at once; every report of the dashboard must be in the list. The
        grid has 12 columns and as many rows as needed. Gaps above reports close unless `floating_enabled`
        is true.

        Args:
            id: Id of the dashboard.
            body: Place and size of all reports of a dashboard.

        Returns:
            The reports are arranged as asked for.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.update_layout('flgt-oper-0001', body={'layout': [{'type': 'report', 'id': 'flts-mnth-0001', 'row': 1, 'column': 1, 'width': 12, 'height': 5}], 'floating_enabled': False})

        Notes:
            PUT /dashboards/{id}/layout. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Update Dashboard Layout.
        """
        from ..api.dashboards import update_dashboard_layout as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def create_backup(self, id: str) -> DashboardBackup:
        """Back up a dashboard.

        Returns the dashboard as a JSON object that the web application can make a new dashboard of. What is
        inside is not public and may change; the feature is there on request.

        Args:
            id: Id of the dashboard.

        Returns:
            The backup.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboards.create_backup('flgt-oper-0001')

        Notes:
            POST /dashboards/{id}/backup. Needs one of the permissions manage_dashboards. Evidence:
            documented: Vendor page, Dashboards: Create Dashboard Backup.
        """
        from ..api.dashboards import create_dashboard_backup as _operation

        return await self._sender.send(_operation.request(id))


class AsyncRawDashboards:
    """AsyncDashboards with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[DashboardCollection]:
        """List all dashboards.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardCollection.

        Example:
            reply = await c.dashboards.with_raw_response.list()
        """
        from ..api.dashboards import list_dashboards as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: DashboardCreation | Mapping[str, Any]) -> RawResponse[DashboardDocument]:
        """Create a dashboard.

        Args:
            body: Request that creates a dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = await c.dashboards.with_raw_response.create(body=...)
        """
        from ..api.dashboards import create_dashboard as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: str, *, include: DashboardInclude | str | Unset = UNSET) -> RawResponse[DashboardDocument]:
        """Read one dashboard.

        Args:
            id: Id of the dashboard.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of reports, filters, sql_snippets, dashboard_groups,
                dashboard_sharing_links, user, user_groups.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = await c.dashboards.with_raw_response.get('flgt-oper-0001')
        """
        from ..api.dashboards import get_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboards.with_raw_response.delete('flgt-oper-0001')
        """
        from ..api.dashboards import delete_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: DashboardUpdate | Mapping[str, Any]) -> RawResponse[DashboardDocument]:
        """Change a dashboard.

        Args:
            id: Id of the dashboard.
            body: Request that changes a dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = await c.dashboards.with_raw_response.update('flgt-oper-0001', body={'data': {'attributes': {'name': 'Flight operations', 'default_parameters': {'aggregation': 'month'}, 'color_scheme': 'scheme_3'}}})
        """
        from ..api.dashboards import update_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def poll_status(
        self, id: str, *, body: DashboardStatusQuery | Mapping[str, Any]
    ) -> RawResponse[DashboardStatus]:
        """Look at the state of a dashboard's data.

        Args:
            id: Id of the dashboard.
            body: What to look at, and whether to fetch what is stale.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardStatus.

        Example:
            reply = await c.dashboards.with_raw_response.poll_status('flgt-oper-0001', body=...)
        """
        from ..api.dashboards import poll_dashboard_status as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def refresh(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[None]:
        """Run all queries of a dashboard anew.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboards.with_raw_response.refresh('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.dashboards import refresh_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def lock(self, id: str) -> RawResponse[None]:
        """Lock a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboards.with_raw_response.lock('flgt-oper-0001')
        """
        from ..api.dashboards import lock_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def unlock(self, id: str) -> RawResponse[None]:
        """Unlock a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboards.with_raw_response.unlock('flgt-oper-0001')
        """
        from ..api.dashboards import unlock_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def export_pdf(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a PDF of a dashboard.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = await c.dashboards.with_raw_response.export_pdf('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.dashboards import export_dashboard_pdf as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def export_png(self, id: str, *, body: InputsSubmission | Mapping[str, Any]) -> RawResponse[ExportJobStarted]:
        """Start a picture of a dashboard.

        Args:
            id: Id of the dashboard.
            body: Inputs to work with.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExportJobStarted.

        Example:
            reply = await c.dashboards.with_raw_response.export_png('flgt-oper-0001', body={'parameters': {'timerange': '1356998400~1388534399', 'aggregation': 'month', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'DL']}]}})
        """
        from ..api.dashboards import export_dashboard_png as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def share(self, id: str, *, body: DashboardSharing | Mapping[str, Any]) -> RawResponse[None]:
        """Say who may see a dashboard.

        Args:
            id: Id of the dashboard.
            body: Who may see a dashboard from now on.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboards.with_raw_response.share('flgt-oper-0001', body={'share_mode': 'custom', 'user_group_ids': ['oper-team-0001', 'all_analysts'], 'notify_new_users': False})
        """
        from ..api.dashboards import share_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def duplicate(self, id: str) -> RawResponse[DashboardDocument]:
        """Copy a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardDocument.

        Example:
            reply = await c.dashboards.with_raw_response.duplicate('flgt-oper-0001')
        """
        from ..api.dashboards import duplicate_dashboard as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update_layout(self, id: str, *, body: DashboardArrangement | Mapping[str, Any]) -> RawResponse[None]:
        """Arrange the reports of a dashboard.

        Args:
            id: Id of the dashboard.
            body: Place and size of all reports of a dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboards.with_raw_response.update_layout('flgt-oper-0001', body={'layout': [{'type': 'report', 'id': 'flts-mnth-0001', 'row': 1, 'column': 1, 'width': 12, 'height': 5}], 'floating_enabled': False})
        """
        from ..api.dashboards import update_dashboard_layout as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def create_backup(self, id: str) -> RawResponse[DashboardBackup]:
        """Back up a dashboard.

        Args:
            id: Id of the dashboard.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardBackup.

        Example:
            reply = await c.dashboards.with_raw_response.create_backup('flgt-oper-0001')
        """
        from ..api.dashboards import create_dashboard_backup as _operation

        return await self._sender.send_raw(_operation.request(id))
