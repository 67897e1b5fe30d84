"""The model VizSetting."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .viz_type import VizType

_decode_viz_type = _decode.enumerated(VizType)


@define(kw_only=True)
class VizSetting:
    """How a report is queried and drawn.

    Attributes:
        viz_type: Kind of chart.
        source_id: Id of the report that the setting belongs to.
        adhoc_fields: Fields that exist in this report only.
        fields: Fields of the chart by their part in it. Their `path_hash` names model and field.
        settings: Looks of the chart.
        format_: How values are written.
        filters: Conditions of the report itself.
        hashid: Short code of the setting in web addresses.
        custom_chart_id: Id of the custom chart, if the report uses one.
    """

    viz_type: VizType | Unset = UNSET
    source_id: int | Unset = UNSET
    adhoc_fields: list[FreeForm] | None | Unset = UNSET
    fields: FreeForm | Unset = UNSET
    settings: FreeForm | Unset = UNSET
    format_: FreeForm | Unset = UNSET
    filters: list[FreeForm] | None | Unset = UNSET
    hashid: str | None | Unset = UNSET
    custom_chart_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            viz_type=fields.optional("viz_type", _decode_viz_type),
            source_id=v
            if (v := take("source_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("source_id", _decode.integer, v),
            adhoc_fields=fields.optional("adhoc_fields", _decode.nullable(_decode.array(FreeForm.from_dict))),
            fields=fields.optional("fields", FreeForm.from_dict),
            settings=fields.optional("settings", FreeForm.from_dict),
            format_=fields.optional("format", FreeForm.from_dict),
            filters=fields.optional("filters", _decode.nullable(_decode.array(FreeForm.from_dict))),
            hashid=v
            if (v := take("hashid", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("hashid", _decode.nullable(_decode.string), v),
            custom_chart_id=v
            if (v := take("custom_chart_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("custom_chart_id", _decode.nullable(_decode.integer), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "viz_type": self.viz_type,
            "source_id": self.source_id,
            "adhoc_fields": self.adhoc_fields,
            "fields": self.fields,
            "settings": self.settings,
            "format": self.format_,
            "filters": self.filters,
            "hashid": self.hashid,
            "custom_chart_id": self.custom_chart_id,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .free_form import FreeForm  # noqa: E402
