"""Dashboards: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset

if TYPE_CHECKING:
    from ..models.async_job import AsyncJob
    from ..models.async_job_reply import AsyncJobReply
    from ..models.dashboard import Dashboard
    from ..models.dashboard_page import DashboardPage
    from ..models.dashboard_reply import DashboardReply
    from ..models.dashboard_sort import DashboardSort
    from ..models.dashboard_url import DashboardUrl
    from ..models.filter_states import FilterStates
    from ..models.message import Message
    from ..models.preload_submission import PreloadSubmission


class Dashboards:
    """Dashboards with their filters and widgets, and warming their cache."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDashboards:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDashboards(self._sender)

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: DashboardSort | str | Unset = UNSET,
    ) -> DashboardPage:
        """List dashboards page by page.

        Lists the dashboards that the owner of the key can see. A page holds at most `limit` of them. To go
        on, pass `cursors.next` of one page as `after` of the next call, until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.

        Returns:
            One page of dashboards.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboards.list()

        Notes:
            GET /dashboards. Rate limit level 1. Needs the permission view_dashboards. Evidence: documented:
            API documentation, Dashboards: list; method, path and success status: public API reference.
        """
        from ..api.dashboards import dashboards_list as _operation

        return self._sender.send(_operation.request(before=before, after=after, limit=limit, sort=sort))

    def iter(self, *, limit: int | Unset = UNSET, sort: DashboardSort | str | Unset = UNSET) -> Iterator[Dashboard]:
        """List dashboards page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            for item in h.dashboards.iter():
                print(item)
        """
        from ..api.dashboards import dashboards_list as _operation

        _request = _operation.request(limit=limit, sort=sort)
        return self._sender.paginate(_request, _operation.items)

    def get(self, id: int) -> Dashboard:
        """Read one dashboard.

        Returns a dashboard with its filters and widgets. The ids in `dynamic_filters` are the ones that
        filter conditions of exports and preloads refer to; the ids in `widgets` are the ones that can be
        exported.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboards.get(16076)

        Notes:
            GET /dashboards/{id}. Rate limit level 1. Needs the permission view_dashboards. Evidence:
            documented: API documentation, Dashboards: get, and the export tutorial; success status: public
            API reference.
        """
        from ..api.dashboards import dashboards_get as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.dashboard

    def delete(self, id: int) -> str:
        """Delete a dashboard.

        Deletes a dashboard for good, with its widgets and the reports that live in it only. Schedules and
        alerts of the dashboard or of its widgets go with it. A key that does not administrate the workspace
        deletes dashboards of its owner only.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboards.delete(16076)

        Notes:
            DELETE /dashboards/{id}. Rate limit level 1. Needs the permission manage_dashboards. Evidence:
            documented: API documentation, Dashboards: delete; method, path and success status: public API
            reference; what goes with it and who may do it: inferred.
        """
        from ..api.dashboards import dashboards_delete as _operation

        _reply = self._sender.send(_operation.request(id))
        return _reply.message

    def build_url(self, id: int, *, body: FilterStates | Mapping[str, Any] | Unset = UNSET) -> DashboardUrl:
        """Make an address that opens a dashboard with filters set.

        Gives a web address of the dashboard that carries the submitted filter states, and the short hash
        that stands for them in it. Equal states have an equal hash, in whatever order they are submitted.
        With nothing submitted the address is the plain one and the hash is null. Filters that are not named
        keep their default condition. The body may be left out.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: The states of the filters to set.

        Returns:
            The address.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboards.build_url(16076)

        Notes:
            POST /dashboards/{id}/build_url. Rate limit level 1. Needs the permission view_dashboards.
            Evidence: documented: API documentation, Dashboards: build URL; method, path and success status:
            public API reference; null without states: public API reference; equal hashes: inferred.
        """
        from ..api.dashboards import dashboards_build_url as _operation

        return self._sender.send(_operation.request(id, body=body))

    def submit_preload(self, id: int, *, body: PreloadSubmission | Mapping[str, Any] | Unset = UNSET) -> AsyncJob:
        """Warm the cache of a dashboard.

        Starts a job that runs all widgets of a dashboard, so that the next person to open it finds the
        results ready. Filters that the body does not mention keep their default condition; the operator
        `none` switches such a default off. Without `bust_cache`, a widget whose result is cached already is
        left alone. The body may be left out.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: Which filter values to run the widgets with, and whether cached results count.

        Returns:
            The job that has been accepted, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dashboards.submit_preload(16076)

        Notes:
            POST /dashboards/{id}/submit_preload. Rate limit level 3. Needs the permission preload.
            Evidence: documented: API documentation, Dashboards: preload; method, path and success status:
            public API reference.
        """
        from ..api.dashboards import dashboards_submit_preload as _operation

        _reply = self._sender.send(_operation.request(id, body=body))
        return _reply.job


class RawDashboards:
    """Dashboards with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: DashboardSort | str | Unset = UNSET,
    ) -> RawResponse[DashboardPage]:
        """List dashboards page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardPage.

        Example:
            reply = h.dashboards.with_raw_response.list()
        """
        from ..api.dashboards import dashboards_list as _operation

        return self._sender.send_raw(_operation.request(before=before, after=after, limit=limit, sort=sort))

    def get(self, id: int) -> RawResponse[DashboardReply]:
        """Read one dashboard.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardReply.

        Example:
            reply = h.dashboards.with_raw_response.get(16076)
        """
        from ..api.dashboards import dashboards_get as _operation

        return self._sender.send_raw(_operation.request(id))

    def delete(self, id: int) -> RawResponse[Message]:
        """Delete a dashboard.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = h.dashboards.with_raw_response.delete(16076)
        """
        from ..api.dashboards import dashboards_delete as _operation

        return self._sender.send_raw(_operation.request(id))

    def build_url(
        self, id: int, *, body: FilterStates | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[DashboardUrl]:
        """Make an address that opens a dashboard with filters set.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: The states of the filters to set.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardUrl.

        Example:
            reply = h.dashboards.with_raw_response.build_url(16076)
        """
        from ..api.dashboards import dashboards_build_url as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def submit_preload(
        self, id: int, *, body: PreloadSubmission | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[AsyncJobReply]:
        """Warm the cache of a dashboard.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: Which filter values to run the widgets with, and whether cached results count.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = h.dashboards.with_raw_response.submit_preload(16076)
        """
        from ..api.dashboards import dashboards_submit_preload as _operation

        return self._sender.send_raw(_operation.request(id, body=body))


class AsyncDashboards:
    """Dashboards with their filters and widgets, and warming their cache."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDashboards:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDashboards(self._sender)

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: DashboardSort | str | Unset = UNSET,
    ) -> DashboardPage:
        """List dashboards page by page.

        Lists the dashboards that the owner of the key can see. A page holds at most `limit` of them. To go
        on, pass `cursors.next` of one page as `after` of the next call, until it is null.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.

        Returns:
            One page of dashboards.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboards.list()

        Notes:
            GET /dashboards. Rate limit level 1. Needs the permission view_dashboards. Evidence: documented:
            API documentation, Dashboards: list; method, path and success status: public API reference.
        """
        from ..api.dashboards import dashboards_list as _operation

        return await self._sender.send(_operation.request(before=before, after=after, limit=limit, sort=sort))

    def iter(
        self, *, limit: int | Unset = UNSET, sort: DashboardSort | str | Unset = UNSET
    ) -> AsyncIterator[Dashboard]:
        """List dashboards page by page.

        Goes through every page; `list` gives one page and says what it holds.

        Args:
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.

        Yields:
            Each item; a page is asked for when the one before is used up.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            async for item in h.dashboards.iter():
                print(item)
        """
        from ..api.dashboards import dashboards_list as _operation

        _request = _operation.request(limit=limit, sort=sort)
        return self._sender.paginate(_request, _operation.items)

    async def get(self, id: int) -> Dashboard:
        """Read one dashboard.

        Returns a dashboard with its filters and widgets. The ids in `dynamic_filters` are the ones that
        filter conditions of exports and preloads refer to; the ids in `widgets` are the ones that can be
        exported.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            The dashboard.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboards.get(16076)

        Notes:
            GET /dashboards/{id}. Rate limit level 1. Needs the permission view_dashboards. Evidence:
            documented: API documentation, Dashboards: get, and the export tutorial; success status: public
            API reference.
        """
        from ..api.dashboards import dashboards_get as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.dashboard

    async def delete(self, id: int) -> str:
        """Delete a dashboard.

        Deletes a dashboard for good, with its widgets and the reports that live in it only. Schedules and
        alerts of the dashboard or of its widgets go with it. A key that does not administrate the workspace
        deletes dashboards of its owner only.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboards.delete(16076)

        Notes:
            DELETE /dashboards/{id}. Rate limit level 1. Needs the permission manage_dashboards. Evidence:
            documented: API documentation, Dashboards: delete; method, path and success status: public API
            reference; what goes with it and who may do it: inferred.
        """
        from ..api.dashboards import dashboards_delete as _operation

        _reply = await self._sender.send(_operation.request(id))
        return _reply.message

    async def build_url(self, id: int, *, body: FilterStates | Mapping[str, Any] | Unset = UNSET) -> DashboardUrl:
        """Make an address that opens a dashboard with filters set.

        Gives a web address of the dashboard that carries the submitted filter states, and the short hash
        that stands for them in it. Equal states have an equal hash, in whatever order they are submitted.
        With nothing submitted the address is the plain one and the hash is null. Filters that are not named
        keep their default condition. The body may be left out.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: The states of the filters to set.

        Returns:
            The address.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboards.build_url(16076)

        Notes:
            POST /dashboards/{id}/build_url. Rate limit level 1. Needs the permission view_dashboards.
            Evidence: documented: API documentation, Dashboards: build URL; method, path and success status:
            public API reference; null without states: public API reference; equal hashes: inferred.
        """
        from ..api.dashboards import dashboards_build_url as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def submit_preload(self, id: int, *, body: PreloadSubmission | Mapping[str, Any] | Unset = UNSET) -> AsyncJob:
        """Warm the cache of a dashboard.

        Starts a job that runs all widgets of a dashboard, so that the next person to open it finds the
        results ready. Filters that the body does not mention keep their default condition; the operator
        `none` switches such a default off. Without `bust_cache`, a widget whose result is cached already is
        left alone. The body may be left out.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: Which filter values to run the widgets with, and whether cached results count.

        Returns:
            The job that has been accepted, or a reference to an equal one that is under way.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 422, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dashboards.submit_preload(16076)

        Notes:
            POST /dashboards/{id}/submit_preload. Rate limit level 3. Needs the permission preload.
            Evidence: documented: API documentation, Dashboards: preload; method, path and success status:
            public API reference.
        """
        from ..api.dashboards import dashboards_submit_preload as _operation

        _reply = await self._sender.send(_operation.request(id, body=body))
        return _reply.job


class AsyncRawDashboards:
    """AsyncDashboards with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        before: str | Unset = UNSET,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        sort: DashboardSort | str | Unset = UNSET,
    ) -> RawResponse[DashboardPage]:
        """List dashboards page by page.

        Args:
            before: Cursor to page backwards: the reply holds what stands before it. Take the value from
                `cursors.previous` and treat it as opaque.
            after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
                `cursors.next` and treat it as opaque.
            limit: How many items one page may hold. From 1 to 100; the server's default is 20.
            sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
                id_asc, id_desc; the server's default is natural.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardPage.

        Example:
            reply = await h.dashboards.with_raw_response.list()
        """
        from ..api.dashboards import dashboards_list as _operation

        return await self._sender.send_raw(_operation.request(before=before, after=after, limit=limit, sort=sort))

    async def get(self, id: int) -> RawResponse[DashboardReply]:
        """Read one dashboard.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardReply.

        Example:
            reply = await h.dashboards.with_raw_response.get(16076)
        """
        from ..api.dashboards import dashboards_get as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def delete(self, id: int) -> RawResponse[Message]:
        """Delete a dashboard.

        Args:
            id: Id of the dashboard, the number in the path of its web address.

        Returns:
            Status, headers and body as they came; `.parse()` gives Message.

        Example:
            reply = await h.dashboards.with_raw_response.delete(16076)
        """
        from ..api.dashboards import dashboards_delete as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def build_url(
        self, id: int, *, body: FilterStates | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[DashboardUrl]:
        """Make an address that opens a dashboard with filters set.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: The states of the filters to set.

        Returns:
            Status, headers and body as they came; `.parse()` gives DashboardUrl.

        Example:
            reply = await h.dashboards.with_raw_response.build_url(16076)
        """
        from ..api.dashboards import dashboards_build_url as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def submit_preload(
        self, id: int, *, body: PreloadSubmission | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[AsyncJobReply]:
        """Warm the cache of a dashboard.

        Args:
            id: Id of the dashboard, the number in the path of its web address.
            body: Which filter values to run the widgets with, and whether cached results count.

        Returns:
            Status, headers and body as they came; `.parse()` gives AsyncJobReply.

        Example:
            reply = await h.dashboards.with_raw_response.submit_preload(16076)
        """
        from ..api.dashboards import dashboards_submit_preload as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))
