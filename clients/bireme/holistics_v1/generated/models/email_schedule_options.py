"""The model EmailScheduleOptions."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .all_widgets import AllWidgets

_decode_selected_widgets = _decode.union(_decode.array(_decode.integer), _decode.enumerated(AllWidgets))


@define(kw_only=True)
class EmailScheduleOptions:
    """What the message of a schedule looks like.

    Attributes:
        preview: Whether the message shows the data.
        include_pdf: Whether a PDF goes along.
        include_header: Whether the message begins with a head.
        selected_widgets: The widgets to show by their ids, or `_all`.
        include_report_link: Whether the message links to the source.
        dont_send_when_empty: Whether nothing is sent where there are no rows.
        password_enabled: Whether the attached file has a password.
    """

    preview: bool | Unset = UNSET
    include_pdf: bool | Unset = UNSET
    include_header: bool | Unset = UNSET
    selected_widgets: list[int] | AllWidgets | Unset = UNSET
    include_report_link: bool | Unset = UNSET
    dont_send_when_empty: bool | Unset = UNSET
    password_enabled: bool | Unset = UNSET
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
            include_pdf=v
            if (v := take("include_pdf", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_pdf", _decode.boolean, v),
            include_header=v
            if (v := take("include_header", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_header", _decode.boolean, v),
            selected_widgets=fields.optional("selected_widgets", _decode_selected_widgets),
            include_report_link=v
            if (v := take("include_report_link", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_report_link", _decode.boolean, v),
            dont_send_when_empty=v
            if (v := take("dont_send_when_empty", UNSET)) is UNSET or type(v) is bool
            else fields.optional("dont_send_when_empty", _decode.boolean, v),
            password_enabled=v
            if (v := take("password_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("password_enabled", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "preview": self.preview,
            "include_pdf": self.include_pdf,
            "include_header": self.include_header,
            "selected_widgets": self.selected_widgets,
            "include_report_link": self.include_report_link,
            "dont_send_when_empty": self.dont_send_when_empty,
            "password_enabled": self.password_enabled,
        }
