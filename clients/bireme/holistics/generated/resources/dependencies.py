"""Dependencies: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.dependants import Dependants
    from ..models.dependencies_reply import DependenciesReply
    from ..models.dependency_source import DependencySource


class Dependencies:
    """What rests on a data source, a data model or a data set."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDependencies:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDependencies(self._sender)

    def downstream_dependencies(self, *, id: int, type_: DependencySource | str) -> Dependants:
        """Find what depends on a data object.

        Gives the ids of everything that rests on a data source, a data model or a data set, directly or
        through others. A key of the reply is there only if it has ids.

        Args:
            id: Id of the object.
            type_: Kind of the object. One of DataSource, DataModel, DataSet.

        Returns:
            The dependants.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            h.dependencies.downstream_dependencies(id=201, type_='DataSet')

        Notes:
            GET /dependencies/downstream_dependencies. Rate limit level 1. Needs the permission view_data.
            Evidence: documented: API documentation, Dependencies: downstream; method, path and success
            status: public API reference; that keys without ids are left out: inferred.
        """
        from ..api.dependencies import dependencies_downstream_dependencies as _operation

        _reply = self._sender.send(_operation.request(id=id, type_=type_))
        return _reply.dependants


class RawDependencies:
    """Dependencies with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def downstream_dependencies(self, *, id: int, type_: DependencySource | str) -> RawResponse[DependenciesReply]:
        """Find what depends on a data object.

        Args:
            id: Id of the object.
            type_: Kind of the object. One of DataSource, DataModel, DataSet.

        Returns:
            Status, headers and body as they came; `.parse()` gives DependenciesReply.

        Example:
            reply = h.dependencies.with_raw_response.downstream_dependencies(id=201, type_='DataSet')
        """
        from ..api.dependencies import dependencies_downstream_dependencies as _operation

        return self._sender.send_raw(_operation.request(id=id, type_=type_))


class AsyncDependencies:
    """What rests on a data source, a data model or a data set."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDependencies:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDependencies(self._sender)

    async def downstream_dependencies(self, *, id: int, type_: DependencySource | str) -> Dependants:
        """Find what depends on a data object.

        Gives the ids of everything that rests on a data source, a data model or a data set, directly or
        through others. A key of the reply is there only if it has ids.

        Args:
            id: Id of the object.
            type_: Kind of the object. One of DataSource, DataModel, DataSet.

        Returns:
            The dependants.

        Raises:
            ApiError: The server refuses; documented statuses are 400, 401, 403, 404, 429, 500, 503.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.dependencies.downstream_dependencies(id=201, type_='DataSet')

        Notes:
            GET /dependencies/downstream_dependencies. Rate limit level 1. Needs the permission view_data.
            Evidence: documented: API documentation, Dependencies: downstream; method, path and success
            status: public API reference; that keys without ids are left out: inferred.
        """
        from ..api.dependencies import dependencies_downstream_dependencies as _operation

        _reply = await self._sender.send(_operation.request(id=id, type_=type_))
        return _reply.dependants


class AsyncRawDependencies:
    """AsyncDependencies with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def downstream_dependencies(
        self, *, id: int, type_: DependencySource | str
    ) -> RawResponse[DependenciesReply]:
        """Find what depends on a data object.

        Args:
            id: Id of the object.
            type_: Kind of the object. One of DataSource, DataModel, DataSet.

        Returns:
            Status, headers and body as they came; `.parse()` gives DependenciesReply.

        Example:
            reply = await h.dependencies.with_raw_response.downstream_dependencies(id=201, type_='DataSet')
        """
        from ..api.dependencies import dependencies_downstream_dependencies as _operation

        return await self._sender.send_raw(_operation.request(id=id, type_=type_))
