"""The record Report."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.report_attributes import ReportAttributes
    from ..models.report_attributes_chart_configuration import ReportAttributesChartConfiguration
    from .dashboard import Dashboard
    from .datasource import Datasource


class Report(Record):
    """A report as an object of JSON:API."""

    TYPE: ClassVar[str] = "reports"

    @property
    def attributes(self) -> ReportAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the report."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def description(self) -> str | None:
        """What the report shows."""
        return self._attribute("description")  # type: ignore[no-any-return]

    @property
    def sql_query(self) -> str | None:
        """SQL of the report, with Cluvio's expressions for filters, time range and snippets."""
        return self._attribute("sql_query")  # type: ignore[no-any-return]

    @property
    def r_query(self) -> str | None:
        """R code that is given the SQL result and makes another one of it."""
        return self._attribute("r_query")  # type: ignore[no-any-return]

    @property
    def r_query_enabled(self) -> bool:
        """Whether `r_query` is run."""
        return self._attribute("r_query_enabled")  # type: ignore[no-any-return]

    @property
    def data_refresh_rate(self) -> int | None:
        """Age in minutes from which cached results count as stale, in place of the dashboard's."""
        return self._attribute("data_refresh_rate")  # type: ignore[no-any-return]

    @property
    def data_refresh_anchor_time(self) -> str | None:
        """Time of day, like `15:42`, before which results count as stale, in place of the dashboard's. In the
        time zone of the organization.
        """
        return self._attribute("data_refresh_anchor_time")  # type: ignore[no-any-return]

    @property
    def chart_configuration(self) -> ReportAttributesChartConfiguration:
        """How the result is drawn. Its structure is not public."""
        return self._attribute("chart_configuration")  # type: ignore[no-any-return]

    @property
    def download_actions_enabled(self) -> bool:
        """Whether people may download the report in any form, by CSV, Excel, PDF or PNG. Limits of the plan
        and of sharing links hold besides.
        """
        return self._attribute("download_actions_enabled")  # type: ignore[no-any-return]

    @property
    def data_download_enabled(self) -> bool:
        """Whether people may download the data, by CSV or Excel. Limits of the plan and of sharing links hold
        besides.
        """
        return self._attribute("data_download_enabled")  # type: ignore[no-any-return]

    @property
    def maximize_action_enabled(self) -> bool:
        """Whether people may enlarge the report."""
        return self._attribute("maximize_action_enabled")  # type: ignore[no-any-return]

    @property
    def refresh_enabled(self) -> bool:
        """Whether people may refresh the report."""
        return self._attribute("refresh_enabled")  # type: ignore[no-any-return]

    @property
    def unused_filters_warning_enabled(self) -> bool:
        """Whether a warning shows that the report takes no notice of some of the filters."""
        return self._attribute("unused_filters_warning_enabled")  # type: ignore[no-any-return]

    @property
    def unlimited_csv_export_enabled(self) -> bool:
        """Whether `exportReportCsv` may be used on the report."""
        return self._attribute("unlimited_csv_export_enabled")  # type: ignore[no-any-return]

    @property
    def default_page_width(self) -> int:
        """Width in pixels of rendered PDF and PNG files, unless the chart configuration has another."""
        return self._attribute("default_page_width")  # type: ignore[no-any-return]

    @property
    def default_page_height(self) -> int:
        """Height in pixels of rendered PDF and PNG files, unless the chart configuration has another."""
        return self._attribute("default_page_height")  # type: ignore[no-any-return]

    @property
    def display_name_as_title(self) -> bool:
        """Whether the name stands above the report on the dashboard."""
        return self._attribute("display_name_as_title")  # type: ignore[no-any-return]

    @property
    def attribution(self) -> str | None:
        """Line shown below the report, such as a source or a copyright."""
        return self._attribute("attribution")  # type: ignore[no-any-return]

    @property
    def no_data_message(self) -> str | None:
        """Text shown in place of an empty result."""
        return self._attribute("no_data_message")  # type: ignore[no-any-return]

    @property
    def query_error(self) -> str | None:
        """What went wrong with the query, if something did."""
        return self._attribute("query_error")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def row(self) -> int | None:
        """Row of the dashboard's grid. Changed by `updateDashboardLayout` only."""
        return self._attribute("row")  # type: ignore[no-any-return]

    @property
    def column(self) -> int | None:
        """Column of the dashboard's grid. Changed by `updateDashboardLayout` only."""
        return self._attribute("column")  # type: ignore[no-any-return]

    @property
    def width(self) -> int | None:
        """Width in columns of the dashboard's grid. After creation it is changed by `updateDashboardLayout`
        only.
        """
        return self._attribute("width")  # type: ignore[no-any-return]

    @property
    def height(self) -> int | None:
        """Height in rows of the dashboard's grid. After creation it is changed by `updateDashboardLayout`
        only.
        """
        return self._attribute("height")  # type: ignore[no-any-return]

    @property
    def dashboard(self) -> Dashboard | None:
        """Dashboard that the report stands on.

        Only named by id unless the request had include="dashboard".
        """
        from .dashboard import Dashboard

        return self._one("dashboard", Dashboard)

    @property
    def datasource(self) -> Datasource | None:
        """Datasource that its SQL runs on.

        Only named by id unless the request had include="datasource".
        """
        from .datasource import Datasource

        return self._one("datasource", Datasource)
