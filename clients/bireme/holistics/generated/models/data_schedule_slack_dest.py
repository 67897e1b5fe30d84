"""The model DataScheduleSlackDest."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_schedule_slack_dest_type import DataScheduleSlackDestType

_decode_type_ = _decode.enumerated(DataScheduleSlackDestType)


@define(kw_only=True)
class DataScheduleSlackDest:
    """A post to channels of Slack.

    Attributes:
        type_: Tells this kind of destination from the others.
        slack_channels: Where to post, at least one.
        title: First line of the post; the title of the source when there is none. `{{$today}}` in it
            becomes the day of the run, such as `2021-09-29 Wed`.
        message: Text below the title.
        hide_filters: Whether the post does not say which filters were set.
    """

    type_: DataScheduleSlackDestType
    slack_channels: list[SlackChannel]
    title: str | None | Unset = UNSET
    message: str | None | Unset = UNSET
    hide_filters: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=fields.required("type", _decode_type_),
            slack_channels=fields.required("slack_channels", _decode.array(SlackChannel.from_dict)),
            title=v
            if (v := take("title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("title", _decode.nullable(_decode.string), v),
            message=v
            if (v := take("message", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("message", _decode.nullable(_decode.string), v),
            hide_filters=v
            if (v := take("hide_filters", UNSET)) is UNSET or type(v) is bool
            else fields.optional("hide_filters", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "type": self.type_,
            "slack_channels": self.slack_channels,
            "title": self.title,
            "message": self.message,
            "hide_filters": self.hide_filters,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .slack_channel import SlackChannel  # noqa: E402
