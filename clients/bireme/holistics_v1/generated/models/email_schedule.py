"""The model EmailSchedule."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .email_schedule_format import EmailScheduleFormat

_decode_recipients = _decode.array(_decode.string)
_decode_bcc = _decode.array(_decode.string)
_decode_format_ = _decode.enumerated(EmailScheduleFormat)


@define(kw_only=True)
class EmailSchedule:
    """A report or dashboard that is mailed by the calendar.

    Attributes:
        id: Id of the schedule.
        title: Title, and the subject of the message.
        recipients: Email addresses that it goes to.
        bcc: Email addresses that get it unseen by the others.
        body_text: Text of the message.
        format_: What is attached.
        source: What is sent. It cannot be changed later.
        options: What the message looks like.
        schedule: When it is sent.
        filter_values: Filter values of the source, by name.
    """

    id: int
    title: str | Unset = UNSET
    recipients: list[str] | Unset = UNSET
    bcc: list[str] | Unset = UNSET
    body_text: str | None | Unset = UNSET
    format_: EmailScheduleFormat | Unset = UNSET
    source: EmailScheduleSource | Unset = UNSET
    options: EmailScheduleOptions | Unset = UNSET
    schedule: EmailScheduleTiming | Unset = UNSET
    filter_values: ReportFilters | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            recipients=fields.optional("recipients", _decode_recipients),
            bcc=fields.optional("bcc", _decode_bcc),
            body_text=v
            if (v := take("body_text", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("body_text", _decode.nullable(_decode.string), v),
            format_=fields.optional("format", _decode_format_),
            source=fields.optional("source", EmailScheduleSource.from_dict),
            options=fields.optional("options", EmailScheduleOptions.from_dict),
            schedule=fields.optional("schedule", EmailScheduleTiming.from_dict),
            filter_values=fields.optional("filter_values", ReportFilters.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "title": self.title,
            "recipients": self.recipients,
            "bcc": self.bcc,
            "body_text": self.body_text,
            "format": self.format_,
            "source": self.source,
            "options": self.options,
            "schedule": self.schedule,
            "filter_values": self.filter_values,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .email_schedule_options import EmailScheduleOptions  # noqa: E402
from .email_schedule_source import EmailScheduleSource  # noqa: E402
from .email_schedule_timing import EmailScheduleTiming  # noqa: E402
from .report_filters import ReportFilters  # noqa: E402
