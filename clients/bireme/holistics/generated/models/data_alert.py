"""The model DataAlert."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_alert_source_type import DataAlertSourceType

_decode_source_type = _decode.enumerated(DataAlertSourceType)


@define(kw_only=True)
class DataAlert:
    """Looks at a widget from time to time and sends word when its conditions hold.

    Attributes:
        source_id: Id of the widget.
        source_type: What is watched.
        dest: Who is told.
        dynamic_filter_presets: Values of the dashboard's filters, each filter at most once; may be
            empty.
        schedule: When the widget is looked at.
        id: Id of the alert. A request that creates one may choose it; the server does where it is left
            out.
        title: Name of the alert.
        viz_conditions: What must hold for the alert to be sent, all of it.
    """

    source_id: int
    source_type: DataAlertSourceType
    dest: DataAlertEmailDest | DataAlertSlackDest
    dynamic_filter_presets: list[DynamicFilterPreset]
    schedule: Schedule
    id: int | Unset = UNSET
    title: str | Unset = UNSET
    viz_conditions: list[VizCondition] | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            source_id=v
            if type(v := take("source_id", UNSET)) is int
            else fields.required("source_id", _decode.integer, v),
            source_type=fields.required("source_type", _decode_source_type),
            dest=fields.required(
                "dest",
                _decode.tagged(
                    "type", {"EmailDest": DataAlertEmailDest.from_dict, "SlackDest": DataAlertSlackDest.from_dict}
                ),
            ),
            dynamic_filter_presets=fields.required(
                "dynamic_filter_presets", _decode.array(DynamicFilterPreset.from_dict)
            ),
            schedule=fields.required("schedule", Schedule.from_dict),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            viz_conditions=fields.optional("viz_conditions", _decode.nullable(_decode.array(VizCondition.from_dict))),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "source_id": self.source_id,
            "source_type": self.source_type,
            "dest": self.dest,
            "dynamic_filter_presets": self.dynamic_filter_presets,
            "schedule": self.schedule,
            "id": self.id,
            "title": self.title,
            "viz_conditions": self.viz_conditions,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_alert_email_dest import DataAlertEmailDest  # noqa: E402
from .data_alert_slack_dest import DataAlertSlackDest  # noqa: E402
from .dynamic_filter_preset import DynamicFilterPreset  # noqa: E402
from .schedule import Schedule  # noqa: E402
from .viz_condition import VizCondition  # noqa: E402
