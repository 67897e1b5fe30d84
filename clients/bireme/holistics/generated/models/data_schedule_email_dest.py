"""The model DataScheduleEmailDest."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_schedule_email_dest_type import DataScheduleEmailDestType

_decode_type_ = _decode.enumerated(DataScheduleEmailDestType)
_decode_recipients = _decode.array(_decode.string)


@define(kw_only=True)
class DataScheduleEmailDest:
    """A mail to each recipient.

    Attributes:
        type_: Tells this kind of destination from the others.
        recipients: Addresses of those who get the mail, at least one.
        title: Subject of the mail; the title of the source when there is none. `{{$today}}` in it
            becomes the day of the run, such as `2021-09-29 Wed`.
        options: What the mail contains.
    """

    type_: DataScheduleEmailDestType
    recipients: list[str]
    title: str | None | Unset = UNSET
    options: DataScheduleEmailOptions | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=fields.required("type", _decode_type_),
            recipients=fields.required("recipients", _decode_recipients),
            title=v
            if (v := take("title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("title", _decode.nullable(_decode.string), v),
            options=fields.optional("options", DataScheduleEmailOptions.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "type": self.type_,
            "recipients": self.recipients,
            "title": self.title,
            "options": self.options,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_schedule_email_options import DataScheduleEmailOptions  # noqa: E402
