"""DataAlerts: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.async_job import AsyncJob
    from ..models.async_job_reply import AsyncJobReply
    from ..models.data_alert import DataAlert
    from ..models.data_alert_dest_type import DataAlertDestType
    from ..models.data_alert_page import DataAlertPage
    from ..models.data_alert_reply import DataAlertReply
    from ..models.data_alert_source_type import DataAlertSourceType
    from ..models.data_alert_submission import DataAlertSubmission
    from ..models.message import Message
    from ..models.test_data_alert_submission import TestDataAlertSubmission


class DataAlerts:
    """Watching widgets by a timetable and sending word when conditions hold."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataAlerts:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataAlerts(self._sender)

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        dest_type: DataAlertDestType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
        source_type: DataAlertSourceType | str | Unset = UNSET,
    ) -> DataAlertPage:
        """List data alerts page by page.

        Lists data alerts by id. To go on, pass `cursors.next` of one page as `after` of the next call, with
        the same filters, until it is null. Without the right to manage everybody's alerts, the owner of the
        key sees the own ones only.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Only those whose title has this text in it; letters may be small or capital.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
            source_id: Only those of the widget with this id.
            source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

        Returns:
            One page of data alerts.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.list()

        Notes:
            GET /data_alerts. Rate limit level 1. Needs the permission view_alerts. Evidence: documented:
            API documentation, Data Alerts: list; method, path and success status: public API reference.
        """
        from ..api.data_alerts import data_alerts_list as _operation

        return self._sender.send(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                dest_type=dest_type,
                source_id=source_id,
                source_type=source_type,
            )
        )

    def iter(
        self,
        *,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        dest_type: DataAlertDestType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
        source_type: DataAlertSourceType | str | Unset = UNSET,
    ) -> Iterator[DataAlert]:
        """List data alerts page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Only those whose title has this text in it; letters may be small or capital.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
            source_id: Only those of the widget with this id.
            source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in h.data_alerts.iter():
                print(item)
        """
        from ..api.data_alerts import data_alerts_list as _operation

        _request = _operation.request(
            limit=limit, search_term=search_term, dest_type=dest_type, source_id=source_id, source_type=source_type
        )
        return self._sender.paginate(_request, _operation.items)

    def create(self, *, body: DataAlertSubmission | Mapping[str, Any]) -> DataAlert:
        """Create a data alert.

        Keeps an alert that looks at a widget by a timetable and sends word when its conditions hold. It
        belongs to the owner of the key and runs with that person's rights. The first run is the first time
        of `repeat` after now.

        Args:
            body: The alert.

        Returns:
            The alert as it is kept, with its id.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.create(body=...)

        Notes:
            POST /data_alerts. Rate limit level 1. Needs the permission manage_alerts. Evidence: documented:
            API documentation, Data Alerts: create, and the tutorial; method, path and success status:
            public API reference.
        """
        from ..api.data_alerts import data_alerts_create as _operation

        _reply = self._sender.send(_operation.request(body=body))
        return _reply.data_alert

    def get(self, id: int) -> DataAlert:
        """Read one data alert.

        Returns a data alert. Without the right to manage everybody's alerts, the owner of the key can read
        the own ones only.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.get(601)

        Notes:
            GET /data_alerts/{id}. Rate limit level 1. Needs the permission view_alerts. Evidence:
            documented: API documentation, Data Alerts: get; method, path and success status: public API
            reference.
        """
        from ..api.data_alerts import data_alerts_get as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.data_alert

    def update(self, id: int, *, body: DataAlertSubmission | Mapping[str, Any]) -> DataAlert:
        """Change a data alert.

        Puts the alert in the body in the place of the one that is kept; keys that are left out are not
        taken over from it. Its id and its owner stay. The next run is the first time of `repeat` after now,
        so no run is made up for.

        Args:
            id: Id of the alert, as in the reply that created or listed it.
            body: The alert.

        Returns:
            The alert as it is kept from now on.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.update(601, body=...)

        Notes:
            PUT /data_alerts/{id}. Rate limit level 1. Needs the permission manage_alerts. Evidence:
            documented: API documentation, Data Alerts: update; method, path and success status: public API
            reference.
        """
        from ..api.data_alerts import data_alerts_update as _operation

        _reply = self._sender.send(_operation.request(id, body=body))
        return _reply.data_alert

    def delete(self, id: int) -> str:
        """Delete a data alert.

        Removes a data alert for good. A run of it that has begun goes on.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.delete(601)

        Notes:
            DELETE /data_alerts/{id}. Rate limit level 1. Needs the permission manage_alerts. Evidence:
            documented: API documentation, Data Alerts: delete; method, path and success status: public API
            reference.
        """
        from ..api.data_alerts import data_alerts_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def submit_execute_test(self, *, body: TestDataAlertSubmission | Mapping[str, Any]) -> AsyncJob:
        """Try a data alert out.

        Starts a job that does what the alert in the body would do, sending included. Nothing is saved: the
        alert gets no id and never runs again.

        Args:
            body: The alert.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.submit_execute_test(body=...)

        Notes:
            POST /data_alerts/submit_execute. Rate limit level 2. Needs the permission manage_alerts.
            Evidence: documented: API documentation, Data Alerts: execute test; method, path and success
            status: public API reference.
        """
        from ..api.data_alerts import data_alerts_submit_execute_test as _operation

        _reply = self._sender.send(_operation.request(body=body))
        return _reply.job

    def submit_execute(self, id: int) -> AsyncJob:
        """Run a data alert now.

        Starts a job that looks at the widget now, whether the alert is paused or not, and sends word if its
        conditions hold. Each call sends anew.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_alerts.submit_execute(601)

        Notes:
            POST /data_alerts/{id}/submit_execute. Rate limit level 2. Needs the permission manage_alerts.
            Evidence: documented: API documentation, Data Alerts: execute; method, path and success status:
            public API reference.
        """
        from ..api.data_alerts import data_alerts_submit_execute as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.job


class RawDataAlerts:
    """DataAlerts with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        dest_type: DataAlertDestType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
        source_type: DataAlertSourceType | str | Unset = UNSET,
    ) -> RawResponse[DataAlertPage]:
        """List data alerts page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Only those whose title has this text in it; letters may be small or capital.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
            source_id: Only those of the widget with this id.
            source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertPage.

        Example:
            reply = h.data_alerts.with_raw_response.list()
        """
        from ..api.data_alerts import data_alerts_list as _operation

        return self._sender.send_raw(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                dest_type=dest_type,
                source_id=source_id,
                source_type=source_type,
            )
        )

    def create(self, *, body: DataAlertSubmission | Mapping[str, Any]) -> RawResponse[DataAlertReply]:
        """Create a data alert.

        Args:
            body: The alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertReply.

        Example:
            reply = h.data_alerts.with_raw_response.create(body=...)
        """
        from ..api.data_alerts import data_alerts_create as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: int) -> RawResponse[DataAlertReply]:
        """Read one data alert.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertReply.

        Example:
            reply = h.data_alerts.with_raw_response.get(601)
        """
        from ..api.data_alerts import data_alerts_get as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: int, *, body: DataAlertSubmission | Mapping[str, Any]) -> RawResponse[DataAlertReply]:
        """Change a data alert.

        Args:
            id: Id of the alert, as in the reply that created or listed it.
            body: The alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertReply.

        Example:
            reply = h.data_alerts.with_raw_response.update(601, body=...)
        """
        from ..api.data_alerts import data_alerts_update as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data alert.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.data_alerts.with_raw_response.delete(601)
        """
        from ..api.data_alerts import data_alerts_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def submit_execute_test(self, *, body: TestDataAlertSubmission | Mapping[str, Any]) -> RawResponse[AsyncJobReply]:
        """Try a data alert out.

        Args:
            body: The alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.data_alerts.with_raw_response.submit_execute_test(body=...)
        """
        from ..api.data_alerts import data_alerts_submit_execute_test as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def submit_execute(self, id: int) -> RawResponse[AsyncJobReply]:
        """Run a data alert now.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.data_alerts.with_raw_response.submit_execute(601)
        """
        from ..api.data_alerts import data_alerts_submit_execute as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncDataAlerts:
    """Watching widgets by a timetable and sending word when conditions hold."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataAlerts:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataAlerts(self._sender)

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        dest_type: DataAlertDestType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
        source_type: DataAlertSourceType | str | Unset = UNSET,
    ) -> DataAlertPage:
        """List data alerts page by page.

        Lists data alerts by id. To go on, pass `cursors.next` of one page as `after` of the next call, with
        the same filters, until it is null. Without the right to manage everybody's alerts, the owner of the
        key sees the own ones only.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Only those whose title has this text in it; letters may be small or capital.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
            source_id: Only those of the widget with this id.
            source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

        Returns:
            One page of data alerts.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.list()

        Notes:
            GET /data_alerts. Rate limit level 1. Needs the permission view_alerts. Evidence: documented:
            API documentation, Data Alerts: list; method, path and success status: public API reference.
        """
        from ..api.data_alerts import data_alerts_list as _operation

        return await self._sender.send(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                dest_type=dest_type,
                source_id=source_id,
                source_type=source_type,
            )
        )

    def iter(
        self,
        *,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        dest_type: DataAlertDestType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
        source_type: DataAlertSourceType | str | Unset = UNSET,
    ) -> AsyncIterator[DataAlert]:
        """List data alerts page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Only those whose title has this text in it; letters may be small or capital.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
            source_id: Only those of the widget with this id.
            source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in h.data_alerts.iter():
                print(item)
        """
        from ..api.data_alerts import data_alerts_list as _operation

        _request = _operation.request(
            limit=limit, search_term=search_term, dest_type=dest_type, source_id=source_id, source_type=source_type
        )
        return self._sender.paginate(_request, _operation.items)

    async def create(self, *, body: DataAlertSubmission | Mapping[str, Any]) -> DataAlert:
        """Create a data alert.

        Keeps an alert that looks at a widget by a timetable and sends word when its conditions hold. It
        belongs to the owner of the key and runs with that person's rights. The first run is the first time
        of `repeat` after now.

        Args:
            body: The alert.

        Returns:
            The alert as it is kept, with its id.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.create(body=...)

        Notes:
            POST /data_alerts. Rate limit level 1. Needs the permission manage_alerts. Evidence: documented:
            API documentation, Data Alerts: create, and the tutorial; method, path and success status:
            public API reference.
        """
        from ..api.data_alerts import data_alerts_create as _operation

        _reply = await self._sender.send(_operation.request(body=body))
        return _reply.data_alert

    async def get(self, id: int) -> DataAlert:
        """Read one data alert.

        Returns a data alert. Without the right to manage everybody's alerts, the owner of the key can read
        the own ones only.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            The alert.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.get(601)

        Notes:
            GET /data_alerts/{id}. Rate limit level 1. Needs the permission view_alerts. Evidence:
            documented: API documentation, Data Alerts: get; method, path and success status: public API
            reference.
        """
        from ..api.data_alerts import data_alerts_get as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.data_alert

    async def update(self, id: int, *, body: DataAlertSubmission | Mapping[str, Any]) -> DataAlert:
        """Change a data alert.

        Puts the alert in the body in the place of the one that is kept; keys that are left out are not
        taken over from it. Its id and its owner stay. The next run is the first time of `repeat` after now,
        so no run is made up for.

        Args:
            id: Id of the alert, as in the reply that created or listed it.
            body: The alert.

        Returns:
            The alert as it is kept from now on.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.update(601, body=...)

        Notes:
            PUT /data_alerts/{id}. Rate limit level 1. Needs the permission manage_alerts. Evidence:
            documented: API documentation, Data Alerts: update; method, path and success status: public API
            reference.
        """
        from ..api.data_alerts import data_alerts_update as _operation

        _reply = await self._sender.send(_operation.request(id, body=body))
        return _reply.data_alert

    async def delete(self, id: int) -> str:
        """Delete a data alert.

        Removes a data alert for good. A run of it that has begun goes on.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.delete(601)

        Notes:
            DELETE /data_alerts/{id}. Rate limit level 1. Needs the permission manage_alerts. Evidence:
            documented: API documentation, Data Alerts: delete; method, path and success status: public API
            reference.
        """
        from ..api.data_alerts import data_alerts_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def submit_execute_test(self, *, body: TestDataAlertSubmission | Mapping[str, Any]) -> AsyncJob:
        """Try a data alert out.

        Starts a job that does what the alert in the body would do, sending included. Nothing is saved: the
        alert gets no id and never runs again.

        Args:
            body: The alert.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.submit_execute_test(body=...)

        Notes:
            POST /data_alerts/submit_execute. Rate limit level 2. Needs the permission manage_alerts.
            Evidence: documented: API documentation, Data Alerts: execute test; method, path and success
            status: public API reference.
        """
        from ..api.data_alerts import data_alerts_submit_execute_test as _operation

        _reply = await self._sender.send(_operation.request(body=body))
        return _reply.job

    async def submit_execute(self, id: int) -> AsyncJob:
        """Run a data alert now.

        Starts a job that looks at the widget now, whether the alert is paused or not, and sends word if its
        conditions hold. Each call sends anew.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_alerts.submit_execute(601)

        Notes:
            POST /data_alerts/{id}/submit_execute. Rate limit level 2. Needs the permission manage_alerts.
            Evidence: documented: API documentation, Data Alerts: execute; method, path and success status:
            public API reference.
        """
        from ..api.data_alerts import data_alerts_submit_execute as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.job


class AsyncRawDataAlerts:
    """AsyncDataAlerts with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        search_term: str | Unset = UNSET,
        dest_type: DataAlertDestType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
        source_type: DataAlertSourceType | str | Unset = UNSET,
    ) -> RawResponse[DataAlertPage]:
        """List data alerts page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            search_term: Only those whose title has this text in it; letters may be small or capital.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
            source_id: Only those of the widget with this id.
            source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertPage.

        Example:
            reply = await h.data_alerts.with_raw_response.list()
        """
        from ..api.data_alerts import data_alerts_list as _operation

        return await self._sender.send_raw(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                search_term=search_term,
                dest_type=dest_type,
                source_id=source_id,
                source_type=source_type,
            )
        )

    async def create(self, *, body: DataAlertSubmission | Mapping[str, Any]) -> RawResponse[DataAlertReply]:
        """Create a data alert.

        Args:
            body: The alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertReply.

        Example:
            reply = await h.data_alerts.with_raw_response.create(body=...)
        """
        from ..api.data_alerts import data_alerts_create as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: int) -> RawResponse[DataAlertReply]:
        """Read one data alert.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertReply.

        Example:
            reply = await h.data_alerts.with_raw_response.get(601)
        """
        from ..api.data_alerts import data_alerts_get as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: int, *, body: DataAlertSubmission | Mapping[str, Any]) -> RawResponse[DataAlertReply]:
        """Change a data alert.

        Args:
            id: Id of the alert, as in the reply that created or listed it.
            body: The alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataAlertReply.

        Example:
            reply = await h.data_alerts.with_raw_response.update(601, body=...)
        """
        from ..api.data_alerts import data_alerts_update as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data alert.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.data_alerts.with_raw_response.delete(601)
        """
        from ..api.data_alerts import data_alerts_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def submit_execute_test(
        self, *, body: TestDataAlertSubmission | Mapping[str, Any]
    ) -> RawResponse[AsyncJobReply]:
        """Try a data alert out.

        Args:
            body: The alert.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.data_alerts.with_raw_response.submit_execute_test(body=...)
        """
        from ..api.data_alerts import data_alerts_submit_execute_test as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def submit_execute(self, id: int) -> RawResponse[AsyncJobReply]:
        """Run a data alert now.

        Args:
            id: Id of the alert, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.data_alerts.with_raw_response.submit_execute(601)
        """
        from ..api.data_alerts import data_alerts_submit_execute as _operation

        return await self._sender.send_raw(_operation.request(id))
