"""DashboardSchedules: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.dashboard_schedule_collection import DashboardScheduleCollection
    from ..models.dashboard_schedule_creation import DashboardScheduleCreation
    from ..models.dashboard_schedule_document import DashboardScheduleDocument
    from ..models.dashboard_schedule_include import DashboardScheduleInclude
    from ..models.dashboard_schedule_update import DashboardScheduleUpdate
    from ..models.input_parameters import InputParameters
    from ..records.dashboard_schedule import DashboardSchedule


class DashboardSchedules:
    """Dashboards and reports that are mailed by a timetable."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDashboardSchedules:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDashboardSchedules(self._sender)

    def list(self) -> builtins.list[DashboardSchedule]:
        """List all schedules.

        Lists all schedules in one reply.

        Returns:
            The schedules.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_schedules.list()

        Notes:
            GET /dashboard_schedules. Needs one of the permissions view_schedules, manage_schedules.
            Evidence: documented: Vendor page, Dashboard Schedules: List Dashboard Schedules.
        """
        from ..api.dashboard_schedules import list_dashboard_schedules as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _reply = self._sender.send(_operation.request())
        return DashboardSchedule.all_of(_reply)

    def create(
        self,
        *,
        name: str,
        emails: str,
        attach_as: str,
        schedule: str,
        cc_emails: str | Unset = UNSET,
        bcc_emails: str | Unset = UNSET,
        subject_text: str | Unset = UNSET,
        body_text: str | Unset = UNSET,
        send_via: str | Unset = UNSET,
        page_width: int | Unset = UNSET,
        parameters: InputParameters | Mapping[str, Any] | Unset = UNSET,
        dashboard: Record | str | None | Unset = UNSET,
        report: Record | str | None | Unset = UNSET,
    ) -> DashboardSchedule:
        """Create a schedule.

        Creates a schedule that mails a dashboard or a report. One of the two must be given; with both, the
        report is sent.

        Args:
            name: Name of the schedule.
            emails: Addresses that the mail goes to, separated by commas.
            attach_as: What the mail brings along, separated by commas: any of `csv`, `excel`, `pdf`, `png`,
                `inline_png`, and on a dark ground `dark_pdf`, `dark_png`, `dark_inline_png`. The inline
                ones stand in the text of the mail. Of a dashboard, `csv` is a file for each report, and
                `excel` one workbook with a sheet for each.
            schedule: When to send. `disabled` (only when triggered), `daily;TIMES`, `weekly;DAYS;TIMES`
                with days 0 (Monday) to 6 (Sunday), or `monthly;DAYS;TIMES` with days 1 to 31. Days and
                times are separated by commas; a time is `06:00` or `9:00am`, in the time zone of the
                organization.
            cc_emails: Addresses that get a copy, separated by commas.
            bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
            subject_text: Subject of the mail. Left out, it is the name of what is sent.
            body_text: Text of the mail, above the pictures in it.
            send_via: How the mail is sent. The vendor gives no values.
            page_width: Width in pixels of the rendered files. Left out or 0, it is that of the dashboard or
                report.
            parameters: Inputs that the dashboard or report is run with.
            dashboard: Dashboard to send. Either this or `report` is needed; with both, the report is sent.
            report: Report to send. Either this or `dashboard` is needed; with both, this one is sent.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_schedules.create(name='Monday morning', emails='ada@example.com,ben@example.com', attach_as='pdf,inline_png', ...)

        Notes:
            POST /dashboard_schedules. Needs one of the permissions manage_schedules. Evidence: documented:
            Vendor page, Dashboard Schedules: Create Dashboard Schedule.
        """
        from ..api.dashboard_schedules import create_dashboard_schedule as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _body = _records.body(
            {
                "name": name,
                "emails": emails,
                "attach_as": attach_as,
                "schedule": schedule,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "subject_text": subject_text,
                "body_text": body_text,
                "send_via": send_via,
                "page_width": page_width,
                "parameters": parameters,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "report": _records.one("report", "reports", report),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return DashboardSchedule.of(_reply)

    def get(self, id: str, *, include: DashboardScheduleInclude | str | Unset = UNSET) -> DashboardSchedule:
        """Read one schedule.

        Returns a schedule and when it was last sent.

        Args:
            id: Id of the schedule.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, report.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_schedules.get('mond-mail-0001')

        Notes:
            GET /dashboard_schedules/{id}. Needs one of the permissions view_schedules, manage_schedules.
            Evidence: documented: Vendor page, Dashboard Schedules: Get Dashboard Schedule.
        """
        from ..api.dashboard_schedules import get_dashboard_schedule as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _reply = self._sender.send(_operation.request(id, include=include))
        return DashboardSchedule.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a schedule.

        Deletes a schedule. Nothing more is sent.

        Args:
            id: Id of the schedule.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_schedules.delete('mond-mail-0001')

        Notes:
            DELETE /dashboard_schedules/{id}. Needs one of the permissions manage_schedules. Evidence:
            documented: Vendor page, Dashboard Schedules: Delete Dashboard Schedule.
        """
        from ..api.dashboard_schedules import delete_dashboard_schedule as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        emails: str | Unset = UNSET,
        attach_as: str | Unset = UNSET,
        schedule: str | Unset = UNSET,
        cc_emails: str | None | Unset = UNSET,
        bcc_emails: str | None | Unset = UNSET,
        subject_text: str | None | Unset = UNSET,
        body_text: str | None | Unset = UNSET,
        send_via: str | None | Unset = UNSET,
        page_width: int | None | Unset = UNSET,
        parameters: InputParameters | Mapping[str, Any] | None | Unset = UNSET,
        dashboard: Record | str | None | Unset = UNSET,
        report: Record | str | None | Unset = UNSET,
    ) -> DashboardSchedule:
        """Change a schedule.

        Changes a schedule. What is left out stays as it is.

        Args:
            id: Id of the schedule.
            name: Name of the schedule.
            emails: Addresses that the mail goes to, separated by commas.
            attach_as: What the mail brings along, separated by commas: any of `csv`, `excel`, `pdf`, `png`,
                `inline_png`, and on a dark ground `dark_pdf`, `dark_png`, `dark_inline_png`. The inline
                ones stand in the text of the mail. Of a dashboard, `csv` is a file for each report, and
                `excel` one workbook with a sheet for each.
            schedule: When to send. `disabled` (only when triggered), `daily;TIMES`, `weekly;DAYS;TIMES`
                with days 0 (Monday) to 6 (Sunday), or `monthly;DAYS;TIMES` with days 1 to 31. Days and
                times are separated by commas; a time is `06:00` or `9:00am`, in the time zone of the
                organization.
            cc_emails: Addresses that get a copy, separated by commas.
            bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
            subject_text: Subject of the mail. Without it, the name of what is sent.
            body_text: Text of the mail, above the pictures in it.
            send_via: How the mail is sent. The vendor gives no values.
            page_width: Width in pixels of the rendered files. Left out or 0, it is that of the dashboard or
                report.
            parameters: Inputs that the dashboard or report is run with.
            dashboard: Dashboard to send. Either this or `report` is needed; with both, the report is sent.
            report: Report to send. Either this or `dashboard` is needed; with both, this one is sent.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_schedules.update('mond-mail-0001', schedule='monthly;1,15;9:00am')

        Notes:
            PATCH /dashboard_schedules/{id}. Needs one of the permissions manage_schedules. Evidence:
            documented: Vendor page, Dashboard Schedules: Update Dashboard Schedule.
        """
        from ..api.dashboard_schedules import update_dashboard_schedule as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _body = _records.body(
            {
                "name": name,
                "emails": emails,
                "attach_as": attach_as,
                "schedule": schedule,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "subject_text": subject_text,
                "body_text": body_text,
                "send_via": send_via,
                "page_width": page_width,
                "parameters": parameters,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "report": _records.one("report", "reports", report),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return DashboardSchedule.of(_reply)

    def trigger(self, id: str) -> None:
        """Send a schedule now.

        Sends the mail of a schedule at once, whatever its timetable says. The next regular time stays as it
        is.

        Args:
            id: Id of the schedule.

        Returns:
            The mail is on its way.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.dashboard_schedules.trigger('mond-mail-0001')

        Notes:
            POST /dashboard_schedules/{id}/trigger. Needs one of the permissions manage_schedules. Evidence:
            documented: Vendor page, Dashboard Schedules: Trigger Dashboard Schedule.
        """
        from ..api.dashboard_schedules import trigger_dashboard_schedule as _operation

        return self._sender.send(_operation.request(id))


class RawDashboardSchedules:
    """DashboardSchedules with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[DashboardScheduleCollection]:
        """List all schedules.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleCollection.

        Example:
            reply = c.dashboard_schedules.with_raw_response.list()
        """
        from ..api.dashboard_schedules import list_dashboard_schedules as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: DashboardScheduleCreation | Mapping[str, Any]) -> RawResponse[DashboardScheduleDocument]:
        """Create a schedule.

        Args:
            body: Request that creates a schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleDocument.

        Example:
            reply = c.dashboard_schedules.with_raw_response.create(body=...)
        """
        from ..api.dashboard_schedules import create_dashboard_schedule as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(
        self, id: str, *, include: DashboardScheduleInclude | str | Unset = UNSET
    ) -> RawResponse[DashboardScheduleDocument]:
        """Read one schedule.

        Args:
            id: Id of the schedule.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, report.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleDocument.

        Example:
            reply = c.dashboard_schedules.with_raw_response.get('mond-mail-0001')
        """
        from ..api.dashboard_schedules import get_dashboard_schedule as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a schedule.

        Args:
            id: Id of the schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboard_schedules.with_raw_response.delete('mond-mail-0001')
        """
        from ..api.dashboard_schedules import delete_dashboard_schedule as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(
        self, id: str, *, body: DashboardScheduleUpdate | Mapping[str, Any]
    ) -> RawResponse[DashboardScheduleDocument]:
        """Change a schedule.

        Args:
            id: Id of the schedule.
            body: Request that changes a schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleDocument.

        Example:
            reply = c.dashboard_schedules.with_raw_response.update('mond-mail-0001', body={'data': {'attributes': {'schedule': 'monthly;1,15;9:00am'}}})
        """
        from ..api.dashboard_schedules import update_dashboard_schedule as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def trigger(self, id: str) -> RawResponse[None]:
        """Send a schedule now.

        Args:
            id: Id of the schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.dashboard_schedules.with_raw_response.trigger('mond-mail-0001')
        """
        from ..api.dashboard_schedules import trigger_dashboard_schedule as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncDashboardSchedules:
    """Dashboards and reports that are mailed by a timetable."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDashboardSchedules:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDashboardSchedules(self._sender)

    async def list(self) -> builtins.list[DashboardSchedule]:
        """List all schedules.

        Lists all schedules in one reply.

        Returns:
            The schedules.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_schedules.list()

        Notes:
            GET /dashboard_schedules. Needs one of the permissions view_schedules, manage_schedules.
            Evidence: documented: Vendor page, Dashboard Schedules: List Dashboard Schedules.
        """
        from ..api.dashboard_schedules import list_dashboard_schedules as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _reply = await self._sender.send(_operation.request())
        return DashboardSchedule.all_of(_reply)

    async def create(
        self,
        *,
        name: str,
        emails: str,
        attach_as: str,
        schedule: str,
        cc_emails: str | Unset = UNSET,
        bcc_emails: str | Unset = UNSET,
        subject_text: str | Unset = UNSET,
        body_text: str | Unset = UNSET,
        send_via: str | Unset = UNSET,
        page_width: int | Unset = UNSET,
        parameters: InputParameters | Mapping[str, Any] | Unset = UNSET,
        dashboard: Record | str | None | Unset = UNSET,
        report: Record | str | None | Unset = UNSET,
    ) -> DashboardSchedule:
        """Create a schedule.

        Creates a schedule that mails a dashboard or a report. One of the two must be given; with both, the
        report is sent.

        Args:
            name: Name of the schedule.
            emails: Addresses that the mail goes to, separated by commas.
            attach_as: What the mail brings along, separated by commas: any of `csv`, `excel`, `pdf`, `png`,
                `inline_png`, and on a dark ground `dark_pdf`, `dark_png`, `dark_inline_png`. The inline
                ones stand in the text of the mail. Of a dashboard, `csv` is a file for each report, and
                `excel` one workbook with a sheet for each.
            schedule: When to send. `disabled` (only when triggered), `daily;TIMES`, `weekly;DAYS;TIMES`
                with days 0 (Monday) to 6 (Sunday), or `monthly;DAYS;TIMES` with days 1 to 31. Days and
                times are separated by commas; a time is `06:00` or `9:00am`, in the time zone of the
                organization.
            cc_emails: Addresses that get a copy, separated by commas.
            bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
            subject_text: Subject of the mail. Left out, it is the name of what is sent.
            body_text: Text of the mail, above the pictures in it.
            send_via: How the mail is sent. The vendor gives no values.
            page_width: Width in pixels of the rendered files. Left out or 0, it is that of the dashboard or
                report.
            parameters: Inputs that the dashboard or report is run with.
            dashboard: Dashboard to send. Either this or `report` is needed; with both, the report is sent.
            report: Report to send. Either this or `dashboard` is needed; with both, this one is sent.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_schedules.create(name='Monday morning', emails='ada@example.com,ben@example.com', attach_as='pdf,inline_png', ...)

        Notes:
            POST /dashboard_schedules. Needs one of the permissions manage_schedules. Evidence: documented:
            Vendor page, Dashboard Schedules: Create Dashboard Schedule.
        """
        from ..api.dashboard_schedules import create_dashboard_schedule as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _body = _records.body(
            {
                "name": name,
                "emails": emails,
                "attach_as": attach_as,
                "schedule": schedule,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "subject_text": subject_text,
                "body_text": body_text,
                "send_via": send_via,
                "page_width": page_width,
                "parameters": parameters,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "report": _records.one("report", "reports", report),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return DashboardSchedule.of(_reply)

    async def get(self, id: str, *, include: DashboardScheduleInclude | str | Unset = UNSET) -> DashboardSchedule:
        """Read one schedule.

        Returns a schedule and when it was last sent.

        Args:
            id: Id of the schedule.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, report.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_schedules.get('mond-mail-0001')

        Notes:
            GET /dashboard_schedules/{id}. Needs one of the permissions view_schedules, manage_schedules.
            Evidence: documented: Vendor page, Dashboard Schedules: Get Dashboard Schedule.
        """
        from ..api.dashboard_schedules import get_dashboard_schedule as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _reply = await self._sender.send(_operation.request(id, include=include))
        return DashboardSchedule.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a schedule.

        Deletes a schedule. Nothing more is sent.

        Args:
            id: Id of the schedule.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_schedules.delete('mond-mail-0001')

        Notes:
            DELETE /dashboard_schedules/{id}. Needs one of the permissions manage_schedules. Evidence:
            documented: Vendor page, Dashboard Schedules: Delete Dashboard Schedule.
        """
        from ..api.dashboard_schedules import delete_dashboard_schedule as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        emails: str | Unset = UNSET,
        attach_as: str | Unset = UNSET,
        schedule: str | Unset = UNSET,
        cc_emails: str | None | Unset = UNSET,
        bcc_emails: str | None | Unset = UNSET,
        subject_text: str | None | Unset = UNSET,
        body_text: str | None | Unset = UNSET,
        send_via: str | None | Unset = UNSET,
        page_width: int | None | Unset = UNSET,
        parameters: InputParameters | Mapping[str, Any] | None | Unset = UNSET,
        dashboard: Record | str | None | Unset = UNSET,
        report: Record | str | None | Unset = UNSET,
    ) -> DashboardSchedule:
        """Change a schedule.

        Changes a schedule. What is left out stays as it is.

        Args:
            id: Id of the schedule.
            name: Name of the schedule.
            emails: Addresses that the mail goes to, separated by commas.
            attach_as: What the mail brings along, separated by commas: any of `csv`, `excel`, `pdf`, `png`,
                `inline_png`, and on a dark ground `dark_pdf`, `dark_png`, `dark_inline_png`. The inline
                ones stand in the text of the mail. Of a dashboard, `csv` is a file for each report, and
                `excel` one workbook with a sheet for each.
            schedule: When to send. `disabled` (only when triggered), `daily;TIMES`, `weekly;DAYS;TIMES`
                with days 0 (Monday) to 6 (Sunday), or `monthly;DAYS;TIMES` with days 1 to 31. Days and
                times are separated by commas; a time is `06:00` or `9:00am`, in the time zone of the
                organization.
            cc_emails: Addresses that get a copy, separated by commas.
            bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
            subject_text: Subject of the mail. Without it, the name of what is sent.
            body_text: Text of the mail, above the pictures in it.
            send_via: How the mail is sent. The vendor gives no values.
            page_width: Width in pixels of the rendered files. Left out or 0, it is that of the dashboard or
                report.
            parameters: Inputs that the dashboard or report is run with.
            dashboard: Dashboard to send. Either this or `report` is needed; with both, the report is sent.
            report: Report to send. Either this or `dashboard` is needed; with both, this one is sent.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_schedules.update('mond-mail-0001', schedule='monthly;1,15;9:00am')

        Notes:
            PATCH /dashboard_schedules/{id}. Needs one of the permissions manage_schedules. Evidence:
            documented: Vendor page, Dashboard Schedules: Update Dashboard Schedule.
        """
        from ..api.dashboard_schedules import update_dashboard_schedule as _operation
        from ..records.dashboard_schedule import DashboardSchedule

        _body = _records.body(
            {
                "name": name,
                "emails": emails,
                "attach_as": attach_as,
                "schedule": schedule,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "subject_text": subject_text,
                "body_text": body_text,
                "send_via": send_via,
                "page_width": page_width,
                "parameters": parameters,
            },
            {
                "dashboard": _records.one("dashboard", "dashboards", dashboard),
                "report": _records.one("report", "reports", report),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return DashboardSchedule.of(_reply)

    async def trigger(self, id: str) -> None:
        """Send a schedule now.

        Sends the mail of a schedule at once, whatever its timetable says. The next regular time stays as it
        is.

        Args:
            id: Id of the schedule.

        Returns:
            The mail is on its way.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.dashboard_schedules.trigger('mond-mail-0001')

        Notes:
            POST /dashboard_schedules/{id}/trigger. Needs one of the permissions manage_schedules. Evidence:
            documented: Vendor page, Dashboard Schedules: Trigger Dashboard Schedule.
        """
        from ..api.dashboard_schedules import trigger_dashboard_schedule as _operation

        return await self._sender.send(_operation.request(id))


class AsyncRawDashboardSchedules:
    """AsyncDashboardSchedules with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[DashboardScheduleCollection]:
        """List all schedules.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleCollection.

        Example:
            reply = await c.dashboard_schedules.with_raw_response.list()
        """
        from ..api.dashboard_schedules import list_dashboard_schedules as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(
        self, *, body: DashboardScheduleCreation | Mapping[str, Any]
    ) -> RawResponse[DashboardScheduleDocument]:
        """Create a schedule.

        Args:
            body: Request that creates a schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleDocument.

        Example:
            reply = await c.dashboard_schedules.with_raw_response.create(body=...)
        """
        from ..api.dashboard_schedules import create_dashboard_schedule as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(
        self, id: str, *, include: DashboardScheduleInclude | str | Unset = UNSET
    ) -> RawResponse[DashboardScheduleDocument]:
        """Read one schedule.

        Args:
            id: Id of the schedule.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of dashboard, report.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleDocument.

        Example:
            reply = await c.dashboard_schedules.with_raw_response.get('mond-mail-0001')
        """
        from ..api.dashboard_schedules import get_dashboard_schedule as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a schedule.

        Args:
            id: Id of the schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboard_schedules.with_raw_response.delete('mond-mail-0001')
        """
        from ..api.dashboard_schedules import delete_dashboard_schedule as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(
        self, id: str, *, body: DashboardScheduleUpdate | Mapping[str, Any]
    ) -> RawResponse[DashboardScheduleDocument]:
        """Change a schedule.

        Args:
            id: Id of the schedule.
            body: Request that changes a schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardScheduleDocument.

        Example:
            reply = await c.dashboard_schedules.with_raw_response.update('mond-mail-0001', body={'data': {'attributes': {'schedule': 'monthly;1,15;9:00am'}}})
        """
        from ..api.dashboard_schedules import update_dashboard_schedule as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def trigger(self, id: str) -> RawResponse[None]:
        """Send a schedule now.

        Args:
            id: Id of the schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.dashboard_schedules.with_raw_response.trigger('mond-mail-0001')
        """
        from ..api.dashboard_schedules import trigger_dashboard_schedule as _operation

        return await self._sender.send_raw(_operation.request(id))
