"""The record DashboardSchedule."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.dashboard_schedule_attributes import DashboardScheduleAttributes
    from ..models.input_parameters import InputParameters
    from .dashboard import Dashboard
    from .report import Report


class DashboardSchedule(Record):
    """A schedule as an object of JSON:API."""

    TYPE: ClassVar[str] = "dashboard_schedules"

    @property
    def attributes(self) -> DashboardScheduleAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the schedule."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def emails(self) -> str:
        """Addresses that the mail goes to, separated by commas."""
        return self._attribute("emails")  # type: ignore[no-any-return]

    @property
    def attach_as(self) -> str:
        """What the mail brings along, separated by commas: any of `csv`, `excel`, `pdf`, `png`, `inline_png`,
        and on a dark ground `dark_pdf`, `dark_png`, `dark_inline_png`.
        """
        return self._attribute("attach_as")  # type: ignore[no-any-return]

    @property
    def schedule(self) -> str:
        """When to send. `disabled` (only when triggered), `daily;TIMES`, `weekly;DAYS;TIMES` with days 0
        (Monday) to 6 (Sunday), or `monthly;DAYS;TIMES` with days 1 to 31. Days and times are separated by
        commas; a time is `06:00` or `9:00am`, in the time zone of the organization.
        """
        return self._attribute("schedule")  # type: ignore[no-any-return]

    @property
    def cc_emails(self) -> str | None:
        """Addresses that get a copy, separated by commas."""
        return self._attribute("cc_emails")  # type: ignore[no-any-return]

    @property
    def bcc_emails(self) -> str | None:
        """Addresses that get a copy unseen by the others, separated by commas."""
        return self._attribute("bcc_emails")  # type: ignore[no-any-return]

    @property
    def subject_text(self) -> str | None:
        """Subject of the mail."""
        return self._attribute("subject_text")  # type: ignore[no-any-return]

    @property
    def body_text(self) -> str | None:
        """Text of the mail."""
        return self._attribute("body_text")  # type: ignore[no-any-return]

    @property
    def send_via(self) -> str | None:
        """How the mail is sent. The vendor gives no values."""
        return self._attribute("send_via")  # type: ignore[no-any-return]

    @property
    def page_width(self) -> int | None:
        """Width in pixels of the rendered files."""
        return self._attribute("page_width")  # type: ignore[no-any-return]

    @property
    def parameters(self) -> InputParameters | None:
        """Inputs that the dashboard or report is run with."""
        return self._attribute("parameters")  # type: ignore[no-any-return]

    @property
    def last_sent_at(self) -> datetime.datetime | None:
        """When it was last sent."""
        return self._attribute("last_sent_at")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def dashboard(self) -> Dashboard | None:
        """Dashboard to send. Either this or `report` is needed; with both, the report is sent.

        Only named by id unless the request had include="dashboard".
        """
        from .dashboard import Dashboard

        return self._one("dashboard", Dashboard)

    @property
    def report(self) -> Report | None:
        """Report to send. Either this or `dashboard` is needed; with both, this one is sent.

        Only named by id unless the request had include="report".
        """
        from .report import Report

        return self._one("report", Report)
