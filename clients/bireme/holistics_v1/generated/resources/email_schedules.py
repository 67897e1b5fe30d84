"""EmailSchedules: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.email_schedule import EmailSchedule
    from ..models.email_schedule_change import EmailScheduleChange
    from ..models.email_schedule_submission import EmailScheduleSubmission


class EmailSchedules:
    """Reports and dashboards that are mailed by the calendar."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawEmailSchedules:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawEmailSchedules(self._sender)

    def create(self, *, body: EmailScheduleSubmission | Mapping[str, Any]) -> EmailSchedule:
        """Make an email schedule.

        Makes a schedule that mails a report or dashboard by a crontab in UTC. The source cannot be changed
        later.

        Args:
            body: The new schedule.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.email_schedules.create(body=...)

        Notes:
            POST /api/v1/email_schedules. Needs the permission manage_schedules. Evidence: public-reference:
            Older documentation pages, Email Schedules; reply, and what must be given: inferred.
        """
        from ..api.email_schedules import email_schedules_create as _operation

        return self._sender.send(_operation.request(body=body))

    def get(self, email_schedule_id: int) -> EmailSchedule:
        """Read an email schedule.

        Gives a schedule. The password of its file is not told.

        Args:
            email_schedule_id: Id of the email schedule.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.email_schedules.get(5301)

        Notes:
            GET /api/v1/email_schedules/{email_schedule_id}. Needs the permission view_schedules. Evidence:
            public-reference: Older documentation pages, Email Schedules.
        """
        from ..api.email_schedules import email_schedules_get as _operation

        return self._sender.send(_operation.request(email_schedule_id))

    def update(self, email_schedule_id: int, *, body: EmailScheduleChange | Mapping[str, Any]) -> EmailSchedule:
        """Change an email schedule.

        Changes what is given and leaves the rest as it is. The source cannot be changed.

        Args:
            email_schedule_id: Id of the email schedule.
            body: What to change.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.email_schedules.update(5301, body={'schedule': {'repeat': '0 7 1 * *', 'paused': True}})

        Notes:
            PATCH /api/v1/email_schedules/{email_schedule_id}. Needs the permission manage_schedules.
            Evidence: public-reference: Older documentation pages, Email Schedules; reply: inferred.
        """
        from ..api.email_schedules import email_schedules_update as _operation

        return self._sender.send(_operation.request(email_schedule_id, body=body))


class RawEmailSchedules:
    """EmailSchedules with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(self, *, body: EmailScheduleSubmission | Mapping[str, Any]) -> RawResponse[EmailSchedule]:
        """Make an email schedule.

        Args:
            body: The new schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives EmailSchedule.

        Example:
            reply = h.email_schedules.with_raw_response.create(body=...)
        """
        from ..api.email_schedules import email_schedules_create as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, email_schedule_id: int) -> RawResponse[EmailSchedule]:
        """Read an email schedule.

        Args:
            email_schedule_id: Id of the email schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives EmailSchedule.

        Example:
            reply = h.email_schedules.with_raw_response.get(5301)
        """
        from ..api.email_schedules import email_schedules_get as _operation

        return self._sender.send_raw(_operation.request(email_schedule_id))

    def update(
        self, email_schedule_id: int, *, body: EmailScheduleChange | Mapping[str, Any]
    ) -> RawResponse[EmailSchedule]:
        """Change an email schedule.

        Args:
            email_schedule_id: Id of the email schedule.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives EmailSchedule.

        Example:
            reply = h.email_schedules.with_raw_response.update(5301, body={'schedule': {'repeat': '0 7 1 * *', 'paused': True}})
        """
        from ..api.email_schedules import email_schedules_update as _operation

        return self._sender.send_raw(_operation.request(email_schedule_id, body=body))


class AsyncEmailSchedules:
    """Reports and dashboards that are mailed by the calendar."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawEmailSchedules:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawEmailSchedules(self._sender)

    async def create(self, *, body: EmailScheduleSubmission | Mapping[str, Any]) -> EmailSchedule:
        """Make an email schedule.

        Makes a schedule that mails a report or dashboard by a crontab in UTC. The source cannot be changed
        later.

        Args:
            body: The new schedule.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.email_schedules.create(body=...)

        Notes:
            POST /api/v1/email_schedules. Needs the permission manage_schedules. Evidence: public-reference:
            Older documentation pages, Email Schedules; reply, and what must be given: inferred.
        """
        from ..api.email_schedules import email_schedules_create as _operation

        return await self._sender.send(_operation.request(body=body))

    async def get(self, email_schedule_id: int) -> EmailSchedule:
        """Read an email schedule.

        Gives a schedule. The password of its file is not told.

        Args:
            email_schedule_id: Id of the email schedule.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.email_schedules.get(5301)

        Notes:
            GET /api/v1/email_schedules/{email_schedule_id}. Needs the permission view_schedules. Evidence:
            public-reference: Older documentation pages, Email Schedules.
        """
        from ..api.email_schedules import email_schedules_get as _operation

        return await self._sender.send(_operation.request(email_schedule_id))

    async def update(self, email_schedule_id: int, *, body: EmailScheduleChange | Mapping[str, Any]) -> EmailSchedule:
        """Change an email schedule.

        Changes what is given and leaves the rest as it is. The source cannot be changed.

        Args:
            email_schedule_id: Id of the email schedule.
            body: What to change.

        Returns:
            The schedule.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.email_schedules.update(5301, body={'schedule': {'repeat': '0 7 1 * *', 'paused': True}})

        Notes:
            PATCH /api/v1/email_schedules/{email_schedule_id}. Needs the permission manage_schedules.
            Evidence: public-reference: Older documentation pages, Email Schedules; reply: inferred.
        """
        from ..api.email_schedules import email_schedules_update as _operation

        return await self._sender.send(_operation.request(email_schedule_id, body=body))


class AsyncRawEmailSchedules:
    """AsyncEmailSchedules with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(self, *, body: EmailScheduleSubmission | Mapping[str, Any]) -> RawResponse[EmailSchedule]:
        """Make an email schedule.

        Args:
            body: The new schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives EmailSchedule.

        Example:
            reply = await h.email_schedules.with_raw_response.create(body=...)
        """
        from ..api.email_schedules import email_schedules_create as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, email_schedule_id: int) -> RawResponse[EmailSchedule]:
        """Read an email schedule.

        Args:
            email_schedule_id: Id of the email schedule.

        Returns:
            Status, headers and body as they came; `.parse()` gives EmailSchedule.

        Example:
            reply = await h.email_schedules.with_raw_response.get(5301)
        """
        from ..api.email_schedules import email_schedules_get as _operation

        return await self._sender.send_raw(_operation.request(email_schedule_id))

    async def update(
        self, email_schedule_id: int, *, body: EmailScheduleChange | Mapping[str, Any]
    ) -> RawResponse[EmailSchedule]:
        """Change an email schedule.

        Args:
            email_schedule_id: Id of the email schedule.
            body: What to change.

        Returns:
            Status, headers and body as they came; `.parse()` gives EmailSchedule.

        Example:
            reply = await h.email_schedules.with_raw_response.update(5301, body={'schedule': {'repeat': '0 7 1 * *', 'paused': True}})
        """
        from ..api.email_schedules import email_schedules_update as _operation

        return await self._sender.send_raw(_operation.request(email_schedule_id, body=body))
