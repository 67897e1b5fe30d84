"""The model DashboardUpdateAttributes."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .color_scheme import ColorScheme

_decode_color_scheme = _decode.enumerated(ColorScheme)


@define(kw_only=True)
class DashboardUpdateAttributes:
    """New values for a dashboard. What is left out stays as it is; null takes a value away.

    Attributes:
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
    """

    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    time_zone_config: TimeZoneConfig | Unset = UNSET
    automatic_update_enabled: bool | Unset = UNSET
    thumbnail_enabled: bool | Unset = UNSET
    prewarm: bool | Unset = UNSET
    data_refresh_rate: float | Unset = UNSET
    data_refresh_anchor_time: str | None | Unset = UNSET
    is_locked: bool | Unset = UNSET
    default_parameters: InputParameters | Unset = UNSET
    default_page_width: int | Unset = UNSET
    color_scheme: ColorScheme | Unset = UNSET
    filters_configuration: DashboardFiltersConfig | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            time_zone_config=fields.optional("time_zone_config", TimeZoneConfig.from_dict),
            automatic_update_enabled=v
            if (v := take("automatic_update_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("automatic_update_enabled", _decode.boolean, v),
            thumbnail_enabled=v
            if (v := take("thumbnail_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("thumbnail_enabled", _decode.boolean, v),
            prewarm=v
            if (v := take("prewarm", UNSET)) is UNSET or type(v) is bool
            else fields.optional("prewarm", _decode.boolean, v),
            data_refresh_rate=v
            if (v := take("data_refresh_rate", UNSET)) is UNSET or type(v) is float
            else fields.optional("data_refresh_rate", _decode.number, v),
            data_refresh_anchor_time=v
            if (v := take("data_refresh_anchor_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("data_refresh_anchor_time", _decode.nullable(_decode.string), v),
            is_locked=v
            if (v := take("is_locked", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_locked", _decode.boolean, v),
            default_parameters=fields.optional("default_parameters", InputParameters.from_dict),
            default_page_width=v
            if (v := take("default_page_width", UNSET)) is UNSET or type(v) is int
            else fields.optional("default_page_width", _decode.integer, v),
            color_scheme=fields.optional("color_scheme", _decode_color_scheme),
            filters_configuration=fields.optional("filters_configuration", DashboardFiltersConfig.from_dict),
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
            "time_zone_config": self.time_zone_config,
            "automatic_update_enabled": self.automatic_update_enabled,
            "thumbnail_enabled": self.thumbnail_enabled,
            "prewarm": self.prewarm,
            "data_refresh_rate": self.data_refresh_rate,
            "data_refresh_anchor_time": self.data_refresh_anchor_time,
            "is_locked": self.is_locked,
            "default_parameters": self.default_parameters,
            "default_page_width": self.default_page_width,
            "color_scheme": self.color_scheme,
            "filters_configuration": self.filters_configuration,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_filters_config import DashboardFiltersConfig  # noqa: E402
from .input_parameters import InputParameters  # noqa: E402
from .time_zone_config import TimeZoneConfig  # noqa: E402
