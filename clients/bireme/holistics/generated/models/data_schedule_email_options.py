"""The model DataScheduleEmailOptions."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .attachment_format import AttachmentFormat
from .email_selection import EmailSelection

_decode_attachment_formats = _decode.array(_decode.enumerated(AttachmentFormat))
_decode_selected_type = _decode.nullable(_decode.enumerated(EmailSelection))
_decode_selected_values = _decode.nullable(_decode.array(_decode.union(_decode.integer, _decode.string)))


@define(kw_only=True)
class DataScheduleEmailOptions:
    """What a scheduled mail contains.

    Attributes:
        preview: Whether the mail shows the result itself, as a picture or a table.
        include_header: Whether attached rows begin with a line of column names. Yes unless it says no.
        include_report_link: Whether the mail has a link to its source. Yes unless it says no.
        include_filters: Whether the mail says which filters were set. Yes unless it says no.
        dont_send_when_empty: Whether nothing is sent when there are no rows.
        body_text: Text at the beginning of the mail.
        attachment_formats: What goes along; nothing when it is empty or left out.
        selected_type: What the mail is about; null for all of the source.
        selected_values: Ids of what was selected.
    """

    preview: bool | Unset = UNSET
    include_header: bool | Unset = UNSET
    include_report_link: bool | Unset = UNSET
    include_filters: bool | Unset = UNSET
    dont_send_when_empty: bool | Unset = UNSET
    body_text: str | None | Unset = UNSET
    attachment_formats: list[AttachmentFormat] | Unset = UNSET
    selected_type: EmailSelection | None | Unset = UNSET
    selected_values: list[int | str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            preview=v
            if (v := take("preview", UNSET)) is UNSET or type(v) is bool
            else fields.optional("preview", _decode.boolean, v),
            include_header=v
            if (v := take("include_header", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_header", _decode.boolean, v),
            include_report_link=v
            if (v := take("include_report_link", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_report_link", _decode.boolean, v),
            include_filters=v
            if (v := take("include_filters", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_filters", _decode.boolean, v),
            dont_send_when_empty=v
            if (v := take("dont_send_when_empty", UNSET)) is UNSET or type(v) is bool
            else fields.optional("dont_send_when_empty", _decode.boolean, v),
            body_text=v
            if (v := take("body_text", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("body_text", _decode.nullable(_decode.string), v),
            attachment_formats=fields.optional("attachment_formats", _decode_attachment_formats),
            selected_type=fields.optional("selected_type", _decode_selected_type),
            selected_values=fields.optional("selected_values", _decode_selected_values),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "preview": self.preview,
            "include_header": self.include_header,
            "include_report_link": self.include_report_link,
            "include_filters": self.include_filters,
            "dont_send_when_empty": self.dont_send_when_empty,
            "body_text": self.body_text,
            "attachment_formats": self.attachment_formats,
            "selected_type": self.selected_type,
            "selected_values": self.selected_values,
        }
