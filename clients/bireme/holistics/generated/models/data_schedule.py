"""The model DataSchedule."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_schedule_source_type import DataScheduleSourceType

_decode_source_type = _decode.enumerated(DataScheduleSourceType)


@define(kw_only=True)
class DataSchedule:
    """Sends a dashboard or a report to somebody, again and again.

    Attributes:
        source_type: What is sent.
        source_id: Id of the dashboard or report.
        schedule: When it is sent.
        dest: Where it goes.
        id: Id of the schedule. A request that creates one may choose it; the server does where it is
            left out.
        dynamic_filter_presets: Values of the dashboard's filters, each filter at most once.
    """

    source_type: DataScheduleSourceType
    source_id: int
    schedule: Schedule
    dest: DataScheduleEmailDest | DataScheduleSlackDest | DataScheduleSftpDest | DataScheduleAdls2Dest
    id: int | Unset = UNSET
    dynamic_filter_presets: list[DynamicFilterPreset] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            source_type=fields.required("source_type", _decode_source_type),
            source_id=v
            if type(v := take("source_id", UNSET)) is int
            else fields.required("source_id", _decode.integer, v),
            schedule=fields.required("schedule", Schedule.from_dict),
            dest=fields.required(
                "dest",
                _decode.tagged(
                    "type",
                    {
                        "EmailDest": DataScheduleEmailDest.from_dict,
                        "SlackDest": DataScheduleSlackDest.from_dict,
                        "SftpDest": DataScheduleSftpDest.from_dict,
                        "Adls2Dest": DataScheduleAdls2Dest.from_dict,
                    },
                ),
            ),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            dynamic_filter_presets=fields.optional(
                "dynamic_filter_presets", _decode.array(DynamicFilterPreset.from_dict)
            ),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "source_type": self.source_type,
            "source_id": self.source_id,
            "schedule": self.schedule,
            "dest": self.dest,
            "id": self.id,
            "dynamic_filter_presets": self.dynamic_filter_presets,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_schedule_adls_2_dest import DataScheduleAdls2Dest  # noqa: E402
from .data_schedule_email_dest import DataScheduleEmailDest  # noqa: E402
from .data_schedule_sftp_dest import DataScheduleSftpDest  # noqa: E402
from .data_schedule_slack_dest import DataScheduleSlackDest  # noqa: E402
from .dynamic_filter_preset import DynamicFilterPreset  # noqa: E402
from .schedule import Schedule  # noqa: E402
