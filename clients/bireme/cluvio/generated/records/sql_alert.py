"""The record SqlAlert."""

from __future__ import annotations

import datetime
import uuid
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.sql_alert_attachment import SqlAlertAttachment
    from ..models.sql_alert_attributes import SqlAlertAttributes
    from ..models.sql_alert_email_condition import SqlAlertEmailCondition
    from ..models.sql_alert_result_status import SqlAlertResultStatus
    from ..models.sql_alert_run_schedule import SqlAlertRunSchedule
    from ..models.sql_alert_trigger_condition import SqlAlertTriggerCondition
    from .datasource import Datasource


class SqlAlert(Record):
    """An alert as an object of JSON:API."""

    TYPE: ClassVar[str] = "sql_alerts"

    @property
    def attributes(self) -> SqlAlertAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the alert."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def description(self) -> str | None:
        """What the alert watches."""
        return self._attribute("description")  # type: ignore[no-any-return]

    @property
    def sql_query(self) -> str:
        """Query whose result is judged."""
        return self._attribute("sql_query")  # type: ignore[no-any-return]

    @property
    def run_schedule(self) -> SqlAlertRunSchedule:
        """When the query runs: on request only (`disabled`), every day at the times in `run_at` (`at`), or
        every `run_every` minutes (`every`).
        """
        return self._attribute("run_schedule")  # type: ignore[no-any-return]

    @property
    def run_at(self) -> str | None:
        """Times of day separated by commas, like `06:00,18:30` or `9:00am`. Needed with the schedule `at`."""
        return self._attribute("run_at")  # type: ignore[no-any-return]

    @property
    def run_every(self) -> int | None:
        """Minutes between two runs. Needed with the schedule `every`."""
        return self._attribute("run_every")  # type: ignore[no-any-return]

    @property
    def trigger_condition(self) -> SqlAlertTriggerCondition:
        """When the alert triggers: when there are rows (`has_results`) or none (`no_results`), or when the one
        number of the result is `greater_than`, `lower_than`, `equal` or `not_equal` to `trigger_value`.
        """
        return self._attribute("trigger_condition")  # type: ignore[no-any-return]

    @property
    def trigger_value(self) -> float | None:
        """Number that the result is compared with: it stands on the right of the condition."""
        return self._attribute("trigger_value")  # type: ignore[no-any-return]

    @property
    def email_condition(self) -> SqlAlertEmailCondition:
        """After which runs a mail is sent: while the condition holds (`triggered`), when that has changed
        since the run before (`changed`), or after every run (`all`).
        """
        return self._attribute("email_condition")  # type: ignore[no-any-return]

    @property
    def emails(self) -> str | None:
        """Addresses that the mail goes to, separated by commas."""
        return self._attribute("emails")  # type: ignore[no-any-return]

    @property
    def cc_emails(self) -> str | None:
        """Addresses that get a copy, separated by commas."""
        return self._attribute("cc_emails")  # type: ignore[no-any-return]

    @property
    def bcc_emails(self) -> str | None:
        """Addresses that get a copy unseen by the others, separated by commas."""
        return self._attribute("bcc_emails")  # type: ignore[no-any-return]

    @property
    def error_emails(self) -> str | None:
        """Addresses, separated by commas, that hear of errors of the query in place of the others."""
        return self._attribute("error_emails")  # type: ignore[no-any-return]

    @property
    def attach_as(self) -> SqlAlertAttachment | None:
        """Form in which the result is attached to the mail: `csv` or `excel`."""
        return self._attribute("attach_as")  # type: ignore[no-any-return]

    @property
    def running_execution_id(self) -> uuid.UUID | None:
        """Execution of the run that is under way, if one is."""
        return self._attribute("running_execution_id")  # type: ignore[no-any-return]

    @property
    def last_result_status(self) -> SqlAlertResultStatus | None:
        """How the last run came out."""
        return self._attribute("last_result_status")  # type: ignore[no-any-return]

    @property
    def last_error_message(self) -> str | None:
        """What went wrong in the last run. Judging the result can fail although the query has succeeded."""
        return self._attribute("last_error_message")  # type: ignore[no-any-return]

    @property
    def last_query_run(self) -> datetime.datetime | None:
        """When the query last ran."""
        return self._attribute("last_query_run")  # type: ignore[no-any-return]

    @property
    def last_query_success(self) -> datetime.datetime | None:
        """When the query last succeeded."""
        return self._attribute("last_query_success")  # type: ignore[no-any-return]

    @property
    def last_query_error_message(self) -> str | None:
        """Error of the last run's query, if it had one."""
        return self._attribute("last_query_error_message")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def datasource(self) -> Datasource | None:
        """Datasource that the query runs on.

        Only named by id unless the request had include="datasource".
        """
        from .datasource import Datasource

        return self._one("datasource", Datasource)
