"""Transports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.submitted import Submitted
    from ..models.transport_submission import TransportSubmission


class Transports:
    """Copying a table between data sources, which the vendor has retired."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawTransports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawTransports(self._sender)

    def submit(self, *, body: TransportSubmission | Mapping[str, Any]) -> Submitted:
        """Copy a table from one data source to another.

        Starts a job that copies a table. The vendor has retired this feature; today's service may no longer
        have it.

        Args:
            body: What to copy.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.transports.submit(body={'from_ds_id': 1, 'dest_ds_id': 1, 'from_table_name': 'airlines'})

        Notes:
            POST /transports. Needs the permission manage_data. Evidence: inferred: Notes on an early
            version of the vendor's command line; body and reply: inferred.
        """
        from ..api.transports import transports_submit as _operation

        return self._sender.send(_operation.request(body=body))


class RawTransports:
    """Transports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def submit(self, *, body: TransportSubmission | Mapping[str, Any]) -> RawResponse[Submitted]:
        """Copy a table from one data source to another.

        Args:
            body: What to copy.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = h.transports.with_raw_response.submit(body={'from_ds_id': 1, 'dest_ds_id': 1, 'from_table_name': 'airlines'})
        """
        from ..api.transports import transports_submit as _operation

        return self._sender.send_raw(_operation.request(body=body))


class AsyncTransports:
    """Copying a table between data sources, which the vendor has retired."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawTransports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawTransports(self._sender)

    async def submit(self, *, body: TransportSubmission | Mapping[str, Any]) -> Submitted:
        """Copy a table from one data source to another.

        Starts a job that copies a table. The vendor has retired this feature; today's service may no longer
        have it.

        Args:
            body: What to copy.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.transports.submit(body={'from_ds_id': 1, 'dest_ds_id': 1, 'from_table_name': 'airlines'})

        Notes:
            POST /transports. Needs the permission manage_data. Evidence: inferred: Notes on an early
            version of the vendor's command line; body and reply: inferred.
        """
        from ..api.transports import transports_submit as _operation

        return await self._sender.send(_operation.request(body=body))


class AsyncRawTransports:
    """AsyncTransports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def submit(self, *, body: TransportSubmission | Mapping[str, Any]) -> RawResponse[Submitted]:
        """Copy a table from one data source to another.

        Args:
            body: What to copy.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = await h.transports.with_raw_response.submit(body={'from_ds_id': 1, 'dest_ds_id': 1, 'from_table_name': 'airlines'})
        """
        from ..api.transports import transports_submit as _operation

        return await self._sender.send_raw(_operation.request(body=body))
