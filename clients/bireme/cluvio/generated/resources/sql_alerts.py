"""SqlAlerts: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.execution_started import ExecutionStarted
    from ..models.sql_alert_attachment import SqlAlertAttachment
    from ..models.sql_alert_collection import SqlAlertCollection
    from ..models.sql_alert_creation import SqlAlertCreation
    from ..models.sql_alert_document import SqlAlertDocument
    from ..models.sql_alert_email_condition import SqlAlertEmailCondition
    from ..models.sql_alert_include import SqlAlertInclude
    from ..models.sql_alert_result import SqlAlertResult
    from ..models.sql_alert_results import SqlAlertResults
    from ..models.sql_alert_run_schedule import SqlAlertRunSchedule
    from ..models.sql_alert_trigger_condition import SqlAlertTriggerCondition
    from ..models.sql_alert_update import SqlAlertUpdate
    from ..records.sql_alert import SqlAlert


class SqlAlerts:
    """Queries that are run by a timetable and judged, and who hears of it."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawSqlAlerts:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawSqlAlerts(self._sender)

    def list(self) -> builtins.list[SqlAlert]:
        """List all alerts.

        Lists all alerts in one reply, each with how its last run came out.

        Returns:
            The alerts.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.list()

        Notes:
            GET /sql_alerts. Needs one of the permissions view_alerts, manage_alerts. Evidence: documented:
            Vendor page, SQL Alerts: List SQL Alerts.
        """
        from ..api.sql_alerts import list_sql_alerts as _operation
        from ..records.sql_alert import SqlAlert

        _reply = self._sender.send(_operation.request())
        return SqlAlert.all_of(_reply)

    def create(
        self,
        *,
        name: str,
        sql_query: str,
        run_schedule: SqlAlertRunSchedule | str,
        trigger_condition: SqlAlertTriggerCondition | str,
        email_condition: SqlAlertEmailCondition | str,
        datasource: Record | str | None,
        description: str | Unset = UNSET,
        run_at: str | Unset = UNSET,
        run_every: int | Unset = UNSET,
        trigger_value: float | Unset = UNSET,
        emails: str | Unset = UNSET,
        cc_emails: str | Unset = UNSET,
        bcc_emails: str | Unset = UNSET,
        error_emails: str | Unset = UNSET,
        attach_as: SqlAlertAttachment | str | Unset = UNSET,
    ) -> SqlAlert:
        """Create an alert.

        Creates an alert: a query, a timetable for it, a condition on its result, and who is told. The key
        needs access to the datasource.

        Args:
            name: Name of the alert.
            sql_query: Query whose result is judged.
            run_schedule: When the query runs: on request only (`disabled`), every day at the times in
                `run_at` (`at`), or every `run_every` minutes (`every`).
            trigger_condition: When the alert triggers: when there are rows (`has_results`) or none
                (`no_results`), or when the one number of the result is `greater_than`, `lower_than`,
                `equal` or `not_equal` to `trigger_value`.
            email_condition: After which runs a mail is sent: while the condition holds (`triggered`), when
                that has changed since the run before (`changed`), or after every run (`all`).
            datasource: Datasource that the query runs on.
            description: What the alert watches.
            run_at: Times of day separated by commas, like `06:00,18:30` or `9:00am`. Needed with the
                schedule `at`.
            run_every: Minutes between two runs, a year at most. Needed with the schedule `every`.
            trigger_value: Number that the result is compared with: it stands on the right of the condition.
                Needed with the comparisons.
            emails: Addresses that the mail goes to, separated by commas. Without any, results are recorded
                only.
            cc_emails: Addresses that get a copy, separated by commas.
            bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
            error_emails: Addresses, separated by commas, that hear of errors of the query in place of the
                others.
            attach_as: Form in which the result is attached to the mail: `csv` or `excel`.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.create(name='Busy month', sql_query='SELECT max(n) FROM (SELECT count(*) AS n FROM flights GROUP BY month) AS months', run_schedule='every', ...)

        Notes:
            POST /sql_alerts. Needs one of the permissions manage_alerts. Evidence: documented: Vendor page,
            SQL Alerts: Create SQL Alert.
        """
        from ..api.sql_alerts import create_sql_alert as _operation
        from ..records.sql_alert import SqlAlert

        _body = _records.body(
            {
                "name": name,
                "sql_query": sql_query,
                "run_schedule": run_schedule,
                "trigger_condition": trigger_condition,
                "email_condition": email_condition,
                "description": description,
                "run_at": run_at,
                "run_every": run_every,
                "trigger_value": trigger_value,
                "emails": emails,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "error_emails": error_emails,
                "attach_as": attach_as,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return SqlAlert.of(_reply)

    def get(self, id: str, *, include: SqlAlertInclude | str | Unset = UNSET) -> SqlAlert:
        """Read one alert.

        Returns an alert and how its last run came out. Asking for the datasource in `include` needs View
        Datasources, Manage Datasources or Manage Alerts.

        Args:
            id: Id of the alert.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.get('mnth-busy-0001')

        Notes:
            GET /sql_alerts/{id}. Needs one of the permissions view_alerts, manage_alerts. Evidence:
            documented: Vendor page, SQL Alerts: Get SQL Alert.
        """
        from ..api.sql_alerts import get_sql_alert as _operation
        from ..records.sql_alert import SqlAlert

        _reply = self._sender.send(_operation.request(id, include=include))
        return SqlAlert.of(_reply)

    def delete(self, id: str) -> None:
        """Delete an alert.

        Deletes an alert. The key needs access to its datasource.

        Args:
            id: Id of the alert.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.delete('mnth-busy-0001')

        Notes:
            DELETE /sql_alerts/{id}. Needs one of the permissions manage_alerts. Evidence: documented:
            Vendor page, SQL Alerts: Delete SQL Alert.
        """
        from ..api.sql_alerts import delete_sql_alert as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        run_schedule: SqlAlertRunSchedule | str | Unset = UNSET,
        run_at: str | None | Unset = UNSET,
        run_every: int | None | Unset = UNSET,
        trigger_condition: SqlAlertTriggerCondition | str | Unset = UNSET,
        trigger_value: float | None | Unset = UNSET,
        email_condition: SqlAlertEmailCondition | str | Unset = UNSET,
        emails: str | None | Unset = UNSET,
        cc_emails: str | None | Unset = UNSET,
        bcc_emails: str | None | Unset = UNSET,
        error_emails: str | None | Unset = UNSET,
        attach_as: SqlAlertAttachment | str | None | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
    ) -> SqlAlert:
        """Change an alert.

        Changes an alert. What is left out stays as it is. The key needs access to the datasource.

        Args:
            id: Id of the alert.
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
            datasource: Datasource that the query runs on.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.update('mnth-busy-0001', run_schedule='at', run_at='06:00,18:00')

        Notes:
            PATCH /sql_alerts/{id}. Needs one of the permissions manage_alerts. Evidence: documented: Vendor
            page, SQL Alerts: Update SQL Alert.
        """
        from ..api.sql_alerts import update_sql_alert as _operation
        from ..records.sql_alert import SqlAlert

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "sql_query": sql_query,
                "run_schedule": run_schedule,
                "run_at": run_at,
                "run_every": run_every,
                "trigger_condition": trigger_condition,
                "trigger_value": trigger_value,
                "email_condition": email_condition,
                "emails": emails,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "error_emails": error_emails,
                "attach_as": attach_as,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return SqlAlert.of(_reply)

    def run_query(self, id: str) -> ExecutionStarted:
        """Run an alert now.

        Runs the query of an alert, judges the result and sends the mail if there are recipients and the
        conditions hold. Answers as soon as the query is on its way; follow it with `getExecution`, and read
        the outcome with `listSqlAlertResults`. The key needs access to the datasource.

        Args:
            id: Id of the alert.

        Returns:
            The execution to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.run_query('mnth-busy-0001')

        Notes:
            POST /sql_alerts/{id}/run. Needs one of the permissions manage_alerts. Evidence: documented:
            Vendor page, SQL Alerts: Run SQL Alert Query.
        """
        from ..api.sql_alerts import run_sql_alert_query as _operation

        return self._sender.send(_operation.request(id))

    def list_results(self, id: str, *, cursor: str | Unset = UNSET, limit: int | Unset = UNSET) -> SqlAlertResults:
        """List the results of an alert page by page.

        Lists how the runs of an alert came out, newest first. To go on to older ones, pass `cursor` of one
        page to the next call; it is missing on the last page. Results are kept for 30 days. Query and
        duration are there only for keys that may see details of SQL besides.

        Args:
            id: Id of the alert.
            cursor: Where to go on: `cursor` of the page before. Treat it as opaque.
            limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

        Returns:
            One page of results.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_alerts.list_results('mnth-busy-0001')

        Notes:
            GET /sql_alerts/{id}/results. Needs one of the permissions view_alerts. Evidence: documented:
            Vendor page, SQL Alerts: List SQL Alert Results.
        """
        from ..api.sql_alerts import list_sql_alert_results as _operation

        return self._sender.send(_operation.request(id, cursor=cursor, limit=limit))

    def iter_results(self, id: str, *, limit: int | Unset = UNSET) -> Iterator[SqlAlertResult]:
        """List the results of an alert page by page.

        Goes through every page; `list_results` gives one page and says what it holds.

        Args:
            id: Id of the alert.
            limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in c.sql_alerts.iter_results('mnth-busy-0001'):
                print(item)
        """
        from ..api.sql_alerts import list_sql_alert_results as _operation

        _request = _operation.request(id, limit=limit)
        return self._sender.paginate(_request, _operation.items)


class RawSqlAlerts:
    """SqlAlerts with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[SqlAlertCollection]:
        """List all alerts.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertCollection.

        Example:
            reply = c.sql_alerts.with_raw_response.list()
        """
        from ..api.sql_alerts import list_sql_alerts as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: SqlAlertCreation | Mapping[str, Any]) -> RawResponse[SqlAlertDocument]:
        """Create an alert.

        Args:
            body: Request that creates an alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertDocument.

        Example:
            reply = c.sql_alerts.with_raw_response.create(body=...)
        """
        from ..api.sql_alerts import create_sql_alert as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: SqlAlertInclude | str | Unset = UNSET) -> RawResponse[SqlAlertDocument]:
        """Read one alert.

        Args:
            id: Id of the alert.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertDocument.

        Example:
            reply = c.sql_alerts.with_raw_response.get('mnth-busy-0001')
        """
        from ..api.sql_alerts import get_sql_alert as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete an alert.

        Args:
            id: Id of the alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.sql_alerts.with_raw_response.delete('mnth-busy-0001')
        """
        from ..api.sql_alerts import delete_sql_alert as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: SqlAlertUpdate | Mapping[str, Any]) -> RawResponse[SqlAlertDocument]:
        """Change an alert.

        Args:
            id: Id of the alert.
            body: Request that changes an alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertDocument.

        Example:
            reply = c.sql_alerts.with_raw_response.update('mnth-busy-0001', body={'data': {'attributes': {'run_schedule': 'at', 'run_at': '06:00,18:00'}}})
        """
        from ..api.sql_alerts import update_sql_alert as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def run_query(self, id: str) -> RawResponse[ExecutionStarted]:
        """Run an alert now.

        Args:
            id: Id of the alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted.

        Example:
            reply = c.sql_alerts.with_raw_response.run_query('mnth-busy-0001')
        """
        from ..api.sql_alerts import run_sql_alert_query as _operation

        return self._sender.send_raw(_operation.request(id))

    def list_results(
        self, id: str, *, cursor: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> RawResponse[SqlAlertResults]:
        """List the results of an alert page by page.

        Args:
            id: Id of the alert.
            cursor: Where to go on: `cursor` of the page before. Treat it as opaque.
            limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertResults.

        Example:
            reply = c.sql_alerts.with_raw_response.list_results('mnth-busy-0001')
        """
        from ..api.sql_alerts import list_sql_alert_results as _operation

        return self._sender.send_raw(_operation.request(id, cursor=cursor, limit=limit))


class AsyncSqlAlerts:
    """Queries that are run by a timetable and judged, and who hears of it."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawSqlAlerts:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawSqlAlerts(self._sender)

    async def list(self) -> builtins.list[SqlAlert]:
        """List all alerts.

        Lists all alerts in one reply, each with how its last run came out.

        Returns:
            The alerts.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.list()

        Notes:
            GET /sql_alerts. Needs one of the permissions view_alerts, manage_alerts. Evidence: documented:
            Vendor page, SQL Alerts: List SQL Alerts.
        """
        from ..api.sql_alerts import list_sql_alerts as _operation
        from ..records.sql_alert import SqlAlert

        _reply = await self._sender.send(_operation.request())
        return SqlAlert.all_of(_reply)

    async def create(
        self,
        *,
        name: str,
        sql_query: str,
        run_schedule: SqlAlertRunSchedule | str,
        trigger_condition: SqlAlertTriggerCondition | str,
        email_condition: SqlAlertEmailCondition | str,
        datasource: Record | str | None,
        description: str | Unset = UNSET,
        run_at: str | Unset = UNSET,
        run_every: int | Unset = UNSET,
        trigger_value: float | Unset = UNSET,
        emails: str | Unset = UNSET,
        cc_emails: str | Unset = UNSET,
        bcc_emails: str | Unset = UNSET,
        error_emails: str | Unset = UNSET,
        attach_as: SqlAlertAttachment | str | Unset = UNSET,
    ) -> SqlAlert:
        """Create an alert.

        Creates an alert: a query, a timetable for it, a condition on its result, and who is told. The key
        needs access to the datasource.

        Args:
            name: Name of the alert.
            sql_query: Query whose result is judged.
            run_schedule: When the query runs: on request only (`disabled`), every day at the times in
                `run_at` (`at`), or every `run_every` minutes (`every`).
            trigger_condition: When the alert triggers: when there are rows (`has_results`) or none
                (`no_results`), or when the one number of the result is `greater_than`, `lower_than`,
                `equal` or `not_equal` to `trigger_value`.
            email_condition: After which runs a mail is sent: while the condition holds (`triggered`), when
                that has changed since the run before (`changed`), or after every run (`all`).
            datasource: Datasource that the query runs on.
            description: What the alert watches.
            run_at: Times of day separated by commas, like `06:00,18:30` or `9:00am`. Needed with the
                schedule `at`.
            run_every: Minutes between two runs, a year at most. Needed with the schedule `every`.
            trigger_value: Number that the result is compared with: it stands on the right of the condition.
                Needed with the comparisons.
            emails: Addresses that the mail goes to, separated by commas. Without any, results are recorded
                only.
            cc_emails: Addresses that get a copy, separated by commas.
            bcc_emails: Addresses that get a copy unseen by the others, separated by commas.
            error_emails: Addresses, separated by commas, that hear of errors of the query in place of the
                others.
            attach_as: Form in which the result is attached to the mail: `csv` or `excel`.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.create(name='Busy month', sql_query='SELECT max(n) FROM (SELECT count(*) AS n FROM flights GROUP BY month) AS months', run_schedule='every', ...)

        Notes:
            POST /sql_alerts. Needs one of the permissions manage_alerts. Evidence: documented: Vendor page,
            SQL Alerts: Create SQL Alert.
        """
        from ..api.sql_alerts import create_sql_alert as _operation
        from ..records.sql_alert import SqlAlert

        _body = _records.body(
            {
                "name": name,
                "sql_query": sql_query,
                "run_schedule": run_schedule,
                "trigger_condition": trigger_condition,
                "email_condition": email_condition,
                "description": description,
                "run_at": run_at,
                "run_every": run_every,
                "trigger_value": trigger_value,
                "emails": emails,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "error_emails": error_emails,
                "attach_as": attach_as,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return SqlAlert.of(_reply)

    async def get(self, id: str, *, include: SqlAlertInclude | str | Unset = UNSET) -> SqlAlert:
        """Read one alert.

        Returns an alert and how its last run came out. Asking for the datasource in `include` needs View
        Datasources, Manage Datasources or Manage Alerts.

        Args:
            id: Id of the alert.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.get('mnth-busy-0001')

        Notes:
            GET /sql_alerts/{id}. Needs one of the permissions view_alerts, manage_alerts. Evidence:
            documented: Vendor page, SQL Alerts: Get SQL Alert.
        """
        from ..api.sql_alerts import get_sql_alert as _operation
        from ..records.sql_alert import SqlAlert

        _reply = await self._sender.send(_operation.request(id, include=include))
        return SqlAlert.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete an alert.

        Deletes an alert. The key needs access to its datasource.

        Args:
            id: Id of the alert.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.delete('mnth-busy-0001')

        Notes:
            DELETE /sql_alerts/{id}. Needs one of the permissions manage_alerts. Evidence: documented:
            Vendor page, SQL Alerts: Delete SQL Alert.
        """
        from ..api.sql_alerts import delete_sql_alert as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        run_schedule: SqlAlertRunSchedule | str | Unset = UNSET,
        run_at: str | None | Unset = UNSET,
        run_every: int | None | Unset = UNSET,
        trigger_condition: SqlAlertTriggerCondition | str | Unset = UNSET,
        trigger_value: float | None | Unset = UNSET,
        email_condition: SqlAlertEmailCondition | str | Unset = UNSET,
        emails: str | None | Unset = UNSET,
        cc_emails: str | None | Unset = UNSET,
        bcc_emails: str | None | Unset = UNSET,
        error_emails: str | None | Unset = UNSET,
        attach_as: SqlAlertAttachment | str | None | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
    ) -> SqlAlert:
        """Change an alert.

        Changes an alert. What is left out stays as it is. The key needs access to the datasource.

        Args:
            id: Id of the alert.
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
            datasource: Datasource that the query runs on.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.update('mnth-busy-0001', run_schedule='at', run_at='06:00,18:00')

        Notes:
            PATCH /sql_alerts/{id}. Needs one of the permissions manage_alerts. Evidence: documented: Vendor
            page, SQL Alerts: Update SQL Alert.
        """
        from ..api.sql_alerts import update_sql_alert as _operation
        from ..records.sql_alert import SqlAlert

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "sql_query": sql_query,
                "run_schedule": run_schedule,
                "run_at": run_at,
                "run_every": run_every,
                "trigger_condition": trigger_condition,
                "trigger_value": trigger_value,
                "email_condition": email_condition,
                "emails": emails,
                "cc_emails": cc_emails,
                "bcc_emails": bcc_emails,
                "error_emails": error_emails,
                "attach_as": attach_as,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return SqlAlert.of(_reply)

    async def run_query(self, id: str) -> ExecutionStarted:
        """Run an alert now.

        Runs the query of an alert, judges the result and sends the mail if there are recipients and the
        conditions hold. Answers as soon as the query is on its way; follow it with `getExecution`, and read
        the outcome with `listSqlAlertResults`. The key needs access to the datasource.

        Args:
            id: Id of the alert.

        Returns:
            The execution to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.run_query('mnth-busy-0001')

        Notes:
            POST /sql_alerts/{id}/run. Needs one of the permissions manage_alerts. Evidence: documented:
            Vendor page, SQL Alerts: Run SQL Alert Query.
        """
        from ..api.sql_alerts import run_sql_alert_query as _operation

        return await self._sender.send(_operation.request(id))

    async def list_results(
        self, id: str, *, cursor: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> SqlAlertResults:
        """List the results of an alert page by page.

        Lists how the runs of an alert came out, newest first. To go on to older ones, pass `cursor` of one
        page to the next call; it is missing on the last page. Results are kept for 30 days. Query and
        duration are there only for keys that may see details of SQL besides.

        Args:
            id: Id of the alert.
            cursor: Where to go on: `cursor` of the page before. Treat it as opaque.
            limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

        Returns:
            One page of results.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_alerts.list_results('mnth-busy-0001')

        Notes:
            GET /sql_alerts/{id}/results. Needs one of the permissions view_alerts. Evidence: documented:
            Vendor page, SQL Alerts: List SQL Alert Results.
        """
        from ..api.sql_alerts import list_sql_alert_results as _operation

        return await self._sender.send(_operation.request(id, cursor=cursor, limit=limit))

    def iter_results(self, id: str, *, limit: int | Unset = UNSET) -> AsyncIterator[SqlAlertResult]:
        """List the results of an alert page by page.

        Goes through every page; `list_results` gives one page and says what it holds.

        Args:
            id: Id of the alert.
            limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in c.sql_alerts.iter_results('mnth-busy-0001'):
                print(item)
        """
        from ..api.sql_alerts import list_sql_alert_results as _operation

        _request = _operation.request(id, limit=limit)
        return self._sender.paginate(_request, _operation.items)


class AsyncRawSqlAlerts:
    """AsyncSqlAlerts with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[SqlAlertCollection]:
        """List all alerts.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertCollection.

        Example:
            reply = await c.sql_alerts.with_raw_response.list()
        """
        from ..api.sql_alerts import list_sql_alerts as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: SqlAlertCreation | Mapping[str, Any]) -> RawResponse[SqlAlertDocument]:
        """Create an alert.

        Args:
            body: Request that creates an alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertDocument.

        Example:
            reply = await c.sql_alerts.with_raw_response.create(body=...)
        """
        from ..api.sql_alerts import create_sql_alert as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: str, *, include: SqlAlertInclude | str | Unset = UNSET) -> RawResponse[SqlAlertDocument]:
        """Read one alert.

        Args:
            id: Id of the alert.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertDocument.

        Example:
            reply = await c.sql_alerts.with_raw_response.get('mnth-busy-0001')
        """
        from ..api.sql_alerts import get_sql_alert as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete an alert.

        Args:
            id: Id of the alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.sql_alerts.with_raw_response.delete('mnth-busy-0001')
        """
        from ..api.sql_alerts import delete_sql_alert as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: SqlAlertUpdate | Mapping[str, Any]) -> RawResponse[SqlAlertDocument]:
        """Change an alert.

        Args:
            id: Id of the alert.
            body: Request that changes an alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertDocument.

        Example:
            reply = await c.sql_alerts.with_raw_response.update('mnth-busy-0001', body={'data': {'attributes': {'run_schedule': 'at', 'run_at': '06:00,18:00'}}})
        """
        from ..api.sql_alerts import update_sql_alert as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def run_query(self, id: str) -> RawResponse[ExecutionStarted]:
        """Run an alert now.

        Args:
            id: Id of the alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted.

        Example:
            reply = await c.sql_alerts.with_raw_response.run_query('mnth-busy-0001')
        """
        from ..api.sql_alerts import run_sql_alert_query as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def list_results(
        self, id: str, *, cursor: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> RawResponse[SqlAlertResults]:
        """List the results of an alert page by page.

        Args:
            id: Id of the alert.
            cursor: Where to go on: `cursor` of the page before. Treat it as opaque.
            limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlAlertResults.

        Example:
            reply = await c.sql_alerts.with_raw_response.list_results('mnth-busy-0001')
        """
        from ..api.sql_alerts import list_sql_alert_results as _operation

        return await self._sender.send_raw(_operation.request(id, cursor=cursor, limit=limit))
