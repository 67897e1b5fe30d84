"""DataSchedules: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.async_job import AsyncJob
    from ..models.async_job_reply import AsyncJobReply
    from ..models.data_schedule import DataSchedule
    from ..models.data_schedule_dest_type import DataScheduleDestType
    from ..models.data_schedule_page import DataSchedulePage
    from ..models.data_schedule_reply import DataScheduleReply
    from ..models.data_schedule_source_type import DataScheduleSourceType
    from ..models.data_schedule_submission import DataScheduleSubmission
    from ..models.message import Message


class DataSchedules:
    """Sending dashboards and reports by a timetable, by mail, to Slack or as files."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataSchedules:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataSchedules(self._sender)

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        dest_type: DataScheduleDestType | str | Unset = UNSET,
        source_type: DataScheduleSourceType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
    ) -> DataSchedulePage:
        """List data schedules page by page.

        Lists data schedules by id. To go on, pass `cursors.next` of one page as `after` of the next call,
        with the same filters, until it is null. Without the right to manage everybody's schedules, the
        owner of the key sees the own ones only.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
                SftpDest.
            source_type: Only those of this kind of source. One of Dashboard, QueryReport.
            source_id: Only those of the source with this id.

        Returns:
            One page of data schedules.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_schedules.list()

        Notes:
            GET /data_schedules. Rate limit level 1. Needs the permission view_schedules. Evidence:
            documented: API documentation, Data Schedules: list; method, path and success status: public API
            reference.
        """
        from ..api.data_schedules import data_schedules_list as _operation

        return self._sender.send(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                dest_type=dest_type,
                source_type=source_type,
                source_id=source_id,
            )
        )

    def iter(
        self,
        *,
        limit: int | Unset = UNSET,
        dest_type: DataScheduleDestType | str | Unset = UNSET,
        source_type: DataScheduleSourceType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
    ) -> Iterator[DataSchedule]:
        """List data schedules page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
                SftpDest.
            source_type: Only those of this kind of source. One of Dashboard, QueryReport.
            source_id: Only those of the source with this id.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in h.data_schedules.iter():
                print(item)
        """
        from ..api.data_schedules import data_schedules_list as _operation

        _request = _operation.request(limit=limit, dest_type=dest_type, source_type=source_type, source_id=source_id)
        return self._sender.paginate(_request, _operation.items)

    def create(self, *, body: DataScheduleSubmission | Mapping[str, Any]) -> DataSchedule:
        """Create a data schedule.

        Keeps a schedule that sends a dashboard or a report by mail, to Slack, or as a file to another
        machine. It belongs to the owner of the key and runs with that person's rights. The first run is the
        first time of `repeat` after now.

        Args:
            body: The schedule.

        Returns:
            The schedule as it is kept, with its id.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_schedules.create(body=...)

        Notes:
            POST /data_schedules. Rate limit level 1. Needs the permission manage_schedules. Evidence:
            documented: API documentation, Data Schedules: create, and the tutorial; method, path and
            success status: public API reference.
        """
        from ..api.data_schedules import data_schedules_create as _operation

        _reply = self._sender.send(_operation.request(body=body))
        return _reply.data_schedule

    def get(self, id: int) -> DataSchedule:
        """Read one data schedule.

        Returns a data schedule. Without the right to manage everybody's schedules, the owner of the key can
        read the own ones only.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_schedules.get(501)

        Notes:
            GET /data_schedules/{id}. Rate limit level 1. Needs the permission view_schedules. Evidence:
            documented: API documentation, Data Schedules: get; method, path and success status: public API
            reference.
        """
        from ..api.data_schedules import data_schedules_get as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.data_schedule

    def update(self, id: int, *, body: DataScheduleSubmission | Mapping[str, Any]) -> DataSchedule:
        """Change a data schedule.

        Puts the schedule in the body in the place of the one that is kept; keys that are left out are not
        taken over from it. Its id and its owner stay. The next run is the first time of `repeat` after now,
        so no run is made up for.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.
            body: The schedule.

        Returns:
            The schedule as it is kept from now on.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_schedules.update(501, body=...)

        Notes:
            PUT /data_schedules/{id}. Rate limit level 1. Needs the permission manage_schedules. Evidence:
            documented: API documentation, Data Schedules: update; method, path and success status: public
            API reference.
        """
        from ..api.data_schedules import data_schedules_update as _operation

        _reply = self._sender.send(_operation.request(id, body=body))
        return _reply.data_schedule

    def delete(self, id: int) -> str:
        """Delete a data schedule.

        Removes a data schedule for good. A run of it that has begun goes on.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_schedules.delete(501)

        Notes:
            DELETE /data_schedules/{id}. Rate limit level 1. Needs the permission manage_schedules.
            Evidence: documented: API documentation, Data Schedules: delete; method, path and success
            status: public API reference.
        """
        from ..api.data_schedules import data_schedules_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def submit_execute(self, id: int) -> AsyncJob:
        """Run a data schedule now.

        Starts a job that runs the schedule now, whether it is paused or not, and sends the result. Each
        call sends anew.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_schedules.submit_execute(501)

        Notes:
            POST /data_schedules/{id}/submit_execute. Rate limit level 2. Needs the permission
            manage_schedules. Evidence: documented: API documentation, Data Schedules: execute; method, path
            and success status: public API reference.
        """
        from ..api.data_schedules import data_schedules_submit_execute as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.job


class RawDataSchedules:
    """DataSchedules with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        dest_type: DataScheduleDestType | str | Unset = UNSET,
        source_type: DataScheduleSourceType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
    ) -> RawResponse[DataSchedulePage]:
        """List data schedules page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
                SftpDest.
            source_type: Only those of this kind of source. One of Dashboard, QueryReport.
            source_id: Only those of the source with this id.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSchedulePage.

        Example:
            reply = h.data_schedules.with_raw_response.list()
        """
        from ..api.data_schedules import data_schedules_list as _operation

        return self._sender.send_raw(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                dest_type=dest_type,
                source_type=source_type,
                source_id=source_id,
            )
        )

    def create(self, *, body: DataScheduleSubmission | Mapping[str, Any]) -> RawResponse[DataScheduleReply]:
        """Create a data schedule.

        Args:
            body: The schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataScheduleReply.

        Example:
            reply = h.data_schedules.with_raw_response.create(body=...)
        """
        from ..api.data_schedules import data_schedules_create as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: int) -> RawResponse[DataScheduleReply]:
        """Read one data schedule.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataScheduleReply.

        Example:
            reply = h.data_schedules.with_raw_response.get(501)
        """
        from ..api.data_schedules import data_schedules_get as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: int, *, body: DataScheduleSubmission | Mapping[str, Any]) -> RawResponse[DataScheduleReply]:
        """Change a data schedule.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.
            body: The schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataScheduleReply.

        Example:
            reply = h.data_schedules.with_raw_response.update(501, body=...)
        """
        from ..api.data_schedules import data_schedules_update as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data schedule.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.data_schedules.with_raw_response.delete(501)
        """
        from ..api.data_schedules import data_schedules_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def submit_execute(self, id: int) -> RawResponse[AsyncJobReply]:
        """Run a data schedule now.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.data_schedules.with_raw_response.submit_execute(501)
        """
        from ..api.data_schedules import data_schedules_submit_execute as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncDataSchedules:
    """Sending dashboards and reports by a timetable, by mail, to Slack or as files."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataSchedules:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataSchedules(self._sender)

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        dest_type: DataScheduleDestType | str | Unset = UNSET,
        source_type: DataScheduleSourceType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
    ) -> DataSchedulePage:
        """List data schedules page by page.

        Lists data schedules by id. To go on, pass `cursors.next` of one page as `after` of the next call,
        with the same filters, until it is null. Without the right to manage everybody's schedules, the
        owner of the key sees the own ones only.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
                SftpDest.
            source_type: Only those of this kind of source. One of Dashboard, QueryReport.
            source_id: Only those of the source with this id.

        Returns:
            One page of data schedules.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_schedules.list()

        Notes:
            GET /data_schedules. Rate limit level 1. Needs the permission view_schedules. Evidence:
            documented: API documentation, Data Schedules: list; method, path and success status: public API
            reference.
        """
        from ..api.data_schedules import data_schedules_list as _operation

        return await self._sender.send(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                dest_type=dest_type,
                source_type=source_type,
                source_id=source_id,
            )
        )

    def iter(
        self,
        *,
        limit: int | Unset = UNSET,
        dest_type: DataScheduleDestType | str | Unset = UNSET,
        source_type: DataScheduleSourceType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
    ) -> AsyncIterator[DataSchedule]:
        """List data schedules page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
                SftpDest.
            source_type: Only those of this kind of source. One of Dashboard, QueryReport.
            source_id: Only those of the source with this id.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in h.data_schedules.iter():
                print(item)
        """
        from ..api.data_schedules import data_schedules_list as _operation

        _request = _operation.request(limit=limit, dest_type=dest_type, source_type=source_type, source_id=source_id)
        return self._sender.paginate(_request, _operation.items)

    async def create(self, *, body: DataScheduleSubmission | Mapping[str, Any]) -> DataSchedule:
        """Create a data schedule.

        Keeps a schedule that sends a dashboard or a report by mail, to Slack, or as a file to another
        machine. It belongs to the owner of the key and runs with that person's rights. The first run is the
        first time of `repeat` after now.

        Args:
            body: The schedule.

        Returns:
            The schedule as it is kept, with its id.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_schedules.create(body=...)

        Notes:
            POST /data_schedules. Rate limit level 1. Needs the permission manage_schedules. Evidence:
            documented: API documentation, Data Schedules: create, and the tutorial; method, path and
            success status: public API reference.
        """
        from ..api.data_schedules import data_schedules_create as _operation

        _reply = await self._sender.send(_operation.request(body=body))
        return _reply.data_schedule

    async def get(self, id: int) -> DataSchedule:
        """Read one data schedule.

        Returns a data schedule. Without the right to manage everybody's schedules, the owner of the key can
        read the own ones only.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_schedules.get(501)

        Notes:
            GET /data_schedules/{id}. Rate limit level 1. Needs the permission view_schedules. Evidence:
            documented: API documentation, Data Schedules: get; method, path and success status: public API
            reference.
        """
        from ..api.data_schedules import data_schedules_get as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.data_schedule

    async def update(self, id: int, *, body: DataScheduleSubmission | Mapping[str, Any]) -> DataSchedule:
        """Change a data schedule.

        Puts the schedule in the body in the place of the one that is kept; keys that are left out are not
        taken over from it. Its id and its owner stay. The next run is the first time of `repeat` after now,
        so no run is made up for.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.
            body: The schedule.

        Returns:
            The schedule as it is kept from now on.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_schedules.update(501, body=...)

        Notes:
            PUT /data_schedules/{id}. Rate limit level 1. Needs the permission manage_schedules. Evidence:
            documented: API documentation, Data Schedules: update; method, path and success status: public
            API reference.
        """
        from ..api.data_schedules import data_schedules_update as _operation

        _reply = await self._sender.send(_operation.request(id, body=body))
        return _reply.data_schedule

    async def delete(self, id: int) -> str:
        """Delete a data schedule.

        Removes a data schedule for good. A run of it that has begun goes on.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_schedules.delete(501)

        Notes:
            DELETE /data_schedules/{id}. Rate limit level 1. Needs the permission manage_schedules.
            Evidence: documented: API documentation, Data Schedules: delete; method, path and success
            status: public API reference.
        """
        from ..api.data_schedules import data_schedules_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def submit_execute(self, id: int) -> AsyncJob:
        """Run a data schedule now.

        Starts a job that runs the schedule now, whether it is paused or not, and sends the result. Each
        call sends anew.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_schedules.submit_execute(501)

        Notes:
            POST /data_schedules/{id}/submit_execute. Rate limit level 2. Needs the permission
            manage_schedules. Evidence: documented: API documentation, Data Schedules: execute; method, path
            and success status: public API reference.
        """
        from ..api.data_schedules import data_schedules_submit_execute as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.job


class AsyncRawDataSchedules:
    """AsyncDataSchedules with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        dest_type: DataScheduleDestType | str | Unset = UNSET,
        source_type: DataScheduleSourceType | str | Unset = UNSET,
        source_id: int | Unset = UNSET,
    ) -> RawResponse[DataSchedulePage]:
        """List data schedules page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
                SftpDest.
            source_type: Only those of this kind of source. One of Dashboard, QueryReport.
            source_id: Only those of the source with this id.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataSchedulePage.

        Example:
            reply = await h.data_schedules.with_raw_response.list()
        """
        from ..api.data_schedules import data_schedules_list as _operation

        return await self._sender.send_raw(
            _operation.request(
                before=before,
                after=after,
                limit=limit,
                dest_type=dest_type,
                source_type=source_type,
                source_id=source_id,
            )
        )

    async def create(self, *, body: DataScheduleSubmission | Mapping[str, Any]) -> RawResponse[DataScheduleReply]:
        """Create a data schedule.

        Args:
            body: The schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataScheduleReply.

        Example:
            reply = await h.data_schedules.with_raw_response.create(body=...)
        """
        from ..api.data_schedules import data_schedules_create as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: int) -> RawResponse[DataScheduleReply]:
        """Read one data schedule.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataScheduleReply.

        Example:
            reply = await h.data_schedules.with_raw_response.get(501)
        """
        from ..api.data_schedules import data_schedules_get as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(
        self, id: int, *, body: DataScheduleSubmission | Mapping[str, Any]
    ) -> RawResponse[DataScheduleReply]:
        """Change a data schedule.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.
            body: The schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataScheduleReply.

        Example:
            reply = await h.data_schedules.with_raw_response.update(501, body=...)
        """
        from ..api.data_schedules import data_schedules_update as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a data schedule.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.data_schedules.with_raw_response.delete(501)
        """
        from ..api.data_schedules import data_schedules_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def submit_execute(self, id: int) -> RawResponse[AsyncJobReply]:
        """Run a data schedule now.

        Args:
            id: Id of the schedule, as in the reply that created or listed it.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.data_schedules.with_raw_response.submit_execute(501)
        """
        from ..api.data_schedules import data_schedules_submit_execute as _operation

        return await self._sender.send_raw(_operation.request(id))
