"""The model Dependants."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_data_model_ids = _decode.array(_decode.integer)
_decode_data_set_ids = _decode.array(_decode.integer)
_decode_query_report_ids = _decode.array(_decode.integer)
_decode_dashboard_widget_ids = _decode.array(_decode.integer)
_decode_dashboard_ids = _decode.array(_decode.integer)


@define(kw_only=True)
class Dependants:
    """Ids by the kind of what depends on an object. Which keys are there depends on the object.

    Attributes:
        data_model_ids: Data models.
        data_set_ids: Data sets.
        query_report_ids: Reports.
        dashboard_widget_ids: Widgets.
        dashboard_ids: Dashboards.
    """

    data_model_ids: list[int] | Unset = UNSET
    data_set_ids: list[int] | Unset = UNSET
    query_report_ids: list[int] | Unset = UNSET
    dashboard_widget_ids: list[int] | Unset = UNSET
    dashboard_ids: list[int] | Unset = UNSET
    additional_properties: dict[str, list[int]] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            data_model_ids=fields.optional("data_model_ids", _decode_data_model_ids),
            data_set_ids=fields.optional("data_set_ids", _decode_data_set_ids),
            query_report_ids=fields.optional("query_report_ids", _decode_query_report_ids),
            dashboard_widget_ids=fields.optional("dashboard_widget_ids", _decode_dashboard_widget_ids),
            dashboard_ids=fields.optional("dashboard_ids", _decode_dashboard_ids),
            additional_properties=fields.rest(_decode.array(_decode.integer)),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data_model_ids": self.data_model_ids,
            "data_set_ids": self.data_set_ids,
            "query_report_ids": self.query_report_ids,
            "dashboard_widget_ids": self.dashboard_widget_ids,
            "dashboard_ids": self.dashboard_ids,
        }
