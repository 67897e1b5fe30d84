"""The model ReportCreationAttributes."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ReportCreationAttributes:
    """What a report is to be like.

    Attributes:
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
        width: Width in columns of the dashboard's grid. The dashboard finds a place for it; from then
            on it is changed by `updateDashboardLayout` only. Left out or 0, the server chooses.
        height: Height in rows of the dashboard's grid. Chosen and changed like the width.
    """

    name: str
    description: str | Unset = UNSET
    sql_query: str | Unset = UNSET
    r_query: str | Unset = UNSET
    r_query_enabled: bool | Unset = UNSET
    data_refresh_rate: int | Unset = UNSET
    data_refresh_anchor_time: str | Unset = UNSET
    download_actions_enabled: bool | Unset = UNSET
    data_download_enabled: bool | Unset = UNSET
    maximize_action_enabled: bool | Unset = UNSET
    refresh_enabled: bool | Unset = UNSET
    unused_filters_warning_enabled: bool | Unset = UNSET
    unlimited_csv_export_enabled: bool | Unset = UNSET
    default_page_width: int | Unset = UNSET
    default_page_height: int | Unset = UNSET
    display_name_as_title: bool | Unset = UNSET
    attribution: str | Unset = UNSET
    no_data_message: str | Unset = UNSET
    width: int | Unset = UNSET
    height: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or type(v) is str
            else fields.optional("description", _decode.string, v),
            sql_query=v
            if (v := take("sql_query", UNSET)) is UNSET or type(v) is str
            else fields.optional("sql_query", _decode.string, v),
            r_query=v
            if (v := take("r_query", UNSET)) is UNSET or type(v) is str
            else fields.optional("r_query", _decode.string, v),
            r_query_enabled=v
            if (v := take("r_query_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("r_query_enabled", _decode.boolean, v),
            data_refresh_rate=v
            if (v := take("data_refresh_rate", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_refresh_rate", _decode.integer, v),
            data_refresh_anchor_time=v
            if (v := take("data_refresh_anchor_time", UNSET)) is UNSET or type(v) is str
            else fields.optional("data_refresh_anchor_time", _decode.string, v),
            download_actions_enabled=v
            if (v := take("download_actions_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("download_actions_enabled", _decode.boolean, v),
            data_download_enabled=v
            if (v := take("data_download_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("data_download_enabled", _decode.boolean, v),
            maximize_action_enabled=v
            if (v := take("maximize_action_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("maximize_action_enabled", _decode.boolean, v),
            refresh_enabled=v
            if (v := take("refresh_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("refresh_enabled", _decode.boolean, v),
            unused_filters_warning_enabled=v
            if (v := take("unused_filters_warning_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("unused_filters_warning_enabled", _decode.boolean, v),
            unlimited_csv_export_enabled=v
            if (v := take("unlimited_csv_export_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("unlimited_csv_export_enabled", _decode.boolean, v),
            default_page_width=v
            if (v := take("default_page_width", UNSET)) is UNSET or type(v) is int
            else fields.optional("default_page_width", _decode.integer, v),
            default_page_height=v
            if (v := take("default_page_height", UNSET)) is UNSET or type(v) is int
            else fields.optional("default_page_height", _decode.integer, v),
            display_name_as_title=v
            if (v := take("display_name_as_title", UNSET)) is UNSET or type(v) is bool
            else fields.optional("display_name_as_title", _decode.boolean, v),
            attribution=v
            if (v := take("attribution", UNSET)) is UNSET or type(v) is str
            else fields.optional("attribution", _decode.string, v),
            no_data_message=v
            if (v := take("no_data_message", UNSET)) is UNSET or type(v) is str
            else fields.optional("no_data_message", _decode.string, v),
            width=v
            if (v := take("width", UNSET)) is UNSET or type(v) is int
            else fields.optional("width", _decode.integer, v),
            height=v
            if (v := take("height", UNSET)) is UNSET or type(v) is int
            else fields.optional("height", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "description": self.description,
            "sql_query": self.sql_query,
            "r_query": self.r_query,
            "r_query_enabled": self.r_query_enabled,
            "data_refresh_rate": self.data_refresh_rate,
            "data_refresh_anchor_time": self.data_refresh_anchor_time,
            "download_actions_enabled": self.download_actions_enabled,
            "data_download_enabled": self.data_download_enabled,
            "maximize_action_enabled": self.maximize_action_enabled,
            "refresh_enabled": self.refresh_enabled,
            "unused_filters_warning_enabled": self.unused_filters_warning_enabled,
            "unlimited_csv_export_enabled": self.unlimited_csv_export_enabled,
            "default_page_width": self.default_page_width,
            "default_page_height": self.default_page_height,
            "display_name_as_title": self.display_name_as_title,
            "attribution": self.attribution,
            "no_data_message": self.no_data_message,
            "width": self.width,
            "height": self.height,
        }
