"""The record Dashboard."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.color_scheme import ColorScheme
    from ..models.dashboard_attributes import DashboardAttributes
    from ..models.dashboard_filters_config import DashboardFiltersConfig
    from ..models.dashboard_layout import DashboardLayout
    from ..models.input_parameters import InputParameters
    from ..models.time_zone_config import TimeZoneConfig
    from .dashboard_group import DashboardGroup
    from .dashboard_sharing_link import DashboardSharingLink
    from .filter_ import Filter
    from .report import Report
    from .sql_snippet import SqlSnippet
    from .user import User
    from .user_group import UserGroup


class Dashboard(Record):
    """A dashboard as an object of JSON:API."""

    TYPE: ClassVar[str] = "dashboards"

    @property
    def attributes(self) -> DashboardAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the dashboard."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def description(self) -> str | None:
        """What the dashboard is about."""
        return self._attribute("description")  # type: ignore[no-any-return]

    @property
    def time_zone_config(self) -> TimeZoneConfig:
        """Which time zone the dashboard shows and filters times in."""
        return self._attribute("time_zone_config")  # type: ignore[no-any-return]

    @property
    def automatic_update_enabled(self) -> bool:
        """Whether the web application looks for newer data on its own while the dashboard is open."""
        return self._attribute("automatic_update_enabled")  # type: ignore[no-any-return]

    @property
    def thumbnail_enabled(self) -> bool:
        """Whether preview pictures are made. They are renewed once a day at most, and only if somebody has
        opened the dashboard in the last 24 hours.
        """
        return self._attribute("thumbnail_enabled")  # type: ignore[no-any-return]

    @property
    def prewarm(self) -> bool:
        """Whether results are made before somebody asks for them."""
        return self._attribute("prewarm")  # type: ignore[no-any-return]

    @property
    def data_refresh_rate(self) -> float:
        """Age in minutes from which cached results count as stale. A lower rate of a report or filter goes
        before it.
        """
        return self._attribute("data_refresh_rate")  # type: ignore[no-any-return]

    @property
    def data_refresh_anchor_time(self) -> str | None:
        """Time of day, like `15:42`, in the time zone of the organization. Results from before today's anchor
        count as stale, so that with `00:00` yesterday's data is never shown.
        """
        return self._attribute("data_refresh_anchor_time")  # type: ignore[no-any-return]

    @property
    def is_locked(self) -> bool:
        """Whether the dashboard is locked against changes in the web application."""
        return self._attribute("is_locked")  # type: ignore[no-any-return]

    @property
    def default_parameters(self) -> InputParameters | None:
        """Inputs that a freshly opened dashboard begins with. They can be set on a dashboard that exists, not
        while creating one.
        """
        return self._attribute("default_parameters")  # type: ignore[no-any-return]

    @property
    def default_page_width(self) -> int:
        """Width in pixels of rendered PDF and PNG files."""
        return self._attribute("default_page_width")  # type: ignore[no-any-return]

    @property
    def color_scheme(self) -> ColorScheme:
        """Palette of the charts: `scheme_1` Blue Ocean, 2 Bluegrass, 3 Green Meadow, 4 Violet Sky, 5 Vibrant
        Sunset, 6 Colorful, 7 and 8 variants of it.
        """
        return self._attribute("color_scheme")  # type: ignore[no-any-return]

    @property
    def filters_configuration(self) -> DashboardFiltersConfig:
        """How the filters of the dashboard look and act."""
        return self._attribute("filters_configuration")  # type: ignore[no-any-return]

    @property
    def thumbnail_image_url(self) -> str | None:
        """Where the preview picture is."""
        return self._attribute("thumbnail_image_url")  # type: ignore[no-any-return]

    @property
    def thumbnail_created_at(self) -> datetime.datetime | None:
        """When the preview picture was made."""
        return self._attribute("thumbnail_created_at")  # type: ignore[no-any-return]

    @property
    def published(self) -> bool:
        """Whether the dashboard is shared with at least one group of users."""
        return self._attribute("published")  # type: ignore[no-any-return]

    @property
    def layout(self) -> list[DashboardLayout]:
        """Place and size of every report. Changed by `updateDashboardLayout` only."""
        return self._attribute("layout")  # type: ignore[no-any-return]

    @property
    def floating_enabled(self) -> bool:
        """Whether gaps above reports are kept instead of being closed. Changed by `updateDashboardLayout`
        only.
        """
        return self._attribute("floating_enabled")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def reports(self) -> list[Report]:
        """Reports on the dashboard.

        Only named by id unless the request had include="reports".
        """
        from .report import Report

        return self._many("reports", Report)

    @property
    def filters(self) -> list[Filter]:
        """Custom filters that the reports use.

        Only named by id unless the request had include="filters".
        """
        from .filter_ import Filter

        return self._many("filters", Filter)

    @property
    def sql_snippets(self) -> list[SqlSnippet]:
        """SQL snippets that the reports use.

        Only named by id unless the request had include="sql_snippets".
        """
        from .sql_snippet import SqlSnippet

        return self._many("sql_snippets", SqlSnippet)

    @property
    def dashboard_groups(self) -> list[DashboardGroup]:
        """Dashboard groups that it is in.

        Only named by id unless the request had include="dashboard_groups".
        """
        from .dashboard_group import DashboardGroup

        return self._many("dashboard_groups", DashboardGroup)

    @property
    def dashboard_sharing_links(self) -> list[DashboardSharingLink]:
        """Links that show the dashboard without a login. Each entry is wrapped in a `data` object of its own.
        Only for keys with Manage Dashboards.

        Only named by id unless the request had include="dashboard_sharing_links".
        """
        from .dashboard_sharing_link import DashboardSharingLink

        return self._many("dashboard_sharing_links", DashboardSharingLink)

    @property
    def user(self) -> User | None:
        """Owner of the dashboard. Only for keys with View Users, Manage Users or Manage Dashboards.

        Only named by id unless the request had include="user".
        """
        from .user import User

        return self._one("user", User)

    @property
    def user_groups(self) -> list[UserGroup]:
        """Groups of users that it is shared with. Only for keys with View Users, Manage Users or Manage
        Dashboards.

        Only named by id unless the request had include="user_groups".
        """
        from .user_group import UserGroup

        return self._many("user_groups", UserGroup)
