"""The model SqlAlertUpdateAttributes."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .sql_alert_attachment import SqlAlertAttachment
from .sql_alert_email_condition import SqlAlertEmailCondition
from .sql_alert_run_schedule import SqlAlertRunSchedule
from .sql_alert_trigger_condition import SqlAlertTriggerCondition

_decode_run_schedule = _decode.enumerated(SqlAlertRunSchedule)
_decode_trigger_condition = _decode.enumerated(SqlAlertTriggerCondition)
_decode_email_condition = _decode.enumerated(SqlAlertEmailCondition)
_decode_attach_as = _decode.nullable(_decode.enumerated(SqlAlertAttachment))


@define(kw_only=True)
class SqlAlertUpdateAttributes:
    """New values for an alert. What is left out stays as it is; null takes a value away.

    Attributes:
        name: Name of the alert.
        description: What the alert watches.
        sql_query: Query whose result is judged.
        run_schedule: When the query runs: on request only (`disabled`), every day at the times in
            `run_at` (`at`), or every `run_every` minutes (`every`).
        run_at: Times of day separated by commas, like `06:00,18:30` or `9:00am`. Needed with the
            schedule `at`.
        run_every: Minutes between two runs, a year at most. Needed with the schedule `every`.
        trigger_condition: When the alert triggers: when there are rows (`has_results`) or none
            (`no_results`), or when the one number of the result is `greater_than`, `lower_than`,
            `equal` or `not_equal` to `trigger_value`.
        trigger_value: Number that the result is compared with: it stands on the right of the condition.
            Needed with the comparisons.
        email_condition: After which runs a mail is sent: while the condition holds (`triggered`), when
            that has changed since the run before (`changed`), or after every run (`all`).
        emails: Addresses that the mail goes to, separated by commas. Without any, results are recorded
            only.
        cc_emails: Addresses that get a copy, separated by commas.
        bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
        error_emails: Addresses, separated by commas, that hear of errors of the query in place of the
            others.
        attach_as: Form in which the result is attached to the mail: `csv` or `excel`.
    """

    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    sql_query: str | Unset = UNSET
    run_schedule: SqlAlertRunSchedule | Unset = UNSET
    run_at: str | None | Unset = UNSET
    run_every: int | None | Unset = UNSET
    trigger_condition: SqlAlertTriggerCondition | Unset = UNSET
    trigger_value: float | None | Unset = UNSET
    email_condition: SqlAlertEmailCondition | Unset = UNSET
    emails: str | None | Unset = UNSET
    cc_emails: str | None | Unset = UNSET
    bcc_emails: str | None | Unset = UNSET
    error_emails: str | None | Unset = UNSET
    attach_as: SqlAlertAttachment | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            sql_query=v
            if (v := take("sql_query", UNSET)) is UNSET or type(v) is str
            else fields.optional("sql_query", _decode.string, v),
            run_schedule=fields.optional("run_schedule", _decode_run_schedule),
            run_at=v
            if (v := take("run_at", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("run_at", _decode.nullable(_decode.string), v),
            run_every=v
            if (v := take("run_every", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("run_every", _decode.nullable(_decode.integer), v),
            trigger_condition=fields.optional("trigger_condition", _decode_trigger_condition),
            trigger_value=v
            if (v := take("trigger_value", UNSET)) is UNSET or v is None or type(v) is float
            else fields.optional("trigger_value", _decode.nullable(_decode.number), v),
            email_condition=fields.optional("email_condition", _decode_email_condition),
            emails=v
            if (v := take("emails", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("emails", _decode.nullable(_decode.string), v),
            cc_emails=v
            if (v := take("cc_emails", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("cc_emails", _decode.nullable(_decode.string), v),
            bcc_emails=v
            if (v := take("bcc_emails", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("bcc_emails", _decode.nullable(_decode.string), v),
            error_emails=v
            if (v := take("error_emails", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("error_emails", _decode.nullable(_decode.string), v),
            attach_as=fields.optional("attach_as", _decode_attach_as),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "description": self.description,
            "sql_query": self.sql_query,
            "run_schedule": self.run_schedule,
            "run_at": self.run_at,
            "run_every": self.run_every,
            "trigger_condition": self.trigger_condition,
            "trigger_value": self.trigger_value,
            "email_condition": self.email_condition,
            "emails": self.emails,
            "cc_emails": self.cc_emails,
            "bcc_emails": self.bcc_emails,
            "error_emails": self.error_emails,
            "attach_as": self.attach_as,
        }
