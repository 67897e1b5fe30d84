"""QueryReports: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.query_report import QueryReport
    from ..models.query_report_reply import QueryReportReply


class QueryReports:
    """Queries on data sets together with the way they are drawn."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawQueryReports:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawQueryReports(self._sender)

    def get(self, id: int, *, include_data_set: bool | Unset = UNSET) -> QueryReport:
        """Read one report.

        Returns a report: what it queries and how it is drawn. Its data set is left out unless asked for.

        Args:
            id: Id of the report, as in `source_id` of a widget that draws one.
            include_data_set: With `true`, the reply has the data set of the report under `data_set`.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.query_reports.get(12370)

        Notes:
            GET /query_reports/{id}. Rate limit level 1. Needs the permission view_data. Evidence:
            documented: API documentation, Query Reports: get; method, path and success status: public API
            reference.
        """
        from ..api.query_reports import query_reports_get as _operation

        _reply = self._sender.send(_operation.request(id, include_data_set=include_data_set))
        return _reply.query_report


class RawQueryReports:
    """QueryReports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(self, id: int, *, include_data_set: bool | Unset = UNSET) -> RawResponse[QueryReportReply]:
        """Read one report.

        Args:
            id: Id of the report, as in `source_id` of a widget that draws one.
            include_data_set: With `true`, the reply has the data set of the report under `data_set`.

        Returns:
            Status, headers and body as they came; `.parse()` gives QueryReportReply.

        Example:
            reply = h.query_reports.with_raw_response.get(12370)
        """
        from ..api.query_reports import query_reports_get as _operation

        return self._sender.send_raw(_operation.request(id, include_data_set=include_data_set))


class AsyncQueryReports:
    """Queries on data sets together with the way they are drawn."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawQueryReports:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawQueryReports(self._sender)

    async def get(self, id: int, *, include_data_set: bool | Unset = UNSET) -> QueryReport:
        """Read one report.

        Returns a report: what it queries and how it is drawn. Its data set is left out unless asked for.

        Args:
            id: Id of the report, as in `source_id` of a widget that draws one.
            include_data_set: With `true`, the reply has the data set of the report under `data_set`.

        Returns:
            The report.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.query_reports.get(12370)

        Notes:
            GET /query_reports/{id}. Rate limit level 1. Needs the permission view_data. Evidence:
            documented: API documentation, Query Reports: get; method, path and success status: public API
            reference.
        """
        from ..api.query_reports import query_reports_get as _operation

        _reply = await self._sender.send(_operation.request(id, include_data_set=include_data_set))
        return _reply.query_report


class AsyncRawQueryReports:
    """AsyncQueryReports with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(self, id: int, *, include_data_set: bool | Unset = UNSET) -> RawResponse[QueryReportReply]:
        """Read one report.

        Args:
            id: Id of the report, as in `source_id` of a widget that draws one.
            include_data_set: With `true`, the reply has the data set of the report under `data_set`.

        Returns:
            Status, headers and body as they came; `.parse()` gives QueryReportReply.

        Example:
            reply = await h.query_reports.with_raw_response.get(12370)
        """
        from ..api.query_reports import query_reports_get as _operation

        return await self._sender.send_raw(_operation.request(id, include_data_set=include_data_set))
