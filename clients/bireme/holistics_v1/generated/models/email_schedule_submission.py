"""The model EmailScheduleSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .email_schedule_format import EmailScheduleFormat

_decode_recipients = _decode.array(_decode.string)
_decode_bcc = _decode.array(_decode.string)
_decode_format_ = _decode.enumerated(EmailScheduleFormat)


@define(kw_only=True)
class EmailScheduleSubmission:
    """A schedule to be made.

    Attributes:
        title: Title, and the subject of the message.
        recipients: Email addresses that it goes to.
        source: What is sent. It cannot be changed later.
        schedule: When it is sent.
        bcc: Email addresses that get it unseen by the others.
        body_text: Text of the message.
        format_: What is attached.
        options: What the message looks like.
        filter_values: Filter values of the source, by name.
        password: Password of the attached file; it is never told again.
    """

    title: str
    recipients: list[str]
    source: EmailScheduleSource
    schedule: EmailScheduleTiming
    bcc: list[str] | Unset = UNSET
    body_text: str | Unset = UNSET
    format_: EmailScheduleFormat | Unset = UNSET
    options: EmailScheduleOptions | Unset = UNSET
    filter_values: ReportFilters | Unset = UNSET
    password: str | Unset = field(default=UNSET, repr=False)
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            title=v if type(v := take("title", UNSET)) is str else fields.required("title", _decode.string, v),
            recipients=fields.required("recipients", _decode_recipients),
            source=fields.required("source", EmailScheduleSource.from_dict),
            schedule=fields.required("schedule", EmailScheduleTiming.from_dict),
            bcc=fields.optional("bcc", _decode_bcc),
            body_text=v
            if (v := take("body_text", UNSET)) is UNSET or type(v) is str
            else fields.optional("body_text", _decode.string, v),
            format_=fields.optional("format", _decode_format_),
            options=fields.optional("options", EmailScheduleOptions.from_dict),
            filter_values=fields.optional("filter_values", ReportFilters.from_dict),
            password=v
            if (v := take("password", UNSET)) is UNSET or type(v) is str
            else fields.optional("password", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "title": self.title,
            "recipients": self.recipients,
            "source": self.source,
            "schedule": self.schedule,
            "bcc": self.bcc,
            "body_text": self.body_text,
            "format": self.format_,
            "options": self.options,
            "filter_values": self.filter_values,
            "password": self.password,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .email_schedule_options import EmailScheduleOptions  # noqa: E402
from .email_schedule_source import EmailScheduleSource  # noqa: E402
from .email_schedule_timing import EmailScheduleTiming  # noqa: E402
from .report_filters import ReportFilters  # noqa: E402
