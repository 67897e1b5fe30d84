"""The model DashboardScheduleCreationAttributes."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardScheduleCreationAttributes:
    """What a schedule is to be like.

    Attributes:
        name: Name of the schedule.
        emails: Addresses that the mail goes to, separated by commas.
        attach_as: What the mail brings along, separated by commas: any of `csv`, `excel`, `pdf`, `png`,
            `inline_png`, and on a dark ground `dark_pdf`, `dark_png`, `dark_inline_png`. The inline
            ones stand in the text of the mail. Of a dashboard, `csv` is a file for each report, and
            `excel` one workbook with a sheet for each.
        schedule: When to send. `disabled` (only when triggered), `daily;TIMES`, `weekly;DAYS;TIMES`
            with days 0 (Monday) to 6 (Sunday), or `monthly;DAYS;TIMES` with days 1 to 31. Days and
            times are separated by commas; a time is `06:00` or `9:00am`, in the time zone of the
            organization.
        cc_emails: Addresses that get a copy, separated by commas.
        bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
        subject_text: Subject of the mail. Left out, it is the name of what is sent.
        body_text: Text of the mail, above the pictures in it.
        send_via: How the mail is sent. The vendor gives no values.
        page_width: Width in pixels of the rendered files. Left out or 0, it is that of the dashboard or
            report.
        parameters: Inputs that the dashboard or report is run with.
    """

    name: str
    emails: str
    attach_as: str
    schedule: str
    cc_emails: str | Unset = UNSET
    bcc_emails: str | Unset = UNSET
    subject_text: str | Unset = UNSET
    body_text: str | Unset = UNSET
    send_via: str | Unset = UNSET
    page_width: int | Unset = UNSET
    parameters: InputParameters | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            emails=v if type(v := take("emails", UNSET)) is str else fields.required("emails", _decode.string, v),
            attach_as=v
            if type(v := take("attach_as", UNSET)) is str
            else fields.required("attach_as", _decode.string, v),
            schedule=v if type(v := take("schedule", UNSET)) is str else fields.required("schedule", _decode.string, v),
            cc_emails=v
            if (v := take("cc_emails", UNSET)) is UNSET or type(v) is str
            else fields.optional("cc_emails", _decode.string, v),
            bcc_emails=v
            if (v := take("bcc_emails", UNSET)) is UNSET or type(v) is str
            else fields.optional("bcc_emails", _decode.string, v),
            subject_text=v
            if (v := take("subject_text", UNSET)) is UNSET or type(v) is str
            else fields.optional("subject_text", _decode.string, v),
            body_text=v
            if (v := take("body_text", UNSET)) is UNSET or type(v) is str
            else fields.optional("body_text", _decode.string, v),
            send_via=v
            if (v := take("send_via", UNSET)) is UNSET or type(v) is str
            else fields.optional("send_via", _decode.string, v),
            page_width=v
            if (v := take("page_width", UNSET)) is UNSET or type(v) is int
            else fields.optional("page_width", _decode.integer, v),
            parameters=fields.optional("parameters", InputParameters.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "emails": self.emails,
            "attach_as": self.attach_as,
            "schedule": self.schedule,
            "cc_emails": self.cc_emails,
            "bcc_emails": self.bcc_emails,
            "subject_text": self.subject_text,
            "body_text": self.body_text,
            "send_via": self.send_via,
            "page_width": self.page_width,
            "parameters": self.parameters,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .input_parameters import InputParameters  # noqa: E402
