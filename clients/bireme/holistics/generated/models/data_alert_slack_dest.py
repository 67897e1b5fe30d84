"""The model DataAlertSlackDest."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_alert_slack_dest_type import DataAlertSlackDestType

_decode_type_ = _decode.enumerated(DataAlertSlackDestType)


@define(kw_only=True)
class DataAlertSlackDest:
    """A post to channels of Slack.

    Attributes:
        type_: Tells this kind of destination from the others.
        slack_channels: Where to post, at least one.
        title: First line of the post; the title of the alert when there is none. `{{$today}}` in it
            becomes the day of the run, such as `2021-09-29 Wed`.
        message: Text below the title.
    """

    type_: DataAlertSlackDestType
    slack_channels: list[SlackChannel]
    title: str | Unset = UNSET
    message: str | Unset = UNSET
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
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            message=v
            if (v := take("message", UNSET)) is UNSET or type(v) is str
            else fields.optional("message", _decode.string, v),
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
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .slack_channel import SlackChannel  # noqa: E402
